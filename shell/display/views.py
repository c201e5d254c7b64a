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

Views registered so are built in: all sessions have them. Those that a session loads (`load`) lie in its runspace's
`OwnViews`. A type's first view is what its objects show by default; `Format-List` takes the first list view, and so on.
An object shows by the views of the nearest of its type names that has any.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple, TypeAlias, TypeVar

from shell.display.cells import LEFT
from shell.values.objects import Value
from shell.values.registries import CURRENT, OwnViews

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace

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
_Kept = TypeVar("_Kept")

_views: Final[dict[str, list[Any]]] = {}
_spelled: Final[dict[str, str]] = {}
_display_sets: Final[dict[str, tuple[str, ...]]] = {}
_display_property: Final[dict[str, str]] = {}
_modules: Final[dict[str, str]] = {}

_PLAIN: Final = ("System.Management.Automation.PSCustomObject", "System.Object")
_DESERIALIZED: Final = "Deserialized."


class _BuiltIn:
    """Whether PowerShell's own views are loaded, and `state`: another object after each change of the built-in tables.

    `found` holds what was found in this state. It is replaced, not cleared: another thread may be filling the old one.
    """

    loaded = False
    state: object = object()
    found: ClassVar[dict[tuple[tuple[str, ...], str, str], Any]] = {}


def _built_in_changed() -> None:
    _BuiltIn.state, _BuiltIn.found = object(), {}


def register(type_name: str, *added: View) -> None:
    """Add views for a type to the built-in ones, which all sessions have."""
    _spelled[type_name.lower()] = type_name
    _views.setdefault(type_name.lower(), []).extend(added)
    _built_in_changed()


def load(own: OwnViews, type_name: str, view: View, *, prepend: bool = False) -> None:
    """Add a view for a type in one session. With `prepend` it comes before those that the type has."""
    lowered = type_name.lower()
    own.spelled[lowered] = type_name
    if prepend:
        own.prepended.setdefault(lowered, []).insert(0, view)
    else:
        own.appended.setdefault(lowered, []).append(view)
    own.found = {}


def register_module(module: str, type_names: Sequence[str]) -> None:
    """Say which module registers the views of some types; it is imported when one of them is first shown."""
    for name in type_names:
        _modules[name.lower()] = module
    _built_in_changed()


def set_display_set(own: OwnViews, type_name: str, names: Sequence[str]) -> None:
    """Set the properties that objects of a type show in one session where no view says otherwise."""
    own.display_sets[type_name.lower()] = tuple(names)


def set_display_property(own: OwnViews, type_name: str, name: str) -> None:
    """Set the property that stands for an object of a type in one session."""
    own.display_property[type_name.lower()] = name


def declare_display_set(type_name: str, names: Sequence[str]) -> None:
    """Set the properties that objects of a type show in all sessions where no view says otherwise."""
    _display_sets[type_name.lower()] = tuple(names)


def declare_display_property(type_name: str, name: str) -> None:
    """Set the property that stands for an object of a type in all sessions."""
    _display_property[type_name.lower()] = name


def find(type_names: Sequence[str], shape: str = "", name: str = "") -> View | None:
    """Return the view for an object by its type names. `shape` "" takes the first view of any shape.

    Out-of-band views are found by `find_out_of_band` alone.
    """
    if _have_none(type_names):
        return None
    key = (tuple(type_names), shape, name.lower())
    found = _found()
    if key not in found:
        found[key] = _search(type_names, shape, name.lower())
    view: View | None = found[key]
    return view


def find_out_of_band(type_names: Sequence[str]) -> CustomView | None:
    """Return the out-of-band view for an object by its type names."""
    if _have_none(type_names):
        return None
    key = (tuple(type_names), "out of band", "")
    found = _found()
    if key not in found:
        found[key] = next(
            (view for view in candidates(type_names) if isinstance(view, CustomView) and view.out_of_band), None
        )
    view: CustomView | None = found[key]
    return view


def _have_none(type_names: Sequence[str]) -> bool:
    """True for plain custom objects where nobody gave them a view."""
    return tuple(type_names) == _PLAIN and not any(name.lower() in CURRENT.get().views.spelled for name in _PLAIN)


def _found() -> dict[tuple[tuple[str, ...], str, str], Any]:
    """Return what was found before by the session that runs: one without views of its own shares it with the others."""
    own = CURRENT.get().views
    if not own.spelled:
        return _BuiltIn.found
    if own.generation is not _BuiltIn.state:
        own.generation, own.found = _BuiltIn.state, {}
    return own.found


def _load_built_in() -> None:
    """Import the views of PowerShell's own types when an object of another type than PSCustomObject is first shown."""
    if not _BuiltIn.loaded:
        importlib.import_module("shell.display.viewdata")
        _BuiltIn.loaded = True


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
    """Return the views of a type itself."""
    _load_built_in()
    lowered = type_name.lower()
    module = _modules.get(lowered)
    if module is not None:
        importlib.import_module(module)
        _modules.pop(lowered, None)
    built_in, own = _views.get(lowered, ()), CURRENT.get().views
    if lowered not in own.spelled:
        return tuple(built_in)
    return (*own.prepended.get(lowered, ()), *built_in, *own.appended.get(lowered, ()))


def type_names_with_views() -> list[str]:
    """Return the names of all types that have views."""
    _load_built_in()
    for module in set(_modules.values()):
        importlib.import_module(module)
    _modules.clear()
    own = CURRENT.get().views
    return list((_spelled | {key: name for key, name in own.spelled.items() if key not in _spelled}).values())


def display_set(type_names: Sequence[str]) -> tuple[str, ...]:
    """Return the default display properties of an object by its type names; nothing if it shows them all."""
    return _first(type_names, CURRENT.get().views.display_sets, _display_sets) or ()


def display_property(type_names: Sequence[str]) -> str | None:
    """Return the default display property of an object by its type names."""
    return _first(type_names, CURRENT.get().views.display_property, _display_property)


def _first(type_names: Sequence[str], own: Mapping[str, _Kept], built_in: Mapping[str, _Kept]) -> _Kept | None:
    """Return what is kept for the nearest type; the session's own comes before what is built in."""
    if tuple(type_names) != _PLAIN:
        _load_built_in()
    for name in type_names:
        lowered = name.lower()
        found = own[lowered] if lowered in own else built_in.get(lowered)
        if found:
            return found
    return None


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
    "declare_display_property",
    "declare_display_set",
    "display_property",
    "display_set",
    "find",
    "find_out_of_band",
    "load",
    "of_type",
    "register",
    "register_module",
    "set_display_property",
    "set_display_set",
    "type_names_with_views",
]
