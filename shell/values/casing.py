"""Upper and lower case as in .NET, which only maps one letter to one letter. Turkish maps `i` in its own way."""

from __future__ import annotations

from functools import lru_cache

_TURKISH = ("tr", "az")
_DOTTED = str.maketrans({"i": "İ"})
_DOTLESS = str.maketrans({"I": "ı", "İ": "i"})


def upper(text: str, culture: object = None) -> str:
    """Return the text in upper case; `culture` is a CultureInfo, or null for any other than Turkish."""
    if culture is not None and _is_turkish(culture):
        text = text.translate(_DOTTED)
    if text.isascii():
        return text.upper()
    return "".join(map(upper_letter, text))


def lower(text: str, culture: object = None) -> str:
    """Return the text in lower case; `culture` is as for `upper`."""
    if culture is not None and _is_turkish(culture):
        text = text.translate(_DOTLESS)
    if text.isascii():
        return text.lower()
    return "".join(map(lower_letter, text))


@lru_cache(maxsize=2048)
def upper_letter(letter: str) -> str:
    """Return the upper case of a letter, or the letter itself."""
    found = letter.upper()
    return found if len(found) == 1 and letter != "ı" else letter


@lru_cache(maxsize=2048)
def lower_letter(letter: str) -> str:
    """Return the lower case of a letter, or the letter itself."""
    found = letter.lower()
    return found if len(found) == 1 else letter


def _is_turkish(culture: object) -> bool:
    return str(getattr(culture, "culture_name", "")).startswith(_TURKISH)
