"""The anti-spam agents: each in a file of its own, and here those that work now, in their order.

An agent works when it is installed and enabled (`Get-TransportAgent`), its feature is enabled in the organization
(`Set-*Config -Enabled`), and the session is of the kind that it is for. It counts from the next start of the transport
service on; the settings of its feature count at once. At each event the agents work in the order of their priority.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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

from ..permissions import BYPASS_ANTISPAM
from .attachments import AttachmentFilter
from .connection import ConnectionFilter
from .content import ContentFilter
from .item import JudgesMessages
from .names import (
    ATTACHMENT_FILTER,
    CONNECTION_FILTER,
    CONTENT_FILTER,
    PROTOCOL_ANALYSIS,
    RECIPIENT_FILTER,
    SENDER_FILTER,
    SENDER_ID,
)
from .recipient import RecipientFilter
from .refusal import JudgesRecipients, JudgesSenders
from .reputation import Reputations, SenderReputation
from .sender import SenderFilter
from .sender_id import SenderId

if TYPE_CHECKING:
    from organization.store import Organization

    from ..session import SmtpSession


@dataclass(frozen=True, slots=True)
class Agents:
    """The agents that work now, by the events at which they work, each time in their order."""

    at_mail: tuple[JudgesSenders, ...] = ()
    at_rcpt: tuple[JudgesRecipients, ...] = ()
    at_headers: tuple[JudgesMessages, ...] = ()
    at_end: tuple[JudgesMessages, ...] = ()
    observers: tuple[JudgesMessages, ...] = ()
    """Those that hear of every message, taken or refused, when it is judged."""
    connection: ConnectionFilter | None = None
    look_at_messages: bool = False
    """Whether a whole message has to be shown to anyone."""

    def skip(self, session: SmtpSession) -> bool:
        """Whether the agents leave a session alone."""
        return BYPASS_ANTISPAM in session.rights or self.allow(session)

    def allow(self, session: SmtpSession) -> bool:
        """Whether a session's client is on an IP Allow list."""
        return self.connection is not None and self.connection.allows(session)


def running_agents(organization: Organization) -> tuple[str, ...]:
    """The names of the agents that a start of the service would load, in their order."""
    loaded = sorted(
        (agent for agent in organization.all(TransportAgent) if agent.enabled), key=lambda each: each.priority
    )
    return tuple(agent.name for agent in loaded)


def agents_of(organization: Organization, running: Sequence[str], known: Reputations | None = None) -> Agents:
    """The `running` agents, in their order, as they are set; `known` is what senders have done before."""
    at_mail: list[JudgesSenders] = []
    at_rcpt: list[JudgesRecipients] = []
    at_headers: list[JudgesMessages] = []
    at_end: list[JudgesMessages] = []
    observers: list[JudgesMessages] = []
    connection: ConnectionFilter | None = None
    for name in running:
        if name == CONNECTION_FILTER:
            connection = ConnectionFilter.of(organization)
            at_rcpt.append(connection)
        elif name == RECIPIENT_FILTER and (recipients := RecipientFilter.of(organization)):
            at_rcpt.append(recipients)
        elif name == SENDER_FILTER and (senders := SenderFilter.of(organization)):
            at_mail.append(senders)
            at_headers.append(senders.judge_header)
        elif name == SENDER_ID and (sender_id := SenderId.of(organization)):
            at_headers.append(sender_id.judge_header)
        elif name == CONTENT_FILTER and (content := ContentFilter.of(organization)):
            at_end.append(content.judge_message)
        elif name == ATTACHMENT_FILTER and (attachments := AttachmentFilter.of(organization)):
            at_end.append(attachments.judge_message)
        elif name == PROTOCOL_ANALYSIS and (reputation := SenderReputation.of(organization, known or Reputations())):
            observers.append(reputation.hear_of)
    return Agents(
        tuple(at_mail),
        tuple(at_rcpt),
        tuple(at_headers),
        tuple(at_end),
        tuple(observers),
        connection,
        bool(at_headers or at_end or observers or connection),
    )


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
