"""The protocol log in files: their names, their sizes, their end; and the application log."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from organization.objects.transport_server import TransportServer
from organization.ports import EventLevel
from transport.logs.files import LogFiles, Policy
from transport.logs.folders import local_folder
from transport.service import Transport

from .lab import Client, lab
from .stage import BEGIN, Case, Stage

DAY = 86400.0


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_are_named_by_day_and_number(tmp_path: Path) -> None:
    files = LogFiles("RECV", Policy(tmp_path / "new" / "folder", 10, None, 0))
    for moment in (BEGIN, BEGIN, BEGIN + DAY):
        files.write("#head\r\n", [(moment, "12345\r\n")])
    assert names(tmp_path / "new" / "folder") == ["RECV20080212-1.log", "RECV20080212-2.log", "RECV20080213-1.log"]
    assert (tmp_path / "new" / "folder" / "RECV20080212-1.log").read_bytes() == b"#head\r\n12345\r\n"


def test_a_later_start_goes_on_with_the_newest_file(tmp_path: Path) -> None:
    policy = Policy(tmp_path, 1000, None, 0)
    first = LogFiles("RECV", policy)
    first.write("#\r\n", [(BEGIN, "one\r\n")])
    first.close()
    LogFiles("RECV", policy).write("#\r\n", [(BEGIN, "two\r\n")])
    assert (tmp_path / "RECV20080212-1.log").read_bytes() == b"#\r\none\r\ntwo\r\n"


def test_old_files_go_and_strangers_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    old = tmp_path / "RECV20080101-1.log"
    old.write_text("old")
    os.utime(old, (BEGIN - 40 * DAY, BEGIN - 40 * DAY))
    LogFiles("RECV", Policy(tmp_path, None, None, 30 * DAY)).write("#", [(BEGIN, "x")])
    assert names(tmp_path) == ["RECV20080212-1.log", "notes.txt"]


def test_the_oldest_files_go_when_the_folder_is_full(tmp_path: Path) -> None:
    files = LogFiles("RECV", Policy(tmp_path, 100, 250, 0))
    for _ in range(6):
        files.write("", [(BEGIN, "x" * 100)])
    assert names(tmp_path) == ["RECV20080212-5.log", "RECV20080212-6.log"]


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        (r"C:\Logs\Receive", ("C", "Logs", "Receive")),
        (r"d:\a\..\..\b", ("D", "a", "b")),
        ("C:/x/y", ("C", "x", "y")),
    ],
)
def test_folders_of_the_server_are_folders_of_the_lab(tmp_path: Path, path: str, parts: tuple[str, ...]) -> None:
    assert local_folder(path, tmp_path) == tmp_path.joinpath(*parts)


def test_no_folder_no_files(tmp_path: Path) -> None:
    assert local_folder(None, tmp_path) is None
    assert local_folder(r"C:\Logs", None) is None


def logged(tmp_path: Path, case: Case) -> Transport:
    stage = Stage(case)
    transport = Transport(stage.organization, listen=False, files=tmp_path, clock=lambda: BEGIN)
    transport.start()
    transport.dial("EX01", 25).receive(1)
    transport.records.writer.flush()
    return transport


VERBOSE = (("ProtocolLoggingLevel", "Verbose"),)


def test_a_session_is_written_with_the_head_of_its_version(tmp_path: Path) -> None:
    logged(tmp_path, Case("", 0, "", VERBOSE, ()))
    (path,) = tmp_path.rglob("RECV*.log")
    assert path.parent.parts[-3:] == ("Logs", "ProtocolLog", "SmtpReceive")
    lines = path.read_bytes().decode().split("\r\n")
    assert lines[:3] == [
        "#Software: Microsoft Exchange Server",
        "#Version: 8.0.0.0",
        "#Log-type: SMTP Receive Protocol Log",
    ]
    assert lines[4].startswith("#Fields: date-time,connector-id,session-id,sequence-number,")
    assert lines[5].startswith("2008-02-12T15:10:58.101Z,EX01\\Internet,")
    assert lines[5].endswith(",0,192.168.1.10:25,127.0.0.1:49152,+,,")


def test_the_two_services_of_2013_have_folders_of_their_own(tmp_path: Path) -> None:
    settings = (*VERBOSE, ("Version", "2013"), ("TransportRole", "FrontendTransport"))
    transport = logged(tmp_path, Case("", 0, "", settings, ()))
    (path,) = tmp_path.rglob("RECV*.log")
    assert path.parent.parts[-3:] == ("FrontEnd", "ProtocolLog", "SmtpReceive")
    assert transport.protocol_log.rows()[0].front_end


def test_the_folder_follows_the_settings(tmp_path: Path) -> None:
    transport = logged(tmp_path, Case("", 0, "", VERBOSE, ()))
    organization = transport._organization
    organization.update(organization.one(TransportServer), receive_protocol_log_path="C:\\Elsewhere")
    transport.dial("EX01", 25).receive(1)
    transport.records.writer.flush()
    assert names(tmp_path / "C" / "Elsewhere") == ["RECV20080212-1.log"]


def test_a_folder_that_cannot_be_written_harms_nobody(tmp_path: Path) -> None:
    (tmp_path / "C").write_text("a file where a folder should be")
    transport = logged(tmp_path, Case("", 0, "", VERBOSE, ()))
    assert transport.records.folders()[0].error
    assert len(transport.protocol_log.rows()) == 3


def test_a_transport_that_has_stopped_lets_its_files_go(tmp_path: Path) -> None:
    for _ in range(2):
        transport = logged(tmp_path, Case("", 0, "", VERBOSE, ()))
        transport.stop()
    (path,) = tmp_path.rglob("RECV*.log")
    assert path.read_bytes().count(b",+,,\r\n") == 2


def test_back_pressure_begins_and_ends_with_an_event() -> None:
    with lab() as it:
        server = it.organization.one(TransportServer)
        for level in ("High", "High", "Normal"):
            it.organization.update(server, resource_pressure=level)
        entries = [entry for entry in it.transport.events.entries() if entry.event_id > 15000]
        assert [
            (entry.event_id, entry.message.splitlines()[0].rstrip()) for entry in entries if entry.event_id < 15006
        ] == [
            (15004, "The resource pressure increased from Normal to High."),
            (15005, "The resource pressure decreased from High to Normal."),
        ]
        assert "disabled due to back pressure:\nInbound mail submission from Hub" in entries[0].message
        assert [entry.event_id for entry in entries] == [15004, 15007, 15005]
        assert "continues to consume more memory than the configured threshold" in entries[1].message


def test_events_of_listeners_and_limits() -> None:
    with lab(max_inbound_connection_per_source=1) as it, Client(it.port) as one, Client(it.port) as two:
        one.hear()
        two.hear()
        (rejected,) = [entry for entry in it.transport.events.entries() if entry.level is EventLevel.WARNING]
        assert (rejected.source, rejected.event_id) == ("MSExchangeTransport", 1021)
        assert rejected.message == (
            "Receive connector 'Internet' rejected an incoming connection from IP address '127.0.0.1'. The maximum "
            "number of connections per source ('1') for this connector has been reached by this source IP address."
        )
        it.set(enabled=False)
        messages = [entry.message for entry in it.transport.events.entries() if entry.event_id in (1005, 1006)]
        assert [message.split(" on 127")[0] for message in messages] == [
            "The transport service listens",
            "The transport service no longer listens",
        ]
