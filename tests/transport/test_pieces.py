"""What a client is answered does not depend on how its octets come: line by line, as from one that waits for each
answer, in pieces, or all at once.
"""

import random
import re

import pytest

from organization.labs import start
from organization.objects.receive_connector import ReceiveConnector
from transport.server.memory import MemoryConnection
from transport.service import Transport

from .test_fuzz_dialogues import ENVELOPE, HELLO, conversation, junk

VARIES = re.compile(rb"<[0-9a-f-]{36}@[^>]*>|\d{4}-\d\d-\d\dT[^ ]*Z|[A-Z][a-z]{2}, \d+ [^\r]*")


def connected() -> MemoryConnection:
    organization = start()
    connector = organization.get(ReceiveConnector, "Default EX01")
    organization.update(
        connector, tarpit_interval="00:00:00", max_protocol_errors="unlimited", permission_groups="AnonymousUsers"
    )
    transport = Transport(organization, listen=False, clock=lambda: 1.2e9)
    transport.start()
    connection = transport.dial("EX01", 25)
    assert isinstance(connection, MemoryConnection)
    return connection


def answers(pieces: list[bytes]) -> bytes:
    connection = connected()
    said = connection.receive(0)
    for piece in pieces:
        connection.send(piece)
        said += connection.receive(0)
    connection.close()
    return VARIES.sub(b"?", said)


def in_pieces(chance: random.Random, data: bytes) -> list[bytes]:
    cuts = sorted(chance.randrange(len(data) + 1) for _ in range(chance.randrange(12)))
    return [data[start:end] for start, end in zip([0, *cuts], [*cuts, len(data)], strict=True)]


@pytest.mark.parametrize("seed", range(60))
def test_pieces_of_any_size_are_answered_alike(seed):
    chance = random.Random(seed)
    lines = [*HELLO[:1], *(conversation(chance) if seed % 2 else [*ENVELOPE, *junk(chance)])]
    data = b"".join(lines)
    expected = answers(data.splitlines(keepends=True))
    assert answers(in_pieces(chance, data)) == expected


def test_lone_commands_with_odd_line_ends():
    odd = [b"HELO x\r\r\n", b"NOOP\n", b"\n", b"\r\n", b"noop\r\n", b"MAIL\tFROM:<a@b.c>\r\n", b"RCPT TO:<d@e.f> \r\n"]
    assert answers(odd) == answers([b"".join(odd[:3]), b"".join(odd[3:])])


def test_a_line_too_long_is_skipped_to_its_end():
    for length in (3999, 4000, 4001, 9000):
        line = b"NOOP " + b"x" * length + b"\r\n"
        assert answers([line, b"NOOP\r\n"]) == answers([line[:10], line[10:] + b"NOOP\r\n"]), length


BODIES = [
    b"Subject: x\r\n\r\nhello\r\n.\r\n",
    b"Subject: x\r\nMessage-ID: <1@x>\r\n folded\r\n\r\nhello\r\n.\r\n",
    b"Message-ID: <1@x>",
    b"Subject: x\r\n\r\n..hello\r\n.\r\n",
    b"..\r\n.\r\n",
    b".\r\n",
    b"hello\n.\n\r\n.\r\n",
    b"hello\r\n.\n\r\n.\r\n",
    b"x" * 20_000 + b"\r\n.\r\n",
    b"hello. world. \r\n" * 600 + b".\r\n",
]


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_a_message_in_one_piece_is_answered_as_one_in_many(body):
    before, end = [*HELLO[:1], *ENVELOPE, b"DATA\r\n"], b"\r\n.\r\n" if not body.endswith(b".\r\n") else b""
    expected = answers([*before, *(bytes([octet]) for octet in body[:60]), body[60:] + end, b"NOOP\r\n"])
    assert answers([*before, body + end, b"NOOP\r\n"]) == expected
    assert answers([*before, body + end + b"NOOP\r\n"]) == expected
    assert expected.count(b"Queued mail") == 1


def test_a_session_does_not_keep_what_it_has_read():
    connection = connected()
    for piece in (*HELLO[:1], *ENVELOPE, b"DATA\r\n", b"Subject: x\r\n\r\n" + b"x" * 50_000 + b"\r\n.\r\n"):
        connection.send(piece)
    assert b"Queued mail" in connection.receive(0)
    assert not connection._session.input.buffer
