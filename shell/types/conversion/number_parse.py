"""Parsing of numbers: Parse and TryParse with NumberStyles."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from shell.language.numbers import RANGES
from shell.types import BIG_INTEGER, DECIMAL, DOUBLE, SINGLE, ClrType
from shell.types.conversion.numeric import (
    bad_format,
    fit_decimal,
    integer_in_range,
    number_to,
    overflow,
    parse_decimal,
    parse_double,
    to_single,
)
from shell.values.culture import Culture, culture_of, current
from shell.values.errors import ArgumentException, ArgumentNullException, FormatException, NetException
from shell.values.objects import BigInteger, Single, Value

# Bits of NumberStyles.
_LEADING_WHITE, _TRAILING_WHITE, _LEADING_SIGN, _TRAILING_SIGN = 1, 2, 4, 8
_PARENTHESES, _POINT, _THOUSANDS, _EXPONENT, _CURRENCY, _HEX, _BINARY = 16, 32, 64, 128, 256, 512, 1024
_WHITE: Final = _LEADING_WHITE | _TRAILING_WHITE
_INTEGER: Final = _WHITE | _LEADING_SIGN
_NUMBER: Final = _INTEGER | _TRAILING_SIGN | _POINT | _THOUSANDS
_FLOAT: Final = _INTEGER | _POINT | _THOUSANDS | _EXPONENT

_BLANKS: Final = "\t\n\v\f\r "
_SPACES: Final = "\u00a0\u202f"
_DIGITS: Final = re.compile("([+-]?)(?:([0-9][0-9\x01]*)(?:\x02([0-9]*))?|\x02([0-9]+))(?:[eE]([+-]?[0-9]+))?([+-]?)")
"""A number whose group separators and point are marked by \\x01 and \\x02."""


def _marked(body: str, culture: Culture) -> str:
    """Mark a culture's separators, and replace its minus sign by `-`. A space between digits counts as a no-break
    space.
    """
    group, point = culture.group_separator, culture.decimal_separator
    if group in _SPACES:
        body = re.sub(rf"(?<=[0-9])[ {_SPACES}](?=[0-9])", "\x01", body)
    body = body.replace(point, "\x02")
    body = body.replace(group, "\x01") if group else body
    return body.replace(culture.negative_sign, "-").replace("\u2212", "-")


def _parse_styled(text: str, styles: int, culture: Culture) -> Decimal:
    """Parse a number as NumberStyles allow. Raises FormatException."""
    body = text.rstrip("\0")
    body = body.lstrip(_BLANKS) if styles & _LEADING_WHITE else body
    body = body.rstrip(_BLANKS) if styles & _TRAILING_WHITE else body
    negative = False
    if styles & _PARENTHESES and body.startswith("(") and body.endswith(")"):
        body, negative = body[1:-1], True
    if styles & _CURRENCY:
        body = body.replace(culture.currency_symbol, "", 1).replace("¤", "", 1).strip(_BLANKS + _SPACES)
    found = _DIGITS.fullmatch(_marked(body, culture))
    if found is None:
        raise bad_format(text)
    sign, whole, fraction, only_fraction, exponent, sign_behind = found.groups()
    allowed = (
        (styles & _LEADING_SIGN or not sign)
        and (styles & _TRAILING_SIGN or not sign_behind)
        and (styles & _THOUSANDS or "\x01" not in (whole or ""))
        and (styles & _POINT or (fraction is None and only_fraction is None))
        and (styles & _EXPONENT or exponent is None)
        and sum(map(bool, (sign, sign_behind, negative))) < 2
    )
    if not allowed:
        raise bad_format(text)
    digits = (whole or "0").replace("\x01", "")
    number = Decimal(f"{digits}.{fraction or only_fraction or '0'}e{exponent or 0}")
    if exponent is None:
        places = len(fraction or only_fraction or "")
        number = Decimal(f"{digits}.{fraction or only_fraction}") if places else Decimal(digits)
    return -number if negative or "-" in (sign, sign_behind) else number


def _parse_real(text: str, styles: int, culture: Culture) -> float:
    """Parse a real number, or the culture's names of NaN and the infinities."""
    try:
        return float(_parse_styled(text, styles, culture))
    except FormatException:
        word = text.strip().lower()
        for name, number in ((culture.infinity, math.inf), (culture.nan, math.nan), ("∞", math.inf)):
            if word.lstrip("+-") == name.lower():
                return -number if word.startswith("-") else number
        raise


_UNPARSED = "The value could not be parsed."


def _parse_digits(text: str, styles: int, target: ClrType) -> Value:
    """Parse hexadecimal or binary digits as a bit pattern; the first digit of a BigInteger carries its sign."""
    if target.python_class in (float, Single, Decimal):
        raise ArgumentException(
            "The number styles AllowHexSpecifier and AllowBinarySpecifier are not supported on floating point data"
            " types. (Parameter 'style')"
        )
    body = text.strip() if styles & _WHITE else text
    base, letters = (16, "0123456789abcdefABCDEF") if styles & _HEX else (2, "01")
    if not body or any(letter not in letters for letter in body):
        raise bad_format(text)
    number = int(body, base)
    python_class = target.python_class
    assert python_class is not None
    if python_class is BigInteger:
        bits = len(body) * (4 if base == 16 else 1)
        return BigInteger(number - (1 << bits) if number >> (bits - 1) else number)
    low, high = RANGES[python_class]
    if number > high - low:
        raise overflow(target.name)
    return integer_in_range(number - (high - low + 1) if number > high else number, python_class, target.name)


def _how(rest: tuple[Any, ...]) -> tuple[int | None, Culture]:
    """Return NumberStyles and culture from the arguments after the text, both optional."""
    styles, culture = None, current()
    for each in rest:
        if isinstance(each, int):
            styles = int(each)
        elif each is not None:
            culture = culture_of(each)
    return styles, culture


def _usual_styles(target: ClrType) -> int:
    return _FLOAT if target in (DOUBLE, SINGLE) else _NUMBER if target is DECIMAL else _INTEGER


def parser(target: ClrType) -> Callable[..., Value]:
    """Return a type's Parse, which raises FormatException, OverflowException or ArgumentNullException."""

    def parse(text: str, *rest: Any) -> Value:
        if text is None:
            raise ArgumentNullException("Value cannot be null. (Parameter 's')")
        styles, culture = _how(rest)
        if styles is None:
            if culture.decimal_separator == "." and culture.group_separator == "," and culture.negative_sign == "-":
                return _parse_default(text, target)
            styles = _usual_styles(target)
        if styles & (_HEX | _BINARY):
            return _parse_digits(text, styles, target)
        if target in (DOUBLE, SINGLE):
            return number_to(_parse_real(text, styles, culture), target)
        number = _parse_styled(text, styles, culture)
        if target is DECIMAL:
            return fit_decimal(number)
        if number != int(number):
            raise FormatException(_UNPARSED) if target is BIG_INTEGER else overflow(target.name)
        assert target.python_class is not None
        return integer_in_range(int(number), target.python_class, target.name)

    return parse


def _parse_default(text: str, target: ClrType) -> Value:
    if target is DOUBLE:
        return parse_double(text)
    if target is SINGLE:
        return to_single(parse_double(text))
    if target is DECIMAL:
        return parse_decimal(text)
    assert target.python_class is not None
    if not re.fullmatch(r"[\t-\r ]*[+-]?[0-9]+[\t-\r ]*\0*", text):
        if target is BIG_INTEGER:
            raise FormatException(_UNPARSED)
        raise bad_format(text)
    return integer_in_range(int(text.strip().rstrip("\0")), target.python_class, target.name)


def trier(parse: Callable[..., Value], target: ClrType) -> Callable[..., bool]:
    """Return a type's TryParse, which sets the reference to zero if `parse` fails."""

    def try_parse(text: str, *rest: Any) -> bool:
        reference = rest[-1]
        try:
            reference.value = parse("" if text is None else text, *rest[:-1])
        except NetException:
            reference.value = number_to(0, target)
            return False
        return True

    return try_parse
