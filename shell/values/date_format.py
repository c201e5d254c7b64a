"""Formatting of dates and time spans, as in .NET."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from shell.values.culture import INVARIANT, Culture
from shell.values.errors import FormatException, OverflowException

if TYPE_CHECKING:
    from shell.dotnet.time.datetime import DateTime
    from shell.dotnet.time.timespan import TimeSpan

TICKS_PER_SECOND: Final = 10_000_000


def bad_format() -> FormatException:
    """Return the error for a malformed format string."""
    return FormatException("Input string was not in a correct format.")


_STANDARD: Final = {
    "d": "{0.short_date}",
    "D": "{0.long_date}",
    "f": "{0.long_date} {0.short_time}",
    "F": "{0.long_date} {0.long_time}",
    "g": "{0.short_date} {0.short_time}",
    "G": "{0.short_date} {0.long_time}",
    "m": "{0.month_day}",
    "M": "{0.month_day}",
    "t": "{0.short_time}",
    "T": "{0.long_time}",
    "U": "{0.long_date} {0.long_time}",
    "y": "{0.year_month}",
    "Y": "{0.year_month}",
}
_FIXED: Final = {
    "o": "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK",
    "r": "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
    "s": "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
    "u": "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
}


def format_date(value: DateTime, pattern: str, culture: Culture) -> str:
    """Format a date by a standard letter or a custom pattern; raises FormatException."""
    if not pattern:
        pattern = "G"
    if len(pattern) == 1:
        fixed = _FIXED.get(pattern if pattern in "su" else pattern.lower() if pattern in "oOrR" else "")
        if fixed is not None:
            return _custom(value, fixed, INVARIANT)
        standard = _STANDARD.get(pattern)
        if standard is None:
            raise bad_format()
        if pattern == "U":
            value = value.to_universal_time()
        return _custom(value, standard.format(culture), culture)
    return _custom(value, pattern, culture)


def _run(pattern: str, place: int) -> int:
    end = place
    while end < len(pattern) and pattern[end] == pattern[place]:
        end += 1
    return end - place


def quoted(pattern: str, place: int) -> tuple[str, int]:
    """Return a quoted text and the number of characters it takes. Raises FormatException if the quote is not closed."""
    quote, text, start = pattern[place], "", place
    place += 1
    while place < len(pattern):
        letter = pattern[place]
        place += 1
        if letter == quote:
            return text, place - start
        if letter == "\\":
            if place >= len(pattern):
                raise bad_format()
            letter = pattern[place]
            place += 1
        text += letter
    raise FormatException(f"Cannot find a matching quote character for the character '{quote}'.")


@lru_cache(maxsize=256)
def _steps(pattern: str) -> tuple[tuple[str, int], ...]:
    """Split a custom format into (letter, width), and (literal text, 0). Raises FormatException."""
    steps: list[tuple[str, int]] = []
    place = 0
    while place < len(pattern):
        letter = pattern[place]
        if letter in "'\"":
            text, width = quoted(pattern, place)
            steps.append((text, 0))
        elif letter == "\\":
            if place + 1 >= len(pattern):
                raise bad_format()
            steps.append((pattern[place + 1], 0))
            width = 2
        elif letter == "%":
            if place + 1 >= len(pattern) or pattern[place + 1] == "%":
                raise bad_format()
            steps += _steps(pattern[place + 1])
            width = 2
        else:
            width = _run(pattern, place)
            steps.append((letter, width) if letter in _FIELDS else (letter * width, 0))
            if letter in ":/K":
                width = 1
        place += width
    return tuple(steps)


def _custom(value: DateTime, pattern: str, culture: Culture) -> str:
    out: list[str] = []
    for step in _steps(pattern):
        letter, width = step
        if width == 0:
            out.append(letter)
            continue
        read = _PLAIN.get(step)
        if read is not None:
            out.append(read(value))
            continue
        text = _field(value, letter, width, culture, out)
        if letter == "M" and width == 3 and culture.dated_short_months and _has_day(pattern):
            text = culture.dated_short_months[value.month - 1]
        out.append(text)
    return "".join(out)


_FIELDS: Final = frozenset("fFdMyzKtg:/hHms")
_PLAIN: Final[dict[tuple[str, int], Callable[[DateTime], str]]] = {
    ("y", 4): lambda value: f"{value.year:04d}",
    ("M", 2): lambda value: f"{value.month:02d}",
    ("d", 2): lambda value: f"{value.day:02d}",
    ("H", 2): lambda value: f"{value.hour:02d}",
    ("m", 2): lambda value: f"{value.minute:02d}",
    ("s", 2): lambda value: f"{value.second:02d}",
    ("M", 1): lambda value: str(value.month),
    ("d", 1): lambda value: str(value.day),
    ("H", 1): lambda value: str(value.hour),
    ("h", 1): lambda value: str((value.hour + 11) % 12 + 1),
    ("h", 2): lambda value: f"{(value.hour + 11) % 12 + 1:02d}",
}
"""Fields that no culture changes."""


def _field(value: DateTime, letter: str, width: int, culture: Culture, out: list[str]) -> str:
    if letter in "fF":
        return _fraction(value.ticks % TICKS_PER_SECOND, width, letter == "F", out)
    if letter in "dM":
        return _named(value, letter, width, culture)
    if letter == "y":
        return f"{value.year % 100 if width <= 2 else value.year:0{width}d}"
    if letter in "zK":
        return _offset(value, letter, width)
    if letter == "t":
        text = culture.am if value.hour < 12 else culture.pm
        return text[:1] if width == 1 else text
    if letter == "g":
        return "A.D."
    if letter == ":":
        return culture.time_separator
    if letter == "/":
        return culture.date_separator
    number = (
        (value.hour + 11) % 12 + 1
        if letter == "h"
        else value.hour
        if letter == "H"
        else value.minute
        if letter == "m"
        else value.second
    )
    return f"{number:02d}" if width >= 2 else str(number)


_DAY_OF_MONTH: Final = re.compile(r"(?<!d)dd?(?!d)")


def _has_day(pattern: str) -> bool:
    """True if a pattern shows the day of the month: some cultures then use another form of the month's name."""
    return _DAY_OF_MONTH.search(pattern) is not None


def _named(value: DateTime, letter: str, width: int, culture: Culture) -> str:
    if letter == "d":
        number, short, names = value.day, culture.short_days, culture.days
        which = value.day_of_week_number
    else:
        number, short, names = value.month, culture.short_months, culture.months
        which = value.month - 1
    if width <= 2:
        return f"{number:0{width}d}"
    return short[which] if width == 3 else names[which]


def _fraction(ticks: int, width: int, trim: bool, out: list[str]) -> str:
    if width > 7:
        raise bad_format()
    digits = f"{ticks:07d}"[:width]
    if not trim:
        return digits
    digits = digits.rstrip("0")
    if not digits and out and out[-1].endswith("."):
        out[-1] = out[-1][:-1]
    return digits


def _offset(value: DateTime, letter: str, width: int) -> str:
    kind = value.kind_number
    if letter == "K":
        if kind == 0 and value.offset_minutes is None:
            return ""
        if kind == 1:
            return "Z"
        return _offset_text(value.utc_offset_minutes(), 3)
    return _offset_text(value.utc_offset_minutes(), width)


def _offset_text(minutes: int, width: int) -> str:
    sign = "-" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    if width == 1:
        return f"{sign}{hours}"
    return f"{sign}{hours:02d}" if width == 2 else f"{sign}{hours:02d}:{rest:02d}"


# --- time spans ---


def format_span(value: TimeSpan, pattern: str, culture: Culture) -> str:
    """Format a TimeSpan; raises FormatException."""
    if not pattern or pattern in ("c", "t", "T"):
        return constant_span(value.ticks)
    if pattern in ("g", "G"):
        return _general_span(value.ticks, pattern == "G", culture)
    if len(pattern) == 1:
        raise bad_format()
    return _custom_span(value.ticks, pattern)


def _parts(ticks: int) -> tuple[int, int, int, int, int]:
    seconds, fraction = divmod(abs(ticks), TICKS_PER_SECOND)
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    day, hour = divmod(hours, 24)
    return day, hour, minute, second, fraction


def constant_span(ticks: int) -> str:
    """Return the invariant form, `[-][d.]hh:mm:ss[.fffffff]`."""
    day, hour, minute, second, fraction = _parts(ticks)
    days = f"{day}." if day else ""
    tail = f".{fraction:07d}" if fraction else ""
    return f"{'-' if ticks < 0 else ''}{days}{hour:02d}:{minute:02d}:{second:02d}{tail}"


def _general_span(ticks: int, long: bool, culture: Culture) -> str:
    day, hour, minute, second, fraction = _parts(ticks)
    sign = "-" if ticks < 0 else ""
    if long:
        return f"{sign}{day}:{hour:02d}:{minute:02d}:{second:02d}{culture.decimal_separator}{fraction:07d}"
    tail = f"{culture.decimal_separator}{fraction:07d}".rstrip("0") if fraction else ""
    return f"{sign}{f'{day}:' if day else ''}{hour}:{minute:02d}:{second:02d}{tail}"


_SPAN_LIMITS: Final = {"d": 8, "h": 2, "m": 2, "s": 2, "f": 7, "F": 7}


def _custom_span(ticks: int, pattern: str) -> str:
    out: list[str] = []
    place = 0
    while place < len(pattern):
        letter = pattern[place]
        if letter in "'\"":
            text, width = quoted(pattern, place)
        elif letter == "\\" and place + 1 < len(pattern):
            text, width = pattern[place + 1], 2
        elif letter == "%" and place + 1 < len(pattern) and pattern[place + 1] != "%":
            text, width = _custom_span(ticks, pattern[place + 1]), 2
        elif letter in _SPAN_LIMITS:
            width = _run(pattern, place)
            if width > _SPAN_LIMITS[letter]:
                raise bad_format()
            text = _span_field(ticks, letter, width)
        else:
            raise bad_format()
        out.append(text)
        place += width
    return "".join(out)


def _span_field(ticks: int, letter: str, width: int) -> str:
    day, hour, minute, second, fraction = _parts(ticks)
    if letter in "fF":
        digits = f"{fraction:07d}"[:width]
        return digits if letter == "f" else digits.rstrip("0")
    number = {"d": day, "h": hour, "m": minute, "s": second}[letter]
    return f"{number:0{width}d}"


_SPAN: Final = re.compile(
    r"(?P<sign>-?)(?:(?P<days>[0-9]+)(?:\.|(?=$)))?(?:(?P<hours>[0-9]+):(?P<minutes>[0-9]+)"
    r"(?::(?P<seconds>[0-9]+)(?:\.(?P<fraction>[0-9]{1,7}))?)?)?"
)
_SPAN_COLONS: Final = re.compile(
    r"(?P<sign>-?)(?P<days>[0-9]+):(?P<hours>[0-9]+):(?P<minutes>[0-9]+):(?P<seconds>[0-9]+)(?:\.(?P<fraction>[0-9]{1,7}))?"
)
MAX_TICKS: Final = 2**63 - 1


def parse_span(text: str) -> int | None:
    """Return the ticks of `[-][d.]hh:mm[:ss[.fffffff]]`, `d`, `d:hh:mm:ss`, or None. Raises OverflowException."""
    trimmed = text.strip()
    found = _SPAN.fullmatch(trimmed) or _SPAN_COLONS.fullmatch(trimmed)
    if found is None or not (found["days"] or found["hours"]) or trimmed.endswith("."):
        return None
    fields = {name: int(found[name] or 0) for name in ("days", "hours", "minutes", "seconds")}
    if fields["hours"] > 23 and found["seconds"] and not found["days"] and not found["fraction"]:
        # If the first of three numbers is too large for hours, they are days:hours:minutes ("24:00:00" is 24 days).
        fields = {"days": fields["hours"], "hours": fields["minutes"], "minutes": fields["seconds"], "seconds": 0}
    if fields["hours"] > 23 or fields["minutes"] > 59 or fields["seconds"] > 59 or fields["days"] > 10675199:
        raise OverflowException(
            f"The TimeSpan string '{text}' could not be parsed because at least one of the numeric components is out of"
            " range or contains too many digits."
        )
    seconds = ((fields["days"] * 24 + fields["hours"]) * 60 + fields["minutes"]) * 60 + fields["seconds"]
    ticks = seconds * TICKS_PER_SECOND + int((found["fraction"] or "0").ljust(7, "0"))
    return -ticks if found["sign"] else ticks
