"""Command names."""

from __future__ import annotations

from collections.abc import Iterator

from shell.engine.commands.commands import CommandInfo
from shell.engine.session.runspace import Runspace
from shell.language.tree import FunctionDefinitionAst
from shell.repl.completion.results import CompletionResult, quoted
from shell.repl.completion.script import Script

_OWN_MODULES = "Emshell."
"""Where the commands are that neither PowerShell nor Exchange has."""


def commands(session: Runspace, word: str, quote: str = "", script: Script | None = None) -> list[CompletionResult]:
    """Return the commands whose name begins with a word; `g-m` style short forms are found too.

    Commands of the lab that no real shell has are offered where nothing else fits the word.
    """
    patterns = [word + "*"]
    if "-" in word.strip("-"):
        verb, noun = word.split("-", 1)
        patterns.append(f"{verb}*-{noun}*")
    names: dict[str, CommandInfo] = {}
    for pattern in patterns:
        for info in session.commands.search(pattern):
            names.setdefault(info.name.lower(), info)
    real = {key: info for key, info in names.items() if not info.module_name.startswith(_OWN_MODULES)}
    functions = set(_functions(script, word)) if script is not None else set()
    chosen = real or ({} if functions else names)
    results = {key: _result(info, quote) for key, info in chosen.items()}
    for name in functions:
        results.setdefault(name.lower(), CompletionResult(quoted(name, quote), name, "Command", name))
    return [each for _, each in sorted(results.items())]


def _functions(script: Script, word: str) -> Iterator[str]:
    """The functions that the script itself defines."""
    for node in script.nodes:
        if isinstance(node, FunctionDefinitionAst) and node.name.lower().startswith(word.lower()):
            yield node.name


def _result(info: CommandInfo, quote: str) -> CompletionResult:
    return CompletionResult(quoted(info.name, quote), info.name, "Command", lambda: _tooltip(info))


def _tooltip(info: CommandInfo) -> str:
    syntax = info.syntax().strip("\n") if info.kind in ("Function", "Filter", "Cmdlet") else ""
    return f"\n{syntax}\n" if syntax else info.name
