"""System.DateOnly and System.TimeOnly: a date without time, and a time of day without date."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Final

from shell.dotnet.time.datetime import MAXIMUM, DateTime
from shell.dotnet.time.timespan import TICKS, TimeSpan
from shell.lazy import lazy
from shell.types import ClrType, named
from shell.types.registry.declarations import add_constructors, add_methods, add_properties, clr_class
from shell.values.culture import INVARIANT, Culture, culture_of, current
from shell.values.date_format import format_date
from shell.values.errors import ArgumentException, ArgumentOutOfRangeException, FormatException
from shell.values.objects import Int64, Value, unwrap

if TYPE_CHECKING:
    from shell.dotnet.time import date_exact, date_parse
else:
    date_exact = lazy("shell.dotnet.time.date_exact", globals())
    date_parse = lazy("shell.dotnet.time.date_parse", globals())


_DAY: Final = TICKS["Day"]
_LAST: Final = MAXIMUM // _DAY
_INTERFACES: Final = "System.IComparable System.IFormattable System.ISpanFormattable"


class _DateOrTime:
    """Base of DateOnly and TimeOnly: a number that orders them, and format patterns."""

    __slots__ = ("number",)
    usual: ClassVar[str] = ""
    """The default pattern."""
    own: ClassVar[dict[str, str]] = {}
    """Standard patterns that differ from DateTime's."""

    def __init__(self, number: int) -> None:
        self.number = number

    @property
    def date(self) -> DateTime:
        """Return the DateTime that formats the value."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.number == self.number

    def __lt__(self, other: _DateOrTime) -> bool:
        return self.number < other.number

    def __gt__(self, other: _DateOrTime) -> bool:
        return self.number > other.number

    def __hash__(self) -> int:
        return hash((type(self).__name__, self.number))

    def __str__(self) -> str:
        return self.to_format("", current())

    def invariant_text(self) -> str:
        """Return the text that casts and expandable strings give."""
        return self.to_format("", INVARIANT)

    def to_format(self, pattern: str, culture: Culture) -> str:
        """Format as the DateTime that holds the value."""
        return format_date(self.date, self.own.get(pattern, pattern or self.usual), culture)


@clr_class("System.DateOnly", "System.ValueType", interfaces=_INTERFACES)
class DateOnly(_DateOrTime):
    """A date; `number` is the days since 0001-01-01."""

    __slots__ = ()
    usual: ClassVar = "d"
    own: ClassVar = {
        **dict.fromkeys("oO", "yyyy'-'MM'-'dd"),
        **dict.fromkeys("rR", "ddd, dd MMM yyyy"),
    }

    @property
    def date(self) -> DateTime:
        """Return the date at midnight."""
        return DateTime(self.number * _DAY)


@clr_class("System.TimeOnly", "System.ValueType", interfaces=_INTERFACES)
class TimeOnly(_DateOrTime):
    """A time of day; `number` is its ticks since midnight."""

    __slots__ = ()
    usual: ClassVar = "t"
    own: ClassVar = {**dict.fromkeys("oO", "HH':'mm':'ss'.'fffffff"), **dict.fromkeys("rR", "HH':'mm':'ss")}

    @property
    def date(self) -> DateTime:
        """Return the time on 0001-01-01."""
        return DateTime(self.number)

    @property
    def ticks(self) -> int:
        """Return the ticks since midnight."""
        return self.number


_DATE_ONLY: Final = named("System.DateOnly")
_TIME_ONLY: Final = named("System.TimeOnly")


# --- made ---


def _day_of(date: DateTime) -> DateOnly:
    return DateOnly(date.ticks // _DAY)


def _of_parts(year: int, month: int, day: int) -> DateOnly:
    return _day_of(DateTime.of(year, month, day))


def _of_day_number(number: int) -> DateOnly:
    if not 0 <= number <= _LAST:
        raise ArgumentOutOfRangeException(
            "Day number must be between 0 and DateOnly.MaxValue.DayNumber. (Parameter 'dayNumber')"
        )
    return DateOnly(number)


def _moved(number: int) -> DateOnly:
    if not 0 <= number <= _LAST:
        raise ArgumentOutOfRangeException(
            "The added or subtracted value results in an un-representable DateOnly. (Parameter 'value')"
        )
    return DateOnly(number)


def _of_ticks(ticks: int) -> TimeOnly:
    if not 0 <= ticks < _DAY:
        raise ArgumentOutOfRangeException("Ticks must be between 0 and TimeOnly.MaxValue.Ticks. (Parameter 'ticks')")
    return TimeOnly(int(ticks))


def _of_clock(hour: int, minute: int, second: int = 0, millisecond: int = 0, microsecond: int = 0) -> TimeOnly:
    clock = DateTime.of(1, 1, 1, hour, minute, second)
    if not (0 <= millisecond < 1000 and 0 <= microsecond < 1000):
        raise ArgumentOutOfRangeException("Valid values are between 0 and 999, inclusive. (Parameter 'millisecond')")
    return TimeOnly(clock.ticks + millisecond * 10_000 + microsecond * 10)


# --- read ---


def _reader(kind: type[_DateOrTime], name: str) -> Callable[..., _DateOrTime]:
    def parse(text: str, provider: Value = None, styles: int = 0) -> _DateOrTime:
        try:
            date = date_parse.parse_date(text or "", 8, culture_of(provider))
        except FormatException:
            raise FormatException(f"String '{text}' was not recognized as a valid {name}.") from None
        whole, rest = divmod(date.ticks, _DAY)
        if rest if kind is DateOnly else whole:
            raise FormatException(f"String '{text}' contains parts which are not specific to the {name}.")
        return kind(whole if kind is DateOnly else rest)

    return parse


def _exact_reader(kind: type[_DateOrTime], name: str) -> Callable[..., _DateOrTime]:
    def parse(text: str, pattern: Any, provider: Value = None, styles: int = 0) -> _DateOrTime:
        patterns: list[str] = pattern if isinstance(pattern, list) else [pattern]
        for each in patterns:
            try:
                date = date_exact.parse_date_exact(text or "", kind.own.get(each, each), culture_of(provider))
            except FormatException:
                continue
            if date is not None:
                return kind(date.ticks // _DAY if kind is DateOnly else date.ticks % _DAY)
        raise FormatException(f"String '{text}' was not recognized as a valid {name}.")

    return parse


def _trier(parse: Callable[..., _DateOrTime], kind: type[_DateOrTime]) -> Callable[..., bool]:
    def run(*arguments: Any) -> bool:
        *given, reference = arguments
        try:
            reference.value = parse(*given)
        except FormatException:
            reference.value = kind(0)
            return False
        return True

    return run


# --- members ---


def _compare(one: _DateOrTime, other: Value) -> int:
    other = unwrap(other)
    if other is None:
        return 1
    if type(other) is not type(one):
        raise ArgumentException(f"Object must be of type {type(one).__name__}.")
    return (one.number > other.number) - (one.number < other.number)


def _to_string(moment: _DateOrTime, pattern: Any = "", provider: Value = None) -> str:
    if not isinstance(pattern, str):
        pattern, provider = "", pattern
    return moment.to_format(pattern, culture_of(provider))


def _writer(pattern: str) -> Callable[[_DateOrTime], str]:
    return lambda moment: moment.to_format(pattern, current())


def _add_time(clock: TimeOnly, span: TimeSpan, days: Any = None) -> TimeOnly:
    carried, number = divmod(clock.number + span.ticks, _DAY)
    if days is not None:
        days.value = carried
    return TimeOnly(number)


def _adder(unit: str) -> Callable[..., TimeOnly]:
    return lambda clock, number, days=None: _add_time(clock, TimeSpan(int(number * TICKS[unit])), days)


def _is_between(clock: TimeOnly, start: TimeOnly, end: TimeOnly) -> bool:
    """Return True for a time in a range, which may span midnight."""
    number = clock.number
    if start.number <= end.number:
        return start.number <= number < end.number
    return number >= start.number or number < end.number


def _declare(target: ClrType, kind: type[_DateOrTime], long: str, short: str) -> None:
    name = target.short_name
    text, provider = target.name, "System.IFormatProvider provider"
    style = f"{provider}, System.Globalization.DateTimeStyles style"
    parse, exact = _reader(kind, name), _exact_reader(kind, name)
    target.data["default"] = kind(0)
    result = f"ref {text} result -> bool"
    shapes = ("string s, string format", "string s, string[] formats")
    add_methods(
        target,
        (
            ("Parse", f"string s -> {text}|string s, {provider} -> {text}|string s, {style} -> {text}", parse),
            ("TryParse", f"string s, {result}|string s, {provider}, {result}|string s, {style}, {result}",
             _trier(parse, kind)),
            ("ParseExact", "|".join(f"{each}{more} -> {text}" for each in shapes for more in ("", f", {provider}",
             f", {style}")), exact),
            ("TryParseExact", "|".join(f"{each}{more}, {result}" for each in shapes for more in ("", f", {style}")),
             _trier(exact, kind)),
            ("FromDateTime", f"datetime dateTime -> {text}",
             lambda date: kind(date.ticks // _DAY if kind is DateOnly else date.ticks % _DAY)),
        ),
        static=True,
    )  # fmt: skip
    add_methods(
        target,
        (
            ("CompareTo", f"object value -> int|{text} value -> int", _compare),
            ("Equals", f"object value -> bool|{text} value -> bool", lambda one, other: one == unwrap(other)),
            (
                "ToString",
                f"-> string|string format -> string|{provider} -> string|string format, {provider} -> string",
                _to_string,
            ),
            (f"ToLong{name.removesuffix('Only')}String", "-> string", _writer(long)),
            (f"ToShort{name.removesuffix('Only')}String", "-> string", _writer(short)),
        ),
    )


def _declare_day() -> None:
    _declare(_DATE_ONLY, DateOnly, "D", "d")
    add_constructors(_DATE_ONLY, (("int year, int month, int day", _of_parts),))
    add_properties(
        _DATE_ONLY,
        (
            ("Year", "int", lambda day: day.date.year),
            ("Month", "int", lambda day: day.date.month),
            ("Day", "int", lambda day: day.date.day),
            ("DayOfWeek", "System.DayOfWeek", lambda day: day.date.day_of_week()),
            ("DayOfYear", "int", lambda day: day.date.day_of_year()),
            ("DayNumber", "int", lambda day: day.number),
        ),
    )
    add_properties(
        _DATE_ONLY,
        (
            ("MinValue", "System.DateOnly", lambda: DateOnly(0)),
            ("MaxValue", "System.DateOnly", lambda: DateOnly(_LAST)),
        ),
        static=True,
    )
    add_methods(_DATE_ONLY, (("FromDayNumber", "int dayNumber -> System.DateOnly", _of_day_number),), static=True)
    add_methods(
        _DATE_ONLY,
        (
            ("AddDays", "int value -> System.DateOnly", lambda day, number: _moved(day.number + number)),
            ("AddMonths", "int value -> System.DateOnly", lambda day, number: _day_of(day.date.add_months(number))),
            ("AddYears", "int value -> System.DateOnly", lambda day, number: _day_of(day.date.add_years(number))),
            (
                "ToDateTime",
                "System.TimeOnly time -> datetime|System.TimeOnly time, System.DateTimeKind kind -> datetime",
                lambda day, clock, kind=0: DateTime(day.number * _DAY + clock.ticks, int(kind)),
            ),
        ),
    )


def _declare_time() -> None:
    _declare(_TIME_ONLY, TimeOnly, "T", "t")
    clock = "int hour, int minute"
    add_constructors(
        _TIME_ONLY,
        (
            (clock, _of_clock),
            (f"{clock}, int second", _of_clock),
            (f"{clock}, int second, int millisecond", _of_clock),
            (f"{clock}, int second, int millisecond, int microsecond", _of_clock),
            ("long ticks", _of_ticks),
        ),
    )
    parts = ("Hour", "Minute", "Second")
    add_properties(
        _TIME_ONLY,
        (
            *((part, "int", lambda time, part=part: getattr(time.date, part.lower())) for part in parts),
            ("Millisecond", "int", lambda time: time.date.millisecond()),
            ("Microsecond", "int", lambda time: time.date.microsecond()),
            ("Nanosecond", "int", lambda time: time.date.nanosecond()),
            ("Ticks", "long", lambda time: Int64(time.number)),
        ),
    )
    add_properties(
        _TIME_ONLY,
        (
            ("MinValue", "System.TimeOnly", lambda: TimeOnly(0)),
            ("MaxValue", "System.TimeOnly", lambda: TimeOnly(_DAY - 1)),
        ),
        static=True,
    )
    add_methods(
        _TIME_ONLY,
        (
            ("FromTimeSpan", "timespan timeSpan -> System.TimeOnly", lambda span: _of_ticks(span.ticks)),
            (
                "op_Subtraction",
                "System.TimeOnly t1, System.TimeOnly t2 -> timespan",
                lambda one, other: TimeSpan((one.number - other.number) % _DAY),
            ),
        ),
        static=True,
    )
    add_methods(
        _TIME_ONLY,
        (
            (
                "Add",
                "timespan value -> System.TimeOnly|timespan value, ref int wrappedDays -> System.TimeOnly",
                _add_time,
            ),
            *(
                (
                    f"Add{unit}s",
                    "double value -> System.TimeOnly|double value, ref int wrappedDays -> System.TimeOnly",
                    _adder(unit),
                )
                for unit in ("Hour", "Minute")
            ),
            ("IsBetween", "System.TimeOnly start, System.TimeOnly end -> bool", _is_between),
            ("ToTimeSpan", "-> timespan", lambda time: TimeSpan(time.number)),
        ),
    )


_declare_day()
_declare_time()
