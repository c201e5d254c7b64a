"""Sets: HashSet[T] and SortedSet[T]."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from shell.dotnet.collections.compared_keys import EQUALITY, ORDER, hashed_by, ordered_by
from shell.dotnet.collections.enumerators import LoopEnumerator
from shell.dotnet.collections.listing import comparison, copy_into, items_of, sorted_copy
from shell.dotnet.system.delegates import caller
from shell.types import OBJECT, ClrType, register_generic
from shell.types.conversion.conversion import convert, to_bool
from shell.types.registry.declarations import attach, clr_constructor, clr_method, clr_property
from shell.values.objects import Hashtable, TypedArray, Value

_GENERIC: Final = "System.Collections.Generic."
_INTERFACES: Final = ("System.Collections.IEnumerable", "System.Collections.ICollection")


class HashSet:
    """System.Collections.Generic.HashSet[T] and SortedSet[T]."""

    def __init__(self, clr_type: ClrType, comparer: Value = None) -> None:
        self.clr_type = clr_type
        self.element_type = clr_type.generic_arguments[0]
        self.comparer = comparer
        self._sorts = bool(clr_type.data.get("sort"))
        self.table = Hashtable(fold=(ordered_by if self._sorts else hashed_by)(comparer))

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the elements."""
        keys = self.table.keys()
        return iter(sorted_copy(keys, self.comparer) if self._sorts else keys)

    def add(self, item: Value) -> bool:
        """Add an element; return False if there is an equal one."""
        item = convert(item, self.element_type)
        if item in self.table:
            return False
        self.table[item] = True
        return True

    def others(self, items: Value) -> Hashtable:
        """Return the distinct elements of a collection by this set's equality."""
        return Hashtable(((convert(each, self.element_type), True) for each in items_of(items)), self.table._fold)

    def elements(self) -> list[Value]:
        """Return the elements in insertion order."""
        return self.table.keys()

    def keep(self, test: Callable[[Value], bool]) -> None:
        """Keep the elements that pass a test."""
        for each in list(self.table.keys()):
            if not test(each):
                self.table.remove(each)


def _filled(clr_type: ClrType, items: Value, comparer: Value) -> HashSet:
    made = HashSet(clr_type, comparer)
    for each in items_of(items):
        made.add(each)
    return made


class _HashSetMembers:
    @clr_constructor("")
    @clr_constructor("int capacity")
    @staticmethod
    def empty(clr_type: ClrType, capacity: int = 0) -> Value:
        return HashSet(clr_type)

    @clr_constructor("System.Collections.IEnumerable collection")
    @staticmethod
    def copied(clr_type: ClrType, items: Value) -> Value:
        return _filled(clr_type, items, None)

    @clr_property("Comparer", "object")
    def comparer(self: Any) -> Value:
        return self.comparer

    @clr_property("Count", "int")
    def count(self: Any) -> int:
        return len(self.table)

    @clr_method("Add", "T item -> bool")
    def add(self: Any, item: Value) -> bool:
        return bool(self.add(item))

    @clr_method("Clear", "-> void")
    def clear(self: Any) -> None:
        self.table.clear()

    @clr_method("Contains", "T item -> bool")
    def contains(self: Any, item: Value) -> bool:
        return item in self.table

    @clr_method("Remove", "T item -> bool")
    def remove(self: Any, item: Value) -> bool:
        known = item in self.table
        self.table.remove(item)
        return known

    @clr_method("UnionWith", "System.Collections.IEnumerable other -> void")
    def union_with(self: Any, other: Value) -> None:
        for each in items_of(other, "other"):
            self.add(each)

    @clr_method("IntersectWith", "System.Collections.IEnumerable other -> void")
    def intersect_with(self: Any, other: Value) -> None:
        others = self.others(other)
        self.keep(lambda each: each in others)

    @clr_method("ExceptWith", "System.Collections.IEnumerable other -> void")
    def except_with(self: Any, other: Value) -> None:
        others = self.others(other)
        self.keep(lambda each: each not in others)

    @clr_method("SymmetricExceptWith", "System.Collections.IEnumerable other -> void")
    def symmetric_except_with(self: Any, other: Value) -> None:
        others = self.others(other)
        fresh = [each for each, _ in others.items() if each not in self.table]
        self.keep(lambda each: each not in others)
        for each in fresh:
            self.add(each)

    @clr_method("IsSubsetOf", "System.Collections.IEnumerable other -> bool")
    def is_subset_of(self: Any, other: Value) -> bool:
        others = self.others(other)
        return all(each in others for each in self.elements())

    @clr_method("IsSupersetOf", "System.Collections.IEnumerable other -> bool")
    def is_superset_of(self: Any, other: Value) -> bool:
        wanted = self.others(other).keys()
        return all(each in self.table for each in wanted)

    @clr_method("Overlaps", "System.Collections.IEnumerable other -> bool")
    def overlaps(self: Any, other: Value) -> bool:
        wanted = self.others(other).keys()
        return any(each in self.table for each in wanted)

    @clr_method("SetEquals", "System.Collections.IEnumerable other -> bool")
    def set_equals(self: Any, other: Value) -> bool:
        others = self.others(other)
        return len(others) == len(self.table) and all(each in others for each in self.elements())

    @clr_method("IsProperSubsetOf", "System.Collections.IEnumerable other -> bool")
    def is_proper_subset_of(self: Any, other: Value) -> bool:
        return len(self.others(other)) > len(self.table) and _HashSetMembers.is_subset_of(self, other)

    @clr_method("IsProperSupersetOf", "System.Collections.IEnumerable other -> bool")
    def is_proper_superset_of(self: Any, other: Value) -> bool:
        return len(self.others(other)) < len(self.table) and _HashSetMembers.is_superset_of(self, other)

    @clr_method("RemoveWhere", "System.Predicate[T] match -> int", session=True)
    def remove_where(self: Any, session: Any, match: Value) -> int:
        before, accepts = len(self.table), caller(match, session)
        self.keep(lambda each: not to_bool(accepts(each)))
        return before - len(self.table)

    @clr_method("TryGetValue", "T equalValue, ref T actualValue -> bool")
    def try_get_value(self: Any, equal: Value, actual: Any) -> bool:
        known = [each for each in self.elements() if self.table._fold(each) == self.table._fold(equal)]
        if known:
            actual.value = known[0]
        return bool(known)

    @clr_method("EnsureCapacity", "int capacity -> int")
    def ensure_capacity(self: Any, capacity: int) -> int:
        return max(capacity, len(self.table))

    @clr_method("TrimExcess", "-> void")
    def trim_excess(self: Any) -> None:
        """Do nothing: capacity is not emulated."""

    @clr_method("CopyTo", "array array -> void")
    @clr_method("CopyTo", "array array, int arrayIndex -> void")
    def copy_to(self: Any, array: Any, index: int = 0) -> None:
        items = list(self.clr_enumerate())
        copy_into(items, 0, array, index, len(items))

    @clr_method("GetEnumerator", "-> System.Collections.IEnumerator")
    def get_enumerator(self: Any) -> Value:
        return LoopEnumerator(list(self.clr_enumerate()))


def _comparer_constructors(interface: str) -> type:
    class Makers:
        @clr_constructor(f"{interface}[T] comparer")
        @staticmethod
        def compared(clr_type: ClrType, comparer: Value) -> Value:
            return HashSet(clr_type, comparer)

        @clr_constructor(f"System.Collections.IEnumerable collection, {interface}[T] comparer")
        @staticmethod
        def copied(clr_type: ClrType, items: Value, comparer: Value) -> Value:
            return _filled(clr_type, items, comparer)

    return Makers


class _SortedSetMembers:
    @clr_property("Min", "T")
    def min(self: Any) -> Value:
        return next(self.clr_enumerate(), None)

    @clr_property("Max", "T")
    def max(self: Any) -> Value:
        items = list(self.clr_enumerate())
        return items[-1] if items else None

    @clr_method("Reverse", "-> object")
    def reverse(self: Any) -> Value:
        return TypedArray(self.element_type, list(self.clr_enumerate())[::-1])

    @clr_method("GetViewBetween", "T lowerValue, T upperValue -> object")
    def get_view_between(self: Any, lower: Value, upper: Value) -> Value:
        compare = comparison(self.comparer)
        made = HashSet(self.clr_type, self.comparer)
        for each in self.clr_enumerate():
            if compare(each, lower) >= 0 and compare(each, upper) <= 0:
                made.add(each)
        return made


def _set_type(name: str, *, sort: bool) -> Callable[[tuple[ClrType, ...]], ClrType]:
    def make(arguments: tuple[ClrType, ...]) -> ClrType:
        interfaces = (*_INTERFACES, f"{_GENERIC}IEnumerable`1[{arguments[0].display_name}]")
        made = ClrType(name, OBJECT, interface_names=interfaces, generic_arguments=arguments)
        made.data["sort"] = sort
        attach(made, _HashSetMembers)
        attach(made, _comparer_constructors(ORDER if sort else EQUALITY))
        if sort:
            attach(made, _SortedSetMembers)
        return made

    return make


register_generic(_GENERIC + "HashSet`1", _set_type(_GENERIC + "HashSet`1", sort=False))
register_generic(_GENERIC + "SortedSet`1", _set_type(_GENERIC + "SortedSet`1", sort=True))
