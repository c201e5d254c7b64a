"""Which Receive connector a connection belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from ipaddress import IPv6Address, ip_address

from organization.objects.receive_connector import ReceiveConnector
from organization.values.network import IPAddress, IPBinding, IPRange

from .settings import ConnectorSettings

_REMEMBERED = 10_000
"""Clients whose connector is remembered; the choice costs more than all the rest of a new session."""


@dataclass(frozen=True, slots=True)
class Route:
    """One remote range of one connector on one binding."""

    binding: IPBinding
    remote: IPRange
    settings: ConnectorSettings


class Routes:
    """All enabled connectors of the server, ready to be chosen from. It is replaced as a whole when one changes.

    They are read when somebody first asks, which may be any thread: a script that makes five hundred connectors has
    them read once, not five hundred times.
    """

    def __init__(self, read: Callable[[], Iterable[tuple[ReceiveConnector, ConnectorSettings]]]) -> None:
        self._read = read
        self._chosen: dict[tuple[IPBinding, IPAddress], ConnectorSettings | None] = {}

    @cached_property
    def _by_binding(self) -> Mapping[IPBinding, list[Route]]:
        by_binding: dict[IPBinding, list[Route]] = {}
        for connector, settings in self._read():
            if connector.enabled:
                for binding in connector.bindings:
                    ranges = (Route(binding, remote, settings) for remote in connector.remote_ip_ranges)
                    by_binding.setdefault(binding, []).extend(ranges)
        for routes in by_binding.values():
            if len(routes) > 1:
                routes.sort(key=lambda route: route.remote.size)
        return by_binding

    @cached_property
    def ranges(self) -> list[IPRange]:
        """All remote ranges that connectors name."""
        return list({route.remote for routes in self._by_binding.values() for route in routes})

    @property
    def host_names(self) -> set[str]:
        """The names that connectors give themselves."""
        return {route.settings.fqdn for routes in self._by_binding.values() for route in routes}

    @cached_property
    def connectors(self) -> list[ConnectorSettings]:
        """The settings of all enabled connectors."""
        found = {route.settings.key: route.settings for routes in self._by_binding.values() for route in routes}
        return list(found.values())

    @cached_property
    def bindings(self) -> set[IPBinding]:
        """Where the server has to listen."""
        return set(self._by_binding)

    def connectors_on(self, binding: IPBinding) -> list[str]:
        """The identities of the connectors that share a binding."""
        return list(dict.fromkeys(route.settings.identity for route in self._by_binding.get(binding, ())))

    def choose(self, binding: IPBinding, remote: IPAddress) -> ConnectorSettings | None:
        """The connector for a connection from `remote` to the socket of `binding`: one that is bound to that address
        rather than to all, then the one with the smallest range that holds `remote`. None when no range does.
        """
        key = (binding, remote)
        if key not in self._chosen:
            if len(self._chosen) >= _REMEMBERED:
                self._chosen.clear()
            self._chosen[key] = self._choose(binding, plain(remote))
        return self._chosen[key]

    def _choose(self, binding: IPBinding, remote: IPAddress) -> ConnectorSettings | None:
        for local in (binding, _wildcard(binding)):
            for route in self._by_binding.get(local, ()):
                if route.remote.contains(remote):
                    return route.settings
        return None


def _wildcard(binding: IPBinding) -> IPBinding:
    return IPBinding(ip_address("::" if binding.address.version == 6 else "0.0.0.0"), binding.port)


def plain(address: IPAddress) -> IPAddress:
    """An IPv4 address that came in IPv6's clothes (`::ffff:10.0.0.1`), without them."""
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address
