"""The records of the lab's own DNS: the only names that the lab's server can look up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import TYPE_CHECKING, Any

from ..directory import DirectoryObject
from ..errors import InvalidProperty, OrganizationError, RuleBroken
from ..names import Forest
from ..properties import Kind, prop
from ..values.enums import Choice
from ..values.errors import BadValue

if TYPE_CHECKING:
    from ..store import Organization

_NAME = re.compile(r"[\x20-\x2d\x2f-\x7e]{1,63}(?:\.[\x20-\x2d\x2f-\x7e]{1,63})*")
"""DNS itself takes any octets in a label (RFC 2181, 11); those of hosts and of domains are fewer."""
LONGEST_NAME = 253


class DnsRecordType(Choice):
    """What a record tells of its name. Failure is no record: it makes every query for the name fail for the time being,
    as a name server does that does not answer.
    """

    A = 1
    CNAME = 5
    PTR = 12
    MX = 15
    TXT = 16
    AAAA = 28
    Failure = 65280


def _host_name(value: Any) -> str:
    text = str(value).strip().removesuffix(".")
    if len(text) > LONGEST_NAME or not _NAME.fullmatch(text):
        raise BadValue(f"'{value}' is not a valid DNS name.")
    return text


def reverse_name(address: IPv4Address | IPv6Address) -> str:
    """The name under which PTR records of an address are: `7.2.0.192.in-addr.arpa`."""
    return address.reverse_pointer


HOST_NAME = Kind("String", _host_name)


class DnsRecord(DirectoryObject):
    """A record of the lab's DNS. Its name is its number, as several records may be of one host."""

    noun = "lab DNS record"

    host: str = prop(HOST_NAME, help="The name that the record is of; `*.` in front is any name below.")
    type: DnsRecordType = prop(DnsRecordType)
    value: str = prop(str, default="", help="An address, a text or the name of a host, as the type has it.")
    preference: int = prop(int, default=10, between=(0, 65535), help="Of MX: the lowest is tried first.")

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """Beside everything of Exchange."""
        return f"CN=Lab DNS,{forest.configuration_dn}"

    def identity_keys(self) -> Iterator[str]:
        """Also by the host, with the others of the same one."""
        yield from super().identity_keys()
        yield _key(self.host)

    def rules(self, organization: Organization) -> Iterator[OrganizationError]:
        """The value fits, no record is there twice, an alias is its host's only record (RFC 1034, 3.6.2)."""
        problem = _problem(self.type, self.value)
        if problem:
            yield InvalidProperty("Value", self.value, problem)
        others = [each for each in organization.find(DnsRecord, _key(self.host)) if each.guid != self.guid]
        if any(each.type is self.type and each.value.casefold() == self.value.casefold() for each in others):
            yield RuleBroken(f"The lab's DNS has this {self.type} record of '{self.host}' already.", self)
        if others and DnsRecordType.CNAME in (self.type, *(each.type for each in others)):
            yield RuleBroken(f"'{self.host}' can't have a CNAME record and other records.", self)


def _key(host: str) -> str:
    """What records of a host are found by; it holds no wildcard."""
    return f"host:{host.casefold().replace('*', '+')}"


def _problem(kind: DnsRecordType, value: str) -> str | None:
    if kind is DnsRecordType.Failure:
        return "A Failure has no value." if value else None
    if kind in (DnsRecordType.A, DnsRecordType.AAAA):
        version = 4 if kind is DnsRecordType.A else 6
        return None if _is_address(value, version) else f"'{value}' is not an IPv{version} address."
    if kind is DnsRecordType.TXT:
        return None if value else "A TXT record needs a text."
    try:
        _host_name(value)
    except BadValue as error:
        return error.text
    return None


def _is_address(text: str, version: int) -> bool:
    try:
        return ip_address(text).version == version
    except ValueError:
        return False
