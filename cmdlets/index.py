"""The table of all cmdlets: names to modules, so that each is imported when it is first used.

Run `python -m cmdlets.index` after adding or renaming a cmdlet.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from cmdlets.powershell.data_types import DATA_TYPES
from cmdlets.table import TABLE
from shell.engine.commands.cmdlet import Cmdlet
from shell.lazy import lazy
from shell.types.registry import names as typenames
from shell.types.registry.table import TYPES, ClrType

if TYPE_CHECKING:
    from cmdlets import typetable
    from shell.engine.commands import cmdlet_types
else:
    typetable = lazy("cmdlets.typetable", globals())
    cmdlet_types = lazy("shell.engine.commands.cmdlet_types", globals())


class Index:
    """The cmdlets by name: what `CommandTable.add_cmdlets` takes."""

    def __init__(self, table: str) -> None:
        self._entries: dict[str, tuple[str, str, str]] = {}
        for line in table.strip().splitlines():
            python_module, module, *words = line.split()
            for word in words:
                name, _, class_name = word.partition("=")
                self._entries[name] = (python_module, class_name, module)

    def names(self) -> Collection[str]:
        """The names of all cmdlets."""
        return self._entries

    def module_of(self, name: str) -> str:
        """The PowerShell module that a cmdlet belongs to."""
        return self._entries[name][2]

    def load(self, name: str) -> type[Cmdlet]:
        """Import a cmdlet's class."""
        python_module, class_name, _ = self._entries[name]
        found: type[Cmdlet] = getattr(importlib.import_module(python_module), class_name)
        return found


def installed() -> Index:
    """Return the index of the cmdlets of this package; their classes are types from now on."""
    if _find_class not in typenames.FINDERS:
        typenames.FINDERS.append(_find_class)
        for module, names in DATA_TYPES.items():
            for name in names.split():
                typenames.promise("Microsoft.PowerShell.Commands." + name, module)
    return Index(TABLE)


def _find_class(lowered: str) -> ClrType | None:
    """Return a type that a module of cmdlets registers, or a cmdlet's class, by its lower-case full name.

    An exception is not returned: the runtime finds it once its module is imported.
    """
    module = typetable.MODULES.get(lowered)
    if module is not None:
        importlib.import_module(module)
        return TYPES.get(lowered)
    if not lowered.startswith(cmdlet_types.SPACE.lower()):
        return None
    wanted = lowered.removeprefix(cmdlet_types.SPACE.lower()).removesuffix("command")
    index = Index(TABLE)
    for name in index.names():
        if name.replace("-", "").lower() == wanted:
            found = index.load(name)
            return cmdlet_types.type_of_cmdlet(found) if found.class_name.lower() == lowered else None
    return None


def find_modules() -> Iterator[str]:
    """Yield the names of all modules below this package that may hold cmdlets."""
    for found in pkgutil.walk_packages([str(Path(__file__).parent)], "cmdlets."):
        if not found.ispkg and found.name not in ("cmdlets.index", "cmdlets.table"):
            yield found.name


def declared_in(module: ModuleType) -> list[type[Cmdlet]]:
    """Return the cmdlets that a module declares."""
    return [
        each
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, Cmdlet) and each.verb and each.__module__ == module.__name__
    ]


def make_table() -> str:
    """Import every module and return the table's text: a line for each module and PowerShell module.

    A module that cannot be imported is named on standard error and left out.
    """
    lines: list[str] = []
    for name in sorted(find_modules()):
        grouped: dict[str, list[str]] = {}
        try:
            module = importlib.import_module(name)
        except Exception as error:
            sys.stderr.write(f"{name}: {error}\n")
            continue
        for each in declared_in(module):
            grouped.setdefault(each.module, []).append(f"{each.command_name()}={each.__name__}")
        lines += [f"{name} {owner} {' '.join(sorted(words))}" for owner, words in sorted(grouped.items())]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write `table.py`."""
    text = (
        '"""Written by `python -m cmdlets.index`: module, PowerShell module, cmdlets."""\n\n'
        f'TABLE = """\n{make_table()}"""\n'
    )
    text = "# ruff: noqa: E501\n" + text
    Path(__file__).with_name("table.py").write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{text.count('=') - 1} cmdlets\n")


if __name__ == "__main__":
    main()
