"""Rows of the agent log: what the anti-spam agents refused in a session, and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from organization.mail_records import AgentEntry

from .facts import endpoint_text

if TYPE_CHECKING:
    from .replies import Reply
    from .session import SmtpSession


def agent_refused(
    session: SmtpSession,
    agent: str,
    event: str,
    reply: Reply,
    reason: str,
    data: str,
    *,
    sender: str = "",
    recipient: str = "",
    message_id: str = "",
    header_senders: Iterable[str] = (),
) -> None:
    """Note that an agent has refused a command, or at `OnEndOfData` and `OnEndOfHeaders` a message."""
    peer, transaction = session.peer, session.transaction
    session.site.agent_log(
        AgentEntry(
            session.site.time(),
            session.id,
            endpoint_text(peer.local_address, peer.local_port),
            endpoint_text(peer.remote_address, peer.remote_port),
            peer.remote_address,
            message_id,
            sender or (transaction.sender if transaction is not None else ""),
            ";".join(header_senders),
            recipient,
            1 if recipient else 0,
            agent,
            event,
            "RejectCommand" if event.endswith("Command") else "RejectMessage",
            reply.text,
            reason,
            data,
        )
    )
