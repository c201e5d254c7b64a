"""Format views: how objects of a type show, and where views are looked up.

```python
views.register(
    "Microsoft.Exchange.Data.Directory.ReceiveConnector",
    TableView(
        columns=(
            Column("Identity", width=35),
            Column("Bindings", width=30),
            Column("Enabled", align="left"),
            Column("Size(MB)", lambda connector: connector.max_message_size.to_mb(), width=10, align="right"),
        )
    ),
    ListView(items=(Item("Name"), Item("Banner"))),
)
```

A type's first view is what its objects show by default; `Format-List` takes the first list view, and so on. An object
shows by the views of the nearest of its type names that has any.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from shell.display.cells import LEFT
from shell.runtime.objects import Value

if TYPE_CHECKING:
    from shell.runtime.session import Runspace

Read: TypeAlias = "str | Callable[[Value], Value] | None"
"""The name of a property, or a function from the object to the value."""


class Column(NamedTuple):
    """A column of a table. `value` defaults to the property that the label names; width 0 is found from the content.

    `align` is "left", "center" or "right"; `format` is a .NET format string.
    """

    label: str
    value: Read = None
    width: int = 0
    align: str = LEFT
    format: str = ""


class Item(NamedTuple):
    """A line of a list. `when` decides for each object whether the line shows."""

    label: str
    value: Read = None
    format: str = ""
    when: Callable[[Value], bool] | None = None


class GroupBy(NamedTuple):
    """Objects that follow each other with the same value share a heading.

    The heading is `   label: value`, or what `heading` makes of the group's first object, one text a line.
    """

    value: Read
    label: str = ""
    heading: Callable[[Value], Sequence[str]] | None = None


class TableView(NamedTuple):
    """Objects as rows."""

    columns: Sequence[Column]
    group_by: GroupBy | None = None
    name: str = ""
    hide_header: bool = False
    wrap: bool = False
    autosize: bool = False
    shape: str = "table"


class ListView(NamedTuple):
    """Objects one below the other, a property a line."""

    items: Sequence[Item]
    group_by: GroupBy | None = None
    name: str = ""
    shape: str = "list"


class WideView(NamedTuple):
    """One property of each object, side by side."""

    value: Read
    group_by: GroupBy | None = None
    name: str = ""
    columns: int = 0
    shape: str = "wide"


class CustomView(NamedTuple):
    """Free text. `render` gets the object, the session and the width, and returns the text.

    An out-of-band view shows anywhere, even between the rows of a table, without blank lines around.
    """

    render: Callable[[Value, Runspace | None, int], str]
    out_of_band: bool = False
    group_by: GroupBy | None = None
    name: str = ""
    shape: str = "custom"


View: TypeAlias = "TableView | ListView | WideView | CustomView"

_views: Final[dict[str, list[Any]]] = {}
_spelled: Final[dict[str, str]] = {}
_display_sets: Final[dict[str, tuple[str, ...]]] = {}
_display_property: Final[dict[str, str]] = {}
_modules: Final[dict[str, str]] = {}
_found: Final[dict[tuple[tuple[str, ...], str, str], Any]] = {}

_built_in_loaded = False
_PLAIN: Final = ("System.Management.Automation.PSCustomObject", "System.Object")
_DESERIALIZED: Final = "Deserialized."


def register(type_name: str, *added: View, prepend: bool = False) -> None:
    """Add views for a type. With `prepend` they come before those that it has."""
    _spelled[type_name.lower()] = type_name
    known = _views.setdefault(type_name.lower(), [])
    if prepend:
        known[:0] = added
    else:
        known.extend(added)
    _found.clear()


def unregister(type_name: str, *removed: View) -> None:
    """Take views away again."""
    known = _views.get(type_name.lower(), [])
    known[:] = [view for view in known if not any(view is each for each in removed)]
    _found.clear()


def register_module(module: str, type_names: Sequence[str]) -> None:
    """Say which module registers the views of some types; it is imported when one of them is first shown."""
    for name in type_names:
        _modules[name.lower()] = module
    _found.clear()


def set_display_set(type_name: str, names: Sequence[str]) -> None:
    """Set the properties that objects of a type show where no view says otherwise."""
    _display_sets[type_name.lower()] = tuple(names)


def set_display_property(type_name: str, name: str) -> None:
    """Set the property that stands for an object of a type."""
    _display_property[type_name.lower()] = name


def find(type_names: Sequence[str], shape: str = "", name: str = "") -> View | None:
    """Return the view for an object by its type names. `shape` "" takes the first view of any shape.

    Out-of-band views are found by `find_out_of_band` alone.
    """
    if tuple(type_names) == _PLAIN and _PLAIN[0].lower() not in _views:
        return None
    key = (tuple(type_names), shape, name.lower())
    if key not in _found:
        _found[key] = _search(type_names, shape, name.lower())
    view: View | None = _found[key]
    return view


def find_out_of_band(type_names: Sequence[str]) -> CustomView | None:
    """Return the out-of-band view for an object by its type names."""
    if tuple(type_names) == _PLAIN and _PLAIN[0].lower() not in _views:
        return None
    key = (tuple(type_names), "out of band", "")
    if key not in _found:
        _found[key] = next(
            (view for view in candidates(type_names) if isinstance(view, CustomView) and view.out_of_band), None
        )
    view: CustomView | None = _found[key]
    return view


def _load_built_in() -> None:
    """Import the views of PowerShell's own types when an object of another type than PSCustomObject is first shown."""
    global _built_in_loaded
    if not _built_in_loaded:
        _built_in_loaded = True
        importlib.import_module("shell.display.viewdata")


def _search(type_names: Sequence[str], shape: str, name: str) -> View | None:
    for view in candidates(type_names):
        if isinstance(view, CustomView) and view.out_of_band:
            continue
        if (not shape or view.shape == shape) and (not name or view.name.lower() == name):
            return view
    return None


def candidates(type_names: Sequence[str]) -> Iterator[View]:
    """Return the views that could show an object, nearest type first; a live type serves its deserialized form too."""
    for type_name in type_names:
        yield from of_type(type_name)
    for type_name in type_names:
        if type_name.startswith(_DESERIALIZED):
            yield from of_type(type_name[len(_DESERIALIZED) :])


def of_type(type_name: str) -> Sequence[View]:
    """Return the views registered for a type itself."""
    _load_built_in()
    lowered = type_name.lower()
    module = _modules.pop(lowered, None)
    if module is not None:
        importlib.import_module(module)
    return tuple(_views.get(lowered, ()))


def type_names_with_views() -> list[str]:
    """Return the names of all types that have views."""
    _load_built_in()
    for module in set(_modules.values()):
        importlib.import_module(module)
    _modules.clear()
    return list(_spelled.values())


def display_set(type_names: Sequence[str]) -> tuple[str, ...]:
    """Return the default display properties of an object by its type names; nothing if it shows them all."""
    if tuple(type_names) != _PLAIN:
        _load_built_in()
    return next((found for name in type_names if (found := _display_sets.get(name.lower()))), ())


def display_property(type_names: Sequence[str]) -> str | None:
    """Return the default display property of an object by its type names."""
    if tuple(type_names) != _PLAIN:
        _load_built_in()
    return next((found for name in type_names if (found := _display_property.get(name.lower()))), None)


__all__ = [
    "Column",
    "CustomView",
    "GroupBy",
    "Item",
    "ListView",
    "Read",
    "TableView",
    "View",
    "WideView",
    "candidates",
    "display_property",
    "display_set",
    "find",
    "find_out_of_band",
    "of_type",
    "register",
    "register_module",
    "set_display_property",
    "set_display_set",
    "type_names_with_views",
    "unregister",
]
