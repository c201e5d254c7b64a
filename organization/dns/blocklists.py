"""Lists of addresses in DNS: what a provider's answer about an address is, and whether it counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from .zone import DnsFailure, Zone, reversed_address

if TYPE_CHECKING:
    from ..objects.antispam import IPListProvider
    from ..values.network import IPAddress


def answers(provider: IPListProvider, address: IPAddress, zone: Zone) -> list[IPAddress]:
    """What a provider answers about an address: its status codes, which look like addresses. A provider that cannot be
    reached has nothing to say.
    """
    try:
        return zone.addresses(f"{reversed_address(address)}.{provider.lookup_domain}")
    except DnsFailure:
        return []


def matches(provider: IPListProvider, codes: Sequence[IPAddress]) -> bool:
    """Whether one of a provider's answers counts: any at all, one that has all bits of the mask, or one of a list."""
    if provider.any_match:
        return bool(codes)
    mask = int(provider.bitmask_match) if provider.bitmask_match is not None else 0
    return any((mask and int(code) & mask == mask) or code in provider.ip_addresses_match for code in codes)


def first_match(providers: Iterable[IPListProvider], address: IPAddress, zone: Zone) -> IPListProvider | None:
    """The first of several providers that has an address on its list."""
    return next((each for each in providers if matches(each, answers(each, address, zone))), None)
