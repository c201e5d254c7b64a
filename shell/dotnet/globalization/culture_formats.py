"""System.Globalization.NumberFormatInfo and DateTimeFormatInfo: number and date formats of a culture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, TypeVar

from shell.dotnet.globalization.calendars import GregorianCalendar
from shell.types import INT32, STRING, Property, named
from shell.types.registry.checks import not_null
from shell.types.registry.declarations import add_properties, clr_class, clr_constructor, clr_method, clr_property
from shell.types.registry.enumeration import enum_value
from shell.values.culture import EN_US, INVARIANT, Culture
from shell.values.errors import (
    ArgumentException,
    ArgumentOutOfRangeException,
    InvalidOperationException,
)
from shell.values.objects import TypedArray, Value

_Self = TypeVar("_Self", bound="Formats")


class Holder:
    """Holds the formats shared by a culture's two format objects; a read-only culture's cannot change."""

    def __init__(self, culture: Culture, *, read_only: bool = True) -> None:
        self.culture = culture
        self.read_only = read_only


class Formats:
    """Base of NumberFormatInfo and DateTimeFormatInfo."""

    def __init__(self, holder: Holder) -> None:
        self.holder = holder

    @property
    def culture(self) -> Culture:
        """Return the culture's formats."""
        return self.holder.culture

    def change(self, **values: Any) -> None:
        """Set formats; raises InvalidOperationException if they are read-only."""
        if self.holder.read_only:
            raise InvalidOperationException("Instance is read-only.")
        self.holder.culture = replace(self.holder.culture, **values)

    def copy(self: _Self, *, read_only: bool = False) -> _Self:
        """Return a copy, writable or read-only."""
        return type(self)(Holder(self.culture, read_only=read_only))


_NUMBER: Final = "System.Globalization.NumberFormatInfo"
_DATE: Final = "System.Globalization.DateTimeFormatInfo"
_PROVIDERS: Final = "System.IFormatProvider System.ICloneable"


def _formats_of(provider: Value, kind: type[_Self], usual: Culture) -> _Self:
    holder = getattr(provider, "holder", None)
    return kind(holder if isinstance(holder, Holder) else Holder(usual))


@clr_class(_NUMBER, interfaces=_PROVIDERS)
class NumberFormatInfo(Formats):
    """The number formats of a culture."""

    @clr_constructor("")
    @staticmethod
    def blank() -> NumberFormatInfo:
        """Create writable formats of the invariant culture."""
        return NumberFormatInfo(Holder(INVARIANT, read_only=False))

    @clr_method("Clone", "-> object")
    def clone(self) -> NumberFormatInfo:
        """Return a writable copy."""
        return self.copy()

    @clr_method("ReadOnly", f"{_NUMBER} nfi -> {_NUMBER}", static=True)
    @staticmethod
    def locked(formats: NumberFormatInfo) -> NumberFormatInfo:
        """Return a read-only copy."""
        return formats.copy(read_only=True)

    @clr_method("GetInstance", f"System.IFormatProvider formatProvider -> {_NUMBER}", static=True)
    @staticmethod
    def of_provider(provider: Value) -> NumberFormatInfo:
        """Return the number formats of a provider, the session's for null."""
        return _formats_of(provider, NumberFormatInfo, EN_US)

    @clr_property("InvariantInfo", _NUMBER, static=True)
    @staticmethod
    def invariant() -> NumberFormatInfo:
        """Return the formats of the invariant culture."""
        return NumberFormatInfo(Holder(INVARIANT))

    @clr_property("CurrentInfo", _NUMBER, static=True)
    @staticmethod
    def current() -> NumberFormatInfo:
        """Return the formats of the session's culture."""
        return NumberFormatInfo(Holder(EN_US))


@clr_class(_DATE, interfaces=_PROVIDERS)
class DateTimeFormatInfo(Formats):
    """The date formats of a culture."""

    @clr_constructor("")
    @staticmethod
    def blank() -> DateTimeFormatInfo:
        """Create writable formats of the invariant culture."""
        return DateTimeFormatInfo(Holder(INVARIANT, read_only=False))

    @clr_method("Clone", "-> object")
    def clone(self) -> DateTimeFormatInfo:
        """Return a writable copy."""
        return self.copy()

    @clr_method("ReadOnly", f"{_DATE} dtfi -> {_DATE}", static=True)
    @staticmethod
    def locked(formats: DateTimeFormatInfo) -> DateTimeFormatInfo:
        """Return a read-only copy."""
        return formats.copy(read_only=True)

    @clr_method("GetInstance", f"System.IFormatProvider provider -> {_DATE}", static=True)
    @staticmethod
    def of_provider(provider: Value) -> DateTimeFormatInfo:
        """Return the date formats of a provider, the session's for null."""
        return _formats_of(provider, DateTimeFormatInfo, EN_US)

    @clr_method("GetDayName", "System.DayOfWeek dayofweek -> string")
    def get_day_name(self, day: int) -> str:
        """Return the name of a day."""
        return self.culture.days[_within("dayofweek", day, 0, 6)]

    @clr_method("GetAbbreviatedDayName", "System.DayOfWeek dayofweek -> string")
    def get_short_day_name(self, day: int) -> str:
        """Return the abbreviated name of a day."""
        return self.culture.short_days[_within("dayofweek", day, 0, 6)]

    @clr_method("GetShortestDayName", "System.DayOfWeek dayOfWeek -> string")
    def get_shortest_day_name(self, day: int) -> str:
        """Return the shortest name of a day, one or two letters."""
        return _shortest_days(self.culture)[_within("dayOfWeek", day, 0, 6)]

    @clr_method("GetMonthName", "int month -> string")
    def get_month_name(self, month: int) -> str:
        """Return the name of a month; "" for the 13th."""
        return (*self.culture.months, "")[_within("month", month, 1, 13) - 1]

    @clr_method("GetAbbreviatedMonthName", "int month -> string")
    def get_short_month_name(self, month: int) -> str:
        """Return the abbreviated name of a month; "" for the 13th."""
        return (*self.culture.short_months, "")[_within("month", month, 1, 13) - 1]

    @clr_method("GetEra", "string eraName -> int")
    def get_era(self, name: str) -> int:
        """Return the number of an era by name: 1 for A.D., -1 if unknown."""
        return 1 if name.upper() in ("A.D.", "AD", "A") else -1

    @clr_method("GetEraName", "int era -> string")
    def get_era_name(self, era: int) -> str:
        """Return the name of an era: 1, or 0 for the current one."""
        if era not in (0, 1):
            raise ArgumentOutOfRangeException("Era value was not valid. (Parameter 'era')")
        return "A.D."

    @clr_property("InvariantInfo", _DATE, static=True)
    @staticmethod
    def invariant() -> DateTimeFormatInfo:
        """Return the formats of the invariant culture."""
        return DateTimeFormatInfo(Holder(INVARIANT))

    @clr_property("CurrentInfo", _DATE, static=True)
    @staticmethod
    def current() -> DateTimeFormatInfo:
        """Return the formats of the session's culture."""
        return DateTimeFormatInfo(Holder(EN_US))


def _within(name: str, number: int, low: int, high: int) -> int:
    if not low <= int(number) <= high:
        raise ArgumentOutOfRangeException(
            f"Valid values are between {low} and {high}, inclusive. (Parameter '{name}')\nActual value was {number}."
        )
    return int(number)


def _shortest_days(culture: Culture) -> tuple[str, ...]:
    """Return the shortest day names: first letters if short names have three, as in English, else the short names."""
    if culture.name.startswith("en"):
        return tuple(each[0] for each in culture.days)
    return tuple(each[:2] for each in culture.short_days)


# --- properties ---

_NUMBER_FIELDS: Final = (
    ("CurrencyDecimalDigits", "int", "currency_digits"),
    ("CurrencyDecimalSeparator", "string", "currency_decimal_separator"),
    ("CurrencyGroupSizes", "int[]", "group_sizes"),
    ("NumberGroupSizes", "int[]", "group_sizes"),
    ("PercentGroupSizes", "int[]", "group_sizes"),
    ("CurrencyGroupSeparator", "string", "currency_group_separator"),
    ("CurrencySymbol", "string", "currency_symbol"),
    ("NaNSymbol", "string", "nan"),
    ("CurrencyNegativePattern", "int", "currency_negative"),
    ("NumberNegativePattern", "int", "number_negative"),
    ("PercentPositivePattern", "int", "percent_positive"),
    ("PercentNegativePattern", "int", "percent_negative"),
    ("NegativeSign", "string", "negative_sign"),
    ("NumberDecimalDigits", "int", "decimal_digits"),
    ("NumberDecimalSeparator", "string", "decimal_separator"),
    ("NumberGroupSeparator", "string", "group_separator"),
    ("CurrencyPositivePattern", "int", "currency_positive"),
    ("PositiveInfinitySymbol", "string", "infinity"),
    ("PositiveSign", "string", "positive_sign"),
    ("PercentDecimalDigits", "int", "percent_digits"),
    ("PercentDecimalSeparator", "string", "percent_decimal_separator"),
    ("PercentGroupSeparator", "string", "percent_group_separator"),
    ("PercentSymbol", "string", "percent_symbol"),
    ("PerMilleSymbol", "string", "per_mille_symbol"),
)
_DATE_FIELDS: Final = (
    ("AMDesignator", "string", "am"),
    ("DateSeparator", "string", "date_separator"),
    ("FirstDayOfWeek", "System.DayOfWeek", "first_day"),
    ("LongDatePattern", "string", "long_date"),
    ("LongTimePattern", "string", "long_time"),
    ("MonthDayPattern", "string", "month_day"),
    ("PMDesignator", "string", "pm"),
    ("ShortDatePattern", "string", "short_date"),
    ("ShortTimePattern", "string", "short_time"),
    ("TimeSeparator", "string", "time_separator"),
    ("YearMonthPattern", "string", "year_month"),
    ("AbbreviatedDayNames", "string[]", "short_days"),
    ("DayNames", "string[]", "days"),
    ("AbbreviatedMonthNames", "string[]", "short_months"),
    ("MonthNames", "string[]", "months"),
)
_AS_NUMBERS: Final = {
    "currency_decimal_separator": "decimal_separator",
    "percent_decimal_separator": "decimal_separator",
    "currency_group_separator": "group_separator",
    "percent_group_separator": "group_separator",
}
_LIMITS: Final = {
    "currency_digits": 99, "decimal_digits": 99, "percent_digits": 99, "currency_negative": 16,
    "currency_positive": 3, "number_negative": 4, "percent_negative": 11, "percent_positive": 3, "first_day": 6,
}  # fmt: skip
"""Numeric fields and their largest values."""


def _getter(field: str) -> Callable[[Formats], Value]:
    def get(formats: Formats) -> Value:
        found = getattr(formats.culture, field)
        if found == "" and field in _AS_NUMBERS:
            found = getattr(formats.culture, _AS_NUMBERS[field])
        if field == "first_day":
            return enum_value(named("System.DayOfWeek"), found)
        if isinstance(found, tuple):
            element = INT32 if field == "group_sizes" else STRING
            return TypedArray(element, [*found, ""] if field.endswith("months") else found)
        return found

    return get


def _setter(field: str) -> Callable[[Formats, Any], None]:
    def set_field(formats: Formats, value: Any) -> None:
        not_null(value, "value")
        if isinstance(value, list):
            wanted = 7 if field.endswith("days") else 13 if field.endswith("months") else len(value)
            if len(value) != wanted:
                raise ArgumentException(f"Length of the array must be {wanted}. (Parameter 'value')")
            formats.change(**{field: tuple(value[:12])})
            return
        if field in _LIMITS:
            _within("value", value, 0, _LIMITS[field])
            value = int(value)
        elif field == "decimal_separator" and not value:
            raise ArgumentException("Decimal separator cannot be the empty string. (Parameter 'value')")
        formats.change(**{field: value})

    return set_field


def _week_rule(formats: Formats) -> Value:
    """Return the CalendarWeekRule: first four-day week in most of Europe, first day elsewhere."""
    four_days = formats.culture.first_day == 1 and formats.culture.name[:2] not in ("tr", "es", "it")
    return enum_value(named("System.Globalization.CalendarWeekRule"), 2 if four_days else 0)


def _declare() -> None:
    for name, fields in ((_NUMBER, _NUMBER_FIELDS), (_DATE, _DATE_FIELDS)):
        for title, type_name, field in fields:
            named(name).add_property(Property(title, type_name, _getter(field), _setter(field)))
        add_properties(named(name), (("IsReadOnly", "bool", lambda formats: formats.holder.read_only),))
    add_properties(
        named(_NUMBER),
        (
            ("NegativeInfinitySymbol", "string", lambda formats: f"-{formats.culture.infinity}"),
            ("NativeDigits", "string[]", lambda formats: TypedArray(STRING, list("0123456789"))),
        ),
    )
    add_properties(
        named(_DATE),
        (
            ("FullDateTimePattern", "string", lambda each: f"{each.culture.long_date} {each.culture.long_time}"),
            ("RFC1123Pattern", "string", lambda each: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"),
            ("SortableDateTimePattern", "string", lambda each: "yyyy'-'MM'-'dd'T'HH':'mm':'ss"),
            ("UniversalSortableDateTimePattern", "string", lambda each: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"),
            ("ShortestDayNames", "string[]", lambda each: TypedArray(STRING, _shortest_days(each.culture))),
            ("NativeCalendarName", "string", lambda each: "Gregorian Calendar"),
            ("Calendar", "System.Globalization.Calendar", lambda each: GregorianCalendar()),
            ("CalendarWeekRule", "System.Globalization.CalendarWeekRule", _week_rule),
            (
                "AbbreviatedMonthGenitiveNames",
                "string[]",
                lambda each: TypedArray(STRING, [*(each.culture.dated_short_months or each.culture.short_months), ""]),
            ),
            ("MonthGenitiveNames", "string[]", lambda each: TypedArray(STRING, [*each.culture.months, ""])),
        ),
    )


_declare()
