"""How connections end on real sockets: half-closed, reset, or out of time, wherever the session is."""

import socket
import struct
import time
from contextlib import suppress

import pytest

from transport.server import smtp

from .lab import HOST, Lab, faults, lab

HELLO = b"EHLO x\r\n"
ENVELOPE = HELLO + b"MAIL FROM:<kim@fabrikam.com>\r\nRCPT TO:<anna@contoso.com>\r\n"
PLACES = {
    "the banner": b"",
    "hello": HELLO,
    "half a command": ENVELOPE + b"RCPT TO:<ben",
    "the envelope": ENVELOPE,
    "DATA": ENVELOPE + b"DATA\r\n",
    "the data": ENVELOPE + b"DATA\r\nSubject: x\r\n\r\nhalf",
    "the dot": ENVELOPE + b"DATA\r\nSubject: x\r\n\r\nhalf\r\n.",
    "a chunk": ENVELOPE + b"BDAT 100 LAST\r\nhalf",
    "a refused chunk": HELLO + b"BDAT 100\r\nhalf",
    "a tarpit": b"foo\r\nNOOP\r\n",
    "a handshake": HELLO + b"STARTTLS\r\n",
}


def connected(it: Lab, octets: bytes) -> socket.socket:
    client = socket.create_connection((HOST, it.port), 10)
    client.sendall(octets)
    return client


def rest(client: socket.socket) -> bytes:
    heard = b""
    while piece := client.recv(65536):
        heard += piece
    return heard


def soon_empty(it: Lab) -> bool:
    """Whether no connection is counted any more, within a second or so."""
    for _ in range(100):
        if not it.transport.server_context.open_connections():
            return True
        time.sleep(0.01)
    return False


@pytest.mark.parametrize("version", ["2007", "2016"])
def test_a_client_that_half_closes_hears_its_answers_and_the_end(version: str) -> None:
    with lab(version, tarpit_interval="00:00:00.2") as it:
        for place, octets in PLACES.items():
            with connected(it, octets) as client:
                client.shutdown(socket.SHUT_WR)
                heard = rest(client)
            assert heard.startswith(b"220 "), place
            assert heard.count(b"Recipient OK") == octets.count(b"RCPT TO:<anna"), place
            assert heard.endswith(b"\r\n"), place
            if place == "a tarpit":
                assert heard.endswith(b"500 5.3.3 Unrecognized command\r\n250 2.0.0 OK\r\n")
        assert not it.messages("anna")
        assert soon_empty(it)
        assert not faults(it)


def test_a_reset_leaves_nothing_behind_wherever_it_comes() -> None:
    with lab(max_inbound_connection_per_source=1, tarpit_interval="00:00:00.2") as it:
        for octets in PLACES.values():
            client = connected(it, octets)
            assert client.recv(3) == b"220"  # it was let in: the one before is counted no more
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            client.close()
            assert soon_empty(it)
        assert not it.messages("anna")
        assert not faults(it)


@pytest.mark.parametrize(("version", "silent"), [("2010", b"421 4.4.1 "), ("2019", b"451 4.7.0 ")])
def test_time_runs_out_in_silence_and_in_business(version: str, silent: bytes) -> None:
    with lab(version, connection_timeout="00:00:01.5", connection_inactivity_timeout="00:00:01") as it:
        quiet = {place: connected(it, octets) for place, octets in PLACES.items() if "tarpit" not in place}
        del quiet["a handshake"]  # which has a time of its own
        busy = [connected(it, PLACES[place]) for place in ("the banner", "the data", "a chunk", "half a command")]
        for _ in range(7):
            time.sleep(0.25)
            for client in busy:
                with suppress(OSError):  # it may be closed already
                    client.sendall(b"x")
        for place, client in quiet.items():
            with client:
                assert rest(client).splitlines()[-1].startswith(silent), place
        for client in busy:
            with client:
                assert rest(client).endswith(b"421 4.4.1 Connection timed out\r\n")
        assert soon_empty(it)
        assert not faults(it)


def test_one_octet_a_segment() -> None:
    with lab() as it, connected(it, b"") as client:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        data = b"DATA\r\nSubject: slow\r\n\r\n..dot\r\n.\r\n"
        for octet in ENVELOPE + data + ENVELOPE.removeprefix(HELLO) + b"BDAT 5 LAST\r\nhelloQUIT\r\n":
            client.sendall(bytes([octet]))
        assert rest(client).count(b"250 2.6.0 ") == 2
        first, second = it.messages("anna")
        assert first.content.endswith(b"Subject: slow\r\n\r\n.dot\r\n")
        assert second.content.endswith(b"\r\n\r\nhello")


def test_many_connections_from_one_source_and_from_others() -> None:
    limits = {"max_inbound_connection": 8, "max_inbound_connection_per_source": 5}
    with lab("2016", **limits, max_inbound_connection_percentage_per_source=100) as it:
        clients = [connected(it, b"") for _ in range(40)]
        first = [client.recv(200) for client in clients]
        assert [reply[:4] for reply in first] == [b"220 "] * 5 + [b"421 "] * 35
        assert all(b"per-source limit" in reply for reply in first[5:])
        assert all(client.recv(1) == b"" for client in clients[5:])
        for client in clients:
            client.close()
        assert soon_empty(it)
        with connected(it, b"") as client:
            assert client.recv(4) == b"220 "


def test_a_client_that_never_reads_its_replies_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp, "UNREAD", 0.3)
    with lab() as it, connected(it, b"") as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        assert client.recv(4) == b"220 "
        listening = it.transport._listening
        assert listening is not None
        (server,) = listening._connections
        server.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        client.sendall(b"HELP\r\n" * 400 + b"QUIT\r\n")
        assert soon_empty(it)
        assert server.transport.get_write_buffer_size(), "all was sent: nothing is tested"
        for _ in range(200):
            if server.transport is None:
                break
            time.sleep(0.01)
        assert server.transport is None
