"""What can be assigned to."""

from __future__ import annotations

from collections.abc import Callable

from shell.language.checks.report import Report
from shell.language.tokens import TokenKind
from shell.language.tree import (
    ArrayLiteralAst,
    AssignmentStatementAst,
    Ast,
    AttributedExpressionAst,
    CommandExpressionAst,
    ConvertExpressionAst,
    ExpressionAst,
    IndexExpressionAst,
    MemberExpressionAst,
    ParenExpressionAst,
    PipelineAst,
    UnaryExpressionAst,
    VariableExpressionAst,
)

_SIGNS = {
    TokenKind.PlusPlus: "++",
    TokenKind.PostfixPlusPlus: "++",
    TokenKind.MinusMinus: "--",
    TokenKind.PostfixMinusMinus: "--",
}


def check_assignment(node: AssignmentStatementAst, report: Report) -> None:
    """The left side of an assignment; a list of targets takes `=` alone."""

    def refuse(wrong: Ast) -> None:
        report(wrong.extent, "InvalidLeftHandSide")

    _check_target(node.left, node.operator is TokenKind.Equals, refuse, report)


def check_increment(node: UnaryExpressionAst, report: Report) -> None:
    """`++` and `--` work on what can be assigned to."""

    def refuse(wrong: Ast) -> None:
        report(wrong.extent, "OperatorRequiresVariableOrProperty", _SIGNS[node.token_kind])

    _check_target(node.child, False, refuse, report)


def _check_target(target: ExpressionAst, simple: bool, refuse: Callable[[Ast], None], report: Report) -> None:
    if isinstance(target, VariableExpressionAst):
        return
    if isinstance(target, MemberExpressionAst | IndexExpressionAst):
        if target.null_conditional:
            refuse(target)
    elif isinstance(target, ArrayLiteralAst):
        if not simple:
            refuse(target)
            return
        for element in target.elements:
            _check_target(element, True, refuse, report)
    elif isinstance(target, ParenExpressionAst):
        inner = _pure_expression(target)
        if inner is None:
            refuse(target.pipeline)
        else:
            _check_target(inner, simple, refuse, report)
    elif isinstance(target, AttributedExpressionAst):
        _check_attributed(target, simple, refuse, report)
    else:
        refuse(target)


def _pure_expression(node: ParenExpressionAst) -> ExpressionAst | None:
    pipeline = node.pipeline
    if not isinstance(pipeline, PipelineAst) or len(pipeline.pipeline_elements) != 1:
        return None
    only = pipeline.pipeline_elements[0]
    return only.expression if isinstance(only, CommandExpressionAst) and not only.redirections else None


def _check_attributed(
    target: AttributedExpressionAst, simple: bool, refuse: Callable[[Ast], None], report: Report
) -> None:
    inner: ExpressionAst = target
    conversions = 0
    reference: Ast | None = None
    while isinstance(inner, AttributedExpressionAst):
        if isinstance(inner, ConvertExpressionAst):
            conversions += 1
            name = inner.attribute.type_name.full_text.lower()
            if name == "ref":
                reference = inner.attribute
            elif name in ("void", "system.void"):
                report(inner.attribute.extent, "VoidTypeConstraintNotAllowed")
        inner = inner.child
    if reference is not None and conversions > 1:
        report(reference.extent, "ReferenceNeedsToBeByItselfInTypeConstraint")
        return
    _check_target(inner, simple, refuse, report)
