"""Members of values and types that are known without running anything."""

from __future__ import annotations

from typing import Any

from shell.language.tree import ConstantExpressionAst, ExpressionAst, StringConstantExpressionAst, VariableExpressionAst
from shell.repl.completion.results import CompletionResult, quoted
from shell.runtime.members import members as members_of
from shell.runtime.objects import Hashtable
from shell.runtime.session import Runspace


def members(session: Runspace, target: ExpressionAst, prefix: str, static: bool, place: Any) -> list[CompletionResult]:
    """Return the members of a target that begin with a prefix: of variables and constants, whose value is at hand."""
    if static:
        return []
    if isinstance(target, VariableExpressionAst):
        known = session.get_variable(target.name)
    elif isinstance(target, ConstantExpressionAst | StringConstantExpressionAst):
        known = target.value
    else:
        return []
    if known is None:
        return []
    results = []
    for each in members_of(known):
        if each.name.lower().startswith(prefix.lower()):
            method = "Method" in each.kind
            text = f"{each.name}(" if method else each.name
            results.append(CompletionResult(text, each.name, "Method" if method else "Property", each.name))
    results.sort(key=lambda result: (result.kind == "Method", result.list_item.lower()))
    if isinstance(known, Hashtable):
        keys = [str(key) for key in known.keys() if str(key).lower().startswith(prefix.lower())]  # noqa: SIM118
        results += [CompletionResult(quoted(key), key, "Property", key) for key in keys]
    return results
