"""What the agents say to the commands of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..agent_rows import log_action
from .names import AT_MAIL, AT_RCPT

if TYPE_CHECKING:
    from organization.objects.accepted_domain import AcceptedDomain

    from ..session import SmtpSession
    from ..transaction import Transaction
    from .refusal import Refusal


def refuse_sender(session: SmtpSession, sender: str) -> Refusal | None:
    """What the agents have against a sender."""
    agents = session.server_context.agents
    for agent in agents.at_mail:
        refusal = agent.judge_sender(session, sender)
        if refusal is not None and not agents.skip(session):
            _log(session, AT_MAIL, refusal, sender=sender)
            return refusal
    return None


def refuse_recipient(
    session: SmtpSession, transaction: Transaction, accepted: AcceptedDomain | None, address: str
) -> Refusal | None:
    """What the agents have against a recipient, who falls under the domain `accepted`."""
    agents = session.server_context.agents
    for agent in agents.at_rcpt:
        refusal = agent.judge_recipient(session, accepted, address)
        if refusal is not None and not agents.skip(session):
            transaction.spoiled = transaction.spoiled or refusal.spoils
            _log(session, AT_RCPT, refusal, sender=transaction.sender, recipient=address)
            return refusal
    return None


def _log(session: SmtpSession, event: str, refusal: Refusal, *, sender: str, recipient: str = "") -> None:
    log_action(
        session,
        refusal.agent,
        event,
        "RejectCommand",
        refusal.reply.text,
        refusal.reason,
        refusal.data,
        sender=sender,
        recipient=recipient,
        recipient_count=1 if recipient else 0,
    )
