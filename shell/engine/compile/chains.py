"""Pipeline chains: `a && b`, `a || b`."""

from __future__ import annotations

from shell.engine.compile.unit import Run, Unit, compile_statement, statement_compiler
from shell.engine.run import failures
from shell.engine.run.scope import Scope
from shell.language.tokens import TokenKind
from shell.language.tree import PipelineChainAst
from shell.values.errors import NetException
from shell.values.flow import Flow
from shell.values.objects import Out


@statement_compiler(PipelineChainAst)
def compile_chain(node: PipelineChainAst, unit: Unit) -> Run:
    """Compile a chain: `&&` continues after success, `||` after failure, by `$?`. A terminating error ends only its own
    pipeline.
    """
    first = compile_statement(node.lhs, unit)
    second = compile_statement(node.rhs, unit)
    first_extent = node.lhs.extent
    wanted = node.operator is TokenKind.AndAnd

    def run(scope: Scope, out: Out) -> Flow | None:
        runspace = scope.runspace
        try:
            flow = first(scope, out)
        except NetException as error:
            failures.handle(scope, error, first_extent)
            flow = None
            runspace.succeeded = False
        if flow is not None:
            return flow
        if runspace.succeeded is not wanted:
            return None
        return second(scope, out)

    return run
