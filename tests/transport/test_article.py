"""The article's steps on real sockets: what the shell sets, the next connection sees."""

import smtplib
import time
from collections.abc import Iterator

import pytest

from shell import Session
from tests.addresses import own_address

from .lab import Client

CONNECTOR = "New-ReceiveConnector -Name Internet -Usage Internet -Bindings 192.168.1.10:25"


@pytest.fixture
def lab() -> Iterator[Session]:
    with Session(listen=True, bind_address=own_address(), log_folder="") as session:
        assert not session.run(CONNECTOR).errors
        yield session


def address(session: Session) -> tuple[str, int]:
    found = {str(each.lab): each for each in session.runspace.services.transport.endpoints()}["192.168.1.10:25"]
    assert found.real is not None, found.reason
    host, port = found.real
    return host, port


def connect(session: Session) -> Client:
    host, port = address(session)
    return Client(port, host)


def test_seven_replies_and_the_message_is_read_back(lab: Session) -> None:
    wire = connect(lab)
    assert wire.hear().startswith("220 EX01.contoso.com Microsoft ESMTP MAIL Service ready at ")
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
    wire = connect(lab)
    assert wire.hear() == "220 Mail Server"
    wire.close()


def test_two_errors_then_the_connection_is_closed(lab: Session) -> None:
    lab.run("Set-ReceiveConnector Internet -MaxProtocolErrors 2 -TarpitInterval 00:00:00")
    wire = connect(lab)
    wire.hear()
    assert [wire.say(word)[:3] for word in ("one", "two", "three")] == ["500", "500", "421"]
    assert wire.closed()
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
    first, second = connect(lab), connect(lab)
    assert sorted(wire.hear()[:3] for wire in (first, second)) == ["220", "421"]
    first.close()
    second.close()


def test_inactivity_has_its_reply(lab: Session) -> None:
    lab.run("Set-ReceiveConnector Internet -ConnectionInactiveTimeout 00:00:01")
    wire = connect(lab)
    wire.hear()
    assert wire.hear() == "421 4.4.1 Connection timed out"
    assert wire.closed()
    wire.close()


def test_a_busy_connection_ends_after_its_time(lab: Session) -> None:
    lab.run("Set-ReceiveConnector Internet -ConnectionTimeout 00:00:01.5 -ConnectionInactiveTimeout 00:00:01")
    wire = connect(lab)
    wire.hear()
    begin = time.monotonic()
    replies: list[str] = []
    while not replies or replies[-1].startswith("250"):
        replies.append(wire.say("NOOP"))
        time.sleep(0.1)
    assert replies[-1] == "421 4.4.1 Connection timed out"
    assert time.monotonic() - begin >= 1.3
    wire.close()


def test_messages_a_minute_are_limited(lab: Session) -> None:
    lab.run("Set-ReceiveConnector Internet –MaxRateLimit:2")
    wire = connect(lab)
    wire.hear()
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
    lab.run("Set-ReceiveConnector Internet –MaxRecipientsPerMessage:1 –MaxMessageSize:64KB –TarpitInterval:0")
    with smtplib.SMTP(*address(lab)) as client:
        client.ehlo()
        assert client.docmd("MAIL FROM:<a@fabrikam.com> SIZE=70000") == (
            552,
            b"5.3.4 Message size exceeds fixed maximum message size",
        )
        assert client.mail("a@fabrikam.com")[0] == 250
        assert client.rcpt("anna@contoso.com")[0] == 250
        assert client.rcpt("ben@contoso.com") == (452, b"4.5.3 Too many recipients")


def test_unknown_recipients_are_refused_after_the_tarpit(lab: Session) -> None:
    lab.run("& $exscripts\\Install-AntispamAgents.ps1; Restart-Service MSExchangeTransport")
    lab.run("Set-RecipientFilterConfig -RecipientValidationEnabled $true")
    assert lab.run("(Get-ReceiveConnector Internet).TarpitInterval.TotalSeconds").text == "5\n"
    assert not lab.run("Set-ReceiveConnector “Internet” –TarPitInterval:1").errors
    wire = connect(lab)
    wire.hear()
    wire.say("EHLO client")
    wire.say("MAIL FROM:<kim@fabrikam.com>")
    begin = time.monotonic()
    assert wire.say("RCPT TO:<nobody@contoso.com>") == "550 5.1.1 User unknown"
    assert 1 <= time.monotonic() - begin < 4
    assert wire.say("RCPT TO:<anna@contoso.com>") == "250 2.1.5 Recipient OK"
    wire.close()
