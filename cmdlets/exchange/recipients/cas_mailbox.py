"""Cmdlets for the client access settings of mailboxes."""

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
    """Show the client access settings of mailboxes. They are settings only: the lab has no POP3, IMAP4 or HTTP."""

    tasks = "RecipientTasks"
    view = "CASMailbox"
    examples = (
        Example("Get-CASMailbox | Format-Table Name, PopEnabled, ImapEnabled", "The settings of all mailboxes."),
        Example("Get-CASMailbox -Filter {PopEnabled -eq $false}", "Mailboxes with POP3 disabled."),
    )


class SetCASMailbox(SetObject[Mailbox], verb="Set", noun="CASMailbox"):
    """Change the client access settings of a mailbox. They are kept and shown only."""

    tasks = "RecipientTasks"
    only: ClassVar[tuple[str, ...]] = PROTOCOLS
    examples = (Example("Set-CASMailbox anna -PopEnabled $false -ImapEnabled $false", "Disable both protocols."),)
