"""What one runspace adds to the built-in tables, and whose additions hold at the moment.

The tables that are built in (.NET types, accelerators, PowerShell's own type data and views) are facts: all sessions of
a process share them. What a script defines lies in the `Registries` of the runspace that it runs in, so that two
sessions never see each other's. A look-up asks the runspace's own table first and the shared one on a miss.

Conversions, members and views are looked up where no runspace is at hand. They ask `CURRENT`, which is set at the few
doors through which a runspace is entered: see docs/decisions/0013-registries.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final
from weakref import ref

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace
    from shell.types.members.extended_members import ExtendedMember
    from shell.types.registry.descriptions import ClrType


class ProcessState:
    """What .NET keeps once for a process: all runspaces of one session share it, and a job has one of its own."""

    __slots__ = ("accelerators", "environment", "folder", "names", "removed_accelerators", "settings")

    def __init__(self) -> None:
        self.accelerators: dict[str, tuple[str, ClrType]] = {}
        """Short names that scripts gave to types: lower case, to the spelling and the type."""
        self.removed_accelerators: set[str] = set()
        """Built-in short names, in lower case, that scripts took away."""
        self.environment: dict[str, str | None] = {}
        """Changed environment variables: see `environ`."""
        self.folder: str | None = None
        """Where `[Environment]::CurrentDirectory` was set to; None for this program's own folder."""
        self.names: dict[str, str] = {}
        """How scripts first wrote the names of variables, by lower-case name."""
        self.settings: dict[str, Any] = {}
        """Values of settable static properties (`[Console]::Title`), by a key of their own."""

    def copy(self) -> ProcessState:
        """Return what a process that this one starts begins with: its environment and folder."""
        made = ProcessState()
        made.environment.update(self.environment)
        made.folder = self.folder
        return made


class OwnTypes:
    """The types that the scripts of a runspace defined."""

    __slots__ = ("base", "closed", "defined", "resolved")

    def __init__(self) -> None:
        self.defined: dict[str, ClrType] = {}
        """By lower-case name; the newest of a name."""
        self.closed: dict[tuple[str, tuple[ClrType, ...]], ClrType] = {}
        """Generic types that have one of them as an argument."""
        self.resolved: dict[str, ClrType | None] = {}
        """Names as scripts wrote them, found before: the shared table itself, where nothing was defined."""
        self.base: dict[str, ClrType | None] | None = None
        """The shared table at the time; `resolved` no longer holds when there is another."""


class OwnTypeData:
    """What Update-TypeData added and Remove-TypeData took away."""

    __slots__ = ("__weakref__", "added", "merged", "removed", "spelled")

    def __init__(self) -> None:
        self.added: dict[str, dict[str, ExtendedMember]] = {}
        self.spelled: dict[str, str] = {}
        self.removed: set[str] = set()
        self.merged: dict[ClrType, dict[str, ExtendedMember]] = {}


class OwnViews:
    """The views that a runspace loaded, by lower-case type name."""

    __slots__ = ("appended", "display_property", "display_sets", "found", "generation", "prepended", "spelled")

    def __init__(self) -> None:
        self.prepended: dict[str, list[Any]] = {}
        self.appended: dict[str, list[Any]] = {}
        self.spelled: dict[str, str] = {}
        self.display_sets: dict[str, tuple[str, ...]] = {}
        self.display_property: dict[str, str] = {}
        self.found: dict[tuple[tuple[str, ...], str, str], Any] = {}
        self.generation: object = None


class Registries:
    """The tables of one runspace. They end with it: nothing shared holds on to them.

    A runspace that a script makes in its own process gets the `process` of the one that made it.
    """

    __slots__ = ("__weakref__", "_runspace", "process", "type_data", "types", "views")

    def __init__(self, process: ProcessState | None = None, runspace: Runspace | None = None) -> None:
        self._runspace = None if runspace is None else ref(runspace)
        self.process = process if process is not None else ProcessState()
        self.types = OwnTypes()
        self.type_data = OwnTypeData()
        self.views = OwnViews()

    @property
    def runspace(self) -> Runspace | None:
        """The runspace itself; None for the tables that hold where none runs."""
        return None if self._runspace is None else self._runspace()


NOBODY: Final = Registries()
"""What holds where no runspace runs: the built-in tables alone."""

CURRENT: Final[ContextVar[Registries]] = ContextVar("registries", default=NOBODY)
"""The tables of the runspace that runs. A context variable, since each thread may run a session of its own."""


@contextmanager
def entered(registries: Registries) -> Iterator[None]:
    """Let the tables of a runspace hold while it runs."""
    token = CURRENT.set(registries)
    try:
        yield
    finally:
        CURRENT.reset(token)


__all__ = ["CURRENT", "NOBODY", "OwnTypeData", "OwnTypes", "OwnViews", "ProcessState", "Registries", "entered"]
