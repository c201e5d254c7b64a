"""Test-SmtpConnectivity: the greeting of each Receive connector."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from organization.errors import OrganizationError
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.server import ExchangeServer
from organization.ports import DialRefused
from organization.values.network import IPBinding
from shell.engine.commands.cmdlet import Example, parameter
from shell.values.objects import PSCustomObject

from ..base import ExchangeCmdlet
from ..identities import IdParameter, id_type

_TYPE = "Microsoft.Exchange.Monitoring.SmtpConnectivityStatus"
_PATIENCE = 5.0
"""Seconds to wait for a greeting."""


class TestSmtpConnectivity(ExchangeCmdlet, verb="Test", noun="SmtpConnectivity"):
    """Connect to every binding of every Receive connector of a server, and show the greeting."""

    __test__ = False  # keeps pytest from collecting the class as a test
    tasks = "Monitoring"
    identity: IdParameter | None = parameter(
        id_type("Server"), position=0, pipeline=True, by_property_name=True, help="The server."
    )
    monitoring_context: Any = parameter(
        "object", hidden=True, help="Writes monitoring events. No effect: nothing monitors the lab."
    )
    examples = (Example("Test-SmtpConnectivity | Format-Table ReceiveConnector, Binding, StatusCode", "All of them."),)

    def process(self) -> None:
        """Write one object for each binding."""
        try:
            server = self.server_of(self.identity)
        except OrganizationError as error:
            self.report(error)
            return
        for connector in self.organization.all(ReceiveConnector):
            if connector.server != server.identity:
                continue
            for binding in connector.bindings:
                for address in self._addresses(server, binding):
                    self.write(self._probed(server, connector, binding, address))

    def _addresses(self, server: ExchangeServer, binding: IPBinding) -> Iterator[str]:
        """Return the addresses of a binding: all addresses of the server for a binding to 0.0.0.0."""
        if not binding.is_wildcard:
            yield str(binding.address)
            return
        loopback = "::1" if binding.address.version == 6 else "127.0.0.1"
        own = [each for each in server.addresses if (":" in each) == (binding.address.version == 6)]
        yield from own or [loopback]

    def _probed(
        self, server: ExchangeServer, connector: ReceiveConnector, binding: IPBinding, address: str
    ) -> PSCustomObject:
        status, details = self._greeting(connector, address, binding.port)
        members: dict[str, Any] = {
            "Server": server.name,
            "ReceiveConnector": connector.name,
            "Binding": str(binding),
            "StatusCode": status,
            "Details": details,
            "EndPoint": f"[{address}]:{binding.port}" if ":" in address else f"{address}:{binding.port}",
            "IsValid": True,
            "ObjectState": "New",
        }
        return PSCustomObject(members, [_TYPE, "System.Object"])

    def _greeting(self, connector: ReceiveConnector, address: str, port: int) -> tuple[str, str]:
        """Return `Success`, `Error` or `UnableToConnect`, with the greeting or the reason."""
        if not connector.enabled:
            return "UnableToConnect", "The connector is disabled."
        try:
            connection = self.mail_system.dialer.dial(address, port, address)
        except (DialRefused, OSError) as error:
            return "UnableToConnect", str(error)
        heard, end = b"", time.monotonic() + _PATIENCE
        try:
            while not heard.endswith(b"\n") and not connection.closed and time.monotonic() < end:
                if self.session.stopping:
                    self.session.stop()
                heard += connection.receive(0.25)
            connection.send(b"QUIT\r\n")
        finally:
            connection.close()
        text = heard.decode("utf-8", "replace").strip()
        return ("Success" if text.startswith("220") else "Error"), text or "Nothing was heard."
