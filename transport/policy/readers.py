"""How a session reads: a command, the data of a message, a chunk, or an answer to a challenge.

A reader takes one such thing from the session's input and acts upon it, or returns False when it is not all there.
The session's `reader` is the one whose turn it is; every other one gives the turn back to `read_command`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from .bodies import Pile
from .content import end_of_chunk, end_of_data, end_of_whole_data
from .framing import END_OF_DATA, DataBody, LineTooLong, end_of_whole

if TYPE_CHECKING:
    from .replies import Reply
    from .session import SmtpSession

Reader = Callable[["SmtpSession"], bool]

LONGEST_LINE = 4000
LONGEST_LONG_LINE = 8000
"""Octets of a command, the second with LongAddressesEnabled."""
LONGEST_ANSWER = 16384
"""Octets of an answer in an AUTH dialogue (RFC 4954, 4 asks for 12288)."""


class Chunk(NamedTuple):
    """A chunk that BDAT has announced."""

    octets: int
    last: bool
    refusal: Reply | None
    """What the command is answered with; its octets are thrown away."""


def read_command(session: SmtpSession) -> bool:
    """One command line."""
    try:
        line = session.input.line(LONGEST_LONG_LINE if session.settings.long_addresses else LONGEST_LINE)
    except LineTooLong:
        if session.rows:
            session.rows.received(b"(line too long)", b"")
        session.reply(session.server_context.replies.unrecognized)
        return True
    if line is None:
        return False
    verb, _, argument = line.partition(b" ")
    if b"\t" in verb:  # white space, too (RFC 5321, 4.1.1: WSP)
        verb, _, argument = line.partition(b"\t")
    commands = session.tables[session.state]
    command = commands.get(verb) or commands.get(verb.upper())
    if session.rows:
        session.rows.received(line, verb)
    if command is None:
        session.reply(session.server_context.replies.unrecognized)
    else:
        command(session, argument.strip(b" \t"))
    return True


def read_lone_command(session: SmtpSession, data: bytes) -> bool:
    """One command that has come whole and alone, as from every client that waits for each answer; whether it was that.
    It need not go through the session's input, where lines are put together and cut apart.
    """
    source, end = session.input, len(data) - 1
    if data.find(b"\n") != end or end >= LONGEST_LINE or source.at < len(source.buffer) or source.skipping:
        return False
    verb, _, argument = data.rstrip(b"\r\n").partition(b" ")
    command = session.tables[session.state].get(verb)
    if command is None:  # written in small letters perhaps, or none at all
        return False
    command(session, argument.strip(b" \t"))
    return True


def expect_data(session: SmtpSession) -> None:
    """What comes next is the data of a message."""
    session.reader = read_data


def read_lone_data(session: SmtpSession, data: bytes) -> bool:
    """The data of a message that has come whole and alone, as small ones do; whether it was that. It need not go
    through the session's input either, where it would lie until more comes.
    """
    source = session.input
    if session.body is not None or source.at < len(source.buffer):
        return False
    end = end_of_whole(data, 0, session.size_limit)
    if end < 0 or end + len(END_OF_DATA) - 2 != len(data):
        return False
    session.reader = read_command
    end_of_whole_data(session, data[:end])
    return True


def read_data(session: SmtpSession) -> bool:
    """The data of a message."""
    body, source = session.body, session.input
    if body is None:
        end = end_of_whole(source.buffer, source.at, session.size_limit)
        if end >= 0:  # as most messages come
            content = source.buffer[source.at : end]
            source.at = end + len(END_OF_DATA) - 2
            session.reader = read_command
            end_of_whole_data(session, content)
            return True
        body = session.body = DataBody(session.size_limit, session.server_context.bodies)
    if not source.data(body):
        return False
    session.reader = read_command
    session.body = None
    end_of_data(session, body)
    return True


def expect_chunk(session: SmtpSession, chunk: Chunk) -> None:
    """What comes next is a chunk."""
    session.chunk = chunk
    session.skip = chunk.octets
    session.reader = _read_chunk
    if not chunk.octets:
        _read_chunk(session)  # nothing follows that the reader would be called for


def _read_chunk(session: SmtpSession) -> bool:
    while session.skip:
        octets = session.input.octets(session.skip)
        if not octets:
            return False
        session.skip -= len(octets)
        _keep(session, octets)
    session.reader = read_command
    end_of_chunk(session, session.chunk)
    return True


def _keep(session: SmtpSession, octets: bytes) -> None:
    transaction = session.transaction
    if transaction is None or session.chunk.refusal is not None:
        return
    limit = session.size_limit
    fits = limit is None or transaction.size < limit
    transaction.size += len(octets)
    if fits:
        if transaction.chunks is None:
            transaction.chunks = Pile(session.server_context.bodies)
        transaction.chunks.add(octets)


def expect_properties(session: SmtpSession, octets: int) -> None:
    """What comes next are so many octets of XEXCH50, which nothing here reads."""
    session.skip = octets
    session.reader = _read_properties
    if not octets:
        _read_properties(session)


def _read_properties(session: SmtpSession) -> bool:
    while session.skip:
        octets = session.input.octets(session.skip)
        if not octets:
            return False
        session.skip -= len(octets)
    session.reader = read_command
    session.reply(session.server_context.replies.exch50_ok)
    return True


def expect_answer(session: SmtpSession, challenge: Callable[[SmtpSession, bytes], None]) -> None:
    """What comes next is a line for `challenge`."""
    session.challenge = challenge
    session.reader = _read_answer


def _read_answer(session: SmtpSession) -> bool:
    try:
        line = session.input.line(LONGEST_ANSWER)
    except LineTooLong:
        line = b"*"  # nothing that can be meant: the dialogue is cancelled
    if line is None:
        return False
    session.reader = read_command
    session.challenge(session, line)
    return True
