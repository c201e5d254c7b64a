"""Version numbers of servers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Self

from .errors import BadValue

_TEXT = re.compile(r"Version (\d+)\.(\d+) \(Build (\d+)\.(\d+)\)", re.I | re.A)
_DOTTED = re.compile(r"(\d+)\.(\d+)\.(\d+)\.(\d+)", re.A)


@dataclass(frozen=True, slots=True, order=True)
class ServerVersion:
    """`Version 8.1 (Build 240.6)`."""

    major: int
    minor: int
    build: int
    revision: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the printed form, or four numbers with dots."""
        match = _TEXT.fullmatch(text.strip()) or _DOTTED.fullmatch(text.strip())
        if match is None:
            raise BadValue(f"'{text}' is not a valid server version.")
        return cls(*map(int, match.groups()))

    @classmethod
    def convert(cls, value: Any) -> Self:
        """A version from a version, four numbers, or a text."""
        if isinstance(value, tuple):
            return cls(*value)
        return value if isinstance(value, cls) else cls.parse(str(value))

    def __str__(self) -> str:
        return f"Version {self.major}.{self.minor} (Build {self.build}.{self.revision})"
