"""Cmdlets for the directory attributes of contacts and groups, apart from mail settings."""

from __future__ import annotations

from typing import ClassVar

from organization.objects.contacts import MailContact
from organization.objects.distribution_group import DistributionGroup
from shell.engine.commands.cmdlet import Example

from ..changing import SetObject
from ..records import VIEWS
from .common import DIRECTORY, GetRecipients
from .users import OF_RECIPIENTS, PERSONAL

VIEWS["Contact"] = (
    *(name for name in PERSONAL if name in MailContact.by_attribute),
    *OF_RECIPIENTS,
    "exchange_version",
    *DIRECTORY,
    "is_valid",
)
VIEWS["Group"] = (
    "display_name",
    "group_type",
    "managed_by",
    "sam_account_name",
    "simple_display_name",
    "recipient_type",
    "recipient_type_details",
    "windows_email_address",
    "notes",
    "members",
    "organizational_unit",
    "exchange_version",
    *DIRECTORY,
    "is_valid",
)


class GetContact(GetRecipients[MailContact], verb="Get", noun="Contact"):
    """Show the directory attributes of contacts."""

    id_noun = "Contact"
    tasks = "RecipientTasks"
    view = "Contact"
    examples = (Example("Get-Contact | Format-Table Name, Company, Phone", "A telephone list."),)


class SetContact(SetObject[MailContact], verb="Set", noun="Contact"):
    """Change the directory attributes of a contact."""

    id_noun = "Contact"
    tasks = "RecipientTasks"
    only: ClassVar[tuple[str, ...]] = (
        *(name for name in PERSONAL if name in MailContact.by_attribute),
        "name",
        "display_name",
        "office",
        "simple_display_name",
    )
    examples = (Example("Set-Contact 'Kim Abercrombie' -Company Fabrikam", "The workplace of the person."),)


class GetGroup(GetRecipients[DistributionGroup], verb="Get", noun="Group"):
    """Show groups with their members, mail-enabled or not."""

    id_noun = "Group"
    tasks = "RecipientTasks"
    view = "Group"
    examples = (Example("(Get-Group Sales).Members", "The members of a group."),)

    def belongs(self, item: object) -> bool:
        """True: every group is shown."""
        return True


class SetGroup(SetObject[DistributionGroup], verb="Set", noun="Group"):
    """Change the directory attributes of a group."""

    id_noun = "Group"
    tasks = "RecipientTasks"
    only: ClassVar[tuple[str, ...]] = ("name", "display_name", "managed_by", "notes", "simple_display_name")
    examples = (Example("Set-Group Sales -Notes 'All who sell.'", "A remark."),)
