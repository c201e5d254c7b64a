"""Properties with several values, and the edits that a command may ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
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
        removed = {convert(item) for item in self.remove}
        kept = [item for item in current if item not in removed]
        for item in map(convert, self.add):
            if item not in kept:
                kept.append(item)
        return tuple(kept)


def as_items(value: Any) -> tuple[Any, ...]:
    """One value or several, as a tuple; None is no value."""
    if value is None:
        return ()
    if isinstance(value, list | tuple | set | frozenset):
        return tuple(value)
    return (value,)
