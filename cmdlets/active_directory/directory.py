"""Everything in the directory: objects of any class, organizational units, computers, and where objects lie."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.errors import OrganizationError
from shell.engine.commands.cmdlet import Example, parameter
from shell.values.errors import ErrorCategory

from .base import ADCmdlet
from .editing import Changes, Editing
from .queries import Query


class GetADObject(Query, verb="Get", noun="ADObject"):
    """Show objects of any class, containers and the domain among them."""

    examples = (
        Example("Get-ADObject -LDAPFilter '(objectClass=contact)' -Properties mail", "The contacts."),
        Example("Get-ADObject 'CN=Users,DC=contoso,DC=com'", "One by its name."),
    )


class GetADOrganizationalUnit(Query, verb="Get", noun="ADOrganizationalUnit"):
    """Show organizational units. A unit is there while something is in it."""

    kind = "ADOrganizationalUnit"
    examples = (Example("Get-ADOrganizationalUnit -Filter * | Select-Object DistinguishedName", "All units."),)


class GetADComputer(Query, verb="Get", noun="ADComputer"):
    """Show the domain controller and the servers of the lab."""

    kind = "ADComputer"
    examples = (Example("Get-ADComputer EX01 -Properties OperatingSystem", "The Exchange server."),)


class SetADObject(Editing, verb="Set", noun="ADObject"):
    """Change attributes of an object of any class."""

    identity: Any = parameter("object", position=0, mandatory=True, pipeline=True, help="The object.")
    display_name: str = parameter("string", allow_null=True, allow_empty_string=True, help="The name that is shown.")
    description: str = parameter("string", allow_null=True, allow_empty_string=True, help="What it is for.")
    pass_thru: bool = parameter("switch", help="Write the object as it is then.")
    examples = (
        Example("Get-ADUser anna | Set-ADObject -Replace @{ extensionAttribute2 = 'north' }", "Of an account."),
    )

    def process(self) -> None:
        """Change it."""
        entry = self.entry(self.identity)
        changes = Changes()
        for name, ldap in (("DisplayName", "displayName"), ("Description", "description")):
            if self.is_bound(name):
                changes.replace(ldap, self.bound[name])
        self.edits(changes)
        if self.should_process(entry.distinguished_name, "Set"):
            self.apply(entry, changes)
            if self.pass_thru:
                self.show(self.entry(entry.distinguished_name))


class _Placing(ADCmdlet):
    """A cmdlet that gives an object another name or place."""

    supports_should_process: ClassVar[bool] = True
    action: ClassVar[str]
    identity: Any = parameter("object", position=0, mandatory=True, pipeline=True, help="The object.")
    pass_thru: bool = parameter("switch", help="Write the object as it is then.")

    def process(self) -> None:
        """Do it, unless -WhatIf or an answer is against it."""
        entry = self.entry(self.identity)
        if not self.should_process(entry.distinguished_name, self.action):
            return
        if entry.item is None:
            raise self.lacking(f"A new name or place for {entry.get('name')}, which every domain has,")
        try:
            stored = self.organization.update(entry.item, **self.place())
        except OrganizationError as error:
            raise self.refused(8305, error.text, ErrorCategory.InvalidOperation) from None
        if self.pass_thru:
            self.show(self.entry(stored.distinguished_name))

    def place(self) -> dict[str, str]:
        """What changes of it."""
        raise NotImplementedError


class RenameADObject(_Placing, verb="Rename", noun="ADObject"):
    """Give an object another name. Account names and addresses stay."""

    action = "Rename"
    new_name: str = parameter("string", position=1, mandatory=True, help="The name.")
    examples = (Example("Get-ADUser ben | Rename-ADObject -NewName 'Benjamin Carter' -PassThru", "Another name."),)

    def place(self) -> dict[str, str]:
        """The name."""
        return {"name": self.new_name}


class MoveADObject(_Placing, verb="Move", noun="ADObject"):
    """Put an object into another container."""

    action = "Move"
    target_path: str = parameter("string", position=1, mandatory=True, help="The container's distinguished name.")
    examples = (Example("Get-ADUser ben | Move-ADObject -TargetPath 'OU=Staff,DC=contoso,DC=com'", "Another place."),)

    def place(self) -> dict[str, str]:
        """The container."""
        if not self.target_path.casefold().endswith(self.organization.forest.dn.casefold()):
            raise self.no_container()
        return {"container_dn": self.target_path}
