"""Identities as scripts write them: exact texts, or patterns with `*`."""

from __future__ import annotations

import re
from collections.abc import Callable


def is_pattern(text: str) -> bool:
    """Whether an identity is a pattern. Exchange knows `*` alone; `?` and `[` are ordinary characters in names."""
    return "*" in text


def matcher(pattern: str) -> Callable[[str], bool]:
    """Whether a text matches a pattern as a whole, without regard to case."""
    expression = re.compile(".*".join(map(re.escape, pattern.split("*"))), re.I | re.S)
    return lambda text: expression.fullmatch(text) is not None
