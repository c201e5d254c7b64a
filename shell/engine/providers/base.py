"""The base of providers, and the objects that describe providers, drives and paths.

A provider works on paths of its own: FileSystem on absolute native paths, the others on the item's name, with "" for
the root. It raises `NetException`s that carry id, category and target; the cmdlets report them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Final

from shell.engine.providers import paths
from shell.machine import disk
from shell.types.members import type_data
from shell.types.members.extended_members import BuiltInScriptProperty
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method
from shell.values.errors import (
    ErrorCategory,
    ItemNotFoundException,
    NetException,
    NotSupportedException,
    PSArgumentException,
    SessionStateException,
    exception_class,
)
from shell.values.objects import Int64, PSObject, Value

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace

DriveNotFoundException = exception_class(
    "System.Management.Automation.DriveNotFoundException", SessionStateException, __name__
)
ProviderNotFoundException = exception_class(
    "System.Management.Automation.ProviderNotFoundException", SessionStateException, __name__
)

MODULE_PREFIX: Final = "Microsoft.PowerShell.Core\\"


@clr_class(
    "System.Management.Automation.ProviderInfo",
    properties="HelpFile:string Name:string ModuleName:string Description:string Capabilities:string Home:string=rw"
    " Drives:object",
)
class Provider:
    """One provider of a session. Scripts see it as its ProviderInfo."""

    name: ClassVar[str]
    capabilities: ClassVar[str] = "ShouldProcess"
    is_navigable: ClassVar[bool] = False
    """True where items nest, so that a path has folders in it."""
    help_file: ClassVar[str] = "System.Management.Automation.dll-Help.xml"
    module_name: ClassVar[str] = "Microsoft.PowerShell.Core"

    takes_options: ClassVar[bool] = False
    """Whether Set-Item and New-Item have -Options for its items: None, ReadOnly, Constant, Private, AllScope."""

    def __init__(self, session: Runspace) -> None:
        self.session = session
        self.description = ""
        self.home: str | None = None
        self.drives: list[PSDriveInfo] = []

    @property
    def full_name(self) -> str:
        """`Microsoft.PowerShell.Core\\FileSystem`."""
        return MODULE_PREFIX + self.name

    def __str__(self) -> str:
        return self.full_name

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the full name."""
        return self.full_name

    # --- paths ---

    def join(self, parent: str, child: str) -> str:
        """Return the provider path of a child."""
        return child if not parent else f"{parent}/{child}"

    def parent(self, path: str) -> str:
        """Return the parent's path; the root's is empty."""
        return ""

    def leaf(self, path: str) -> str:
        """Return the last part of a path."""
        return path

    def within(self, root: str, relative: str) -> str:
        """Return the provider path of `relative` below a drive's root."""
        return relative.strip("/\\")

    # --- reading ---

    def exists(self, path: str) -> bool:
        """True if there is an item."""
        raise NotImplementedError

    def is_container(self, path: str) -> bool:
        """True if the item may have children."""
        return not path

    def child_names(self, path: str, *, hidden: bool = False) -> Iterable[str]:
        """Return the names of the children, in the order in which they are shown."""
        raise NotImplementedError

    def item(self, path: str) -> Value:
        """Return the item as scripts see it, without the notes that `decorate` adds."""
        raise NotImplementedError

    # --- changing ---

    def visible_item(self, path: str, *, force: bool) -> Value:
        """Return what Get-Item shows; `force` reaches what is hidden."""
        return self.item(path)

    def new(self, path: str, item_type: str, value: Value, *, force: bool) -> Value:
        """Make an item and return it."""
        raise self.unsupported()

    def set(self, path: str, value: Value, *, force: bool) -> Value:
        """Give an item a value (Set-Item) and return it."""
        raise self.unsupported()

    def clear(self, path: str) -> None:
        """Clear an item's value (Clear-Item)."""
        raise self.unsupported()

    def remove(self, path: str, *, recurse: bool, force: bool) -> None:
        """Remove an item."""
        raise self.unsupported()

    def rename(self, path: str, new_name: str, *, force: bool) -> str:
        """Rename an item; return its new path."""
        raise self.unsupported()

    def copy(self, path: str, destination: str, *, recurse: bool, force: bool, container: bool = True) -> list[str]:
        """Copy an item; return the paths of what was made."""
        raise self.unsupported()

    def move(self, path: str, destination: str, *, force: bool) -> str:
        """Move an item; return its new path."""
        raise self.unsupported()

    def invoke(self, path: str) -> None:
        """Open an item (Invoke-Item)."""
        raise self.unsupported()

    def remove_prompt(self, path: str) -> str | None:
        """Return the question to ask before an item is removed without -Recurse, if any."""
        return None

    # --- content ---

    def values(self, path: str) -> list[Value]:
        """Return an item's content (Get-Content), for providers whose items are not files."""
        raise self.no_interface("IContentCmdletProvider")

    def write_values(self, path: str, values: list[Value]) -> None:
        """Replace an item's content (Set-Content), for providers whose items are not files."""
        raise self.no_interface("IContentCmdletProvider")

    # --- ShouldProcess: the action and the target that a cmdlet asks about ---

    def action(self, verb: str, path: str, detail: str = "", *, kind: str = "") -> tuple[str, str]:
        """Return (action, target). `detail` is the destination, value or new name; `kind` an item type of New-Item."""
        details = {
            "New": f" Type: {kind} Value: {detail}",
            "Set": f" Value: {detail}",
            "Copy": f" Destination: {detail}",
            "Move": f" Destination: {detail}",
            "Rename": f" NewName: {detail}",
        }
        return f"{verb} Item", f"Item: {path}{details.get(verb, '')}"

    # --- errors ---

    def unsupported(self) -> NetException:
        """Return the error for an operation that this provider lacks."""
        return NotSupportedException(
            "Provider operation stopped because the provider does not support this operation.",
            error_id="NotSupported",
            category=ErrorCategory.NotImplemented,
        )

    def no_interface(self, name: str) -> NetException:
        """Return the error for a whole interface that this provider lacks."""
        return NotSupportedException(
            f"Cannot use interface. The {name} interface is not supported by this provider.",
            error_id="NotSupported",
            category=ErrorCategory.NotImplemented,
            target=self.full_name,
        )


_NO_DRIVE_NAME = frozenset(";~/\\.:")


def check_drive_name(name: str) -> None:
    """Raise an error for an invalid drive name."""
    if set(name) & _NO_DRIVE_NAME:
        raise PSArgumentException(
            "Cannot process the drive name because the drive name contains one or more of the following characters that"
            " are not valid: ; ~ / \\ . :",
            error_id="Argument",
            category=ErrorCategory.InvalidArgument,
        )


@clr_class(
    "System.Management.Automation.PSDriveInfo",
    properties="CurrentLocation:string=rw Name:string Provider:System.Management.Automation.ProviderInfo Root:string"
    " Description:string=rw MaximumSize Credential DisplayRoot:string VolumeSeparatedByColon:bool",
)
class PSDriveInfo:
    """A drive: a name for a place in a provider. `current_location` is relative to the root."""

    maximum_size: Value = None
    display_root: str | None = None

    @clr_constructor(
        "string name, System.Management.Automation.ProviderInfo provider, string root, string description,"
        " System.Management.Automation.PSCredential credential"
    )
    @staticmethod
    def make(name: str, provider: Provider, root: str, description: str, credential: Value) -> PSDriveInfo:
        """Describe a drive that is not known yet."""
        check_drive_name(name)
        made = PSDriveInfo(name, provider, root or "", description or "")
        made.credential = credential
        return made

    def __init__(self, name: str, provider: Provider, root: str, description: str = "", *, colon: bool = True) -> None:
        self.name = name
        self.provider = provider
        self.root = root
        self.description = description
        self.volume_separated_by_colon = colon
        self.current_location = ""
        self.credential: Value = None
        self.separator = paths.separator_of(root)
        """The separator of its paths."""

    def __str__(self) -> str:
        return self.name

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the name."""
        return self.name

    def show(self, relative: str) -> str:
        """Return the path that scripts see for a place below the root."""
        if not self.volume_separated_by_colon:
            return self.root if not relative else self.root.rstrip("/") + "/" + relative
        return f"{self.name}:{self.separator}{relative}"


@clr_class(
    "System.Management.Automation.PathInfo",
    properties="Drive:System.Management.Automation.PSDriveInfo Provider:System.Management.Automation.ProviderInfo"
    " ProviderPath:string Path:string",
)
class PathInfo:
    """A path with its provider: what Resolve-Path and Get-Location write."""

    __slots__ = ("drive", "drive_relative", "path", "provider", "provider_path")

    def __init__(
        self, drive: PSDriveInfo | None, provider: Provider, provider_path: str, path: str, drive_relative: str = ""
    ) -> None:
        self.drive = drive
        self.provider = provider
        self.provider_path = provider_path
        self.path = path
        self.drive_relative = drive_relative
        """The part below the drive's root."""

    def __str__(self) -> str:
        return self.path

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the path."""
        return self.path

    def qualified(self, provider_path: str | None = None) -> str:
        """Return `Provider::path`, of this path or another one of the same provider."""
        return f"{self.provider.full_name}::{self.provider_path if provider_path is None else provider_path}"


def _usage(drive: PSDriveInfo, part: str) -> Value:
    """Return how many bytes of a file drive are used or free; nothing for other drives."""

    if not drive.provider.is_navigable:
        return None
    try:
        return Int64(getattr(disk.usage(drive.root), part))
    except OSError:
        return None


type_data.declare(
    "System.Management.Automation.PSDriveInfo",
    BuiltInScriptProperty("Used", lambda drive: _usage(drive, "used"), "System.Object", "used bytes"),
    BuiltInScriptProperty("Free", lambda drive: _usage(drive, "free"), "System.Object", "free bytes"),
)


def decorate(value: Value, place: PathInfo) -> Value:
    """Add the notes that item cmdlets put on what they write: PSPath, PSParentPath, PSChildName, PSDrive, ..."""
    provider, path = place.provider, place.provider_path
    notes: dict[str, Any] = {"PSPath": place.qualified()}
    if provider.is_navigable:
        parent = provider.parent(path)
        notes["PSParentPath"] = place.qualified(parent) if parent else ""
        notes["PSChildName"] = provider.leaf(path)
    if place.drive is not None:
        notes["PSDrive"] = place.drive
    notes["PSProvider"] = provider
    notes["PSIsContainer"] = provider.is_container(path)
    if isinstance(value, PSObject):
        value.members.update(notes)
        return value
    return PSObject(value, notes)


def path_not_found(shown: str) -> NetException:
    """Return the error for a path that names nothing."""
    return ItemNotFoundException(
        f"Cannot find path '{shown}' because it does not exist.",
        error_id="PathNotFound",
        category=ErrorCategory.ObjectNotFound,
        target=shown,
    )


def drive_not_found(name: str) -> NetException:
    """Return the error for a drive that does not exist."""
    return DriveNotFoundException(
        f"Cannot find drive. A drive with the name '{name}' does not exist.",
        error_id="DriveNotFound",
        category=ErrorCategory.ObjectNotFound,
        target=name,
    )


def provider_not_found(name: str) -> NetException:
    """Return the error for a provider that does not exist."""
    return ProviderNotFoundException(
        f"Cannot find a provider with the name '{name}'.",
        error_id="ProviderNotFound",
        category=ErrorCategory.ObjectNotFound,
        target=name,
    )
