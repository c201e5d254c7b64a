"""A message as a person reads it: its text, and what is attached to it."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Sequence
from itertools import islice

from .fields import fields_of
from .structure import Part
from .words import decoded

_PREFERRED = ("text/plain", "text/html")
_BODIES = frozenset({"text/plain", "text/html", "multipart/related", "multipart/alternative"})
_REPORT = frozenset({"message/delivery-status", "message/disposition-notification"})
_LONGEST_SUBJECT = 100
"""Characters of the subject that an embedded message is named by."""
MOST_TEXT = 4 << 20
"""Characters of a body that are shown."""


def body_of(message: Part) -> Part | None:
    """The part that is the text of a message: plain text, else HTML; None where there is no text."""
    found: dict[str, Part] = {}
    for part in _texts(message):
        found.setdefault(part.kind, part)
        if part.kind == _PREFERRED[0]:
            break
    return next((found[kind] for kind in _PREFERRED if kind in found), None)


def _texts(message: Part) -> Iterator[Part]:
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.is_attachment:
            continue
        if part.kind in _PREFERRED and not part.parts:
            yield part
        elif part.kind == "multipart/related":
            waiting.extend(_root(part))
        elif part.is_multipart:
            waiting.extend(reversed(part.parts))


def _root(related: Part) -> Sequence[Part]:
    """The part of multipart/related that shows the others (RFC 2387)."""
    start = related.content_type.parameters.get("start", "")
    chosen = [part for part in related.parts if start and part.fields.get("content-id", "").strip() == start]
    return chosen[:1] or related.parts[:1]


def text_of(part: Part) -> str:
    """The text of a part, with LF at the ends of its lines."""
    text = "".join(_first_of(part.text(), MOST_TEXT))
    return text.replace("\r\n", "\n").removesuffix("\n")


def _first_of(pieces: Iterator[str], most: int) -> Iterator[str]:
    """So many characters of a text in pieces."""
    for piece in pieces:
        yield piece[:most]
        most -= len(piece)
        if most <= 0:
            return


def attachments_of(message: Part) -> list[Part]:
    """The parts of a message that are neither its text nor another form of it."""
    if message.kind == "multipart/related" and message.parts:
        root = _root(message)
        return [part for part in message.parts if part not in root]
    if not message.is_multipart:
        return [message] if message.is_attachment or message.kind not in _PREFERRED else []
    if message.kind == "multipart/alternative":
        return []
    attached: list[Part] = []
    seen: set[str] = set()
    for part in message.parts:
        if part.kind in _BODIES and not part.is_attachment and part.kind not in seen:
            seen.add(part.kind)
        else:
            attached.append(part)
    return attached


def attachment_names(message: Part) -> list[str]:
    """What the attachments are called. One without a name is called by what it is, as mail programs do: an embedded
    message by its subject, a report `details.txt`, anything else by its number, as Exchange does: `ATT00001.jpg`.
    """
    return [part.file_name or _made_name(part, number) for number, part in enumerate(attachments_of(message), 1)]


def _made_name(part: Part, number: int) -> str:
    if part.kind in _REPORT:
        return "details.txt"
    if part.kind == "message/rfc822":
        return f"{_subject(part) or f'ATT{number:05}'}.eml"
    if part.kind == "text/rfc822-headers":
        return "headers.txt"
    if part.kind == "text/plain":
        return f"ATT{number:05}.txt"
    extension = {"text/html": ".htm", "image/jpeg": ".jpg"}.get(part.kind) or _TYPES.guess_extension(part.kind)
    return f"ATT{number:05}{extension or '.dat'}"


_TYPES = mimetypes.MimeTypes()
"""Python's own table; the machine's would make one message look different here and there."""


def _subject(part: Part) -> str:
    """The subject of an embedded message, as far as it may be a file's name."""
    inner = next(islice(part.parts, 1), None)
    if inner is None:
        return ""
    fields = fields_of(inner.content[inner.start : inner.head])
    subject = next((value for name, value in fields if name == "subject"), "")
    return "".join(" " if char in '\\/:*?"<>|' else char for char in decoded(subject) if char.isprintable())[
        :_LONGEST_SUBJECT
    ].strip()
