"""Sort-Object: put objects in order."""

from __future__ import annotations

from functools import cmp_to_key
from typing import Any, TypeVar

from cmdlets.powershell.comparing import introsort, sort_keys, text_order
from cmdlets.powershell.ordering import Entry, EntryComparer, EntryReader
from cmdlets.powershell.property_expression import EXPRESSION, ORDER, PropertyExpression, parse_properties
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.values.objects import AUTOMATION_NULL, MISSING, Value

_Key = TypeVar("_Key")


class SortObject(Cmdlet, verb="Sort", noun="Object", module="Microsoft.PowerShell.Utility", default_set="Default"):
    """Sort objects by their properties, or by themselves.

    Text is compared by the rules of the culture and without case. Objects that compare equal come out in any order
    unless -Stable, -Top or -Bottom is given.
    """

    examples = (
        Example("3, 1, 2 | Sort-Object", "Numbers in ascending order."),
        Example("Get-Command -Noun Date | Sort-Object Name -Descending", "By a property, from the end."),
        Example("'b10', 'b9' | Sort-Object { [int]$_.Substring(1) }", "By what a script block returns."),
    )

    stable: bool = parameter("switch", sets=("Default",), help="Keep equal objects in the order of the input.")
    descending: bool = parameter("switch", help="Sort from large to small.")
    unique: bool = parameter("switch", help="Write only one of several equal objects.")
    input_object: Value = parameter("psobject", pipeline=True, default=MISSING, help="The objects to sort.")
    property: list[Value] = parameter(
        "object[]", position=0, help="Names, blocks, or @{Expression=...; Descending=...} to sort by."
    )
    culture: str = parameter("string", help="The culture whose rules order text.")
    case_sensitive: bool = parameter("switch", help="Tell upper from lower case.")
    top: int = parameter(
        "int", sets=("Top",), mandatory=True, range=(1, 2147483647), default=0, help="How many objects from the start."
    )
    bottom: int = parameter(
        "int", sets=("Bottom",), mandatory=True, range=(1, 2147483647), default=0, help="How many from the end."
    )

    def begin(self) -> None:
        """Read the properties."""
        self._order = text_order(self, self.culture)
        self._objects: list[Value] = []
        append = self._objects.append

        def keep(value: Value) -> None:
            if value is not None and value is not AUTOMATION_NULL:
                append(value)

        self.fast_process = keep
        self._properties = parse_properties(self, self.property, {**EXPRESSION, **ORDER})

    def process(self) -> None:
        """Keep one object."""
        value = self.input_object
        if value is not None and value is not AUTOMATION_NULL and value is not MISSING:
            self._objects.append(value)

    def end(self) -> None:
        """Sort and write."""
        if not self._objects:
            return
        for value in self._sorted():
            self.write(value)

    def _sorted(self) -> list[Value]:
        reader = EntryReader(self, self._properties)
        properties = self._existing(reader)
        if self._properties and not properties:
            return self._objects
        columns = [reader.column(each, self._objects) for each in properties] or [self._objects]
        ascending = [self._ascending(each) for each in properties] or [not self.descending]
        ranks = self._ranks(columns, ascending)
        if ranks is not None:
            return self._by_rank(ranks)
        entries = [
            Entry(value, values, place)
            for place, (value, values) in enumerate(zip(self._objects, zip(*columns, strict=True), strict=True))
        ]
        return self._by_comparing(entries, EntryComparer(ascending, self.case_sensitive, self._order))

    def _existing(self, reader: EntryReader) -> list[PropertyExpression]:
        """Return the properties with wildcards replaced by all names that any object has."""
        if not reader.has_wildcards:
            return list(self._properties)
        found: dict[str, PropertyExpression] = {}
        for value in self._objects:
            for each in reader.expanded(value):
                found.setdefault(each.text.lower(), each)
        return list(found.values())

    def _ascending(self, expression: PropertyExpression) -> bool:
        if "descending" in expression.settings:
            return not expression.settings["descending"]
        if "ascending" in expression.settings:
            return bool(expression.settings["ascending"])
        return not self.descending

    # --- the fast way: every column has one kind of value ---

    def _ranks(self, columns: list[list[Value]], ascending: list[bool]) -> list[int] | None:
        """Return each object's rank (equal objects share one), None where values have to be compared pair by pair."""
        combined: list[Any] | None = None
        for column, small_first in zip(columns, ascending, strict=True):
            keys = sort_keys(column, self.case_sensitive, self._order)
            if keys is None:
                return None
            if not small_first or len(columns) > 1:
                keys = _dense(keys, reverse=not small_first)
            combined = keys if combined is None else list(zip(combined, keys, strict=True))
        assert combined is not None
        return _dense(combined)

    def _by_rank(self, ranks: list[int]) -> list[Value]:
        objects = self._objects
        count = max(ranks) + 1
        if count == len(objects) or self._is_stable():
            places = sorted(range(len(objects)), key=ranks.__getitem__)
        else:
            places = list(range(len(objects)))
            introsort(places, lambda first, second: ranks[first] - ranks[second])
        if self.unique:
            seen: set[int] = set()
            places = [place for place in places if not (ranks[place] in seen or seen.add(ranks[place]))]  # type: ignore[func-returns-value]
        return [objects[place] for place in self._cut(places)]

    # --- the general way ---

    def _by_comparing(self, entries: list[Entry], compare: EntryComparer) -> list[Value]:
        if self._is_stable():
            entries.sort(key=cmp_to_key(compare))
        else:
            introsort(entries, compare)
        if self.unique:
            kept: list[Entry] = []
            for entry in entries:
                if not kept or compare(kept[-1], entry) != 0:
                    kept.append(entry)
            entries = kept
        return [entry.source for entry in self._cut(entries)]

    def _is_stable(self) -> bool:
        return bool(self.stable or self.top or self.bottom)

    def _cut(self, items: list[_Key]) -> list[_Key]:
        if self.top:
            return items[: self.top]
        return items[-self.bottom :] if self.bottom else items


def _dense(keys: list[Any], *, reverse: bool = False) -> list[int]:
    """Return the rank of each key among the different keys, from 0."""
    ordered = sorted(set(keys), reverse=reverse)
    ranks = {key: rank for rank, key in enumerate(ordered)}
    return [ranks[key] for key in keys]
