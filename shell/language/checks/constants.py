"""Which expressions are constant: they can stand in attributes and as values of enums."""

from __future__ import annotations

from shell.language.tree import (
    ArrayExpressionAst,
    ArrayLiteralAst,
    Ast,
    BinaryExpressionAst,
    CommandExpressionAst,
    ConstantExpressionAst,
    ConvertExpressionAst,
    ErrorExpressionAst,
    ErrorStatementAst,
    HashtableAst,
    InvokeMemberExpressionAst,
    MemberExpressionAst,
    ParenExpressionAst,
    PipelineAst,
    ScriptBlockExpressionAst,
    StatementBlockAst,
    StringConstantExpressionAst,
    SubExpressionAst,
    TernaryExpressionAst,
    TypeExpressionAst,
    UnaryExpressionAst,
    VariableExpressionAst,
)

_CONSTANT_NAMES = frozenset(("true", "false", "null"))
_LITERALS = (
    ConstantExpressionAst,
    StringConstantExpressionAst,
    TypeExpressionAst,
    ErrorExpressionAst,
    ErrorStatementAst,
)
_COMPOSED = (
    ArrayExpressionAst,
    ArrayLiteralAst,
    BinaryExpressionAst,
    CommandExpressionAst,
    HashtableAst,
    ParenExpressionAst,
    PipelineAst,
    StatementBlockAst,
    SubExpressionAst,
    TernaryExpressionAst,
    UnaryExpressionAst,
)
"""Constant where all that is in them is."""


def is_constant(node: Ast, *, blocks: bool = False) -> bool:
    """Whether an expression has its value without running. With `blocks`, a script block counts as a value."""
    if isinstance(node, _LITERALS):
        return True
    if isinstance(node, ScriptBlockExpressionAst):
        return blocks
    if isinstance(node, VariableExpressionAst):
        return node.name.lower() in _CONSTANT_NAMES
    if isinstance(node, InvokeMemberExpressionAst):
        return False
    if isinstance(node, MemberExpressionAst):
        return (
            node.is_static
            and isinstance(node.expression, TypeExpressionAst)
            and isinstance(node.member, StringConstantExpressionAst)
        )
    if isinstance(node, ConvertExpressionAst):
        return is_constant(node.child, blocks=blocks)
    return isinstance(node, _COMPOSED) and all(is_constant(child, blocks=blocks) for child in node.children())
