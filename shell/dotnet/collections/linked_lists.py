"""LinkedList[T] and its nodes, PriorityQueue[T,P], ConcurrentBag[T]."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.collections.enumerators import LoopEnumerator
from shell.dotnet.collections.listing import comparison, copy_into, items_of, position, same
from shell.lazy import lazy
from shell.types import OBJECT, ClrType, close_generic, register_generic
from shell.types.conversion.conversion import convert
from shell.types.registry.checks import not_null
from shell.types.registry.declarations import attach, clr_constructor, clr_method, clr_property
from shell.values.errors import InvalidOperationException
from shell.values.objects import TypedArray, Value

if TYPE_CHECKING:
    from shell.dotnet.system import tuples
else:
    tuples = lazy("shell.dotnet.system.tuples", globals())


_GENERIC: Final = "System.Collections.Generic."
_INTERFACES: Final = ("System.Collections.IEnumerable", "System.Collections.ICollection")


class Node:
    """System.Collections.Generic.LinkedListNode[T]."""

    __slots__ = ("clr_type", "owner", "value")

    def __init__(self, element: ClrType, value: Value) -> None:
        closed = close_generic(_GENERIC + "LinkedListNode", (element,))
        assert closed is not None
        self.clr_type = closed
        self.owner: LinkedList | None = None
        self.value = value

    def beside(self, step: int) -> Node | None:
        """Return the next (1) or previous (-1) node."""
        if self.owner is None:
            return None
        nodes = self.owner.nodes
        place = nodes.index(self) + step
        return nodes[place] if 0 <= place < len(nodes) else None


class LinkedList:
    """System.Collections.Generic.LinkedList[T]."""

    def __init__(self, clr_type: ClrType) -> None:
        self.clr_type = clr_type
        self.element_type = clr_type.generic_arguments[0]
        self.nodes: list[Node] = []

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the values."""
        return iter([each.value for each in self.nodes])

    def put(self, place: int, value: Value) -> Node:
        """Insert a value, or a node that a script created, at an index."""
        if isinstance(value, Node):
            if value.owner is not None:
                raise InvalidOperationException("The LinkedList node already belongs to a LinkedList.")
            node = value
        else:
            node = Node(self.element_type, convert(value, self.element_type))
        node.owner = self
        self.nodes.insert(place, node)
        return node

    def take(self, place: int) -> None:
        """Remove the node at an index."""
        if not self.nodes:
            raise InvalidOperationException("The LinkedList is empty.")
        self.nodes.pop(place).owner = None

    def place_of(self, node: Any) -> int:
        """Return the index of a node of this list; raises for other nodes."""
        known = not_null(node if isinstance(node, Node) else None, "node")
        if known.owner is not self:
            raise InvalidOperationException("The LinkedList node does not belong to current LinkedList.")
        return self.nodes.index(known)


class _NodeMembers:
    @clr_constructor("T value")
    @staticmethod
    def make(clr_type: ClrType, value: Value) -> Value:
        return Node(clr_type.generic_arguments[0], value)

    @clr_property("Value", "T", setter=lambda self, value: setattr(self, "value", value))
    def value(self: Any) -> Value:
        return self.value

    @clr_property("Next", "object")
    def next(self: Any) -> Value:
        return self.beside(1)

    @clr_property("Previous", "object")
    def previous(self: Any) -> Value:
        return self.beside(-1)

    @clr_property("List", "object")
    def list(self: Any) -> Value:
        return self.owner


class _LinkedListMembers:
    @clr_constructor("")
    @clr_constructor("System.Collections.IEnumerable collection")
    @staticmethod
    def make(clr_type: ClrType, items: Value = ()) -> Value:
        made = LinkedList(clr_type)
        for each in () if items == () else items_of(items):
            made.put(len(made.nodes), each)
        return made

    @clr_property("Count", "int")
    def count(self: Any) -> int:
        return len(self.nodes)

    @clr_property("First", "object")
    def first(self: Any) -> Value:
        return self.nodes[0] if self.nodes else None

    @clr_property("Last", "object")
    def last(self: Any) -> Value:
        return self.nodes[-1] if self.nodes else None

    @clr_method("AddFirst", "object value -> object")
    def add_first(self: Any, value: Value) -> Value:
        return self.put(0, value)

    @clr_method("AddLast", "object value -> object")
    def add_last(self: Any, value: Value) -> Value:
        return self.put(len(self.nodes), value)

    @clr_method("AddBefore", "System.Collections.Generic.LinkedListNode[T] node, T value -> object")
    def add_before(self: Any, node: Any, value: Value) -> Value:
        return self.put(self.place_of(node), value)

    @clr_method("AddAfter", "System.Collections.Generic.LinkedListNode[T] node, T value -> object")
    def add_after(self: Any, node: Any, value: Value) -> Value:
        return self.put(self.place_of(node) + 1, value)

    @clr_method("RemoveFirst", "-> void")
    def remove_first(self: Any) -> None:
        self.take(0)

    @clr_method("RemoveLast", "-> void")
    def remove_last(self: Any) -> None:
        self.take(-1)

    @clr_method("Remove", "object value -> object")
    def remove(self: Any, value: Value) -> Value:
        if isinstance(value, Node):
            self.take(self.place_of(value))
            return None
        found = _LinkedListMembers.find(self, convert(value, self.element_type))
        if found is not None:
            self.take(self.nodes.index(found))
        return found is not None

    @clr_method("Find", "T value -> object")
    def find(self: Any, value: Value) -> Value:
        return next((each for each in self.nodes if same(each.value, value)), None)

    @clr_method("FindLast", "T value -> object")
    def find_last(self: Any, value: Value) -> Value:
        return next((each for each in reversed(self.nodes) if same(each.value, value)), None)

    @clr_method("Contains", "T value -> bool")
    def contains(self: Any, value: Value) -> bool:
        return _LinkedListMembers.find(self, value) is not None

    @clr_method("Clear", "-> void")
    def clear(self: Any) -> None:
        self.nodes.clear()

    @clr_method("CopyTo", "array array, int index -> void")
    def copy_to(self: Any, array: Any, index: int) -> None:
        copy_into([each.value for each in self.nodes], 0, array, index, len(self.nodes))

    @clr_method("GetEnumerator", "-> System.Collections.IEnumerator")
    def get_enumerator(self: Any) -> Value:
        return LoopEnumerator([each.value for each in self.nodes])


class PriorityQueue:
    """System.Collections.Generic.PriorityQueue[T,P]: the smallest priority is dequeued first."""

    def __init__(self, clr_type: ClrType, comparer: Value = None) -> None:
        self.clr_type = clr_type
        self.compare = comparison(comparer)
        self.items: list[tuple[Value, Value]] = []

    def put(self, element: Value, priority: Value) -> None:
        """Enqueue an element after those of the same priority."""
        place = len(self.items)
        while place and self.compare(self.items[place - 1][1], priority) > 0:
            place -= 1
        self.items.insert(place, (element, priority))

    def first(self) -> tuple[Value, Value]:
        """Return the entry that is dequeued next."""
        if not self.items:
            raise InvalidOperationException("Queue empty.")
        return self.items[0]


class _PriorityQueueMembers:
    @clr_constructor("")
    @clr_constructor("int initialCapacity")
    @staticmethod
    def make(clr_type: ClrType, capacity: int = 0) -> Value:
        return PriorityQueue(clr_type)

    @clr_constructor("System.Collections.IComparer comparer")
    @staticmethod
    def compared(clr_type: ClrType, comparer: Value) -> Value:
        return PriorityQueue(clr_type, comparer)

    @clr_property("Count", "int")
    def count(self: Any) -> int:
        return len(self.items)

    @clr_property("UnorderedItems", "object")
    def unordered_items(self: Any) -> Value:
        return [tuples.make_tuple("System.ValueTuple", each) for each in self.items]

    @clr_method("Enqueue", "T element, TValue priority -> void")
    def enqueue(self: Any, element: Value, priority: Value) -> None:
        self.put(element, priority)

    @clr_method("Dequeue", "-> T")
    def dequeue(self: Any) -> Value:
        element, _ = self.first()
        del self.items[0]
        return element

    @clr_method("EnqueueDequeue", "T element, TValue priority -> T")
    def enqueue_dequeue(self: Any, element: Value, priority: Value) -> Value:
        self.put(element, priority)
        return _PriorityQueueMembers.dequeue(self)

    @clr_method("Peek", "-> T")
    def peek(self: Any) -> Value:
        return self.first()[0]

    @clr_method("TryDequeue", "ref T element, ref TValue priority -> bool")
    def try_dequeue(self: Any, element: Any, priority: Any) -> bool:
        known = _PriorityQueueMembers.try_peek(self, element, priority)
        if known:
            del self.items[0]
        return known

    @clr_method("TryPeek", "ref T element, ref TValue priority -> bool")
    def try_peek(self: Any, element: Any, priority: Any) -> bool:
        if not self.items:
            return False
        element.value, priority.value = self.items[0]
        return True

    @clr_method("Clear", "-> void")
    def clear(self: Any) -> None:
        self.items.clear()


class Bag:
    """System.Collections.Concurrent.ConcurrentBag[T]: last in, first out, also in enumeration."""

    def __init__(self, clr_type: ClrType) -> None:
        self.clr_type = clr_type
        self.items: list[Value] = []

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the elements, newest first."""
        return iter(self.items[::-1])


class _BagMembers:
    @clr_constructor("")
    @clr_constructor("System.Collections.IEnumerable collection")
    @staticmethod
    def make(clr_type: ClrType, items: Value = ()) -> Value:
        made = Bag(clr_type)
        made.items = [] if items == () else [convert(each, clr_type.generic_arguments[0]) for each in items_of(items)]
        return made

    @clr_property("Count", "int")
    def count(self: Any) -> int:
        return len(self.items)

    @clr_property("IsEmpty", "bool")
    def is_empty(self: Any) -> bool:
        return not self.items

    @clr_method("Add", "T item -> void")
    def add(self: Any, item: Value) -> None:
        self.items.append(item)

    @clr_method("TryTake", "ref T result -> bool")
    def try_take(self: Any, result: Any) -> bool:
        known = _BagMembers.try_peek(self, result)
        if known:
            self.items.pop()
        return known

    @clr_method("TryPeek", "ref T result -> bool")
    def try_peek(self: Any, result: Any) -> bool:
        if not self.items:
            return False
        result.value = self.items[-1]
        return True

    @clr_method("Contains", "T item -> bool")
    def contains(self: Any, item: Value) -> bool:
        return position(self.items, item) >= 0

    @clr_method("Clear", "-> void")
    def clear(self: Any) -> None:
        self.items.clear()

    @clr_method("ToArray", "-> object[]")
    def to_array(self: Any) -> Value:
        return TypedArray(self.clr_type.generic_arguments[0], self.items[::-1])


def _type_of(name: str, *holders: type, enumerable: bool = True) -> Any:
    def make(arguments: tuple[ClrType, ...]) -> ClrType:
        interfaces = _INTERFACES if enumerable else ()
        made = ClrType(name, OBJECT, interface_names=interfaces, generic_arguments=arguments)
        for holder in holders:
            attach(made, holder)
        return made

    return make


for _name, _holder, _enumerable in (
    (_GENERIC + "LinkedList`1", _LinkedListMembers, True),
    (_GENERIC + "LinkedListNode`1", _NodeMembers, False),
    (_GENERIC + "PriorityQueue`2", _PriorityQueueMembers, False),
    ("System.Collections.Concurrent.ConcurrentBag`1", _BagMembers, True),
):
    register_generic(_name, _type_of(_name, _holder, enumerable=_enumerable))
