"""Members of System.Enum: names, values, parsing and flags."""

from __future__ import annotations

from typing import Any, Final

from shell.dotnet.system.basics import add_convertible, type_code
from shell.language.numbers import RANGES
from shell.types import ENUM, STRING, ClrType, type_of
from shell.types.conversion.numeric import number_to
from shell.types.registry.checks import not_null
from shell.types.registry.declarations import add_methods, add_properties
from shell.types.registry.enumeration import (
    EnumValue,
    enum_members,
    enum_value,
    find_member,
    format_enum,
    parse_names,
    to_enum,
)
from shell.values.errors import ArgumentException, InvalidOperationException, OverflowException
from shell.values.objects import BigInteger, TypedArray, Value, unwrap

_WHOLE: Final = frozenset(RANGES)


def need_enum(target: ClrType) -> ClrType:
    """Return an enumeration type; raises ArgumentNullException or ArgumentException for any other value."""
    not_null(target, "enumType")
    if not target.is_enum:
        raise ArgumentException("Type provided must be an Enum. (Parameter 'enumType')")
    return target


# --- parsing ---


def _parse(target: ClrType, text: str, ignore_case: bool = False) -> Value:
    """Parse names separated by commas, or a number, even of no name."""
    members = enum_members(need_enum(target))
    trimmed = text.strip()
    if not trimmed:
        raise ArgumentException("Must specify valid information for parsing in the string. (Parameter 'value')")
    if ignore_case or trimmed.lstrip("+-").isdecimal():
        number = parse_names(target, text)
        if number is not None:
            return enum_value(target, number)
    words = [word.strip() for word in text.split(",")]
    known = [find_member(target, word) if ignore_case else members.get(word) for word in words]
    number = 0
    for each in known:
        if each is None:
            raise ArgumentException(f"Requested value '{text}' was not found.")
        number |= each
    return enum_value(target, number)


def _try(target: ClrType, text: str, ignore_case: bool, reference: Any, otherwise: Value = None) -> bool:
    try:
        reference.value = _parse(target, text or "", ignore_case)
    except (ArgumentException, OverflowException):
        reference.value = otherwise
        return False
    return True


def _try_type(target: ClrType, text: str, *rest: Any) -> bool:
    return _try(need_enum(target), text, len(rest) > 1 and rest[0], rest[-1])


def _try_own_type(text: str, *rest: Any) -> bool:
    """Implement the generic TryParse, whose type is that of the [ref] variable."""
    target = type_of(unwrap(rest[-1].value))
    if not target.is_enum:
        raise ArgumentException("The type must be an Enum. (Parameter 'TEnum')")
    return _try(target, text, len(rest) > 1 and rest[0], rest[-1], enum_value(target, 0))


# --- names and values ---


def values_of(target: ClrType) -> Value:
    """Return the values, ordered by unsigned number."""
    return TypedArray(target, [enum_value(target, number) for number in enum_members(need_enum(target)).values()])


def names_of(target: ClrType) -> Value:
    """Return the names, ordered by value."""
    return TypedArray(STRING, list(enum_members(need_enum(target))))


def _numbers_of(target: ClrType) -> Value:
    underlying = need_enum(target).data["underlying"]
    return TypedArray(underlying, [number_to(number, underlying) for number in enum_members(target).values()])


def _whole(value: Value, name: str = "value") -> int:
    """Return the number of an integer or enumeration value; raises ArgumentException for others."""
    value = unwrap(value)
    not_null(value, name)
    if isinstance(value, EnumValue) or (type(value) in _WHOLE and type(value) is not BigInteger):
        return int(value)
    raise ArgumentException(
        "The value passed in must be an enum base or an underlying type for an enum, such as an Int32."
        f" (Parameter '{name}')"
    )


def name_of(target: ClrType, value: Value) -> Value:
    """Return the name of a value, null if it has none."""
    return need_enum(target).data["names"].get(_whole(value))


def is_defined_in(target: ClrType, value: Value) -> bool:
    """Implement Enum.IsDefined: by case-sensitive name, or by a number of the underlying type."""
    value = unwrap(value)
    members = enum_members(need_enum(target))
    not_null(value, "value")
    if isinstance(value, str):
        return str(value) in members
    given, underlying = type_of(value), target.data["underlying"]
    if isinstance(value, EnumValue):
        if given is not target:
            raise _other_type(given, target, "Object must be the same type as the enum. The type passed in was")
    elif given is not underlying:
        if type(value) not in _WHOLE:
            raise InvalidOperationException("Unknown enum type.")
        raise ArgumentException(
            "Enum underlying type and the object must be same type or object must be a String. Type passed in was"
            f" '{given.full_name}'; the enum underlying type was '{underlying.full_name}'."
        )
    return int(value) in target.data["names"]


def _to_object(target: ClrType, value: Value) -> Value:
    underlying = need_enum(target).data["underlying"]
    low, high = RANGES[underlying.python_class]
    return enum_value(target, (_whole(value) - low) % (high - low + 1) + low)


def _format(target: ClrType, value: Value, pattern: str) -> str:
    need_enum(target)
    value = unwrap(value)
    if isinstance(value, EnumValue) and type_of(value) is not target:
        raise _other_type(type_of(value), target, "Object must be the same type as the enum. The type passed in was")
    return format_enum(enum_value(target, _whole(value)), pattern)


def _other_type(given: ClrType, target: ClrType, sentence: str) -> ArgumentException:
    return ArgumentException(f"{sentence} '{given.full_name}'; the enum type was '{target.full_name}'.")


# --- of a value ---


def _has_flag(value: Any, flag: Value) -> bool:
    """Implement HasFlag; PowerShell converts a name to the value's type."""
    flag = unwrap(flag)
    not_null(flag, "flag")
    if isinstance(flag, EnumValue) and type(flag) is not type(value):
        raise ArgumentException(
            f"The argument type, '{type_of(flag).full_name}', is not the same as the enum type"
            f" '{type_of(value).full_name}'."
        )
    wanted = int(to_enum(flag, type_of(value)))
    return int(value) & wanted == wanted


def _compare(value: Any, other: Value) -> int:
    other = unwrap(other)
    if other is None:
        return 1
    if type(other) is not type(value):
        raise _other_type(
            type_of(other), type_of(value), "Object must be the same type as the enum. The type passed in was"
        )
    return (int(value) > int(other)) - (int(value) < int(other))


def _to_string(value: Any, pattern: Any = "", provider: Value = None) -> str:
    return format_enum(value, pattern if isinstance(pattern, str) else "")


add_convertible(ENUM)
add_methods(
    ENUM,
    (
        ("CompareTo", "object target -> int", _compare),
        ("HasFlag", "object flag -> bool", _has_flag),
        (
            "ToString",
            "-> string|string format -> string|System.IFormatProvider provider -> string"
            "|string format, System.IFormatProvider provider -> string",
            _to_string,
        ),
        ("GetTypeCode", "-> System.TypeCode", lambda value: type_code(type_of(value))),
    ),
)
add_properties(ENUM, (("value__", "int", lambda value: number_to(int(value), type_of(value).data["underlying"])),))
add_methods(
    ENUM,
    (
        ("GetNames", "type enumType -> string[]", names_of),
        ("GetValues", "type enumType -> array", values_of),
        ("GetValuesAsUnderlyingType", "type enumType -> array", _numbers_of),
        ("GetName", "type enumType, object value -> string", name_of),
        ("GetUnderlyingType", "type enumType -> type", lambda target: need_enum(target).data["underlying"]),
        ("IsDefined", "type enumType, object value -> bool", is_defined_in),
        (
            "Parse",
            "type enumType, string value -> object|type enumType, string value, bool ignoreCase -> object",
            _parse,
        ),
        ("ToObject", "type enumType, object value -> object", _to_object),
        (
            "TryParse",
            "type enumType, string value, bool ignoreCase, ref object result -> bool"
            "|type enumType, string value, ref object result -> bool",
            _try_type,
        ),
        (
            "TryParse",
            "string value, ref object result -> bool|string value, bool ignoreCase, ref object result -> bool",
            _try_own_type,
        ),
        ("Format", "type enumType, object value, string format -> string", _format),
    ),
    static=True,
)
