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


_AUTOMATIC = {
    **dict.fromkeys(("_", "psitem", "this", "input"), frozenset(("object", "system.object"))),
    "args": frozenset(("object[]", "system.object[]")),
    "pscmdlet": frozenset(("pscmdlet", "system.management.automation.psscriptcmdlet")),
    "psboundparameters": frozenset(("system.management.automation.psboundparametersdictionary",)),
    "myinvocation": frozenset(("invocationinfo", "system.management.automation.invocationinfo")),
    **dict.fromkeys(("psscriptroot", "pscommandpath"), frozenset(("string", "system.string"))),
}
"""The variables that the engine sets in every scope, and the types by which a script may constrain them."""


_FULL_NAMES = {
    **{
        name: f"System.{name.capitalize()}"
        for name in ("string", "double", "array", "object", "char", "byte", "decimal")
    },
    **{"int": "System.Int32", "long": "System.Int64", "bool": "System.Boolean", "datetime": "System.DateTime"},
    **{"hashtable": "System.Collections.Hashtable", "xml": "System.Xml.XmlDocument"},
}


def _full_name(written: str) -> str:
    """Return a type's whole name, where it is one of the usual ones."""
    name, bracket, rank = written.partition("[")
    return _FULL_NAMES.get(name.lower(), name) + bracket + rank


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
    last_type = ""
    while isinstance(inner, AttributedExpressionAst):
        if isinstance(inner, ConvertExpressionAst):
            conversions += 1
            name = inner.attribute.type_name.full_text.lower()
            last_type = inner.attribute.type_name.full_text
            if name == "ref":
                reference = inner.attribute
            elif name in ("void", "system.void"):
                report(inner.attribute.extent, "VoidTypeConstraintNotAllowed")
        inner = inner.child
    if reference is not None and conversions > 1:
        report(reference.extent, "ReferenceNeedsToBeByItselfInTypeConstraint")
        return
    if last_type and isinstance(inner, VariableExpressionAst):
        allowed = _AUTOMATIC.get(inner.name.lower())
        if allowed is not None and last_type.lower() not in allowed:
            facts = (inner.name, _full_name(last_type))
            report(target.extent, "AssignmentStatementToAutomaticNotSupported", *facts)
    _check_target(inner, simple, refuse, report)
