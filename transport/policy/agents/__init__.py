"""The anti-spam agents: each in a file of its own, and here those that work now, in their order.

An agent works when it is installed and enabled (`Get-TransportAgent`), its feature is enabled in the organization
(`Set-*Config -Enabled`), and the session is of the kind that it is for. It counts from the next start of the transport
service on; the settings of its feature count at once. At each event the agents work in the order of their priority.

An agent's file is read when the agent is installed: most labs have none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from organization.objects.antispam import (
    AttachmentFilterEntry,
    AttachmentFilterListConfig,
    ContentFilterConfig,
    ContentFilterPhrase,
    IPAllowListConfig,
    IPAllowListEntry,
    IPAllowListProvider,
    IPAllowListProvidersConfig,
    IPBlockListConfig,
    IPBlockListEntry,
    IPBlockListProvider,
    IPBlockListProvidersConfig,
    RecipientFilterConfig,
    SenderFilterConfig,
    SenderIdConfig,
    SenderReputationConfig,
)
from organization.objects.dns_record import DnsRecord
from organization.objects.server import TransportAgent
from organization.objects.transport_config import TransportConfigContainer
from shell.lazy import lazy

from ..permissions import BYPASS_ANTISPAM
from . import names
from .memory import Reputations

if TYPE_CHECKING:
    from organization.store import Organization
    from organization.values.network import IPRange
    from transport.policy.agents import attachments, content, messages, recipient, reputation, sender, sender_id
    from transport.policy.agents import connection as agents_connection

    from ..headers import Header
    from ..session import SmtpSession
    from ..transaction import Transaction
    from .connection import ConnectionFilter
    from .item import JudgesContent, JudgesMessages, MailItem
    from .refusal import JudgesRecipients, JudgesSenders
else:
    attachments = lazy("transport.policy.agents.attachments", globals())
    agents_connection = lazy("transport.policy.agents.connection", globals(), "agents_connection")
    content = lazy("transport.policy.agents.content", globals())
    messages = lazy("transport.policy.agents.messages", globals())
    recipient = lazy("transport.policy.agents.recipient", globals())
    reputation = lazy("transport.policy.agents.reputation", globals())
    sender = lazy("transport.policy.agents.sender", globals())
    sender_id = lazy("transport.policy.agents.sender_id", globals())

Judge = Callable[["SmtpSession", "Transaction", "Header", bytes], "MailItem | None"]


@dataclass(frozen=True, slots=True)
class Agents:
    """The agents that work now, by the events at which they work, each time in their order."""

    at_mail: tuple[JudgesSenders, ...] = ()
    at_rcpt: tuple[JudgesRecipients, ...] = ()
    at_headers: tuple[JudgesMessages, ...] = ()
    at_end: tuple[JudgesContent, ...] = ()
    observers: tuple[JudgesMessages, ...] = ()
    """Those that hear of every message, taken or refused, when it is judged."""
    connection: ConnectionFilter | None = None
    internal: tuple[IPRange, ...] = ()
    """The organization's other servers."""
    judge: Judge | None = None
    """What a whole message is shown to; None where no agent looks at one. Another thread may do that."""

    def skip(self, session: SmtpSession) -> bool:
        """Whether the agents leave a session alone."""
        return BYPASS_ANTISPAM in session.rights or self.allow(session)

    def allow(self, session: SmtpSession) -> bool:
        """Whether a session's client is on an IP Allow list."""
        return self.connection is not None and self.connection.allows(session)


def running_agents(organization: Organization) -> tuple[str, ...]:
    """The names of the agents that a start of the service would load, in their order."""
    installed = sorted(organization.all(TransportAgent), key=lambda agent: agent.priority)
    return tuple(agent.name for agent in installed if agent.enabled)


def agents_of(organization: Organization, running: Sequence[str], known: Reputations | None = None) -> Agents:
    """The `running` agents, in their order, as they are set; `known` is what senders have done before."""
    line = _Line(organization, known or Reputations())
    for name in running:
        place = _PLACES.get(name)
        if place is not None:
            place(line)
    return line.agents()


@dataclass(slots=True)
class _Line:
    """Agents that take their places one after the other."""

    organization: Organization
    known: Reputations
    at_mail: list[JudgesSenders] = field(default_factory=list)
    at_rcpt: list[JudgesRecipients] = field(default_factory=list)
    at_headers: list[JudgesMessages] = field(default_factory=list)
    at_end: list[JudgesContent] = field(default_factory=list)
    observers: list[JudgesMessages] = field(default_factory=list)
    connection: ConnectionFilter | None = None

    def agents(self) -> Agents:
        """All that have taken one."""
        judge: Judge | None = None
        internal: tuple[IPRange, ...] = ()
        if self.at_headers or self.at_end or self.observers:
            judge = messages.judge_message

            internal = self.organization.one(TransportConfigContainer).internal_smtp_servers
        return Agents(
            tuple(self.at_mail),
            tuple(self.at_rcpt),
            tuple(self.at_headers),
            tuple(self.at_end),
            tuple(self.observers),
            self.connection,
            internal,
            judge,
        )


def _connection_filter(line: _Line) -> None:
    line.connection = agents_connection.ConnectionFilter.of(line.organization)
    line.at_rcpt.append(line.connection)
    line.at_headers.append(line.connection.judge_header)


def _sender_filter(line: _Line) -> None:
    agent = sender.SenderFilter.of(line.organization)
    if agent is not None:
        line.at_mail.append(agent)
        line.at_headers.append(agent.judge_header)


def _recipient_filter(line: _Line) -> None:
    agent = recipient.RecipientFilter.of(line.organization)
    if agent is not None:
        line.at_rcpt.append(agent)


def _sender_id(line: _Line) -> None:
    agent = sender_id.SenderId.of(line.organization)
    if agent is not None:
        line.at_headers.append(agent.judge_header)


def _content_filter(line: _Line) -> None:
    agent = content.ContentFilter.of(line.organization)
    if agent is not None:
        line.at_end.append(agent.judge_message)


def _attachment_filter(line: _Line) -> None:
    agent = attachments.AttachmentFilter.of(line.organization)
    if agent is not None:
        line.at_end.append(agent.judge_message)


def _protocol_analysis(line: _Line) -> None:
    agent = reputation.SenderReputation.of(line.organization, line.known)
    if agent is not None:
        line.observers.append(agent.hear_of)


_PLACES: Mapping[str, Callable[[_Line], None]] = {
    names.CONNECTION_FILTER: _connection_filter,
    names.SENDER_FILTER: _sender_filter,
    names.RECIPIENT_FILTER: _recipient_filter,
    names.SENDER_ID: _sender_id,
    names.CONTENT_FILTER: _content_filter,
    names.ATTACHMENT_FILTER: _attachment_filter,
    names.PROTOCOL_ANALYSIS: _protocol_analysis,
}
"""Where each agent takes its places."""

FOLLOWED = (
    RecipientFilterConfig,
    SenderFilterConfig,
    SenderIdConfig,
    SenderReputationConfig,
    ContentFilterConfig,
    ContentFilterPhrase,
    AttachmentFilterListConfig,
    AttachmentFilterEntry,
    IPAllowListConfig,
    IPBlockListConfig,
    IPAllowListEntry,
    IPBlockListEntry,
    IPAllowListProvidersConfig,
    IPBlockListProvidersConfig,
    IPAllowListProvider,
    IPBlockListProvider,
    DnsRecord,
)
"""The classes whose objects decide what the agents do."""
