"""`#requires` lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shell.language.tokens import Token, TokenKind
from shell.language.tree import ScriptRequirements

_LINE = re.compile(r"#requires(?:\s+(.*))?$", re.IGNORECASE | re.DOTALL).match
_OPTION = re.compile(r"-(\w+)(?::|\s)*((?:(?!\s-[A-Za-z]).)*)", re.DOTALL)


def script_requirements(tokens: Sequence[Token]) -> ScriptRequirements | None:
    """What the `#requires` lines among the tokens ask for; None without such a line."""
    lines = [
        match[1] or ""
        for token in tokens
        if token.kind is TokenKind.Comment and (match := _LINE(token.text)) is not None
    ]
    if not lines:
        return None
    version: str | None = None
    modules: list[str] = []
    editions: list[str] = []
    as_administrator = False
    for line in lines:
        for name, value in _OPTION.findall(line):
            option = name.lower()
            value = value.strip()
            if not option:
                continue
            if "version".startswith(option):
                version = value
            elif "modules".startswith(option):
                modules += [part.strip().strip("'\"") for part in value.split(",")]
            elif "psedition".startswith(option):
                editions.append(value)
            elif "runasadministrator".startswith(option):
                as_administrator = True
    return ScriptRequirements(version, tuple(modules), tuple(editions), as_administrator)
