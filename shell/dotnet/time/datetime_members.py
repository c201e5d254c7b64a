"""Members of DateTime: constructors, static methods and instance methods."""

from __future__ import annotations

import time
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.system.basics import add_convertible, type_code
from shell.dotnet.time.datetime import EPOCH, LOCAL, MAXIMUM, UTC, DateTime, days_in_month
from shell.dotnet.time.timespan import TICKS, TimeSpan
from shell.lazy import lazy
from shell.types import named
from shell.types.registry.declarations import add_constructors, add_methods, add_properties
from shell.types.registry.enumeration import enum_value
from shell.values.culture import culture_of, current
from shell.values.date_format import format_date
from shell.values.errors import ArgumentException, ArgumentOutOfRangeException, FormatException, NotEmulatedException
from shell.values.objects import Int64, Value

if TYPE_CHECKING:
    from shell.dotnet.time import date_exact, date_parse
else:
    date_exact = lazy("shell.dotnet.time.date_exact", globals())
    date_parse = lazy("shell.dotnet.time.date_parse", globals())


_FILE_TIME: Final = 504_911_232_000_000_000
"""The ticks of 1601-01-01, from which file times count."""
_OA_DATE: Final = 599_264_352_000_000_000
"""The ticks of 1899-12-30, from which OLE dates count."""
_DATE_TIME: Final = named("System.DateTime")

# --- made of numbers ---

_PARTS: Final = "int year, int month, int day"
_TIME: Final = f"{_PARTS}, int hour, int minute, int second"


def _of_millisecond(
    year: int, month: int, day: int, hour: int, minute: int, second: int, millisecond: int, kind: int = 0
) -> DateTime:
    return DateTime.of(year, month, day, hour, minute, second, millisecond * 10_000, int(kind))


def _of_microsecond(
    year: int, month: int, day: int, hour: int, minute: int, second: int, milli: int, micro: int, kind: int = 0
) -> DateTime:
    return DateTime.of(year, month, day, hour, minute, second, milli * 10_000 + micro * 10, int(kind))


def _of_day_and_time(day: Any, clock: Any, kind: int = 0) -> DateTime:
    return DateTime(day.number * TICKS["Day"] + clock.ticks, int(kind))


def _of_kind(year: int, month: int, day: int, hour: int, minute: int, second: int, kind: int) -> DateTime:
    return DateTime.of(year, month, day, hour, minute, second, 0, int(kind))


def _from_binary(data: int) -> DateTime:
    """Create a date from ToBinary's number, whose two highest bits hold the kind."""
    number = data & ((1 << 64) - 1)
    return DateTime(number & ((1 << 62) - 1), number >> 62 & 3)


def _to_binary(date: DateTime) -> Value:
    number = date.ticks | date.kind_number << 62
    return Int64(number - (1 << 64) if number >= 1 << 63 else number)


def _to_file_time(date: DateTime) -> Value:
    return Int64(date.to_universal_time().ticks - _FILE_TIME)


def _to_file_time_utc(date: DateTime) -> Value:
    """Return the FILETIME; a date that is not local counts as UTC."""
    ticks = date.to_universal_time().ticks if date.kind_number == LOCAL else date.ticks
    return Int64(ticks - _FILE_TIME)


# --- read from text ---

_STYLES: Final = "System.IFormatProvider provider, System.Globalization.DateTimeStyles styles"
_STYLED: Final = "System.IFormatProvider provider, System.Globalization.DateTimeStyles style"


def _parse(text: str, provider: Value = None, styles: int = 0) -> DateTime:
    return date_parse.parse_date(text, int(styles), culture_of(provider))


def _parse_exact(text: str, pattern: Any, provider: Value, styles: int = 0) -> DateTime:
    several = isinstance(pattern, list)
    for each in pattern if several else [pattern]:
        try:
            found = date_exact.parse_date_exact(text, each, culture_of(provider), int(styles))
        except FormatException:
            if several:
                continue
            raise
        if found is not None:
            return found
    raise FormatException(f"String '{text}' was not recognized as a valid DateTime.")


def _trier(parse: Callable[..., DateTime]) -> Callable[..., bool]:
    def run(text: str, *rest: Any) -> bool:
        *given, reference = rest
        try:
            reference.value = parse(text or "", *given)
        except FormatException:
            reference.value = DateTime(0)
            return False
        return True

    return run


# --- written as text ---


def _to_string_culture(date: DateTime, provider: Value) -> str:
    return format_date(date, "", culture_of(provider))


def _to_string_both(date: DateTime, pattern: str, provider: Value) -> str:
    return format_date(date, pattern or "", culture_of(provider))


def _writer(pattern: str) -> Callable[[DateTime], str]:
    return lambda date: format_date(date, pattern, current())


def _all_formats(date: DateTime, *rest: Value) -> Value:
    """Raise NotEmulatedException: .NET's list of all patterns is not emulated."""
    raise NotEmulatedException("GetDateTimeFormats of [datetime] is not emulated.", error_id="NotEmulatedMember")


def _deconstruct(date: DateTime, year: Any, month: Any, day: Any) -> None:
    year.value, month.value, day.value = date.year, date.month, date.day


# --- compared and moved ---


def _compare_to(date: DateTime, other: Value) -> int:
    if other is None:
        return 1
    if not isinstance(other, DateTime):
        raise ArgumentException("Object must be of type DateTime.")
    return (date.ticks > other.ticks) - (date.ticks < other.ticks)


def _is_daylight_saving_time(date: DateTime) -> bool:
    seconds = (date.to_universal_time().ticks - EPOCH) // TICKS["Second"]
    return date.kind_number != UTC and time.localtime(seconds).tm_isdst > 0


def _difference(one: DateTime, other: DateTime) -> TimeSpan:
    return TimeSpan(one.ticks - other.ticks)


def _mover(unit: int) -> Callable[[DateTime, float], DateTime]:
    return lambda date, number: date.moved(int(number * unit) if abs(number) < 1e18 else MAXIMUM * 2)


# --- the calendar ---


def _days_in_month(year: int, month: int) -> int:
    if not 1 <= year <= 9999:
        raise ArgumentOutOfRangeException("Year must be between 1 and 9999. (Parameter 'year')")
    if not 1 <= month <= 12:
        raise ArgumentOutOfRangeException("Month must be between one and twelve. (Parameter 'month')")
    return days_in_month(year, month)


def _is_leap_year(year: int) -> bool:
    if not 1 <= year <= 9999:
        raise ArgumentOutOfRangeException("Year must be between 1 and 9999. (Parameter 'year')")
    return days_in_month(year, 2) == 29


add_constructors(
    _DATE_TIME,
    (
        ("long ticks", DateTime),
        ("long ticks, System.DateTimeKind kind", lambda ticks, kind: DateTime(ticks, int(kind))),
        (_PARTS, DateTime.of),
        (_TIME, DateTime.of),
        (f"{_TIME}, int millisecond", _of_millisecond),
        (f"{_TIME}, System.DateTimeKind kind", _of_kind),
        (f"{_TIME}, int millisecond, System.DateTimeKind kind", _of_millisecond),
        (f"{_TIME}, int millisecond, int microsecond", _of_microsecond),
        (f"{_TIME}, int millisecond, int microsecond, System.DateTimeKind kind", _of_microsecond),
        ("System.DateOnly date, System.TimeOnly time", _of_day_and_time),
        ("System.DateOnly date, System.TimeOnly time, System.DateTimeKind kind", _of_day_and_time),
    ),
)
add_properties(
    _DATE_TIME,
    (
        ("Date", "datetime", DateTime.get_date),
        ("Day", "int", attrgetter("day")),
        ("DayOfWeek", "System.DayOfWeek", DateTime.day_of_week),
        ("DayOfYear", "int", DateTime.day_of_year),
        ("Hour", "int", attrgetter("hour")),
        ("Kind", "System.DateTimeKind", lambda date: enum_value(named("System.DateTimeKind"), date.kind_number)),
        ("Millisecond", "int", DateTime.millisecond),
        ("Microsecond", "int", DateTime.microsecond),
        ("Nanosecond", "int", DateTime.nanosecond),
        ("Minute", "int", attrgetter("minute")),
        ("Month", "int", attrgetter("month")),
        ("Second", "int", attrgetter("second")),
        ("Ticks", "long", lambda date: Int64(date.ticks)),
        ("TimeOfDay", "timespan", DateTime.time_of_day),
        ("Year", "int", attrgetter("year")),
    ),
)
add_methods(
    _DATE_TIME,
    (
        ("Add", "timespan value -> datetime", lambda date, span: date.moved(span.ticks)),
        ("AddTicks", "long value -> datetime", lambda date, ticks: date.moved(ticks)),
        ("AddMonths", "int months -> datetime", DateTime.add_months),
        ("AddYears", "int value -> datetime", DateTime.add_years),
        ("Subtract", "datetime value -> timespan", _difference),
        ("Subtract", "timespan value -> datetime", lambda date, span: date.moved(-span.ticks)),
        ("ToUniversalTime", "-> datetime", DateTime.to_universal_time),
        ("ToLocalTime", "-> datetime", DateTime.to_local_time),
        ("ToString", "-> string|string format -> string", DateTime.to_string),
        ("ToString", "System.IFormatProvider provider -> string", _to_string_culture),
        ("ToString", "string format, System.IFormatProvider provider -> string", _to_string_both),
        ("ToShortDateString", "-> string", _writer("d")),
        ("ToLongDateString", "-> string", _writer("D")),
        ("ToShortTimeString", "-> string", _writer("t")),
        ("ToLongTimeString", "-> string", _writer("T")),
        ("CompareTo", "object value -> int|datetime value -> int", _compare_to),
        ("Equals", "object value -> bool|datetime value -> bool", lambda date, other: bool(date == other)),
        ("IsDaylightSavingTime", "-> bool", _is_daylight_saving_time),
        ("ToFileTime", "-> long", _to_file_time),
        ("ToFileTimeUtc", "-> long", _to_file_time_utc),
        ("ToOADate", "-> double", lambda date: (date.ticks - _OA_DATE) / TICKS["Day"]),
        ("ToBinary", "-> long", _to_binary),
        (
            "GetDateTimeFormats",
            "-> string[]|char format -> string[]|System.IFormatProvider provider -> string[]"
            "|char format, System.IFormatProvider provider -> string[]",
            _all_formats,
        ),
        ("GetTypeCode", "-> System.TypeCode", lambda date: type_code(_DATE_TIME)),
        ("Deconstruct", "ref int year, ref int month, ref int day", _deconstruct),
    ),
)
add_properties(
    _DATE_TIME,
    (
        ("Now", "datetime", DateTime.now),
        ("UtcNow", "datetime", DateTime.utc_now),
        ("Today", "datetime", lambda: DateTime.now().get_date()),
        ("MinValue", "datetime", lambda: DateTime(0)),
        ("MaxValue", "datetime", lambda: DateTime(MAXIMUM)),
        ("UnixEpoch", "datetime", lambda: DateTime(EPOCH, UTC)),
    ),
    static=True,
)
add_methods(
    _DATE_TIME,
    (
        ("DaysInMonth", "int year, int month -> int", _days_in_month),
        ("IsLeapYear", "int year -> bool", _is_leap_year),
        ("Compare", "datetime t1, datetime t2 -> int", _compare_to),
        ("Equals", "datetime t1, datetime t2 -> bool", lambda one, other: bool(one == other)),
        (
            "SpecifyKind",
            "datetime value, System.DateTimeKind kind -> datetime",
            lambda date, kind: DateTime(date.ticks, int(kind)),
        ),
        (
            "FromFileTime",
            "long fileTime -> datetime",
            lambda ticks: DateTime(ticks + _FILE_TIME, UTC).to_local_time(),
        ),
        ("FromFileTimeUtc", "long fileTime -> datetime", lambda ticks: DateTime(ticks + _FILE_TIME, UTC)),
        (
            "FromOADate",
            "double d -> datetime",
            lambda days: DateTime(_OA_DATE + round(days * 86_400_000) * TICKS["Millisecond"]),
        ),
        ("FromBinary", "long dateData -> datetime", _from_binary),
        (
            "Parse",
            "string s -> datetime|string s, System.IFormatProvider provider -> datetime"
            "|string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles -> datetime",
            _parse,
        ),
        ("TryParse", "string s, ref datetime result -> bool", _trier(_parse)),
        (
            "TryParse",
            "string s, System.IFormatProvider provider, ref datetime result -> bool"
            f"|string s, {_STYLES}, ref datetime result -> bool",
            _trier(_parse),
        ),
        (
            "ParseExact",
            "string s, string format, System.IFormatProvider provider -> datetime"
            f"|string s, string[] formats, {_STYLED} -> datetime|string s, string format, {_STYLED} -> datetime",
            _parse_exact,
        ),
        (
            "TryParseExact",
            f"string s, string format, {_STYLED}, ref datetime result -> bool"
            f"|string s, string[] formats, {_STYLED}, ref datetime result -> bool",
            _trier(_parse_exact),
        ),
        ("op_Addition", "datetime d, timespan t -> datetime", lambda date, span: date.moved(span.ticks, "t")),
        ("op_Subtraction", "datetime d, timespan t -> datetime", lambda date, span: date.moved(-span.ticks, "t")),
        ("op_Subtraction", "datetime d1, datetime d2 -> timespan", _difference),
    ),
    static=True,
)
add_convertible(_DATE_TIME)
add_methods(_DATE_TIME, [(f"Add{name}s", "double value -> datetime", _mover(unit)) for name, unit in TICKS.items()])
