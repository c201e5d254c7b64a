"""A Receive connector as a session uses it: plain numbers and names, taken once when the connector changes.

A session keeps the settings that it began with, whatever is set on the connector meanwhile.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from uuid import UUID

from organization.values.access import ANONYMOUS, EVERYONE, EXTERNALLY_SECURED, PARTNER_SERVERS

from .limits import ConnectionLimits
from .permissions import Grants


@dataclass(frozen=True, slots=True, eq=False)
class ConnectorSettings:
    """The settings of one connector. Times are in seconds, sizes in octets; None is unlimited."""

    key: Hashable
    """What stays when the connector is changed or renamed: its GUID."""
    identity: str
    """`EX01\\Internet`."""
    fqdn: str
    banner: str | None = None
    auth: frozenset[str] = frozenset({"Tls"})
    """The names in AuthMechanism."""
    grants: Grants = field(default_factory=Grants)
    """What the connector's access entries say."""
    require_tls: bool = False
    require_hello_name: bool = False
    gssapi: bool = False
    size: str = "Enabled"
    """`Enabled`, `Disabled` or `EnabledWithoutValue`."""
    pipelining: bool = True
    dsn: bool = True
    status_codes: bool = True
    eight_bit: bool = True
    binary: bool = True
    chunking: bool = True
    long_addresses: bool = False
    orar: bool = False
    smtp_utf8: bool = False
    suppress_anonymous_tls: bool = False
    domain_secure: bool = False
    """Clients are asked for a certificate."""
    secure_domains: frozenset[str] = frozenset()
    """In lower case: the domains whose servers have to prove who they are; empty where nobody is asked."""
    extended_protection: str = "None"
    """`None`, `Allow` or `Require`: whether logons are bound to their TLS channel."""
    exch50: bool = True
    """Xexch50Enabled of the organization: Exchange servers may send XEXCH50, where the version knows it."""
    needs_second_copy: bool = False
    """A message of which no other server can keep a copy is refused (2013 and later)."""
    reject_bare_linefeeds: bool = False
    default_domain: str | None = None
    connection_timeout: float = 600.0
    inactivity_timeout: float = 300.0
    connections: ConnectionLimits = field(default_factory=ConnectionLimits)
    rate_limit: int | None = None
    rate_by_address: bool = True
    rate_by_user: bool = False
    max_message_size: int = 10 << 20
    max_header_size: int = 64 << 10
    max_hops: int = 30
    max_local_hops: int = 8
    max_recipients: int = 200
    max_errors: int | None = 5
    max_logon_failures: int = 3
    tarpit: float = 5.0
    auth_tarpit: float | None = None
    """Where failed logons have a delay of their own (2016 and later); else `tarpit` holds for them."""
    acknowledgement_delay: float = 0.0
    """How long the reply to a message may wait for its delivery (2010 alone); 0 for not at all."""
    reject_reserved_top_level: bool = False
    reject_reserved_second_level: bool = False
    reject_single_label: bool = False
    front_end: bool = False
    """The connector belongs to the Front End Transport service (2013 and later)."""
    certificate: UUID | None = None
    """The GUID of the certificate for STARTTLS; None where no certificate fits."""
    verbose: bool = False
    """ProtocolLoggingLevel is Verbose."""

    @property
    def externally_secured(self) -> bool:
        """Whether something outside of Exchange vouches for every client (ExternalAuthoritative)."""
        return "ExternalAuthoritative" in self.auth

    @property
    def anonymous_rights(self) -> frozenset[str]:
        """What a client may do that has not logged on."""
        stranger = EXTERNALLY_SECURED if self.externally_secured else ANONYMOUS
        return self.grants.to((stranger.key, EVERYONE.key))

    @property
    def partner_rights(self) -> frozenset[str]:
        """What a client may do besides whose certificate is that of a partner."""
        return self.grants.to((PARTNER_SERVERS.key, EVERYONE.key))
