"""The transport as the rest of the program uses it: endpoints, dialing with and without sockets, services."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import UTC, datetime

import pytest

from organization.labs import start
from organization.objects.antispam import RecipientFilterConfig
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.server import Service, ServiceStatus, TransportAgent
from organization.ports import Connection, DialRefused, EndpointState
from organization.store import Organization
from transport.policy.agents.names import RECIPIENT_FILTER
from transport.service import Transport

from .lab import HOST, Client, free_port, lab


def in_memory(version: str = "2007") -> tuple[Organization, Transport]:
    organization = start(version=version)
    organization.create(
        ReceiveConnector,
        name="Internet",
        bindings="192.168.1.10:25",
        fqdn="mail.contoso.com",
        permission_groups="AnonymousUsers",
        auth_mechanism="Tls",
        tarpit_interval="00:00:00",
    )
    transport = Transport(organization, listen=False)
    transport.start()
    return organization, transport


def told(connection: Connection, *lines: str) -> list[str]:
    """The first line of the reply to each of `lines`, after the banner's."""
    replies = [connection.receive(1).decode().splitlines()[0]]
    for line in lines:
        connection.send(f"{line}\r\n".encode())
        replies.append(connection.receive(1).decode().splitlines()[0])
    return replies


def test_what_needs_no_sockets_imports_none() -> None:
    code = (
        "import sys; from organization.labs import start; from transport.service import Transport\n"
        "transport = Transport(start(), listen=False); transport.start(); transport.dial('EX01', 25).receive(0)\n"
        "print([name for name in ('asyncio', 'socket', 'ssl', 'aiosmtpd', 'cryptography') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_listens_needs_no_other_smtp_server() -> None:
    code = (
        "import sys, transport.server.listening; from transport.server.smtp import SmtpConnection\n"
        "print([base.__name__ for base in SmtpConnection.__mro__], SmtpConnection.__dictoffset__)\n"
        "print('aiosmtpd' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["['SmtpConnection', 'Protocol', 'BaseProtocol', 'object'] 0", "False"]


def test_no_thread_and_no_socket_in_memory() -> None:
    before = set(threading.enumerate())
    _, transport = in_memory()
    assert set(threading.enumerate()) <= before
    assert {item.state for item in transport.endpoints()} == {EndpointState.STOPPED}
    assert {item.real for item in transport.endpoints()} == {None}
    transport.stop()


def test_a_whole_dialogue_in_memory() -> None:
    organization, transport = in_memory()
    connection = transport.dial("192.168.1.10", 25, source="192.0.2.7")
    replies = told(
        connection,
        "HELO x",
        "MAIL FROM:<kim@fabrikam.com>",
        "RCPT TO:<anna@contoso.com>",
        "DATA",
        "\r\nhi\r\n.",
        "QUIT",
    )
    assert [reply[:3] for reply in replies] == ["220", "250", "250", "250", "354", "250", "221"]
    assert replies[1] == "250 mail.contoso.com Hello [192.0.2.7]"
    assert connection.closed
    anna = organization.recipient("anna@contoso.com")
    assert anna is not None
    assert len(transport.mail.messages(anna.guid)) == 1


@pytest.mark.parametrize("name", ["EX01", "ex01.contoso.com", "mail.contoso.com", "192.168.1.10"])
def test_the_server_answers_to_its_names(name: str) -> None:
    _, transport = in_memory()
    assert told(transport.dial(name, 25))[0].startswith("220 mail.contoso.com ")


def test_localhost_reaches_the_wildcard_binding() -> None:
    _, transport = in_memory()
    assert told(transport.dial("localhost", 25))[0].startswith("220 EX01.contoso.com ")
    assert told(transport.dial("127.0.0.1", 587))[0].startswith("220 EX01.contoso.com ")


@pytest.mark.parametrize(("name", "port"), [("example.com", 25), ("203.0.113.5", 25), ("EX01", 26), ("", 25)])
def test_nobody_else_can_be_dialed(name: str, port: int) -> None:
    _, transport = in_memory()
    with pytest.raises(DialRefused):
        transport.dial(name, port)


def test_a_tarpit_in_memory_is_waited_for() -> None:
    organization, transport = in_memory()
    organization.update(organization.get(ReceiveConnector, "Internet"), tarpit_interval="00:00:01")
    connection = transport.dial("192.168.1.10", 25)
    connection.receive(1)
    connection.send(b"FOO\r\n")
    assert connection.receive(0.1) == b""
    assert connection.receive(5) == b"500 5.3.3 Unrecognized command\r\n"


def test_hanging_up_twice_counts_once() -> None:
    _, transport = in_memory()
    connection = transport.dial("EX01", 25)
    assert transport.server_context.open_connections() == 1
    connection.close()
    connection.close()
    assert transport.server_context.open_connections() == 0


def test_dialing_over_sockets_with_the_address_of_another_host() -> None:
    with lab() as it:
        connection = it.transport.dial(HOST, it.port, source="10.1.2.3")
        assert told(connection, "HELO x")[1] == "250 EX01.contoso.com Hello [10.1.2.3]"
        connection.send(b"QUIT\r\n")
        assert connection.receive(2).startswith(b"221 ")
        assert connection.receive(2) == b""
        assert connection.closed
        connection.close()


def test_the_real_address_of_an_endpoint_can_be_dialed() -> None:
    with lab() as it:
        it.set(bindings=f"192.168.1.10:{free_port()}", fqdn="mail.contoso.com")
        (endpoint,) = it.transport.endpoints()
        assert endpoint.real is not None
        assert endpoint.real[0] != "192.168.1.10"
        assert told(it.transport.dial(*endpoint.real))[0].startswith("220 mail.contoso.com ")


# ---- services


def set_service(organization: Organization, name: str, status: ServiceStatus) -> None:
    organization.update(organization.get(Service, name), status=status, started=datetime.now(UTC))


def test_a_stopped_service_has_no_listeners_and_no_sessions() -> None:
    with lab() as it, Client(it.port) as client:
        client.hear()
        set_service(it.organization, "MSExchangeTransport", ServiceStatus.Stopped)
        assert it.listening() == set()
        assert client.hear() == "421 4.3.2 Service not available, closing transmission channel"
        assert [item.state for item in it.transport.endpoints()] == [EndpointState.STOPPED]
        set_service(it.organization, "MSExchangeTransport", ServiceStatus.Running)
        assert it.listening() == {(HOST, it.port)}


def test_the_two_services_of_2013_own_their_connectors() -> None:
    with lab("2013") as it:
        port = free_port()
        it.new("Front", bindings=f"127.0.0.1:{port}", transport_role="FrontendTransport")
        assert {real[1] for real in it.listening()} == {it.port, port}
        set_service(it.organization, "MSExchangeFrontEndTransport", ServiceStatus.Stopped)
        assert {real[1] for real in it.listening()} == {it.port}
        set_service(it.organization, "MSExchangeFrontEndTransport", ServiceStatus.Running)
        set_service(it.organization, "MSExchangeTransport", ServiceStatus.Stopped)
        assert {real[1] for real in it.listening()} == {port}


def test_a_restart_ends_the_sessions_even_if_nobody_saw_the_service_stopped() -> None:
    with lab() as it, Client(it.port) as client:
        client.hear()
        set_service(it.organization, "MSExchangeTransport", ServiceStatus.Running)
        assert client.hear().startswith("421 4.3.2 ")
        with Client(it.port) as next_one:
            assert next_one.hear().startswith("220 ")


def test_an_agent_works_from_the_next_start_of_the_service_on() -> None:
    organization, transport = in_memory()
    organization.create(TransportAgent, name=RECIPIENT_FILTER, priority=9)
    organization.update(organization.one(RecipientFilterConfig), recipient_validation_enabled=True)
    dialogue = ("HELO x", "MAIL FROM:<kim@fabrikam.com>", "RCPT TO:<nobody@contoso.com>")
    assert told(transport.dial("192.168.1.10", 25), *dialogue)[-1] == "250 2.1.5 Recipient OK"
    set_service(organization, "MSExchangeTransport", ServiceStatus.Running)
    assert told(transport.dial("192.168.1.10", 25), *dialogue)[-1] == "550 5.1.1 User unknown"
    organization.update(organization.one(RecipientFilterConfig), recipient_validation_enabled=False)
    assert told(transport.dial("192.168.1.10", 25), *dialogue)[-1] == "250 2.1.5 Recipient OK"


def test_a_change_is_on_the_wire_when_the_call_returns() -> None:
    with lab() as it:
        for number in range(50):
            it.set(banner=f"220 banner {number}")
            with Client(it.port) as client:
                assert client.hear() == f"220 banner {number}"


def test_many_threads_change_the_organization_at_once() -> None:
    with lab() as it:

        def change(name: str) -> None:
            for number in range(10):
                it.new(
                    f"{name}{number}", bindings=f"127.0.0.1:{it.port}", remote_ip_ranges=f"10.{ord(name)}.{number}.0/24"
                )

        threads = [threading.Thread(target=change, args=(name,)) for name in "abcd"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
        assert len(it.transport.server_context.routes.ranges) == 42
        with Client(it.port) as client:
            assert client.hear().startswith("220 ")
