"""`try`, `catch`, `finally`, `trap`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from shell.engine.compile.statements import compile_block
from shell.engine.compile.unit import Run, Unit, compile_statement, statement_compiler
from shell.engine.compile.values.type_expressions import resolve_type
from shell.engine.run import failures
from shell.engine.run.catching import Handler, best_handler, error_record_for
from shell.engine.run.scope import Scope, new_scope
from shell.language.tree import (
    CatchClauseAst,
    StatementAst,
    TrapStatementAst,
    TryStatementAst,
)
from shell.lazy import lazy
from shell.values.errors import NetException, PipelineStoppedException, record_of
from shell.values.flow import BREAK_KIND, CONTINUE_KIND, Flow
from shell.values.objects import MISSING, Out

if TYPE_CHECKING:
    from shell.types.members import python_errors
else:
    python_errors = lazy("shell.types.members.python_errors", globals())


_get = dict.get


def _handlers(clauses: Sequence[CatchClauseAst | TrapStatementAst], unit: Unit) -> tuple[tuple[Any, Run], ...]:
    made = []
    for clause in clauses:
        if isinstance(clause, CatchClauseAst):
            types: tuple[Any, ...] = clause.catch_types
        else:
            types = (clause.trap_type,) if clause.trap_type is not None else ()
        made.append((tuple(each.type_name for each in types), compile_block(clause.body, unit)))
    return tuple(made)


def _find(handlers: tuple[tuple[Any, Run], ...], error: NetException, unit: Unit, scope: Scope) -> Handler | None:
    named = [
        Handler([resolve_type(each, unit, scope) for each in names] if names else None, body)
        for names, body in handlers
    ]
    return best_handler(named, error)


@statement_compiler(TryStatementAst)
def compile_try(node: TryStatementAst, unit: Unit) -> Run:
    """Compile `try`."""
    body = compile_block(node.body, unit)
    handlers = _handlers(node.catch_clauses, unit)
    extent = node.extent
    run = _with_catch(body, handlers, unit, extent) if handlers else body
    if node.finally_block is None:
        return run
    return _with_finally(run, compile_block(node.finally_block, unit))


def _with_catch(body: Run, handlers: tuple[tuple[Any, Run], ...], unit: Unit, extent: Any) -> Run:
    def run(scope: Scope, out: Out) -> Flow | None:
        runspace = scope.runspace
        before = runspace.propagates
        runspace.propagates = True
        try:
            return body(scope, out)
        except Exception as error:
            runspace.propagates = before
            runspace.scope = scope
            return _catch(handlers, failures.locate(scope, python_errors.as_error(error), extent), unit, scope, out)
        finally:
            runspace.propagates = before

    return run


def _catch(
    handlers: tuple[tuple[Any, Run], ...], error: NetException, unit: Unit, scope: Scope, out: Out
) -> Flow | None:
    if isinstance(error, PipelineStoppedException):
        raise error
    runspace = scope.runspace
    runspace.record_error(error)
    handler = _find(handlers, error, unit, scope)
    if handler is None:
        raise error
    before = _get(scope, "_", MISSING)
    caught, runspace.caught = runspace.caught, error
    dict.__setitem__(scope, "_", error_record_for(error, handler))
    try:
        flow: Flow | None = handler.body(scope, out)
        return flow
    finally:
        runspace.caught = caught
        if before is MISSING:
            scope.pop("_", None)
        else:
            dict.__setitem__(scope, "_", before)


def _with_finally(body: Run, last: Run) -> Run:
    def run(scope: Scope, out: Out) -> Flow | None:
        runspace = scope.runspace
        try:
            flow = body(scope, out)
        except BaseException:
            propagates, runspace.propagates = runspace.propagates, False
            runspace.scope = scope
            try:
                left = last(scope, out)
            finally:
                runspace.propagates = propagates
            if left is not None:
                return left
            raise
        left = last(scope, out)
        return flow if left is None else left

    return run


# --- trap ------------------------------------------------------------------------------------------------------------


def compile_with_traps(statements: Sequence[StatementAst], traps: Sequence[TrapStatementAst], unit: Unit) -> Run:
    """Compile a list of statements with traps."""
    handlers = _handlers(traps, unit)
    compiled = tuple(
        (compile_statement(statement, unit), statement.extent)
        for statement in statements
        if not isinstance(statement, TrapStatementAst)
    )

    def run(scope: Scope, out: Out) -> Flow | None:
        runspace = scope.runspace
        for statement, extent in compiled:
            before = runspace.propagates
            runspace.propagates = True
            try:
                flow = statement(scope, out)
            except Exception as error:
                runspace.propagates = before
                runspace.scope = scope
                failure = failures.locate(scope, python_errors.as_error(error), extent)
                flow = _trapped(handlers, failure, extent, unit, scope, out)
            finally:
                runspace.propagates = before
            if flow is not None:
                return flow
        return None

    return run


def _trapped(
    handlers: tuple[tuple[Any, Run], ...], error: NetException, extent: Any, unit: Unit, scope: Scope, out: Out
) -> Flow | None:
    runspace = scope.runspace
    runspace.record_error(error)
    runspace.succeeded = False
    handler = None if isinstance(error, PipelineStoppedException) else _find(handlers, error, unit, scope)
    if handler is None:
        failures.handle(scope, error, extent)
        return None
    child = new_scope(scope)
    dict.__setitem__(child, "_", error_record_for(error, handler))
    runspace.scope = child
    caught, runspace.caught = runspace.caught, error
    try:
        flow: Flow | None = handler.body(child, out)
    finally:
        runspace.caught = caught
    runspace.scope = scope
    if flow is None:
        if runspace.error_preference(scope) == "Stop":
            raise error
        if runspace.error_preference(scope) not in ("SilentlyContinue", "Ignore"):
            runspace.streams.write_error(record_of(error))
        return None
    if flow.kind == CONTINUE_KIND and flow.label is None:
        return None
    if flow.kind == BREAK_KIND and flow.label is None:
        error.stops = True  # type: ignore[attr-defined]
        raise error
    return flow


@statement_compiler(TrapStatementAst)
def compile_trap(node: TrapStatementAst, unit: Unit) -> Run:
    """Compile to nothing: the enclosing block installs the trap."""
    return lambda scope, out: None
