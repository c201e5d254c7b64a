"""Argument checks of .NET's methods: null, the empty text, negative numbers, numbers and indexes out of range."""

from __future__ import annotations

from typing import Final, TypeVar

from shell.values.errors import ArgumentException, ArgumentNullException, ArgumentOutOfRangeException

T = TypeVar("T")

STANDARD: Final = "Specified argument was out of the range of valid values."
NOT_BELOW_SIZE: Final = "Index was out of range. Must be non-negative and less than the size of the collection."
ABOVE_SIZE: Final = "Index was out of range. Must be non-negative and less than or equal to the size of the collection."


def not_null(value: T | None, name: str) -> T:
    """Return an argument; raise ArgumentNullException for null. `name` is the parameter's, here and below."""
    if value is None:
        raise ArgumentNullException(f"Value cannot be null. (Parameter '{name}')")
    return value


def not_empty(text: T | None, name: str) -> T:
    """Return a text argument; raise ArgumentNullException for null, ArgumentException for the empty text."""
    if not_null(text, name) == "":
        raise ArgumentException(f"The value cannot be an empty string. (Parameter '{name}')")
    return not_null(text, name)


def not_negative(number: int, name: str) -> int:
    """Return a number; raise ArgumentOutOfRangeException below 0."""
    if number < 0:
        raise out_of_range(name, f"{name} ('{number}') must be a non-negative value.", number)
    return number


def in_range(number: int, low: int, high: int, name: str) -> int:
    """Return a number; raise ArgumentOutOfRangeException outside of `low` to `high`, both of which are allowed."""
    if not low <= number <= high:
        raise out_of_range(name)
    return number


def index_below(index: int, size: int, name: str = "index") -> int:
    """Return the index of an element; raise ArgumentOutOfRangeException where a collection has no such element."""
    if not 0 <= index < size:
        raise out_of_range(name, NOT_BELOW_SIZE)
    return index


def index_up_to(index: int, size: int, name: str = "startIndex") -> int:
    """Return an index that may also equal the size; raise ArgumentOutOfRangeException for any other."""
    if not 0 <= index <= size:
        raise out_of_range(name, ABOVE_SIZE)
    return index


def out_of_range(name: str, message: str = STANDARD, actual: object = None) -> ArgumentOutOfRangeException:
    """Return the error of an argument that does not fit; `actual` is shown unless it is None."""
    shown = "" if actual is None else f"\nActual value was {actual}."
    return ArgumentOutOfRangeException(f"{message} (Parameter '{name}'){shown}")
