"""Send connectors. They are kept and shown; the lab sends nothing to the outside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from organization.objects.send_connector import SendConnector
from shell.engine.commands.cmdlet import Example, parameter

from ..changing import NewObject, RemoveObject, SetObject
from ..parameters import parameter_for
from ..reading import GetObject


class GetSendConnector(GetObject[SendConnector], verb="Get", noun="SendConnector"):
    """Show Send connectors."""

    examples = (Example("Get-SendConnector", "All of them."),)


class NewSendConnector(NewObject[SendConnector], verb="New", noun="SendConnector"):
    """Make a Send connector."""

    examples = (
        Example("New-SendConnector Internet -Internet -AddressSpaces *", "For all mail to the outside."),
        Example(
            'New-SendConnector "Smart host" -AddressSpaces * -DNSRoutingEnabled $false -SmartHosts mail.contoso.com',
            "By way of a smart host.",
        ),
    )
    without: ClassVar[tuple[str, ...]] = ("admin_display_name",)
    aliases: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    address_spaces: Any = parameter_for(SendConnector.by_attribute["address_spaces"], mandatory=True)
    custom: bool = parameter("switch", help="A connector whose every setting you choose.")
    internet: bool = parameter("switch", help="For mail to the Internet.")
    internal: bool = parameter("switch", help="For other servers of the organization.")
    partner: bool = parameter("switch", help="For a partner by mutual TLS.")
    usage: str = parameter("string", values=("Custom", "Internal", "Internet", "Partner"), help="What it is for.")

    def make(self, values: dict[str, Any]) -> SendConnector:
        """The connector; smart hosts turn DNS off, and this server sends unless others are named."""
        server = self.server_of(None)
        defaults: dict[str, Any] = {"source_transport_servers": (server.identity,)}
        if values.get("smart_hosts") and "dns_routing_enabled" not in values:
            defaults["dns_routing_enabled"] = False
        if self.partner or self.usage.lower() == "partner":
            defaults["domain_secure_enabled"] = True
        return super().make(defaults | values)


class SetSendConnector(SetObject[SendConnector], verb="Set", noun="SendConnector"):
    """Change a Send connector."""

    without: ClassVar[tuple[str, ...]] = ("admin_display_name",)


class RemoveSendConnector(RemoveObject[SendConnector], verb="Remove", noun="SendConnector"):
    """Remove a Send connector."""
