"""From objects to format entries: one class for each shape.

A shape is made for the first object of a document; it decides the columns of a table once, while lists and free text
look at each object anew.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, Protocol

from shell.display import views
from shell.display.access import base_of, expanded_names, getter, names_of
from shell.display.cells import LEFT, RIGHT
from shell.display.celltext import TABLE_TEXTS, TEXTS, display_text, is_scalar, naming_property
from shell.display.custom import object_lines
from shell.display.entries import (
    CustomEntry,
    CustomHeader,
    Header,
    ListEntry,
    ListHeader,
    WideEntry,
    WideHeader,
)
from shell.display.expressions import Expression, Resolved
from shell.display.table import TableHeader, TableRow
from shell.lazy import lazy
from shell.types import type_names
from shell.values.errors import NetException
from shell.values.objects import AUTOMATION_NULL, MISSING, PSObject, Value

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace
    from shell.types.operators import formatting
else:
    formatting = lazy("shell.types.operators.formatting", globals())

TABLE_PROPERTIES: Final = 4
"""Objects with more properties than this show as a list."""

TABLE_LIMIT: Final = 10
"""Format-Table shows no more properties than this unless they are asked for."""

_DISPLAY_SET: Final = "defaultdisplaypropertyset"
_COMPUTER: Final = "PSComputerName"
_SHOW_COMPUTER: Final = "PSShowComputerName"


class Options:
    """What a Format-* command was told."""

    view = ""
    autosize = False
    hide_header = False
    repeat_header = False
    wrap = False
    columns = 0
    depth = 5
    force = False
    expand = ""
    show_error = False
    display_error = False

    def __init__(self, properties: list[Expression] | None = None, group_by: Expression | None = None) -> None:
        self.properties: list[Expression] = properties if properties is not None else []
        self.group_by = group_by


class Cells:
    """Turns property values into text, and keeps the errors of properties that could not be read or formatted."""

    def __init__(self, session: Runspace | None, options: Options) -> None:
        self.session = session
        self.limit = enumeration_limit(session)
        self._display_error = options.display_error
        self.errors: list[tuple[Value, str, NetException]] | None = [] if options.show_error else None

    def reader(self, prop: Resolved, format: str = "", *, table: bool = False) -> Callable[[Value], str]:
        """Return a function from an object to the text of one of its properties."""
        get, limit = prop.get, self.limit
        texts = TABLE_TEXTS if table else TEXTS

        def text(value: Value) -> str:
            try:
                found = get(value)
            except NetException as error:
                return self._failed(value, prop.name, error, "#ERR")
            if format and found is not MISSING and found is not None:
                return self._formatted(value, prop.name, found, format, table)
            scalar = texts.get(type(found))
            return display_text(found, limit, table=table) if scalar is None else scalar(found)

        return text

    def _failed(self, value: Value, name: str, error: NetException, mark: str) -> str:
        if self.errors is not None:
            self.errors.append((value, name, error))
        return mark if self._display_error else ""

    def _formatted(self, value: Value, name: str, found: Value, format: str, table: bool) -> str:
        try:
            composite = "{0" in format or "}" in format
            formatted: str = (
                formatting.composite_format(format, [found])
                if composite
                else formatting.format_value(found, format, None)
            )
            return formatted
        except NetException as error:
            mark = self._failed(value, name, error, "#FMTERR")
            return mark or display_text(found, self.limit, table=table)


def enumeration_limit(session: Runspace | None) -> int:
    """Return $FormatEnumerationLimit."""
    limit = None if session is None else session.get_variable("FormatEnumerationLimit")
    return limit if isinstance(limit, int) and not isinstance(limit, bool) else 4


def alignment_of(value: Value) -> str:
    """Return how a column is aligned whose first value is this: numbers and their like to the right."""
    if value is None or value is MISSING or value is AUTOMATION_NULL or isinstance(base_of(value), str):
        return RIGHT if type(value).__name__ == "Char" else LEFT
    return RIGHT if is_scalar(value) else LEFT


class Shape(Protocol):
    """What a shaper needs of a shape."""

    view: Any

    def header(self) -> Header:
        """Return how the document begins."""

    def entry(self, value: Value) -> Any:
        """Return an object as text."""


class TableShape:
    """Rows. The columns are those of the first object."""

    def __init__(self, value: Value, cells: Cells, options: Options, view: views.TableView | None = None) -> None:
        self.view = view
        self._wrap = options.wrap or (view is not None and view.wrap)
        self._header = TableHeader([], [], [])
        self._header.hide_header = options.hide_header or (view is not None and view.hide_header)
        self._header.autosize = options.autosize or (view is not None and view.autosize)
        self._header.repeat_header = options.repeat_header
        self._cells: list[Callable[[Value], str]] = []
        if view is not None:
            self._use_view(value, view, cells)
        else:
            self._use_properties(value, cells, options)

    def _use_view(self, value: Value, view: views.TableView, cells: Cells) -> None:
        for column in view.columns:
            prop = resolved(column.value if column.value is not None else column.label, cells.session)
            self._add(column.label, column.width, column.align, cells.reader(prop, column.format, table=True))
        if shows_computer(value):
            self._add(_COMPUTER, 0, LEFT, cells.reader(resolved(_COMPUTER, cells.session), table=True))

    def _use_properties(self, value: Value, cells: Cells, options: Options) -> None:
        chosen: list[tuple[Expression | None, Resolved]] = []
        for expression in options.properties:
            chosen.extend((expression, prop) for prop in expression.resolve_fixed(value, cells.session))
        if not options.properties:
            names = shown_names(value)[:TABLE_LIMIT]
            chosen = [(None, Resolved(name, getter(name, cells.session))) for name in names]
        for wanted, prop in chosen:
            align = wanted.align if wanted is not None and wanted.align else alignment_of(quietly(prop, value))
            label = wanted.label if wanted is not None and wanted.label else prop.name
            width = wanted.width if wanted is not None else 0
            self._add(label, width, align, cells.reader(prop, wanted.format if wanted else "", table=True))

    def _add(self, label: str, width: int, align: str, text: Callable[[Value], str]) -> None:
        self._header.labels.append(label)
        self._header.widths.append(width)
        self._header.alignments.append(align)
        self._cells.append(text)

    def header(self) -> TableHeader:
        """Return the columns."""
        return self._header

    def entry(self, value: Value) -> TableRow:
        """Return a row."""
        return TableRow([text(value) for text in self._cells], self._wrap)


class ListShape:
    """A property a line."""

    def __init__(self, cells: Cells, options: Options, view: views.ListView | None = None) -> None:
        self.view = view
        self._reader = cells
        self._properties = options.properties
        self._items: list[tuple[views.Item, Callable[[Value], str]]] = []
        for item in view.items if view is not None else ():
            prop = resolved(item.value if item.value is not None else item.label, cells.session)
            self._items.append((item, cells.reader(prop, item.format)))
        self._readers: dict[str, Callable[[Value], str]] = {}

    def header(self) -> ListHeader:
        """Lists have none."""
        return ListHeader()

    def entry(self, value: Value) -> ListEntry:
        """Return the lines of an object."""
        if self._items:
            shown = [(item.label, text) for item, text in self._items if item.when is None or item.when(value)]
            if shows_computer(value):
                shown.append((_COMPUTER, self._read(_COMPUTER)))
            return ListEntry([label for label, _ in shown], [text(value) for _, text in shown])
        entry = ListEntry([], [])
        if not self._properties:
            entry.labels = shown_names(value)
            entry.values = [self._read(name)(value) for name in entry.labels]
            return entry
        for expression in self._properties:
            for prop in expression.resolve(value, self._reader.session):
                entry.labels.append(expression.label or prop.name)
                entry.values.append(self._reader.reader(prop, expression.format)(value))
        return entry

    def _read(self, name: str) -> Callable[[Value], str]:
        known = self._readers.get(name)
        if known is None:
            known = self._readers[name] = self._reader.reader(Resolved(name, getter(name, self._reader.session)))
        return known


class WideShape:
    """One property of each object."""

    def __init__(self, cells: Cells, options: Options, view: views.WideView | None = None) -> None:
        self.view = view
        self._reader = cells
        self._options = options

    def header(self) -> WideHeader:
        """Return the number of columns."""
        columns = self._options.columns or (self.view.columns if self.view is not None else 0)
        return WideHeader(columns, self._options.autosize)

    def entry(self, value: Value) -> WideEntry:
        """Return the text of an object."""
        prop, format = self._property(value)
        return WideEntry("" if prop is None else self._reader.reader(prop, format)(value))

    def _property(self, value: Value) -> tuple[Resolved | None, str]:
        session = self._reader.session
        for expression in self._options.properties:
            for prop in expression.resolve(value, session):
                return prop, expression.format
        if self._options.properties:
            return None, ""
        if self.view is not None:
            return resolved(self.view.value, session), ""
        names = names_of(value)
        name = naming_property(value, names) or next(iter(shown_names(value)), None)
        return (None if name is None else Resolved(name, getter(name, session))), ""


class CustomShape:
    """Free text: what a view renders, else the object with all that it holds."""

    def __init__(self, cells: Cells, options: Options, view: views.CustomView | None, columns: int) -> None:
        self.view = view
        self._cells = cells
        self._options = options
        self._columns = columns

    def header(self) -> CustomHeader:
        """Free text has none."""
        return CustomHeader()

    def entry(self, value: Value) -> CustomEntry:
        """Return the text of an object."""
        if self.view is not None:
            return CustomEntry([(0, self.view.render(value, self._cells.session, self._columns))])
        options = self._options
        return CustomEntry(
            object_lines(value, options.properties, options.depth, self._cells.limit, self._cells.session)
        )


def resolved(read: views.Read, session: Runspace | None) -> Resolved:
    """Return the property that a view reads."""
    if callable(read):
        return Resolved("", read)
    return Resolved(read or "", getter(read or "", session))


def quietly(prop: Resolved, value: Value) -> Value:
    """Return a property's value, None where reading it fails."""
    try:
        return prop.get(value)
    except NetException:
        return None


def shown_names(value: Value) -> list[str]:
    """Return the properties that an object shows when nobody chose any."""
    names = display_set_of(value) or views.display_set(type_names(value))
    if not names:
        return _without_hidden(value, expanded_names(value))
    if shows_computer(value):
        names = (*names, _COMPUTER)
    known = {name.lower(): name for name in names_of(value)}
    return [known[name.lower()] for name in names if name.lower() in known] or names_of(value)


def shows_computer(value: Value) -> bool:
    """Whether an object came from another computer whose name is to be seen, as Invoke-Command marks it."""
    return isinstance(value, PSObject) and value.members.get(_SHOW_COMPUTER) is True


def _without_hidden(value: Value, names: list[str]) -> list[str]:
    """Leave out the mark, and the name of the computer where it is to be hidden."""
    if not isinstance(value, PSObject) or _SHOW_COMPUTER not in value.members:
        return names
    hidden = (_SHOW_COMPUTER,) if shows_computer(value) else (_SHOW_COMPUTER, _COMPUTER)
    return [each for each in names if each not in hidden]


def display_set_of(value: Value) -> tuple[str, ...]:
    """Return the display set in an object's own PSStandardMembers, nothing if it has none."""
    if not isinstance(value, PSObject):
        return ()
    known = value.find_member("PSStandardMembers")
    standard = getattr(value.members[known], "members", {}) if known is not None else {}
    return next((tuple(each.referenced) for name, each in standard.items() if name.lower() == _DISPLAY_SET), ())


__all__ = [
    "TABLE_PROPERTIES",
    "Cells",
    "CustomShape",
    "ListShape",
    "Options",
    "Shape",
    "TableShape",
    "WideShape",
    "alignment_of",
    "enumeration_limit",
    "resolved",
    "shown_names",
]
