"""Members of Decimal: arithmetic, rounding and binary representation."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from shell.dotnet.numbers.mathematics import round_decimal
from shell.dotnet.numbers.numbers import add_arithmetic, add_common, check_divisor
from shell.dotnet.system.basics import add_convertible
from shell.types import DECIMAL, INT32, ClrType, Method, named
from shell.types.conversion.numeric import DECIMAL_MAX, ROUND, fit_decimal, integer_in_range, number_to
from shell.types.registry.declarations import add_methods, add_properties
from shell.values.errors import ArgumentException, ArgumentOutOfRangeException
from shell.values.objects import Int64, Single, TypedArray, Value

_TARGETS: Final = ("SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Double", "Single")


def _divide(a: Decimal, b: Decimal) -> Decimal:
    check_divisor(b)
    return fit_decimal(ROUND.divide(a, b))


def _remainder(a: Decimal, b: Decimal) -> Decimal:
    check_divisor(b)
    return fit_decimal(ROUND.remainder(a, b))


def _bits(value: Decimal) -> Value:
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    scale = max(-exponent, 0)
    whole = int("".join(map(str, digits))) * 10 ** max(exponent, 0)
    flags = scale << 16 | (0x80000000 if sign else 0)
    parts = [whole & 0xFFFFFFFF, whole >> 32 & 0xFFFFFFFF, whole >> 64 & 0xFFFFFFFF, flags]
    return TypedArray(INT32, [part - (1 << 32) if part >> 31 else part for part in parts])


def _of_bits(bits: list[int]) -> Decimal:
    """Create a decimal from the four integers of GetBits."""
    flags = bits[3] & 0xFFFFFFFF if len(bits) == 4 else 1
    if flags & 0x7F00FFFF or flags >> 16 & 0xFF > 28:
        raise ArgumentException(
            "Decimal constructor requires an array or span of four valid decimal bytes. (Parameter 'bits')"
        )
    return _of_parts(bits[0], bits[1], bits[2], bool(flags >> 31), flags >> 16 & 0xFF)


def _of_parts(low: int, middle: int, high: int, negative: bool, scale: int) -> Decimal:
    if scale > 28:
        raise ArgumentOutOfRangeException(
            "Decimal's scale value must be between 0 and 28, inclusive. (Parameter 'scale')"
        )
    whole = (low & 0xFFFFFFFF) | (middle & 0xFFFFFFFF) << 32 | (high & 0xFFFFFFFF) << 64
    return Decimal((int(negative), tuple(map(int, str(whole))), -scale))


def _to_currency(value: Decimal) -> Int64:
    """Return the OLE currency value: the number of ten-thousandths."""
    return Int64(integer_in_range(int((value * 10000).to_integral_value()), Int64, "System.Int64"))


def _declare() -> None:
    add_common(DECIMAL)
    add_convertible(DECIMAL)
    limits = {
        "MaxValue": DECIMAL_MAX,
        "MinValue": -DECIMAL_MAX,
        "Zero": Decimal(0),
        "One": Decimal(1),
        "MinusOne": Decimal(-1),
    }
    add_properties(DECIMAL, [(name, "decimal", lambda n=number: n) for name, number in limits.items()], static=True)
    add_properties(
        DECIMAL, (("Scale", "byte", lambda d: number_to(max(-int(d.as_tuple().exponent), 0), named("byte"))),)
    )
    add_arithmetic(
        DECIMAL,
        "decimal d1, decimal d2 -> decimal",
        {
            "Add": lambda a, b: fit_decimal(ROUND.add(a, b)),
            "Subtract": lambda a, b: fit_decimal(ROUND.subtract(a, b)),
            "Multiply": lambda a, b: fit_decimal(ROUND.multiply(a, b)),
            "Divide": _divide,
            "Remainder": _remainder,
        },
    )
    add_methods(
        DECIMAL,
        (
            ("Negate", "decimal d -> decimal", lambda a: -a),
            ("Floor", "decimal d -> decimal", lambda a: a.to_integral_value(rounding="ROUND_FLOOR")),
            ("Ceiling", "decimal d -> decimal", lambda a: a.to_integral_value(rounding="ROUND_CEILING")),
            ("Truncate", "decimal d -> decimal", lambda a: a.to_integral_value(rounding="ROUND_DOWN")),
            (
                "Round",
                "decimal d -> decimal|decimal d, int decimals -> decimal"
                "|decimal d, System.MidpointRounding mode -> decimal"
                "|decimal d, int decimals, System.MidpointRounding mode -> decimal",
                round_decimal,
            ),
            ("CopySign", "decimal value, decimal sign -> decimal", lambda a, b: abs(a) if b >= 0 else -abs(a)),
            ("MaxMagnitude", "decimal x, decimal y -> decimal", lambda a, b: max(a, b, key=lambda n: (abs(n), n))),
            ("MinMagnitude", "decimal x, decimal y -> decimal", lambda a, b: min(a, b, key=lambda n: (abs(n), n))),
            ("ToOACurrency", "decimal value -> long", _to_currency),
            ("FromOACurrency", "long cy -> decimal", lambda cy: fit_decimal(Decimal(int(cy)) / 10000)),
            ("Compare", "decimal d1, decimal d2 -> int", lambda a, b: (a > b) - (a < b)),
            ("Equals", "decimal d1, decimal d2 -> bool", lambda a, b: a == b),
            ("GetBits", "decimal d -> int[]", _bits),
            ("IsInteger", "decimal value -> bool", lambda a: a == a.to_integral_value()),
            ("IsCanonical", "decimal value -> bool", lambda a: a == 0 or a.as_tuple().digits[-1] != 0),
            *(
                (
                    f"To{name}",
                    f"decimal value -> {named('System.' + name).accelerator}",
                    _converter(named("System." + name)),
                )
                for name in _TARGETS
            ),
        ),
        static=True,
    )
    for signature in ("int value", "uint value", "long value", "ulong value", "float value", "double value"):
        DECIMAL.add_constructor(Method("Decimal", signature, lambda value: number_to(value, DECIMAL), True))
    DECIMAL.add_constructor(Method("Decimal", "int[] bits", _of_bits, True))
    DECIMAL.add_constructor(Method("Decimal", "int lo, int mid, int hi, bool isNegative, byte scale", _of_parts, True))
    DECIMAL.data["default"] = Decimal(0)


def _converter(target: ClrType) -> Callable[[Decimal], Value]:
    def convert(value: Decimal) -> Value:
        whole = value.to_integral_value(rounding="ROUND_DOWN") if target.python_class not in (float, Single) else value
        return number_to(whole, target)

    return convert


_declare()
