"""Garbage on the wire: it never raises, never hangs a listener, never touches another session. Seeded.

EMSHELL_FUZZ sets the number of random lines (10,000 where it is not set) and of dialogues (a tenth of it).
"""

from __future__ import annotations

import contextlib
import os
import random
import re
import socket
import time
from collections import Counter

import pytest

from .lab import HOST, Client, faults, lab

LINES = int(os.environ.get("EMSHELL_FUZZ", "10000"))
WORDS = [
    b"HELO x", b"EHLO [1.2.3.4]", b"MAIL FROM:<kim@fabrikam.com>", b"MAIL FROM:<>", b"RCPT TO:<anna@contoso.com>",
    b"RCPT TO:<nobody@elsewhere.com>", b"DATA", b"BDAT 5 LAST", b"BDAT 5", b"RSET", b"NOOP", b"VRFY x", b"HELP",
    b"AUTH LOGIN", b"AUTH LOGIN YW5uYQ==", b"STARTTLS", b"X-EXPS GSSAPI", b".", b"..", b"Subject: x", b"", b"*",
    b"YW5uYQ==", b"QUIT",
]  # fmt: skip


def random_line(chance: random.Random) -> bytes:
    kind = chance.random()
    if kind < 0.4:
        return chance.choice(WORDS)
    if kind < 0.7:
        line = bytearray(chance.choice(WORDS) or b"x")
        for _ in range(chance.randint(1, 4)):
            line[chance.randrange(len(line))] = chance.randrange(256)
        return bytes(line)
    if kind < 0.98:
        return chance.randbytes(chance.randint(0, 80))
    return chance.choice([b"A", b"\0", b"\xff", b"<", b'"']) * chance.choice([600, 5000, 20000])


def drained(sock: socket.socket) -> bytes:
    """Everything that comes until the connection ends or nothing has come for a moment."""
    found = b""
    sock.settimeout(0.2)
    with contextlib.suppress(TimeoutError, ConnectionError):
        while piece := sock.recv(65536):
            found += piece
    return found


@pytest.mark.parametrize("errors", ["unlimited", 5])
def test_random_lines_leave_the_listener_as_it_was(errors: object) -> None:
    chance = random.Random(20080212)
    with (
        lab(max_protocol_errors=errors, auth_mechanism="Tls, BasicAuth", max_logon_failures=0) as it,
        Client(it.port) as other,
    ):
        other.hear()
        left = LINES
        while left > 0:
            count = min(left, chance.randint(1, 400))
            left -= count
            with socket.create_connection((HOST, it.port), 5) as sock:
                sock.settimeout(5)
                data = b"".join(random_line(chance) + chance.choice([b"\r\n", b"\r\n", b"\n"]) for _ in range(count))
                with contextlib.suppress(OSError):  # the server may have had enough
                    sock.sendall(data)
                    if chance.random() < 0.5:
                        sock.shutdown(socket.SHUT_WR)
                if chance.random() < 0.7:
                    assert drained(sock).startswith(b"220 ")
        assert other.say("NOOP") == "250 2.0.0 OK"
        assert faults(it) == []
        deadline = time.monotonic() + 10
        while it.transport.server_context.open_connections() > 1 and time.monotonic() < deadline:
            time.sleep(0.05)
        assert it.transport.server_context.open_connections() == 1


def mutated(chance: random.Random, script: list[bytes]) -> bytes:
    """A dialogue with a line less, a line doubled or two lines swapped, perhaps cut off."""
    at = chance.randrange(len(script))
    action = chance.random()
    if action < 0.2:
        del script[at]
    elif action < 0.4:
        script.insert(at, script[at])
    elif action < 0.6:
        script[at], script[-1] = script[-1], script[at]
    data = b"".join(item + b"\r\n" for item in script)
    return data[: chance.randrange(len(data))] if chance.random() < 0.3 else data


def test_mutated_dialogues_lose_no_message() -> None:
    """Every message that was answered with 250 is in the mailbox."""
    chance = random.Random(1945)
    promised: Counter[str] = Counter()
    with lab(max_protocol_errors="unlimited") as it:
        for number in range(max(1, LINES // 10)):
            body = b"Subject: %d\r\n\r\n%b\r\n" % (number, chance.randbytes(chance.randint(0, 400)).replace(b".", b"!"))
            start = [b"HELO x", b"MAIL FROM:<kim@fabrikam.com>", b"RCPT TO:<anna@contoso.com>"]
            data = mutated(chance, [*start, b"DATA", body + b".", b"QUIT"])
            size = chance.choice([1, 7, 64, 65536])
            with socket.create_connection((HOST, it.port), 5) as sock:
                with contextlib.suppress(OSError):  # the server may have closed after QUIT
                    for at in range(0, len(data), size):
                        sock.sendall(data[at : at + size])
                    sock.shutdown(socket.SHUT_WR)
                if b"Subject" in data:
                    promised[str(number)] += drained(sock).count(b"250 2.6.0 ")
        found = (re.search(rb"\nSubject: (\d+)\r", message.content) for message in it.messages("anna"))
        delivered = Counter(match[1].decode() for match in found if match)
        assert promised.total() > 0
        assert {number: count for number, count in promised.items() if delivered[number] < count} == {}
        assert faults(it) == []
