"""Finds the end of a command line, a message or a chunk in the client's octets.

- A command ends at LF; all CRs right before it belong to the line end, as programs that make CRLF of each LF send CR CR
  LF for the CRLF that somebody has typed. Any other CR is an ordinary octet.
- The data of a message ends at CRLF . CRLF and nowhere else: no bare CR or LF beside the dot ends it
  (RFC 5321 4.1.1.4), so what one server takes for the end of a message and another does not can smuggle nothing in.
- A chunk ends where BDAT said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .bodies import IN_MEMORY, Bodies, Pile

END_OF_DATA = b"\r\n.\r\n"
_KEPT = len(END_OF_DATA) - 1
"""Octets of earlier data that may hold the beginning of an end of data."""


_PIECE = 256 << 10
"""Octets of a large message that one call examines."""
_DOTS_LOOKED_AT = 50
"""One by one, before a search by all three octets is the faster one."""
_SHORT = 8 << 10
"""Octets in which a search by all three is the faster one from the beginning: letters hold a dot in every line."""
_DOTTED_LINE = re.compile(rb"\r\n\.")


class LineTooLong(Exception):
    """A command line was longer than allowed. It was skipped up to its end."""


class Input:
    """The client's octets that have not been read yet."""

    __slots__ = ("at", "buffer", "skipping")

    def __init__(self) -> None:
        self.buffer = b""
        self.at = 0
        """Offset of the first unread octet of `buffer`."""
        self.skipping = False
        """Whether the next octets belong to a line that was too long."""

    def feed(self, data: bytes) -> None:
        """Append octets."""
        at = self.at
        if at < len(self.buffer):
            self.buffer = self.buffer[at:] + data
        else:
            self.buffer = data
        self.at = 0

    def __len__(self) -> int:
        return len(self.buffer) - self.at

    def clear(self) -> None:
        """Discard unread input: plain text before a TLS handshake must not count after it (RFC 3207, 4.2)."""
        self.buffer = b""
        self.at = 0
        self.skipping = False

    def line(self, longest: int) -> bytes | None:
        """Return the next command without its line end; None if it is incomplete. Raises LineTooLong at its end."""
        data, at = self.buffer, self.at
        end = data.find(b"\n", at)
        if end < 0:
            if self.skipping or len(data) - at > longest:
                self.skipping = True
                self.at = len(data)
            return None
        self.at = end + 1
        if self.skipping or end - at > longest:
            self.skipping = False
            raise LineTooLong
        return data[at:end] if end == at or data[end - 1] != 13 else data[at:end].rstrip(b"\r")

    def data(self, body: DataBody) -> bool:
        """Move octets into `body` up to its end. Return whether the end was found."""
        self.at, ended = body.take(self.buffer, self.at)
        return ended

    def octets(self, most: int) -> bytes:
        """Take up to `most` octets."""
        at = self.at
        piece = self.buffer[at : at + most]
        self.at = at + len(piece)
        return piece


KEPT_BEGINNING = 320 * 1024
"""Octets of a message that is too large: enough to tell whether its header is, too."""


class DataBody:
    """The data of one message while it is received. Above `most` octets only its beginning is kept."""

    __slots__ = (
        "_bodies",
        "_counted",
        "_dots",
        "_joint",
        "_most",
        "_pile",
        "_raw",
        "_stuffed",
        "content",
        "overflowed",
    )

    def __init__(self, most: int | None, bodies: Bodies | None = None) -> None:
        """`bodies` has the others that come in at the same time, and a place for large ones."""
        self._most = most
        self._bodies = bodies
        self._raw = bytearray()
        """What has come; of a large body what its end may have begun in, all before that is in the pile."""
        self._pile: Pile | None = None
        self._counted = 0
        """Octets already reported to `bodies`."""
        self._stuffed = False
        """Whether a line behind the first may begin with a dot that is none of its own."""
        self._dots = 0
        """Lines of the pile that begin with one."""
        self._joint = b""
        """The last two octets of the pile."""
        self.overflowed = False
        self.content = b""
        """The message when the end has come: dots of transparency removed, line ends as they were. Of one that is too
        large, its beginning. Of one that `is_piled`, nothing: it has to be read.
        """

    @property
    def is_piled(self) -> bool:
        """Whether the message is large: then `read` returns it instead of `content`."""
        return self._pile is not None and not self.overflowed

    @property
    def starved(self) -> bool:
        """Whether there was no room for it."""
        return self._pile is not None and self._pile.starved

    @property
    def size(self) -> int:
        """Octets of a large message, without the dots of transparency but for one at its very beginning."""
        assert self._pile is not None
        return self._pile.size - 2 - self._dots

    def read(self) -> bytes:
        """The whole of a large message, as `content` of others. Another thread may ask."""
        assert self._pile is not None
        content = self._pile.read(2)
        if self._stuffed:
            content = b"".join(_without_dots(content))
        return content[1:] if content.startswith(b".") else content

    def close(self) -> None:
        """Delete a message that was not accepted."""
        if self._pile is not None:
            self._pile.close()
        self._count(0)
        self._raw.clear()

    def _count(self, octets: int) -> None:
        """Report the number of octets kept in memory."""
        if self._bodies is not None and octets != self._counted:
            self._bodies.count(octets - self._counted)
            self._counted = octets

    def take(self, data: bytes, at: int) -> tuple[int, bool]:
        """Read `data` from `at` on; the position behind what was read, and whether the end of data was there."""
        raw = self._raw
        if not raw:
            if data.startswith(b".\r\n", at):
                return at + 3, True
            end = self._end(data, at)
            if end >= 0:
                self._finish(data[at : end + 2])
                return end + 5, True
            # The line end of the DATA command itself stands before the first line.
            raw += b"\r\n"
        before = len(raw)
        raw += data if at == 0 else memoryview(data)[at:]
        end = self._end(raw, before - _KEPT) if before > 2 else -1
        if end >= 0:
            del raw[end + 2 :]
            read = at + end + 5 - before
            if self._pile is not None:
                self._pile_up(0)
            elif not self.overflowed:
                self._finish(bytes(memoryview(raw)[2:]))
            self._count(0)
            raw.clear()
            return read, True
        if self._pile is not None or (self._bodies is not None and len(raw) > IN_MEMORY and not self.overflowed):
            self._pile_up(_KEPT)
        elif self._most is not None and len(raw) > self._most + _KEPT + 2:
            if not self.overflowed and self._is_too_large(before):
                # The last octets may be the beginning of the end of data, which is no part of the message.
                self._overflow(bytes(memoryview(raw)[2 : min(2 + KEPT_BEGINNING, len(raw) - _KEPT)]))
            if self.overflowed:
                del raw[:-_KEPT]
        self._count(len(raw))
        return len(data), False

    def _pile_up(self, kept: int) -> None:
        """Put all but the last octets upon the pile: none of the end of data is among them."""
        raw, pile = self._raw, self._pile
        if pile is None:
            assert self._bodies is not None
            pile = self._pile = Pile(self._bodies)
            self._count(0)
            self._dots = 0
        moved = len(raw) - kept
        if not self.overflowed:
            piece = raw[:moved]
            if self._stuffed:
                self._dots += piece.count(b"\r\n.") + (self._joint + piece[:2]).count(b"\r\n.")
            self._joint = bytes((self._joint + piece[-2:])[-2:])
            pile.add(piece)
            # Without the CRLF that was put in front, and the dots of transparency.
            if self._most is not None and pile.size - 2 - self._dots > self._most:
                self._overflow(b"" if pile.starved else pile.read(2, KEPT_BEGINNING))
        del raw[:moved]

    def _overflow(self, beginning: bytes) -> None:
        """Stop keeping a message that is too large."""
        self.overflowed = True
        self.content = beginning
        if self._pile is not None:
            self._pile.close()

    def _end(self, data: bytes | bytearray, at: int) -> int:
        """Where the end of data begins, from `at` on; -1 where it is not there. Lines with a dot are noticed."""
        line = _dotted_line(data, max(0, at))
        if line < 0 or data.startswith(END_OF_DATA, line):
            return line
        self._stuffed = True
        return data.find(END_OF_DATA, line)

    def _is_too_large(self, before: int) -> bool:
        """Whether it is without the dots of transparency, too. `before` octets of it were here at the last look."""
        assert self._most is not None
        raw, threshold = self._raw, self._most + _KEPT + 2
        counted = before > threshold
        self._dots = (self._dots if counted else 0) + raw.count(b"\r\n.", before - 2 if counted else 0)
        return len(raw) - self._dots > threshold

    def _finish(self, content: bytes) -> None:
        """Finish the message: all octets have been received."""
        if self.overflowed:
            return
        if self._stuffed:
            content = content.replace(b"\r\n.", b"\r\n")
        if content.startswith(b"."):
            content = content[1:]
        if self._most is not None and len(content) > self._most:
            self.overflowed = True
            self.content = content[:KEPT_BEGINNING]
        else:
            self.content = content


def end_of_whole(data: bytes, at: int, most: int | None) -> int:
    """Where the content ends of a message that begins at `at` and has come whole; its last line end is the first octets
    of `END_OF_DATA`. -1 for one that needs a DataBody: it is not all there, a line of it begins with a dot, or it is
    larger than `most`.
    """
    if data.startswith(b".", at):
        return -1
    line = _dotted_line(data, at)
    if line < 0 or not data.startswith(END_OF_DATA, line) or (most is not None and line + 2 - at > most):
        return -1
    return line + 2


def _without_dots(content: bytes) -> Iterator[bytes]:
    """A large content without the dots of transparency, in pieces, so that other threads get their turn."""
    left = b""
    for at in range(0, len(content), _PIECE):
        piece = left + content[at : at + _PIECE]
        kept = len(piece) if not piece.endswith((b"\r", b"\r\n")) else len(piece) - (2 if piece[-1] == 10 else 1)
        yield piece[:kept].replace(b"\r\n.", b"\r\n")
        left = piece[kept:]
    yield left


def _dotted_line(data: bytes | bytearray, at: int) -> int:
    """Where the first line end is that a dot follows, from `at` on; -1 where there is none. One octet is found many
    times faster than three, and long messages hold few dots: they are mostly base64.
    """
    if len(data) - at <= _SHORT:
        found = _DOTTED_LINE.search(data, at)
        return found.start() if found is not None else -1
    start = at + 2
    for _ in range(_DOTS_LOOKED_AT):
        dot = data.find(b".", start)
        if dot < 0:
            return -1
        if data[dot - 2 : dot] == b"\r\n":
            return dot - 2
        start = dot + 1
    return data.find(b"\r\n.", start)
