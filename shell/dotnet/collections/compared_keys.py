"""Keys of dictionaries and sets with a comparer: a StringComparer, or an object of a script's class."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.collections.dictionaries import exact_key, key_folder
from shell.dotnet.collections.listing import comparison
from shell.lazy import lazy
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.types.members import calling
else:
    calling = lazy("shell.types.members.calling", globals())


EQUALITY: Final = "System.Collections.Generic.IEqualityComparer"
"""The comparer parameter of hashed collections, without its type argument."""
ORDER: Final = "System.Collections.Generic.IComparer"
"""The comparer parameter of sorted collections, without its type argument."""


class _Hashed:
    """A key compared by an IEqualityComparer."""

    __slots__ = ("_comparer", "_value")

    def __init__(self, comparer: Value, value: Value) -> None:
        self._comparer = comparer
        self._value = value

    def __hash__(self) -> int:
        return int(calling.call_method(self._comparer, "GetHashCode", (self._value,)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashed) and are_equal(self._comparer, self._value, other._value)


def are_equal(comparer: Value, one: Value, other: Value) -> bool:
    """Return True if an IEqualityComparer, .NET's or a script's, finds two values equal."""
    own = getattr(comparer, "equals", None)
    if own is not None:
        return bool(own(one, other))
    return bool(calling.call_method(comparer, "Equals", (one, other)))


class _Ordered:
    """A key compared by an IComparer; keys are equal if it returns 0."""

    __slots__ = ("_compare", "_value")

    def __init__(self, compare: Callable[[Value, Value], int], value: Value) -> None:
        self._compare = compare
        self._value = value

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Ordered) and not self._compare(self._value, other._value)


def hashed_by(comparer: Value) -> Callable[[Value], Any]:
    """Return the key function of an IEqualityComparer; `exact_key` for null."""
    if _is_own(comparer):
        return key_folder(comparer)
    return lambda value: _Hashed(comparer, value)


def ordered_by(comparer: Value) -> Callable[[Value], Any]:
    """Return the key function of an IComparer; `exact_key` for null."""
    if comparer is None:
        return exact_key
    if _is_own(comparer) and hasattr(comparer, "ignore_case"):
        return key_folder(comparer)
    compare = comparison(comparer)
    return lambda value: _Ordered(compare, value)


def _is_own(comparer: Value) -> bool:
    """Return True for null and .NET's comparers, whose equality Python keys can express."""
    return comparer is None or hasattr(comparer, "ignore_case") or hasattr(comparer, "equals")
