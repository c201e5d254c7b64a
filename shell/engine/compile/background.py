"""`command &`: a pipeline that runs as a background job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shell.engine.compile.unit import Run, Unit
from shell.engine.compile.variables import plain_name
from shell.engine.run.scope import Scope
from shell.language.tree import PipelineAst, VariableExpressionAst
from shell.lazy import lazy
from shell.values.flow import Flow
from shell.values.objects import Out

if TYPE_CHECKING:
    from shell.engine.session import background_jobs
else:
    background_jobs = lazy("shell.engine.session.background_jobs", globals())


def compile_background(node: PipelineAst, unit: Unit) -> Run:
    """Compile a pipeline followed by `&`: its text runs as a job with the caller's variables."""

    def run(scope: Scope, out: Out) -> Flow | None:
        runspace = scope.runspace
        out(background_jobs.start(runspace, runspace.parse_block(_text(node, scope))))
        runspace.succeeded = True
        return None

    return run


def _text(node: PipelineAst, scope: Scope) -> str:
    """Return the pipeline's text, with `$using:x` for each `$x` that the caller has."""
    start, text = node.extent.start_offset, node.extent.text
    found = [
        each.extent for each in node.walk() if isinstance(each, VariableExpressionAst) and _is_the_callers(each, scope)
    ]
    for extent in sorted(found, key=lambda each: each.start_offset, reverse=True):
        place = extent.start_offset - start
        name = extent.text.lstrip("$@{").rstrip("}")
        text = f"{text[:place]}${{using:{name}}}{text[place + len(extent.text) :]}"
    return text


def _is_the_callers(node: VariableExpressionAst, scope: Scope) -> bool:
    key = plain_name(node)
    return key is not None and scope.find(key) is not None
