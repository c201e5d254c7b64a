"""The culture's order of texts: white space, punctuation, symbols, currencies, digits, letters.

It follows the root order of the Unicode collation (CLDR), which .NET takes from ICU: first the letters alone, then
accents, then case with small letters first. Punctuation counts like letters do. Control and format characters do not
count at all.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_BEFORE_DIGITS: Final = (
    "\t\n\v\f\r\x85\u2028\u2029 _‿-‐‑‒–—―,;:!¡?¿.…·'‘’‚‹›\"“”„«»()[]{}§¶@*/\\&#%‰†‡•`´˜^¯¨°©®+±÷×<=>|¦~¬−¤¢$£¥₩€"
)
_DIGIT: Final = 0x400
_LETTER: Final = 0x500
_FOREIGN: Final = 0x1000

_PRIMARY: Final[dict[str, str]] = {letter: chr(1 + place) for place, letter in enumerate(_BEFORE_DIGITS)}
_PRIMARY.update({chr(48 + digit): chr(_DIGIT + digit) for digit in range(10)})
_PRIMARY.update({chr(97 + place): chr(_LETTER + 8 * place) for place in range(26)})

_EXPANSIONS: Final = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ĳ": "ij", "ŉ": "'n", "ſ": "s",
}  # fmt: skip
"""Letters that sort as others do, with a difference on the level of accents."""

_AFTER: Final = {"ı": ("i", 1), "ə": ("e", 1), "ð": ("d", 1), "ŋ": ("n", 1), "þ": ("z", 4), "ʒ": ("z", 1)}
"""Letters with a place of their own, by the letter that they follow."""

_PRIMARY.update({letter: chr(ord(_PRIMARY[base]) + step) for letter, (base, step) in _AFTER.items()})

_ASCII_PRIMARY: Final = {code: _PRIMARY.get(chr(code), "") for code in range(128)}
_ASCII_CASE: Final = {
    code: "1" if 65 <= code <= 90 else "0" if _PRIMARY.get(chr(code).lower()) else "" for code in range(128)
}

Key = tuple[str, ...]


def sort_key(text: str, ignore_case: bool = True) -> Key:
    """Return the sort key of a text: weights of letters, of accents, and of case unless it is ignored."""
    if text.isascii():
        primary = text.lower().translate(_ASCII_PRIMARY)
        return (primary, "") if ignore_case else (primary, "", text.translate(_ASCII_CASE))
    keys = _general_keys(text)
    return keys[:2] if ignore_case else keys


@lru_cache(maxsize=2048)
def _general_keys(text: str) -> Key:
    primary: list[str] = []
    secondary: list[str] = []
    tertiary: list[str] = []
    for letter in unicodedata.normalize("NFKD", text):
        category = unicodedata.category(letter)
        if category in ("Mn", "Me"):
            if secondary:
                secondary[-1] += letter
            continue
        lowered = letter.lower()
        weights = _weights(lowered, category)
        if not weights:
            continue
        primary.append(weights)
        secondary.append("\x01" + lowered if lowered in _EXPANSIONS else "\x01")
        tertiary.append("1" if letter != lowered else "0")
    accents = "".join(secondary)
    return "".join(primary), accents.rstrip("\x01") and accents, "".join(tertiary)


def _weights(lowered: str, category: str) -> str:
    known = _PRIMARY.get(lowered)
    if known is not None:
        return known
    expanded = _EXPANSIONS.get(lowered)
    if expanded is not None:
        return "".join(_PRIMARY[each] for each in expanded)
    if category in ("Cc", "Cf"):
        return ""
    if category == "Nd":
        return chr(_DIGIT + int(unicodedata.decimal(lowered, 0)))
    if category[0] in "LN":
        return chr(min(_FOREIGN + ord(lowered), 0x10FFFF))
    return chr(len(_BEFORE_DIGITS) + 1) + lowered


def collate(a: str, b: str, ignore_case: bool = True) -> int:
    """Compare two texts: return a negative number, zero or a positive number."""
    if a == b:
        return 0
    one, other = sort_key(a, ignore_case), sort_key(b, ignore_case)
    return int(one > other) - int(one < other)


def same_text(a: str, b: str, ignore_case: bool = True) -> bool:
    """True if two texts are equal in the culture's order."""
    if a == b:
        return True
    if a.isascii() and b.isascii() and a.isprintable() and b.isprintable():
        return ignore_case and a.lower() == b.lower()
    return sort_key(a, ignore_case) == sort_key(b, ignore_case)
