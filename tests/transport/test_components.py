"""Components that are put out of action, services that stop: what the wire answers on each layer (2013 and later)."""

from __future__ import annotations

import pytest

from organization.objects.components import ComponentState, component_state, set_component
from organization.objects.server import Service, ServiceStatus
from organization.values.network import IPBinding

from .lab import Client, Lab, lab

INACTIVE = "421 4.3.2 Service not active"
STOPPED = "421 4.3.2 Service not available, closing transmission channel"


def put(it: Lab, component: str, state: ComponentState, requester: str = "Maintenance") -> None:
    set_component(it.organization, component, requester, state)


@pytest.mark.parametrize(
    ("role", "component"), [("HubTransport", "HubTransport"), ("FrontendTransport", "FrontendTransport")]
)
def test_an_inactive_component_refuses_connections_and_ends_sessions(role: str, component: str) -> None:
    with lab("2016", transport_role=role) as it, Client(it.port) as before:
        before.hear()
        put(it, component, ComponentState.Inactive)
        assert before.hear() == INACTIVE
        assert before.closed()
        with Client(it.port) as client:
            assert client.hear() == INACTIVE
            assert client.closed()
        put(it, component, ComponentState.Active)
        with Client(it.port) as client:
            assert client.hear().startswith("220 ")


def test_a_draining_component_lets_sessions_go_on() -> None:
    with lab("2016", transport_role="HubTransport") as it, Client(it.port) as before:
        before.hear()
        put(it, "HubTransport", ComponentState.Draining)
        assert before.say("HELO x").startswith("250 ")
        with Client(it.port) as client:
            assert client.hear() == INACTIVE


def test_a_server_that_is_offline_is_inactive_in_both_layers() -> None:
    with lab("2019") as it:
        put(it, "ServerWideOffline", ComponentState.Inactive)
        for name in ("HubTransport", "FrontendTransport"):
            assert component_state(it.organization, name) is ComponentState.Inactive
        assert component_state(it.organization, "Monitoring") is ComponentState.Active
        with Client(it.port) as client:
            assert client.hear() == INACTIVE


def test_the_worst_of_what_requesters_ask_for_counts() -> None:
    with lab("2016") as it:
        put(it, "HubTransport", ComponentState.Inactive, "Maintenance")
        put(it, "HubTransport", ComponentState.Active, "Functional")
        assert component_state(it.organization, "HubTransport") is ComponentState.Inactive
        put(it, "HubTransport", ComponentState.Active, "Maintenance")
        assert component_state(it.organization, "HubTransport") is ComponentState.Active


def data_after_envelope(client: Client) -> str:
    client.hear()
    for command in ("HELO x", "MAIL FROM:<kim@fabrikam.com>", "RCPT TO:<anna@contoso.com>"):
        assert client.say(command).startswith("250 ")
    return client.say("DATA")


def test_a_front_end_without_its_hub_takes_no_data() -> None:
    with lab("2016", transport_role="FrontendTransport") as it:
        it.new("Default", bindings="192.168.1.10:2525", permission_groups="ExchangeServers")
        service = it.organization.get(Service, "MSExchangeTransport")
        it.organization.update(service, status=ServiceStatus.Stopped)
        with Client(it.port) as client:
            assert data_after_envelope(client) == "451 4.7.0 Temporary server error. Please try again later. PRX5"
        it.organization.update(service, status=ServiceStatus.Running)
        put(it, "HubTransport", ComponentState.Draining)
        with Client(it.port) as client:
            assert data_after_envelope(client).startswith("451 4.7.0 ")
        put(it, "HubTransport", ComponentState.Active)
        with Client(it.port) as client:
            assert data_after_envelope(client).startswith("354 ")


def test_a_service_that_stops_says_so_and_closes_its_ports() -> None:
    with lab() as it, Client(it.port) as client:
        client.hear()
        service = it.organization.get(Service, "MSExchangeTransport")
        it.organization.update(service, status=ServiceStatus.Stopped)
        assert client.hear() == STOPPED
        assert client.closed()
        with pytest.raises(OSError):  # noqa: PT011 - whichever way the system refuses a connection
            Client(it.port)
        told = [entry.event_id for entry in it.transport.events.entries() if entry.category == "ProcessManager"]
        assert told == [1003, 1004]


def test_both_layers_listen_on_ports_of_their_own() -> None:
    from organization.labs import start
    from transport.service import Transport

    transport = Transport(start(version="2016"), listen=False)
    transport.start()
    found = {item.lab: item.connectors for item in transport.endpoints()}
    for port, connector in (
        (25, "Default Frontend EX01"),
        (587, "Client Frontend EX01"),
        (717, "Outbound Proxy Frontend EX01"),
        (2525, "Default EX01"),
        (465, "Client Proxy EX01"),
    ):
        assert found[IPBinding.parse(f"0.0.0.0:{port}")] == (f"EX01\\{connector}",)
        assert transport.dial("EX01", port).receive(1).startswith(b"220 ")
