"""Wildcard patterns: `*`, `?`, `[abc]`, `[a-z]`, with the backtick as escape. There are no negated sets."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from shell.values.errors import RuntimeException, exception_class, null_argument

WildcardPatternException: Final = exception_class(
    "System.Management.Automation.WildcardPatternException", RuntimeException, __name__
)

_SPECIAL: Final = frozenset("*?[]`")


def has_wildcard(text: str) -> bool:
    """True if a text has a wildcard character that is not escaped."""
    escaped = False
    for letter in text:
        if escaped:
            escaped = False
        elif letter == "`":
            escaped = True
        elif letter in "*?[":
            return True
    return False


def escape(text: str) -> str:
    """Put a backtick before each wildcard character."""
    return "".join("`" + letter if letter in "*?[]" else letter for letter in text)


def unescape(text: str) -> str:
    """Remove the backticks before wildcard characters."""
    return re.sub(r"`([*?\[\]`])", r"\1", text)


def _parse(pattern: str) -> list[tuple[str, str]]:
    """Return the tokens of a pattern: ("text", x), ("any", ""), ("one", ""), ("set", body of a regular expression)."""
    if pattern is None:
        raise null_argument("pattern")
    parts: list[tuple[str, str]] = []
    place = 0
    literal = ""
    while place < len(pattern):
        letter = pattern[place]
        place += 1
        if letter == "`" and place < len(pattern):
            literal += pattern[place]
            place += 1
            continue
        if letter not in "*?[":
            literal += letter
            continue
        if literal:
            parts.append(("text", literal))
            literal = ""
        if letter == "[":
            body, place = _parse_set(pattern, place)
            parts.append(("set", body))
        elif letter == "?":
            parts.append(("one", ""))
        elif not parts or parts[-1][0] != "any":
            parts.append(("any", ""))
    if literal:
        parts.append(("text", literal))
    return parts


def _parse_set(pattern: str, place: int) -> tuple[str, int]:
    letters: list[tuple[str, bool]] = []
    start = place
    while place < len(pattern):
        letter = pattern[place]
        place += 1
        if letter == "]" and place - 1 > start:
            return _set_body(letters), place
        if letter == "`" and place < len(pattern):
            letters.append((pattern[place], True))
            place += 1
        else:
            letters.append((letter, False))
    raise WildcardPatternException(f"The specified wildcard character pattern is not valid: {pattern}")


def _set_body(letters: list[tuple[str, bool]]) -> str:
    body = ""
    place = 0
    while place < len(letters):
        letter = letters[place][0]
        is_range = place + 2 < len(letters) and letters[place + 1] == ("-", False)
        if is_range:
            low, high = sorted((letter, letters[place + 2][0]))
            body += f"{re.escape(low)}-{re.escape(high)}"
            place += 3
        else:
            body += re.escape(letter)
            place += 1
    return body


def _as_expression(parts: list[tuple[str, str]]) -> str:
    shapes = {"any": ".*", "one": "."}
    return "".join(
        re.escape(text) if kind == "text" else f"[{text}]" if kind == "set" else shapes[kind] for kind, text in parts
    )


@lru_cache(maxsize=512)
def wildcard_matcher(pattern: str, ignore_case: bool = True) -> Callable[[str], bool]:
    """Return a predicate that matches whole texts. Raises RuntimeException for an unfinished set."""
    parts = _parse(pattern)
    kinds = tuple(kind for kind, _ in parts)
    simple = _SIMPLE.get(kinds)
    if simple is not None:
        text = "".join(text for _, text in parts)
        if not ignore_case:
            return simple(text)
        test = simple(text.lower())
        return lambda candidate: test(candidate.lower())
    flags = re.DOTALL | (re.IGNORECASE if ignore_case else 0)
    fullmatch = re.compile(_as_expression(parts), flags).fullmatch
    return lambda candidate: fullmatch(candidate) is not None


def _equal(text: str) -> Callable[[str], bool]:
    return lambda candidate: candidate == text


def _starts(text: str) -> Callable[[str], bool]:
    return lambda candidate: candidate.startswith(text)


def _ends(text: str) -> Callable[[str], bool]:
    return lambda candidate: candidate.endswith(text)


def _holds(text: str) -> Callable[[str], bool]:
    return lambda candidate: text in candidate


_SIMPLE: Final[dict[tuple[str, ...], Callable[[str], Callable[[str], bool]]]] = {
    (): _equal,
    ("text",): _equal,
    ("any",): lambda text: lambda candidate: True,
    ("text", "any"): _starts,
    ("any", "text"): _ends,
    ("any", "text", "any"): _holds,
}
