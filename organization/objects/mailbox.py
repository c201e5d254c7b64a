"""Mailboxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from ..errors import OrganizationError
from ..names import ADObjectId
from ..properties import OrUnlimited, Reference, derived, prop
from ..values.access import AccessEntry
from ..values.address import ProxyAddress
from ..values.enums import Choice
from ..values.size import ByteQuantifiedSize
from ..values.timespan import EnhancedTimeSpan
from ..values.unlimited import Unlimited
from .mailbox_settings import MailboxSettings
from .quotas import quota_problems
from .recipient import LIMIT, RecipientType

if TYPE_CHECKING:
    from ..store import Organization


class MailboxType(Choice):
    """What a mailbox is for."""

    UserMailbox = 1
    SharedMailbox = 4
    RoomMailbox = 16
    EquipmentMailbox = 32


_QUOTA = OrUnlimited(ByteQuantifiedSize)


def scl_threshold(fate: str) -> Any:
    """A spam level of the mailbox's own."""
    text = f"The spam level, 0 to 9, from which mail {fate}; empty is as Set-ContentFilterConfig has it."
    return prop(int, default=None, between=(0, 9), help=text)


def scl_switch(verb: str) -> Any:
    """Whether such a level counts."""
    return prop(bool, default=None, help=f"Whether to {verb} spam; empty is as Set-ContentFilterConfig has it.")


class Mailbox(MailboxSettings):
    """An account with a mailbox. Its mail is in the mail store, under its GUID."""

    noun = "mailbox"
    kind = RecipientType.UserMailbox

    database: ADObjectId | None = prop(Reference("MailboxDatabase"), default=None, help="Where the mailbox is kept.")
    deleted_item_flags: str = prop(str, default="DatabaseDefault", read_only=True)
    use_database_retention_defaults: bool = prop(
        bool, default=True, help="Deleted items are kept as the database says, not the mailbox. Kept without effect."
    )
    retain_deleted_items_until_backup: bool = prop(
        bool, default=False, help="Deleted items stay until the database has been backed up. Kept without effect."
    )
    deliver_to_mailbox_and_forward: bool = prop(bool, default=False, help="Keep a copy of what is forwarded.")
    exchange_guid: UUID = prop(UUID, default=None, read_only=True)
    """Of the mailbox itself, which may lose its account and get another."""
    exchange_user_account_control: str = derived(
        str, lambda self: "AccountDisabled" if self.account_disabled else "None"
    )
    forwarding_address: ADObjectId | None = prop(
        Reference("Recipient"), default=None, help="Who gets the messages instead, or too."
    )
    forwarding_smtp_address: ProxyAddress | None = prop(
        ProxyAddress,
        default=None,
        since="2010",
        help="Where messages go instead, or too, if no ForwardingAddress is set: any address, as lee@fabrikam.com.",
    )
    retain_deleted_items_for: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="14.00:00:00",
        between=("00:00:00", "24855.03:14:07"),
        help="The time for which deleted items can be restored, days as 14.00:00:00. Kept without effect.",
    )
    is_mailbox_enabled: bool = derived(bool, lambda self: True)
    languages: tuple[str, ...] = derived("MultiValuedProperty", lambda self: ())
    prohibit_send_quota: Unlimited[ByteQuantifiedSize] = prop(
        _QUOTA, default="unlimited", between=LIMIT, help="The size from which nothing more can be sent."
    )
    prohibit_send_receive_quota: Unlimited[ByteQuantifiedSize] = prop(
        _QUOTA, default="unlimited", between=LIMIT, help="The size from which nothing more is delivered either."
    )
    is_resource: bool = derived(bool, lambda self: self.mailbox_type in (16, 32))
    is_shared: bool = derived(bool, lambda self: self.mailbox_type == MailboxType.SharedMailbox)
    resource_capacity: int | None = prop(
        int, default=None, help="How many people or things a room or equipment is for."
    )
    resource_type: str | None = derived(str, lambda self: {16: "Room", 32: "Equipment"}.get(int(self.mailbox_type)))
    scl_delete_threshold: int | None = scl_threshold("is deleted without a word")
    scl_delete_enabled: bool | None = scl_switch("delete")
    scl_reject_threshold: int | None = scl_threshold("is rejected")
    scl_reject_enabled: bool | None = scl_switch("reject")
    scl_quarantine_threshold: int | None = scl_threshold("goes to quarantine")
    scl_quarantine_enabled: bool | None = scl_switch("quarantine")
    scl_junk_threshold: int | None = prop(
        int, default=None, between=(0, 9), help="Above this spam level, 0 to 9, mail goes to Junk E-Mail."
    )
    scl_junk_enabled: bool | None = prop(
        bool, default=None, help="Whether mail may go to Junk E-Mail; empty is as the organization has it."
    )
    anti_spam_bypass_enabled: bool = prop(
        bool, name="AntispamBypassEnabled", default=False, help="Skip the anti-spam agents for this mailbox."
    )
    recipient_limits: Unlimited[int] = prop(
        OrUnlimited(int), default="unlimited", between=(0, 2**31 - 1), help="Recipients a message that is sent."
    )
    server_name: str = derived(str, lambda self: self.home_server.lower())
    use_database_quota_defaults: bool = prop(
        bool, default=True, help="The quotas are those of the database, not those of the mailbox."
    )
    issue_warning_quota: Unlimited[ByteQuantifiedSize] = prop(
        _QUOTA, default="unlimited", between=LIMIT, help="The size from which the user is warned."
    )
    rules_quota: ByteQuantifiedSize = prop(
        ByteQuantifiedSize,
        default="64KB",
        between=("32KB", "256KB"),
        help="The most that the inbox rules may take, 32KB to 256KB. Kept without effect.",
    )
    um_enabled: bool = prop(bool, name="UMEnabled", default=False, read_only=True)
    mailbox_access: tuple[AccessEntry, ...] = prop("AccessControlList", default=(), hidden=True)
    """Who was given rights in the mailbox, beside those that every mailbox gives."""
    mailbox_type: MailboxType = prop(MailboxType, default="UserMailbox", hidden=True)

    def __init__(self, **values: Any) -> None:
        """A mailbox that is not said to be one that was there before gets a GUID of its own."""
        if values.get("exchange_guid") is None:
            values["exchange_guid"] = uuid4()
        super().__init__(**values)

    def guids(self) -> tuple[UUID, ...]:
        """Also by the GUID of the mailbox itself."""
        return (self.guid, self.exchange_guid)

    def rules(self, organization: Organization) -> Iterator[OrganizationError]:
        """Its quotas rise, too."""
        yield from super().rules(organization)
        yield from quota_problems(self)

    def details(self) -> str:
        """The mailbox's own type."""
        return str(self.mailbox_type)
