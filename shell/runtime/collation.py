"""The culture's order of texts: alphabetic, accents second, case last."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any, Final

_PUNCTUATION: Final = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
_ORDER: Final = {letter: place for place, letter in enumerate(" " + _PUNCTUATION)}


@lru_cache(maxsize=4096)
def _keys(text: str) -> tuple[Any, Any, Any]:
    primary: list[tuple[int, Any]] = []
    secondary: list[str] = []
    tertiary: list[bool] = []
    for letter in unicodedata.normalize("NFD", text):
        if unicodedata.combining(letter):
            secondary.append(letter)
            continue
        secondary.append("")
        tertiary.append(letter.isupper())
        for part in "ss" if letter == "ß" else letter.lower():
            primary.append(_primary(part))
        if letter == "ß":
            secondary[-1] = "ß"
    return tuple(primary), tuple(secondary), tuple(tertiary)


def _primary(letter: str) -> tuple[int, Any]:
    place = _ORDER.get(letter)
    if place is not None:
        return (0, place)
    if letter.isdigit():
        return (1, letter)
    return (2, letter) if letter.isalpha() else (0, 100 + ord(letter))


def sort_key(text: str, ignore_case: bool = True) -> Any:
    """Return what texts are ordered by."""
    primary, secondary, tertiary = _keys(text)
    return (primary, secondary) if ignore_case else (primary, secondary, tertiary)


def collate(a: str, b: str, ignore_case: bool = True) -> int:
    """Compare two texts: negative, zero, positive."""
    if a == b:
        return 0
    one, other = sort_key(a, ignore_case), sort_key(b, ignore_case)
    return int(one > other) - int(one < other)


def same_text(a: str, b: str, ignore_case: bool = True) -> bool:
    """True if the culture takes two texts for equal."""
    if a == b:
        return True
    if a.isascii() and b.isascii():
        return ignore_case and a.lower() == b.lower()
    return collate(a, b, ignore_case) == 0
