"""Members of Hashtable and OrderedDictionary, which share one Python representation."""

from __future__ import annotations

from collections.abc import Callable
from operator import contains, methodcaller
from typing import Any

from shell.dotnet.collections.compared_keys import hashed_by
from shell.dotnet.collections.dictionaries import (
    HASHTABLE_KEYS,
    HASHTABLE_VALUES,
    ORDERED_KEYS,
    EntryEnumerator,
    Keys,
    exact_key,
    watched_entries,
)
from shell.dotnet.collections.listing import same
from shell.types import HASHTABLE, ORDERED, named
from shell.types.conversion.text import net_string
from shell.types.members.entries import entries
from shell.types.members.indexing import get_index
from shell.types.registry.checks import in_range, not_negative, not_null
from shell.types.registry.declarations import add_constructors, add_methods, add_properties
from shell.values.errors import ArgumentException
from shell.values.objects import Hashtable, OrderedDictionary, OrderedHashtable, Value

# --- shared by both ---


def _empty(kind: type[Hashtable]) -> Callable[..., Value]:
    """Return the constructor of an empty table, whose keys, unlike a literal's, are case-sensitive."""
    return lambda *capacity: kind(fold=exact_key)


def _compared(kind: type[Hashtable]) -> Callable[[Value], Value]:
    return lambda comparer: kind(fold=hashed_by(comparer))


def _sized_and_compared(kind: type[Hashtable]) -> Callable[..., Value]:
    return lambda capacity, comparer: kind(fold=hashed_by(comparer))


def _false(table: Any) -> bool:
    return False


def _itself(table: Any) -> Value:
    return table


def _keys(type_name: str) -> Callable[[Any], Value]:
    return lambda table: Keys(table.keys, type_name, lambda: (key for key, _ in watched_entries(table)))


def _values(type_name: str) -> Callable[[Any], Value]:
    return lambda table: Keys(table.values, type_name, lambda: (each for _, each in watched_entries(table)))


def _taken(table: Any, key: Value) -> ArgumentException:
    known, text = net_string(table.key_of(key)), net_string(key)
    return ArgumentException(f"Item has already been added. Key in dictionary: '{known}'  Key being added: '{text}'")


def _add(table: Any, key: Value, value: Value) -> None:
    not_null(key, "key")
    if key in table:
        raise _taken(table, key)
    table[key] = value


def _remove(table: Any, key: Value) -> None:
    not_null(key, "key")
    table.remove(key)


def _copy_to(table: Any, array: Any, index: int) -> None:
    found = list(entries(table))
    array[index : index + len(found)] = found


def _enumerator(table: Any) -> Value:
    return EntryEnumerator(list(entries(table)), table)


# --- Hashtable ---


def _sized(capacity: int) -> Value:
    not_negative(capacity, "capacity")
    return Hashtable(fold=exact_key)


def _contains_key(table: Any, key: Value) -> bool:
    not_null(key, "key")
    return key in table


def _contains_value(table: Any, value: Value) -> bool:
    return any(same(each, value) for each in table.values())


def _item(table: Any, key: Value) -> Value:
    not_null(key, "key")
    return table.get(key)


def _set_item(table: Any, key: Value, value: Value) -> None:
    table[key] = value


add_constructors(
    HASHTABLE,
    (
        ("", _empty(Hashtable)),
        ("int capacity", _sized),
        ("System.Collections.IDictionary d", lambda table: Hashtable(table.items(), exact_key)),
        ("System.Collections.IEqualityComparer equalityComparer", _compared(Hashtable)),
        ("int capacity, System.Collections.IEqualityComparer equalityComparer", _sized_and_compared(Hashtable)),
        ("int capacity, float loadFactor", lambda capacity, factor: _sized(capacity)),
        (
            "System.Collections.IDictionary d, System.Collections.IEqualityComparer equalityComparer",
            lambda table, comparer: Hashtable(table.items(), hashed_by(comparer)),
        ),
    ),
)
add_methods(
    HASHTABLE,
    (("Synchronized", "System.Collections.Hashtable table -> System.Collections.Hashtable", _itself),),
    static=True,
)
add_properties(
    HASHTABLE,
    (
        ("IsReadOnly", "bool", _false),
        ("IsFixedSize", "bool", _false),
        ("IsSynchronized", "bool", _false),
        ("Keys", "System.Collections.ICollection", _keys(HASHTABLE_KEYS)),
        ("Values", "System.Collections.ICollection", _values(HASHTABLE_VALUES)),
        ("SyncRoot", "object", _itself),
        ("Count", "int", len),
    ),
)
add_methods(
    HASHTABLE,
    (
        ("Add", "object key, object value -> void", _add),
        ("Clear", "-> void", methodcaller("clear")),
        ("Clone", "-> object", methodcaller("copy")),
        ("Contains", "object key -> bool", _contains_key),
        ("ContainsKey", "object key -> bool", _contains_key),
        ("ContainsValue", "object value -> bool", _contains_value),
        ("Remove", "object key -> void", _remove),
        ("CopyTo", "array array, int arrayIndex -> void", _copy_to),
        ("Item", "object key -> object", _item),
        ("get_Item", "object key -> object", _item),
        ("set_Item", "object key, object value -> void", _set_item),
        ("GetEnumerator", "-> System.Collections.IDictionaryEnumerator", _enumerator),
    ),
)
add_constructors(
    named("System.Management.Automation.OrderedHashtable"),
    (
        ("", _empty(OrderedHashtable)),
        ("int capacity", _empty(OrderedHashtable)),
        ("System.Collections.IDictionary d", lambda table: OrderedHashtable(table.items(), exact_key)),
    ),
)


# --- OrderedDictionary ---


def _insert(table: Any, index: int, key: Value, value: Value) -> None:
    in_range(index, 0, len(table), "index")
    if key in table:
        raise _taken(table, key)
    table.insert(index, key, value)


def _remove_at(table: Any, index: int) -> None:
    keys = table.keys()
    in_range(index, 0, len(keys) - 1, "index")
    table.remove(keys[index])


add_constructors(
    ORDERED,
    (
        ("", _empty(OrderedDictionary)),
        ("int capacity", _empty(OrderedDictionary)),
        ("System.Collections.IEqualityComparer comparer", _compared(OrderedDictionary)),
        ("int capacity, System.Collections.IEqualityComparer comparer", _sized_and_compared(OrderedDictionary)),
    ),
)
add_properties(
    ORDERED,
    (
        ("Count", "int", len),
        ("IsReadOnly", "bool", _false),
        ("Keys", "System.Collections.ICollection", _keys(ORDERED_KEYS)),
        ("Values", "System.Collections.ICollection", _values(ORDERED_KEYS)),
        ("IsFixedSize", "bool", _false),
        ("SyncRoot", "object", _itself),
        ("IsSynchronized", "bool", _false),
    ),
)
add_methods(
    ORDERED,
    (
        ("Add", "object key, object value -> void", _add),
        ("Clear", "-> void", methodcaller("clear")),
        ("Contains", "object key -> bool", contains),
        ("Insert", "int index, object key, object value -> void", _insert),
        ("Remove", "object key -> void", _remove),
        ("RemoveAt", "int index -> void", _remove_at),
        ("Item", "object key -> object", get_index),
        ("CopyTo", "array array, int index -> void", _copy_to),
        ("GetEnumerator", "-> System.Collections.IDictionaryEnumerator", _enumerator),
    ),
)
