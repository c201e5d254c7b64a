"""What a Receive connector may not be, alone or beside the others of its server."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from ..errors import OrganizationError, RuleBroken
from ..values.enums import AuthMechanisms, PermissionGroups

if TYPE_CHECKING:
    from ..store import Organization
    from ..values.network import IPBinding, IPRange
    from .receive_connector import ReceiveConnector

_CONFLICT = (
    "The values that you specified for the Bindings and RemoteIPRanges parameters conflict with the settings on "
    'Receive connector "{}".'
)


class MappingConflict(OrganizationError):
    """Two connectors of a server that could not be told apart by address, port and client."""

    exception = "ConnectorMappingConflictException"

    def __init__(self, target: ReceiveConnector, other: str) -> None:
        super().__init__(target)
        self.other = other

    def _text(self) -> str:
        return (
            f"{_CONFLICT.format(self.other)} Receive connectors must have a unique combination of a local IP address & "
            "port bindings and remote IP address ranges. Change at least one of these values."
        )


class RoleConflict(MappingConflict):
    """Two services of a server that would listen on the same port."""

    exception = "ReceiveConnectorRoleConflictException"

    def _text(self) -> str:
        return (
            f"{_CONFLICT.format(self.other)} Receive connectors assigned to different Transport roles on a single "
            "server must listen on unique local IP address & port bindings."
        )


class InvalidFqdn(OrganizationError):
    """Exchange Server authentication under a name that is not the server's."""

    exception = "InvalidFqdnUnderExchangeServerAuthException"

    def __init__(self, target: ReceiveConnector, fqdn: str, netbios: str) -> None:
        super().__init__(target)
        self.fqdn = fqdn
        self.netbios = netbios

    def _text(self) -> str:
        return (
            "When the AuthMechanism parameter on a Receive connector is set to the value ExchangeServer, you must set "
            "the FQDN parameter on the Receive connector to one of the following values: the FQDN of the transport "
            f'server "{self.fqdn}", the NetBIOS name of the transport server "{self.netbios}", or $null.'
        )


class ExternalWithoutServers(OrganizationError):
    """Externally secured, but servers have no permission."""

    exception = "ExternalAuthoritativeWithoutExchangeServerPermissionException"

    def _text(self) -> str:
        return (
            "You must set the value for the PermissionGroups parameter on the Receive connector to ExchangeServers "
            "when you set the AuthMechanism parameter to a value of ExternalAuthoritative."
        )


def connector_rules(connector: ReceiveConnector, organization: Organization) -> Iterator[OrganizationError]:
    """Every rule that the connector breaks, the most telling first."""
    yield from (RuleBroken(problem, connector) for problem in _own_problems(connector))
    yield from _authentication(connector, organization)
    yield from _conflicts(connector, organization)


def _own_problems(connector: ReceiveConnector) -> Iterator[str]:
    auth = connector.auth_mechanism
    if not connector.bindings:
        yield "The Bindings parameter on a Receive connector needs at least one local IP address and port."
    if not connector.remote_ip_ranges:
        yield "The RemoteIPRanges parameter on a Receive connector needs at least one remote IP address range."
    if connector.connection_timeout <= connector.connection_inactivity_timeout:
        yield (
            f"The value of the ConnectionTimeout parameter ({connector.connection_timeout}) must be greater than the "
            f"value of the ConnectionInactivityTimeout parameter ({connector.connection_inactivity_timeout})."
        )
    needed = AuthMechanisms.BasicAuth | AuthMechanisms.Tls
    if AuthMechanisms.BasicAuthRequireTLS in auth and needed not in auth:
        yield (
            "The AuthMechanism value BasicAuthRequireTLS can only be used together with the values BasicAuth and Tls."
        )
    alone = AuthMechanisms.ExternalAuthoritative | AuthMechanisms.Tls
    if AuthMechanisms.ExternalAuthoritative in auth and auth | alone != alone:
        yield "The AuthMechanism value ExternalAuthoritative can't be combined with any other value than Tls."
    if connector.require_tls and AuthMechanisms.Tls not in auth:
        yield "The RequireTLS parameter can be $true only when the AuthMechanism parameter contains the value Tls."
    if connector.domain_secure_enabled and (
        AuthMechanisms.Tls not in auth or AuthMechanisms.ExternalAuthoritative in auth
    ):
        yield (
            "The DomainSecureEnabled parameter can be $true only when the AuthMechanism parameter contains the value "
            "Tls and does not contain the value ExternalAuthoritative."
        )
    if connector.binary_mime_enabled and not connector.chunking_enabled:
        yield "The BinaryMimeEnabled parameter can be $true only when the ChunkingEnabled parameter is $true."


def _authentication(connector: ReceiveConnector, organization: Organization) -> Iterator[OrganizationError]:
    auth = connector.auth_mechanism
    netbios = connector.server_name or organization.forest.server
    fqdn = f"{netbios}.{organization.forest.domain}"
    own_names = (None, fqdn.lower(), netbios.lower())
    if AuthMechanisms.ExchangeServer in auth and (connector.fqdn and connector.fqdn.lower()) not in own_names:
        yield InvalidFqdn(connector, fqdn, netbios)
    external = AuthMechanisms.ExternalAuthoritative in auth
    if external and PermissionGroups.ExchangeServers not in connector.permission_groups:
        yield ExternalWithoutServers(connector)


def _conflicts(connector: ReceiveConnector, organization: Organization) -> Iterator[OrganizationError]:
    neighbours = {
        other.guid
        for binding in connector.bindings
        for other in organization.sharing(type(connector), listening_key(binding))
    }
    neighbours.discard(connector.guid)
    if not neighbours:
        return
    bindings, ranges = set(connector.bindings), _ranges_of(connector)
    for other in organization.all(type(connector)):
        if other.guid not in neighbours or other.server != connector.server or bindings.isdisjoint(other.bindings):
            continue
        if organization.profile.two_services and other.transport_role != connector.transport_role:
            yield RoleConflict(connector, other.identity_text())
        elif not ranges.isdisjoint(_ranges_of(other)):
            yield MappingConflict(connector, other.identity_text())


def listening_key(binding: IPBinding) -> str:
    """Among the index keys of a connector (`DirectoryObject.index_keys`), one of the places where it listens."""
    return f"listens at {binding.address}:{binding.port}"


@lru_cache(1024)
def _ranges_of(connector: ReceiveConnector) -> frozenset[IPRange]:
    """Its ranges in a form that keeps their hashes, which cost more than all the rest of the comparison."""
    return frozenset(connector.remote_ip_ranges)
