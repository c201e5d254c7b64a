"""Objects with the values that they are ordered by: the common half of Sort-, Group- and Compare-Object."""

from __future__ import annotations

from collections.abc import Sequence

from cmdlets.powershell.comparing import compare_values
from cmdlets.powershell.property_expression import PropertyExpression, read_property
from shell.engine.commands.cmdlet import Cmdlet
from shell.types.members import access as members
from shell.values.errors import ErrorCategory, NetException
from shell.values.objects import MISSING, PSCustomObject, PSObject, Value
from shell.values.tailoring import Order


class Entry:
    """One object, its place in the input and the values of the properties that order it."""

    __slots__ = ("place", "source", "values")

    def __init__(self, source: Value, values: Sequence[Value], place: int = 0) -> None:
        self.source = source
        self.values = values
        self.place = place


class EntryReader:
    """Reads the ordering values of objects. Without properties an object is ordered by itself."""

    def __init__(self, command: Cmdlet, properties: Sequence[PropertyExpression]) -> None:
        self.command = command
        self.session = command.session
        self.properties = properties
        self.has_wildcards = any(each.has_wildcards for each in properties)

    def column(self, expression: PropertyExpression, values: list[Value]) -> list[Value]:
        """Return one property of many objects; MISSING where an object lacks it."""
        if expression.block is not None:
            return [self._evaluate(expression, each) for each in values]
        name = expression.text
        extended = members.ExtendedMember
        column: list[Value] = []
        for each in values:
            if type(each) is PSCustomObject:
                found = each.members.get(name, MISSING)
                if found is not MISSING and not isinstance(found, extended):
                    column.append(found.base if type(found) is PSObject else found)
                    continue
            column.append(self._read(each, name))
        return column

    def values(self, value: Value) -> list[Value]:
        """Return the ordering values of one object."""
        if not self.properties:
            return [value]
        return [self.column(each, [value])[0] for each in self.expanded(value)]

    def expanded(self, value: Value) -> list[PropertyExpression]:
        """Return the properties with wildcards replaced by the names that the object has."""
        if not self.has_wildcards:
            return list(self.properties)
        expanded: list[PropertyExpression] = []
        for each in self.properties:
            if each.has_wildcards:
                expanded.extend(PropertyExpression(name, each.settings) for name in each.names(value))
            else:
                expanded.append(each)
        return expanded

    def _evaluate(self, expression: PropertyExpression, value: Value) -> Value:
        """Return what a block gives for an object; what it throws is reported, and the object has no value then."""
        found = expression.resolve(value, self.session)[0]
        if found.error is None:
            return found.value
        command = self.command
        command.write_error(command.error(found.error, "ExpressionEvaluation", ErrorCategory.InvalidResult, value))
        return MISSING

    def _read(self, value: Value, name: str) -> Value:
        try:
            found = read_property(value, name, self.session)
        except NetException:
            return None
        return found.base if type(found) is PSObject else found


class EntryComparer:
    """Compares entries value by value; `ascending` says for each whether small comes first, `order` orders texts."""

    __slots__ = ("ascending", "case_sensitive", "order")

    def __init__(self, ascending: Sequence[bool], case_sensitive: bool, order: Order) -> None:
        self.ascending = ascending
        self.case_sensitive = case_sensitive
        self.order = order

    def __call__(self, first: Entry, second: Entry) -> int:
        """Compare two entries."""
        for place, left in enumerate(first.values):
            right = second.values[place] if place < len(second.values) else MISSING
            order = self.compare(left, right, self.ascending[place] if place < len(self.ascending) else True)
            if order:
                return order
        return len(first.values) - len(second.values) and -1

    def compare(self, left: Value, right: Value, ascending: bool) -> int:
        """Compare two values; a property that is missing comes after one that exists, whatever the direction."""
        if left is MISSING or right is MISSING:
            return (left is MISSING) - (right is MISSING)
        order = compare_values(left, right, self.case_sensitive, self.order)
        return order if ascending else -order
