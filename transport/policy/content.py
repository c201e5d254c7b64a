"""What becomes of a message when its last octet is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .agent_rows import agent_refused
from .agents import SENDER_FILTER
from .headers import is_internal, read_header, stamped
from .permissions import ACCEPT_XSHADOW
from .senders import may_write_from
from .transaction import Submission, Transaction

if TYPE_CHECKING:
    from .framing import DataBody
    from .readers import Chunk
    from .session import SmtpSession


def end_of_chunk(session: SmtpSession, chunk: Chunk) -> None:
    """All octets of a chunk have come."""
    if chunk.refusal is not None:
        return session.reply(chunk.refusal)
    transaction = session.transaction
    assert transaction is not None
    limit = session.size_limit
    if limit is not None and transaction.size > limit:
        session.forget_message()
        return session.reply(session.site.replies.message_too_big)
    if not chunk.last:
        return session.reply(session.site.replies.chunk_ok(chunk.octets))
    session.forget_message()
    return _accept(session, transaction, bytes(transaction.chunks))


def end_of_data(session: SmtpSession, body: DataBody) -> None:
    """The dot has come."""
    transaction = session.transaction
    assert transaction is not None
    session.forget_message()
    if body.overflowed:
        session.reply(session.site.replies.message_too_big)
    else:
        _accept(session, transaction, body.content)


def _accept(session: SmtpSession, transaction: Transaction, content: bytes) -> None:
    """Judge a whole message, and take it or refuse it."""
    site, settings, replies = session.site, session.settings, session.site.replies
    if site.is_out_of_resources(session):
        return session.reply(replies.no_resources)
    if settings.reject_bare_linefeeds and content.count(b"\n") != content.count(b"\r\n"):
        return session.reply(replies.bare_linefeed)
    header = read_header(content)
    if header.size > settings.max_header_size:
        return session.reply(replies.header_too_big)
    if header.hops > settings.max_hops:
        return session.reply(replies.too_many_hops)
    if settings.max_local_hops and header.hops_through(settings.fqdn, site.server_fqdn) > settings.max_local_hops:
        return session.reply(replies.too_many_hops)
    if not may_write_from(session, header):
        return session.reply(replies.send_on_behalf)
    sender_filter = site.agents.sender
    if sender_filter is not None and sender_filter.blocks_header(session, header) and not site.agents.skip(session):
        agent_refused(
            session,
            SENDER_FILTER,
            "OnEndOfHeaders",
            replies.sender_denied,
            "BlockedSender",
            ";".join(header.senders),
            sender=transaction.sender,
            message_id=header.message_id,
            header_senders=header.senders,
        )
        session.reply(replies.sender_denied)
        return session.close()
    message_id = header.message_id or f"<{site.new_guid()}@{settings.fqdn}>"
    submission = Submission(
        sender=transaction.sender,
        recipients=tuple(transaction.recipients),
        content=stamped(session, transaction, header, content, message_id),
        message_id=message_id,
        connector=settings.identity,
        remote_address=session.peer.remote_address,
        hello=session.hello,
        user=session.user,
        internal=is_internal(session),
        size=len(content),
        envelope_id=transaction.parameters.get("ENVID", ""),
        return_full=transaction.parameters.get("RET", "FULL").upper() == "FULL",
        subject=header.subject,
        local_address=session.peer.local_address,
        context=f"{session.id};{session.began};{session.messages}",
    )
    number = site.submit(submission)
    reply = replies.queued(message_id, number, site.server_fqdn)
    if settings.acknowledgement_delay and ACCEPT_XSHADOW not in session.rights and site.undelivered(number):
        session.reply_when_delivered(reply, number)
    else:
        session.reply(reply)
