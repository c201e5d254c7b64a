"""What the supervisor opens and closes: the plan is a pure function, and the sockets follow it."""

import socket

import pytest

from organization.objects.receive_connector import ReceiveConnector
from organization.ports import DialRefused, EndpointState
from organization.values.network import IPBinding
from transport.server.endpoints import Real
from transport.server.supervisor import Plan, plan

from .lab import HOST, Client, free_port, lab, needs_other_loopback_addresses

A, B, C = (HOST, 2525), (HOST, 2587), ("127.168.1.10", 2525)
ANY = IPBinding.parse("0.0.0.0:25")
SUBMISSION = IPBinding.parse("0.0.0.0:587")
OWN = IPBinding.parse("192.168.1.10:25")


def test_nothing_to_do() -> None:
    table: dict[Real, IPBinding] = {A: ANY, B: SUBMISSION}
    assert plan(table, table) == Plan()


def test_from_nothing_and_to_nothing() -> None:
    assert plan({A: ANY, B: SUBMISSION}, {}) == Plan(open=(A, B))
    assert plan({}, {A: ANY, B: SUBMISSION}) == Plan(close=(A, B))


def test_what_stays_is_not_touched() -> None:
    assert plan({A: ANY, C: OWN}, {A: ANY, B: SUBMISSION}) == Plan(open=(C,), close=(B,))


def test_a_socket_that_stands_for_another_lab_endpoint_stays_open() -> None:
    assert plan({A: OWN}, {A: ANY}) == Plan()


def test_sockets_follow_new_set_and_remove_at_once() -> None:
    with lab() as it:
        assert it.listening() == {(HOST, it.port)}
        other = free_port()
        it.new("Second", bindings=f"{HOST}:{other}", banner="220 second")
        with Client(other) as client:
            assert client.hear() == "220 second"
        third = free_port()
        it.set("Second", bindings=f"{HOST}:{third}")
        assert it.listening() == {(HOST, it.port), (HOST, third)}
        it.set("Second", enabled=False)
        assert it.listening() == {(HOST, it.port)}


def test_a_session_outlives_its_connector_with_the_settings_that_it_began_with() -> None:
    with lab(max_protocol_errors=1) as it, Client(it.port) as client:
        client.hear()
        it.set(max_protocol_errors=100)
        it.organization.remove(it.organization.get(ReceiveConnector, "Internet"))
        assert it.listening() == set()
        assert client.say("FOO").startswith("500 ")
        assert client.say("FOO").startswith("421 4.7.0 ")


def test_a_port_that_is_taken_keeps_the_connector_and_is_tried_again() -> None:
    with lab() as it, socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        it.new("Taken", bindings=f"{HOST}:{port}")
        (failed,) = [item for item in it.transport.endpoints() if item.state is EndpointState.FAILED]
        assert failed.real is None
        assert failed.reason.startswith(f"{HOST} port {port}: ")
        with pytest.raises(DialRefused, match=str(port)):
            it.transport.dial(HOST, port)
        (event,) = [entry for entry in it.transport.events.entries() if entry.event_id == 1018]
        assert str(port) in event.message
        it.set("Internet", comment="a change that has nothing to do with it")
        assert len([entry for entry in it.transport.events.entries() if entry.event_id == 1018]) == 1
        other.close()
        it.set("Internet", comment="the next change")
        assert (HOST, port) in it.listening()


@needs_other_loopback_addresses
def test_several_connectors_share_one_socket() -> None:
    with lab(banner="220 everybody") as it:
        it.new("Neighbour", bindings=f"{HOST}:{it.port}", remote_ip_ranges="127.0.0.2", banner="220 neighbour")
        assert it.listening() == {(HOST, it.port)}
        with Client(it.port) as one, Client(it.port, source="127.0.0.2") as two:
            assert (one.hear(), two.hear()) == ("220 everybody", "220 neighbour")
