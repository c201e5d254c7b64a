"""How Sort-, Group-, Compare-, Select-Object and Get-Unique put values in order, and .NET's own sort."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

from shell.engine.binding.failures import not_taken
from shell.engine.commands.cmdlet import Cmdlet
from shell.engine.operators import operators
from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import net_string, to_string
from shell.values.current_culture import CURRENT
from shell.values.errors import ErrorCategory, NetException, NotSupportedException
from shell.values.objects import AUTOMATION_NULL, PSCustomObject, PSObject, Value
from shell.values.tailoring import ROOT, Order, order_of

_Item = TypeVar("_Item")


def text_order(command: Cmdlet, culture: str | None) -> Order:
    """Return the order of texts of -Culture, else of the current culture; refuses one that is not emulated."""
    if not culture:
        current = CURRENT.get()
        return (order_of(current.name) if current is not None else None) or ROOT
    found = order_of(_culture_name(command, culture.strip()))
    if found is None:
        raise command.fail(
            command.error(
                f"The order of texts of {culture} is not emulated.",
                "NotEmulatedCulture",
                ErrorCategory.NotImplemented,
                culture,
                exception=NotSupportedException,
            )
        )
    return found


def _culture_name(command: Cmdlet, written: str) -> str:
    """Return the name of a culture that is given by its name or its number (`1055`, `0x41F`)."""
    base = 16 if written.lower().startswith("0x") else 10
    try:
        asked: Value = int(written, base)
    except ValueError:
        asked = written
    try:
        return to_string(convert(asked, named("System.Globalization.CultureInfo")))
    except NetException as problem:
        raise not_taken("Culture", problem.inner or problem) from None


def compare_values(first: Value, second: Value, case_sensitive: bool = False, order: Order = ROOT) -> int:
    """Compare two values; what cannot be compared is compared as text."""
    if type(first) is int and type(second) is int:
        return (first > second) - (first < second)
    left, right = plain_value(first), plain_value(second)
    if left is None and right is None:
        return 0
    if order is not ROOT and type(left) is str and right is not None:
        return order.collate(left, to_string(right), not case_sensitive)
    try:
        return operators.compare(left, right, not case_sensitive)
    except NetException:
        return order.collate(net_string(first), net_string(second), not case_sensitive)


def plain_value(value: Value) -> Value:
    """Return what of a value is compared: null for nothing, what is inside of a wrapped value."""
    if value is AUTOMATION_NULL:
        return None
    if isinstance(value, PSObject) and not isinstance(value, PSCustomObject):
        return value.base
    return value


_NUMBERS: Final = frozenset({int, float, bool})
_NONE: Final = type(None)


def sort_keys(values: list[Value], case_sensitive: bool, order: Order = ROOT) -> list[Any] | None:
    """Return keys that Python may sort by, where one rule orders all the values: all numbers, or all text, or null."""
    kinds = set(map(type, values))
    has_null = _NONE in kinds
    kinds.discard(_NONE)
    keys = _keys_of_kinds(values, kinds, case_sensitive, order)
    if keys is None or not has_null:
        return keys
    return [(0, 0) if value is None else (1, key) for value, key in zip(values, keys, strict=True)]


def _keys_of_kinds(values: list[Value], kinds: set[type], case_sensitive: bool, order: Order) -> list[Any] | None:
    if kinds <= _NUMBERS and (len(kinds) <= 1 or bool not in kinds):
        return None if float in kinds and any(value != value for value in values) else values
    if kinds == {str}:
        if order is ROOT and all(value is None or (value.isascii() and value.isalnum()) for value in values):
            return [_plain_key(value, case_sensitive) for value in values]
        keys = {value: order.key(value, not case_sensitive) for value in set(values) if value is not None}
        return [keys.get(value) for value in values]
    if len(kinds) == 1 and getattr(next(iter(kinds)), "sorts_by_itself", False):
        return values
    return None


def _plain_key(text: str | None, case_sensitive: bool) -> Any:
    """Return the key of a text of ASCII letters and digits, whose order the culture agrees with: without case first,
    then small letters before capitals."""
    if text is None:
        return None
    return (text.lower(), text.swapcase()) if case_sensitive else text.lower()


_THRESHOLD: Final = 16


def introsort(items: list[_Item], compare: Callable[[_Item, _Item], int]) -> None:
    """Sort in place with the steps of .NET's Array.Sort, so that equal items end up where .NET leaves them.

    Insertion sort up to 16 items, median-of-three quicksort above, heap sort below a depth of twice the logarithm.
    """
    if len(items) > 1:
        _introsort(items, 0, len(items), 2 * len(items).bit_length(), compare)


def _introsort(items: list[_Item], low: int, high: int, depth: int, compare: Callable[[_Item, _Item], int]) -> None:
    while high - low > 1:
        size = high - low
        if size <= _THRESHOLD:
            if size == 2:
                _order(items, low, low + 1, compare)
            elif size == 3:
                _order(items, low, low + 1, compare)
                _order(items, low, low + 2, compare)
                _order(items, low + 1, low + 2, compare)
            else:
                _insertion_sort(items, low, high, compare)
            return
        if depth == 0:
            _heap_sort(items, low, high, compare)
            return
        depth -= 1
        pivot = low + _partition(items, low, high, compare)
        _introsort(items, pivot + 1, high, depth, compare)
        high = pivot


def _order(items: list[_Item], first: int, second: int, compare: Callable[[_Item, _Item], int]) -> None:
    if compare(items[first], items[second]) > 0:
        items[first], items[second] = items[second], items[first]


def _insertion_sort(items: list[_Item], low: int, high: int, compare: Callable[[_Item, _Item], int]) -> None:
    for place in range(low, high - 1):
        item = items[place + 1]
        before = place
        while before >= low and compare(item, items[before]) < 0:
            items[before + 1] = items[before]
            before -= 1
        items[before + 1] = item


def _partition(items: list[_Item], low: int, high: int, compare: Callable[[_Item, _Item], int]) -> int:
    last = high - 1
    middle = low + ((high - low - 1) >> 1)
    _order(items, low, middle, compare)
    _order(items, low, last, compare)
    _order(items, middle, last, compare)
    pivot = items[middle]
    items[middle], items[last - 1] = items[last - 1], items[middle]
    left, right = low, last - 1
    while left < right:
        left += 1
        while compare(items[left], pivot) < 0:
            left += 1
        right -= 1
        while compare(pivot, items[right]) < 0:
            right -= 1
        if left >= right:
            break
        items[left], items[right] = items[right], items[left]
    if left != last - 1:
        items[left], items[last - 1] = items[last - 1], items[left]
    return left - low


def _heap_sort(items: list[_Item], low: int, high: int, compare: Callable[[_Item, _Item], int]) -> None:
    size = high - low
    for start in range(size >> 1, 0, -1):
        _sift_down(items, start, size, low, compare)
    for end in range(size, 1, -1):
        items[low], items[low + end - 1] = items[low + end - 1], items[low]
        _sift_down(items, 1, end - 1, low, compare)


def _sift_down(items: list[_Item], place: int, size: int, low: int, compare: Callable[[_Item, _Item], int]) -> None:
    item = items[low + place - 1]
    while place <= size >> 1:
        child = 2 * place
        if child < size and compare(items[low + child - 1], items[low + child]) < 0:
            child += 1
        if compare(item, items[low + child - 1]) >= 0:
            break
        items[low + place - 1] = items[low + child - 1]
        place = child
    items[low + place - 1] = item
