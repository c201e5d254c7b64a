"""Cmdlets for the entries of the IP allow list and the IP block list."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from organization.errors import InvalidProperty
from organization.objects.antispam import (
    IPAllowListEntry,
    IPBlockListEntry,
    IPListEntry,
)
from shell.engine.commands.cmdlet import Example, parameter
from shell.types.conversion.text import to_string

from ..base import Model
from ..changing import NewObject, RemoveObject
from ..reading import GetObject, Limited
from .addresses import address_of


class _GetEntry(GetObject[Model], Limited):
    """Show the entries of a list, or only those that hold an address."""

    ip_address: str = parameter("string", name="IPAddress", help="Only entries that hold this IP address.")

    def found(self) -> Any:
        """Return the entries, of one address where that is given."""
        entries = list(self.limited(super().found()))
        if not self.ip_address:
            return entries
        address = address_of(self.ip_address, "IPAddress")
        return [item for item in entries if isinstance(item, IPListEntry) and item.ip_range.contains(address)]


class _AddEntry(NewObject[Model]):
    """Add an entry to a list."""

    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")

    ip_range: Any = parameter(
        "Microsoft.Exchange.Data.IPRange",
        name="IPRange",
        help="A range of addresses: 192.0.2.0/24, or 192.0.2.1-192.0.2.9.",
    )
    ip_address: Any = parameter("Microsoft.Exchange.Data.IPRange", name="IPAddress", help="A single IP address.")
    expiration_time: Any = parameter("object", help="The time at which the entry expires.")

    def make(self, values: dict[str, Any]) -> Any:
        """Return the new entry, under the next free number."""
        addresses = self.ip_range if self.ip_range is not None else self.ip_address
        if addresses is None:
            raise InvalidProperty("IPRange", None, "You must specify either the IPAddress or the IPRange parameter.")
        values |= {"name": self.organization.next_number(self.model), "ip_range": addresses}
        if self.expiration_time is not None:
            values["expiration_time"] = _moment(self.expiration_time)
        return super().make(values)

    def question(self, made: Any) -> str:
        """Return the text that -WhatIf and -Confirm show: what is added."""
        return f'Adding {self.noun_phrase} "{made.ip_range}".'


def _moment(value: Any) -> datetime:
    text = to_string(value)
    for form in ("%m/%d/%Y %H:%M:%S", "%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %H:%M", "%m/%d/%Y", "%Y-%m-%dT%H:%M:%S"):
        try:
            return datetime.strptime(text, form)
        except ValueError:
            continue
    raise InvalidProperty("ExpirationTime", value, f"'{text}' is not a date and time.")


class GetIPBlockListEntry(_GetEntry[IPBlockListEntry], verb="Get", noun="IPBlockListEntry"):
    """Show the entries of the IP block list: addresses whose mail is rejected."""


class AddIPBlockListEntry(_AddEntry[IPBlockListEntry], verb="Add", noun="IPBlockListEntry"):
    """Add an address or a range to the IP block list. Mail from it is rejected."""

    examples = (Example("Add-IPBlockListEntry -IPRange 203.0.113.0/24", "Block a network."),)


class RemoveIPBlockListEntry(RemoveObject[IPBlockListEntry], verb="Remove", noun="IPBlockListEntry"):
    """Remove an entry from the IP block list."""


class GetIPAllowListEntry(_GetEntry[IPAllowListEntry], verb="Get", noun="IPAllowListEntry"):
    """Show the entries of the IP allow list: addresses whose mail the anti-spam agents accept unchecked."""


class AddIPAllowListEntry(_AddEntry[IPAllowListEntry], verb="Add", noun="IPAllowListEntry"):
    """Add an address or a range to the IP allow list. The anti-spam agents accept mail from it unchecked."""

    examples = (Example("Add-IPAllowListEntry -IPAddress 203.0.113.7", "Trust one address."),)


class RemoveIPAllowListEntry(RemoveObject[IPAllowListEntry], verb="Remove", noun="IPAllowListEntry"):
    """Remove an entry from the IP allow list."""
