"""`return`, `break`, `continue`, `exit`, `throw`."""

from __future__ import annotations

from shell.engine.compile.statements import compile_value
from shell.engine.compile.unit import (
    Expr,
    Run,
    Unit,
    compile_expression,
    compile_statement,
    constant_of,
    statement_compiler,
)
from shell.engine.run import failures
from shell.engine.run.scope import Scope
from shell.engine.run.throwing import thrown
from shell.language.tree import (
    BreakStatementAst,
    ContinueStatementAst,
    ExitStatementAst,
    ReturnStatementAst,
    ThrowStatementAst,
)
from shell.types.conversion.conversion import to_int
from shell.types.conversion.text import to_string
from shell.values.errors import NetException
from shell.values.flow import BREAK_KIND, CONTINUE_KIND, RETURN, ExitRequest, Flow
from shell.values.objects import MISSING, Out


@statement_compiler(ReturnStatementAst)
def compile_return(node: ReturnStatementAst, unit: Unit) -> Run:
    """Compile `return`."""
    if node.pipeline is None:
        return lambda scope, out: RETURN
    if unit.in_class:
        return _return_from_method(compile_value(node.pipeline, unit))
    run = compile_statement(node.pipeline, unit)

    def run_and_return(scope: Scope, out: Out) -> Flow | None:
        flow = run(scope, out)
        return RETURN if flow is None else flow

    return run_and_return


def _return_from_method(value: Expr) -> Run:
    """Store a method's return value in its frame; other output is dropped."""

    def run(scope: Scope, out: Out) -> Flow | None:
        result = value(scope)
        frame = scope.current_frame()
        if frame is not None:
            frame.result = result
        return RETURN

    return run


def _leaving(node: BreakStatementAst | ContinueStatementAst, kind: int, unit: Unit) -> Run:
    if node.label is None:
        plain = Flow(kind)
        return lambda scope, out: plain
    constant = constant_of(node.label)
    if constant is not MISSING:
        labelled = Flow(kind, str(constant).lower())
        return lambda scope, out: labelled
    label = compile_expression(node.label, unit)
    return lambda scope, out: Flow(kind, to_string(label(scope), scope.runspace).lower())


@statement_compiler(BreakStatementAst)
def compile_break(node: BreakStatementAst, unit: Unit) -> Run:
    """Compile `break`."""
    return _leaving(node, BREAK_KIND, unit)


@statement_compiler(ContinueStatementAst)
def compile_continue(node: ContinueStatementAst, unit: Unit) -> Run:
    """Compile `continue`."""
    return _leaving(node, CONTINUE_KIND, unit)


@statement_compiler(ExitStatementAst)
def compile_exit(node: ExitStatementAst, unit: Unit) -> Run:
    """Compile `exit`."""
    code = compile_value(node.pipeline, unit) if node.pipeline is not None else None

    def run(scope: Scope, out: Out) -> Flow | None:
        value = code(scope) if code is not None else None
        try:
            number = to_int(value) if code is not None else 0
        except NetException:
            number = 0
        raise ExitRequest(number)

    return run


@statement_compiler(ThrowStatementAst)
def compile_throw(node: ThrowStatementAst, unit: Unit) -> Run:
    """Compile `throw`."""
    value = compile_value(node.pipeline, unit) if node.pipeline is not None else None
    extent = node.extent

    def run(scope: Scope, out: Out) -> Flow | None:
        thing = value(scope) if value is not None else MISSING
        raise failures.locate(scope, thrown(thing, scope), extent)

    return run
