"""Cmdlets for IP block list and allow list providers: DNS lists, which the lab looks up in its own DNS only."""

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
    """Add a list provider."""

    without: ClassVar[tuple[str, ...]] = ("admin_display_name",)
    lookup_domain: Any = parameter_for(IPListProvider.by_attribute["lookup_domain"], mandatory=True)

    def make(self, values: dict[str, Any]) -> Any:
        """Return the new provider, behind the others unless a priority is given."""
        behind = len(self.organization.all(self.model)) + 1
        values["priority"] = min(int(values.get("priority", behind)), behind)
        return super().make(values)

    def after(self, made: Model) -> None:
        """Move the providers behind it."""
        assert isinstance(made, IPListProvider)
        renumber(self.organization, type(made), made)


class _SetProvider(SetObject[Model]):
    """Change a list provider."""

    without: ClassVar[tuple[str, ...]] = ("admin_display_name",)

    def after(self, before: Model, now: Model) -> None:
        """Move the providers between its old and its new place."""
        assert isinstance(now, IPListProvider)
        renumber(self.organization, type(now), now)


class _RemoveProvider(RemoveObject[Model]):
    """Remove a list provider."""

    def after(self, item: Model) -> None:
        """Renumber the providers behind it."""
        assert isinstance(item, IPListProvider)
        renumber(self.organization, type(item))


class _TestProvider(OnObject[Model]):
    """Test a list provider with an IP address."""

    __test__ = False  # keeps pytest from collecting the class as a test
    supports_should_process: ClassVar[bool] = True
    ip_address: Any = parameter("object", name="IPAddress", mandatory=True, help="The IP address to look up.")

    def process(self) -> None:
        """Write the provider's answer, and whether it counts as a match."""
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
    """Show the IP block list providers."""

    examples = (Example("Get-IPBlockListProvider", "All providers. Their order is in Priority."),)


class AddIPBlockListProvider(_AddProvider[IPBlockListProvider], verb="Add", noun="IPBlockListProvider"):
    """Add an IP block list provider: a DNS list of addresses whose mail is rejected. An answer matches by -AnyMatch,
    -BitmaskMatch or -IPAddressesMatch.

    The lab asks no name server outside this machine: put the contents of the list into its DNS with Add-LabDnsRecord.
    """

    examples = (
        Example(
            "Add-IPBlockListProvider -Name Zen -LookupDomain zen.example.org -AnyMatch $true; "
            "Add-LabDnsRecord 2.113.0.203.zen.example.org A 127.0.0.2",
            "Reject mail from 203.0.113.2, which is on the list.",
        ),
        Example(
            "Add-IPBlockListProvider Zen -LookupDomain zen.example.org -IPAddressesMatch 127.0.0.2,127.0.0.4 "
            "-RejectionResponse '{0} is on the list of {2}'",
            "Match two answers, with a rejection response of your own.",
        ),
    )


class SetIPBlockListProvider(_SetProvider[IPBlockListProvider], verb="Set", noun="IPBlockListProvider"):
    """Change an IP block list provider."""


class RemoveIPBlockListProvider(_RemoveProvider[IPBlockListProvider], verb="Remove", noun="IPBlockListProvider"):
    """Remove an IP block list provider."""


class TestIPBlockListProvider(_TestProvider[IPBlockListProvider], verb="Test", noun="IPBlockListProvider"):
    """Test an IP block list provider with an IP address."""

    __test__ = False


class GetIPAllowListProvider(GetObject[IPAllowListProvider], verb="Get", noun="IPAllowListProvider"):
    """Show the IP allow list providers."""


class AddIPAllowListProvider(_AddProvider[IPAllowListProvider], verb="Add", noun="IPAllowListProvider"):
    """Add an IP allow list provider: a DNS list of addresses whose mail is accepted unchecked. Put the contents of the
    list into the lab's DNS with Add-LabDnsRecord.
    """


class SetIPAllowListProvider(_SetProvider[IPAllowListProvider], verb="Set", noun="IPAllowListProvider"):
    """Change an IP allow list provider."""


class RemoveIPAllowListProvider(_RemoveProvider[IPAllowListProvider], verb="Remove", noun="IPAllowListProvider"):
    """Remove an IP allow list provider."""


class TestIPAllowListProvider(_TestProvider[IPAllowListProvider], verb="Test", noun="IPAllowListProvider"):
    """Test an IP allow list provider with an IP address."""

    __test__ = False
