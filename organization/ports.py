"""What the model's users need from the running mail system, as protocols. The transport implements them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from .mail_records import MailRecords, Queues
from .mime.subjects import subject_of
from .values.network import IPBinding

if TYPE_CHECKING:
    from .objects.receive_connector import ReceiveConnector

INBOX, JUNK = "Inbox", "Junk E-Mail"
"""The folders of a mailbox that messages arrive in."""
SENT = "Sent Items"
"""The folder that keeps what the mailbox has sent."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it lies in a mailbox."""

    id: int
    """Unique in the server, in order of arrival (the InternalId of the reply to the sender)."""
    message_id: str
    """The Message-ID header, with its angle brackets."""
    sender: str
    """The envelope sender; empty for reports."""
    recipients: tuple[str, ...]
    """The envelope recipients, as the sender wrote them."""
    received: datetime
    """In UTC, with its zone."""
    content: bytes
    """Header and body as delivered, with the stamped headers and CRLF line ends."""
    folder: str = INBOX

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.content)

    @property
    def subject(self) -> str:
        """Decoded; whatever is malformed in it stays as it is written."""
        return subject_of(self.content)


class MailStore(Protocol):
    """The content of mailboxes. A mailbox is named by its GUID, so that it keeps its mail when it is renamed."""

    def messages(self, mailbox: UUID) -> Sequence[Message]:
        """The messages of a mailbox, oldest first; empty for an unknown mailbox."""
        ...

    def size(self, mailbox: UUID) -> int:
        """The octets of all messages of a mailbox, at the same price however many there are."""
        ...

    def move(self, source: UUID, target: UUID) -> None:
        """Give all that one mailbox holds to another, behind what that holds already."""
        ...

    def clear(self, mailbox: UUID) -> int:
        """Empty a mailbox; how many messages went."""
        ...


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """What a user sends from a mailbox. People are given by name and address."""

    mailbox: UUID
    """The mailbox whose owner sends it."""
    to: tuple[tuple[str, str], ...]
    cc: tuple[tuple[str, str], ...] = ()
    bcc: tuple[tuple[str, str], ...] = ()
    subject: str = ""
    body: str = ""
    html: bool = False
    attachments: tuple[tuple[str, bytes], ...] = ()
    """Names and contents."""
    headers: tuple[tuple[str, str], ...] = ()
    """More fields of the header; one that the message has already takes its place."""
    in_name_of: UUID | None = None
    """The recipient that it is from, where that is not the mailbox itself."""


class SendRefused(Exception):
    """A message does not leave its mailbox. The text says why."""

    def __init__(self, text: str, *, over_quota: bool = False) -> None:
        super().__init__(text)
        self.over_quota = over_quota


class Outbox(Protocol):
    """The way out of a mailbox, as a mail client takes it."""

    def send(self, message: OutgoingMessage) -> str:
        """Send a message, and keep a copy in Sent Items; its Message-ID, with its angle brackets.

        Who may not send in another's name gets a report, as do those whom a limit of transport stops. Raises
        SendRefused where the message does not even leave the mailbox.
        """
        ...


class EndpointState(Enum):
    """What a lab endpoint does at the moment."""

    LISTENING = "Listening"
    STOPPED = "Stopped"
    """Its connector or its service is off, or the session was started without listeners."""
    FAILED = "Failed"
    """The real port could not be bound; `Endpoint.reason` says why."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address of the lab's server, and the address of this machine that stands for it."""

    lab: IPBinding
    real: tuple[str, int] | None
    """Host and port to connect to; None when there is no socket."""
    connectors: tuple[str, ...]
    """The identities (`EX01\\Internet`) of the connectors that share it."""
    state: EndpointState
    reason: str = ""


class TransportService(Protocol):
    """The running transport. Whether it runs is model state: the Service objects; it follows them by itself."""

    def endpoints(self, connector: ReceiveConnector | None = None) -> Sequence[Endpoint]:
        """One for each binding of the enabled connectors, or of one connector, in order of port.

        To ask for one does not cost more where there are others.
        """
        ...

    def connection_ceiling(self) -> int | None:
        """The most connections that this machine allows; None where they are as many as Exchange itself allows."""
        ...

    def settle(self, timeout: float = 5.0) -> bool:
        """Wait until the listeners follow the model as it is now; False when `timeout` seconds were not enough."""
        ...


class DialRefused(Exception):
    """Nobody answers at an address, or the session may not dial it. The text says which."""


class Connection(Protocol):
    """One open connection to an endpoint of the lab, as a client sees it."""

    def receive(self, timeout: float) -> bytes:
        """What the server has sent, waiting up to `timeout` seconds for something; empty when nothing came."""
        ...

    def send(self, data: bytes) -> None:
        """Send bytes. Bytes sent after the server has closed are lost without an error, as on a real wire."""
        ...

    @property
    def closed(self) -> bool:
        """Whether the server has closed and everything it sent has been received."""
        ...

    def start_tls(self) -> bytes:
        """Speak TLS from here on, after the server has agreed; returns the certificate that it shows, in DER.

        Any certificate will do: whoever asks looks at it. Raises DialRefused.
        """
        ...

    def close(self) -> None:
        """Hang up. May be called twice."""
        ...


class Dialer(Protocol):
    """The way to the lab's listeners, with sockets or without."""

    def dial(self, address: str, port: int, source: str | None = None) -> Connection:
        """Connect to a lab address or host name. `source` is the lab address that the server should see.

        Raises DialRefused.
        """
        ...


class EventLevel(Enum):
    """How grave an event is."""

    INFORMATION = "Information"
    WARNING = "Warning"
    ERROR = "Error"


@dataclass(frozen=True, slots=True)
class EventEntry:
    """A line of the server's application event log."""

    time: datetime
    """In UTC, with its zone."""
    level: EventLevel
    source: str
    """`MSExchangeTransport`, ..."""
    event_id: int
    category: str
    message: str


class EventLog(Protocol):
    """The server's application event log."""

    def write(self, entry: EventEntry) -> None:
        """Add an entry."""
        ...

    def entries(self) -> Sequence[EventEntry]:
        """All entries, oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class MailSystem:
    """The ports together, as a session hands them to its cmdlets."""

    mail: MailStore
    transport: TransportService
    dialer: Dialer
    events: EventLog
    queues: Queues
    records: MailRecords
    outbox: Outbox
