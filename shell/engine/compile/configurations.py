"""Desired State Configuration: definitions are parsed; applying them is not emulated."""

from __future__ import annotations

from typing import Final

from shell.engine.compile.blocks import BlockCode
from shell.engine.compile.unit import Run, Unit, compile_expression, statement_compiler
from shell.engine.run.functions import define_function
from shell.engine.run.scope import Scope
from shell.language import parse
from shell.language.tree import ConfigurationDefinitionAst
from shell.types.conversion.text import to_string
from shell.values.flow import Flow
from shell.values.objects import Out

_REFUSAL: Final = """
[CmdletBinding()] param([Parameter(ValueFromRemainingArguments)] $Arguments)
$exception = [NotSupportedException]::new('Configurations are not emulated: there is no Local Configuration Manager.')
$PSCmdlet.ThrowTerminatingError(
    [System.Management.Automation.ErrorRecord]::new($exception, 'NotEmulatedConfiguration', 'NotImplemented', $null))
"""


@statement_compiler(ConfigurationDefinitionAst)
def compile_configuration(node: ConfigurationDefinitionAst, unit: Unit) -> Run:
    """Compile a configuration: running it defines a command of that name, and calling the command is refused."""
    name = compile_expression(node.instance_name, unit)
    refusal = parse(_REFUSAL).tree

    def run(scope: Scope, out: Out) -> Flow | None:
        define_function(scope, to_string(name(scope)), BlockCode(refusal, Unit(refusal.extent.source)))
        return None

    return run
