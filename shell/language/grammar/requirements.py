"""`#requires` lines."""

from __future__ import annotations

import re
from dataclasses import replace

from shell.language.tokens import Token, TokenKind
from shell.language.tree import ScriptBlockAst, ScriptRequirements

_LINE = re.compile(r"#requires\s+(.*)", re.IGNORECASE).fullmatch
_OPTION = re.compile(r"-(\w+)\s*:?\s*((?:[^-\s][^\s]*|'[^']*'|\"[^\"]*\")(?:\s*,\s*[^\s,]+)*)?")


def read_requirements(tree: ScriptBlockAst, tokens: list[Token]) -> ScriptBlockAst:
    """Return the tree with what the script's `#requires` lines ask for; the tree itself where there are none."""
    found: dict[str, list[str]] = {}
    for token in tokens:
        if token.kind is not TokenKind.Comment or token.text[:9].lower() != "#requires":
            continue
        line = _LINE(token.text)
        for option in _OPTION.finditer(line[1]) if line is not None else ():
            words = [word.strip().strip("'\"") for word in (option[2] or "").split(",")]
            found.setdefault(option[1].lower(), []).extend(word for word in words if word)
    if not found:
        return tree
    version = found.get("version")
    requirements = ScriptRequirements(
        version[0] if version else None,
        tuple(found.get("modules", ())),
        tuple(found.get("psedition", ())),
        "runasadministrator" in found,
    )
    return replace(tree, requirements=requirements)
