"""SessionState as scripts see it: the variables and paths of the session or of a module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shell.engine.compile.variables import SCOPE_WORDS, scope_of, split_name
from shell.engine.providers import paths
from shell.engine.run.scope import variable_key
from shell.engine.session.crossing import ModuleState, Within
from shell.engine.session.variable_objects import PSVariable, find_variable
from shell.lazy import lazy
from shell.machine import path_text
from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.conversion.reference import PSReference
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.values.errors import NetException
from shell.values.objects import MISSING, Value

if TYPE_CHECKING:
    from shell.engine.providers import provider_intrinsics, table
    from shell.engine.run.scope import Scope
    from shell.engine.session import engine_objects
    from shell.engine.session.runspace import Runspace
else:
    provider_intrinsics = lazy("shell.engine.providers.provider_intrinsics", globals())
    table = lazy("shell.engine.providers.table", globals())
    engine_objects = lazy("shell.engine.session.engine_objects", globals())

_AUTOMATION: Final = "System.Management.Automation."
_STRINGS: Final = "System.Collections.ObjectModel.Collection[string]"


@clr_class(_AUTOMATION + "SessionState")
class SessionStateView:
    """A session state: the session's own or a module's. Its variables are those that its current scope sees."""

    def __init__(self, runspace: Runspace, state: ModuleState) -> None:
        self.runspace = runspace
        self.state = state

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SessionStateView) and other.state is self.state

    def __hash__(self) -> int:
        return hash(id(self.state))

    @property
    def scope(self) -> Scope:
        """The innermost scope of the state that is in progress."""
        return self.state.innermost(self.runspace)

    @clr_property("PSVariable", _AUTOMATION + "PSVariableIntrinsics")
    def ps_variable(self) -> Value:
        """Variables by name."""
        return VariableIntrinsics(self)

    @clr_property("Path", _AUTOMATION + "PathIntrinsics")
    def path(self) -> Value:
        """Return the path intrinsics."""
        return PathIntrinsics(self.runspace)

    @clr_property("InvokeCommand", _AUTOMATION + "CommandInvocationIntrinsics")
    def invoke_command(self) -> Value:
        """Commands by name, texts as script."""
        return engine_objects.CommandIntrinsics(self.runspace, self.state)

    @clr_property("InvokeProvider", _AUTOMATION + "ProviderIntrinsics")
    def invoke_provider(self) -> Value:
        """Items by path, without their cmdlets."""
        return provider_intrinsics.ProviderIntrinsics(self.runspace)

    @clr_property("Drive", _AUTOMATION + "DriveManagementIntrinsics")
    def drive(self) -> Value:
        """Drives by name."""
        return provider_intrinsics.DriveIntrinsics(self.runspace)

    @clr_property("Provider", _AUTOMATION + "CmdletProviderManagementIntrinsics")
    def provider(self) -> Value:
        """Providers by name."""
        return provider_intrinsics.ManagementIntrinsics(self.runspace)

    @clr_property("Applications", "System.Collections.Generic.List[string]")
    def applications(self) -> Value:
        """Return the allowed programs: all."""
        return ["*"]

    @clr_property("Scripts", "System.Collections.Generic.List[string]")
    def scripts(self) -> Value:
        """Return the allowed scripts: all."""
        return ["*"]

    @clr_property("Module", _AUTOMATION + "PSModuleInfo")
    def module(self) -> Value:
        """The module, where it is one's."""
        return self.state.info

    @clr_property("LanguageMode", _AUTOMATION + "PSLanguageMode")
    def language_mode(self) -> Value:
        """Return FullLanguage."""
        return convert("FullLanguage", named(_AUTOMATION + "PSLanguageMode"))


@clr_class(_AUTOMATION + "PSVariableIntrinsics")
class VariableIntrinsics:
    """`$ExecutionContext.SessionState.PSVariable`: the variables that the current scope of a session state sees."""

    def __init__(self, view: SessionStateView) -> None:
        self.view = view
        self.runspace = view.runspace

    def _find(self, name: str) -> PSVariable | None:
        with Within(self.view.scope):
            at, plain = self._place(name)
            return find_variable(self.runspace, plain, at)

    def _place(self, name: str) -> tuple[Scope | None, str]:
        """Return the scope that a name such as `script:x` asks for, None for any that is seen, and the bare name."""
        qualifier, plain = split_name(name)
        if qualifier not in SCOPE_WORDS:
            return None, plain if not qualifier else name
        return scope_of(self.view.scope, qualifier), plain

    @clr_method("Get", "string name -> System.Management.Automation.PSVariable")
    def get(self, name: str) -> Value:
        """Return a variable with its options."""
        return self._find(name)

    @clr_method("GetValue", "string name -> object")
    @clr_method("GetValue", "string name, object defaultValue -> object")
    def get_value(self, name: str, default_value: Value = None) -> Value:
        """Return a variable's value."""
        found = self._find(name)
        return default_value if found is None else found.value

    @clr_method("Set", "string name, object value -> void")
    def set(self, name: str, value: Value) -> None:
        """Set a variable in the current scope."""
        at, plain = self._place(name)
        scope = self.view.scope if at is None else at
        with Within(self.view.scope):
            scope[variable_key(plain)] = value

    @clr_method("Set", "System.Management.Automation.PSVariable variable -> void")
    def set_variable(self, variable: PSVariable) -> None:
        """Set a variable in the current scope."""
        self.set(variable.name, variable.value)

    @clr_method("Remove", "string name -> void")
    def remove(self, name: str) -> None:
        """Remove a variable, if there is one."""
        found = self._find(name)
        if found is not None and found.scope is not None:
            found.scope.pop(found.key, MISSING)

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
        return table.drive_table(self.runspace)

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
        return paths.join(parent, child)

    @clr_method("ParseParent", "string path, string root -> string")
    def parse_parent(self, path: str, root: str) -> str:
        """Return all but the last part."""
        return paths.parent_of(path)

    @clr_method("ParseChildName", "string path -> string")
    def parse_child_name(self, path: str) -> str:
        """Return the last part."""
        return paths.leaf_of(path)

    @clr_method("IsProviderQualified", "string path -> bool")
    def is_provider_qualified(self, path: str) -> bool:
        """True for `Provider::path`."""
        return "::" in path

    @clr_method("IsPSAbsolute", "string path, ref object driveName -> bool")
    def is_absolute(self, path: str, drive_name: PSReference) -> bool:
        """True for a path that starts at a drive; the drive's name comes back by reference."""
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
        places = self._expanded(path)
        provider.value = places[0].provider if places else None
        return [each.provider_path for each in places]

    @clr_method(
        "GetResolvedPSPathFromPSPath",
        f"string path -> System.Collections.ObjectModel.Collection[{_AUTOMATION}PathInfo]",
    )
    def resolved_places(self, path: str) -> Value:
        """Return the places that a wildcard path means."""
        return list(self._expanded(path))

    def _expanded(self, path: str) -> list[Any]:
        try:
            return list(self._drives.expand(path))
        except NetException as error:
            raise provider_intrinsics.as_thrown_by_method(error) from None

    @clr_method("GetUnresolvedProviderPathFromPSPath", "string path, ref object provider, ref object drive -> string")
    def unresolved_with(self, path: str, provider: PSReference, drive: PSReference) -> str:
        """Return a path as its provider has it; the provider and the drive come back by reference."""
        place = self._drives.resolve(path)
        provider.value, drive.value = place.provider, place.drive
        return str(place.provider_path)

    @clr_method("NormalizeRelativePath", "string path, string basePath -> string")
    def normalize_relative(self, path: str, base_path: str) -> str:
        """Return a path below a base, without what only leads up and down again."""
        whole = path_text.normpath(path)
        base = path_text.normpath(base_path) if base_path else ""
        if base and (whole == base or whole.startswith(base.rstrip("/\\") + whole[len(base.rstrip("/\\"))])):
            return whole[len(base) :].lstrip("/\\")
        return whole

    @clr_method("CurrentProviderLocation", f"string providerName -> {_AUTOMATION}PathInfo")
    def current_provider_location(self, name: str) -> Value:
        """Return where the session is on the drives of a provider."""
        items: list[Value] = []
        self.runspace.run_command("Get-Location", out=items.append, PSProvider=name, ErrorAction="Stop")
        return items[0] if items else None

    @clr_method("PushCurrentLocation", "string stackName -> void")
    def push_location(self, stack_name: str) -> None:
        """Keep the current location on a stack."""
        self.runspace.run_command("Push-Location", StackName=stack_name)

    @clr_method("PopLocation", f"string stackName -> {_AUTOMATION}PathInfo")
    def pop_location(self, stack_name: str) -> Value:
        """Go to the location on top of a stack."""
        self.runspace.run_command("Pop-Location", StackName=stack_name, ErrorAction="Stop")
        return self._drives.location

    @clr_method("LocationStack", "string stackName -> object")
    def location_stack(self, stack_name: str) -> Value:
        """Return the locations on a stack."""
        items: list[Value] = []
        self.runspace.run_command("Get-Location", out=items.append, StackName=stack_name, ErrorAction="Stop")
        return items[0] if items else None

    @clr_method("SetLocation", f"string path -> {_AUTOMATION}PathInfo")
    def set_location(self, path: str) -> Value:
        """Go somewhere else."""
        self.runspace.run_command("Set-Location", path)
        return self._drives.location


__all__ = ["PathIntrinsics", "SessionStateView", "VariableIntrinsics"]
