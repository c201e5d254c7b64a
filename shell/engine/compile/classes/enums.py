"""`enum`: the values of its members, and errors in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shell import types
from shell.engine.classes.types import define_enum
from shell.engine.compile.unit import Unit, compile_expression
from shell.engine.run.scope import Scope
from shell.language.errors import ParseError
from shell.language.messages import message
from shell.language.numbers import RANGES
from shell.language.source import Extent
from shell.language.tree import (
    Ast,
    AttributeAst,
    PropertyMemberAst,
    TypeDefinitionAst,
    TypeExpressionAst,
)
from shell.types.conversion.conversion import convert
from shell.types.operators.arithmetic import NUMERIC
from shell.values.errors import NetException, PSInvalidCastException
from shell.values.objects import Value

_UNDERLYING: Final = frozenset(
    f"System.{name}" for name in ("Byte", "SByte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64")
)


def define_enums(nodes: Sequence[TypeDefinitionAst], unit: Unit, scope: Scope) -> list[ParseError]:
    """Define enumerations in the order of their dependencies. Return the errors."""
    ordered, errors = _in_order(nodes)
    for node in ordered:
        errors += _define(node, unit, scope)
    return errors


def _in_order(nodes: Sequence[TypeDefinitionAst]) -> tuple[list[TypeDefinitionAst], list[ParseError]]:
    by_name = {node.name.lower(): node for node in nodes}
    needs = {
        name: {each for each in map(str.lower, _mentioned(node)) if each in by_name} for name, node in by_name.items()
    }
    ordered: list[TypeDefinitionAst] = []
    while True:
        ready = [name for name, wanted in needs.items() if not wanted & needs.keys()]
        if not ready:
            break
        for name in ready:
            ordered.append(by_name[name])
            del needs[name]
    return ordered, [_error(by_name[name].extent, "CycleInEnumInitializers") for name in needs]


def _mentioned(node: TypeDefinitionAst) -> list[str]:
    """Return the types that the members' values name."""
    values = [member.initial_value for member in node.members if isinstance(member, PropertyMemberAst)]
    found: list[Ast] = [each for value in values if value is not None for each in value.walk()]
    return [each.type_name.full_text for each in found if isinstance(each, TypeExpressionAst)]


def _error(extent: Extent, error_id: str, *facts: str) -> ParseError:
    return ParseError(extent, error_id, message(error_id, *facts))


def _define(node: TypeDefinitionAst, unit: Unit, scope: Scope) -> list[ParseError]:
    underlying = types.INT32
    if node.base_types:
        constraint = node.base_types[0]
        text = constraint.type_name.full_text
        found = scope.runspace.find_type(text, unit.namespaces)
        if found is None:
            return [_error(constraint.extent, "TypeNotFound", text)]
        if found.name not in _UNDERLYING:
            return [_error(constraint.extent, "InvalidUnderlyingType", text)]
        underlying = found
    members, errors = _values(node, underlying, unit, scope)
    if not errors:
        flags = any(_is_flags(each) for each in node.attributes)
        define_enum(scope.runspace, node.name, members, flags, underlying)
    return errors


def _is_flags(node: AttributeAst) -> bool:
    return node.type_name.full_text.lower().rpartition(".")[2].removesuffix("attribute") == "flags"


def _values(
    node: TypeDefinitionAst, underlying: types.ClrType, unit: Unit, scope: Scope
) -> tuple[dict[str, int], list[ParseError]]:
    """Return the number of each member: its own, else one more than the previous one."""
    python_class = underlying.python_class
    assert python_class is not None
    low, high = RANGES[python_class]
    members: dict[str, int] = {}
    errors: list[ParseError] = []
    following = 0
    for member in node.members:
        assert isinstance(member, PropertyMemberAst)
        extent = member.extent
        if member.initial_value is not None:
            extent = member.initial_value.extent
            given = compile_expression(member.initial_value, unit)(scope)
            number = _number(given, underlying)
            if number is None:
                errors.append(_not_a_value(extent, given, underlying))
                continue
            following = number
        if not low <= following <= high:
            errors.append(_error(extent, "EnumeratorValueOutOfBounds", underlying.accelerator))
        members[member.name] = following
        following += 1
    return members, errors


def _number(value: Value, underlying: types.ClrType) -> int | None:
    try:
        return int(convert(value, underlying))
    except (PSInvalidCastException, NetException):
        return None


def _not_a_value(extent: Extent, value: Value, underlying: types.ClrType) -> ParseError:
    if type(value) in NUMERIC:
        return _error(extent, "EnumeratorValueOutOfBounds", underlying.accelerator)
    return _error(extent, "CannotConvertValue", extent.text, underlying.name)


__all__ = ["define_enums"]
