"""Members of all numeric types: comparison, Parse, ToString, signs and operators."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Final

from shell.dotnet.system.basics import type_code
from shell.types import BIG_INTEGER, ClrType, type_of
from shell.types.conversion.number_parse import parser, trier
from shell.types.conversion.numeric import number_to
from shell.types.operators.number_format import format_number
from shell.types.registry.declarations import add_methods
from shell.values.culture import culture_of, current
from shell.values.errors import ArgumentException, DivideByZeroException
from shell.values.objects import Value, unwrap


def _to_string(value: Any, pattern: Any = "", provider: Value = None) -> str:
    if not isinstance(pattern, str):
        provider, pattern = pattern, ""
    return format_number(value, pattern or "", current() if provider is None else culture_of(provider))


def _compare(a: Any, b: Value) -> int:
    b = unwrap(b)
    if b is None:
        return 1
    if type(a) is not type(b):
        raise ArgumentException(f"Object must be of type {type_of(a).short_name}.")
    if a != a or b != b:
        return int(b != b) - int(a != a)
    return int(a > b) - int(a < b)


def add_common(target: ClrType) -> None:
    """Add the common members of numbers: comparison, Parse, ToString, signs."""
    parse = parser(target)
    text = target.accelerator
    add_methods(
        target,
        (
            ("CompareTo", f"object value -> int|{text} value -> int", _compare),
            ("Equals", f"object obj -> bool|{text} obj -> bool", lambda a, b: type(a) is type(b) and a == b),
            (
                "ToString",
                "-> string|string format -> string|System.IFormatProvider provider -> string"
                "|string format, System.IFormatProvider provider -> string",
                _to_string,
            ),
        ),
    )
    if target is not BIG_INTEGER:
        add_methods(target, (("GetTypeCode", "-> System.TypeCode", lambda value: type_code(target)),))
    styles = "System.Globalization.NumberStyles style"
    provider = "System.IFormatProvider provider"
    add_methods(
        target,
        (
            (
                "Parse",
                f"string s -> {text}|string s, {styles} -> {text}|string s, {provider} -> {text}"
                f"|string s, {styles}, {provider} -> {text}",
                parse,
            ),
            (
                "TryParse",
                f"string s, ref {text} result -> bool|string s, {provider}, ref {text} result -> bool"
                f"|string s, {styles}, {provider}, ref {text} result -> bool",
                trier(parse, target),
            ),
            ("Max", f"{text} x, {text} y -> {text}", lambda a, b: max(a, b)),
            ("Min", f"{text} x, {text} y -> {text}", lambda a, b: min(a, b)),
            ("Abs", f"{text} value -> {text}", lambda a: number_to(abs(a), target)),
            ("Clamp", f"{text} value, {text} min, {text} max -> {text}", _clamp),
            ("Sign", f"{text} value -> int", lambda a: (a > 0) - (a < 0)),
            ("IsNegative", f"{text} value -> bool", lambda a: math.copysign(1, a) < 0),
            ("IsPositive", f"{text} value -> bool", lambda a: math.copysign(1, a) > 0),
            ("IsEvenInteger", f"{text} value -> bool", lambda a: a % 2 == 0),
            ("IsOddInteger", f"{text} value -> bool", lambda a: abs(a) % 2 == 1),
        ),
        static=True,
    )


def _clamp(value: Any, low: Any, high: Any) -> Any:
    if low > high:
        raise ArgumentException(f"'{low}' cannot be greater than {high}.")
    return min(max(value, low), high)


_OPERATORS: Final = {
    "Add": "op_Addition",
    "Subtract": "op_Subtraction",
    "Multiply": "op_Multiply",
    "Divide": "op_Division",
    "Remainder": "op_Modulus",
}


def add_arithmetic(target: ClrType, signature: str, functions: dict[str, Callable[..., Value]]) -> None:
    """Add the five arithmetic operations as methods and as operators."""
    rows = [(name, signature, function) for name, function in functions.items()]
    add_methods(target, rows, static=True)
    add_methods(target, [(_OPERATORS[name], signature, function) for name, _, function in rows], static=True)


def check_divisor(divisor: Value) -> None:
    """Raise DivideByZeroException for zero."""
    if divisor == 0:
        raise DivideByZeroException("Attempted to divide by zero.")
