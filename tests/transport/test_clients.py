"""Real mail clients against real sockets. A client that is not installed is skipped, with that reason."""

from __future__ import annotations

import asyncio
import smtplib
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator

import pytest

from .lab import HOST, Client, Lab, lab, needs, needs_other_loopback_addresses, needs_swaks_with

SENDER, ANNA = "kim@fabrikam.com", "anna@contoso.com"
PASSWORD = "Pass@word1"
MESSAGE = (
    "From: Kim <kim@fabrikam.com>\r\nTo: anna@contoso.com\r\nSubject: hello\r\n\r\nfirst\r\n.second\r\n..third\r\n"
)


@pytest.fixture(scope="module")
def open_lab() -> Iterator[Lab]:
    with lab(
        auth_mechanism="Tls, BasicAuth, BasicAuthRequireTLS", permission_groups="AnonymousUsers, ExchangeUsers"
    ) as it:
        yield it


@pytest.fixture
def it(open_lab: Lab) -> Lab:
    for alias in ("anna", "ben"):
        mailbox = open_lab.organization.recipient(f"{alias}@contoso.com")
        assert mailbox is not None
        open_lab.transport.mail.clear(mailbox.guid)
    return open_lab


def run(*command: str, data: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, input=data, capture_output=True, text=True, timeout=30, check=False)


def test_smtplib_sends_a_message(it: Lab) -> None:
    with smtplib.SMTP(HOST, it.port) as client:
        assert client.sendmail(SENDER, [ANNA, "ben@contoso.com"], MESSAGE) == {}
    (message,) = it.messages("anna")
    assert (message.sender, message.recipients, message.subject) == (SENDER, (ANNA, "ben@contoso.com"), "hello")
    assert message.content.startswith(b"Received: from ")
    assert message.content.endswith(MESSAGE.encode())
    assert len(it.messages("ben")) == 1


def test_smtplib_over_tls_with_a_logon(it: Lab) -> None:
    with smtplib.SMTP(HOST, it.port) as client:
        client.starttls()
        client.login("CONTOSO\\anna", PASSWORD)
        client.sendmail(ANNA, ["joe@elsewhere.com", "ben@contoso.com"], "Subject: out\r\n\r\n")
    (message,) = it.messages("ben")
    assert b"with Microsoft SMTP Server (TLS) id 8.1.240.5" in message.content
    assert b"X-MS-Exchange-Organization-AuthAs: Internal" in message.content
    assert b"joe@elsewhere.com" not in message.content
    assert [item.remaining[0].address for item in it.transport.queue.places.unreachable.items.values()] == [
        "joe@elsewhere.com"
    ]


def test_smtplib_hears_a_wrong_password(it: Lab) -> None:
    with smtplib.SMTP(HOST, it.port) as client:
        client.starttls()
        with pytest.raises(smtplib.SMTPAuthenticationError) as failure:
            client.login("anna", "wrong")
    assert (failure.value.smtp_code, failure.value.smtp_error) == (535, b"5.7.3 Authentication unsuccessful")


def test_aiosmtplib_sends_through_tls(it: Lab) -> None:
    aiosmtplib = pytest.importorskip("aiosmtplib")

    async def send() -> None:
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        client = aiosmtplib.SMTP(hostname=HOST, port=it.port, start_tls=True, tls_context=context)
        async with client:
            await client.login("anna", PASSWORD)
            await client.sendmail(ANNA, ["ben@contoso.com"], "Subject: async\r\n\r\nbody\r\n")

    asyncio.run(send())
    assert [message.subject for message in it.messages("ben")] == ["async"]


def test_curl(it: Lab) -> None:
    done = run(
        needs("curl"), "-sS", f"smtp://{HOST}:{it.port}", "--mail-from", SENDER, "--mail-rcpt", ANNA, "-T", "-",
        data="Subject: curl\n\nbody\n",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert [message.subject for message in it.messages("anna")] == ["curl"]


def test_curl_with_tls_and_a_logon(it: Lab) -> None:
    done = run(
        needs("curl"), "-sS", "--ssl-reqd", "-k", f"smtp://{HOST}:{it.port}", "-u", f"anna:{PASSWORD}",
        "--mail-from", ANNA, "--mail-rcpt", "ben@contoso.com", "-T", "-", data="Subject: curl\n\nbody\n",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert len(it.messages("ben")) == 1


def test_swaks(it: Lab) -> None:
    done = run(
        needs("swaks"), "--server", HOST, "--port", str(it.port), "--from", SENDER, "--to", ANNA,
        "--header", "Subject: swaks",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "<-  250 2.1.5 Recipient OK" in done.stdout
    assert [message.subject for message in it.messages("anna")] == ["swaks"]


def test_swaks_with_tls_and_a_logon(it: Lab) -> None:
    done = run(
        needs_swaks_with("TLS"), "--server", HOST, "--port", str(it.port), "--tls", "--auth", "LOGIN",
        "--auth-user", "anna", "--auth-password", PASSWORD, "--from", ANNA, "--to", "ben@contoso.com",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "235 2.7.0 Authentication successful" in done.stdout
    assert len(it.messages("ben")) == 1


def test_swaks_may_not_relay(it: Lab) -> None:
    done = run(needs("swaks"), "--server", HOST, "--port", str(it.port), "--from", SENDER, "--to", "joe@elsewhere.com")
    assert done.returncode == 24
    assert "<** 550 5.7.1 Unable to relay" in done.stdout


def test_openssl_s_client(it: Lab) -> None:
    done = run(
        needs("openssl"), "s_client", "-connect", f"{HOST}:{it.port}", "-starttls", "smtp", "-crlf", "-ign_eof",
        data="EHLO x\nMAIL FROM:<kim@fabrikam.com>\nQUIT\n",
    )  # fmt: skip
    assert "CN = EX01\n" in done.stdout or "CN=EX01\n" in done.stdout
    assert "250 2.1.0 Sender OK" in done.stdout
    assert "221 2.0.0 Service closing transmission channel" in done.stdout


def test_msmtp(it: Lab, tmp_path_factory: pytest.TempPathFactory) -> None:
    done = run(
        needs("msmtp"), "--host", HOST, "--port", str(it.port), "--from", SENDER, "--tls=on", "--tls-certcheck=off",
        "--auth=off", ANNA, data="Subject: msmtp\n\nbody\n",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert [message.subject for message in it.messages("anna")] == ["msmtp"]


@pytest.mark.parametrize("options", [[], ["-d"]], ids=["one a connection", "many a connection"])
def test_smtp_source_floods_the_listener(it: Lab, options: list[str]) -> None:
    done = run(
        needs("smtp-source"), "-s", "5", "-m", "200", "-l", "5000", *options, "-f", SENDER, "-t", ANNA,
        f"{HOST}:{it.port}",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert len(it.messages("anna")) == 200


# ---- plain sockets


def test_the_reply_that_ends_a_connection_reaches_a_client_that_goes_on_sending(it: Lab) -> None:
    it.set(max_protocol_errors=1)
    try:
        with Client(it.port) as client:
            client.hear()
            client.socket.sendall(b"FOO\r\n" * 20000)
            assert client.hear() == "500 5.3.3 Unrecognized command"
            assert client.hear().startswith("421 4.7.0 ")
            assert client.closed()
    finally:
        it.set(max_protocol_errors=5)


def test_a_client_that_half_closes_gets_its_message_through(it: Lab) -> None:
    with Client(it.port) as client:
        client.socket.sendall(
            b"HELO x\r\nMAIL FROM:<kim@fabrikam.com>\r\nRCPT TO:<anna@contoso.com>\r\nDATA\r\n\r\nx\r\n.\r\nQUIT\r\n"
        )
        client.socket.shutdown(1)
        replies = [client.hear()[:3] for _ in range(7)]
        assert replies == ["220", "250", "250", "250", "354", "250", "221"]
        assert client.closed()
    assert len(it.messages("anna")) == 1


def test_a_client_that_does_not_read_stops_being_read(it: Lab) -> None:
    it.set(max_protocol_errors="unlimited")
    with Client(it.port) as client, Client(it.port) as other:
        client.socket.settimeout(0.3)
        with pytest.raises(TimeoutError):
            client.socket.sendall(b"HELP\r\n" * 10_000_000)
        other.hear()
        assert other.say("NOOP") == "250 2.0.0 OK"
    it.set(max_protocol_errors=5)


def test_a_client_that_does_not_read_is_not_read_after_a_logon_either() -> None:
    settings = {"auth_mechanism": "BasicAuth", "max_protocol_errors": "unlimited", "max_logon_failures": 0}
    with lab(permission_groups="AnonymousUsers, ExchangeUsers", **settings) as it, Client(it.port) as client:
        client.hear()
        client.say("EHLO x")
        listening = it.transport._listening
        assert listening is not None
        (server,) = listening._connections
        client.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 32768)
        server.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        end = time.monotonic() + 10
        while not server._write_paused:
            assert time.monotonic() < end, "all was sent: nothing is tested"
            client.socket.sendall(b"HELP\r\n" * 240 + b"AUTH LOGIN YW5uYQ==\r\nd3Jvbmc=\r\n")
            time.sleep(0.05)
        tried = server.smtp.logon_failures
        for _ in range(4):
            client.socket.sendall(b"HELP\r\n" * 240 + b"AUTH LOGIN YW5uYQ==\r\nd3Jvbmc=\r\n")
            time.sleep(0.06)
        assert server.smtp.logon_failures <= tried + 1  # the one that was being tried
        assert server.transport.get_write_buffer_size() < 128 << 10


def test_time_outs_on_real_sockets() -> None:
    with (
        lab(connection_timeout="00:00:02", connection_inactivity_timeout="00:00:01") as it,
        Client(it.port) as silent,
        Client(it.port) as busy,
    ):
        begin = time.monotonic()
        silent.hear()
        busy.hear()
        while time.monotonic() - begin < 1.7:
            assert busy.say("NOOP") == "250 2.0.0 OK"
            time.sleep(0.1)
        assert silent.hear() == "421 4.4.1 Connection timed out"
        assert silent.closed()
        assert busy.hear() == "421 4.4.1 Connection timed out"
        assert busy.closed()
        assert 1.7 < time.monotonic() - begin < 3.0


def test_the_tarpit_on_real_sockets_holds_one_client_only() -> None:
    with lab(tarpit_interval="00:00:01") as it, Client(it.port) as client, Client(it.port) as other:
        client.hear()
        other.hear()
        begin = time.monotonic()
        client.socket.sendall(b"FOO\r\n")
        client.socket.shutdown(1)
        assert other.say("NOOP") == "250 2.0.0 OK"
        assert time.monotonic() - begin < 0.5
        assert client.hear() == "500 5.3.3 Unrecognized command"
        assert 0.9 < time.monotonic() - begin < 2.0
        assert client.closed()


def test_a_connection_that_ends_makes_room_for_the_next(it: Lab) -> None:
    with lab(max_inbound_connection_per_source=2) as it:
        clients = [Client(it.port) for _ in range(3)]
        assert [client.hear()[:3] for client in clients] == ["220", "220", "421"]
        clients[0].say("QUIT")
        with Client(it.port) as next_one:
            assert next_one.hear().startswith("220 ")
        for client in clients:
            client.close()


@needs_other_loopback_addresses
def test_remote_hosts_of_the_lab_are_seen_by_their_lab_addresses(it: Lab) -> None:
    with (
        lab(remote_ip_ranges=("192.168.1.0/24", "127.0.0.1")) as own,
        Client(own.port, source="127.168.1.50") as client,
    ):
        client.hear()
        assert client.say("HELO x") == "250 EX01.contoso.com Hello [192.168.1.50]"


def test_stopping_tells_the_clients() -> None:
    with lab() as it:
        client = Client(it.port)
        client.hear()
        it.transport.stop()
        assert client.hear() == "421 4.3.2 Service not available, closing transmission channel"
        assert client.closed()
        client.close()
