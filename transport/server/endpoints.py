"""Mapping between lab endpoints and endpoints of this machine. Pure: nothing is bound here.

This machine lacks the addresses and low ports of a real server. Each lab endpoint gets one on the loopback network, the
same one every time:

0.0.0.0:25        127.0.0.1:2525        low ports move up: 25 -> 2525, the others by 2000 (587 -> 2587)
    [::]:25           [::1]:2525
    192.168.1.10:25   127.168.1.10:2525     the first octet becomes 127
    10.0.0.5:25       127.10.0.5:2525       where the second octet is 0, the first takes its place
    127.0.0.1:8025    127.0.0.1:8025        loopback addresses and high ports stay as they are
    [fd00::1]:25      [::1]:27301           other IPv6 addresses share ::1, each with ports of its own

Clients are mapped the same way: one that connects from 127.168.1.50 counts as 192.168.1.50 where a connector names such
addresses. No lab address maps into 127.0.0.0/16, so 127.0.0.1 and its neighbours map to themselves.

Where only 127.0.0.1 can be used (macOS), or an address was asked for, all addresses share it with ports of their own.

That is what the first program on a machine gets. A further one shares none of it, lest a client of one lab reaches the
other: all its lab addresses are ports of one address in 127.0.0.0/16, which follows from its process id (`elsewhere`);
where there is no such address, they are ports of 127.0.0.1 that lie 1024 further up for each program.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address

from organization.values.network import IPAddress, IPBinding, IPRange

Real = tuple[str, int]
"""Host and port that can be bound on this machine."""

LOOPBACK = "127.0.0.1"
LOOPBACK6 = "::1"
_FIRST_UNPRIVILEGED = 1024
_MOVED_UP = 2000
_SPECIAL_PORTS = {25: 2525, 525: 2025, 2525: 12525}
"""25 gets the usual test port 2525; 525 and 2525 move out of its way."""
_SHARED_PORTS = range(20000, 30000)
_STEP = 1024
_ADDRESSES = 5
_FURTHER = 40
_NEXT_TRY = 10000
"""Distance to the next candidate port if another lab endpoint has this one."""


@dataclass(frozen=True, slots=True)
class Network:
    """The addresses and ports of this machine that may be used."""

    bind_address: str | None = None
    """The only address to bind, where the user asked for one."""
    whole_loopback: bool = sys.platform != "darwin"
    """Whether every address of 127.0.0.0/8 can be bound."""
    further: int = 0
    """The number of steps of 1024 by which ports are moved up, because other programs have the usual ones."""

    @property
    def is_standard(self) -> bool:
        """Whether it is the standard mapping, in which every loopback address stands for a lab address."""
        return self.bind_address is None and not self.further

    @property
    def shares_one_address(self) -> bool:
        """Whether all lab addresses share one real address."""
        return self.bind_address is not None or not self.whole_loopback


def assign(bindings: Iterable[IPBinding], network: Network) -> dict[IPBinding, Real]:
    """Assign a distinct real endpoint to each lab endpoint. The result depends on the set of bindings only.

    Loopback endpoints that can be bound as they are come first, then low ports before high ones.
    """
    found: dict[IPBinding, Real] = {}
    taken: set[Real] = set()
    for binding in sorted(set(bindings), key=_precedence):
        for real in _candidates(binding, network):
            if real not in taken:
                found[binding] = real
                taken.add(real)
                break
    return found


@lru_cache(4096)
def _precedence(binding: IPBinding) -> tuple[bool, int, bool, int, int]:
    as_it_is = binding.address.is_loopback and binding.port >= _FIRST_UNPRIVILEGED
    address = binding.address
    return (not as_it_is, binding.port, not address.is_unspecified, address.version, int(address))


def _candidates(binding: IPBinding, network: Network) -> Iterator[Real]:
    host, port = _first_candidate(binding, network)
    while True:
        yield host, port
        port = _moved(port, _NEXT_TRY)


@lru_cache(4096)
def _first_candidate(binding: IPBinding, network: Network) -> Real:
    return host_of(binding.address, network), _moved(_port_of(binding, network), network.further * _STEP)


def _moved(port: int, by: int) -> int:
    span = 65536 - _FIRST_UNPRIVILEGED
    return _FIRST_UNPRIVILEGED + (port + by - _FIRST_UNPRIVILEGED) % span


def elsewhere(network: Network, process: int) -> Iterator[Network]:
    """Yield the mappings for a further program on this machine, the best first. None overlaps the standard one.

    No lab address is ever mapped into 127.0.0.0/16, where a program gets an address by its process id. Where all of
    them fail (something listens on every address of the machine), and on macOS, other ports are the way.
    """
    if network.whole_loopback:
        for number in range(process, process + _ADDRESSES):
            yield Network(f"127.0.{1 + number // 254 % 254}.{1 + number % 254}", network.whole_loopback)
    for further in range(1, _FURTHER):
        yield Network(network.bind_address, network.whole_loopback, further)


def host_of(address: IPAddress, network: Network) -> str:
    """Return the real address for a lab address."""
    if network.bind_address is not None:
        return network.bind_address
    if address.version == 6:
        return LOOPBACK6
    if address.is_unspecified or network.shares_one_address:
        return LOOPBACK
    if address.is_loopback:
        return str(address)
    first, second, third, fourth = address.packed
    return f"127.{second or first}.{third}.{fourth}"


def _port_of(binding: IPBinding, network: Network) -> int:
    address, port = binding.address, binding.port
    guest = address.version == 6 and network.bind_address is not None  # 0.0.0.0 has the usual ports there
    if address.is_loopback and port >= _FIRST_UNPRIVILEGED and not guest:
        return port
    shared = address.version == 6 or network.shares_one_address
    if guest or (shared and not (address.is_unspecified or address.is_loopback)):
        return _SHARED_PORTS[zlib.crc32(str(binding).encode()) % len(_SHARED_PORTS)]
    moved = port + _MOVED_UP if port < _FIRST_UNPRIVILEGED else port
    return _SPECIAL_PORTS.get(port, moved)


def lab_client(address: str, ranges: Iterable[IPRange]) -> IPAddress:
    """Return the lab address of a client by the real address that it connected from.

    It is the address itself, unless a range of a connector holds the lab address behind it and is more specific than
    every range that holds the address itself.
    """
    real = ip_address(address.partition("%")[0])
    if isinstance(real, IPv6Address):
        real = real.ipv4_mapped or real
    if real.version == 6 or not real.is_loopback or not real.packed[1]:
        return real
    found: IPAddress = real
    smallest = min((item.size for item in ranges if item.contains(real)), default=1 << 129)
    for item in ranges:
        if item.low.version == 4 and item.size < smallest:
            image = _image_in(real, item)
            if image is not None:
                found, smallest = image, item.size
    return found


def _image_in(real: IPAddress, lab: IPRange) -> IPAddress | None:
    """Return the address in the range whose real address is `real`; None if there is none."""
    first = lab.low.packed[0]
    if first != lab.high.packed[0]:
        return None
    _, second, third, fourth = real.packed
    seconds = (second, 0) if second == first else (second,)
    images = (IPv4Address(bytes((first, octet, third, fourth))) for octet in seconds)
    return next((image for image in images if lab.contains(image)), None)


def serving(address: IPAddress, port: int, bindings: Mapping[IPBinding, Real]) -> IPBinding | None:
    """Return the binding that answers at a lab address: an exact one before the wildcard."""
    wildcard = ip_address("::" if address.version == 6 else "0.0.0.0")
    return next((item for item in (IPBinding(address, port), IPBinding(wildcard, port)) if item in bindings), None)
