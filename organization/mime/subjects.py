"""The subject of a message, for those who want nothing else of it."""

from __future__ import annotations

import re

from .fields import header_end
from .words import decoded

_SUBJECT = re.compile(rb"\nsubject[ \t]*+:([^\n]*+(?:\n[ \t][^\n]*+)*+)", re.I)


def subject_of(content: bytes) -> str:
    """The decoded subject in one line, of several the first; whatever is malformed in it stays as it is written."""
    header = b"\n" + content[: header_end(content, 0, len(content))]
    found = _SUBJECT.search(header)
    return decoded(" ".join(found[1].decode("utf-8", "replace").split())) if found is not None else ""
