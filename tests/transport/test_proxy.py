"""The front end's leg to the hub (2013 and later): its own logs, and what the hub tells of the message."""

from __future__ import annotations

from pathlib import Path

import pytest

from organization.labs import start
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.transport_server import FrontendTransportServer
from transport.policy.permissions import LOG_ORDER
from transport.policy.proxy import permission_mask
from transport.service import Transport

ANONYMOUS = {
    "SMTPSubmit",
    "SMTPAcceptAnySender",
    "SMTPAcceptAuthoritativeDomainSender",
    "AcceptRoutingHeaders",
}


def running(version: str, files: Path | None = None) -> Transport:
    transport = Transport(start(version=version), listen=False, files=files)
    transport.start()
    return transport


def send(transport: Transport, *messages: str, port: int = 25) -> None:
    """Send messages to anna over one connection."""
    client = transport.dial("EX01", port, "192.0.2.7")
    client.send(b"EHLO mail.fabrikam.com\r\n")
    for text in messages:
        client.send(b"MAIL FROM:<kim@fabrikam.com>\r\nRCPT TO:<anna@contoso.com>\r\nDATA\r\n")
        client.send(text.encode() + b"\r\n.\r\n")
    client.send(b"QUIT\r\n")
    client.close()


def test_a_right_is_a_bit_in_the_order_of_the_log() -> None:
    assert permission_mask(frozenset(ANONYMOUS)) == 1073
    assert permission_mask(frozenset(LOG_ORDER)) == 2 ** len(LOG_ORDER) - 1


@pytest.mark.parametrize("version", ["2013", "2016", "2019"])
def test_the_tracking_row_is_the_hubs_and_knows_the_client(version: str) -> None:
    transport = running(version)
    send(transport, "Subject: x\r\n")
    received, delivered = transport.records.tracked()
    assert (received.connector, received.client_address, received.client_name) == (
        "EX01\\Default EX01",
        "192.168.1.10",
        "EX01.contoso.com",
    )
    assert received.original_client == "192.0.2.7"
    assert ("ProxiedClientHostname", "mail.fabrikam.com") in received.custom
    assert (delivered.event_id, delivered.original_client, delivered.custom) == ("DELIVER", "", ())


def test_mail_to_the_hub_itself_is_not_proxied() -> None:
    transport = running("2016")
    organization = transport._organization
    connector = next(each for each in organization.all(ReceiveConnector) if each.name == "Default EX01")
    organization.update(connector, permission_groups="AnonymousUsers")
    send(transport, "Subject: x\r\n", port=2525)
    received, _ = transport.records.tracked()
    assert (received.client_address, received.original_client) == ("192.0.2.7", "")
    assert transport.records.sent_rows() == []


def test_the_send_log_mirrors_the_conversation(tmp_path: Path) -> None:
    transport = running("2016", tmp_path)
    send(transport, "Subject: x\r\n", "Subject: y\r\n")
    rows = transport.records.sent_rows()
    assert {row.connector for row in rows} == {"Inbound Proxy Internal Send Connector"}
    assert [(row.event, row.data.partition(" ")[0], row.context) for row in rows] == [
        ("*", "", "attempting to connect"),
        ("+", "", ""),
        ("<", "220", ""),
        (">", "EHLO", ""),
        ("<", "250", ""),
        (">", "XPROXYFROM", ""),
        ("<", "250", ""),
        *[(">", "MAIL", ""), (">", "RCPT", ""), ("<", "250", ""), ("<", "250", ""), (">", "BDAT", ""), ("<", "250", "")]
        * 2,
        (">", "QUIT", ""),
        ("<", "221", ""),
        ("-", "", "Local"),
    ]
    assert [row.sequence for row in rows] == list(range(len(rows)))
    assert (rows[0].local, rows[0].remote) == ("", "192.168.1.10:2525")
    transport.records.writer.flush()
    (path,) = tmp_path.rglob("SEND*.log")
    assert path.parent.parts[-3:] == ("FrontEnd", "ProtocolLog", "SmtpSend")
    lines = path.read_text().splitlines()
    assert lines[2] == "#Log-type: SMTP Send Protocol Log"
    assert len(lines) == 5 + len(rows)


def test_the_send_log_follows_its_level() -> None:
    transport = running("2016")
    organization = transport._organization
    front = organization.one(FrontendTransportServer)
    organization.update(front, intra_org_connector_protocol_logging_level="None")
    send(transport, "Subject: x\r\n")
    assert transport.records.sent_rows() == []
    organization.update(front, intra_org_connector_protocol_logging_level="Verbose")
    send(transport, "Subject: x\r\n")
    assert transport.records.sent_rows()


def test_the_front_end_logs_its_connection(tmp_path: Path) -> None:
    transport = running("2013", tmp_path)
    send(transport, "Subject: x\r\n", "Subject: y\r\n")
    transport.records.writer.flush()
    (path,) = tmp_path.rglob("FrontEnd/Connectivity/CONNECTLOG*.log")
    rows = [line.split(",", 2)[2] for line in path.read_text().splitlines()[5:]]
    assert rows == [
        "SMTP,internalproxy,+,Undefined 00000000-0000-0000-0000-000000000000;QueueLength=<no priority counts>",
        "SMTP,internalproxy,>,EX01.contoso.com[192.168.1.10]",
        "SMTP,internalproxy,>,Established connection to 192.168.1.10",
        "SMTP,internalproxy,-,Messages: 2 Bytes: 28 ()",
    ]
