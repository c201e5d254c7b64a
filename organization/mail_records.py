"""What the running transport tells of mail: its queues, and the records that it keeps of messages and sessions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol
from uuid import UUID

PASSED = "PASSED"
"""The event id of a message that was received and put into its mailbox in one: a RECEIVE row and a DELIVER row, which
are kept as one until somebody looks.
"""


class TrackedEvent(NamedTuple):
    """A row of the message tracking log. Texts are empty where a row has no such field."""

    moment: float
    """Seconds since 1970."""
    event_id: str
    """`RECEIVE`, `DELIVER`, `FAIL`, `EXPAND`, `DSN`, ..."""
    source: str
    """`SMTP`, `STOREDRIVER`, `ROUTING`, `DSN`, `QUEUE`, `ADMIN`."""
    number: int
    """The internal message id."""
    message_id: str
    sender: str
    recipients: tuple[str, ...]
    statuses: tuple[str, ...]
    """Of the recipients, in their order; empty where all is well."""
    size: int
    subject: str
    """As it is written in the header."""
    connector: str = ""
    client_address: str = ""
    client_name: str = ""
    server_address: str = ""
    server_name: str = ""
    context: str = ""
    related: str = ""
    """The group or the forwarding mailbox that led to the recipients."""
    reference: str = ""
    """The message that a report is about."""
    return_path: str = ""
    info: str = ""
    network_id: str = ""
    incoming: bool = True
    """Whether the message came from outside of the organization."""
    original_client: str = ""
    """The address of the client behind the front end; empty where none passed the message on."""
    custom: tuple[tuple[str, str], ...] = ()
    """Names and values of what else is known."""


class AgentEntry(NamedTuple):
    """A row of the agent log: what an anti-spam agent did."""

    moment: float
    session: str
    local: str
    remote: str
    entered_from: str
    message_id: str
    sender: str
    header_senders: str
    recipient: str
    recipient_count: int
    agent: str
    event: str
    """`OnRcptCommand`, ..."""
    action: str
    """`RejectCommand`, ..."""
    response: str
    reason: str
    reason_data: str


class ProtocolRow(Protocol):
    """A row of the protocol log."""

    @property
    def moment(self) -> float:
        """Seconds since 1970."""
        ...

    @property
    def connector(self) -> str:
        """The connector's identity."""
        ...

    @property
    def session(self) -> str:
        """16 hexadecimal digits."""
        ...

    @property
    def sequence(self) -> int:
        """The row's number in its session, from 0."""
        ...

    @property
    def local(self) -> str:
        """The server's address and port."""
        ...

    @property
    def remote(self) -> str:
        """The client's."""
        ...

    @property
    def event(self) -> str:
        """`+`, `-`, `>`, `<` or `*`."""
        ...

    @property
    def data(self) -> str:
        """What was said."""
        ...

    @property
    def context(self) -> str:
        """What it is."""
        ...


@dataclass(frozen=True, slots=True)
class LogFolder:
    """Where one log is kept."""

    name: str
    """`SmtpReceive`, `MessageTracking`, ..."""
    service: str
    """The Windows service that writes it."""
    server_path: str | None
    """As the server's settings name it; None where the log is off."""
    folder: Path | None
    """The folder of this machine; None where no files are written."""
    newest: Path | None
    """The file that this session wrote last."""
    error: str
    """Why the last rows could not be written; empty when they could."""


class MailRecords(Protocol):
    """What the transport has recorded in this session. Rows are there at once, in files some time later."""

    def tracked(self) -> Sequence[TrackedEvent]:
        """The message tracking log, oldest first."""
        ...

    def each_tracked(self) -> Iterator[TrackedEvent]:
        """The same one by one, each read when it is asked for."""
        ...

    def agent_entries(self) -> Sequence[AgentEntry]:
        """The agent log, oldest first."""
        ...

    def protocol_rows(self) -> Sequence[ProtocolRow]:
        """The SMTP receive protocol log, oldest first."""
        ...

    def sent_rows(self) -> Sequence[ProtocolRow]:
        """The SMTP send protocol log, oldest first."""
        ...

    def folders(self) -> Sequence[LogFolder]:
        """Where each log is written. What has been recorded is in the files when this returns."""
        ...


@dataclass(frozen=True, slots=True)
class QueueInfo:
    """A queue as it is now. Moments are seconds since 1970."""

    identity: str
    """`EX01\\Submission`, `EX01\\3`."""
    delivery_type: str
    next_hop_domain: str
    next_hop_connector: UUID
    status: str
    """`Ready`, `Active`, `Retry`, `Suspended`."""
    message_count: int
    last_error: str = ""
    last_retry: float | None = None
    next_retry: float | None = None
    first_retry: float | None = None
    retry_count: int = 0
    external: bool = False
    """Whether it leads out of the organization."""


@dataclass(frozen=True, slots=True)
class QueuedMessage:
    """A message in a queue."""

    identity: str
    """`EX01\\Submission\\17`."""
    queue: str
    status: str
    """`Ready`, `Retry`, `Suspended`."""
    subject: str
    message_id: str
    sender: str
    size: int
    source_name: str
    """`SMTP:<connector>`, or what else it came from."""
    source_address: str
    scl: int
    received: float
    expires: float
    last_error: str
    retry_count: int
    recipients: tuple[tuple[str, str, str], ...]
    """Of those that it still has to reach: address, status, last error."""
    original_recipients: tuple[str, ...]


class QueueRefused(Exception):
    """What cannot be done to a queue or a message. The text says why."""


class Queues(Protocol):
    """The queues, for administrators. An identity is one that `queues` or `messages` gave."""

    def queues(self) -> Sequence[QueueInfo]:
        """The queues that exist: those of next hops first, then Submission, Unreachable and Poison."""
        ...

    def messages(self, number: int | None = None) -> Sequence[QueuedMessage]:
        """All messages of all queues, or those of one number, of which several queues may have a part. Each is
        described when it is looked at; to ask for a number costs the same however many wait.
        """
        ...

    def hold_queue(self, identity: str, held: bool) -> None:
        """Suspend a queue, or let its messages go again. Raises QueueRefused."""
        ...

    def retry_queue(self, identity: str, resubmit: bool) -> None:
        """Try at once, or look for another way for each message. Raises QueueRefused."""
        ...

    def hold_message(self, identity: str, held: bool) -> None:
        """Suspend a message, or let it go again. Raises QueueRefused."""
        ...

    def remove_message(self, identity: str, report: bool) -> None:
        """Delete a message, and tell its sender with `report`. Raises QueueRefused."""
        ...

    def content(self, identity: str) -> bytes:
        """A message as it is. Raises QueueRefused."""
        ...
