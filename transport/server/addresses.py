"""Translation between real addresses of sockets and clients and addresses of the lab, for one server."""

from __future__ import annotations

import threading
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import TYPE_CHECKING

from organization.objects.server import ExchangeServer
from organization.ports import DialRefused
from organization.values.network import IPAddress, IPBinding

from .endpoints import Network, Real, assign, host_of, lab_client, serving

if TYPE_CHECKING:
    from organization.store import Organization

    from ..policy.server_context import ServerContext

_LOOPBACK = (IPv4Address("127.0.0.1"), IPv6Address("::1"))


class Addresses:
    """Translates in both directions. Methods may be called from any thread."""

    def __init__(self, organization: Organization, network: Network, server_context: ServerContext) -> None:
        self._organization = organization
        self.network = network
        self._server_context = server_context
        self._lock = threading.Lock()
        self._dialed: dict[Real, IPAddress] = {}
        """Clients inside this process that act as another host."""
        self._seen: dict[str, IPAddress] = {}
        self._seen_with = server_context.routes

    def assigned(self) -> dict[IPBinding, Real]:
        """Return the lab endpoints of all connectors, each with its real endpoint."""
        return assign(self._server_context.routes.bindings, self.network)

    def of_server(self, binding: IPBinding) -> str:
        """Return the address that logs show for a binding: for a wildcard, the lab server's own address."""
        if not binding.is_wildcard:
            return str(binding.address)
        version = binding.address.version
        own = (address for address in self._server_addresses() if address.version == version)
        return str(next(own, _LOOPBACK[0 if version == 4 else 1]))

    def of_client(self, host: str, port: int) -> IPAddress:
        """The lab address of a client that connects from a real host and port."""
        dialed = self._dialed.get((host, port)) if self._dialed else None
        if dialed is not None:
            return dialed
        routes = self._server_context.routes
        if routes is not self._seen_with:
            self._seen, self._seen_with = {}, routes
        seen = self._seen.get(host)
        if seen is None:
            seen = self._seen[host] = lab_client(host, routes.ranges)
        return seen

    def play(self, client: IPAddress) -> tuple[str, Callable[[int], Callable[[], None]]]:
        """Return the real address to connect from as a lab client, and a function to register its port."""
        host = host_of(client, self.network)

        def announce(port: int) -> Callable[[], None]:
            with self._lock:
                self._dialed[host, port] = client
            return lambda: self._forget((host, port))

        return host, announce

    def _forget(self, real: Real) -> None:
        with self._lock:
            self._dialed.pop(real, None)

    def find(self, name: str, port: int) -> IPBinding:
        """Return the binding that answers at a lab address, at a name of the server, or at the real address for one.
        Raises DialRefused with a client's connection error text.
        """
        assigned = self.assigned()
        addresses = self._resolve(name)
        for address in addresses:
            binding = serving(address, port, assigned)
            if binding is not None:
                return binding
        for binding, (host, real_port) in assigned.items():
            if real_port == port and any(str(address) == host for address in addresses):
                return binding
        if not addresses:
            raise DialRefused(f"'{name}' is not a host of this lab; only the lab's own server can be dialed.")
        raise DialRefused("No connection could be made because the target machine actively refused it.")

    def _resolve(self, name: str) -> list[IPAddress]:
        """Return the lab addresses of a host name; none unless it names the lab's server or this machine."""
        name = name.strip().strip("[]")
        own = [*self._server_addresses(), *_LOOPBACK]
        bound = [binding.address for binding in self._server_context.routes.bindings]
        try:
            address = ip_address(name)
        except ValueError:
            if name.casefold() == "localhost":
                return [*_LOOPBACK, *own]
            return own if name.casefold() in self._server_names() else []
        return [address] if address.is_loopback or address in own or address in bound else []

    def _server_names(self) -> set[str]:
        names = {name.casefold() for name in self._server_context.routes.host_names}
        for server in self._organization.all(ExchangeServer):
            names |= {server.name.casefold(), server.fqdn.casefold()}
        return names

    def _server_addresses(self) -> list[IPAddress]:
        servers = self._organization.all(ExchangeServer)
        return [ip_address(address) for address in servers[0].addresses] if servers else []
