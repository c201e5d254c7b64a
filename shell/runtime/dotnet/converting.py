"""System.Convert and System.BitConverter."""

from __future__ import annotations

import base64
import binascii
import re
import struct
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from shell.language.numbers import RANGES
from shell.runtime.conversion import convert
from shell.runtime.declare import add_methods
from shell.runtime.dotnet.basics import type_code
from shell.runtime.dotnet.cultures import culture_of
from shell.runtime.dotnet.datetime import DateTime
from shell.runtime.dotnet.formatting import format_value
from shell.runtime.errors import (
    ArgumentException,
    ArgumentNullException,
    ArgumentOutOfRangeException,
    FormatException,
    InvalidCastException,
    OverflowException,
    PSInvalidCastException,
)
from shell.runtime.numeric import bad_format, integer_in_range, number_to, overflow
from shell.runtime.objects import Byte, Char, Int64, TypedArray, Value, unwrap
from shell.runtime.text import net_string
from shell.runtime.types import BYTE, CHAR, OBJECT, STRING, ClrType, named, register, type_of

_TARGETS: Final = (
    "SByte",
    "Byte",
    "Int16",
    "UInt16",
    "Int32",
    "UInt32",
    "Int64",
    "UInt64",
    "Single",
    "Double",
    "Decimal",
)


def _cannot(value: Value, target: ClrType) -> InvalidCastException:
    return InvalidCastException(f"Invalid cast from '{type_of(value).short_name}' to '{target.short_name}'.")


def _to_number(target: ClrType) -> Callable[..., Value]:
    parse = None

    def run(value: Value, extra: Any = None) -> Value:
        nonlocal parse
        value = unwrap(value)
        if value is None:
            return number_to(0, target)
        if isinstance(value, str) and not isinstance(value, Char):
            if isinstance(extra, int):
                return _from_base(str(value), extra, target)
            if parse is None:
                parse = target.overloads("parse", static=True)[0].function
            return parse(value)
        if (isinstance(value, Char) and target.python_class in (float, Decimal)) or isinstance(value, DateTime):
            raise _cannot(value, target)
        if not isinstance(value, (int, float, Decimal, Char)):
            raise InvalidCastException(
                f"Unable to cast object of type '{type_of(value).full_name}' to type 'System.IConvertible'."
            )
        return number_to(value, target)

    return run


def _from_base(text: str, base: int, target: ClrType) -> Value:
    if base not in (2, 8, 10, 16):
        raise ArgumentException("Invalid Base.")
    if base == 10:
        parsed: Value = target.overloads("parse", static=True)[0].function(text)
        return parsed
    digits = {2: "01", 8: "0-7", 16: "0-9a-fA-F"}[base]
    body = re.sub("^0[xX]", "", text) if base == 16 else text
    if not body:
        raise ArgumentOutOfRangeException(
            "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter"
            " 'startIndex')"
        )
    if not re.match(f"[{digits}]", body):
        raise FormatException("Could not find any recognizable digits.")
    if not re.fullmatch(f"[{digits}]+", body):
        raise FormatException("Additional non-parsable characters are at the end of the string.")
    python_class = target.python_class
    assert python_class is not None
    low, high = RANGES[python_class]
    number = int(body, base)
    if number > high - low:
        raise overflow(target.name)
    return integer_in_range(number - (high - low + 1) if number > high else number, python_class, target.name)


def _to_boolean(value: Value, provider: Value = None) -> bool:
    value = unwrap(value)
    if value is None:
        return False
    if isinstance(value, str) and not isinstance(value, Char):
        from shell.runtime.dotnet.basics import _parse_bool

        return _parse_bool(value)
    if isinstance(value, (Char, DateTime)):
        raise _cannot(value, named("bool"))
    return bool(value)


def _to_char(value: Value, provider: Value = None) -> Char:
    value = unwrap(value)
    if isinstance(value, str):
        if len(value) != 1:
            raise FormatException("String must be exactly one character long.")
        return Char(value)
    if value is None:
        return Char("\0")
    if isinstance(value, (bool, float, Decimal, DateTime)):
        raise _cannot(value, CHAR)
    return number_to(value, CHAR)  # type: ignore[no-any-return]


def _to_date(value: Value, provider: Value = None) -> DateTime:
    value = unwrap(value)
    if value is None:
        return DateTime(0)
    if isinstance(value, DateTime):
        return value
    if isinstance(value, str) and not isinstance(value, Char):
        from shell.runtime.dotnet.dateparse import parse_date

        return parse_date(value)
    raise _cannot(value, named("datetime"))


def _in_base(number: int, base: int, value: Any) -> str:
    if base not in (2, 8, 10, 16):
        raise ArgumentException("Invalid Base.")
    if base == 10:
        return str(int(number))
    low, high = RANGES[type(value)] if type(value) in RANGES else RANGES[int]
    bits = number & (high - low)
    return f"{bits:b}" if base == 2 else f"{bits:o}" if base == 8 else f"{bits:x}"


def _to_string(value: Value, extra: Any = None) -> Any:
    value = unwrap(value)
    if isinstance(extra, int) and isinstance(value, int):
        return _in_base(int(value), extra, value)
    if value is None:
        return ""
    if extra is not None:
        return format_value(value, "", culture_of(extra))
    return net_string(value)


def _to_base64(data: Any, *rest: Any) -> str:
    if data is None:
        raise ArgumentNullException("Value cannot be null. (Parameter 'inArray')")
    lines = bool(rest) and hasattr(type(rest[-1]), "clr_type") and int(rest[-1]) == 1
    numbers = [each for each in rest if not hasattr(type(each), "clr_type")]
    part = bytes(data)[numbers[0] : numbers[0] + numbers[1]] if len(numbers) == 2 else bytes(data)
    text = base64.b64encode(part).decode("ascii")
    return "\r\n".join(text[place : place + 76] for place in range(0, len(text), 76)) if lines else text


def _from_base64(text: Any) -> Value:
    if text is None:
        raise ArgumentNullException("Value cannot be null. (Parameter 's')")
    try:
        data = base64.b64decode(re.sub(r"[ \t\r\n]", "", text), validate=True)
    except (binascii.Error, ValueError):
        raise FormatException(
            "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding"
            " characters, or an illegal character among the padding characters."
        ) from None
    return byte_array(data)


def byte_array(data: bytes) -> TypedArray:
    """Return a byte[]."""
    return TypedArray(BYTE, [Byte(each) for each in data])


def _from_hex(text: str) -> Value:
    try:
        return byte_array(bytes.fromhex(text))
    except ValueError:
        raise FormatException("The input is not a valid hex string as it contains a non-hex character.") from None


def _change_type(value: Value, target: Any, provider: Value = None) -> Value:
    value = unwrap(value)
    if target is None:
        raise ArgumentNullException("Value cannot be null. (Parameter 'conversionType')")
    if isinstance(target, int):
        target = named("System." + net_string(target))
    if value is None:
        if target.is_value_type:
            raise InvalidCastException("Null object cannot be converted to a value type.")
        return None
    if type_of(value) is target:
        return value
    simple = _BY_TYPE.get(target.name)
    if simple is not None:
        return simple(value)
    try:
        return convert(value, target)
    except PSInvalidCastException:
        raise InvalidCastException(f"Invalid cast from '{type_of(value).full_name}' to '{target.full_name}'.") from None


_BY_TYPE: dict[str, Callable[..., Value]] = {f"System.{name}": _to_number(named("System." + name)) for name in _TARGETS}
_BY_TYPE |= {
    "System.Boolean": _to_boolean,
    "System.Char": _to_char,
    "System.DateTime": _to_date,
    "System.String": _to_string,
}


def _declare_convert() -> None:
    target = register(ClrType("System.Convert", OBJECT, is_abstract=True))
    for name in _TARGETS:
        run = _BY_TYPE["System." + name]
        returns = named("System." + name).accelerator
        based = f"|string value, int fromBase -> {returns}" if name not in ("Single", "Double", "Decimal") else ""
        shapes = f"object value -> {returns}|object value, System.IFormatProvider provider -> {returns}{based}"
        add_methods(target, ((f"To{name}", shapes, run),), static=True)
    based = "|".join(f"{each} value, int toBase -> string" for each in ("byte", "short", "int", "long"))
    add_methods(
        target,
        (
            ("ToBoolean", "object value -> bool|object value, System.IFormatProvider provider -> bool", _to_boolean),
            ("ToChar", "object value -> char|object value, System.IFormatProvider provider -> char", _to_char),
            (
                "ToDateTime",
                "object value -> datetime|object value, System.IFormatProvider provider -> datetime",
                _to_date,
            ),
            (
                "ToString",
                f"object value -> string|object value, System.IFormatProvider provider -> string|{based}",
                _to_string,
            ),
            (
                "ToBase64String",
                "byte[] inArray -> string|byte[] inArray, System.Base64FormattingOptions options -> string"
                "|byte[] inArray, int offset, int length -> string",
                _to_base64,
            ),
            ("FromBase64String", "string s -> byte[]", _from_base64),
            ("ToHexString", "byte[] inArray -> string", lambda data: bytes(data).hex().upper()),
            ("ToHexStringLower", "byte[] inArray -> string", lambda data: bytes(data).hex()),
            ("FromHexString", "string s -> byte[]", _from_hex),
            (
                "ChangeType",
                "object value, type conversionType -> object|object value, System.TypeCode typeCode -> object"
                "|object value, type conversionType, System.IFormatProvider provider -> object",
                _change_type,
            ),
            ("GetTypeCode", "object value -> System.TypeCode", lambda value: type_code(type_of(unwrap(value)))),
            ("IsDBNull", "object value -> bool", lambda value: type_of(unwrap(value)).name == "System.DBNull"),
        ),
        static=True,
    )


_PACKED: Final = {
    "short": "<h", "ushort": "<H", "int": "<i", "uint": "<I", "long": "<q", "ulong": "<Q",
    "float": "<f", "double": "<d",
}  # fmt: skip
_READERS: Final = {
    "ToInt16": "short", "ToUInt16": "ushort", "ToInt32": "int", "ToUInt32": "uint", "ToInt64": "long",
    "ToUInt64": "ulong", "ToSingle": "float", "ToDouble": "double",
}  # fmt: skip


def _packer(shape: str) -> Callable[[Any], Value]:
    return lambda value: byte_array(struct.pack(shape, value))


def _reader(shape: str, target: ClrType) -> Callable[[Any, int], Value]:
    size = struct.calcsize(shape)

    def run(data: Any, start: int) -> Value:
        if start < 0 or start >= len(data):
            raise ArgumentOutOfRangeException(
                "Index was out of range. Must be non-negative and less than the size of the collection."
                " (Parameter 'startIndex')"
            )
        if start + size > len(data):
            raise ArgumentException(
                "Destination array is not long enough to copy all the items in the collection. Check array index and"
                " length. (Parameter 'value')"
            )
        return number_to(struct.unpack(shape, bytes(data)[start : start + size])[0], target)

    return run


def _dashed(data: Any, start: int = 0, length: int | None = None) -> str:
    part = bytes(data)[start:] if length is None else bytes(data)[start : start + length]
    return part.hex("-").upper() if part else ""


def _declare_bit_converter() -> None:
    from shell.runtime.declare import add_properties

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
            ("ToBoolean", "byte[] value, int startIndex -> bool", lambda data, start: bool(data[start])),
            (
                "ToChar",
                "byte[] value, int startIndex -> char",
                lambda data, start: Char(chr(data[start] | data[start + 1] << 8)),
            ),
            (
                "DoubleToInt64Bits",
                "double value -> long",
                lambda value: Int64(struct.unpack("<q", struct.pack("<d", value))[0]),
            ),
            (
                "Int64BitsToDouble",
                "long value -> double",
                lambda value: struct.unpack("<d", struct.pack("<q", value))[0],
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


_declare_convert()
_declare_bit_converter()

__all__ = ["STRING", "OverflowException", "bad_format", "byte_array"]
