"""Byte sizes: `10 MB (10,485,760 bytes)`."""

from __future__ import annotations

import re
from functools import total_ordering
from math import isfinite
from typing import Any, Self

from .errors import BadValue
from .style import MODERN, Style

_UNITS = ("B", "KB", "MB", "GB", "TB")
_TEXT = re.compile(
    r"\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>B|KB|MB|GB|TB)?\s*(?:\(\s*(?P<bytes>[\d,]+)\s+bytes?\s*\))?\s*",
    re.I | re.A,
)
_LARGEST = 2**64 - 1


@total_ordering
class ByteQuantifiedSize:
    """A number of bytes, 0 to 2^64-1. Compares with, and computes like, the whole number that it is."""

    __slots__ = ("_style", "bytes")
    bytes: int
    _style: Style

    def __init__(self, size: int, style: Style = MODERN) -> None:
        if not 0 <= size <= _LARGEST:
            raise BadValue(f"The size {size} is outside the range of a byte size.", "OverflowException")
        self.bytes = size
        self._style = style

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `5MB`, `5 MB`, `5242880` (bytes), `1.5GB`, or the long form, in which the exact bytes count."""
        match = _TEXT.fullmatch(text)
        if match is None:
            raise BadValue(f"The format of the byte size '{text}' is not correct.")
        if match["bytes"]:
            return cls(int(match["bytes"].replace(",", "")))
        scale = 1024 ** _UNITS.index((match["unit"] or "B").upper())
        return cls(int(match["number"]) * scale if match["number"].isdigit() else int(float(match["number"]) * scale))

    @classmethod
    def convert(cls, value: Any) -> Self:
        """A size from a size, a whole number of bytes, or a text."""
        if isinstance(value, cls):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return cls(value)
        if isinstance(value, float) and isfinite(value):
            return cls(int(value))
        return cls.parse(str(value))

    def with_style(self, style: Style) -> Self:
        """The same size, printed as another version prints it."""
        return self if style is self._style else type(self)(self.bytes, style)

    def to_bytes(self) -> int:
        """The size in bytes."""
        return self.bytes

    def to_kb(self) -> int:
        """Whole kilobytes, rounded down."""
        return self.bytes >> 10

    def to_mb(self) -> int:
        """Whole megabytes, rounded down."""
        return self.bytes >> 20

    def to_gb(self) -> int:
        """Whole gigabytes, rounded down."""
        return self.bytes >> 30

    def to_tb(self) -> int:
        """Whole terabytes, rounded down."""
        return self.bytes >> 40

    def short(self) -> str:
        """2007's text: the largest unit that loses nothing (`10MB`, `1500KB`)."""
        size, unit = self.bytes, 0
        while size and size % 1024 == 0 and unit < len(_UNITS) - 1:
            size, unit = size // 1024, unit + 1
        return f"{size}{_UNITS[unit]}"

    def long(self) -> str:
        """The text since 2010: four significant digits, then the exact bytes."""
        size, unit = float(self.bytes), 0
        while size >= 1024 and unit < len(_UNITS) - 1:
            size, unit = size / 1024, unit + 1
        number = f"{size:.4g}" if size < 1000 else f"{size:.0f}"
        return f"{number} {_UNITS[unit]} ({self.bytes:,} bytes)"

    def __str__(self) -> str:
        return self.short() if self._style.short_sizes else self.long()

    def __repr__(self) -> str:
        return f"ByteQuantifiedSize({self.bytes})"

    def __int__(self) -> int:
        return self.bytes

    __index__ = __int__

    def __hash__(self) -> int:
        return hash(self.bytes)

    def __eq__(self, other: object) -> bool:
        return self.bytes == _octets(other) if isinstance(other, int | ByteQuantifiedSize) else NotImplemented

    def __lt__(self, other: int | ByteQuantifiedSize) -> bool:
        return self.bytes < _octets(other)

    def __add__(self, other: int | ByteQuantifiedSize) -> Self:
        return type(self)(self.bytes + int(other), self._style)

    __radd__ = __add__

    def __sub__(self, other: int | ByteQuantifiedSize) -> Self:
        return type(self)(self.bytes - int(other), self._style)

    def __mul__(self, factor: int) -> Self:
        return type(self)(self.bytes * factor, self._style)

    def __floordiv__(self, divisor: int) -> Self:
        return type(self)(self.bytes // divisor, self._style)


def _octets(amount: int | ByteQuantifiedSize) -> int:
    return amount.bytes if isinstance(amount, ByteQuantifiedSize) else amount
