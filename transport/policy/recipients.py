"""Whose mail the server takes: accepted domains, the right to relay."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from organization.objects.accepted_domain import AcceptedDomain, default_domain
from organization.objects.recipient import Recipient
from organization.values.enums import AcceptedDomainType

from .agents.commands import refuse_recipient
from .encapsulated import legacy_name
from .permissions import ACCEPT_ANY_RECIPIENT, BYPASS_SIZE
from .trustees import may_send_as

if TYPE_CHECKING:
    from uuid import UUID

    from organization.directory import DirectoryObject
    from organization.store import Organization

    from .replies import Reply
    from .session import SmtpSession
    from .transaction import Transaction

_RESERVED_TOP_LEVELS = frozenset({"test", "example", "invalid", "localhost"})
_RESERVED_SECOND_LEVELS = frozenset({"example.com", "example.net", "example.org"})
"""RFC 2606."""

_DOMAINS_REMEMBERED = 1000
_AUTHORITATIVE = AcceptedDomainType.Authoritative
"""Found once: a member of an enumeration is looked up by a call."""


class RecipientTable:
    """The organization as RCPT sees it. Domains are copied when one has changed; recipients are looked up."""

    def __init__(self, organization: Organization) -> None:
        self._organization = organization
        self._accepted: dict[str, AcceptedDomain | None] = {}
        """What was found for a domain as it was written."""

    @cached_property
    def _domains(self) -> tuple[dict[str, AcceptedDomain], dict[str, AcceptedDomain]]:
        """Those that are named, and those that stand for all below them too. They are read when they are first asked
        for, not at each of the thousand changes of a script.
        """
        domains = self._organization.all(AcceptedDomain)
        named = sorted(domains, key=lambda item: not item.domain_name.include_subdomains)
        return (
            {item.domain_name.domain.casefold(): item for item in named if item.domain_name.domain != "*"},
            {
                item.domain_name.domain.casefold(): item
                for item in domains
                if item.domain_name.include_subdomains or item.match_sub_domains
            },
        )

    @cached_property
    def default_domain(self) -> str | None:
        """The domain of new addresses and of reports."""
        default = default_domain(self._organization)
        return default.domain_name.domain if default is not None else None

    def accepted(self, domain: str) -> AcceptedDomain | None:
        """The accepted domain that mail for `domain` falls under: itself, else the longest wildcard, else `*`."""
        try:
            return self._accepted[domain]
        except KeyError:  # asked first, it could be forgotten by another thread before it is looked up
            pass
        exact, below = self._domains
        rest = domain.casefold()
        found = exact.get(rest)
        while found is None and rest:
            _, _, rest = rest.partition(".")
            found = below.get(rest or "*")
        if len(self._accepted) >= _DOMAINS_REMEMBERED:
            self._accepted.clear()
        self._accepted[domain] = found
        return found

    def is_authoritative(self, domain: str) -> bool:
        """Whether all recipients of a domain are in this organization."""
        found = self.accepted(domain)
        return found is not None and found.domain_type is _AUTHORITATIVE

    def find(self, address: str) -> DirectoryObject | None:
        """The recipient with this address among all of its addresses. Constant time."""
        found = self._organization.recipient(address)
        return found if found is not None or address[:5].upper() != "IMCEA" else self._find_encapsulated(address)

    def _find_encapsulated(self, address: str) -> DirectoryObject | None:
        name = legacy_name(address)
        if not name or self.accepted(address.rpartition("@")[2]) is None:
            return None
        named = self._organization.find(Recipient, f"X500:{name}") or self._organization.find(Recipient, name)
        return named[0] if named else None

    def bypasses_agents(self, address: str) -> bool:
        """Whether the anti-spam agents leave mail for an address alone (Set-Mailbox -AntispamBypassEnabled)."""
        return bool(getattr(self.find(address), "anti_spam_bypass_enabled", False))

    def may_send_as(self, account: UUID, sender: str) -> bool:
        """Whether an address is the account's own, or that of a recipient which the account has Send-As on."""
        owner = self.find(sender)
        return owner is not None and may_send_as(self._organization, account, owner)

    def may_send_on_behalf(self, account: UUID, address: str) -> bool:
        """Whether an address is the account's own, or its owner lets the account send on its behalf."""
        owner = self.find(address)
        granted = getattr(owner, "grant_send_on_behalf_to", ())
        return self.may_send_as(account, address) or any(item.guid == account for item in granted)


def judge_recipient(session: SmtpSession, transaction: Transaction, address: str) -> Reply | None:
    """What speaks against a recipient; None when it is accepted."""
    server_context, settings = session.server_context, session.settings
    if len(transaction.recipients) >= settings.max_recipients and BYPASS_SIZE not in session.rights:
        return server_context.replies.too_many_recipients
    domain = address.rpartition("@")[2].casefold()
    if settings.reject_reserved_top_level or settings.reject_reserved_second_level or settings.reject_single_label:
        refusal = _reserved(session, domain)
        if refusal is not None:
            return refusal
    accepted = server_context.recipients.accepted(domain)
    if accepted is None and ACCEPT_ANY_RECIPIENT not in session.rights:
        return server_context.replies.relay_denied
    if not server_context.agents.at_rcpt:
        return None
    refused = refuse_recipient(session, transaction, accepted, address)
    return refused.reply if refused is not None else None


def _reserved(session: SmtpSession, domain: str) -> Reply | None:
    replies, settings = session.server_context.replies, session.settings
    if settings.reject_reserved_top_level and domain.rpartition(".")[2] in _RESERVED_TOP_LEVELS:
        return replies.reserved_top_level
    if settings.reject_reserved_second_level and ".".join(domain.split(".")[-2:]) in _RESERVED_SECOND_LEVELS:
        return replies.reserved_second_level
    if settings.reject_single_label and "." not in domain and not domain.startswith("["):
        return replies.single_label
    return None
