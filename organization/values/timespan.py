"""Spans of time, as .NET counts, parses and prints them."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import total_ordering
from typing import Any, Self

from .errors import BadValue

TICKS_A_SECOND = 10_000_000
_LIMIT = 2**63
_TEXT = re.compile(
    r"(?P<sign>-?)(?:(?P<only>\d+)|(?:(?P<days>\d+)[.:](?=\d+:\d+:))?(?P<hours>\d+):(?P<minutes>\d+)"
    r"(?::(?P<seconds>\d*)(?:\.(?P<fraction>\d+))?)?)",
    re.A,
)
_NOT_A_SPAN = "String '{}' was not recognized as a valid TimeSpan."
_OUT_OF_RANGE = (
    "The TimeSpan string '{}' could not be parsed because at least one of the numeric components is out of range "
    "or contains too many digits."
)


@total_ordering
class EnhancedTimeSpan:
    """A span in ticks of 100 ns. Prints `d.hh:mm:ss`; compares with timedelta and with its own kind."""

    __slots__ = ("ticks",)
    ticks: int

    def __init__(self, ticks: int) -> None:
        if not -_LIMIT <= ticks < _LIMIT:
            raise BadValue("TimeSpan overflowed because the duration is too long.", "OverflowException")
        self.ticks = ticks

    @classmethod
    def of(cls, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> Self:
        """A span from its parts."""
        return cls.from_timedelta(timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds))

    @classmethod
    def from_timedelta(cls, span: timedelta) -> Self:
        """A span from Python's own."""
        return cls(((span.days * 86400 + span.seconds) * 1_000_000 + span.microseconds) * 10)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read by the rules of .NET's TimeSpan.Parse: a lone number is days; `h:mm`, `h:mm:ss[.f]`, `d.h:mm:ss`."""
        match = _TEXT.fullmatch(text.strip())
        if match is None or match["seconds"] == "":
            raise BadValue(_NOT_A_SPAN.format(text))
        days, hours, minutes, seconds = (int(match[part] or 0) for part in ("days", "hours", "minutes", "seconds"))
        days += int(match["only"] or 0)
        fraction = match["fraction"] or ""
        if (
            hours > 23 and match["seconds"] and not match["days"] and not fraction
        ):  # "24:00:00" then is days:hours:minutes
            days, hours, minutes, seconds = hours, minutes, seconds, 0
        if hours > 23 or minutes > 59 or seconds > 59 or len(fraction) > 7 or days > 10675199:
            raise BadValue(_OUT_OF_RANGE.format(text), "OverflowException")
        ticks = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * TICKS_A_SECOND + int(fraction.ljust(7, "0"))
        return cls(-ticks if match["sign"] else ticks)

    @classmethod
    def convert(cls, value: Any) -> Self:
        """A span from a span, a timedelta, a whole number of ticks (as .NET casts one), or a text."""
        if isinstance(value, cls):
            return value
        if isinstance(value, timedelta):
            return cls.from_timedelta(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return cls(value)
        return cls.parse(str(value))

    @property
    def total_seconds(self) -> float:
        """The whole span in seconds."""
        return self.ticks / TICKS_A_SECOND

    def to_timedelta(self) -> timedelta:
        """The span as Python's own, microseconds and up."""
        return timedelta(microseconds=self.ticks // 10)

    def __str__(self) -> str:
        seconds, fraction = divmod(abs(self.ticks), TICKS_A_SECOND)
        minutes, seconds = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        days, hours = divmod(hours, 24)
        text = f"{days}." if days else ""
        text += f"{hours:02}:{minutes:02}:{seconds:02}"
        text += f".{fraction:07}" if fraction else ""
        return "-" + text if self.ticks < 0 else text

    def __repr__(self) -> str:
        return f"EnhancedTimeSpan({self.ticks})"

    def __hash__(self) -> int:
        return hash(self.ticks)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, EnhancedTimeSpan):
            return self.ticks == other.ticks
        return self.to_timedelta() == other if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other: EnhancedTimeSpan | timedelta) -> bool:
        return self.ticks < EnhancedTimeSpan.convert(other).ticks
