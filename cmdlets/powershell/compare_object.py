"""Compare-Object: what two lists have in common and what not. Get-Unique: neighbours that differ."""

from __future__ import annotations

from cmdlets.powershell.comparing import compare_values, text_order
from cmdlets.powershell.ordering import Entry, EntryComparer, EntryReader
from cmdlets.powershell.property_expression import EXPRESSION, parse_properties
from cmdlets.powershell.twins import Twins
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.types import type_names
from shell.types.conversion.text import to_string
from shell.values.objects import AUTOMATION_NULL, MISSING, PSCustomObject, PSObject, Value

_BOTH, _LEFT, _RIGHT = "==", "<=", "=>"


class CompareObject(Cmdlet, verb="Compare", noun="Object", module="Microsoft.PowerShell.Utility"):
    """Compare two collections of objects.

    The result has a SideIndicator: `<=` for objects of the reference only, `=>` for objects of the difference only,
    `==` for both.
    """

    examples = (
        Example("Compare-Object 1, 2, 3 2, 3, 4", "What is in one list only."),
        Example("Compare-Object 1, 2 2, 3 -IncludeEqual", "What is in both lists, too."),
    )

    reference_object: list[Value] = parameter(
        "psobject[]", mandatory=True, position=0, allow_empty_collection=True, help="What is compared with."
    )
    difference_object: list[Value] = parameter(
        "psobject[]",
        mandatory=True,
        position=1,
        pipeline=True,
        allow_empty_collection=True,
        help="What is compared.",
    )
    sync_window: int = parameter(
        "int", default=2147483647, range=(0, 2147483647), help="How many places an object may have moved."
    )
    property: list[Value] = parameter("object[]", help="The properties to compare; the whole objects without it.")
    exclude_different: bool = parameter("switch", help="Leave out what differs.")
    include_equal: bool = parameter("switch", help="Write what is equal, too.")
    pass_thru: bool = parameter("switch", help="Write the objects themselves, with a SideIndicator.")
    culture: str = parameter("string", help="The culture whose rules compare text.")
    case_sensitive: bool = parameter("switch", help="Tell upper from lower case.")

    def begin(self) -> None:
        """Read the properties."""
        self._order = text_order(self, self.culture)
        self._properties = parse_properties(self, self.property, EXPRESSION)
        self._reader = EntryReader(self, self._properties)
        self._compare = EntryComparer([True] * max(1, len(self._properties)), self.case_sensitive, self._order)
        self._reference: list[Entry] | None = None
        self._next = 0
        self._waiting_left = self._no_entries()
        self._waiting_right = self._no_entries()
        self._shows_equal = self.include_equal or (self.exclude_different and not self.is_bound("IncludeEqual"))

    def _no_entries(self) -> Twins[Entry]:
        return Twins(
            lambda entry: entry.values,
            lambda one, other: self._compare(one, other) == 0,
            self.case_sensitive,
            self._order,
        )

    def process(self) -> None:
        """Compare the next objects of the difference."""
        for value in self.difference_object or ():
            if value is not None and value is not AUTOMATION_NULL:
                self._step(Entry(value, self._reader.values(value)))

    def end(self) -> None:
        """Take the rest of the reference, then write what found no partner."""
        while self._next < len(self._references()):
            self._step(None)
        for entry in self._waiting_right:
            self._emit(entry, _RIGHT)
        for entry in self._waiting_left:
            self._emit(entry, _LEFT)

    def _references(self) -> list[Entry]:
        if self._reference is None:
            values = [each for each in self.reference_object or () if each is not None]
            self._reference = [Entry(each, self._reader.values(each)) for each in values]
        return self._reference

    def _step(self, right: Entry | None) -> None:
        """Compare one of each side, looking back at those that are still without a partner."""
        left: Entry | None = None
        if self._next < len(self._references()):
            left = self._references()[self._next]
            self._next += 1
        if left is not None and right is not None and self._compare(left, right) == 0:
            self._emit(left, _BOTH)
            return
        if right is not None:
            partner = self._waiting_left.take(right)
            if partner is not None:
                self._emit(partner, _BOTH)
                right = None
        if left is not None and self._waiting_right.take(left) is not None:
            self._emit(left, _BOTH)
            left = None
        if right is not None:
            self._wait(right, self._waiting_right, _RIGHT)
        if left is not None:
            self._wait(left, self._waiting_left, _LEFT)

    def _wait(self, entry: Entry, waiting: Twins[Entry], side: str) -> None:
        if self.sync_window == 0:
            self._emit(entry, side)
            return
        while len(waiting) >= self.sync_window:
            self._emit(waiting.take_oldest(), side)
        waiting.add(entry)

    def _emit(self, entry: Entry, side: str) -> None:
        if side == _BOTH and not self._shows_equal:
            return
        if side != _BOTH and self.exclude_different:
            return
        if self.pass_thru:
            made = entry.source if isinstance(entry.source, PSObject) else PSObject(entry.source)
            known = made.find_member("SideIndicator")
            if known is not None:
                del made.members[known]
        else:
            made = PSCustomObject()
            if not self._properties:
                made.members["InputObject"] = entry.source
            for expression, value in zip(self._properties, entry.values, strict=False):
                made.members.setdefault(expression.text, None if value is MISSING else value)
        made.members["SideIndicator"] = side
        self.write(made)


class GetUnique(Cmdlet, verb="Get", noun="Unique", module="Microsoft.PowerShell.Utility", default_set="AsString"):
    """Leave out objects that equal the one before; the input should be sorted."""

    examples = (Example("'a', 'a', 'b' | Get-Unique", "Each text once."),)

    input_object: Value = parameter("psobject", pipeline=True, default=MISSING, help="The objects to look at.")
    as_string: bool = parameter("switch", sets=("AsString",), help="Compare the text of the objects.")
    case_insensitive: bool = parameter("switch", help="Compare text without case.")
    on_type: bool = parameter("switch", sets=("UniqueByType",), help="Compare the types of the objects.")

    _last: Value = MISSING

    def process(self) -> None:
        """Write an object that differs from the one before."""
        value = self.input_object
        if value is MISSING:
            return
        if self._last is MISSING or not self._same(value):
            self._last = value
            self.write(value)

    def _same(self, value: Value) -> bool:
        if self.on_type:
            return bool(type_names(value)[:1] == type_names(self._last)[:1])
        if self.as_string:
            first, second = to_string(value), to_string(self._last)
            if self.case_insensitive:
                return first.lower() == second.lower()
            return first == second
        return compare_values(value, self._last, not self.case_insensitive) == 0
