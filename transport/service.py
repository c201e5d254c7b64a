"""The transport of a lab: connects the organization to sessions, queues, logs and, if it listens, to sockets.

It implements the ports of `organization.ports`. A change of the organization is applied in the thread that made it,
before the call returns. So the next connection sees what a cmdlet has set.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

from organization.directory import DirectoryObject
from organization.objects.accepted_domain import AcceptedDomain
from organization.objects.certificate import ExchangeCertificate
from organization.objects.components import FRONT_END as FRONT_COMPONENT
from organization.objects.components import HUB as HUB_COMPONENT
from organization.objects.components import ComponentState, ServerComponent, component_state
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.receive_connector_rules import listening_key
from organization.objects.send_connector import SendConnector
from organization.objects.server import (
    FRONT_END_SERVICE,
    STORE_SERVICE,
    TRANSPORT_SERVICE,
    ExchangeServer,
    MailboxDatabase,
    Service,
)
from organization.objects.transport_config import TransportConfigContainer
from organization.objects.transport_server import FrontendTransportServer, TransportServer
from organization.ports import Connection, DialRefused, Endpoint, EndpointState, MailSystem
from organization.store import Change, Organization
from organization.values.network import IPAddress, IPBinding
from shell.lazy import lazy

from .logs.events import ApplicationLog
from .logs.folders import Drives
from .logs.records import Records
from .policy.agents import FOLLOWED as AGENT_SETTINGS
from .policy.agents import agents_of, running_agents
from .policy.agents.blocking import blocker
from .policy.agents.memory import Reputations
from .policy.certificate_events import CertificateNotices, Notice
from .policy.model import ConnectorReader
from .policy.proxy import hubs_of
from .policy.recipients import RecipientTable
from .policy.server_context import Outlets, ServerContext
from .queue.administration import QueueAdministration
from .queue.hops import described
from .queue.mailboxes import Mailboxes
from .queue.queue import TransportQueue
from .queue.spool import Spool
from .queue.store_driver import StoreDriver
from .recording import Recording
from .server.addresses import Addresses
from .server.body_file import BodyFile
from .server.endpoints import Network, Real, assign
from .server.memory import MemoryConnection
from .server.places import Places
from .windows_services import Services

if TYPE_CHECKING:
    from transport.server import dialer, tls
    from transport.server import listening as server_listening

    from .policy.session import SmtpSession
    from .server.listening import Listening
else:
    dialer = lazy("transport.server.dialer", globals())
    server_listening = lazy("transport.server.listening", globals(), "server_listening")
    tls = lazy("transport.server.tls", globals())


class Transport:
    """The running transport: TransportService and Dialer in one, with the mail store, the queue and the logs."""

    def __init__(
        self,
        organization: Organization,
        *,
        listen: bool = True,
        bind_address: str | None = None,
        files: Drives | None = None,
        programs: Path | None = None,
        clock: Callable[[], float] = time.time,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        """Nothing runs before `start`. `bind_address` replaces the loopback addresses as the only address to bind.

        `files` maps the drives of the lab's server to this machine: in a folder, `C:\\Logs` is its `C/Logs`, a callable
        gets the path. Without it no log is written to files. `clock` gives seconds since 1970, `ticks` monotonic
        seconds; both may be simulated if nothing listens. `programs` is the folder in which the listening programs of
        this machine are registered.
        """
        self._organization = organization
        self._listen = listen
        network = Network(bind_address)
        self._places = Places(programs, network)
        self._lock = threading.RLock()
        self._listening: Listening | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._services = Services(organization)
        self._assigned_last: Mapping[IPBinding, Real] = {}
        """The real endpoints of the listeners that were opened or tried last."""
        self._certificates = CertificateNotices(organization, self._services.serve)
        self._agents = running_agents(organization)
        self._reputations = Reputations()
        self._clock, self._ahead = clock, 0.0
        self._connectors = ConnectorReader(organization)
        self._bodies = BodyFile()
        self.mail = Mailboxes()
        self.events = ApplicationLog()
        self.records = Records(
            organization, Spool(), files, lambda reason: self.server_context.events.log_failed(reason)
        )
        self.protocol_log = self.records.protocol
        self.queue = TransportQueue(organization, self.mail)
        self.queues = QueueAdministration(organization, self.queue, lambda: self._services.runs(TRANSPORT_SERVICE))
        self.server_context = ServerContext(
            organization,
            Outlets(
                self.queue.submit,
                self.protocol_log.add,
                self.events.write,
                self.records.tracking.add,
                self.records.agents.add,
                self.queue.places.is_undelivered,
                self.records.sent.add,
                self.records.proxied.add,
                (lambda: self._bodies.open()) if listen else None,
            ),
            self._connectors.routes(self._services.serve),
            RecipientTable(organization),
            agents_of(organization, self._agents, self._reputations),
            clock,
            ticks,
        )
        self.queue.serve(self.server_context)
        self.outbox = StoreDriver(organization, self.queue, self.mail, self.server_context, self._services.runs)
        self.server_context.block = blocker(organization, aside=listen)
        self._recording = Recording(organization, self.records, self.mail, self.queue, self.server_context)
        self.queue.retry_schedule.wake_after = self._wake_after
        self.addresses = Addresses(organization, network, self.server_context)

    def system(self) -> MailSystem:
        """The ports that cmdlets use."""
        return MailSystem(self.mail, self, self, self.events, self.queues, self.records, self.outbox)

    # ---- life

    def start(self) -> None:
        """Follow the organization from now on, and open the listeners unless `listen` is False."""
        with self._lock:
            if self._unsubscribe is None:
                self._bodies = BodyFile()
                self._unsubscribe = self._organization.subscribe(self._changed)
                self._agents = running_agents(self._organization)
                self._follow_agents()
                self._follow_domains()
                self._follow_services()
                self._follow_log_settings()
                for name in (TRANSPORT_SERVICE, FRONT_END_SERVICE):
                    if self._services.exists(name):
                        self._tell_of_service(name, stopped=False)

    def stop(self) -> None:
        """Close all listeners and sessions. What was accepted stays in the mailboxes and the queue."""
        with self._lock:
            if self._unsubscribe is not None:
                self._unsubscribe()
                self._unsubscribe = None
            if self._listening is not None:
                self._listening.stop()
                self._listening = None
                self._places.leave()
            self._bodies.close()
            self.records.writer.close()

    def left_behind(self) -> list[str]:
        """Return a line for each queued message: its id, sender, recipients and last error."""
        server = self._organization.forest.server
        return [
            f"{server}\\{hop.label}: {described(item)}"
            for hop in self.queue.places.all()
            for item in list(hop.items.values())
        ]

    # ---- following the organization

    def _changed(self, change: Change) -> None:
        subject = change.subject
        follow = _FOLLOWED.get(type(subject))
        if isinstance(subject, ReceiveConnector):
            with self._lock:
                self._follow_connector(change)
        elif follow is not None and not self._was_expected(change):
            with self._lock:
                follow(self)

    def _was_expected(self, change: Change) -> bool:
        """Return whether a change only stores setup's own certificate, which the connectors use already."""
        made = change.after if change.before is None else None
        return isinstance(made, ExchangeCertificate) and any(
            settings.certificate == made.guid for settings in self.server_context.routes.connectors
        )

    def _follow_connector(self, change: Change) -> None:
        """Follow a connector that was added, changed or removed. The others are read when they are next needed."""
        before, now = change.before, change.after
        self._renew_routes()
        now = now if isinstance(now, ReceiveConnector) else None
        self._write(self._certificates.look_at(before, now, self.server_context.time()))
        moved = _places(before) != _places(now)
        if self._listen and (moved or self._listening is None or self._listening.failures):
            self._listen_as_wanted()

    def _follow_connectors(self) -> None:
        self._renew_routes()
        self._tell_of_certificates()
        if self._listen:
            self._listen_as_wanted()

    def _renew_routes(self) -> None:
        routes = self.server_context.routes = self._connectors.routes(self._services.serve)
        if self._organization.profile.two_services:
            self.server_context.hubs = cache(lambda: hubs_of(routes, self._organization.one(ExchangeServer).addresses))

    def _tell_of_certificates(self) -> None:
        """Write an event for each certificate that is missing, has expired or soon will; each event once."""
        self._write(self._certificates.look(self.server_context.time()))

    def _write(self, notices: Sequence[Notice]) -> None:
        for notice in notices:
            self.server_context.events.write(notice.level, notice.event_id, "TransportService", notice.text)

    def _follow_agents(self) -> None:
        self.server_context.agents = agents_of(self._organization, self._agents, self._reputations)

    def _follow_domains(self) -> None:
        self.server_context.recipients = RecipientTable(self._organization)
        self._follow_connectors()  # a connector may have one as its default domain

    def _follow_certificates(self) -> None:
        self._connectors.read_again()
        self._follow_connectors()

    def _follow_limits(self) -> None:
        self.queue.refresh()

    def _follow_config(self) -> None:
        self._follow_limits()
        self._follow_agents()
        self._connectors.read_again()
        self._follow_connectors()

    def _follow_server(self) -> None:
        server = self._organization.one(TransportServer)
        self.server_context.pressure, self.server_context.directory_answers = (
            server.resource_pressure,
            server.directory_answers,
        )
        self._follow_log_settings()
        if server.time_ahead.total_seconds != self._ahead:
            clock, ahead = self._clock, server.time_ahead.total_seconds
            self._ahead = ahead
            self.server_context.live_by(lambda: clock() + ahead)
        self._pass_time()

    def _pass_time(self) -> None:
        """Do the retries, delay reports and expirations that are due, if the transport service runs."""
        if self._services.runs(TRANSPORT_SERVICE):
            self.queue.retry_schedule.pass_time()

    def _wake_after(self, seconds: float) -> None:
        listening = self._listening  # which another thread may be stopping
        if listening is not None:
            listening.call_later(seconds, self._pass_time)

    def _follow_log_settings(self) -> None:
        self._recording.follow()

    def _follow_services(self) -> None:
        changed = self._services.look()
        restarted = changed.keys() & {TRANSPORT_SERVICE, FRONT_END_SERVICE}
        for name in sorted(restarted):
            self._tell_of_service(name, stopped=changed[name])
        if TRANSPORT_SERVICE in restarted and self._services.runs(TRANSPORT_SERVICE):
            self._agents = running_agents(self._organization)
            self._follow_agents()
        if restarted:
            self._certificates.forget()
            if self._listening is not None:
                self._listening.drop(self._services.sessions_of(restarted))
        self._follow_connectors()
        self._follow_components()
        self.queue.follow_store(self._services.runs(STORE_SERVICE))
        if TRANSPORT_SERVICE in restarted:
            self._pass_time()

    def _tell_of_service(self, name: str, stopped: bool) -> None:
        """Write events for a service that has changed its state. A restart is a stop and a start."""
        service = self._organization.get(Service, name)
        if stopped:
            self.server_context.events.service_changed(name, service.display_name, runs=False)
        if self._services.runs(name):
            self.server_context.events.service_changed(name, service.display_name, runs=True)

    def _follow_components(self) -> None:
        """Apply component states: only an active one takes connections, and an inactive one ends those that it has."""
        before = (self.server_context.hub_active, self.server_context.front_end_active)
        hub, front = (component_state(self._organization, name) for name in (HUB_COMPONENT, FRONT_COMPONENT))
        server_context = self.server_context
        server_context.hub_active, server_context.front_end_active = (
            hub is ComponentState.Active,
            front is ComponentState.Active,
        )
        server_context.hub_answers = server_context.hub_active and self._services.runs(TRANSPORT_SERVICE)
        for name, state, was in ((HUB_COMPONENT, hub, before[0]), (FRONT_COMPONENT, front, before[1])):
            if was is not (state is ComponentState.Active):
                server_context.events.component_changed(name, str(state))
            if self._listening is not None and state is ComponentState.Inactive:
                in_front = name == FRONT_COMPONENT
                self._listening.drop(partial(_belongs, in_front), server_context.replies.inactive)

    def _follow_routes(self) -> None:
        self.queue.follow_routes()

    # ---- listening

    def _listen_as_wanted(self) -> None:
        listening = self._listening
        if listening is None:
            listening = self._listening = self._start_listening()
            self.addresses.network = self._places.settle(self._assigned)
        self._assigned_last = self.addresses.assigned()
        wanted = {real: binding for binding, real in self._assigned_last.items()}
        self._places.moved(self.addresses.network, wanted)
        outcome = listening.follow(wanted)
        for real, binding in outcome.opened.items():
            self.server_context.events.listener_opened(binding, real)
        for real, binding in outcome.closed.items():
            self.server_context.events.listener_closed(binding, real)
        for real, reason in outcome.failed.items():
            self.server_context.events.listener_failed(wanted[real], reason)

    def _assigned(self, network: Network) -> Mapping[IPBinding, Real]:
        return assign(self.server_context.routes.bindings, network)

    def _start_listening(self) -> server_listening.Listening:
        self.server_context.abilities = self.server_context.abilities._replace(tls=tls.is_possible())
        addresses, contexts = self.addresses, tls.TlsContexts(self._organization)
        listening = server_listening.Listening(self.server_context, addresses.of_server, addresses.of_client, contexts)
        if listening.ceiling is not None:
            self.server_context.events.few_connections(listening.ceiling)
        return listening

    def connection_ceiling(self) -> int | None:
        """Return the most connections that this machine allows; None if it allows Exchange's own limit."""
        return self._listening.ceiling if self._listening is not None else None

    def endpoints(self, connector: ReceiveConnector | None = None) -> Sequence[Endpoint]:
        """Return an endpoint for each binding of all enabled connectors, or of one connector, in order of port."""
        with self._lock:
            if connector is not None:
                bindings = set(connector.bindings) if connector.enabled else set()
                return [self._endpoint(binding, self._sharing(binding)) for binding in sorted(bindings, key=_by_port)]
            routes = self._connectors.routes()
            ordered = sorted(routes.bindings, key=_by_port)
            return [self._endpoint(binding, tuple(routes.connectors_on(binding))) for binding in ordered]

    def _sharing(self, binding: IPBinding) -> tuple[str, ...]:
        """Return the identities of the enabled connectors on a binding."""
        there = self._organization.sharing(ReceiveConnector, listening_key(binding))
        return tuple(each.identity_text() for each in there if each.enabled)

    def _endpoint(self, binding: IPBinding, connectors: tuple[str, ...]) -> Endpoint:
        real = self._assigned_last.get(binding)
        if self._listening is None or real is None:
            return Endpoint(binding, None, connectors, EndpointState.STOPPED)
        reason = self._listening.failures.get(real)
        if reason is not None:
            return Endpoint(binding, None, connectors, EndpointState.FAILED, self._why_not_open(real, reason))
        return Endpoint(binding, real, connectors, EndpointState.LISTENING)

    def _why_not_open(self, real: Real, reason: str) -> str:
        taken = self._listening is not None and real in self._listening.taken
        return f"{real[0]} port {real[1]}: {reason}" + (f" by {self._places.holder(real)}" if taken else "")

    @property
    def notice(self) -> str:
        """The notice about other programs that listen on this machine; empty if there are none."""
        return self._places.notice

    def settle(self, timeout: float = 5.0) -> bool:
        """Wait until a change made in another thread has been applied; False if `timeout` seconds were not enough."""
        if not self._lock.acquire(timeout=timeout):
            return False
        self._lock.release()
        return True

    # ---- dialing

    def dial(self, address: str, port: int, source: str | None = None) -> Connection:
        """Connect to a lab address, to a name of the server, or to the real address of a lab endpoint."""
        with self._lock:
            listening, binding = self._listening, self.addresses.find(address, port)
            real = self.addresses.assigned()[binding]
            reason = listening.failures.get(real) if listening is not None else None
        if listening is None:
            local = self.addresses.of_server(binding)
            return MemoryConnection(self.server_context, binding, local, source or "127.0.0.1")
        if reason is not None:  # another program listens there
            raise DialRefused(f"{binding} is not open ({self._why_not_open(real, reason)}).")
        if source is None:
            return dialer.SocketConnection(real)
        return dialer.SocketConnection(real, *self.addresses.play(ip_address(source)))


def _places(connector: DirectoryObject | None) -> tuple[object, ...]:
    """Return the properties of a connector that decide where the server listens."""
    if not isinstance(connector, ReceiveConnector):
        return ()
    return (connector.enabled, connector.transport_role, connector.server, connector.bindings)


def _by_port(binding: IPBinding) -> tuple[int, int, IPAddress]:
    return (binding.port, binding.address.version, binding.address)


def _belongs(front_end: bool, session: SmtpSession) -> bool:
    """Return whether a session belongs to the front end service, or to the transport service."""
    return session.settings.front_end is front_end


_FOLLOWED: Mapping[type[DirectoryObject], Callable[[Transport], None]] = {
    AcceptedDomain: Transport._follow_domains,
    ExchangeCertificate: Transport._follow_certificates,
    ExchangeServer: Transport._tell_of_certificates,
    Service: Transport._follow_services,
    ServerComponent: Transport._follow_components,
    SendConnector: Transport._follow_routes,
    MailboxDatabase: Transport._follow_limits,
    TransportConfigContainer: Transport._follow_config,
    TransportServer: Transport._follow_server,
    FrontendTransportServer: Transport._follow_log_settings,
    **dict.fromkeys(AGENT_SETTINGS, Transport._follow_agents),
}
"""The handler for a change of an object of each class. Objects of other classes are read when they are needed."""
