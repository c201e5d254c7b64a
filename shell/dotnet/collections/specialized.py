"""System.Collections.Specialized: NameValueCollection, StringCollection and dictionaries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.collections.dictionaries import DICTIONARY_INTERFACES
from shell.dotnet.collections.enumerators import LoopEnumerator
from shell.dotnet.collections.generic_dictionaries import GenericDictionary, attach_members
from shell.dotnet.collections.listing import copy_into, items_of
from shell.lazy import lazy
from shell.types import STRING, ClrType, named
from shell.types.conversion.text import net_string
from shell.types.registry.checks import index_below, not_null
from shell.types.registry.declarations import Nobody, clr_class, clr_constructor, clr_method, clr_property
from shell.values.objects import Hashtable, TypedArray, Value, fold_key, unwrap

if TYPE_CHECKING:
    from shell.dotnet.collections import dictionaries
else:
    dictionaries = lazy("shell.dotnet.collections.dictionaries", globals())


_NAMESPACE: Final = "System.Collections.Specialized."
_COLLECTION: Final = "System.Collections.ICollection System.Collections.IEnumerable"


@clr_class(_NAMESPACE + "NameValueCollection", interfaces=_COLLECTION)
class NameValueCollection:
    """A collection of case-insensitive names, each with one or more texts; a pipeline enumerates the names."""

    @clr_constructor("")
    @clr_constructor("int capacity")
    def __init__(self, capacity: int = 0) -> None:
        self.table: dict[Any, tuple[Value, list[Value]]] = {}

    @clr_constructor("System.Collections.Specialized.NameValueCollection col")
    @staticmethod
    def copied(col: Any) -> NameValueCollection:
        """Create a copy of a collection."""
        made = NameValueCollection()
        made.add_all(col)
        return made

    def values_of(self, name: Value) -> list[Value] | None:
        """Return the texts of a name."""
        found = self.table.get(_fold(name))
        return None if found is None else found[1]

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the names."""
        return iter([name for name, _ in self.table.values()])

    def clr_index(self, index: Value) -> Value:
        """Return the joined texts of a name or index."""
        index = unwrap(index)
        return self.get_at(index) if type(index) is int else self.get(None if index is None else net_string(index))

    def clr_set_index(self, index: Value, value: Value) -> None:
        """Replace the texts of a name by one."""
        self.set(net_string(index), None if value is None else net_string(value))

    def __len__(self) -> int:
        return len(self.table)

    @clr_property("Count", "int")
    def count(self) -> int:
        """Return the number of names."""
        return len(self.table)

    @clr_property("AllKeys", "string[]")
    def all_keys(self) -> Value:
        """Return the names."""
        return TypedArray(STRING, self.clr_enumerate())

    @clr_property("Keys", "string[]")
    def keys(self) -> Value:
        """Return the names."""
        return TypedArray(STRING, self.clr_enumerate())

    @clr_method("HasKeys", "-> bool")
    def has_keys(self) -> bool:
        """Return True if the collection has any name."""
        return any(name is not None for name, _ in self.table.values())

    @clr_method("Add", "string name, string value -> void")
    def add(self, name: Value, value: Value) -> None:
        """Add a text to a name."""
        known = self.table.setdefault(_fold(name), (name, []))
        known[1].append(value)

    @clr_method("Add", "System.Collections.Specialized.NameValueCollection c -> void")
    def add_all(self, c: Any) -> None:
        """Add all names and texts of another collection."""
        not_null(c, "c")
        for name, values in list(c.table.values()):
            for each in values:
                self.add(name, each)

    @clr_method("Set", "string name, string value -> void")
    def set(self, name: Value, value: Value) -> None:
        """Replace the texts of a name by one."""
        known = self.table.get(_fold(name))
        self.table[_fold(name)] = (name if known is None else known[0], [value])

    @clr_method("Get", "string name -> string")
    @clr_method("Item", "string name -> string")
    def get(self, name: Value) -> Value:
        """Return the texts of a name, joined by commas; null if there are none."""
        values = self.values_of(name)
        return None if values is None else ",".join(each or "" for each in values)

    @clr_method("Get", "int index -> string")
    def get_at(self, index: int) -> Value:
        """Return the joined texts at an index."""
        return self.get(self.get_key(index))

    @clr_method("GetKey", "int index -> string")
    def get_key(self, index: int) -> Value:
        """Return the name at an index."""
        index_below(index, len(self.table))
        return list(self.table.values())[index][0]

    @clr_method("GetValues", "string name -> string[]")
    def get_values(self, name: str) -> Value:
        """Return the texts of a name."""
        values = self.values_of(name)
        return None if values is None else TypedArray(STRING, values)

    @clr_method("Remove", "string name -> void")
    def remove(self, name: str) -> None:
        """Remove a name."""
        self.table.pop(_fold(name), None)

    @clr_method("Clear", "-> void")
    def clear(self) -> None:
        """Remove all elements."""
        self.table.clear()

    @clr_method("GetEnumerator", "-> System.Collections.IEnumerator")
    def get_enumerator(self) -> Value:
        """Return an enumerator of the names."""
        return LoopEnumerator(list(self.clr_enumerate()))


def _fold(name: Value) -> Any:
    return None if name is None else name.lower()


@clr_class("System.Web.HttpUtility+HttpQSCollection", _NAMESPACE + "NameValueCollection")
class QueryCollection(NameValueCollection):
    """The result of HttpUtility.ParseQueryString, whose text is the query."""

    def __str__(self) -> str:
        from urllib.parse import quote_plus

        parts = []
        for name, values in self.table.values():
            for each in values:
                value = quote_plus(each or "", safe="!*()-._")
                parts.append(value if name is None else f"{quote_plus(name, safe='!*()-._')}={value}")
        return "&".join(parts)

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the query."""
        return str(self)


class StringCollection(list[Any]):
    """System.Collections.Specialized.StringCollection."""

    __slots__ = ()

    @property
    def element_type(self) -> ClrType:
        """Return System.String."""
        return STRING


@clr_class(
    _NAMESPACE + "StringCollection",
    python_class=StringCollection,
    interfaces=_COLLECTION + " System.Collections.IList",
)
class _StringCollectionMembers:
    @clr_constructor("")
    @staticmethod
    def make() -> Value:
        return StringCollection()

    @clr_property("Count", "int")
    def count(self: Any) -> int:
        return len(self)

    @clr_method("Add", "string value -> int")
    def add(self: Any, value: Value) -> int:
        self.append(value)
        return len(self) - 1

    @clr_method("AddRange", "string[] value -> void")
    def add_range(self: Any, value: Value) -> None:
        self.extend(items_of(value, "value"))

    @clr_method("Contains", "string value -> bool")
    def contains(self: Any, value: Value) -> bool:
        return value in self

    @clr_method("IndexOf", "string value -> int")
    def index_of(self: Any, value: Value) -> int:
        return self.index(value) if value in self else -1

    @clr_method("Insert", "int index, string value -> void")
    def insert(self: Any, index: int, value: Value) -> None:
        index_below(index, len(self) + 1)
        self.insert(index, value)

    @clr_method("Remove", "string value -> void")
    def remove(self: Any, value: Value) -> None:
        if value in self:
            self.remove(value)

    @clr_method("RemoveAt", "int index -> void")
    def remove_at(self: Any, index: int) -> None:
        index_below(index, len(self))
        del self[index]

    @clr_method("Clear", "-> void")
    def clear(self: Any) -> None:
        self.clear()

    @clr_method("CopyTo", "string[] array, int index -> void")
    def copy_to(self: Any, array: Any, index: int) -> None:
        copy_into(self, 0, array, index, len(self))


def _dictionary(name: str, fold: Callable[[Value], Any]) -> None:
    class Makers:
        @clr_constructor("")
        @clr_constructor("int initialSize")
        @staticmethod
        def make(size: int = 0) -> Value:
            return GenericDictionary(named(name), fold=fold)

        @clr_constructor("bool caseInsensitive")
        @staticmethod
        def sensitive(insensitive: bool) -> Value:
            return GenericDictionary(named(name), fold=fold_key if insensitive else fold)

    clr_class(name, interfaces=" ".join(DICTIONARY_INTERFACES), python_class=Nobody)(Makers)
    target = named(name)
    constructors = list(target.constructors)
    attach_members(target)
    target.constructors[:] = constructors if name.endswith("HybridDictionary") else constructors[:1]


def _register() -> None:
    _dictionary(_NAMESPACE + "HybridDictionary", dictionaries.exact_key)
    _dictionary(_NAMESPACE + "ListDictionary", dictionaries.exact_key)
    _dictionary(_NAMESPACE + "StringDictionary", fold_key)


_register()

__all__ = ["Hashtable", "NameValueCollection", "QueryCollection", "StringCollection"]
