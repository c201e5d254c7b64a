"""The text of a message as a reader sees it: its subject and its bodies, decoded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from ..encoded_words import decoded

if TYPE_CHECKING:
    from email.message import Message

    from ..headers import Header

_TAG = re.compile(r"<[^<>]*>")
_UNSHOWN = re.compile(r"<(/?)(style|script)\b[^<>]*>", re.I)


def plain_texts(header: Header, content: bytes) -> Iterator[str]:
    """The subject, then each part that is text, HTML without its tags."""
    if b"\ncontent-t" not in header.folded:  # neither a type nor an encoding: what is there is what is read
        yield decoded(header.subject)
        yield content[header.size :].decode("utf-8", "replace")
        return
    from email import message_from_bytes

    yield decoded(header.subject)
    for part in message_from_bytes(content).walk():
        if part.get_content_maintype() == "text":
            yield _text_of(part)


def _text_of(part: Message) -> str:
    octets = part.get_payload(decode=True)
    if not isinstance(octets, bytes):
        return ""
    try:
        text = octets.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:
        text = octets.decode("latin-1")
    return unescape(_without_tags(text)) if part.get_content_subtype() == "html" else text


def _without_tags(html: str) -> str:
    """What stands between the tags, without that of elements which nobody sees; read in one go, however badly it is
    written.
    """
    shown, start, hidden = [], 0, ""
    for found in _UNSHOWN.finditer(html):
        name = found[2].casefold()
        if not hidden and not found[1]:
            shown.append(html[start : found.start()])
            hidden = name
        elif hidden == name and found[1]:
            hidden, start = "", found.end()
    if not hidden:
        shown.append(html[start:])
    return _TAG.sub(" ", " ".join(shown))
