"""The snap-ins of a session: packages of commands, as Windows PowerShell knew them before modules."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import clr_class
from shell.types.registry.names import named
from shell.values.objects import Value
from shell.values.wildcard import wildcard_matcher

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace


@clr_class(
    "System.Management.Automation.PSSnapInInfo",
    properties="Name:string IsDefault:bool ApplicationBase:string AssemblyName:string ModuleName:string"
    " PSVersion:version Version:version Types:object Formats:object Description:string Vendor:string"
    " LogPipelineExecutionDetails:bool=rw",
)
class SnapIn:
    """A package of commands that is registered on the machine."""

    def __init__(self, name: str, description: str, versions: tuple[str, str], folder: str, is_default: bool) -> None:
        self.name = name
        self.description = description
        self.is_default = is_default
        self.application_base = folder
        self.assembly_name = name
        self.module_name = f"{folder}\\{name}.dll"
        self.vendor = "Microsoft Corporation" if not is_default else "Microsoft"
        version = named("System.Version")
        self.ps_version: Value = convert(versions[0], version)
        self.version: Value = convert(versions[1], version)
        self.types: Value = []
        self.formats: Value = []
        self.log_pipeline_execution_details = False

    def __str__(self) -> str:
        return self.name


class SnapIns:
    """The snap-ins that are registered on the machine, and those that the session has loaded.

    `source` gives all of them when first asked for, and the names of those that the shell itself has loaded.
    """

    def __init__(self, source: Callable[[], tuple[list[SnapIn], tuple[str, ...]]]) -> None:
        self._source: Callable[[], tuple[list[SnapIn], tuple[str, ...]]] | None = source
        self._registered: list[SnapIn] = []
        self._loaded: list[SnapIn] = []
        self.given: set[str] = set()
        """Loaded by the shell and not by a script. A script for a scheduled task, which begins by adding the snap-in to
        a bare PowerShell, finds its commands here already: it may do so, once.
        """

    @property
    def registered(self) -> list[SnapIn]:
        """Those of the machine, PowerShell's own first."""
        if self._source is not None:
            self._registered, given = self._source()
            self._source = None
            self.given = set(given)
            self._loaded = [each for each in self._registered if each.is_default or each.name in given]
        return self._registered

    @property
    def loaded(self) -> list[SnapIn]:
        """Those of the session, in the order in which they came."""
        return self._loaded if self.registered else []

    def matching(self, pattern: str, among: list[SnapIn]) -> list[SnapIn]:
        """Those of a list whose names fit."""
        fits = wildcard_matcher(pattern)
        return [each for each in among if fits(each.name)]


def snapins_of(session: Runspace) -> SnapIns:
    """Return a session's snap-ins; it has none where nobody gave it any."""
    known: SnapIns = session.state.setdefault("snapins", SnapIns(lambda: ([], ())))
    return known


def is_loaded(session: Runspace, name: str) -> bool:
    """Whether a session has a snap-in."""
    return any(each.name.lower() == name.lower() for each in snapins_of(session).loaded)


__all__ = ["SnapIn", "SnapIns", "is_loaded", "snapins_of"]
