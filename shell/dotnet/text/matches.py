"""The results of a regular expression: Match, Group, Capture and their collections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from shell.language.units import in_units
from shell.types import STRING
from shell.types.conversion.conversion import to_int
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.values.objects import TypedArray, Value, unwrap
from shell.values.patterns.regular_expressions import Pattern
from shell.values.patterns.replacements import expand_replacement

_NAMESPACE: Final = "System.Text.RegularExpressions."


def unit_place(text: str, place: int) -> int:
    """Convert an index of characters to one of UTF-16 units."""
    return place if text.isascii() else len(in_units(text[:place]))


@clr_class(_NAMESPACE + "Capture", properties="Index:int Length:int Value:string")
class Capture:
    """A captured substring."""

    def __init__(self, start: int, value: str) -> None:
        self.index = start
        self.value = value

    @property
    def length(self) -> int:
        """Return the length."""
        return len(in_units(self.value))

    def __str__(self) -> str:
        return self.value

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the value."""
        return self.value


class Listing:
    """A read-only collection with an index."""

    def __init__(self, items: list[Any]) -> None:
        self.items = items

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the elements."""
        return iter(self.items)

    def clr_index(self, index: Value) -> Value:
        """Return the element at an index; null if out of range."""
        place = to_int(index)
        return self.items[place] if -len(self.items) <= place < len(self.items) else None

    def __len__(self) -> int:
        return len(self.items)

    @clr_property("Count", "int")
    def count(self) -> int:
        """Return the number of elements."""
        return len(self.items)

    @clr_method("Item", "int index -> object")
    def item(self, index: int) -> Value:
        """Return the element at an index."""
        return self.items[index]


@clr_class(_NAMESPACE + "CaptureCollection", interfaces="System.Collections.ICollection System.Collections.IEnumerable")
class CaptureCollection(Listing):
    """Captures of a group."""

    count = clr_property("Count", "int")(lambda self: len(self.items))
    item = clr_method("Item", "int index -> object")(lambda self, index: self.items[index])


@clr_class(_NAMESPACE + "Group", _NAMESPACE + "Capture", properties="Success:bool Name:string")
class Group(Capture):
    """A group of a match; its value is that of its last capture."""

    def __init__(self, name: str, found: Any, number: int) -> None:
        value = None if found is None else found[number]
        super().__init__(0 if value is None else unit_place(found.string, found.start(number)), value or "")
        self.name = name
        self.success = value is not None
        self._found = found
        self._number = number

    @clr_property("Captures", _NAMESPACE + "CaptureCollection")
    def captures(self) -> Value:
        """Return all captures of the group."""
        if not self.success:
            return CaptureCollection([])
        starts, values = self._found.starts(self._number), self._found.captures(self._number)
        text = self._found.string
        both = zip(starts, values, strict=True)
        return CaptureCollection([Capture(unit_place(text, start), value) for start, value in both])


@clr_class(_NAMESPACE + "GroupCollection", interfaces="System.Collections.ICollection System.Collections.IEnumerable")
class GroupCollection(Listing):
    """Groups of a match, by number or name."""

    count = clr_property("Count", "int")(lambda self: len(self.items))

    def clr_index(self, index: Value) -> Value:
        """Return the group of a number or name, an unsuccessful group if there is none."""
        index = unwrap(index)
        if isinstance(index, str):
            name = str(index)
            return next((each for each in self.items if each.name == name), Group(name, None, 0))
        place = int(index)
        return self.items[place] if 0 <= place < len(self.items) else Group(str(place), None, 0)

    @clr_method("Item", "object key -> object")
    def item(self, key: Value) -> Value:
        """Return the group of a number or name."""
        return self.clr_index(key)

    @clr_method("ContainsKey", "string key -> bool")
    def contains_key(self, key: str) -> bool:
        """Return True if the pattern has such a group."""
        return any(each.name == key for each in self.items)

    @clr_property("Keys", "string[]")
    def keys(self) -> Value:
        """Return the names of the groups."""
        return TypedArray(STRING, [each.name for each in self.items])

    @clr_property("Values", "object")
    def values(self) -> Value:
        """Return the groups."""
        return list(self.items)


@clr_class(_NAMESPACE + "Match", _NAMESPACE + "Group")
class Match(Group):
    """A match of a pattern; `found` is None for an unsuccessful one."""

    def __init__(self, pattern: Pattern, found: Any, text: str = "") -> None:
        super().__init__("0", found, 0)
        self.pattern_used = pattern
        self.text = text if found is None else found.string

    @clr_property("Groups", _NAMESPACE + "GroupCollection")
    def groups(self) -> Value:
        """Return the groups; group 0 is the whole match."""
        if not self.success:
            return GroupCollection([self])
        rest = self.pattern_used.groups[1:]
        return GroupCollection([self, *(Group(name, self._found, number) for name, number in rest)])

    @clr_method("NextMatch", f"-> {_NAMESPACE}Match")
    def next_match(self) -> Match:
        """Return the next match."""
        if not self.success:
            return self
        start = self._found.end() + (1 if self._found.end() == self._found.start() else 0)
        found = self.pattern_used.code.search(self.text, start) if start <= len(self.text) else None
        return Match(self.pattern_used, found, self.text)

    @clr_method("Result", "string replacement -> string")
    def result(self, replacement: str) -> str:
        """Expand a replacement pattern with this match."""
        made = expand_replacement(replacement, self.pattern_used)
        return made if isinstance(made, str) else made(self._found)


@clr_class(_NAMESPACE + "MatchCollection", interfaces="System.Collections.ICollection System.Collections.IEnumerable")
class MatchCollection(Listing):
    """All matches of a pattern."""

    count = clr_property("Count", "int")(lambda self: len(self.items))
    item = clr_method("Item", "int i -> object")(lambda self, index: self.items[index])


__all__ = ["Capture", "CaptureCollection", "Group", "GroupCollection", "Listing", "Match", "MatchCollection"]
