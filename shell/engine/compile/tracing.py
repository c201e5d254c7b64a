"""Set-PSDebug -Trace and breakpoints: a traced form of code, which visits each statement before it runs.

A text is compiled in that form if it names PSDebug or PSBreakpoint, or once tracing was turned on. Other code has no
overhead. After `begin`, code that is already compiled is compiled again at its next call.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from shell.engine.compile.blocks import BlockCode
from shell.engine.compile.unit import TRACING, Expr, Run
from shell.engine.run.scope import Scope
from shell.language.source import Extent
from shell.language.tree import (
    AssignmentStatementAst,
    Ast,
    ExitStatementAst,
    FunctionDefinitionAst,
    PipelineBaseAst,
    ReturnStatementAst,
    ThrowStatementAst,
    VariableExpressionAst,
)
from shell.language.units import whole
from shell.lazy import lazy
from shell.types.conversion.text import to_string
from shell.values.flow import Flow
from shell.values.objects import Out, Value

if TYPE_CHECKING:
    from shell.engine.compile.values import assignments
    from shell.engine.run import breakpoints
    from shell.engine.session.runspace import Runspace
else:
    assignments = lazy("shell.engine.compile.values.assignments", globals())
    breakpoints = lazy("shell.engine.run.breakpoints", globals())

_POINTS: Final = (
    PipelineBaseAst,
    ReturnStatementAst,
    ThrowStatementAst,
    ExitStatementAst,
    FunctionDefinitionAst,
)
"""Statements that are shown. For `if`, loops and `switch` the conditions are shown; `try` is not."""

_SHOWN_LENGTH: Final = 60
"""Maximum total length of a variable's name and value."""


def begin(runspace: Runspace) -> None:
    """Turn tracing on, also for code that is already compiled."""
    if not TRACING.wanted:
        TRACING.wanted = True
        for each in gc.get_objects():
            if type(each) is BlockCode and not each.unit.traces:
                each.forget()
    runspace.commands.changed()


def show_line(runspace: Runspace, extent: Extent) -> None:
    """Show a source line with a mark where the statement in it begins."""
    source = extent.source
    line, column = extent.start_line, extent.start_column
    text = source.line_units(line)
    _show(runspace, whole(f"{line:4}+ {text[: column - 1]} >>>> {text[column - 1 :]}"))


def show_call(runspace: Runspace, name: str, file: str | None) -> None:
    """Show that a function, script or block is called."""
    place = f"  (defined in file '{file}')" if file else ""
    _show(runspace, f"    ! CALL function '{name}'{place}")


def _show(runspace: Runspace, text: str) -> None:
    runspace.host.write_warning_line(f"DEBUG: {text}")


def traced(run: Run, node: Ast) -> Run:
    """Return a statement's traced form."""
    if not isinstance(node, _POINTS):
        return run
    extent = node.extent
    name = _assigned(node)
    visit = _visitor(node)

    def show_and_run(scope: Scope, out: Out) -> Flow | None:
        runspace = scope.runspace
        if runspace.trace_level:
            show_line(runspace, extent)
        if runspace.breakpoints is not None:
            visit(scope)
        flow = run(scope, out)
        if name is not None and runspace.trace_level > 1:
            show_variable(scope, name)
        return flow

    return show_and_run


def _visitor(node: Ast, *, begins_round: bool = False) -> Callable[[Scope], None]:
    """Return a function that checks for breakpoints at a node; it is called only if there are breakpoints."""
    found: list[Any] = []

    def visit(scope: Scope) -> None:
        if not found:
            found.append(breakpoints.round_points(node) if begins_round else breakpoints.points_of(node))  # type: ignore[arg-type]
        breakpoints.visit(scope, found[0])

    return visit


def traced_value(value: Expr, node: Ast) -> Expr:
    """Return the traced form of a condition or of a loop's collection."""
    extent, visit = node.extent, _visitor(node)

    def show_and_read(scope: Scope) -> Value:
        if scope.runspace.trace_level:
            show_line(scope.runspace, extent)
        if scope.runspace.breakpoints is not None:
            visit(scope)
        return value(scope)

    return show_and_read


def traced_round(body: Run, variable: VariableExpressionAst) -> Run:
    """Return the traced form of a foreach loop's body: each round begins with its variable."""
    extent, name, visit = variable.extent, variable.name, _visitor(variable, begins_round=True)

    def show_and_run(scope: Scope, out: Out) -> Flow | None:
        level = scope.runspace.trace_level
        if level:
            show_line(scope.runspace, extent)
        if level > 1:
            show_variable(scope, name)
        if scope.runspace.breakpoints is not None:
            visit(scope)
        return body(scope, out)

    return show_and_run


def traced_call(body: Run | None, name: str, file: str | None) -> Run:
    """Return the traced form of a function's body, which shows the call."""

    def show_and_run(scope: Scope, out: Out) -> Flow | None:
        if scope.runspace.trace_level > 1:
            show_call(scope.runspace, name, file)
        return None if body is None else body(scope, out)

    return show_and_run


def _assigned(node: Ast) -> str | None:
    if not isinstance(node, AssignmentStatementAst):
        return None
    target = assignments.bare_target(node.left)
    return target.name if isinstance(target, VariableExpressionAst) else None


def show_variable(scope: Scope, name: str) -> None:
    """Show what a variable was set to."""
    runspace = scope.runspace
    text = to_string(runspace.get_variable(name), runspace)
    room = max(_SHOWN_LENGTH - len(name), 0)
    shown = text if len(text) <= room else text[:room] + "\u2026"
    _show(runspace, f"    ! SET ${name} = '{shown}'.")
