"""Random and mutated dialogues against one listener, many at once: nothing breaks, hangs, leaks or gets lost. Seeded.

EMSHELL_DIALOGUES sets how many there are (1,000 where it is not set; the long form is 100,000).
"""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import random
import re
import socket
import struct
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from organization.objects.mailbox import Mailbox
from transport.policy.session import SmtpSession

from .lab import HOST, Client, Lab, faults, lab

DIALOGUES = int(os.environ.get("EMSHELL_DIALOGUES", "1000"))
AT_ONCE = 8
LINES = [
    b"HELO x", b"EHLO [1.2.3.4]", b"MAIL FROM:<kim@fabrikam.com>", b"MAIL FROM:<> SIZE=100 BODY=BINARYMIME RET=HDRS",
    b"RCPT TO:<anna@contoso.com>", b"RCPT TO:<sales@contoso.com> NOTIFY=NEVER", b"RCPT TO:<x@elsewhere.com>", b"DATA",
    b"BDAT 5 LAST", b"BDAT 5", b"BDAT 0 LAST", b"BDAT 999999999999999999", b"RSET", b"NOOP", b"VRFY x", b"HELP",
    b"EXPN sales", b"TURN", b"AUTH LOGIN", b"AUTH LOGIN YW5uYQ==", b"AUTH NTLM", b"STARTTLS", b"X-EXPS GSSAPI",
    b"XEXCH50 1 2", b"XSHADOW x", b".", b"..", b"Subject: x", b"", b"*", b"YW5uYQ==", b"QUIT",
]  # fmt: skip
HELLO = [b"EHLO x\r\n", b"HELO x\r\n"]
ENVELOPE = [b"MAIL FROM:<kim@fabrikam.com>\r\n", b"RCPT TO:<anna@contoso.com>\r\n", b"RCPT TO:<ben@contoso.com>\r\n"]
ODD = [b"\r", b"\n", b"\0", b"\r\n.\r\n", b"\n.\n", b"\xff", b" ", b"<", b">", b'"', b"\r\n", b".\r\n", b"\x16\x03\x01"]
ACCEPTED = re.compile(rb"250 2\.6\.0 (<[^\r\n]*?>) Queued mail for delivery")


def junk(chance: random.Random) -> list[bytes]:
    """Lines that are commands, almost commands, or noise."""
    found = []
    for _ in range(chance.randint(1, 40)):
        line, kind = bytearray(chance.choice(LINES)), chance.random()
        if kind > 0.5 and line:
            line[chance.randrange(len(line))] = chance.randrange(256)
        if kind > 0.8:
            line = bytearray(chance.randbytes(chance.randint(0, 80)))
        if kind > 0.99:
            line *= 500
        found.append(bytes(line) + chance.choice([b"\r\n", b"\r\n", b"\r\n", b"\n"]))
    return found


def conversation(chance: random.Random) -> list[bytes]:
    """A dialogue of one to three messages, in pieces, as a client would have it."""
    found = [chance.choice(HELLO)]
    for _ in range(chance.randint(1, 3)):
        body = b"Subject: x\r\n\r\n" + chance.randbytes(chance.choice([0, 10, 400, 5000])).replace(b".", b"!")
        found += ENVELOPE[: chance.randint(2, 3)]
        if chance.random() < 0.6:
            found += [b"DATA\r\n", body, b"\r\n.\r\n"]
            continue
        cut = chance.randint(0, len(body))
        found += [b"BDAT %d\r\n" % cut, body[:cut], b"BDAT %d LAST\r\n" % (len(body) - cut), body[cut:]]
    return [*found, b"QUIT\r\n"]


def mutated(chance: random.Random, pieces: list[bytes]) -> bytes:
    """Pieces doubled, dropped, swapped, spoiled, and the whole cut off somewhere."""
    for _ in range(chance.choice([0, 1, 1, 2, 4])):
        at, other, action = chance.randrange(len(pieces)), chance.randrange(len(pieces)), chance.randrange(5)
        if action == 0:
            pieces[at] = b""
        elif action == 1:
            pieces.insert(at, pieces[other])
        elif action == 2:
            pieces[at], pieces[other] = pieces[other], pieces[at]
        else:
            cut = chance.randint(0, len(pieces[at]))
            pieces[at] = pieces[at][:cut] + chance.choice(ODD) + pieces[at][cut + (action == 4) :]
    data = b"".join(pieces)
    return data[: chance.randrange(len(data) + 1)] if chance.random() < 0.2 else data


def hang_up(sock: socket.socket) -> None:
    """A reset instead of an orderly end."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def dialogue(port: int, seed: int) -> list[bytes]:
    """The ids of the messages that the server has said it took."""
    chance = random.Random(seed)
    data = mutated(chance, junk(chance) if chance.random() < 0.4 else conversation(chance))
    size = chance.choice([1 << 20, 1 << 20, 1460, 64]) if len(data) < 3000 else 1 << 20
    heard = b""
    with socket.create_connection((HOST, port), 20) as sock, contextlib.suppress(ConnectionError):
        try:
            for at in range(0, len(data), size):
                sock.sendall(data[at : at + size])
            if chance.random() < 0.05:
                hang_up(sock)
                return []
            sock.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # the server may have had enough, and its last words are still to be heard
        while piece := sock.recv(65536):
            heard += piece
    assert b"Traceback" not in heard
    return ACCEPTED.findall(heard)


def memory() -> int:
    """Resident octets; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def kept(it: Lab) -> tuple[set[str], bytes]:
    """The ids of all messages in mailboxes, and the text of what waits in queues."""
    found = {
        message.message_id
        for mailbox in it.organization.all(Mailbox)
        for message in it.transport.mail.messages(mailbox.guid)
    }
    places = it.transport.queue.places
    return found, b"".join(item.submission.content for hop in places.all() for item in hop.items.values())


@pytest.mark.skipif(sys.platform == "win32", reason="a reset counts as a failure of the listener there")
def test_dialogues_of_all_kinds(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    caplog.set_level(logging.WARNING)
    settings: dict[str, Any] = {
        "auth_mechanism": "Tls, BasicAuth",
        "max_protocol_errors": "unlimited",
        "max_logon_failures": 0,
    }
    promised: list[str] = []
    with (
        lab(protocol_logging_level="Verbose", max_inbound_connection_per_source="unlimited", **settings) as it,
        Client(it.port) as other,
        ThreadPoolExecutor(AT_ONCE) as threads,
    ):
        other.hear()
        before = 0
        turn = max(1, DIALOGUES // 10)
        for start in range(0, DIALOGUES, turn):
            for ids in threads.map(lambda seed: dialogue(it.port, seed), range(start, start + turn)):
                promised += [item.decode("latin-1") for item in ids]
            begin = time.monotonic()
            assert other.say("NOOP") == "250 2.0.0 OK"
            assert time.monotonic() - begin < 1.0
            before = before or memory()
        deadline = time.monotonic() + 10
        while it.transport.server_context.open_connections() > 1 and time.monotonic() < deadline:
            time.sleep(0.05)
        assert it.transport.server_context.open_connections() == 1
        assert faults(it) == []
        gc.collect()
        assert sum(isinstance(item, SmtpSession) for item in gc.get_objects()) == 1
        grown = memory() - before
        found, queued = kept(it)
        lost = [item for item in promised if item not in found and item.encode("latin-1") not in queued]
        assert lost == []
        assert len(promised) > DIALOGUES // 4
        assert grown < 64 << 20, f"{grown >> 20} MiB more after {len(promised)} messages"
    assert caplog.records == []
    assert "Traceback" not in capfd.readouterr().err
