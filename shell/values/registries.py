"""Tables of what a runspace adds to the built-in types, type data and views, and which runspace's are in force.

The built-in tables (.NET types, accelerators, PowerShell's own type data and views) never change: all sessions of a
process share them. What a script defines lies in the `Registries` of its runspace, so that two sessions never see each
other's definitions. A look-up asks the runspace's table first, then the shared one.

Conversions, members and views are looked up by code that has no runspace. They ask `CURRENT`, which is set where a
runspace is entered: see docs/decisions/0013-registries.md.
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
    """State that .NET keeps once for a process. All runspaces of a session share it; a job has its own."""

    __slots__ = ("accelerators", "environment", "folder", "names", "removed_accelerators", "settings")

    def __init__(self) -> None:
        self.accelerators: dict[str, tuple[str, ClrType]] = {}
        """Type accelerators that scripts added: lower-case name to spelling and type."""
        self.removed_accelerators: set[str] = set()
        """Built-in type accelerators that scripts removed, in lower case."""
        self.environment: dict[str, str | None] = {}
        """Changed environment variables: see `environ`."""
        self.folder: str | None = None
        """The value of `[Environment]::CurrentDirectory`; None for this program's own folder."""
        self.names: dict[str, str] = {}
        """Spelling of a variable's name where scripts first wrote it, by lower-case name."""
        self.settings: dict[str, Any] = {}
        """Values of settable static properties (`[Console]::Title`), by a key of their own."""

    def copy(self) -> ProcessState:
        """Return the state of a child process: it inherits environment and folder."""
        made = ProcessState()
        made.environment.update(self.environment)
        made.folder = self.folder
        return made


class OwnTypes:
    """The types that the scripts of a runspace defined."""

    __slots__ = ("base", "closed", "defined", "resolved")

    def __init__(self) -> None:
        self.defined: dict[str, ClrType] = {}
        """By lower-case name; a new definition replaces the old one."""
        self.closed: dict[tuple[str, tuple[ClrType, ...]], ClrType] = {}
        """Generic types with such a type as an argument."""
        self.resolved: dict[str, ClrType | None] = {}
        """Types by name as scripts wrote it. This is the shared table itself if nothing was defined."""
        self.base: dict[str, ClrType | None] | None = None
        """The shared table that `resolved` was made with; a new one makes `resolved` outdated."""


class OwnTypeData:
    """Type data that Update-TypeData added and Remove-TypeData removed."""

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
    """The tables of one runspace. Nothing shared refers to them, so they are freed with it.

    A runspace that a script creates shares the `process` of its creator.
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
        """Return the runspace; None for the tables outside of all runspaces."""
        return None if self._runspace is None else self._runspace()


NOBODY: Final = Registries()
"""The tables outside of all runspaces: the built-in ones only."""

CURRENT: Final[ContextVar[Registries]] = ContextVar("registries", default=NOBODY)
"""The tables of the current runspace: a context variable, since each thread may run a session of its own."""


@contextmanager
def entered(registries: Registries) -> Iterator[None]:
    """Make the tables of a runspace current within the block."""
    token = CURRENT.set(registries)
    try:
        yield
    finally:
        CURRENT.reset(token)


__all__ = ["CURRENT", "NOBODY", "OwnTypeData", "OwnTypes", "OwnViews", "ProcessState", "Registries", "entered"]
