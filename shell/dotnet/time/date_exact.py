"""DateTime.ParseExact: dates by an exact format."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from shell.dotnet.time.date_parse import century, out_of_calendar, with_offset
from shell.dotnet.time.datetime import DateTime
from shell.dotnet.time.exact_formats import pieces
from shell.values.culture import Culture
from shell.values.date_format import _FIXED, _STANDARD
from shell.values.errors import ArgumentOutOfRangeException

_FIELDS: Final[dict[str, tuple[str, str]]] = {
    "yyyy": ("year", r"\d{4}"),
    "yyy": ("year", r"\d{3,4}"),
    "yy": ("year2", r"\d{2}"),
    "y": ("year2", r"\d{1,2}"),
    "MM": ("month", r"\d{2}"),
    "M": ("month", r"\d{1,2}"),
    "dd": ("day", r"\d{2}"),
    "d": ("day", r"\d{1,2}"),
    "HH": ("hour", r"\d{2}"),
    "H": ("hour", r"\d{1,2}"),
    "hh": ("hour12", r"\d{2}"),
    "h": ("hour12", r"\d{1,2}"),
    "mm": ("minute", r"\d{2}"),
    "m": ("minute", r"\d{1,2}"),
    "ss": ("second", r"\d{2}"),
    "s": ("second", r"\d{1,2}"),
    "K": ("zone", r"(?:Z|[+-]\d{2}:?\d{2})?"),
    "zzz": ("zone", r"[+-]\d{2}:?\d{2}"),
    "zz": ("zone", r"[+-]\d{2}"),
    "z": ("zone", r"[+-]\d{1,2}"),
}


def _named_field(letters: str, culture: Culture) -> tuple[str, str]:
    names = {
        "ddd": ("weekday", culture.short_days),
        "dddd": ("weekday", culture.days),
        "MMM": ("month_name", (*culture.short_months, *culture.dated_short_months)),
        "MMMM": ("month_name", culture.months),
    }[letters[:4]]
    longest_first = sorted(set(names[1]), key=len, reverse=True)
    return names[0], "(?i:" + "|".join(map(re.escape, longest_first)) + ")"


@lru_cache(maxsize=64)
def _compile(pattern: str, culture: Culture) -> tuple[re.Pattern[str], list[str]]:
    if len(pattern) == 1:
        key = pattern.lower() if pattern in "oOrR" else pattern
        pattern = _FIXED.get(key) or _STANDARD.get(pattern, pattern).format(culture)
    out, fields = "", []
    for literal, letters in pieces(pattern):
        if literal is not None:
            out += re.escape(literal)
            continue
        shape, name = _shape(letters, culture)
        out += shape
        if name:
            fields.append(name)
    return re.compile(out), fields


def _shape(letters: str, culture: Culture) -> tuple[str, str]:
    letter = letters[0]
    if letter in "dM" and len(letters) >= 3:
        name, shape = _named_field(letters, culture)
        return f"({shape})", name
    if letter == "t":
        words = (culture.am, culture.pm) if len(letters) > 1 else (culture.am[:1], culture.pm[:1])
        return f"((?i:{'|'.join(map(re.escape, words))}))", "half"
    if letter in ":/":
        return re.escape(culture.time_separator if letter == ":" else culture.date_separator) * len(letters), ""
    if letter in "fF":
        return (rf"(\d{{{len(letters)}}})" if letter == "f" else rf"(\d{{0,{len(letters)}}})"), "fraction"
    known = _FIELDS.get(letters) or (_FIELDS.get(letters[:2]) if letter in "HhmsMd" else None)
    if known is not None:
        return f"({known[1]})", known[0]
    if letters.isspace():
        return r"[\s\u202f]" * len(letters), ""
    return re.escape(letters), ""


def parse_date_exact(text: str, pattern: str, culture: Culture, styles: int = 0) -> DateTime | None:
    """Parse a date by an exact format; None where it does not match, FormatException for no real date."""
    expression, fields = _compile(pattern, culture)
    found = expression.fullmatch(text.strip() if styles & 7 == 7 else text)
    if found is None:
        return None
    values: dict[str, str] = dict(zip(fields, found.groups(), strict=True))
    try:
        return _assemble(values, culture, styles, text)
    except ArgumentOutOfRangeException:
        raise out_of_calendar(text) from None


def offset_of(text: str, pattern: str, culture: Culture) -> int | None:
    """Return the offset, in minutes, of a text in an exact format, None without one."""
    expression, fields = _compile(pattern, culture)
    found = expression.fullmatch(text)
    zone = None if found is None else dict(zip(fields, found.groups(), strict=True)).get("zone")
    return _minutes(zone) if zone else None


def _minutes(zone: str) -> int:
    digits = zone[1:].replace(":", "").ljust(4, "0") if zone != "Z" else "0000"
    return (int(digits[:2]) * 60 + int(digits[2:])) * (-1 if zone[0] == "-" else 1)


def _assemble(values: dict[str, str], culture: Culture, styles: int, text: str) -> DateTime:
    today = DateTime.now()
    has_date = any(name in values for name in ("year", "year2", "month", "month_name", "day"))
    year = (
        int(values["year"])
        if "year" in values
        else century(int(values["year2"]), 2)
        if "year2" in values
        else today.year
    )
    month = (
        int(values.get("month") or 0) or _place(values.get("month_name"), culture) or (1 if has_date else today.month)
    )
    day = int(values.get("day") or 0) or (1 if has_date else today.day)
    hour = int(values.get("hour") or 0)
    if "hour12" in values:
        hour = int(values["hour12"]) % 12 if "half" in values else int(values["hour12"])
    half = values.get("half")
    if half and culture.pm.lower().startswith(half.lower()) and hour < 12 and "hour12" in values:
        hour += 12
    ticks = int(values.get("fraction", "0").ljust(7, "0")[:7] or 0)
    made = DateTime.of(year, month, day, hour, int(values.get("minute") or 0), int(values.get("second") or 0), ticks)
    zone = values.get("zone")
    return with_offset(made.ticks, _minutes(zone) if zone else None, styles, text)


def _place(name: str | None, culture: Culture) -> int:
    if not name:
        return 0
    lowered = name.lower()
    for names in (culture.months, culture.short_months, culture.dated_short_months):
        for place, each in enumerate(names, 1):
            if each.lower() == lowered:
                return place
    return 0
