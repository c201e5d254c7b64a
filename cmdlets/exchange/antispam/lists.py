"""The lists of allowed and blocked addresses."""

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
    """Show the entries of a list, or those that an address is on."""

    ip_address: str = parameter("string", name="IPAddress", help="Only entries that hold this address.")

    def found(self) -> Any:
        """The entries that hold an address, where one is given."""
        entries = list(self.limited(super().found()))
        if not self.ip_address:
            return entries
        address = address_of(self.ip_address, "IPAddress")
        return [item for item in entries if isinstance(item, IPListEntry) and item.ip_range.contains(address)]


class _AddEntry(NewObject[Model]):
    """Put addresses on a list."""

    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")

    ip_range: Any = parameter("Microsoft.Exchange.Data.IPRange", name="IPRange", help="Addresses from ... to.")
    ip_address: Any = parameter("Microsoft.Exchange.Data.IPRange", name="IPAddress", help="One address.")
    expiration_time: Any = parameter("object", help="When the entry ends to count.")

    def make(self, values: dict[str, Any]) -> Any:
        """The entry, under the next free number."""
        addresses = self.ip_range if self.ip_range is not None else self.ip_address
        if addresses is None:
            raise InvalidProperty("IPRange", None, "You must specify either the IPAddress or the IPRange parameter.")
        values |= {"name": self.organization.next_number(self.model), "ip_range": addresses}
        if self.expiration_time is not None:
            values["expiration_time"] = _moment(self.expiration_time)
        return super().make(values)

    def question(self, made: Any) -> str:
        """What is added."""
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
    """Show the addresses whose mail is refused."""


class AddIPBlockListEntry(_AddEntry[IPBlockListEntry], verb="Add", noun="IPBlockListEntry"):
    """Refuse mail of some addresses."""

    examples = (Example("Add-IPBlockListEntry -IPRange 203.0.113.0/24", "Refuse a network."),)


class RemoveIPBlockListEntry(RemoveObject[IPBlockListEntry], verb="Remove", noun="IPBlockListEntry"):
    """Take addresses off the list."""


class GetIPAllowListEntry(_GetEntry[IPAllowListEntry], verb="Get", noun="IPAllowListEntry"):
    """Show the addresses whose mail skips the anti-spam agents."""


class AddIPAllowListEntry(_AddEntry[IPAllowListEntry], verb="Add", noun="IPAllowListEntry"):
    """Let mail of some addresses skip the anti-spam agents."""

    examples = (Example("Add-IPAllowListEntry -IPAddress 203.0.113.7", "Trust one address."),)


class RemoveIPAllowListEntry(RemoveObject[IPAllowListEntry], verb="Remove", noun="IPAllowListEntry"):
    """Take addresses off the list."""
