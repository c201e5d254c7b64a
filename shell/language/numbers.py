"""Numeric literals: the classes of their values and the rules that give a text its value.

Exact `int` is Int32, `float` is Double, `decimal.Decimal` is Decimal; the other widths are subclasses of int. The rules
are those of about_Numeric_Literals: the narrowest of Int32, Int64, Decimal, Double that holds a whole number;
hexadecimal and binary digits are a bit pattern where they fill a width.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from decimal import Decimal


class Int64(int):
    """System.Int64."""

    __slots__ = ()


class UInt32(int):
    """System.UInt32."""

    __slots__ = ()


class UInt64(int):
    """System.UInt64."""

    __slots__ = ()


class Int16(int):
    """System.Int16."""

    __slots__ = ()


class UInt16(int):
    """System.UInt16."""

    __slots__ = ()


class Byte(int):
    """System.Byte."""

    __slots__ = ()


class SByte(int):
    """System.SByte."""

    __slots__ = ()


class BigInteger(int):
    """System.Numerics.BigInteger."""

    __slots__ = ()


RANGES: dict[type[int], tuple[int, int]] = {
    int: (-(2**31), 2**31 - 1),
    Int64: (-(2**63), 2**63 - 1),
    UInt32: (0, 2**32 - 1),
    UInt64: (0, 2**64 - 1),
    Int16: (-(2**15), 2**15 - 1),
    UInt16: (0, 2**16 - 1),
    Byte: (0, 2**8 - 1),
    SByte: (-(2**7), 2**7 - 1),
}
"""Smallest and largest value of each whole-number type."""

DASHES = "-–—―"
"""Hyphen-minus, en dash, em dash, horizontal bar: one and the same in operators, parameters and numbers."""

MULTIPLIERS = {"k": 1024, "m": 1024**2, "g": 1024**3, "t": 1024**4, "p": 1024**5}

_DECIMAL_MAX = 2**96 - 1
_DOUBLE_MAX = (2**53 - 1) * 2**971

_SIGN = r"[+\-–—―]"

NUMBER = re.compile(
    rf"(?P<sign>{_SIGN}?)"
    r"(?:0[xX](?P<hexadecimal>[0-9a-fA-F]+)"
    r"|0[bB](?P<binary>[01]+)(?![0-9])"
    rf"|(?P<decimal>[0-9]+(?:\.(?!\.)[0-9]*)?(?:[eE]{_SIGN}?[0-9]+)?|\.[0-9]+(?:[eE]{_SIGN}?[0-9]+)?))"
    r"(?P<suffix>[uU][sSlLyY]?|[sSlLyYdDnN])?"
    r"(?:(?P<multiplier>[kKmMgGtTpP])[bB])?"
)
"""A numeric literal; what may stand behind it is the scanner's affair."""

_SUFFIX_TYPES: dict[str, type[int]] = {
    "l": Int64,
    "s": Int16,
    "y": SByte,
    "us": UInt16,
    "ul": UInt64,
    "uy": Byte,
}
_SIGN_BIT_HEX_DIGITS = {"y": 2, "s": 4, "l": 16}
_SIGN_BIT_BINARY_DIGITS = frozenset((8, 16, 32, 64, 96))


def parse_number(text: str, allow_suffix: bool = True) -> Any | None:
    """Give the value of a text as PowerShell's own scanner sees it, or None if it is no number.

    Blanks around it and a sign are taken. With `allow_suffix` false, type suffixes and kb..pb are not.
    """
    match = NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    if not allow_suffix and (match["suffix"] or match["multiplier"]):
        return None
    return number_value(match)


def number_value(match: re.Match[str]) -> Any | None:
    """Give the value of a match of `NUMBER`, or None where no type holds it (`300uy`)."""
    sign, hexadecimal, binary, decimal, suffix, multiplier = match.groups()
    if suffix is None and multiplier is None and decimal is not None and len(decimal) < 10 and decimal.isdecimal():
        value = int(decimal)
        return -value if sign and sign != "+" else value
    suffix = suffix.lower() if suffix else ""
    factor = MULTIPLIERS[multiplier.lower()] if multiplier else 1
    if sign and sign != "+":
        factor = -factor
    if hexadecimal is not None:
        pattern = _from_hexadecimal(hexadecimal, suffix)
        if (
            pattern < 0 and not suffix and len(hexadecimal) == 16
        ):  # the bits of an Int64, however small it is as a number
            return _fit(pattern * factor, Int64)
        return _whole(pattern * factor, suffix, is_pattern=True)
    if binary is not None:
        return _whole(_from_binary(binary, suffix) * factor, suffix, is_pattern=True)
    if suffix == "d":
        return _decimal(decimal, factor)
    if decimal.isdecimal():
        return _whole(_digits(decimal) * factor, suffix, is_pattern=False)
    return _real(decimal, factor, suffix)


def _from_hexadecimal(digits: str, suffix: str) -> int:
    value = int(digits, 16)
    if suffix.startswith("u"):
        return value
    width = _SIGN_BIT_HEX_DIGITS.get(suffix) or (16 if len(digits) >= 15 else 8)
    return value - (1 << 4 * width) if len(digits) == width and value >> (4 * width - 1) else value


def _from_binary(digits: str, suffix: str) -> int:
    value = int(digits, 2)
    width = len(digits)
    signed = digits[0] == "1" and (width in _SIGN_BIT_BINARY_DIGITS or width >= 128)
    return value - (1 << width) if signed and not suffix.startswith("u") else value


def _digits(text: str) -> int:
    if len(text) < 4000:
        return int(text)
    from decimal import Decimal

    return int(Decimal(text))


def _fit(value: int, kind: type[int]) -> int | None:
    low, high = RANGES[kind]
    return kind(value) if low <= value <= high else None


def _whole(value: int, suffix: str, *, is_pattern: bool) -> Any | None:
    if suffix == "":
        low, high = RANGES[int]
        if low <= value <= high:
            return value
        wide = _fit(value, Int64)
        return wide if wide is not None or is_pattern else _wider_than_int64(value)
    if suffix == "n":
        return BigInteger(value)
    if suffix == "d":
        from decimal import Decimal

        return Decimal(value) if abs(value) <= _DECIMAL_MAX else None
    if suffix == "u":
        narrow = _fit(value, UInt32)
        return narrow if narrow is not None else _fit(value, UInt64)
    return _fit(value, _SUFFIX_TYPES[suffix])


def _wider_than_int64(value: int) -> Decimal | float | None:
    if abs(value) <= _DECIMAL_MAX:
        from decimal import Decimal

        return Decimal(value)
    return float(value) if abs(value) <= _DOUBLE_MAX else None


def _ascii(text: str) -> str:
    return text.replace("–", "-").replace("—", "-").replace("―", "-")


def _real(text: str, factor: int, suffix: str) -> Any | None:
    value = float(_ascii(text)) * factor
    if not suffix:
        return value
    if value - value != 0:
        return None
    rounded = round(value)
    return BigInteger(rounded) if suffix == "n" else _whole(rounded, suffix, is_pattern=False)


def _decimal(text: str, factor: int) -> Decimal | None:
    """A Decimal of at most 28 decimal places and a 96-bit mantissa, as .NET's; the written scale is kept."""
    from decimal import ROUND_HALF_EVEN, Context, Decimal

    context = Context(prec=200, rounding=ROUND_HALF_EVEN, Emax=999_999, Emin=-999_999, traps=[])
    value = context.multiply(context.create_decimal(_ascii(text)), Decimal(factor))
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or value.adjusted() > 28:
        return None
    scale = min(max(-exponent, 0), 28)
    while True:
        fitted = value.quantize(Decimal((0, (1,), -scale)), context=context)
        if abs(int(fitted.scaleb(scale, context=context))) <= _DECIMAL_MAX:
            return fitted
        if scale == 0:
            return None
        scale -= 1
