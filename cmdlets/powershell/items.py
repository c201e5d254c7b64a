"""The item commands: Get-, Set-, New-, Remove-, Copy-, Move-, Rename-, Clear- and Invoke-Item."""

from __future__ import annotations

from typing import Final

from cmdlets.powershell.path_command import (
    FilterCommand,
    ItemCommand,
    PathCommand,
    credential_parameter,
    literal_path_parameter,
    path_parameter,
)
from shell.engine.commands.cmdlet import Example, ParameterDeclaration, SetMembership, parameter
from shell.engine.providers.base import PathInfo, decorate
from shell.engine.providers.drives import DriveTable
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, NetException, PSArgumentException, PSInvalidOperationException
from shell.values.objects import Value, unwrap

_MODULE = "Microsoft.PowerShell.Management"
_PS_SESSION = "System.Management.Automation.Runspaces.PSSession"
_NO_SESSIONS = "There are no remote sessions."


class GetItem(
    ItemCommand,
    verb="Get",
    noun="Item",
    module=_MODULE,
    default_set="Path",
    output=("System.Boolean", "System.String", "System.IO.FileInfo", "System.IO.DirectoryInfo"),
):
    """Get the item at a path: a file, folder, variable, function, alias or environment variable."""

    examples = (Example("Get-Item .", "The current folder."), Example("Get-Item env:PATH", "A variable."))

    path: list[str] = path_parameter()
    literal_path: list[str] = literal_path_parameter()

    def process(self) -> None:
        """Write the items."""
        for place in self.places():
            with self.reporting():
                if place.provider_path or place.provider.is_navigable:
                    found = place.provider.visible_item(place.provider_path, force=bool(self.force))
                    self.write(decorate(found, place))
                    continue
                for name in place.provider.child_names(""):
                    child = self.drives.child(place, name)
                    self.write(decorate(child.provider.item(child.provider_path), child))


class ChangingCommand(ItemCommand, should_process=True):
    """An item command that asks before it changes anything."""

    def approved(self, verb: str, place: PathInfo, detail: str = "", *, kind: str = "") -> bool:
        """Ask or tell what is about to be done to an item."""
        action, target = place.provider.action(verb, place.provider_path, detail, kind=kind)
        return self.should_process(target, action)

    def give_back(self, place: PathInfo) -> None:
        """Write an item that was changed."""
        self.write(decorate(place.provider.item(place.provider_path), place))


OPTIONS_PARAMETER: Final = parameter(
    "System.Management.Automation.ScopedItemOptions",
    name="Options",
    help="None, ReadOnly, Constant, Private, AllScope: of functions and aliases.",
)


def options_parameter(drives: DriveTable, path: str) -> dict[str, ParameterDeclaration] | None:
    """Return -Options where a path leads to items that have them."""
    if ":" not in path and not drives.location.provider.takes_options:
        return None
    try:
        provider = drives.resolve(path or ".").provider
    except NetException:
        return None
    return {"options": OPTIONS_PARAMETER} if provider.takes_options else None


class SetItem(ChangingCommand, verb="Set", noun="Item", module=_MODULE, default_set="Path"):
    """Give an item a value: a variable, function, alias or environment variable."""

    examples = (Example("Set-Item env:LAB_MODE -Value test", "Set an environment variable."),)

    path: list[str] = path_parameter(pipeline=False)
    value: Value = parameter("object", position=1, pipeline=True, by_property_name=True, help="The new value.")
    pass_thru: bool = parameter("switch", help="Write the item.")
    literal_path: list[str] = literal_path_parameter()
    options: Value = None

    def dynamic_parameters(self) -> dict[str, ParameterDeclaration] | None:
        """-Options, for functions and aliases."""
        return options_parameter(self.drives, next(iter(self.path or self.literal_path or ()), ""))

    def process(self) -> None:
        """Set the items."""
        for place in self.targets():
            with self.reporting():
                if self.passes(place) and self.approved("Set", place, to_string(self.value)):
                    more = {} if self.options is None else {"options": int(self.options)}
                    item = place.provider.set(place.provider_path, self.value, force=self.force, **more)
                    if self.pass_thru:
                        self.write(decorate(item, place))


class ClearItem(ChangingCommand, verb="Clear", noun="Item", module=_MODULE, default_set="Path"):
    """Take the value of an item away and keep the item."""

    examples = (Example("$v = 1; Clear-Item variable:v", "Set a variable to null."),)

    path: list[str] = path_parameter()
    literal_path: list[str] = literal_path_parameter()

    def process(self) -> None:
        """Clear the items."""
        for place in self.places():
            with self.reporting():
                if self.approved("Clear", place):
                    place.provider.clear(place.provider_path)


_WHOLE_TARGET: Final = ("hardlink", "junction")
"""Links that keep no relative path: it counts from the current location."""


class NewItem(
    PathCommand,
    verb="New",
    noun="Item",
    module=_MODULE,
    default_set="pathSet",
    should_process=True,
    output=("System.String", "System.IO.FileInfo", "System.IO.DirectoryInfo"),
):
    """Make a file, a folder, or another item."""

    examples = (Example("New-Item variable:colour -Value red", "A variable."),)

    path: list[str] = parameter(
        "string[]",
        sets={
            "pathSet": SetMembership(mandatory=True, position=0, by_property_name=True),
            "nameSet": SetMembership(position=0, by_property_name=True),
        },
        help="Where the item is made; with -Name the folder.",
    )
    name: str = parameter(
        "string",
        sets={"nameSet": SetMembership(mandatory=True, by_property_name=True)},
        allow_empty_string=True,
        help="The name of the item.",
    )
    item_type: str = parameter(
        "string", by_property_name=True, aliases=("Type",), help="File, Directory, SymbolicLink or HardLink."
    )
    value: Value = parameter(
        "object", pipeline=True, by_property_name=True, aliases=("Target",), help="The content, or a link's target."
    )
    force: bool = parameter("switch", help="Replace a file; keep a folder that exists.")
    credential: Value = credential_parameter()
    options: Value = None

    def dynamic_parameters(self) -> dict[str, ParameterDeclaration] | None:
        """-Options, for functions and aliases."""
        return options_parameter(self.drives, next(iter(self.path or ()), ""))

    def process(self) -> None:
        """Make the items."""
        for path in self.path or [""]:
            with self.reporting():
                self._make(path)

    def _make(self, path: str) -> None:
        place = self.drives.resolve(path or ".")
        if self.name:
            place = self.drives.below(place, self.name)
        provider = place.provider
        action, target = provider.action("New", place.provider_path, to_string(self.value), kind=self.item_type or "")
        if self.should_process(target, action):
            value = unwrap(self.value)
            if value and (self.item_type or "").lower() in _WHOLE_TARGET:
                value = self.drives.resolve(to_string(value)).provider_path
            more = {} if self.options is None else {"options": int(self.options)}
            made = provider.new(place.provider_path, self.item_type or "", value, force=self.force, **more)
            self.write(decorate(made, place))


class RemoveItem(ChangingCommand, verb="Remove", noun="Item", module=_MODULE, default_set="Path"):
    """Remove files, folders, variables, functions, aliases or environment variables."""

    examples = (Example("$v = 1; Remove-Item variable:v", "Remove a variable."),)

    path: list[str] = path_parameter()
    recurse: bool = parameter("switch", help="Remove folders with all that is in them.")
    literal_path: list[str] = literal_path_parameter()

    def process(self) -> None:
        """Remove the items."""
        for place in list(self.places()):
            with self.reporting():
                self._remove(place)

    def _remove(self, place: PathInfo) -> None:
        provider, path = place.provider, place.provider_path
        if _holds_location(self.drives.location, place):
            raise PSInvalidOperationException(
                f"Cannot remove the item at '{path}' because it is in use.",
                error_id="InvalidOperation",
                category=ErrorCategory.InvalidOperation,
                target=path,
            )
        recurse = bool(self.recurse)
        question = None if recurse else provider.remove_prompt(path)
        if question is not None:
            if not self.should_continue(question, "Confirm"):
                return
            recurse = True
        if self.approved("Remove", place):
            provider.remove(path, recurse=recurse, force=self.force)


def _holds_location(location: PathInfo, place: PathInfo) -> bool:
    """True if the current location is the item or below it."""
    if location.provider is not place.provider or not place.provider.is_navigable:
        return False
    here: str = location.provider_path
    while here:
        if here == place.provider_path:
            return True
        here = place.provider.parent(here)
    return False


class TransferCommand(ChangingCommand):
    """What Copy-Item and Move-Item share: a destination."""

    path: list[str] = path_parameter()
    destination: str = parameter("string", position=1, by_property_name=True, help="The folder or the new name.")
    pass_thru: bool = parameter("switch", help="Write what was made.")
    literal_path: list[str] = literal_path_parameter()

    def target(self, source: PathInfo) -> PathInfo:
        """Return the destination; raises where it is in another provider."""
        place = self.drives.resolve(self.destination or ".")
        if place.provider is not source.provider:
            raise PSArgumentException(
                "Source and destination path did not resolve to the same provider.",
                error_id="Argument",
                category=ErrorCategory.InvalidArgument,
            )
        return place

    def write_made(self, destination: PathInfo, paths: list[str]) -> None:
        """Write the items that were made."""
        if not self.pass_thru:
            return
        for path in paths:
            place = PathInfo(destination.drive, destination.provider, path, path)
            self.give_back(place)


class CopyItem(TransferCommand, verb="Copy", noun="Item", module=_MODULE, default_set="Path"):
    """Copy files, folders and other items."""

    container: bool = parameter("switch", default=True, help="Keep the folders of what is copied.")
    recurse: bool = parameter("switch", help="Copy folders with all that is in them.")
    from_session: Value = parameter(
        _PS_SESSION, refused=_NO_SESSIONS, help="The session to copy from.", not_null_or_empty=True
    )
    to_session: Value = parameter(
        _PS_SESSION, refused=_NO_SESSIONS, help="The session to copy to.", not_null_or_empty=True
    )

    def process(self) -> None:
        """Copy the items."""
        if self.recurse and self.filter:
            raise self.not_emulated("A filter for what is in the folders that are copied", "RecurseFilter")
        for place in list(self.places()):
            with self.reporting():
                destination = self.target(place)
                if self.approved("Copy", place, final_path(place, destination)):
                    made = place.provider.copy(
                        place.provider_path,
                        destination.provider_path,
                        recurse=self.recurse,
                        force=self.force,
                        container=self.container,
                    )
                    self.write_made(destination, made)


class MoveItem(TransferCommand, verb="Move", noun="Item", module=_MODULE, default_set="Path"):
    """Move files, folders and other items."""

    def process(self) -> None:
        """Move the items."""
        for place in list(self.places()):
            with self.reporting():
                if _holds_location(self.drives.location, place):
                    raise PSInvalidOperationException(
                        f"Cannot move item because the item at '{place.provider_path}' is in use.",
                        error_id="InvalidOperation",
                        category=ErrorCategory.InvalidOperation,
                        target=place.provider_path,
                    )
                destination = self.target(place)
                if self.approved("Move", place, final_path(place, destination)):
                    moved = place.provider.move(place.provider_path, destination.provider_path, force=self.force)
                    self.write_made(destination, [moved])


def final_path(source: PathInfo, destination: PathInfo) -> str:
    """Return where an item ends up: inside the destination where that is a container."""
    provider = source.provider
    if provider.is_navigable and provider.is_container(destination.provider_path):
        return provider.join(destination.provider_path, provider.leaf(source.provider_path))
    return destination.provider_path


class RenameItem(PathCommand, verb="Rename", noun="Item", module=_MODULE, default_set="ByPath", should_process=True):
    """Give an item a new name."""

    path: str = path_parameter("ByPath", type_name="string")
    literal_path: str = literal_path_parameter("ByLiteralPath", type_name="string")
    new_name: str = parameter("string", position=1, mandatory=True, by_property_name=True, help="The new name.")
    force: bool = parameter("switch", help="Replace a file of the new name.")
    pass_thru: bool = parameter("switch", help="Write the item.")
    credential: Value = credential_parameter()

    def process(self) -> None:
        """Rename the item."""
        with self.reporting():
            place = self._source()
            provider = place.provider
            shown = self.new_name
            if provider.is_navigable:
                shown = provider.join(provider.parent(place.provider_path), self.new_name)
            action, target = provider.action("Rename", place.provider_path, shown)
            if not self.should_process(target, action):
                return
            path = provider.rename(place.provider_path, self.new_name, force=self.force)
            if self.pass_thru:
                made = PathInfo(place.drive, provider, path, path)
                self.write(decorate(provider.item(path), made))

    def _source(self) -> PathInfo:
        literal = self.literal_path is not None
        given = self.literal_path if literal else self.path
        place: PathInfo = self.drives.resolve(given)
        if not place.provider.exists(place.provider_path):
            raise self._missing(place)
        return place

    def _missing(self, place: PathInfo) -> NetException:
        return PSInvalidOperationException(
            f"Cannot rename because item at '{self.literal_path or self.path}' does not exist.",
            error_id="InvalidOperation",
            category=ErrorCategory.InvalidOperation,
        )


class InvokeItem(FilterCommand, verb="Invoke", noun="Item", module=_MODULE, default_set="Path", should_process=True):
    """Open an item with the program that the system has for it. Not emulated."""

    path: list[str] = path_parameter()
    credential: Value = credential_parameter()
    literal_path: list[str] = literal_path_parameter()

    def process(self) -> None:
        """Refuse, unless there is nothing to open."""
        for _ in self.places():
            raise self.not_emulated("Opening items with other programs", "InvokeItem")
