"""Abstract .NET classes that scripts derive from, with the members that a derived class uses."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

from shell.engine.binding.attributes import ScriptAttribute
from shell.lazy import lazy
from shell.types import OBJECT, STRING, ClrType, register, type_of
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.errors import ArgumentOutOfRangeException
from shell.values.objects import ArrayList, TypedArray, Value

if TYPE_CHECKING:
    from shell.types.members import access
else:
    access = lazy("shell.types.members.access", globals())


_AUTOMATION: Final = "System.Management.Automation."


@clr_class("System.MarshalByRefObject", is_abstract=True)
class MarshalByRefObject:
    """The base of objects that .NET Framework reached across application domains."""

    @clr_constructor()
    def __init__(self) -> None: ...


@clr_class("System.EventArgs")
class EventArgs:
    """The base of event arguments."""

    @clr_constructor()
    def __init__(self) -> None: ...


@clr_class(_AUTOMATION + "Host.PSHost", is_abstract=True)
class PSHost:
    """The host of an engine; a derived class defines everything."""

    @clr_constructor()
    def __init__(self) -> None: ...

    @clr_property("PrivateData", "psobject")
    def private_data(self) -> Value:
        """Return the host's private data: null unless a class overrides it."""
        return None


@clr_class("System.Collections.CollectionBase", is_abstract=True, interfaces="System.Collections.IList")
class CollectionBase:
    """The base of typed collections from before generics: `InnerList` and `List` are for the derived class."""

    @clr_constructor()
    def __init__(self, capacity: int = 0) -> None:
        self.inner_list = ArrayList()

    @clr_property("Count", "int")
    def count(self) -> int:
        """How many elements there are."""
        return len(self.inner_list)

    @clr_property("Capacity", "int")
    def capacity(self) -> int:
        """Return the capacity: 4, doubled as needed."""
        room = 0 if not self.inner_list else 4
        while room < len(self.inner_list):
            room *= 2
        return room

    @clr_property("InnerList", "System.Collections.ArrayList")
    @clr_property("List", "System.Collections.IList")
    def elements(self) -> Value:
        """The elements; protected in .NET."""
        return self.inner_list

    @clr_method("Clear", "-> void")
    def clear(self) -> None:
        """Remove all."""
        self.inner_list.clear()

    @clr_method("RemoveAt", "int index -> void")
    def remove_at(self, index: int) -> None:
        """Remove one."""
        if not 0 <= index < len(self.inner_list):
            raise ArgumentOutOfRangeException(
                "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter"
                " 'index')"
            )
        del self.inner_list[index]

    @clr_method("GetEnumerator", "-> System.Collections.IEnumerator")
    def enumerator(self) -> Value:
        """Walk the elements."""
        return access.call_method(self.inner_list, "GetEnumerator", [])

    def clr_enumerate(self) -> Value:
        """The elements, for the pipeline."""
        return iter(list(self.inner_list))


@clr_class(
    _AUTOMATION + "CachedValidValuesGeneratorBase",
    is_abstract=True,
    interfaces=_AUTOMATION + "IValidateSetValuesGenerator",
)
class CachedValidValuesGenerator:
    """Caches the result of a derived class's `GenerateValidValues()` for a number of seconds."""

    @clr_constructor("int cacheExpirationInSeconds")
    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        self.kept: Value = None
        self.until = 0.0

    @clr_method("GetValidValues", "-> string[]")
    def valid_values(self) -> Value:
        """Return the cached values, or new ones after they expired."""
        if self.kept is None or time.monotonic() >= self.until:
            made = convert(access.call_method(self, "GenerateValidValues", []), STRING.array)
            self.until = time.monotonic() + self.seconds
            self.kept = made if isinstance(made, TypedArray) else None
        return self.kept


@clr_class("System.Diagnostics.Tracing.EventSource")
class EventSource:
    """A source of tracing events, which are dropped."""

    @clr_constructor()
    def __init__(self, *given: Any) -> None: ...

    @clr_property("Name", "string")
    def source_name(self) -> str:
        """The name: that of the class's attribute, else the class's own."""
        own = type_of(self)
        declared = (getattr(each, "name", None) for each in own.data.get("attributes", {}).get("", ()))
        return next((each for each in declared if each), own.short_name)


class EventSourceAttribute(
    ScriptAttribute,
    clr_name="System.Diagnostics.Tracing.EventSourceAttribute",
    properties="Name:string=rw Guid:string=rw LocalizationResources:string=rw",
):
    """[EventSource(Name = '...')]."""

    @clr_constructor()
    def __init__(self) -> None:
        self.name = self.guid = self.localization_resources = None


for _name in ("PSHostUserInterface", "PSHostRawUserInterface"):
    register(ClrType(f"{_AUTOMATION}Host.{_name}", OBJECT, is_abstract=True))
