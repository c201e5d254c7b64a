"""The article's steps on real sockets: what the shell sets, the next connection sees."""

import smtplib
import socket
import time
from collections.abc import Iterator

import pytest

from shell import Session

CONNECTOR = "New-ReceiveConnector -Name Internet -Usage Internet -Bindings 192.168.1.10:25"


@pytest.fixture
def lab() -> Iterator[Session]:
    with Session(listen=True) as session:
        assert not session.run(CONNECTOR).errors
        yield session


def address(session: Session) -> tuple[str, int]:
    services = session.runspace.services
    services.transport.settle()
    found = {str(each.lab): each for each in services.transport.endpoints()}["192.168.1.10:25"]
    if found.real is None:
        pytest.skip(f"the port cannot be bound here: {found.reason}")
    return found.real


class Wire:
    """A plain socket that speaks lines."""

    def __init__(self, session: Session) -> None:
        self.socket = socket.create_connection(address(session), timeout=15)
        self.file = self.socket.makefile("rb")

    def read(self) -> str:
        lines = []
        while True:
            line = self.file.readline().decode()
            lines.append(line.rstrip("\r\n"))
            if line[3:4] != "-":
                return "\n".join(lines)

    def say(self, line: str) -> str:
        self.socket.sendall(line.encode() + b"\r\n")
        return self.read()

    def close(self) -> None:
        self.file.close()
        self.socket.close()


def test_seven_replies_and_the_message_is_read_back(lab: Session) -> None:
    wire = Wire(lab)
    assert wire.read().startswith("220 EX01.contoso.com Microsoft ESMTP MAIL Service ready at ")
    assert wire.say("EHLO client").startswith("250-EX01.contoso.com Hello [127.")
    assert wire.say("MAIL FROM:<kim@fabrikam.com>") == "250 2.1.0 Sender OK"
    assert wire.say("RCPT TO:<anna@contoso.com>") == "250 2.1.5 Recipient OK"
    assert wire.say("DATA") == "354 Start mail input; end with <CRLF>.<CRLF>"
    done = wire.say("Subject: test\r\n\r\nThis is a test message.\r\n.")
    assert done.startswith("250 2.6.0 <")
    assert done.endswith("> Queued mail for delivery")
    assert wire.say("QUIT") == "221 2.0.0 Service closing transmission channel"
    wire.close()
    assert lab.run("(Get-LabMessage -Mailbox anna).Subject").text == "test\n"


def test_banner(lab: Session) -> None:
    lab.run("Set-ReceiveConnector Internet -Banner “220 Mail Server”")
    wire = Wire(lab)
    assert wire.read() == "220 Mail Server"
    wire.close()


def test_two_errors_then_the_connection_is_closed(lab: Session) -> None:
    lab.run("Set-ReceiveConnector Internet -MaxProtocolErrors 2 -TarpitInterval 00:00:00")
    wire = Wire(lab)
    wire.read()
    assert [wire.say(word)[:3] for word in ("one", "two", "three")] == ["500", "500", "421"]
    assert wire.file.read() == b""
    wire.close()


@pytest.mark.parametrize(
    "throttle",
    [
        "-MaxInboundConnection 1",
        "-MaxInboundConnectionsperSource 1",
        "-MaxInboundConnection 3 -MaxInboundConnectionPercentagePerSource 34",
    ],
)
def test_each_throttle_refuses_the_second_connection(lab: Session, throttle: str) -> None:
    assert not lab.run(f"Set-ReceiveConnector Internet {throttle}").errors
    first, second = Wire(lab), Wire(lab)
    assert sorted(wire.read()[:3] for wire in (first, second)) == ["220", "421"]
    first.close()
    second.close()


def test_inactivity_has_its_reply(lab: Session) -> None:
    lab.run("Set-ReceiveConnector Internet -ConnectionInactiveTimeout 00:00:01")
    wire = Wire(lab)
    wire.read()
    assert wire.read() == "421 4.4.1 Connection timed out"
    assert wire.file.read() == b""
    wire.close()


def test_a_busy_connection_ends_after_its_time(lab: Session) -> None:
    lab.run("Set-ReceiveConnector Internet -ConnectionTimeout 00:00:02 -ConnectionInactiveTimeout 00:00:01")
    wire = Wire(lab)
    wire.read()
    begin = time.monotonic()
    replies = []
    while not replies or replies[-1].startswith("250"):
        replies.append(wire.say("NOOP"))
        time.sleep(0.3)
    assert replies[-1] == "421 4.4.1 Connection timed out"
    assert time.monotonic() - begin >= 1.5
    wire.close()


def test_messages_a_minute_are_limited(lab: Session) -> None:
    lab.run("Set-ReceiveConnector Internet –MaxRateLimit:2")
    wire = Wire(lab)
    wire.read()
    wire.say("EHLO client")
    replies = []
    for _ in range(3):
        replies.append(wire.say("MAIL FROM:<kim@fabrikam.com>"))
        if replies[-1].startswith("250"):
            wire.say("RCPT TO:<anna@contoso.com>")
            wire.say("DATA")
            wire.say("Subject: x\r\n\r\n.")
    assert replies[:2] == ["250 2.1.0 Sender OK"] * 2
    assert replies[2] == "421 4.4.2 Message submission rate for this client has exceeded the configured limit"
    wire.close()


def test_recipients_and_size_are_limited(lab: Session) -> None:
    lab.run("Set-ReceiveConnector Internet –MaxRecipientsPerMessage:1 –MaxMessageSize:64KB")
    with smtplib.SMTP(*address(lab)) as client:
        client.ehlo()
        assert client.docmd("MAIL FROM:<a@fabrikam.com> SIZE=70000") == (
            552,
            b"5.3.4 Message size exceeds fixed maximum message size",
        )
        assert client.mail("a@fabrikam.com")[0] == 250
        assert client.rcpt("anna@contoso.com")[0] == 250
        assert client.rcpt("ben@contoso.com") == (452, b"4.5.3 Too many recipients")


@pytest.mark.parametrize(("setting", "seconds"), [("", 5), ("Set-ReceiveConnector “Internet” –TarPitInterval:1", 1)])
def test_unknown_recipients_are_refused_after_the_tarpit(lab: Session, setting: str, seconds: int) -> None:
    lab.run("& $exscripts\\Install-AntispamAgents.ps1; Restart-Service MSExchangeTransport")
    lab.run("Set-RecipientFilterConfig -RecipientValidationEnabled $true")
    assert not lab.run(setting).errors
    wire = Wire(lab)
    wire.read()
    wire.say("EHLO client")
    wire.say("MAIL FROM:<kim@fabrikam.com>")
    begin = time.monotonic()
    assert wire.say("RCPT TO:<nobody@contoso.com>") == "550 5.1.1 User unknown"
    assert seconds <= time.monotonic() - begin < seconds + 3
    assert wire.say("RCPT TO:<anna@contoso.com>") == "250 2.1.5 Recipient OK"
    wire.close()
