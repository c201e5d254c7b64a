"""Members of Double and Single: limits, rounding, tests for NaN and infinity."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from shell.dotnet.numbers.mathematics import power, round_double
from shell.dotnet.numbers.numbers import add_common
from shell.dotnet.numbers.real_functions import add_real_functions
from shell.dotnet.system.basics import add_convertible
from shell.types import DOUBLE, SINGLE, ClrType
from shell.types.conversion.numeric import number_to
from shell.types.registry.declarations import add_methods, add_properties


def _floating(target: ClrType, limits: dict[str, float]) -> None:
    text = target.accelerator
    add_properties(
        target,
        [(name, text, lambda number=number: number_to(number, target)) for name, number in limits.items()],
        static=True,
    )
    add_methods(
        target,
        (
            ("IsNaN", f"{text} d -> bool", lambda a: a != a),
            ("IsInfinity", f"{text} d -> bool", math.isinf),
            ("IsPositiveInfinity", f"{text} d -> bool", lambda a: a == math.inf),
            ("IsNegativeInfinity", f"{text} d -> bool", lambda a: a == -math.inf),
            ("IsFinite", f"{text} d -> bool", math.isfinite),
            ("IsInteger", f"{text} value -> bool", lambda a: math.isfinite(a) and a == math.floor(a)),
            ("IsRealNumber", f"{text} value -> bool", lambda a: a == a),
            ("Floor", f"{text} x -> {text}", lambda a: number_to(_keep(math.floor, a), target)),
            ("Ceiling", f"{text} x -> {text}", lambda a: number_to(_keep(math.ceil, a), target)),
            ("Truncate", f"{text} x -> {text}", lambda a: number_to(_keep(math.trunc, a), target)),
            (
                "Round",
                f"{text} x -> {text}|{text} x, int digits -> {text}|{text} x, System.MidpointRounding mode -> {text}"
                f"|{text} x, int digits, System.MidpointRounding mode -> {text}",
                lambda a, *rest: number_to(round_double(a, *rest), target),
            ),
            ("Sqrt", f"{text} x -> {text}", lambda a: number_to(math.sqrt(a) if a >= 0 else math.nan, target)),
            ("Pow", f"{text} x, {text} y -> {text}", lambda a, b: number_to(power(a, b), target)),
        ),
        static=True,
    )


def _keep(operation: Callable[[float], float], value: float) -> float:
    return float(operation(value)) if math.isfinite(value) else value


_DOUBLE_LIMITS: Final = {
    "MinValue": -1.7976931348623157e308,
    "MaxValue": 1.7976931348623157e308,
    "Epsilon": 5e-324,
    "NegativeInfinity": -math.inf,
    "PositiveInfinity": math.inf,
    "NaN": math.nan,
    "NegativeZero": -0.0,
    "E": math.e,
    "Pi": math.pi,
    "Tau": math.tau,
}
_SINGLE_LIMITS: Final = {
    **_DOUBLE_LIMITS,
    "MinValue": -3.4028234663852886e38,
    "MaxValue": 3.4028234663852886e38,
    "Epsilon": 1.401298464324817e-45,
}


def _declare() -> None:
    for target, limits in ((DOUBLE, _DOUBLE_LIMITS), (SINGLE, _SINGLE_LIMITS)):
        add_common(target)
        add_convertible(target)
        _floating(target, limits)
        add_real_functions(target)


_declare()
