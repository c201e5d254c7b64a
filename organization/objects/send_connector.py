"""Send connectors: by which way mail leaves. They are kept and shown; nothing is sent to the outside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from ..directory import DirectoryObject
from ..errors import OrganizationError, RuleBroken
from ..names import ADObjectId, Forest
from ..properties import Many, OrUnlimited, Reference, derived, matching, prop
from ..values.address import SmtpDomainWithSubdomains
from ..values.enums import Choice, Flags, ProtocolLoggingLevel
from ..values.errors import BadValue
from ..values.network import IPAddress
from ..values.size import ByteQuantifiedSize
from ..values.timespan import EnhancedTimeSpan
from ..values.unlimited import Unlimited
from .antispam.ip_providers import IP_ADDRESS

if TYPE_CHECKING:
    from ..store import Organization


class SmartHostAuthMechanisms(Choice):
    """How the server proves itself to a smart host."""

    None_ = 0
    BasicAuth = 2
    BasicAuthRequireTLS = 4
    ExchangeServer = 8
    ExternalAuthoritative = 16


class TlsAuthLevel(Choice):
    """How far the certificate of the other side is checked."""

    EncryptionOnly = 1
    CertificateValidation = 2
    DomainValidation = 3


class ErrorPolicies(Flags):
    """Which failures are taken as temporary."""

    DowngradeDnsFailures = 1
    DowngradeCustomFailures = 2

    def __str__(self) -> str:
        return "Default" if not self else super().__str__()


@dataclass(frozen=True, slots=True)
class AddressSpace:
    """The domains that a connector is for, with a cost: `SMTP:*.contoso.com;1`."""

    kind: str
    address: str
    cost: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `*`, `contoso.com`, `SMTP:*.contoso.com;5`. The kind is SMTP and the cost 1 unless they are named."""
        match = re.fullmatch(r"\s*(?:(?P<kind>[A-Za-z0-9]+):)?(?P<address>[^;]+?)(?:;(?P<cost>\d{1,3}))?\s*", text)
        if match is None:
            raise BadValue(f"The address space '{text}' is not valid.")
        kind, cost = (match["kind"] or "SMTP").upper(), int(match["cost"] or 1)
        if kind == "SMTP" and match["address"] != "--":
            SmtpDomainWithSubdomains.parse(match["address"])
        if not 1 <= cost <= 100:
            raise BadValue(f"The cost {cost} of the address space '{text}' is not valid. It must be between 1 and 100.")
        return cls(kind, match["address"], cost)

    @classmethod
    def convert(cls, value: Any) -> Self:
        """An address space from one, or from a text."""
        return value if isinstance(value, cls) else cls.parse(str(value))

    def __str__(self) -> str:
        return f"{self.kind}:{self.address};{self.cost}"


class SendConnector(DirectoryObject):
    """By which way mail for some domains leaves the organization."""

    noun = "Send connector"
    schema_name = "ms-Exch-Routing-SMTP-Connector"
    object_classes = ("top", "msExchConnector", "mailGateway", "msExchRoutingSMTPConnector")

    address_spaces: tuple[AddressSpace, ...] = prop(Many(AddressSpace), help="The domains that it is for.")
    authentication_credential: Any = prop("PSCredential", default=None, hidden=True)
    cloud_services_mail_enabled: bool = prop(
        bool,
        default=False,
        since="2013",
        help="Exchange's own X- headers go along to a hybrid organization in the cloud. Kept; nothing is sent outside.",
    )
    comment: str | None = prop(str, default="", longest=1024, help="A note for administrators.")
    connected_domains: tuple[str, ...] = derived("MultiValuedProperty", lambda self: ())
    connection_inactivity_time_out: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="00:10:00",
        between=("00:00:01", "1.00:00:00"),
        help="How long an idle connection stays open, up to a day. Kept; nothing is sent outside.",
    )
    dns_routing_enabled: bool = prop(bool, default=True, help="Find the next server by DNS, not a smart host.")
    domain_secure_enabled: bool = prop(
        bool,
        default=False,
        help="Domains on the list of secure ones are sent to by mutual TLS. Kept; nothing is sent outside.",
    )
    enabled: bool = prop(
        bool, default=True, help="Whether mail may leave by this connector. Kept; nothing is sent outside."
    )
    error_policies: ErrorPolicies = prop(
        ErrorPolicies,
        default=0,
        since="2010",
        help="Taken as temporary: DowngradeDnsFailures, DowngradeCustomFailures, Default. Kept without effect.",
    )
    force_helo: bool = prop(
        bool, name="ForceHELO", default=False, help="Greet with HELO, never EHLO. Kept; nothing is sent outside."
    )
    fqdn: str | None = prop(
        str,
        default=None,
        longest=255,
        help="The name in the greeting; the server's own where it is $null. Kept; nothing is sent outside.",
    )
    frontend_proxy_enabled: bool = prop(
        bool,
        default=False,
        since="2013",
        help="Mail leaves through the front end of a Client Access server. Kept; nothing is sent outside.",
    )
    home_mta: str = derived(str, lambda self: "Microsoft MTA", name="HomeMTA")
    home_mta_server_id: str = derived(
        str, lambda self: ", ".join(server.name for server in self.source_transport_servers), name="HomeMtaServerId"
    )
    ignore_starttls: bool = prop(
        bool,
        name="IgnoreSTARTTLS",
        default=False,
        help="Never use TLS, even if the other server offers it. Kept; nothing is sent outside.",
    )
    is_scoped_connector: bool = prop(
        bool, default=False, help="Only servers of the same site may use the connector. Kept without effect."
    )
    is_smtp_connector: bool = derived(bool, lambda self: True)
    linked_receive_connector: ADObjectId | None = prop(
        Reference("ReceiveConnector"),
        default=None,
        help="A Receive connector all of whose mail leaves by this one. Kept without effect.",
    )
    max_message_size: Unlimited[ByteQuantifiedSize] = prop(
        OrUnlimited(ByteQuantifiedSize),
        default="10MB",
        between=("0B", 2**31 - 1),
        help="The largest message that may leave by this connector, or unlimited. Kept; nothing is sent outside.",
    )
    port: int = prop(
        int,
        default=25,
        between=(0, 65535),
        help="The TCP port of the server that mail goes to. Kept; nothing is sent outside.",
    )
    protocol_logging_level: ProtocolLoggingLevel = prop(
        ProtocolLoggingLevel,
        default="None",
        help="Whether attempts to reach smart hosts are logged: None or Verbose. Nothing is sent outside.",
    )
    require_oorg: bool = prop(
        bool,
        default=False,
        since="2010",
        help="The organization of origin has to be told by XOORG. Kept; nothing is sent outside.",
    )
    require_tls: bool = prop(
        bool, name="RequireTLS", default=False, help="Nothing is sent without TLS. Kept; nothing is sent outside."
    )
    smart_host_auth_mechanism: SmartHostAuthMechanisms = prop(
        SmartHostAuthMechanisms,
        default="None",
        help="How to log on at the smart host, for example BasicAuthRequireTLS. Kept; nothing is sent outside.",
    )
    smart_hosts: tuple[str, ...] = prop(
        Many(str),
        default=(),
        check=lambda hosts: next(
            (f"'{host}' is not a valid smart host." for host in hosts if not matches_host(host)), None
        ),
        help="Where mail goes instead of asking DNS.",
    )
    smart_hosts_string: str = derived(str, lambda self: ",".join(self.smart_hosts))
    smtp_max_messages_per_connection: int = prop(
        int,
        default=20,
        between=(0, 2**31 - 1),
        since="2010",
        help="The messages after which a new connection is made; 0 for no limit. Kept; nothing is sent outside.",
    )
    source_ip_address: IPAddress = prop(
        IP_ADDRESS,
        default="0.0.0.0",
        help="The local address to send from; 0.0.0.0 for any. Kept; nothing is sent outside.",
    )
    source_transport_servers: tuple[ADObjectId, ...] = prop(
        Many(Reference("ExchangeServer")),
        default=(),
        help="The servers that may use the connector; in the lab there is one.",
    )
    tls_auth_level: TlsAuthLevel | None = prop(
        TlsAuthLevel,
        default=None,
        since="2010",
        help="Checks: EncryptionOnly, CertificateValidation or DomainValidation. Kept; nothing is sent outside.",
    )
    tls_certificate_name: str | None = prop(
        str,
        default=None,
        since="2013",
        help="The certificate to prove oneself with, as <I>Issuer<S>Subject. Kept; nothing is sent outside.",
    )
    tls_domain: SmtpDomainWithSubdomains | None = prop(
        SmtpDomainWithSubdomains,
        default=None,
        since="2010",
        help="The name that the certificate must hold, for DomainValidation. Kept; nothing is sent outside.",
    )
    use_external_dns_servers_enabled: bool = prop(
        bool, default=False, help="Ask the server's external DNS servers for the way. Kept; nothing is sent outside."
    )

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """In the only routing group."""
        return (
            "CN=Connections,CN=Exchange Routing Group (DWBGZMFD01QNBJR),CN=Routing Groups,"
            f"{forest.administrative_group_dn}"
        )

    def rules(self, organization: Organization) -> Iterator[OrganizationError]:
        """Either DNS or smart hosts."""
        if not self.address_spaces:
            yield RuleBroken("The Send connector needs at least one address space.", self)
        if not self.dns_routing_enabled and not self.smart_hosts:
            yield RuleBroken("You must specify a smart host when the DNSRoutingEnabled parameter is $false.", self)


_HOST = matching(r"\[[0-9A-Fa-f.:]+\]|[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?", "no host")


def matches_host(text: str) -> bool:
    """Whether a text names a smart host: a host name, or an address in brackets."""
    return _HOST(text) is None
