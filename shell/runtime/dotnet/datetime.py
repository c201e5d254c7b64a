"""System.DateTime: ticks of 100 nanoseconds since the year 1, and a kind."""

from __future__ import annotations

import datetime as calendar
import time
from typing import Any, Final

from shell.runtime.declare import clr_class, clr_constructor, clr_method, clr_property
from shell.runtime.dotnet.cultures import INVARIANT, Culture, current
from shell.runtime.dotnet.dateformat import format_date
from shell.runtime.dotnet.timespan import TICKS, TimeSpan
from shell.runtime.enumeration import enum_value
from shell.runtime.errors import ArgumentException, ArgumentOutOfRangeException, FormatException
from shell.runtime.objects import Int64, Value
from shell.runtime.types import named

MAXIMUM: Final = 3_155_378_975_999_999_999
UNSPECIFIED, UTC, LOCAL = 0, 1, 2
_EPOCH: Final = 621_355_968_000_000_000
_FILE_TIME: Final = 504_911_232_000_000_000
_DAY: Final = TICKS["Day"]
_UNREPRESENTABLE: Final = "Year, Month, and Day parameters describe an un-representable DateTime."


def _out_of_range(name: str) -> ArgumentOutOfRangeException:
    return ArgumentOutOfRangeException(
        f"The added or subtracted value results in an un-representable DateTime. (Parameter '{name}')"
    )


def local_offset_ticks(utc_ticks: int) -> int:
    """Return how far local time is ahead of UTC at a moment."""
    seconds = (utc_ticks - _EPOCH) // TICKS["Second"]
    try:
        return time.localtime(seconds).tm_gmtoff * TICKS["Second"]
    except (OverflowError, ValueError, OSError):
        return -time.timezone * TICKS["Second"]


@clr_class(
    "System.DateTime",
    "System.ValueType",
    interfaces="System.IComparable System.IFormattable System.IConvertible",
)
class DateTime:
    """A date and time of day. `kind_number` is 0 unspecified, 1 UTC, 2 local."""

    __slots__ = ("_date", "kind_number", "offset_minutes", "ticks")

    def __init__(self, ticks: int, kind: int = UNSPECIFIED, offset_minutes: int | None = None) -> None:
        if not 0 <= ticks <= MAXIMUM:
            raise ArgumentOutOfRangeException(
                "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks. (Parameter 'ticks')"
            )
        self.ticks = int(ticks)
        self.kind_number = kind
        self.offset_minutes = offset_minutes
        self._date: calendar.date | None = None

    @classmethod
    def of(
        cls,
        year: int,
        month: int,
        day: int,
        hour: int = 0,
        minute: int = 0,
        second: int = 0,
        ticks: int = 0,
        kind: int = UNSPECIFIED,
    ) -> DateTime:
        """Make one of its parts; raises ArgumentOutOfRangeException."""
        try:
            days = calendar.date(year, month, day).toordinal() - 1
        except ValueError:
            raise ArgumentOutOfRangeException(_UNREPRESENTABLE) from None
        if not (0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 60):
            raise ArgumentOutOfRangeException(
                "Hour, Minute, and Second parameters describe an un-representable DateTime."
            )
        return cls(days * _DAY + ((hour * 60 + minute) * 60 + second) * TICKS["Second"] + ticks, kind)

    @classmethod
    def of_python(cls, moment: calendar.datetime, kind: int = LOCAL) -> DateTime:
        """Make one of Python's datetime, its fields as they are."""
        return cls.of(
            moment.year,
            moment.month,
            moment.day,
            moment.hour,
            moment.minute,
            moment.second,
            moment.microsecond * 10,
            kind,
        )

    def to_python(self) -> calendar.datetime:
        """Return Python's datetime with the same fields, to the microsecond."""
        return calendar.datetime(1, 1, 1) + calendar.timedelta(microseconds=self.ticks // 10)

    # --- Python's view ---

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DateTime) and self.ticks == other.ticks

    def __lt__(self, other: DateTime) -> bool:
        return self.ticks < other.ticks

    def __gt__(self, other: DateTime) -> bool:
        return self.ticks > other.ticks

    def __hash__(self) -> int:
        return hash(("DateTime", self.ticks))

    def __str__(self) -> str:
        return format_date(self, "G", current())

    def __repr__(self) -> str:
        return f"DateTime({self.invariant_text()})"

    def invariant_text(self) -> str:
        """The text of casts and expandable strings."""
        return format_date(self, "G", INVARIANT)

    def to_format(self, pattern: str, culture: Culture) -> str:
        """Format by .NET's rules."""
        return format_date(self, pattern, culture)

    @property
    def date_part(self) -> calendar.date:
        """The day."""
        if self._date is None:
            self._date = calendar.date.fromordinal(self.ticks // _DAY + 1)
        return self._date

    @property
    def year(self) -> int:
        """The year."""
        return self.date_part.year

    @property
    def month(self) -> int:
        """The month, from 1."""
        return self.date_part.month

    @property
    def day(self) -> int:
        """The day of the month."""
        return self.date_part.day

    @property
    def hour(self) -> int:
        """The hour."""
        return self.ticks // TICKS["Hour"] % 24

    @property
    def minute(self) -> int:
        """The minute."""
        return self.ticks // TICKS["Minute"] % 60

    @property
    def second(self) -> int:
        """The second."""
        return self.ticks // TICKS["Second"] % 60

    @property
    def day_of_week_number(self) -> int:
        """0 for Sunday."""
        return (self.ticks // _DAY + 1) % 7

    def utc_offset_minutes(self) -> int:
        """How far the time is ahead of UTC."""
        if self.offset_minutes is not None:
            return self.offset_minutes
        if self.kind_number == UTC:
            return 0
        return (self.ticks - self.to_universal_time().ticks) // TICKS["Minute"]

    def moved(self, ticks: int, name: str = "value") -> DateTime:
        """Return a date of the same kind some ticks later."""
        total = self.ticks + ticks
        if not 0 <= total <= MAXIMUM:
            raise _out_of_range(name)
        return DateTime(total, self.kind_number)

    # --- constructors ---

    @clr_constructor("long ticks")
    @staticmethod
    def of_ticks(ticks: int) -> DateTime:
        """From ticks."""
        return DateTime(ticks)

    @clr_constructor("long ticks, System.DateTimeKind kind")
    @staticmethod
    def of_ticks_kind(ticks: int, kind: int) -> DateTime:
        """From ticks, with a kind."""
        return DateTime(ticks, int(kind))

    @clr_constructor("int year, int month, int day")
    @clr_constructor("int year, int month, int day, int hour, int minute, int second")
    @staticmethod
    def of_parts(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> DateTime:
        """From parts."""
        return DateTime.of(year, month, day, hour, minute, second)

    @clr_constructor("int year, int month, int day, int hour, int minute, int second, int millisecond")
    @staticmethod
    def of_parts_millisecond(
        year: int, month: int, day: int, hour: int, minute: int, second: int, millisecond: int
    ) -> DateTime:
        """From parts down to the millisecond."""
        return DateTime.of(year, month, day, hour, minute, second, millisecond * 10_000)

    @clr_constructor("int year, int month, int day, int hour, int minute, int second, System.DateTimeKind kind")
    @staticmethod
    def of_parts_kind(year: int, month: int, day: int, hour: int, minute: int, second: int, kind: int) -> DateTime:
        """From parts, with a kind."""
        return DateTime.of(year, month, day, hour, minute, second, 0, int(kind))

    @clr_constructor(
        "int year, int month, int day, int hour, int minute, int second, int millisecond, System.DateTimeKind kind"
    )
    @staticmethod
    def of_all(
        year: int, month: int, day: int, hour: int, minute: int, second: int, millisecond: int, kind: int
    ) -> DateTime:
        """From all parts."""
        return DateTime.of(year, month, day, hour, minute, second, millisecond * 10_000, int(kind))

    # --- properties ---

    @clr_property("Date", "datetime")
    def get_date(self) -> DateTime:
        """Midnight of the day."""
        return DateTime(self.ticks - self.ticks % _DAY, self.kind_number)

    @clr_property("Day", "int")
    def get_day(self) -> int:
        """The day of the month."""
        return self.day

    @clr_property("DayOfWeek", "System.DayOfWeek")
    def day_of_week(self) -> Value:
        """The day of the week."""
        return enum_value(named("System.DayOfWeek"), self.day_of_week_number)

    @clr_property("DayOfYear", "int")
    def day_of_year(self) -> int:
        """The day of the year, from 1."""
        return self.date_part.timetuple().tm_yday

    @clr_property("Hour", "int")
    def get_hour(self) -> int:
        """The hour."""
        return self.hour

    @clr_property("Kind", "System.DateTimeKind")
    def kind(self) -> Value:
        """Unspecified, Utc or Local."""
        return enum_value(named("System.DateTimeKind"), self.kind_number)

    @clr_property("Millisecond", "int")
    def millisecond(self) -> int:
        """The millisecond."""
        return self.ticks // TICKS["Millisecond"] % 1000

    @clr_property("Microsecond", "int")
    def microsecond(self) -> int:
        """The microsecond of the millisecond."""
        return self.ticks // 10 % 1000

    @clr_property("Nanosecond", "int")
    def nanosecond(self) -> int:
        """The nanosecond of the microsecond."""
        return self.ticks % 10 * 100

    @clr_property("Minute", "int")
    def get_minute(self) -> int:
        """The minute."""
        return self.minute

    @clr_property("Month", "int")
    def get_month(self) -> int:
        """The month, from 1."""
        return self.month

    @clr_property("Second", "int")
    def get_second(self) -> int:
        """The second."""
        return self.second

    @clr_property("Ticks", "long")
    def get_ticks(self) -> Value:
        """Ticks since the year 1."""
        return Int64(self.ticks)

    @clr_property("TimeOfDay", "timespan")
    def time_of_day(self) -> TimeSpan:
        """The time since midnight."""
        return TimeSpan(self.ticks % _DAY)

    @clr_property("Year", "int")
    def get_year(self) -> int:
        """The year."""
        return self.year

    # --- moving ---

    @clr_method("Add", "timespan value -> datetime")
    def add(self, value: TimeSpan) -> DateTime:
        """Later by a span."""
        return self.moved(value.ticks)

    @clr_method("AddTicks", "long value -> datetime")
    def add_ticks(self, value: int) -> DateTime:
        """Later by ticks."""
        return self.moved(value)

    @clr_method("AddMonths", "int months -> datetime")
    def add_months(self, months: int) -> DateTime:
        """Later by months; a day that the month lacks becomes its last."""
        if abs(months) > 120_000:
            raise ArgumentOutOfRangeException("Months value must be between +/-120000. (Parameter 'months')")
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        if not 1 <= year <= 9999:
            raise _out_of_range("months")
        day = min(self.day, days_in_month(year, month + 1))
        return DateTime(DateTime.of(year, month + 1, day).ticks + self.ticks % _DAY, self.kind_number)

    @clr_method("AddYears", "int value -> datetime")
    def add_years(self, value: int) -> DateTime:
        """Later by years."""
        if abs(value) > 10_000:
            raise ArgumentOutOfRangeException("Years value must be between +/-10000. (Parameter 'years')")
        return self.add_months(value * 12)

    @clr_method("Subtract", "datetime value -> timespan")
    def subtract(self, value: DateTime) -> TimeSpan:
        """The span between two dates."""
        return TimeSpan(self.ticks - value.ticks)

    @clr_method("Subtract", "timespan value -> datetime")
    def subtract_span(self, value: TimeSpan) -> DateTime:
        """Earlier by a span."""
        return self.moved(-value.ticks)

    @clr_method("ToUniversalTime", "-> datetime")
    def to_universal_time(self) -> DateTime:
        """The same moment in UTC."""
        if self.kind_number == UTC:
            return self
        offset = local_offset_ticks(self.ticks)
        offset = local_offset_ticks(self.ticks - offset)
        return DateTime(min(max(self.ticks - offset, 0), MAXIMUM), UTC)

    @clr_method("ToLocalTime", "-> datetime")
    def to_local_time(self) -> DateTime:
        """The same moment in local time."""
        if self.kind_number == LOCAL:
            return self
        return DateTime(min(max(self.ticks + local_offset_ticks(self.ticks), 0), MAXIMUM), LOCAL)

    # --- text ---

    @clr_method("ToString", "-> string")
    @clr_method("ToString", "string format -> string")
    def to_string(self, pattern: str = "") -> str:
        """Format in the current culture."""
        return format_date(self, pattern or "", current())

    @clr_method("ToString", "System.IFormatProvider provider -> string")
    def to_string_culture(self, provider: Value) -> str:
        """Format in a culture."""
        return format_date(self, "", culture_of(provider))

    @clr_method("ToString", "string format, System.IFormatProvider provider -> string")
    def to_string_both(self, pattern: str, provider: Value) -> str:
        """Format in a culture."""
        return format_date(self, pattern or "", culture_of(provider))

    @clr_method("ToShortDateString", "-> string")
    def to_short_date(self) -> str:
        """Pattern d."""
        return format_date(self, "d", current())

    @clr_method("ToLongDateString", "-> string")
    def to_long_date(self) -> str:
        """Pattern D."""
        return format_date(self, "D", current())

    @clr_method("ToShortTimeString", "-> string")
    def to_short_time(self) -> str:
        """Pattern t."""
        return format_date(self, "t", current())

    @clr_method("ToLongTimeString", "-> string")
    def to_long_time(self) -> str:
        """Pattern T."""
        return format_date(self, "T", current())

    # --- others ---

    @clr_method("CompareTo", "object value -> int")
    @clr_method("CompareTo", "datetime value -> int")
    def compare_to(self, other: Value) -> int:
        """-1, 0 or 1."""
        if other is None:
            return 1
        if not isinstance(other, DateTime):
            raise ArgumentException("Object must be of type DateTime.")
        return (self.ticks > other.ticks) - (self.ticks < other.ticks)

    @clr_method("Equals", "object value -> bool")
    @clr_method("Equals", "datetime value -> bool")
    def equals(self, other: Value) -> bool:
        """True if the ticks are equal."""
        return bool(self == other)

    @clr_method("IsDaylightSavingTime", "-> bool")
    def is_daylight_saving_time(self) -> bool:
        """True if local clocks were set forward."""
        seconds = (self.to_universal_time().ticks - _EPOCH) // TICKS["Second"]
        return self.kind_number != UTC and time.localtime(seconds).tm_isdst > 0

    @clr_method("ToFileTime", "-> long")
    def to_file_time(self) -> Value:
        """Ticks since 1601 in UTC."""
        return Int64(self.to_universal_time().ticks - _FILE_TIME)

    @clr_method("ToFileTimeUtc", "-> long")
    def to_file_time_utc(self) -> Value:
        """Ticks since 1601; a time that is not local counts as UTC."""
        ticks = self.to_universal_time().ticks if self.kind_number == LOCAL else self.ticks
        return Int64(ticks - _FILE_TIME)

    @clr_method("ToOADate", "-> double")
    def to_oa_date(self) -> float:
        """Days since 1899-12-30."""
        return (self.ticks - 599_264_352_000_000_000) / _DAY

    @clr_method("ToBinary", "-> long")
    def to_binary(self) -> Value:
        """Ticks with the kind in the two highest bits."""
        number = self.ticks | self.kind_number << 62
        return Int64(number - (1 << 64) if number >= 1 << 63 else number)

    # --- static ---

    @clr_property("Now", "datetime", static=True)
    @staticmethod
    def now() -> DateTime:
        """The local time."""
        return DateTime.utc_now().to_local_time()

    @clr_property("UtcNow", "datetime", static=True)
    @staticmethod
    def utc_now() -> DateTime:
        """The time in UTC."""
        return DateTime(_EPOCH + time.time_ns() // 100, UTC)

    @clr_property("Today", "datetime", static=True)
    @staticmethod
    def today() -> DateTime:
        """Today's midnight."""
        return DateTime.now().get_date()

    @clr_property("MinValue", "datetime", static=True)
    @staticmethod
    def min_value() -> DateTime:
        """The first moment of the year 1."""
        return DateTime(0)

    @clr_property("MaxValue", "datetime", static=True)
    @staticmethod
    def max_value() -> DateTime:
        """The last moment of the year 9999."""
        return DateTime(MAXIMUM)

    @clr_property("UnixEpoch", "datetime", static=True)
    @staticmethod
    def unix_epoch() -> DateTime:
        """1970-01-01 in UTC."""
        return DateTime(_EPOCH, UTC)

    @clr_method("DaysInMonth", "int year, int month -> int", static=True)
    @staticmethod
    def days_in_month(year: int, month: int) -> int:
        """How many days a month has."""
        if not 1 <= month <= 12:
            raise ArgumentOutOfRangeException("Month must be between one and twelve. (Parameter 'month')")
        return days_in_month(year, month)

    @clr_method("IsLeapYear", "int year -> bool", static=True)
    @staticmethod
    def is_leap_year(year: int) -> bool:
        """True for a year of 366 days."""
        if not 1 <= year <= 9999:
            raise ArgumentOutOfRangeException("Year must be between 1 and 9999. (Parameter 'year')")
        return days_in_month(year, 2) == 29

    @clr_method("Compare", "datetime t1, datetime t2 -> int", static=True)
    @staticmethod
    def compare(one: DateTime, other: DateTime) -> int:
        """-1, 0 or 1."""
        return one.compare_to(other)

    @clr_method("SpecifyKind", "datetime value, System.DateTimeKind kind -> datetime", static=True)
    @staticmethod
    def specify_kind(value: DateTime, kind: int) -> DateTime:
        """The same ticks with another kind."""
        return DateTime(value.ticks, int(kind))

    @clr_method("FromFileTime", "long fileTime -> datetime", static=True)
    @staticmethod
    def from_file_time(file_time: int) -> DateTime:
        """From ticks since 1601, in local time."""
        return DateTime(file_time + _FILE_TIME, UTC).to_local_time()

    @clr_method("FromFileTimeUtc", "long fileTime -> datetime", static=True)
    @staticmethod
    def from_file_time_utc(file_time: int) -> DateTime:
        """From ticks since 1601, in UTC."""
        return DateTime(file_time + _FILE_TIME, UTC)

    @clr_method("FromOADate", "double d -> datetime", static=True)
    @staticmethod
    def from_oa_date(days: float) -> DateTime:
        """From days since 1899-12-30."""
        return DateTime(599_264_352_000_000_000 + round(days * 86_400_000) * 10_000)

    @clr_method("FromBinary", "long dateData -> datetime", static=True)
    @staticmethod
    def from_binary(data: int) -> DateTime:
        """From ticks with the kind in the two highest bits."""
        number = data & ((1 << 64) - 1)
        return DateTime(number & ((1 << 62) - 1), number >> 62 & 3)

    @clr_method("Parse", "string s -> datetime", static=True)
    @clr_method("Parse", "string s, System.IFormatProvider provider -> datetime", static=True)
    @clr_method(
        "Parse",
        "string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles -> datetime",
        static=True,
    )
    @staticmethod
    def parse(text: str, provider: Value = None, styles: int = 0) -> DateTime:
        """Read a text; raises FormatException."""
        from shell.runtime.dotnet.dateparse import parse_date

        return parse_date(text, int(styles))

    @clr_method("TryParse", "string s, ref datetime result -> bool", static=True)
    @staticmethod
    def try_parse(text: str, reference: Any) -> bool:
        """Read a text; False if it is none."""
        try:
            reference.value = DateTime.parse(text or "")
        except FormatException:
            reference.value = DateTime(0)
            return False
        return True

    @clr_method("ParseExact", "string s, string format, System.IFormatProvider provider -> datetime", static=True)
    @clr_method(
        "ParseExact",
        "string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style ->"
        " datetime",
        static=True,
    )
    @clr_method(
        "ParseExact",
        "string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style ->"
        " datetime",
        static=True,
    )
    @staticmethod
    def parse_exact(text: str, pattern: Any, provider: Value, styles: int = 0) -> DateTime:
        """Read a text that a format would have written; raises FormatException."""
        from shell.runtime.dotnet.dateparse import parse_date_exact

        several = isinstance(pattern, list)
        for each in pattern if several else [pattern]:
            try:
                found = parse_date_exact(text, each, culture_of(provider), int(styles))
            except FormatException:
                if several:
                    continue
                raise
            if found is not None:
                return found
        raise FormatException(f"String '{text}' was not recognized as a valid DateTime.")

    @clr_method(
        "TryParseExact",
        "string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, ref"
        " datetime result -> bool",
        static=True,
    )
    @clr_method(
        "TryParseExact",
        "string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, ref"
        " datetime result -> bool",
        static=True,
    )
    @staticmethod
    def try_parse_exact(text: str, pattern: Any, provider: Value, styles: int, reference: Any) -> bool:
        """Read a text that a format would have written; False if it does not fit."""
        try:
            reference.value = DateTime.parse_exact(text, pattern, provider, styles)
        except FormatException:
            reference.value = DateTime(0)
            return False
        return True

    # --- operators ---

    @clr_method("op_Addition", "datetime d, timespan t -> datetime", static=True)
    @staticmethod
    def op_addition(date: DateTime, span: TimeSpan) -> DateTime:
        """`+`."""
        return date.moved(span.ticks, "t")

    @clr_method("op_Subtraction", "datetime d, timespan t -> datetime", static=True)
    @staticmethod
    def op_subtraction(date: DateTime, span: TimeSpan) -> DateTime:
        """`-`."""
        return date.moved(-span.ticks, "t")

    @clr_method("op_Subtraction", "datetime d1, datetime d2 -> timespan", static=True)
    @staticmethod
    def op_difference(one: DateTime, other: DateTime) -> TimeSpan:
        """`-`."""
        return TimeSpan(one.ticks - other.ticks)


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has."""
    if month == 12:
        return 31
    return (calendar.date(year, month + 1, 1) - calendar.date(year, month, 1)).days


def culture_of(provider: Value) -> Culture:
    """Return the culture of a format provider; the current one for null."""
    found = getattr(provider, "culture", None)
    return found if isinstance(found, Culture) else current()


def _add_moving_methods() -> None:
    from shell.runtime.dotnet.basics import add_convertible
    from shell.runtime.types import Method

    target = named("System.DateTime")
    target.data["default"] = DateTime(0)
    add_convertible(target)
    for name, ticks in TICKS.items():

        def move(date: DateTime, number: float, unit: int = ticks) -> DateTime:
            return date.moved(int(number * unit) if abs(number) < 1e18 else MAXIMUM * 2)

        target.add_method(Method(f"Add{name}s", "double value -> datetime", move))


_add_moving_methods()
