"""Distribution groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..names import ADObjectId
from ..properties import Many, Reference, derived, prop
from ..values.enums import Choice
from ..values.multivalued import Several
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
    sam_account_name: str = prop(
        str, default="", longest=256, help="The group's name for older Windows clients, as in DOMAIN\\name."
    )
    bypass_nested_moderation_enabled: bool = prop(
        bool,
        default=False,
        since="2010",
        help="Moderators of this group speak for moderated groups inside it too. Kept without effect.",
    )
    managed_by: tuple[ADObjectId, ...] = prop(Many(Reference("Recipient")), default=(), help="The group's owners.")
    member_join_restriction: JoinRestriction = prop(
        JoinRestriction,
        default="Closed",
        since="2010",
        help="Who may join unasked: Open all, Closed nobody, ApprovalRequired by the owners. Kept without effect.",
    )
    member_depart_restriction: JoinRestriction = prop(
        JoinRestriction,
        default="Open",
        since="2010",
        help="Whether members may leave by themselves: Open or Closed. Kept without effect.",
    )
    expansion_server: ADObjectId | None = prop(
        Reference("ExchangeServer"),
        default=None,
        help="The server that resolves the members. Kept without effect: the lab has one server.",
    )
    report_to_manager_enabled: bool = prop(
        bool, default=False, help="Reports about members go to the group's first owner, where the sender gets none."
    )
    report_to_originator_enabled: bool = prop(bool, default=True, help="The sender gets the reports about members.")
    send_oof_message_to_originator_enabled: bool = prop(
        bool, default=False, help="The sender gets the members' out-of-office answers. Kept without effect."
    )
    members: tuple[ADObjectId, ...] = prop(
        Many(Reference("Recipient")),
        default=(),
        hidden=True,
        help="The recipients that are in the group from the start.",
    )
    type: GroupType = prop(
        GroupType,
        default="Distribution",
        hidden=True,
        help="Distribution for mail alone; Security where the group is given permissions too.",
    )
    notes: str | None = prop(str, default="", hidden=True, help="A free text about the group.")

    def has_member(self, item: Recipient) -> bool:
        """Whether a recipient is in the group itself."""
        members = self.members
        return members.holds(item.identity) if isinstance(members, Several) else item.identity in members

    def recipient_kind(self) -> RecipientType:
        """Follows from the group's type, where it is one that mail can be sent to."""
        if not self.email_addresses:
            return RecipientType.Group
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
