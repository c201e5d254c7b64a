"""Queries of the lab's DNS."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, ip_address
from typing import TYPE_CHECKING

from ..objects.dns_record import DnsRecord, DnsRecordType, reverse_name

if TYPE_CHECKING:
    from ..store import Organization
    from ..values.network import IPAddress

LONGEST_CHAIN = 10
"""Aliases that are followed."""


class DnsFailure(Exception):
    """A query got no answer: whoever asked may try again later."""


class Zone:
    """The lab's records at one moment. Names are compared without regard to case.

    The records are put in order when the first query comes: whoever adds thousands makes as many zones.
    """

    def __init__(self, records: Iterable[DnsRecord]) -> None:
        self._unread: Iterable[DnsRecord] = records
        self._records: dict[str, list[DnsRecord]] = {}
        self._parents: set[str] = set()
        """Names that exist because something is below them (RFC 8020)."""

    def _read(self) -> None:
        records: dict[str, list[DnsRecord]] = {}
        parents: set[str] = set()
        for record in self._unread:
            name = record.host.casefold()
            records.setdefault(name, []).append(record)
            while "." in name:
                name = name.partition(".")[2]
                parents.add(name)
        self._records, self._parents, self._unread = records, parents, ()

    @classmethod
    def of(cls, organization: Organization) -> Zone:
        """The records as they are now."""
        return cls(organization.all(DnsRecord))

    def exists(self, name: str) -> bool:
        """Whether a name has any record, or anything below it has. Raises DnsFailure."""
        name = _plain(name)
        return bool(self._of(name)) or name in self._parents

    def query(self, name: str, kind: DnsRecordType) -> list[DnsRecord]:
        """The records of one type that a name has, by way of its aliases too. Raises DnsFailure."""
        name = _plain(name)
        for _ in range(LONGEST_CHAIN):
            found = self._of(name)
            wanted = [record for record in found if record.type is kind]
            alias = next((record.value for record in found if record.type is DnsRecordType.CNAME), None)
            if wanted or alias is None:
                return wanted
            name = _plain(alias)
        return []

    def query_of(self, name: str) -> list[DnsRecord]:
        """All records that a name has itself. Raises DnsFailure."""
        return list(self._of(_plain(name)))

    def host_of(self, address: IPAddress) -> str | None:
        """A host that has an address, by its A and AAAA records, whatever PTR records say; None where none has."""
        if self._unread:
            self._read()
        for records in self._records.values():
            for record in records:
                if record.type in (DnsRecordType.A, DnsRecordType.AAAA) and ip_address(record.value) == address:
                    return record.host
        return None

    def texts(self, name: str) -> list[str]:
        """The TXT records of a name. Raises DnsFailure."""
        return [record.value for record in self.query(name, DnsRecordType.TXT)]

    def addresses(self, name: str, version: int = 4) -> list[IPAddress]:
        """The addresses of a host. Raises DnsFailure."""
        kind = DnsRecordType.A if version == 4 else DnsRecordType.AAAA
        return [ip_address(record.value) for record in self.query(name, kind)]

    def mail_hosts(self, name: str) -> list[str]:
        """The hosts that take mail for a domain, the best first. Raises DnsFailure."""
        found = sorted(self.query(name, DnsRecordType.MX), key=lambda record: record.preference)
        return [record.value for record in found]

    def names_of(self, address: IPAddress) -> list[str]:
        """The names that an address says it has. Raises DnsFailure."""
        return [record.value for record in self.query(reverse_name(address), DnsRecordType.PTR)]

    def _of(self, name: str) -> list[DnsRecord]:
        if self._unread:
            self._read()
        found = self._records.get(name)
        if found is None and name not in self._parents:
            found = self._below_a_wildcard(name)
        if found and any(record.type is DnsRecordType.Failure for record in found):
            raise DnsFailure(f"The lab's DNS has no answer about '{name}' for the time being.")
        return found or []

    def _below_a_wildcard(self, name: str) -> list[DnsRecord] | None:
        """The records of `*.` and the closest name above that exists (RFC 4592, 3.3.1)."""
        while "." in name:
            name = name.partition(".")[2]
            found = self._records.get(f"*.{name}")
            if found is not None:
                return found
            if name in self._records or name in self._parents:
                return None
        return None


def _plain(name: str) -> str:
    return name.casefold().removesuffix(".")


def reversed_address(address: IPAddress) -> str:
    """An address as the labels that lists of addresses are asked for: `7.2.0.192`, or 32 digits (RFC 5782)."""
    suffix = ".in-addr.arpa" if isinstance(address, IPv4Address) else ".ip6.arpa"
    return address.reverse_pointer.removesuffix(suffix)
