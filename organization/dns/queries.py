"""What the lab's name server answers to a query, with the sections of a DNS message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final

from ..objects.dns_record import DnsRecordType, reverse_name
from . import hosts
from .zone import LONGEST_CHAIN, Zone

if TYPE_CHECKING:
    from ..store import Organization

TTL: Final = 3600
"""Seconds for which an answer may be kept; the lab's records have no time of their own."""
RECORD_TYPES: Final = ("A_AAAA", "A", "AAAA", "CNAME", "MX", "NS", "PTR", "SOA", "SRV", "TXT", "ANY")
_KINDS: Final = {kind.name: kind for kind in DnsRecordType}


class NoSuchName(Exception):
    """Nothing has the name (RCODE 3)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A record of an answer. `value` is an address, a text or a name; of SOA the name of the first server."""

    name: str
    type: str
    value: str
    section: str = "Answer"
    preference: int = 0


def ask(organization: Organization, name: str, kind: str) -> list[Answer]:
    """The answer to a query for a type of RECORD_TYPES. Raises NoSuchName or DnsFailure.

    An address stands for its reverse name. The lab's servers have addresses and names without any record, and its
    domain controller is the name server of the domain.
    """
    try:
        name, kind = reverse_name(ip_address(name)), "PTR"
    except ValueError:
        name = hosts.full_name(organization, name) if name.casefold() != "localhost" else name
    found: list[Answer] = []
    for _ in range(LONGEST_CHAIN):
        direct = list(_direct(organization, name, kind))
        found += direct
        alias = next((each.value for each in direct if each.type == "CNAME"), None)
        if alias is None or kind in ("CNAME", "ANY"):
            break
        name = alias
    if not found and not _exists(organization, name):
        raise NoSuchName(name)
    found += _additional(organization, found)
    return found if any(each.section == "Answer" for each in found) else [_authority(organization, name)]


def _direct(organization: Organization, name: str, kind: str) -> Iterator[Answer]:
    wanted = {"A_AAAA": ("A", "AAAA"), "ANY": RECORD_TYPES}.get(kind, (kind,))
    records = Zone.of(organization).query_of(name)
    for record in sorted(records, key=lambda record: (-record.type.value, record.preference)):
        if record.type.name in wanted or record.type is DnsRecordType.CNAME:
            yield Answer(name, record.type.name, record.value, preference=record.preference)
    forest = organization.forest
    own = name.casefold() == forest.domain.casefold()
    if own and "NS" in wanted:
        yield Answer(name, "NS", forest.domain_controller_fqdn)
    if own and "SOA" in wanted:
        yield Answer(name, "SOA", forest.domain_controller_fqdn)
    if not records:
        yield from _of_server(organization, name, wanted)


def _of_server(organization: Organization, name: str, wanted: tuple[str, ...]) -> Iterator[Answer]:
    """What the lab's computers have without a record."""
    if name.casefold().endswith(".arpa"):
        host = _reverse(organization, name)
        if host is not None and "PTR" in wanted:
            yield Answer(name, "PTR", host.name)
        return
    if _is_server(organization, name):
        host = hosts.find(organization, name)
        for address in host.addresses if host is not None else ():
            kind = "A" if address.version == 4 else "AAAA"
            if kind in wanted:
                yield Answer(name, kind, str(address))


def _is_server(organization: Organization, name: str) -> bool:
    forest = organization.forest
    known = ("localhost", forest.server_fqdn.casefold(), forest.domain_controller_fqdn.casefold())
    return name.casefold() in known


def _reverse(organization: Organization, name: str) -> hosts.Host | None:
    labels = name.casefold().removesuffix(".arpa").split(".")
    try:
        if labels[-1] == "ip6":
            digits = "".join(reversed(labels[:-1]))
            return hosts.by_address(organization, ip_address(int(digits, 16).to_bytes(16)))
        return hosts.by_address(organization, ip_address(".".join(reversed(labels[:-1]))))
    except (ValueError, OverflowError):
        return None


def _exists(organization: Organization, name: str) -> bool:
    own = name.casefold() == organization.forest.domain.casefold()
    return own or _is_server(organization, name) or Zone.of(organization).exists(name)


def _additional(organization: Organization, found: list[Answer]) -> Iterator[Answer]:
    """The addresses of the hosts that an answer names (RFC 1035, 3.3.9 and 3.3.11)."""
    for host in dict.fromkeys(each.value for each in found if each.type in ("MX", "NS")):
        for each in _direct(organization, host, "A_AAAA"):
            if each.type != "CNAME":
                yield Answer(host, each.type, each.value, "Additional")


def _authority(organization: Organization, name: str) -> Answer:
    """The start of the zone in which a name has no such record (RFC 2308)."""
    forest = organization.forest
    if name.casefold().endswith(forest.domain.casefold()):
        return Answer(forest.domain, "SOA", forest.domain_controller_fqdn, "Authority")
    zone = ".".join(name.split(".")[-2:])
    return Answer(zone, "SOA", forest.domain_controller_fqdn, "Authority")
