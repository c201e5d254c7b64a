"""Assignments: plain, compound, and as expressions; the update of a target for `++` and `--`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from shell.engine.compile.statements import compile_value, sets_status
from shell.engine.compile.unit import (
    Expr,
    Run,
    Unit,
    compile_expression,
    pure_expression,
    statement_compiler,
    value_compiler,
)
from shell.engine.compile.values.targets import assignment_target
from shell.engine.compile.variables import plain_name
from shell.engine.operators import operators
from shell.engine.run.scope import Scope
from shell.engine.session.automatic_variables import READ_ONLY_NAMES
from shell.engine.session.preferences import TYPED
from shell.language.tokens import TokenKind
from shell.language.tree import (
    ArrayLiteralAst,
    AssignmentStatementAst,
    AttributedExpressionAst,
    CommandExpressionAst,
    ExpressionAst,
    IndexExpressionAst,
    MemberExpressionAst,
    ParenExpressionAst,
    StatementAst,
)
from shell.lazy import lazy
from shell.types.members import access as members
from shell.types.members.access import ExtendedMember
from shell.values.flow import Flow
from shell.values.objects import AUTOMATION_NULL, MISSING, Hashtable, Out, PSCustomObject, Value

if TYPE_CHECKING:
    from shell.engine.compile.values import members as values_members
else:
    values_members = lazy("shell.engine.compile.values.members", globals(), "values_members")


_MINIMUM: Final = -0x80000000
_MAXIMUM: Final = 0x7FFFFFFF

_LONG: Final = 1 << 28
"""Strings from this length on are copied when something is added: memory may not suffice, and then the variable must
keep its value.
"""

Change: TypeAlias = Callable[[Scope, Value], Value]
"""Returns the new value for the old one."""

COMPOUND: Final = {
    TokenKind.PlusEquals: TokenKind.Plus,
    TokenKind.MinusEquals: TokenKind.Minus,
    TokenKind.MultiplyEquals: TokenKind.Multiply,
    TokenKind.DivideEquals: TokenKind.Divide,
    TokenKind.RemainderEquals: TokenKind.Rem,
}


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
    """Return the target of an assignment without its types and attributes."""
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
    change = _adding(right, general) if kind is TokenKind.Plus else _changing(right, general)

    def run(scope: Scope, out: Out) -> Flow | None:
        update(scope, change)
        return None

    return run


def _changing(right: Expr, general: Callable[[Value, Value], Value]) -> Change:
    return lambda scope, old: general(old, right(scope))


def _adding(right: Expr, general: Callable[[Value, Value], Value]) -> Change:
    def change(scope: Scope, old: Value) -> Value:
        value = right(scope)
        if type(old) is int and type(value) is int:
            total = old + value
            return total if _MINIMUM <= total <= _MAXIMUM else float(total)
        return general(old, value)

    return change


def _own_reader(key: str, block: Any) -> Expr:
    """Compile the reading of `$x` in `$x += 1` if the scope has no `$x` yet.

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
    """Compile `$x += ...`.

    A string that only the variable refers to is extended in place: CPython does so if the scope drops its reference
    first. No other code runs while the variable is empty. Other references never see a changed string.
    """

    def run(scope: Scope, out: Out) -> Flow | None:
        old = scope[key] if key in scope else own(scope)
        value = right(scope)
        if type(old) is int and type(value) is int:
            total = old + value
            scope[key] = total if _MINIMUM <= total <= _MAXIMUM else float(total)
        elif type(old) is str and type(value) is str and type(scope) is Scope and len(old) < _LONG:
            scope[key] = None
            old += value
            scope[key] = old
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


def updater(node: ExpressionAst, unit: Unit) -> Callable[[Scope, Change], tuple[Value, Value]]:
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

    def update(scope: Scope, change: Change) -> tuple[Value, Value]:
        old = read(scope)
        new = change(scope, old)
        store(scope, new)
        return old, new

    return update


def _memberupdater(node: MemberExpressionAst, unit: Unit) -> Callable[..., tuple[Value, Value]]:
    name_of = values_members._name_reader(node.member, unit)
    target = compile_expression(node.expression, unit)

    def update(scope: Scope, change: Change) -> tuple[Value, Value]:
        owner, name = target(scope), name_of(scope)
        if type(owner) is PSCustomObject:
            old = owner.members.get(name, MISSING)
            if old is not MISSING and not isinstance(old, ExtendedMember):
                new = change(scope, old)
                members.set_member(owner, name, new, scope.runspace)
                return old, new
        elif type(owner) is Hashtable and name in owner:
            return _change_entry(scope, owner, name, change)
        old = members.get_member(owner, name, scope.runspace)
        new = change(scope, old)
        members.set_member(owner, name, new, scope.runspace)
        return old, new

    return update


def _change_entry(scope: Scope, table: Hashtable, key: Value, change: Change) -> tuple[Value, Value]:
    folded = table._fold(key)
    entry = table._items.get(folded)
    old = None if entry is None else entry[1]
    new = change(scope, old)
    entry = table._items.get(folded)  # the right side may have changed the table
    table._items[folded] = (key if entry is None else entry[0], None if new is AUTOMATION_NULL else new)
    return old, new


def _indexupdater(node: IndexExpressionAst, unit: Unit) -> Callable[..., tuple[Value, Value]]:
    target = compile_expression(node.target, unit)
    index = compile_expression(node.index, unit)

    def update(scope: Scope, change: Change) -> tuple[Value, Value]:
        owner, key = target(scope), index(scope)
        if type(owner) is Hashtable and (type(key) is str or type(key) is int):
            return _change_entry(scope, owner, key, change)
        old = values_members.read_index(owner, key)
        new = change(scope, old)
        values_members.write_index(owner, key, new)
        return old, new

    return update
