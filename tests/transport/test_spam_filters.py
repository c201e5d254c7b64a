"""The anti-spam agents as an administrator sets them up and looks at them: cmdlets, then mail, then logs."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from organization.objects.antispam import ContentFilterPhrase, IPBlockListEntry
from organization.objects.server import Service, TransportAgent
from shell import Session
from transport.policy.agents.names import CONNECTION_FILTER, CONTENT_FILTER, PROTOCOL_ANALYSIS

from .lab import Client, Lab, lab
from .test_cmdlets_on_the_wire import RELAY, run, said

INSTALL = "Install-AntispamAgents.ps1 | Out-Null; Restart-Service MSExchangeTransport"
MESSAGE = ("MAIL FROM:<kim@fabrikam.com>", "RCPT TO:<anna@contoso.com>", "DATA")
SPAM = (*MESSAGE, "Subject: offer\r\n\r\nfree money\r\n.")


@pytest.fixture
def shell() -> Iterator[Session]:
    with Session(listen=False) as session:
        run(session, RELAY)
        run(session, INSTALL)
        yield session


def shown(shell: Session, script: str) -> list[str]:
    return [line.strip() for line in shell.run(script).text.splitlines() if line.strip()]


def test_a_list_in_dns_counts_at_once_and_until_it_is_removed(shell: Session) -> None:
    run(shell, "Add-IPBlockListProvider Zen -LookupDomain zen.example.org -AnyMatch $true | Out-Null")
    assert said(shell, *MESSAGE)[1] == "250 2.1.5 Recipient OK"
    run(shell, "Add-LabDnsRecord 1.0.9.10.zen.example.org A 127.0.0.2 | Out-Null")
    blocked = "550 5.7.1 Recipient not authorized, your IP has been found on a block list"
    assert said(shell, *MESSAGE)[1] == blocked
    run(shell, "Set-IPBlockListProvidersConfig -BypassedRecipients anna@contoso.com")
    assert said(shell, *MESSAGE)[1] == "250 2.1.5 Recipient OK"
    run(shell, "Set-IPBlockListProvidersConfig -BypassedRecipients $null")
    assert said(shell, *MESSAGE)[1] == blocked
    run(shell, "Remove-LabDnsRecord *.zen.example.org -Confirm:$false")
    assert said(shell, *MESSAGE)[1] == "250 2.1.5 Recipient OK"


def test_spam_goes_where_the_thresholds_say(shell: Session) -> None:
    run(shell, "Add-ContentFilterPhrase 'free money' -Influence BadWord | Out-Null")
    assert said(shell, *SPAM)[-1].startswith("250 2.6.0 ")
    assert shown(shell, "(Get-LabMessage anna).Folder") == ["Junk E-Mail"]
    run(shell, "Set-OrganizationConfig -SCLJunkThreshold 9")
    assert said(shell, *SPAM)[-1].startswith("250 2.6.0 ")
    assert shown(shell, "(Get-LabMessage anna -Folder Inbox).Subject") == ["offer"]
    run(shell, "Set-ContentFilterConfig -SCLRejectEnabled $true -RejectionResponse 'No spam'")
    assert said(shell, *SPAM)[-1] == "550 5.7.1 No spam"
    assert shown(shell, "Get-AgentLog | Where-Object Action -eq RejectMessage | ForEach-Object { $_.Reason }") == [
        "SclAtOrAboveRejectThreshold"
    ]
    assert shown(shell, "(Get-MessageTrackingLog -EventId FAIL).Source") == ["AGENT"]
    run(shell, "Remove-ContentFilterPhrase 'free money' -Confirm:$false")
    assert said(shell, *SPAM)[-1].startswith("250 2.6.0 ")


def test_an_agent_that_is_disabled_rests_from_the_next_start_on(shell: Session) -> None:
    run(shell, "Set-SenderIdConfig -SpoofedDomainAction Reject; Add-LabDnsRecord a.net TXT 'v=spf1 -all' | Out-Null")
    mail = (*MESSAGE, "From: kim@a.net\r\n\r\n.")
    rejected = "550 5.7.1 Sender ID (PRA) Not Permitted"
    assert said(shell, *mail)[-1] == rejected
    run(shell, "Disable-TransportAgent 'Sender Id Agent' -Confirm:$false")
    assert said(shell, *mail)[-1] == rejected
    run(shell, "Restart-Service MSExchangeTransport")
    assert said(shell, *mail)[-1].startswith("250 2.6.0 ")


def test_the_spam_level_of_a_message_that_waits(shell: Session) -> None:
    run(shell, "Add-ContentFilterPhrase 'free money' -Influence BadWord | Out-Null; Stop-Service MSExchangeIS")
    assert said(shell, *SPAM)[-1].startswith("250 2.6.0 ")
    assert shown(shell, "(Get-Message).SCL") == ["9"]
    run(shell, "Start-Service MSExchangeIS")
    assert shown(shell, "(Get-LabMessage anna).Folder") == ["Junk E-Mail"]


def test_a_bad_sender_is_blocked_while_the_service_listens() -> None:
    with lab(tarpit_interval="00:00:00") as it:
        for place, name in enumerate((CONNECTION_FILTER, CONTENT_FILTER, PROTOCOL_ANALYSIS), 5):
            it.organization.create(TransportAgent, name=name, priority=place)
        it.organization.create(ContentFilterPhrase, name="1", phrase="free money", influence="BadWord")
        it.organization.update(
            it.organization.get(Service, "MSExchangeTransport"), started=datetime(2030, 1, 1, tzinfo=UTC)
        )
        with Client(it.port) as client:
            client.hear()
            client.say("HELO x")
            for _ in range(20):
                assert [client.say(line)[:3] for line in MESSAGE] == ["250", "250", "354"]
                assert client.say("\r\nfree money\r\n.").startswith("250 2.6.0 ")
            eventually(lambda: blocked_now(it))
            client.say("MAIL FROM:<kim@fabrikam.com>")
            assert client.say("RCPT TO:<anna@contoso.com>").startswith("550 5.7.1 External client with IP address 127.")
        (entry,) = it.organization.all(IPBlockListEntry)
        assert entry.is_machine_generated
        hours = (entry.expiration_time - datetime.now()).total_seconds() / 3600
        assert 23.9 < hours <= 24


def blocked_now(it: Lab) -> bool:
    """Whether the connection filter has heard of an entry."""
    filter_ = it.transport.server_context.agents.connection
    return filter_ is not None and filter_.blocked is not None and bool(filter_.blocked.entries)


def eventually(holds: Callable[[], object]) -> None:
    """Wait until something is so that another thread brings about."""
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


ATTACHMENT = (*MESSAGE, "Content-Type: application/octet-stream; name=setup.exe\r\n\r\nMZ\r\n.")


def test_attachments_are_filtered_once_the_agent_is_installed(shell: Session) -> None:
    assert said(shell, *ATTACHMENT)[-1].startswith("250 2.6.0 ")
    factory = "Microsoft.Exchange.Transport.Agent.AttachFilter.AttachFilterAgentFactory"
    install = f"Install-TransportAgent 'Attachment Filtering Agent' -TransportAgentFactory {factory} -AssemblyPath x"
    run(shell, f"{install} | Enable-TransportAgent; Restart-Service MSExchangeTransport")
    assert said(shell, *ATTACHMENT)[-1] == "550 5.7.1 Message rejected due to unacceptable attachments"
    run(shell, "Set-AttachmentFilterListConfig -ExceptionConnectors Relay")
    assert said(shell, *ATTACHMENT)[-1].startswith("250 2.6.0 ")
    run(shell, "Set-AttachmentFilterListConfig -ExceptionConnectors $null -Action SilentDelete; Clear-LabMailbox anna")
    assert said(shell, *ATTACHMENT)[-1].startswith("250 2.6.0 ")
    assert shown(shell, "@(Get-LabMessage anna).Count") == ["0"]
    run(shell, "Remove-AttachmentFilterEntry FileName:*.exe -Confirm:$false")
    assert said(shell, *ATTACHMENT)[-1].startswith("250 2.6.0 ")
    assert shown(shell, "@(Get-LabMessage anna).Count") == ["1"]


def test_an_entry_ends_by_itself(shell: Session) -> None:
    run(shell, "Add-IPBlockListEntry -IPAddress 10.9.0.1 -ExpirationTime (Get-Date).AddHours(1) | Out-Null")
    assert said(shell, *MESSAGE)[1].startswith("550 5.7.1 ")
    entry = shell.organization.one(IPBlockListEntry)
    shell.organization.update(entry, expiration_time=datetime.now() - timedelta(seconds=1))
    assert said(shell, *MESSAGE)[1] == "250 2.1.5 Recipient OK"
    assert shown(shell, "(Get-IPBlockListEntry).HasExpired") == ["True"]
