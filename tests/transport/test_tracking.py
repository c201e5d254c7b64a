"""The message tracking log, the agent log and the connectivity log: what is in them, and how they are written."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from organization.mail_records import AgentEntry, TrackedEvent
from organization.objects.contacts import MailContact
from organization.objects.distribution_group import DistributionGroup
from organization.objects.send_connector import SendConnector
from organization.objects.server import MailboxDatabase
from organization.objects.transport_server import TransportServer
from organization.versions import Version, profile_of
from transport.logs.agents import agent_line
from transport.logs.tracking import TOGETHER, TrackingLog, fields_of, line
from transport.logs.writer import LogWriter
from transport.queue.hops import NO_CONNECTOR
from transport.service import Transport

from .stage import BEGIN, Case, Stage
from .test_delivery import mailbox, send

EVENT = TrackedEvent(
    BEGIN, "RECEIVE", "SMTP", 17, "<1@fabrikam.com>", "kim@fabrikam.com", ("a@contoso.com", "b@contoso.com"), (), 321,
    "Hello, world", "EX01\\Internet", "192.0.2.7", "mail.fabrikam.com", "192.168.1.10", "EX01", "08CA;2008;1",
    return_path="kim@fabrikam.com", network_id="5f0c9a52-7d0e-4b0e-9f4e-1c2d3e4f5a6b",
)  # fmt: skip
BEGINNING = (
    "2008-02-12T15:10:58.101Z,192.0.2.7,mail.fabrikam.com,192.168.1.10,EX01,08CA;2008;1,EX01\\Internet,SMTP,RECEIVE,17,"
    "<1@fabrikam.com>,"
)
ENDING = 'a@contoso.com;b@contoso.com,,321,2,,,"Hello, world",kim@fabrikam.com,kim@fabrikam.com,'


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        (Version.V2007, BEGINNING + ENDING),
        (Version.V2010, BEGINNING + ENDING + ",Incoming,,192.0.2.7,192.168.1.10,"),
        (
            Version.V2013,
            f"{BEGINNING}5f0c9a52-7d0e-4b0e-9f4e-1c2d3e4f5a6b,{ENDING},Incoming,,192.0.2.7,192.168.1.10,",
        ),
        (
            Version.V2016,
            f"{BEGINNING}5f0c9a52-7d0e-4b0e-9f4e-1c2d3e4f5a6b,{ENDING},Incoming,,192.0.2.7,192.168.1.10,,Email,,15.01",
        ),
    ],
)
def test_a_row_has_the_fields_of_its_version(version: Version, expected: str) -> None:
    written = line(EVENT, version, "15.01")
    assert written == expected + "\r\n"
    assert len(next(csv.reader([written]))) == len(fields_of(version).split(","))


@pytest.mark.parametrize("version", list(Version))
def test_texts_with_commas_and_quotes_stay_one_field_each(version: Version) -> None:
    text = 'MDB:1, Mailbox:2, "x"'
    event = EVENT._replace(context=text, client_name=text, connector=text, related=text, reference=text)
    row = next(csv.reader([line(event, version, "15.01")]))
    assert len(row) == len(fields_of(version).split(","))
    assert row.count(text) == 5


def test_a_row_of_the_agent_log() -> None:
    entry = AgentEntry(
        BEGIN, "08CA3B9F7D21C001", "192.168.1.10:25", "192.0.2.7:1024", "192.0.2.7", "", "kim@fabrikam.com", "",
        "nobody@contoso.com", 1, "Recipient Filter Agent", "OnRcptCommand", "RejectCommand", "550 5.1.1 User unknown",
        "RecipientDoesNotExist", "nobody@contoso.com",
    )  # fmt: skip
    assert agent_line(entry) == (
        "2008-02-12T15:10:58.101Z,08CA3B9F7D21C001,192.168.1.10:25,192.0.2.7:1024,192.0.2.7,,kim@fabrikam.com,,"
        "nobody@contoso.com,1,Recipient Filter Agent,OnRcptCommand,RejectCommand,550 5.1.1 User unknown,"
        "RecipientDoesNotExist,nobody@contoso.com\r\n"
    )


@pytest.fixture
def stage() -> Stage:
    return Stage(Case("", 0, "tracking", (), ()))


def told(stage: Stage) -> list[tuple[str, str, tuple[str, ...]]]:
    """Event, source and recipients of every row."""
    return [(event.event_id, event.source, event.recipients) for event in stage.transport.records.tracked()]


def test_a_message_to_one_mailbox(stage: Stage) -> None:
    send(stage, b"Subject: =?utf-8?Q?one?=\r\n\r\n", "anna@contoso.com")
    assert told(stage) == [
        ("RECEIVE", "SMTP", ("anna@contoso.com",)),
        ("DELIVER", "STOREDRIVER", ("anna@contoso.com",)),
    ]
    received, delivered = stage.transport.records.tracked()
    assert received.connector == "EX01\\Internet"
    assert received.client_address == "192.0.2.7"
    assert received.context.endswith(";2008-02-12T15:10:58.101Z;1")
    assert delivered.number == received.number


def test_a_group_is_expanded(stage: Stage) -> None:
    send(stage, b"\r\n", "sales@contoso.com")
    assert told(stage)[1:] == [
        ("EXPAND", "ROUTING", ("anna@contoso.com", "ben@contoso.com")),
        ("DELIVER", "STOREDRIVER", ("anna@contoso.com", "ben@contoso.com")),
    ]
    assert stage.transport.records.tracked()[1].related == "sales@contoso.com"


def test_a_mailbox_that_forwards(stage: Stage) -> None:
    stage.organization.update(mailbox(stage, "anna"), forwarding_address=mailbox(stage, "ben").identity)
    send(stage, b"\r\n", "anna@contoso.com")
    assert told(stage)[1:] == [
        ("REDIRECT", "ROUTING", ("ben@contoso.com",)),
        ("DELIVER", "STOREDRIVER", ("ben@contoso.com",)),
    ]


def test_somebody_unknown_and_the_report(stage: Stage) -> None:
    send(stage, b"Message-ID: <1@x>\r\nSubject: lost\r\n\r\n", "nobody@contoso.com", sender="ben@contoso.com")
    assert told(stage)[1:] == [
        ("FAIL", "ROUTING", ("nobody@contoso.com",)),
        ("DSN", "DSN", ("ben@contoso.com",)),
        ("DELIVER", "STOREDRIVER", ("ben@contoso.com",)),
    ]
    _, failed, report, _ = stage.transport.records.tracked()
    assert failed.statuses == ("550 5.1.1 RESOLVER.ADR.RecipNotFound; not found",)
    assert (report.reference, report.subject, report.sender) == ("<1@x>", "Undeliverable: lost", "")


def test_a_report_that_nobody_can_get_is_bad_mail(stage: Stage) -> None:
    send(stage, b"\r\n", "nobody@contoso.com", sender="")
    assert [event for event, _, _ in told(stage)] == ["RECEIVE", "FAIL", "BADMAIL"]


def test_mail_for_outside_is_deferred_and_may_be_removed(stage: Stage) -> None:
    stage.organization.create(SendConnector, name="out", address_spaces=("fabrikam.com",))
    group = stage.organization.get(DistributionGroup, "Sales")
    contact = stage.organization.get(MailContact, "Kim Abercrombie")
    stage.organization.update(group, members=(contact.identity,))
    send(stage, b"\r\n", "sales@contoso.com", sender="ben@contoso.com")
    (message,) = stage.transport.queues.messages()
    stage.transport.queues.remove_message(message.identity, True)
    assert [(event, source) for event, source, _ in told(stage)] == [
        ("RECEIVE", "SMTP"),
        ("EXPAND", "ROUTING"),
        ("DEFER", "QUEUE"),
        ("FAIL", "ADMIN"),
        ("DSN", "DSN"),
        ("DELIVER", "STOREDRIVER"),
    ]


def test_the_log_can_be_off_and_subjects_left_out(stage: Stage) -> None:
    server = stage.organization.one(TransportServer)
    stage.organization.update(server, message_tracking_log_subject_logging_enabled=False)
    send(stage, b"Subject: secret\r\n\r\n", "anna@contoso.com")
    assert {event.subject for event in stage.transport.records.tracked()} == {""}
    stage.organization.update(server, message_tracking_log_enabled=False)
    send(stage, b"\r\n", "anna@contoso.com")
    assert len(told(stage)) == 2


def test_the_files(tmp_path: Path) -> None:
    stage = Stage(Case("", 0, "", (("Version", "2010"), ("Filter.RecipientValidationEnabled", "True")), ()))
    stage.transport = Transport(stage.organization, listen=False, files=tmp_path, clock=lambda: BEGIN)
    stage.transport.start()
    stage.organization.create(SendConnector, name="out", address_spaces=("fabrikam.com",))
    send(stage, b"\r\n", "anna@contoso.com")
    stage.connect("9", "192.0.2.7")
    commands = b"HELO x\r\nMAIL FROM:<kim@fabrikam.com>\r\nRCPT TO:<nobody@contoso.com>\r\n"
    stage.act(stage.clients["9"], stage.clients["9"].session.receive(commands))
    connections = stage.transport.records.connections
    connections.failed("fabrikam.com", "DnsConnectorDelivery", NO_CONNECTOR, 1, "no", BEGIN)
    folders = {log.name: log for log in stage.transport.records.folders()}
    heads = {}
    for name in ("MessageTracking", "AgentLog", "Connectivity"):
        newest = folders[name].newest
        assert newest is not None
        heads[name] = newest.read_text().splitlines()
        assert str(folders[name].folder) == str(newest.parent)
    assert heads["MessageTracking"][2] == "#Log-type: Message Tracking Log"
    assert heads["MessageTracking"][4] == "#Fields: " + fields_of(Version.V2010)
    assert len(heads["MessageTracking"]) == 7
    assert heads["AgentLog"][2] == "#Log-type: Agent Log"
    assert "Recipient Filter Agent,OnRcptCommand,RejectCommand,550 5.1.1 User unknown" in heads["AgentLog"][5]
    assert heads["Connectivity"][2:3] == ["#Log-type: Transport Connectivity Log"]
    database = stage.organization.one(MailboxDatabase)
    name = database.name.lower()
    (message,) = stage.transport.mail.messages(mailbox(stage, "anna").guid)
    assert [row.split(",", 2)[2] for row in heads["Connectivity"][5:]] == [
        f"MAPI,{name},+,MapiDelivery {database.guid};QueueLength=TQ=1;",
        f"MAPI,{name},>,EX01.contoso.com[192.168.1.10]",
        f"SMTP,fabrikam.com,+,DnsConnectorDelivery {NO_CONNECTOR};QueueLength=TQ=1;",
        "SMTP,fabrikam.com,-,Messages: 0 Bytes: 0 (Retry : no)",
        f"MAPI,{name},-,Messages: 1 Bytes: {message.size} ()",
    ]


def test_events_wait_for_others_and_are_there_when_somebody_looks() -> None:
    class Pieces:
        def __init__(self) -> None:
            self.pieces: list[bytes] = []

        def add(self, piece: bytes) -> int:
            self.pieces.append(piece)
            return len(self.pieces) - 1

        def get(self, number: int) -> bytes:
            return self.pieces[number]

    store = Pieces()
    log = TrackingLog(profile_of(Version.V2010), store, LogWriter(), lambda reason: None)
    for number in range(TOGETHER + 5):
        log.add(EVENT._replace(number=number))
    assert len(store.pieces) == 1
    assert [event.number for event in log.events()] == list(range(TOGETHER + 5))
    assert len(store.pieces) == 2
    log.add(EVENT)
    log.add(EVENT._replace(subject="x" * 100_000))  # nothing that is large waits
    log.add(EVENT._replace(recipients=("a@contoso.com",) * 5000))
    assert len(store.pieces) == 4
    assert len(log.events()) == TOGETHER + 8
    assert len(store.pieces) == 4
