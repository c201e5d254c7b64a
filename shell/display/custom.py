"""Format-Custom: an object with everything that it holds, nested like source code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from shell.display.access import base_of, getter, names_of
from shell.display.cells import ELLIPSIS
from shell.display.celltext import SCALARS, display_text, enumerable, is_scalar
from shell.display.expressions import Expression, Resolved
from shell.types import type_names
from shell.values.errors import NetException
from shell.values.objects import AUTOMATION_NULL, MISSING, Value

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace

STEP: Final = 2
"""Blanks for each level."""

Lines = Iterator[tuple[int, str]]


class _Browser:
    """Walks an object; `level` counts how deep, `depth` how deep it may go."""

    def __init__(self, limit: int, session: Runspace | None) -> None:
        self._limit = limit
        self._session = session

    def object(self, value: Value, chosen: list[Expression], indent: int, level: int, depth: int) -> Lines:
        yield indent, "class " + _class_name(value)
        yield indent, "{"
        for label, prop, own_depth in self._properties(value, chosen):
            yield from self._property(label, self._read(prop, value), indent + STEP, level, own_depth or depth)
        yield indent, "}"

    def _properties(self, value: Value, chosen: list[Expression]) -> Iterator[tuple[str, Resolved, int | None]]:
        if not chosen:
            for name in names_of(value):
                yield name, Resolved(name, getter(name, self._session)), None
        for expression in chosen:
            for prop in expression.resolve(value, self._session):
                yield prop.name, prop, expression.depth

    def _read(self, prop: Resolved, value: Value) -> Value:
        try:
            found = prop.get(value)
        except NetException:
            return ""
        return None if found is MISSING or found is AUTOMATION_NULL else found

    def _property(self, label: str, value: Value, indent: int, level: int, depth: int) -> Lines:
        items = None if value is None else enumerable(base_of(value))
        if items is not None:
            yield indent, f"{label} = "
            yield from self.collection(items, indent + STEP, level + 1, depth)
        elif _is_leaf(value, level, depth):
            yield indent, f"{label} = {display_text(value, self._limit)}"
        else:
            yield indent, f"{label} = "
            yield from self.object(value, [], indent + STEP, level + 1, depth)

    def collection(self, items: Iterable[Value], indent: int, level: int, depth: int) -> Lines:
        yield indent, "["
        for count, item in enumerate(items):
            if 0 <= self._limit == count:
                yield indent + STEP, ELLIPSIS
                break
            yield from self._element(item, indent + STEP, level, depth)
        yield indent, "]"
        yield indent, ""

    def _element(self, item: Value, indent: int, level: int, depth: int) -> Lines:
        if _is_leaf(item, level, depth):
            yield indent, display_text(item, self._limit)
            return
        items = enumerable(base_of(item))
        if items is None:
            yield from self.object(item, [], indent, level + 1, depth)
        else:
            yield indent, ""
            yield from self.collection(items, indent + STEP, level + 1, depth)


def _is_leaf(value: Value, level: int, depth: int) -> bool:
    return value is None or level >= depth or type(base_of(value)) in SCALARS or is_scalar(value)


def _class_name(value: Value) -> str:
    names = type_names(value)
    return names[0].rpartition(".")[2] if names else "PSObject"


def object_lines(
    value: Value, chosen: list[Expression], depth: int, limit: int, session: Runspace | None
) -> list[tuple[int, str]]:
    """Return the lines of an object: blanks before each, and its text. An empty line ends them."""
    browser = _Browser(limit, session)
    if _is_leaf(value, 0, depth + 1):
        lines = [(0, display_text(value, limit))]
    else:
        items = enumerable(base_of(value))
        if items is not None:
            lines = list(browser.collection(items, 0, 0, depth))
        else:
            lines = list(browser.object(value, chosen, 0, 0, depth))
    return [*lines, (0, "")]


__all__ = ["object_lines"]
