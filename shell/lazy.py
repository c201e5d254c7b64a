"""Modules that are imported when they are first used.

There is one way to put an import off, for two reasons: the module is not needed at start-up, or it needs this one in
turn. The head of a file names such modules like all others, once for the type checker and once for Python::

    if TYPE_CHECKING:
        from shell.dotnet.time import datetime
    else:
        datetime = lazy("shell.dotnet.time.datetime", globals())

At the first look at one of its names the module takes the place of the stand-in: from then on nothing is paid.
`tests/floors/test_lazy.py` holds these imports to the same floors as all others, and sees that functions import nothing
of the program's own.
"""

from __future__ import annotations

import importlib
from typing import Any


class _Later:
    """Stands for a module until one of its names is wanted."""

    __slots__ = ("_alias", "_module", "_scope")

    def __init__(self, module: str, scope: dict[str, Any], alias: str) -> None:
        self._module = module
        self._scope = scope
        self._alias = alias

    def __getattr__(self, name: str) -> Any:
        module = self._scope[self._alias] = importlib.import_module(self._module)
        return getattr(module, name)


def lazy(module: str, scope: dict[str, Any], alias: str = "") -> Any:
    """Return what stands for a module in the globals of another one, under its last name or an alias."""
    return _Later(module, scope, alias or module.rpartition(".")[2])


__all__ = ["lazy"]
