"""Reading numbers: Parse and TryParse with NumberStyles."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from shell.language.numbers import RANGES
from shell.runtime.errors import ArgumentException, ArgumentNullException, FormatException, NetException
from shell.runtime.numeric import (
    bad_format,
    fit_decimal,
    integer_in_range,
    number_to,
    overflow,
    parse_decimal,
    parse_double,
    to_single,
)
from shell.runtime.objects import BigInteger, Single, Value
from shell.runtime.types import BIG_INTEGER, DECIMAL, DOUBLE, SINGLE, ClrType

# Bits of NumberStyles.
_WHITE, _SIGN, _PARENTHESES, _POINT, _THOUSANDS, _EXPONENT, _CURRENCY, _HEX, _BINARY = (
    3,
    12,
    16,
    32,
    64,
    128,
    256,
    512,
    1024,
)


def _parse_styled(text: str, styles: int) -> Decimal:
    """Read digits as NumberStyles allow; raises FormatException."""
    body = text.strip() if styles & _WHITE else text
    negative = False
    if styles & _PARENTHESES and body.startswith("(") and body.endswith(")"):
        body, negative = body[1:-1], True
    if styles & _CURRENCY:
        body = body.replace("$", "").replace("¤", "")
    if styles & _THOUSANDS:
        body = re.sub(r"(?<=[0-9]),(?=[0-9])", "", body)
    sign = r"[+-]?" if styles & _SIGN else ""
    point = r"(?:\.[0-9]*)?" if styles & _POINT else ""
    only_point = r"|\.[0-9]+" if styles & _POINT else ""
    exponent = r"(?:[eE][+-]?[0-9]+)?" if styles & _EXPONENT else ""
    if not re.fullmatch(rf"{sign}(?:[0-9]+{point}{only_point}){exponent}", body):
        raise bad_format(text)
    number = Decimal(body)
    return -number if negative else number


_UNPARSED = "The value could not be parsed."


def _parse_digits(text: str, styles: int, target: ClrType) -> Value:
    """Read hexadecimal or binary digits as a bit pattern; the first digit of a BigInteger carries its sign."""
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


def parser(target: ClrType) -> Callable[..., Value]:
    """Return Parse of a type; it raises FormatException, OverflowException or ArgumentNullException."""

    def parse(text: str, styles: Any = None, provider: Value = None) -> Value:
        if text is None:
            raise ArgumentNullException("Value cannot be null. (Parameter 's')")
        if styles is None or not isinstance(styles, int):
            return _parse_default(text, target)
        chosen = int(styles)
        if chosen & (_HEX | _BINARY):
            return _parse_digits(text, chosen, target)
        number = _parse_styled(text, chosen)
        if target.python_class in (float, Single, Decimal):
            return number_to(fit_decimal(number) if target is DECIMAL else float(number), target)
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
    """Return TryParse of a type; the reference becomes zero where `parse` fails."""

    def try_parse(text: str, *rest: Any) -> bool:
        reference = rest[-1]
        try:
            reference.value = parse(text, *(rest[:1] if len(rest) == 3 else ()))
        except NetException:
            reference.value = number_to(0, target)
            return False
        return True

    return try_parse
