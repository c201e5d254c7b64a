"""Which certificate a Receive connector shows to clients that say STARTTLS.

One that may be used for SMTP, by the connector's TlsCertificateName or else by its Fqdn (the server's own name where
it has none). Among several one that has not expired, then the one that an authority has signed, then the one that
holds since last. Exchange goes on with an expired one where it has no other, and complains in the event log.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from ..objects.certificate import AllowedServices, ExchangeCertificate
from ..objects.server import ExchangeServer
from .store import lifetime, server_names

if TYPE_CHECKING:
    from ..objects.receive_connector import ReceiveConnector
    from ..store import Organization

_IDENTIFIER = re.compile(r"<I>(.*?)<S>(.*?)(?:<D>.*)?", re.I | re.S)


class Offer(NamedTuple):
    """What the choice needs to know of a certificate, also of one that is still to be made."""

    holds: bool
    """Whether it has not expired."""
    signed: bool
    not_before: datetime
    key: UUID
    domains: tuple[str, ...]
    issuer: str
    subject: str
    not_after: datetime


def certificate_for(connector: ReceiveConnector, organization: Organization) -> UUID | None:
    """The GUID of its certificate; None where none fits, and STARTTLS cannot be offered."""
    chosen = best_of(offers(organization), connector, organization)
    return None if chosen is None else chosen.key


def best_of(offers: list[Offer], connector: ReceiveConnector, organization: Organization) -> Offer | None:
    """The certificate of a connector among `offers`; None where none fits."""
    if connector.tls_certificate_name:
        fitting = [offer for offer in offers if _is_named(offer, connector.tls_certificate_name)]
    else:
        wanted = connector.fqdn or organization.forest.server_fqdn
        fitting = [offer for offer in offers if any(covers(domain, wanted) for domain in offer.domains)]
    return max(fitting, default=None)


def covers(domain: str, host: str) -> bool:
    """Whether a name on a certificate is that of a host; `*` stands for one label."""
    domain, host = domain.casefold(), host.casefold()
    return domain == host or (domain.startswith("*.") and domain[2:] == host.partition(".")[2])


def offers(organization: Organization) -> list[Offer]:
    """The certificates that connectors choose from."""
    return list(_offers(organization))


def _offers(organization: Organization) -> Iterator[Offer]:
    now = datetime.now(UTC)
    for item in organization.all(ExchangeCertificate):
        if AllowedServices.SMTP in item.services and item.can_be_shown() and item.facts.not_before <= now:
            facts = item.facts
            holds, signed = now <= facts.not_after, not facts.self_signed
            yield Offer(
                holds,
                signed,
                facts.not_before,
                item.guid,
                facts.domains,
                facts.issuer,
                facts.subject,
                facts.not_after,
            )
    for server in organization.all(ExchangeServer):
        if server.pending_certificate is not None:
            names, begin = server_names(organization), server.created or now
            name, end = f"CN={names[0]}", begin + lifetime(organization.profile.version)
            if begin <= now:
                yield Offer(now <= end, False, begin, server.pending_certificate, tuple(names), name, name, end)


def _is_named(offer: Offer, identifier: str) -> bool:
    match = _IDENTIFIER.fullmatch(identifier)
    return match is not None and (_plain(match[1]), _plain(match[2])) == (_plain(offer.issuer), _plain(offer.subject))


def _plain(name: str) -> str:
    return "".join(part.strip() for part in re.split(r"([,=])", name)).casefold()
