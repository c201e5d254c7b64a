"""What everything has that mail can be sent to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..directory import DirectoryObject
from ..errors import OrganizationError, RuleBroken
from ..names import ADObjectId, Forest, canonical, canonical_child, last_part
from ..properties import Many, OrUnlimited, Reference, derived, matching, prop
from ..values.address import ProxyAddress, SmtpAddress
from ..values.enums import Choice
from ..values.size import ByteQuantifiedSize
from ..values.unlimited import Unlimited

if TYPE_CHECKING:
    from ..store import Organization

ALIAS = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_ALIAS_HELP = (
    "is not valid. Valid values are: Strings formed with characters from A to Z (uppercase or lowercase), digits from "
    "0 to 9, !, #, $, %, &, ', *, +, -, /, =, ?, ^, _, `, {, |, } or ~. One or more periods may be embedded in an "
    "alias, but each of them should be preceded and followed by at least one of the other characters."
)
LIMIT = ("0B", "2147482624KB")
"""What a size limit of a recipient may be."""


def check_alias(value: Any) -> str | None:
    """What is wrong with an alias."""
    return None if value is None or re.fullmatch(ALIAS, value) else f'Property expression "{value}" {_ALIAS_HELP}'


def _custom(longest: int) -> Any:
    return prop(str, default="", longest=longest, help=f"Any text for own use, {longest} characters at most.")


class RecipientType(Choice):
    """The kinds of recipients, as Get-Recipient prints them."""

    Invalid = 0
    User = 1
    UserMailbox = 2
    MailUser = 3
    Contact = 4
    MailContact = 5
    Group = 6
    MailUniversalDistributionGroup = 7
    MailUniversalSecurityGroup = 8
    DynamicDistributionGroup = 10


class Recipient(DirectoryObject):
    """A recipient. Without an address it is none yet: a user without a mailbox is the one case."""

    noun = "Recipient"

    accept_messages_only_from: tuple[ADObjectId, ...] = prop(
        Many(Reference("Recipient")), default=(), help="The only senders whose messages are delivered."
    )
    accept_messages_only_from_dl_members: tuple[ADObjectId, ...] = prop(
        Many(Reference("DistributionGroup")),
        name="AcceptMessagesOnlyFromDLMembers",
        default=(),
        help="The only groups whose members' messages are delivered.",
    )
    accept_messages_only_from_senders_or_members: tuple[ADObjectId, ...] = derived(
        "MultiValuedProperty",
        lambda self: self.accept_messages_only_from + self.accept_messages_only_from_dl_members,
        since="2010",
    )
    alias: str | None = prop(str, default=None, longest=64, check=check_alias, help="The short name in addresses.")
    custom_attribute1: str | None = _custom(1024)
    custom_attribute2: str | None = _custom(1024)
    custom_attribute3: str | None = _custom(1024)
    custom_attribute4: str | None = _custom(1024)
    custom_attribute5: str | None = _custom(1024)
    custom_attribute6: str | None = _custom(1024)
    custom_attribute7: str | None = _custom(1024)
    custom_attribute8: str | None = _custom(1024)
    custom_attribute9: str | None = _custom(1024)
    custom_attribute10: str | None = _custom(2048)
    custom_attribute11: str | None = _custom(2048)
    custom_attribute12: str | None = _custom(2048)
    custom_attribute13: str | None = _custom(2048)
    custom_attribute14: str | None = _custom(2048)
    custom_attribute15: str | None = _custom(2048)
    display_name: str | None = prop(str, default="", longest=256, help="The name in the address book.")
    email_addresses: tuple[ProxyAddress, ...] = prop(
        Many(ProxyAddress), default=(), help="All addresses; the one with SMTP: in capitals is the primary one."
    )
    grant_send_on_behalf_to: tuple[ADObjectId, ...] = prop(
        Many(Reference("Recipient")), default=(), help="Who may send on behalf of this recipient."
    )
    hidden_from_address_lists_enabled: bool = prop(bool, default=False, help="Not shown in address lists.")
    legacy_exchange_dn: str = derived(
        str,
        lambda self: (
            f"/o=First Organization/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn="
            f"{self.alias or self.name}"
        ),
        name="LegacyExchangeDN",
    )
    mail_tip: str | None = prop(str, default=None, longest=175, since="2010", help="A note that senders see.")
    max_receive_size: Unlimited[ByteQuantifiedSize] = prop(
        OrUnlimited(ByteQuantifiedSize), default="unlimited", between=LIMIT, help="The largest message received."
    )
    max_send_size: Unlimited[ByteQuantifiedSize] = prop(
        OrUnlimited(ByteQuantifiedSize), default="unlimited", between=LIMIT, help="The largest message sent."
    )
    email_address_policy_enabled: bool = prop(bool, default=True, help="Addresses follow the e-mail address policy.")
    organizational_unit: str = derived(str, lambda self: canonical(self.container_dn))
    primary_smtp_address: SmtpAddress | None = derived(
        "SmtpAddress", lambda self: primary_of(self.email_addresses), help="The address that mail is sent from."
    )
    recipient_type: RecipientType = derived("RecipientType", lambda self: self.recipient_kind())
    recipient_type_details: str = derived("RecipientTypeDetails", lambda self: self.details())
    reject_messages_from: tuple[ADObjectId, ...] = prop(
        Many(Reference("Recipient")), default=(), help="Senders whose messages are refused."
    )
    reject_messages_from_dl_members: tuple[ADObjectId, ...] = prop(
        Many(Reference("DistributionGroup")),
        name="RejectMessagesFromDLMembers",
        default=(),
        help="Groups whose members' messages are refused.",
    )
    reject_messages_from_senders_or_members: tuple[ADObjectId, ...] = derived(
        "MultiValuedProperty",
        lambda self: self.reject_messages_from + self.reject_messages_from_dl_members,
        since="2010",
    )
    require_sender_authentication_enabled: bool = prop(
        bool, default=False, help="Take messages of authenticated senders only."
    )
    simple_display_name: str | None = prop(
        str,
        default="",
        longest=256,
        check=matching(r"[ -~]*", "The name may contain printable ASCII characters only."),
        help="The name in printable ASCII, for systems that show nothing else. Kept without effect.",
    )
    windows_email_address: SmtpAddress | None = derived(
        "SmtpAddress", lambda self: primary_of(self.email_addresses), help="The mail attribute of the directory."
    )

    directory_attributes: tuple[tuple[str, Any], ...] = prop("DirectoryAttributes", default=(), hidden=True)
    """What the directory keeps of it beside what Exchange knows: LDAP names in lower case, and their values."""

    kind = RecipientType.Invalid
    """The recipient type of the class's objects."""

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """The Users container."""
        return forest.users_dn

    def recipient_kind(self) -> RecipientType:
        """The recipient type of this object."""
        return type(self).kind

    def details(self) -> str:
        """The finer type, `UserMailbox`, `SharedMailbox`, ..."""
        return str(self.recipient_kind())

    def identity_text(self) -> str:
        """`contoso.com/Users/Name`."""
        return canonical_child(self.container_dn, self.name)

    def identity_keys(self) -> Iterator[str]:
        """Also by alias, by each address, and by the legacy name."""
        if self.alias:
            yield self.alias
            yield self.legacy_exchange_dn
        for proxy in self.email_addresses:
            yield proxy.address
            yield str(proxy)
        if self.display_name:
            yield self.display_name
        yield from super().identity_keys()

    def wildcard_keys(self) -> Iterator[str]:
        """Also alias and display name."""
        yield from super().wildcard_keys()
        if self.alias:
            yield self.alias
        if self.display_name:
            yield self.display_name

    def index_keys(self) -> Iterator[str]:
        """The last parts of name, alias, display name and addresses."""
        yield last_part(self.name)
        if self.alias:
            yield last_part(self.alias)
        if self.display_name:
            yield last_part(self.display_name)
        for proxy in self.email_addresses:
            yield last_part(proxy.address)

    def rules(self, organization: Organization) -> Iterator[OrganizationError]:
        """One primary address, and an alias that is nobody else's."""
        if self.email_addresses and primary_of(self.email_addresses) is None:
            yield RuleBroken("There is no primary SMTP address for this recipient.", self)
        if sum(proxy.is_primary for proxy in self.email_addresses) > 1:
            yield RuleBroken("There are multiple primary SMTP addresses for this recipient.", self)

    def with_primary(self, address: SmtpAddress) -> tuple[ProxyAddress, ...]:
        """The addresses with another primary one; the old one stays as a secondary address."""
        primary = ProxyAddress("SMTP", address.text)
        others = (proxy.as_secondary() if proxy.is_primary else proxy for proxy in self.email_addresses)
        return (primary, *(proxy for proxy in others if proxy != primary))


def primary_of(addresses: tuple[ProxyAddress, ...]) -> SmtpAddress | None:
    """The primary SMTP address among several."""
    return next((SmtpAddress(proxy.address) for proxy in addresses if proxy.is_primary), None)
