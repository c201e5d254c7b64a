"""Static methods of Double, Single and MathF, and the rarer ones of Math."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Final

from shell.dotnet.numbers.mathematics import declare_common, power, round_double
from shell.dotnet.system.tuples import make_tuple
from shell.types import OBJECT, SINGLE, ClrType, named, register
from shell.types.conversion.numeric import number_to
from shell.types.registry.declarations import add_methods, add_properties
from shell.values.errors import ArgumentException
from shell.values.objects import Value

_Number = Callable[..., float]


def _smaller_magnitude(a: float, b: float) -> float:
    if a != a or b != b:
        return math.nan
    return min(a, b) if abs(a) == abs(b) else min(a, b, key=abs)


def _larger_magnitude(a: float, b: float) -> float:
    if a != a or b != b:
        return math.nan
    return max(a, b) if abs(a) == abs(b) else max(a, b, key=abs)


def _numbers_only(choose: _Number) -> _Number:
    """Wrap Min or Max so that a NaN operand is ignored."""
    return lambda a, b: b if a != a else a if b != b else choose(a, b)


def _root(value: float, degree: int) -> float:
    if degree == 0:
        return math.nan
    if value < 0:
        return -math.pow(-value, 1 / degree) if degree % 2 else math.nan
    if value == 0:
        return math.inf if degree < 0 else value
    found = math.pow(value, 1 / degree)
    near = round(found) if math.isfinite(found) else 0
    return float(near) if degree > 0 and near and float(near) ** degree == value else found


def _clamp(value: float, low: float, high: float) -> float:
    if low > high:
        raise ArgumentException(f"'{low}' cannot be greater than {high}.")
    return min(max(value, low), high)


def _exponent(value: float) -> int:
    """Implement ILogB: the base-2 exponent."""
    if value == 0:
        return -2147483648
    if not math.isfinite(value):
        return 2147483647
    return math.frexp(value)[1] - 1


def _scale(value: float, exponent: int) -> float:
    try:
        return math.ldexp(value, exponent)
    except OverflowError:
        return math.copysign(math.inf, value)


def _of_half_turns(function: _Number, exact: dict[float, float]) -> _Number:
    """Return a function of an angle in half turns (SinPi and its like), exact at multiples of 1/2."""

    def run(value: float) -> float:
        rest = math.fmod(value, 2.0)
        return exact.get(rest % 2.0) if rest % 2.0 in exact else function(rest * math.pi)  # type: ignore[return-value]

    return run


_SINES: Final = {0.0: 0.0, 0.5: 1.0, 1.0: 0.0, 1.5: -1.0}
_COSINES: Final = {0.0: 1.0, 0.5: 0.0, 1.0: -1.0, 1.5: 0.0}
_TANGENTS: Final = {0.0: 0.0, 0.5: math.inf, 1.0: 0.0, 1.5: -math.inf}

_ONE: Final[dict[str, _Number]] = {
    **{name: getattr(math, name.lower()) for name in ("Sin", "Cos", "Tan", "Asin", "Acos", "Atan")},
    **{name: getattr(math, name.lower()) for name in ("Sinh", "Cosh", "Tanh", "Asinh", "Acosh", "Atanh", "Exp")},
    "SinPi": _of_half_turns(math.sin, _SINES),
    "CosPi": _of_half_turns(math.cos, _COSINES),
    "TanPi": _of_half_turns(math.tan, _TANGENTS),
    "AsinPi": lambda x: math.asin(x) / math.pi,
    "AcosPi": lambda x: math.acos(x) / math.pi,
    "AtanPi": lambda x: math.atan(x) / math.pi,
    "Cbrt": lambda x: _root(x, 3),
    "Exp2": lambda x: power(2.0, x),
    "Exp10": lambda x: power(10.0, x),
    "ExpM1": math.expm1,
    "Exp2M1": lambda x: power(2.0, x) - 1,
    "Exp10M1": lambda x: power(10.0, x) - 1,
    "Log": lambda x: math.log(x) if x else -math.inf,
    "Log2": lambda x: math.log2(x) if x else -math.inf,
    "Log10": lambda x: math.log10(x) if x else -math.inf,
    "LogP1": lambda x: math.log1p(x) if x != -1 else -math.inf,
    "Log2P1": lambda x: math.log2(x + 1) if x != -1 else -math.inf,
    "Log10P1": lambda x: math.log10(x + 1) if x != -1 else -math.inf,
    "BitDecrement": lambda x: math.nextafter(x, -math.inf),
    "BitIncrement": lambda x: math.nextafter(x, math.inf),
    "DegreesToRadians": lambda x: x * math.pi / 180,
    "RadiansToDegrees": lambda x: x * 180 / math.pi,
    "ReciprocalEstimate": lambda x: 1 / x if x else math.copysign(math.inf, x),
    "ReciprocalSqrtEstimate": lambda x: 1 / math.sqrt(x) if x else math.copysign(math.inf, x),
}
_TWO: Final[dict[str, _Number]] = {
    "Atan2": math.atan2,
    "Atan2Pi": lambda y, x: math.atan2(y, x) / math.pi,
    "CopySign": math.copysign,
    "Hypot": math.hypot,
    "Ieee754Remainder": math.remainder,
    "Log": lambda x, base: math.log(x) / math.log(base),
    "MaxMagnitude": _larger_magnitude,
    "MinMagnitude": _smaller_magnitude,
    "MaxMagnitudeNumber": _numbers_only(_larger_magnitude),
    "MinMagnitudeNumber": _numbers_only(_smaller_magnitude),
    "MaxNumber": _numbers_only(max),
    "MinNumber": _numbers_only(min),
    "MaxNative": lambda x, y: x if x > y else y,
    "MinNative": lambda x, y: x if x < y else y,
}
_THREE: Final[dict[str, _Number]] = {
    "FusedMultiplyAdd": lambda left, right, addend: left * right + addend,
    "MultiplyAddEstimate": lambda left, right, addend: left * right + addend,
    "Lerp": lambda value1, value2, amount: value1 * (1 - amount) + value2 * amount,
    "ClampNative": _clamp,
}
_SMALLEST_NORMAL: Final = {"double": 2.2250738585072014e-308, "float": 1.1754943508222875e-38}
_OF_MATH: Final = (
    *("BitDecrement", "BitIncrement", "MaxMagnitude", "MinMagnitude"),
    *("ReciprocalEstimate", "ReciprocalSqrtEstimate"),
)


def _guarded(function: _Number, target: ClrType) -> Callable[..., Value]:
    def run(*numbers: float) -> Value:
        try:
            found = function(*numbers)
        except OverflowError:
            found = math.inf
        except (ValueError, ZeroDivisionError):
            found = math.nan
        return number_to(found, target)

    return run


def _sine_and_cosine(factor: float, target: ClrType) -> Callable[[float], Value]:
    sine, cosine = (_ONE["Sin"], _ONE["Cos"]) if factor == 1 else (_ONE["SinPi"], _ONE["CosPi"])
    return lambda x: make_tuple("System.ValueTuple", (number_to(sine(x), target), number_to(cosine(x), target)))


def add_real_functions(target: ClrType) -> None:
    """Add the functions to Double or Single."""
    kind = target.accelerator
    for table, parameters in (
        (_ONE, f"{kind} x"),
        (_TWO, f"{kind} x, {kind} y"),
        (_THREE, f"{kind} left, {kind} right, {kind} addend"),
    ):
        rows = [(name, f"{parameters} -> {kind}", _guarded(function, target)) for name, function in table.items()]
        add_methods(target, rows, static=True)
    smallest = _SMALLEST_NORMAL[kind]
    add_methods(
        target,
        (
            ("IsNormal", f"{kind} d -> bool", lambda d: math.isfinite(d) and abs(d) >= smallest),
            ("IsSubnormal", f"{kind} d -> bool", lambda d: 0 < abs(d) < smallest),
            ("IsPow2", f"{kind} value -> bool", lambda d: d > 0 and math.isfinite(d) and math.frexp(d)[0] == 0.5),
        ),
        static=True,
    )
    add_methods(
        target,
        (
            ("ILogB", f"{kind} x -> int", _exponent),
            ("ScaleB", f"{kind} x, int n -> {kind}", _guarded(_scale, target)),
            ("RootN", f"{kind} x, int n -> {kind}", _guarded(_root, target)),
            ("SinCos", f"{kind} x -> System.ValueTuple`2[{kind},{kind}]", _sine_and_cosine(1, target)),
            ("SinCosPi", f"{kind} x -> System.ValueTuple`2[{kind},{kind}]", _sine_and_cosine(math.pi, target)),
        ),
        static=True,
    )


def _add_math_functions(target: ClrType) -> None:
    """Add Math's rarer functions."""
    double = named("System.Double")
    rows: list[tuple[str, str, Any]] = []
    for name in _OF_MATH:
        parameters = "double x, double y" if name in _TWO else "double d" if "Reciprocal" in name else "double x"
        rows.append((name, f"{parameters} -> double", _guarded(_TWO.get(name) or _ONE[name], double)))
    rows += [
        ("ILogB", "double x -> int", _exponent),
        ("ScaleB", "double x, int n -> double", _guarded(_scale, double)),
        ("SinCos", "double x -> System.ValueTuple`2[double,double]", _sine_and_cosine(1, double)),
    ]
    add_methods(target, rows, static=True)


_OF_MATHF: Final = (
    *("Sin", "Cos", "Tan", "Asin", "Acos", "Atan", "Sinh", "Cosh", "Tanh", "Asinh", "Acosh", "Atanh", "Exp", "Cbrt"),
    *("Log", "Log2", "Log10", "BitDecrement", "BitIncrement", "ReciprocalEstimate", "ReciprocalSqrtEstimate"),
)
_PAIRS_OF_MATHF: Final = ("Atan2", "CopySign", "Log", "MaxMagnitude", "MinMagnitude")


def _whole(operation: Callable[[float], int]) -> _Number:
    return lambda x: math.copysign(float(operation(x)), x) if math.isfinite(x) else x


def _declare_math() -> None:
    target = register(ClrType("System.Math", OBJECT, is_abstract=True))
    declare_common(target)
    _add_math_functions(target)


def _declare_mathf() -> None:
    """Declare System.MathF: Math's functions for Single."""
    target = register(ClrType("System.MathF", OBJECT, is_abstract=True))
    constants = (("PI", math.pi), ("E", math.e), ("Tau", math.tau))
    add_properties(
        target,
        [(name, "float", lambda value=value: number_to(value, SINGLE)) for name, value in constants],
        static=True,
    )
    rows: list[tuple[str, _Number, str]] = [(name, _ONE[name], "float x") for name in _OF_MATHF]
    rows += [(name, _TWO[name], "float x, float y") for name in _PAIRS_OF_MATHF]
    rows += [
        ("Abs", abs, "float x"),
        ("Sqrt", lambda x: math.sqrt(x) if x >= 0 else math.nan, "float x"),
        ("Pow", power, "float x, float y"),
        ("Floor", _whole(math.floor), "float x"),
        ("Ceiling", _whole(math.ceil), "float x"),
        ("Truncate", _whole(math.trunc), "float x"),
        ("Max", lambda x, y: x if x != x else y if y != y else max(x, y), "float x, float y"),
        ("Min", lambda x, y: x if x != x else y if y != y else min(x, y), "float x, float y"),
        ("IEEERemainder", math.remainder, "float x, float y"),
        ("FusedMultiplyAdd", lambda x, y, z: x * y + z, "float x, float y, float z"),
        ("ScaleB", _scale, "float x, int n"),
    ]
    add_methods(target, [(name, f"{shape} -> float", _guarded(run, SINGLE)) for name, run, shape in rows], static=True)
    mode = "System.MidpointRounding mode"
    shapes = "float x", "float x, int digits", f"float x, {mode}", f"float x, int digits, {mode}"
    add_methods(
        target,
        (
            ("Round", "|".join(f"{shape} -> float" for shape in shapes), _guarded(round_double, SINGLE)),
            ("Sign", "float x -> int", lambda x: int(x > 0) - int(x < 0)),
            ("ILogB", "float x -> int", _exponent),
            ("SinCos", "float x -> System.ValueTuple`2[float,float]", _sine_and_cosine(1, SINGLE)),
        ),
        static=True,
    )


_declare_math()
_declare_mathf()
