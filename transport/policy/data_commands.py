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

_CHUNK = re.compile(rb"(\d{1,18})(?:[ \t]+(LAST))?", re.I)

_NO_CHUNK_IN = {State.START: "hello_first", State.READY: "need_mail", State.MAIL: "need_rcpt"}


def data(session: SmtpSession, argument: bytes) -> None:
    """DATA: the message follows, up to its dot. Binary content cannot be sent so (RFC 3030, 3)."""
    transaction = session.transaction
    assert transaction is not None
    if argument:
        session.reply(session.site.replies.bad_arguments)
    elif transaction.parameters and transaction.is_binary:
        session.reply(session.site.replies.bad_sequence)
    elif transaction.spoiled:
        session.reply(session.site.replies.user_unknown)
        session.forget_message()
    elif session.settings.front_end and not pass_on(session):
        session.reply(session.site.replies.no_hub)  # the front end keeps nothing: it asks the hub before it says 354
    else:
        session.reply(session.site.replies.start_input)
        expect_data(session)


def bdat(session: SmtpSession, argument: bytes) -> None:
    """BDAT: so many octets follow. They are swallowed where the command is refused."""
    replies = session.site.replies
    match = _CHUNK.fullmatch(argument)
    if match is None:
        return session.reply(replies.bad_arguments if session.settings.chunking else replies.unrecognized)
    refusal: Reply | None = None
    if not session.settings.chunking:
        refusal = replies.unrecognized
    elif session.state in _NO_CHUNK_IN:
        refusal = getattr(replies, _NO_CHUNK_IN[session.state])
    elif session.transaction is not None and session.transaction.spoiled:
        refusal = replies.user_unknown
    elif session.settings.front_end and session.state is not State.CHUNKS and not pass_on(session):
        refusal = replies.no_hub
    if refusal is None:
        session.state = State.CHUNKS
    expect_chunk(session, Chunk(int(match[1]), match[2] is not None, refusal))
