"""Following a file that grows: Get-Content -Wait."""

from __future__ import annotations

import codecs
import time
from collections.abc import Iterator

from shell.dotnet.io.text_files import BYTEWISE, UTF8, TextEncoding, detect, split_lines
from shell.engine.session.eventing import pump
from shell.engine.session.runspace import Runspace
from shell.machine import disk

_STEP = 0.1
"""Seconds between two looks at the file."""


def new_lines(session: Runspace, path: str, encoding: TextEncoding | None, place: int) -> Iterator[str]:
    """Yield the lines that are written to a file behind an offset, for as long as they are asked for.

    A file that has become shorter is read from its start. A line is given out once its end is there, or when nothing
    more of it came within one look. Ctrl+C ends it.
    """
    with disk.open_file(path, "rb") as file:
        known, _ = detect(file.read(4), encoding or UTF8)
    decoder = codecs.getincrementaldecoder(known.codec)(BYTEWISE if encoding is None else "replace")
    held = ""
    while True:
        if session.stopping:
            session.stop()
        size = disk.status(path).st_size if disk.exists(path) else place
        if size < place:
            place = 0
        data = b""
        if size > place:
            with disk.open_file(path, "rb") as file:
                file.seek(place)
                data = file.read(size - place)
            place = size
        whole, held = _cut(held + decoder.decode(data), bool(data))
        yield from whole
        if not data:
            time.sleep(_STEP)
            pump(session)


def _cut(text: str, goes_on: bool) -> tuple[list[str], str]:
    """Part whole lines from the beginning of one that is still being written."""
    if not goes_on:
        return split_lines(text), ""
    end = max(text.rfind("\n"), text.rfind("\r")) + 1
    return split_lines(text[:end]), text[end:]


__all__ = ["new_lines"]
