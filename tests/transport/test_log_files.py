"""Log files as an administrator finds them: a whole conversation, two programs at once, limits that are set live."""

from __future__ import annotations

import subprocess
import sys
import time
from ipaddress import ip_address
from pathlib import Path

import pytest

from organization.objects.transport_server import TransportServer
from organization.values.network import IPBinding
from transport.logs.files import LogFiles, Policy
from transport.policy import timestamps
from transport.policy.decision import Next
from transport.policy.facts import Peer
from transport.service import Transport

from .lab import Client, free_port, lab
from .stage import BEGIN, Case, Stage

EXAMPLE = Path(__file__).parent / "logs" / "worked_example.log"
MESSAGE = b"Message-ID: <5f0c9a52-7d0e-4b0e-9f4e-1c2d3e4f5a6b@EX01.contoso.com>\r\n\r\nsecret\r\n.\r\n"
CONVERSATION = (
    (4.209, b"EHLO fabrikam.com\r\n"),
    (10.901, b"MAIL FROM:<kim@fabrikam.com>\r\n"),
    (17.339, b"RCPT TO:<nobody@contoso.com>\r\n"),
    (28.999, b"RCPT TO:<anna@contoso.com>\r\n"),
    (31.599, b"DATA\r\n"),
    (42.119, MESSAGE),
    (43.899, b"QUIT\r\n"),
)
"""Seconds after the connection, and what the client sends."""


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process cannot be set on this system")
def test_the_worked_example_is_written_octet_by_octet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "EST5")
    time.tzset()
    timestamps._header_date.cache_clear()  # what it remembers is of another zone
    try:
        written = _played(tmp_path)
    finally:
        monkeypatch.undo()
        time.tzset()
        timestamps._header_date.cache_clear()
    assert written == EXAMPLE.read_bytes().replace(b"\n", b"\r\n")


def _played(tmp_path: Path) -> bytes:
    """The log file of the conversation, held at its timestamps."""
    settings = (
        ("Certificate", "yes"),
        ("ProtocolLoggingLevel", "Verbose"),
        ("Filter.RecipientValidationEnabled", "True"),
        ("TarpitInterval", "00:00:05"),
        ("Bindings", "127.0.0.1:2525"),
    )
    now = 0.0
    stage = Stage(Case("", 0, "", settings, ()))
    transport = Transport(
        stage.organization, listen=False, files=tmp_path, clock=lambda: BEGIN + now, ticks=lambda: 1000 + now
    )
    transport.start()
    server_context = transport.server_context
    server_context.abilities = stage.transport.server_context.abilities
    server_context._session_ids = 0x08CA3B9F7D21C000
    client = ip_address("127.0.0.1")
    peer = Peer("127.0.0.1", 2525, "127.0.0.1", 50112)
    session = server_context.connect(IPBinding(client, 2525), peer, client)
    session.open()
    for now, data in CONVERSATION:
        decision = session.receive(data)
        if decision.next is Next.WAIT:
            now += 5.001
            session.resume()
    server_context.disconnect(session)
    transport.records.writer.flush()
    (path,) = tmp_path.rglob("RECV20080212-1.log")
    return path.read_bytes()


def test_later_versions_begin_a_file_each_hour(tmp_path: Path) -> None:
    files = LogFiles("RECV", Policy(tmp_path, None, None, 0), hourly=True)
    files.write("#\r\n", [(BEGIN, "one\r\n"), (BEGIN + 3600, "two\r\n")])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["RECV2008021215-1.log", "RECV2008021216-1.log"]


def test_a_batch_is_cut_where_a_file_is_full(tmp_path: Path) -> None:
    files = LogFiles("RECV", Policy(tmp_path, 40, None, 0))
    files.write("#head\r\n", [(BEGIN, f"line number {number}\r\n") for number in range(7)])
    sizes = [path.stat().st_size for path in sorted(tmp_path.iterdir())]
    assert all(size <= 40 + 15 for size in sizes)
    text = b"".join(path.read_bytes() for path in sorted(tmp_path.iterdir())).replace(b"#head\r\n", b"")
    assert text.split() == b" ".join(b"line number %d" % number for number in range(7)).split()


def test_a_file_that_was_deleted_is_made_again(tmp_path: Path) -> None:
    files = LogFiles("RECV", Policy(tmp_path, None, None, 0))
    files.write("#\r\n", [(BEGIN, "one\r\n")])
    (tmp_path / "RECV20080212-1.log").unlink()
    files.write("#\r\n", [(BEGIN, "two\r\n")])
    assert (tmp_path / "RECV20080212-1.log").read_bytes() == b"#\r\ntwo\r\n"


def test_a_smaller_folder_is_cleaned_when_it_is_set(tmp_path: Path) -> None:
    files = LogFiles("RECV", Policy(tmp_path, 10, None, 0))
    files.write("", [(BEGIN, "0123456789")] * 5)
    files.policy = Policy(tmp_path, 10, 20, 0)
    files.write("", [(BEGIN, "0123456789")])
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) == 20


WRITER = """
import sys
from pathlib import Path
from transport.logs.files import LogFiles, Policy
files = LogFiles("RECV", Policy(Path(sys.argv[1]), 5000, None, 0))
for number in range(200):
    files.write("#head\\r\\n", [(0.0, f"{sys.argv[2]} {number}\\r\\n") for _ in range(3)])
"""


def test_two_processes_write_files_of_their_own(tmp_path: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name]) for name in ("one", "two")]
    assert [writer.wait(30) for writer in writers] == [0, 0]
    lines = []
    for path in tmp_path.iterdir():
        head, *rest = path.read_bytes().decode().removesuffix("\r\n").split("\r\n")
        assert head == "#head"
        lines += rest
    expected = [f"{name} {number}" for name in ("one", "two") for number in range(200) for _ in range(3)]
    assert sorted(lines) == sorted(expected)


def test_rows_are_in_the_file_within_seconds_and_only_while_the_connector_is_verbose(tmp_path: Path) -> None:
    with lab(protocol_logging_level="Verbose") as it:
        organization = it.organization
        transport = Transport(organization, listen=False, files=tmp_path)
        transport.start()

        def talk() -> None:
            transport.dial("127.0.0.1", it.port).receive(1)

        talk()
        end = time.monotonic() + 5
        while not list(tmp_path.rglob("RECV*.log")) and time.monotonic() < end:
            time.sleep(0.02)
        (path,) = tmp_path.rglob("RECV*.log")
        rows = path.read_text().count("\n")
        it.set(protocol_logging_level="None")
        talk()
        organization.update(organization.one(TransportServer), receive_protocol_log_path=None)
        it.set(protocol_logging_level="Verbose")
        talk()
        transport.stop()
        assert path.read_text().count("\n") == rows
        assert len(list(tmp_path.rglob("RECV*.log"))) == 1


def test_rows_hold_addresses_of_the_lab(tmp_path: Path) -> None:
    port = free_port()
    with lab(protocol_logging_level="Verbose", bindings=f"192.168.1.10:{port}") as it:
        it.transport.dial("192.168.1.10", port, source="10.1.2.3").receive(1)
        row = it.transport.protocol_log.rows()[0]
        assert row.local == f"192.168.1.10:{port}"
        assert row.remote.startswith("10.1.2.3:")


def test_the_wire_does_not_wait_for_the_disk(tmp_path: Path) -> None:
    """A folder that cannot be written is an event, and the conversation goes on."""
    (tmp_path / "C").write_text("a file where a folder should be")
    with lab(protocol_logging_level="Verbose") as it:
        transport = Transport(it.organization, listen=False, files=tmp_path)
        transport.start()
        transport.dial("127.0.0.1", it.port).receive(1)
        transport.records.writer.flush()
        assert [entry.event_id for entry in transport.events.entries() if entry.category == "Logging"] == [1008]
        with Client(it.port) as client:
            assert client.hear().startswith("220 ")


@pytest.mark.skipif(sys.platform == "win32", reason="C: is a drive of this machine")
def test_scripts_read_the_logs_by_the_paths_that_the_server_names(tmp_path: Path) -> None:
    from shell import Session

    with Session(version="2010", listen=False, log_folder=tmp_path) as session:
        session.run("Set-ReceiveConnector 'Default EX01' -ProtocolLoggingLevel Verbose")
        session.run("'EHLO x', 'QUIT' | telnet EX01 25; Get-LabLog | Out-Null")
        result = session.run(
            "Get-ChildItem (Get-TransportServer EX01).ReceiveProtocolLogPath -Filter *.log | Import-Csv | "
            "Where-Object event -eq '<' | ForEach-Object data"
        )
    assert result.objects == ["EHLO x", "QUIT"]


def test_agent_logs_are_read_from_a_folder(tmp_path: Path) -> None:
    from shell import Session

    rows = [
        "#Fields: Timestamp,SessionId,LocalEndpoint,RemoteEndpoint,EnteredOrgFromIP,MessageId,P1FromAddress,"
        "P2FromAddresses,Recipient,NumRecipients,Agent,Event,Action,SmtpResponse,Reason,ReasonData",
        "2008-02-12T15:10:58.101Z,08CA3B9F7D21C001,10.0.0.1:25,192.0.2.7:1024,192.0.2.7,,kim@fabrikam.com,,"
        "nobody@contoso.com,1,Recipient Filter Agent,OnRcptCommand,RejectCommand,550 5.1.1 User unknown,"
        "RecipientDoesNotExist,nobody@contoso.com",
        "half a row,2",
    ]
    (tmp_path / "AGENTLOG20080212-1.log").write_text("\r\n".join(rows), encoding="utf-8")
    (tmp_path / "RECV20080212-1.log").write_text(rows[1], encoding="utf-8")
    with Session(version="2007", listen=False) as session:
        found = f"Get-AgentLog -Location '{tmp_path}'"
        result = session.run(found + " | ForEach-Object { $_.Agent, $_.Reason, $_.IPAddress }")
        assert result.objects == ["Recipient Filter Agent", "RecipientDoesNotExist", "192.0.2.7"]
        assert session.run(found + " -StartDate 2009-01-01").objects == []
        missing = session.run(f"Get-AgentLog -Location '{tmp_path / 'none'}'")
        assert [error.fully_qualified_error_id.partition(",")[2] for error in missing.errors] == [
            "Microsoft.Exchange.Management.AgentLog.GetAgentLog"
        ]
