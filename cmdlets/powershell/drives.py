"""Drives and providers: Get-, New- and Remove-PSDrive, Get-PSProvider."""

from __future__ import annotations

from cmdlets.powershell.path_command import PathCommand
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.engine.providers.base import PSDriveInfo, check_drive_name, drive_not_found, provider_not_found
from shell.engine.session.variable_objects import scope_named
from shell.machine import disk
from shell.values.errors import (
    ErrorCategory,
    IOException,
    PSInvalidOperationException,
    SessionStateException,
)
from shell.values.objects import Value
from shell.values.wildcard import has_wildcard, wildcard_matcher

_MODULE = "Microsoft.PowerShell.Management"
_DRIVE = "System.Management.Automation.PSDriveInfo"


class GetPSDrive(
    PathCommand,
    verb="Get",
    noun="PSDrive",
    module=_MODULE,
    default_set="Name",
    output=(_DRIVE,),
    class_name="Microsoft.PowerShell.Commands.GetPSDriveCommand",
):
    """Get the drives of the session."""

    examples = (Example("Get-PSDrive Env", "One drive."),)

    name: list[str] = parameter(
        "string[]",
        sets={"Name": SetMembership(position=0, by_property_name=True)},
        not_null_or_empty=True,
        help="Names of drives; wildcards work.",
    )
    scope: str = parameter("string", by_property_name=True, help="The scope to look in; drives live in the global one.")
    ps_provider: list[str] = parameter("string[]", name="PSProvider", by_property_name=True, help="Providers to take.")
    literal_name: list[str] = parameter(
        "string[]",
        sets={"LiteralName": SetMembership(mandatory=True, position=0, by_property_name=True)},
        help="Names taken as they are.",
    )

    def process(self) -> None:
        """Write the drives."""
        if self.scope:
            scope_named(self.session, self.scope)
        drives = sorted(self.drives.drives.values(), key=lambda each: each.name.lower())
        if self.ps_provider:
            wanted = [wildcard_matcher(each) for each in self.ps_provider]
            drives = [each for each in drives if any(matches(each.provider.name) for matches in wanted)]
        for name in self.literal_name or self.name or ["*"]:
            matches = wildcard_matcher(name)
            found = [each for each in drives if matches(each.name)]
            if not found and (self.literal_name or not has_wildcard(name)):
                self.write_error(self._missing(name))
            for drive in found:
                self.write(drive)

    def _missing(self, name: str) -> Value:
        problem = drive_not_found(name)
        return self.error(problem, "GetLocationNoMatchingDrive", ErrorCategory.ObjectNotFound, name)


class NewPSDrive(
    PathCommand,
    verb="New",
    noun="PSDrive",
    module=_MODULE,
    should_process=True,
    output=(_DRIVE,),
    class_name="Microsoft.PowerShell.Commands.NewPSDriveCommand",
):
    """Give a folder a name of its own, as a drive."""

    examples = (Example("New-PSDrive Lab FileSystem . | Remove-PSDrive", "A drive for the current folder."),)

    name: str = parameter("string", position=0, mandatory=True, by_property_name=True, help="The drive's name.")
    ps_provider: str = parameter(
        "string", name="PSProvider", position=1, mandatory=True, by_property_name=True, help="The provider."
    )
    root: str = parameter(
        "string",
        position=2,
        mandatory=True,
        by_property_name=True,
        allow_empty_string=True,
        help="The place that the drive stands for.",
    )
    description: str = parameter("string", by_property_name=True, help="A text about the drive.")
    scope: str = parameter("string", by_property_name=True, help="The scope; drives live in the global one.")
    credential: Value = parameter(
        "System.Management.Automation.PSCredential", by_property_name=True, help="Not emulated."
    )

    def process(self) -> None:
        """Make the drive."""
        if self.credential is not None:
            raise self.not_emulated("A drive with other credentials", "DriveCredential")
        with self.reporting():
            provider = self.drives.provider(self.ps_provider)
            target = f"Name: {self.name} Provider: {provider.full_name} Root: {self.root}"
            if not self.should_process(target, "New drive"):
                return
            check_drive_name(self.name)
            if self.name.lower() in self.drives.drives:
                raise SessionStateException(
                    f"A drive with the name '{self.name}' already exists.",
                    error_id="DriveAlreadyExists",
                    category=ErrorCategory.ResourceExists,
                    target=self.name,
                )
            root = self.root
            if provider is self.drives.file_system:
                root = self.drives.resolve(root or ".").provider_path
                if not disk.is_folder(disk.admit(root)):
                    raise IOException(
                        f'The specified drive root "{root}" either does not exist, or it is not a folder.',
                        error_id="DriveRootError",
                        category=ErrorCategory.ReadError,
                        target=PSDriveInfo(self.name, provider, root, self.description or ""),
                    )
            self.write(self.drives.add(PSDriveInfo(self.name, provider, root, self.description or "")))


class RemovePSDrive(
    PathCommand,
    verb="Remove",
    noun="PSDrive",
    module=_MODULE,
    default_set="Name",
    should_process=True,
    class_name="Microsoft.PowerShell.Commands.RemovePSDriveCommand",
):
    """Forget a drive; what it stood for stays."""

    examples = (Example("New-PSDrive Lab FileSystem . | Out-Null; Remove-PSDrive Lab", "Make a drive and forget it."),)

    name: list[str] = parameter(
        "string[]",
        sets={"Name": SetMembership(mandatory=True, position=0, by_property_name=True)},
        help="Names of drives; wildcards work.",
    )
    ps_provider: list[str] = parameter("string[]", name="PSProvider", by_property_name=True, help="Providers to take.")
    scope: str = parameter("string", by_property_name=True, help="The scope; drives live in the global one.")
    force: bool = parameter("switch", help="Forget the drive that the session stands on, too.")
    literal_name: list[str] = parameter(
        "string[]",
        sets={"LiteralName": SetMembership(mandatory=True, position=0, by_property_name=True)},
        help="Names taken as they are.",
    )

    def process(self) -> None:
        """Forget the drives."""
        for name in self.literal_name or self.name:
            matches = wildcard_matcher(name)
            found = [each for each in list(self.drives.drives.values()) if matches(each.name) and self._provided(each)]
            if not found and (self.literal_name or not has_wildcard(name)):
                self.report(drive_not_found(name))
            for drive in found:
                with self.reporting():
                    self._remove(drive)

    def _provided(self, drive: PSDriveInfo) -> bool:
        wanted = [wildcard_matcher(each) for each in self.ps_provider or ()]
        return not wanted or any(matches(drive.provider.name) for matches in wanted)

    def _remove(self, drive: PSDriveInfo) -> None:
        if self.drives.location.drive is drive and not self.force:
            raise PSInvalidOperationException(
                f"Cannot remove drive '{drive.name}' because it is in use.",
                error_id="DriveInUse",
                category=ErrorCategory.InvalidOperation,
                target=drive.name,
            )
        target = f"Name: {drive.name} Provider: {drive.provider.full_name} Root: {drive.root}"
        if self.should_process(target, "Remove Drive"):
            self.drives.remove(drive)


class GetPSProvider(
    PathCommand,
    verb="Get",
    noun="PSProvider",
    module=_MODULE,
    output=("System.Management.Automation.ProviderInfo",),
    class_name="Microsoft.PowerShell.Commands.GetPSProviderCommand",
):
    """Get the providers: the kinds of stores that drives show."""

    examples = (Example("Get-PSProvider FileSystem", "One provider."),)

    ps_provider: list[str] = parameter(
        "string[]",
        name="PSProvider",
        position=0,
        by_property_name=True,
        not_null_or_empty=True,
        help="Names of providers; wildcards work.",
    )

    def process(self) -> None:
        """Write the providers."""
        providers = self.drives.providers
        for name in self.ps_provider or ["*"]:
            matches = wildcard_matcher(name.rpartition("\\")[2])
            found = [each for each in providers.values() if matches(each.name)]
            if not found and not has_wildcard(name):
                self.report(provider_not_found(name))
            for provider in found:
                self.write(provider)
