"""Shared parts of dictionaries: entries, key and value views, enumerators, key equality."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from shell.dotnet.collections.enumerators import LoopEnumerator, modified
from shell.dotnet.collections.listing import same
from shell.types import ClrType, named
from shell.types.members.entries import DictionaryEntry
from shell.types.registry.declarations import Nobody, clr_class, clr_method, clr_property
from shell.values.objects import Value, fold_key

DICTIONARY_INTERFACES: Final = (
    "System.Collections.IEnumerable",
    "System.Collections.ICollection",
    "System.Collections.IDictionary",
)
HASHTABLE_KEYS: Final = "System.Collections.Hashtable+KeyCollection"
HASHTABLE_VALUES: Final = "System.Collections.Hashtable+ValueCollection"
ORDERED_KEYS: Final = "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection"
"""The types of `Keys` and `Values`; an OrderedDictionary uses one for both."""


def watched_entries(table: Any, start: int = 0) -> Iterator[tuple[Value, Value]]:
    """Iterate over a Hashtable; raises InvalidOperationException once it was modified."""
    held = table._items
    size = len(held)
    for folded, entry in list(held.items())[start:]:
        yield entry
        if table._items.get(folded) is not entry or len(table._items) != size:
            raise modified()


def exact_key(key: Value) -> Any:
    """Return the key by which `[hashtable]::new()` compares: texts with case."""
    return ("s", key) if type(key) is str else fold_key(key)


def key_folder(comparer: Value) -> Callable[[Value], Any]:
    """Return the key function of a StringComparer; `exact_key` for null."""
    return fold_key if getattr(comparer, "ignore_case", False) else exact_key


@clr_class("System.Collections.IDictionaryEnumerator", properties="Key:object Value:object Entry:object Current:object")
class EntryEnumerator:
    """The enumerator of a dictionary; a pipeline unrolls its entries."""

    def __init__(self, items: list[Value], table: Any = None) -> None:
        self._items = items
        self._place = -1
        self._table = table

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the remaining entries; raises once a Hashtable was modified."""
        left = self._items[self._place + 1 :]
        if self._table is None:
            return iter(left)
        return (DictionaryEntry(key, value) for key, value in watched_entries(self._table, self._place + 1))

    @property
    def current(self) -> Value:
        """Return the current entry."""
        return self._items[self._place] if 0 <= self._place < len(self._items) else None

    @property
    def entry(self) -> Value:
        """Return the current entry."""
        return self.current

    @property
    def key(self) -> Value:
        """Return the key of the current entry."""
        return getattr(self.current, "key", None)

    @property
    def value(self) -> Value:
        """Return the value of the current entry."""
        return getattr(self.current, "value", None)

    @clr_method("MoveNext", "-> bool")
    def move_next(self) -> bool:
        """Move to the next entry."""
        self._place += 1
        return self._place < len(self._items)

    @clr_method("Reset", "-> void")
    def reset(self) -> None:
        """Move before the first entry."""
        self._place = -1


class Keys:
    """A live view of a dictionary's keys or values."""

    def __init__(
        self, read: Callable[[], list[Value]], type_name: str, walk: Callable[[], Iterator[Value]] | None = None
    ) -> None:
        self._read = read
        self._walk = walk
        self.type_name = type_name

    @property
    def clr_type(self) -> ClrType:
        """Return the collection's type."""
        return named(self.type_name)

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the current elements."""
        return iter(self._read()) if self._walk is None else self._walk()

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
        return LoopEnumerator(list(self.clr_enumerate()))


def _keys_types() -> None:
    for name in (HASHTABLE_KEYS, HASHTABLE_VALUES, ORDERED_KEYS):
        clr_class(
            name, interfaces="System.Collections.ICollection System.Collections.IEnumerable", python_class=Nobody
        )(_KeysMembers)


_keys_types()
