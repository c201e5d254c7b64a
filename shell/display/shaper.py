"""From objects to a stream of format objects: which shape, which objects stand out of band, where groups begin."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from shell.display import views
from shell.display.access import base_of, has_properties, starts_plain
from shell.display.celltext import SCALARS, display_text, enumerable, is_scalar
from shell.display.entries import (
    CustomEntry,
    FormatEndData,
    FormatEntryData,
    FormatInfoData,
    FormatStartData,
    GroupEndData,
    GroupStartData,
    RawText,
)
from shell.display.shapes import (
    TABLE_PROPERTIES,
    Cells,
    CustomShape,
    ListShape,
    Options,
    Shape,
    TableShape,
    WideShape,
    quietly,
    resolved,
    shown_names,
)
from shell.engine.operators.operators import compare
from shell.types import type_names
from shell.values.errors import ErrorCategory, ErrorRecord, NetException
from shell.values.objects import AUTOMATION_NULL, MISSING, PSCustomObject, Value

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace

_NOT_STARTED: Final = object()


class UnknownView(Exception):
    """No view of that name and shape for the object."""


class Shaper:
    """Takes objects, pushes format objects to `emit`.

    `shape` is "table", "list", "wide" or "custom" for a Format-* command; "" lets the first object decide.
    """

    def __init__(
        self,
        session: Runspace | None,
        emit: Callable[[FormatInfoData], None],
        shape: str = "",
        options: Options | None = None,
        columns: int = 120,
    ) -> None:
        self._session = session
        self._emit = emit
        self._kind = shape
        self._options = options if options is not None else Options()
        self._columns = columns
        self._cells = Cells(session, self._options)
        self._shape: Any = None
        self._group_by: Any = None
        self._group_value: Value = _NOT_STARTED
        self._in_group = False

    def process(self, value: Value) -> None:
        """Take an object of the pipeline: a collection shows its elements."""
        if value is None or value is AUTOMATION_NULL:
            return
        kind = type(value)
        if kind is PSCustomObject or kind in SCALARS:
            self.process_object(value)
            return
        items = None if isinstance(value, FormatInfoData) else enumerable(base_of(value))
        if items is None or self._options.expand == "CoreOnly":
            self.process_object(value)
            return
        if self._options.expand == "Both":
            items = list(items)
            self._show_collection(value, len(items))
        for item in items:
            if item is not None and item is not AUTOMATION_NULL:
                self.process_object(item)

    def process_object(self, value: Value) -> None:
        """Take one object."""
        kind = type(value)
        if not self._options.force:
            if kind in SCALARS:
                self._emit(FormatEntryData(RawText(display_text(value)), True))
                return
            if kind is PSCustomObject and value.type_names is None and starts_plain(value):
                shape = self._shape
                if shape is None or shape.view is None:
                    self._show(value)
                    return
            if isinstance(value, FormatInfoData):
                self._emit(value)
                return
            entry = self._out_of_band(value)
            if entry is not None:
                self._emit(entry)
                return
        elif isinstance(value, FormatInfoData):
            self._emit(value)
            return
        self._show(value)

    def end(self) -> None:
        """Close the document."""
        if self._shape is None:
            return
        if self._in_group:
            self._emit(GroupEndData())
        self._emit(FormatEndData())
        self._shape = None
        self._in_group = False

    # --- out of band ---

    def _out_of_band(self, value: Value) -> FormatEntryData | None:
        names = type_names(value)
        view = views.find_out_of_band(names)
        if view is not None:
            text = view.render(value, self._session, self._columns)
            return FormatEntryData(CustomEntry([(0, text)]), True)
        if is_scalar(value) or not has_properties(value):
            return FormatEntryData(RawText(display_text(value)), True)
        if self._shape is not None and self._shape.view is not None and not self._applies(names):
            return FormatEntryData(ListShape(self._cells, Options()).entry(value), True)
        return None

    def _applies(self, names: list[str]) -> bool:
        """True if the view in use is one for objects of these types."""
        view = self._shape.view
        return any(known is view for known in views.candidates(names))

    def _show_collection(self, value: Value, count: int) -> None:
        note = f"The following object supports IEnumerable:\n\nThe IEnumerable contains the following {count} objects:"
        lead, _, follow = note.partition("\n\n")
        self._emit(FormatEntryData(CustomEntry([(0, lead), (0, "")]), True))
        self._emit(FormatEntryData(ListShape(self._cells, Options()).entry(value), True))
        self._emit(FormatEntryData(CustomEntry([(0, follow), (0, "")]), True))

    # --- in the document ---

    def _show(self, value: Value) -> None:
        if self._shape is None:
            self._shape = self._choose(value)
            self._group_by = self._grouping(value)
            self._emit(FormatStartData(self._shape.header()))
        if self._group_by is None:
            if not self._in_group:
                self._in_group = True
                self._emit(GroupStartData())
        else:
            self._change_group(value)
        self._emit(FormatEntryData(self._shape.entry(value)))
        if self._cells.errors:
            self._show_errors()

    def _choose(self, value: Value) -> Shape:
        options = self._options
        if self._kind and options.properties:
            return self._make(self._kind, value, None)
        names = type_names(value)
        view = views.find(names, self._kind, options.view)
        if view is not None:
            return self._make(view.shape, value, view)
        if options.view:
            raise UnknownView(options.view)
        if self._kind:
            return self._make(self._kind, value, None)
        return self._make("table" if len(shown_names(value)) <= TABLE_PROPERTIES else "list", value, None)

    def _make(self, kind: str, value: Value, view: Any) -> Shape:
        if kind == "table":
            return TableShape(value, self._cells, self._options, view)
        if kind == "list":
            return ListShape(self._cells, self._options, view)
        if kind == "wide":
            return WideShape(self._cells, self._options, view)
        return CustomShape(self._cells, self._options, view, self._columns)

    # --- groups ---

    def _grouping(self, value: Value) -> Any:
        expression = self._options.group_by
        if expression is not None:
            found = expression.resolve_fixed(value, self._session)
            return (expression.label or found[0].name, found[0], None) if found else None
        group = None if self._shape.view is None else self._shape.view.group_by
        if group is None:
            return None
        prop = resolved(group.value, self._session)
        return group.label or prop.name, prop, group.heading

    def _change_group(self, value: Value) -> None:
        label, prop, heading = self._group_by
        key = quietly(prop, value)
        if self._in_group:
            if same_group(self._group_value, key):
                return
            self._emit(GroupEndData())
            self._emit(FormatStartData(self._shape.header()))
        self._in_group = True
        self._group_value = key
        lines = None if heading is None else list(heading(value))
        if lines is None:
            shown = "" if key is MISSING or key is None else display_text(key, self._cells.limit)
            lines = [f"   {label}: {shown}"]
        self._emit(GroupStartData(lines))

    def _show_errors(self) -> None:
        errors = self._cells.errors or []
        while errors:
            value, name, error = errors.pop(0)
            record = ErrorRecord(error, "mshExpressionError", ErrorCategory.InvalidArgument, value)
            record.details = f'Failed to evaluate expression "{name}".'
            entry = self._out_of_band(record)
            if entry is not None:
                self._emit(entry)


def same_group(one: Value, other: Value) -> bool:
    """True if two values of the property that objects are grouped by are one group: texts without regard to case."""
    if one is other:
        return True
    if isinstance(one, str) and isinstance(other, str):
        return one.lower() == other.lower()
    try:
        return compare(one, other, True) == 0
    except NetException:
        return display_text(one, -1) == display_text(other, -1)


__all__ = ["Shaper", "UnknownView", "same_group"]
