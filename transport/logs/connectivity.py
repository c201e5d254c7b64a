"""The connectivity logs: connections to other servers and to mailbox databases, and their results."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from organization.versions import Profile, Version

from ..policy.log_rows import ConnectivityRow
from ..policy.timestamps import TICKS_BEFORE_1970, log_date
from .files import LogFiles
from .writer import LogBook, LogWriter, field, head_of

FIELDS = "date-time,session,source,Destination,direction,description"


def connectivity_book(profile: Profile, writer: LogWriter, failed: Callable[[str], None]) -> LogBook[ConnectivityRow]:
    """Return a new connectivity log, which is kept in files only."""
    return LogBook(
        writer,
        LogFiles("CONNECTLOG", hourly=profile.two_services),
        lambda moment: head_of(profile.log_version, "Transport Connectivity Log", FIELDS, moment),
        lambda row: (row.moment, connectivity_line(row)),
        failed,
    )


def connectivity_line(row: ConnectivityRow) -> str:
    """Return a row as a line of the log file."""
    return ",".join([log_date(row.moment), *(field(value) for value in row[1:])]) + "\r\n"


def session_id(moment: float) -> str:
    """Return the session id of a connection that began at `moment`, in seconds since 1970."""
    return f"{int(moment * 10_000_000) + TICKS_BEFORE_1970:016X}"


@dataclass(slots=True)
class _Connection:
    session: str
    messages: int = 0
    octets: int = 0
    last: float = 0.0


class Connections:
    """Writes the rows of the transport service. Methods may be called from any thread.

    One connection to a database stands for all messages until the log is next written, some tenths of a second later.
    So a message costs two additions here.
    """

    def __init__(self, profile: Profile, book: LogBook[ConnectivityRow], server: Callable[[], tuple[str, str]]) -> None:
        """`server` returns the name and the address of this server."""
        self._profile = profile
        self._book = book
        self._server = server
        self._lock = threading.Lock()
        self._open: dict[tuple[str, UUID], _Connection] = {}

    @property
    def is_on(self) -> bool:
        """Whether the log is kept in files."""
        return self._book.files.policy.folder is not None

    def delivered(self, database: str, guid: UUID, octets: int, moment: float) -> None:
        """Count a message of so many octets that was put into a database."""
        with self._lock:
            key = (database, guid)
            connection = self._open.get(key)
            if connection is None:
                connection = self._open[key] = _Connection(session_id(moment))
                self._begin(connection.session, database, guid, moment)
            connection.messages += 1
            connection.octets += octets
            connection.last = moment

    def close(self) -> None:
        """End the connections to databases. Called before the log is written."""
        with self._lock:
            ended, self._open = self._open, {}
        for (database, _), connection in ended.items():
            text = f"Messages: {connection.messages} Bytes: {connection.octets} ()"
            self._add(connection.last, connection.session, database, "-", text)

    def failed(self, next_hop: str, kind: str, connector: UUID, waiting: int, error: str, moment: float) -> None:
        """Write the rows of a failed connection to another server; in a lab all fail."""
        session = session_id(moment)
        add = self._book.add
        begin = f"{kind} {connector};QueueLength={self._length(waiting)}"
        add(ConnectivityRow(moment, session, "SMTP", next_hop, "+", begin))
        add(ConnectivityRow(moment, session, "SMTP", next_hop, "-", f"Messages: 0 Bytes: 0 (Retry : {error})"))

    def _begin(self, session: str, database: str, guid: UUID, moment: float) -> None:
        name, address = self._server()
        kind = "SmtpDeliveryToMailbox" if self._profile.two_services else "MapiDelivery"
        self._add(moment, session, database, "+", f"{kind} {guid};QueueLength={self._length(1)}")
        self._add(moment, session, database, ">", f"{name}[{address}]")
        if self._profile.two_services:
            self._add(moment, session, database, ">", f"Established connection to {address}")

    def _add(self, moment: float, session: str, database: str, direction: str, description: str) -> None:
        source = "SMTP" if self._profile.two_services else "MAPI"
        self._book.add(ConnectivityRow(moment, session, source, database, direction, description))

    def _length(self, waiting: int) -> str:
        """Return the queue length in the format of the version."""
        if self._profile.version < Version.V2010:
            return str(waiting)
        return f"TQ={waiting};" if not self._profile.two_services else f"TQ={waiting};RN={waiting};"
