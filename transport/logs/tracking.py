"""The message tracking log: the events of each message, for Get-MessageTrackingLog and in files."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from marshal import dumps, loads
from typing import Any, Protocol

from organization.mail_records import PASSED, TrackedEvent
from organization.versions import Profile, Version

from ..policy.timestamps import log_date
from .files import LogFiles
from .writer import LogBook, LogWriter, field, head_of

_OLD = (
    "date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,"
    "internal-message-id,message-id,recipient-address,recipient-status,total-bytes,recipient-count,"
    "related-recipient-address,reference,message-subject,sender-address,return-path,message-info"
)
_2010 = ",directionality,tenant-id,original-client-ip,original-server-ip,custom-data"
_2016 = ",transport-traffic-type,log-id,schema-version"


def fields_of(version: Version) -> str:
    """Return the names of a version's fields, in the order of `#Fields:`."""
    if version < Version.V2010:
        return _OLD
    if version < Version.V2013:
        return _OLD + _2010
    later = _OLD.replace("message-id,recipient-address", "message-id,network-message-id,recipient-address") + _2010
    return later + (_2016 if version >= Version.V2016 else "")


_TO, _SUBJECT = TrackedEvent._fields.index("recipients"), TrackedEvent._fields.index("subject")
TOGETHER = 64
"""Events that are stored together, which costs a third of storing them one by one."""
_LONGEST_SUBJECT = 1000
_MOST_RECIPIENTS = 20
"""Most recipients of an event that may wait to be stored with others: so the waiting ones are a few hundred KB at
most.
"""


class Store(Protocol):
    """Storage for events."""

    def add(self, piece: bytes) -> int:
        """Store a piece. Return its number, which is the count of those before."""
        ...

    def get(self, number: int) -> bytes:
        """Return the piece with this number."""
        ...


class TrackingLog:
    """Keeps every event of the session. Every method may be called from any thread."""

    def __init__(self, profile: Profile, store: Store, writer: LogWriter, failed: Callable[[str], None]) -> None:
        self.subjects = True
        """MessageTrackingLogSubjectLoggingEnabled."""
        self.enabled = True
        """MessageTrackingLogEnabled."""
        self._store = store
        self._lock = threading.Lock()
        self._recent: list[tuple[Any, ...]] = []
        """Events that are not stored yet."""
        self._pieces = 0
        """Number of pieces in the store."""
        fields = fields_of(profile.version)
        self.book: LogBook[bytes] = LogBook(
            writer,
            LogFiles("MSGTRK", hourly=profile.two_services),
            lambda moment: head_of(profile.log_version, "Message Tracking Log", fields, moment),
            lambda packed: _written(packed, profile),
            failed,
        )

    def add(self, event: tuple[Any, ...]) -> None:
        """Add an event, if the log is on: a TrackedEvent or the tuple of its fields. PASSED stands for two events."""
        if not self.enabled:
            return
        if not self.subjects:
            event = TrackedEvent(*event)._replace(subject="")
        if type(event) is not tuple:
            event = tuple(event)
        recent = self._recent
        with self._lock:
            recent.append(event)
            if len(recent) >= TOGETHER or len(event[_SUBJECT]) > _LONGEST_SUBJECT or len(event[_TO]) > _MOST_RECIPIENTS:
                self._put_away()
        if self.book.is_kept:
            self.book.add(dumps(event))

    def _put_away(self) -> None:
        """Store the recent events as one piece. The caller holds the lock."""
        if self._recent:
            self._pieces = self._store.add(dumps(self._recent)) + 1
            self._recent.clear()

    def events(self) -> Sequence[TrackedEvent]:
        """All events, oldest first."""
        return list(self.each())

    def each(self) -> Iterator[TrackedEvent]:
        """Yield the present events, oldest first. Each is read when it is needed."""
        with self._lock:
            self._put_away()
            pieces = self._pieces
        for number in range(pieces):
            for fields in loads(self._store.get(number)):
                yield from _unpacked(fields)


def _unpacked(fields: tuple[Any, ...]) -> Sequence[TrackedEvent]:
    event = TrackedEvent(*fields)
    if event.event_id != PASSED:
        return (event,)
    delivered = event._replace(
        event_id="DELIVER",
        source="STOREDRIVER",
        connector="",
        client_address="",
        client_name=event.server_name,
        server_address="",
        context="",
        info=log_date(event.moment),
        original_client="",
        custom=(),
    )
    return (event._replace(event_id="RECEIVE"), delivered)


def _written(packed: bytes, profile: Profile) -> tuple[float, str]:
    """Return the time and the lines of an event. It waits as octets, so that the garbage collector does not visit
    it.
    """
    events = _unpacked(loads(packed))
    return events[0].moment, "".join([line(event, profile.version, profile.log_version) for event in events])


def line(event: Any, version: Version, schema: str) -> str:
    """Return an event as a line of the log file, with the fields of a version. `event` is a TrackedEvent or the tuple
    of its fields, `schema` the version that the line names.
    """
    plain = _line(event, version, schema, str)
    # A field that has to be quoted is rare, and checking each would cost more than all the rest.
    if plain.count(",") == _COMMAS[version] and '"' not in plain and plain.count("\n") == plain.count("\r") == 1:
        return plain
    return _line(event, version, schema, field)


def _line(event: Any, version: Version, schema: str, field: Callable[[str], str]) -> str:
    (
        moment,
        event_id,
        source,
        number,
        message_id,
        sender,
        recipients,
        statuses,
        size,
        subject,
        connector,
        client,
        client_name,
        server,
        server_name,
        context,
        related,
        reference,
        return_path,
        info,
        network_id,
        incoming,
        original,
        custom,
    ) = event
    network = f"{network_id}," if version >= Version.V2013 else ""
    text = (
        f"{log_date(moment)},{client},{field(client_name)},{server},{server_name},{field(context)},{field(connector)},{source},"
        f"{event_id},{number},{field(message_id)},{network}{field(';'.join(recipients))},{field(';'.join(statuses))},"
        f"{size},{len(recipients)},{field(related)},{field(reference)},{field(subject)},{field(sender) or '<>'},"
        f"{field(return_path) or '<>'},{info}"
    )
    if version < Version.V2010:
        return text + "\r\n"
    text += f",{'Incoming' if incoming else 'Originating'},,{original or client},{server},"
    if custom:
        text += field(";".join([f"S:{name}={value}" for name, value in custom]))
    return text + (f",Email,,{schema}\r\n" if version >= Version.V2016 else "\r\n")


_COMMAS = {version: fields_of(version).count(",") for version in Version}
