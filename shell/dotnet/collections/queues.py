"""Queue and Stack, generic and non-generic."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from shell.dotnet.collections.enumerators import LoopEnumerator, watched
from shell.dotnet.collections.listing import copy_into, items_of, position
from shell.types import OBJECT, ClrType, Method, register, register_generic
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import Nobody, attach, clr_method, clr_property
from shell.values.errors import InvalidOperationException
from shell.values.objects import TypedArray, Value

_INTERFACES: Final = ("System.Collections.IEnumerable", "System.Collections.ICollection")


class Sequence:
    """A Queue or Stack; elements are held in enumeration order."""

    def __init__(self, clr_type: ClrType, items: Iterable[Value] = ()) -> None:
        self.clr_type = clr_type
        self.items = list(items)

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the elements."""
        return watched(self.items)

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

    @clr_method("TryPeek", "ref T result -> bool")
    def try_peek(self: Any, reference: Any) -> bool:
        if self.items:
            reference.value = self.items[0]
        return bool(self.items)

    @clr_property("IsEmpty", "bool")
    def is_empty(self: Any) -> bool:
        return not self.items

    @clr_method("Clone", "-> object")
    def clone(self: Any) -> Value:
        return Sequence(self.clr_type, self.items)

    @clr_method("CopyTo", "array array, int index -> void")
    def copy_to(self: Any, array: Any, index: int) -> None:
        copy_into(self.items, 0, array, index, len(self.items))

    @clr_method("EnsureCapacity", "int capacity -> int")
    def ensure_capacity(self: Any, capacity: int) -> int:
        return max(capacity, len(self.items))

    @clr_method("TrimExcess", "-> void")
    @clr_method("TrimToSize", "-> void")
    def trim_excess(self: Any) -> None:
        """Do nothing: capacity is not emulated."""

    @clr_method("GetEnumerator", "-> System.Collections.IEnumerator")
    def get_enumerator(self: Any) -> Value:
        return LoopEnumerator(self.items)


def _first(sequence: Sequence, *, remove: bool) -> Value:
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

    @clr_method("TryPop", "ref T result -> bool")
    def try_pop(self: Any, reference: Any) -> bool:
        if not self.items:
            return False
        reference.value = self.items.pop(0)
        return True

    @clr_method("PushRange", "T[] items -> void")
    def push_range(self: Any, items: Any) -> None:
        for each in items:
            self.items.insert(0, each)


def _sequence_constructors(target: ClrType, backwards: bool) -> None:
    def make(*given: Value) -> Value:
        arguments = given[1:] if target.generic_arguments else given
        made = Sequence(target)
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


def _register_sequences() -> None:
    for name, (holder, backwards) in _SEQUENCES.items():
        plain = register(
            ClrType(name, OBJECT, python_class=Nobody, interface_names=(*_INTERFACES, "System.ICloneable"))
        )
        attach(plain, holder)
        attach(plain, _SequenceMembers)
        _sequence_constructors(plain, backwards)
        short = name.rpartition(".")[2]
        for full in (f"System.Collections.Generic.{short}`1", f"System.Collections.Concurrent.Concurrent{short}`1"):
            register_generic(full, _sequence_type(full, holder, backwards))


def _sequence_type(name: str, holder: type, backwards: bool) -> Callable[[tuple[ClrType, ...]], ClrType]:
    def make(arguments: tuple[ClrType, ...]) -> ClrType:
        made = ClrType(name, OBJECT, interface_names=_INTERFACES, generic_arguments=arguments)
        attach(made, holder)
        attach(made, _SequenceMembers)
        _sequence_constructors(made, backwards)
        return made

    return make


_register_sequences()
