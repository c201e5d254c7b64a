"""Undoing what was done to bodies for their transfer (RFC 2045, 6), piece by piece, so that others get their turn: one
call on ten megabytes would keep them waiting for tens of milliseconds.
"""

from __future__ import annotations

import binascii
from collections.abc import Iterator

PIECE = 16 << 10
"""Octets that are looked at in one call."""
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
_NOT_BASE64 = bytes(set(range(256)) - set(_BASE64))
_LONGEST_UU_LINE = 100
"""Octets; a line of 45 takes 61."""


def slices(data: bytes, start: int, end: int) -> Iterator[bytes]:
    """The octets of `data` from `start` to `end`."""
    return (data[at : min(at + PIECE, end)] for at in range(start, end, PIECE))


def decoded_slices(data: bytes, start: int, end: int, encoding: str) -> Iterator[bytes]:
    """A body as it was before it was encoded. Whatever is malformed is read as far as it goes."""
    reader = _READERS.get(encoding)
    return slices(data, start, end) if reader is None else reader(data, start, end)


def _base64(data: bytes, start: int, end: int) -> Iterator[bytes]:
    left = b""
    for piece in slices(data, start, end):
        left += piece.translate(None, _NOT_BASE64)
        padding = left.find(b"=")
        if padding >= 0 and padding % 4 >= 2:  # nothing follows the end
            left = left[:padding]
            break
        left = left.replace(b"=", b"")
        whole = len(left) & ~3
        yield binascii.a2b_base64(left[:whole])
        left = left[whole:]
    if len(left) % 4 == 1:
        left = left[:-1]
    yield binascii.a2b_base64(left + b"=" * (-len(left) % 4))


def _quoted_printable(data: bytes, start: int, end: int) -> Iterator[bytes]:
    for piece in _whole_lines(data, start, end):
        yield binascii.a2b_qp(piece)


def _whole_lines(data: bytes, start: int, end: int) -> Iterator[bytes]:
    """Pieces that end with a line, or in a very long one, not within `=XX`."""
    at = start
    while at < end:
        stop = min(at + PIECE, end)
        if stop < end:
            line = data.rfind(b"\n", at, stop)
            if line >= 0:
                stop = line + 1
            else:
                sign = data.rfind(b"=", max(at + 1, stop - 2), stop)
                stop = sign if sign >= 0 else stop
        yield data[at:stop]
        at = stop


def _uuencoded(data: bytes, start: int, end: int) -> Iterator[bytes]:
    """The lines between `begin 644 name` and `end`."""
    begun = False
    out = bytearray()
    for piece in _whole_lines(data, start, end):
        for line in piece.split(b"\n"):
            line = line.rstrip(b"\r")
            if not begun:
                begun = line.startswith(b"begin ")
            elif line == b"end":
                yield bytes(out)
                return
            elif line and len(line) <= _LONGEST_UU_LINE:
                out += _uu_line(line)
        yield bytes(out)
        out.clear()


def _uu_line(line: bytes) -> bytes:
    try:
        return binascii.a2b_uu(line)
    except binascii.Error:  # some encoders add a checksum; the length says what counts
        octets = (((line[0] - 32) & 63) * 4 + 5) // 3
        try:
            return binascii.a2b_uu(line[:octets])
        except binascii.Error:
            return b""


_READERS = {
    "base64": _base64,
    "quoted-printable": _quoted_printable,
    "x-uuencode": _uuencoded,
    "uuencode": _uuencoded,
    "uue": _uuencoded,
    "x-uue": _uuencoded,
}
