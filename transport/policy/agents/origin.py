"""Where a message comes from when other servers of the organization have passed it on (InternalSMTPServers)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from ipaddress import ip_address
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from organization.values.network import IPAddress, IPRange

    from ..headers import Header

_RECEIVED = re.compile(r"^received[ \t]*:((?:[^\n]|\n[ \t])*)", re.I | re.M)
_ADDRESS = re.compile(r"[(\[](?:ipv6:)?([0-9a-f:.]+)[\])]", re.I)


def is_internal(address: IPAddress, servers: Sequence[IPRange]) -> bool:
    """Whether an address is one of the organization's servers."""
    return any(server.contains(address) for server in servers)


def origin_of(client: IPAddress, header: Header, servers: Sequence[IPRange]) -> IPAddress:
    """The first server outside of the organization, as the trace of those inside tells it; the client itself where it
    is not inside, or where the trace does not tell.
    """
    if not servers or not is_internal(client, servers):
        return client
    outside = (address for address in _senders(header) if not is_internal(address, servers))
    return next(outside, client)


def _senders(header: Header) -> Iterator[IPAddress]:
    """The addresses that the Received fields say a message has come from, the latest first."""
    for field in _RECEIVED.finditer(header.raw.decode("latin-1")):
        sender = re.split(r"\bby\b", field[1], maxsplit=1, flags=re.I)[0]
        for found in _ADDRESS.finditer(sender):
            try:
                yield ip_address(found[1])
            except ValueError:
                continue
            break
