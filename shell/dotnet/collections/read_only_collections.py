"""System.Collections.ObjectModel.ReadOnlyCollection[T]: a read-only view of a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from shell.dotnet.collections.enumerators import LoopEnumerator
from shell.dotnet.collections.listing import copy_into, items_of, list_interfaces, position
from shell.types import OBJECT, ClrType, close_generic, register_generic
from shell.types.conversion.conversion import convert
from shell.types.members.indexing import get_index
from shell.types.registry.checks import index_below
from shell.types.registry.declarations import attach, clr_constructor, clr_method, clr_property
from shell.values.errors import NotSupportedException
from shell.values.objects import Value

_NAME: Final = "System.Collections.ObjectModel.ReadOnlyCollection"


class ReadOnlyCollection:
    """System.Collections.ObjectModel.ReadOnlyCollection[T]: a view of a list."""

    __slots__ = ("clr_type", "items")

    def __init__(self, clr_type: ClrType, items: list[Value]) -> None:
        self.clr_type = clr_type
        self.items = items

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the current elements."""
        return iter(list(self.items))

    def clr_index(self, index: Value) -> Value:
        """Return the element at an index, null if out of range."""
        return get_index(self.items, index)

    def clr_set_index(self, index: Value, value: Value) -> None:
        """Raise NotSupportedException."""
        raise NotSupportedException("Collection is read-only.")

    def __len__(self) -> int:
        return len(self.items)


class _ReadOnlyMembers:
    @clr_constructor("System.Collections.IList list")
    @staticmethod
    def make(clr_type: ClrType, items: Value) -> Value:
        element = clr_type.generic_arguments[0]
        held = items if isinstance(items, list) else items_of(items, "list")
        if getattr(held, "element_type", OBJECT) is not element:
            held = [convert(each, element) for each in held]
        return ReadOnlyCollection(clr_type, held)

    @clr_property("Count", "int")
    def count(self: Any) -> int:
        return len(self)

    @clr_method("Contains", "T value -> bool")
    def contains(self: Any, value: Value) -> bool:
        return position(self.items, value) >= 0

    @clr_method("IndexOf", "T value -> int")
    def index_of(self: Any, value: Value) -> int:
        return position(self.items, value)

    @clr_method("CopyTo", "array array, int index -> void")
    def copy_to(self: Any, array: Any, index: int) -> None:
        copy_into(self.items, 0, array, index, len(self.items))

    @clr_method("get_Item", "int index -> T")
    @clr_method("Item", "int index -> T")
    def item(self: Any, index: int) -> Value:
        index_below(index, len(self.items))
        return self.items[index]

    @clr_method("GetEnumerator", "-> System.Collections.IEnumerator")
    def get_enumerator(self: Any) -> Value:
        return LoopEnumerator(self.items)

    @clr_method("Add", "T value -> void")
    @clr_method("Remove", "T value -> void")
    def refuse(self: Any, value: Value) -> None:
        raise NotSupportedException("Collection is read-only.")


def _read_only_type(arguments: tuple[ClrType, ...]) -> ClrType:
    made = ClrType(_NAME + "`1", OBJECT, interface_names=list_interfaces(arguments[0]), generic_arguments=arguments)
    attach(made, _ReadOnlyMembers)
    return made


def read_only(items: Any) -> ReadOnlyCollection:
    """Return a read-only view of a list."""
    element: ClrType = getattr(items, "element_type", OBJECT)
    closed = close_generic(_NAME, (element,))
    assert closed is not None
    return ReadOnlyCollection(closed, items)


register_generic(_NAME + "`1", _read_only_type)

__all__ = ["ReadOnlyCollection", "read_only"]
