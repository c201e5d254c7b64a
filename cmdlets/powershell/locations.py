"""The current location: Get-, Set-, Push- and Pop-Location."""

from __future__ import annotations

from typing import Any

from cmdlets.powershell.path_command import PathCommand, literal_path_parameter
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.engine.providers.base import PathInfo, path_not_found
from shell.types.registry.declarations import clr_class
from shell.values.errors import ErrorCategory, NetException, PSArgumentException

_MODULE = "Microsoft.PowerShell.Management"
_PATH_INFO = "System.Management.Automation.PathInfo"
_HISTORY = "location history"
_FUTURE = "location future"


@clr_class("System.Management.Automation.PathInfoStack", properties="Name:string Count:int")
class PathInfoStack:
    """A stack of locations, the newest first."""

    def __init__(self, name: str, items: list[PathInfo]) -> None:
        self.name = name
        self.items = items

    @property
    def count(self) -> int:
        """How many locations there are."""
        return len(self.items)

    def clr_enumerate(self) -> list[PathInfo]:
        """Return the locations."""
        return list(self.items)


class LocationCommand(PathCommand):
    """What the commands that change the location share."""

    def container(self, path: str, *, literal: bool) -> PathInfo:
        """Return the one container that a path names."""
        places = self.drives.expand(path, literal=literal)
        containers = [place for place in places if place.provider.is_container(place.provider_path)]
        if not containers:
            raise path_not_found(self.drives.resolve(path).path if literal else path_shown(self, path))
        if len(containers) > 1:
            raise PSArgumentException(
                "Cannot set the location because the path resolved to multiple containers.",
                error_id="Argument",
                category=ErrorCategory.InvalidArgument,
            )
        return containers[0]

    def go(self, place: PathInfo) -> None:
        """Change the location and remember the one before, for `-`."""
        state = self.session.state
        state.setdefault(_HISTORY, []).append(self.drives.location)
        state[_FUTURE] = []
        self.drives.move_to(place)

    def stack(self, name: str | None) -> list[PathInfo]:
        """Return a stack of locations by name; the current one without."""
        key = (name or self.drives.stack_name).lower()
        key = "" if key == "default" else key
        return self.drives.stacks.setdefault(key, [])


def path_shown(command: PathCommand, path: str) -> str:
    """Return a path as errors show it: complete where it can be."""
    try:
        return command.drives.resolve(path).path
    except NetException:
        return path


class GetLocation(
    PathCommand,
    verb="Get",
    noun="Location",
    module=_MODULE,
    default_set="Location",
    output=(_PATH_INFO, "System.Management.Automation.PathInfoStack"),
):
    """Write the current location, that of a drive, or a stack of locations."""

    examples = (Example("Get-Location", "Where the session stands."),)

    ps_provider: list[str] = parameter(
        "string[]", name="PSProvider", sets=("Location",), by_property_name=True, help="Providers to ask for."
    )
    ps_drive: list[str] = parameter(
        "string[]", name="PSDrive", sets=("Location",), by_property_name=True, help="Drives to ask for."
    )
    stack: bool = parameter("switch", sets=("Stack",), help="Write the stack that Push-Location fills.")
    stack_name: list[str] = parameter(
        "string[]", sets=("Stack",), by_property_name=True, help="The names of stacks to write."
    )

    def process(self) -> None:
        """Write locations."""
        drives = self.drives
        if self.parameter_set == "Stack" and (self.stack or self.stack_name):
            for name in self.stack_name or [""]:
                self._show_stack(name)
            return
        if not self.ps_drive and not self.ps_provider:
            self.write(drives.location)
            return
        for name in self.ps_drive or ():
            with self.reporting():
                drive = drives.drive(name)
                self.write(drives.place(drive, drive.current_location))
        for name in self.ps_provider or ():
            with self.reporting():
                drive = drives.provider(name).drives[0]
                self.write(drives.place(drive, drive.current_location))

    def _show_stack(self, name: str | None) -> None:
        lowered = (name or "").lower()
        items = self.drives.stacks.get("" if lowered == "default" else lowered)
        if items is None:
            text = (
                'Cannot process argument because the value of argument "stackName" is not valid. Change the value of'
                ' the "stackName" argument and run the operation again.'
            )
            self.write_error(self.error(text, "Argument", ErrorCategory.InvalidArgument, exception=PSArgumentException))
            return
        self.write(PathInfoStack(name or "default", list(reversed(items))))


class SetLocation(
    LocationCommand,
    verb="Set",
    noun="Location",
    module=_MODULE,
    default_set="Path",
    output=(_PATH_INFO, "System.Management.Automation.PathInfoStack"),
):
    """Go to another folder or drive. `-` is the location before, `+` the one that `-` left; nothing is home."""

    examples = (Example("Set-Location env:; Get-Location; Set-Location -", "To a drive and back."),)

    path: Any = parameter(
        "string",
        sets={"Path": SetMembership(position=0, pipeline=True, by_property_name=True)},
        help="Where to go.",
    )
    pass_thru: bool = parameter("switch", help="Write the new location.")
    literal_path: Any = literal_path_parameter(type_name="string")
    stack_name: Any = parameter("string", sets=("Stack",), by_property_name=True, help="The stack to make current.")

    def process(self) -> None:
        """Go there."""
        if self.parameter_set == "Stack":
            self._choose_stack()
            return
        try:
            self._go()
        except NetException as problem:
            if problem.record is not None or problem.error_id is None:
                raise
            self.report(problem)
            return
        if self.pass_thru:
            self.write(self.drives.location)

    def _go(self) -> None:
        if self.literal_path is not None:
            self.go(self.container(self.literal_path, literal=True))
        elif self.path == "-":
            self._step(_HISTORY, _FUTURE, "There is no location history left to navigate backwards.")
        elif self.path == "+":
            self._step(_FUTURE, _HISTORY, "There is no location history left to navigate forwards.")
        else:
            self.go(self.container(self.path or "~", literal=False))

    def _step(self, source: str, target: str, complaint: str) -> None:
        state = self.session.state
        places = state.get(source)
        if not places:
            raise PSArgumentException(complaint, error_id="InvalidOperation", category=ErrorCategory.InvalidOperation)
        state.setdefault(target, []).append(self.drives.location)
        self.drives.move_to(places.pop())

    def _choose_stack(self) -> None:
        name = (self.stack_name or "").lower()
        if name and name != "default" and name not in self.drives.stacks:
            self.write_error(
                self.error(
                    f"Cannot find location stack '{self.stack_name}'. It does not exist or it is not a container.",
                    "Argument",
                    ErrorCategory.InvalidArgument,
                    exception=PSArgumentException,
                )
            )
            return
        self.drives.stack_name = "" if name == "default" else name


class PushLocation(
    LocationCommand, verb="Push", noun="Location", module=_MODULE, default_set="Path", output=(_PATH_INFO,)
):
    """Remember the current location and go to another one."""

    examples = (Example("Push-Location env:; Pop-Location", "To a drive and back."),)

    path: Any = parameter(
        "string",
        sets={"Path": SetMembership(position=0, pipeline=True, by_property_name=True)},
        help="Where to go; nowhere without it.",
    )
    pass_thru: bool = parameter("switch", help="Write the new location.")
    stack_name: Any = parameter("string", by_property_name=True, help="The stack to use.")
    literal_path: Any = literal_path_parameter(type_name="string", mandatory=False)

    def process(self) -> None:
        """Remember, then go."""
        with self.reporting():
            here = self.drives.location
            path = self.literal_path if self.literal_path is not None else self.path
            place = None if path is None else self.container(path, literal=self.literal_path is not None)
            self.stack(self.stack_name).append(here)
            if place is not None:
                self.go(place)
            if self.pass_thru:
                self.write(self.drives.location)


class PopLocation(LocationCommand, verb="Pop", noun="Location", module=_MODULE, output=(_PATH_INFO,)):
    """Go back to the location that Push-Location remembered last."""

    examples = (Example("Push-Location env:; Pop-Location", "To a drive and back."),)

    pass_thru: bool = parameter("switch", help="Write the new location.")
    stack_name: Any = parameter("string", by_property_name=True, help="The stack to use.")

    def process(self) -> None:
        """Go back."""
        if self.stack_name and self.stack_name.lower() not in (*self.drives.stacks, "default"):
            self.write_error(
                self.error(
                    f"Cannot find location stack '{self.stack_name}'. It does not exist or it is not a container.",
                    "Argument",
                    ErrorCategory.InvalidArgument,
                    exception=PSArgumentException,
                )
            )
            return
        items = self.stack(self.stack_name)
        if not items:
            return
        self.go(items.pop())
        if self.pass_thru:
            self.write(self.drives.location)
