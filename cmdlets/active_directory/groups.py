"""Groups, and who is in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Final

from organization.errors import OrganizationError
from organization.objects.distribution_group import DistributionGroup
from shell.engine.commands.cmdlet import Example, Impact, parameter
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory
from shell.values.objects import Hashtable

from .base import ADCmdlet
from .editing import Changes, Editing
from .entries import Entry, entries, entry_of
from .objects import principal
from .queries import Query


class GetADGroup(Query, verb="Get", noun="ADGroup"):
    """Show groups: the lab's own, and those that every domain and Exchange's setup have made."""

    kind = "ADGroup"
    examples = (
        Example("Get-ADGroup Sales -Properties Members", "One group."),
        Example("Get-ADGroup -Filter {Name -like 'Domain *'} | Select-Object Name", "By a filter."),
    )


class NewADGroup(Editing, verb="New", noun="ADGroup"):
    """Make a group without an address; Enable-DistributionGroup gives it one."""

    kind = "ADGroup"
    name_: str = parameter("string", name="Name", position=0, mandatory=True, by_property_name=True, help="Its name.")
    group_scope: str = parameter(
        "string",
        position=1,
        mandatory=True,
        by_property_name=True,
        values=("DomainLocal", "Global", "Universal"),
        help="Universal: the others are not emulated, for no group here is used outside of mail.",
    )
    group_category: str = parameter(
        "string", values=("Distribution", "Security"), default="Security", by_property_name=True, help="What for."
    )
    sam_account_name: str = parameter("string", by_property_name=True, help="The account name; otherwise the name.")
    display_name: str = parameter("string", by_property_name=True, help="The name that is shown.")
    description: str = parameter("string", by_property_name=True, help="What it is for.")
    managed_by: Any = parameter("object", by_property_name=True, help="Its owner.")
    path: str = parameter("string", by_property_name=True, help="The container; CN=Users where none is named.")
    other_attributes: Hashtable | None = parameter("hashtable", help="More attributes, by LDAP's names.")
    pass_thru: bool = parameter("switch", help="Write the group.")
    examples = (Example("New-ADGroup Printers -GroupScope Universal -Description 'May print.' -PassThru", "A group."),)

    def process(self) -> None:
        """Make it."""
        if self.group_scope != "Universal":
            raise self.lacking(f"The group scope {self.group_scope}")
        organization = self.organization
        sam = self.sam_account_name or self.name_
        try:
            made = organization.new(
                DistributionGroup,
                name=self.name_,
                sam_account_name=sam,
                type=self.group_category,
                container_dn=self.container(self.path) or organization.forest.users_dn,
            )
        except OrganizationError as error:
            raise self.refused(8239, error.text) from None
        if not self.should_process(made.distinguished_name, "New"):
            return
        if any(entry.sam.casefold() == sam.casefold() for entry in entries(organization)):
            raise self.exists(1318, "The specified group already exists", made.distinguished_name)
        changes = Changes()
        for ldap, value in (("displayName", self.display_name), ("description", self.description)):
            changes.replace(ldap, value)
        if self.managed_by is not None:
            owner = self.entry(self.managed_by, lambda entry: bool(entry.sam))
            changes.replace("managedBy", owner.distinguished_name)
        for key, value in (self.other_attributes or Hashtable()).items():
            changes.replace(to_string(key), value)
        self.apply(entry_of(made, organization), changes, new=True)
        if self.pass_thru:
            self.show(self.entry(made.distinguished_name))


class SetADGroup(Editing, verb="Set", noun="ADGroup"):
    """Change a group."""

    kind = "ADGroup"
    identity: Any = parameter("object", position=0, mandatory=True, pipeline=True, help="The group.")
    display_name: str = parameter("string", allow_null=True, allow_empty_string=True, help="The name that is shown.")
    description: str = parameter("string", allow_null=True, allow_empty_string=True, help="What it is for.")
    home_page: str = parameter("string", allow_null=True, allow_empty_string=True, help="A page about it.")
    managed_by: Any = parameter("object", allow_null=True, help="Its owner.")
    pass_thru: bool = parameter("switch", help="Write the group as it is then.")
    examples = (Example("Set-ADGroup Sales -Description 'All who sell.' -ManagedBy anna", "Two changes."),)

    def process(self) -> None:
        """Change it."""
        entry = self.entry(self.identity)
        changes = Changes()
        for name, ldap in (("DisplayName", "displayName"), ("Description", "description"), ("HomePage", "wWWHomePage")):
            if self.is_bound(name):
                changes.replace(ldap, self.bound[name])
        if self.is_bound("ManagedBy"):
            owner = None if self.managed_by is None else self.entry(self.managed_by, lambda each: bool(each.sam))
            changes.replace("managedBy", owner and owner.distinguished_name)
        self.edits(changes)
        if self.should_process(entry.distinguished_name, "Set"):
            self.apply(entry, changes)
            if self.pass_thru:
                self.show(self.entry(entry.distinguished_name))


class RemoveADGroup(ADCmdlet, verb="Remove", noun="ADGroup"):
    """Remove groups from the directory; asks first. Their members stay."""

    kind = "ADGroup"
    supports_should_process: ClassVar[bool] = True
    impact: ClassVar[Impact] = Impact.HIGH
    identity: Any = parameter("object", position=0, mandatory=True, pipeline=True, help="The group.")
    examples = (Example("New-ADGroup Old Universal; Remove-ADGroup Old -Confirm:$false", "Made and removed."),)

    def process(self) -> None:
        """Remove it."""
        entry = self.entry(self.identity)
        if not self.should_process(entry.distinguished_name, "Remove"):
            return
        if entry.item is None:
            raise self.lacking(f"Removing {entry.get('name')}, which every domain has,")
        self.organization.remove(entry.item)


def _is_group(entry: Entry) -> bool:
    return entry.kind == "ADGroup"


def _is_principal(entry: Entry) -> bool:
    return bool(entry.get("objectSid")) and entry.kind != "ADDomain"


class GetADGroupMember(ADCmdlet, verb="Get", noun="ADGroupMember"):
    """Show the accounts, groups and computers in a group. Contacts are none of these and do not show."""

    identity: Any = parameter("object", position=0, mandatory=True, pipeline=True, help="The group.")
    recursive: bool = parameter("switch", help="Instead of groups in it show who is in them.")
    examples = (Example("Get-ADGroupMember Sales | Select-Object name, objectClass", "Who sells."),)

    def process(self) -> None:
        """Write them."""
        group = self.entry(self.identity, _is_group)
        known = {each.distinguished_name.casefold(): each for each in entries(self.organization)}
        for entry in self._members(group, known, set()):
            self.write(principal(entry))

    def _members(self, group: Entry, known: dict[str, Entry], seen: set[str]) -> Iterator[Entry]:
        for dn in group.get("member") or ():
            entry = known.get(dn.casefold())
            if entry is None or dn in seen or not _is_principal(entry):
                continue
            seen.add(dn)
            if self.recursive and entry.kind == "ADGroup":
                yield from self._members(entry, known, seen)
            else:
                yield entry


class GetADPrincipalGroupMembership(ADCmdlet, verb="Get", noun="ADPrincipalGroupMembership"):
    """Show the groups that an account or a group is in itself."""

    kind = "ADGroup"
    identity: Any = parameter("object", position=0, mandatory=True, pipeline=True, help="The account or group.")
    examples = (Example("Get-ADPrincipalGroupMembership anna | Select-Object name", "Her groups."),)

    def process(self) -> None:
        """Write them."""
        wanted = self.entry(self.identity, _is_principal).distinguished_name
        for entry in self.entries():
            if wanted in (entry.get("member") or ()):
                self.show(entry)


class _ChangingMembers(ADCmdlet):
    """A cmdlet that puts entries into a group or takes them out."""

    kind = "ADGroup"
    supports_should_process: ClassVar[bool] = True
    identity: Any = parameter("object", position=0, mandatory=True, pipeline=True, help="The group.")
    members_: list[Any] = parameter("object[]", name="Members", position=1, mandatory=True, help="Who.")
    pass_thru: bool = parameter("switch", help="Write the group.")

    def process(self) -> None:
        """Change the members; none is changed where one is not there."""
        group = self.entry(self.identity)
        found = [self.entry(each, lambda entry: entry.kind != "ADGroup" or bool(entry.sam)) for each in self.members_]
        if not self.should_process(group.distinguished_name, "Set"):
            return
        if not isinstance(group.item, DistributionGroup):
            raise self.lacking(f"Changing the members of {group.get('name')}, which every domain has,")
        missing = next((each for each in found if each.item is None), None)
        if missing is not None:
            raise self.lacking(f"A member of groups that is no recipient ({missing.get('name')})")
        items = [each.item for each in found if each.item is not None]
        self.alter(group.item, items)
        if self.pass_thru:
            self.show(self.entry(group.distinguished_name))

    def alter(self, group: DistributionGroup, items: list[Any]) -> None:
        """Change the members."""


_MEMBER: Final = "The specified account name is already a member of the group"
_NO_MEMBER: Final = "The specified account name is not a member of the group"


class AddADGroupMember(_ChangingMembers, verb="Add", noun="ADGroupMember"):
    """Put accounts, groups or contacts into a group."""

    examples = (Example("Add-ADGroupMember Sales -Members chloe, elena", "Two more."),)

    def alter(self, group: DistributionGroup, items: list[Any]) -> None:
        """Add them; one that is in the group already is an error."""
        if any(item.identity in group.members for item in items):
            raise self.refused(1378, _MEMBER, ErrorCategory.ResourceExists, group.name)
        self.organization.update(group, members=(*group.members, *(item.identity for item in items)))


class RemoveADGroupMember(_ChangingMembers, verb="Remove", noun="ADGroupMember"):
    """Take accounts, groups or contacts out of a group; asks first."""

    impact: ClassVar[Impact] = Impact.HIGH
    examples = (Example("Remove-ADGroupMember Sales -Members ben -Confirm:$false", "One less."),)

    def alter(self, group: DistributionGroup, items: list[Any]) -> None:
        """Take them out; one that is not in the group is an error."""
        gone = {item.identity for item in items}
        if not gone <= set(group.members):
            raise self.refused(1377, _NO_MEMBER, ErrorCategory.ObjectNotFound, group.name)
        self.organization.update(group, members=tuple(each for each in group.members if each not in gone))
