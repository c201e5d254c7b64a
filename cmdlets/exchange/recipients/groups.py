"""Cmdlets for distribution groups and their members."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.errors import OrganizationError, RuleBroken
from organization.objects.distribution_group import DistributionGroup
from organization.objects.recipient import Recipient
from organization.values.multivalued import Edit
from shell.engine.commands.cmdlet import Example, Impact, parameter

from ..base import ObjectCmdlet, OnObject
from ..changing import NewObject, RemoveObject
from ..identities import IdParameter, id_type
from ..parameters import parameter_for
from ..reading import Limited
from .common import AddressedCmdlet, GetRecipients, SetRecipient, alias_from, new_addresses, place


class GetDistributionGroup(GetRecipients[DistributionGroup], verb="Get", noun="DistributionGroup"):
    """Show distribution groups."""

    tasks = "RecipientTasks"
    managed_by: IdParameter | None = parameter(id_type("Recipient"), help="Only groups that this recipient manages.")
    examples = (Example("Get-DistributionGroup", "All groups."),)

    def found(self) -> list[DistributionGroup]:
        """Return the groups, of one manager where that is named."""
        found = list(super().found())
        if self.managed_by is None:
            return found
        owner = self.refer(Recipient, self.managed_by).identity
        return [group for group in found if owner in group.managed_by]


class NewDistributionGroup(
    NewObject[DistributionGroup], AddressedCmdlet[DistributionGroup], verb="New", noun="DistributionGroup"
):
    """Create a distribution group."""

    tasks = "RecipientTasks"
    only: ClassVar[tuple[str, ...]] = (
        "name",
        "alias",
        "bypass_nested_moderation_enabled",
        "display_name",
        "managed_by",
        "member_depart_restriction",
        "member_join_restriction",
        "members",
        "notes",
        "require_sender_authentication_enabled",
        "sam_account_name",
        "type",
    )
    examples = (Example("New-DistributionGroup Managers -Members anna, david", "A group with two members."),)

    organizational_unit: str = parameter("string", help="The organizational unit that it is created in.")

    def make(self, values: dict[str, Any]) -> DistributionGroup:
        """Return the group; it accepts mail from authenticated senders only."""
        name = str(values["name"])
        alias = values.get("alias") or alias_from(name)
        facts: dict[str, Any] = {
            "alias": alias,
            "display_name": name,
            "sam_account_name": name,
            "require_sender_authentication_enabled": True,
            "exchange_version": self.organization.profile.recipient_version,
        }
        addresses = new_addresses(self.organization, alias, self.primary_smtp_address, {"display_name": name})
        return super().make({**facts, **values, **addresses, **place(self.organization, self.organizational_unit)})


class SetDistributionGroup(SetRecipient[DistributionGroup], verb="Set", noun="DistributionGroup"):
    """Change a distribution group."""

    examples = (
        Example(
            "Set-DistributionGroup Sales -RequireSenderAuthenticationEnabled $true", "Accept no mail from outside."
        ),
    )


class RemoveDistributionGroup(RemoveObject[DistributionGroup], verb="Remove", noun="DistributionGroup"):
    """Remove a distribution group; asks first. Its members stay."""

    tasks = "RecipientTasks"


class GetDistributionGroupMember(OnObject[DistributionGroup], Limited, verb="Get", noun="DistributionGroupMember"):
    """Show the members of a distribution group."""

    tasks = "RecipientTasks"
    examples = (Example("Get-DistributionGroupMember Sales", "The members of one group."),)

    def process(self) -> None:
        """Write the members as recipients."""
        assert self.identity is not None
        try:
            members = self.lookup(DistributionGroup, self.identity).members
            found = (self.organization.by_guid(member.guid) for member in members)
            for item in self.limited([item for item in found if item is not None]):
                self.emit(item, "ReducedRecipient")
        except OrganizationError as error:
            self.report(error)


class _Membership(ObjectCmdlet[DistributionGroup]):
    """Change the members of a group."""

    tasks = "RecipientTasks"
    supports_should_process: ClassVar[bool] = True
    member: IdParameter | None

    @classmethod
    def declare_parameters(cls) -> None:
        """Declare -Identity and -Member."""
        cls.add_parameter("identity", cls.identity_parameter(mandatory=True))
        cls.add_parameter(
            "member",
            parameter(id_type("Recipient"), mandatory=True, pipeline=True, help="The recipient to add or remove."),
        )

    def process(self) -> None:
        """Change the group."""
        assert self.identity is not None
        assert self.member is not None
        try:
            group = self.lookup(DistributionGroup, self.identity)
            member = self.refer(Recipient, self.member)
            self.change(group, member)
        except OrganizationError as error:
            self.report(error)

    def change(self, group: DistributionGroup, member: Recipient) -> None:
        """Add or remove the member."""
        raise NotImplementedError


class AddDistributionGroupMember(_Membership, verb="Add", noun="DistributionGroupMember"):
    """Add a member to a distribution group."""

    examples = (Example("Add-DistributionGroupMember Sales -Member elena", "Add one member."),)

    def change(self, group: DistributionGroup, member: Recipient) -> None:
        """Add the member; an existing member is an error."""
        if group.has_member(member):
            raise RuleBroken(
                f'The recipient "{member.identity_text()}" is already a member of the group "{group.identity_text()}".',
                group,
                "MemberAlreadyExistsException",
            )
        question = f'Adding distribution group member "{member.identity_text()}" on "{group.identity_text()}".'
        if self.should_process(group.identity_text(), message=question):
            self.organization.update(group, members=Edit(add=(member.identity,)))


class RemoveDistributionGroupMember(_Membership, verb="Remove", noun="DistributionGroupMember"):
    """Remove a member from a distribution group; asks first."""

    impact: ClassVar[Impact] = Impact.HIGH
    examples = (Example("Remove-DistributionGroupMember Sales -Member ben -Confirm:$false", "Remove one member."),)

    def change(self, group: DistributionGroup, member: Recipient) -> None:
        """Remove the member; one who is not a member is an error."""
        if not group.has_member(member):
            raise RuleBroken(
                f'The recipient "{member.identity_text()}" isn\'t a member of the group "{group.identity_text()}".',
                group,
                "MemberNotFoundException",
            )
        question = f'Removing distribution group member "{member.identity_text()}" on "{group.identity_text()}".'
        if self.should_process(group.identity_text(), message=question):
            self.organization.update(group, members=Edit(remove=(member.identity,)))


class UpdateDistributionGroupMember(OnObject[DistributionGroup], verb="Update", noun="DistributionGroupMember"):
    """Replace all members of a distribution group; asks first."""

    tasks = "RecipientTasks"
    supports_should_process: ClassVar[bool] = True
    impact: ClassVar[Impact] = Impact.HIGH
    members: Any = parameter_for(DistributionGroup.by_attribute["members"])
    examples = (
        Example(
            "Update-DistributionGroupMember Sales -Members anna, elena -Confirm:$false",
            "Make these two the only members.",
        ),
    )

    def process(self) -> None:
        """Replace them."""
        assert self.identity is not None
        try:
            group = self.lookup(DistributionGroup, self.identity)
            members = tuple(self.refer(Recipient, each).identity for each in self.members or ())
            question = f'Updating the members of the distribution group "{group.identity_text()}".'
            if self.should_process(group.identity_text(), message=question):
                self.organization.update(group, members=members)
        except OrganizationError as error:
            self.report(error)
