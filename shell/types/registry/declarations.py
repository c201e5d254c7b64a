"""Declaring .NET types in Python: the decorators that the modules under `dotnet`, cmdlets and the model use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from operator import attrgetter
from typing import Any, TypeVar

from shell.types.registry.catalog import INTERFACES
from shell.types.registry.names import named
from shell.types.registry.table import TYPES, ClrType, Method, Property, bind_class, register, type_of
from shell.values.objects import Value
from shell.values.registries import CURRENT

_Class = TypeVar("_Class", bound=type)
_Function = TypeVar("_Function")


def snake(name: str) -> str:
    """Return the attribute's name for a property's: `MaxCapacity` -> `max_capacity`, `IsIPv6` -> `is_ipv6`."""
    letters: list[str] = []
    for place, letter in enumerate(name):
        after_lower = place > 0 and (name[place - 1].islower() or name[place - 1].isdigit())
        ends_acronym = place > 0 and name[place - 1].isupper() and name[place + 1 : place + 2].islower()
        if letter.isupper() and (after_lower or ends_acronym):
            letters.append("_")
        letters.append(letter.lower())
    return "".join(letters)


def _attribute_setter(attribute: str) -> Callable[[Any, Value], None]:
    def set_attribute(target: Any, value: Value) -> None:
        setattr(target, attribute, value)

    return set_attribute


def _declared_properties(text: str) -> Iterator[Property]:
    for word in text.split():
        name, _, type_name = word.partition(":")
        writable = type_name.endswith("=rw")
        attribute = snake(name)
        yield Property(
            name,
            type_name.removesuffix("=rw") or "object",
            attrgetter(attribute),
            _attribute_setter(attribute) if writable else None,
        )


def clr_class(
    name: str,
    base: str = "System.Object",
    properties: str = "",
    *,
    python_class: type | None = None,
    interfaces: str = "",
    constants: dict[str, Value] | None = None,
    is_value_type: bool | None = None,
    is_abstract: bool = False,
) -> Callable[[_Class], _Class]:
    """Make a Python class a .NET class, or attach the members that it holds to a type that exists.

    With `python_class` the decorated class only holds members: its functions are called with a value of `python_class`.
    `constants` are static read-only properties.
    """

    def declare(holder: _Class) -> _Class:
        known = TYPES.get(name.lower())
        if known is None:
            known = register(
                ClrType(
                    name,
                    named(base),
                    python_class=python_class or holder,
                    interface_names=(INTERFACES.get(name, "") + " " + interfaces).split(),
                    is_value_type=is_value_type,
                    is_abstract=is_abstract,
                )
            )
        elif python_class is None and known.python_class is None:
            bind_class(known, holder)
        attach(known, holder, properties, constants)
        return holder

    return declare


def attach(target: ClrType, holder: type, properties: str = "", constants: dict[str, Value] | None = None) -> None:
    """Add the members that a class holds (decorated functions, declared properties) to a type."""
    for member in _declared_properties(properties):
        target.add_property(member)
    for constant, value in (constants or {}).items():
        target.add_property(Property(constant, type_of(value).name, _constant(value), static=True))
    for function in list(vars(holder).values()):
        for add in getattr(function, "__clr__", ()):
            add(target, _plain_function(function, holder))


def _constant(value: Value) -> Callable[[], Value]:
    return lambda: value


def _plain_function(function: Any, holder: type) -> Callable[..., Any]:
    if isinstance(function, staticmethod):
        plain: Callable[..., Any] = function.__func__
        return plain
    if isinstance(function, classmethod):
        bound: Callable[..., Any] = getattr(holder, function.__func__.__name__)
        return bound
    if function.__name__ == "__init__":
        return holder
    found: Callable[..., Any] = function
    return found


def _mark(function: _Function, add: Callable[[ClrType, Callable[..., Any]], None]) -> _Function:
    marks = list(getattr(function, "__clr__", ()))
    marks.insert(0, add)
    function.__clr__ = marks  # type: ignore[attr-defined]
    return function


def clr_method(
    name: str, signature: str = "", *, static: bool = False, session: bool = False
) -> Callable[[_Function], _Function]:
    """Declare a function as the method `name` for scripts.

    `signature` is `"int start, string[] names -> bool"`; parameter names may be left out, `params T[]` and `ref T` are
    known, `= text` makes a parameter optional. With `session` the function takes the session after the value.
    """

    def add(target: ClrType, function: Callable[..., Any]) -> None:
        target.add_method(Method(name, signature, function, static, session))

    return lambda function: _mark(function, add)


def clr_constructor(signature: str = "", *, session: bool = False) -> Callable[[_Function], _Function]:
    """Declare a constructor: on `__init__`, or on a static or class method that returns the object."""

    def add(target: ClrType, function: Callable[..., Any]) -> None:
        target.add_constructor(Method(target.short_name, signature, function, True, session))

    return lambda function: _mark(function, add)


def clr_property(
    name: str, type_name: str = "object", *, static: bool = False, setter: Callable[..., None] | None = None
) -> Callable[[_Function], _Function]:
    """Declare a function as the getter of a property."""

    def add(target: ClrType, function: Callable[..., Any]) -> None:
        target.add_property(Property(name, type_name, function, setter, static))

    return lambda function: _mark(function, add)


def define_type(
    name: str,
    base: ClrType,
    *,
    python_class: type | None = None,
    interface_names: Iterable[str] = (),
) -> ClrType:
    """Make a type at run time, as a script's `class` statement does, without registering its name.

    Add members with `add_property`, `add_method`, `add_constructor`; `register` makes the name known.
    """
    made = ClrType(name, base, python_class=python_class, interface_names=tuple(interface_names))
    made._loaded = True
    return made


Row = tuple[str, str, Callable[..., Any]]
"""Name, signature and function of a method: a row of a table of methods."""


def add_methods(target: ClrType, rows: Iterable[Row], *, static: bool = False) -> None:
    """Add methods from a table; a row's signature may hold several, separated by `|`."""
    for name, signatures, function in rows:
        for signature in signatures.split("|"):
            target.add_method(Method(name, signature.strip(), function, static))


def add_properties(target: ClrType, rows: Iterable[Row], *, static: bool = False) -> None:
    """Add read-only properties from a table of name, type and getter."""
    for name, type_name, function in rows:
        target.add_property(Property(name, type_name, function, static=static))


def add_constructors(target: ClrType, rows: Iterable[tuple[str, Callable[..., Any]]]) -> None:
    """Add constructors from a table of signature and function."""
    for signature, function in rows:
        target.add_constructor(Method(target.short_name, signature, function, True))


def setting(key: str, default: Value = None) -> Value:
    """Return the current session's value of a static property (`Console.Title`), else the default."""
    return CURRENT.get().process.settings.get(key, default)


def _set_setting(key: str, value: Value) -> None:
    CURRENT.get().process.settings[key] = value


def add_setting(target: ClrType, name: str, type_name: str, default: Callable[[], Value]) -> None:
    """Add a static property that scripts can set. .NET keeps its value for the process; here each session has one."""
    key = f"{target.short_name}.{name}"

    def read() -> Value:
        settings = CURRENT.get().process.settings
        return settings[key] if key in settings else default()

    target.add_property(Property(name, type_name, read, partial(_set_setting, key), static=True))


class Nobody:
    """The `python_class` of types without a Python class of their own; their values carry the type as `clr_type`."""
