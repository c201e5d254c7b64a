"""Reading dates: DateTime.Parse in the invariant culture, ParseExact, and spans by a format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from shell.runtime.dotnet.cultures import EN_US, Culture
from shell.runtime.dotnet.datetime import LOCAL, UNSPECIFIED, UTC, DateTime, days_in_month
from shell.runtime.dotnet.timespan import TICKS
from shell.runtime.errors import ArgumentOutOfRangeException, FormatException

ASSUME_LOCAL, ASSUME_UNIVERSAL, ADJUST_TO_UNIVERSAL, ROUND_TRIP = 32, 64, 16, 128

_TOKEN: Final = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2}T)|(?P<number>\d+)|(?P<word>[^\W\d_]+\.?)|(?P<blank>[\s\u202f]+)|(?P<mark>[/\-.:,+])|(?P<other>.)",
    re.DOTALL,
)
_MONTHS: Final = {name.lower(): place for place, name in enumerate(EN_US.months, 1)} | {
    name.lower(): place for place, name in enumerate(EN_US.short_months, 1)
}
_DAYS: Final = {name.lower(): place for place, name in enumerate(EN_US.days)} | {
    name.lower(): place for place, name in enumerate(EN_US.short_days)
}
_TIME: Final = re.compile(
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{1,2})(?::(?P<second>\d{1,2})(?:[.,](?P<fraction>\d+))?)?)?"
    r"(?:[\s\u202f]*(?P<half>[AaPp])[Mm]?(?![A-Za-z]))?"
)
_OFFSET: Final = re.compile(
    r"[\s\u202f]*(?:(?P<utc>Z|GMT)|(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?)$", re.IGNORECASE
)
_ISO: Final = re.compile(r"\s*\d{4}-\d{2}-\d{2}T")
_WORDS: Final = frozenset(("t", "z", "gmt", "am", "pm", "a.d", "ad"))


@dataclass(slots=True)
class _Found:
    """What a text says."""

    numbers: list[tuple[int, int]]
    """Value and number of digits."""
    month: int = 0
    weekday: int = -1


def _not_recognized(text: str) -> FormatException:
    return FormatException(f"String '{text}' was not recognized as a valid DateTime.")


def _unknown_word(text: str, place: int) -> FormatException:
    return FormatException(
        f"The string '{text}' was not recognized as a valid DateTime. There is an unknown word starting at index"
        f" '{place}'."
    )


def _out_of_calendar(text: str) -> FormatException:
    return FormatException(
        f"The DateTime represented by the string '{text}' is not supported in calendar"
        " 'System.Globalization.GregorianCalendar'."
    )


def parse_date(text: str, styles: int = 0) -> DateTime:
    """Read a date as DateTime.Parse does with the invariant culture; raises FormatException."""
    ticks, offset = _read(text)
    return _with_offset(ticks, offset, styles, text)


def parse_date_with_offset(text: str) -> tuple[DateTime, int | None]:
    """Read a date and the minutes of its offset, None where it has none; raises FormatException."""
    ticks, offset = _read(text)
    return DateTime(ticks, UNSPECIFIED), offset


def _read(text: str) -> tuple[int, int | None]:
    if not text.strip():
        raise _not_recognized(text)
    _check_words(text)
    rest, offset = _take_offset(text.strip())
    rest, time_ticks = _take_time(rest, text)
    today = DateTime.now()
    date_text = rest.strip().strip(",").strip()
    try:
        if not date_text:
            if time_ticks is None:
                raise _not_recognized(text)
            date = today.get_date().ticks
        else:
            date = _read_date(date_text, text, today)
    except ArgumentOutOfRangeException:
        raise _not_recognized(text) from None
    return date + (time_ticks or 0), offset


def _check_words(text: str) -> None:
    for found in _TOKEN.finditer(text):
        word = found["word"]
        if word is None:
            if found["other"] is not None:
                raise _not_recognized(text)
            continue
        lowered = word.lower().rstrip(".")
        if lowered not in _MONTHS and lowered not in _DAYS and lowered not in _WORDS:
            raise _unknown_word(text, found.start())


def _take_offset(text: str) -> tuple[str, int | None]:
    """Split off `Z`, `GMT` or `+01:00` behind a time; return the minutes."""
    found = _OFFSET.search(text)
    if found is None or not re.search(r"\d", text[: found.start()]):
        return text, None
    if found["utc"]:
        return text[: found.start()], 0
    if ":" not in text[: found.start()]:
        return text, None
    minutes = int(found["hours"]) * 60 + int(found["minutes"] or 0)
    return text[: found.start()], -minutes if found["sign"] == "-" else minutes


def _take_time(text: str, whole: str) -> tuple[str, int | None]:
    """Split off the time of day; return its ticks."""
    for found in _TIME.finditer(text):
        if found["minute"] is None and found["half"] is None:
            continue
        before = text[: found.start()]
        if before and before[-1] not in " \tTt,\u202f\u00a0" and not before.endswith("T"):
            continue
        ticks = _time_ticks(found, whole)
        before = before.rstrip()
        if before[-1:] in ("T", "t") and before[-2:-1].isdigit():
            before = before[:-1]
        return before + " " + text[found.end() :], ticks
    return text, None


def _time_ticks(found: re.Match[str], whole: str) -> int:
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    if found["half"]:
        if not 0 <= hour <= 12:
            raise _not_recognized(whole)
        hour = hour % 12 + (12 if found["half"] in "pP" else 0)
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and (minute or second or not _ISO.match(whole))):
        raise _out_of_calendar(whole)
    fraction = found["fraction"] or ""
    ticks = round(int(fraction.ljust(7, "0")[:8].ljust(8, "0")) / 10) if fraction else 0
    return ((hour * 60 + minute) * 60 + second) * TICKS["Second"] + ticks


def _read_date(text: str, whole: str, today: DateTime) -> int:
    found = _Found([])
    for token in _TOKEN.finditer(text):
        if token["number"]:
            found.numbers.append((int(token["number"]), len(token["number"])))
        elif token["word"]:
            _read_word(token["word"].lower().rstrip("."), found, whole)
        elif token["mark"] == ":" or token["mark"] == "+":
            raise _not_recognized(whole)
    if text[0] in "-/." or text[-1] in "-/.":
        raise _not_recognized(whole)
    year, month, day = _fields(found, whole, today, text)
    if not 1 <= month <= 12 or not 1 <= year <= 9999 or not 1 <= day <= days_in_month(year, month):
        raise _out_of_calendar(whole) if _ISO.match(whole) else _not_recognized(whole)
    date = DateTime.of(year, month, day)
    if found.weekday >= 0 and date.day_of_week_number != found.weekday:
        raise FormatException(
            f"String '{whole}' was not recognized as a valid DateTime because the day of week was incorrect."
        )
    return date.ticks


def _read_word(word: str, found: _Found, whole: str) -> None:
    if word in _MONTHS:
        if found.month:
            raise _not_recognized(whole)
        found.month = _MONTHS[word]
    elif word in _DAYS:
        found.weekday = _DAYS[word]


def _century(value: int, digits: int) -> int:
    """Two digits are 1950 to 2049."""
    if digits > 2:
        return value
    return value + (2000 if value < 50 else 1900)


def _fields(found: _Found, whole: str, today: DateTime, text: str) -> tuple[int, int, int]:
    numbers = found.numbers
    if any(digits > 4 for _, digits in numbers):
        raise _not_recognized(whole)
    if found.month:
        return _with_month_name(found, whole, today)
    if len(numbers) == 3:
        (a, a_digits), (b, b_digits), (c, c_digits) = numbers
        if a_digits >= 3:
            return a, b, c
        return _century(c, c_digits), a, b
    if len(numbers) == 2:
        (a, a_digits), (b, b_digits) = numbers
        if a_digits >= 3:
            return a, b, 1
        if b_digits >= 3:
            return b, a, 1
        return today.year, a, b
    raise _not_recognized(whole)


def _with_month_name(found: _Found, whole: str, today: DateTime) -> tuple[int, int, int]:
    numbers = found.numbers
    if len(numbers) == 0:
        return today.year, found.month, 1
    if len(numbers) == 1:
        value, digits = numbers[0]
        return (value, found.month, 1) if digits >= 3 else (today.year, found.month, value)
    if len(numbers) == 2:
        (a, a_digits), (b, b_digits) = numbers
        if a_digits >= 3:
            return a, found.month, b
        return _century(b, b_digits), found.month, a
    raise _not_recognized(whole)


def _with_offset(ticks: int, offset: int | None, styles: int, text: str) -> DateTime:
    if offset is None:
        if styles & ASSUME_UNIVERSAL:
            made = DateTime(ticks, UTC)
            return made if styles & ADJUST_TO_UNIVERSAL else made.to_local_time()
        if styles & ASSUME_LOCAL:
            made = DateTime(ticks, LOCAL)
            return made.to_universal_time() if styles & ADJUST_TO_UNIVERSAL else made
        return DateTime(ticks, UNSPECIFIED)
    utc = ticks - offset * TICKS["Minute"]
    if utc < 0:
        raise _out_of_calendar(text)
    made = DateTime(utc, UTC)
    if styles & ADJUST_TO_UNIVERSAL or (styles & ROUND_TRIP and offset == 0):
        return made
    return made.to_local_time()


# --- by a format ---

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
    "tt": ("half", r"[AaPp][Mm]"),
    "t": ("half", r"[AaPp]"),
    "K": ("zone", r"(?:Z|[+-]\d{2}:?\d{2})?"),
    "zzz": ("zone", r"[+-]\d{2}:?\d{2}"),
    "zz": ("zone", r"[+-]\d{2}"),
    "z": ("zone", r"[+-]\d{1,2}"),
}


def _named_field(letters: str, culture: Culture) -> tuple[str, str]:
    names = {
        "ddd": ("weekday", culture.short_days),
        "dddd": ("weekday", culture.days),
        "MMM": ("month_name", culture.short_months),
        "MMMM": ("month_name", culture.months),
    }[letters[:4]]
    return names[0], "(?i:" + "|".join(map(re.escape, names[1])) + ")"


def _compile(pattern: str, culture: Culture) -> tuple[re.Pattern[str], list[str]]:
    from shell.runtime.dotnet.dateformat import _FIXED, _STANDARD, quoted

    if len(pattern) == 1:
        key = pattern.lower() if pattern in "oOrR" else pattern
        pattern = _FIXED.get(key) or _STANDARD.get(pattern, pattern).format(culture)
    out, fields, place = "", [], 0
    while place < len(pattern):
        letter = pattern[place]
        if letter in "'\"":
            text, width = quoted(pattern, place)
            out += re.escape(text)
        elif letter == "\\" and place + 1 < len(pattern):
            out, width = out + re.escape(pattern[place + 1]), 2
        elif letter == "%":
            width = 1
        else:
            end = place
            while end < len(pattern) and pattern[end] == letter:
                end += 1
            width = 1 if letter == "K" else end - place
            shape, name = _shape(pattern[place : place + width], culture)
            out += shape
            if name:
                fields.append(name)
        place += width
    return re.compile(out), fields


def _shape(letters: str, culture: Culture) -> tuple[str, str]:
    letter = letters[0]
    if letter in "dM" and len(letters) >= 3:
        name, shape = _named_field(letters, culture)
        return f"({shape})", name
    if letter in "fF":
        return (rf"(\d{{{len(letters)}}})" if letter == "f" else rf"(\d{{0,{len(letters)}}})"), "fraction"
    known = _FIELDS.get(letters) or (_FIELDS.get(letters[:2]) if letter in "HhmstMd" else None)
    if known is not None:
        return f"({known[1]})", known[0]
    if letters.isspace():
        return r"[\s\u202f]" * len(letters), ""
    return re.escape(letters), ""


def parse_date_exact(text: str, pattern: str, culture: Culture, styles: int = 0) -> DateTime | None:
    """Read a date that a format would have written; None where it is another, FormatException if it is no date."""
    expression, fields = _compile(pattern, culture)
    found = expression.fullmatch(text.strip() if styles & 7 == 7 else text)
    if found is None:
        return None
    values: dict[str, str] = dict(zip(fields, found.groups(), strict=True))
    try:
        return _assemble(values, culture, styles, text)
    except ArgumentOutOfRangeException:
        raise _out_of_calendar(text) from None


def _assemble(values: dict[str, str], culture: Culture, styles: int, text: str) -> DateTime:
    today = DateTime.now()
    has_date = any(name in values for name in ("year", "year2", "month", "month_name", "day"))
    year = (
        int(values["year"])
        if "year" in values
        else _century(int(values["year2"]), 2)
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
    if values.get("half", " ")[:1] in "pP" and hour < 12 and "hour12" in values:
        hour += 12
    ticks = int(values.get("fraction", "0").ljust(7, "0")[:7] or 0)
    made = DateTime.of(year, month, day, hour, int(values.get("minute") or 0), int(values.get("second") or 0), ticks)
    zone = values.get("zone")
    offset: int | None = None
    if zone:
        digits = zone[1:].replace(":", "").ljust(4, "0") if zone != "Z" else "0000"
        offset = (int(digits[:2]) * 60 + int(digits[2:])) * (-1 if zone[0] == "-" else 1)
    return _with_offset(made.ticks, offset, styles, text)


def _place(name: str | None, culture: Culture) -> int:
    if not name:
        return 0
    lowered = name.lower()
    for names in (culture.months, culture.short_months):
        for place, each in enumerate(names, 1):
            if each.lower() == lowered:
                return place
    return 0


_SPAN_FIELDS: Final = {"d": ("Day", 8), "h": ("Hour", 2), "m": ("Minute", 2), "s": ("Second", 2)}


def parse_span_exact(text: str, pattern: str) -> int | None:
    """Return the ticks of a span that a format would have written, or None."""
    from shell.runtime.dotnet.dateformat import parse_span, quoted

    if pattern in ("c", "t", "T", "g", "G"):
        return parse_span(text)
    out, fields, place = "", [], 0
    while place < len(pattern):
        letter = pattern[place]
        if letter in "'\"":
            literal, width = quoted(pattern, place)
            out += re.escape(literal)
        elif letter == "\\" and place + 1 < len(pattern):
            out, width = out + re.escape(pattern[place + 1]), 2
        elif letter == "%":
            width = 1
        else:
            end = place
            while end < len(pattern) and pattern[end] == letter:
                end += 1
            width = end - place
            out += (
                rf"(\d{{{width}{',' + str(_SPAN_FIELDS[letter][1]) if letter in _SPAN_FIELDS and width == 1 else ''}}})"
            )
            fields.append(letter)
        place += width
    found = re.fullmatch(out, text)
    if found is None:
        return None
    return _span_ticks(fields, found.groups())


def _span_ticks(fields: list[str], values: Any) -> int:
    ticks = 0
    for letter, value in zip(fields, values, strict=True):
        if letter in _SPAN_FIELDS:
            ticks += int(value) * TICKS[_SPAN_FIELDS[letter][0]]
        else:
            ticks += int(value.ljust(7, "0"))
    return ticks
