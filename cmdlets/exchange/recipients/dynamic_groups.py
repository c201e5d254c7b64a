"""Cmdlets for dynamic distribution groups."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.names import canonical
from organization.objects.dynamic_group import CONDITIONS, DynamicDistributionGroup
from organization.objects.recipient import Recipient
from shell.engine.commands.cmdlet import Example, SetMembership, parameter

from ..changing import NewObject, RemoveObject
from ..identities import IdParameter, id_type
from ..opath import filter_text
from ..parameters import parameter_for
from .common import AddressedCmdlet, GetRecipients, SetRecipient, alias_from, new_addresses, place


class GetDynamicDistributionGroup(GetRecipients[DynamicDistributionGroup], verb="Get", noun="DynamicDistributionGroup"):
    """Show dynamic distribution groups."""

    tasks = "RecipientTasks"
    id_noun = "DynamicGroup"
    managed_by: IdParameter | None = parameter(id_type("Recipient"), help="Only groups that this recipient manages.")
    examples = (Example("Get-DynamicDistributionGroup", "All of them."),)

    def found(self) -> list[DynamicDistributionGroup]:
        """Return the groups, of one manager where that is named."""
        found = list(super().found())
        if self.managed_by is None:
            return found
        owner = self.refer(Recipient, self.managed_by).identity
        return [group for group in found if group.managed_by == owner]


class NewDynamicDistributionGroup(
    NewObject[DynamicDistributionGroup],
    AddressedCmdlet[DynamicDistributionGroup],
    verb="New",
    noun="DynamicDistributionGroup",
    default_set="PrecannedFilter",
):
    """Create a dynamic distribution group: its members are found by a filter when mail is delivered."""

    tasks = "RecipientTasks"
    only: ClassVar[tuple[str, ...]] = (
        "name",
        "alias",
        "display_name",
        "recipient_container",
        "included_recipients",
        *CONDITIONS,
        "custom_filter",
    )
    examples = (
        Example(
            'New-DynamicDistributionGroup "All in IT" -IncludedRecipients MailboxUsers -ConditionalDepartment IT',
            "Everybody in the department.",
        ),
        Example(
            "New-DynamicDistributionGroup \"Big shots\" -RecipientFilter {Title -like '*Manager*'}",
            "Members by an OPATH filter.",
        ),
    )

    included_recipients: Any = parameter_for(
        DynamicDistributionGroup.by_attribute["included_recipients"],
        sets={"PrecannedFilter": SetMembership(mandatory=True)},
    )
    custom_filter: Any = parameter(
        "object",
        name="RecipientFilter",
        sets={"CustomFilter": SetMembership(mandatory=True)},
        help="An OPATH filter for the members.",
    )
    organizational_unit: str = parameter("string", help="The organizational unit that it is created in.")

    def make(self, values: dict[str, Any]) -> DynamicDistributionGroup:
        """Return the group; it accepts mail from authenticated senders only."""
        name = str(values["name"])
        alias = values.get("alias") or alias_from(name)
        facts: dict[str, Any] = {
            "alias": alias,
            "display_name": name,
            "recipient_container": canonical(self.organization.forest.dn).rstrip("/"),
            "require_sender_authentication_enabled": True,
            "exchange_version": self.organization.profile.recipient_version,
        }
        addresses = new_addresses(self.organization, alias, self.primary_smtp_address, {"display_name": name})
        where = place(self.organization, self.organizational_unit)
        return super().make({**facts, **with_filter(self, values), **addresses, **where})


class SetDynamicDistributionGroup(SetRecipient[DynamicDistributionGroup], verb="Set", noun="DynamicDistributionGroup"):
    """Change a dynamic distribution group. A custom filter replaces a precanned one, and the other way round."""

    id_noun = "DynamicGroup"
    also: ClassVar[tuple[str, ...]] = ("custom_filter",)
    custom_filter: Any = parameter("object", name="RecipientFilter", help="An OPATH filter for the members.")
    examples = (
        Example(
            'New-DynamicDistributionGroup "Staff" -IncludedRecipients MailboxUsers; '
            'Set-DynamicDistributionGroup "Staff" -RequireSenderAuthenticationEnabled $false',
            "Accept mail from outside.",
        ),
    )

    def altered(self, item: DynamicDistributionGroup, values: dict[str, Any]) -> DynamicDistributionGroup:
        """Return the changed group; a precanned and a custom filter exclude each other."""
        values = with_filter(self, values)
        if "custom_filter" in values:
            values |= {"included_recipients": None, **dict.fromkeys(CONDITIONS, ())}
        elif "included_recipients" in values:
            values["custom_filter"] = ""
        return super().altered(item, values)


def with_filter(cmdlet: Any, values: dict[str, Any]) -> dict[str, Any]:
    """Return the values with the filter as text."""
    if not cmdlet.is_bound("RecipientFilter"):
        return values
    return {**values, "custom_filter": filter_text(cmdlet.custom_filter)}


class RemoveDynamicDistributionGroup(
    RemoveObject[DynamicDistributionGroup], verb="Remove", noun="DynamicDistributionGroup"
):
    """Remove a dynamic distribution group; asks first."""

    tasks = "RecipientTasks"
    id_noun = "DynamicGroup"
