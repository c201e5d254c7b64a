"""Distribution groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..names import ADObjectId
from ..properties import Many, Reference, derived, prop
from ..values.enums import Choice
from .recipient import Recipient, RecipientType

if TYPE_CHECKING:
    from ..store import Organization


class GroupType(Choice):
    """Whether a group can also be given permissions."""

    Distribution = 0
    Security = 1


class JoinRestriction(Choice):
    """Who may join or leave a group by themselves."""

    Closed = 0
    Open = 1
    ApprovalRequired = 2


class DistributionGroup(Recipient):
    """A list of recipients with an address of its own."""

    noun = "distribution group"
    schema_name = "Group"
    object_classes = ("top", "group")

    group_type: str = derived(
        "GroupTypeFlags",
        lambda self: "Universal, SecurityEnabled" if self.type is GroupType.Security else "Universal",
    )
    sam_account_name: str = prop(str, default="", longest=256)
    bypass_nested_moderation_enabled: bool = prop(bool, default=False, since="2010")
    managed_by: tuple[ADObjectId, ...] = prop(Many(Reference("Recipient")), default=(), help="The group's owners.")
    member_join_restriction: JoinRestriction = prop(JoinRestriction, default="Closed", since="2010")
    member_depart_restriction: JoinRestriction = prop(JoinRestriction, default="Open", since="2010")
    expansion_server: ADObjectId | None = prop(Reference("ExchangeServer"), default=None)
    report_to_manager_enabled: bool = prop(bool, default=False)
    report_to_originator_enabled: bool = prop(bool, default=True)
    send_oof_message_to_originator_enabled: bool = prop(bool, default=False)
    members: tuple[ADObjectId, ...] = prop(Many(Reference("Recipient")), default=(), hidden=True)
    type: GroupType = prop(GroupType, default="Distribution", hidden=True)
    notes: str | None = prop(str, default="", hidden=True)

    def recipient_kind(self) -> RecipientType:
        """Follows from the group's type."""
        if self.type is GroupType.Security:
            return RecipientType.MailUniversalSecurityGroup
        return RecipientType.MailUniversalDistributionGroup


def expand(group: DistributionGroup, organization: Organization) -> Iterator[Recipient]:
    """The recipients in a group and in the groups in it, each once."""
    seen = {group.guid}
    waiting = list(reversed(group.members))
    while waiting:
        member = waiting.pop()
        if member.guid in seen:
            continue
        seen.add(member.guid)
        found = organization.by_guid(member.guid)
        if isinstance(found, DistributionGroup):
            waiting.extend(reversed(found.members))
        elif isinstance(found, Recipient):
            yield found
