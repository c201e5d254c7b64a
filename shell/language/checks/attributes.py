"""The arguments of attributes."""

from __future__ import annotations

from shell.language.checks.constants import is_constant
from shell.language.checks.report import Report
from shell.language.tree import AttributeAst


def check_attribute(node: AttributeAst, report: Report, *, on_member: bool = False) -> None:
    """Arguments are constants; except on the members of a class, script blocks are too."""
    wrong = "ParameterAttributeArgumentNeedsToBeConstant" + ("" if on_member else "OrScriptBlock")
    for named in node.named_arguments:
        if not named.expression_omitted and not is_constant(named.argument, blocks=not on_member):
            report(named.argument.extent, wrong)
    for argument in node.positional_arguments:
        if not is_constant(argument, blocks=not on_member):
            report(argument.extent, wrong)
