"""Entries of the application event log, each with its number and its text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from organization.objects.server import FRONT_END_SERVICE, TRANSPORT_SERVICE
from organization.ports import EventEntry, EventLevel

from .limits import Refusal

if TYPE_CHECKING:
    from organization.values.network import IPBinding

    from .limits import ConnectionLimits
    from .settings import ConnectorSettings

_MEMORY = "Physical memory load"
_STRANGERS = ("Inbound mail submission from the Internet",)
_DISABLED = {
    "Normal": (),
    "Medium": _STRANGERS,
    "High": ("Inbound mail submission from Hub Transport servers", *_STRANGERS),
}
"""What back pressure keeps out: at Medium strangers, at High everybody."""
_REJECTING = (
    "Microsoft Exchange Transport is rejecting message submissions because the service continues to consume more "
    "memory than the configured threshold. This may require that this service be restarted to continue normal "
    "operation."
)
RECEIVE = "SmtpReceive"


class Events:
    """Writes entries. `sink` takes them; `time` gives seconds since 1970."""

    def __init__(self, sink: Callable[[EventEntry], None], time: Callable[[], float]) -> None:
        self._sink = sink
        self.time = time

    def write(
        self, level: EventLevel, event_id: int, category: str, message: str, source: str = TRANSPORT_SERVICE
    ) -> None:
        """Add an entry of the transport service, or of another one."""
        moment = datetime.fromtimestamp(self.time(), UTC)
        self._sink(EventEntry(moment, level, source, event_id, category, message))

    def connection_rejected(self, settings: ConnectorSettings, source: str, refusal: Refusal, in_use: int) -> None:
        """A limit of the connector kept a client out."""
        name = settings.identity.rpartition("\\")[2]
        event_id, text = _rejection(refusal, name, source, settings.connections, in_use)
        self.write(EventLevel.WARNING, event_id, RECEIVE, text, _source(settings))

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
        if "in use" in reason.lower():
            self.write(EventLevel.ERROR, 1018, RECEIVE, f"The address is already in use. Binding: {binding}.")
        else:
            self.write(
                EventLevel.ERROR, 1019, RECEIVE, f"Failed to start listening (Error: {reason}). Binding: {binding}."
            )

    def few_connections(self, most: int) -> None:
        """This machine allows fewer connections than Exchange does. The number is this program's own."""
        text = f"This machine allows about {most} connections at a time. For more, it has to allow more open files."
        self.write(EventLevel.WARNING, 1009, RECEIVE, text)

    def service_changed(self, service: str, display_name: str, runs: bool) -> None:
        """A transport service has started or stopped. The numbers are this program's own; in Exchange the service
        control manager says so, in another log.
        """
        text = f"The {display_name} service {'has started' if runs else 'has stopped'}."
        self.write(EventLevel.INFORMATION, 1003 if runs else 1004, "ProcessManager", text, service)

    def component_changed(self, component: str, state: str) -> None:
        """A component has been put into another state. The number is this program's own."""
        self.write(EventLevel.INFORMATION, 1007, "ProcessManager", f"The component {component} is now {state}.")

    def log_failed(self, reason: str) -> None:
        """A log file could not be written. The number is this program's own."""
        self.write(EventLevel.ERROR, 1008, "Logging", f"A log file could not be written: {reason}.")

    def pressure_changed(self, before: str, now: str) -> None:
        """Back pressure has begun or ended: `Normal`, `Medium`, `High`."""
        rises = (before, now) in (("Normal", "Medium"), ("Normal", "High"), ("Medium", "High"))
        text = f"The resource pressure {'increased' if rises else 'decreased'} from {before} to {now}."
        disabled = _DISABLED[now]
        if disabled:
            text += f"\n\nThe following resources are under pressure:\n{_MEMORY} [{now}]"
            text += "\n\nThe following components are disabled due to back pressure:\n" + "\n".join(disabled)
        else:
            text += f"\n\nThe following resources are in normal state:\n{_MEMORY} [{now}]"
        level, number = (EventLevel.WARNING, 15004) if rises else (EventLevel.INFORMATION, 15005)
        self.write(level, number, "ResourceManager", text)
        if now == "High":
            self.write(EventLevel.ERROR, 15007, "ResourceManager", _REJECTING)

    def submit_denied(self, settings: ConnectorSettings, account: str) -> None:
        """Somebody knows the password and still may not send mail here."""
        name = settings.identity.rpartition("\\")[2]
        self.write(
            EventLevel.WARNING,
            1032,
            RECEIVE,
            f"The account '{account}' provided valid credentials, but it does not have submit permissions on SMTP "
            f"Receive connector '{name}'; failing authentication.",
            _source(settings),
        )

    def directory_silent(self, domain_controller: str) -> None:
        """Nobody can be logged on, as no domain controller answers."""
        text = (
            "Process MSExchangeTransport. All Domain Controller Servers in use are not responding:\r\n"
            f"{domain_controller}"
        )
        self.write(EventLevel.ERROR, 2102, "Topology", text, "MSExchange ADAccess")

    def kerberos_refused(self, settings: ConnectorSettings, source: str) -> None:
        """A client had nothing but a Kerberos ticket, which this program cannot read. The number is its own."""
        name = settings.identity.rpartition("\\")[2]
        self.write(
            EventLevel.WARNING,
            1012,
            RECEIVE,
            f"The client at [{source}] offered Kerberos, and nothing else, to Receive connector {name}. Kerberos is "
            "not emulated: there is no domain controller that could have issued a ticket. The logon was refused. Use "
            "NTLM, or Basic authentication.",
            _source(settings),
        )

    def partner_not_proved(self, settings: ConnectorSettings, domain: str, source: str, without_one: bool) -> None:
        """A sender is of a secure domain, the client has not proved to be. The numbers are this program's own."""
        name = settings.identity.rpartition("\\")[2]
        reason = (
            "could not be authenticated because no Transport Layer Security (TLS) certificate was supplied"
            if without_one
            else "could not be authenticated because the TLS certificate is not trusted or does not contain its name"
        )
        self.write(
            EventLevel.WARNING,
            1010 if without_one else 1011,
            RECEIVE,
            f"A message from the domain-secured domain {domain} {reason}. Receive connector: {name}. Source: "
            f"[{source}]. Contact the administrator of {domain} to resolve the problem, or remove the domain from the "
            "domain-secured list.",
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
            _source(settings),
        )


def _source(settings: ConnectorSettings) -> str:
    """The service that a connector belongs to."""
    return FRONT_END_SERVICE if settings.front_end else TRANSPORT_SERVICE


def _rejection(refusal: Refusal, name: str, source: str, limits: ConnectionLimits, in_use: int) -> tuple[int, str]:
    head = f"Receive connector '{name}' rejected an incoming connection from IP address '{source}'."
    if refusal is Refusal.TOTAL:
        return 1020, f"{head} The maximum number of connections ('{limits.total}') for this connector has been reached."
    return 1021, (
        f"{head} The maximum number of connections per source ('{limits.for_source(in_use)}') for this connector has "
        "been reached by this source IP address."
    )
