"""Exact formats: splitting a format into its specifiers, and TimeSpan.ParseExact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from shell.values.date_format import TICKS_PER_SECOND, parse_span, quoted


def pieces(pattern: str) -> Iterator[tuple[str | None, str]]:
    """Split a custom format: literals as (text, ""), a run of one letter as (None, letters)."""
    place = 0
    while place < len(pattern):
        letter = pattern[place]
        if letter in "'\"":
            text, width = quoted(pattern, place)
            yield text, ""
        elif letter == "\\" and place + 1 < len(pattern):
            width = 2
            yield pattern[place + 1], ""
        elif letter == "%":
            width = 1
        else:
            end = place
            while end < len(pattern) and pattern[end] == letter:
                end += 1
            width = 1 if letter == "K" else end - place
            yield None, pattern[place : place + width]
        place += width


_SPAN_FIELDS: Final = {
    "d": (86_400 * TICKS_PER_SECOND, 8),
    "h": (3_600 * TICKS_PER_SECOND, 2),
    "m": (60 * TICKS_PER_SECOND, 2),
    "s": (TICKS_PER_SECOND, 2),
}
"""The ticks of a specifier's unit and its maximum number of digits."""


def parse_span_exact(text: str, pattern: str) -> int | None:
    """Return the ticks of a span by an exact format, None where it does not match."""
    if pattern in ("c", "t", "T", "g", "G"):
        return parse_span(text)
    out, fields = "", []
    for literal, letters in pieces(pattern):
        if literal is not None:
            out += re.escape(literal)
            continue
        letter, width = letters[0], len(letters)
        longest = _SPAN_FIELDS[letter][1] if letter in _SPAN_FIELDS and width == 1 else width
        out += rf"(\d{{{width},{longest}}})"
        fields.append(letter)
    found = re.fullmatch(out, text)
    if found is None:
        return None
    return _span_ticks(fields, found.groups())


def _span_ticks(fields: list[str], values: Any) -> int:
    ticks = 0
    for letter, value in zip(fields, values, strict=True):
        if letter in _SPAN_FIELDS:
            ticks += int(value) * _SPAN_FIELDS[letter][0]
        else:
            ticks += int(value.ljust(7, "0"))
    return ticks
