"""Properties with several values, and the edits that a command may ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import compress, repeat
from operator import is_not
from typing import Any, TypeVar

from .errors import BadValue

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Edit:
    """`@{Add="a","b"; Remove="c"}`: what to add to, and take from, the values that are there."""

    add: tuple[Any, ...] = ()
    remove: tuple[Any, ...] = ()

    @classmethod
    def from_mapping(cls, mapping: Mapping[Any, Any]) -> Edit:
        """Read the hashtable form. Keys other than Add and Remove are refused."""
        parts: dict[str, tuple[Any, ...]] = {}
        for key, value in mapping.items():
            name = str(key).lower()
            if name not in ("add", "remove"):
                raise BadValue(f"The hashtable key '{key}' is not valid here. The valid keys are Add and Remove.")
            parts[name] = as_items(value)
        return cls(parts.get("add", ()), parts.get("remove", ()))

    def apply(self, current: Iterable[T], convert: Callable[[Any], T]) -> tuple[T, ...]:
        """The values after the edit, in order. Values there are not added twice; absent ones are removed silently."""
        kept = current if isinstance(current, Several) else Several(current)
        for item in map(convert, self.remove):
            kept = kept.without(item)
        return kept.with_all(map(convert, self.add))


class Several(tuple[T, ...]):
    """Different values, which know at once whether one of them equals another value.

    The table that tells goes on from one state to the next: a group that gets ten thousand members one by one has one
    table, not ten thousand. Only the newest state has it; an older one makes its own when it is asked again.
    """

    _table: dict[T, T] | None = None
    """Each value by itself."""

    def holds(self, value: object) -> bool:
        """Whether a value is among them."""
        return value in self._known()

    def with_all(self, values: Iterable[T]) -> Several[T]:
        """These and those of `values` that are not among them, behind."""
        table = self._known()
        fresh = [value for value in dict.fromkeys(values) if value not in table]
        if not fresh:
            return self
        self._table = None
        table.update(zip(fresh, fresh, strict=True))
        return Several._of((*self, *fresh), table)

    def without(self, value: T) -> Several[T]:
        """These without one, or the same where it is not among them."""
        table = self._known()
        if value not in table:
            return self
        self._table = None
        gone = table.pop(value)
        # To compare by identity costs a hundredth of what equality does, which is the values' own.
        return Several._of(compress(self, map(is_not, self, repeat(gone))), table)

    @classmethod
    def _of(cls, values: Iterable[T], table: dict[T, T]) -> Several[T]:
        made = cls(values)
        made._table = table
        return made

    def _known(self) -> dict[T, T]:
        table = self._table
        if table is None:
            table = self._table = dict(zip(self, self, strict=True))
        return table


def as_items(value: Any) -> tuple[Any, ...]:
    """One value or several, as a tuple; None is no value."""
    if value is None:
        return ()
    if isinstance(value, list | tuple | set | frozenset):
        return tuple(value)
    return (value,)
