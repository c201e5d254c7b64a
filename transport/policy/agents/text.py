"""The text of a message as a reader sees it: its subject and its bodies, decoded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import Message

    from ..headers import Header

_TAG = re.compile(r"<(?:style|script)\b.*?</(?:style|script)\s*>|<[^>]*>", re.I | re.S)
_ENCODED_HEADER = "=?"


def plain_texts(header: Header, content: bytes) -> Iterator[str]:
    """The subject, then each part that is text, HTML without its tags."""
    if b"\ncontent-t" not in header.folded:  # neither a type nor an encoding: what is there is what is read
        yield decoded_subject(header)
        yield content[header.size :].decode("utf-8", "replace")
        return
    from email import message_from_bytes

    yield decoded_subject(header)
    for part in message_from_bytes(content).walk():
        if part.get_content_maintype() == "text":
            yield _text_of(part)


def decoded_subject(header: Header) -> str:
    """The subject; whatever is malformed in it stays as it is written."""
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    raw = header.subject
    if _ENCODED_HEADER not in raw:
        return raw
    try:
        return str(make_header(decode_header(raw)))
    except (HeaderParseError, LookupError, ValueError):
        return raw


def _text_of(part: Message) -> str:
    octets = part.get_payload(decode=True)
    if not isinstance(octets, bytes):
        return ""
    try:
        text = octets.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:
        text = octets.decode("latin-1")
    return unescape(_TAG.sub(" ", text)) if part.get_content_subtype() == "html" else text
