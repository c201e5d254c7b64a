"""By which protocols a mailbox is read."""

from __future__ import annotations

from typing import ClassVar

from organization.objects.mailbox import Mailbox
from organization.objects.mailbox_settings import PROTOCOLS
from shell.engine.commands.cmdlet import Example

from ..changing import SetObject
from ..records import VIEWS
from .common import DIRECTORY, GetRecipients

VIEWS["CASMailbox"] = (
    "email_addresses",
    "legacy_exchange_dn",
    "linked_master_account",
    "primary_smtp_address",
    "sam_account_name",
    "server_legacy_dn",
    "server_name",
    "display_name",
    "active_sync_mailbox_policy",
    "has_active_sync_device_partnership",
    "owa_mailbox_policy",
    *PROTOCOLS,
    "is_valid",
    "exchange_version",
    *DIRECTORY,
)


class GetCASMailbox(GetRecipients[Mailbox], verb="Get", noun="CASMailbox"):
    """Show by which protocols mailboxes may be read. The lab has no POP3, IMAP4 or web service: these are settings."""

    tasks = "RecipientTasks"
    view = "CASMailbox"
    examples = (
        Example("Get-CASMailbox | Format-Table Name, PopEnabled, ImapEnabled", "Of all mailboxes."),
        Example("Get-CASMailbox -Filter {PopEnabled -eq $false}", "Those that POP3 is closed to."),
    )


class SetCASMailbox(SetObject[Mailbox], verb="Set", noun="CASMailbox"):
    """Set by which protocols a mailbox may be read. The lab keeps that and shows it."""

    tasks = "RecipientTasks"
    only: ClassVar[tuple[str, ...]] = PROTOCOLS
    examples = (Example("Set-CASMailbox anna -PopEnabled $false -ImapEnabled $false", "Neither of these."),)
