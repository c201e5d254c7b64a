"""What the language forbids although the grammar allows it.

While the parser makes nodes it notes those that could break such a rule; when the tree is whole, each is checked in the
order in which the engine's visitor comes by them: from the start of the script, the outer before the inner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from shell.language.checks import assignments, attributes, classes, data, flow, typenames, values
from shell.language.checks.report import Report
from shell.language.errors import ParseError
from shell.language.tree import (
    ArrayLiteralAst,
    AssignmentStatementAst,
    Ast,
    AttributeAst,
    ConvertExpressionAst,
    DataStatementAst,
    HashtableAst,
    ParameterAst,
    ScriptBlockAst,
    TryStatementAst,
    TypeDefinitionAst,
    UnaryExpressionAst,
    UsingExpressionAst,
    UsingStatementAst,
    VariableExpressionAst,
)

CHECKS: dict[type[Ast], Callable[[Any, Report], None]] = {
    ArrayLiteralAst: values.check_splatted_elements,
    AssignmentStatementAst: assignments.check_assignment,
    UnaryExpressionAst: assignments.check_increment,
    AttributeAst: attributes.check_attribute,
    ConvertExpressionAst: values.check_conversion,
    DataStatementAst: data.check_data_section,
    HashtableAst: values.check_keys,
    ParameterAst: values.check_parameter_name,
    TryStatementAst: flow.check_try,
    TypeDefinitionAst: classes.check_type,
    UsingExpressionAst: values.check_using_expression,
    UsingStatementAst: values.check_using_statement,
    VariableExpressionAst: values.check_splatted,
}
"""A node's class and the rule for it."""


def check(tree: ScriptBlockAst, noted: Iterable[Ast], known: Iterable[ParseError]) -> list[ParseError]:
    """Check the noted nodes of a tree; give the errors behind those that are known already."""
    report = Report(known)
    classes.check_names(tree, report)
    nodes = sorted(noted, key=_visiting_order)
    own = {node.name.lower() for node in nodes if isinstance(node, TypeDefinitionAst)}
    for node in nodes:
        if isinstance(node, TypeDefinitionAst) and not tree.using_statements:
            typenames.check_type_names(node, own, report)
        CHECKS[type(node)](node, report)
    return report.found


def _visiting_order(node: Ast) -> tuple[int, int]:
    return node.extent.start_offset, -node.extent.end_offset
