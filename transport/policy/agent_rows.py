"""Rows of the agent log: what the anti-spam agents did in a session, and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from organization.mail_records import AgentEntry

from .facts import endpoint_text

if TYPE_CHECKING:
    from .session import SmtpSession


def log_action(
    session: SmtpSession,
    agent: str,
    event: str,
    action: str,
    response: str,
    reason: str,
    data: str,
    *,
    sender: str,
    recipient: str = "",
    recipient_count: int = 0,
    message_id: str = "",
    header_senders: Iterable[str] = (),
) -> None:
    """Note what an agent has done, with the reply that the client hears for it, if any."""
    peer = session.peer
    session.server_context.agent_log(
        AgentEntry(
            session.server_context.time(),
            session.id,
            endpoint_text(peer.local_address, peer.local_port),
            endpoint_text(peer.remote_address, peer.remote_port),
            peer.remote_address,
            message_id,
            sender,
            ";".join(header_senders),
            recipient,
            recipient_count,
            agent,
            event,
            action,
            response,
            reason,
            data,
        )
    )
