"""Pipeline tracing: copies of a sender's messages at each step of transport."""

from __future__ import annotations

from pathlib import Path

import pytest

from organization.labs import start
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.transport_server import TransportServer
from transport.service import Transport


def traced(folder: Path, version: str, sender: str = "kim@fabrikam.com", **settings: object) -> Transport:
    organization = start(version=version)
    values = {"pipeline_tracing_enabled": True, "pipeline_tracing_sender_address": "Kim@Fabrikam.com"} | settings
    organization.update(organization.one(TransportServer), **values)
    for connector in organization.all(ReceiveConnector):
        organization.update(connector, permission_groups="AnonymousUsers, ExchangeServers")
    transport = Transport(organization, listen=False, files=folder)
    transport.start()
    client = transport.dial("EX01", 25)
    client.send(b"EHLO x\r\nMAIL FROM:<%s>\r\nRCPT TO:<anna@contoso.com>\r\n" % sender.encode())
    client.send(b"RCPT TO:<ben@contoso.com>\r\nDATA\r\nSubject: x\r\n\r\nhi\r\n.\r\n")
    client.close()
    transport.records.writer.flush()
    return transport


@pytest.mark.parametrize(
    ("version", "folder", "names"),
    [
        (
            "2007",
            "Logs/PipelineTracing",
            ["Original", "Routing0001", "Routing0002", "Routing0003", "Routing0004", "SmtpReceive0001"],
        ),
        ("2010", "Logs/PipelineTracing", ["Original", "Routing0001", "Routing0002", "SmtpReceive0001"]),
        ("2016", "Hub/PipelineTracing", None),
    ],
)
def test_a_message_has_a_folder_of_copies(tmp_path: Path, version: str, folder: str, names: list[str] | None) -> None:
    transport = traced(tmp_path, version)
    (original,) = tmp_path.rglob("Original.eml")
    assert original.parent.parent.name == "MessageSnapshots"
    assert original.parent.parent.parent.as_posix().endswith(folder)
    if names is not None:
        assert sorted(path.stem for path in original.parent.iterdir()) == names
    head, _, content = original.read_bytes().partition(
        b"X-EndOfInjectedXHeaders: MessageSnapshot-End injected headers\r\n"
    )
    lines = head.decode().splitlines()
    assert lines[0] == "X-CreatedBy: MessageSnapshot-Begin injected headers"
    assert lines[1].startswith("X-MessageSnapshot-UTC-Time: 20")
    assert lines[2:] == [
        "X-MessageSnapshot-Record-Id: 0",
        "X-MessageSnapshot-Source: Original",
        "X-Sender: kim@fabrikam.com",
        "X-Receiver: anna@contoso.com",
        "X-Receiver: ben@contoso.com",
    ]
    assert content == b"Subject: x\r\n\r\nhi\r\n"
    routed = (original.parent / "Routing0001.eml").read_bytes()
    assert b"\r\nReceived: from x " in routed
    assert transport.records.tracing.newest is not None


@pytest.mark.parametrize(
    "settings",
    [
        {"pipeline_tracing_enabled": False},
        {"pipeline_tracing_sender_address": None},
        {"pipeline_tracing_path": None},
        {"sender": "joe@fabrikam.com"},
    ],
)
def test_nothing_is_copied_unless_all_is_set(tmp_path: Path, settings: dict[str, object]) -> None:
    traced(tmp_path, "2007", **settings)  # type: ignore[arg-type]
    assert not list(tmp_path.rglob("*.eml"))


def test_reports_are_traced_as_the_null_sender(tmp_path: Path) -> None:
    traced(tmp_path, "2007", sender="", pipeline_tracing_sender_address="<>")
    (original,) = tmp_path.rglob("Original.eml")
    assert b"\r\nX-Sender: <>\r\n" in original.read_bytes()


def test_a_folder_that_cannot_be_written_is_an_event(tmp_path: Path) -> None:
    (tmp_path / "C").write_text("a file where a folder should be")
    transport = traced(tmp_path, "2007")
    assert transport.records.tracing.last_error
    assert len(transport.mail.messages(transport._organization.recipient("anna@contoso.com").guid)) == 1  # type: ignore[union-attr]
