"""What the event log has to say about the server's certificates: those that are missing, have expired or soon will."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from organization.certificates.choice import Offer, best_of, offers
from organization.objects.certificate import ExchangeCertificate
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.server import ExchangeServer
from organization.ports import EventLevel
from organization.values.enums import AuthMechanisms

if TYPE_CHECKING:
    from organization.directory import DirectoryObject
    from organization.store import Organization

SOON = timedelta(days=60)
"""How long before its end a certificate is worth a warning."""


class Notice(NamedTuple):
    """An entry of the event log."""

    event_id: int
    level: EventLevel
    text: str
    about: tuple[object, ...]
    """What tells it apart: the same notice is given once, however often somebody looks."""


class CertificateNotices:
    """Says what there is to say, each thing once for as long as it is so."""

    def __init__(self, organization: Organization, runs: Callable[[ReceiveConnector], bool]) -> None:
        """`runs` says which connectors a service has."""
        self._organization = organization
        self._runs = runs
        self._told: dict[object, set[tuple[object, ...]]] = {}
        """What has been said, by the connector that it is about: its GUID."""

    def forget(self) -> None:
        """Say everything again the next time."""
        self._told.clear()

    def look(self, moment: float) -> list[Notice]:
        """What is new, for all connectors and for the server; `moment` is in seconds since 1970."""
        now, known = datetime.fromtimestamp(moment, UTC), offers(self._organization)
        connectors = self._organization.all(ReceiveConnector)
        found = {connector.guid: list(self._of(connector, known, now)) for connector in connectors}
        notices = [*(each for some in found.values() for each in some), *_for_transport(self._organization, now)]
        told = set[tuple[object, ...]]().union(*self._told.values())
        self._told = {None: {notice.about for notice in notices[sum(map(len, found.values())) :]}}
        self._told |= {guid: {notice.about for notice in some} for guid, some in found.items() if some}
        return [notice for notice in notices if notice.about not in told]

    def look_at(
        self, before: DirectoryObject | None, connector: ReceiveConnector | None, moment: float
    ) -> list[Notice]:
        """What is new for one connector that has changed; `connector` is None for one that is gone."""
        told = self._told.pop(before.guid, set()) if before is not None else set()
        if connector is None:
            return []
        known = offers(self._organization)
        notices = list(self._of(connector, known, datetime.fromtimestamp(moment, UTC)))
        if not notices:
            return []
        fresh = [each for each in notices if each.about not in told and not self._is_told(each)]
        self._told[connector.guid] = {notice.about for notice in notices}
        return fresh

    def _is_told(self, notice: Notice) -> bool:
        return any(notice.about in told for told in self._told.values())

    def _of(self, connector: ReceiveConnector, known: list[Offer], now: datetime) -> Iterator[Notice]:
        if connector.enabled and AuthMechanisms.Tls in connector.auth_mechanism and self._runs(connector):
            fqdn = connector.fqdn or self._organization.forest.server_fqdn
            yield from _for_connector(connector, fqdn, best_of(known, connector, self._organization), now)


def _for_connector(connector: ReceiveConnector, fqdn: str, offer: Offer | None, now: datetime) -> Iterator[Notice]:
    if offer is None:
        yield Notice(12014, EventLevel.ERROR, _missing(fqdn, connector.name), (12014, connector.guid, fqdn))
    elif offer.not_after < now:
        yield Notice(12016, EventLevel.ERROR, _expired(fqdn), (12016, fqdn, offer.key))
    elif offer.not_after - now < SOON:
        text = (
            f"The STARTTLS certificate will expire soon: subject: {fqdn}, hours remaining: "
            f"{_hours(offer.not_after - now)}. Run the New-ExchangeCertificate cmdlet to create a new certificate."
        )
        yield Notice(12018, EventLevel.WARNING, text, (12018, fqdn, offer.key))


def _for_transport(organization: Organization, now: datetime) -> Iterator[Notice]:
    """The certificate that servers of the organization show each other."""
    wanted = {server.internal_transport_certificate for server in organization.all(ExchangeServer)}
    for item in organization.all(ExchangeCertificate):
        if item.thumbprint not in wanted:
            continue
        left = item.facts.not_after - now
        if left < timedelta():
            text = f"An internal transport certificate expired. Thumbprint:{item.thumbprint}"
            yield Notice(12015, EventLevel.ERROR, text, (12015, item.guid))
        elif left < SOON:
            text = (
                f"An internal transport certificate will expire soon. Thumbprint:{item.thumbprint}, hours remaining: "
                f"{_hours(left)}"
            )
            yield Notice(12017, EventLevel.WARNING, text, (12017, item.guid))


def _hours(left: timedelta) -> int:
    return int(left.total_seconds() // 3600)


def _missing(fqdn: str, name: str) -> str:
    return (
        f"Microsoft Exchange could not find a certificate that contains the domain name {fqdn} in the "
        "personal store on the local computer. Therefore, it is unable to support the STARTTLS SMTP verb for the "
        f"connector {name} with a FQDN parameter of {fqdn}. If the connector's FQDN is not specified, the "
        "computer's FQDN is used. Verify the connector configuration and the installed certificates to make sure "
        "that there is a certificate with a domain name for that FQDN. If this certificate exists, run "
        "Enable-ExchangeCertificate -Services SMTP to make sure that the Microsoft Exchange Transport service has "
        "access to the certificate key."
    )


def _expired(fqdn: str) -> str:
    return (
        f"There is no valid SMTP Transport Layer Security (TLS) certificate for the FQDN of {fqdn}. The existing "
        "certificate for that FQDN has expired. The continued use of that FQDN will cause mail flow problems. A new "
        f"certificate that contains the FQDN of {fqdn} should be installed on this server as soon as possible. You can "
        "create a new certificate by using the New-ExchangeCertificate task."
    )
