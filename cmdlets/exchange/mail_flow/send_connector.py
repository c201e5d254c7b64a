"""Cmdlets for Send connectors. Connectors are kept and shown; the lab sends nothing to the outside."""

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
    """Create a Send connector."""

    examples = (
        Example("New-SendConnector Internet -Internet -AddressSpaces *", "For all mail to the outside."),
        Example(
            'New-SendConnector "Smart host" -AddressSpaces * -DNSRoutingEnabled $false -SmartHosts mail.contoso.com',
            "Through a smart host.",
        ),
    )
    without: ClassVar[tuple[str, ...]] = ("admin_display_name",)
    aliases: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    address_spaces: Any = parameter_for(SendConnector.by_attribute["address_spaces"], mandatory=True)
    custom: bool = parameter("switch", help="A connector without presets.")
    internet: bool = parameter("switch", help="A connector for mail to the Internet.")
    internal: bool = parameter("switch", help="A connector for other servers of the organization.")
    partner: bool = parameter("switch", help="A connector for a partner organization with mutual TLS.")
    usage: str = parameter("string", values=("Custom", "Internal", "Internet", "Partner"), help="The usage type.")

    def make(self, values: dict[str, Any]) -> SendConnector:
        """Return the connector; smart hosts turn DNS routing off, and this server sends unless others are named."""
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
