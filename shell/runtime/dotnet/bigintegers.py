"""Members of System.Numerics.BigInteger."""

from __future__ import annotations

import math
from typing import Any

from shell.runtime.declare import add_methods, add_properties
from shell.runtime.dotnet.numbers import add_arithmetic, add_common, check_divisor
from shell.runtime.errors import ArgumentOutOfRangeException
from shell.runtime.numeric import number_to
from shell.runtime.objects import BigInteger, Byte, TypedArray, Value
from shell.runtime.types import BIG_INTEGER, BYTE, Method


def _big(number: Any) -> BigInteger:
    return BigInteger(int(number))


def _divide(a: int, b: int) -> BigInteger:
    check_divisor(b)
    quotient = abs(a) // abs(b)
    return _big(-quotient if (a < 0) != (b < 0) else quotient)


def _remainder(a: int, b: int) -> BigInteger:
    check_divisor(b)
    rest = abs(a) % abs(b)
    return _big(-rest if a < 0 else rest)


def _power(a: int, exponent: int) -> BigInteger:
    if exponent < 0:
        raise ArgumentOutOfRangeException("The number must be greater than or equal to zero. (Parameter 'exponent')")
    return _big(a**exponent)


def _bytes(value: int) -> Value:
    size = value.bit_length() // 8 + 1
    return TypedArray(BYTE, [Byte(each) for each in int(value).to_bytes(size, "little", signed=True)])


def _declare() -> None:
    add_common(BIG_INTEGER)
    text = "bigint"
    pair = f"{text} left, {text} right -> {text}"
    add_properties(
        BIG_INTEGER,
        [(name, text, lambda n=number: BigInteger(n)) for name, number in (("Zero", 0), ("One", 1), ("MinusOne", -1))],
        static=True,
    )
    add_properties(
        BIG_INTEGER,
        (
            ("IsPowerOfTwo", "bool", lambda a: a > 0 and a & (a - 1) == 0),
            ("IsZero", "bool", lambda a: a == 0),
            ("IsOne", "bool", lambda a: a == 1),
            ("IsEven", "bool", lambda a: a % 2 == 0),
            ("Sign", "int", lambda a: (a > 0) - (a < 0)),
        ),
    )
    add_arithmetic(
        BIG_INTEGER,
        pair,
        {
            "Add": lambda a, b: _big(a + b),
            "Subtract": lambda a, b: _big(a - b),
            "Multiply": lambda a, b: _big(a * b),
            "Divide": _divide,
            "Remainder": _remainder,
        },
    )
    add_methods(
        BIG_INTEGER,
        (
            ("op_BitwiseAnd", pair, lambda a, b: _big(a & b)),
            ("op_BitwiseOr", pair, lambda a, b: _big(a | b)),
            ("op_ExclusiveOr", pair, lambda a, b: _big(a ^ b)),
            ("op_LeftShift", f"{text} value, int shift -> {text}", lambda a, n: _big(a << n if n >= 0 else a >> -n)),
            ("op_RightShift", f"{text} value, int shift -> {text}", lambda a, n: _big(a >> n if n >= 0 else a << -n)),
            ("Pow", f"{text} value, int exponent -> {text}", _power),
            ("ModPow", f"{text} value, {text} exponent, {text} modulus -> {text}", lambda a, e, m: _big(pow(a, e, m))),
            ("GreatestCommonDivisor", pair, lambda a, b: _big(math.gcd(a, b))),
            ("Negate", f"{text} value -> {text}", lambda a: _big(-a)),
            ("Compare", f"{text} left, {text} right -> int", lambda a, b: (a > b) - (a < b)),
            ("Log10", f"{text} value -> double", lambda a: math.log10(a) if a > 0 else math.nan),
            ("Log", f"{text} value -> double", lambda a: math.log(a) if a > 0 else math.nan),
        ),
        static=True,
    )
    add_methods(BIG_INTEGER, (("ToByteArray", "-> byte[]", _bytes),))
    for signature in ("int value", "uint value", "long value", "ulong value", "double value", "decimal value"):
        BIG_INTEGER.add_constructor(Method("BigInteger", signature, lambda value: number_to(value, BIG_INTEGER), True))
    BIG_INTEGER.data["default"] = BigInteger(0)


_declare()
