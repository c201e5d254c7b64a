"""Lists: ArrayList, List[T], Collection[T], and the types that are read from an end: Queue, Stack, HashSet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from shell.runtime.conversion import convert, to_bool
from shell.runtime.declare import attach, clr_class, clr_constructor, clr_method, clr_property
from shell.runtime.dotnet.dictionaries import exact_key, key_folder
from shell.runtime.dotnet.listing import (
    check_index,
    check_range,
    items_of,
    last_position,
    position,
    sorted_copy,
)
from shell.runtime.errors import ArgumentOutOfRangeException, InvalidOperationException
from shell.runtime.objects import ArrayList, GenericList, Hashtable, TypedArray, Value
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
        if capacity < 0:
            raise ArgumentOutOfRangeException(
                f"capacity ('{capacity}') must be a non-negative value. (Parameter 'capacity')\n"
                f"Actual value was {capacity}."
            )
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
        if capacity < 0:
            raise ArgumentOutOfRangeException(
                f"capacity ('{capacity}') must be a non-negative value. (Parameter 'capacity')\n"
                f"Actual value was {capacity}."
            )
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


class Sequence_:
    """Queue and Stack: elements in the order in which they are enumerated."""

    def __init__(self, clr_type: ClrType, items: Iterable[Value] = ()) -> None:
        self.clr_type = clr_type
        self.items = list(items)

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the elements."""
        return iter(list(self.items))

    def __len__(self) -> int:
        return len(self.items)

    def cast(self, value: Value) -> Value:
        """Convert to the element type."""
        arguments = self.clr_type.generic_arguments
        return convert(value, arguments[0]) if arguments else value


class _SequenceMembers:
    @clr_property("Count", "int")
    def count(self: Any) -> int:
        return len(self.items)

    @clr_method("Clear", "-> void")
    def clear(self: Any) -> None:
        self.items.clear()

    @clr_method("Contains", "T item -> bool")
    def contains(self: Any, item: Value) -> bool:
        return position(self.items, item) >= 0

    @clr_method("ToArray", "-> object[]")
    def to_array(self: Any) -> Value:
        arguments = self.clr_type.generic_arguments
        return TypedArray(arguments[0], self.items) if arguments and arguments[0] is not OBJECT else list(self.items)

    @clr_method("Peek", "-> T")
    def peek(self: Any) -> Value:
        return _first(self, remove=False)

    @clr_method("GetEnumerator", "-> System.Collections.IEnumerator")
    def get_enumerator(self: Any) -> Value:
        from shell.runtime.enumerator import LoopEnumerator

        return LoopEnumerator(list(self.items))


def _first(sequence: Sequence_, *, remove: bool) -> Value:
    if not sequence.items:
        name = "Queue" if "Queue" in sequence.clr_type.name else "Stack"
        raise InvalidOperationException(f"{name} empty.")
    return sequence.items.pop(0) if remove else sequence.items[0]


class _QueueMembers:
    @clr_method("Enqueue", "T item -> void")
    def enqueue(self: Any, item: Value) -> None:
        self.items.append(item)

    @clr_method("Dequeue", "-> T")
    def dequeue(self: Any) -> Value:
        return _first(self, remove=True)

    @clr_method("TryDequeue", "ref T result -> bool")
    def try_dequeue(self: Any, reference: Any) -> bool:
        if not self.items:
            return False
        reference.value = self.items.pop(0)
        return True


class _StackMembers:
    @clr_method("Push", "T item -> void")
    def push(self: Any, item: Value) -> None:
        self.items.insert(0, item)

    @clr_method("Pop", "-> T")
    def pop(self: Any) -> Value:
        return _first(self, remove=True)


def _sequence_constructors(target: ClrType, backwards: bool) -> None:
    from shell.runtime.types import Method

    def make(*given: Value) -> Value:
        arguments = given[1:] if target.generic_arguments else given
        made = Sequence_(target)
        if arguments and not isinstance(arguments[0], int):
            items = [made.cast(each) for each in items_of(arguments[0])]
            made.items = items[::-1] if backwards else items
        return made

    for signature in ("", "int capacity", "System.Collections.IEnumerable collection"):
        target.add_constructor(Method(target.short_name, signature, make, True))


_SEQUENCES: Final[dict[str, tuple[type, bool]]] = {
    "System.Collections.Queue": (_QueueMembers, False),
    "System.Collections.Stack": (_StackMembers, True),
}


class _Nobody:
    """No value is of this class: sequences carry their type."""


def _register_sequences() -> None:
    from shell.runtime.types import register

    for name, (holder, backwards) in _SEQUENCES.items():
        plain = register(
            ClrType(name, OBJECT, python_class=_Nobody, interface_names=(*_LIST_INTERFACES[:2], "System.ICloneable"))
        )
        attach(plain, holder)
        attach(plain, _SequenceMembers)
        _sequence_constructors(plain, backwards)
        short = name.rpartition(".")[2]
        for full in (f"{_GENERIC}{short}`1", f"System.Collections.Concurrent.Concurrent{short}`1"):
            register_generic(full, _sequence_type(full, holder, backwards))


def _sequence_type(name: str, holder: type, backwards: bool) -> Callable[[tuple[ClrType, ...]], ClrType]:
    def make(arguments: tuple[ClrType, ...]) -> ClrType:
        made = ClrType(name, OBJECT, interface_names=_LIST_INTERFACES[:2], generic_arguments=arguments)
        attach(made, holder)
        attach(made, _SequenceMembers)
        _sequence_constructors(made, backwards)
        return made

    return make


_register_sequences()


class HashSet:
    """System.Collections.Generic.HashSet[T] and SortedSet[T]."""

    def __init__(self, clr_type: ClrType, fold: Callable[[Value], Any] = exact_key) -> None:
        self.clr_type = clr_type
        self.element_type = clr_type.generic_arguments[0]
        self.table = Hashtable(fold=fold)

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the elements."""
        keys = self.table.keys()
        return iter(sorted_copy(keys) if self.clr_type.data.get("sort") else keys)

    def add(self, item: Value) -> bool:
        """Add an element; False if there is an equal one."""
        item = convert(item, self.element_type)
        if item in self.table:
            return False
        self.table[item] = True
        return True

    def others(self, items: Value) -> Hashtable:
        """Return the elements of another collection by this set's equality."""
        return Hashtable(((convert(each, self.element_type), True) for each in items_of(items)), self.table._fold)

    def elements(self) -> list[Value]:
        """Return the elements in the order in which they came."""
        return self.table.keys()

    def keep(self, test: Callable[[Value], bool]) -> None:
        """Keep the elements that pass a test."""
        for each in list(self.table.keys()):
            if not test(each):
                self.table.remove(each)


class _HashSetMembers:
    @clr_constructor("")
    @clr_constructor("int capacity")
    @staticmethod
    def empty(clr_type: ClrType, capacity: int = 0) -> Value:
        return HashSet(clr_type)

    @clr_constructor("System.StringComparer comparer")
    @staticmethod
    def compared(clr_type: ClrType, comparer: Value) -> Value:
        return HashSet(clr_type, key_folder(comparer))

    @clr_constructor("System.Collections.IEnumerable collection")
    @clr_constructor("System.Collections.IEnumerable collection, System.StringComparer comparer")
    @staticmethod
    def copied(clr_type: ClrType, items: Value, comparer: Value = None) -> Value:
        made = HashSet(clr_type, key_folder(comparer))
        for each in items_of(items):
            made.add(each)
        return made

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

    @clr_method("CopyTo", "array array -> void")
    def copy_to(self: Any, array: Any) -> None:
        items = list(self.clr_enumerate())
        array[: len(items)] = items

    @clr_method("GetEnumerator", "-> System.Collections.IEnumerator")
    def get_enumerator(self: Any) -> Value:
        from shell.runtime.enumerator import LoopEnumerator

        return LoopEnumerator(list(self.clr_enumerate()))


def _set_type(name: str, *, sort: bool) -> Callable[[tuple[ClrType, ...]], ClrType]:
    def make(arguments: tuple[ClrType, ...]) -> ClrType:
        interfaces = (*_LIST_INTERFACES[:2], f"{_GENERIC}IEnumerable`1[{arguments[0].display_name}]")
        made = ClrType(name, OBJECT, interface_names=interfaces, generic_arguments=arguments)
        made.data["sort"] = sort
        attach(made, _HashSetMembers)
        return made

    return make


def _interface_type(name: str) -> Callable[[tuple[ClrType, ...]], ClrType]:
    return lambda arguments: ClrType(name, OBJECT, generic_arguments=arguments, is_interface=True)


for _name in ("IEnumerable`1", "ICollection`1", "IList`1", "IReadOnlyList`1", "IReadOnlyCollection`1", "ISet`1"):
    register_generic(_GENERIC + _name, _interface_type(_GENERIC + _name))
for _name in ("IComparer`1", "IEqualityComparer`1", "IDictionary`2", "IReadOnlyDictionary`2"):
    register_generic(_GENERIC + _name, _interface_type(_GENERIC + _name))
register_generic(_GENERIC + "HashSet`1", _set_type(_GENERIC + "HashSet`1", sort=False))
register_generic(_GENERIC + "SortedSet`1", _set_type(_GENERIC + "SortedSet`1", sort=True))

__all__ = ["Collection", "HashSet", "collection"]
