"""The words of a header that are encoded because they are not ASCII (RFC 2047)."""

from __future__ import annotations

import binascii
import re

from .charsets import decode

_WORD = re.compile(r"=\?([^?*\s]{1,40})(?:\*[^?\s]{0,40})?\?([BbQq])\?([^?]*)\?=")
"""The language behind `*` is that of RFC 2231, 5."""


def decoded(raw: str) -> str:
    """A field's value as a reader sees it; one in which anything is malformed stays as it is written."""
    if "=?" not in raw:
        return raw
    try:
        return _decoded(raw)
    except (LookupError, ValueError):
        return raw


def _decoded(raw: str) -> str:
    said: list[str] = []
    octets, charset = bytearray(), ""
    at = 0
    for word in _WORD.finditer(raw):
        gap = raw[at : word.start()]
        follows = bool(charset) and (not gap or gap.isspace())
        # A character may be split between two words, which then stand side by side and in the same set.
        if charset and not (follows and word[1].lower() == charset):
            said.append(decode(bytes(octets), charset))
            octets.clear()
        if not follows:
            said.append(gap)
        charset = word[1].lower()
        octets += _octets(word[2], word[3])
        at = word.end()
    if charset:
        said.append(decode(bytes(octets), charset))
    said.append(raw[at:])
    return "".join(said)


def _octets(encoding: str, text: str) -> bytes:
    """What a word encodes. Raises ValueError."""
    octets = text.encode("ascii")
    if encoding in "qQ":
        return binascii.a2b_qp(octets, header=True)
    return binascii.a2b_base64(octets + b"=" * (-len(octets) % 4))
