"""`command &`: background jobs, which are not emulated."""

from __future__ import annotations

from shell.language.tree import PipelineAst
from shell.runtime.compile.unit import Run, Unit
from shell.runtime.errors import NotEmulatedException
from shell.runtime.flow import Flow
from shell.runtime.objects import Out
from shell.runtime.scope import Scope


def compile_background(node: PipelineAst, unit: Unit) -> Run:
    """Compile a pipeline with `&` behind it to the error that it raises."""

    def run(scope: Scope, out: Out) -> Flow | None:
        raise NotEmulatedException("Background jobs are not emulated: run the command without '&' behind it.")

    return run
