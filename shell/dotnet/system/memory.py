"""System.Buffer, System.WeakReference and System.HashCode."""

from __future__ import annotations

from typing import Any, Final

from shell.types import OBJECT, ClrType, register
from shell.types.registry.checks import not_negative
from shell.types.registry.declarations import add_methods, clr_class, clr_constructor, clr_property
from shell.values.errors import ArgumentException, NotEmulatedException
from shell.values.objects import Byte, SByte, TypedArray, Value

_ONE_BYTE: Final = (Byte, SByte)


def _bytes_only(array: Any, name: str) -> TypedArray:
    if not isinstance(array, TypedArray) or array.element_type.python_class not in _ONE_BYTE:
        raise NotEmulatedException(f"Buffer works on arrays of bytes here, which '{name}' is not.")
    return array


def _block_copy(source: Any, start: int, target: Any, to: int, count: int) -> None:
    source, target = _bytes_only(source, "src"), _bytes_only(target, "dst")
    for name, value in (("srcOffset", start), ("dstOffset", to), ("count", count)):
        not_negative(value, name)
    if start + count > len(source) or to + count > len(target):
        raise ArgumentException(
            "Offset and length were out of bounds for the array or count is greater than the number of elements from"
            " index to the end of the source collection."
        )
    list.__setitem__(target, slice(to, to + count), list(source[start : start + count]))


def _byte_length(array: Any) -> int:
    return len(_bytes_only(array, "array"))


def _register_buffer() -> None:
    target = register(ClrType("System.Buffer", OBJECT, is_abstract=True))
    target._loaded = True
    rows = (
        ("BlockCopy", "array src, int srcOffset, array dst, int dstOffset, int count -> void", _block_copy),
        ("ByteLength", "array array -> int", _byte_length),
    )
    add_methods(target, rows, static=True)


_register_buffer()


@clr_class("System.WeakReference", properties="Target:object=rw TrackResurrection:bool")
class WeakReference:
    """A weak reference; objects are never collected while it exists."""

    @clr_constructor("object target")
    @clr_constructor("object target, bool trackResurrection")
    def __init__(self, target: Value, track_resurrection: bool = False) -> None:
        self.target = target
        self.track_resurrection = track_resurrection

    @clr_property("IsAlive", "bool")
    def is_alive(self) -> bool:
        """Return True if there is a target."""
        return self.target is not None


def _combine(*values: Value) -> int:
    folded = hash(tuple(str(each) for each in values)) & 0xFFFFFFFF
    return folded - (1 << 32) if folded >> 31 else folded


def _register_hash_code() -> None:
    target = register(ClrType("System.HashCode", OBJECT))
    target._loaded = True
    for count in range(1, 9):
        signature = ", ".join(f"object value{place}" for place in range(1, count + 1))
        add_methods(target, (("Combine", f"{signature} -> int", _combine),), static=True)


_register_hash_code()
