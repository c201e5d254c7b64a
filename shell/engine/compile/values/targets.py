"""Targets of assignments: variables, members, elements, lists of them, with types and attributes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from shell.engine.binding.validation import MetadataException
from shell.engine.compile.unit import (
    Unit,
    compile_expression,
    pure_expression,
)
from shell.engine.compile.values.member_sites import literal_writer
from shell.engine.compile.values.type_expressions import type_reader
from shell.engine.compile.variables import SCOPE_WORDS, scope_of, split_name
from shell.engine.run.scope import PRIVATE, Scope, VariableGuard, not_writable, variable_key
from shell.engine.session.automatic_variables import READ_ONLY_NAMES
from shell.engine.session.preferences import TYPED, preference_value
from shell.language.tree import (
    ArrayLiteralAst,
    Ast,
    AttributedExpressionAst,
    ConvertExpressionAst,
    IndexExpressionAst,
    InvokeMemberExpressionAst,
    MemberExpressionAst,
    ParenExpressionAst,
    StringConstantExpressionAst,
    TypeConstraintAst,
    VariableExpressionAst,
)
from shell.lazy import lazy
from shell.types import type_of
from shell.types.conversion.conversion import convert
from shell.types.members import access as members
from shell.values.errors import PSInvalidCastException
from shell.values.objects import AUTOMATION_NULL, Value

if TYPE_CHECKING:
    from shell.engine.compile import guards
    from shell.engine.compile.values import members as values_members
    from shell.types.members import calling
else:
    guards = lazy("shell.engine.compile.guards", globals())
    values_members = lazy("shell.engine.compile.values.members", globals(), "values_members")
    calling = lazy("shell.types.members.calling", globals())


Assign = Callable[[Scope, Value], None]


def assignment_target(node: Ast, unit: Unit) -> Assign:
    """Compile the left side of an assignment to a closure that stores a value."""
    if isinstance(node, VariableExpressionAst):
        return _variable_target(node)
    if isinstance(node, MemberExpressionAst):
        return _member_target(node, unit)
    if isinstance(node, IndexExpressionAst):
        return _index_target(node, unit)
    if isinstance(node, ArrayLiteralAst):
        return _multiple_target(node, unit)
    if isinstance(node, AttributedExpressionAst):
        return _attributed_target(node, unit)
    if isinstance(node, ParenExpressionAst):
        inner = pure_expression(node.pipeline)
        if inner is not None:
            return assignment_target(inner, unit)
    raise TypeError(f"nothing can be assigned to {node.extent.text}")


def _variable_target(node: VariableExpressionAst) -> Assign:
    qualifier, name = split_name(node.name)
    key = variable_key(name)
    if qualifier == "" or qualifier in SCOPE_WORDS:
        if key == "null":
            return _nowhere
        if key == "psitem":
            key = "_"
        if key in READ_ONLY_NAMES:
            return _refused(key)
        if key in TYPED:
            return _preference_target(qualifier, key)
        if qualifier in ("", "local"):
            return _local_target(key)
        return _scoped_target(qualifier, key)
    return lambda scope, value: scope.runspace.write_drive(qualifier, name, value, scope)


def _nowhere(scope: Scope, value: Value) -> None:
    return None


def _refused(key: str) -> Assign:
    def refuse(scope: Scope, value: Value) -> None:
        raise not_writable(READ_ONLY_NAMES[key])

    return refuse


def _local_target(key: str) -> Assign:
    def store(scope: Scope, value: Value) -> None:
        scope[key] = value

    return store


def _preference_target(qualifier: str, key: str) -> Assign:
    """`$ErrorActionPreference = 'stop'`: the session's own preferences have a type."""

    def store(scope: Scope, value: Value) -> None:
        target = scope_of(scope, qualifier)
        target[key] = preference_value(target, key, value)

    return store


def _scoped_target(qualifier: str, key: str) -> Assign:
    def store(scope: Scope, value: Value) -> None:
        target = scope_of(scope, qualifier)
        target[key] = value
        if qualifier == "private" and target.guard_of(key) is None:
            target.guard(key, VariableGuard(options=PRIVATE))

    return store


def _member_target(node: MemberExpressionAst, unit: Unit) -> Assign:
    name = values_members._name_reader(node.member, unit)
    if isinstance(node, InvokeMemberExpressionAst):
        return _parameterized_target(node, unit)
    if node.is_static:
        owner = values_members._static_target(node.expression, unit)
        return lambda scope, value: members.set_static(owner(scope), name(scope), value, scope.runspace)
    target = compile_expression(node.expression, unit)
    if isinstance(node.member, StringConstantExpressionAst):
        return literal_writer(target, node.member.value)
    return lambda scope, value: members.set_member(target(scope), name(scope), value, scope.runspace)


def _parameterized_target(node: InvokeMemberExpressionAst, unit: Unit) -> Assign:
    """`$list.Item(0) = 1`: an indexer by its name; nothing else here has properties with arguments."""
    name = values_members._name_reader(node.member, unit)
    target = compile_expression(node.expression, unit)
    arguments = values_members.compile_arguments(node, unit)

    def store(scope: Scope, value: Value) -> None:
        owner, given = target(scope), arguments(scope)
        if name(scope).lower() != "item" or len(given) != 1:
            raise calling.method_not_found(type_of(owner).display_name, name(scope))
        values_members.write_index(owner, given[0], value)

    return store


def _index_target(node: IndexExpressionAst, unit: Unit) -> Assign:
    target = compile_expression(node.target, unit)
    index = compile_expression(node.index, unit)
    return lambda scope, value: values_members.write_index(target(scope), index(scope), value)


def _multiple_target(node: ArrayLiteralAst, unit: Unit) -> Assign:
    """`$a, $b = 1, 2, 3`: the last target gets the remaining values, targets without a value get null."""
    targets = tuple(assignment_target(element, unit) for element in node.elements)
    last = len(targets) - 1

    def store(scope: Scope, value: Value) -> None:
        values = _listed(value)
        for place, target in enumerate(targets):
            if place == last and len(values) > last + 1:
                target(scope, values[last:])
            else:
                target(scope, values[place] if place < len(values) else None)

    return store


def _listed(value: Value) -> list[Value]:
    if value is AUTOMATION_NULL or value is None:
        return [None]
    if isinstance(value, list):
        return list(value)
    items = members.enumerate_value(value)
    return [value] if items is None else list(items)


def _attributed_target(node: AttributedExpressionAst, unit: Unit) -> Assign:
    """`[int] $n = ...`, `[ValidateRange(1, 5)] $n = ...`: the variable keeps its guard."""
    chain: list[AttributedExpressionAst] = []
    inner: Ast = node
    while isinstance(inner, AttributedExpressionAst):
        chain.append(inner)
        inner = inner.child
    if not isinstance(inner, VariableExpressionAst):
        return _converting_target(node, unit)
    qualifier, name = split_name(inner.name)
    make = guards.guard_maker([each.attribute for each in chain], unit, name)
    if qualifier and qualifier not in SCOPE_WORDS:
        return _converting_target(node, unit)
    key = variable_key(name)
    if key in READ_ONLY_NAMES:
        return _refused(key)

    def store(scope: Scope, value: Value) -> None:
        target = scope_of(scope, qualifier)
        old = target.guard_of(key)
        if old is not None and old.options & 3:
            raise not_writable(key)
        guard = make(scope)
        if old is not None:
            guard.options |= old.options
        if guard.accept is not None:
            value = guard.accept(value) if old is not None else _first_value(guard.accept, value)
        target.guard(key, guard)
        target.put(key, value)

    return store


def _first_value(accept: Callable[[Value], Value], value: Value) -> Value:
    """Convert the first value of a typed variable, where a failed cast has an error of its own."""
    try:
        return accept(value)
    except MetadataException as error:
        if isinstance(error.inner, PSInvalidCastException):
            raise error.inner from None
        raise


def _converting_target(node: AttributedExpressionAst, unit: Unit) -> Assign:
    """`[int] $x.y = ...`: convert, then store."""
    store = assignment_target(node.child, unit)
    if not isinstance(node, ConvertExpressionAst) or not isinstance(node.attribute, TypeConstraintAst):
        return store
    read = type_reader(node.attribute.type_name, unit)
    return lambda scope, value: store(scope, convert(value, read(scope)))


__all__ = ["Assign", "assignment_target"]
