"""The providers of lists of allowed and blocked addresses: lists in DNS. The lab asks its own DNS alone."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.dns.blocklists import answers, matches
from organization.dns.zone import Zone
from organization.errors import OrganizationError
from organization.objects.antispam import IPAllowListProvider, IPBlockListProvider, IPListProvider
from shell.engine.commands.cmdlet import Example, parameter
from shell.types.conversion.text import to_string
from shell.values.objects import PSCustomObject

from ..base import Model, OnObject
from ..changing import NewObject, RemoveObject, SetObject
from ..conversion import to_shell
from ..parameters import parameter_for
from ..reading import GetObject
from .addresses import address_of
from .order import renumber

_RESULT = "Microsoft.Exchange.Management.SystemConfigurationTasks.IPListProviderTestResult"


class _AddProvider(NewObject[Model]):
    """Ask another DNS list."""

    without: ClassVar[tuple[str, ...]] = ("admin_display_name",)
    lookup_domain: Any = parameter_for(IPListProvider.by_attribute["lookup_domain"], mandatory=True)

    def make(self, values: dict[str, Any]) -> Any:
        """The provider, behind the others unless a priority is given."""
        behind = len(self.organization.all(self.model)) + 1
        values["priority"] = min(int(values.get("priority", behind)), behind)
        return super().make(values)

    def after(self, made: Model) -> None:
        """Move those behind it."""
        assert isinstance(made, IPListProvider)
        renumber(self.organization, type(made), made)


class _SetProvider(SetObject[Model]):
    """Change a DNS list."""

    without: ClassVar[tuple[str, ...]] = ("admin_display_name",)

    def after(self, before: Model, now: Model) -> None:
        """Move those between its old and its new place."""
        assert isinstance(now, IPListProvider)
        renumber(self.organization, type(now), now)


class _RemoveProvider(RemoveObject[Model]):
    """Ask a DNS list no more."""

    def after(self, item: Model) -> None:
        """Close the gap."""
        assert isinstance(item, IPListProvider)
        renumber(self.organization, type(item))


class _TestProvider(OnObject[Model]):
    """Ask a DNS list about an address."""

    __test__ = False  # the name looks like a test's to pytest
    supports_should_process: ClassVar[bool] = True
    ip_address: Any = parameter("object", name="IPAddress", mandatory=True, help="The address to ask about.")

    def process(self) -> None:
        """Write what the list answers, and whether that counts."""
        assert self.identity is not None
        try:
            provider = self.lookup(self.model, self.identity)
            assert isinstance(provider, IPListProvider)
            address = address_of(to_string(self.ip_address), "IPAddress")
        except OrganizationError as error:
            self.report(error)
            return
        if not self.should_process(provider.name, message=f'Testing {self.noun_phrase} "{provider.name}".'):
            return
        codes = answers(provider, address, Zone.of(self.organization))
        members: dict[str, Any] = {
            "Provider": provider.name,
            "ProviderResult": [to_shell(code) for code in codes],
            "Matched": matches(provider, codes),
        }
        self.write(PSCustomObject(members, [_RESULT, "System.Object"]))


class GetIPBlockListProvider(GetObject[IPBlockListProvider], verb="Get", noun="IPBlockListProvider"):
    """Show the DNS lists of bad addresses."""

    examples = (Example("Get-IPBlockListProvider", "All of them, in no particular order; Priority has it."),)


class AddIPBlockListProvider(_AddProvider[IPBlockListProvider], verb="Add", noun="IPBlockListProvider"):
    """Ask another DNS list of bad addresses. An answer counts by -AnyMatch, -BitmaskMatch or -IPAddressesMatch.

    Nothing is asked outside of this machine: what the list holds is put into the lab's DNS by Add-LabDnsRecord.
    """

    examples = (
        Example(
            "Add-IPBlockListProvider -Name Zen -LookupDomain zen.example.org -AnyMatch $true; "
            "Add-LabDnsRecord 2.113.0.203.zen.example.org A 127.0.0.2",
            "Refuse 203.0.113.2, which is on the list.",
        ),
        Example(
            "Add-IPBlockListProvider Zen -LookupDomain zen.example.org -IPAddressesMatch 127.0.0.2,127.0.0.4 "
            "-RejectionResponse '{0} is on the list of {2}'",
            "Let two answers count, with a response of one's own.",
        ),
    )


class SetIPBlockListProvider(_SetProvider[IPBlockListProvider], verb="Set", noun="IPBlockListProvider"):
    """Change a DNS list of bad addresses."""


class RemoveIPBlockListProvider(_RemoveProvider[IPBlockListProvider], verb="Remove", noun="IPBlockListProvider"):
    """Ask a DNS list of bad addresses no more."""


class TestIPBlockListProvider(_TestProvider[IPBlockListProvider], verb="Test", noun="IPBlockListProvider"):
    """Ask a DNS list of bad addresses about an address."""

    __test__ = False


class GetIPAllowListProvider(GetObject[IPAllowListProvider], verb="Get", noun="IPAllowListProvider"):
    """Show the DNS lists of good addresses."""


class AddIPAllowListProvider(_AddProvider[IPAllowListProvider], verb="Add", noun="IPAllowListProvider"):
    """Ask another DNS list of good addresses. What it holds is put into the lab's DNS by Add-LabDnsRecord."""


class SetIPAllowListProvider(_SetProvider[IPAllowListProvider], verb="Set", noun="IPAllowListProvider"):
    """Change a DNS list of good addresses."""


class RemoveIPAllowListProvider(_RemoveProvider[IPAllowListProvider], verb="Remove", noun="IPAllowListProvider"):
    """Ask a DNS list of good addresses no more."""


class TestIPAllowListProvider(_TestProvider[IPAllowListProvider], verb="Test", noun="IPAllowListProvider"):
    """Ask a DNS list of good addresses about an address."""

    __test__ = False
