"""What every object has, and the members of Boolean, Enum and Type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from shell.runtime.declare import add_methods, add_properties
from shell.runtime.dotnet.listing import same
from shell.runtime.enumeration import enum_members, enum_value, find_member, format_enum, is_defined, parse_names
from shell.runtime.errors import ArgumentException, ArgumentNullException, FormatException, InvalidOperationException
from shell.runtime.objects import Hashtable, PSObject, TypedArray, Value, unwrap
from shell.runtime.text import net_string
from shell.runtime.types import (
    BOOLEAN,
    ENUM,
    OBJECT,
    PS_CUSTOM_OBJECT,
    STRING,
    TYPE,
    ClrType,
    close_generic,
    exception_type,
    named,
    resolve,
    type_of,
)


def hash_code(value: Value) -> int:
    """Return a hash code: equal for equal values within one session."""
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
    """Return GetType(): a PSCustomObject's own type."""
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
        ("new", "-> object", lambda: None),
    ),
    static=True,
)


class PlainObject:
    """`[object]::new()`."""


add_methods(PS_CUSTOM_OBJECT, (("ToString", "-> string", lambda value: ""),))


def _object_constructor() -> None:
    from shell.runtime.types import Method

    OBJECT.add_constructor(Method("Object", "", PlainObject, True))


_object_constructor()
OBJECT.methods.pop(".new", None)


# --- IConvertible ---

_CONVERSIONS: Final = (
    *("Boolean", "Byte", "Char", "DateTime", "Decimal", "Double", "Int16", "Int32", "Int64", "SByte", "Single"),
    *("UInt16", "UInt32", "UInt64"),
)


def add_convertible(target: ClrType) -> None:
    """Add IConvertible's methods (`(5).ToDouble($null)`) to a type."""
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


add_convertible(BOOLEAN)
add_methods(
    BOOLEAN,
    (
        ("CompareTo", "bool value -> int|object value -> int", lambda a, b: 1 if b is None else int(a) - int(b)),
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


# --- Enum ---


def _need_enum(target: ClrType) -> ClrType:
    if target is None:
        raise ArgumentNullException("Value cannot be null. (Parameter 'enumType')")
    if not target.is_enum:
        raise ArgumentException("Type provided must be an Enum. (Parameter 'enumType')")
    return target


def _enum_parse(target: ClrType, text: str, ignore_case: bool = False) -> Value:
    members = enum_members(_need_enum(target))
    trimmed = text.strip()
    if not trimmed:
        raise ArgumentException("Must specify valid information for parsing in the string. (Parameter 'value')")
    number = parse_names(target, text)
    words = [word.strip() for word in text.split(",")]
    known = number is not None and (
        ignore_case or trimmed.lstrip("+-").isdecimal() or all(word in members for word in words)
    )
    if not known or number is None:
        missing = next((word for word in words if word not in members), text)
        raise ArgumentException(f"Requested value '{missing}' was not found.")
    return enum_value(target, number)


def _enum_try(target: ClrType, text: str, ignore_case: bool, reference: Any) -> bool:
    try:
        reference.value = _enum_parse(target, text or "", ignore_case)
    except ArgumentException:
        return False
    return True


def _enum_try_same_type(text: str, reference: Any) -> bool:
    return _enum_try(type_of(reference.value), text, False, reference)


def _enum_try_ignoring(text: str, ignore_case: bool, reference: Any) -> bool:
    return _enum_try(type_of(reference.value), text, ignore_case, reference)


def _enum_values(target: ClrType) -> Value:
    return TypedArray(target, [enum_value(target, number) for number in enum_members(_need_enum(target)).values()])


def _enum_names(target: ClrType) -> Value:
    return TypedArray(STRING, list(enum_members(_need_enum(target))))


def _enum_name(target: ClrType, value: Value) -> Value:
    return target.data["names"].get(int(value))


def _enum_is_defined(target: ClrType, value: Value) -> bool:
    value = unwrap(value)
    if isinstance(value, str):
        return str(value) in enum_members(_need_enum(target))
    return int(value) in _need_enum(target).data["names"]


def _enum_to_object(target: ClrType, value: Value) -> Value:
    return enum_value(_need_enum(target), int(unwrap(value)))


def _has_flag(value: Any, flag: Value) -> bool:
    if type(flag) is not type(value):
        raise ArgumentException(
            f"The argument type, '{type_of(flag).full_name}', is not the same as the enum type"
            f" '{type_of(value).full_name}'."
        )
    return int(value) & int(flag) == int(flag)


def _enum_convert_flag(value: Any, flag: Value) -> bool:
    """HasFlag takes a name too: PowerShell converts it to the value's own type."""
    from shell.runtime.enumeration import to_enum

    return _has_flag(value, to_enum(unwrap(flag), type_of(value)))


add_methods(
    ENUM,
    (
        ("CompareTo", "object target -> int", lambda a, b: (int(a) > int(b)) - (int(a) < int(b))),
        ("HasFlag", "object flag -> bool", _enum_convert_flag),
        ("ToString", "-> string|string format -> string", lambda value, pattern="": format_enum(value, pattern or "")),
        ("GetTypeCode", "-> System.TypeCode", lambda value: enum_value(named("System.TypeCode"), 9)),
    ),
)
add_properties(ENUM, (("value__", "int", lambda value: int(value)),))
add_methods(
    ENUM,
    (
        ("GetNames", "type enumType -> string[]", _enum_names),
        ("GetValues", "type enumType -> array", _enum_values),
        ("GetName", "type enumType, object value -> string", _enum_name),
        ("GetUnderlyingType", "type enumType -> type", lambda target: _need_enum(target).data["underlying"]),
        ("IsDefined", "type enumType, object value -> bool", _enum_is_defined),
        (
            "Parse",
            "type enumType, string value -> object|type enumType, string value, bool ignoreCase -> object",
            _enum_parse,
        ),
        ("ToObject", "type enumType, object value -> object", _enum_to_object),
        ("TryParse", "type enumType, string value, bool ignoreCase, ref object result -> bool", _enum_try),
        (
            "TryParse",
            "type enumType, string value, ref object result -> bool",
            lambda t, s, r: _enum_try(t, s, False, r),
        ),
        ("TryParse", "string value, ref object result -> bool", _enum_try_same_type),
        ("TryParse", "string value, bool ignoreCase, ref object result -> bool", _enum_try_ignoring),
        (
            "Format",
            "type enumType, object value, string format -> string",
            lambda t, v, f: format_enum(enum_value(t, int(v)), f),
        ),
    ),
    static=True,
)


# --- Type ---

_PRIMITIVE: Final = frozenset(
    "Boolean Byte SByte Int16 UInt16 Int32 UInt32 Int64 UInt64 IntPtr Char Double Single".split()  # noqa: SIM905
)
_LIBRARIES: Final = (
    (
        "System.Management.Automation",
        "System.Management.Automation, Version=7.6.5.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35",
    ),
    (
        "Microsoft.PowerShell",
        "Microsoft.PowerShell.Commands.Utility, Version=7.6.5.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35",
    ),
    ("", "System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e"),
)


def _assembly(target: ClrType) -> str:
    return next(library for prefix, library in _LIBRARIES if target.name.startswith(prefix))


def _is_primitive(target: ClrType) -> bool:
    return target.namespace == "System" and target.short_name in _PRIMITIVE


def _interfaces(target: ClrType) -> Value:
    found: dict[str, ClrType] = {}
    for each in target.lineage():
        for name in each.interface_names:
            interface = resolve(name)
            if interface is not None:
                found.setdefault(interface.full_name, interface)
    return TypedArray(TYPE, found.values())


def _make_generic(target: ClrType, arguments: Any) -> Value:
    made = close_generic(target.name, tuple(arguments))
    if made is None:
        raise InvalidOperationException(
            f"{target.display_name} is not a GenericTypeDefinition. MakeGenericType may only be called on a type for"
            " which Type.IsGenericTypeDefinition is true."
        )
    return made


def _get_type(name: str, throw: bool = False, ignore_case: bool = False) -> Value:
    found = resolve(name)
    if found is None and throw:
        raise exception_named("System.TypeLoadException")(f"Could not load type '{name}'.")
    return found


def exception_named(name: str) -> Any:
    """Return an exception class by its .NET name, made where there is none yet."""
    from shell.runtime.errors import SystemException, exception_class

    known = resolve(name)
    if known is not None and known.python_class is not None:
        return known.python_class
    made = exception_class(name, SystemException)
    exception_type(made)
    return made


def _type_equals(target: ClrType, other: Value) -> bool:
    return target is unwrap(other)


def _type_methods(target: ClrType, *flags: Value) -> Value:
    from shell.runtime.dotnet.psobjects import BoundMethod

    return [BoundMethod(None, [each], target, False) for each in target.all_methods()]


def _type_members(target: ClrType, *flags: Value) -> Value:
    return [_property_info(each, target) for each in target.all_properties()]


def _property_info(prop: Any, owner: ClrType) -> Value:
    from shell.runtime.objects import PSCustomObject
    from shell.runtime.signatures import bind_type

    return PSCustomObject(
        {
            "Name": prop.name,
            "PropertyType": bind_type(prop.type_name, owner) or OBJECT,
            "CanRead": True,
            "CanWrite": prop.set is not None,
            "DeclaringType": owner,
        },
        ["System.Reflection.RuntimePropertyInfo", "System.Reflection.PropertyInfo", "System.Object"],
    )


def _one_member(target: ClrType, name: str, *flags: Value) -> Value:
    prop = target.property(name.lower())
    return None if prop is None else _property_info(prop, target)


class AssemblyView:
    """System.Reflection.Assembly, as far as scripts look at it."""

    def __init__(self, full_name: str) -> None:
        self.full_name = full_name

    @property
    def clr_type(self) -> ClrType:
        """The type that .NET shows."""
        return named("System.Reflection.RuntimeAssembly")

    def __str__(self) -> str:
        return self.full_name


def _register_assembly() -> None:
    from shell.runtime.types import register

    base = register(ClrType("System.Reflection.Assembly", OBJECT, is_abstract=True))
    made = register(ClrType("System.Reflection.RuntimeAssembly", base, python_class=AssemblyView))
    add_properties(
        made,
        (
            ("FullName", "string", lambda value: value.full_name),
            ("Location", "string", lambda value: ""),
            ("IsDynamic", "bool", lambda value: False),
        ),
    )
    add_methods(made, (("GetType", "string name -> type", lambda value, name: resolve(name)),))


_register_assembly()


def _base(target: ClrType) -> Value:
    return None if target.is_interface else target.base


def _full_name(target: ClrType) -> str:
    return target.full_name


add_properties(
    TYPE,
    (
        ("IsCollectible", "bool", lambda t: False),
        ("DeclaringType", "type", lambda t: resolve(t.name.partition("+")[0]) if "+" in t.name else None),
        ("FullName", "string", _full_name),
        ("AssemblyQualifiedName", "string", lambda t: f"{t.full_name}, {_assembly(t)}"),
        ("Namespace", "string", lambda t: t.namespace if t.element_type is None else t.element_type.namespace),
        ("GUID", "guid", lambda t: None),
        ("IsEnum", "bool", lambda t: t.is_enum),
        ("IsConstructedGenericType", "bool", lambda t: bool(t.generic_arguments)),
        ("IsGenericType", "bool", lambda t: bool(t.generic_arguments)),
        ("IsGenericTypeDefinition", "bool", lambda t: False),
        ("IsArray", "bool", lambda t: t.element_type is not None),
        ("IsSZArray", "bool", lambda t: t.element_type is not None and t.rank == 1),
        ("HasElementType", "bool", lambda t: t.element_type is not None),
        ("Name", "string", lambda t: t.short_name),
        ("Assembly", "System.Reflection.Assembly", lambda t: AssemblyView(_assembly(t))),
        ("BaseType", "type", _base),
        ("IsAbstract", "bool", lambda t: t.is_abstract or t.is_interface),
        ("IsClass", "bool", lambda t: not t.is_value_type and not t.is_interface),
        ("IsInterface", "bool", lambda t: t.is_interface),
        ("IsPrimitive", "bool", _is_primitive),
        ("IsValueType", "bool", lambda t: t.is_value_type),
        ("IsPublic", "bool", lambda t: "+" not in t.name),
        ("IsNotPublic", "bool", lambda t: False),
        ("IsNested", "bool", lambda t: "+" in t.name),
        ("IsSealed", "bool", lambda t: t.is_value_type or t is STRING),
        ("IsSerializable", "bool", lambda t: True),
        ("IsByRef", "bool", lambda t: False),
        ("IsPointer", "bool", lambda t: False),
        ("IsVisible", "bool", lambda t: True),
        ("ContainsGenericParameters", "bool", lambda t: False),
        ("GenericTypeArguments", "type[]", lambda t: TypedArray(TYPE, t.generic_arguments)),
        ("UnderlyingSystemType", "type", lambda t: t),
    ),
)
add_methods(
    TYPE,
    (
        ("Equals", "object o -> bool", _type_equals),
        ("ToString", "-> string", lambda t: t.display_name),
        ("GetElementType", "-> type", lambda t: t.element_type),
        ("GetEnumNames", "-> string[]", _enum_names),
        ("GetEnumValues", "-> array", _enum_values),
        ("GetEnumName", "object value -> string", _enum_name),
        ("GetEnumUnderlyingType", "-> type", lambda t: _need_enum(t).data["underlying"]),
        ("IsEnumDefined", "object value -> bool", _enum_is_defined),
        ("GetGenericArguments", "-> type[]", lambda t: TypedArray(TYPE, t.generic_arguments)),
        ("GetInterfaces", "-> type[]", _interfaces),
        ("GetArrayRank", "-> int", lambda t: t.rank),
        ("IsAssignableFrom", "type c -> bool", lambda t, c: c is not None and t.is_assignable_from(c)),
        ("IsAssignableTo", "type targetType -> bool", lambda t, c: c is not None and c.is_assignable_from(t)),
        ("IsSubclassOf", "type c -> bool", lambda t, c: t is not c and c in tuple(t.lineage())),
        ("IsInstanceOfType", "object o -> bool", lambda t, o: o is not None and t.is_assignable_from(type_of(o))),
        ("MakeArrayType", "-> type", lambda t: t.array),
        ("MakeGenericType", "params type[] typeArguments -> type", _make_generic),
        ("GetMethods", "-> object[]|object bindingAttr -> object[]", _type_methods),
        ("GetProperties", "-> object[]|object bindingAttr -> object[]", _type_members),
        ("GetProperty", "string name -> object|string name, object bindingAttr -> object", _one_member),
    ),
)
add_methods(
    TYPE,
    (
        (
            "GetType",
            "string typeName -> type|string typeName, bool throwOnError -> type"
            "|string typeName, bool throwOnError, bool ignoreCase -> type",
            _get_type,
        ),
        ("GetTypeCode", "type type -> System.TypeCode", lambda t: type_code(t)),
    ),
    static=True,
)
add_properties(TYPE, (("EmptyTypes", "type[]", lambda: TypedArray(TYPE)),), static=True)


def type_code(target: ClrType) -> Value:
    """Return Type.GetTypeCode of a type."""
    codes = named("System.TypeCode")
    if target.is_enum:
        target = target.data["underlying"]
    number = find_member(codes, target.short_name) if target.namespace == "System" else None
    return enum_value(codes, 1 if number is None else number)


__all__ = ["Hashtable", "PSObject", "exception_named", "hash_code", "is_defined"]
