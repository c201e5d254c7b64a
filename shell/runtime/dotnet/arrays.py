"""System.Array: members of arrays, and its static helpers."""

from __future__ import annotations

from typing import Any

from shell.runtime.calling import make_array
from shell.runtime.conversion import convert, to_bool
from shell.runtime.declare import clr_class, clr_method, clr_property
from shell.runtime.dotnet.listing import items_of, last_position, position, sorted_copy
from shell.runtime.errors import (
    ArgumentException,
    IndexOutOfRangeException,
    NotSupportedException,
)
from shell.runtime.objects import Int64, MultiArray, TypedArray, Value
from shell.runtime.types import OBJECT, ClrType, type_of


def element_type(array: Value) -> ClrType:
    """Return the type of an array's elements."""
    found = type_of(array).element_type
    return OBJECT if found is None else found


def _fixed() -> NotSupportedException:
    return NotSupportedException("Collection was of a fixed size.")


def _lengths(array: Any) -> tuple[int, ...]:
    return array.lengths if isinstance(array, MultiArray) else (len(array),)


@clr_class("System.Array", python_class=list)
class ArrayMembers:
    """Members of every array; `self` is the list."""

    @clr_property("Length", "int")
    def length(self: Any) -> int:
        """How many elements."""
        return len(self)

    @clr_property("LongLength", "long")
    def long_length(self: Any) -> Int64:
        """How many elements."""
        return Int64(len(self))

    @clr_property("Rank", "int")
    def rank(self: Any) -> int:
        """How many dimensions."""
        return len(_lengths(self))

    @clr_property("SyncRoot", "object")
    def sync_root(self: Any) -> Value:
        """The array."""
        return self

    @clr_property("IsReadOnly", "bool")
    def is_read_only(self: Any) -> bool:
        """False: elements can be set."""
        return False

    @clr_property("IsFixedSize", "bool")
    def is_fixed_size(self: Any) -> bool:
        """True: nothing can be added."""
        return True

    @clr_property("IsSynchronized", "bool")
    def is_synchronized(self: Any) -> bool:
        """False."""
        return False

    @clr_method("GetLength", "int dimension -> int")
    def get_length(self: Any, dimension: int) -> int:
        """The length of a dimension."""
        lengths = _lengths(self)
        if not 0 <= dimension < len(lengths):
            raise IndexOutOfRangeException("Index was outside the bounds of the array.")
        return lengths[dimension]

    @clr_method("GetUpperBound", "int dimension -> int")
    def get_upper_bound(self: Any, dimension: int) -> int:
        """The last index of a dimension."""
        return ArrayMembers.get_length(self, dimension) - 1

    @clr_method("GetLowerBound", "int dimension -> int")
    def get_lower_bound(self: Any, dimension: int) -> int:
        """The first index of a dimension: 0."""
        ArrayMembers.get_length(self, dimension)
        return 0

    @clr_method("GetValue", "int index -> object")
    @clr_method("GetValue", "params int[] indices -> object")
    def get_value(self: Any, index: Any) -> Value:
        """The element at a place."""
        return self[_flat(self, index)]

    @clr_method("SetValue", "object value, int index -> void")
    @clr_method("SetValue", "object value, params int[] indices -> void")
    def set_value(self: Any, value: Value, index: Any) -> None:
        """Set the element at a place."""
        self[_flat(self, index)] = convert(value, element_type(self))

    @clr_method("Clone", "-> object")
    def clone(self: Any) -> Value:
        """A shallow copy."""
        return _like(self, self)

    @clr_method("CopyTo", "array array, int index -> void")
    def copy_to(self: Any, array: Any, index: int) -> None:
        """Copy into another array."""
        if index + len(self) > len(array):
            raise ArgumentException(
                "Destination array was not long enough. Check the destination index, length, and the array's lower"
                " bounds. (Parameter 'destinationArray')"
            )
        array[index : index + len(self)] = self

    @clr_method("Contains", "object value -> bool")
    def contains(self: Any, value: Value) -> bool:
        """True if an element is equal."""
        return position(self, value) >= 0

    @clr_method("IndexOf", "object value -> int")
    def index_of(self: Any, value: Value) -> int:
        """The place of the first equal element."""
        return position(self, value)

    @clr_method("Add", "object value -> int")
    def add(self: Any, value: Value) -> int:
        """Refused."""
        raise _fixed()

    @clr_method("Insert", "int index, object value -> void")
    def insert(self: Any, index: int, value: Value) -> None:
        """Refused."""
        raise _fixed()

    @clr_method("Remove", "object value -> void")
    def remove(self: Any, value: Value) -> None:
        """Refused."""
        raise _fixed()

    @clr_method("RemoveAt", "int index -> void")
    def remove_at(self: Any, index: int) -> None:
        """Refused."""
        raise _fixed()

    @clr_method("Clear", "-> void")
    def clear(self: Any) -> None:
        """Set every element to zero or null."""
        self[:] = make_array(element_type(self), [len(self)])

    @clr_method("GetEnumerator", "-> System.Collections.IEnumerator")
    def get_enumerator(self: Any) -> Value:
        """An enumerator."""
        from shell.runtime.enumerator import LoopEnumerator

        return LoopEnumerator(list(self))

    # --- static ---

    @clr_method("Sort", "array array -> void", static=True)
    @clr_method("Sort", "array array, System.Collections.IComparer comparer -> void", static=True)
    @staticmethod
    def sort(array: Any, comparer: Value = None) -> None:
        """Sort in place."""
        array[:] = sorted_copy(array, comparer)

    @clr_method("Reverse", "array array -> void", static=True)
    @staticmethod
    def reverse(array: Any) -> None:
        """Reverse in place."""
        array.reverse()

    @clr_method("Reverse", "array array, int index, int length -> void", static=True)
    @staticmethod
    def reverse_part(array: Any, index: int, length: int) -> None:
        """Reverse a part in place."""
        array[index : index + length] = array[index : index + length][::-1]

    @clr_method("IndexOf", "array array, object value -> int", static=True)
    @clr_method("IndexOf", "array array, object value, int startIndex -> int", static=True)
    @staticmethod
    def find(array: Any, value: Value, start: int = 0) -> int:
        """The place of the first equal element."""
        return position(array, value, start)

    @clr_method("LastIndexOf", "array array, object value -> int", static=True)
    @staticmethod
    def find_last(array: Any, value: Value) -> int:
        """The place of the last equal element."""
        return last_position(array, value)

    @clr_method("BinarySearch", "array array, object value -> int", static=True)
    @staticmethod
    def binary_search(array: Any, value: Value) -> int:
        """The place of an element in a sorted array; else the complement of where it would stand."""
        from shell.runtime.dotnet.listing import order

        low, high = 0, len(array) - 1
        while low <= high:
            middle = (low + high) // 2
            found = order(array[middle], value)
            if found == 0:
                return middle
            if found < 0:
                low = middle + 1
            else:
                high = middle - 1
        return ~low

    @clr_method("Copy", "array sourceArray, array destinationArray, int length -> void", static=True)
    @staticmethod
    def copy(source: Any, destination: Any, length: int) -> None:
        """Copy the first elements."""
        ArrayMembers.copy_part(source, 0, destination, 0, length)

    @clr_method(
        "Copy",
        "array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length -> void",
        static=True,
    )
    @staticmethod
    def copy_part(source: Any, source_index: int, destination: Any, destination_index: int, length: int) -> None:
        """Copy some elements."""
        for array, start, which in ((source, source_index, "Source"), (destination, destination_index, "Destination")):
            if start + length > len(array):
                raise ArgumentException(
                    f"{which} array was not long enough. Check the {which.lower()} index, length, and the array's lower"
                    f" bounds. (Parameter '{which.lower()}Array')"
                )
        destination[destination_index : destination_index + length] = source[source_index : source_index + length]

    @clr_method("Clear", "array array -> void", static=True)
    @staticmethod
    def clear_all(array: Any) -> None:
        """Set every element to zero or null."""
        ArrayMembers.clear(array)

    @clr_method("CreateInstance", "type elementType, int length -> array", static=True)
    @staticmethod
    def create_instance(element: ClrType, length: int) -> Value:
        """Make an array."""
        return make_array(element, [length])

    @clr_method("CreateInstance", "type elementType, params int[] lengths -> array", static=True)
    @staticmethod
    def create_rectangle(element: ClrType, lengths: list[int]) -> Value:
        """Make an array of several dimensions."""
        return make_array(element, list(lengths))

    @clr_method("Resize", "ref array array, int newSize -> void", static=True)
    @staticmethod
    def resize(reference: Any, size: int) -> None:
        """Put a longer or shorter copy into the variable."""
        array = reference.value
        fill = make_array(element_type(array), [max(0, size - len(array))])
        reference.value = _like(array, [*array[:size], *fill])

    @clr_method("Exists", "array array, scriptblock match -> bool", static=True, session=True)
    @staticmethod
    def exists(session: Any, array: Any, match: Value) -> bool:
        """True if a block accepts an element."""
        return any(to_bool(session.collect_value(match, (each,), dollar_under=each)) for each in array)

    @clr_method("Find", "array array, scriptblock match -> object", static=True, session=True)
    @staticmethod
    def find_first(session: Any, array: Any, match: Value) -> Value:
        """The first element that a block accepts."""
        for each in array:
            if to_bool(session.collect_value(match, (each,), dollar_under=each)):
                return each
        return None

    @clr_method("FindAll", "array array, scriptblock match -> array", static=True, session=True)
    @staticmethod
    def find_all(session: Any, array: Any, match: Value) -> Value:
        """The elements that a block accepts."""
        return _like(
            array, [each for each in array if to_bool(session.collect_value(match, (each,), dollar_under=each))]
        )

    @clr_method("FindIndex", "array array, scriptblock match -> int", static=True, session=True)
    @staticmethod
    def find_index(session: Any, array: Any, match: Value) -> int:
        """The place of the first element that a block accepts."""
        for place, each in enumerate(array):
            if to_bool(session.collect_value(match, (each,), dollar_under=each)):
                return place
        return -1

    @clr_method("TrueForAll", "array array, scriptblock match -> bool", static=True, session=True)
    @staticmethod
    def true_for_all(session: Any, array: Any, match: Value) -> bool:
        """True if a block accepts all elements."""
        return all(to_bool(session.collect_value(match, (each,), dollar_under=each)) for each in array)

    @clr_method("ForEach", "array array, scriptblock action -> void", static=True, session=True)
    @staticmethod
    def for_each(session: Any, array: Any, action: Value) -> None:
        """Run a block for each element."""
        for each in array:
            session.collect(action, (each,), dollar_under=each)


def _flat(array: Any, index: Any) -> int:
    places = index if isinstance(index, list) else [index]
    lengths = _lengths(array)
    if len(places) != len(lengths):
        raise ArgumentException("Indices length does not match the array rank.")
    flat = 0
    for place, length in zip(places, lengths, strict=True):
        if not 0 <= place < length:
            raise IndexOutOfRangeException("Index was outside the bounds of the array.")
        flat = flat * length + place
    return flat


def _like(array: Any, items: Any) -> Value:
    if isinstance(array, MultiArray):
        return MultiArray(array.element_type, array.lengths, items)
    return TypedArray(array.element_type, items) if isinstance(array, TypedArray) else list(items)


__all__ = ["ArrayMembers", "element_type", "items_of"]
