"""`$ExecutionContext.InvokeProvider` and the drives and providers of a session state: items without their commands.

Each method runs the corresponding command, without prompts; errors are those of a method.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.types.registry.enumeration import register_enum
from shell.values.errors import ActionPreferenceStopException, NetException, NotEmulatedException, record_of
from shell.values.objects import Value, unwrap

if TYPE_CHECKING:
    from shell.dotnet.collections import object_model
    from shell.engine.providers import table
    from shell.engine.providers.drives import DriveTable
    from shell.engine.session.runspace import Runspace
else:
    object_model = lazy("shell.dotnet.collections.object_model", globals())
    table = lazy("shell.engine.providers.table", globals())

_AUTOMATION: Final = "System.Management.Automation."
_OBJECTS: Final = "System.Collections.ObjectModel.Collection[psobject]"
_CONTAINERS: Final = _AUTOMATION + "ReturnContainers"
_COPY: Final = _AUTOMATION + "CopyContainers"

register_enum(_CONTAINERS, {"ReturnMatchingContainers": 0, "ReturnAllContainers": 1})
register_enum(_COPY, {"CopyTargetContainer": 0, "CopyChildrenOfTargetContainer": 1})


def as_thrown_by_method(error: NetException) -> NetException:
    """Return an error as a .NET method throws it: whoever calls it sees it inside a MethodInvocationException."""
    if isinstance(error, ActionPreferenceStopException) and error.record is not None:
        error = error.record.exception
    message = record_of(error).message
    made: NetException = type(error)(message, error_id=error.error_id, category=error.category, target=error.target)
    made.from_method = True  # type: ignore[attr-defined]
    return made


class Intrinsics:
    """The base of all intrinsics: the session, its drives and its commands."""

    def __init__(self, runspace: Runspace) -> None:
        self.runspace = runspace

    @property
    def _drives(self) -> DriveTable:
        return table.drive_table(self.runspace)

    def _run(self, command: str, path: Value, *, literal: bool = False, **values: Value) -> Value:
        """Run a command on a path; return what it wrote."""
        items: list[Value] = []
        given = {"LiteralPath" if literal else "Path": path, **values}
        try:
            self.runspace.run_command(command, out=items.append, ErrorAction="Stop", Confirm=False, **given)
        except NetException as error:
            raise as_thrown_by_method(error) from None
        return _collected(items)

    def _show(self, command: str, path: Value, **values: Value) -> Value:
        """Run a command that changes nothing, and so takes no -Confirm."""
        items: list[Value] = []
        try:
            self.runspace.run_command(command, out=items.append, ErrorAction="Stop", Path=path, **values)
        except NetException as error:
            raise as_thrown_by_method(error) from None
        return _collected(items)


def _collected(items: Iterable[Value]) -> Value:
    return object_model.collection(items)


@clr_class(_AUTOMATION + "ProviderIntrinsics")
class ProviderIntrinsics(Intrinsics):
    """`$ExecutionContext.InvokeProvider`."""

    @clr_property("Item", _AUTOMATION + "ItemCmdletProviderIntrinsics")
    def item(self) -> Value:
        """Items."""
        return ItemIntrinsics(self.runspace)

    @clr_property("ChildItem", _AUTOMATION + "ChildItemCmdletProviderIntrinsics")
    def child_item(self) -> Value:
        """Return the intrinsics of child items."""
        return ChildItemIntrinsics(self.runspace)

    @clr_property("Content", _AUTOMATION + "ContentCmdletProviderIntrinsics")
    def content(self) -> Value:
        """Return the intrinsics of content."""
        return ContentIntrinsics(self.runspace)

    @clr_property("Property", _AUTOMATION + "PropertyCmdletProviderIntrinsics")
    def property(self) -> Value:
        """Their properties."""
        return PropertyIntrinsics(self.runspace)

    @clr_property("SecurityDescriptor", _AUTOMATION + "SecurityDescriptorCmdletProviderIntrinsics")
    def security_descriptor(self) -> Value:
        """Return the intrinsics of access control."""
        return SecurityIntrinsics(self.runspace)


@clr_class(_AUTOMATION + "ItemCmdletProviderIntrinsics")
class ItemIntrinsics(Intrinsics):
    """`InvokeProvider.Item`."""

    @clr_method("Get", f"string path -> {_OBJECTS}")
    def get(self, path: str) -> Value:
        """Return the items of a path; wildcards work."""
        return self._show("Get-Item", path)

    @clr_method("Get", f"string[] path, bool force, bool literalPath -> {_OBJECTS}")
    def get_all(self, path: list[str], force: bool, literal_path: bool) -> Value:
        """Return the items of some paths."""
        given: dict[str, Value] = {"LiteralPath": path, "Path": None} if literal_path else {"Path": path}
        items: list[Value] = []
        try:
            self.runspace.run_command(
                "Get-Item",
                out=items.append,
                ErrorAction="Stop",
                Force=force,
                **{key: value for key, value in given.items() if value is not None},
            )
        except NetException as error:
            raise as_thrown_by_method(error) from None
        return _collected(items)

    @clr_method("Set", f"string path, object value -> {_OBJECTS}")
    def set(self, path: str, value: Value) -> Value:
        """Give items a value."""
        return self._run("Set-Item", path, Value=value, PassThru=True)

    @clr_method("Clear", f"string path -> {_OBJECTS}")
    def clear(self, path: str) -> Value:
        """Clear the value of items."""
        return self._run("Clear-Item", path)

    @clr_method("Invoke", "string path -> void")
    def invoke(self, path: str) -> None:
        """Open items with their programs: refused."""
        self._run("Invoke-Item", path)

    @clr_method("Rename", f"string path, string newName -> {_OBJECTS}")
    def rename(self, path: str, new_name: str) -> Value:
        """Give an item another name."""
        return self._run("Rename-Item", path, NewName=new_name, PassThru=True)

    @clr_method("New", f"string path, string name, string itemTypeName, object content -> {_OBJECTS}")
    def new(self, path: str, name: str, item_type: str, content: Value) -> Value:
        """Make an item."""
        more: dict[str, Any] = {"Name": name} if name else {}
        if item_type:
            more["ItemType"] = item_type
        return self._run("New-Item", path, Value=content, **more)

    @clr_method("Remove", "string path, bool recurse -> void")
    def remove(self, path: str, recurse: bool) -> None:
        """Remove items."""
        self._run("Remove-Item", path, Recurse=recurse)

    @clr_method("Copy", f"string path, string destinationPath, bool recurse, {_COPY} copyContainers -> {_OBJECTS}")
    def copy(self, path: str, destination: str, recurse: bool, containers: Value) -> Value:
        """Copy items."""
        whole = int(containers) == 0
        return self._run("Copy-Item", path, Destination=destination, Recurse=recurse, Container=whole, PassThru=True)

    @clr_method("Move", f"string path, string destination -> {_OBJECTS}")
    def move(self, path: str, destination: str) -> Value:
        """Move items."""
        return self._run("Move-Item", path, Destination=destination, PassThru=True)

    @clr_method("Exists", "string path -> bool")
    def exists(self, path: str) -> bool:
        """True if a path leads to an item."""
        return any(unwrap(each) for each in self._show("Test-Path", path))

    @clr_method("Exists", "string path, bool force, bool literalPath -> bool")
    def exists_so(self, path: str, force: bool, literal_path: bool) -> bool:
        """The same of a path that may be literal."""
        if not literal_path:
            return self.exists(path)
        place = self._drives.resolve(path)
        return bool(place.provider.exists(place.provider_path))

    @clr_method("IsContainer", "string path -> bool")
    def is_container(self, path: str) -> bool:
        """True for an item that holds others."""
        return any(unwrap(each) for each in self._show("Test-Path", path, PathType="Container"))


@clr_class(_AUTOMATION + "ChildItemCmdletProviderIntrinsics")
class ChildItemIntrinsics(Intrinsics):
    """`InvokeProvider.ChildItem`."""

    @clr_method("Get", f"string path, bool recurse -> {_OBJECTS}")
    def get(self, path: str, recurse: bool) -> Value:
        """Return what is in an item."""
        return self._show("Get-ChildItem", path, Recurse=recurse)

    @clr_method("GetNames", f"string path, {_CONTAINERS} returnContainers, bool recurse -> {_OBJECTS}")
    def get_names(self, path: str, containers: Value, recurse: bool) -> Value:
        """Return the names of what is in an item."""
        return self._show("Get-ChildItem", path, Name=True, Recurse=recurse)

    @clr_method("HasChild", "string path -> bool")
    def has_child(self, path: str) -> bool:
        """True if anything is in an item."""
        return len(self._show("Get-ChildItem", path, Name=True, Force=True)) > 0


@clr_class(_AUTOMATION + "ContentCmdletProviderIntrinsics")
class ContentIntrinsics(Intrinsics):
    """`InvokeProvider.Content`."""

    @clr_method("GetReader", f"string path -> {_OBJECTS}")
    def get_reader(self, path: str) -> Value:
        """Return readers of items' content."""
        return _collected([ContentReader(self._show("Get-Content", path))])

    @clr_method("GetWriter", f"string path -> {_OBJECTS}")
    def get_writer(self, path: str) -> Value:
        """Return writers of items' content."""
        return _collected([ContentWriter(self, path)])

    @clr_method("Clear", "string path -> void")
    def clear(self, path: str) -> None:
        """Empty items."""
        self._run("Clear-Content", path)

    def write(self, path: str, values: list[Value], *, append: bool) -> None:
        """Write lines."""
        self._run("Add-Content" if append else "Set-Content", path, Value=values)


@clr_class(_AUTOMATION + "ContentReader", interfaces="System.IDisposable")
class ContentReader:
    """Reads an item's content, some lines at a time."""

    def __init__(self, lines: Iterable[Value]) -> None:
        self._lines = list(lines)

    @clr_method("Read", "long readCount -> System.Collections.IList")
    def read(self, count: int) -> Value:
        """Return the next lines: as many as asked for, all that are left for 0 or less."""
        count = count if count > 0 else len(self._lines)
        found, self._lines = self._lines[:count], self._lines[count:]
        return found

    @clr_method("Close", "-> void")
    def close(self) -> None:
        """Close it."""

    @clr_method("Dispose", "-> void")
    def dispose(self) -> None:
        """Close it."""


@clr_class(_AUTOMATION + "ContentWriter", interfaces="System.IDisposable")
class ContentWriter:
    """Writes an item's content: the first write replaces it, later ones append."""

    def __init__(self, owner: ContentIntrinsics, path: str) -> None:
        self._owner = owner
        self._path = path
        self._begun = False

    @clr_method("Write", "System.Collections.IList content -> System.Collections.IList")
    def write(self, content: list[Value]) -> Value:
        """Write lines."""
        self._owner.write(self._path, list(content), append=self._begun)
        self._begun = True
        return content

    @clr_method("Close", "-> void")
    def close(self) -> None:
        """Close it."""

    @clr_method("Dispose", "-> void")
    def dispose(self) -> None:
        """Close it."""


@clr_class(_AUTOMATION + "PropertyCmdletProviderIntrinsics")
class PropertyIntrinsics(Intrinsics):
    """`InvokeProvider.Property`."""

    @clr_method("Get", f"string path, System.Collections.ObjectModel.Collection[string] names -> {_OBJECTS}")
    def get(self, path: str, names: Value) -> Value:
        """Return properties of an item: those that are named, else all."""
        wanted = [str(each) for each in names] if names is not None else []
        return self._show("Get-ItemProperty", path, **({"Name": wanted} if wanted else {}))

    @clr_method("Set", f"string path, psobject propertyValue -> {_OBJECTS}")
    def set(self, path: str, value: Value) -> Value:
        """Set properties of an item to those of an object."""
        return self._run("Set-ItemProperty", path, InputObject=value, PassThru=True)

    @clr_method("Clear", "string path, System.Collections.ObjectModel.Collection[string] names -> void")
    def clear(self, path: str, names: Value) -> None:
        """Clear properties of an item."""
        for each in names:
            self._run("Clear-ItemProperty", path, Name=str(each))


@clr_class(_AUTOMATION + "SecurityDescriptorCmdletProviderIntrinsics")
class SecurityIntrinsics(Intrinsics):
    """`InvokeProvider.SecurityDescriptor`: access control of items is not emulated."""

    @clr_method("Get", f"string path, object includeSections -> {_OBJECTS}")
    def get(self, path: str, sections: Value) -> Value:
        """Refuse."""
        raise NotEmulatedException("Security descriptors of items are not emulated.", error_id="NotEmulatedAcl")

    @clr_method("Set", f"string path, object sd -> {_OBJECTS}")
    def set(self, path: str, descriptor: Value) -> Value:
        """Refuse."""
        raise NotEmulatedException("Security descriptors of items are not emulated.", error_id="NotEmulatedAcl")


@clr_class(_AUTOMATION + "DriveManagementIntrinsics")
class DriveIntrinsics(Intrinsics):
    """`SessionState.Drive`."""

    @clr_property("Current", _AUTOMATION + "PSDriveInfo")
    def current(self) -> Value:
        """The drive on which the session is."""
        return self._drives.location.drive

    def _find(self, name: str) -> Any:
        try:
            return self._drives.drive(name)
        except NetException as error:
            raise as_thrown_by_method(error) from None

    @clr_method("Get", f"string driveName -> {_AUTOMATION}PSDriveInfo")
    def get(self, name: str) -> Value:
        """Return a drive."""
        return self._find(name)

    @clr_method("GetAtScope", f"string driveName, string scope -> {_AUTOMATION}PSDriveInfo")
    def get_at_scope(self, name: str, scope: str) -> Value:
        """Return a drive."""
        return self._find(name)

    @clr_method("GetAll", f"-> System.Collections.ObjectModel.Collection[{_AUTOMATION}PSDriveInfo]")
    def get_all(self) -> Value:
        """Return all drives."""
        return _collected(self._drives.drives.values())

    @clr_method("GetAllAtScope", f"string scope -> System.Collections.ObjectModel.Collection[{_AUTOMATION}PSDriveInfo]")
    def get_all_at_scope(self, scope: str) -> Value:
        """Return all drives."""
        return self.get_all()

    @clr_method(
        "GetAllForProvider",
        f"string providerName -> System.Collections.ObjectModel.Collection[{_AUTOMATION}PSDriveInfo]",
    )
    def get_all_for_provider(self, name: str) -> Value:
        """Return the drives of a provider."""
        return _collected(_provider(self._drives, name).drives)

    @clr_method("New", f"{_AUTOMATION}PSDriveInfo drive, string scope -> {_AUTOMATION}PSDriveInfo")
    def new(self, drive: Any, scope: str) -> Value:
        """Make a drive known."""
        try:
            items: list[Value] = []
            self.runspace.run_command(
                "New-PSDrive",
                out=items.append,
                Name=drive.name,
                PSProvider=drive.provider.name,
                Root=drive.root,
                Scope=scope or "Local",
                ErrorAction="Stop",
            )
        except NetException as error:
            raise as_thrown_by_method(error) from None
        return items[0] if items else None

    @clr_method("Remove", "string driveName, bool force, string scope -> void")
    def remove(self, name: str, force: bool, scope: str) -> None:
        """Forget a drive."""
        self._drives.remove(self._find(name))


@clr_class(_AUTOMATION + "CmdletProviderManagementIntrinsics")
class ManagementIntrinsics(Intrinsics):
    """`SessionState.Provider`."""

    @clr_method("GetOne", f"string name -> {_AUTOMATION}ProviderInfo")
    def get_one(self, name: str) -> Value:
        """Return a provider."""
        return _provider(self._drives, name)

    @clr_method("Get", f"string name -> System.Collections.ObjectModel.Collection[{_AUTOMATION}ProviderInfo]")
    def get(self, name: str) -> Value:
        """Return the providers of a name."""
        return _collected([_provider(self._drives, name)])

    @clr_method("GetAll", f"-> System.Collections.Generic.IEnumerable[{_AUTOMATION}ProviderInfo]")
    def get_all(self) -> Value:
        """Return all providers."""
        return list(self._drives.providers.values())


def _provider(drives: DriveTable, name: str) -> Any:
    try:
        return drives.provider(name)
    except NetException as error:
        raise as_thrown_by_method(error) from None


__all__ = ["DriveIntrinsics", "ManagementIntrinsics", "ProviderIntrinsics", "as_thrown_by_method"]
