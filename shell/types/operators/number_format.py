""".NET's formatting of numbers: standard specifiers (`N2`, `X8`) and custom patterns (`#,##0.00`)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from shell.language.numbers import RANGES
from shell.lazy import lazy
from shell.types.conversion.text import scientific_or_plain, shortest, shortest_single
from shell.types.operators.number_digits import WIDE, exact, grouped, rounded, significant
from shell.values.culture import Culture
from shell.values.errors import FormatException
from shell.values.objects import BigInteger, Single

if TYPE_CHECKING:
    from shell.types.operators import number_pattern
else:
    number_pattern = lazy("shell.types.operators.number_pattern", globals())


_STANDARD: Final = re.compile(r"([A-Za-z])([0-9]{0,9})\0*")
Write = Callable[[Any, "int | None", Culture, str], str]


def bad_specifier() -> FormatException:
    """Return the error for a specifier that the number's type does not support."""
    return FormatException("Format specifier was invalid.")


def format_number(value: Any, pattern: str, culture: Culture) -> str:
    """Format an int, float, Decimal or one of their subclasses."""
    if isinstance(value, float) and value - value != 0:
        return (
            culture.nan
            if value != value
            else culture.infinity
            if value > 0
            else culture.negative_sign + culture.infinity
        )
    standard = _standard(pattern)
    if standard is None:
        return number_pattern.format_custom(value, pattern, culture)
    write, precision, letter = standard
    return write(value, precision, culture, letter)


@lru_cache(maxsize=256)
def _standard(pattern: str) -> tuple[Write, int | None, str] | None:
    """Return the formatter of a standard format, its precision and its letter; None for a custom format."""
    standard = _STANDARD.fullmatch(pattern or "G")
    if standard is None:
        return None
    write = _SPECIFIERS.get(standard[1].upper())
    if write is None:
        raise bad_specifier()
    return write, int(standard[2]) if standard[2] else None, standard[1]


# --- digits ---


_PLAIN_PLACES: Final = 60
"""Maximum of decimal places for Python's own formatting."""


def _fixed(value: Any, places: int, culture: Culture, group: str, point: str) -> tuple[str, bool]:
    """Return the digits of the absolute value and whether it is negative; `group` groups thousands."""
    if type(value) is float and places <= _PLAIN_PLACES and culture.group_sizes == (3,):
        text = f"{value:,.{places}f}" if group else f"{value:.{places}f}"  # exactly as stored and to even, like .NET
        negative = text[0] == "-"
        text = text[1:] if negative else text
        return (text if point == "." and group in ("", ",") else text.translate({46: point, 44: group})), negative
    number = rounded(value, places)
    text = format(abs(number), "f")
    whole, _, fraction = text.partition(".")
    fraction = fraction.ljust(places, "0")[:places]
    if group:
        whole = grouped(whole, group, culture.group_sizes)
    shown = whole + (point + fraction if places else "")
    negative = number < 0 or (number == 0 and isinstance(value, float) and exact(value).is_signed())
    return shown, negative


# --- signs and symbols ---

_NUMBER_NEGATIVE: Final = ("(n)", "-n", "- n", "n-", "n -")
_CURRENCY_POSITIVE: Final = ("$n", "n$", "$ n", "n $")
_CURRENCY_NEGATIVE: Final = (
    *("($n)", "-$n", "$-n", "$n-", "(n$)", "-n$", "n-$", "n$-", "-n $"),
    *("-$ n", "n $-", "$ n-", "$ -n", "n- $", "($ n)", "(n $)", "$- n"),
)
_PERCENT_POSITIVE: Final = ("n %", "n%", "%n", "% n")
_PERCENT_NEGATIVE: Final = (
    *("-n %", "-n%", "-%n", "%-n", "%n-", "n-%", "n%-", "-% n", "n %-", "% n-", "% -n", "n- %"),
)


def _arranged(pattern: str, shown: str, culture: Culture) -> str:
    """Put digits, sign and symbols in the order of one of the patterns above."""
    parts = {"n": shown, "-": culture.negative_sign, "$": culture.currency_symbol, "%": culture.percent_symbol}
    return "".join(parts.get(letter, letter) for letter in pattern)


# --- specifiers ---


def _number(value: Any, precision: int | None, culture: Culture, letter: str) -> str:
    places = culture.decimal_digits if precision is None else precision
    if letter in "Ff":
        shown, negative = _fixed(value, places, culture, "", culture.decimal_separator)
        return culture.negative_sign + shown if negative else shown
    shown, negative = _fixed(value, places, culture, culture.group_separator, culture.decimal_separator)
    return _arranged(_NUMBER_NEGATIVE[culture.number_negative], shown, culture) if negative else shown


def _currency(value: Any, precision: int | None, culture: Culture, letter: str) -> str:
    group = culture.currency_group_separator or culture.group_separator
    point = culture.currency_decimal_separator or culture.decimal_separator
    places = culture.currency_digits if precision is None else precision
    shown, negative = _fixed(value, places, culture, group, point)
    pattern = (
        _CURRENCY_NEGATIVE[culture.currency_negative] if negative else _CURRENCY_POSITIVE[culture.currency_positive]
    )
    return _arranged(pattern, shown, culture)


def _percent(value: Any, precision: int | None, culture: Culture, letter: str) -> str:
    places = culture.percent_digits if precision is None else precision
    number = rounded(value, places + 2)
    group = culture.percent_group_separator or culture.group_separator
    point = culture.percent_decimal_separator or culture.decimal_separator
    shown, _ = _fixed(abs(number).scaleb(2, WIDE), places, culture, group, point)
    pattern = _PERCENT_NEGATIVE[culture.percent_negative] if number < 0 else _PERCENT_POSITIVE[culture.percent_positive]
    return _arranged(pattern, shown, culture)


def _exponential(value: Any, precision: int | None, culture: Culture, letter: str) -> str:
    places = 6 if precision is None else precision
    digits, exponent, negative = significant(value, places + 1)
    digits = digits.ljust(places + 1, "0")
    fraction = culture.decimal_separator + digits[1:] if places else ""
    sign = culture.negative_sign if negative else ""
    power = culture.negative_sign if exponent < 0 else culture.positive_sign
    return f"{sign}{digits[0]}{fraction}{letter}{power}{abs(exponent):03d}"


def _general(value: Any, precision: int | None, culture: Culture, letter: str) -> str:
    if precision:
        digits, exponent, negative = significant(value, precision)
        limit = precision
    elif isinstance(value, float):
        text = shortest_single(value) if type(value) is Single else shortest(value)
        return _localized(text if letter == "G" else text.replace("E", "e"), culture)
    elif isinstance(value, int):
        return _localized(str(int(value)), culture)
    else:
        text = format(value, "f")
        return _localized(text[1:] if text.startswith("-") and not value else text, culture)
    text = scientific_or_plain(digits, exponent, limit, negative)
    return _localized(text if letter == "G" else text.replace("E", "e"), culture)


def _localized(text: str, culture: Culture) -> str:
    """Replace point and sign of an invariant number by the culture's."""
    if culture.decimal_separator != ".":
        text = text.replace(".", culture.decimal_separator)
    return text if culture.negative_sign == "-" else text.replace("-", culture.negative_sign)


def _round_trip(value: Any, precision: int | None, culture: Culture, letter: str) -> str:
    return _general(value, None, culture, "G" if letter == "R" else "g")


def _decimal(value: Any, precision: int | None, culture: Culture, letter: str) -> str:
    if not isinstance(value, int):
        raise bad_specifier()
    return (culture.negative_sign if value < 0 else "") + str(abs(int(value))).rjust(precision or 0, "0")


def _pattern_of_bits(value: Any) -> int:
    kind = type(value)
    if value >= 0 or kind is BigInteger:
        return int(value)
    low, high = RANGES.get(kind, RANGES[int])
    return int(value) + (high - low + 1)


def _hexadecimal(value: Any, precision: int | None, culture: Culture, letter: str) -> str:
    if not isinstance(value, int):
        raise bad_specifier()
    text = _big_hexadecimal(int(value)) if type(value) is BigInteger else f"{_pattern_of_bits(value):X}"
    text = text.rjust(precision or 0, "0")
    return text if letter == "X" else text.lower()


def _big_hexadecimal(number: int) -> str:
    size = (number.bit_length() // 8) + 1
    text = number.to_bytes(size, "big", signed=True).hex().upper()
    return text[1:] if len(text) > 1 and text[0] in "0F" and (text[1] < "8") == (text[0] == "0") else text


def _binary(value: Any, precision: int | None, culture: Culture, letter: str) -> str:
    if not isinstance(value, int):
        raise bad_specifier()
    return f"{_pattern_of_bits(value):b}".rjust(precision or 0, "0")


_SPECIFIERS: Final[dict[str, Write]] = {
    "N": _number,
    "F": _number,
    "C": _currency,
    "P": _percent,
    "E": _exponential,
    "G": _general,
    "R": _round_trip,
    "D": _decimal,
    "X": _hexadecimal,
    "B": _binary,
}
