"""Instances of script classes, and their overrides of .NET's virtual methods: text, equality, order, elements."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from shell import types
from shell.lazy import lazy
from shell.types import ClrType
from shell.values.errors import NetException, NotEmulatedException
from shell.values.objects import Char, Value

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace
    from shell.types.members import access, calling
else:
    access = lazy("shell.types.members.access", globals())
    calling = lazy("shell.types.members.calling", globals())


class ScriptObject:
    """An instance of a script's class without a .NET base: its properties by lower-case name."""

    def __init__(self) -> None:
        self.fields: dict[str, Value] = {}

    def __str__(self) -> str:
        return types.type_of(self).display_name


# --- overrides --------------------------------------------------------------------------------------------------------


def install_overrides(kind: type, made: ClrType) -> None:
    """Connect a script's methods that override .NET's virtual or interface methods to their Python counterparts."""
    for (name, parameters), install in _OVERRIDES.items():
        method = _own_method(made, name, parameters)
        if method is not None:
            install(kind, method)
    getter = _own_method(made, "get_message", 0)
    if getter is not None and issubclass(kind, NetException):
        _install_message(kind, getter)
    if "system.iformattable" in made.ancestry:
        _install_format(kind, made)
    if "system.collections.ienumerable" in made.ancestry:
        _install_elements(kind, made)
    if "system.collections.ienumerator" in made.ancestry:
        _install_moves(kind, made)


def _own_method(made: ClrType, name: str, parameters: int) -> Callable[..., Value] | None:
    """Return a method of the class itself; a single parameter must have type System.Object, as in .NET."""
    for each in made.overloads(name):
        if each.owner is made and not each.static and len(each.signature.parameters) == parameters:
            wanted = [parameter.type_name.lower() for parameter in each.signature.parameters]
            if all(one in ("object", "system.object") for one in wanted):
                return each.function
    return None


def _install_message(kind: Any, getter: Callable[..., Value]) -> None:
    """Exception.Message is virtual: handlers see the text of the script's class."""

    def keep(self: Any, text: str) -> None:
        self.__dict__["_message"] = text

    kind.message = property(lambda self: str(getter(self)), keep)


def _install_text(kind: Any, method: Callable[..., Value]) -> None:
    kind.__str__ = lambda self: str(method(self))
    kind.invariant_text = lambda self: str(method(self))


def _install_equality(kind: Any, method: Callable[..., Value]) -> None:
    kind.__eq__ = lambda self, other: self is other or bool(method(self, other))


def _install_hash(kind: Any, method: Callable[..., Value]) -> None:
    kind.__hash__ = lambda self: int(method(self))


def _install_order(kind: Any, method: Callable[..., Value]) -> None:
    kind.__lt__ = lambda self, other: int(method(self, other)) < 0
    kind.__gt__ = lambda self, other: int(method(self, other)) > 0


_OVERRIDES: dict[tuple[str, int], Callable[[Any, Callable[..., Value]], None]] = {
    ("tostring", 0): _install_text,
    ("equals", 1): _install_equality,
    ("gethashcode", 0): _install_hash,
    ("compareto", 1): _install_order,
}


def _install_format(kind: Any, made: ClrType) -> None:
    """IFormattable: `'{0:x}' -f $object` calls ToString with the format and a provider."""
    overloads = [each for each in made.overloads("tostring") if len(each.signature.parameters) == 2]
    own = next((each.function for each in overloads if "script" in (each.owner or made).data), None)
    if own is not None:
        kind.to_format = lambda self, pattern, culture: str(own(self, pattern or None, None))


def _install_elements(kind: Any, made: ClrType) -> None:
    method = _own_method(made, "getenumerator", 0)
    if method is None:
        return

    def elements(self: Any) -> Iterator[Value]:
        return iter(access.enumerate_value(method(self)) or ())

    kind.clr_enumerate = elements


def _install_moves(kind: Any, made: ClrType) -> None:
    """IEnumerator: MoveNext returns whether there is a further element, `get_Current` or the property returns it."""
    move, current = _own_method(made, "movenext", 0), _own_method(made, "get_current", 0)
    if move is None:
        return

    def elements(self: Any) -> Iterator[Value]:
        while move(self):
            yield current(self) if current is not None else access.get_member(self, "Current")

    kind.__iter__ = elements


# --- making ----------------------------------------------------------------------------------------------------------


def python_parent(base: ClrType, runspace: Runspace) -> type:
    """Return the Python base class for a script class: that of its .NET base, if that has instances."""
    if base is types.OBJECT:
        return ScriptObject
    if base.python_class is not None:
        return base.python_class
    try:
        return type(access.new_object(base, [], runspace))
    except NetException:
        return ScriptObject


def native_instance(native: ClrType, kind: type, arguments: list[Value], runspace: Runspace) -> Any:
    """Make an object of a script class that derives from a .NET class."""
    if not native.constructor_overloads() and not arguments:  # abstract: the script's class defines its behaviour
        return _of_abstract(native, kind)
    base = calling.base_object(native, arguments, runspace)
    if isinstance(base, NetException):
        if base.message == f"Exception of type '{native.name}' was thrown.":
            base.message = f"Exception of type '{kind.__name__}' was thrown."
        base.__class__ = kind
        return base
    made: Any = _blank(kind)
    if isinstance(base, list):
        list.extend(made, base)
    for each in type(base).__mro__:
        for slot in getattr(each, "__slots__", ()):
            if hasattr(base, slot):
                setattr(made, slot, getattr(base, slot))
    made.__dict__.update(getattr(base, "__dict__", {}))
    return made


class _NotThere(NotEmulatedException, AttributeError):
    """The error for an abstract class's own behaviour, which an object of a script's class lacks."""


def _of_abstract(native: ClrType, kind: Any) -> Any:
    made = _blank(kind)
    if "__getattr__" not in vars(kind):

        def missing(self: Any, name: str) -> Any:
            if name.startswith("__") or name == "fields":
                raise AttributeError(name)
            raise _NotThere(f"What {native.name} does by itself is not emulated for a class that derives from it.")

        kind.__getattr__ = missing
    if native.name == "System.IO.TextWriter":
        _write_by_letter(kind)
        made.new_line = os.linesep
    return made


def _write_by_letter(kind: Any) -> None:
    """TextWriter: text is written by one call of the script's Write for each character."""
    own = kind.script_type
    writers = [each for each in own.overloads("write") if "script" in (each.owner or own).data]
    takes_char = [each for each in writers if [one.type_name.lower() for one in each.signature.parameters] == ["char"]]
    if takes_char:
        write = takes_char[0].function

        def put(self: Any, text: str) -> None:
            for letter in text:
                write(self, Char(letter))

        kind.put = put
    else:
        kind.put = lambda self, text: None  # .NET's own Write(char) does nothing


def _blank(kind: Any) -> Any:
    return kind.__new__(kind)


def copy_of(source: Any) -> Any:
    """Object.MemberwiseClone: another instance with the same values."""
    made = _blank(type(source))
    made.__dict__.update(source.__dict__)
    made.fields = dict(source.fields)
    return made


__all__ = ["ScriptObject", "copy_of", "install_overrides", "native_instance"]
