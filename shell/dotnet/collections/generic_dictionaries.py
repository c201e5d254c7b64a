"""Generic dictionaries: Dictionary[K,V], SortedDictionary, SortedList[K,V], KeyValuePair."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from shell.dotnet.collections.compared_keys import EQUALITY, ORDER, hashed_by, ordered_by
from shell.dotnet.collections.dictionaries import (
    DICTIONARY_INTERFACES,
    HASHTABLE_KEYS,
    HASHTABLE_VALUES,
    EntryEnumerator,
    Keys,
    exact_key,
)
from shell.dotnet.collections.listing import same, sorted_copy
from shell.dotnet.system.delegates import caller
from shell.lazy import lazy
from shell.types import OBJECT, ClrType, close_generic, register_generic
from shell.types.conversion.conversion import convert, try_convert
from shell.types.conversion.text import net_string
from shell.types.members.entries import DictionaryEntry
from shell.types.registry.checks import index_below, not_null
from shell.types.registry.declarations import add_constructors, attach, clr_constructor, clr_method, clr_property
from shell.values.errors import ArgumentException, KeyNotFoundException
from shell.values.objects import MISSING, Hashtable, Value

if TYPE_CHECKING:
    from shell.types.members import calling
else:
    calling = lazy("shell.types.members.calling", globals())


class KeyValuePair:
    """System.Collections.Generic.KeyValuePair[K,V]."""

    __slots__ = ("clr_type", "key", "value")

    def __init__(self, clr_type: ClrType, key: Value, value: Value) -> None:
        self.clr_type = clr_type
        self.key = key
        self.value = value

    def __str__(self) -> str:
        return f"[{net_string(self.key)}, {net_string(self.value)}]"


class GenericDictionary:
    """System.Collections.Generic.Dictionary[K,V]; `sort` keeps key order (SortedDictionary, SortedList)."""

    is_dictionary = True

    def __init__(
        self, clr_type: ClrType, *, fold: Callable[[Value], Any] = exact_key, sort: bool = False, comparer: Value = None
    ) -> None:
        self.clr_type = clr_type
        self.key_type, self.value_type = clr_type.generic_arguments or (OBJECT, OBJECT)
        self._table = Hashtable(fold=fold)
        self._sort = sort
        self._comparer = comparer

    def __len__(self) -> int:
        return len(self._table)

    def keys(self) -> list[Value]:
        """Return the keys."""
        keys = self._table.keys()
        return sorted_copy(keys, self._comparer) if self._sort else keys

    def values(self) -> list[Value]:
        """Return the values."""
        return [self._table[key] for key in self.keys()]

    def items(self) -> Iterator[tuple[Value, Value]]:
        """Return keys and values."""
        return iter([(key, self._table[key]) for key in self.keys()])

    def lookup(self, name: str) -> Value:
        """Return the value of a key used as a property name, MISSING if there is none."""
        key = self._key(name)
        return self._table[key] if key is not MISSING and key in self._table else MISSING

    def _key(self, key: Value) -> Value:
        known, converted = try_convert(key, self.key_type)
        return converted if known else MISSING

    def get(self, key: Value, default: Value = None) -> Value:
        """Return the value of a key."""
        return self._table.get(convert(key, self.key_type), default)

    def put(self, key: Value, value: Value) -> None:
        """Set the value of a key."""
        not_null(key, "key")
        self._table[convert(key, self.key_type)] = convert(value, self.value_type)

    def has(self, key: Value) -> bool:
        """True if there is such a key."""
        return convert(key, self.key_type) in self._table

    def drop(self, key: Value) -> bool:
        """Remove a key; return False if there was none."""
        known = self.has(key)
        self._table.remove(convert(key, self.key_type))
        return known

    def clear(self) -> None:
        """Remove all elements."""
        self._table.clear()

    def clr_index(self, key: Value) -> Value:
        """Return the value of a key, null if there is none."""
        return self.get(key) if self.has(key) else None

    def item(self, key: Value) -> Value:
        """Return the value of a key; raises KeyNotFoundException if there is none."""
        if self.has(key) or not self.clr_type.generic_arguments:
            return self.get(key)
        raise KeyNotFoundException(f"The given key '{net_string(key)}' was not present in the dictionary.")

    def clr_set_index(self, key: Value, value: Value) -> None:
        """Set the value of a key."""
        self.put(key, value)

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the entries."""
        pair = close_generic("System.Collections.Generic.KeyValuePair", (self.key_type, self.value_type))
        if not self.clr_type.generic_arguments or pair is None:
            return (DictionaryEntry(key, value) for key, value in self.items())
        return (KeyValuePair(pair, key, value) for key, value in self.items())


class _PairMembers:
    @clr_property("Key", "TKey")
    def key(self: Any) -> Value:
        return self.key

    @clr_property("Value", "TValue")
    def value(self: Any) -> Value:
        return self.value

    @clr_constructor("TKey key, TValue value")
    @staticmethod
    def make(clr_type: ClrType, key: Value, value: Value) -> Value:
        return KeyValuePair(clr_type, key, value)


def _compared(clr_type: ClrType, comparer: Value = None) -> GenericDictionary:
    sort = clr_type.data.get("sort", False)
    fold = (ordered_by if sort else hashed_by)(comparer)
    return GenericDictionary(clr_type, fold=fold, sort=sort, comparer=comparer)


def _comparing(comparer: str) -> tuple[tuple[str, Callable[..., Value]], ...]:
    """Return the constructors with a key comparer."""
    return (
        (f"{comparer}[TKey] comparer", _compared),
        (f"int capacity, {comparer}[TKey] comparer", lambda clr_type, _, comparer: _compared(clr_type, comparer)),
        (f"System.Collections.IDictionary dictionary, {comparer}[TKey] comparer", _DictionaryMembers.copied),
    )


class _DictionaryMembers:
    @clr_constructor("")
    @clr_constructor("int capacity")
    @staticmethod
    def empty(clr_type: ClrType, capacity: int = 0) -> Value:
        return GenericDictionary(clr_type, sort=clr_type.data.get("sort", False))

    @clr_constructor("System.Collections.IDictionary dictionary")
    @staticmethod
    def copied(clr_type: ClrType, dictionary: Any, comparer: Value = None) -> Value:
        made = _compared(clr_type, comparer)
        not_null(dictionary, "dictionary")
        for key, value in dictionary.items():
            made.put(key, value)
        return made

    @clr_property("Comparer", "object")
    def comparer(self: Any) -> Value:
        return self._comparer

    @clr_property("Count", "int")
    def count(self: Any) -> int:
        return len(self)

    @clr_property("Keys", "object")
    def keys(self: Any) -> Value:
        return Keys(self.keys, HASHTABLE_KEYS)

    @clr_property("Values", "object")
    def values(self: Any) -> Value:
        return Keys(self.values, HASHTABLE_VALUES)

    @clr_method("Add", "TKey key, TValue value -> void")
    def add(self: Any, key: Value, value: Value) -> None:
        not_null(key, "key")
        if self.has(key):
            raise ArgumentException(f"An item with the same key has already been added. Key: {net_string(key)}")
        self.put(key, value)

    @clr_method("TryAdd", "TKey key, TValue value -> bool")
    def try_add(self: Any, key: Value, value: Value) -> bool:
        not_null(key, "key")
        if self.has(key):
            return False
        self.put(key, value)
        return True

    @clr_method("Clear", "-> void")
    def clear(self: Any) -> None:
        self.clear()

    @clr_method("ContainsKey", "TKey key -> bool")
    def contains_key(self: Any, key: Value) -> bool:
        not_null(key, "key")
        return bool(self.has(key))

    @clr_method("ContainsValue", "TValue value -> bool")
    def contains_value(self: Any, value: Value) -> bool:
        return any(same(each, value) for each in self.values())

    @clr_method("Remove", "TKey key -> bool")
    def remove(self: Any, key: Value) -> bool:
        not_null(key, "key")
        return bool(self.drop(key))

    @clr_method("Remove", "TKey key, ref TValue value -> bool")
    @clr_method("TryRemove", "TKey key, ref TValue value -> bool")
    def take(self: Any, key: Value, reference: Any) -> bool:
        known = _DictionaryMembers.try_get_value(self, key, reference)
        self.drop(key)
        return known

    @clr_method("EnsureCapacity", "int capacity -> int")
    def ensure_capacity(self: Any, capacity: int) -> int:
        return max(capacity, len(self))

    @clr_method("TrimExcess", "-> void")
    def trim_excess(self: Any) -> None:
        """Do nothing: capacity is not emulated."""

    @clr_method("TryGetValue", "TKey key, ref TValue value -> bool")
    def try_get_value(self: Any, key: Value, reference: Any) -> bool:
        not_null(key, "key")
        known = bool(self.has(key))
        reference.value = self.get(key) if known else _nothing(self)
        return known

    @clr_method("Item", "TKey key -> TValue")
    def item(self: Any, key: Value) -> Value:
        return self.item(key)

    @clr_method("IndexOfKey", "TKey key -> int")
    def index_of_key(self: Any, key: Value) -> int:
        for place, each in enumerate(self.keys()):
            if same(each, key):
                return place
        return -1

    @clr_method("GetEnumerator", "-> System.Collections.IDictionaryEnumerator")
    def get_enumerator(self: Any) -> Value:
        return EntryEnumerator(list(self.clr_enumerate()))


def _nothing(table: GenericDictionary) -> Value:
    return calling.default_element(table.value_type)


class _ConcurrentMembers:
    @clr_property("IsEmpty", "bool")
    def is_empty(self: Any) -> bool:
        return not len(self)

    @clr_method("GetOrAdd", "TKey key, TValue value -> TValue")
    def get_or_add(self: Any, key: Value, value: Value) -> Value:
        _DictionaryMembers.try_add(self, key, value)
        return self.get(key)

    @clr_method("GetOrAdd", "TKey key, System.Delegate valueFactory -> TValue", session=True)
    def get_or_make(self: Any, session: Any, key: Value, factory: Value) -> Value:
        if not self.has(key):
            self.put(key, caller(factory, session)(key))
        return self.get(key)

    @clr_method("AddOrUpdate", "TKey key, TValue addValue, System.Delegate updateValueFactory -> TValue", session=True)
    def add_or_update(self: Any, session: Any, key: Value, value: Value, factory: Value) -> Value:
        self.put(key, caller(factory, session)(key, self.get(key)) if self.has(key) else value)
        return self.get(key)

    @clr_method("TryUpdate", "TKey key, TValue newValue, TValue comparisonValue -> bool")
    def try_update(self: Any, key: Value, value: Value, expected: Value) -> bool:
        known = bool(self.has(key)) and same(self.get(key), expected)
        if known:
            self.put(key, value)
        return known

    @clr_method("ToArray", "-> object[]")
    def to_array(self: Any) -> Value:
        return list(self.clr_enumerate())


class _SortedListMembers:
    @clr_property("Capacity", "int")
    def capacity(self: Any) -> int:
        return len(self)

    @clr_method("IndexOfValue", "TValue value -> int")
    def index_of_value(self: Any, value: Value) -> int:
        return next((place for place, each in enumerate(self.values()) if same(each, value)), -1)

    @clr_method("RemoveAt", "int index -> void")
    def remove_at(self: Any, index: int) -> None:
        index_below(index, len(self))
        self.drop(self.keys()[index])

    @clr_method("GetKeyAtIndex", "int index -> TKey")
    def get_key_at_index(self: Any, index: int) -> Value:
        index_below(index, len(self))
        return self.keys()[index]

    @clr_method("GetValueAtIndex", "int index -> TValue")
    def get_value_at_index(self: Any, index: int) -> Value:
        index_below(index, len(self))
        return self.values()[index]


def attach_members(target: ClrType) -> None:
    """Add the members and constructors of Dictionary[K,V] to a type whose values are GenericDictionary."""
    attach(target, _DictionaryMembers)


def _dictionary_type(name: str, *holders: type, sort: bool = False) -> Callable[[tuple[ClrType, ...]], ClrType]:
    def make(arguments: tuple[ClrType, ...]) -> ClrType:
        made = ClrType(name, OBJECT, interface_names=DICTIONARY_INTERFACES, generic_arguments=arguments)
        made.data["sort"] = sort
        attach_members(made)
        add_constructors(made, _comparing(ORDER if sort else EQUALITY))
        for holder in holders:
            attach(made, holder)
        return made

    return make


def _pair_type(arguments: tuple[ClrType, ...]) -> ClrType:
    made = ClrType("System.Collections.Generic.KeyValuePair`2", OBJECT, generic_arguments=arguments, is_value_type=True)
    attach(made, _PairMembers)
    return made


_GENERIC = "System.Collections.Generic."
register_generic(_GENERIC + "Dictionary`2", _dictionary_type(_GENERIC + "Dictionary`2"))
register_generic(_GENERIC + "OrderedDictionary`2", _dictionary_type(_GENERIC + "OrderedDictionary`2"))
register_generic(_GENERIC + "SortedDictionary`2", _dictionary_type(_GENERIC + "SortedDictionary`2", sort=True))
register_generic(_GENERIC + "SortedList`2", _dictionary_type(_GENERIC + "SortedList`2", _SortedListMembers, sort=True))
register_generic(
    "System.Collections.Concurrent.ConcurrentDictionary`2",
    _dictionary_type("System.Collections.Concurrent.ConcurrentDictionary`2", _ConcurrentMembers),
)
register_generic(_GENERIC + "KeyValuePair`2", _pair_type)
