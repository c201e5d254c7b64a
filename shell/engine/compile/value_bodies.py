"""The value form of a body, for blocks whose only output is one value at their end: no list is needed.

A step returns GO_ON, or the value that the body returns. A body that does more (writes twice, loops with output)
has no value form.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from shell.engine.compile.statements import _is_void, compile_condition, compile_value, sets_status
from shell.engine.compile.unit import Expr, Run, Unit, compile_expression, compile_statement, pure_expression
from shell.engine.run import failures
from shell.engine.run.pipeline import emit
from shell.engine.run.scope import Scope
from shell.language.tree import (
    AssignmentStatementAst,
    CommandAst,
    IfStatementAst,
    NamedBlockAst,
    PipelineAst,
    PipelineBaseAst,
    ReturnStatementAst,
    StatementAst,
    StatementBlockAst,
)
from shell.lazy import lazy
from shell.values.objects import AUTOMATION_NULL, Value

if TYPE_CHECKING:
    from shell.types.members import python_errors
else:
    python_errors = lazy("shell.types.members.python_errors", globals())


class _GoOn:
    __slots__ = ()


GO_ON: Final = _GoOn()

_SCALARS: Final = frozenset((int, str, float, bool))


def value_form(block: NamedBlockAst, unit: Unit) -> Expr | None:
    """Return the value form of a body, or None if it has none."""
    if block.traps or unit.tracks_status or unit.traces:
        return None
    steps = _steps(block.statements, unit, True)
    if steps is None:
        return None
    if len(steps) == 1:
        return _single(*steps[0])
    return _many(tuple(steps))


Step = tuple[Callable[[Scope], Any], Any]


def _single(step: Callable[[Scope], Any], extent: Any) -> Expr:
    handle = failures.handle

    def run(scope: Scope) -> Value:
        try:
            value = step(scope)
        except Exception as error:
            handle(scope, python_errors.as_error(error), extent)
            return AUTOMATION_NULL
        return AUTOMATION_NULL if value is GO_ON else value

    return run


def _many(steps: tuple[Step, ...]) -> Expr:
    body = _sequence(steps)

    def run(scope: Scope) -> Value:
        value = body(scope)
        return AUTOMATION_NULL if value is GO_ON else value

    return run


def _sequence(steps: tuple[Step, ...]) -> Callable[[Scope], Any]:
    handle = failures.handle

    def run(scope: Scope) -> Any:
        for step, extent in steps:
            try:
                value = step(scope)
            except Exception as error:
                handle(scope, python_errors.as_error(error), extent)
                continue
            if value is not GO_ON:
                return value
        return GO_ON

    return run


def _steps(statements: Sequence[StatementAst], unit: Unit, at_end: bool) -> list[Step] | None:
    """Compile statements to steps; `at_end` is true where the last one's output is the body's value."""
    if not statements:
        return None
    made: list[Step] = []
    last = len(statements) - 1
    for place, statement in enumerate(statements):
        step = _step(statement, unit, at_end and place == last)
        if step is None:
            return None
        made.append((step, statement.extent))
    return made


def _step(node: StatementAst, unit: Unit, last: bool) -> Callable[[Scope], Any] | None:
    if isinstance(node, ReturnStatementAst):
        return _returned(node.pipeline, unit)
    if isinstance(node, AssignmentStatementAst):
        return _silent(compile_statement(node, unit))
    if isinstance(node, IfStatementAst):
        return _if(node, unit, last)
    inner = pure_expression(node)
    if inner is not None and _is_void(inner):
        return _silent(compile_statement(node, unit))
    return _returned(node, unit) if last and isinstance(node, PipelineBaseAst) else None


def _silent(run: Run) -> Callable[[Scope], Any]:
    def step(scope: Scope) -> Any:
        run(scope, _drop)
        return GO_ON

    return step


def _drop(value: Value) -> None:
    return None


def _returned(node: PipelineBaseAst | None, unit: Unit) -> Callable[[Scope], Any] | None:
    if node is None:
        return lambda scope: AUTOMATION_NULL
    inner = pure_expression(node)
    if inner is not None:
        if _is_void(inner):
            return None
        return _unrolled(compile_expression(inner, unit))
    single = isinstance(node, PipelineAst) and len(node.pipeline_elements) == 1
    if single and isinstance(node.pipeline_elements[0], CommandAst):  # type: ignore[attr-defined]
        return compile_value(node, unit)
    return None


def _unrolled(inner: Expr) -> Expr:
    def run(scope: Scope) -> Value:
        value = inner(scope)
        if type(value) in _SCALARS:
            return value
        items: list[Value] = []
        emit(value, items.append)
        count = len(items)
        return items[0] if count == 1 else items if count else AUTOMATION_NULL

    return run


def _if(node: IfStatementAst, unit: Unit, last: bool) -> Callable[[Scope], Any] | None:
    clauses: list[tuple[Callable[[Scope], bool], Callable[[Scope], Any]]] = []
    for test, body in node.clauses:
        compiled = _body(body, unit, last)
        if compiled is None:
            return None
        clauses.append((compile_condition(test, unit), compiled))
    other = None
    if node.else_clause is not None:
        other = _body(node.else_clause, unit, last)
        if other is None:
            return None
    if len(clauses) == 1:
        return _one_if(*clauses[0], other)
    return _many_ifs(tuple(clauses), other)


def _one_if(
    test: Callable[[Scope], bool], body: Callable[[Scope], Any], other: Callable[[Scope], Any] | None
) -> Callable[[Scope], Any]:
    if other is None:
        return lambda scope: body(scope) if test(scope) else GO_ON
    otherwise = other
    return lambda scope: body(scope) if test(scope) else otherwise(scope)


def _many_ifs(
    clauses: tuple[tuple[Callable[[Scope], bool], Callable[[Scope], Any]], ...],
    other: Callable[[Scope], Any] | None,
) -> Callable[[Scope], Any]:
    def run(scope: Scope) -> Any:
        for test, body in clauses:
            if test(scope):
                return body(scope)
        return GO_ON if other is None else other(scope)

    return run


def _body(block: StatementBlockAst, unit: Unit, last: bool) -> Callable[[Scope], Any] | None:
    if block.traps:
        return None
    if not block.statements:
        return lambda scope: GO_ON
    steps = _steps(block.statements, unit, last)
    return None if steps is None else _sequence(tuple(steps))


__all__ = ["sets_status", "value_form"]
