"""Group-Object: objects with equal property values, gathered."""

from __future__ import annotations

from functools import cmp_to_key
from typing import Any

from cmdlets.powershell.comparing import sort_keys, text_order
from cmdlets.powershell.ordering import Entry, EntryComparer, EntryReader
from cmdlets.powershell.property_expression import EXPRESSION, parse_properties
from shell.dotnet.collections.object_model import collection
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import clr_class
from shell.values.errors import ArgumentException, ErrorCategory
from shell.values.objects import AUTOMATION_NULL, MISSING, ArrayList, Hashtable, Value, fold_key
from shell.values.tailoring import ROOT


@clr_class(
    "Microsoft.PowerShell.Commands.GroupInfo",
    properties="Values:System.Collections.ArrayList Count:int"
    " Group:System.Collections.ObjectModel.Collection[psobject] Name:string",
)
class GroupInfo:
    """One group: what its objects have in common, and the objects."""

    def __init__(self, values: list[Value]) -> None:
        self.values = ArrayList(values)
        self.name = _group_name(values)
        self.count = 0
        self.group: list[Value] = collection(())

    def add(self, value: Value) -> None:
        """Take an object in."""
        self.count += 1
        self.group.append(value)


@clr_class("Microsoft.PowerShell.Commands.GroupInfoNoElement", base="Microsoft.PowerShell.Commands.GroupInfo")
class GroupInfoNoElement(GroupInfo):
    """A group that counts its objects and does not keep them."""

    def add(self, value: Value) -> None:
        """Count an object."""
        self.count += 1


def _group_name(values: list[Value]) -> str:
    parts: list[str] = []
    for value in values:
        if value is None or value is MISSING:
            continue
        if isinstance(value, (list, Hashtable)):
            items = value if isinstance(value, list) else value.values()
            parts.append("{" + ", ".join(to_string(each) for each in items) + "}")
        else:
            parts.append(to_string(value))
    return ", ".join(parts)


class GroupObject(Cmdlet, verb="Group", noun="Object", module="Microsoft.PowerShell.Utility"):
    """Gather objects that have the same value of a property.

    Where the values of all objects are of one type, the groups are written in the order of their values, otherwise in
    the order in which they were first seen.
    """

    examples = (
        Example("'a', 'b', 'a' | Group-Object", "How often each text occurs."),
        Example("1..6 | Group-Object { $_ % 2 }", "Groups by what a script block returns."),
        Example("$h = 'x', 'yy' | Group-Object Length -AsHashTable; $h[2]", "The groups as a hashtable."),
    )

    no_element: bool = parameter("switch", help="Count the members of the groups without keeping them.")
    as_hash_table: bool = parameter(
        "switch", sets=("HashTable",), aliases=("AHT",), help="Write one hashtable: value -> objects."
    )
    as_string: bool = parameter("switch", sets=("HashTable",), help="Turn the keys of the hashtable into text.")
    input_object: Value = parameter("psobject", pipeline=True, default=MISSING, help="The objects to group.")
    property: list[Value] = parameter("object[]", position=0, help="Names or script blocks to group by.")
    culture: str = parameter("string", help="The culture whose rules compare text.")
    case_sensitive: bool = parameter("switch", help="Tell upper from lower case.")

    def begin(self) -> None:
        """Read the properties."""
        self._order = text_order(self, self.culture)
        self._objects: list[Value] = []
        append = self._objects.append

        def keep(value: Value) -> None:
            if value is not None and value is not AUTOMATION_NULL:
                append(value)

        self.fast_process = keep
        self._properties = parse_properties(self, self.property, EXPRESSION)
        if self.as_string and not self.as_hash_table:
            raise self.fail(
                self.error(
                    "The AsString parameter must be specified with the AsHashTable parameter.",
                    "ArgumentException",
                    ErrorCategory.InvalidArgument,
                    exception=ArgumentException,
                )
            )

    def process(self) -> None:
        """Keep one object."""
        value = self.input_object
        if value is not None and value is not AUTOMATION_NULL and value is not MISSING:
            self._objects.append(value)

    def end(self) -> None:
        """Group and write."""
        groups = self._grouped() if self._objects else []
        if self.as_hash_table:
            if groups:
                self._write_table(groups)
            return
        for group in groups:
            self.write(group)

    def _grouped(self) -> list[GroupInfo]:
        reader = EntryReader(self, self._properties)
        if reader.has_wildcards:
            rows = [reader.values(value) for value in self._objects]
            return self._by_comparing(rows)
        columns = [reader.column(each, self._objects) for each in self._properties] or [self._objects]
        if len(columns) == 1:
            keys = sort_keys(columns[0], self.case_sensitive, self._order)
            if keys is not None and len({type(value) for value in columns[0]} - {type(None)}) <= 1:
                return self._by_key(columns[0], keys)
        return self._by_comparing([list(row) for row in zip(*columns, strict=True)])

    def _by_key(self, column: list[Value], keys: list[Any]) -> list[GroupInfo]:
        """Group one column of one kind of value: one pass, then the groups in order."""
        groups: dict[Any, GroupInfo] = {}
        for value, source, key in zip(column, self._objects, keys, strict=True):
            group = groups.get(key)
            if group is None:
                group = groups[key] = self._new([value])
            group.add(source)
        return [groups[key] for key in sorted(groups)]

    def _by_comparing(self, rows: list[list[Value]]) -> list[GroupInfo]:
        entries = [Entry(source, values) for source, values in zip(self._objects, rows, strict=True)]
        compare = EntryComparer([True] * max(map(len, rows)), self.case_sensitive, self._order)
        if _same_types(rows):
            entries.sort(key=cmp_to_key(compare))
            return self._gather(entries, compare, last_only=True)
        return self._gather(entries, compare, last_only=False)

    def _gather(self, entries: list[Entry], compare: EntryComparer, *, last_only: bool) -> list[GroupInfo]:
        groups: list[tuple[Entry, GroupInfo]] = []
        known: dict[Any, GroupInfo] = {}
        for entry in entries:
            if not entry.values:
                continue
            key = tuple(fold_key(value) for value in entry.values)
            group = known.get(key) if not self.case_sensitive and self._order is ROOT else None
            if group is None:
                candidates = groups[-1:] if last_only else groups
                group = next((found for first, found in candidates if compare(first, entry) == 0), None)
            if group is None:
                group = self._new(list(entry.values))
                groups.append((entry, group))
            known.setdefault(key, group)
            group.add(entry.source)
        return [group for _, group in groups]

    def _new(self, values: list[Value]) -> GroupInfo:
        shown = [None if value is MISSING else value for value in values]
        return GroupInfoNoElement(shown) if self.no_element else GroupInfo(shown)

    def _write_table(self, groups: list[GroupInfo]) -> None:
        table = Hashtable(fold=_exact_key) if self.case_sensitive else Hashtable()
        for group in groups:
            if not self.as_string and len(group.values) != 1:
                raise self.fail(
                    self.error(
                        "The AsHashTable parameter with more than one property needs the AsString parameter.",
                        "ArgumentException",
                        ErrorCategory.InvalidArgument,
                        exception=ArgumentException,
                    )
                )
            key = group.name if self.as_string else group.values[0]
            if key is None or key in table:
                self.write_error(
                    self.error(
                        "The objects grouped by this property cannot be expanded because there is a key duplication. "
                        "Provide a valid value for the property, and then try again.",
                        "ArgumentException",
                        ErrorCategory.InvalidArgument,
                        exception=ArgumentException,
                    )
                )
                continue
            table[key] = group.group
        self.write(table)


def _exact_key(key: Value) -> Any:
    return ("str", key) if type(key) is str else fold_key(key)


def _same_types(rows: list[list[Value]]) -> bool:
    """True where each column has values of one type; a value that is missing or null fits all."""
    if len({len(row) for row in rows}) != 1:
        return False
    for column in zip(*rows, strict=True):
        kinds = {type(value) for value in column if value is not None and value is not MISSING}
        if len(kinds) > 1:
            return False
    return True
