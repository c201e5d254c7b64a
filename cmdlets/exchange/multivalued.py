"""MultiValuedProperty`1: the .NET type of properties with several values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, Self

from organization.names import ADObjectId
from shell.types import STRING, ClrType, close_generic, named, register, register_generic
from shell.types.conversion.conversion import convert, elements_of
from shell.types.conversion.text import to_string
from shell.types.operators.comparison import base_of
from shell.types.registry.declarations import Nobody, clr_class, clr_method, clr_property
from shell.values.errors import ArgumentOutOfRangeException, InvalidOperationException, PSInvalidCastException
from shell.values.objects import Value

from .directory_types import OBJECT_ID
from .value_types import DATA

OPEN: Final = DATA + "MultiValuedProperty`1"
ADDRESSES: Final = DATA + "ProxyAddressCollection"
ADDRESS: Final = DATA + "ProxyAddress"


class MultiValuedProperty(list[Any]):
    """The values of a property, in a list that scripts may change before they set the property."""

    __slots__ = ("element",)

    def __init__(self, items: Iterable[Any] = (), element: str = "System.String") -> None:
        """`element` is the name of the type of each value."""
        super().__init__(items)
        self.element = element

    @property
    def clr_type(self) -> ClrType:
        """Return the .NET type of the list; addresses have a collection type of their own."""
        if self.element == ADDRESS:
            return named(ADDRESSES)
        return _closed(self.element)

    def of_element(self, item: Value) -> Value:
        """Convert a value to the element type; a text is parsed by that type.

        An object becomes its identity. A value that does not convert is kept until the property is set, which reports
        the error.
        """
        item = base_of(item)
        target = named(self.element)
        if isinstance(item, str) and (target is STRING or self.element == OBJECT_ID):
            return item
        identity = getattr(getattr(item, "model", None), "identity", None)
        if self.element == OBJECT_ID and isinstance(identity, ADObjectId):
            return identity
        try:
            return convert(item, target)
        except PSInvalidCastException:
            return item

    def copy_of(self, items: Iterable[Any]) -> Self:
        """Return a list of the same type with other values."""
        return type(self)(items, self.element)


def place_of(values: MultiValuedProperty, item: Value) -> int:
    """Return the index of a value in a list by the equality of its type; -1 where it is absent.

    A directory object also matches its name or its distinguished name.
    """
    wanted = values.of_element(item)
    text = to_string(wanted).casefold()
    for place, known in enumerate(values):
        if type(known) is type(wanted) and not isinstance(known, str):
            if known == wanted:
                return place
        elif text in _texts(known):
            return place
    return -1


def _texts(known: Value) -> tuple[str, ...]:
    names = (known.name, known.distinguished_name, str(known.guid)) if isinstance(known, ADObjectId) else ()
    return tuple(each.casefold() for each in (to_string(known), *names))


def without(values: MultiValuedProperty, removed: Value) -> MultiValuedProperty:
    """Return a new list of `values` without `removed`."""
    left = values.copy_of(values)
    removed = base_of(removed)
    several = removed if isinstance(removed, list) else elements_of(removed)
    for item in [removed] if several is None else several:
        place = place_of(left, item)
        if place >= 0:
            del left[place]
    return left


_INDEX: Final = (
    "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')"
)


@clr_class(
    OPEN,
    python_class=Nobody,
    interfaces="System.Collections.IEnumerable System.Collections.ICollection System.Collections.IList",
)
class _Many:
    @clr_property("Count", "int")
    def count(self: Any) -> int:
        return len(self)

    @clr_property("IsReadOnly", "bool")
    def is_read_only(self: Any) -> bool:
        return False

    @clr_method("Add", "object item -> void")
    def add(self: Any, item: Value) -> None:
        item = self.of_element(item)
        if place_of(self, item) >= 0:
            raise InvalidOperationException(f'The value "{to_string(item)}" is already present in the collection.')
        self.append(item)

    @clr_method("Insert", "int index, object value -> void")
    def insert(self: Any, index: int, item: Value) -> None:
        if not 0 <= index <= len(self):
            raise ArgumentOutOfRangeException(_INDEX)
        list.insert(self, index, self.of_element(item))

    @clr_method("Remove", "object item -> bool")
    def remove(self: Any, item: Value) -> bool:
        found = place_of(self, item)
        if found < 0:
            return False
        del self[found]
        return True

    @clr_method("RemoveAt", "int index -> void")
    def remove_at(self: Any, index: int) -> None:
        if not 0 <= index < len(self):
            raise ArgumentOutOfRangeException(_INDEX)
        del self[index]

    @clr_method("Contains", "object item -> bool")
    def contains(self: Any, item: Value) -> bool:
        return place_of(self, item) >= 0

    @clr_method("IndexOf", "object item -> int")
    def index_of(self: Any, item: Value) -> int:
        return place_of(self, item)

    @clr_method("op_Subtraction", "object left, object right -> object", static=True)
    @staticmethod
    def subtract(left: Any, right: Value) -> Any:
        return without(left, right)

    @clr_method("Clear", " -> void")
    def clear(self: Any) -> None:
        list.clear(self)

    @clr_method("ToArray", " -> object[]")
    def to_array(self: Any) -> list[Any]:
        return list(self)


def _to_many(value: Value) -> Any:
    """Convert a list or a single value to the values of a property; each is checked when the property is set."""
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
