"""System.DateTime as a value: ticks of 100 nanoseconds since the year 1, and a kind."""

from __future__ import annotations

import datetime as calendar
import time
from typing import Final

from shell.dotnet.time.timespan import TICKS, TimeSpan
from shell.types import ClrType, named, register
from shell.types.registry.catalog import INTERFACES
from shell.types.registry.enumeration import enum_value
from shell.values.culture import INVARIANT, Culture, current
from shell.values.date_format import format_date
from shell.values.errors import ArgumentOutOfRangeException
from shell.values.objects import Value

MAXIMUM: Final = 3_155_378_975_999_999_999
UNSPECIFIED, UTC, LOCAL = 0, 1, 2
EPOCH: Final = 621_355_968_000_000_000
_DAY: Final = TICKS["Day"]
_UNREPRESENTABLE: Final = "Year, Month, and Day parameters describe an un-representable DateTime."


def _out_of_range(name: str) -> ArgumentOutOfRangeException:
    return ArgumentOutOfRangeException(
        f"The added or subtracted value results in an un-representable DateTime. (Parameter '{name}')"
    )


def local_offset_ticks(utc_ticks: int) -> int:
    """Return the local offset from UTC, in ticks, at an instant."""
    seconds = (utc_ticks - EPOCH) // TICKS["Second"]
    try:
        return time.localtime(seconds).tm_gmtoff * TICKS["Second"]
    except (OverflowError, ValueError, OSError):
        return -time.timezone * TICKS["Second"]


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
        """Create a date from its parts; raises ArgumentOutOfRangeException."""
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
        """Create a date with the fields of a Python datetime."""
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
        """Return a Python datetime with the same fields, truncated to microseconds."""
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
        """Return the text that casts and expandable strings give."""
        return format_date(self, "G", INVARIANT)

    def to_string(self, pattern: str = "") -> str:
        """Format in the current culture."""
        return format_date(self, pattern or "", current())

    def to_format(self, pattern: str, culture: Culture) -> str:
        """Format by .NET's format strings."""
        return format_date(self, pattern, culture)

    @property
    def date_part(self) -> calendar.date:
        """Return the date at midnight."""
        if self._date is None:
            self._date = calendar.date.fromordinal(self.ticks // _DAY + 1)
        return self._date

    @property
    def year(self) -> int:
        """Return the year."""
        return self.date_part.year

    @property
    def month(self) -> int:
        """Return the month, from 1."""
        return self.date_part.month

    @property
    def day(self) -> int:
        """Return the day of the month."""
        return self.date_part.day

    @property
    def hour(self) -> int:
        """Return the hour."""
        return self.ticks // TICKS["Hour"] % 24

    @property
    def minute(self) -> int:
        """Return the minute."""
        return self.ticks // TICKS["Minute"] % 60

    @property
    def second(self) -> int:
        """Return the second."""
        return self.ticks // TICKS["Second"] % 60

    @property
    def day_of_week_number(self) -> int:
        """Return the number of the day of the week, 0 for Sunday."""
        return (self.ticks // _DAY + 1) % 7

    def utc_offset_minutes(self) -> int:
        """Return the offset from UTC in minutes."""
        if self.offset_minutes is not None:
            return self.offset_minutes
        if self.kind_number == UTC:
            return 0
        return (self.ticks - self.to_universal_time().ticks) // TICKS["Minute"]

    def get_date(self) -> DateTime:
        """Return the date at midnight."""
        return DateTime(self.ticks - self.ticks % _DAY, self.kind_number)

    def day_of_week(self) -> Value:
        """Return the day of the week."""
        return enum_value(named("System.DayOfWeek"), self.day_of_week_number)

    def day_of_year(self) -> int:
        """Return the day of the year, from 1."""
        return self.date_part.timetuple().tm_yday

    def millisecond(self) -> int:
        """Return the millisecond."""
        return self.ticks // TICKS["Millisecond"] % 1000

    def microsecond(self) -> int:
        """Return the microseconds within the millisecond."""
        return self.ticks // 10 % 1000

    def nanosecond(self) -> int:
        """Return the nanoseconds within the microsecond."""
        return self.ticks % 10 * 100

    def time_of_day(self) -> TimeSpan:
        """Return the time since midnight."""
        return TimeSpan(self.ticks % _DAY)

    # --- other dates ---

    def moved(self, ticks: int, name: str = "value") -> DateTime:
        """Return a date of the same kind, `ticks` later."""
        total = self.ticks + ticks
        if not 0 <= total <= MAXIMUM:
            raise _out_of_range(name)
        return DateTime(total, self.kind_number)

    def add_months(self, months: int) -> DateTime:
        """Add months; a day that the month lacks becomes its last day."""
        if abs(months) > 120_000:
            raise ArgumentOutOfRangeException("Months value must be between +/-120000. (Parameter 'months')")
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        if not 1 <= year <= 9999:
            raise _out_of_range("months")
        day = min(self.day, days_in_month(year, month + 1))
        return DateTime(DateTime.of(year, month + 1, day).ticks + self.ticks % _DAY, self.kind_number)

    def add_years(self, value: int) -> DateTime:
        """Add years."""
        if abs(value) > 10_000:
            raise ArgumentOutOfRangeException("Years value must be between +/-10000. (Parameter 'years')")
        return self.add_months(value * 12)

    def to_universal_time(self) -> DateTime:
        """Convert to UTC."""
        if self.kind_number == UTC:
            return self
        offset = local_offset_ticks(self.ticks)
        offset = local_offset_ticks(self.ticks - offset)
        return DateTime(min(max(self.ticks - offset, 0), MAXIMUM), UTC)

    def to_local_time(self) -> DateTime:
        """Convert to local time."""
        if self.kind_number == LOCAL:
            return self
        return DateTime(min(max(self.ticks + local_offset_ticks(self.ticks), 0), MAXIMUM), LOCAL)

    @staticmethod
    def now() -> DateTime:
        """Return the current local time."""
        return DateTime.utc_now().to_local_time()

    @staticmethod
    def utc_now() -> DateTime:
        """Return the current time in UTC."""
        return DateTime(EPOCH + time.time_ns() // 100, UTC)


def days_in_month(year: int, month: int) -> int:
    """Return the number of days in a month."""
    if month == 12:
        return 31
    return (calendar.date(year, month + 1, 1) - calendar.date(year, month, 1)).days


def _register() -> None:
    interfaces = INTERFACES["System.DateTime"] + " System.IComparable System.IFormattable System.IConvertible"
    made = ClrType(
        "System.DateTime", named("System.ValueType"), python_class=DateTime, interface_names=interfaces.split()
    )
    made.data["default"] = DateTime(0)
    register(made)


_register()
