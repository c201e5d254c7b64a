"""DATA and BDAT: the commands that a message follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .proxy import pass_on
from .readers import Chunk, expect_chunk, expect_data
from .states import State

if TYPE_CHECKING:
    from .replies import Reply
    from .session import SmtpSession

_SIZE = re.compile(rb"(\d{1,18})(?:[ \t]+(.*))?", re.S)
"""How many octets BDAT announces, and what follows."""

_NO_CHUNK_IN = {State.START: "hello_first", State.READY: "need_mail", State.MAIL: "need_rcpt"}


def data(session: SmtpSession, argument: bytes) -> None:
    """DATA: the message follows, up to its dot. Binary content cannot be sent so (RFC 3030, 3)."""
    transaction = session.transaction
    assert transaction is not None
    if argument:
        session.reply(session.server_context.replies.bad_arguments)
    elif transaction.parameters and transaction.is_binary:
        session.reply(session.server_context.replies.bad_sequence)
    elif transaction.spoiled:
        session.reply(session.server_context.replies.user_unknown)
        session.forget_message()
    elif session.settings.front_end and not pass_on(session):
        session.reply(
            session.server_context.replies.no_hub
        )  # the front end keeps nothing: it asks the hub before it says 354
    else:
        session.reply(session.server_context.replies.start_input)
        expect_data(session)


def bdat(session: SmtpSession, argument: bytes) -> None:
    """BDAT: so many octets follow. They are swallowed where the command is refused, for any other reason or for what
    stands behind their number: a client that has sent them already must not have them read as commands.

    Where a number stands there that is none, nobody can tell how many follow: the session ends with the reply.
    """
    replies = session.server_context.replies
    match = _SIZE.fullmatch(argument)
    if match is None:
        return _unreadable(session, argument)
    last = match[2] is not None and match[2].upper() == b"LAST"
    refusal: Reply | None = None
    if not session.settings.chunking:
        refusal = replies.unrecognized
    elif match[2] and not last:
        refusal = replies.bad_arguments
    elif session.state in _NO_CHUNK_IN:
        refusal = getattr(replies, _NO_CHUNK_IN[session.state])
    elif session.transaction is not None and session.transaction.spoiled:
        refusal = replies.user_unknown
    elif session.settings.front_end and session.state is not State.CHUNKS and not pass_on(session):
        refusal = replies.no_hub
    if refusal is None:
        session.state = State.CHUNKS
    expect_chunk(session, Chunk(int(match[1]), last, refusal))


def _unreadable(session: SmtpSession, argument: bytes) -> None:
    """A size that is none. Without chunking BDAT is a word like any other, and nobody sends octets behind it; and
    nobody does who names no size at all.
    """
    replies, chunking = session.server_context.replies, session.settings.chunking
    session.reply(replies.bad_arguments if chunking else replies.unrecognized)
    if chunking and argument:
        session.close()
