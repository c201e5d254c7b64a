"""What a culture says about numbers and dates: the invariant culture, and en-US as .NET takes it from ICU."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Culture:
    """Patterns and names. Lists of names begin with Sunday and January."""

    name: str
    currency_symbol: str = "$"
    decimal_separator: str = "."
    group_separator: str = ","
    decimal_digits: int = 3
    currency_digits: int = 2
    percent_digits: int = 3
    negative_currency: str = "-{0}{1}"
    """{0} is the symbol, {1} the number."""
    positive_currency: str = "{0}{1}"
    negative_percent: str = "-{0}%"
    positive_percent: str = "{0}%"
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
    days: tuple[str, ...] = field(
        default=("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
    )
    months: tuple[str, ...] = field(
        default=(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        )
    )

    @property
    def short_days(self) -> tuple[str, ...]:
        """The abbreviated names."""
        return tuple(each[:3] for each in self.days)

    @property
    def short_months(self) -> tuple[str, ...]:
        """The abbreviated names."""
        return tuple(each[:3] for each in self.months)


EN_US: Final = Culture("en-US")

INVARIANT: Final = Culture(
    "",
    currency_symbol="¤",
    decimal_digits=2,
    percent_digits=2,
    negative_currency="({0}{1})",
    negative_percent="-{0} %",
    positive_percent="{0} %",
    infinity="Infinity",
    short_date="MM/dd/yyyy",
    long_date="dddd, dd MMMM yyyy",
    short_time="HH:mm",
    long_time="HH:mm:ss",
    year_month="yyyy MMMM",
    month_day="MMMM dd",
)


def current() -> Culture:
    """Return the current culture. The shell speaks en-US."""
    return EN_US


def culture_of(provider: Any) -> Culture:
    """Return the culture of a format provider; the current one for null."""
    found = getattr(provider, "culture", None)
    return found if isinstance(found, Culture) else current()
