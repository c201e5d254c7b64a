"""Members of the fixed-size integers: limits, bit operations, IBinaryInteger."""

from __future__ import annotations

from decimal import Decimal
from math import isfinite
from typing import Any, Final

from shell.dotnet.numbers.numbers import add_common, check_divisor
from shell.dotnet.system.basics import add_convertible
from shell.dotnet.system.tuples import make_tuple
from shell.language.numbers import RANGES
from shell.types import INT32, ClrType, named
from shell.types.conversion.numeric import number_to
from shell.types.registry.declarations import add_methods, add_properties
from shell.values.errors import NotEmulatedException, NotSupportedException
from shell.values.objects import Int64, Value, unwrap

_INTEGERS: Final = ("SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64")
_TRYING: Final = ("TryWriteBigEndian", "TryWriteLittleEndian")
_WRITING: Final = ("WriteBigEndian", "WriteLittleEndian")


def _bits_of(target: ClrType) -> int:
    assert target.python_class is not None
    low, high = RANGES[target.python_class]
    return (high - low).bit_length()


def _wrapping(target: ClrType, number: int) -> Value:
    assert target.python_class is not None
    low, high = RANGES[target.python_class]
    wrapped = (number - low) % (high - low + 1) + low
    return wrapped if target is INT32 else target.python_class(wrapped)


def _integer(target: ClrType) -> None:
    python_class = target.python_class
    assert python_class is not None
    low, high = RANGES[python_class]
    width, mask = _bits_of(target), high - low
    limits = (number_to(high, target), number_to(low, target))
    text = target.accelerator
    add_properties(target, (("MaxValue", text, lambda: limits[0]), ("MinValue", text, lambda: limits[1])), static=True)

    def rotate(value: int, count: int) -> Value:
        bits, count = value & mask, count % width
        return _wrapping(target, (bits << count | bits >> (width - count)) & mask)

    def typed(number: int) -> Value:
        return number_to(number, target)

    add_methods(
        target,
        (
            ("IsPow2", f"{text} value -> bool", lambda a: a > 0 and a & (a - 1) == 0),
            ("Log2", f"{text} value -> {text}", lambda a: typed(max(int(a).bit_length() - 1, 0))),
            ("PopCount", f"{text} value -> {text}", lambda a: typed((a & mask).bit_count())),
            ("LeadingZeroCount", f"{text} value -> {text}", lambda a: typed(width - (a & mask).bit_length())),
            (
                "TrailingZeroCount",
                f"{text} value -> {text}",
                lambda a: typed(((a & mask) & -(a & mask)).bit_length() - 1 if a & mask else width),
            ),
            ("RotateLeft", f"{text} value, int rotateAmount -> {text}", rotate),
            ("RotateRight", f"{text} value, int rotateAmount -> {text}", lambda a, n: rotate(a, -n)),
            (
                "DivRem",
                f"{text} left, {text} right -> System.ValueTuple`2[{text},{text}]",
                lambda a, b: _divided(a, b, target),
            ),
            ("MaxMagnitude", f"{text} x, {text} y -> {text}", lambda a, b: max(a, b, key=lambda n: (abs(n), n))),
            ("MinMagnitude", f"{text} x, {text} y -> {text}", lambda a, b: min(a, b, key=lambda n: (abs(n), n))),
            ("CreateChecked", f"object value -> {text}", lambda a: typed(_truncated(a))),
            ("CreateSaturating", f"object value -> {text}", lambda a: typed(min(max(_truncated(a), low), high))),
            ("CreateTruncating", f"object value -> {text}", lambda a: _wrapping(target, _truncated(a))),
            ("CopySign", f"{text} value, {text} sign -> {text}", lambda a, b: typed(abs(a) if b >= 0 else -abs(a))),
        ),
        static=True,
    )


def _divided(a: int, b: int, target: ClrType) -> Value:
    check_divisor(b)
    quotient = abs(a) // abs(b)
    quotient = -quotient if (a < 0) != (b < 0) else quotient
    return make_tuple("System.ValueTuple", (number_to(quotient, target), number_to(a - quotient * b, target)))


def _truncated(value: Any) -> int:
    """Truncate a number to an integer; NaN and infinity give 0."""
    number: Any = unwrap(value)
    if isinstance(number, str):
        number = ord(number) if len(number) == 1 else None
    if isinstance(number, int):
        return int(number)
    if not isinstance(number, (float, Decimal)):
        raise NotSupportedException("Specified method is not supported.")
    return int(number) if isfinite(number) else 0


def _byte_count(value: Any) -> int:
    low, high = RANGES[type(value)]
    return (high - low).bit_length() // 8


def _shortest_bits(value: Any) -> int:
    return int(value).bit_length() if value >= 0 else (~int(value)).bit_length() + 1


def _needs_span(*arguments: Value) -> Value:
    raise NotEmulatedException("Methods that write into memory are not emulated.", error_id="NotEmulatedMember")


def _declare_bytes(target: ClrType) -> None:
    """Declare the members of IBinaryInteger."""
    span = "object destination"
    add_methods(
        target,
        (
            ("GetByteCount", "-> int", _byte_count),
            ("GetShortestBitLength", "-> int", _shortest_bits),
            ("TryFormat", f"{span}, ref int charsWritten -> bool", _needs_span),
            *((name, f"{span}, ref int bytesWritten -> bool", _needs_span) for name in _TRYING),
            *((name, "byte[] destination -> int", _needs_span) for name in _WRITING),
        ),
    )


def _declare() -> None:
    for name in _INTEGERS:
        target = named("System." + name)
        add_common(target)
        _integer(target)
        _declare_bytes(target)
        add_convertible(target)
    add_methods(INT32, (("BigMul", "int left, int right -> long", lambda a, b: Int64(a * b)),), static=True)


_declare()
