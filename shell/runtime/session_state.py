"""SessionState as scripts see it: the variables and paths of the session or of a module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shell.runtime.declare import clr_class, clr_method, clr_property
from shell.runtime.objects import MISSING, Value
from shell.runtime.psvariable import PSVariable, find_variable
from shell.runtime.reference import PSReference
from shell.runtime.scope import display_name, remember_name

if TYPE_CHECKING:
    from shell.runtime.scope import Scope
    from shell.runtime.session import Runspace

_AUTOMATION: Final = "System.Management.Automation."
_STRINGS: Final = "System.Collections.ObjectModel.Collection[string]"


@clr_class(_AUTOMATION + "SessionState")
class SessionStateView:
    """`$ExecutionContext.SessionState`; with a module, that of the module."""

    def __init__(self, runspace: Runspace, module: Any = None) -> None:
        self.runspace = runspace
        self.of_module = module

    @clr_property("PSVariable", _AUTOMATION + "PSVariableIntrinsics")
    def ps_variable(self) -> Value:
        """Variables by name."""
        return VariableIntrinsics(self.runspace, None if self.of_module is None else self.of_module.scope)

    @clr_property("Path", _AUTOMATION + "PathIntrinsics")
    def path(self) -> Value:
        """Where the session is, and what paths mean there."""
        return PathIntrinsics(self.runspace)

    @clr_property("InvokeCommand", _AUTOMATION + "CommandInvocationIntrinsics")
    def invoke_command(self) -> Value:
        """Commands by name, texts as script."""
        from shell.runtime.engine_objects import CommandIntrinsics

        return CommandIntrinsics(self.runspace)

    @clr_property("Module", _AUTOMATION + "PSModuleInfo")
    def module(self) -> Value:
        """The module, where it is one's."""
        if self.of_module is not None:
            return self.of_module
        state = self.runspace.scope.script.module
        return None if state is None else getattr(state, "info", None)

    @clr_property("LanguageMode", _AUTOMATION + "PSLanguageMode")
    def language_mode(self) -> Value:
        """Always the whole language."""
        from shell.runtime.conversion import convert
        from shell.runtime.types import named

        return convert("FullLanguage", named(_AUTOMATION + "PSLanguageMode"))


@clr_class(_AUTOMATION + "PSVariableIntrinsics")
class VariableIntrinsics:
    """`$ExecutionContext.SessionState.PSVariable`."""

    def __init__(self, runspace: Runspace, scope: Scope | None = None) -> None:
        self.runspace = runspace
        self.scope = scope

    def _find(self, name: str) -> PSVariable | None:
        if self.scope is None:
            return find_variable(self.runspace, name)
        found = self.scope.find(remember_name(name))
        return None if found is None else PSVariable(display_name(name), scope=found, session=self.runspace)

    @clr_method("Get", "string name -> System.Management.Automation.PSVariable")
    def get(self, name: str) -> Value:
        """Return a variable with its options."""
        return self._find(name)

    @clr_method("GetValue", "string name -> object")
    @clr_method("GetValue", "string name, object defaultValue -> object")
    def get_value(self, name: str, default_value: Value = None) -> Value:
        """Return a variable's value."""
        if self.scope is None:
            return self.runspace.get_variable(name, default_value)
        found = self._find(name)
        return default_value if found is None else found.value

    @clr_method("Set", "string name, object value -> void")
    def set(self, name: str, value: Value) -> None:
        """Set a variable in the current scope."""
        scope = self.runspace.scope if self.scope is None else self.scope
        scope[remember_name(name)] = value

    @clr_method("Set", "System.Management.Automation.PSVariable variable -> void")
    def set_variable(self, variable: PSVariable) -> None:
        """Set a variable in the current scope."""
        self.set(variable.name, variable.value)

    @clr_method("Remove", "string name -> void")
    def remove(self, name: str) -> None:
        """Remove a variable, if there is one."""
        found = self._find(name)
        if found is not None and found.scope is not None:
            found.scope.pop(remember_name(name), MISSING)

    @clr_method("Remove", "System.Management.Automation.PSVariable variable -> void")
    def remove_variable(self, variable: PSVariable) -> None:
        """Remove a variable, if there is one."""
        self.remove(variable.name)


@clr_class(_AUTOMATION + "PathIntrinsics")
class PathIntrinsics:
    """`$ExecutionContext.SessionState.Path`."""

    def __init__(self, runspace: Runspace) -> None:
        self.runspace = runspace

    @property
    def _drives(self) -> Any:
        from shell.runtime.providers.table import drive_table

        return drive_table(self.runspace)

    @clr_property("CurrentLocation", _AUTOMATION + "PathInfo")
    def current_location(self) -> Value:
        """Where the session is."""
        return self._drives.location

    @clr_property("CurrentFileSystemLocation", _AUTOMATION + "PathInfo")
    def current_file_system_location(self) -> Value:
        """The folder in which the session is."""
        return self._drives.resolve_native(self.runspace.location)

    @clr_method("Combine", "string parent, string child -> string")
    def combine(self, parent: str, child: str) -> str:
        """Join two parts of a path."""
        from shell.runtime.providers import paths

        return paths.join(parent, child)

    @clr_method("ParseParent", "string path, string root -> string")
    def parse_parent(self, path: str, root: str) -> str:
        """Return all but the last part."""
        from shell.runtime.providers import paths

        return paths.parent_of(path)

    @clr_method("ParseChildName", "string path -> string")
    def parse_child_name(self, path: str) -> str:
        """Return the last part."""
        from shell.runtime.providers import paths

        return paths.leaf_of(path)

    @clr_method("IsProviderQualified", "string path -> bool")
    def is_provider_qualified(self, path: str) -> bool:
        """True for `Provider::path`."""
        return "::" in path

    @clr_method("IsPSAbsolute", "string path, ref object driveName -> bool")
    def is_absolute(self, path: str, drive_name: PSReference) -> bool:
        """True for a path that starts at a drive; the drive's name comes back by reference."""
        from shell.runtime.providers import paths

        absolute = paths.is_absolute(path)
        place = self._drives.resolve(path) if absolute else None
        drive_name.value = None if place is None or place.drive is None else place.drive.name
        return absolute

    @clr_method("IsValid", "string path -> bool")
    def is_valid(self, path: str) -> bool:
        """True for what could be a path."""
        return bool(path) and "\0" not in path

    @clr_method("GetUnresolvedProviderPathFromPSPath", "string path -> string")
    def unresolved(self, path: str) -> str:
        """Return a path as its provider has it; nothing need be there."""
        found: str = self._drives.resolve(path).provider_path
        return found

    @clr_method("GetResolvedProviderPathFromPSPath", f"string path, ref object provider -> {_STRINGS}")
    def resolved(self, path: str, provider: PSReference) -> Value:
        """Return the paths that a wildcard path means; their provider comes back by reference."""
        places = self._drives.expand(path)
        provider.value = places[0].provider if places else None
        return [each.provider_path for each in places]

    @clr_method(
        "GetResolvedPSPathFromPSPath",
        f"string path -> System.Collections.ObjectModel.Collection[{_AUTOMATION}PathInfo]",
    )
    def resolved_places(self, path: str) -> Value:
        """Return the places that a wildcard path means."""
        return list(self._drives.expand(path))

    @clr_method("SetLocation", f"string path -> {_AUTOMATION}PathInfo")
    def set_location(self, path: str) -> Value:
        """Go somewhere else."""
        self.runspace.run_command("Set-Location", path)
        return self._drives.location


__all__ = ["PathIntrinsics", "SessionStateView", "VariableIntrinsics"]
