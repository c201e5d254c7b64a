"""System.Collections.ObjectModel: Collection[T], ObservableCollection[T], ReadOnlyCollection[T]."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from shell.dotnet.collections.listing import check_index, copy_into, items_of, position
from shell.dotnet.collections.lists import GenericListMembers, ListMembers, list_interfaces
from shell.types import OBJECT, PS_OBJECT, ClrType, close_generic, register_generic
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import attach, clr_constructor, clr_method, clr_property
from shell.values.errors import NotEmulatedException, NotSupportedException
from shell.values.objects import GenericList, Value

_NAMESPACE: Final = "System.Collections.ObjectModel."


class Collection(GenericList):
    """System.Collections.ObjectModel.Collection[T]."""

    __slots__ = ()

    @property
    def clr_type(self) -> ClrType:
        """The closed type."""
        return close_generic(_NAMESPACE + "Collection", (self.element_type,)) or OBJECT


class ObservableCollection(Collection):
    """System.Collections.ObjectModel.ObservableCollection[T]; nothing here can listen to it."""

    __slots__ = ()

    @property
    def clr_type(self) -> ClrType:
        """The closed type."""
        return close_generic(_NAMESPACE + "ObservableCollection", (self.element_type,)) or OBJECT


class CollectionMembers:
    """What a Collection has that an ArrayList has otherwise."""

    @clr_method("Add", "T item -> void")
    def add(self: Any, item: Value) -> None:
        """Append an element."""
        self.append(item)

    @clr_method("Remove", "T item -> bool")
    def remove(self: Any, item: Value) -> bool:
        """Remove the first that is equal; False where there is none."""
        return GenericListMembers.remove(self, item)


class _ObservableMembers:
    @clr_method("Move", "int oldIndex, int newIndex -> void")
    def move(self: Any, old_index: int, new_index: int) -> None:
        check_index(old_index, len(self))
        check_index(new_index, len(self))
        self.insert(new_index, self.pop(old_index))

    @clr_method("add_CollectionChanged", "object value -> void")
    def add_collection_changed(self: Any, value: Value) -> None:
        raise NotEmulatedException("Events of collections are not emulated.")


def list_constructors(kind: type[GenericList]) -> type:
    """Return the holder of what makes such a list: an empty one, or one of given elements."""

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
    """Return a closed type with the interfaces of a list and the members of its holders."""
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


class ReadOnlyCollection:
    """System.Collections.ObjectModel.ReadOnlyCollection[T]: a view of a list."""

    __slots__ = ("clr_type", "items")

    def __init__(self, clr_type: ClrType, items: list[Value]) -> None:
        self.clr_type = clr_type
        self.items = items

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the elements as they are now."""
        return iter(list(self.items))

    def clr_index(self, index: Value) -> Value:
        """Return the element at a place, null outside."""
        from shell.types.members.indexing import get_index

        return get_index(self.items, index)

    def clr_set_index(self, index: Value, value: Value) -> None:
        """Refuse."""
        raise NotSupportedException("Collection is read-only.")

    def __len__(self) -> int:
        return len(self.items)


class _ReadOnlyMembers:
    @clr_constructor("System.Collections.IList list")
    @staticmethod
    def make(clr_type: ClrType, items: Value) -> Value:
        element = clr_type.generic_arguments[0]
        held = items if isinstance(items, list) else items_of(items, "list")
        if getattr(held, "element_type", OBJECT) is not element:
            held = [convert(each, element) for each in held]
        return ReadOnlyCollection(clr_type, held)

    @clr_property("Count", "int")
    def count(self: Any) -> int:
        return len(self)

    @clr_method("Contains", "T value -> bool")
    def contains(self: Any, value: Value) -> bool:
        return position(self.items, value) >= 0

    @clr_method("IndexOf", "T value -> int")
    def index_of(self: Any, value: Value) -> int:
        return position(self.items, value)

    @clr_method("CopyTo", "array array, int index -> void")
    def copy_to(self: Any, array: Any, index: int) -> None:
        copy_into(self.items, 0, array, index, len(self.items))

    @clr_method("get_Item", "int index -> T")
    @clr_method("Item", "int index -> T")
    def item(self: Any, index: int) -> Value:
        check_index(index, len(self.items))
        return self.items[index]

    @clr_method("GetEnumerator", "-> System.Collections.IEnumerator")
    def get_enumerator(self: Any) -> Value:
        return ListMembers.get_enumerator(self.items)

    @clr_method("Add", "T value -> void")
    @clr_method("Remove", "T value -> void")
    def refuse(self: Any, value: Value) -> None:
        raise NotSupportedException("Collection is read-only.")


def _read_only_type(arguments: tuple[ClrType, ...]) -> ClrType:
    return list_type(_NAMESPACE + "ReadOnlyCollection`1", arguments, _ReadOnlyMembers)


def read_only(items: Any) -> ReadOnlyCollection:
    """Return a view of a list that scripts cannot change through it."""
    element: ClrType = getattr(items, "element_type", OBJECT)
    closed = close_generic(_NAMESPACE + "ReadOnlyCollection", (element,))
    assert closed is not None
    return ReadOnlyCollection(closed, items)


def collection(items: Iterable[Value]) -> Collection:
    """Return a Collection[psobject], which PowerShell's own methods return."""
    return Collection(PS_OBJECT, items)


register_generic(_NAMESPACE + "Collection`1", _collection_type)
register_generic(_NAMESPACE + "ObservableCollection`1", _observable_type)
register_generic(_NAMESPACE + "ReadOnlyCollection`1", _read_only_type)

__all__ = [
    "Collection",
    "CollectionMembers",
    "ObservableCollection",
    "ReadOnlyCollection",
    "collection",
    "list_constructors",
    "list_type",
    "read_only",
]
