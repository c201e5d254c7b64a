"""Lists: ArrayList and List[T]."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.collections.compared_keys import ORDER
from shell.dotnet.collections.enumerators import LoopEnumerator
from shell.dotnet.collections.list_search import SearchMembers
from shell.dotnet.collections.listing import (
    binary_search,
    check_range,
    copy_into,
    items_of,
    last_position,
    list_interfaces,
    position,
    sorted_copy,
)
from shell.lazy import lazy
from shell.types import OBJECT, ClrType, named, register_generic
from shell.types.conversion.conversion import convert
from shell.types.registry.checks import index_below, index_up_to, not_negative
from shell.types.registry.declarations import (
    Row,
    add_methods,
    attach,
    clr_class,
    clr_constructor,
    clr_method,
    clr_property,
)
from shell.values.errors import ArgumentOutOfRangeException, NotEmulatedException
from shell.values.objects import ArrayList, GenericList, TypedArray, Value

if TYPE_CHECKING:
    from shell.dotnet.collections import read_only_collections
else:
    read_only_collections = lazy("shell.dotnet.collections.read_only_collections", globals())


_GENERIC: Final = "System.Collections.Generic."


def _cast(items: Any, value: Value) -> Value:
    element: ClrType = getattr(items, "element_type", OBJECT)
    return convert(value, element)


def _array(items: Any, found: Iterable[Value]) -> Value:
    element: ClrType = getattr(items, "element_type", OBJECT)
    return list(found) if element is OBJECT else TypedArray(element, found)


class ListMembers:
    """Members shared by ArrayList, List[T] and Collection[T]; `self` is the list."""

    @clr_property("Count", "int")
    def count(self: Any) -> int:
        """Return the number of elements."""
        return len(self)

    @clr_method("Clear", "-> void")
    def clear(self: Any) -> None:
        """Remove all elements."""
        self.clear()

    @clr_method("Contains", "T item -> bool")
    def contains(self: Any, item: Value) -> bool:
        """Return True if an element is equal."""
        return position(self, item) >= 0

    @clr_method("CopyTo", "array array -> void")
    @clr_method("CopyTo", "array array, int arrayIndex -> void")
    def copy_to(self: Any, array: Any, index: int = 0) -> None:
        """Copy into an array."""
        copy_into(self, 0, array, index, len(self))

    @clr_method("GetEnumerator", "-> System.Collections.IEnumerator")
    def get_enumerator(self: Any) -> Value:
        """Return an enumerator."""
        return LoopEnumerator(self)

    @clr_method("IndexOf", "T item -> int")
    def index_of(self: Any, item: Value) -> int:
        """Return the index of the first equal element."""
        return position(self, item)

    @clr_method("Insert", "int index, T item -> void")
    def insert(self: Any, index: int, item: Value) -> None:
        """Insert an element at an index."""
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
        """Remove the element at an index."""
        index_below(index, len(self))
        del self[index]

    @clr_method("get_Item", "int index -> T")
    @clr_method("Item", "int index -> T")
    def item(self: Any, index: int) -> Value:
        """Return the element at an index."""
        index_below(index, len(self))
        return self[index]


class RangeMembers:
    """Members shared by ArrayList and List[T] only."""

    @clr_property("Capacity", "int", setter=lambda self, value: None)
    def capacity(self: Any) -> int:
        """Return the capacity: the next power of two, at least 4."""
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
        """Insert all elements of a collection at an index."""
        index_up_to(index, len(self))
        self[index:index] = [_cast(self, each) for each in items_of(collection)]

    @clr_method("GetRange", "int index, int count -> object")
    def get_range(self: Any, index: int, count: int) -> Value:
        """Return a copy of a range."""
        check_range(index, count, len(self))
        return _same_kind(self, self[index : index + count])

    @clr_method("CopyTo", "int index, array array, int arrayIndex, int count -> void")
    def copy_part_to(self: Any, index: int, array: Any, array_index: int, count: int) -> None:
        """Copy a range into an array."""
        check_range(index, count, len(self))
        copy_into(self, index, array, array_index, count)

    @clr_method("IndexOf", "T item, int index -> int")
    @clr_method("IndexOf", "T item, int index, int count -> int")
    def index_of_from(self: Any, item: Value, index: int, count: int | None = None) -> int:
        """Return the index of the first equal element in a range."""
        index_up_to(index, len(self))
        if count is None:
            return position(self, item, index)
        check_range(index, count, len(self))
        return position(self, item, index, index + count)

    @clr_method("LastIndexOf", "T item -> int")
    @clr_method("LastIndexOf", "T item, int index -> int")
    @clr_method("LastIndexOf", "T item, int index, int count -> int")
    def last_index_of(self: Any, item: Value, index: int | None = None, count: int | None = None) -> int:
        """Return the index of the last equal element, searching backward from an index."""
        if index is not None and self:
            index_below(index, len(self))
        return last_position(self, item, index, count)

    @clr_method("RemoveRange", "int index, int count -> void")
    def remove_range(self: Any, index: int, count: int) -> None:
        """Remove a range."""
        check_range(index, count, len(self))
        del self[index : index + count]

    @clr_method("Reverse", "-> void")
    def reverse(self: Any) -> None:
        """Reverse in place."""
        self.reverse()

    @clr_method("Reverse", "int index, int count -> void")
    def reverse_part(self: Any, index: int, count: int) -> None:
        """Reverse a range in place."""
        check_range(index, count, len(self))
        self[index : index + count] = self[index : index + count][::-1]

    @clr_method("Sort", "-> void")
    def sort(self: Any) -> None:
        """Sort in place."""
        self[:] = sorted_copy(self)

    @clr_method("ToArray", "-> object[]")
    def to_array(self: Any) -> Value:
        """Return the elements as an array."""
        return _array(self, self)

    @clr_method("BinarySearch", "T item -> int")
    def find_sorted(self: Any, item: Value) -> int:
        """Return the index of an element in a sorted list; else the complement of its insertion index."""
        return binary_search(self, item, 0, len(self))


def _sort(items: Any, comparer: Value) -> None:
    items[:] = sorted_copy(items, comparer)


def _sort_part(items: Any, index: int, count: int, comparer: Value) -> None:
    check_range(index, count, len(items))
    items[index : index + count] = sorted_copy(items[index : index + count], comparer)


def _find_sorted(items: Any, item: Value, comparer: Value) -> int:
    return binary_search(items, item, 0, len(items), comparer)


def _find_sorted_within(items: Any, index: int, count: int, item: Value, comparer: Value) -> int:
    check_range(index, count, len(items))
    return binary_search(items, item, index, index + count, comparer)


def _add_comparing(target: ClrType, comparer: str) -> None:
    """Add the members with a comparer: the generic interface for List[T], the other for ArrayList."""
    methods: tuple[Row, ...] = (
        ("Sort", f"{comparer} comparer -> void", _sort),
        ("Sort", f"int index, int count, {comparer} comparer -> void", _sort_part),
        ("BinarySearch", f"T item, {comparer} comparer -> int", _find_sorted),
        ("BinarySearch", f"int index, int count, T item, {comparer} comparer -> int", _find_sorted_within),
    )
    add_methods(target, methods)


def _same_kind(items: Any, found: Iterable[Value]) -> Value:
    return GenericList(items.element_type, found) if isinstance(items, GenericList) else ArrayList(found)


@clr_class("System.Collections.ArrayList", python_class=ArrayList)
class ArrayListMembers:
    """Members of ArrayList only."""

    @clr_constructor("")
    @clr_constructor("int capacity")
    @staticmethod
    def empty(capacity: int = 0) -> Value:
        """Create an empty list."""
        not_negative(capacity, "capacity")
        return ArrayList()

    @clr_constructor("System.Collections.ICollection c")
    @staticmethod
    def copied(c: Value) -> Value:
        """Create a list from a collection."""
        return ArrayList(items_of(c, "c"))

    @clr_property("IsFixedSize", "bool")
    def is_fixed_size(self: Any) -> bool:
        """Return False."""
        return False

    @clr_property("IsReadOnly", "bool")
    def is_read_only(self: Any) -> bool:
        """Return False."""
        return False

    @clr_property("IsSynchronized", "bool")
    def is_synchronized(self: Any) -> bool:
        """Return False."""
        return False

    @clr_property("SyncRoot", "object")
    def sync_root(self: Any) -> Value:
        """Return the list."""
        return self

    @clr_method("Add", "object value -> int")
    def add(self: Any, value: Value) -> int:
        """Append an element; return its index."""
        self.append(value)
        return len(self) - 1

    @clr_method("Remove", "object obj -> void")
    def remove(self: Any, obj: Value) -> None:
        """Remove the first equal element, if any."""
        place = position(self, obj)
        if place >= 0:
            del self[place]

    @clr_method("Clone", "-> object")
    def clone(self: Any) -> Value:
        """Return a shallow copy."""
        return ArrayList(self)

    @clr_method("ToArray", "type type -> array")
    def to_typed_array(self: Any, type: ClrType) -> Value:
        """Return the elements as an array of a type."""
        return convert(list(self), type.array)

    @clr_method("SetRange", "int index, System.Collections.ICollection c -> void")
    def set_range(self: Any, index: int, c: Value) -> None:
        """Overwrite a range with the elements of a collection."""
        new = items_of(c, "c")
        check_range(index, len(new), len(self))
        self[index : index + len(new)] = new

    @clr_method("Adapter", "System.Collections.IList list -> System.Collections.ArrayList", static=True)
    @clr_method("Synchronized", "System.Collections.IList list -> object", static=True)
    @staticmethod
    def itself(list: Value) -> Value:
        """Return the list: no synchronized wrapper is needed, since one thread runs scripts."""
        return list

    @clr_method("ReadOnly", "System.Collections.IList list -> object", static=True)
    @clr_method("FixedSize", "System.Collections.IList list -> object", static=True)
    @staticmethod
    def guarded(list: Value) -> Value:
        """Raise NotEmulatedException: such wrappers are not emulated."""
        raise NotEmulatedException("Read-only and fixed-size ArrayLists are not emulated.")

    @clr_method("Repeat", "object value, int count -> System.Collections.ArrayList", static=True)
    @staticmethod
    def repeat(value: Value, count: int) -> Value:
        """Return a list that repeats a value."""
        not_negative(count, "count")
        return ArrayList([value] * count)

    @clr_method("TrimToSize", "-> void")
    def trim_to_size(self: Any) -> None:
        """Do nothing: capacity is not emulated."""


def _attach_array_list() -> None:
    target = named("System.Collections.ArrayList")
    attach(target, ListMembers)
    attach(target, RangeMembers)
    _add_comparing(target, "System.Collections.IComparer")


_attach_array_list()


class GenericListMembers:
    """Members of List[T] only."""

    @clr_constructor("")
    @clr_constructor("int capacity")
    @staticmethod
    def empty(clr_type: ClrType, capacity: int = 0) -> Value:
        """Create an empty list."""
        not_negative(capacity, "capacity")
        return GenericList(clr_type.generic_arguments[0])

    @clr_constructor("System.Collections.IEnumerable collection")
    @staticmethod
    def copied(clr_type: ClrType, collection: Value) -> Value:
        """Create a list from a collection."""
        element = clr_type.generic_arguments[0]
        return GenericList(element, [convert(each, element) for each in items_of(collection)])

    @clr_method("Add", "T item -> void")
    def add(self: Any, item: Value) -> None:
        """Append an element."""
        self.append(item)

    @clr_method("Remove", "T item -> bool")
    def remove(self: Any, item: Value) -> bool:
        """Remove the first equal element; return False if there is none."""
        place = position(self, item)
        if place >= 0:
            del self[place]
        return place >= 0

    @clr_method("AsReadOnly", "-> object")
    def as_read_only(self: Any) -> Value:
        """Return a read-only view."""
        return read_only_collections.read_only(self)

    @clr_method("Slice", "int start, int length -> object")
    def slice(self: Any, start: int, length: int) -> Value:
        """Return a copy of a range."""
        check_range(start, length, len(self))
        return _same_kind(self, self[start : start + length])

    @clr_method("EnsureCapacity", "int capacity -> int")
    def ensure_capacity(self: Any, capacity: int) -> int:
        """Raise the capacity if it is lower; return it."""
        not_negative(capacity, "capacity")
        return max(capacity, int(RangeMembers.capacity(self)))

    @clr_method("TrimExcess", "-> void")
    def trim_excess(self: Any) -> None:
        """Do nothing: capacity is not emulated."""


def _list_type(arguments: tuple[ClrType, ...]) -> ClrType:
    made = ClrType(
        _GENERIC + "List`1", OBJECT, interface_names=list_interfaces(arguments[0]), generic_arguments=arguments
    )
    for holder in (GenericListMembers, ListMembers, RangeMembers, SearchMembers):
        attach(made, holder)
    _add_comparing(made, f"{ORDER}[T]")
    return made


register_generic(_GENERIC + "List`1", _list_type)
