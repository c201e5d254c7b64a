"""System.Globalization.GregorianCalendar and ISOWeek."""

from __future__ import annotations

import datetime as calendar
from collections.abc import Callable
from operator import attrgetter
from typing import Any, Final

from shell.dotnet.time.datetime import DateTime, days_in_month
from shell.dotnet.time.timespan import TICKS
from shell.types import OBJECT, ClrType, named, register
from shell.types.registry.declarations import add_methods, add_properties, clr_class, clr_constructor, clr_method
from shell.values.errors import ArgumentOutOfRangeException

_CALENDAR: Final = register(ClrType("System.Globalization.Calendar", OBJECT, is_abstract=True))


def week_of_year(date: DateTime, rule: int, first_day: int) -> int:
    """Return the week of the year; `rule` is a CalendarWeekRule (0 first day, 1 first full week, 2 four-day week)."""
    day = date.day_of_year() - 1
    january = date.day_of_week_number - day % 7
    if rule == 0:
        return (day + (january - first_day + 14) % 7) // 7 + 1
    full = 7 if rule == 1 else 4
    offset = (first_day - january + 14) % 7
    if offset and offset >= full:
        offset -= 7
    if day - offset >= 0:
        return (day - offset) // 7 + 1
    return week_of_year(date.moved(-(day + 1) * TICKS["Day"]), rule, first_day)


@clr_class("System.Globalization.GregorianCalendar", "System.Globalization.Calendar", interfaces="System.ICloneable")
class GregorianCalendar:
    """The Gregorian calendar, which every culture uses."""

    @clr_constructor("")
    @staticmethod
    def make() -> GregorianCalendar:
        """Create a calendar."""
        return GregorianCalendar()

    @clr_method(
        "GetWeekOfYear",
        "datetime time, System.Globalization.CalendarWeekRule rule, System.DayOfWeek firstDayOfWeek -> int",
    )
    def get_week_of_year(self, date: DateTime, rule: int, first_day: int) -> int:
        """Return the week of the year by a CalendarWeekRule."""
        return week_of_year(date, int(rule), int(first_day))

    @clr_method("GetDaysInMonth", "int year, int month -> int")
    def get_days_in_month(self, year: int, month: int) -> int:
        """Return the number of days in a month."""
        if not 1 <= month <= 12:
            raise ArgumentOutOfRangeException("Month must be between one and twelve. (Parameter 'month')")
        return days_in_month(_year(year), month)

    @clr_method(
        "ToDateTime", "int year, int month, int day, int hour, int minute, int second, int millisecond -> datetime"
    )
    def to_date_time(
        self, year: int, month: int, day: int, hour: int, minute: int, second: int, millisecond: int
    ) -> DateTime:
        """Create a date from its parts."""
        return DateTime.of(year, month, day, hour, minute, second, millisecond * 10_000)

    @clr_method("ToFourDigitYear", "int year -> int")
    def to_four_digit_year(self, year: int) -> int:
        """Return a four-digit year; two digits become 1950 to 2049."""
        return year if year > 99 else year + (2000 if year < 50 else 1900)


def _year(year: int) -> int:
    if not 1 <= year <= 9999:
        raise ArgumentOutOfRangeException("Year must be between 1 and 9999. (Parameter 'year')")
    return year


def _of_date(name: str) -> Callable[[Any, DateTime], Any]:
    get = attrgetter(name)
    return lambda owner, date: get(date)


def _mover(unit: str, count: int = 1) -> Callable[[Any, DateTime, int], DateTime]:
    return lambda owner, date, number: date.moved(number * count * TICKS[unit])


_UNITS: Final = ("Day", "Hour", "Minute", "Second")


def _declare_gregorian() -> None:
    target = named("System.Globalization.GregorianCalendar")
    parts = ("Year", "Month", "Hour", "Minute", "Second")
    add_methods(
        target,
        (
            *((f"Get{part}", "datetime time -> int", _of_date(part.lower())) for part in parts),
            ("GetDayOfMonth", "datetime time -> int", _of_date("day")),
            ("GetDayOfYear", "datetime time -> int", lambda owner, date: date.day_of_year()),
            ("GetDayOfWeek", "datetime time -> System.DayOfWeek", lambda owner, date: date.day_of_week()),
            ("GetMilliseconds", "datetime time -> double", lambda owner, date: float(date.millisecond())),
            ("GetEra", "datetime time -> int", lambda owner, date: 1),
            ("GetDaysInYear", "int year -> int", lambda owner, year: 337 + days_in_month(_year(year), 2)),
            ("GetMonthsInYear", "int year -> int", lambda owner, year: 12),
            ("IsLeapYear", "int year -> bool", lambda owner, year: days_in_month(_year(year), 2) == 29),
            ("AddMonths", "datetime time, int months -> datetime", lambda owner, date, n: date.add_months(n)),
            ("AddYears", "datetime time, int years -> datetime", lambda owner, date, n: date.add_years(n)),
            (
                "AddWeeks",
                "datetime time, int weeks -> datetime",
                lambda owner, date, n: date.moved(n * 7 * TICKS["Day"]),
            ),
            *((f"Add{unit}s", f"datetime time, int {unit.lower()}s -> datetime", _mover(unit)) for unit in _UNITS),
        ),
    )
    add_properties(
        target,
        (
            ("MinSupportedDateTime", "datetime", lambda owner: DateTime(0)),
            ("MaxSupportedDateTime", "datetime", lambda owner: DateTime(3_155_378_975_999_999_999)),
            ("TwoDigitYearMax", "int", lambda owner: 2049),
            ("IsReadOnly", "bool", lambda owner: True),
        ),
    )


# --- ISO 8601 ---


def _iso(date: DateTime) -> tuple[int, int, int]:
    found = date.date_part.isocalendar()
    return found.year, found.week, found.weekday


def _iso_date(year: int, week: int, day: int) -> DateTime:
    if not 1 <= week <= 53:
        raise ArgumentOutOfRangeException("The week parameter must be in the range 1 through 53. (Parameter 'week')")
    first = DateTime.of(_year(year), 1, 4)
    monday = first.moved(-((first.day_of_week_number + 6) % 7) * TICKS["Day"])
    return monday.moved(((week - 1) * 7 + (int(day) + 6) % 7) * TICKS["Day"])


def _weeks_in_year(year: int) -> int:
    return calendar.date(_year(year), 12, 28).isocalendar().week


def _declare_iso() -> None:
    target = register(ClrType("System.Globalization.ISOWeek", OBJECT, is_abstract=True))
    add_methods(
        target,
        (
            ("GetWeekOfYear", "datetime date -> int", lambda date: _iso(date)[1]),
            ("GetYear", "datetime date -> int", lambda date: _iso(date)[0]),
            ("GetWeeksInYear", "int year -> int", _weeks_in_year),
            ("GetYearStart", "int year -> datetime", lambda year: _iso_date(year, 1, 1)),
            ("GetYearEnd", "int year -> datetime", lambda year: _iso_date(year, _weeks_in_year(year), 0)),
            ("ToDateTime", "int year, int week, System.DayOfWeek dayOfWeek -> datetime", _iso_date),
        ),
        static=True,
    )


_declare_gregorian()
_declare_iso()
