"""The values of `$using:` that a block takes along: they are looked up when it starts, not when it reads them."""

from __future__ import annotations

from shell.engine.commands.cmdlet import Cmdlet
from shell.engine.run.script_block import ScriptBlock
from shell.language.tree import AssignmentStatementAst, UsingExpressionAst, VariableExpressionAst
from shell.values.errors import ErrorCategory, RuntimeException


def require_using_values(command: Cmdlet, block: ScriptBlock) -> None:
    """Refuse a block that names a variable which is not set here.

    A variable that the block assigns itself may be meant by a block inside of it that starts elsewhere again.
    """
    used: dict[str, str] = {}
    assigned: set[str] = set()
    for node in block.code.ast.walk():
        if isinstance(node, UsingExpressionAst) and isinstance(node.sub_expression, VariableExpressionAst):
            name = node.sub_expression.name.rpartition(":")[2]
            used.setdefault(name.lower(), name)
        elif isinstance(node, AssignmentStatementAst) and isinstance(node.left, VariableExpressionAst):
            assigned.add(node.left.name.lower())
    scope = command.session.scope
    for key, name in used.items():
        if key != "null" and key not in assigned and scope.find(key) is None and scope[key] is None:
            text = (
                f"The value of the using variable '$using:{name}' cannot be retrieved because it has not been set in "
                "the local session."
            )
            kind = ErrorCategory.InvalidOperation
            raise command.fail(command.error(text, "UsingVariableIsUndefined", kind, exception=RuntimeException))


__all__ = ["require_using_values"]
