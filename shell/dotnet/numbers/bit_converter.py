"""System.BitConverter: numbers as little-endian bytes."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any, Final

from shell.dotnet.numbers.convert import byte_array
from shell.types import OBJECT, ClrType, named, register
from shell.types.conversion.numeric import number_to
from shell.types.registry.checks import index_below, not_null
from shell.types.registry.declarations import add_methods, add_properties
from shell.values.errors import ArgumentException
from shell.values.objects import Char, Value

_PACKED: Final = {
    "short": "<h", "ushort": "<H", "int": "<i", "uint": "<I", "long": "<q", "ulong": "<Q",
    "float": "<f", "double": "<d",
}  # fmt: skip
_READERS: Final = {
    "ToInt16": "short", "ToUInt16": "ushort", "ToInt32": "int", "ToUInt32": "uint", "ToInt64": "long",
    "ToUInt64": "ulong", "ToSingle": "float", "ToDouble": "double",
}  # fmt: skip


_BITS: Final = (
    ("Double", "double", "Int64", "long"),
    ("Double", "double", "UInt64", "ulong"),
    ("Single", "float", "Int32", "int"),
    ("Single", "float", "UInt32", "uint"),
)


def _packer(shape: str) -> Callable[[Any], Value]:
    return lambda value: byte_array(struct.pack(shape, value))


def _check(data: Any, start: int, size: int) -> None:
    not_null(data, "value")
    index_below(start, len(data), "startIndex")
    if start + size > len(data):
        raise ArgumentException(
            "Destination array is not long enough to copy all the items in the collection. Check array index and"
            " length. (Parameter 'value')"
        )


def _to_boolean(data: Any, start: int) -> bool:
    _check(data, start, 1)
    return bool(data[start])


def _to_char(data: Any, start: int) -> Char:
    _check(data, start, 2)
    return Char(chr(data[start] | data[start + 1] << 8))


def _reread(source: str, target: str) -> Callable[[Any], Value]:
    """Return a function that reinterprets the bits of one type as another."""
    kind = named(target)
    return lambda value: number_to(struct.unpack(_PACKED[target], struct.pack(_PACKED[source], value))[0], kind)


def _reader(shape: str, target: ClrType) -> Callable[[Any, int], Value]:
    size = struct.calcsize(shape)

    def run(data: Any, start: int) -> Value:
        _check(data, start, size)
        return number_to(struct.unpack(shape, bytes(data)[start : start + size])[0], target)

    return run


def _dashed(data: Any, start: int = 0, length: int | None = None) -> str:
    not_null(data, "value")
    part = bytes(data)[start:] if length is None else bytes(data)[start : start + length]
    return part.hex("-").upper() if part else ""


def _declare_bit_converter() -> None:
    target = register(ClrType("System.BitConverter", OBJECT, is_abstract=True))
    add_properties(target, (("IsLittleEndian", "bool", lambda: True),), static=True)
    add_methods(
        target,
        [("GetBytes", f"{name} value -> byte[]", _packer(shape)) for name, shape in _PACKED.items()],
        static=True,
    )
    add_methods(
        target,
        (
            ("GetBytes", "bool value -> byte[]", lambda value: byte_array(bytes([int(value)]))),
            ("GetBytes", "char value -> byte[]", lambda value: byte_array(value.encode("utf-16-le"))),
            (
                "ToString",
                "byte[] value -> string|byte[] value, int startIndex -> string"
                "|byte[] value, int startIndex, int length -> string",
                _dashed,
            ),
            ("ToBoolean", "byte[] value, int startIndex -> bool", _to_boolean),
            (
                "ToChar",
                "byte[] value, int startIndex -> char",
                _to_char,
            ),
            *(
                (
                    f"{source}To{target}Bits",
                    f"{kind} value -> {bits}",
                    _reread(kind, bits),
                )
                for source, kind, target, bits in _BITS
            ),
            *(
                (
                    f"{target}BitsTo{source}",
                    f"{bits} value -> {kind}",
                    _reread(bits, kind),
                )
                for source, kind, target, bits in _BITS
            ),
        ),
        static=True,
    )
    for name, kind in _READERS.items():
        add_methods(
            target,
            ((name, f"byte[] value, int startIndex -> {kind}", _reader(_PACKED[kind], named(kind))),),
            static=True,
        )


_declare_bit_converter()
