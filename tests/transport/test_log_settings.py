"""What is set about logs counts at once, for each log of each service, in each version; and the files are what
scripts read: CSV whose #Fields line names the columns.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from organization.labs import start
from organization.objects.antispam import RecipientFilterConfig
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.send_connector import SendConnector
from organization.objects.server import MailboxDatabase, Service, ServiceStatus, TransportAgent
from organization.objects.transport_server import FrontendTransportServer, TransportServer
from transport.service import Transport

VERSIONS = ("2007", "2010", "2013", "2016", "2019")
HUB, FRONT = TransportServer, FrontendTransportServer
LOGS = (
    (HUB, "receive_protocol_log", "RECV", "SMTP Receive Protocol Log"),
    (HUB, "send_protocol_log", "SEND", "SMTP Send Protocol Log"),
    (HUB, "connectivity_log", "CONNECTLOG", "Transport Connectivity Log"),
    (HUB, "message_tracking_log", "MSGTRK", "Message Tracking Log"),
    (HUB, "agent_log", "AGENTLOG", "Agent Log"),
    (FRONT, "receive_protocol_log", "RECV", "SMTP Receive Protocol Log"),
    (FRONT, "send_protocol_log", "SEND", "SMTP Send Protocol Log"),
    (FRONT, "connectivity_log", "CONNECTLOG", "Transport Connectivity Log"),
)
CASES = [
    (version, *log)
    for version in VERSIONS
    for log in LOGS
    # Before 2013 there is no front end, and the agent log has no settings of its own.
    if version >= "2013" or (log[0] is HUB and log[1] != "agent_log")
]


@pytest.fixture
def running(tmp_path: Path) -> Callable[[str], Transport]:
    """A server all of whose logs have something to say about each message."""

    def made(version: str) -> Transport:
        organization = start(version=version)
        for connector in organization.all(ReceiveConnector):
            organization.update(
                connector,
                protocol_logging_level="Verbose",
                permission_groups="AnonymousUsers, ExchangeServers",
                tarpit_interval="00:00:00",
            )
        organization.create(TransportAgent, name="Recipient Filter Agent", priority=99)
        organization.update(organization.one(RecipientFilterConfig), recipient_validation_enabled=True)
        organization.update(organization.one(TransportServer), connectivity_log_enabled=True)
        organization.create(
            SendConnector,
            name="out",
            address_spaces=("*",),
            dns_routing_enabled=False,
            smart_hosts=("[10.0.0.9]",),
            protocol_logging_level="Verbose",
        )
        transport = Transport(organization, listen=False, files=tmp_path)
        transport.start()
        return transport

    return made


def converse(transport: Transport) -> None:
    """Mail for a mailbox, for somebody outside, and for nobody."""
    client = transport.dial("EX01", 25)
    client.send(b"EHLO x\r\nMAIL FROM:<kim@fabrikam.com>\r\nRCPT TO:<nobody@contoso.com>\r\nRSET\r\n")
    client.send(b'MAIL FROM:<>\r\nRCPT TO:<anna@contoso.com>\r\nDATA\r\nSubject: "a, b"\r\n\r\nhi\r\n.\r\n')
    client.send(b"MAIL FROM:<joe@fabrikam.com>\r\nRCPT TO:<lost@contoso.com>\r\nQUIT\r\n")
    client.close()
    transport.queue.follow_routes()
    for item in transport.queue.places.all():
        if item.external:
            transport.queue.places.fail(item, "451 4.4.0")
    transport.records.writer.flush()


def set_log(transport: Transport, service: type[Any], **settings: object) -> None:
    organization = transport._organization
    organization.update(organization.one(service), **settings)


def send_outside(transport: Transport) -> None:
    """A message that waits for a smart host."""
    organization = transport._organization
    mailbox, contact = organization.recipient("anna@contoso.com"), organization.recipient("kim@fabrikam.com")
    assert mailbox is not None
    assert contact is not None
    organization.update(mailbox, forwarding_address=contact.identity)


@pytest.mark.parametrize(("version", "service", "log", "prefix", "kind"), CASES)
def test_a_log_follows_its_settings(
    running: Callable[[str], Transport],
    tmp_path: Path,
    version: str,
    service: type[Any],
    log: str,
    prefix: str,
    kind: str,
) -> None:
    transport = running(version)
    if log == "send_protocol_log" and service is HUB:
        send_outside(transport)
    set_log(transport, service, **{f"{log}_path": "D:\\Elsewhere"})
    converse(transport)
    (path,) = (tmp_path / "D" / "Elsewhere").iterdir()
    hours = r"\d{10}" if version >= "2013" else r"\d{8}"
    assert re.fullmatch(rf"{prefix}{hours}-1\.log", path.name)
    head, rows = parsed(path)
    assert head[0] == "#Software: Microsoft Exchange Server"
    assert head[1] == f"#Version: {transport._organization.profile.log_version}"
    assert head[2] == f"#Log-type: {kind}"
    assert head[3].startswith("#Date: 20")
    assert rows
    before = path.read_bytes()
    set_log(transport, service, **{f"{log}_path": None})
    converse(transport)
    assert [path.name for path in (tmp_path / "D" / "Elsewhere").iterdir()] == [path.name]
    assert path.read_bytes() == before
    set_log(transport, service, **{f"{log}_path": "D:\\Small", f"{log}_max_file_size": "1B"})
    converse(transport)
    numbers = sorted(int(item.stem.partition("-")[2]) for item in (tmp_path / "D" / "Small").iterdir())
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 1


def parsed(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    """The comment lines, and the rows by the names in the last of them."""
    lines = path.read_text(encoding="utf-8").splitlines()
    head, body = lines[:5], lines[5:]
    assert head[4].startswith("#Fields: ")
    names = head[4].removeprefix("#Fields: ").split(",")
    rows = list(csv.reader(body))
    assert all(len(row) == len(names) for row in rows)
    return head, [dict(zip(names, row, strict=True)) for row in rows]


@pytest.mark.parametrize("version", VERSIONS)
def test_ages_and_sizes_of_folders_count_at_once(
    running: Callable[[str], Transport], tmp_path: Path, version: str
) -> None:
    transport = running(version)
    folder = tmp_path / "D" / "Logs"
    set_log(transport, HUB, message_tracking_log_path="D:\\Logs", message_tracking_log_max_age="00:00:00")
    folder.mkdir(parents=True)
    old = folder / "MSGTRK20080212-1.log"
    old.write_bytes(b"x" * 1000)
    os.utime(old, (1.2e9, 1.2e9))
    converse(transport)
    assert old.exists()  # 00:00:00 is never by age
    set_log(transport, HUB, message_tracking_log_max_age="30.00:00:00")
    converse(transport)
    assert not old.exists()
    old.write_bytes(b"x" * 1000)
    set_log(transport, HUB, message_tracking_log_max_directory_size="1KB")
    converse(transport)
    assert not old.exists()
    assert list(folder.iterdir())  # never the newest


@pytest.mark.parametrize("version", VERSIONS)
def test_a_log_that_is_off_takes_nothing(running: Callable[[str], Transport], tmp_path: Path, version: str) -> None:
    transport = running(version)
    settings = {"message_tracking_log_enabled": False, "connectivity_log_enabled": False}
    set_log(transport, HUB, **settings)
    converse(transport)
    assert transport.records.tracked() == []
    assert not [path for path in tmp_path.rglob("CONNECTLOG*") if "Hub" in path.parts or version < "2013"]
    assert not list(tmp_path.rglob("MSGTRK*"))


@pytest.mark.parametrize("version", ["2007", "2016"])
def test_a_connection_to_a_database_carries_what_comes_together(
    running: Callable[[str], Transport], tmp_path: Path, version: str
) -> None:
    transport = running(version)
    for _ in range(3):
        client = transport.dial("EX01", 25)
        client.send(b"EHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<anna@contoso.com>\r\nDATA\r\n\r\nhi\r\n.\r\nQUIT\r\n")
        client.close()
    transport.records.writer.flush()
    (path,) = (path for path in tmp_path.rglob("CONNECTLOG*") if "FrontEnd" not in path.parts)
    _, rows = parsed(path)
    database = transport._organization.one(MailboxDatabase)
    assert {row["session"] for row in rows} == {rows[0]["session"]}
    assert {row["Destination"] for row in rows} == {database.name.lower()}
    assert [row["direction"] for row in rows] == (["+", ">", "-"] if version == "2007" else ["+", ">", ">", "-"])
    assert str(database.guid) in rows[0]["description"]
    octets = sum(message.size for message in transport.mail.messages(_guid(transport)))
    assert rows[-1]["description"] == f"Messages: 3 Bytes: {octets} ()"


def _guid(transport: Transport) -> Any:
    mailbox = transport._organization.recipient("anna@contoso.com")
    assert mailbox is not None
    return mailbox.guid


def test_an_attempt_to_reach_a_smart_host_is_in_both_logs(running: Callable[[str], Transport], tmp_path: Path) -> None:
    transport = running("2010")
    send_outside(transport)
    converse(transport)
    rows = transport.records.sent_rows()
    assert (rows[0].connector, rows[0].local, rows[0].remote, rows[0].context) == (
        "out",
        "",
        "10.0.0.9:25",
        "attempting to connect",
    )
    assert rows[1].context.startswith("Failed to connect. Winsock error code: 10060")
    (path,) = tmp_path.rglob("CONNECTLOG*")
    _, found = parsed(path)
    (begin, *_) = (row for row in found if row["Destination"] == "[10.0.0.9]")
    connector = transport._organization.get(SendConnector, "out")
    assert begin["description"] == f"SmartHostConnectorDelivery {connector.guid};QueueLength=TQ=1;"


def test_a_stopped_service_says_so_once_in_the_event_log(running: Callable[[str], Transport]) -> None:
    transport = running("2016")
    organization = transport._organization
    service = organization.get(Service, "MSExchangeFrontEndTransport")
    organization.update(service, status=ServiceStatus.Stopped)
    told = [(entry.source, entry.event_id) for entry in transport.events.entries() if entry.event_id in (1003, 1004)]
    assert told[-1] == ("MSExchangeFrontEndTransport", 1004)
