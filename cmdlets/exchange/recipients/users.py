"""Cmdlets for recipients of all kinds, and for accounts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from organization.objects.recipient import Recipient
from organization.objects.user import User
from organization.values.multivalued import as_items
from shell.engine.commands.cmdlet import Example, parameter
from shell.types.conversion.text import to_string

from .. import completers
from ..changing import SetObject
from ..records import VIEWS
from .common import DIRECTORY, GetRecipients

_SECRET = ("netbios_domain", "password", "account_disabled")
PERSONAL = tuple(
    item.attribute
    for item in User.properties
    if item.hidden and item.attribute in vars(User) and item.attribute not in _SECRET
)
"""What is known about a person."""
OF_RECIPIENTS = (
    "display_name",
    "office",
    "organizational_unit",
    "recipient_type",
    "recipient_type_details",
    "simple_display_name",
    "windows_email_address",
)
"""What views of people show behind it."""

VIEWS["User"] = (
    "sam_account_name",
    "user_principal_name",
    *PERSONAL,
    *OF_RECIPIENTS,
    "is_valid",
    "exchange_version",
    *DIRECTORY,
)


class GetRecipient(GetRecipients[Recipient], verb="Get", noun="Recipient"):
    """Show recipients of all kinds."""

    tasks = "RecipientTasks"
    view = "ReducedRecipient"
    recipient_type: Any = parameter(
        "string[]", completer=completers.recipient_kinds, help="Only recipients of these recipient types."
    )
    recipient_preview_filter: Any = parameter(
        "object", help="A filter to preview: the RecipientFilter of a dynamic group or a policy."
    )
    examples = (
        Example("Get-Recipient", "All recipients."),
        Example("Get-Recipient -RecipientType UserMailbox", "Mailboxes only."),
    )

    def found(self) -> Sequence[Recipient]:
        """Return the recipients, of some types where these are named."""
        found = super().found()
        if self.recipient_preview_filter is not None:
            matches = self.compiled(self.recipient_preview_filter, "RecipientPreviewFilter")
            found = [item for item in found if matches(self.reader(item))]
        if not self.recipient_type:
            return found
        kinds = {to_string(each).lower() for each in as_items(self.recipient_type)}
        return [item for item in found if str(item.recipient_kind()).lower() in kinds]


class GetUser(GetRecipients[User], verb="Get", noun="User"):
    """Show the accounts of the domain, with a mailbox or without."""

    tasks = "RecipientTasks"
    view = "User"
    examples = (
        Example("Get-User", "All accounts."),
        Example("Get-User anna | Format-List Department, Title", "The attributes of one account."),
    )

    def belongs(self, item: Recipient) -> bool:
        """True: every account is shown."""
        return True


class SetUser(SetObject[User], verb="Set", noun="User"):
    """Change the directory attributes of an account."""

    tasks = "RecipientTasks"
    only: ClassVar[tuple[str, ...]] = (
        *PERSONAL,
        "name",
        "display_name",
        "office",
        "sam_account_name",
        "simple_display_name",
        "user_principal_name",
    )
    examples = (Example("Set-User anna -Title 'Head of Sales'", "Change the job title."),)
