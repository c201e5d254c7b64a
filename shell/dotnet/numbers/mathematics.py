"""Members of Math: constants, rounding, powers and logarithms."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from shell.dotnet.system.tuples import make_tuple
from shell.types import ClrType, named
from shell.types.conversion.numeric import number_to
from shell.types.registry.declarations import add_methods, add_properties
from shell.values.errors import (
    ArgumentException,
    ArgumentOutOfRangeException,
    ArithmeticException,
    DivideByZeroException,
    OverflowException,
)
from shell.values.objects import Int64, UInt64, Value

ROUNDING: Final = ("ROUND_HALF_EVEN", "ROUND_HALF_UP", "ROUND_DOWN", "ROUND_FLOOR", "ROUND_CEILING")
"""MidpointRounding value -> rounding mode of Python's decimal module."""


def _split_arguments(rest: tuple[Any, ...]) -> tuple[int, int]:
    """Return digits and MidpointRounding of Round's optional arguments."""
    digits, mode = 0, 0
    for each in rest:
        if hasattr(type(each), "clr_type"):
            mode = int(each)
        else:
            digits = int(each)
    return digits, mode


def round_double(value: float, *rest: Any) -> float:
    """Implement Math.Round of a Double: half to even, on the value scaled by a power of ten, as .NET does."""
    digits, mode = _split_arguments(rest)
    if not 0 <= digits <= 15:
        raise ArgumentOutOfRangeException("Rounding digits must be between 0 and 15, inclusive. (Parameter 'digits')")
    if not math.isfinite(value) or abs(value) >= 1e16:
        return float(value)
    scale = 10.0**digits
    scaled = value * scale
    if not math.isfinite(scaled):
        return float(value)
    whole = int(Decimal(scaled).to_integral_value(rounding=ROUNDING[mode]))
    return math.copysign(whole / scale, value) if whole == 0 else whole / scale


def round_decimal(value: Decimal, *rest: Any) -> Decimal:
    """Implement Math.Round of a Decimal."""
    digits, mode = _split_arguments(rest)
    if not 0 <= digits <= 28:
        raise ArgumentOutOfRangeException(
            "Decimal can only round to between 0 and 28 digits of precision. (Parameter 'decimals')"
        )
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent <= digits:
        return value
    return value.quantize(Decimal((0, (1,), -digits)), rounding=ROUNDING[mode])


def power(a: float, b: float) -> float:
    """Implement Math.Pow, with .NET's results where Python raises."""
    try:
        return math.pow(a, b)
    except OverflowError:
        return -math.inf if a < 0 and b % 2 == 1 else math.inf
    except ValueError:
        return math.inf if a == 0 else math.nan


def _safe(function: Callable[..., float], overflow: float = math.inf) -> Callable[..., float]:
    def run(*numbers: float) -> float:
        try:
            return float(function(*numbers))
        except OverflowError:
            return overflow
        except ValueError:
            return math.nan

    return run


def _log(value: float, base: float | None = None) -> float:
    if value == 0 and base is None:
        return -math.inf
    if value == math.inf:
        return math.inf
    if value < 0 or value != value:
        return math.nan
    if base is None:
        return math.log(value)
    if base == 1 or base <= 0:
        return math.nan
    return -math.inf if value == 0 else math.log(value) / math.log(base)


def _log_of(function: Callable[[float], float]) -> Callable[[float], float]:
    def run(value: float) -> float:
        if value == 0:
            return -math.inf
        return math.nan if value < 0 else function(value)

    return run


_NUMBERS: Final = ("sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal")
_SIGNED: Final = ("sbyte", "short", "int", "long", "float", "double", "decimal")


def _abs(name: str) -> Callable[[Any], Value]:
    target = named(name)

    def run(value: Any) -> Value:
        try:
            return number_to(abs(value), target)
        except OverflowException:
            raise OverflowException("Negating the minimum value of a twos complement number is invalid.") from None

    return run


def _smallest(a: Any, b: Any) -> Any:
    return a if a != a else b if b != b else min(a, b)


def _largest(a: Any, b: Any) -> Any:
    return a if a != a else b if b != b else max(a, b)


def _sign(value: Any) -> int:
    if value != value:
        raise ArithmeticException("Function does not accept floating point Not-a-Number values.")
    return int(value > 0) - int(value < 0)


def _clamp(value: Any, low: Any, high: Any) -> Any:
    if low > high:
        raise ArgumentException(f"'{low}' cannot be greater than {high}.")
    return min(max(value, low), high)


def _div_rem(a: int, b: int, reference: Any) -> Value:
    if b == 0:
        raise DivideByZeroException("Attempted to divide by zero.")
    quotient = abs(a) // abs(b)
    quotient = -quotient if (a < 0) != (b < 0) else quotient
    kind = type(a)
    reference.value = kind(a - quotient * b)
    return kind(quotient)


def _div_rem_pair(a: int, b: int) -> Value:
    if b == 0:
        raise DivideByZeroException("Attempted to divide by zero.")
    quotient = abs(a) // abs(b)
    quotient = -quotient if (a < 0) != (b < 0) else quotient
    return make_tuple("System.ValueTuple", (type(a)(quotient), type(a)(a - quotient * b)))


def _whole(
    operation: Callable[[float], int], rounding: str
) -> tuple[Callable[[float], float], Callable[[Decimal], Decimal]]:
    def of_double(value: float) -> float:
        if not math.isfinite(value):
            return value
        result = float(operation(value))
        return math.copysign(result, value) if result == 0 else result

    return of_double, lambda value: value.to_integral_value(rounding=rounding)


def declare_common(target: ClrType) -> None:
    """Attach the usual members to Math."""
    add_properties(
        target,
        [("PI", "double", lambda: math.pi), ("E", "double", lambda: math.e), ("Tau", "double", lambda: math.tau)],
        static=True,
    )
    for name in _NUMBERS:
        add_methods(
            target,
            (
                ("Max", f"{name} val1, {name} val2 -> {name}", _largest),
                ("Min", f"{name} val1, {name} val2 -> {name}", _smallest),
                ("Clamp", f"{name} value, {name} min, {name} max -> {name}", _clamp),
            ),
            static=True,
        )
    for name in _SIGNED:
        add_methods(
            target,
            (("Abs", f"{name} value -> {name}", _abs(name)), ("Sign", f"{name} value -> int", _sign)),
            static=True,
        )
    for name, operation, rounding in (
        ("Floor", math.floor, "ROUND_FLOOR"),
        ("Ceiling", math.ceil, "ROUND_CEILING"),
        ("Truncate", math.trunc, "ROUND_DOWN"),
    ):
        of_double, of_decimal = _whole(operation, rounding)
        add_methods(
            target, ((name, "double d -> double", of_double), (name, "decimal d -> decimal", of_decimal)), static=True
        )
    _declare_functions(target)


def _declare_functions(target: ClrType) -> None:
    for kind, function in (("double", round_double), ("decimal", round_decimal)):
        signatures = (
            f"{kind} a -> {kind}|{kind} value, int digits -> {kind}"
            f"|{kind} value, System.MidpointRounding mode -> {kind}"
            f"|{kind} value, int digits, System.MidpointRounding mode -> {kind}"
        )
        add_methods(target, (("Round", signatures, function),), static=True)
    one = "double a -> double"
    add_methods(
        target,
        (
            *(
                (name, one, _safe(getattr(math, name.lower())))
                for name in ("Sin", "Cos", "Tan", "Asin", "Acos", "Atan")
            ),
            *(
                (name, one, _safe(getattr(math, name.lower())))
                for name in ("Sinh", "Cosh", "Tanh", "Asinh", "Acosh", "Atanh")
            ),
            ("Atan2", "double y, double x -> double", math.atan2),
            ("Exp", one, _safe(math.exp)),
            ("Sqrt", one, _safe(math.sqrt)),
            ("Cbrt", one, lambda a: math.copysign(_cube_root(abs(a)), a)),
            ("Pow", "double x, double y -> double", power),
            ("Log", f"{one}|double a, double newBase -> double", _log),
            ("Log10", one, _log_of(math.log10)),
            ("Log2", one, _log_of(math.log2)),
            ("IEEERemainder", "double x, double y -> double", _safe(math.remainder)),
            ("CopySign", "double x, double y -> double", math.copysign),
            ("BigMul", "int a, int b -> long", lambda a, b: Int64(a * b)),
            ("BigMul", "uint a, uint b -> ulong", lambda a, b: UInt64(int(a) * int(b))),
            ("DivRem", "int a, int b, ref int result -> int|long a, long b, ref long result -> long", _div_rem),
            *(
                ("DivRem", f"{kind} left, {kind} right -> System.ValueTuple`2[{kind},{kind}]", _div_rem_pair)
                for kind in _NUMBERS[:8]
            ),
            ("FusedMultiplyAdd", "double x, double y, double z -> double", lambda x, y, z: x * y + z),
        ),
        static=True,
    )


def _cube_root(value: float) -> float:
    if value == 0 or not math.isfinite(value):
        return value
    root = round(value ** (1 / 3))
    return float(root) if root**3 == value else value ** (1 / 3)
