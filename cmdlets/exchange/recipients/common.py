"""Base classes of the recipient cmdlets: lookup, and proxy addresses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Final, cast

from organization.directory import DirectoryObject
from organization.errors import RuleBroken
from organization.identity import is_pattern
from organization.names import canonical
from organization.objects.address_policy import EmailAddressPolicy
from organization.objects.contacts import MailContact, MailUser
from organization.objects.distribution_group import DistributionGroup
from organization.objects.dynamic_group import DynamicDistributionGroup
from organization.objects.recipient import Recipient
from organization.objects.user import User
from organization.store import Organization
from organization.values.address import ProxyAddress, SmtpAddress
from organization.values.multivalued import Edit, as_items
from shell.engine.commands.cmdlet import parameter
from shell.types.conversion.text import to_string

from .. import completers
from ..ad_session import scope_of
from ..base import Model
from ..changing import ChangingCmdlet, SetObject
from ..parameters import given_value, parameter_for
from ..reading import Filtered
from ..records import VIEWS

_ADDRESS: Final = "Microsoft.Exchange.Data.SmtpAddress"
_SENDERS: Final = Recipient.by_attribute["accept_messages_only_from"]

DIRECTORY: Final = (
    "name",
    "distinguished_name",
    "identity",
    "guid",
    "object_category",
    "object_class",
    "when_changed",
    "when_created",
    "when_changed_utc",
    "when_created_utc",
    "organization_id",
    "originating_server",
)
"""What views show of every object at their end."""

VIEWS["ReducedRecipient"] = (
    "alias",
    "city",
    "company",
    "department",
    "display_name",
    "email_addresses",
    "external_email_address",
    "first_name",
    "hidden_from_address_lists_enabled",
    "last_name",
    "manager",
    "office",
    "organizational_unit",
    "phone",
    "primary_smtp_address",
    "recipient_type",
    "recipient_type_details",
    "sam_account_name",
    "server_name",
    "title",
    "um_enabled",
    *DIRECTORY,
    "is_valid",
)


class GetRecipients(Filtered[Model]):
    """Find recipients by identity, ambiguous name resolution (-Anr), filter or organizational unit."""

    anr: str = parameter(
        "string", help="A text for ambiguous name resolution: the beginning of a name, display name or alias."
    )
    organizational_unit: str = parameter(
        "string", completer=completers.units, help="Only recipients in this organizational unit."
    )
    recipient_type_details: Any = parameter(
        "string[]", completer=completers.recipient_details, help="Only recipients with these RecipientTypeDetails."
    )
    ignore_default_scope: bool = parameter(
        "switch", hidden=True, help="Ignore RecipientViewRoot and search the whole directory."
    )
    read_from_domain_controller: bool = parameter(
        "switch", hidden=True, help="The domain controller's credential. No effect: the lab has one domain controller."
    )

    def found(self) -> Sequence[Model]:
        """Return the recipients that match all parameters."""
        found = [cast(Any, item) for item in self.seen() if self.belongs(cast(Any, item))]
        if self.anr:
            found = [item for item in found if _begins(item, self.anr)]
        if self.organizational_unit:
            wanted = self.organizational_unit.casefold()
            found = [item for item in found if wanted in _places(item)]
        if self.recipient_type_details:
            details = {to_string(each).lower() for each in as_items(self.recipient_type_details)}
            found = [item for item in found if item.details().lower() in details]
        return found

    def seen(self) -> Sequence[Model]:
        """Return the recipients below the session's RecipientViewRoot. Raises ObjectNotFound for one outside it."""
        found = super().found()
        scope = scope_of(self.session)
        if self.ignore_default_scope or not scope.root:
            return found
        seen = [item for item in found if scope.holds(item)]
        if found and not seen and self.identity is not None and not is_pattern(self.identity.text):
            raise self.organization.not_found(self.identity.text)
        return seen

    def belongs(self, item: Recipient) -> bool:
        """True if a recipient is of the kind that the cmdlet shows."""
        return bool(item.email_addresses)


def _begins(item: Recipient, text: str) -> bool:
    names = (item.name, item.display_name, item.alias, getattr(item, "first_name", ""), getattr(item, "last_name", ""))
    return any(name and name.casefold().startswith(text.casefold()) for name in names)


def _places(item: DirectoryObject) -> set[str]:
    container = canonical(item.container_dn)
    return {container.casefold(), container.rpartition("/")[2].casefold(), item.container_dn.casefold()}


def by_class(organization: Organization, item: Recipient, prefix: str, value: Any) -> dict[str, Any]:
    """Split the list of `...SendersOrMembers` into recipients and groups, which are stored apart."""
    current = getattr(item, prefix) + getattr(item, f"{prefix}_dl_members")
    identities = value.apply(current, lambda each: each) if isinstance(value, Edit) else as_items(value)
    kinds = DistributionGroup | DynamicDistributionGroup
    groups = tuple(each for each in identities if isinstance(organization.by_guid(each.guid), kinds))
    return {
        f"{prefix}_dl_members": groups,
        prefix: tuple(each for each in identities if each not in groups),
    }


class SetRecipient(SetObject[Model]):
    """A Set- cmdlet for a recipient with delivery restrictions."""

    tasks = "RecipientTasks"
    without: ClassVar[tuple[str, ...]] = ("admin_display_name",)

    accept_from: Any = parameter_for(_SENDERS, name="AcceptMessagesOnlyFromSendersOrMembers")
    reject_from: Any = parameter_for(_SENDERS, name="RejectMessagesFromSendersOrMembers")
    windows_email_address: SmtpAddress | None = parameter(_ADDRESS, default=None, help="The primary SMTP address.")
    primary_smtp_address: SmtpAddress | None = parameter(
        _ADDRESS,
        default=None,
        help="The address in mail that the recipient sends; it becomes the primary SMTP address.",
    )

    def altered(self, item: Model, values: dict[str, Any]) -> Model:
        """Return the changed recipient, its addresses in order."""
        recipient = cast(Recipient, item)
        for name, bound, prefix in (
            ("AcceptMessagesOnlyFromSendersOrMembers", self.accept_from, "accept_messages_only_from"),
            ("RejectMessagesFromSendersOrMembers", self.reject_from, "reject_messages_from"),
        ):
            if self.is_bound(name):
                value = self._referred("Recipient", given_value(bound))
                values |= by_class(self.organization, recipient, prefix, value)
        changed = self.addressed(super().altered(item, values), values)
        primary = self.primary_smtp_address
        if primary is None and not cast(Recipient, changed).email_address_policy_enabled:
            # Under a policy it "has no effect on the WindowsEmailAddress property or the primary email address value".
            primary = self.windows_email_address
        return cast(Model, with_addresses(self.organization, recipient, cast(Recipient, changed), primary))

    def addressed(self, changed: Model, values: dict[str, Any]) -> Model:
        """Return the address changes that follow from the bound values."""
        return changed


class AddressedCmdlet(ChangingCmdlet[Model]):
    """A cmdlet that can set the primary address of a recipient."""

    primary_smtp_address: SmtpAddress | None = parameter(
        _ADDRESS,
        name="PrimarySmtpAddress",
        default=None,
        help="The address in mail that the recipient sends; it becomes the primary SMTP address.",
    )


def addresses_for(organization: Organization, alias: str, values: dict[str, Any]) -> tuple[ProxyAddress, ...]:
    """Return the addresses that the email address policy gives a new recipient."""
    policy = organization.one(EmailAddressPolicy)
    texts = (str(values.get(key) or "") for key in ("first_name", "last_name", "display_name"))
    return policy.addresses(alias, *texts)


def new_addresses(
    organization: Organization, alias: str, primary: SmtpAddress | None, values: dict[str, Any]
) -> dict[str, Any]:
    """Return the addresses of a new recipient: by the policy, or an explicit primary address, which turns the policy
    off for it.

    Raises InvalidProperty for an alias that no address can be made of.
    """
    Recipient.by_attribute["alias"].convert(alias)
    if primary is None:
        return {"email_addresses": addresses_for(organization, alias, values)}
    return {"email_addresses": (ProxyAddress("SMTP", primary.text),), "email_address_policy_enabled": False}


_POLICY = (
    "The primary SMTP address can't be modified because this recipient is configured to automatically update email "
    "addresses based on email address policy. To disable the policy for this recipient, set the "
    "EmailAddressPolicyEnabled parameter to $false."
)


def with_addresses(
    organization: Organization, before: Recipient, changed: Recipient, primary: SmtpAddress | None
) -> Recipient:
    """Return a changed recipient with its addresses in order: the primary one as requested or by the policy."""
    if primary is not None and primary != changed.primary_smtp_address:
        if changed.email_address_policy_enabled:
            raise RuleBroken(_POLICY, before)
        return changed.replace(email_addresses=changed.with_primary(primary))
    if not changed.email_address_policy_enabled or changed.alias is None:
        return changed
    renamed = changed.alias != before.alias or not before.email_address_policy_enabled
    if renamed:
        values = {name: getattr(changed, name, "") for name in ("first_name", "last_name", "display_name")}
        wanted = addresses_for(organization, changed.alias, values)
        others = tuple(proxy for proxy in changed.with_primary(SmtpAddress(wanted[0].address)) if proxy not in wanted)
        return changed.replace(email_addresses=(*wanted, *others))
    if changed.primary_smtp_address != before.primary_smtp_address:
        raise RuleBroken(_POLICY, before)
    return changed


def place(organization: Organization, unit: str) -> dict[str, str]:
    """Return where a new recipient is created: in `unit`, as `Users`, `contoso.com/Staff` or a distinguished name."""
    return {"container_dn": organization.forest.container_of(unit)} if unit else {}


def alias_from(text: str) -> str:
    """Return the alias made from a name: characters that an alias may not hold are left out."""
    kept = "".join(char for char in text if char.isascii() and (char.isalnum() or char in "!#$%&'*+-/=?^_`{|}~."))
    return kept.strip(".") or "user"


def ensure_free(organization: Organization, kind: str, text: str, item: Recipient | None = None) -> None:
    """Refuse a logon name that another account has."""
    for other in organization.find(User, text):
        names = (other.sam_account_name.casefold(), other.user_principal_name.casefold())
        if text.casefold() in names and (item is None or other.guid != item.guid):
            raise RuleBroken(
                f"The value '{text}' of property '{kind}' is used by another recipient object. Please specify a unique "
                "value.",
                item,
            )


def external_of(item: Recipient) -> ProxyAddress | None:
    """Return the external address of a contact or mail user."""
    return item.external_email_address if isinstance(item, MailContact | MailUser) else None
