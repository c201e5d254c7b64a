"""Members and views from a module's type and format files, which are removed with the module."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from shell.types.members import type_data
from shell.values.registries import Registries


class LoadedData:
    """Additions to a runspace's tables by loaded files. Removal restores earlier entries of the same name."""

    def __init__(self, registries: Registries) -> None:
        self._registries = registries
        self._members: list[tuple[str, str, Any, Any]] = []
        self._views: list[tuple[dict[str, list[Any]], str, Any]] = []
        self._shown: list[tuple[dict[str, Any], str, Any, Any]] = []

    @contextmanager
    def noted(self) -> Iterator[None]:
        """Record additions to the tables within the block."""
        own, shown = self._registries.type_data, self._registries.views
        members = {name: dict(each) for name, each in own.added.items()}
        lists = [
            (table, {name: list(each) for name, each in table.items()}) for table in (shown.prepended, shown.appended)
        ]
        tables: list[dict[str, Any]] = [shown.display_sets, shown.display_property]
        singles = [(table, dict(table)) for table in tables]
        yield
        for name, now in own.added.items():
            before = members.get(name, {})
            self._members += [
                (name, key, each, before.get(key)) for key, each in now.items() if before.get(key) is not each
            ]
        for table, earlier in lists:
            for name, views in table.items():
                known = {id(each) for each in earlier.get(name, ())}
                self._views += [(table, name, each) for each in views if id(each) not in known]
        for single, was in singles:
            self._shown += [
                (single, name, each, was.get(name)) for name, each in single.items() if was.get(name) is not each
            ]

    def take_back(self) -> None:
        """Restore the tables, except for entries changed since."""
        own, shown = self._registries.type_data, self._registries.views
        for name, key, added, before in self._members:
            _restore(own.added.get(name, {}), key, added, before)
            if not own.added.get(name, True):
                del own.added[name]
        for table, name, view in self._views:
            left = [each for each in table.get(name, ()) if each is not view]
            table.pop(name, None)
            if left:
                table[name] = left
            if name not in shown.prepended and name not in shown.appended:
                shown.spelled.pop(name, None)
        for single, name, added, before in self._shown:
            _restore(single, name, added, before)
        if self._members:
            type_data.own_changed(own)
        if self._views or self._shown:
            shown.found = {}


def _restore(table: dict[str, Any], key: str, added: Any, before: Any) -> None:
    if table.get(key) is not added:
        return
    if before is None:
        del table[key]
    else:
        table[key] = before


__all__ = ["LoadedData"]
