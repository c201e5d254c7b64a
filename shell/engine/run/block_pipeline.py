"""The one pipeline of a script block: for `GetSteppablePipeline()` and `GetPowerShell()`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, NoReturn

from shell.engine.compile.commands import Command as CompiledCommand
from shell.engine.compile.unit import compile_expression
from shell.engine.run.scope import new_scope
from shell.engine.session.crossing import Within
from shell.language import TokenKind, tree
from shell.lazy import lazy
from shell.values.errors import RuntimeException
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.automation import powershells, pscommand
    from shell.engine.run.scope import Scope
    from shell.engine.run.script_block import ScriptBlock
    from shell.engine.session.runspace import Runspace
else:
    powershells = lazy("shell.engine.automation.powershells", globals())
    pscommand = lazy("shell.engine.automation.pscommand", globals())

_ONE: Final = (
    "Expressions or control structures are not permitted. Verify that the script block contains exactly one pipeline or"
    " command."
)
_NO_OBJECT: Final = "Cannot generate a PowerShell object for a ScriptBlock "

MESSAGES: Final = {
    "CanConvertOneClauseOnly": f"Only a script block that contains exactly one clause can be converted. {_ONE}",
    "CantConvertEmptyPipeline": "An empty script block cannot be converted. Verify that the script block contains"
    " exactly one pipeline or command.",
    "CantConvertScriptBlockWithTrap": "A script block that contains a top-level trap statement cannot be converted.",
    "CanOnlyConvertOnePipeline": "Only a script block that contains exactly one pipeline or command can be converted."
    f" {_ONE}",
    "CantConvertPipelineStartsWithExpression": _NO_OBJECT + "that starts a pipeline with an expression.",
    "CantConvertWithDotSourcing": _NO_OBJECT + "that uses dot sourcing.",
    "CantConvertWithScriptBlocks": _NO_OBJECT + "that has script blocks as arguments.",
    "CantConvertWithScriptBlockInvocation": _NO_OBJECT + "that invokes script blocks.",
    "CantConvertWithUndeclaredVariables": _NO_OBJECT
    + "dereferencing variables undeclared in the param(...) block. Name of undeclared variable: {0}.",
    "CantConvertWithDynamicExpression": _NO_OBJECT + "evaluating dynamic expressions. Dynamic expression: {0}.",
    "CanConvertOneOutputErrorRedir": _NO_OBJECT + "that redirects anything but its errors to its output.",
}
"""Messages for blocks that cannot be converted, by error id."""

_DYNAMIC: Final = (
    *(tree.InvokeMemberExpressionAst, tree.MemberExpressionAst, tree.BinaryExpressionAst, tree.CommandAst),
    *(tree.UnaryExpressionAst, tree.TernaryExpressionAst, tree.AssignmentStatementAst),
)


class ScriptBlockToPowerShellNotSupportedException(RuntimeException):
    """System.Management.Automation.ScriptBlockToPowerShellNotSupportedException: the block is more than a pipeline."""

    clr_name = "System.Management.Automation.ScriptBlockToPowerShellNotSupportedException"


def single_pipeline(block: ScriptBlock) -> tree.PipelineAst:
    """Return the only pipeline of a block."""
    root = block.code.ast
    end = root.end_block
    if root.begin_block or root.process_block or getattr(root, "dynamic_param_block", None):
        _refuse("CanConvertOneClauseOnly")
    if end is None or not end.statements:
        _refuse("CantConvertEmptyPipeline")
    if end.traps:
        _refuse("CantConvertScriptBlockWithTrap")
    found = end.statements[0]
    if len(end.statements) != 1 or not isinstance(found, tree.PipelineAst):
        _refuse("CanOnlyConvertOnePipeline")
    return found


def to_powershell(
    session: Runspace, block: ScriptBlock, args: Sequence[Value], known: dict[str, Value], *, trusted: bool = False
) -> Value:
    """Return a block's pipeline as a PowerShell object, its arguments evaluated.

    `args` are the block's own arguments, `known` variables that it may read besides its parameters. A block that is not
    `trusted` may not evaluate anything but values and variables.
    """
    pipeline = single_pipeline(block)
    names = [each.name.name for each in _parameters(block)]
    allowed = {each.lower() for each in (*names, *known)}
    nodes = [_checked(each, allowed, trusted) for each in pipeline.pipeline_elements]
    scope = new_scope(session.scope_for(block))
    for key, value in known.items():
        scope[key.lower()] = value
    shell = powershells.PowerShell(session)
    with Within(scope):
        _bind(block, scope, args)
        for place, node in enumerate(nodes):
            compiled = CompiledCommand(node, block.code.unit, place, len(nodes))
            name: Any = compiled.name if compiled.name_of is None else compiled.name_of(scope)
            if hasattr(name, "code"):
                _refuse("CantConvertWithScriptBlockInvocation")
            made = pscommand.Command(name)
            made.arguments = list(compiled.arguments(scope))
            shell.statements[-1].append(made)
    return shell


def _parameters(block: ScriptBlock) -> Sequence[Any]:
    declared = block.code.ast.param_block
    return () if declared is None else declared.parameters


def _bind(block: ScriptBlock, scope: Scope, args: Sequence[Value]) -> None:
    for place, each in enumerate(_parameters(block)):
        value = None
        if place < len(args):
            value = args[place]
        elif each.default_value is not None:
            value = compile_expression(each.default_value, block.code.unit)(scope)
        scope[each.name.name.lower()] = value


def _checked(node: Any, allowed: set[str], trusted: bool) -> tree.CommandAst:
    """Return a command of the pipeline; raise where it has what a PowerShell object cannot carry."""
    if not isinstance(node, tree.CommandAst):
        _refuse("CantConvertPipelineStartsWithExpression")
    if node.invocation_operator is TokenKind.Dot:
        _refuse("CantConvertWithDotSourcing")
    if node.redirections:
        _refuse("CanConvertOneOutputErrorRedir")
    for inner in node.walk():
        if isinstance(inner, tree.ScriptBlockExpressionAst):
            _refuse("CantConvertWithScriptBlocks")
        if isinstance(inner, tree.VariableExpressionAst):
            name = inner.name.lower()
            if name not in allowed and name not in ("true", "false", "null") and not name.startswith("using:"):
                _refuse("CantConvertWithUndeclaredVariables", inner.name)
        if not trusted and inner is not node and isinstance(inner, _DYNAMIC):
            _refuse("CantConvertWithDynamicExpression", inner.extent.text)
    return node


def _refuse(error_id: str, *words: str) -> NoReturn:
    raise ScriptBlockToPowerShellNotSupportedException(MESSAGES[error_id].format(*words), error_id=error_id)


__all__ = ["MESSAGES", "ScriptBlockToPowerShellNotSupportedException", "single_pipeline", "to_powershell"]
