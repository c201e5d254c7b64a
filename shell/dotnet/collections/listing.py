"""Shared parts of the list types: equality and order of elements, ranges, errors."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cmp_to_key
from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.types import OBJECT, type_of
from shell.types.conversion.conversion import convert, elements_of
from shell.types.members.entries import entries
from shell.types.registry.checks import not_negative, not_null
from shell.values.errors import (
    ArgumentException,
    ArgumentOutOfRangeException,
    InvalidOperationException,
)
from shell.values.objects import Char, Hashtable, MultiArray, PSCustomObject, PSObject, TypedArray, Value

if TYPE_CHECKING:
    from shell.types import ClrType
    from shell.types.members import calling
    from shell.types.operators import comparison as operators_comparison
else:
    calling = lazy("shell.types.members.calling", globals())
    operators_comparison = lazy("shell.types.operators.comparison", globals(), "operators_comparison")


def plain(value: Value) -> Value:
    """Return the value without its PSObject."""
    return value.base if isinstance(value, PSObject) and value.base is not value else value


def element_type(array: Value) -> ClrType:
    """Return the type of an array's elements."""
    found = type_of(array).element_type
    return OBJECT if found is None else found


def like(array: Any, items: Iterable[Value]) -> Value:
    """Return an array of the same element type, and of the same dimensions if it has several."""
    if isinstance(array, MultiArray):
        return MultiArray(array.element_type, array.lengths, items)
    element = getattr(array, "element_type", None)
    return list(items) if element is None else TypedArray(element, items)


def same(a: Value, b: Value) -> bool:
    """Implement Object.Equals: same type and equal; by default reference equality."""
    a, b = plain(a), plain(b)
    if a is b:
        return True
    if type(a) is not type(b) or isinstance(a, (list, Hashtable, PSCustomObject)):
        return False
    return bool(a == b)


def position(items: list[Value], wanted: Value, start: int = 0, end: int | None = None) -> int:
    """Return the index of the first equal element, or -1."""
    for place in range(start, len(items) if end is None else end):
        if same(items[place], wanted):
            return place
    return -1


def last_position(items: list[Value], wanted: Value, start: int | None = None, count: int | None = None) -> int:
    """Return the index of the last equal element among `count` elements backward from `start`, or -1."""
    first = len(items) - 1 if start is None else start
    for place in range(first, -1 if count is None else first - count, -1):
        if same(items[place], wanted):
            return place
    return -1


def order(a: Value, b: Value) -> int:
    """Implement Comparer.Default: nulls first, texts by culture; raises InvalidOperationException."""
    a, b = plain(a), plain(b)
    if a is None or b is None:
        return (a is not None) - (b is not None)
    for one, other, sign in ((a, b, 1), (b, a, -1)):
        if "script" in type_of(one).data and _is_comparable(one):  # a script's class compares itself with anything
            return sign * int(calling.call_method(one, "CompareTo", (other,)))
    if type(a) is not type(b) or not _is_comparable(a):
        raise InvalidOperationException(
            "Failed to compare two elements in the array.",
            inner=ArgumentException("At least one object must implement IComparable."),
        )
    if isinstance(a, Char):
        return (str(a) > str(b)) - (str(a) < str(b))
    found = operators_comparison.compare(a, b, False)
    return -1 if found == 2 else found


def _is_comparable(value: Value) -> bool:
    return "system.icomparable" in type_of(value).ancestry


def comparison(comparer: Value = None) -> Callable[[Value, Value], int]:
    """Return the comparison function of an IComparer (a script's class too), of a Python function, or the default."""
    if comparer is None:
        return order
    if callable(comparer):
        found: Callable[[Value, Value], int] = comparer
        return found
    own = getattr(comparer, "compare", None)
    if own is not None:
        found = own
        return found
    return lambda a, b: int(calling.call_method(comparer, "Compare", (a, b)))


def comparer_key(comparer: Value = None) -> Any:
    """Return a sort key function for a comparer, the default for null."""
    return cmp_to_key(comparison(comparer))


def binary_search(items: list[Value], wanted: Value, start: int, end: int, comparer: Value = None) -> int:
    """Return the index of an element in a sorted range; else the complement of its insertion index."""
    compare = comparison(comparer)
    low, high = start, end - 1
    while low <= high:
        middle = (low + high) // 2
        found = compare(items[middle], wanted)
        if found == 0:
            return middle
        if found < 0:
            low = middle + 1
        else:
            high = middle - 1
    return ~low


def sorted_copy(items: Iterable[Value], comparer: Value = None) -> list[Value]:
    """Return the elements in order."""
    held = list(items)
    if comparer is None and _orders_itself(held):
        return sorted(held)
    return sorted(held, key=comparer_key(comparer))


def _orders_itself(items: list[Value]) -> bool:
    """Return True if Python orders the elements as Comparer.Default does: numbers of one type."""
    kinds = set(map(type, items))
    return kinds == {int} or (kinds == {float} and not any(each != each for each in items))


def copy_into(items: list[Value], start: int, array: Any, place: int, count: int) -> None:
    """Copy elements into an array; raises ArgumentException if they do not fit."""
    not_null(array, "destinationArray")
    if place < 0:
        raise ArgumentOutOfRangeException(
            "Number was less than the array's lower bound in the first dimension. (Parameter 'destinationIndex')"
        )
    if place + count > len(array):
        raise ArgumentException(
            "Destination array was not long enough. Check the destination index, length, and the array's lower bounds."
            " (Parameter 'destinationArray')"
        )
    element = type_of(array).element_type or OBJECT
    array[place : place + count] = [convert(each, element) for each in items[start : start + count]]


def check_range(start: int, count: int, size: int) -> None:
    """Raise ArgumentException unless the list has `count` elements from `start`."""
    not_negative(start, "index")
    not_negative(count, "count")
    if start + count > size:
        raise ArgumentException(
            "Offset and length were out of bounds for the array or count is greater than the number of elements from"
            " index to the end of the source collection."
        )


def items_of(value: Value, name: str = "collection") -> list[Value]:
    """Return the elements of any collection; raises ArgumentNullException for null."""
    value = plain(value)
    not_null(value, name)
    if isinstance(value, list):
        return list(value)
    if isinstance(value, str):
        return [Char(each) for each in value]
    if isinstance(value, Hashtable):
        return list(entries(value))
    found = elements_of(value)
    if found is None:
        own = getattr(value, "clr_enumerate", None)
        found = list(own()) if own is not None else [value]
    return found


_LIST_INTERFACES: Final = (
    "System.Collections.IEnumerable",
    "System.Collections.ICollection",
    "System.Collections.IList",
)


def list_interfaces(argument: ClrType) -> tuple[str, ...]:
    """Return the interfaces of a generic list of an element type."""
    generic = ("IList", "ICollection", "IEnumerable", "IReadOnlyList", "IReadOnlyCollection")
    return _LIST_INTERFACES + tuple(f"System.Collections.Generic.{each}`1[{argument.display_name}]" for each in generic)
