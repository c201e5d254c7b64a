"""Format files (*.format.ps1xml) to views, for Update-FormatData."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from typing import Any, Final

from shell.display.access import read
from shell.display.celltext import display_text
from shell.display.views import Column, CustomView, GroupBy, Item, ListView, Read, TableView, View, WideView
from shell.dotnet.xml.reading import invalid_at
from shell.types.conversion.conversion import to_bool
from shell.values.objects import Value

Compile = Callable[[str], Callable[[Value], Value]]
"""Makes a function of an object from the text of a script block that reads `$_`."""

_ALIGNMENTS: Final = {"left": "left", "right": "right", "center": "center"}


class FormatFileError(Exception):
    """The file is no format file, or holds what is not emulated."""


def read_views(text: str, compile: Compile) -> Iterator[tuple[str, View]]:
    """Yield each type name with a view for it, in the order of the file. Raises FormatFileError."""
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as problem:
        line, offset = problem.position
        raise FormatFileError(invalid_at(line, offset + 1)) from None
    if root.tag != "Configuration":
        raise FormatFileError(f"The root element is {root.tag}, not Configuration.")
    sets = {
        _text(each, "Name"): [_own(name) for name in each.iterfind("Types/TypeName")]
        for each in root.iterfind("SelectionSets/SelectionSet")
    }
    for node in root.iterfind("ViewDefinitions/View"):
        view = _view(node, compile)
        for name in node.iterfind("ViewSelectedBy/TypeName"):
            yield _own(name), view
        for name in node.iterfind("ViewSelectedBy/SelectionSetName"):
            for type_name in sets.get(_own(name), ()):
                yield type_name, view


def _own(node: ElementTree.Element) -> str:
    return (node.text or "").strip()


def _text(node: ElementTree.Element, path: str) -> str:
    return (node.findtext(path) or "").strip()


def _flag(node: ElementTree.Element, path: str) -> bool:
    found = node.find(path)
    return found is not None and _own(found).lower() in ("", "true")


def _read(node: ElementTree.Element | None, compile: Compile) -> Read:
    if node is None:
        return ""
    block = _text(node, "ScriptBlock")
    return compile(block) if block else _text(node, "PropertyName")


def _view(node: ElementTree.Element, compile: Compile) -> View:
    name = _text(node, "Name")
    group = _group(node.find("GroupBy"), compile)
    table = node.find("TableControl")
    if table is not None:
        return _table(table, name, group, compile)
    lists = node.find("ListControl")
    if lists is not None:
        return ListView(tuple(_items(lists, compile)), group, name)
    wide = node.find("WideControl")
    if wide is not None:
        item = wide.find("WideEntries/WideEntry/WideItem")
        return WideView(_read(item, compile), group, name, int(_text(wide, "ColumnNumber") or 0))
    custom = node.find("CustomControl")
    if custom is not None:
        return CustomView(_custom(custom, compile), _flag(node, "OutOfBand"), group, name)
    raise FormatFileError(f"The view {name} has no control.")


def _group(node: ElementTree.Element | None, compile: Compile) -> GroupBy | None:
    if node is None:
        return None
    value = _read(node, compile)
    label = _text(node, "Label") or (value if isinstance(value, str) else "")
    return GroupBy(value, label)


def _table(node: ElementTree.Element, name: str, group: GroupBy | None, compile: Compile) -> TableView:
    headers = list(node.iterfind("TableHeaders/TableColumnHeader"))
    row = node.find("TableRowEntries/TableRowEntry")
    items = list(row.iterfind("TableColumnItems/TableColumnItem")) if row is not None else []
    columns = []
    for place, item in enumerate(items):
        header = headers[place] if place < len(headers) else ElementTree.Element("TableColumnHeader")
        value = _read(item, compile)
        label = _text(header, "Label") or (value if isinstance(value, str) else _text(item, "ScriptBlock"))
        align = _text(item, "Alignment") or _text(header, "Alignment")
        columns.append(
            Column(
                label,
                value,
                int(_text(header, "Width") or 0),
                _ALIGNMENTS.get(align.lower(), "left"),
                _text(item, "FormatString"),
            )
        )
    wrap = row is not None and _flag(row, "Wrap")
    return TableView(tuple(columns), group, name, _flag(node, "HideTableHeaders"), wrap, _flag(node, "AutoSize"))


def _items(node: ElementTree.Element, compile: Compile) -> Iterator[Item]:
    for item in node.iterfind("ListEntries/ListEntry/ListItems/ListItem"):
        value = _read(item, compile)
        label = _text(item, "Label") or (value if isinstance(value, str) else _text(item, "ScriptBlock"))
        condition = _text(item, "ItemSelectionCondition/ScriptBlock")
        test = compile(condition) if condition else None
        yield Item(label, value, _text(item, "FormatString"), None if test is None else _truth(test))


def _truth(test: Callable[[Value], Value]) -> Callable[[Value], bool]:
    def holds(value: Value) -> bool:
        return bool(to_bool(test(value)))

    return holds


def _custom(node: ElementTree.Element, compile: Compile) -> Callable[[Value, Any, int], str]:
    entry = node.find("CustomEntries/CustomEntry/CustomItem")
    parts = list(_custom_parts(entry, compile)) if entry is not None else []

    def render(value: Value, session: Any, columns: int) -> str:
        out = []
        for part in parts:
            if isinstance(part, str):
                out.append(part)
            else:
                found = part(value) if callable(part) else read(value, part[0], session)
                out.append(display_text(found))
        return "".join(out)

    return render


def _custom_parts(node: ElementTree.Element, compile: Compile) -> Iterator[Any]:
    """Yield texts, functions, and one-element tuples with the name of a property."""
    for part in node:
        if part.tag == "Text":
            yield part.text or ""
        elif part.tag == "NewLine":
            yield "\n"
        elif part.tag == "ExpressionBinding":
            value = _read(part, compile)
            yield value if callable(value) else (value,)
        elif part.tag == "Frame":
            indent = " " * int(_text(part, "LeftIndent") or 0)
            inner = part.find("CustomItem")
            yield indent
            if inner is not None:
                yield from _custom_parts(inner, compile)
        else:
            raise FormatFileError(f"The element {part.tag} of a custom view is not emulated.")


__all__ = ["FormatFileError", "read_views"]
