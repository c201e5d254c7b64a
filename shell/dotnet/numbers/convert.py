"""System.Convert and System.BitConverter."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from shell.dotnet.system.basics import type_code
from shell.dotnet.system.nulls import DB_NULL
from shell.dotnet.time.datetime import DateTime
from shell.language.numbers import RANGES
from shell.lazy import lazy
from shell.types import BYTE, CHAR, OBJECT, STRING, ClrType, named, register, type_of
from shell.types.conversion.conversion import convert
from shell.types.conversion.numeric import bad_format, integer_in_range, number_to, overflow
from shell.types.conversion.text import net_string
from shell.types.operators.formatting import format_value
from shell.types.registry.catalog import NUMBER_TYPES
from shell.types.registry.checks import NOT_BELOW_SIZE, not_null, out_of_range
from shell.types.registry.declarations import add_methods, add_properties
from shell.values.culture import culture_of
from shell.values.errors import (
    ArgumentException,
    ArgumentOutOfRangeException,
    FormatException,
    InvalidCastException,
    OverflowException,
    PSInvalidCastException,
)
from shell.values.objects import Byte, Char, TypedArray, Value, unwrap

if TYPE_CHECKING:
    from shell.dotnet.system import basics
    from shell.dotnet.time import date_parse
else:
    basics = lazy("shell.dotnet.system.basics", globals())
    date_parse = lazy("shell.dotnet.time.date_parse", globals())


def _cannot(value: Value, target: ClrType) -> InvalidCastException:
    return InvalidCastException(f"Invalid cast from '{type_of(value).short_name}' to '{target.short_name}'.")


def _to_number(target: ClrType) -> Callable[..., Value]:
    parse: Callable[..., Value] | None = None

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
            return parse(value) if extra is None else parse(value, extra)
        if (isinstance(value, Char) and target.python_class in (float, Decimal)) or isinstance(value, DateTime):
            raise _cannot(value, target)
        return number_to(_convertible(value), target)

    return run


def _convertible(value: Value) -> Value:
    if not isinstance(value, (int, float, Decimal, Char)):
        raise InvalidCastException(
            f"Unable to cast object of type '{type_of(value).full_name}' to type 'System.IConvertible'."
        )
    return value


def _from_base(text: str, base: int, target: ClrType) -> Value:
    if base not in (2, 8, 10, 16):
        raise ArgumentException("Invalid Base.")
    if base == 10:
        parsed: Value = target.overloads("parse", static=True)[0].function(text)
        return parsed
    digits = {2: "01", 8: "0-7", 16: "0-9a-fA-F"}[base]
    body = re.sub("^0[xX]", "", text) if base == 16 else text
    if not body:
        raise out_of_range("startIndex", NOT_BELOW_SIZE)
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
        return basics._parse_bool(value)
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
    return number_to(_convertible(value), CHAR)  # type: ignore[no-any-return]


def _to_date(value: Value, provider: Value = None) -> DateTime:
    value = unwrap(value)
    if value is None:
        return DateTime(0)
    if isinstance(value, DateTime):
        return value
    if isinstance(value, str) and not isinstance(value, Char):
        return date_parse.parse_date(value, 0, culture_of(provider))
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
    not_null(data, "inArray")
    lines = bool(rest) and hasattr(type(rest[-1]), "clr_type") and int(rest[-1]) == 1
    numbers = [each for each in rest if not hasattr(type(each), "clr_type")]
    part = bytes(data)[numbers[0] : numbers[0] + numbers[1]] if len(numbers) == 2 else bytes(data)
    text = base64.b64encode(part).decode("ascii")
    return "\r\n".join(text[place : place + 76] for place in range(0, len(text), 76)) if lines else text


def _to_base64_letters(data: Any, start: int, length: int, letters: Any, place: int, options: Any = None) -> int:
    text = _to_base64(data, start, length) if options is None else _to_base64(data, start, length, options)
    if place < 0 or place + len(text) > len(letters):
        raise ArgumentOutOfRangeException(
            "Either offset did not refer to a position in the string, or there is an insufficient length of"
            " destination character array. (Parameter 'offsetOut')"
        )
    letters[place : place + len(text)] = [Char(each) for each in text]
    return len(text)


def _from_base64(text: Any) -> Value:
    not_null(text, "s")
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
    not_null(target, "conversionType")
    if isinstance(target, int):
        word = net_string(target)
        if word in ("Empty", "DBNull"):  # codes that no value can be changed to
            if value is None and word == "Empty":
                return None
            raise InvalidCastException(f"Object cannot be cast to {word}.")
        target = named("System." + word)
    if value is None:
        if target.is_value_type:
            raise InvalidCastException("Null object cannot be converted to a value type.")
        return None
    if type_of(value) is target:
        return value
    simple = _BY_TYPE.get(target.name)
    if simple is not None:
        return simple(value, provider)
    try:
        return convert(value, target)
    except PSInvalidCastException:
        raise InvalidCastException(f"Invalid cast from '{type_of(value).full_name}' to '{target.full_name}'.") from None


_BY_TYPE: dict[str, Callable[..., Value]] = {
    f"System.{name}": _to_number(named("System." + name)) for name in NUMBER_TYPES
}
_BY_TYPE |= {
    "System.Boolean": _to_boolean,
    "System.Char": _to_char,
    "System.DateTime": _to_date,
    "System.String": _to_string,
}


def _declare_convert() -> None:
    target = register(ClrType("System.Convert", OBJECT, is_abstract=True))
    add_properties(target, (("DBNull", "object", lambda: DB_NULL),), static=True)
    for name in NUMBER_TYPES:
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
            (
                "FromBase64CharArray",
                "char[] inArray, int offset, int length -> byte[]",
                lambda letters, start, length: _from_base64("".join(letters[start : start + length])),
            ),
            (
                "ToBase64CharArray",
                "byte[] inArray, int offsetIn, int length, char[] outArray, int offsetOut -> int"
                "|byte[] inArray, int offsetIn, int length, char[] outArray, int offsetOut,"
                " System.Base64FormattingOptions options -> int",
                _to_base64_letters,
            ),
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


_declare_convert()

__all__ = ["STRING", "OverflowException", "bad_format", "byte_array"]
