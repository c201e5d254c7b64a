"""Pipeline tracing: copies of a sender's messages after each step of transport (PipelineTracingEnabled)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from organization.objects.server import TransportAgent

from ..policy.agents import names
from ..policy.timestamps import log_date
from .folders import Drives, local_folder

if TYPE_CHECKING:
    from organization.objects.transport_server import TransportServer
    from organization.store import Organization

    from ..policy.transaction import Submission
    from .writer import LogWriter

SNAPSHOTS = "MessageSnapshots"

_SMTP_EVENTS = {
    names.CONNECTION_FILTER: (names.AT_HEADERS,),
    names.SENDER_ID: (names.AT_HEADERS,),
    names.SENDER_FILTER: (names.AT_HEADERS,),
    names.CONTENT_FILTER: (names.AT_END,),
    names.PROTOCOL_ANALYSIS: (names.AT_HEADERS, names.AT_END),
    "System Probe Drop Smtp Agent": (names.AT_HEADERS,),
}
_ROUTING_EVENTS = {
    "Transport Rule Agent": ("OnResolvedMessage",),
    "DLP Policy Agent": ("OnResolvedMessage",),
    "Retention Policy Agent": ("OnResolvedMessage",),
    "Supervisory Review Agent": ("OnResolvedMessage",),
    "Malware Agent": ("OnSubmittedMessage",),
    "Journaling Agent": ("OnSubmittedMessage", "OnRoutedMessage"),
    "AD RMS Prelicensing Agent": ("OnRoutedMessage",),
    "Text Messaging Routing Agent": ("OnResolvedMessage",),
    "System Probe Drop Routing Agent": ("OnCategorizedMessage",),
}
"""Agents that see whole messages, and the events at which they do."""
_STEPS = {
    "SmtpReceive": (_SMTP_EVENTS, (names.AT_HEADERS, names.AT_END)),
    "Routing": (
        _ROUTING_EVENTS,
        ("OnSubmittedMessage", "OnResolvedMessage", "OnRoutedMessage", "OnCategorizedMessage"),
    ),
}


class _Snapshot(NamedTuple):
    folder: Path
    name: str
    record: int
    source: str
    moment: float
    sender: str
    recipients: tuple[str, ...]
    content: bytes


class PipelineTracing:
    """Takes messages without delay, and writes its files when the other logs are written."""

    def __init__(self, organization: Organization, writer: LogWriter, failed: Callable[[str], None]) -> None:
        """`failed` is called with the reason if a file cannot be written."""
        self.folder: Path | None = None
        """The folder of the files; None while tracing is off."""
        self.newest: Path | None = None
        self.last_error = ""
        self._sender: str | None = None
        self._organization = organization
        self._writer = writer
        self._failed = failed
        self._waiting: deque[_Snapshot] = deque()
        writer.books.append(self)

    def follow(self, settings: TransportServer, files: Drives | None) -> None:
        """Read the settings of Set-TransportServer again. Nothing is traced without a sender's address."""
        sender = settings.pipeline_tracing_sender_address
        on = settings.pipeline_tracing_enabled and sender is not None
        self.folder = local_folder(settings.pipeline_tracing_path, files) if on else None
        self._sender = sender.text.strip("<>").casefold() if sender is not None else None

    def take(self, submission: Submission, came: bytes, moment: float) -> None:
        """Trace a message that was accepted at `moment`. `came` is its content without the fields that the server has
        stamped.
        """
        if self.folder is None or submission.sender.casefold() != self._sender:
            return
        folder = self.folder / SNAPSHOTS / str(uuid4())
        addresses = tuple([recipient.address for recipient in submission.recipients])
        for record, (name, source) in enumerate(self._steps()):
            content = submission.content if record else came
            self._waiting.append(_Snapshot(folder, name, record, source, moment, submission.sender, addresses, content))
        self._writer.wake()

    def _steps(self) -> Iterator[tuple[str, str]]:
        """Yield a file name and the step before it for each copy: one for each agent at each of its events, and one for
        the last event of a part of transport without agents.
        """
        yield "Original", "Original"
        agents = sorted(self._organization.all(TransportAgent), key=lambda agent: agent.priority)
        enabled = [agent.name for agent in agents if agent.enabled]
        for part, (events_of, events) in _STEPS.items():
            found = [f"{event},{name}" for event in events for name in enabled if event in events_of.get(name, ())]
            for number, source in enumerate(found or [events[-1]], 1):
                yield f"{part}{number:04}", source

    def flush(self) -> None:
        """Write pending rows. Called by the writer only."""
        while self._waiting:
            snapshot = self._waiting.popleft()
            try:
                snapshot.folder.mkdir(parents=True, exist_ok=True)
                path = snapshot.folder / f"{snapshot.name}.eml"
                path.write_bytes(_head(snapshot).encode("utf-8") + snapshot.content)
            except OSError as error:
                if str(error) != self.last_error:
                    self.last_error = str(error)
                    self._failed(self.last_error)
            else:
                self.newest, self.last_error = path, ""


def _head(snapshot: _Snapshot) -> str:
    """Return the header fields that a copy has above the message's own."""
    fields = [
        ("X-CreatedBy", "MessageSnapshot-Begin injected headers"),
        ("X-MessageSnapshot-UTC-Time", log_date(snapshot.moment)),
        ("X-MessageSnapshot-Record-Id", str(snapshot.record)),
        ("X-MessageSnapshot-Source", snapshot.source),
        ("X-Sender", snapshot.sender or "<>"),
        *(("X-Receiver", recipient) for recipient in snapshot.recipients),
        ("X-EndOfInjectedXHeaders", "MessageSnapshot-End injected headers"),
    ]
    return "".join([f"{name}: {value}\r\n" for name, value in fields])
