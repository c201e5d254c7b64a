"""The agents that Exchange brings along: what makes each of them, and at which events it works."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .objects.server import TransportAgent
from .store import Organization
from .versions import Profile, Version

SMTP_EVENTS = (
    "OnConnectEvent",
    "OnHeloCommand",
    "OnEhloCommand",
    "OnStartTlsCommand",
    "OnAuthCommand",
    "OnProcessAuthentication",
    "OnEndOfAuthentication",
    "OnMailCommand",
    "OnRcptCommand",
    "OnDataCommand",
    "OnEndOfHeaders",
    "OnEndOfData",
    "OnHelpCommand",
    "OnNoopCommand",
    "OnReject",
    "OnRsetCommand",
    "OnDisconnectEvent",
)
ROUTING_EVENTS = ("OnSubmittedMessage", "OnResolvedMessage", "OnRoutedMessage", "OnCategorizedMessage")
_SINCE_2013 = ("OnStartTlsCommand", "OnProcessAuthentication")

_AGENTS = "Microsoft.Exchange.Transport.Agent."
_HYGIENE = r"\TransportRoles\agents\Hygiene\Microsoft.Exchange.Transport.Agent.Hygiene.dll"
_ATTACHMENTS = r"\TransportRoles\agents\AttachFilter\Microsoft.Exchange.Transport.Agent.AttachFilter.dll"


class AgentKind(NamedTuple):
    """An agent of Exchange's that the lab can run."""

    name: str
    factory: str
    """The .NET class that makes it."""
    assembly: str
    """Its file below the folder of the installation."""
    events: tuple[str, ...]


ANTISPAM = (
    AgentKind(
        "Connection Filtering Agent",
        _AGENTS + "ConnectionFiltering.ConnectionFilteringAgentFactory",
        _HYGIENE,
        ("OnConnectEvent", "OnMailCommand", "OnRcptCommand", "OnEndOfHeaders"),
    ),
    AgentKind("Content Filter Agent", _AGENTS + "ContentFilter.ContentFilterAgentFactory", _HYGIENE, ("OnEndOfData",)),
    AgentKind("Sender Id Agent", _AGENTS + "SenderId.SenderIdAgentFactory", _HYGIENE, ("OnEndOfHeaders",)),
    AgentKind(
        "Sender Filter Agent",
        _AGENTS + "ProtocolFilter.SenderFilterAgentFactory",
        _HYGIENE,
        ("OnMailCommand", "OnEndOfHeaders"),
    ),
    AgentKind(
        "Recipient Filter Agent", _AGENTS + "ProtocolFilter.RecipientFilterAgentFactory", _HYGIENE, ("OnRcptCommand",)
    ),
    AgentKind(
        "Protocol Analysis Agent",
        _AGENTS + "ProtocolAnalysis.ProtocolAnalysisAgentFactory",
        _HYGIENE,
        ("OnEndOfHeaders", "OnEndOfData", "OnReject", "OnRsetCommand", "OnDisconnectEvent"),
    ),
    AgentKind(
        "Attachment Filtering Agent", _AGENTS + "AttachFilter.AttachFilterAgentFactory", _ATTACHMENTS, ("OnEndOfData",)
    ),
)
BY_NAME = {kind.name: kind for kind in ANTISPAM}
BY_FACTORY = {kind.factory.casefold(): kind for kind in ANTISPAM}

_OTHERS = {
    "Journaling Agent": ("OnSubmittedMessage", "OnRoutedMessage"),
    "AD RMS Prelicensing Agent": ("OnRoutedMessage",),
    "Text Messaging Routing Agent": ("OnResolvedMessage",),
    "Malware Agent": ("OnSubmittedMessage",),
    "DLP Policy Agent": ("OnResolvedMessage",),
    "Retention Policy Agent": ("OnResolvedMessage",),
    "Supervisory Review Agent": ("OnResolvedMessage",),
    "System Probe Drop Smtp Agent": ("OnEndOfHeaders",),
    "System Probe Drop Routing Agent": ("OnCategorizedMessage",),
}
"""The other agents of Exchange's, with their events. What they do is not emulated."""


def events_of(agent: str, profile: Profile) -> Sequence[str]:
    """The events at which an agent works."""
    if agent in BY_NAME:
        return BY_NAME[agent].events
    if agent == "Transport Rule Agent":
        return ("OnResolvedMessage" if profile.version >= Version.V2013 else "OnRoutedMessage",)
    return _OTHERS.get(agent, ())


def pipeline(agents: Sequence[TransportAgent], profile: Profile) -> list[tuple[str, list[str]]]:
    """Each event, and the enabled agents that work at it in their order."""
    events = (*SMTP_EVENTS, *ROUTING_EVENTS)
    enabled = sorted((agent for agent in agents if agent.enabled), key=lambda agent: agent.priority)
    return [
        (event, [agent.name for agent in enabled if event in events_of(agent.name, profile)])
        for event in events
        if profile.version >= Version.V2013 or event not in _SINCE_2013
    ]


def install(organization: Organization, kind: AgentKind) -> TransportAgent:
    """Add an agent behind the others."""
    return organization.create(
        TransportAgent,
        name=kind.name,
        priority=len(organization.all(TransportAgent)) + 1,
        transport_agent_factory=kind.factory,
        assembly_path=organization.profile.install_folder + kind.assembly,
    )
