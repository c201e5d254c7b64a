"""System.Int128, System.UInt128 and System.Half, which PowerShell's own arithmetic does not support.

Arithmetic uses their op_ methods, so both operands must be of the type or convert to it.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from typing import Any, ClassVar, Final

from shell.dotnet.numbers.numbers import check_divisor
from shell.types import named
from shell.types.conversion.numeric import number_to
from shell.types.conversion.text import scientific_or_plain
from shell.types.registry.declarations import add_methods, add_properties
from shell.types.registry.table import ClrType, register
from shell.values.errors import ArgumentException, FormatException, OverflowException
from shell.values.objects import Value, unwrap

_INTEGERS: Final = ("byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong")


class WideNumber:
    """Base of the three types; `number` is the Python value."""

    __slots__ = ("number",)

    clr_type: ClassVar[ClrType]

    def __init__(self, number: Any) -> None:
        self.number = number

    @property
    def clr_number(self) -> Any:
        """Return the Python number from which conversions start."""
        return self.number

    @classmethod
    def made(cls, number: Any) -> WideNumber:
        """Create a value from a number, truncated like an explicit conversion."""
        raise NotImplementedError

    @classmethod
    def read(cls, text: str) -> WideNumber:
        """Parse a text; raises FormatException."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WideNumber) and type(other) is type(self) and bool(other.number == self.number)

    def __hash__(self) -> int:
        return hash(self.number)

    def __lt__(self, other: Any) -> bool:
        return bool(self.number < other.number)

    def __str__(self) -> str:
        return str(self.number)


class Int128(WideNumber):
    """A signed 128-bit integer."""

    __slots__ = ()

    low: ClassVar[int] = -(2**127)
    high: ClassVar[int] = 2**127 - 1

    @classmethod
    def made(cls, number: Any) -> WideNumber:
        """Truncate to an integer of 128 bits."""
        return cls((math.trunc(number) - cls.low) % 2**128 + cls.low)

    @classmethod
    def read(cls, text: str) -> WideNumber:
        """Parse an integer."""
        plain = text.strip()
        if not plain.lstrip("+-").isascii() or not plain.lstrip("+-").isdigit():
            raise FormatException(f"The input string '{text}' was not in a correct format.")
        number = int(plain)
        if not cls.low <= number <= cls.high:
            raise OverflowException(f"Value was either too large or too small for an {cls.__name__}.")
        return cls(number)


class UInt128(Int128):
    """An unsigned 128-bit integer."""

    __slots__ = ()

    low: ClassVar[int] = 0
    high: ClassVar[int] = 2**128 - 1


class Half(WideNumber):
    """A 16-bit floating-point number."""

    __slots__ = ()

    @classmethod
    def made(cls, number: Any) -> WideNumber:
        """Round to the nearest 16-bit value; larger numbers become infinity."""
        real = float(number)
        try:
            return cls(struct.unpack("e", struct.pack("e", real))[0])
        except OverflowError:
            return cls(math.copysign(math.inf, real))

    @classmethod
    def read(cls, text: str) -> WideNumber:
        """Parse a floating-point number."""
        try:
            return cls.made(float(text.strip().replace(",", "")))
        except ValueError:
            raise FormatException(f"The input string '{text}' was not in a correct format.") from None

    def __str__(self) -> str:
        number = self.number
        if not math.isfinite(number):
            return "NaN" if number != number else "∞" if number > 0 else "-∞"
        if number == 0:
            return "-0" if math.copysign(1, number) < 0 else "0"
        for digits in range(1, 6):
            mantissa, _, exponent = f"{number:.{digits - 1}e}".partition("e")
            if Half.made(float(f"{mantissa}e{exponent}")).number == number:
                break
        return scientific_or_plain(mantissa.lstrip("-").replace(".", "").rstrip("0"), int(exponent), 5, number < 0)


def _remainder(a: Any, b: Any) -> Any:
    check_divisor(b)
    rest = abs(a) % abs(b)
    return -rest if a < 0 else rest


def _quotient(a: Any, b: Any) -> Any:
    check_divisor(b)
    found = abs(a) // abs(b)
    return -found if (a < 0) != (b < 0) else found


def _real_quotient(a: float, b: float) -> float:
    if b:
        return a / b
    return math.nan if a == 0 or a != a else math.copysign(math.inf, a) * math.copysign(1, b)


def _compare(a: Any, b: Value) -> int:
    b = unwrap(b)
    if b is None:
        return 1
    if type(a) is not type(b):
        raise ArgumentException(f"Object must be of type {type(a).__name__}.")
    return int(a.number > b.number) - int(a.number < b.number)


def _declare(
    kind: type[WideNumber], operations: dict[str, Callable[[Any, Any], Any]], exact: tuple[str, ...]
) -> ClrType:
    """Register a type; the types in `exact` convert to it implicitly."""
    name = f"System.{kind.__name__}"
    made = register(
        ClrType(
            name,
            named("System.ValueType"),
            python_class=kind,
            interface_names=("System.IComparable", "System.IFormattable"),
        )
    )
    made._loaded = True
    kind.clr_type = made
    pair = f"{name} left, {name} right"
    add_methods(
        made,
        [
            (operator, f"{pair} -> {name}", lambda a, b, run=run: kind.made(run(a.number, b.number)))
            for operator, run in operations.items()
        ],
        static=True,
    )
    others = [each for each in (*_INTEGERS, "decimal", "double", "float", "bigint") if each not in exact]
    add_methods(
        made,
        (
            *(("op_Implicit", f"{each} value -> {name}", kind.made) for each in exact),
            *(("op_Explicit", f"{each} value -> {name}", kind.made) for each in others),
            *(("op_Explicit", f"{name} value -> {each}", _converter(each)) for each in (*_INTEGERS, *_OTHERS)),
            ("op_UnaryNegation", f"{name} value -> {name}", lambda a: kind.made(-a.number)),
            ("Parse", f"string s -> {name}", kind.read),
            ("Abs", f"{name} value -> {name}", lambda a: kind.made(abs(a.number))),
            ("Max", f"{pair} -> {name}", lambda a, b: max(a, b)),
            ("Min", f"{pair} -> {name}", lambda a, b: min(a, b)),
        ),
        static=True,
    )
    add_methods(
        made,
        (
            ("CompareTo", "object value -> int", _compare),
            ("Equals", "object obj -> bool", lambda a, b: a == unwrap(b)),
            ("ToString", "-> string", str),
        ),
    )
    return made


_OTHERS: Final = ("decimal", "double", "float", "bigint")


def _converter(name: str) -> Callable[[Any], Value]:
    return lambda value: number_to(value.number, named(name))


def _limits(target: ClrType, kind: type[WideNumber], numbers: dict[str, Any]) -> None:
    rows = [(name, target.name, lambda number=number: kind(number)) for name, number in numbers.items()]
    add_properties(target, rows, static=True)


_WHOLE: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "op_Addition": lambda a, b: a + b,
    "op_Subtraction": lambda a, b: a - b,
    "op_Multiply": lambda a, b: a * b,
    "op_Division": _quotient,
    "op_Modulus": _remainder,
    "op_BitwiseAnd": lambda a, b: a & b,
    "op_BitwiseOr": lambda a, b: a | b,
    "op_ExclusiveOr": lambda a, b: a ^ b,
}
_REAL: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "op_Addition": lambda a, b: a + b,
    "op_Subtraction": lambda a, b: a - b,
    "op_Multiply": lambda a, b: a * b,
    "op_Division": _real_quotient,
    "op_Modulus": lambda a, b: math.fmod(a, b) if b else math.nan,
}

for _kind, _exact in ((Int128, _INTEGERS), (UInt128, ("byte", "ushort", "uint", "ulong"))):
    _limits(
        _declare(_kind, _WHOLE, _exact),
        _kind,
        {"MaxValue": _kind.high, "MinValue": _kind.low, "One": 1, "Zero": 0},
    )
_limits(
    _declare(Half, _REAL, ("byte", "sbyte")),
    Half,
    {
        "MaxValue": 65504.0,
        "MinValue": -65504.0,
        "Epsilon": 2.0**-24,
        "NaN": math.nan,
        "PositiveInfinity": math.inf,
        "NegativeInfinity": -math.inf,
        "One": 1.0,
        "Zero": 0.0,
    },
)

__all__ = ["Half", "Int128", "UInt128"]
