"""The registry of .NET types: types by name, and the type of a Python value.

The tables here hold what is built in; all sessions share them. What a script defines lies in its runspace's `OwnTypes`
(see `registries`); its Python class carries the type as `script_type`, so that a value keeps its type wherever it goes.

A type is described by a `ClrType`. Members are attached by the decorators of `declare`; the modules under `dotnet` use
them and are imported when a type of theirs is first named, or when its members are first asked for.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import ClassVar, Final

from shell.types.registry.catalog import BUILT_IN, INTERFACES, LAZY_TYPES
from shell.types.registry.descriptions import ARRAY, OBJECT, OBJECT_ARRAY, ClrType, Method, Property, array_of
from shell.values.extension import extend, extension
from shell.values.objects import (
    ArrayList,
    AutomationNull,
    BigInteger,
    Byte,
    Char,
    Decimal,
    GenericList,
    Hashtable,
    Int16,
    Int64,
    OrderedDictionary,
    OrderedHashtable,
    PSCustomObject,
    PSObject,
    SByte,
    Single,
    SwitchParameter,
    TypedArray,
    UInt16,
    UInt32,
    UInt64,
    Value,
)
from shell.values.registries import Registries

TYPES: Final[dict[str, ClrType]] = {}
_CLASSES: Final[dict[type, ClrType]] = {}
_GENERICS: Final[dict[str, Callable[[tuple[ClrType, ...]], ClrType]]] = {}
_CLOSED: Final[dict[tuple[str, tuple[ClrType, ...]], ClrType]] = {}


class Resolved:
    """Cache of names as scripts write them, resolved in the built-in tables. Registering a type starts a new one.

    It is replaced, not cleared, so that an outdated entry by another thread goes into the old one.
    """

    names: ClassVar[dict[str, ClrType | None]] = {}


def names_changed() -> None:
    """Invalidate the resolved names of all sessions."""
    Resolved.names = {}


def register(new: ClrType) -> ClrType:
    """Register a type for all sessions by its name, and its Python class as the class of its values."""
    TYPES[new.name.lower()] = new
    if new.python_class is not None:
        _CLASSES.setdefault(new.python_class, new)
    names_changed()
    return new


def define(registries: Registries, new: ClrType) -> ClrType:
    """Register a type by its name for the scripts of one runspace."""
    new.home = registries
    if new.python_class is not None:
        new.python_class.script_type = new  # type: ignore[attr-defined]
    own = registries.types
    own.defined[new.name.lower()] = new
    own.base = None
    return new


def bind_class(known: ClrType, python_class: type) -> None:
    """Register a Python class as the class of a type's values."""
    known.python_class = python_class
    _CLASSES.setdefault(python_class, known)


def register_generic(name: str, make: Callable[[tuple[ClrType, ...]], ClrType]) -> None:
    """Register a generic type by its name with arity (``System.Collections.Generic.List`1``)."""
    _GENERICS[name.lower()] = make


def open_generic(lowered: str) -> ClrType | None:
    """Return a generic type without its arguments (``List`1``) by its lower-case name, or None."""
    count = lowered.rpartition("`")[2]
    closed = close_generic(lowered, (OBJECT,) * int(count)) if count.isdecimal() and count != "0" else None
    if closed is None:
        return None
    made = ClrType(closed.name, closed.base, interface_names=(), is_value_type=closed.is_value_type, is_abstract=True)
    made._loaded = True
    return register(made)


def close_generic(name: str, arguments: tuple[ClrType, ...]) -> ClrType | None:
    """Return a generic type with its arguments, or None if there is no such type. `name` is without arity."""
    lowered = f"{name.lower()}`{len(arguments)}" if "`" not in name else name.lower()
    home = next((each.home for each in arguments if each.home is not None), None)
    closed = _CLOSED if home is None else home.types.closed
    known = closed.get((lowered, arguments))
    if known is not None:
        return known
    if lowered not in _GENERICS:
        module = LAZY_TYPES.get(lowered)
        if module is None:
            return None
        importlib.import_module("shell." + module)
    make = _GENERICS.get(lowered)
    if make is None:
        return None
    made = make(arguments)
    made.home = home
    return closed.setdefault((lowered, arguments), made)


# --- the types that are always there ---

register(OBJECT)
VALUE_TYPE: Final = register(ClrType("System.ValueType", OBJECT, is_value_type=False, is_abstract=True))
ENUM: Final = register(
    ClrType(
        "System.Enum",
        VALUE_TYPE,
        interface_names=INTERFACES["System.Enum"].split(),
        is_value_type=False,
        is_abstract=True,
    )
)
register(ARRAY)
_CLASSES[list] = OBJECT_ARRAY

_PYTHON_CLASSES: Final[dict[str, type]] = {
    "System.Boolean": bool,
    "System.Int32": int,
    "System.Int64": Int64,
    "System.UInt32": UInt32,
    "System.UInt64": UInt64,
    "System.Int16": Int16,
    "System.UInt16": UInt16,
    "System.Byte": Byte,
    "System.SByte": SByte,
    "System.Numerics.BigInteger": BigInteger,
    "System.Single": Single,
    "System.Double": float,
    "System.Decimal": Decimal,
    "System.Char": Char,
    "System.String": str,
    "System.Collections.ArrayList": ArrayList,
    "System.Collections.Hashtable": Hashtable,
    "System.Collections.Specialized.OrderedDictionary": OrderedDictionary,
    "System.Management.Automation.OrderedHashtable": OrderedHashtable,
    "System.Management.Automation.PSObject": PSObject,
    "System.Management.Automation.PSCustomObject": PSCustomObject,
    "System.Management.Automation.Internal.AutomationNull": AutomationNull,
    "System.Management.Automation.SwitchParameter": SwitchParameter,
    "System.RuntimeType": ClrType,
}


def _is_interface(name: str) -> bool:
    """True for a name such as `IComparable`, by .NET's naming convention for interfaces."""
    short = name.rpartition(".")[2]
    return short[0] == "I" and short[1].isupper()


def _register_built_in() -> None:
    for line in BUILT_IN.strip().splitlines():
        name, base = line.split()
        register(
            ClrType(
                name,
                TYPES[base.lower()],
                python_class=_PYTHON_CLASSES.get(name),
                interface_names=INTERFACES.get(name, "").split(),
                is_interface=_is_interface(name),
            )
        )


_register_built_in()


def _built_in(name: str) -> ClrType:
    return TYPES[name.lower()]


STRING: Final = _built_in("System.String")
CHAR: Final = _built_in("System.Char")
BOOLEAN: Final = _built_in("System.Boolean")
INT32: Final = _built_in("System.Int32")
INT64: Final = _built_in("System.Int64")
DOUBLE: Final = _built_in("System.Double")
SINGLE: Final = _built_in("System.Single")
DECIMAL: Final = _built_in("System.Decimal")
BYTE: Final = _built_in("System.Byte")
BIG_INTEGER: Final = _built_in("System.Numerics.BigInteger")
HASHTABLE: Final = _built_in("System.Collections.Hashtable")
ORDERED: Final = _built_in("System.Collections.Specialized.OrderedDictionary")
PS_OBJECT: Final = _built_in("System.Management.Automation.PSObject")
PS_CUSTOM_OBJECT: Final = _built_in("System.Management.Automation.PSCustomObject")
TYPE: Final = _built_in("System.Type")
VOID: Final = _built_in("System.Void")
SWITCH: Final = _built_in("System.Management.Automation.SwitchParameter")


def type_of(value: Value) -> ClrType:
    """Return the type of a value; that of $null is System.Object."""
    kind = type(value)
    known = _CLASSES.get(kind)
    if known is None:
        own: ClrType | None = getattr(kind, "script_type", None)
        if own is not None:
            return own
    elif known is not PS_OBJECT:
        return known
    return _type_of_other(value)


def is_script_block(value: Value) -> bool:
    """True for a script block."""
    return type_of(value).name == "System.Management.Automation.ScriptBlock"


def class_decides_type(kind: type) -> bool:
    """True if all values of a Python class have the same .NET type, apart from element types and wrapped values."""
    known = kind in _CLASSES or getattr(kind, "script_type", None) is not None
    return known and not issubclass(kind, list | PSObject)


def _type_of_other(value: Value) -> ClrType:
    kind = type(value)
    if kind is TypedArray:
        return array_of(value.element_type)
    if kind is GenericList:
        return close_generic("System.Collections.Generic.List", (value.element_type,)) or OBJECT
    if isinstance(value, PSObject):
        return PS_CUSTOM_OBJECT if value.base is value else type_of(value.base)
    named: str | None = getattr(kind, "clr_type_name", None)
    if named is not None:
        return _promised(kind, named)
    own = getattr(value, "clr_type", None)
    if isinstance(own, ClrType):
        return own
    if hasattr(kind, "clr_name"):
        return exception_type(kind)
    for each in kind.__mro__[1:]:
        known = _CLASSES.get(each)
        if known is not None:
            if known is not OBJECT:
                _CLASSES[kind] = known
            return known
    return OBJECT


def _promised(kind: type, name: str) -> ClrType:
    """Return the type that a Python class of a lower floor names, after importing the module with its members."""
    importlib.import_module("shell." + LAZY_TYPES[name.lower()])
    found = TYPES[name.lower()]
    _CLASSES[kind] = found
    return found


def exception_type(kind: type) -> ClrType:
    """Return the type of a class of `errors.NetException`; Python's class tree gives the bases."""
    known = _CLASSES.get(kind) or getattr(kind, "script_type", None)
    if known is not None:
        return known
    name: str = kind.clr_name  # type: ignore[attr-defined]
    parent = kind.__mro__[1]
    base = exception_type(parent) if hasattr(parent, "clr_name") else OBJECT
    if base.name == name:  # a class of this program that shows its parent's name
        _CLASSES[kind] = base
        return base
    return register(ClrType(name, base, python_class=kind))


def type_names(value: Value) -> list[str]:
    """Return `$x.PSObject.TypeNames`. If the object has no list of its own, callers must not change it."""
    value = extension(value) or value
    if isinstance(value, PSObject) and value.type_names is not None:
        return value.type_names
    return type_of(value).type_names


def type_name_list(value: Value) -> Value:
    """Return `$value.PSTypeNames`; for an object with members of its own the list can be changed."""
    held = extend(value)
    if not isinstance(held.type_names, GenericList):
        held.type_names = GenericList(STRING, type_names(value))
    return held.type_names


__all__ = [
    "ARRAY",
    "OBJECT",
    "OBJECT_ARRAY",
    "ClrType",
    "Method",
    "Property",
    "array_of",
    "bind_class",
    "class_decides_type",
    "close_generic",
    "define",
    "exception_type",
    "is_script_block",
    "register",
    "register_generic",
    "type_name_list",
    "type_names",
    "type_of",
]
