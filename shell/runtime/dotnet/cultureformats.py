"""System.Globalization.NumberFormatInfo and DateTimeFormatInfo: what a culture says about numbers and dates."""

from __future__ import annotations

from shell.runtime.declare import clr_class, clr_method, clr_property
from shell.runtime.dotnet.cultures import EN_US, INVARIANT, Culture
from shell.runtime.enumeration import enum_value
from shell.runtime.objects import TypedArray, Value
from shell.runtime.types import STRING, named


@clr_class("System.Globalization.NumberFormatInfo", interfaces="System.IFormatProvider")
class NumberFormatInfo:
    """How a culture writes numbers."""

    def __init__(self, culture: Culture) -> None:
        self.culture = culture

    @clr_property("CurrencyDecimalDigits", "int")
    def currency_decimal_digits(self) -> int:
        """Digits behind the point of amounts."""
        return self.culture.currency_digits

    @clr_property("NumberDecimalDigits", "int")
    def number_decimal_digits(self) -> int:
        """Digits behind the point."""
        return self.culture.decimal_digits

    @clr_property("CurrencySymbol", "string")
    def currency_symbol(self) -> str:
        """The currency."""
        return self.culture.currency_symbol

    @clr_property("NumberDecimalSeparator", "string")
    @clr_property("CurrencyDecimalSeparator", "string")
    @clr_property("PercentDecimalSeparator", "string")
    def decimal_separator(self) -> str:
        """The point."""
        return self.culture.decimal_separator

    @clr_property("NumberGroupSeparator", "string")
    @clr_property("CurrencyGroupSeparator", "string")
    def group_separator(self) -> str:
        """What parts thousands."""
        return self.culture.group_separator

    @clr_property("NegativeSign", "string")
    def negative_sign(self) -> str:
        """The minus."""
        return "-"

    @clr_property("PositiveSign", "string")
    def positive_sign(self) -> str:
        """The plus."""
        return "+"

    @clr_property("PercentSymbol", "string")
    def percent_symbol(self) -> str:
        """The percent sign."""
        return "%"

    @clr_property("NaNSymbol", "string")
    def nan_symbol(self) -> str:
        """Not a number."""
        return self.culture.nan

    @clr_property("PositiveInfinitySymbol", "string")
    def infinity_symbol(self) -> str:
        """Infinity."""
        return self.culture.infinity

    @clr_property("InvariantInfo", "System.Globalization.NumberFormatInfo", static=True)
    @staticmethod
    def invariant() -> NumberFormatInfo:
        """Those of the invariant culture."""
        return NumberFormatInfo(INVARIANT)

    @clr_property("CurrentInfo", "System.Globalization.NumberFormatInfo", static=True)
    @staticmethod
    def current() -> NumberFormatInfo:
        """Those of the session's culture."""
        return NumberFormatInfo(EN_US)


@clr_class("System.Globalization.DateTimeFormatInfo", interfaces="System.IFormatProvider")
class DateTimeFormatInfo:
    """How a culture writes dates."""

    def __init__(self, culture: Culture) -> None:
        self.culture = culture

    @clr_property("AMDesignator", "string")
    def am(self) -> str:
        """Before noon."""
        return self.culture.am

    @clr_property("PMDesignator", "string")
    def pm(self) -> str:
        """After noon."""
        return self.culture.pm

    @clr_property("DateSeparator", "string")
    def date_separator(self) -> str:
        """What parts dates."""
        return self.culture.date_separator

    @clr_property("TimeSeparator", "string")
    def time_separator(self) -> str:
        """What parts times."""
        return self.culture.time_separator

    @clr_property("FirstDayOfWeek", "System.DayOfWeek")
    def first_day_of_week(self) -> Value:
        """The day that weeks begin with."""
        return enum_value(named("System.DayOfWeek"), 0 if self.culture.name in ("en-US", "") else 1)

    @clr_property("ShortDatePattern", "string")
    def short_date_pattern(self) -> str:
        """Pattern d."""
        return self.culture.short_date

    @clr_property("LongDatePattern", "string")
    def long_date_pattern(self) -> str:
        """Pattern D."""
        return self.culture.long_date

    @clr_property("ShortTimePattern", "string")
    def short_time_pattern(self) -> str:
        """Pattern t."""
        return self.culture.short_time

    @clr_property("LongTimePattern", "string")
    def long_time_pattern(self) -> str:
        """Pattern T."""
        return self.culture.long_time

    @clr_property("FullDateTimePattern", "string")
    def full_pattern(self) -> str:
        """Pattern F."""
        return f"{self.culture.long_date} {self.culture.long_time}"

    @clr_property("MonthDayPattern", "string")
    def month_day_pattern(self) -> str:
        """Pattern M."""
        return self.culture.month_day

    @clr_property("YearMonthPattern", "string")
    def year_month_pattern(self) -> str:
        """Pattern Y."""
        return self.culture.year_month

    @clr_property("SortableDateTimePattern", "string")
    def sortable_pattern(self) -> str:
        """Pattern s."""
        return "yyyy'-'MM'-'dd'T'HH':'mm':'ss"

    @clr_property("UniversalSortableDateTimePattern", "string")
    def universal_pattern(self) -> str:
        """Pattern u."""
        return "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"

    @clr_property("RFC1123Pattern", "string")
    def rfc_pattern(self) -> str:
        """Pattern r."""
        return "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"

    @clr_property("DayNames", "string[]")
    def day_names(self) -> Value:
        """The days."""
        return TypedArray(STRING, self.culture.days)

    @clr_property("AbbreviatedDayNames", "string[]")
    def short_day_names(self) -> Value:
        """The days in short."""
        return TypedArray(STRING, self.culture.short_days)

    @clr_property("MonthNames", "string[]")
    def month_names(self) -> Value:
        """The months, and an empty thirteenth."""
        return TypedArray(STRING, [*self.culture.months, ""])

    @clr_property("AbbreviatedMonthNames", "string[]")
    def short_month_names(self) -> Value:
        """The months in short, and an empty thirteenth."""
        return TypedArray(STRING, [*self.culture.short_months, ""])

    @clr_method("GetDayName", "System.DayOfWeek dayofweek -> string")
    def get_day_name(self, day: int) -> str:
        """A day's name."""
        return self.culture.days[int(day)]

    @clr_method("GetMonthName", "int month -> string")
    def get_month_name(self, month: int) -> str:
        """A month's name."""
        return [*self.culture.months, ""][month - 1]

    @clr_method("GetAbbreviatedMonthName", "int month -> string")
    def get_short_month_name(self, month: int) -> str:
        """A month's name in short."""
        return [*self.culture.short_months, ""][month - 1]

    @clr_property("InvariantInfo", "System.Globalization.DateTimeFormatInfo", static=True)
    @staticmethod
    def invariant() -> DateTimeFormatInfo:
        """Those of the invariant culture."""
        return DateTimeFormatInfo(INVARIANT)

    @clr_property("CurrentInfo", "System.Globalization.DateTimeFormatInfo", static=True)
    @staticmethod
    def current() -> DateTimeFormatInfo:
        """Those of the session's culture."""
        return DateTimeFormatInfo(EN_US)
