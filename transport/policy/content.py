"""What becomes of a message when its last octet is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .headers import counted_size, is_internal, read_header, stamped
from .permissions import ACCEPT_XSHADOW
from .senders import may_write_from
from .transaction import Submission, Transaction

if TYPE_CHECKING:
    from .agents.item import MailItem
    from .framing import DataBody
    from .headers import Header
    from .readers import Chunk
    from .replies import Reply
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
        return session.reply(_too_big(session, bytes(transaction.chunks or b"")))
    if not chunk.last:
        return session.reply(session.site.replies.chunk_ok(chunk.octets))
    session.forget_message()
    _accept(session, transaction, bytes(transaction.chunks or b""))
    return _tell_leg(session, transaction.size)


def end_of_data(session: SmtpSession, body: DataBody) -> None:
    """The dot has come."""
    transaction = session.transaction
    assert transaction is not None
    session.forget_message()
    if body.overflowed:
        session.reply(_too_big(session, body.content))
    elif session.settings.reject_bare_linefeeds and body.content.count(b"\n") != body.content.count(b"\r\n"):
        session.reply(session.site.replies.bare_linefeed)  # chunks may hold any octets (RFC 3030)
    else:
        _accept(session, transaction, body.content)
    _tell_leg(session, len(body.content))


def _tell_leg(session: SmtpSession, octets: int) -> None:
    """What the client hears about its message is what the hub has said to the front end."""
    if session.leg is not None and session.last_reply is not None:
        session.leg.answered(session.last_reply, octets)


def _too_big(session: SmtpSession, beginning: bytes) -> Reply:
    """Why a message is refused that is larger than allowed. Its header comes first, so its faults are named first."""
    return _refused_for_header(session, read_header(beginning)) or session.site.replies.message_too_big


def _refused_for_header(session: SmtpSession, header: Header) -> Reply | None:
    """What speaks against a message when its header has come."""
    settings, replies = session.settings, session.site.replies
    if header.size > settings.max_header_size:
        return replies.header_too_big
    if not header.hops:
        return None
    if header.hops > settings.max_hops:
        return replies.too_many_hops
    most = settings.max_local_hops
    if most and header.hops_through(settings.fqdn, session.site.server_fqdn) > most:
        return replies.too_many_hops
    return None


def _accept(session: SmtpSession, transaction: Transaction, content: bytes) -> None:
    """Judge a whole message, and take it or refuse it."""
    site, settings, replies = session.site, session.settings, session.site.replies
    if site.is_out_of_resources(session):
        return session.reply(replies.no_resources)
    if transaction.refusal is not None:
        return session.reply(transaction.refusal)
    header = read_header(content)
    refusal = _refused_for_header(session, header)
    if refusal is not None:
        return session.reply(refusal)
    if not may_write_from(session, header):
        return session.reply(replies.send_on_behalf)
    judge = site.agents.judge
    item = judge(session, transaction, header, content) if judge is not None else None
    if settings.needs_second_copy:
        return session.reply(replies.not_redundant)
    submission = _submission(session, transaction, header, content, item)
    if site.trace is not None:
        site.trace(submission, content, site.time())
    number = site.submit(submission) if item is None else item.hand_over(submission)
    queued = replies.queued(submission.message_id, number, site.server_fqdn)
    reply = queued if item is None or item.reply is None else item.reply
    if item is not None and item.closes:
        session.reply(reply)
        return session.close()
    if settings.acknowledgement_delay and ACCEPT_XSHADOW not in session.rights and site.undelivered(number):
        session.reply_when_delivered(reply, number)
    else:
        session.reply(reply)


def _submission(
    session: SmtpSession, transaction: Transaction, header: Header, content: bytes, item: MailItem | None
) -> Submission:
    """The message as the server answers for it from now on, with its stamp and those of the agents."""
    settings, peer, parameters, leg = session.settings, session.peer, transaction.parameters, session.leg
    message_id = header.message_id or f"<{session.site.new_guid()}@{settings.fqdn}>"
    stamps = item.stamps if item is not None else ()
    return Submission(
        sender=transaction.sender,
        recipients=tuple(transaction.recipients),
        content=stamped(session, transaction, header, item.content if item else content, message_id, stamps),
        message_id=message_id,
        connector=settings.identity if leg is None else leg.hub.settings.identity,
        remote_address=peer.remote_address,
        hello=session.hello,
        user=session.user,
        internal=is_internal(session),
        size=counted_size(session, header, len(content)),
        envelope_id=parameters.get("ENVID", "") if parameters else "",
        return_full=not parameters or parameters.get("RET", "FULL").upper() == "FULL",
        subject=header.subject,
        local_address=peer.local_address,
        scl=item.scl if item is not None else None,
        context=f"{session.id};{session.began};{session.messages}" if leg is None else leg.context,
        proxied_from="" if leg is None else leg.hub.address,
    )
