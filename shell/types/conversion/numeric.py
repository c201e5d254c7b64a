"""Conversion to the numeric types from numbers, strings and other values."""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from shell.language.numbers import RANGES, parse_number
from shell.lazy import lazy
from shell.types import ClrType
from shell.types.conversion import cast_errors
from shell.values.errors import FormatException, OverflowException
from shell.values.objects import BigInteger, Char, Hashtable, Int64, PSCustomObject, Single, UInt16, Value

if TYPE_CHECKING:
    from shell.types.conversion import fallback_conversions
else:
    fallback_conversions = lazy("shell.types.conversion.fallback_conversions", globals())


_NAMES: Final[dict[str, str]] = {
    "System.SByte": "a signed byte",
    "System.Byte": "an unsigned byte",
    "System.Char": "a character",
    "System.Int16": "an Int16",
    "System.UInt16": "a UInt16",
    "System.Int32": "an Int32",
    "System.UInt32": "a UInt32",
    "System.Int64": "an Int64",
    "System.UInt64": "a UInt64",
    "System.Decimal": "a Decimal",
}

DECIMAL_MAX: Final = Decimal(2**96 - 1)
_WIDE: Final = Context(prec=400, rounding=ROUND_HALF_EVEN, Emax=999_999, Emin=-999_999, traps=[])


@cache
def _integer_pattern() -> re.Pattern[str]:
    return re.compile(r"[\t-\r ]*([+-]?[0-9]+)[\t-\r ]*\0*")


@cache
def _grouped_pattern() -> re.Pattern[str]:
    return re.compile(r"[\t-\r ]*([+-]?)([0-9][0-9,]*(?:\.[0-9]*)?|\.[0-9]+)(?:[eE]([+-]?[0-9]+))?[\t-\r ]*\0*")


_SMALL: Final = frozenset(("System.SByte", "System.Byte", "System.Int16", "System.UInt16"))

ROUND = Context(prec=60, rounding=ROUND_HALF_EVEN, Emax=999_999, Emin=-999_999, traps=[])
"""Enough for any Decimal operation; results are then fitted to 96 bits by `fit_decimal`."""


def overflow(target_name: str) -> OverflowException:
    """Return the error for a number out of its type's range."""
    return OverflowException(f"Value was either too large or too small for {_NAMES[target_name]}.")


def bad_format(text: str) -> FormatException:
    """Return the error for a string that is no number."""
    return FormatException(f"The input string '{text}' was not in a correct format.")


def to_single(number: float) -> Single:
    """Round to a 24-bit mantissa."""
    try:
        return Single(struct.unpack("f", struct.pack("f", number))[0])
    except OverflowError:
        return Single(math.copysign(math.inf, number))


def fit_decimal(number: Decimal) -> Decimal:
    """Round to 96 bits and 28 decimal places. Raises OverflowException."""
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int):
        raise overflow("System.Decimal")
    if exponent > 0:
        number, exponent = _WIDE.quantize(number, Decimal(1)), 0
    scale = min(-exponent, 28)
    while True:
        fitted = number if -exponent == scale else _WIDE.quantize(number, Decimal((0, (1,), -scale)))
        if abs(int(fitted.scaleb(scale, _WIDE))) <= DECIMAL_MAX:
            return fitted
        if scale == 0:
            raise overflow("System.Decimal")
        scale -= 1


def decimal_from_float(number: float, digits: int = 15) -> Decimal:
    """Convert as .NET does: 15 significant digits of a Double, 7 of a Single, no trailing zeros."""
    if number - number != 0 or abs(number) >= 7.9228162514264337593543950336e28:
        raise overflow("System.Decimal")
    if number == 0:
        return Decimal(0)
    rounded = Decimal(f"{number:.{digits - 1}e}")
    whole = rounded.normalize(_WIDE)
    exponent = whole.as_tuple().exponent
    assert isinstance(exponent, int)
    return fit_decimal(_WIDE.quantize(whole, Decimal(1)) if exponent > 0 else whole)


def integer_in_range(number: int, python_class: type[int], target_name: str) -> Any:
    """Give a whole number its type; raises OverflowException."""
    if python_class is BigInteger:
        return BigInteger(number)
    low, high = RANGES[python_class]
    if not low <= number <= high:
        raise overflow(target_name)
    return int(number) if python_class is int else python_class(number)


def _integer_from_float(number: float, python_class: type[int], target_name: str) -> Any:
    if python_class is BigInteger:
        if number - number != 0:
            raise OverflowException("BigInteger cannot represent NaN or infinity.")
        return BigInteger(math.trunc(number))
    if target_name in _SMALL:  # .NET converts to Int32 first
        if number - number != 0 or not -2147483648.5 <= number < 2147483647.5:
            raise overflow("System.Int32")
    elif number - number != 0:
        raise overflow(target_name)
    return integer_in_range(round(number), python_class, target_name)


def _integer_from_decimal(number: Decimal, python_class: type[int], target_name: str) -> Any:
    if python_class is BigInteger:
        return BigInteger(int(number))
    return integer_in_range(int(number.quantize(Decimal(1), context=_WIDE)), python_class, target_name)


def _number_of(value: Value) -> Any:
    """Return a plain int, float or Decimal for a value that counts as a number, else None."""
    kind = type(value)
    if kind is bool:
        return int(value)
    if kind is Char:
        return ord(value)
    if isinstance(value, (int, float, Decimal)):
        return value
    return getattr(value, "clr_number", None)


def number_to(value: Any, target: ClrType) -> Any:
    """Convert a number (bool and Char included) to a numeric type; raises OverflowException."""
    python_class = target.python_class
    if type(value) is Char:
        value = ord(value)
    if python_class is float:
        return float(value)
    if python_class is Single:
        return to_single(float(value))
    if python_class is Decimal:
        if isinstance(value, float):
            return decimal_from_float(value, 7 if type(value) is Single else 15)
        return value if isinstance(value, Decimal) else fit_decimal(Decimal(int(value)))
    if python_class is Char:
        return _char(value)
    assert python_class is not None
    if isinstance(value, float):
        return _integer_from_float(value, python_class, target.name)
    if isinstance(value, Decimal):
        return _integer_from_decimal(value, python_class, target.name)
    return integer_in_range(int(value), python_class, target.name)


def _char(value: Any) -> Char:
    whole = integer_in_range(int(value), UInt16, "System.Char") if -1 < value < 65536 else None
    if whole is None:
        raise overflow("System.Char")
    return Char(chr(whole))


def _parse_integer(text: str, python_class: type[int], target_name: str) -> Any:
    """Parse as the type's TypeConverter does: decimal digits, or hexadecimal ones after `#`, `0x` or `&h`."""
    trimmed = text.strip()
    lowered = trimmed.lower()
    for prefix in ("#", "0x", "&h"):
        if lowered.startswith(prefix) and python_class is not BigInteger:
            return _parse_hexadecimal(trimmed[len(prefix) :], text, python_class, target_name)
    match = _integer_pattern().fullmatch(text)
    if match is None:
        raise bad_format(text)
    return integer_in_range(int(match[1]), python_class, target_name)


def _parse_hexadecimal(digits: str, text: str, python_class: type[int], target_name: str) -> Any:
    if not re.fullmatch("[0-9a-fA-F]+", digits):
        raise bad_format(text)
    number = int(digits, 16)
    low, high = RANGES[python_class]
    if number > high - low:
        # .NET reads hexadecimal digits as an unsigned number first
        raise overflow({"System.Int32": "System.UInt32", "System.Int64": "System.UInt64"}.get(target_name, target_name))
    if number > high:
        number -= high - low + 1
    return integer_in_range(number, python_class, target_name)


def _grouped(text: str) -> Decimal | None:
    """Parse with commas between digits, a fraction and an exponent."""
    match = _grouped_pattern().fullmatch(text)
    if match is None:
        return None
    return Decimal(f"{match[1]}{match[2].replace(',', '')}e{match[3] or 0}")


def _scanned(text: str) -> Any:
    """Return the number of a PowerShell literal or of digits with commas; None if it is neither."""
    number = parse_number(text)
    if number is not None:
        return number
    grouped = _grouped(text)
    return None if grouped is None else float(grouped)


def _integer_from_text(text: str, target: ClrType) -> Any:
    if not text.strip():
        return number_to(0, target)
    python_class = target.python_class
    assert python_class is not None
    try:
        return _parse_integer(text, python_class, target.name)
    except OverflowException as error:
        raise cast_errors.because(text, target, "InvalidCastFromStringToInteger", error) from None
    except FormatException as error:
        number = _scanned(text)
        try:
            if number is not None:
                return number_to(number, target)
        except OverflowException:
            pass
        reason = FormatException("The value could not be parsed.") if python_class is BigInteger else error
        raise cast_errors.because(text, target, "InvalidCastFromStringToInteger", reason) from None


def parse_double(text: str) -> float:
    """Parse a Double in the invariant culture. Raises FormatException."""
    grouped = _grouped(text)
    if grouped is not None:
        return float(grouped)
    named = _NAMED_DOUBLES.get(text.strip().lower())
    if named is None:
        raise bad_format(text)
    return named


_NAMED_DOUBLES: Final[dict[str, float]] = {
    "nan": math.nan,
    "infinity": math.inf,
    "+infinity": math.inf,
    "-infinity": -math.inf,
    "∞": math.inf,
    "+∞": math.inf,
    "-∞": -math.inf,
    "-nan": math.nan,
}


def _real_from_text(text: str, target: ClrType) -> Any:
    if not text.strip():
        return number_to(0, target)
    try:
        return number_to(parse_double(text), target)
    except FormatException as error:
        number = parse_number(text)
        if number is not None:
            return number_to(number, target)
        raise cast_errors.because(text, target, "InvalidCastFromStringToDoubleOrSingle", error) from None


def parse_decimal(text: str) -> Decimal:
    """Parse a Decimal, without exponent, in the invariant culture. Raises FormatException or OverflowException."""
    match = _grouped_pattern().fullmatch(text)
    if match is None or match[3] is not None:
        raise bad_format(text)
    return fit_decimal(Decimal(match[1] + match[2].replace(",", "")))


def _decimal_from_text(text: str, target: ClrType) -> Any:
    if not text.strip():
        return Decimal(0)
    try:
        return parse_decimal(text)
    except OverflowException as error:
        raise cast_errors.because(text, target, "InvalidCastFromStringToDecimal", error) from None
    except FormatException as error:
        number = parse_number(text)
        if number is not None:
            try:
                return number_to(number, target)
            except (OverflowException, InvalidOperation):
                pass
        raise cast_errors.because(text, target, "InvalidCastFromStringToDecimal", error) from None


_FROM_TEXT: Final[dict[type, Callable[[str, ClrType], Any]]] = {
    float: _real_from_text,
    Single: _real_from_text,
    Decimal: _decimal_from_text,
}


def to_number(value: Value, target: ClrType) -> Value:
    """Convert a value that is no PSObject to a numeric type. Raises PSInvalidCastException."""
    if value is None:
        return number_to(0, target)
    if isinstance(value, str) and type(value) is not Char:
        assert target.python_class is not None
        return _FROM_TEXT.get(target.python_class, _integer_from_text)(value, target)
    number = _number_of(value)
    if number is None:
        if target.python_class in (Decimal, BigInteger) and isinstance(value, (Hashtable, PSCustomObject)):
            return fallback_conversions.convert_other(value, target)
        raise cast_errors.final(value, target)
    if type(value) is bool and target.python_class is BigInteger:
        raise cast_errors.final(value, target)
    try:
        return number_to(number, target)
    except OverflowException as error:
        raise cast_errors.because(value, target, "InvalidCastIConvertible", error) from None


def to_char(value: Value, target: ClrType) -> Value:
    """Convert to Char; raises PSInvalidCastException."""
    if value is None:
        return Char("\0")
    if type(value) is bool:
        raise cast_errors.final(value, target)
    if isinstance(value, str):
        if len(value) == 1:
            return Char(value)
        reason = FormatException("String must be exactly one character long.")
        raise cast_errors.because(value, target, "InvalidCastParseTargetInvocation", reason)
    if isinstance(value, (float, Decimal)):  # IConvertible.ToChar refuses numbers that may have a fraction
        raise cast_errors.invalid_cast(value, target, short=True)
    if isinstance(value, int):
        try:
            return number_to(value, target)
        except OverflowException as error:
            raise cast_errors.because(value, target, "InvalidCastIConvertible", error) from None
    raise cast_errors.final(value, target)


def wide(value: Int64 | int) -> Any:
    """Return an Int32 if it fits, else an Int64, else a Double."""
    if -2147483648 <= value <= 2147483647:
        return int(value)
    return Int64(value) if -(2**63) <= value < 2**63 else float(value)
