"""Who may be named in MAIL FROM."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .agents.commands import refuse_sender
from .partners import judge_secure_domain, sends_as_partner
from .permissions import ACCEPT_ANY_SENDER, ACCEPT_AUTHORITATIVE_SENDER

if TYPE_CHECKING:
    from .headers import Header
    from .replies import Reply
    from .session import SmtpSession


class SenderRefusal(NamedTuple):
    """Why a sender is refused."""

    reply: Reply
    closes: bool = False
    """Whether the session ends with it."""
    later: bool = False
    """Whether the client hears it at the end of its message alone."""


def judge_sender(session: SmtpSession, sender: str) -> SenderRefusal | None:
    """What speaks against a sender; None when it is accepted. The null path is everybody's."""
    if not sender:
        return _refused_by_agent(session, sender)
    server_context, secured = session.server_context, session.settings.secure_domains
    recipients = server_context.recipients
    _, _, domain = sender.rpartition("@")
    insecure = judge_secure_domain(session, domain) if secured else None
    if insecure is not None:
        return SenderRefusal(insecure)
    needed = ACCEPT_AUTHORITATIVE_SENDER if recipients.is_authoritative(domain) else ACCEPT_ANY_SENDER
    if needed in session.rights or (secured and sends_as_partner(session, domain)):
        return _refused_by_agent(session, sender) if server_context.agents.at_mail else None
    if session.account is not None and recipients.may_send_as(session.account, sender):
        return _refused_by_agent(session, sender)
    # The front end of 2013 knows no mailboxes: the hub behind it says no, when it has got the message.
    behind = session.account is not None and session.settings.front_end
    return SenderRefusal(
        session.server_context.replies.send_as, later=behind and session.server_context.profile.senders_judged_by_hub
    )


def may_write_from(session: SmtpSession, header: Header) -> bool:
    """Whether who has logged on may be named in the From field: as itself, or on behalf of who has granted it."""
    account = session.account
    if account is None or ACCEPT_ANY_SENDER in session.rights:
        return True
    recipients = session.server_context.recipients
    return all(recipients.may_send_on_behalf(account, address) for address in header.senders)


def _refused_by_agent(session: SmtpSession, sender: str) -> SenderRefusal | None:
    refusal = refuse_sender(session, sender) if session.server_context.agents.at_mail else None
    return SenderRefusal(refusal.reply, refusal.closes) if refusal is not None else None
