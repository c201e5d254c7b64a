"""Acceptance or refusal of a complete message."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from organization.objects.distribution_group import DistributionGroup
from organization.objects.dynamic_group import DynamicDistributionGroup
from shell.lazy import lazy

from .framing import KEPT_BEGINNING
from .headers import counted_size, frame_of, read_header, stamped
from .permissions import ACCEPT_ORGANIZATION_HEADERS, ACCEPT_XSHADOW
from .senders import may_write_from
from .transaction import Submission, Transaction

if TYPE_CHECKING:
    from transport.policy.agents import messages

    from .agents.item import MailItem
    from .framing import DataBody
    from .headers import Header
    from .readers import Chunk
    from .replies import Reply
    from .session import SmtpSession
else:
    messages = lazy("transport.policy.agents.messages", globals())


AT_ONCE = 256 << 10
"""Maximum size in octets of a message that is accepted on the event loop. A larger one is read and stored as work in
another thread, so that other sessions need not wait.
"""
_GROUPS = (DistributionGroup, DynamicDistributionGroup)
RECIPIENTS_AT_ONCE = 50
"""Maximum number of recipients of a message that is accepted on the event loop. Each is looked up, logged, and perhaps
reported.
"""
EXAMINED_AT_ONCE = 1 << 10
"""Maximum size in octets of a message that agents filter on the event loop. They need up to a microsecond for each
octet.
"""


class Letter:
    """A complete message."""

    __slots__ = ("_content", "_drop", "_read", "size")

    def __init__(
        self,
        size: int,
        content: bytes = b"",
        read: Callable[[], bytes] | None = None,
        drop: Callable[[], None] = lambda: None,
    ) -> None:
        """Pass either `content`, or `read`, which returns it, with `drop`, which deletes it."""
        self.size = size
        self._content = content
        self._read = read
        self._drop = drop

    @property
    def is_large(self) -> bool:
        """Whether another thread should read it."""
        return self._read is not None or self.size > AT_ONCE

    def content(self) -> bytes:
        """Return the content. A large one lies on disk: do not keep it for long."""
        return self._content if self._read is None else self._read()

    def drop(self) -> None:
        """Delete the content: no reader is left."""
        self._drop()


def end_of_chunk(session: SmtpSession, chunk: Chunk) -> None:
    """Handle the end of a chunk (BDAT)."""
    if chunk.refusal is not None:
        return session.reply(chunk.refusal)
    transaction = session.transaction
    assert transaction is not None
    limit, pile = session.size_limit, transaction.chunks
    if limit is not None and transaction.size > limit:
        beginning = pile.read(0, KEPT_BEGINNING) if pile is not None and not pile.starved else b""
        session.forget_message()
        return session.reply(_too_big(session, beginning))
    if pile is not None and pile.starved:
        session.forget_message()
        return session.reply(session.server_context.replies.no_resources)
    if not chunk.last:
        return session.reply(session.server_context.replies.chunk_ok(chunk.octets))
    transaction.chunks = None
    session.forget_message()
    if pile is not None and pile.is_large:
        return _read_first(session, transaction, Letter(pile.size, read=pile.read, drop=pile.close), any_lines=True)
    letter = Letter(transaction.size, pile.read() if pile is not None else b"")
    if pile is not None:
        pile.close()
    return _accept(session, transaction, letter, read_header(letter.content()))


def end_of_data(session: SmtpSession, body: DataBody) -> None:
    """Handle the end of data (DATA)."""
    transaction = session.transaction
    assert transaction is not None
    session.forget_message()
    if body.overflowed:
        return _answer(session, _too_big(session, body.content), len(body.content))
    if body.starved:
        return _answer(session, session.server_context.replies.no_resources, 0)
    if body.is_piled:
        letter = Letter(body.size, read=body.read, drop=body.close)
        return _read_first(session, transaction, letter, any_lines=not session.settings.reject_bare_linefeeds)
    return _judge(session, transaction, body.content)


def end_of_whole_data(session: SmtpSession, content: bytes) -> None:
    """Handle the end of data when the content is complete."""
    transaction = session.transaction
    assert transaction is not None
    session.forget_message()
    return _judge(session, transaction, content)


def _judge(session: SmtpSession, transaction: Transaction, content: bytes) -> None:
    """Accept or refuse a message that is held in memory."""
    if session.settings.reject_bare_linefeeds and _has_bare_linefeeds(content):
        return _answer(session, session.server_context.replies.bare_linefeed, len(content))
    header = read_header(content)
    if (
        session.server_context.agents.judge is None
        and len(content) <= AT_ONCE
        and not _has_many_readers(session, transaction)
    ):
        return _accept_at_once(session, transaction, content, header)
    return _accept(session, transaction, Letter(len(content), content), header)


def _has_bare_linefeeds(content: bytes) -> bool:
    """Whether a line ends without CR. Chunks may hold any octets (RFC 3030), so only DATA is asked."""
    return content.count(b"\n") != content.count(b"\r\n")


def _answer(session: SmtpSession, reply: Reply, size: int) -> None:
    """Reply to a message of `size` octets."""
    session.reply(reply)
    _tell_leg(session, size)


def _read_first(session: SmtpSession, transaction: Transaction, letter: Letter, *, any_lines: bool) -> None:
    """Read a large message in another thread, then judge it. With `any_lines` it may hold bare line feeds."""

    def read() -> Header | None:
        try:
            content = letter.content()
            return read_header(content) if any_lines or not _has_bare_linefeeds(content) else None
        except BaseException:
            letter.drop()
            raise

    def go_on(header: Header | None) -> None:
        if header is not None:
            return _accept(session, transaction, letter, header)
        letter.drop()
        return _answer(session, session.server_context.replies.bare_linefeed, letter.size)

    session.work(read, go_on, computes=True)


def _tell_leg(session: SmtpSession, octets: int) -> None:
    """Pass the hub's reply about the message on to the client."""
    if session.leg is not None and session.last_reply is not None:
        session.leg.answered(session.last_reply, octets)


def _too_big(session: SmtpSession, beginning: bytes) -> Reply:
    """Why a message is refused that is larger than allowed. Its header comes first, so its faults are named first."""
    return _refused_for_header(session, read_header(beginning)) or session.server_context.replies.message_too_big


def _refused_for_header(session: SmtpSession, header: Header) -> Reply | None:
    """Return the refusal that follows from the header; None if there is none."""
    settings, replies = session.settings, session.server_context.replies
    if header.size > settings.max_header_size:
        return replies.header_too_big
    if not header.hops:
        return None
    if header.hops > settings.max_hops:
        return replies.too_many_hops
    most = settings.max_local_hops
    if most and header.hops_through(settings.fqdn, session.server_context.server_fqdn) > most:
        return replies.too_many_hops
    return None


def _accept(session: SmtpSession, transaction: Transaction, letter: Letter, header: Header) -> None:
    """Judge a complete message, then accept or refuse it."""
    refusal = _refusal(session, transaction, header)
    if refusal is not None:
        letter.drop()
        return _answer(session, refusal, letter.size)
    taking = _Taking(session, transaction, letter, header)
    judged = session.server_context.agents.judge is not None
    if _has_many_readers(session, transaction) or letter.is_large or (judged and letter.size > EXAMINED_AT_ONCE):
        return session.work(taking.take, taking.answer, computes=True)
    return taking.answer(taking.take())


def _accept_at_once(session: SmtpSession, transaction: Transaction, content: bytes, header: Header) -> None:
    """Accept or refuse a small message that no agent filters: the fast path of most messages."""
    refusal = _refusal(session, transaction, header)
    if refusal is not None:
        return _answer(session, refusal, len(content))
    _say(session, None, _put_away(session, transaction, header, content, None))
    if session.leg is not None:
        _tell_leg(session, len(content))


def _has_many_readers(session: SmtpSession, transaction: Transaction) -> bool:
    """Whether a message has many recipients, or a group whose size is unknown."""
    recipients, find = transaction.recipients, session.server_context.recipients.find
    if len(recipients) == 1:  # as nearly always, and cheaper so
        return isinstance(find(recipients[0].address), _GROUPS)
    return len(recipients) > RECIPIENTS_AT_ONCE or any(isinstance(find(each.address), _GROUPS) for each in recipients)


def _refusal(session: SmtpSession, transaction: Transaction, header: Header) -> Reply | None:
    """Return the refusal that needs no look at the content; None if there is none."""
    server_context = session.server_context
    if server_context.is_pressed and server_context.is_out_of_resources(session):
        return server_context.replies.no_resources
    refusal = transaction.refusal
    if refusal is None and (header.hops or header.size > session.settings.max_header_size):
        refusal = _refused_for_header(session, header)
    if refusal is None and session.account is not None and not may_write_from(session, header):
        return session.server_context.replies.send_on_behalf
    return refusal


class _Taking:
    """How a message is taken. `take` looks into it and puts it away, which another thread may do while the session
    waits; `answer` tells the client.
    """

    __slots__ = ("header", "item", "letter", "session", "transaction")

    def __init__(self, session: SmtpSession, transaction: Transaction, letter: Letter, header: Header) -> None:
        self.session, self.transaction, self.letter, self.header = session, transaction, letter, header
        self.item: MailItem | None = None
        """The verdict of the agents; None if they do not filter the message."""

    def take(self) -> tuple[int, str] | None:
        """The number and the id of the message; None where it was not taken, as nobody else has a copy."""
        session = self.session
        try:
            content = self.letter.content()
        finally:
            self.letter.drop()
        judge = session.server_context.agents.judge
        item = self.item = judge(session, self.transaction, self.header, content) if judge is not None else None
        return _put_away(session, self.transaction, self.header, content, item)

    def answer(self, taken: tuple[int, str] | None) -> None:
        """Reply with the outcome."""
        session, item = self.session, self.item
        if item is not None:
            messages.tell_observers(item)
        _say(session, item, taken)
        _tell_leg(session, self.letter.size)


def _put_away(
    session: SmtpSession, transaction: Transaction, header: Header, content: bytes, item: MailItem | None
) -> tuple[int, str] | None:
    """Take a message: its number and its id; None where it was not taken, as nobody else has a copy."""
    if session.settings.needs_second_copy:
        return None
    server_context = session.server_context
    submission = _submission(session, transaction, header, content, item)
    if server_context.trace is not None:
        server_context.trace(submission, content, server_context.time())
    return (server_context.submit(submission) if item is None else item.hand_over(submission)), submission.message_id


def _say(session: SmtpSession, item: MailItem | None, taken: tuple[int, str] | None) -> None:
    """Reply to the client with the outcome of its message."""
    server_context, settings = session.server_context, session.settings
    if taken is None:
        return session.reply(server_context.replies.not_redundant)
    number, message_id = taken
    queued = server_context.replies.queued(message_id, number, server_context.server_fqdn)
    reply = queued if item is None or item.reply is None else item.reply
    if item is not None and item.closes:
        session.reply(reply)
        return session.close()
    if settings.acknowledgement_delay and ACCEPT_XSHADOW not in session.rights and server_context.undelivered(number):
        return session.reply_when_delivered(reply, number)
    return session.reply(reply)


def _submission(
    session: SmtpSession, transaction: Transaction, header: Header, content: bytes, item: MailItem | None
) -> Submission:
    """Return the accepted message with the server's trace fields and the agents' stamps."""
    settings, peer, parameters, leg = session.settings, session.peer, transaction.parameters, session.leg
    message_id = header.message_id or f"<{session.server_context.new_guid()}@{settings.fqdn}>"
    stamps = item.stamps if item is not None else ()
    frame, size = frame_of(session, transaction.sender), len(content)
    return Submission(  # in the order of its fields, without their names: that takes half the time, for every message
        transaction.sender,
        tuple(transaction.recipients),
        stamped(session, frame, header, content if item is None else item.content, message_id, stamps),
        message_id,
        settings.identity if leg is None else leg.hub.settings.identity,
        peer.remote_address,
        session.hello,
        session.user,
        frame.internal,
        counted_size(header, size) if ACCEPT_ORGANIZATION_HEADERS in session.rights else size,
        parameters.get("ENVID", "") if parameters else "",
        not parameters or parameters.get("RET", "FULL").upper() == "FULL",
        header.subject,
        peer.local_address,
        None if item is None else item.scl,
        f"{session.context}{session.messages}" if leg is None else leg.context,
        "" if leg is None else leg.hub.address,
    )
