"""All logs of a server: their files and what has been recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from organization.mail_records import AgentEntry, LogFolder, ProtocolRow, TrackedEvent
from organization.objects.server import FRONT_END_SERVICE as FRONT_END
from organization.objects.server import TRANSPORT_SERVICE as HUB
from organization.objects.server import ExchangeServer
from organization.objects.transport_server import FrontendTransportServer, TransportServer

from .agents import AgentLog
from .connectivity import Connections, connectivity_book
from .files import NOWHERE, LogFiles, Policy
from .folders import Drives, Server, log_policy, server_of
from .protocol import ProtocolLog, Side
from .tracing import PipelineTracing
from .tracking import Store, TrackingLog
from .writer import LogWriter

if TYPE_CHECKING:
    from organization.store import Organization


class _Book(Protocol):
    """The interface that the books of all logs share."""

    files: LogFiles
    last_error: str


class _Log(NamedTuple):
    """One log of one service."""

    name: str
    """Its name in Get-LabLog."""
    service: str
    settings: str
    """The prefix of the names of its settings."""
    book: _Book


class Records:
    """Implements `organization.mail_records.MailRecords`. Methods may be called from any thread."""

    def __init__(
        self, organization: Organization, store: Store, files: Drives | None, failed: Callable[[str], None]
    ) -> None:
        """`files` holds the drives of the server; without it all stays in memory. `store` keeps tracked events,
        `failed` is called with the reason if rows cannot be written.
        """
        profile = organization.profile
        self._organization = organization
        self._files = files
        self.writer = LogWriter()
        hourly = profile.two_services
        self.protocol = ProtocolLog(profile.log_version, self.writer, failed, hourly=hourly)
        self.sent = ProtocolLog(profile.log_version, self.writer, failed, hourly=hourly, side=Side.SEND)
        self.tracking = TrackingLog(profile, store, self.writer, failed)
        self.agents = AgentLog(profile, self.writer, failed)
        self.proxied = connectivity_book(profile, self.writer, failed)
        """The connectivity log of the front end."""
        self._connected = connectivity_book(profile, self.writer, failed)
        self.connections = Connections(profile, self._connected, self._server)
        self.writer.before.append(self.connections.close)
        self.tracing = PipelineTracing(organization, self.writer, failed)
        self._logs = tuple(self._all_logs())
        self.follow()

    def _server(self) -> tuple[str, str]:
        server = self._organization.get(ExchangeServer, self._organization.forest.server)
        return server.fqdn, next(iter(server.addresses), "127.0.0.1")

    def _all_logs(self) -> Iterator[_Log]:
        connectivity = (self._connected, self.proxied)
        for service, received, sent, connected in zip(
            (HUB, FRONT_END), self.protocol.books, self.sent.books, connectivity, strict=True
        ):
            yield _Log("SmtpReceive", service, "receive_protocol_log", received)
            yield _Log("SmtpSend", service, "send_protocol_log", sent)
            yield _Log("Connectivity", service, "connectivity_log", connected)
        yield _Log("MessageTracking", HUB, "message_tracking_log", self.tracking.book)
        yield _Log("AgentLog", HUB, "agent_log", self.agents.book)

    def follow(self) -> None:
        """Read the log settings of the services again."""
        for log in self._logs:
            log.book.files.policy = self._policy(self._settings_of(log.service), log.settings)
        hub = self._settings_of(HUB)
        if isinstance(hub, TransportServer):
            self.tracking.enabled = hub.message_tracking_log_enabled
            self.tracking.subjects = hub.message_tracking_log_subject_logging_enabled
            self.agents.enabled = hub.agent_log_enabled
            self.tracing.follow(hub, self._files)

    def _settings_of(self, service: str) -> Server | None:
        return server_of(TransportServer if service == HUB else FrontendTransportServer, self._organization)

    def _policy(self, server: Server | None, log: str) -> Policy:
        return log_policy(server, log, self._files) if self._files is not None else NOWHERE

    # ---- reading

    def tracked(self) -> Sequence[TrackedEvent]:
        """Return the message tracking log, oldest first."""
        return self.tracking.events()

    def each_tracked(self) -> Iterator[TrackedEvent]:
        """Yield the message tracking log, oldest first. Each event is read when it is needed."""
        return self.tracking.each()

    def agent_entries(self) -> Sequence[AgentEntry]:
        """The agent log, oldest first."""
        return self.agents.entries()

    def protocol_rows(self) -> Sequence[ProtocolRow]:
        """The SMTP receive protocol log, oldest first."""
        return self.protocol.rows()

    def sent_rows(self) -> Sequence[ProtocolRow]:
        """The SMTP send protocol log, oldest first."""
        return self.sent.rows()

    def folders(self) -> Sequence[LogFolder]:
        """Write all that is pending, then return the folder of each log."""
        self.writer.flush()
        found = [self._folder(log) for log in self._logs if self._settings_of(log.service) is not None]
        hub = self._settings_of(HUB)
        if isinstance(hub, TransportServer):
            path = hub.pipeline_tracing_path if hub.pipeline_tracing_enabled else None
            tracing = self.tracing
            found.append(LogFolder("PipelineTracing", HUB, path, tracing.folder, tracing.newest, tracing.last_error))
        return found

    def _folder(self, log: _Log) -> LogFolder:
        server = self._settings_of(log.service)
        on = server is not None and getattr(server, f"{log.settings}_enabled", True)
        path, files = getattr(server, f"{log.settings}_path") if on else None, log.book.files
        return LogFolder(log.name, log.service, path, files.policy.folder, files.current, log.book.last_error)
