"""The computers that a lab knows: its servers by all their names, and whatever its DNS has an address of."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final

from ..objects.dns_record import DnsRecordType
from ..objects.server import ExchangeServer
from .zone import LONGEST_CHAIN, DnsFailure, Zone

if TYPE_CHECKING:
    from ..store import Organization
    from ..values.network import IPAddress

DOMAIN_CONTROLLER_ADDRESS: Final = ip_address("192.168.1.5")
"""Of the lab's domain controller, which is its name server too."""
LOOPBACK: Final = (ip_address("::1"), ip_address("127.0.0.1"))


@dataclass(frozen=True, slots=True)
class Host:
    """A computer: its full name, its other names, its addresses."""

    name: str
    addresses: tuple[IPAddress, ...]
    aliases: tuple[str, ...] = ()


def own_server(organization: Organization) -> Host:
    """The server that the session runs on."""
    forest = organization.forest
    servers = organization.find(ExchangeServer, forest.server)
    addresses = servers[0].addresses if servers else ()
    return Host(forest.server_fqdn, tuple(ip_address(each) for each in addresses))


def is_own(organization: Organization, name: str) -> bool:
    """Whether a name or an address is that of the server that the session runs on: `.` and `localhost` are."""
    text = name.strip().strip("[]").casefold().removesuffix(".")
    forest = organization.forest
    if text in ("", "localhost", forest.server.casefold(), forest.server_fqdn.casefold()):
        return True
    try:
        address = ip_address(text)
    except ValueError:
        return False
    return address.is_loopback or address in own_server(organization).addresses


def full_name(organization: Organization, name: str) -> str:
    """A name as DNS is asked for it: a single label is one of the domain."""
    name = name.strip().removesuffix(".")
    return name if "." in name or not name else f"{name}.{organization.forest.domain}"


def find(organization: Organization, name: str) -> Host | None:
    """The computer with a name or an address; None where the lab knows none. Raises DnsFailure."""
    text = name.strip().strip("[]")
    try:
        return by_address(organization, ip_address(text))
    except ValueError:
        pass
    if text in ("", ".", "localhost") or text.casefold() == organization.forest.server.casefold():
        own = own_server(organization)
        return Host(own.name, LOOPBACK) if text.casefold() == "localhost" else own
    asked = full_name(organization, text)
    known = _servers(organization).get(asked.casefold())
    if known is not None:
        return known
    zone = Zone.of(organization)
    aliases: list[str] = []
    for _ in range(LONGEST_CHAIN):
        found = (*zone.addresses(asked), *zone.addresses(asked, 6))
        chain = [each for each in zone.query_of(asked) if each.type is DnsRecordType.CNAME]
        if not chain:
            return Host(asked, found, tuple(aliases)) if found else None
        aliases.append(asked)
        asked = chain[0].value
    return None


def by_address(organization: Organization, address: IPAddress) -> Host | None:
    """The computer with an address, as reverse look-up names it: a server of the lab, or what a PTR record says.

    Raises DnsFailure.
    """
    if address.is_loopback:
        return Host(own_server(organization).name, (address,))
    for host in _servers(organization).values():
        if address in host.addresses:
            return host
    names = Zone.of(organization).names_of(address)
    return Host(names[0], (address,)) if names else None


def answers(organization: Organization, address: IPAddress) -> bool:
    """Whether some computer of the lab's world has an address."""
    return by_address(organization, address) is not None or Zone.of(organization).host_of(address) is not None


def _servers(organization: Organization) -> dict[str, Host]:
    """The lab's own computers by their full names, unless its DNS says otherwise of them."""
    forest = organization.forest
    own = own_server(organization)
    known = {
        own.name.casefold(): own,
        forest.domain_controller_fqdn.casefold(): Host(forest.domain_controller_fqdn, (DOMAIN_CONTROLLER_ADDRESS,)),
    }
    zone = Zone.of(organization)
    for key, host in list(known.items()):
        addresses = (*zone.addresses(key), *zone.addresses(key, 6))
        if addresses:
            known[key] = Host(host.name, addresses)
    return known


__all__ = [
    "DOMAIN_CONTROLLER_ADDRESS",
    "DnsFailure",
    "Host",
    "answers",
    "by_address",
    "find",
    "full_name",
    "is_own",
    "own_server",
]
