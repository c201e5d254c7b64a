"""Cmdlets for mail contacts and mail users: recipients with an external address."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.objects.contacts import MailContact, MailUser
from organization.values.address import ProxyAddress
from shell.engine.commands.cmdlet import Example, parameter

from ..base import Model
from ..changing import NewObject, RemoveObject
from ..parameters import parameter_for
from .common import AddressedCmdlet, GetRecipients, SetRecipient, alias_from, ensure_free, place
from .mailbox import hashed

_NAMES = ("name", "alias", "display_name", "external_email_address", "first_name", "initials", "last_name")
_FORMATS = ("mac_attachment_format", "message_body_format", "message_format", "use_prefer_message_format")


def _external(proxy: ProxyAddress) -> ProxyAddress:
    return proxy.as_primary() if proxy.is_smtp else proxy


class _New(NewObject[Model], AddressedCmdlet[Model]):
    """Create a recipient with an external address."""

    tasks = "RecipientTasks"
    organizational_unit: str = parameter("string", help="The organizational unit that it is created in.")

    def make(self, values: dict[str, Any]) -> Any:
        """Return the recipient; its external address is also one of its own addresses."""
        name = str(values["name"])
        external = _external(ProxyAddress.convert(values["external_email_address"]))
        primary = self.primary_smtp_address
        addresses = [ProxyAddress("SMTP", primary.text), external.as_secondary()] if primary else [external]
        facts: dict[str, Any] = {
            "alias": alias_from(name),
            "display_name": name,
            "email_addresses": tuple(addresses),
            "email_address_policy_enabled": False,
            "exchange_version": self.organization.profile.recipient_version,
        }
        where = place(self.organization, self.organizational_unit)
        return super().make({**facts, **values, **where, "external_email_address": external})


class _Set(SetRecipient[Model]):
    """Change a recipient with an external address."""

    def addressed(self, changed: Any, values: dict[str, Any]) -> Any:
        """Replace the old external address with the new one among the proxy addresses."""
        if "external_email_address" not in values:
            return changed
        new = _external(changed.external_email_address)
        old = self.target().external_email_address.address.casefold()  # type: ignore[attr-defined]
        kept = tuple(proxy for proxy in changed.email_addresses if proxy.address.casefold() != old)
        added = new.as_secondary() if any(proxy.is_primary for proxy in kept) else new
        return changed.replace(external_email_address=new, email_addresses=(*kept, added))


class GetMailContact(GetRecipients[MailContact], verb="Get", noun="MailContact"):
    """Show mail contacts: people outside the organization who are in its address book."""

    tasks = "RecipientTasks"
    examples = (Example("Get-MailContact", "All of them."),)


class NewMailContact(_New[MailContact], verb="New", noun="MailContact"):
    """Create a mail contact: an entry of the address book for somebody outside the organization."""

    only: ClassVar[tuple[str, ...]] = (*_NAMES, *_FORMATS)
    examples = (Example("New-MailContact -Name 'Lee Gu' -ExternalEmailAddress lee@fabrikam.com", "A contact."),)

    external_email_address: Any = parameter_for(MailContact.by_attribute["external_email_address"], mandatory=True)


class SetMailContact(_Set[MailContact], verb="Set", noun="MailContact"):
    """Change a mail contact."""

    examples = (Example("Set-MailContact 'Kim Abercrombie' -MaxSendSize 5MB", "Accept small messages only."),)


class RemoveMailContact(RemoveObject[MailContact], verb="Remove", noun="MailContact"):
    """Remove a mail contact; asks first."""

    tasks = "RecipientTasks"


class GetMailUser(GetRecipients[MailUser], verb="Get", noun="MailUser"):
    """Show mail users: accounts of the domain with an external address."""

    tasks = "RecipientTasks"


class NewMailUser(_New[MailUser], verb="New", noun="MailUser"):
    """Create a mail user: an account with an external address."""

    only: ClassVar[tuple[str, ...]] = (
        *_NAMES,
        *_FORMATS,
        "reset_password_on_next_logon",
        "sam_account_name",
        "user_principal_name",
    )

    external_email_address: Any = parameter_for(MailUser.by_attribute["external_email_address"], mandatory=True)
    password: Any = parameter("securestring", help="The password of the account.")

    def make(self, values: dict[str, Any]) -> Any:
        """Return the account with its logon names."""
        forest = self.organization.forest
        alias = values.get("alias") or alias_from(str(values["name"]))
        facts: dict[str, Any] = {
            "sam_account_name": alias[:20],
            "user_principal_name": f"{alias}@{forest.domain}",
            "netbios_domain": forest.netbios,
            **(hashed(self.password) if self.password is not None else {}),
        }
        made = {**facts, **values}
        ensure_free(self.organization, "UserPrincipalName", made["user_principal_name"])
        ensure_free(self.organization, "SamAccountName", made["sam_account_name"])
        return super().make(made)


class SetMailUser(_Set[MailUser], verb="Set", noun="MailUser"):
    """Change a mail user."""


class RemoveMailUser(RemoveObject[MailUser], verb="Remove", noun="MailUser"):
    """Remove a mail user and its account; asks first."""

    tasks = "RecipientTasks"
