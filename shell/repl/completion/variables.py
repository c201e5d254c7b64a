"""Variables, those of scopes and drives."""

from __future__ import annotations

import os

from shell.language import TokenKind
from shell.repl.completion.cursor import Cursor
from shell.repl.completion.results import CompletionResult
from shell.runtime.session import Runspace
from shell.runtime.types import type_of

_SCOPES = ("global", "local", "script", "private", "using")
_DRIVES = ("env", "function", "variable", "alias")


def variables(session: Runspace, word: str, place: Cursor) -> list[CompletionResult]:
    """Return the variables that a word (`$na`, `@na`, `${na`, `$script:na`, `$env:NA`) can become."""
    sigil, name = word[0], word[1:].lstrip("{")
    scope, colon, rest = name.partition(":")
    if colon and scope.lower() in _DRIVES and scope.lower() != "variable":
        return [
            CompletionResult(f"{sigil}{scope}:{each}", each, "Variable", each)
            for each in sorted(_names_in_drive(session, scope), key=str.lower)
            if each.lower().startswith(rest.lower())
        ]
    prefix = f"{scope}:" if colon else ""
    wanted = (rest if colon else name).lower()
    known = {each.lower(): each for each in _names_of_variables(session)}
    for token in place.statement:
        if token.kind is TokenKind.Variable and token is not place.last and ":" not in token.text:
            known.setdefault(token.text[1:].lower(), token.text[1:])
    found = [each for lowered, each in sorted(known.items()) if lowered.startswith(wanted)]
    results = [_result(session, sigil, prefix, each) for each in found]
    if not colon and wanted:
        results += [
            CompletionResult(f"{sigil}{each}:", f"{each}:", "Variable", f"{each}:")
            for each in (*_SCOPES, *_DRIVES)
            if each.startswith(wanted)
        ]
    return results


def _names_in_drive(session: Runspace, drive: str) -> list[str]:
    kinds = {"function": ("Function", "Filter"), "alias": ("Alias",)}.get(drive.lower())
    if kinds is None:
        return list(os.environ)
    return [info.name for info in session.commands.search("*") if info.kind in kinds]


def _names_of_variables(session: Runspace) -> list[str]:
    return [str(name) for name in session.global_scope]


def _result(session: Runspace, sigil: str, prefix: str, name: str) -> CompletionResult:
    plain = all(c.isalnum() or c in "_?" for c in name) or name in ("$", "^")
    text = f"{sigil}{prefix}{name}" if plain else f"{sigil}{{{prefix}{name}}}"
    current = session.get_variable(name)
    tooltip = f"${name}" if current is None else f"[{type_of(current).display_name}]${name}"
    return CompletionResult(text, name, "Variable", tooltip)
