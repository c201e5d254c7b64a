"""The certificates of the lab's server. Setup's own is made when somebody first looks: its key takes a while."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..objects.certificate import AllowedServices, ExchangeCertificate
from ..objects.server import ExchangeServer
from ..versions import Version
from . import x509

if TYPE_CHECKING:
    from ..store import Organization

FRIENDLY_NAME = "Microsoft Exchange"
SETUP_SERVICES = AllowedServices.IMAP | AllowedServices.POP | AllowedServices.IIS | AllowedServices.SMTP
_making = threading.Lock()


def certificates(organization: Organization) -> list[ExchangeCertificate]:
    """All of them, the oldest first."""
    _make_setups(organization)
    return organization.all(ExchangeCertificate)


def certificate(organization: Organization, key: UUID) -> ExchangeCertificate | None:
    """The one with this GUID; None where it is gone."""
    _make_setups(organization)
    found = organization.by_guid(key)
    return found if isinstance(found, ExchangeCertificate) else None


def server_names(organization: Organization) -> list[str]:
    """The names on a certificate of the server itself."""
    return [organization.forest.server, organization.forest.server_fqdn]


def lifetime(version: Version) -> timedelta:
    """Of a self-signed certificate."""
    return timedelta(days=365 if version is Version.V2007 else 5 * 365)


def new_certificate(organization: Organization, der: bytes, key: bytes | None, **values: Any) -> ExchangeCertificate:
    """The object of a certificate, not yet in the store."""
    facts = {"name": x509.facts(der).thumbprint, "server_fqdn": organization.forest.server_fqdn}
    return organization.new(ExchangeCertificate, der=der, key=key, **{**facts, **values})


def internal_thumbprint(organization: Organization) -> str:
    """The certificate that the transport service uses among servers; empty where there is none."""
    _make_setups(organization)
    servers = organization.all(ExchangeServer)
    return servers[0].internal_transport_certificate if servers else ""


def use_for_transport(organization: Organization, item: ExchangeCertificate) -> None:
    """Make it the internal transport certificate."""
    organization.update(organization.one(ExchangeServer), internal_transport_certificate=item.thumbprint)


def _make_setups(organization: Organization) -> None:
    servers = organization.all(ExchangeServer)
    if not servers or servers[0].pending_certificate is None:
        return
    with _making:
        server = organization.one(ExchangeServer)
        if server.pending_certificate is None:
            return
        names, begin = server_names(organization), (server.created or datetime.now(UTC)).replace(microsecond=0)
        key = x509.new_key()
        der = x509.self_signed(f"CN={names[0]}", names, key, begin, begin + lifetime(organization.profile.version))
        made = new_certificate(
            organization,
            der,
            key,
            guid=server.pending_certificate,
            friendly_name=FRIENDLY_NAME,
            services=SETUP_SERVICES,
            private_key_exportable=True,
        )
        organization.put(made)
        organization.update(server, pending_certificate=None, internal_transport_certificate=made.thumbprint)
