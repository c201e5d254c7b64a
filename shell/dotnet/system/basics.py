"""Members of System.Object, IConvertible and Boolean."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from shell.dotnet.collections.listing import same
from shell.types import BOOLEAN, OBJECT, PS_CUSTOM_OBJECT, ClrType, Method, named, type_of
from shell.types.conversion.text import net_string
from shell.types.registry.declarations import add_methods, add_properties
from shell.types.registry.enumeration import enum_value, find_member
from shell.values.errors import ArgumentException, FormatException
from shell.values.objects import Value, unwrap


def hash_code(value: Value) -> int:
    """Return a hash code, equal for equal values within a session."""
    value = unwrap(value)
    if isinstance(value, bool):
        return int(value)
    if type(value) is int:
        return value
    try:
        code = hash((type(value).__name__, value))
    except TypeError:
        code = id(value) >> 4
    return (code & 0xFFFFFFFF) - (1 << 32) if code & 0x80000000 else code & 0x7FFFFFFF


def type_of_wrapped(value: Value) -> ClrType:
    """Return GetType() of a value; PSCustomObject for a PSCustomObject."""
    return type_of(value)


add_methods(
    OBJECT,
    (
        ("Equals", "object obj -> bool", same),
        ("GetHashCode", "-> int", hash_code),
        ("GetType", "-> type", type_of_wrapped),
        ("ToString", "-> string", net_string),
    ),
)
add_methods(
    OBJECT,
    (
        ("Equals", "object objA, object objB -> bool", same),
        ("ReferenceEquals", "object objA, object objB -> bool", lambda a, b: unwrap(a) is unwrap(b)),
    ),
    static=True,
)


class PlainObject:
    """`[object]::new()`."""


add_methods(PS_CUSTOM_OBJECT, (("ToString", "-> string", lambda value: ""),))


OBJECT.add_constructor(Method("Object", "", PlainObject, True))


# --- IConvertible ---

_CONVERSIONS: Final = (
    *("Boolean", "Byte", "Char", "DateTime", "Decimal", "Double", "Int16", "Int32", "Int64", "SByte", "Single"),
    *("UInt16", "UInt32", "UInt64"),
)


def add_convertible(target: ClrType) -> None:
    """Add IConvertible's methods, as in `(5).ToDouble($null)`, to a type."""
    provider = "System.IFormatProvider provider"
    rows = [
        (f"To{name}", f"{provider} -> {named('System.' + name).accelerator}", _converter(name)) for name in _CONVERSIONS
    ]
    add_methods(target, rows)
    add_methods(target, (("ToType", f"type conversionType, {provider} -> object", _to_type),))


def _converter(name: str) -> Callable[..., Value]:
    def run(value: Value, provider: Value = None) -> Value:
        return named("System.Convert").overloads(f"to{name.lower()}", static=True)[0].function(value)

    return run


def _to_type(value: Value, target: ClrType, provider: Value = None) -> Value:
    return named("System.Convert").overloads("changetype", static=True)[0].function(value, target)


# --- Boolean ---


def _parse_bool(text: str) -> bool:
    found = {"true": True, "false": False}.get((text or "").strip().lower())
    if found is None:
        raise FormatException(f"String '{text}' was not recognized as a valid Boolean.")
    return found


def _try_parse_bool(text: str, reference: Any) -> bool:
    try:
        reference.value = _parse_bool(text)
    except FormatException:
        reference.value = False
        return False
    return True


def _compare_bool(value: Value, other: Value) -> int:
    if other is not None and type(other) is not bool:
        raise ArgumentException("Object must be of type Boolean.")
    return 1 if other is None else int(value) - int(other)


add_convertible(BOOLEAN)
add_methods(
    BOOLEAN,
    (
        ("CompareTo", "bool value -> int|object value -> int", _compare_bool),
        ("Equals", "bool obj -> bool", lambda a, b: a is b),
        ("GetTypeCode", "-> System.TypeCode", lambda value: enum_value(named("System.TypeCode"), 3)),
        (
            "ToString",
            "-> string|System.IFormatProvider provider -> string",
            lambda value, provider=None: net_string(value),
        ),
    ),
)
add_methods(
    BOOLEAN,
    (
        ("Parse", "string value -> bool", _parse_bool),
        ("TryParse", "string value, ref bool result -> bool", _try_parse_bool),
    ),
    static=True,
)
add_properties(
    BOOLEAN, (("TrueString", "string", lambda: "True"), ("FalseString", "string", lambda: "False")), static=True
)


def type_code(target: ClrType) -> Value:
    """Return the TypeCode of a type."""
    codes = named("System.TypeCode")
    if target.is_enum:
        target = target.data["underlying"]
    number = find_member(codes, target.short_name) if target.namespace == "System" else None
    return enum_value(codes, 1 if number is None else number)
