"""Literals, conversions, splatted variables, using."""

from __future__ import annotations

from shell.language.checks.report import Report
from shell.language.tree import (
    ArrayLiteralAst,
    ConstantExpressionAst,
    ConvertExpressionAst,
    ExpressionAst,
    HashtableAst,
    IndexExpressionAst,
    InvokeMemberExpressionAst,
    MemberExpressionAst,
    ParameterAst,
    StringConstantExpressionAst,
    UsingExpressionAst,
    UsingStatementAst,
    VariableExpressionAst,
)


def check_keys(node: HashtableAst, report: Report) -> None:
    """A constant key stands once in a hash literal; case does not count, nor whether it is a number or its text."""
    seen: set[str] = set()
    for key, _ in node.pairs:
        if not isinstance(key, StringConstantExpressionAst | ConstantExpressionAst):
            continue
        name = str(key.value).lower()
        if name in seen:
            report(key.extent, "DuplicateKeyInHashLiteral", str(key.value))
        seen.add(name)


def check_conversion(node: ConvertExpressionAst, report: Report) -> None:
    """`[ordered]` stands before a hash literal; `[ref]` stands alone."""
    name = node.attribute.type_name.full_text.lower()
    if name == "ordered":
        if not isinstance(node.child, HashtableAst):
            report(node.extent, "OrderedAttributeOnlyOnHashLiteralNode", node.attribute.type_name.full_text)
    elif name == "ref":
        child = node.child
        while isinstance(child, ConvertExpressionAst):
            if child.attribute.type_name.full_text.lower() == "ref":
                report(child.attribute.extent, "ReferenceNeedsToBeByItselfInTypeSequence")
            child = child.child


def check_parameter_name(node: ParameterAst, report: Report) -> None:
    """A parameter's name stands once in a list; this one was there already."""
    report(node.name.extent, "DuplicateFormalParameter", node.name.name)


def check_splatted(node: VariableExpressionAst, report: Report) -> None:
    """`@name` is an argument of a command, nothing else; only those that are none are noted."""
    report(node.extent, "SplattingNotPermitted", node.name)


def check_splatted_elements(node: ArrayLiteralAst, report: Report) -> None:
    """A splatted variable is no element of an argument."""
    for element in node.elements:
        if isinstance(element, VariableExpressionAst) and element.splatted:
            report(element.extent, "SplattingNotPermittedInArgumentList", element.name)


def check_using_expression(node: UsingExpressionAst, report: Report) -> None:
    """`$using:` takes a variable, its properties and its elements."""
    inner: ExpressionAst = node.sub_expression
    while not isinstance(inner, VariableExpressionAst):
        if isinstance(inner, InvokeMemberExpressionAst):
            break
        if isinstance(inner, MemberExpressionAst) and isinstance(inner.member, StringConstantExpressionAst):
            inner = inner.expression
        elif isinstance(inner, IndexExpressionAst) and isinstance(
            inner.index, ConstantExpressionAst | StringConstantExpressionAst | VariableExpressionAst
        ):
            inner = inner.target
        else:
            break
    else:
        return
    report(inner.extent, "InvalidUsingExpression")


def check_using_statement(node: UsingStatementAst, report: Report) -> None:
    """Namespaces, modules and assemblies can be used, none of them under another name."""
    if node.alias is not None or node.kind not in ("namespace", "module", "assembly"):
        report(node.extent, "UsingStatementNotSupported")
