"""Text in UTF-16 units: PowerShell's strings and offsets count those, Python's count whole characters.

A character beyond U+FFFF is two units. In units it stands as its two surrogates, one letter each, so that an index in
such a text is an offset as the engine counts.
"""

from __future__ import annotations

import codecs
import re

JOINING = "emshell-joining"
"""The error handler for encoding to UTF-8: pairs become the character that they mean, half a pair becomes U+FFFD."""

_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def in_units(text: str) -> str:
    """Write characters beyond U+FFFF as pairs; a text without any is given back as it is."""
    if text.isascii() or _BEYOND.search(text) is None:
        return text
    return _BEYOND.sub(_pair, text)


def whole(units: str) -> str:
    """Write pairs as the characters that they mean."""
    return units if units.isascii() else _PAIR.sub(_character, units)


def _pair(found: re.Match[str]) -> str:
    rest = ord(found[0]) - 0x10000
    return chr(0xD800 + (rest >> 10)) + chr(0xDC00 + (rest & 0x3FF))


def _character(found: re.Match[str]) -> str:
    high, low = map(ord, found[0])
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _joined(error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = whole(error.object[error.start : error.end])
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode("utf-8"), error.end


codecs.register_error(JOINING, _joined)
