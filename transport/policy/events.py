"""Entries of the application event log, each with its number and its text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from organization.ports import EventEntry, EventLevel

if TYPE_CHECKING:
    from organization.values.network import IPBinding

    from .limits import ConnectionLimits, Refusal
    from .settings import ConnectorSettings

SOURCE = "MSExchangeTransport"
RECEIVE = "SmtpReceive"


class Events:
    """Writes entries. `sink` takes them; `time` gives seconds since 1970."""

    def __init__(self, sink: Callable[[EventEntry], None], time: Callable[[], float]) -> None:
        self._sink = sink
        self._time = time

    def write(self, level: EventLevel, event_id: int, category: str, message: str) -> None:
        """Add an entry of the transport service."""
        moment = datetime.fromtimestamp(self._time(), UTC)
        self._sink(EventEntry(moment, level, SOURCE, event_id, category, message))

    def connection_rejected(self, settings: ConnectorSettings, source: str, refusal: Refusal, in_use: int) -> None:
        """A limit of the connector kept a client out."""
        name = settings.identity.rpartition("\\")[2]
        event_id, text = _rejection(refusal.name, name, source, settings.connections, in_use)
        self.write(EventLevel.WARNING, event_id, RECEIVE, text)

    def listener_opened(self, binding: IPBinding, real: tuple[str, int]) -> None:
        """A binding was opened. The number is this program's own; Exchange says nothing here."""
        text = f"The transport service listens on {binding} (on this machine {real[0]} port {real[1]})."
        self.write(EventLevel.INFORMATION, 1005, RECEIVE, text)

    def listener_closed(self, binding: IPBinding, real: tuple[str, int]) -> None:
        """A binding was closed. The number is this program's own; Exchange says nothing here."""
        text = f"The transport service no longer listens on {binding} (on this machine {real[0]} port {real[1]})."
        self.write(EventLevel.INFORMATION, 1006, RECEIVE, text)

    def listener_failed(self, binding: IPBinding, reason: str) -> None:
        """A binding could not be opened."""
        text = f"The address could not be opened. Binding: {binding}. Reason: {reason}."
        if "in use" in reason.lower():
            text = f"The address is already in use. Binding: {binding}."
        self.write(EventLevel.ERROR, 1018, RECEIVE, text)

    def no_certificate(self, settings: ConnectorSettings) -> None:
        """A connector is to offer STARTTLS, and the server has no certificate for its name."""
        name = settings.identity.rpartition("\\")[2]
        self.write(
            EventLevel.ERROR,
            12014,
            "TransportService",
            f"Microsoft Exchange could not find a certificate that contains the domain name {settings.fqdn} in the "
            "personal store on the local computer. Therefore, it is unable to support the STARTTLS SMTP verb for the "
            f"connector {name} with a FQDN parameter of {settings.fqdn}. If the connector's FQDN is not specified, the "
            "computer's FQDN is used. Verify the connector configuration and the installed certificates to make sure "
            "that there is a certificate with a domain name for that FQDN. If this certificate exists, run "
            "Enable-ExchangeCertificate -Services SMTP to make sure that the Microsoft Exchange Transport service has "
            "access to the certificate key.",
        )

    def logon_failed(self, settings: ConnectorSettings, source: str, mechanism: str) -> None:
        """A client did not know its password."""
        name = settings.identity.rpartition("\\")[2]
        self.write(
            EventLevel.WARNING,
            1035,
            RECEIVE,
            f"Inbound authentication failed with error LogonDenied for Receive connector {name}. The authentication "
            f"mechanism is {mechanism}. The source IP address of the client who tried to authenticate to Microsoft "
            f"Exchange is [{source}].",
        )


def _rejection(kind: str, name: str, source: str, limits: ConnectionLimits, in_use: int) -> tuple[int, str]:
    head = f"Receive connector '{name}' rejected an incoming connection from IP address '{source}'."
    if kind == "TOTAL":
        return 1020, f"{head} The maximum number of connections ('{limits.total}') for this connector has been reached."
    return 1021, (
        f"{head} The maximum number of connections per source ('{limits.for_source(in_use)}') for this connector has "
        "been reached by this source IP address."
    )
