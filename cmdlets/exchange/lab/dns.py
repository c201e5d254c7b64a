"""The lab's own DNS: commands of our own, as the lab asks no name server outside of itself."""

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
    """A command for the records that some criteria fit."""

    name: str = parameter(
        "string", name="Name", position=0, default="*", by_property_name=True, help="The name; wildcards are allowed."
    )
    type: Any = parameter(enum_type(DnsRecordType).name, position=1, by_property_name=True, help="Only of this type.")
    value: str = parameter("string", position=2, by_property_name=True, help="Only with this value.")

    def selected(self) -> Iterator[DnsRecord]:
        """The records that all of them fit."""
        fits = matcher(_host(self.name, self.kind))
        for record in self.organization.all(DnsRecord):
            same = not self.value or record.value.casefold() == self.value.casefold()
            if fits(record.host) and self.kind in (None, record.type) and same:
                yield record

    @property
    def kind(self) -> DnsRecordType | None:
        """The wanted type."""
        return DnsRecordType(int(self.type)) if self.is_bound("Type") else None


def _host(name: str, kind: DnsRecordType | None) -> str:
    """The name of a record; of PTR records an address may stand for its reverse name."""
    if kind is DnsRecordType.PTR:
        try:
            return reverse_name(parse_address(name))
        except BadValue:
            return name
    return name


class GetLabDnsRecord(_Selecting, verb="Get", noun="LabDnsRecord"):
    """Show what the lab's DNS knows. A name that is not there does not exist for the lab's server."""

    examples = (
        Example("Get-LabDnsRecord", "All records."),
        Example("Get-LabDnsRecord fabrikam.com TXT", "What a domain says of its servers."),
    )

    def process(self) -> None:
        """Write them."""
        for record in self.selected():
            self.show(record)


class AddLabDnsRecord(_DnsCommand, verb="Add", noun="LabDnsRecord"):
    """Tell the lab's DNS a record. Agents that look something up find it at once; nothing else on this machine does.

    `*.` in front of a name makes the record one of all names below. The type Failure makes all queries for a name fail,
    as they do when its name server does not answer.
    """

    supports_should_process: ClassVar[bool] = True
    name: str = parameter(
        "string", name="Name", position=0, mandatory=True, by_property_name=True, help="The name; of PTR an address."
    )
    type: Any = parameter(
        enum_type(DnsRecordType).name,
        position=1,
        mandatory=True,
        by_property_name=True,
        help="A, AAAA, CNAME, MX, PTR, TXT or Failure.",
    )
    value: str = parameter(
        "string", position=2, by_property_name=True, help="An address, a text or the name of a host; none for Failure."
    )
    preference: int = parameter("int", default=10, by_property_name=True, help="Of MX: the lowest is tried first.")
    examples = (
        Example("Add-LabDnsRecord fabrikam.com TXT 'v=spf1 mx -all'", "Say who may send for a domain."),
        Example("Add-LabDnsRecord 2.113.0.203.zen.example.org A 127.0.0.2", "Put 203.0.113.2 on a list in DNS."),
        Example("Add-LabDnsRecord 203.0.113.2 PTR mail.fabrikam.com", "Give an address a name."),
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
    """Take records out of the lab's DNS: all that the name, the type and the value fit; asks first."""

    supports_should_process: ClassVar[bool] = True
    impact: ClassVar[Impact] = Impact.HIGH
    name: str = parameter(
        "string",
        name="Name",
        position=0,
        mandatory=True,
        by_property_name=True,
        help="The name, or a wildcard.",
    )
    examples = (
        Example("Remove-LabDnsRecord fabrikam.com MX -Confirm:$false", "Nobody takes mail for the domain any more."),
        Example("Get-LabDnsRecord *.fabrikam.com | Remove-LabDnsRecord -Confirm:$false", "Remove its hosts."),
    )

    def process(self) -> None:
        """Remove them; say so where there are none."""
        found = list(self.selected())
        if not found:
            self.refuse(f"The lab's DNS has no such record of '{self.name}'.", "LabDnsRecordNotFoundException")
        for record in found:
            if self.should_process(record.host, f"Remove the {record.type} record {record.value}"):
                self.organization.remove(record)
