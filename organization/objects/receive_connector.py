"""Receive connectors: where a transport server listens for SMTP, for whom, and how strictly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..directory import DirectoryObject
from ..errors import OrganizationError
from ..names import ADObjectId, Forest
from ..properties import Many, OrUnlimited, Reference, matching, prop
from ..values.address import is_domain
from ..values.enums import (
    AuthMechanisms,
    ExtendedProtectionPolicySetting,
    MessageRateSource,
    PermissionGroups,
    ProtocolLoggingLevel,
    ServerRole,
    SizeMode,
    UsageType,
)
from ..values.network import ALL_IPV4, ALL_IPV6, IPBinding, IPRange
from ..values.size import ByteQuantifiedSize
from ..values.timespan import EnhancedTimeSpan
from ..values.unlimited import Unlimited
from ..versions import Version
from .receive_connector_rules import connector_rules, listening_key

if TYPE_CHECKING:
    from ..store import Organization

_TIMEOUT = ("00:00:01", "1.00:00:00")
_INT32 = (1, 2**31 - 1)


def _fqdn(value: Any) -> str | None:
    return None if value is None or is_domain(value) else f'"{value}" is not a valid fully qualified domain name.'


class ReceiveConnector(DirectoryObject):
    """Where a transport server listens for SMTP, for whom, and how strictly."""

    noun = "Receive connector"
    schema_name = "ms-Exch-Smtp-Receive-Connector"
    object_classes = ("top", "msExchSmtpReceiveConnector")

    auth_mechanism: AuthMechanisms = prop(
        AuthMechanisms, default="None", help="The ways in which clients may prove who they are; announced by EHLO."
    )
    banner: str | None = prop(
        str,
        default=None,
        longest=1024,
        check=matching(r"(?s)220(?: .*|-.*)?", "The banner has to start with 220 and a space: 220 <text>."),
        help="The greeting instead of the usual one. It has to start with 220.",
    )
    binary_mime_enabled: bool = prop(bool, default=True, help="Announce BINARYMIME; needs chunking.")
    bindings: tuple[IPBinding, ...] = prop(Many(IPBinding), help="The local addresses and ports to listen on.")
    chunking_enabled: bool = prop(bool, default=True, help="Announce CHUNKING and take BDAT.")
    default_domain: ADObjectId | None = prop(
        Reference("AcceptedDomain"), default=None, help="The accepted domain that completes addresses without one."
    )
    delivery_status_notification_enabled: bool = prop(bool, default=True, help="Announce DSN.")
    eight_bit_mime_enabled: bool = prop(bool, default=True, help="Announce 8BITMIME.")
    smtp_utf8_enabled: bool = prop(
        bool,
        name="SmtpUtf8Enabled",
        default=False,
        since="2013",
        help="Announce SMTPUTF8 and take addresses that are not of ASCII alone.",
    )
    bare_linefeed_rejection_enabled: bool = prop(
        bool, default=False, since="2010", help="Refuse messages with line feeds that have no carriage return."
    )
    domain_secure_enabled: bool = prop(bool, default=False, help="Mutual TLS for the domains of the secure list.")
    enhanced_status_codes_enabled: bool = prop(bool, default=True, help="Announce ENHANCEDSTATUSCODES.")
    long_addresses_enabled: bool = prop(bool, default=False, help="Take addresses of more than 571 characters.")
    orar_enabled: bool = prop(bool, default=False, help="Announce XORAR, and take alternate recipients.")
    suppress_x_anonymous_tls: bool = prop(bool, default=False, since="2010", help="Do not announce X-ANONYMOUSTLS.")
    proxy_enabled: bool = prop(bool, default=False, since="2013", read_only=True)
    advertise_client_settings: bool = prop(
        bool, default=False, since="2010", help="Show the SMTP settings to users of Outlook on the web."
    )
    fqdn: str | None = prop(
        str, default=None, check=_fqdn, longest=255, help="The name that the server gives itself in SMTP."
    )
    service_discovery_fqdn: str | None = prop(
        str,
        default=None,
        check=_fqdn,
        since="2013",
        help="The name by which services find the connector. Kept without effect.",
    )
    tls_certificate_name: str | None = prop(
        str,
        default=None,
        since="2013",
        check=matching(
            r"(?is)<I>[^<]+<S>[^<]+(<D>.+)?", "A certificate is named as <I>Issuer<S>Subject: <I>CN=Root CA<S>CN=mail."
        ),
        help="The certificate to offer, as <I>Issuer<S>Subject.",
    )
    comment: str | None = prop(str, default=None, longest=1024, help="A note for administrators.")
    enabled: bool = prop(bool, default=True, help="Whether the connector takes connections.")
    connection_timeout: EnhancedTimeSpan = prop(
        EnhancedTimeSpan, default="00:10:00", between=_TIMEOUT, help="The longest a connection may last, busy or not."
    )
    connection_inactivity_timeout: EnhancedTimeSpan = prop(
        EnhancedTimeSpan, default="00:05:00", between=_TIMEOUT, help="The longest a client may be silent."
    )
    message_rate_limit: Unlimited[int] = prop(
        OrUnlimited(int), default="unlimited", between=_INT32, help="Messages a minute that one client may send."
    )
    message_rate_source: MessageRateSource = prop(
        MessageRateSource, default="IPAddress", since="2010", help="What the message rate is counted for."
    )
    max_inbound_connection: Unlimited[int] = prop(
        OrUnlimited(int), default=5000, between=_INT32, help="Connections at the same time."
    )
    max_inbound_connection_per_source: Unlimited[int] = prop(
        OrUnlimited(int), default=100, between=(1, 10000), help="Connections at the same time from one address."
    )
    max_inbound_connection_percentage_per_source: int = prop(
        int, default=2, between=(1, 100), help="The share of the connections still free that one address may take."
    )
    max_header_size: ByteQuantifiedSize = prop(
        ByteQuantifiedSize, default="64KB", between=_INT32, help="The largest header of a message."
    )
    max_hop_count: int = prop(int, default=30, between=(1, 500), help="The most Received headers.")
    max_local_hop_count: int = prop(
        int,
        default=8,
        between=(0, 50),
        help="The most Received headers of servers of this organization; 0 is no limit.",
    )
    max_logon_failures: int = prop(
        int, default=3, between=(0, 10), help="Failed logons before the connection is closed; 0 is no limit."
    )
    max_message_size: ByteQuantifiedSize = prop(
        ByteQuantifiedSize, default="10MB", between=(65536, 2**31 - 1), help="The largest message."
    )
    max_protocol_errors: Unlimited[int] = prop(
        OrUnlimited(int), default=5, between=(0, 2**31 - 1), help="Errors that a client may make before it is cut off."
    )
    max_recipients_per_message: int = prop(int, default=200, between=(1, 512000), help="Recipients of one message.")
    permission_groups: PermissionGroups = prop(
        PermissionGroups, default="None", help="Who may submit mail, and with which rights."
    )
    pipelining_enabled: bool = prop(bool, default=True, help="Announce PIPELINING.")
    protocol_logging_level: ProtocolLoggingLevel = prop(
        ProtocolLoggingLevel, default="None", help="Whether conversations are written to the protocol log."
    )
    remote_ip_ranges: tuple[IPRange, ...] = prop(
        Many(IPRange), default=(ALL_IPV6, ALL_IPV4), help="The addresses of the clients that the connector is for."
    )
    require_ehlo_domain: bool = prop(bool, default=False, help="HELO and EHLO have to name a domain.")
    require_tls: bool = prop(bool, name="RequireTLS", default=False, help="Take no mail before STARTTLS.")
    enable_auth_gssapi: bool = prop(bool, default=False, help="Announce GSSAPI with integrated authentication.")
    extended_protection_policy: ExtendedProtectionPolicySetting = prop(
        ExtendedProtectionPolicySetting, default="None", since="2010", help="Channel binding of logons."
    )
    live_credential_enabled: bool = prop(bool, default=False, since="2010", until="2013", read_only=True)
    tls_domain_capabilities: tuple[str, ...] = prop(
        Many(str), default=(), since="2010", help="What hybrid domains may do, as domain:capability."
    )
    server: ADObjectId | None = prop(Reference("ExchangeServer"), default=None, read_only=True)
    transport_role: ServerRole = prop(
        ServerRole, default="HubTransport", since="2013", help="The service that owns the connector."
    )
    reject_reserved_second_level_recipient_domains: bool = prop(
        bool, default=False, since="2016", help="Refuse recipients in example.com, example.net and example.org."
    )
    reject_reserved_top_level_recipient_domains: bool = prop(
        bool, default=False, since="2016", help="Refuse recipients in .test, .example, .invalid and .localhost."
    )
    reject_single_label_recipient_domains: bool = prop(
        bool, default=False, since="2016", help="Refuse recipients in domains without a dot."
    )
    size_enabled: SizeMode = prop(SizeMode, default="Enabled", help="Announce SIZE, and the largest size with it.")
    tarpit_interval: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="00:00:05",
        between=("00:00:00", "00:10:00"),
        whole_number_is="seconds",
        help="How long 5.x.x replies to anonymous clients are held back. A whole number is seconds.",
    )
    auth_tarpit_interval: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="00:00:05",
        between=("00:00:00", "00:10:00"),
        whole_number_is="seconds",
        since="2016",
        help="How long the reply to a failed logon is held back. A whole number is seconds.",
    )
    max_acknowledgement_delay: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="00:00:30",
        between=("00:00:00", "24855.03:14:07"),
        since="2010",
        help="How long the reply to an accepted message may wait for its delivery.",
    )

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """In the server that owns it."""
        server = values.get("server")
        base = server.distinguished_name if isinstance(server, ADObjectId) else forest.server_dn(forest.server)
        return f"CN=SMTP Receive Connectors,CN=Protocols,{base}"

    @property
    def server_name(self) -> str:
        """The name of the server that owns it."""
        return self.server.name if self.server else ""

    def identity_text(self) -> str:
        """`SERVER\\Name`."""
        return f"{self.server_name}\\{self.name}"

    def index_keys(self) -> Iterator[str]:
        """Also by where it listens, so that its neighbours are found."""
        yield from super().index_keys()
        yield from map(listening_key, self.bindings)

    def rules(self, organization: Organization) -> Iterator[OrganizationError]:
        """Those of its own settings, and that it can be told apart from its neighbours."""
        return connector_rules(self, organization)


@dataclass(frozen=True, slots=True)
class Usage:
    """What a usage type sets on a new connector, and which parameters it needs."""

    auth_mechanism: str
    permission_groups: str
    bindings: tuple[str, ...] = ()
    """The default; without one, bindings have to be given, and with one they may not be."""
    needs_ranges: bool = True
    settings: tuple[tuple[str, Any], ...] = ()


USAGES: Mapping[UsageType, Usage] = {
    UsageType.Custom: Usage("Tls", "None"),
    UsageType.Internet: Usage("Tls", "AnonymousUsers", needs_ranges=False),
    UsageType.Internal: Usage("Tls, ExchangeServer", "ExchangeServers, ExchangeLegacyServers", ("0.0.0.0:25",)),
    UsageType.Client: Usage(
        "Tls, Integrated, BasicAuth, BasicAuthRequireTLS",
        "ExchangeUsers",
        ("0.0.0.0:587",),
        settings=(("enable_auth_gssapi", True),),
    ),
    UsageType.Partner: Usage("Tls", "Partners", settings=(("domain_secure_enabled", True),)),
}
_USAGES_2007: Mapping[UsageType, Usage] = {
    **USAGES,
    UsageType.Custom: Usage("None", "None"),
    UsageType.Internal: replace(USAGES[UsageType.Internal], auth_mechanism="ExchangeServer"),
}
"""Before 2010, TLS was no part of connectors for other Exchange servers, nor of those that are said nothing about."""


def usage_of(kind: UsageType, version: Version) -> Usage:
    """What a usage type means in a version of Exchange."""
    return (_USAGES_2007 if version is Version.V2007 else USAGES)[kind]
