"""The text of a message as a reader sees it: its subject and its bodies, decoded, in pieces.

No call looks at more than a piece, so that other threads get their turn while a large message is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import TYPE_CHECKING

from organization.mime.charsets import decoded_pieces
from organization.mime.structure import read_message
from organization.mime.transfer import slices
from organization.mime.words import decoded

if TYPE_CHECKING:
    from ..headers import Header

_TAG = re.compile(r"<(/?)([A-Za-z]*)[^<>]*>")
_HIDDEN = frozenset({"style", "script"})
"""Elements that nobody sees."""
_LONGEST_TAG = 64 << 10
"""Characters; what is longer is no tag."""
_ZEROS = re.compile(r"(&#[xX]?)0++(?=[0-9a-fA-F])")
_TOO_LARGE = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")
"""A number of no character. Python's own reader stumbles over those of thousands of digits."""
_LONGEST_REFERENCE = 40


def plain_texts(header: Header, content: bytes) -> Iterator[Iterator[str]]:
    """The subject, then each part that is text, HTML without its tags; each in pieces."""
    yield iter((decoded(header.subject),))
    if b"\ncontent-t" not in header.folded:  # neither a type nor an encoding: what is there is what is read
        yield decoded_pieces(slices(content, header.size, len(content)), "utf-8")
        return
    for part in read_message(content).leaves():
        if part.kind.startswith("text/"):
            yield _read_html(part.text()) if part.kind == "text/html" else part.text()


def _read_html(pieces: Iterable[str]) -> Iterator[str]:
    """What a browser shows of a text."""
    left = ""
    for piece in without_tags(pieces):
        left += piece
        at = left.rfind("&", max(0, len(left) - _LONGEST_REFERENCE))
        whole, left = (left, "") if at < 0 else (left[:at], left[at:])
        yield _unescaped(whole)
    yield _unescaped(left)


def _unescaped(text: str) -> str:
    return unescape(_TOO_LARGE.sub("\ufffd", _ZEROS.sub(r"\1", text)))


def without_tags(pieces: Iterable[str]) -> Iterator[str]:
    """What stands between the tags, without that of elements which nobody sees; read in one go, however badly it is
    written.
    """
    left, hidden = "", ""
    for piece in pieces:
        text = left + piece
        begun = text.rfind("<")
        if begun < 0 or text.find(">", begun) >= 0 or len(text) - begun > _LONGEST_TAG:
            begun = len(text)
        left = text[begun:]
        shown: list[str] = []
        at = 0
        for tag in _TAG.finditer(text, 0, begun):
            if not hidden:
                shown += text[at : tag.start()], " "
            at = tag.end()
            name = tag[2].casefold()
            if not hidden and not tag[1] and name in _HIDDEN:
                hidden = name
            elif tag[1] and name == hidden:
                hidden = ""
        if not hidden:
            shown.append(text[at:begun])
        yield "".join(shown)
    if not hidden:
        yield left
