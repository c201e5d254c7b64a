"""Cmdlets for Receive connectors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from organization.objects.connector_access import with_groups
from organization.objects.receive_connector import ReceiveConnector, Usage, usage_of
from organization.objects.server import ExchangeServer
from organization.ports import EndpointState
from organization.values.enums import UsageType
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.engine.session.streams import HostInformationMessage, InformationRecord

from ..base import ExchangeCmdlet
from ..changing import NewObject, RemoveObject, SetObject
from ..identities import IdParameter, id_type
from ..kinds import enum_type
from ..parameters import parameter_for
from ..reading import GetObject

ARTICLE_NAMES: Mapping[str, tuple[str, ...]] = {
    "connection_inactivity_timeout": ("ConnectionInactiveTimeout",),
    "max_inbound_connection_per_source": ("MaxInboundConnectionsPerSource",),
    "message_rate_limit": ("MaxRateLimit",),
}
"""The spellings of a well-known series of articles, which Exchange itself never took."""

_USAGE_SETS = ("Custom", "Internet", "Partner", "Internal", "Client", "UsageType")


class GetReceiveConnector(
    GetObject[ReceiveConnector], verb="Get", noun="ReceiveConnector", output=(ReceiveConnector.__name__,)
):
    """Show Receive connectors. Without an identity all connectors of all servers are shown."""

    examples = (
        Example("Get-ReceiveConnector", "All connectors."),
        Example('Get-ReceiveConnector "EX01\\Default EX01" | Format-List', "All settings of one connector."),
    )

    default_set = "Identity"
    server: IdParameter | None = parameter(
        id_type("Server"), sets=("Server",), pipeline=True, help="Only connectors of this server."
    )

    @classmethod
    def declare_parameters(cls) -> None:
        """Declare -Identity in a parameter set of its own."""
        cls.add_parameter("identity", cls.identity_in_set())

    def found(self) -> Sequence[ReceiveConnector]:
        """Return the connectors, of one server where that is named."""
        connectors = super().found()
        if self.server is None:
            return connectors
        server = self.lookup(ExchangeServer, self.server)
        return [item for item in connectors if item.server == server.identity]


class _Listening(ExchangeCmdlet):
    """A cmdlet that may open listeners: it waits for them and warns where one could not open."""

    def follow(self, connector: ReceiveConnector, *, show: bool = False) -> None:
        """Wait for the listeners; a port that could not be bound is a warning, and the connector is kept.

        With `show`, print the endpoint of the connector on this machine.
        """
        services = self.session.services
        if services is None:
            return
        services.transport.settle()
        for endpoint in services.transport.endpoints(connector):
            if endpoint.state is EndpointState.FAILED:
                self.write_warning(
                    f"The Receive connector '{connector.identity_text()}' can't listen on {endpoint.lab}: "
                    f"{endpoint.reason}"
                )
            elif endpoint.real is not None and endpoint.state is EndpointState.LISTENING and show:
                address, port = endpoint.real
                self.tell(f"On this machine {endpoint.lab} is {address}:{port}.")

    def tell(self, text: str) -> None:
        """Say something on the console that is neither output nor a warning."""
        self.write_information(InformationRecord(HostInformationMessage(text), self.command_name(), ["PSHOST"]))


class NewReceiveConnector(NewObject[ReceiveConnector], _Listening, verb="New", noun="ReceiveConnector"):
    """Create a Receive connector. Its usage type presets authentication and permissions; parameters override the
    presets.
    """

    misspelt = ARTICLE_NAMES
    without: ClassVar[tuple[str, ...]] = (
        "admin_display_name",
        "bare_linefeed_rejection_enabled",
        "smtp_utf8_enabled",
    )
    examples = (
        Example(
            'New-ReceiveConnector -Name "Internet" -Usage Internet -Bindings 192.168.1.10:25',
            "A connector for mail from the Internet.",
        ),
        Example(
            'New-ReceiveConnector "Printers" -Custom -Bindings 0.0.0.0:25 -RemoteIPRanges 192.168.1.50-192.168.1.60 '
            "-PermissionGroups AnonymousUsers",
            "A connector for devices that send without a password.",
        ),
    )

    name: str = parameter_for(ReceiveConnector.by_attribute["name"], position=0, mandatory=True)  # type: ignore[assignment]
    bindings: Any = parameter_for(
        ReceiveConnector.by_attribute["bindings"],
        sets={each: SetMembership(mandatory=each in ("Custom", "Internet", "Partner")) for each in _USAGE_SETS},
    )
    remote_ip_ranges: Any = parameter_for(
        ReceiveConnector.by_attribute["remote_ip_ranges"],
        sets={
            each: SetMembership(mandatory=each in ("Custom", "Partner", "Internal", "Client")) for each in _USAGE_SETS
        },
    )
    custom: bool = parameter("switch", sets=("Custom",), help="A connector without presets.")
    internet: bool = parameter(
        "switch", sets=("Internet",), mandatory=True, help="A connector for mail from the Internet."
    )
    internal: bool = parameter(
        "switch", sets=("Internal",), mandatory=True, help="A connector for other Exchange servers."
    )
    client: bool = parameter(
        "switch", sets=("Client",), mandatory=True, help="A connector for users with POP and IMAP clients."
    )
    partner: bool = parameter(
        "switch", sets=("Partner",), mandatory=True, help="A connector for a partner organization with mutual TLS."
    )
    usage: Any = parameter(enum_type(UsageType).name, sets=("UsageType",), mandatory=True, help="The usage type.")
    server: IdParameter | None = parameter(id_type("Server"), help="The server that hosts the connector.")

    default_set = "Custom"

    def make(self, values: dict[str, Any]) -> ReceiveConnector:
        """Return the connector: the presets of its usage type, overridden by the parameters."""
        kind = self._usage()
        usage = usage_of(kind, self.organization.profile.version)
        self._require(kind, usage, values)
        server = self.server_of(self.server)
        defaults: dict[str, Any] = {
            "auth_mechanism": usage.auth_mechanism,
            "permission_groups": usage.permission_groups,
            "fqdn": server.fqdn,
            "server": server.identity,
            "bindings": usage.bindings,
            "remote_ip_ranges": ("0.0.0.0-255.255.255.255",),
            **dict(usage.settings),
        }
        return super().make(defaults | values)

    def _usage(self) -> UsageType:
        if self.usage is not None:
            return UsageType(int(self.usage))
        for kind in (UsageType.Internet, UsageType.Internal, UsageType.Client, UsageType.Partner):
            if getattr(self, kind.name.lower()):
                return kind
        return UsageType.Custom

    def _require(self, kind: UsageType, usage: Usage, values: dict[str, Any]) -> None:
        """Refuse a connector without the bindings or remote addresses that its usage needs."""
        if "bindings" not in values and not usage.bindings:
            raise self.fail(self.refusal(_needed("Bindings", kind), "NewReceiveConnectorUsageException"))
        if "remote_ip_ranges" not in values and usage.needs_ranges:
            raise self.fail(self.refusal(_needed("RemoteIPRanges", kind), "NewReceiveConnectorUsageException"))

    def after(self, made: ReceiveConnector) -> None:
        """Open its listener at once."""
        self.follow(made, show=True)


def _needed(name: str, kind: UsageType) -> str:
    return f'You must specify a value for the {name} parameter when the Usage parameter is set to the value "{kind}".'


class SetReceiveConnector(SetObject[ReceiveConnector], _Listening, verb="Set", noun="ReceiveConnector"):
    """Change a Receive connector. Its listener changes at once; open sessions keep their settings."""

    misspelt = ARTICLE_NAMES
    examples = (
        Example(
            'Set-ReceiveConnector "Client EX01" -MaxProtocolErrors 2', "Disconnect a client after two protocol errors."
        ),
        Example(
            "Set-ReceiveConnector \"Client EX01\" -RemoteIPRanges @{Add='10.0.0.0/8'}",
            "Accept connections from another network.",
        ),
    )

    def altered(self, item: ReceiveConnector, values: dict[str, Any]) -> ReceiveConnector:
        """Return the changed connector; permissions outside of permission groups stay."""
        changed = super().altered(item, values)
        if "permission_groups" not in values:
            return changed
        return with_groups(changed, changed.permission_groups, self.organization)

    def after(self, before: ReceiveConnector, now: ReceiveConnector) -> None:
        """Reopen its listener at once."""
        self.follow(now)


class RemoveReceiveConnector(RemoveObject[ReceiveConnector], verb="Remove", noun="ReceiveConnector"):
    """Remove a Receive connector. Open sessions are not cut off."""

    examples = (Example('Remove-ReceiveConnector "Client EX01" -Confirm:$false', "Remove it without a question."),)


__all__ = [
    "GetReceiveConnector",
    "NewReceiveConnector",
    "RemoveReceiveConnector",
    "SetReceiveConnector",
]
