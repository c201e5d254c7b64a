"""Command names."""

from __future__ import annotations

from shell.repl.completion.results import CompletionResult, quoted
from shell.runtime.commands import CommandInfo
from shell.runtime.session import Runspace


def commands(session: Runspace, word: str) -> list[CompletionResult]:
    """Return the commands whose name begins with a word; `g-m` style short forms are found too."""
    patterns = [word + "*"]
    if "-" in word.strip("-"):
        verb, noun = word.split("-", 1)
        patterns.append(f"{verb}*-{noun}*")
    names: dict[str, CommandInfo] = {}
    for pattern in patterns:
        for info in session.commands.search(pattern):
            names.setdefault(info.name, info)
    return [_result(info) for _, info in sorted(names.items(), key=lambda pair: pair[0].lower())]


def _result(info: CommandInfo) -> CompletionResult:
    tooltip = info.name
    if info.kind in ("Function", "Filter", "Cmdlet"):
        tooltip = info.syntax() or info.name
    return CompletionResult(quoted(info.name), info.name, "Command", tooltip)
