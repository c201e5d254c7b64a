"""Replacement patterns of .NET's regular expressions: `$1`, `${name}`, `$&` and the like."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from shell.values.patterns.regular_expressions import Pattern


@cache
def _substitutions() -> re.Pattern[str]:
    """Return the expression that matches a substitution."""
    return re.compile(r"\$(?:(\$)|(&|0(?![0-9]))|(`)|(')|(\+)|(_)|([0-9]+)|\{([0-9A-Za-z_]+)\})")


def expand_replacement(template: str, pattern: Pattern) -> Expansion | str:
    """Return the text of a replacement without substitutions, else a function from a match to its text."""
    if "$" not in template:
        return template
    parts: list[str | Callable[[Any], str]] = []
    place = 0
    for found in _substitutions().finditer(template):
        part, used = _substitution(found, pattern)
        if part is None:
            continue
        parts.append(template[place : found.start()])
        parts.append(part)
        place = found.start() + used
    parts.append(template[place:])
    if all(isinstance(part, str) for part in parts):
        return "".join(str(part) for part in parts)
    return Expansion(parts)


class Expansion:
    """A replacement with substitutions: called with a match, it returns the text.

    `template` is the same replacement in the syntax of the `regex` module, or None if it has no such syntax.
    """

    __slots__ = ("parts", "template")

    def __init__(self, parts: list[str | Callable[[Any], str]]) -> None:
        self.parts = parts
        self.template: str | None = None
        if all(isinstance(part, str | _GroupText) for part in parts):
            self.template = "".join(
                part.replace("\\", r"\\") if isinstance(part, str) else f"\\g<{part.index}>"  # type: ignore[attr-defined]
                for part in parts
            )

    def __call__(self, match: Any) -> str:
        """Return the text for a match."""
        return "".join([part if isinstance(part, str) else part(match) for part in self.parts])


def _substitution(found: re.Match[str], pattern: Pattern) -> tuple[str | Callable[[Any], str] | None, int]:
    dollar, whole, before, after, last, everything, digits, name = found.groups()
    width = len(found[0])
    if dollar:
        return "$", width
    if whole:
        return _GroupText(0), width
    if before:
        return (lambda match: match.string[: match.start()]), width
    if after:
        return (lambda match: match.string[match.end() :]), width
    if everything:
        return (lambda match: match.string), width
    if last:
        index = pattern.groups[-1][1]
        return _GroupText(index), width
    if name:
        key = str(int(name)) if name.isdecimal() else name
        return (_GroupText(pattern.by_name[key]), width) if key in pattern.by_name else (None, 0)
    while digits:
        if str(int(digits)) in pattern.by_name:
            return _GroupText(pattern.by_name[str(int(digits))]), 1 + len(digits)
        digits = digits[:-1]
    return None, 0


class _GroupText:
    """The text of a group; empty if the group did not match."""

    __slots__ = ("index",)

    def __init__(self, index: int) -> None:
        self.index = index

    def __call__(self, match: Any) -> str:
        text: str | None = match[self.index]
        return text or ""


__all__ = ["Expansion", "expand_replacement"]
