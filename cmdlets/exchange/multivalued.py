"""MultiValuedProperty`1: properties with several values, as scripts see them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, Self

from shell.runtime.declare import Nobody, clr_class, clr_method, clr_property
from shell.runtime.errors import InvalidOperationException
from shell.runtime.objects import Value
from shell.runtime.text import to_string
from shell.runtime.types import ClrType, close_generic, named, register, register_generic

from .value_types import DATA

OPEN: Final = DATA + "MultiValuedProperty`1"
ADDRESSES: Final = DATA + "ProxyAddressCollection"
ADDRESS: Final = DATA + "ProxyAddress"


class MultiValuedProperty(list[Any]):
    """The values of a property, in a list that scripts may change before they set it."""

    __slots__ = ("element",)

    def __init__(self, items: Iterable[Any] = (), element: str = "System.String") -> None:
        """`element` is the name of the type of each value."""
        super().__init__(items)
        self.element = element

    @property
    def clr_type(self) -> ClrType:
        """The type for these values; addresses have a collection of their own."""
        if self.element == ADDRESS:
            return named(ADDRESSES)
        return _closed(self.element)

    def copy_of(self, items: Iterable[Any]) -> Self:
        """The same kind of property with other values."""
        return type(self)(items, self.element)


@clr_class(
    OPEN,
    python_class=Nobody,
    interfaces="System.Collections.IEnumerable System.Collections.ICollection System.Collections.IList",
)
class _Many:
    @clr_property("Count", "int")
    def count(self: Any) -> int:
        return len(self)

    @clr_method("Add", "object item -> void")
    def add(self: Any, item: Value) -> None:
        if any(to_string(item).lower() == to_string(known).lower() for known in self):
            raise InvalidOperationException(f'The value "{to_string(item)}" is already present in the collection.')
        self.append(item)

    @clr_method("Remove", "object item -> bool")
    def remove(self: Any, item: Value) -> bool:
        wanted = to_string(item).lower()
        found = next((known for known in self if to_string(known).lower() == wanted), None)
        if found is None:
            return False
        list.remove(self, found)
        return True

    @clr_method("Contains", "object item -> bool")
    def contains(self: Any, item: Value) -> bool:
        wanted = to_string(item).lower()
        return any(to_string(known).lower() == wanted for known in self)

    @clr_method("Clear", " -> void")
    def clear(self: Any) -> None:
        list.clear(self)

    @clr_method("ToArray", " -> object[]")
    def to_array(self: Any) -> list[Any]:
        return list(self)


def _to_many(value: Value) -> Any:
    """Any list, or one value, becomes the values of a property; they are read when they are set."""
    if value is None:
        return None
    return MultiValuedProperty(value if isinstance(value, list) else [value])


def _close(arguments: tuple[ClrType, ...]) -> ClrType:
    made = ClrType(OPEN, named(OPEN), python_class=Nobody, generic_arguments=arguments)
    made.data["convert"] = _to_many
    return made


def _closed(element: str) -> ClrType:
    made = close_generic(OPEN, (named(element),))
    assert made is not None
    return made


named(OPEN).data["convert"] = _to_many
register_generic(OPEN, _close)
register(ClrType(ADDRESSES, _closed(ADDRESS), python_class=Nobody)).data["convert"] = _to_many
