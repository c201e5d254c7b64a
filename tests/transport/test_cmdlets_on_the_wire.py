"""What cmdlets do to rights, recipients and limits, as the next connection sees it. No sockets."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest

from organization.labs import start
from organization.objects.mailbox import Mailbox
from organization.store import Organization
from shell import Session
from transport.policy.recipients import RecipientTable

RELAY = (
    "New-ReceiveConnector Relay -Custom -Bindings 10.0.0.1:25 -RemoteIPRanges 10.9.0.0/16 "
    "-PermissionGroups AnonymousUsers; Set-ReceiveConnector Relay -TarpitInterval 0"
)


@pytest.fixture
def shell() -> Iterator[Session]:
    with Session(listen=False) as session:
        run(session, RELAY)
        yield session


def run(session: Session, script: str) -> None:
    result = session.run(script)
    assert not result.errors, result.console


def said(session: Session, *lines: str, source: str = "10.9.0.1") -> list[str]:
    """The last line of each reply, the banner left out."""
    connection = session.runspace.services.dialer.dial("10.0.0.1", 25, source)
    connection.receive(1)
    found = []
    for line in ("HELO client", *lines):
        connection.send(line.encode() + b"\r\n")
        found.append(connection.receive(10).decode().splitlines()[-1])
    connection.close()
    return found[1:]


def test_relay_is_given_and_taken_away(shell: Session) -> None:
    right = "-User 'NT AUTHORITY\\ANONYMOUS LOGON' -ExtendedRights ms-Exch-SMTP-Accept-Any-Recipient"
    dialogue = ("MAIL FROM:<kim@fabrikam.com>", "RCPT TO:<joe@elsewhere.com>")
    assert said(shell, *dialogue)[-1] == "550 5.7.1 Unable to relay"
    run(shell, f"Get-ReceiveConnector Relay | Add-ADPermission {right} | Out-Null")
    assert said(shell, *dialogue)[-1] == "250 2.1.5 Recipient OK"
    run(shell, f"Remove-ADPermission 'EX01\\Relay' {right} -Confirm:$false")
    assert said(shell, *dialogue)[-1] == "550 5.7.1 Unable to relay"


def test_the_recipe_against_forged_senders(shell: Session) -> None:
    run(
        shell,
        "Get-ADPermission Relay -User 'NT AUTHORITY\\ANONYMOUS LOGON' | "
        "where { $_.ExtendedRights -like 'ms-exch-smtp-accept-authoritative-domain-sender' } | "
        "Remove-ADPermission -Confirm:$false",
    )
    forged = "550 5.7.1 Client does not have permissions to send as this sender"
    assert said(shell, "MAIL FROM:<anna@contoso.com>", "MAIL FROM:<kim@fabrikam.com>") == [
        forged,
        "250 2.1.0 Sender OK",
    ]


def test_send_as(shell: Session) -> None:
    run(shell, "Set-ReceiveConnector Relay -AuthMechanism BasicAuth -PermissionGroups ExchangeUsers")
    logon = ("AUTH LOGIN YW5uYQ==", "UGFzc0B3b3JkMQ==", "MAIL FROM:<ben@contoso.com>")
    assert said(shell, *logon)[-1].startswith("550 5.7.1 ")
    run(shell, "Add-ADPermission ben -User anna -ExtendedRights 'Send As' | Out-Null")
    assert said(shell, *logon)[-1] == "250 2.1.0 Sender OK"
    run(shell, "Add-ADPermission ben -User anna -ExtendedRights 'Send As' -Deny | Out-Null")
    assert said(shell, *logon)[-1].startswith("550 5.7.1 ")


def test_a_disabled_mailbox_is_no_recipient_any_more(shell: Session) -> None:
    run(shell, "Install-AntispamAgents.ps1 | Out-Null; Restart-Service MSExchangeTransport")
    run(shell, "Set-RecipientFilterConfig -RecipientValidationEnabled $true")
    dialogue = ("MAIL FROM:<kim@fabrikam.com>", "RCPT TO:<anna@contoso.com>")
    assert said(shell, *dialogue)[-1] == "250 2.1.5 Recipient OK"
    run(shell, "Disable-Mailbox anna -Confirm:$false")
    assert said(shell, *dialogue)[-1] == "550 5.1.1 User unknown"
    run(shell, "Enable-Mailbox anna | Out-Null")
    assert said(shell, *dialogue)[-1] == "250 2.1.5 Recipient OK"


@pytest.mark.parametrize(("level", "reply"), [("Medium", "452 4.3.1 "), ("High", "452 4.3.1 "), ("Normal", "250 ")])
def test_back_pressure(shell: Session, level: str, reply: str) -> None:
    run(shell, f"Set-LabBackPressure {level}")
    assert said(shell, "MAIL FROM:<kim@fabrikam.com>")[-1].startswith(reply)


def test_message_rate_by_both_sources(shell: Session) -> None:
    run(shell, "Set-ReceiveConnector Relay -MessageRateLimit 1 -MessageRateSource All")
    assert said(shell, "MAIL FROM:<kim@fabrikam.com>", "RSET", "MAIL FROM:<kim@fabrikam.com>")[-1].startswith("421 ")
    assert said(shell, "MAIL FROM:<kim@fabrikam.com>", source="10.9.0.2")[-1] == "250 2.1.0 Sender OK"


def test_the_name_of_a_sender_from_outside_is_not_looked_up(shell: Session) -> None:
    message = ("MAIL FROM:<ben@contoso.com>", "RCPT TO:<anna@contoso.com>", "DATA", "From: ben@contoso.com\r\n\r\n.")
    assert said(shell, *message)[-1].startswith("250 2.6.0 ")
    right = "-User 'NT AUTHORITY\\ANONYMOUS LOGON' -ExtendedRights ms-Exch-SMTP-Accept-Authentication-Flag"
    run(shell, f"Add-ADPermission Relay {right} | Out-Null")
    assert said(shell, *message)[-1].startswith("250 2.6.0 ")
    shown = shell.run("(Get-LabMessage anna).SenderName").console
    assert re.findall(r"\S.*", shown) == ["ben@contoso.com", "Ben Carter"]


def _with_mailboxes(count: int) -> Organization:
    made = start(version="2007")
    database = made.get(Mailbox, "anna").database
    for number in range(count):
        name = f"user{number}"
        made.create(Mailbox, name=name, alias=name, database=database, email_addresses=[f"SMTP:{name}@contoso.com"])
    return made


def test_a_recipient_is_found_as_fast_among_many_as_among_few() -> None:
    def cost(count: int) -> float:
        table = RecipientTable(_with_mailboxes(count))
        runs = []
        for _ in range(5):
            began = time.perf_counter()
            for _ in range(2000):
                table.find("USER1@contoso.com")
                table.find("nobody@contoso.com")
            runs.append(time.perf_counter() - began)
        return min(runs)

    assert cost(4000) < 4 * cost(2)
