"""Dictionaries: Hashtable, OrderedDictionary, Dictionary[K,V], SortedDictionary, SortedList and their entries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from shell.runtime.conversion import convert
from shell.runtime.declare import attach, clr_class, clr_constructor, clr_method, clr_property
from shell.runtime.dotnet.listing import comparer_key, same, sorted_copy
from shell.runtime.errors import (
    ArgumentException,
    ArgumentNullException,
    ArgumentOutOfRangeException,
    KeyNotFoundException,
    RuntimeException,
)
from shell.runtime.objects import MISSING, Hashtable, OrderedDictionary, PSObject, Value
from shell.runtime.text import net_string
from shell.runtime.types import OBJECT, ClrType, close_generic, register_generic


@clr_class("System.Collections.DictionaryEntry", "System.ValueType", "Key:object=rw Value:object=rw")
class DictionaryEntry:
    """System.Collections.DictionaryEntry."""

    __slots__ = ("key", "value")

    @clr_constructor("object key, object value")
    def __init__(self, key: Value, value: Value) -> None:
        self.key = key
        self.value = value

    def __str__(self) -> str:
        return f"[{net_string(self.key)}, {net_string(self.value)}]"


def entries(table: Any) -> Iterator[Value]:
    """Return the entries of a dictionary."""
    return (DictionaryEntry(key, value) for key, value in table.items())


def _key_missing(key: Value) -> ArgumentNullException | None:
    return ArgumentNullException("Value cannot be null. (Parameter 'key')") if key is None else None


def _taken(key: Value) -> ArgumentException:
    text = net_string(key)
    return ArgumentException(f"Item has already been added. Key in dictionary: '{text}'  Key being added: '{text}'")


class Keys:
    """A dictionary's keys or values: a view that is read anew each time."""

    def __init__(self, read: Callable[[], list[Value]], type_name: str) -> None:
        self._read = read
        self.type_name = type_name

    @property
    def clr_type(self) -> ClrType:
        """The collection's type."""
        from shell.runtime.types import named

        return named(self.type_name)

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the elements as they are now."""
        return iter(self._read())

    def clr_index(self, index: Value) -> Value:
        """Refuse as .NET does: these collections have no indexer."""
        raise RuntimeException(
            f'Unable to index into an object of type "{self.clr_type.full_name}".', error_id="CannotIndex"
        )

    def __len__(self) -> int:
        return len(self._read())


class _KeysMembers:
    @clr_property("Count", "int")
    def count(self: Any) -> int:
        return len(self)

    @clr_property("IsSynchronized", "bool")
    def is_synchronized(self: Any) -> bool:
        return False

    @clr_property("SyncRoot", "object")
    def sync_root(self: Any) -> Value:
        return self

    @clr_method("Contains", "object item -> bool")
    def contains(self: Any, item: Value) -> bool:
        return any(same(each, item) for each in self.clr_enumerate())

    @clr_method("CopyTo", "array array, int index -> void")
    def copy_to(self: Any, array: Any, index: int) -> None:
        items = list(self.clr_enumerate())
        array[index : index + len(items)] = items

    @clr_method("GetEnumerator", "-> System.Collections.IEnumerator")
    def get_enumerator(self: Any) -> Value:
        from shell.runtime.enumerator import LoopEnumerator

        return LoopEnumerator(list(self.clr_enumerate()))


def _keys_types() -> None:
    for name in (
        "System.Collections.Hashtable+KeyCollection",
        "System.Collections.Hashtable+ValueCollection",
        "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection",
    ):
        clr_class(
            name, interfaces="System.Collections.ICollection System.Collections.IEnumerable", python_class=_Nobody
        )(_KeysMembers)


class _Nobody:
    """No value is of this class: the types above are found by `clr_type`."""


_keys_types()


@clr_class("System.Collections.Hashtable", python_class=Hashtable)
class HashtableMembers:
    """Members of Hashtable."""

    @clr_constructor("")
    @staticmethod
    def empty() -> Value:
        """Make an empty one. Unlike a literal's, its keys are compared with case."""
        return Hashtable(fold=exact_key)

    @clr_constructor("int capacity")
    @staticmethod
    def sized(capacity: int) -> Value:
        """Make an empty one."""
        if capacity < 0:
            raise ArgumentOutOfRangeException(
                f"capacity ('{capacity}') must be a non-negative value. (Parameter 'capacity')\n"
                f"Actual value was {capacity}."
            )
        return Hashtable(fold=exact_key)

    @clr_constructor("System.Collections.IDictionary d")
    @staticmethod
    def copied(d: Any) -> Value:
        """Copy another dictionary."""
        return Hashtable(d.items(), exact_key)

    @clr_constructor("System.Collections.IEqualityComparer equalityComparer")
    @staticmethod
    def compared(comparer: Value) -> Value:
        """Make an empty one with the comparer's equality."""
        return Hashtable(fold=key_folder(comparer))

    @clr_property("IsReadOnly", "bool")
    def is_read_only(self: Any) -> bool:
        """False."""
        return False

    @clr_property("IsFixedSize", "bool")
    def is_fixed_size(self: Any) -> bool:
        """False."""
        return False

    @clr_property("IsSynchronized", "bool")
    def is_synchronized(self: Any) -> bool:
        """False."""
        return False

    @clr_property("Keys", "System.Collections.ICollection")
    def keys(self: Any) -> Value:
        """The keys."""
        return Keys(self.keys, "System.Collections.Hashtable+KeyCollection")

    @clr_property("Values", "System.Collections.ICollection")
    def values(self: Any) -> Value:
        """The values."""
        return Keys(self.values, "System.Collections.Hashtable+ValueCollection")

    @clr_property("SyncRoot", "object")
    def sync_root(self: Any) -> Value:
        """The table."""
        return self

    @clr_property("Count", "int")
    def count(self: Any) -> int:
        """How many entries."""
        return len(self)

    @clr_method("Add", "object key, object value -> void")
    def add(self: Any, key: Value, value: Value) -> None:
        """Add an entry; a known key is an error."""
        _add(self, key, value)

    @clr_method("Clear", "-> void")
    def clear(self: Any) -> None:
        """Remove all."""
        self.clear()

    @clr_method("Clone", "-> object")
    def clone(self: Any) -> Value:
        """A shallow copy."""
        return self.copy()

    @clr_method("Contains", "object key -> bool")
    def contains(self: Any, key: Value) -> bool:
        """True if there is such a key."""
        _require(key)
        return key in self

    @clr_method("ContainsKey", "object key -> bool")
    def contains_key(self: Any, key: Value) -> bool:
        """True if there is such a key."""
        _require(key)
        return key in self

    @clr_method("ContainsValue", "object value -> bool")
    def contains_value(self: Any, value: Value) -> bool:
        """True if there is such a value."""
        return any(same(each, value) for each in self.values())

    @clr_method("Remove", "object key -> void")
    def remove(self: Any, key: Value) -> None:
        """Remove an entry, if there is one."""
        _require(key)
        self.remove(key)

    @clr_method("CopyTo", "array array, int arrayIndex -> void")
    def copy_to(self: Any, array: Any, index: int) -> None:
        """Copy the entries into an array."""
        found = list(entries(self))
        array[index : index + len(found)] = found

    @clr_method("Item", "object key -> object")
    @clr_method("get_Item", "object key -> object")
    def item(self: Any, key: Value) -> Value:
        """The value of a key, or null."""
        _require(key)
        return self.get(key)

    @clr_method("set_Item", "object key, object value -> void")
    def set_item(self: Any, key: Value, value: Value) -> None:
        """Set the value of a key."""
        self[key] = value

    @clr_method("GetEnumerator", "-> System.Collections.IDictionaryEnumerator")
    def get_enumerator(self: Any) -> Value:
        """An enumerator over the entries."""
        return EntryEnumerator(list(entries(self)))


def _require(key: Value) -> None:
    missing = _key_missing(key)
    if missing is not None:
        raise missing


def _add(table: Any, key: Value, value: Value) -> None:
    _require(key)
    if key in table:
        raise _taken(key)
    table[key] = value


def exact_key(key: Value) -> Any:
    """What .NET's own Hashtable compares keys by: texts with case."""
    from shell.runtime.objects import fold_key

    return ("s", key) if type(key) is str else fold_key(key)


def key_folder(comparer: Value) -> Callable[[Value], Any]:
    """Return the key function of a StringComparer; exact for null."""
    from shell.runtime.objects import fold_key

    return fold_key if getattr(comparer, "ignore_case", False) else exact_key


@clr_class("System.Collections.IDictionaryEnumerator", properties="Key:object Value:object Entry:object Current:object")
class EntryEnumerator:
    """The enumerator of a dictionary; piping it sends the entries."""

    def __init__(self, items: list[Value]) -> None:
        self._items = items
        self._place = -1

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the entries that are left."""
        return iter(self._items[self._place + 1 :])

    @property
    def current(self) -> Value:
        """The entry."""
        return self._items[self._place] if 0 <= self._place < len(self._items) else None

    @property
    def entry(self) -> Value:
        """The entry."""
        return self.current

    @property
    def key(self) -> Value:
        """The entry's key."""
        return getattr(self.current, "key", None)

    @property
    def value(self) -> Value:
        """The entry's value."""
        return getattr(self.current, "value", None)

    @clr_method("MoveNext", "-> bool")
    def move_next(self) -> bool:
        """Go to the next entry."""
        self._place += 1
        return self._place < len(self._items)

    @clr_method("Reset", "-> void")
    def reset(self) -> None:
        """Start again."""
        self._place = -1


@clr_class("System.Collections.Specialized.OrderedDictionary", python_class=OrderedDictionary)
class OrderedMembers:
    """Members of OrderedDictionary."""

    @clr_constructor("")
    @clr_constructor("int capacity")
    @staticmethod
    def empty(capacity: int = 0) -> Value:
        """Make an empty one; keys are compared with case."""
        return OrderedDictionary(fold=exact_key)

    @clr_constructor("System.Collections.IEqualityComparer comparer")
    @staticmethod
    def compared(comparer: Value) -> Value:
        """Make an empty one with the comparer's equality."""
        return OrderedDictionary(fold=key_folder(comparer))

    @clr_property("Count", "int")
    def count(self: Any) -> int:
        """How many entries."""
        return len(self)

    @clr_property("IsReadOnly", "bool")
    def is_read_only(self: Any) -> bool:
        """False."""
        return False

    @clr_property("Keys", "System.Collections.ICollection")
    def keys(self: Any) -> Value:
        """The keys."""
        return Keys(self.keys, "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection")

    @clr_property("Values", "System.Collections.ICollection")
    def values(self: Any) -> Value:
        """The values."""
        return Keys(self.values, "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection")

    @clr_property("IsFixedSize", "bool")
    def is_fixed_size(self: Any) -> bool:
        """False."""
        return False

    @clr_property("SyncRoot", "object")
    def sync_root(self: Any) -> Value:
        """The dictionary."""
        return self

    @clr_property("IsSynchronized", "bool")
    def is_synchronized(self: Any) -> bool:
        """False."""
        return False

    @clr_method("Add", "object key, object value -> void")
    def add(self: Any, key: Value, value: Value) -> None:
        """Add an entry; a known key is an error."""
        _add(self, key, value)

    @clr_method("Clear", "-> void")
    def clear(self: Any) -> None:
        """Remove all."""
        self.clear()

    @clr_method("Contains", "object key -> bool")
    def contains(self: Any, key: Value) -> bool:
        """True if there is such a key."""
        return key in self

    @clr_method("Insert", "int index, object key, object value -> void")
    def insert(self: Any, index: int, key: Value, value: Value) -> None:
        """Put an entry at a place."""
        if not 0 <= index <= len(self):
            raise ArgumentOutOfRangeException(
                "Specified argument was out of the range of valid values. (Parameter 'index')"
            )
        if key in self:
            raise _taken(key)
        self.insert(index, key, value)

    @clr_method("Remove", "object key -> void")
    def remove(self: Any, key: Value) -> None:
        """Remove an entry, if there is one."""
        _require(key)
        self.remove(key)

    @clr_method("RemoveAt", "int index -> void")
    def remove_at(self: Any, index: int) -> None:
        """Remove the entry at a place."""
        keys = self.keys()
        if not 0 <= index < len(keys):
            raise ArgumentOutOfRangeException(
                "Specified argument was out of the range of valid values. (Parameter 'index')"
            )
        self.remove(keys[index])

    @clr_method("Item", "object key -> object")
    def item(self: Any, key: Value) -> Value:
        """The value of a key or at a place."""
        from shell.runtime.indexing import get_index

        return get_index(self, key)

    @clr_method("CopyTo", "array array, int index -> void")
    def copy_to(self: Any, array: Any, index: int) -> None:
        """Copy the entries into an array."""
        found = list(entries(self))
        array[index : index + len(found)] = found

    @clr_method("GetEnumerator", "-> System.Collections.IDictionaryEnumerator")
    def get_enumerator(self: Any) -> Value:
        """An enumerator over the entries."""
        return EntryEnumerator(list(entries(self)))


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
    """System.Collections.Generic.Dictionary[K,V]; `sort` keeps the keys in order (SortedDictionary, SortedList)."""

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
        """Return the value of a key named as a member, MISSING if there is none."""
        key = self._key(name)
        return self._table[key] if key is not MISSING and key in self._table else MISSING

    def _key(self, key: Value) -> Value:
        from shell.runtime.conversion import try_convert

        known, converted = try_convert(key, self.key_type)
        return converted if known else MISSING

    def get(self, key: Value, default: Value = None) -> Value:
        """Return the value of a key."""
        return self._table.get(convert(key, self.key_type), default)

    def put(self, key: Value, value: Value) -> None:
        """Set the value of a key."""
        if key is None:
            raise ArgumentNullException("Value cannot be null. (Parameter 'key')")
        self._table[convert(key, self.key_type)] = convert(value, self.value_type)

    def has(self, key: Value) -> bool:
        """True if there is such a key."""
        return convert(key, self.key_type) in self._table

    def drop(self, key: Value) -> bool:
        """Remove a key; False if there was none."""
        known = self.has(key)
        self._table.remove(convert(key, self.key_type))
        return known

    def clear(self) -> None:
        """Remove all."""
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


class _DictionaryMembers:
    @clr_constructor("")
    @clr_constructor("int capacity")
    @staticmethod
    def empty(clr_type: ClrType, capacity: int = 0) -> Value:
        return GenericDictionary(clr_type, sort=clr_type.data.get("sort", False))

    @clr_constructor("System.Collections.IDictionary dictionary")
    @staticmethod
    def copied(clr_type: ClrType, dictionary: Any) -> Value:
        made = GenericDictionary(clr_type, sort=clr_type.data.get("sort", False))
        for key, value in dictionary.items():
            made.put(key, value)
        return made

    @clr_constructor("System.StringComparer comparer")
    @staticmethod
    def compared(clr_type: ClrType, comparer: Value) -> Value:
        return GenericDictionary(
            clr_type, fold=key_folder(comparer), sort=clr_type.data.get("sort", False), comparer=comparer
        )

    @clr_property("Comparer", "object")
    def comparer(self: Any) -> Value:
        return self._comparer

    @clr_property("Count", "int")
    def count(self: Any) -> int:
        return len(self)

    @clr_property("Keys", "object")
    def keys(self: Any) -> Value:
        return Keys(self.keys, "System.Collections.Hashtable+KeyCollection")

    @clr_property("Values", "object")
    def values(self: Any) -> Value:
        return Keys(self.values, "System.Collections.Hashtable+ValueCollection")

    @clr_method("Add", "TKey key, TValue value -> void")
    def add(self: Any, key: Value, value: Value) -> None:
        _require(key)
        if self.has(key):
            raise ArgumentException(f"An item with the same key has already been added. Key: {net_string(key)}")
        self.put(key, value)

    @clr_method("TryAdd", "TKey key, TValue value -> bool")
    def try_add(self: Any, key: Value, value: Value) -> bool:
        _require(key)
        if self.has(key):
            return False
        self.put(key, value)
        return True

    @clr_method("Clear", "-> void")
    def clear(self: Any) -> None:
        self.clear()

    @clr_method("ContainsKey", "TKey key -> bool")
    def contains_key(self: Any, key: Value) -> bool:
        _require(key)
        return bool(self.has(key))

    @clr_method("ContainsValue", "TValue value -> bool")
    def contains_value(self: Any, value: Value) -> bool:
        return any(same(each, value) for each in self.values())

    @clr_method("Remove", "TKey key -> bool")
    def remove(self: Any, key: Value) -> bool:
        _require(key)
        return bool(self.drop(key))

    @clr_method("TryGetValue", "TKey key, ref TValue value -> bool")
    def try_get_value(self: Any, key: Value, reference: Any) -> bool:
        _require(key)
        known = bool(self.has(key))
        reference.value = self.get(key)
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


_DICTIONARY_INTERFACES = (
    "System.Collections.IEnumerable",
    "System.Collections.ICollection",
    "System.Collections.IDictionary",
)


def _dictionary_type(name: str, *, sort: bool = False) -> Callable[[tuple[ClrType, ...]], ClrType]:
    def make(arguments: tuple[ClrType, ...]) -> ClrType:
        made = ClrType(name, OBJECT, interface_names=_DICTIONARY_INTERFACES, generic_arguments=arguments)
        made.data["sort"] = sort
        attach(made, _DictionaryMembers)
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
register_generic(_GENERIC + "SortedList`2", _dictionary_type(_GENERIC + "SortedList`2", sort=True))
register_generic(
    "System.Collections.Concurrent.ConcurrentDictionary`2",
    _dictionary_type("System.Collections.Concurrent.ConcurrentDictionary`2"),
)
register_generic(_GENERIC + "KeyValuePair`2", _pair_type)


@clr_class(
    "System.Collections.SortedList",
    interfaces=" ".join(_DICTIONARY_INTERFACES),
    python_class=_Nobody,
)
class SortedListMembers(_DictionaryMembers):
    """Members of the SortedList that is not generic."""

    @clr_constructor("")
    @staticmethod
    def make() -> Value:
        """Make an empty one."""
        from shell.runtime.types import named

        return GenericDictionary(named("System.Collections.SortedList"), sort=True)

    @clr_constructor("System.Collections.IDictionary d")
    @staticmethod
    def from_dictionary(d: Any) -> Value:
        """Copy another dictionary."""
        made = SortedListMembers.make()
        for key, value in d.items():
            made.put(key, value)
        return made

    @clr_method("GetKey", "int index -> object")
    def get_key(self: Any, index: int) -> Value:
        """The key at a place."""
        return self.keys()[index]

    @clr_method("GetByIndex", "int index -> object")
    def get_by_index(self: Any, index: int) -> Value:
        """The value at a place."""
        return self.values()[index]


def _attach_inherited() -> None:
    from shell.runtime.types import named

    target = named("System.Collections.SortedList")
    constructors = list(target.constructors)
    attach(target, _DictionaryMembers)
    target.constructors[:] = constructors


_attach_inherited()

__all__ = [
    "DictionaryEntry",
    "EntryEnumerator",
    "GenericDictionary",
    "KeyValuePair",
    "PSObject",
    "comparer_key",
    "entries",
]
