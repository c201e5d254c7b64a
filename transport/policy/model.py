"""From the organization's objects to the plain values that sessions work with."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from organization.certificates.choice import certificate_for
from organization.objects.accepted_domain import AcceptedDomain
from organization.objects.connector_access import connector_entries
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.transport_config import TransportConfigContainer
from organization.values.enums import (
    Flags,
    MessageRateSource,
    ProtocolLoggingLevel,
    ServerRole,
    member_text,
)
from organization.versions import Version

from .connectors import Routes
from .limits import ConnectionLimits
from .permissions import Grants
from .settings import ConnectorSettings

if TYPE_CHECKING:
    from uuid import UUID

    from organization.store import Organization
    from organization.values.unlimited import Unlimited

T = TypeVar("T")


def _limit(value: Unlimited[T]) -> T | None:
    return None if value.is_unlimited else value.value


def _names(flags: Flags) -> frozenset[str]:
    return frozenset(member_text(flag) for flag in type(flags) if flag in flags)


def settings_of(connector: ReceiveConnector, organization: Organization) -> ConnectorSettings:
    """What sessions of a connector need."""
    auth = _names(connector.auth_mechanism)
    default_domain: str | None = None
    if connector.default_domain is not None:
        wanted = connector.default_domain.guid
        domains = (item for item in organization.all(AcceptedDomain) if item.guid == wanted)
        default_domain = next((item.domain_name.domain for item in domains), None)
    later = organization.profile.version >= Version.V2016
    return ConnectorSettings(
        key=connector.guid,
        identity=connector.identity_text(),
        fqdn=connector.fqdn or organization.forest.server_fqdn,
        banner=connector.banner,
        auth=auth,
        grants=Grants.of(connector_entries(connector, organization)),
        require_tls=connector.require_tls,
        require_hello_name=connector.require_ehlo_domain,
        gssapi=connector.enable_auth_gssapi,
        size=member_text(connector.size_enabled),
        pipelining=connector.pipelining_enabled,
        dsn=connector.delivery_status_notification_enabled,
        status_codes=connector.enhanced_status_codes_enabled,
        eight_bit=connector.eight_bit_mime_enabled,
        binary=connector.binary_mime_enabled,
        chunking=connector.chunking_enabled,
        long_addresses=connector.long_addresses_enabled,
        orar=connector.orar_enabled,
        smtp_utf8=connector.smtp_utf8_enabled,
        suppress_anonymous_tls=connector.suppress_x_anonymous_tls,
        domain_secure=connector.domain_secure_enabled,
        secure_domains=_secure_domains(connector, organization),
        extended_protection=member_text(connector.extended_protection_policy),
        exch50=organization.one(TransportConfigContainer).xexch50_enabled,
        needs_second_copy=_needs_second_copy(organization),
        reject_bare_linefeeds=connector.bare_linefeed_rejection_enabled,
        default_domain=default_domain,
        connection_timeout=connector.connection_timeout.total_seconds,
        inactivity_timeout=connector.connection_inactivity_timeout.total_seconds,
        connections=ConnectionLimits(
            _limit(connector.max_inbound_connection),
            _limit(connector.max_inbound_connection_per_source),
            connector.max_inbound_connection_percentage_per_source,
        ),
        rate_limit=_limit(connector.message_rate_limit),
        rate_by_address=MessageRateSource.IPAddress in connector.message_rate_source,
        rate_by_user=MessageRateSource.User in connector.message_rate_source,
        max_message_size=connector.max_message_size.to_bytes(),
        max_header_size=connector.max_header_size.to_bytes(),
        max_hops=connector.max_hop_count,
        max_local_hops=connector.max_local_hop_count,
        max_recipients=connector.max_recipients_per_message,
        max_errors=_limit(connector.max_protocol_errors),
        max_logon_failures=connector.max_logon_failures,
        tarpit=connector.tarpit_interval.total_seconds,
        auth_tarpit=connector.auth_tarpit_interval.total_seconds if later else None,
        acknowledgement_delay=_acknowledgement_delay(connector, organization),
        reject_reserved_top_level=connector.reject_reserved_top_level_recipient_domains,
        reject_reserved_second_level=connector.reject_reserved_second_level_recipient_domains,
        reject_single_label=connector.reject_single_label_recipient_domains,
        front_end=is_front_end(connector, organization),
        certificate=certificate_for(connector, organization),
        verbose=connector.protocol_logging_level is ProtocolLoggingLevel.Verbose,
    )


def _acknowledgement_delay(connector: ReceiveConnector, organization: Organization) -> float:
    """Only 2010 delays the reply: before it there is no shadow redundancy, and since 2013 the copy is made at once."""
    config = organization.one(TransportConfigContainer)
    if organization.profile.version is not Version.V2010 or not config.shadow_redundancy_enabled:
        return 0.0
    return connector.max_acknowledgement_delay.total_seconds


def _secure_domains(connector: ReceiveConnector, organization: Organization) -> frozenset[str]:
    """The domains that have to prove themselves, where the connector is one that asks."""
    if not connector.domain_secure_enabled:
        return frozenset()
    config = organization.one(TransportConfigContainer)
    return frozenset(domain.domain.lower() for domain in config.tls_receive_domain_secure_list)


def _needs_second_copy(organization: Organization) -> bool:
    """Whether messages are refused of which no second server keeps a copy. The lab has one server: then all are."""
    config = organization.one(TransportConfigContainer)
    later = organization.profile.version >= Version.V2013
    return later and config.shadow_redundancy_enabled and config.reject_message_on_shadow_failure


def is_front_end(connector: ReceiveConnector, organization: Organization) -> bool:
    """Whether a connector belongs to the Front End Transport service."""
    return organization.profile.two_services and connector.transport_role == ServerRole.FrontendTransport


class ConnectorReader:
    """Reads the server's connectors. A connector that has not changed is not read again."""

    def __init__(self, organization: Organization) -> None:
        self._organization = organization
        self._lock = threading.Lock()
        self._known: dict[UUID, tuple[ReceiveConnector, ConnectorSettings]] = {}

    def read_again(self) -> None:
        """Something that connectors depend on has changed: read them all the next time."""
        with self._lock:
            self._known = {}

    def routes(self, runs: Callable[[ReceiveConnector], bool] = lambda connector: True) -> Routes:
        """The connectors, ready to be chosen from; `runs` says of which the service is running."""
        return Routes(lambda: self._read(runs))

    def _read(self, runs: Callable[[ReceiveConnector], bool]) -> Iterable[tuple[ReceiveConnector, ConnectorSettings]]:
        with self._lock:
            connectors = self._organization.all(ReceiveConnector)
            self._follow(connectors)
            return [self._known[connector.guid] for connector in connectors if runs(connector)]

    def _follow(self, connectors: list[ReceiveConnector]) -> None:
        known, self._known = self._known, {}
        for connector in connectors:
            before = known.get(connector.guid)
            # The default domain is another object, which may have been changed without the connector.
            same = before is not None and before[0] is connector and connector.default_domain is None
            self._known[connector.guid] = (
                before if before is not None and same else (connector, settings_of(connector, self._organization))
            )
