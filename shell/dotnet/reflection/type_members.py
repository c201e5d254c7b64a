"""Members of System.Type."""

from __future__ import annotations

from typing import Any, Final

from shell.dotnet.reflection import reflection  # noqa: F401
from shell.dotnet.reflection.assemblies import AssemblyView
from shell.dotnet.system.basics import type_code
from shell.dotnet.system.enums import is_defined_in, name_of, names_of, need_enum, values_of
from shell.types import (
    TYPE,
    ClrType,
    close_generic,
    exception_type,
    resolve,
    type_of,
)
from shell.types.registry.checks import not_null
from shell.types.registry.declarations import add_methods, add_properties
from shell.values.errors import InvalidOperationException, SystemException, exception_class
from shell.values.objects import TypedArray, Value, unwrap

_PRIMITIVE: Final = frozenset(
    "Boolean Byte SByte Int16 UInt16 Int32 UInt32 Int64 UInt64 IntPtr Char Double Single".split()  # noqa: SIM905
)


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
    for each in not_null(arguments, "typeArguments"):
        not_null(each, "typeArguments")
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
    """Return an exception class by its .NET name, creating it if needed."""
    known = resolve(name)
    if known is not None and known.python_class is not None:
        return known.python_class
    made = exception_class(name, SystemException)
    exception_type(made)
    return made


def _type_equals(target: ClrType, other: Value) -> bool:
    return target is unwrap(other)


def _base(target: ClrType) -> Value:
    return None if target.is_interface else target.base


def _full_name(target: ClrType) -> str:
    return target.full_name


add_properties(
    TYPE,
    (
        ("IsCollectible", "bool", lambda t: False),
        ("DeclaringType", "type", lambda t: resolve(t.name.partition("+")[0]) if "+" in t.name else None),
        ("ReflectedType", "type", lambda t: resolve(t.name.partition("+")[0]) if "+" in t.name else None),
        ("FullName", "string", _full_name),
        ("AssemblyQualifiedName", "string", lambda t: f"{t.full_name}, {t.library}"),
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
        ("Assembly", "System.Reflection.Assembly", lambda t: AssemblyView(t.library)),
        ("BaseType", "type", _base),
        ("IsAbstract", "bool", lambda t: t.is_abstract or t.is_interface),
        ("IsClass", "bool", lambda t: not t.is_value_type and not t.is_interface),
        ("IsInterface", "bool", lambda t: t.is_interface),
        ("IsPrimitive", "bool", _is_primitive),
        ("IsValueType", "bool", lambda t: t.is_value_type),
        ("IsPublic", "bool", lambda t: "+" not in t.name),
        ("IsNotPublic", "bool", lambda t: False),
        ("IsNested", "bool", lambda t: "+" in t.name),
        ("IsSealed", "bool", lambda t: t.is_sealed),
        ("IsSerializable", "bool", lambda t: t.is_enum or not (t.is_interface or "script" in t.data)),
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
        ("GetEnumNames", "-> string[]", names_of),
        ("GetEnumValues", "-> array", values_of),
        ("GetEnumName", "object value -> string", name_of),
        ("GetEnumUnderlyingType", "-> type", lambda t: need_enum(t).data["underlying"]),
        ("IsEnumDefined", "object value -> bool", is_defined_in),
        ("GetGenericArguments", "-> type[]", lambda t: TypedArray(TYPE, t.generic_arguments)),
        ("GetInterfaces", "-> type[]", _interfaces),
        ("GetArrayRank", "-> int", lambda t: t.rank),
        ("IsAssignableFrom", "type c -> bool", lambda t, c: c is not None and t.is_assignable_from(c)),
        ("IsAssignableTo", "type targetType -> bool", lambda t, c: c is not None and c.is_assignable_from(t)),
        ("IsSubclassOf", "type c -> bool", lambda t, c: t is not c and c in tuple(t.lineage())),
        ("IsInstanceOfType", "object o -> bool", lambda t, o: o is not None and t.is_assignable_from(type_of(o))),
        ("MakeArrayType", "-> type", lambda t: t.array),
        ("MakeGenericType", "params type[] typeArguments -> type", _make_generic),
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
