"""Lists: ArrayList, List[T] and Collection[T]."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from shell.runtime.conversion import convert, to_bool
from shell.runtime.declare import attach, clr_class, clr_constructor, clr_method, clr_property
from shell.runtime.dotnet.listing import (
    check_index,
    check_not_negative,
    check_range,
    items_of,
    last_position,
    position,
    sorted_copy,
)
from shell.runtime.errors import ArgumentOutOfRangeException
from shell.runtime.objects import ArrayList, GenericList, TypedArray, Value
from shell.runtime.types import OBJECT, PS_OBJECT, ClrType, close_generic, register_generic

_GENERIC: Final = "System.Collections.Generic."
_LIST_INTERFACES: Final = (
    "System.Collections.IEnumerable",
    "System.Collections.ICollection",
    "System.Collections.IList",
)


def _cast(items: Any, value: Value) -> Value:
    element: ClrType = getattr(items, "element_type", OBJECT)
    return convert(value, element)


def _array(items: Any, found: Iterable[Value]) -> Value:
    element: ClrType = getattr(items, "element_type", OBJECT)
    return list(found) if element is OBJECT else TypedArray(element, found)


class ListMembers:
    """What ArrayList, List[T] and Collection[T] share; `self` is the list."""

    @clr_property("Count", "int")
    def count(self: Any) -> int:
        """How many elements."""
        return len(self)

    @clr_method("Clear", "-> void")
    def clear(self: Any) -> None:
        """Remove all."""
        self.clear()

    @clr_method("Contains", "T item -> bool")
    def contains(self: Any, item: Value) -> bool:
        """True if an element is equal."""
        return position(self, item) >= 0

    @clr_method("CopyTo", "array array -> void")
    @clr_method("CopyTo", "array array, int arrayIndex -> void")
    def copy_to(self: Any, array: Any, index: int = 0) -> None:
        """Copy into an array."""
        array[index : index + len(self)] = self

    @clr_method("GetEnumerator", "-> System.Collections.IEnumerator")
    def get_enumerator(self: Any) -> Value:
        """An enumerator."""
        from shell.runtime.enumerator import LoopEnumerator

        return LoopEnumerator(list(self))

    @clr_method("IndexOf", "T item -> int")
    def index_of(self: Any, item: Value) -> int:
        """The place of the first equal element."""
        return position(self, item)

    @clr_method("Insert", "int index, T item -> void")
    def insert(self: Any, index: int, item: Value) -> None:
        """Put an element at a place."""
        if not 0 <= index <= len(self):
            raise ArgumentOutOfRangeException(
                "Index must be within the bounds of the List. (Parameter 'index')"
                if isinstance(self, GenericList)
                else "Insertion index was out of range. Must be non-negative and less than or equal to size."
                " (Parameter 'index')"
            )
        self.insert(index, item)

    @clr_method("RemoveAt", "int index -> void")
    def remove_at(self: Any, index: int) -> None:
        """Remove the element at a place."""
        check_index(index, len(self))
        del self[index]

    @clr_method("get_Item", "int index -> T")
    @clr_method("Item", "int index -> T")
    def item(self: Any, index: int) -> Value:
        """The element at a place."""
        check_index(index, len(self))
        return self[index]


class RangeMembers:
    """What ArrayList and List[T] share beyond that."""

    @clr_property("Capacity", "int", setter=lambda self, value: None)
    def capacity(self: Any) -> int:
        """Room for elements: the next power of two from four up."""
        size = len(self)
        room = 4
        while room < size:
            room *= 2
        return room if size else 0

    @clr_method("AddRange", "System.Collections.IEnumerable collection -> void")
    def add_range(self: Any, collection: Value) -> None:
        """Add all elements of a collection."""
        self.extend([_cast(self, each) for each in items_of(collection)])

    @clr_method("InsertRange", "int index, System.Collections.IEnumerable collection -> void")
    def insert_range(self: Any, index: int, collection: Value) -> None:
        """Put all elements of a collection at a place."""
        self[index:index] = [_cast(self, each) for each in items_of(collection)]

    @clr_method("GetRange", "int index, int count -> object")
    def get_range(self: Any, index: int, count: int) -> Value:
        """A copy of some elements."""
        check_range(index, count, len(self))
        return _same_kind(self, self[index : index + count])

    @clr_method("LastIndexOf", "T item -> int")
    def last_index_of(self: Any, item: Value) -> int:
        """The place of the last equal element."""
        return last_position(self, item)

    @clr_method("RemoveRange", "int index, int count -> void")
    def remove_range(self: Any, index: int, count: int) -> None:
        """Remove some elements."""
        check_range(index, count, len(self))
        del self[index : index + count]

    @clr_method("Reverse", "-> void")
    def reverse(self: Any) -> None:
        """Reverse in place."""
        self.reverse()

    @clr_method("Reverse", "int index, int count -> void")
    def reverse_part(self: Any, index: int, count: int) -> None:
        """Reverse a part in place."""
        check_range(index, count, len(self))
        self[index : index + count] = self[index : index + count][::-1]

    @clr_method("Sort", "-> void")
    @clr_method("Sort", "System.Collections.IComparer comparer -> void")
    def sort(self: Any, comparer: Value = None) -> None:
        """Sort in place."""
        self[:] = sorted_copy(self, comparer)

    @clr_method("ToArray", "-> object[]")
    def to_array(self: Any) -> Value:
        """The elements as an array."""
        return _array(self, self)

    @clr_method("BinarySearch", "T item -> int")
    def binary_search(self: Any, item: Value) -> int:
        """The place of an element in a sorted list; else the complement of where it would stand."""
        from shell.runtime.dotnet.arrays import ArrayMembers

        return ArrayMembers.binary_search(self, item)


def _same_kind(items: Any, found: Iterable[Value]) -> Value:
    return GenericList(items.element_type, found) if isinstance(items, GenericList) else ArrayList(found)


@clr_class("System.Collections.ArrayList", python_class=ArrayList)
class ArrayListMembers:
    """ArrayList's own."""

    @clr_constructor("")
    @clr_constructor("int capacity")
    @staticmethod
    def empty(capacity: int = 0) -> Value:
        """Make an empty one."""
        check_not_negative("capacity", capacity)
        return ArrayList()

    @clr_constructor("System.Collections.ICollection c")
    @staticmethod
    def copied(c: Value) -> Value:
        """Copy a collection."""
        return ArrayList(items_of(c, "c"))

    @clr_property("IsFixedSize", "bool")
    def is_fixed_size(self: Any) -> bool:
        """False."""
        return False

    @clr_property("IsReadOnly", "bool")
    def is_read_only(self: Any) -> bool:
        """False."""
        return False

    @clr_property("IsSynchronized", "bool")
    def is_synchronized(self: Any) -> bool:
        """False."""
        return False

    @clr_property("SyncRoot", "object")
    def sync_root(self: Any) -> Value:
        """The list."""
        return self

    @clr_method("Add", "object value -> int")
    def add(self: Any, value: Value) -> int:
        """Add an element; return its place."""
        self.append(value)
        return len(self) - 1

    @clr_method("Remove", "object obj -> void")
    def remove(self: Any, obj: Value) -> None:
        """Remove the first equal element, if there is one."""
        place = position(self, obj)
        if place >= 0:
            del self[place]

    @clr_method("Clone", "-> object")
    def clone(self: Any) -> Value:
        """A shallow copy."""
        return ArrayList(self)

    @clr_method("ToArray", "type type -> array")
    def to_typed_array(self: Any, type: ClrType) -> Value:
        """The elements as an array of a type."""
        return convert(list(self), type.array)

    @clr_method("TrimToSize", "-> void")
    def trim_to_size(self: Any) -> None:
        """Nothing to do here."""


def _attach_array_list() -> None:
    from shell.runtime.types import named

    target = named("System.Collections.ArrayList")
    attach(target, ListMembers)
    attach(target, RangeMembers)


_attach_array_list()


class GenericListMembers:
    """List[T]'s own."""

    @clr_constructor("")
    @clr_constructor("int capacity")
    @staticmethod
    def empty(clr_type: ClrType, capacity: int = 0) -> Value:
        """Make an empty one."""
        check_not_negative("capacity", capacity)
        return GenericList(clr_type.generic_arguments[0])

    @clr_constructor("System.Collections.IEnumerable collection")
    @staticmethod
    def copied(clr_type: ClrType, collection: Value) -> Value:
        """Copy a collection."""
        element = clr_type.generic_arguments[0]
        return GenericList(element, [convert(each, element) for each in items_of(collection)])

    @clr_method("Add", "T item -> void")
    def add(self: Any, item: Value) -> None:
        """Add an element."""
        self.append(item)

    @clr_method("Remove", "T item -> bool")
    def remove(self: Any, item: Value) -> bool:
        """Remove the first equal element; False if there is none."""
        place = position(self, item)
        if place >= 0:
            del self[place]
        return place >= 0

    @clr_method("TrimExcess", "-> void")
    def trim_excess(self: Any) -> None:
        """Nothing to do here."""

    @clr_method("Exists", "scriptblock match -> bool", session=True)
    def exists(self: Any, session: Any, match: Value) -> bool:
        """True if a block accepts an element."""
        return any(_accepts(session, match, each) for each in self)

    @clr_method("Find", "scriptblock match -> T", session=True)
    def find(self: Any, session: Any, match: Value) -> Value:
        """The first element that a block accepts."""
        return next((each for each in self if _accepts(session, match, each)), None)

    @clr_method("FindAll", "scriptblock match -> object", session=True)
    def find_all(self: Any, session: Any, match: Value) -> Value:
        """The elements that a block accepts."""
        return _same_kind(self, [each for each in self if _accepts(session, match, each)])

    @clr_method("FindIndex", "scriptblock match -> int", session=True)
    def find_index(self: Any, session: Any, match: Value) -> int:
        """The place of the first element that a block accepts."""
        return next((place for place, each in enumerate(self) if _accepts(session, match, each)), -1)

    @clr_method("ForEach", "scriptblock action -> void", session=True)
    def for_each(self: Any, session: Any, action: Value) -> Value:
        """Run a block for each element; what it writes is returned, as PowerShell's own ForEach does."""
        from shell.runtime.intrinsics import for_each

        return for_each(self, [action], session)

    @clr_method("RemoveAll", "scriptblock match -> int", session=True)
    def remove_all(self: Any, session: Any, match: Value) -> int:
        """Remove the elements that a block accepts; return how many."""
        kept = [each for each in self if not _accepts(session, match, each)]
        removed = len(self) - len(kept)
        self[:] = kept
        return removed

    @clr_method("TrueForAll", "scriptblock match -> bool", session=True)
    def true_for_all(self: Any, session: Any, match: Value) -> bool:
        """True if a block accepts all elements."""
        return all(_accepts(session, match, each) for each in self)


def _accepts(session: Any, block: Value, each: Value) -> bool:
    return to_bool(session.collect_value(block, (each,), dollar_under=each))


def _interfaces(argument: ClrType) -> tuple[str, ...]:
    generic = ("IList", "ICollection", "IEnumerable", "IReadOnlyList", "IReadOnlyCollection")
    return _LIST_INTERFACES + tuple(f"{_GENERIC}{each}`1[{argument.display_name}]" for each in generic)


def _list_type(arguments: tuple[ClrType, ...]) -> ClrType:
    made = ClrType(_GENERIC + "List`1", OBJECT, interface_names=_interfaces(arguments[0]), generic_arguments=arguments)
    for holder in (GenericListMembers, ListMembers, RangeMembers):
        attach(made, holder)
    return made


register_generic(_GENERIC + "List`1", _list_type)


class Collection(GenericList):
    """System.Collections.ObjectModel.Collection[T]."""

    __slots__ = ()

    @property
    def clr_type(self) -> ClrType:
        """The closed type."""
        return close_generic("System.Collections.ObjectModel.Collection", (self.element_type,)) or OBJECT


class _CollectionMembers:
    @clr_constructor("")
    @staticmethod
    def empty(clr_type: ClrType) -> Value:
        return Collection(clr_type.generic_arguments[0])

    @clr_constructor("System.Collections.IEnumerable list")
    @staticmethod
    def copied(clr_type: ClrType, items: Value) -> Value:
        element = clr_type.generic_arguments[0]
        return Collection(element, [convert(each, element) for each in items_of(items)])

    @clr_method("Add", "T item -> void")
    def add(self: Any, item: Value) -> None:
        self.append(item)

    @clr_method("Remove", "T item -> bool")
    def remove(self: Any, item: Value) -> bool:
        return GenericListMembers.remove(self, item)


def _collection_type(arguments: tuple[ClrType, ...]) -> ClrType:
    made = ClrType(
        "System.Collections.ObjectModel.Collection`1",
        OBJECT,
        interface_names=_interfaces(arguments[0]),
        generic_arguments=arguments,
    )
    attach(made, _CollectionMembers)
    attach(made, ListMembers)
    return made


register_generic("System.Collections.ObjectModel.Collection`1", _collection_type)


def collection(items: Iterable[Value]) -> Collection:
    """Return a Collection[psobject], which PowerShell's own methods return."""
    return Collection(PS_OBJECT, items)
