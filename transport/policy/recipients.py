"""Whose mail the server takes: accepted domains, the right to relay, the recipient filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organization.objects.accepted_domain import AcceptedDomain, default_domain
from organization.values.enums import AcceptedDomainType

from .agent_rows import agent_refused
from .agents import CONNECTION_FILTER, RECIPIENT_FILTER
from .permissions import ACCEPT_ANY_RECIPIENT, BYPASS_SIZE
from .trustees import may_send_as

if TYPE_CHECKING:
    from uuid import UUID

    from organization.directory import DirectoryObject
    from organization.store import Organization

    from .agents import RecipientFilter
    from .replies import Reply
    from .session import SmtpSession
    from .transaction import Transaction

_AT_RCPT = "OnRcptCommand"
_RESERVED_TOP_LEVELS = frozenset({"test", "example", "invalid", "localhost"})
_RESERVED_SECOND_LEVELS = frozenset({"example.com", "example.net", "example.org"})
"""RFC 2606."""


class RecipientTable:
    """The organization as RCPT sees it. Domains are copied when they change; recipients are looked up."""

    def __init__(self, organization: Organization) -> None:
        self._organization = organization
        domains = organization.all(AcceptedDomain)
        named = sorted(domains, key=lambda item: not item.domain_name.include_subdomains)
        self._exact = {item.domain_name.domain.casefold(): item for item in named if item.domain_name.domain != "*"}
        self._below = {
            item.domain_name.domain.casefold(): item
            for item in domains
            if item.domain_name.include_subdomains or item.match_sub_domains
        }
        default = default_domain(organization)
        self.default_domain = default.domain_name.domain if default is not None else None

    def accepted(self, domain: str) -> AcceptedDomain | None:
        """The accepted domain that mail for `domain` falls under: itself, else the longest wildcard, else `*`."""
        domain = domain.casefold()
        found = self._exact.get(domain)
        while found is None and domain:
            _, _, domain = domain.partition(".")
            found = self._below.get(domain or "*")
        return found

    def is_authoritative(self, domain: str) -> bool:
        """Whether all recipients of a domain are in this organization."""
        found = self.accepted(domain)
        return found is not None and found.domain_type is AcceptedDomainType.Authoritative

    def find(self, address: str) -> DirectoryObject | None:
        """The recipient with this address among all of its addresses. Constant time."""
        return self._organization.recipient(address)

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
    replies, settings = session.site.replies, session.settings
    if len(transaction.recipients) >= settings.max_recipients and BYPASS_SIZE not in session.rights:
        return replies.too_many_recipients
    domain = address.rpartition("@")[2].casefold()
    refusal = _reserved(session, domain)
    if refusal is not None:
        return refusal
    table = session.site.recipients
    accepted = table.accepted(domain)
    if accepted is None and ACCEPT_ANY_RECIPIENT not in session.rights:
        return replies.relay_denied
    return _refused_by_agents(session, transaction, accepted, address)


def _reserved(session: SmtpSession, domain: str) -> Reply | None:
    replies, settings = session.site.replies, session.settings
    if settings.reject_reserved_top_level and domain.rpartition(".")[2] in _RESERVED_TOP_LEVELS:
        return replies.reserved_top_level
    if settings.reject_reserved_second_level and ".".join(domain.split(".")[-2:]) in _RESERVED_SECOND_LEVELS:
        return replies.reserved_second_level
    if settings.reject_single_label and "." not in domain and not domain.startswith("["):
        return replies.single_label
    return None


def _refused_by_agents(
    session: SmtpSession, transaction: Transaction, accepted: AcceptedDomain | None, address: str
) -> Reply | None:
    agents, replies = session.site.agents, session.site.replies
    if agents.skip(session):
        return None
    refusal = agents.connection.refusal(session)
    if refusal is not None:
        address_of_client = session.peer.remote_address
        agent_refused(
            session, CONNECTION_FILTER, _AT_RCPT, refusal, "LocalBlockList", address_of_client, recipient=address
        )
        return refusal
    rules = agents.recipient
    if rules is None or not rules.scope.covers(session):
        return None
    if not _is_refused_by_filter(session.site.recipients, rules, accepted, address):
        return None
    transaction.spoiled = transaction.spoiled or agents.rejects_whole_message
    reason = "RecipientOnBlockList" if address.casefold() in rules.blocked else "RecipientDoesNotExist"
    agent_refused(session, RECIPIENT_FILTER, _AT_RCPT, replies.user_unknown, reason, address, recipient=address)
    return replies.user_unknown


def _is_refused_by_filter(
    table: RecipientTable, rules: RecipientFilter, accepted: AcceptedDomain | None, address: str
) -> bool:
    """The block list holds in all domains; the lookup where the accepted domain says so."""
    if address.casefold() in rules.blocked:
        return True
    if not rules.looks_up or accepted is None or not accepted.looks_recipients_up:
        return False
    found = table.find(address)
    return found is None or bool(getattr(found, "require_sender_authentication_enabled", False))
