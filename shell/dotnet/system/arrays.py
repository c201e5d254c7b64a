"""System.Array: members of arrays."""

from __future__ import annotations

from typing import Any

from shell.dotnet.collections.enumerators import LoopEnumerator
from shell.dotnet.collections.listing import copy_into, element_type, like, position
from shell.types.conversion.conversion import convert
from shell.types.members.calling import make_array
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.values.errors import (
    ArgumentException,
    IndexOutOfRangeException,
    NotSupportedException,
)
from shell.values.objects import Int64, MultiArray, Value


def _fixed() -> NotSupportedException:
    return NotSupportedException("Collection was of a fixed size.")


def _lengths(array: Any) -> tuple[int, ...]:
    return array.lengths if isinstance(array, MultiArray) else (len(array),)


@clr_class("System.Array", python_class=list)
class ArrayMembers:
    """Members of every array; `self` is the list."""

    @clr_property("Length", "int")
    def length(self: Any) -> int:
        """Return the number of elements."""
        return len(self)

    @clr_property("LongLength", "long")
    def long_length(self: Any) -> Int64:
        """Return the number of elements."""
        return Int64(len(self))

    @clr_property("Rank", "int")
    def rank(self: Any) -> int:
        """Return the number of dimensions."""
        return len(_lengths(self))

    @clr_property("SyncRoot", "object")
    def sync_root(self: Any) -> Value:
        """Return the array."""
        return self

    @clr_property("IsReadOnly", "bool")
    def is_read_only(self: Any) -> bool:
        """Return False: elements can be set."""
        return False

    @clr_property("IsFixedSize", "bool")
    def is_fixed_size(self: Any) -> bool:
        """Return True: elements cannot be added."""
        return True

    @clr_property("IsSynchronized", "bool")
    def is_synchronized(self: Any) -> bool:
        """Return False."""
        return False

    @clr_method("GetLength", "int dimension -> int")
    def get_length(self: Any, dimension: int) -> int:
        """Return the length of a dimension."""
        lengths = _lengths(self)
        if not 0 <= dimension < len(lengths):
            raise IndexOutOfRangeException("Index was outside the bounds of the array.")
        return lengths[dimension]

    @clr_method("GetUpperBound", "int dimension -> int")
    def get_upper_bound(self: Any, dimension: int) -> int:
        """Return the last index of a dimension."""
        return ArrayMembers.get_length(self, dimension) - 1

    @clr_method("GetLowerBound", "int dimension -> int")
    def get_lower_bound(self: Any, dimension: int) -> int:
        """Return the first index of a dimension, 0."""
        ArrayMembers.get_length(self, dimension)
        return 0

    @clr_method("GetValue", "int index -> object")
    @clr_method("GetValue", "params int[] indices -> object")
    def get_value(self: Any, index: Any) -> Value:
        """Return the element at an index."""
        return self[_flat(self, index)]

    @clr_method("SetValue", "object value, int index -> void")
    @clr_method("SetValue", "object value, params int[] indices -> void")
    def set_value(self: Any, value: Value, index: Any) -> None:
        """Set the element at an index."""
        self[_flat(self, index)] = convert(value, element_type(self))

    @clr_method("Clone", "-> object")
    def clone(self: Any) -> Value:
        """Return a shallow copy."""
        return like(self, self)

    @clr_method("CopyTo", "array array, int index -> void")
    def copy_to(self: Any, array: Any, index: int) -> None:
        """Copy into another array."""
        copy_into(self, 0, array, index, len(self))

    @clr_method("Get", "params int[] indices -> T")
    def get(self: Any, indices: Any) -> Value:
        """Return the element at an index."""
        return self[_flat(self, indices)]

    @clr_method("Set", "int index, T value -> void")
    def set(self: Any, index: int, value: Value) -> None:
        """Set the element at an index."""
        self[_flat(self, index)] = value

    @clr_method("GetLongLength", "int dimension -> long")
    def get_long_length(self: Any, dimension: int) -> Int64:
        """Return the length of a dimension."""
        return Int64(ArrayMembers.get_length(self, dimension))

    @clr_method("Initialize", "-> void")
    def initialize(self: Any) -> None:
        """Do nothing: value types have no default constructors here."""

    @clr_method("Contains", "object value -> bool")
    def contains(self: Any, value: Value) -> bool:
        """Return True if an element is equal."""
        return position(self, value) >= 0

    @clr_method("IndexOf", "object value -> int")
    def index_of(self: Any, value: Value) -> int:
        """Return the index of the first equal element."""
        return position(self, value)

    @clr_method("Add", "object value -> int")
    def add(self: Any, value: Value) -> int:
        """Raise NotSupportedException: an array has a fixed size."""
        raise _fixed()

    @clr_method("Insert", "int index, object value -> void")
    def insert(self: Any, index: int, value: Value) -> None:
        """Raise NotSupportedException: an array has a fixed size."""
        raise _fixed()

    @clr_method("Remove", "object value -> void")
    def remove(self: Any, value: Value) -> None:
        """Raise NotSupportedException: an array has a fixed size."""
        raise _fixed()

    @clr_method("RemoveAt", "int index -> void")
    def remove_at(self: Any, index: int) -> None:
        """Raise NotSupportedException: an array has a fixed size."""
        raise _fixed()

    @clr_method("Clear", "-> void")
    def clear(self: Any) -> None:
        """Set every element to zero or null."""
        self[:] = make_array(element_type(self), [len(self)])

    @clr_method("GetEnumerator", "-> System.Collections.IEnumerator")
    def get_enumerator(self: Any) -> Value:
        """Return an enumerator."""
        return LoopEnumerator(self)


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


from shell.dotnet.system import array_statics  # noqa: E402  (adds the static members to the same type)

__all__ = ["ArrayMembers", "array_statics"]
