"""What a mailbox keeps and for how long, and by which protocols it is read: settings that the lab keeps and shows."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from ..properties import Many, OrUnlimited, derived, prop
from ..values.size import ByteQuantifiedSize
from ..values.timespan import EnhancedTimeSpan
from ..values.unlimited import Unlimited
from .user import User

_QUOTA = OrUnlimited(ByteQuantifiedSize)
_NO_EFFECT = "Kept without effect."


def _switch(text: str, default: bool = False, since: str = "2010") -> Any:
    return prop(bool, default=default, since=since, help=f"{text} {_NO_EFFECT}")


def _moment(text: str, since: str = "2010") -> Any:
    return prop(datetime, default=None, since=since, help=f"{text} {_NO_EFFECT}")


def _protocol(text: str, default: bool = True) -> Any:
    return prop(bool, default=default, hidden=True, help=f"{text} {_NO_EFFECT}")


class MailboxSettings(User):
    """An account with the settings of a mailbox: the base of Mailbox."""

    single_item_recovery_enabled: bool = _switch("Items that users purge stay for the time of deleted items.")
    retention_hold_enabled: bool = _switch("Retention policies wait.", since="")
    start_date_for_retention_hold: datetime | None = _moment("When the retention hold begins.", since="")
    end_date_for_retention_hold: datetime | None = _moment("When the retention hold ends.", since="")
    retention_comment: str | None = prop(
        str, default="", longest=256, since="2010", help=f"What Outlook shows about the hold. {_NO_EFFECT}"
    )
    retention_url: str | None = prop(
        str, default="", longest=2048, since="2010", help=f"A page about the hold. {_NO_EFFECT}"
    )
    litigation_hold_enabled: bool = _switch("Nothing in the mailbox may be removed for good.")
    litigation_hold_date: datetime | None = _moment("When the litigation hold was set.")
    litigation_hold_owner: str | None = prop(
        str, default="", longest=1024, since="2010", help=f"Who set the litigation hold. {_NO_EFFECT}"
    )
    litigation_hold_duration: Unlimited[EnhancedTimeSpan] = prop(
        OrUnlimited(EnhancedTimeSpan), default="unlimited", since="2013", help=f"How long items are held. {_NO_EFFECT}"
    )
    in_place_holds: tuple[str, ...] = derived("MultiValuedProperty", lambda self: (), since="2013")
    managed_folder_mailbox_policy: str | None = derived(str, lambda self: None)
    retention_policy: str | None = derived(str, lambda self: None, since="2010")
    address_book_policy: str | None = derived(str, lambda self: None, since="2010")
    calendar_repair_disabled: bool = _switch("The calendar is not repaired.")
    calendar_version_store_disabled: bool = _switch("Changes of the calendar are not recorded.")
    message_tracking_read_status_enabled: bool = _switch("Senders may see what was read.", default=True)
    exchange_security_descriptor: str = derived(
        str, lambda self: "System.Security.AccessControl.RawSecurityDescriptor", since="2010"
    )
    audit_enabled: bool = _switch("Accesses by others are recorded.")
    audit_log_age_limit: EnhancedTimeSpan = prop(
        EnhancedTimeSpan, default="90.00:00:00", since="2010", help=f"How long such records stay. {_NO_EFFECT}"
    )
    recoverable_items_quota: Unlimited[ByteQuantifiedSize] = prop(
        _QUOTA, default="30GB", since="2010", help=f"The most that the Recoverable Items folder takes. {_NO_EFFECT}"
    )
    recoverable_items_warning_quota: Unlimited[ByteQuantifiedSize] = prop(
        _QUOTA, default="20GB", since="2010", help=f"The size of that folder from which is warned. {_NO_EFFECT}"
    )
    archive_database: str | None = derived(str, lambda self: None, since="2010")
    archive_guid: UUID = derived(UUID, lambda self: UUID(int=0), since="2010")
    archive_name: tuple[str, ...] = derived("MultiValuedProperty", lambda self: (), since="2010")
    archive_state: str = derived(str, lambda self: "None", since="2013")
    archive_status: str = derived(str, lambda self: "None", since="2010")
    is_linked: bool = derived(bool, lambda self: False)
    linked_master_account: str | None = derived(str, lambda self: None)
    offline_address_book: str | None = derived(str, lambda self: None)
    server_legacy_dn: str = derived(
        str,
        lambda self: (
            "/o=First Organization/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Configuration/cn=Servers/cn="
            f"{self.home_server}"
        ),
        name="ServerLegacyDN",
    )
    role_assignment_policy: str | None = derived(str, lambda self: "Default Role Assignment Policy", since="2010")
    sharing_policy: str | None = derived(str, lambda self: "Default Sharing Policy", since="2010")
    extension_custom_attribute1: tuple[str, ...] = prop(
        Many(str), default=(), since="2010", help="Any texts for own use."
    )
    extension_custom_attribute2: tuple[str, ...] = prop(
        Many(str), default=(), since="2010", help="Any texts for own use."
    )
    extension_custom_attribute3: tuple[str, ...] = prop(
        Many(str), default=(), since="2010", help="Any texts for own use."
    )
    extension_custom_attribute4: tuple[str, ...] = prop(
        Many(str), default=(), since="2010", help="Any texts for own use."
    )
    extension_custom_attribute5: tuple[str, ...] = prop(
        Many(str), default=(), since="2010", help="Any texts for own use."
    )
    account_disabled: bool = prop(
        bool, default=False, since="2013", help="The account cannot log on, not by SMTP either."
    )
    when_mailbox_created: datetime | None = derived(
        datetime, lambda self: _local(self.mailbox_created or self.created), since="2010"
    )
    home_server: str = prop(str, default="", hidden=True)
    mailbox_created: datetime | None = prop(datetime, default=None, hidden=True)
    """In UTC, with its zone; empty where the account was made with the mailbox."""

    active_sync_mailbox_policy: str | None = derived(str, lambda self: "Default", hidden=True)
    active_sync_enabled: bool = _protocol("Mobile devices get their mail by ActiveSync.")
    has_active_sync_device_partnership: bool = derived(bool, lambda self: False, hidden=True)
    owa_mailbox_policy: str | None = derived(
        str, lambda self: "Default", name="OwaMailboxPolicy", since="2010", hidden=True
    )
    owa_enabled: bool = prop(
        bool, name="OWAEnabled", default=True, hidden=True, help=f"Outlook Web App is allowed. {_NO_EFFECT}"
    )
    ecp_enabled: bool = prop(
        bool, name="ECPEnabled", default=True, hidden=True, since="2010", help=f"The web's options. {_NO_EFFECT}"
    )
    pop_enabled: bool = _protocol("Mail may be read by POP3.")
    pop_use_protocol_defaults: bool = _protocol("POP3 converts messages as its service says.")
    imap_enabled: bool = _protocol("Mail may be read by IMAP4.")
    imap_use_protocol_defaults: bool = _protocol("IMAP4 converts messages as its service says.")
    mapi_enabled: bool = prop(
        bool, name="MAPIEnabled", default=True, hidden=True, help=f"Outlook is allowed. {_NO_EFFECT}"
    )
    mapi_block_outlook_rpc_http: bool = prop(
        bool, name="MAPIBlockOutlookRpcHttp", default=False, hidden=True, help=f"Outlook Anywhere is not. {_NO_EFFECT}"
    )
    ews_enabled: bool | None = prop(
        bool, default=None, hidden=True, since="2010", help=f"Exchange Web Services are allowed. {_NO_EFFECT}"
    )


def _local(moment: datetime | None) -> datetime | None:
    return moment.astimezone().replace(tzinfo=None) if moment else None


PROTOCOLS = (
    "active_sync_enabled",
    "owa_enabled",
    "ecp_enabled",
    "pop_enabled",
    "pop_use_protocol_defaults",
    "imap_enabled",
    "imap_use_protocol_defaults",
    "mapi_enabled",
    "mapi_block_outlook_rpc_http",
    "ews_enabled",
)
"""What Set-CASMailbox sets."""
