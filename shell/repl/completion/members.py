"""Members behind a dot or two colons: of a value at hand, else of the types that are inferred."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from shell.language.tree import ExpressionAst, TypeExpressionAst, VariableExpressionAst
from shell.repl.completion.inference import Inference, Inferred, Types
from shell.repl.completion.knownvalues import known_value
from shell.repl.completion.membertypes import Member, matching, type_members
from shell.repl.completion.results import CompletionResult
from shell.repl.completion.variabletypes import is_assigned
from shell.types import ClrType, type_of
from shell.types.members.access import properties
from shell.types.registry import reference_members
from shell.types.registry.reference_members import PROPERTY
from shell.values.objects import Hashtable, PSCustomObject, PSObject

_MAGIC = (
    Member("ForEach", True, "ForEach(expression [, arguments...])"),
    Member("Where", True, "Where({ expression } [, mode [, numberToReturn]])"),
)


def members(inference: Inference, target: ExpressionAst, prefix: str, *, static: bool) -> list[CompletionResult]:
    """Return the members of an expression that begin with a prefix."""
    if static:
        found = matching(_static(inference, target), prefix)
        return [result(replace(each, tooltip=each.tooltip.replace("\n", "\r\n"))) for each in found]
    value = known_value(inference.session, target)
    if value is not None and not _is_shadowed(inference, target):
        found = matching(_value_members(value), prefix)
        results = [result(each) for each in found] + _keys(value, prefix)
    else:
        types = inference.of(target)
        found = matching((member for each in types for member in type_members(inference, each, static=False)), prefix)
        results = [result(each) for each in found] + _inferred_keys(types, prefix)
    if not results and prefix and _is_collection(value, inference.of(target)):
        results = [result(each) for each in matching(_MAGIC, prefix)]
    return results


def result(member: Member) -> CompletionResult:
    """Return the completion of a member."""
    if member.is_method:
        return CompletionResult(f"{member.name}(", member.name, "Method", member.tooltip)
    return CompletionResult(_written(member.name), member.name, "Property", member.tooltip)


def _written(name: str) -> str:
    """A member's name behind a dot: in quotes where it is no plain word."""
    if name and all(c.isalnum() or c == "_" for c in name):
        return name
    return "'" + name.replace("'", "''") + "'"


def _is_shadowed(inference: Inference, target: ExpressionAst) -> bool:
    """True if the script before the cursor gives the variable another value than the session has."""
    return isinstance(target, VariableExpressionAst) and is_assigned(inference, target)


def _static(inference: Inference, target: ExpressionAst) -> Iterator[Member]:
    if isinstance(target, TypeExpressionAst):
        yield from type_members(inference, inference.owner_named(target.type_name.extent.text), static=True)
        return
    value = known_value(inference.session, target)
    if isinstance(value, ClrType):
        yield from type_members(inference, Inferred(value.name, value), static=True)


def _value_members(value: Any) -> Iterator[Member]:
    """What an object at hand has: its own properties and type data, then .NET's list."""
    base = value.base if isinstance(value, PSObject) else value
    own = type_of(base)
    listed = {each.name.lower(): each for each in reference_members.instance_members(own)}
    for each in properties(value):
        if each.kind != PROPERTY or hasattr(base, "adapter_names"):
            listed.pop(each.name.lower(), None)
            yield Member(each.name, False, each.definition)
    if isinstance(value, PSObject):
        yield from (
            Member(name, True, member.definition(value))
            for name, member in value.members.items()
            if not getattr(member, "is_property", True) and "Method" in member.kind
        )
    if isinstance(base, PSCustomObject):
        listed = {key: each for key, each in listed.items() if each.kind != PROPERTY}
    for net in listed.values():
        is_method = net.kind != PROPERTY
        tooltip = "\r\n".join(net.definitions)
        yield Member(net.name, is_method, tooltip, is_indexer=net.kind == reference_members.INDEXER)
    for added in reference_members.extended_members(reference_members.lineage_of(own)):
        yield Member(added.name, False, f"System.Object {added.name}")


def _keys(value: Any, prefix: str) -> list[CompletionResult]:
    base = value.base if isinstance(value, PSObject) else value
    if not isinstance(base, Hashtable):
        return []
    return _key_results([str(key) for key in base.keys()], prefix)  # noqa: SIM118


def _inferred_keys(types: Types, prefix: str) -> list[CompletionResult]:
    found = []
    for each in types:
        if each.type is not None and "system.collections.idictionary" in each.type.ancestry:
            found += [note.name for note in each.notes]
    return _key_results(found, prefix)


def _key_results(keys: list[str], prefix: str) -> list[CompletionResult]:
    lowered = prefix.lower()
    shown = [_written(key) for key in keys if key.lower().startswith(lowered)]
    return [CompletionResult(each, each, "Property", each) for each in shown]


def _is_collection(value: Any, types: Types) -> bool:
    if isinstance(value, list):
        return True
    return any(each.type is not None and each.type.element_type is not None for each in types)
