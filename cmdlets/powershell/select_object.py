"""Select-Object: objects by position, properties by name, values of one property."""

from __future__ import annotations

from collections import deque
from typing import Any, TypeAlias

from cmdlets.powershell.comparing import compare_values
from cmdlets.powershell.property_expression import (
    EXPRESSION,
    NAME,
    PropertyExpression,
    Resolved,
    parse_properties,
)
from cmdlets.powershell.twins import Twins
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.types import type_of
from shell.types.members import access as members
from shell.values.errors import ErrorCategory, PSArgumentException
from shell.values.objects import AUTOMATION_NULL, MISSING, PSCustomObject, PSObject, Value
from shell.values.wildcard import wildcard_matcher

_Step: TypeAlias = tuple[str, PropertyExpression]
"""A property of the new object: its name, and where its value comes from."""

_NOTHING: dict[str, Any] = {}
_SETS = ("DefaultParameter", "SkipLastParameter")
_COUNT: dict[str, Any] = {"range": (0, 2147483647)}


Selected = tuple[Value, list[Resolved]]
"""An object of the output, and the notes that were put on it."""


class SelectObject(
    Cmdlet, verb="Select", noun="Object", module="Microsoft.PowerShell.Utility", default_set="DefaultParameter"
):
    """Select objects or properties of objects.

    With -Property each object is replaced by a new one that has the named properties only. -First, -Last, -Skip and
    -Index select objects by their place; -First stops the commands that send objects as soon as it has enough.
    """

    examples = (
        Example("1..10 | Select-Object -First 3", "The first three objects."),
        Example("Get-Command Get-Date | Select-Object Name, Module", "Two properties."),
        Example(
            "'a', 'bb' | Select-Object @{ Name = 'Size'; Expression = { $_.Length } }", "A property that is computed."
        ),
    )

    input_object: Value = parameter("psobject", pipeline=True, default=MISSING, help="The objects to select from.")
    property: list[Value] = parameter(
        "object[]", position=0, sets=_SETS, help="Names, wildcards, or @{Name=...; Expression=...} of the properties."
    )
    exclude_property: list[str] = parameter("string[]", sets=_SETS, help="Properties to leave out; wildcards work.")
    expand_property: str = parameter("string", sets=_SETS, help="The property whose values are written themselves.")
    unique: bool = parameter("switch", help="Write only one of several equal objects.")
    case_insensitive: bool = parameter("switch", help="Make -Unique compare strings without case.")
    last: int = parameter("int", sets=("DefaultParameter",), default=0, help="How many objects from the end.", **_COUNT)
    first: int = parameter(
        "int", sets=("DefaultParameter",), default=0, help="How many objects from the start.", **_COUNT
    )
    skip: int = parameter("int", sets=_SETS, default=0, help="How many objects to pass over.", **_COUNT)
    wait: bool = parameter(
        "switch", sets=("DefaultParameter", "IndexParameter"), help="Do not stop the commands before this one."
    )
    skip_last: int = parameter(
        "int", sets=("SkipLastParameter",), default=0, help="How many objects to leave out at the end.", **_COUNT
    )
    index: list[int] = parameter("int[]", sets=("IndexParameter",), help="Places to select; the first is 0.", **_COUNT)
    skip_index: list[int] = parameter("int[]", sets=("SkipIndexParameter",), help="Places to leave out.", **_COUNT)

    def begin(self) -> None:
        """Read the properties; choose how objects are counted."""
        self._seen = Twins[Selected](_compared, self._is_twin, not self.case_insensitive)
        self._finished = False
        self._excluded = [wildcard_matcher(each) for each in self.exclude_property or ()]
        self._expand = PropertyExpression(self.expand_property) if self.expand_property else None
        wanted = self.property
        if self.exclude_property and not wanted and not self.expand_property:
            wanted = ["*"]
        self._properties = parse_properties(self, wanted, {**NAME, **EXPRESSION})
        self._steps = self._simple_steps()
        self._position = 0
        self._held: deque[Value] = deque()
        self._counted = self.is_bound("First") or self.is_bound("Last")
        self._indexes = set(self.index or ())
        self._skipped_indexes = set(self.skip_index or ())
        self._take_position = self._chooser()

        def take(value: Value) -> None:
            if value is not None and value is not AUTOMATION_NULL:
                self._take_position(value)

        self.fast_process = take

    def process(self) -> None:
        """Pass, hold back or drop one object."""
        value = self.input_object
        if value is MISSING or value is None or value is AUTOMATION_NULL:
            return
        self._take_position(value)

    def end(self) -> None:
        """Write what was held back."""
        if self._finished:
            return
        self._finished = True
        if self.is_bound("Last"):
            held = list(self._held)
            for value in held[: len(held) - self._skip_at_end()]:
                self._select(value)
        for value, _ in self._seen:
            self.write(value)

    # --- objects by place ---

    def _chooser(self) -> Any:
        if self.is_bound("Index"):
            return self._by_index
        if self.is_bound("SkipIndex"):
            return self._by_skip_index
        if self.is_bound("SkipLast"):
            return self._all_but_last
        if self.is_bound("First") and not self.is_bound("Last"):
            return self._first_only
        if self._counted:
            return self._first_and_last
        return self._after_skip if self.skip else self._select

    def _after_skip(self, value: Value) -> None:
        self._position += 1
        if self._position > self.skip:
            self._select(value)

    def _first_only(self, value: Value) -> None:
        self._position += 1
        place = self._position - self.skip
        if 0 < place <= self.first:
            self._select(value)
        if place >= self.first:
            self._enough()

    def _first_and_last(self, value: Value) -> None:
        """-Skip counts from the start with -First, from the end with -Last alone."""
        self._position += 1
        if self.is_bound("First"):
            if self._position <= self.skip:
                return
            if self._position <= self.skip + self.first:
                self._select(value)
                return
        self._held.append(value)
        if len(self._held) > self.last + self._skip_at_end():
            self._held.popleft()

    def _skip_at_end(self) -> int:
        return 0 if self.is_bound("First") else self.skip

    def _all_but_last(self, value: Value) -> None:
        self._position += 1
        if self._position <= self.skip:
            return
        self._held.append(value)
        if len(self._held) > self.skip_last:
            self._select(self._held.popleft())

    def _by_index(self, value: Value) -> None:
        if self._position in self._indexes:
            self._select(value)
        self._position += 1
        if self._indexes and self._position > max(self._indexes):
            self._enough()

    def _by_skip_index(self, value: Value) -> None:
        if self._position not in self._skipped_indexes:
            self._select(value)
        self._position += 1

    def _enough(self) -> None:
        """Stop the commands before this one: nothing more is wanted."""
        if self.wait:
            self._take_position = _ignore
            return
        self.end()
        self.runtime.stop_upstream()

    # --- properties ---

    def _select(self, value: Value) -> None:
        if self._steps is not None:
            self._select_by_steps(value, self._steps)
            return
        if not self._properties and self._expand is None:
            self._deliver(value, value, [], made=False)
            return
        notes = self._notes(value)
        if self._expand is not None:
            self._expand_value(value, notes)
            return
        made = PSCustomObject()
        for each in notes:
            if made.find_member(each.name) is None:
                made.members[each.name] = each.value
            else:
                self._already_there(each.name, value, "AlreadyExistingUserSpecifiedPropertyNoExpand")
        self._deliver(made, value, notes, made=bool(notes))

    def _simple_steps(self) -> list[_Step] | None:
        """Return how to make one object of another, where nothing can go wrong on the way: the common case."""
        if self.unique or self._excluded or self._expand is not None or not self._properties:
            return None
        labels = [each.name or each.text for each in self._properties]
        if len({label.lower() for label in labels}) != len(labels) or not all(labels):
            return None
        if len(labels) > 1 and any(each.has_wildcards for each in self._properties):
            return None
        return list(zip(labels, self._properties, strict=True))

    def _select_by_steps(self, value: Value, steps: list[_Step]) -> None:
        made = PSCustomObject()
        notes = made.members
        known = value.members if type(value) is PSCustomObject else _NOTHING
        for label, expression in steps:
            if expression.block is not None:
                notes[label] = None if (found := expression.value(value, self.session)) is MISSING else found
                continue
            found = known.get(expression.text, MISSING)
            if found is not MISSING and not isinstance(found, members.ExtendedMember):
                notes[label] = found
                continue
            resolved = expression.resolve(value, self.session)
            for each in resolved:
                notes[label if expression.name else each.name] = each.value
            if not resolved and not expression.has_wildcards:
                notes[label] = None
        _name_selected(made, value, made=bool(notes))
        self.write(made)

    def _notes(self, value: Value) -> list[Resolved]:
        return [note for each in self._properties for note in self._resolve(each, value)]

    def _resolve(self, expression: PropertyExpression, value: Value) -> list[Resolved]:
        found = [each for each in expression.resolve(value, self.session) if not self._is_excluded(each.name)]
        if not found and not expression.has_wildcards and not self._is_excluded(expression.text):
            found = [Resolved(expression.text, None)]
        if not expression.name:
            if any(not each.name for each in found):
                raise self.fail(
                    self.error(
                        "An empty script block cannot be used without a name.",
                        "EmptyScriptBlockAndNoName",
                        ErrorCategory.InvalidArgument,
                        exception=PSArgumentException,
                    )
                )
            return found
        if len(found) > 1:
            self.write_error(
                self.error(
                    "Multiple results cannot be renamed.",
                    "RenamingMultipleResults",
                    ErrorCategory.InvalidOperation,
                    exception=PSArgumentException,
                )
            )
            return []
        return [Resolved(expression.name, each.value, each.error) for each in found]

    def _is_excluded(self, name: str) -> bool:
        return any(matches(name) for matches in self._excluded)

    def _expand_value(self, value: Value, notes: list[Resolved]) -> None:
        assert self._expand is not None
        found = self._expand.resolve(value, self.session)
        if len(found) != 1:
            many = bool(found)
            self.write_error(
                self.error(
                    "Multiple properties cannot be expanded."
                    if many
                    else f'Property "{self.expand_property}" cannot be found.',
                    "MutlipleExpandProperties" if many else "ExpandPropertyNotFound",
                    ErrorCategory.InvalidArgument,
                    value,
                    exception=PSArgumentException,
                )
            )
            return
        if found[0].error is not None:
            self.write_error(self.error(found[0].error, "PropertyEvaluationExpand", ErrorCategory.InvalidResult, value))
            return
        result = found[0].value
        if result is None:
            return
        elements = members.enumerate_value(result)
        for each in [result] if elements is None else elements:
            if each is not None:
                self._deliver(self._with_notes(each, value, notes), value, notes, made=bool(notes))

    def _with_notes(self, value: Value, source: Value, notes: list[Resolved]) -> Value:
        if not notes:
            return value
        if isinstance(value, PSCustomObject):
            copy: PSObject = PSCustomObject(dict(value.members), value.type_names)
        elif isinstance(value, PSObject):
            copy = PSObject(value.base, dict(value.members), value.type_names)
        else:
            copy = PSObject(value)
        for each in notes:
            if members.find_property(copy, each.name) is None:
                copy.members[each.name] = each.value
            else:
                self._already_there(each.name, source, "AlreadyExistingUserSpecifiedPropertyExpand")
        return copy

    def _already_there(self, name: str, source: Value, error_id: str) -> None:
        self.write_error(
            self.error(
                f'The property cannot be processed because the property "{name}" already exists.',
                error_id,
                ErrorCategory.InvalidOperation,
                source,
                exception=PSArgumentException,
            )
        )

    # --- output ---

    def _deliver(self, value: Value, source: Value, notes: list[Resolved], *, made: bool) -> None:
        if self.unique:
            if not self._seen.holds((value, notes)):
                _name_selected(value, source, made)
                self._seen.add((value, notes))
            return
        if type(value) is PSCustomObject:
            _name_selected(value, source, made)
        self.write(value)

    def _is_twin(self, item: Selected, other: Selected) -> bool:
        (value, notes), (seen, seen_notes) = item, other
        if len(seen_notes) != len(notes) or not self._same_base(value, seen):
            return False
        return all(self._same(_note_of(seen, each.name), each.value) for each in notes)

    def _same(self, first: Value, second: Value) -> bool:
        return compare_values(first, second, not self.case_insensitive) == 0

    def _same_base(self, value: Value, other: Value) -> bool:
        """Custom objects all have the same base object: they differ in their notes alone."""
        if isinstance(value, PSCustomObject) and isinstance(other, PSCustomObject):
            return True
        return self._same(value, other)


def _compared(item: Selected) -> list[Value]:
    """What of an object counts for -Unique: it itself, unless it is a custom object, then its notes by their names."""
    value, notes = item
    found: list[Value] = [] if isinstance(value, PSCustomObject) else [value]
    for each in notes:
        found += (each.name.lower(), each.value)
    return found


def _ignore(value: Value) -> None:
    """Drop an object that comes after the last one that is wanted."""


def _note_of(value: Value, name: str) -> Value:
    return value.members.get(name) if isinstance(value, PSObject) else None


def _name_selected(value: Value, source: Value, made: bool) -> None:
    """Put `Selected.<type>` in front of the type names, as scripts and views expect."""
    if type(value) is not PSCustomObject:
        return
    name = "Selected." + type_of(source.base if isinstance(source, PSObject) else source).full_name
    if value.type_names is None:
        value.type_names = [name, *type_of(value).type_names]
    elif made or name not in value.type_names:
        value.type_names.insert(0, name)
