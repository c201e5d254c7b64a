"""DateTime.Parse: dates in any of a culture's forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from shell.dotnet.time.datetime import LOCAL, UNSPECIFIED, UTC, DateTime, days_in_month
from shell.dotnet.time.timespan import TICKS
from shell.values.culture import EN_US, INVARIANT, Culture
from shell.values.errors import ArgumentOutOfRangeException, FormatException

NO_CURRENT_DATE, ADJUST_TO_UNIVERSAL, ASSUME_LOCAL, ASSUME_UNIVERSAL, ROUND_TRIP = 8, 16, 32, 64, 128

_TOKEN: Final = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2}T)|(?P<number>\d+)|(?P<word>[^\W\d_]+\.?)|(?P<blank>[\s\u202f]+)|(?P<mark>[/\-.:,+])|(?P<other>.)",
    re.DOTALL,
)
_TIME: Final = re.compile(
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{1,2})(?::(?P<second>\d{1,2})(?:[.,](?P<fraction>\d+))?)?)?"
    r"(?:[\s\u202f]*(?P<half>[AaPp]\.?)[Mm]?\.?(?![A-Za-z]))?"
)
_OFFSET: Final = re.compile(
    r"[\s\u202f]*(?:(?P<utc>Z|GMT)|(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?)$", re.IGNORECASE
)
_ISO: Final = re.compile(r"\s*\d{4}-\d{2}-\d{2}T")
_WORDS: Final = frozenset(("t", "z", "gmt", "am", "pm", "a.d", "ad"))


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """A culture's vocabulary: names in lower case without final period, and the order of day, month, year."""

    months: dict[str, int]
    days: dict[str, int]
    half: dict[str, str]
    order: str
    """`MDY`, `DMY` or `YMD`, from the short date pattern."""


def _named(*lists: tuple[str, ...]) -> dict[str, int]:
    return {name.lower().rstrip("."): place for names in lists for place, name in enumerate(names)}


@lru_cache(maxsize=16)
def _vocabulary_of(culture: Culture) -> _Vocabulary:
    """Return the vocabulary of a culture, with the invariant culture's English names added."""
    order = "".join(dict.fromkeys(letter.upper() for letter in culture.short_date if letter in "dMy"))
    half = {culture.am.lower(): "a", culture.pm.lower(): "p"} if culture.am else {}
    return _Vocabulary(
        _named(EN_US.months, EN_US.short_months, culture.months, culture.short_months, culture.dated_short_months),
        _named(EN_US.days, EN_US.short_days, culture.days, culture.short_days),
        half,
        order,
    )


@dataclass(slots=True)
class _ParsedFields:
    """The parsed fields of a text."""

    words: _Vocabulary
    numbers: list[tuple[int, int]]
    """Numbers as (value, number of digits)."""
    month: int = 0
    weekday: int = -1


def _not_recognized(text: str) -> FormatException:
    return FormatException(f"String '{text}' was not recognized as a valid DateTime.")


def _unknown_word(text: str, place: int) -> FormatException:
    return FormatException(
        f"The string '{text}' was not recognized as a valid DateTime. There is an unknown word starting at index"
        f" '{place}'."
    )


def out_of_calendar(text: str) -> FormatException:
    """Return the FormatException of a date or time that does not exist."""
    return FormatException(
        f"The DateTime represented by the string '{text}' is not supported in calendar"
        " 'System.Globalization.GregorianCalendar'."
    )


def parse_date(text: str, styles: int = 0, culture: Culture = INVARIANT) -> DateTime:
    """Parse a date by a culture, as DateTime.Parse does; raises FormatException."""
    ticks, offset = _read(text, culture, styles)
    return with_offset(ticks, offset, styles, text)


def parse_date_with_offset(text: str, culture: Culture = INVARIANT) -> tuple[DateTime, int | None]:
    """Parse a date and its offset in minutes, None without one; raises FormatException."""
    ticks, offset = _read(text, culture, 0)
    return DateTime(ticks, UNSPECIFIED), offset


_ISO_LIKE: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?", re.ASCII)
"""Matches `yyyy-MM-dd HH:mm:ss` forms without offset, which are the same in every culture."""


def _read_plain(text: str) -> int | None:
    """Return the ticks of a date of that form, None for any other and for dates that do not exist."""
    found = _ISO_LIKE.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(each or 0) for each in found.groups())
    try:
        return DateTime.of(year, month, day, hour, minute, second).ticks
    except ArgumentOutOfRangeException:
        return None


def _read(text: str, culture: Culture, styles: int) -> tuple[int, int | None]:
    plain = _read_plain(text)
    return _read_any(text, culture, styles) if plain is None else (plain, None)


def _read_any(text: str, culture: Culture, styles: int) -> tuple[int, int | None]:
    if not text.strip():
        raise _not_recognized(text)
    words = _vocabulary_of(culture)
    _check_words(text, words)
    rest, offset = _take_offset(_with_english_halves(text.strip(), words))
    rest, time_ticks = _take_time(rest, text)
    today = DateTime.now()
    date_text = rest.strip().strip(",").strip()
    try:
        if not date_text:
            if time_ticks is None:
                raise _not_recognized(text)
            date = 0 if styles & NO_CURRENT_DATE else today.get_date().ticks
        else:
            date = _read_date(date_text, text, today, words)
    except ArgumentOutOfRangeException:
        raise _not_recognized(text) from None
    return date + (time_ticks or 0), offset


def _with_english_halves(text: str, words: _Vocabulary) -> str:
    """Replace a culture's AM and PM designators by the English ones."""
    for name, letter in words.half.items():
        if name not in ("am", "pm"):
            text = re.sub(rf"(?<=[\d\s]){re.escape(name)}(?!\w)", letter + "m", text, flags=re.IGNORECASE)
    return text


def _check_words(text: str, words: _Vocabulary) -> None:
    known = words.months.keys() | words.days.keys() | words.half.keys() | _WORDS
    for found in _TOKEN.finditer(text):
        word = found["word"]
        if word is None:
            if found["other"] is not None:
                raise _not_recognized(text)
            continue
        lowered = word.lower().rstrip(".")
        if lowered not in known and not (lowered in "ap" and words.order != "MDY"):
            raise _unknown_word(text, found.start())


def _take_offset(text: str) -> tuple[str, int | None]:
    """Split off `Z`, `GMT` or `+01:00` after a time; return the offset in minutes."""
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
        raise out_of_calendar(whole)
    fraction = found["fraction"] or ""
    ticks = round(int(fraction.ljust(7, "0")[:8].ljust(8, "0")) / 10) if fraction else 0
    return ((hour * 60 + minute) * 60 + second) * TICKS["Second"] + ticks


def _read_date(text: str, whole: str, today: DateTime, words: _Vocabulary) -> int:
    found = _ParsedFields(words, [])
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
        raise out_of_calendar(whole) if _ISO.match(whole) else _not_recognized(whole)
    date = DateTime.of(year, month, day)
    if found.weekday >= 0 and date.day_of_week_number != found.weekday:
        raise FormatException(
            f"String '{whole}' was not recognized as a valid DateTime because the day of week was incorrect."
        )
    return date.ticks


def _read_word(word: str, found: _ParsedFields, whole: str) -> None:
    if word in found.words.months:
        if found.month:
            raise _not_recognized(whole)
        found.month = found.words.months[word] + 1
    elif word in found.words.days:
        found.weekday = found.words.days[word]


def century(value: int, digits: int) -> int:
    """Return the year of two digits, from 1950 to 2049."""
    if digits > 2:
        return value
    return value + (2000 if value < 50 else 1900)


def _fields(found: _ParsedFields, whole: str, today: DateTime, text: str) -> tuple[int, int, int]:
    numbers = found.numbers
    if any(digits > 4 for _, digits in numbers):
        raise _not_recognized(whole)
    if found.month:
        return _with_month_name(found, whole, today)
    if len(numbers) == 3:
        (a, a_digits), (b, b_digits), (c, c_digits) = numbers
        if a_digits >= 3:
            return a, b, c
        if found.words.order.startswith("Y"):
            return century(a, a_digits), b, c
        return (century(c, c_digits), a, b) if found.words.order == "MDY" else (century(c, c_digits), b, a)
    if len(numbers) == 2:
        (a, a_digits), (b, b_digits) = numbers
        if a_digits >= 3:
            return a, b, 1
        if b_digits >= 3:
            return b, a, 1
        return (today.year, b, a) if found.words.order == "DMY" else (today.year, a, b)
    raise _not_recognized(whole)


def _with_month_name(found: _ParsedFields, whole: str, today: DateTime) -> tuple[int, int, int]:
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
        return century(b, b_digits), found.month, a
    raise _not_recognized(whole)


def with_offset(ticks: int, offset: int | None, styles: int, text: str) -> DateTime:
    """Set the kind of a date from its offset in minutes and DateTimeStyles."""
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
        raise out_of_calendar(text)
    made = DateTime(utc, UTC)
    if styles & ADJUST_TO_UNIVERSAL or (styles & ROUND_TRIP and offset == 0):
        return made
    return made.to_local_time()
