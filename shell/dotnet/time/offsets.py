"""System.DateTimeOffset: a date and time with its offset from UTC."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shell.dotnet.time.datetime import EPOCH, LOCAL, MAXIMUM, UNSPECIFIED, UTC, DateTime
from shell.dotnet.time.timespan import TICKS, TimeSpan
from shell.lazy import lazy
from shell.types import Method, named
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.culture import INVARIANT, Culture, culture_of, current
from shell.values.date_format import format_date
from shell.values.errors import ArgumentException, ArgumentOutOfRangeException, FormatException
from shell.values.objects import Int64, Value, unwrap

if TYPE_CHECKING:
    from shell.dotnet.time import date_exact, date_parse
else:
    date_exact = lazy("shell.dotnet.time.date_exact", globals())
    date_parse = lazy("shell.dotnet.time.date_parse", globals())


_MINUTE = TICKS["Minute"]
_EXACT = "string input, string format, System.IFormatProvider formatProvider"
_STYLES = "System.Globalization.DateTimeStyles styles"


@clr_class("System.DateTimeOffset", "System.ValueType", interfaces="System.IComparable System.IFormattable")
class DateTimeOffset:
    """A date and time with its offset from UTC."""

    __slots__ = ("clock", "minutes")

    def __init__(self, ticks: int, minutes: int) -> None:
        if abs(minutes) > 14 * 60:
            raise ArgumentOutOfRangeException("Offset must be within plus or minus 14 hours. (Parameter 'offset')")
        self.clock = DateTime(ticks, UNSPECIFIED, minutes)
        self.minutes = minutes

    @staticmethod
    def of_date(date: DateTime) -> DateTimeOffset:
        """Create a value from a DateTime, which is local if its kind is unspecified."""
        local = DateTime(date.ticks, LOCAL) if date.kind_number == UNSPECIFIED else date
        return DateTimeOffset(date.ticks, local.utc_offset_minutes())

    @property
    def utc_ticks(self) -> int:
        """Return the instant in UTC."""
        return self.clock.ticks - self.minutes * _MINUTE

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DateTimeOffset) and self.utc_ticks == other.utc_ticks

    def __lt__(self, other: DateTimeOffset) -> bool:
        return self.utc_ticks < other.utc_ticks

    def __gt__(self, other: DateTimeOffset) -> bool:
        return self.utc_ticks > other.utc_ticks

    def __hash__(self) -> int:
        return hash(("DateTimeOffset", self.utc_ticks))

    def __str__(self) -> str:
        return self.to_format("", current())

    def invariant_text(self) -> str:
        """Return the text that casts and expandable strings give."""
        return self.to_format("", INVARIANT)

    def to_format(self, pattern: str, culture: Culture) -> str:
        """Format as a date; the default pattern ends with the offset."""
        if not pattern:
            return f"{format_date(self.clock, 'G', culture)} {format_date(self.clock, 'zzz', culture)}"
        return format_date(self.clock, pattern, culture)

    @clr_constructor("datetime dateTime")
    @staticmethod
    def from_date(date: DateTime) -> DateTimeOffset:
        """Create a value from a DateTime."""
        return DateTimeOffset.of_date(date)

    @clr_constructor("datetime dateTime, timespan offset")
    @staticmethod
    def from_date_offset(date: DateTime, offset: TimeSpan) -> DateTimeOffset:
        """Create a value from a DateTime and an offset."""
        if date.kind_number == UTC and offset.ticks:
            raise ArgumentException("The UTC Offset for Utc DateTime instances must be 0. (Parameter 'offset')")
        return DateTimeOffset(date.ticks, offset.ticks // _MINUTE)

    @clr_constructor("int year, int month, int day, int hour, int minute, int second, timespan offset")
    @staticmethod
    def from_parts(
        year: int, month: int, day: int, hour: int, minute: int, second: int, offset: TimeSpan
    ) -> DateTimeOffset:
        """Create a value from its parts."""
        return DateTimeOffset(DateTime.of(year, month, day, hour, minute, second).ticks, offset.ticks // _MINUTE)

    @clr_constructor("long ticks, timespan offset")
    @staticmethod
    def from_ticks(ticks: int, offset: TimeSpan) -> DateTimeOffset:
        """Create a value from clock ticks and an offset."""
        return DateTimeOffset(ticks, offset.ticks // _MINUTE)

    @clr_constructor("int year, int month, int day, int hour, int minute, int second, int millisecond, timespan offset")
    @staticmethod
    def from_fine_parts(
        year: int, month: int, day: int, hour: int, minute: int, second: int, millisecond: int, offset: TimeSpan
    ) -> DateTimeOffset:
        """Create a value from its parts."""
        clock = DateTime.of(year, month, day, hour, minute, second, millisecond * 10_000)
        return DateTimeOffset(clock.ticks, offset.ticks // _MINUTE)

    @clr_constructor(
        "int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond,"
        " timespan offset"
    )
    @staticmethod
    def from_finer_parts(
        year: int,
        month: int,
        day: int,
        hour: int,
        minute: int,
        second: int,
        millisecond: int,
        microsecond: int,
        offset: TimeSpan,
    ) -> DateTimeOffset:
        """Create a value from its parts."""
        if not 0 <= microsecond <= 999:
            raise ArgumentOutOfRangeException(
                "Valid values are between 0 and 999, inclusive. (Parameter 'microsecond')"
            )
        clock = DateTime.of(year, month, day, hour, minute, second, millisecond * 10_000 + microsecond * 10)
        return DateTimeOffset(clock.ticks, offset.ticks // _MINUTE)

    @clr_constructor("dateonly date, timeonly time, timespan offset")
    @staticmethod
    def from_date_and_time(date: Any, time: Any, offset: TimeSpan) -> DateTimeOffset:
        """Create a value from DateOnly, TimeOnly and an offset."""
        return DateTimeOffset(date.number * TICKS["Day"] + time.number, offset.ticks // _MINUTE)

    @clr_property("DateTime", "datetime")
    def date_time(self) -> DateTime:
        """Return the clock time as a DateTime."""
        return DateTime(self.clock.ticks)

    @clr_property("UtcDateTime", "datetime")
    def utc_date_time(self) -> DateTime:
        """Return the instant in UTC."""
        return DateTime(self.utc_ticks, UTC)

    @clr_property("LocalDateTime", "datetime")
    def local_date_time(self) -> DateTime:
        """Return the instant in local time."""
        return DateTime(self.utc_ticks, UTC).to_local_time()

    @clr_property("Date", "datetime")
    def date(self) -> DateTime:
        """Return the date at midnight."""
        return DateTime(self.clock.ticks - self.clock.ticks % TICKS["Day"])

    @clr_property("Day", "int")
    def day(self) -> int:
        """Return the day of the month."""
        return self.clock.day

    @clr_property("DayOfWeek", "System.DayOfWeek")
    def day_of_week(self) -> Value:
        """Return the day of the week."""
        return self.clock.day_of_week()

    @clr_property("DayOfYear", "int")
    def day_of_year(self) -> int:
        """Return the day of the year."""
        return self.clock.day_of_year()

    @clr_property("Hour", "int")
    def hour(self) -> int:
        """Return the hour."""
        return self.clock.hour

    @clr_property("Millisecond", "int")
    def millisecond(self) -> int:
        """Return the millisecond."""
        return self.clock.millisecond()

    @clr_property("Microsecond", "int")
    def microsecond(self) -> int:
        """Return the microseconds within the millisecond."""
        return self.clock.microsecond()

    @clr_property("Nanosecond", "int")
    def nanosecond(self) -> int:
        """Return the nanoseconds within the microsecond."""
        return self.clock.nanosecond()

    @clr_property("Minute", "int")
    def minute(self) -> int:
        """Return the minute."""
        return self.clock.minute

    @clr_property("Month", "int")
    def month(self) -> int:
        """Return the month."""
        return self.clock.month

    @clr_property("Offset", "timespan")
    def offset(self) -> TimeSpan:
        """Return the offset from UTC."""
        return TimeSpan(self.minutes * _MINUTE)

    @clr_property("TotalOffsetMinutes", "int")
    def total_offset_minutes(self) -> int:
        """Return the offset from UTC."""
        return self.minutes

    @clr_property("Second", "int")
    def second(self) -> int:
        """Return the second."""
        return self.clock.second

    @clr_property("Ticks", "long")
    def ticks(self) -> Value:
        """Return the ticks of the clock time."""
        return Int64(self.clock.ticks)

    @clr_property("UtcTicks", "long")
    def get_utc_ticks(self) -> Value:
        """Return the ticks in UTC."""
        return Int64(self.utc_ticks)

    @clr_property("TimeOfDay", "timespan")
    def time_of_day(self) -> TimeSpan:
        """Return the time since midnight."""
        return self.clock.time_of_day()

    @clr_property("Year", "int")
    def year(self) -> int:
        """Return the year."""
        return self.clock.year

    @clr_method("ToString", "-> string")
    @clr_method("ToString", "string format -> string")
    @clr_method("ToString", "string format, System.IFormatProvider formatProvider -> string")
    def to_string(self, pattern: str = "", provider: Value = None) -> str:
        """Format by a pattern and a culture."""
        return self.to_format(pattern or "", culture_of(provider))

    @clr_method("ToString", "System.IFormatProvider formatProvider -> string")
    def to_string_of_culture(self, provider: Value) -> str:
        """Format by the default pattern of a culture."""
        return self.to_format("", culture_of(provider))

    @clr_method("CompareTo", "System.DateTimeOffset other -> int")
    def compare_to(self, other: DateTimeOffset) -> int:
        """Compare the instants: return -1, 0 or 1."""
        return (self.utc_ticks > other.utc_ticks) - (self.utc_ticks < other.utc_ticks)

    @clr_method("Equals", "object obj -> bool")
    def equals(self, other: Value) -> bool:
        """Return True for the same instant."""
        return bool(self == unwrap(other))

    @clr_method("EqualsExact", "System.DateTimeOffset other -> bool")
    def equals_exact(self, other: DateTimeOffset) -> bool:
        """Return True for the same instant and offset."""
        return self == other and self.minutes == other.minutes

    @clr_method("ToFileTime", "-> long")
    def to_file_time(self) -> Value:
        """Return the FILETIME: ticks since 1601."""
        return Int64(self.utc_ticks - 504_911_232_000_000_000)

    @clr_method("ToUniversalTime", "-> System.DateTimeOffset")
    def to_universal_time(self) -> DateTimeOffset:
        """Return the instant in UTC."""
        return DateTimeOffset(self.utc_ticks, 0)

    @clr_method("ToLocalTime", "-> System.DateTimeOffset")
    def to_local_time(self) -> DateTimeOffset:
        """Return the instant in local time."""
        return DateTimeOffset.of_date(self.local_date_time())

    @clr_method("ToOffset", "timespan offset -> System.DateTimeOffset")
    def to_offset(self, offset: TimeSpan) -> DateTimeOffset:
        """Return the same instant at another offset."""
        return DateTimeOffset(self.utc_ticks + offset.ticks, offset.ticks // _MINUTE)

    @clr_method("ToUnixTimeSeconds", "-> long")
    def to_unix_seconds(self) -> Value:
        """Return the seconds since 1970."""
        return Int64((self.utc_ticks - 621_355_968_000_000_000) // TICKS["Second"])

    @clr_method("ToUnixTimeMilliseconds", "-> long")
    def to_unix_milliseconds(self) -> Value:
        """Return the milliseconds since 1970."""
        return Int64((self.utc_ticks - 621_355_968_000_000_000) // TICKS["Millisecond"])

    @clr_method("Add", "timespan timeSpan -> System.DateTimeOffset")
    def add(self, span: TimeSpan) -> DateTimeOffset:
        """Add a TimeSpan."""
        return DateTimeOffset(self.clock.ticks + span.ticks, self.minutes)

    @clr_method("Subtract", "System.DateTimeOffset value -> timespan")
    def subtract(self, other: DateTimeOffset) -> TimeSpan:
        """Return the TimeSpan between two instants."""
        return TimeSpan(self.utc_ticks - other.utc_ticks)

    @clr_property("Now", "System.DateTimeOffset", static=True)
    @staticmethod
    def now() -> DateTimeOffset:
        """Return the current local time."""
        return DateTimeOffset.of_date(DateTime.now())

    @clr_property("UtcNow", "System.DateTimeOffset", static=True)
    @staticmethod
    def utc_now() -> DateTimeOffset:
        """Return the current time in UTC."""
        return DateTimeOffset(DateTime.utc_now().ticks, 0)

    @clr_method("FromUnixTimeSeconds", "long seconds -> System.DateTimeOffset", static=True)
    @staticmethod
    def from_unix_seconds(seconds: int) -> DateTimeOffset:
        """Create a value from seconds since 1970."""
        return DateTimeOffset(621_355_968_000_000_000 + seconds * TICKS["Second"], 0)

    @clr_method("FromUnixTimeMilliseconds", "long milliseconds -> System.DateTimeOffset", static=True)
    @staticmethod
    def from_unix_milliseconds(milliseconds: int) -> DateTimeOffset:
        """Create a value from milliseconds since 1970."""
        return DateTimeOffset(621_355_968_000_000_000 + milliseconds * TICKS["Millisecond"], 0)

    @clr_method("Parse", "string input -> System.DateTimeOffset", static=True)
    @clr_method("Parse", "string input, System.IFormatProvider formatProvider -> System.DateTimeOffset", static=True)
    @staticmethod
    def parse(text: str, provider: Value = None) -> DateTimeOffset:
        """Parse a text; raise where it is not valid."""
        date, minutes = date_parse.parse_date_with_offset(text, culture_of(provider))
        if minutes is None:
            return DateTimeOffset.of_date(date)
        return DateTimeOffset(date.ticks, minutes)

    @clr_method("TryParse", "string input, ref System.DateTimeOffset result -> bool", static=True)
    @clr_method(
        "TryParse",
        "string input, System.IFormatProvider formatProvider, ref System.DateTimeOffset result -> bool",
        static=True,
    )
    @staticmethod
    def try_parse(text: str, *rest: Any) -> bool:
        """Parse a text; return False where it is not valid."""
        *provider, reference = rest
        try:
            reference.value = DateTimeOffset.parse(text or "", *provider)
        except FormatException:
            reference.value = DateTimeOffset(0, 0)
            return False
        return True

    @clr_method("ParseExact", f"{_EXACT} -> System.DateTimeOffset", static=True)
    @clr_method("ParseExact", f"{_EXACT}, {_STYLES} -> System.DateTimeOffset", static=True)
    @staticmethod
    def parse_exact(text: str, pattern: str, provider: Value, styles: int = 0) -> DateTimeOffset:
        """Parse a text by an exact format; local without an offset."""
        date = date_exact.parse_date_exact(text or "", pattern, culture_of(provider), int(styles))
        if date is None:
            raise FormatException(f"String '{text}' was not recognized as a valid DateTime.")
        minutes = date_exact.offset_of(text, pattern, culture_of(provider))
        if minutes is None:
            return DateTimeOffset.of_date(date)
        utc = date.to_universal_time().ticks
        return DateTimeOffset(utc + minutes * _MINUTE, minutes)

    @clr_method("TryParseExact", f"{_EXACT}, {_STYLES}, ref System.DateTimeOffset result -> bool", static=True)
    @staticmethod
    def try_parse_exact(text: str, pattern: str, provider: Value, styles: int, reference: Any) -> bool:
        """Parse a text by an exact format; return False where it does not match."""
        try:
            reference.value = DateTimeOffset.parse_exact(text, pattern, provider, styles)
        except FormatException:
            reference.value = DateTimeOffset(0, 0)
            return False
        return True

    @clr_property("MinValue", "System.DateTimeOffset", static=True)
    @staticmethod
    def min_value() -> DateTimeOffset:
        """Return the earliest value."""
        return DateTimeOffset(0, 0)

    @clr_property("MaxValue", "System.DateTimeOffset", static=True)
    @staticmethod
    def max_value() -> DateTimeOffset:
        """Return the latest value."""
        return DateTimeOffset(MAXIMUM, 0)

    @clr_property("UnixEpoch", "System.DateTimeOffset", static=True)
    @staticmethod
    def unix_epoch() -> DateTimeOffset:
        """Return the start of 1970 in UTC."""
        return DateTimeOffset(EPOCH, 0)

    @clr_method("op_Implicit", "datetime dateTime -> System.DateTimeOffset", static=True)
    @staticmethod
    def op_implicit(date: DateTime) -> DateTimeOffset:
        """Convert from DateTime at its own offset."""
        return DateTimeOffset.of_date(date)

    @clr_method("op_Addition", "System.DateTimeOffset d, timespan t -> System.DateTimeOffset", static=True)
    @staticmethod
    def op_addition(date: DateTimeOffset, span: TimeSpan) -> DateTimeOffset:
        """`+`."""
        return date.add(span)

    @clr_method("op_Subtraction", "System.DateTimeOffset d, timespan t -> System.DateTimeOffset", static=True)
    @staticmethod
    def op_subtraction(date: DateTimeOffset, span: TimeSpan) -> DateTimeOffset:
        """`-`."""
        return date.add(TimeSpan(-span.ticks))

    @clr_method("op_Subtraction", "System.DateTimeOffset left, System.DateTimeOffset right -> timespan", static=True)
    @staticmethod
    def op_difference(one: DateTimeOffset, other: DateTimeOffset) -> TimeSpan:
        """`-`."""
        return one.subtract(other)


def _add_moving_methods() -> None:
    target = named("System.DateTimeOffset")
    target.data["default"] = DateTimeOffset(0, 0)
    for name in ("Days", "Hours", "Minutes", "Seconds", "Milliseconds", "Ticks", "Months", "Years"):
        for method in named("System.DateTime").overloads(f"add{name.lower()}"):

            def move(value: DateTimeOffset, number: float, function: Any = method.function) -> DateTimeOffset:
                return DateTimeOffset(function(value.clock, number).ticks, value.minutes)

            signature = method.signature_text.replace("-> datetime", "-> System.DateTimeOffset")
            target.add_method(Method(method.name, signature, move))


_add_moving_methods()
