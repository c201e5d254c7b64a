"""All logs of a server together: where they are kept, and what has been recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from organization.mail_records import AgentEntry, LogFolder, ProtocolRow, TrackedEvent
from organization.objects.transport_server import FrontendTransportServer, TransportServer

from ..policy.moments import TICKS_BEFORE_1970, log_date
from .agents import AgentLog, ConnectivityRow, connectivity_book
from .files import NOWHERE, LogFiles, Policy
from .folders import Server, log_policy, server_of
from .protocol import ProtocolLog
from .tracking import Store, TrackingLog
from .writer import LogWriter

if TYPE_CHECKING:
    from organization.store import Organization

HUB, FRONT_END = "MSExchangeTransport", "MSExchangeFrontEndTransport"


class Records:
    """Implements `organization.mail_records.MailRecords`. Methods may be called from any thread."""

    def __init__(
        self, organization: Organization, store: Store, files: Path | None, failed: Callable[[str], None]
    ) -> None:
        """`files` holds the drives of the server; without it all stays in memory. `store` keeps tracked events,
        `failed` hears why rows could not be written.
        """
        profile = organization.profile
        self._organization = organization
        self._files = files
        self.writer = LogWriter()
        self.protocol = ProtocolLog(profile.log_version, self.writer, profile.two_services, failed)
        self.tracking = TrackingLog(profile, store, self.writer, failed)
        self.agents = AgentLog(profile, self.writer, failed)
        self.connectivity = connectivity_book(profile, self.writer, failed)
        self.follow()

    def follow(self) -> None:
        """Read again what the services' settings say about logs."""
        hub, front = self._servers()
        self.protocol.keep_in(self._policy(hub, "receive_protocol_log"), self._policy(front, "receive_protocol_log"))
        for files, log in self._hub_logs():
            files.policy = self._policy(hub, log)
        if isinstance(hub, TransportServer):
            self.tracking.enabled = hub.message_tracking_log_enabled
            self.tracking.subjects = hub.message_tracking_log_subject_logging_enabled
            self.agents.enabled = hub.agent_log_enabled

    def _servers(self) -> tuple[Server | None, Server | None]:
        return server_of(TransportServer, self._organization), server_of(FrontendTransportServer, self._organization)

    def _policy(self, server: Server | None, log: str) -> Policy:
        return log_policy(server, log, self._files) if self._files is not None else NOWHERE

    def _hub_logs(self) -> tuple[tuple[LogFiles, str], ...]:
        return (
            (self.tracking.book.files, "message_tracking_log"),
            (self.connectivity.files, "connectivity_log"),
            (self.agents.book.files, "agent_log"),
        )

    # ---- reading

    def tracked(self) -> Sequence[TrackedEvent]:
        """The message tracking log, oldest first."""
        return self.tracking.events()

    def agent_entries(self) -> Sequence[AgentEntry]:
        """The agent log, oldest first."""
        return self.agents.entries()

    def protocol_rows(self) -> Sequence[ProtocolRow]:
        """The SMTP receive protocol log, oldest first."""
        return self.protocol.rows()

    def folders(self) -> Sequence[LogFolder]:
        """Where each log is written. What has been recorded is in the files when this returns."""
        self.writer.flush()
        hub, front = self._servers()
        own, other = self.protocol.books
        found = [("SmtpReceive", HUB, hub, "receive_protocol_log", own.files, own.last_error)]
        if front is not None:
            found.append(("SmtpReceive", FRONT_END, front, "receive_protocol_log", other.files, other.last_error))
        names = ("MessageTracking", "Connectivity", "AgentLog")
        errors = (self.tracking.book.last_error, self.connectivity.last_error, self.agents.book.last_error)
        for name, (files, log), error in zip(names, self._hub_logs(), errors, strict=True):
            found.append((name, HUB, hub, log, files, error))
        return [self._folder(*each) for each in found]

    def _folder(
        self, name: str, service: str, server: Server | None, log: str, files: LogFiles, error: str
    ) -> LogFolder:
        on = server is not None and getattr(server, f"{log}_enabled", True)
        path = getattr(server, f"{log}_path") if on else None
        return LogFolder(name, service, path, files.policy.folder, files.current, error)

    # ---- recording

    def connection_tried(self, next_hop: str, kind: str, waiting: int, error: str, moment: float) -> None:
        """Another server could not be reached, as none can be."""
        session = f"{int(moment * 10_000_000) + TICKS_BEFORE_1970:016X}"
        add = self.connectivity.add
        add(ConnectivityRow(moment, session, "SMTP", next_hop, "+", f"{kind} {log_date(moment)};QueueLength={waiting}"))
        add(ConnectivityRow(moment, session, "SMTP", next_hop, "-", f"Messages: 0 Bytes: 0 ({error})"))
