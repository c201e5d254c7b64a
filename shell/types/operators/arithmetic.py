"""Arithmetic on numbers, by the widths of .NET: overflow of whole numbers gives Double, division is exact or Double.

Operands are numbers without wrappers; `bool` and `Char` count as the numbers that they stand for.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from shell.language.numbers import RANGES
from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.conversion.numeric import ROUND, decimal_from_float, fit_decimal
from shell.values.errors import DivideByZeroException, OverflowException, RuntimeException
from shell.values.objects import Byte, Char, Int16, Int64, SByte, Single, UInt16, UInt32, UInt64

CODES: Final[dict[type, int]] = {
    bool: 3,
    Char: 4,
    SByte: 5,
    Byte: 6,
    Int16: 7,
    UInt16: 8,
    int: 9,
    UInt32: 10,
    Int64: 11,
    UInt64: 12,
    Single: 13,
    float: 14,
    Decimal: 15,
}
"""System.TypeCode of the numeric types: an operation uses the higher of the two."""

NUMERIC: Final = frozenset(CODES) - {bool, Char}
SIGNED: Final = frozenset((SByte, Int16, int, Int64))


def divide_by_zero() -> RuntimeException:
    """Return the error for a division by zero."""
    message = "Attempted to divide by zero."
    return RuntimeException(message, inner=DivideByZeroException(message))


def plain(value: Any) -> Any:
    """Return an exact int, a float or a Decimal."""
    if type(value) is Char:
        return ord(value)
    return int(value) if isinstance(value, int) else value


def _fit(number: int, kind: type[int]) -> Any:
    low, high = RANGES[kind]
    if low <= number <= high:
        return number if kind is int else kind(number)
    return float(number)


def width_of(a: Any, b: Any) -> type:
    """Return the common class of two numbers: int, UInt32, Int64, UInt64, float or Decimal."""
    one, other = CODES[type(a)], CODES[type(b)]
    code = max(one, other)
    if code <= 9:
        return int
    if code >= 13:
        return Decimal if code == 15 else float
    if code == 10:
        return Int64 if _negative(a) or _negative(b) else UInt32
    if code == 11:
        return Int64
    return Decimal if _negative(a) or _negative(b) else UInt64


def _negative(value: Any) -> bool:
    return type(value) in SIGNED and value < 0


def meet(a: Any, b: Any, kind: type) -> tuple[Any, Any]:
    """Convert both to the plain form of their common class."""
    if kind is float:
        return float(plain(a)), float(plain(b))
    if kind is Decimal:
        return as_decimal(a), as_decimal(b)
    return plain(a), plain(b)


def as_decimal(value: Any) -> Decimal:
    """Convert any number to Decimal."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, float):
        return decimal_from_float(value, 7 if type(value) is Single else 15)
    return Decimal(plain(value))


def _checked(number: Decimal) -> Decimal:
    try:
        return fit_decimal(number)
    except OverflowException as error:
        raise RuntimeException(error.message, inner=error) from None


def add(a: Any, b: Any) -> Any:
    """Add two numbers."""
    kind = width_of(a, b)
    x, y = meet(a, b, kind)
    if kind is float:
        return x + y
    return _checked(ROUND.add(x, y)) if kind is Decimal else _fit(x + y, kind)


def subtract(a: Any, b: Any) -> Any:
    """Subtract two numbers."""
    kind = width_of(a, b)
    x, y = meet(a, b, kind)
    if kind is float:
        return x - y
    return _checked(ROUND.subtract(x, y)) if kind is Decimal else _fit(x - y, kind)


def multiply(a: Any, b: Any) -> Any:
    """Multiply two numbers."""
    kind = width_of(a, b)
    x, y = meet(a, b, kind)
    if kind is float:
        return x * y
    return _checked(ROUND.multiply(x, y)) if kind is Decimal else _fit(x * y, kind)


def divide(a: Any, b: Any) -> Any:
    """Divide two numbers; whole numbers give a whole number if nothing remains."""
    kind = width_of(a, b)
    x, y = meet(a, b, kind)
    if kind is float:
        return _divide_floats(x, y)
    if y == 0:
        raise divide_by_zero()
    if kind is Decimal:
        return _checked(ROUND.divide(x, y))
    return _fit(x // y, kind) if x % y == 0 else x / y


def _divide_floats(x: float, y: float) -> float:
    if y != 0:
        return x / y
    if x == 0 or x != x:
        return math.nan
    return math.copysign(math.inf, x) * math.copysign(1.0, y)


def remainder(a: Any, b: Any) -> Any:
    """Return the remainder, which has the sign of the left number."""
    kind = width_of(a, b)
    x, y = meet(a, b, kind)
    if kind is float:
        if y == 0 or x - x != 0:
            return math.nan
        return math.fmod(x, y)
    if y == 0:
        raise divide_by_zero()
    if kind is Decimal:
        return _checked(ROUND.remainder(x, y))
    rest = abs(x) % abs(y)
    return _fit(-rest if x < 0 else rest, kind)


def compare_numbers(a: Any, b: Any) -> int:
    """Return -1, 0 or 1, and 2 if one is NaN."""
    kind = width_of(a, b)
    try:
        x, y = meet(a, b, kind)
    except OverflowException:
        x, y = float(plain(a)), float(plain(b))
    if x != x or y != y:
        return 2
    return int(x > y) - int(x < y)


# --- bits ---


def _to_bits(number: Any) -> int:
    """Convert a Double or Decimal for the bit operators: to UInt64, or to Int64 if it is negative."""
    return int(convert(number, named("System.Int64" if number < 0 else "System.UInt64")))


def _bits(operate: Callable[[int, int], int]) -> Callable[[Any, Any], Any]:
    def run(a: Any, b: Any) -> Any:
        kind = width_of(a, b)
        if kind is float or kind is Decimal:
            x, y = plain(a), plain(b)
            result = operate(_to_bits(x), _to_bits(y))
            return Int64(result) if x < 0 or y < 0 else UInt64(result)
        x, y = plain(a), plain(b)
        low, high = RANGES[kind]
        if low == 0:
            return kind(operate(x, y) & high)
        return operate(x, y) if kind is int else kind(operate(x, y))

    return run


bit_and: Final = _bits(lambda x, y: x & y)
bit_or: Final = _bits(lambda x, y: x | y)
bit_xor: Final = _bits(lambda x, y: x ^ y)


def narrow(number: Any) -> Any:
    """Round a Double or Decimal to the first of Int32, UInt32, Int64, UInt64 that holds it."""
    whole = round(number) if math.isfinite(number) else RANGES[UInt64][1] + 1
    for kind in (int, UInt32, Int64, UInt64):
        low, high = RANGES[kind]
        if low <= whole <= high:
            return whole if kind is int else kind(whole)
    raise RuntimeException("Value was either too large or too small for a UInt64.")


def complement(value: Any) -> Any:
    """Invert the bits."""
    if isinstance(value, (float, Decimal)):
        value = narrow(value)
    kind = type(value)
    if CODES[kind] <= 9:
        return ~plain(value)
    return kind(~int(value) & RANGES[kind][1]) if RANGES[kind][0] == 0 else kind(~int(value))


def _wrap(number: int, kind: type[int]) -> Any:
    low, high = RANGES[kind]
    size = high - low + 1
    wrapped = (number - low) % size + low
    return wrapped if kind is int else kind(wrapped)


def _shift_kind(value: Any) -> tuple[Any, type[int]]:
    if isinstance(value, (float, Decimal)):
        value = narrow(value)
    kind: type[int] = int if CODES[type(value)] <= 9 else type(value)
    return plain(value), kind


def shift_left(value: Any, count: int) -> Any:
    """Shift left within the width; the count is taken modulo the width."""
    number, kind = _shift_kind(value)
    return _wrap(number << (count & (31 if kind in (int, UInt32) else 63)), kind)


def shift_right(value: Any, count: int) -> Any:
    """Shift right; the sign stays."""
    number, kind = _shift_kind(value)
    return _wrap(number >> (count & (31 if kind in (int, UInt32) else 63)), kind)
