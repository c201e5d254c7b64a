"""System.Collections.ObjectModel: Collection[T], ObservableCollection[T]."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from shell.dotnet.collections.listing import items_of, list_interfaces
from shell.dotnet.collections.lists import GenericListMembers, ListMembers
from shell.types import OBJECT, PS_OBJECT, ClrType, close_generic, register_generic
from shell.types.conversion.conversion import convert
from shell.types.registry.checks import index_below
from shell.types.registry.declarations import attach, clr_constructor, clr_method
from shell.values.errors import NotEmulatedException
from shell.values.objects import GenericList, Value

_NAMESPACE: Final = "System.Collections.ObjectModel."


class Collection(GenericList):
    """System.Collections.ObjectModel.Collection[T]."""

    __slots__ = ()

    @property
    def clr_type(self) -> ClrType:
        """Return the closed type."""
        return close_generic(_NAMESPACE + "Collection", (self.element_type,)) or OBJECT


class ObservableCollection(Collection):
    """System.Collections.ObjectModel.ObservableCollection[T]; its events are not emulated."""

    __slots__ = ()

    @property
    def clr_type(self) -> ClrType:
        """Return the closed type."""
        return close_generic(_NAMESPACE + "ObservableCollection", (self.element_type,)) or OBJECT


class CollectionMembers:
    """Members of Collection[T] that differ from ArrayList's."""

    @clr_method("Add", "T item -> void")
    def add(self: Any, item: Value) -> None:
        """Append an element."""
        self.append(item)

    @clr_method("Remove", "T item -> bool")
    def remove(self: Any, item: Value) -> bool:
        """Remove the first equal element; return False if there is none."""
        return GenericListMembers.remove(self, item)


class _ObservableMembers:
    @clr_method("Move", "int oldIndex, int newIndex -> void")
    def move(self: Any, old_index: int, new_index: int) -> None:
        index_below(old_index, len(self))
        index_below(new_index, len(self))
        self.insert(new_index, self.pop(old_index))

    @clr_method("add_CollectionChanged", "object value -> void")
    def add_collection_changed(self: Any, value: Value) -> None:
        raise NotEmulatedException("Events of collections are not emulated.")


def list_constructors(kind: type[GenericList]) -> type:
    """Return the holder of a list type's constructors: empty, or from given elements."""

    class Makers:
        @clr_constructor("")
        @staticmethod
        def empty(clr_type: ClrType) -> Value:
            return kind(clr_type.generic_arguments[0])

        @clr_constructor("System.Collections.IEnumerable list")
        @staticmethod
        def copied(clr_type: ClrType, items: Value) -> Value:
            element = clr_type.generic_arguments[0]
            return kind(element, [convert(each, element) for each in items_of(items, "list")])

    return Makers


_COLLECTION_MAKERS: Final = list_constructors(Collection)
_OBSERVABLE_MAKERS: Final = list_constructors(ObservableCollection)


def list_type(name: str, arguments: tuple[ClrType, ...], *holders: type) -> ClrType:
    """Return a closed type with list interfaces and the members of its holders."""
    made = ClrType(name, OBJECT, interface_names=list_interfaces(arguments[0]), generic_arguments=arguments)
    for holder in holders:
        attach(made, holder)
    return made


def _collection_type(arguments: tuple[ClrType, ...]) -> ClrType:
    return list_type(_NAMESPACE + "Collection`1", arguments, _COLLECTION_MAKERS, CollectionMembers, ListMembers)


def _observable_type(arguments: tuple[ClrType, ...]) -> ClrType:
    base = close_generic(_NAMESPACE + "Collection", arguments)
    made = ClrType(_NAMESPACE + "ObservableCollection`1", base, generic_arguments=arguments)
    attach(made, _OBSERVABLE_MAKERS)
    attach(made, _ObservableMembers)
    return made


def collection(items: Iterable[Value]) -> Collection:
    """Return a Collection[psobject], which PowerShell's own methods return."""
    return Collection(PS_OBJECT, items)


register_generic(_NAMESPACE + "Collection`1", _collection_type)
register_generic(_NAMESPACE + "ObservableCollection`1", _observable_type)

__all__ = [
    "Collection",
    "CollectionMembers",
    "ObservableCollection",
    "collection",
    "list_constructors",
    "list_type",
]
