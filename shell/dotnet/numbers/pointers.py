"""System.IntPtr and System.UIntPtr: integers of pointer size, 8 bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.types import ClrType, named
from shell.types.conversion.numeric import number_to
from shell.types.registry.declarations import add_constructors, add_methods, add_properties, clr_class
from shell.values.culture import culture_of
from shell.values.errors import OverflowException
from shell.values.objects import Int64, Value, unwrap

if TYPE_CHECKING:
    from shell.types.operators import number_format
else:
    number_format = lazy("shell.types.operators.number_format", globals())


class _Pointer:
    """Base of both: an integer."""

    __slots__ = ("number",)
    low, high = 0, 0

    def __init__(self, number: int) -> None:
        if not self.low <= number <= self.high:
            raise OverflowException("Arithmetic operation resulted in an overflow.")
        self.number = int(number)

    def __str__(self) -> str:
        return str(self.number)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Pointer) and type(other) is type(self) and other.number == self.number

    def __lt__(self, other: _Pointer) -> bool:
        return self.number < other.number

    def __gt__(self, other: _Pointer) -> bool:
        return self.number > other.number

    def __hash__(self) -> int:
        return hash(self.number)

    def __bool__(self) -> bool:
        return self.number != 0


@clr_class("System.IntPtr")
class IntPtr(_Pointer):
    """A signed integer of pointer size."""

    low, high = -(2**63), 2**63 - 1


@clr_class("System.UIntPtr", "System.ValueType", interfaces="System.IComparable System.IFormattable")
class UIntPtr(_Pointer):
    """An unsigned integer of pointer size."""

    low, high = 0, 2**64 - 1


_KINDS: Final = (
    ("System.IntPtr", IntPtr, (("int", "Int32"), ("long", "Int64"))),
    ("System.UIntPtr", UIntPtr, (("uint", "UInt32"), ("ulong", "UInt64"))),
)


def _number(kind: str) -> Callable[[_Pointer], Value]:
    target = named(kind)
    return lambda pointer: number_to(pointer.number, target)


def _to_string(pointer: _Pointer, pattern: Any = "", provider: Value = None) -> str:
    return number_format.format_number(
        Int64(pointer.number), pattern if isinstance(pattern, str) else "", culture_of(provider)
    )


def _declare(target: ClrType, kind: type[_Pointer], numbers: tuple[tuple[str, str], ...]) -> None:
    text = target.name
    target.data["default"] = kind(0)
    add_constructors(target, [(f"{short} value", kind) for short, _ in numbers])
    add_properties(
        target,
        (
            ("Zero", text, lambda: kind(0)),
            ("Size", "int", lambda: 8),
            ("MaxValue", text, lambda: kind(kind.high)),
            ("MinValue", text, lambda: kind(kind.low)),
        ),
        static=True,
    )
    add_methods(
        target,
        (
            *((f"To{name}", f"-> {short}", _number(short)) for short, name in numbers),
            ("Equals", "object obj -> bool", lambda pointer, other: pointer == unwrap(other)),
            (
                "ToString",
                "-> string|string format -> string|System.IFormatProvider provider -> string"
                "|string format, System.IFormatProvider provider -> string",
                _to_string,
            ),
        ),
    )
    moved = f"{text} pointer, int offset -> {text}"
    for names, sign in ((("Add", "op_Addition"), 1), (("Subtract", "op_Subtraction"), -1)):

        def move(pointer: _Pointer, offset: int, sign: int = sign) -> _Pointer:
            return kind(pointer.number + sign * offset)

        add_methods(target, [(name, moved, move) for name in names], static=True)


for _name, _kind, _numbers in _KINDS:
    _declare(named(_name), _kind, _numbers)
