"""Commands for the lab's own DNS. The lab asks no name server outside this machine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from organization.errors import OrganizationError
from organization.identity import matcher
from organization.objects.dns_record import DnsRecord, DnsRecordType, reverse_name
from organization.values.errors import BadValue
from organization.values.network import parse_address
from shell.engine.commands.cmdlet import Example, Impact, parameter
from shell.values.objects import PSCustomObject

from ..base import ExchangeCmdlet
from ..conversion import to_shell
from ..kinds import enum_type

_TYPE = "Emshell.LabDnsRecord"


class _DnsCommand(ExchangeCmdlet):
    """A command for the lab's DNS."""

    module = "Emshell.Lab"

    def show(self, record: DnsRecord) -> None:
        """Write a record."""
        members: dict[str, Any] = {
            "Name": record.host,
            "Type": to_shell(record.type),
            "Value": record.value,
            "Preference": record.preference if record.type is DnsRecordType.MX else None,
        }
        self.write(PSCustomObject(members, [_TYPE, "System.Object"]))


class _Selecting(_DnsCommand):
    """A command for the records that match some criteria."""

    name: str = parameter(
        "string",
        name="Name",
        position=0,
        default="*",
        by_property_name=True,
        help="The name of the record; wildcards are allowed.",
    )
    type: Any = parameter(
        enum_type(DnsRecordType).name, position=1, by_property_name=True, help="Only records of this type."
    )
    value: str = parameter("string", position=2, by_property_name=True, help="Only records with this value.")

    def selected(self) -> Iterator[DnsRecord]:
        """Return the records that match all criteria."""
        fits = matcher(_host(self.name, self.kind))
        for record in self.organization.all(DnsRecord):
            same = not self.value or record.value.casefold() == self.value.casefold()
            if fits(record.host) and self.kind in (None, record.type) and same:
                yield record

    @property
    def kind(self) -> DnsRecordType | None:
        """Return the record type to look for."""
        return DnsRecordType(int(self.type)) if self.is_bound("Type") else None


def _host(name: str, kind: DnsRecordType | None) -> str:
    """Return the name of a record; for PTR records an IP address becomes its reverse name."""
    if kind is DnsRecordType.PTR:
        try:
            return reverse_name(parse_address(name))
        except BadValue:
            return name
    return name


class GetLabDnsRecord(_Selecting, verb="Get", noun="LabDnsRecord"):
    """Show the records of the lab's DNS. For the lab's server, a name without records does not exist."""

    examples = (
        Example("Get-LabDnsRecord", "All records."),
        Example("Get-LabDnsRecord fabrikam.com TXT", "The mail exchangers of a domain."),
    )

    def process(self) -> None:
        """Write the records."""
        for record in self.selected():
            self.show(record)


class AddLabDnsRecord(_DnsCommand, verb="Add", noun="LabDnsRecord"):
    """Add a record to the lab's DNS. The lab's agents use it at once; nothing else on this machine does.

    A name that begins with `*.` is a wildcard for all names below. The type Failure makes all queries for a name fail,
    as they do when its name server does not answer.
    """

    supports_should_process: ClassVar[bool] = True
    name: str = parameter(
        "string",
        name="Name",
        position=0,
        mandatory=True,
        by_property_name=True,
        help="The name of the record; for PTR an IP address.",
    )
    type: Any = parameter(
        enum_type(DnsRecordType).name,
        position=1,
        mandatory=True,
        by_property_name=True,
        help="A, AAAA, CNAME, MX, PTR, TXT or Failure.",
    )
    value: str = parameter(
        "string",
        position=2,
        by_property_name=True,
        help="The value: an IP address, a text or a host name; none for Failure.",
    )
    preference: int = parameter(
        "int", default=10, by_property_name=True, help="The preference of an MX record: the lowest is tried first."
    )
    examples = (
        Example("Add-LabDnsRecord fabrikam.com TXT 'v=spf1 mx -all'", "Publish which servers may send for a domain."),
        Example("Add-LabDnsRecord 2.113.0.203.zen.example.org A 127.0.0.2", "Put 203.0.113.2 on a DNS block list."),
        Example("Add-LabDnsRecord 203.0.113.2 PTR mail.fabrikam.com", "Give an IP address a reverse name."),
    )

    def process(self) -> None:
        """Add it and write it."""
        kind = DnsRecordType(int(self.type))
        organization = self.organization
        try:
            record = organization.new(
                DnsRecord,
                name=organization.next_number(DnsRecord),
                host=_host(self.name, kind),
                type=kind,
                value=self.value or "",
                preference=self.preference,
            )
            if self.should_process(record.host, f"Add the {kind} record {record.value}"):
                self.show(organization.put(record))
        except OrganizationError as error:
            self.report(error)


class RemoveLabDnsRecord(_Selecting, verb="Remove", noun="LabDnsRecord"):
    """Remove records from the lab's DNS by name, type and value; asks first."""

    supports_should_process: ClassVar[bool] = True
    impact: ClassVar[Impact] = Impact.HIGH
    name: str = parameter(
        "string",
        name="Name",
        position=0,
        mandatory=True,
        by_property_name=True,
        help="The name of the records; wildcards are allowed.",
    )
    examples = (
        Example("Remove-LabDnsRecord fabrikam.com MX -Confirm:$false", "The domain has no mail exchanger any more."),
        Example("Get-LabDnsRecord *.fabrikam.com | Remove-LabDnsRecord -Confirm:$false", "Remove its hosts."),
    )

    def process(self) -> None:
        """Remove the records; an error where there are none."""
        found = list(self.selected())
        if not found:
            self.refuse(f"The lab's DNS has no such record of '{self.name}'.", "LabDnsRecordNotFoundException")
        for record in found:
            if self.should_process(record.host, f"Remove the {record.type} record {record.value}"):
                self.organization.remove(record)
