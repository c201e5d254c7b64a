"""Members of System.Numerics.BigInteger."""

from __future__ import annotations

import math
from typing import Any

from shell.dotnet.numbers.numbers import add_arithmetic, add_common, check_divisor
from shell.dotnet.system.tuples import make_tuple
from shell.types import BIG_INTEGER, BYTE, Method
from shell.types.conversion.numeric import number_to
from shell.types.registry.declarations import add_methods, add_properties
from shell.values.errors import ArgumentOutOfRangeException, OverflowException
from shell.values.objects import BigInteger, Byte, Int64, TypedArray, Value


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


def _bytes(value: int, unsigned: bool = False, big_endian: bool = False) -> Value:
    """Return the shortest two's complement bytes of a number, without sign bit if `unsigned`."""
    if unsigned and value < 0:
        raise OverflowException("Negative values do not have an unsigned representation.")
    bits = value.bit_length() if value >= 0 else (~value).bit_length()
    size = max((bits + 7) // 8, 1) if unsigned else bits // 8 + 1
    data = int(value).to_bytes(size, "big" if big_endian else "little", signed=not unsigned)
    return TypedArray(BYTE, [Byte(each) for each in data])


def _of_bytes(data: Any) -> BigInteger:
    return _big(int.from_bytes(bytes(data), "little", signed=True))


def _log(value: int, base: float) -> float:
    if value <= 0 or base <= 0 or base == 1:
        return math.nan
    return math.log(value) / math.log(base)


def _div_rem(a: int, b: int, reference: Any) -> BigInteger:
    reference.value = _remainder(a, b)
    return _divide(a, b)


def _div_rem_pair(a: int, b: int) -> Value:
    return make_tuple("System.ValueTuple", (_divide(a, b), _remainder(a, b)))


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
            ("Log", f"{text} value, double baseValue -> double", _log),
            ("DivRem", f"{text} dividend, {text} divisor, ref {text} remainder -> {text}", _div_rem),
            ("DivRem", f"{text} left, {text} right -> System.ValueTuple`2[{text},{text}]", _div_rem_pair),
            ("IsPow2", f"{text} value -> bool", lambda a: a > 0 and a & (a - 1) == 0),
            ("PopCount", f"{text} value -> {text}", lambda a: _big(int(a).bit_count())),
            ("Log2", f"{text} value -> {text}", lambda a: _big(max(int(a).bit_length() - 1, 0))),
            ("op_UnaryNegation", f"{text} value -> {text}", lambda a: _big(-a)),
        ),
        static=True,
    )
    add_methods(
        BIG_INTEGER,
        (
            ("ToByteArray", "-> byte[]|bool isUnsigned = false, bool isBigEndian = false -> byte[]", _bytes),
            ("GetByteCount", "bool isUnsigned = false -> int", lambda a, unsigned=False: len(_bytes(a, unsigned))),
            ("GetBitLength", "-> long", lambda a: Int64(a.bit_length() if a >= 0 else (~a).bit_length())),
        ),
    )
    BIG_INTEGER.add_constructor(Method("BigInteger", "byte[] value", _of_bytes, True))
    for signature in ("int value", "uint value", "long value", "ulong value", "double value", "decimal value"):
        BIG_INTEGER.add_constructor(Method("BigInteger", signature, lambda value: number_to(value, BIG_INTEGER), True))
    BIG_INTEGER.data["default"] = BigInteger(0)


_declare()
