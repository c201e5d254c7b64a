"""Jumps out of finally blocks or to nowhere, and catch clauses that nothing can reach."""

from __future__ import annotations

from shell.language.checks.report import Report
from shell.language.source import Extent
from shell.language.tree import (
    Ast,
    BreakStatementAst,
    ContinueStatementAst,
    ExpressionAst,
    FunctionDefinitionAst,
    LabeledStatementAst,
    NamedBlockAst,
    ReturnStatementAst,
    StringConstantExpressionAst,
    SwitchStatementAst,
    TrapStatementAst,
    TryStatementAst,
)


def check_try(node: TryStatementAst, report: Report) -> None:
    """A clause without types is the last; what stands in `finally` stays there."""
    if node.finally_block is not None:
        for child in node.finally_block.children():
            _check_leaving(child, [], report)
    for clause, following in zip(node.catch_clauses, node.catch_clauses[1:], strict=False):
        if clause.is_catch_all:
            at = following.extent.start_offset
            report(Extent(node.extent.source, at - 1, at), "EmptyCatchNotLast")
    _check_caught_types(node, report)


def _check_caught_types(node: TryStatementAst, report: Report) -> None:
    seen: set[str] = set()
    for clause in node.catch_clauses:
        names = [(constraint, _full_name(constraint.type_name.full_text)) for constraint in clause.catch_types]
        for constraint, name in names:
            if name in seen or ("system.exception" in seen and name.startswith("system.")):
                report(constraint.extent, "ExceptionTypeAlreadyCaught", constraint.type_name.full_text)
        seen.update(name for _, name in names)


def _full_name(written: str) -> str:
    name = written.lower()
    return "system.exception" if name == "exception" else name


def _check_leaving(node: Ast, loops: list[str], report: Report) -> None:
    """`loops` holds the labels, in lower case, of the loops around within the block."""
    if isinstance(node, NamedBlockAst | TrapStatementAst):
        return
    if isinstance(node, ReturnStatementAst):
        report(node.extent, "FlowControlLeavingFinally")
        return
    if isinstance(node, BreakStatementAst | ContinueStatementAst):
        if not _stays(node.label, loops):
            report(node.extent, "FlowControlLeavingFinally")
        return
    inside = [*loops, (node.label or "").lower()] if isinstance(node, LabeledStatementAst) else loops
    for child in node.children():
        _check_leaving(child, inside, report)


def _stays(label: ExpressionAst | None, loops: list[str]) -> bool:
    if label is None:
        return bool(loops)
    return not isinstance(label, StringConstantExpressionAst) or label.value.lower() in loops


def check_labels(body: NamedBlockAst, report: Report) -> None:
    """In a method `break` and `continue` name a loop around them; the label of a switch is not looked for."""
    stack: list[tuple[Ast, tuple[str, ...]]] = [(body, ())]
    while stack:
        current, around = stack.pop()
        if isinstance(current, FunctionDefinitionAst):
            continue
        if isinstance(current, BreakStatementAst | ContinueStatementAst):
            label = current.label
            if isinstance(label, StringConstantExpressionAst) and label.value and label.value.lower() not in around:
                report(current.extent, "LabelNotFound", label.value)
        elif isinstance(current, LabeledStatementAst) and not isinstance(current, SwitchStatementAst):
            around = (*around, (current.label or "").lower())
        stack += [(child, around) for child in reversed(list(current.children()))]
