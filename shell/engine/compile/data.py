"""`data` sections and `using` statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shell.engine.compile.statements import block_value
from shell.engine.compile.unit import Run, Unit, statement_compiler
from shell.engine.run.pipeline import emit
from shell.engine.run.scope import Scope, variable_key
from shell.language.tree import DataStatementAst, UsingStatementAst
from shell.lazy import lazy
from shell.values.flow import Flow
from shell.values.objects import Out

if TYPE_CHECKING:
    from shell.engine.modules import requirements
else:
    requirements = lazy("shell.engine.modules.requirements", globals())


@statement_compiler(DataStatementAst)
def compile_data(node: DataStatementAst, unit: Unit) -> Run:
    """Compile `data Name { }`, whose content the parser has checked."""
    value = block_value(node.body, unit)
    name = variable_key(node.variable) if node.variable else None

    def run(scope: Scope, out: Out) -> Flow | None:
        result = value(scope)
        if name is None:
            emit(result, out)
        else:
            scope[name] = result
        return None

    return run


@statement_compiler(UsingStatementAst)
def compile_using(node: UsingStatementAst, unit: Unit) -> Run:
    """`using namespace` is done when the script block is compiled; `using module` imports."""
    if node.kind != "module":
        return lambda scope, out: None

    def run(scope: Scope, out: Out) -> Flow | None:
        scope.runspace.run_command("Import-Module", **requirements.used_module(scope.runspace, node))
        return None

    return run
