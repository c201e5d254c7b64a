"""Assignments: plain, compound, multiple, to members and indexes, with types and attributes; `++` and `--`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from shell.language.tokens import TokenKind
from shell.language.tree import (
    ArrayLiteralAst,
    AssignmentStatementAst,
    Ast,
    AttributedExpressionAst,
    CommandExpressionAst,
    ConvertExpressionAst,
    ExpressionAst,
    IndexExpressionAst,
    InvokeMemberExpressionAst,
    MemberExpressionAst,
    ParenExpressionAst,
    StatementAst,
    TypeConstraintAst,
    VariableExpressionAst,
)
from shell.runtime import members, operators
from shell.runtime.automatic import READ_ONLY_NAMES
from shell.runtime.compile.statements import compile_value, sets_status
from shell.runtime.compile.unit import (
    Expr,
    Run,
    Unit,
    compile_expression,
    pure_expression,
    statement_compiler,
    value_compiler,
)
from shell.runtime.compile.variables import SCOPE_WORDS, plain_name, scope_of, split_name
from shell.runtime.errors import PSInvalidCastException
from shell.runtime.flow import Flow
from shell.runtime.objects import AUTOMATION_NULL, Out, Value
from shell.runtime.preferences import TYPED, preference_value
from shell.runtime.scope import PRIVATE, Scope, VariableGuard, not_writable, remember_name

Assign = Callable[[Scope, Value], None]

_MINIMUM: Final = -0x80000000
_MAXIMUM: Final = 0x7FFFFFFF

COMPOUND: Final = {
    TokenKind.PlusEquals: TokenKind.Plus,
    TokenKind.MinusEquals: TokenKind.Minus,
    TokenKind.MultiplyEquals: TokenKind.Multiply,
    TokenKind.DivideEquals: TokenKind.Divide,
    TokenKind.RemainderEquals: TokenKind.Rem,
}


# --- targets ---------------------------------------------------------------------------------------------------------


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
    key = remember_name(name)
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
    from shell.runtime.compile.members import _name_reader, _static_target

    name = _name_reader(node.member, unit)
    if isinstance(node, InvokeMemberExpressionAst):
        return _parameterized_target(node, unit)
    if node.is_static:
        owner = _static_target(node.expression, unit)
        return lambda scope, value: members.set_static(owner(scope), name(scope), value, scope.runspace)
    target = compile_expression(node.expression, unit)
    return lambda scope, value: members.set_member(target(scope), name(scope), value, scope.runspace)


def _parameterized_target(node: InvokeMemberExpressionAst, unit: Unit) -> Assign:
    """`$list.Item(0) = 1`: an indexer by its name; nothing else here has properties with arguments."""
    from shell.runtime.calling import method_not_found
    from shell.runtime.compile.members import _name_reader, compile_arguments, write_index
    from shell.runtime.types import type_of

    name = _name_reader(node.member, unit)
    target = compile_expression(node.expression, unit)
    arguments = compile_arguments(node, unit)

    def store(scope: Scope, value: Value) -> None:
        owner, given = target(scope), arguments(scope)
        if name(scope).lower() != "item" or len(given) != 1:
            raise method_not_found(type_of(owner).display_name, name(scope))
        write_index(owner, given[0], value)

    return store


def _index_target(node: IndexExpressionAst, unit: Unit) -> Assign:
    from shell.runtime.compile.members import write_index

    target = compile_expression(node.target, unit)
    index = compile_expression(node.index, unit)
    return lambda scope, value: write_index(target(scope), index(scope), value)


def _multiple_target(node: ArrayLiteralAst, unit: Unit) -> Assign:
    """`$a, $b = 1, 2, 3`: the last takes what is left, those without a value get null."""
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
    from shell.runtime.compile.guards import guard_maker

    chain: list[AttributedExpressionAst] = []
    inner: Ast = node
    while isinstance(inner, AttributedExpressionAst):
        chain.append(inner)
        inner = inner.child
    if not isinstance(inner, VariableExpressionAst):
        return _converting_target(node, unit)
    qualifier, name = split_name(inner.name)
    make = guard_maker([each.attribute for each in chain], unit, name)
    if qualifier and qualifier not in SCOPE_WORDS:
        return _converting_target(node, unit)
    key = remember_name(name)
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
    """Convert the value that a typed variable begins with: a failing cast is an error of its own there."""
    from shell.runtime.validation import MetadataException

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
    from shell.runtime.compile.types import type_reader
    from shell.runtime.conversion import convert

    read = type_reader(node.attribute.type_name, unit)
    return lambda scope, value: store(scope, convert(value, read(scope)))


# --- statements ------------------------------------------------------------------------------------------------------


def _right_side(node: StatementAst, unit: Unit) -> Expr:
    if isinstance(node, CommandExpressionAst) and not node.redirections:
        return compile_expression(node.expression, unit)
    return compile_value(node, unit)


@value_compiler(AssignmentStatementAst)
def compile_assignment_value(node: AssignmentStatementAst, unit: Unit) -> Expr:
    """Compile an assignment whose value is wanted: `($a = 5)`, `$a = $b = 7`."""
    if node.operator is TokenKind.Equals and not isinstance(node.left, AttributedExpressionAst | ArrayLiteralAst):
        store = assignment_target(node.left, unit)
        right = _right_side(node.right, unit)

        def run(scope: Scope) -> Value:
            value = right(scope)
            store(scope, value)
            return value

        return run
    perform = compile_assignment(node, unit)
    read = compile_expression(bare_target(node.left), unit)

    def perform_and_read(scope: Scope) -> Value:
        perform(scope, _ignore)
        return read(scope)

    return perform_and_read


def bare_target(node: ExpressionAst) -> ExpressionAst:
    """Return what is assigned to, without the types and attributes in front."""
    while isinstance(node, AttributedExpressionAst):
        node = node.child
    return node


def _ignore(value: Value) -> None:
    return None


@statement_compiler(AssignmentStatementAst)
def compile_assignment(node: AssignmentStatementAst, unit: Unit) -> Run:
    """Compile an assignment."""
    run = _assignment(node, unit)
    if not (unit.tracks_status and sets_status(node.right)):
        return run

    def run_and_set(scope: Scope, out: Out) -> Flow | None:
        run(scope, out)
        scope.runspace.succeeded = True
        return None

    return run_and_set


def _assignment(node: AssignmentStatementAst, unit: Unit) -> Run:
    right = _right_side(node.right, unit)
    if node.operator is TokenKind.Equals:
        return _plain(node.left, right, unit)
    if node.operator is TokenKind.QuestionQuestionEquals:
        return _coalescing(node.left, right, unit)
    return _compound(node.left, COMPOUND[node.operator], right, unit)


def _plain(left: ExpressionAst, right: Expr, unit: Unit) -> Run:
    key = plain_name(left)
    if key is not None and key not in READ_ONLY_NAMES and key not in TYPED:
        name = key

        def assign(scope: Scope, out: Out) -> Flow | None:
            scope[name] = right(scope)
            return None

        return assign
    store = assignment_target(left, unit)

    def run(scope: Scope, out: Out) -> Flow | None:
        store(scope, right(scope))
        return None

    return run


def _coalescing(left: ExpressionAst, right: Expr, unit: Unit) -> Run:
    read = compile_expression(left, unit)
    store = assignment_target(left, unit)

    def run(scope: Scope, out: Out) -> Flow | None:
        if operators.is_null(read(scope)):
            store(scope, right(scope))
        return None

    return run


def _compound(left: ExpressionAst, kind: TokenKind, right: Expr, unit: Unit) -> Run:
    general = operators.BINARY[kind]
    key = plain_name(left)
    if key is not None and key not in READ_ONLY_NAMES:
        own = _own_reader(key, unit.block)
        if kind is TokenKind.Plus:
            return _add_to_variable(key, own, right, general)
        return _change_variable(key, own, right, general)
    update = updater(bare_target(left), unit)

    def run(scope: Scope, out: Out) -> Flow | None:
        update(scope, lambda old: general(old, right(scope)))
        return None

    return run


def _own_reader(key: str, block: Any) -> Expr:
    """Compile the reading of `$x += 1` where the scope has no `$x` yet.

    A function that assigns to a variable has a slot for it, and a compound assignment reads that slot: null, not what
    a caller has. Code that runs in its caller's scope looks the variable up as usual.
    """

    def read(scope: Scope) -> Value:
        frame = scope.frame
        if frame is not None and frame.owns_scope and frame.block.code is block:
            return None
        return scope[key]

    return read


def _add_to_variable(key: str, own: Expr, right: Expr, general: Callable[[Value, Value], Value]) -> Run:
    def run(scope: Scope, out: Out) -> Flow | None:
        old = scope[key] if key in scope else own(scope)
        value = right(scope)
        if type(old) is int and type(value) is int:
            total = old + value
            scope[key] = total if _MINIMUM <= total <= _MAXIMUM else float(total)
        else:
            scope[key] = general(old, value)
        return None

    return run


def _change_variable(key: str, own: Expr, right: Expr, general: Callable[[Value, Value], Value]) -> Run:
    def run(scope: Scope, out: Out) -> Flow | None:
        old = scope[key] if key in scope else own(scope)
        scope[key] = general(old, right(scope))
        return None

    return run


def updater(node: ExpressionAst, unit: Unit) -> Callable[[Scope, Callable[[Value], Value]], tuple[Value, Value]]:
    """Compile read-change-write; the parts of a member or index are evaluated once. Returns (old, new)."""
    if isinstance(node, MemberExpressionAst) and not node.is_static:
        return _memberupdater(node, unit)
    if isinstance(node, IndexExpressionAst):
        return _indexupdater(node, unit)
    if isinstance(node, ParenExpressionAst):
        inner = pure_expression(node.pipeline)
        if inner is not None:
            return updater(inner, unit)
    read = compile_expression(node, unit)
    store = assignment_target(node, unit)

    def update(scope: Scope, change: Callable[[Value], Value]) -> tuple[Value, Value]:
        old = read(scope)
        new = change(old)
        store(scope, new)
        return old, new

    return update


def _memberupdater(node: MemberExpressionAst, unit: Unit) -> Callable[..., tuple[Value, Value]]:
    from shell.runtime.compile.members import _name_reader

    name_of = _name_reader(node.member, unit)
    target = compile_expression(node.expression, unit)

    def update(scope: Scope, change: Callable[[Value], Value]) -> tuple[Value, Value]:
        owner, name = target(scope), name_of(scope)
        old = members.get_member(owner, name, scope.runspace)
        new = change(old)
        members.set_member(owner, name, new, scope.runspace)
        return old, new

    return update


def _indexupdater(node: IndexExpressionAst, unit: Unit) -> Callable[..., tuple[Value, Value]]:
    from shell.runtime.compile.members import read_index, write_index

    target = compile_expression(node.target, unit)
    index = compile_expression(node.index, unit)

    def update(scope: Scope, change: Callable[[Value], Value]) -> tuple[Value, Value]:
        owner, key = target(scope), index(scope)
        old = read_index(owner, key)
        new = change(old)
        write_index(owner, key, new)
        return old, new

    return update
