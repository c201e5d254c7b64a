"""The anti-spam agents that answer during a session: connection filtering, sender filter, recipient filter.

An agent works when it is installed and enabled (`Get-TransportAgent`), its feature is enabled in the organization
(`Set-*Config -Enabled`), and the session is of the kind that it is for. It counts from the next start of the transport
service on; the settings of its feature count at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from organization.objects.antispam import (
    BlockedSenderAction,
    IPAllowListConfig,
    IPAllowListEntry,
    IPBlockListConfig,
    IPBlockListEntry,
    IPListEntry,
    MessageHygieneConfig,
    RecipientFilterConfig,
    SenderFilterConfig,
)
from organization.objects.server import TransportAgent

from .permissions import BYPASS_ANTISPAM
from .replies import Reply

if TYPE_CHECKING:
    from ipaddress import IPv4Address, IPv6Address

    from organization.store import Organization

    from .headers import Header
    from .session import SmtpSession

CONNECTION_FILTER = "Connection Filtering Agent"
SENDER_FILTER = "Sender Filter Agent"
RECIPIENT_FILTER = "Recipient Filter Agent"

Config = TypeVar("Config", bound=MessageHygieneConfig)


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose mail a feature looks at."""

    external: bool
    """Of clients that are not authenticated."""
    internal: bool

    def covers(self, session: SmtpSession) -> bool:
        """Whether a session's mail is looked at."""
        return self.external if session.user is None else self.internal


@dataclass(frozen=True, slots=True)
class ConnectionFilter:
    """The IP Allow list and the IP Block list."""

    allowed: tuple[IPListEntry, ...] = ()
    allow_scope: Scope | None = None
    blocked: tuple[IPListEntry, ...] = ()
    block_scope: Scope | None = None
    static_response: str = ""
    machine_response: str = ""

    def allows(self, session: SmtpSession) -> bool:
        """Whether the client's mail skips all agents."""
        scope = self.allow_scope
        return scope is not None and scope.covers(session) and self._entry(self.allowed, session.remote) is not None

    def refusal(self, session: SmtpSession) -> Reply | None:
        """What a client on the block list hears, which it does at RCPT and not before."""
        if self.block_scope is None or not self.block_scope.covers(session):
            return None
        entry = self._entry(self.blocked, session.remote)
        if entry is None:
            return None
        response = self.machine_response if entry.is_machine_generated else self.static_response
        return Reply("550 5.7.1 " + response.replace("{0}", session.peer.remote_address))

    @staticmethod
    def _entry(entries: Iterable[IPListEntry], address: IPv4Address | IPv6Address) -> IPListEntry | None:
        return next((entry for entry in entries if entry.contains(address)), None)


@dataclass(frozen=True, slots=True)
class SenderFilter:
    """Senders whose mail is refused. Addresses and domains are in lower case."""

    scope: Scope
    addresses: frozenset[str]
    domains: frozenset[str]
    with_subdomains: frozenset[str]
    blank: bool
    """Refuse the null sender, too."""

    def blocks(self, session: SmtpSession, sender: str) -> bool:
        """Whether a sender is refused."""
        if not self.scope.covers(session):
            return False
        if not sender:
            return self.blank
        address = sender.casefold()
        domain = address.rpartition("@")[2]
        return address in self.addresses or domain in self.domains or self._is_below(domain)

    def blocks_header(self, session: SmtpSession, header: Header) -> bool:
        """Whether an address in the From field is refused."""
        return any(self.blocks(session, address) for address in header.senders)

    def _is_below(self, domain: str) -> bool:
        while domain:
            if domain in self.with_subdomains:
                return True
            domain = domain.partition(".")[2]
        return False


@dataclass(frozen=True, slots=True)
class RecipientFilter:
    """Recipients who are refused."""

    scope: Scope
    blocked: frozenset[str]
    """Addresses in lower case that get no mail; empty where the block list is off."""
    looks_up: bool
    """Refuse recipients that do not exist, in domains whose recipients are all known."""


@dataclass(frozen=True, slots=True)
class Agents:
    """The agents that work now; None for one that does not."""

    connection: ConnectionFilter = field(default_factory=ConnectionFilter)
    sender: SenderFilter | None = None
    recipient: RecipientFilter | None = None
    rejects_whole_message: bool = False
    """One refused recipient condemns the message for all (Mailbox servers since 2013)."""

    def skip(self, session: SmtpSession) -> bool:
        """Whether the agents leave a session alone."""
        return BYPASS_ANTISPAM in session.rights or self.connection.allows(session)


def running_agents(organization: Organization) -> frozenset[str]:
    """The names of the agents that a start of the service would load."""
    return frozenset(agent.name for agent in organization.all(TransportAgent) if agent.enabled)


def agents_of(organization: Organization, running: Iterable[str]) -> Agents:
    """The `running` agents with the settings of the organization."""
    names = frozenset(running)
    return Agents(
        _connection_filter(organization) if CONNECTION_FILTER in names else ConnectionFilter(),
        _sender_filter(organization) if SENDER_FILTER in names else None,
        _recipient_filter(organization) if RECIPIENT_FILTER in names else None,
        organization.profile.filter_rejects_whole_message,
    )


def _enabled(organization: Organization, cls: type[Config]) -> Config | None:
    return next((config for config in organization.all(cls) if config.enabled), None)


def _scope(config: MessageHygieneConfig) -> Scope:
    return Scope(config.external_mail_enabled, config.internal_mail_enabled)


def _folded(items: Iterable[Any]) -> frozenset[str]:
    return frozenset(str(item).casefold() for item in items)


def _connection_filter(organization: Organization) -> ConnectionFilter:
    allow, block = _enabled(organization, IPAllowListConfig), _enabled(organization, IPBlockListConfig)
    return ConnectionFilter(
        tuple(organization.all(IPAllowListEntry)),
        _scope(allow) if allow is not None else None,
        tuple(organization.all(IPBlockListEntry)),
        _scope(block) if block is not None else None,
        block.static_entry_rejection_response if block is not None else "",
        block.machine_entry_rejection_response if block is not None else "",
    )


def _sender_filter(organization: Organization) -> SenderFilter | None:
    config = _enabled(organization, SenderFilterConfig)
    if config is None or config.action is not BlockedSenderAction.Reject:
        return None
    return SenderFilter(
        _scope(config),
        _folded(config.blocked_senders),
        _folded(config.blocked_domains),
        _folded(config.blocked_domains_and_subdomains),
        config.blank_sender_blocking_enabled,
    )


def _recipient_filter(organization: Organization) -> RecipientFilter | None:
    config = _enabled(organization, RecipientFilterConfig)
    if config is None:
        return None
    blocked = _folded(config.blocked_recipients) if config.block_list_enabled else frozenset[str]()
    return RecipientFilter(_scope(config), blocked, config.recipient_validation_enabled)


FOLLOWED = (
    RecipientFilterConfig,
    SenderFilterConfig,
    IPAllowListConfig,
    IPBlockListConfig,
    IPAllowListEntry,
    IPBlockListEntry,
)
"""The classes whose objects decide what the agents do."""
