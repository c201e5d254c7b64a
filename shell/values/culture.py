"""How a culture writes numbers and dates: the invariant culture, and en-US as .NET takes it from ICU."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from shell.values.current_culture import CURRENT

_DAYS: Final = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Culture:
    """The patterns and names of a culture. Lists of names begin with Sunday and January.

    The four patterns of signs are .NET's numbers for them (`NumberFormatInfo.CurrencyNegativePattern` and its like).
    """

    name: str
    currency_symbol: str = "$"
    decimal_separator: str = "."
    group_separator: str = ","
    currency_decimal_separator: str = ""
    """Empty for the same as for numbers, like the next three."""
    currency_group_separator: str = ""
    percent_decimal_separator: str = ""
    percent_group_separator: str = ""
    group_sizes: tuple[int, ...] = (3,)
    decimal_digits: int = 3
    currency_digits: int = 2
    percent_digits: int = 3
    negative_sign: str = "-"
    positive_sign: str = "+"
    percent_symbol: str = "%"
    per_mille_symbol: str = "‰"
    number_negative: int = 1
    currency_negative: int = 1
    currency_positive: int = 0
    percent_negative: int = 1
    percent_positive: int = 1
    infinity: str = "∞"
    nan: str = "NaN"
    short_date: str = "M/d/yyyy"
    long_date: str = "dddd, MMMM d, yyyy"
    short_time: str = "h:mm\u202ftt"
    long_time: str = "h:mm:ss\u202ftt"
    year_month: str = "MMMM yyyy"
    month_day: str = "MMMM d"
    date_separator: str = "/"
    time_separator: str = ":"
    am: str = "AM"
    pm: str = "PM"
    days: tuple[str, ...] = _DAYS
    months: tuple[str, ...] = _MONTHS
    short_days: tuple[str, ...] = tuple(each[:3] for each in _DAYS)
    short_months: tuple[str, ...] = tuple(each[:3] for each in _MONTHS)
    dated_short_months: tuple[str, ...] = ()
    """The abbreviated names beside the day of the month, where they differ."""
    first_day: int = 0
    list_separator: str = ","


EN_US: Final = Culture("en-US")

INVARIANT: Final = Culture(
    "",
    currency_symbol="¤",
    decimal_digits=2,
    percent_digits=2,
    currency_negative=0,
    percent_negative=0,
    percent_positive=0,
    infinity="Infinity",
    short_date="MM/dd/yyyy",
    long_date="dddd, dd MMMM yyyy",
    short_time="HH:mm",
    long_time="HH:mm:ss",
    year_month="yyyy MMMM",
    month_day="MMMM dd",
)


def current() -> Culture:
    """Return the current culture: en-US, unless a script has set another."""
    return CURRENT.get() or EN_US


def use(culture: Culture) -> None:
    """Make a culture the current one. Each submission begins with en-US again."""
    CURRENT.set(culture)


def culture_of(provider: Any) -> Culture:
    """Return the culture of a format provider; the current one for null."""
    found = getattr(provider, "culture", None)
    return found if isinstance(found, Culture) else current()
