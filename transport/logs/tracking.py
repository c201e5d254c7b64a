"""The message tracking log: what became of each message, for Get-MessageTrackingLog and in files."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from organization.mail_records import TrackedEvent
from organization.versions import Profile, Version

from ..policy.moments import log_date
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
    """The fields of a row in their order, as `#Fields:` names them."""
    if version < Version.V2010:
        return _OLD
    if version < Version.V2013:
        return _OLD + _2010
    later = _OLD.replace("message-id,recipient-address", "message-id,network-message-id,recipient-address") + _2010
    return later + (_2016 if version >= Version.V2016 else "")


class Store(Protocol):
    """Where events lie."""

    def add(self, piece: bytes) -> int:
        """Keep a piece; its number, which is the count of those before."""
        ...

    def get(self, number: int) -> bytes:
        """The piece with this number."""
        ...


class TrackingLog:
    """Keeps every event of the session. Every method may be called from any thread."""

    def __init__(self, profile: Profile, store: Store, writer: LogWriter, failed: Callable[[str], None]) -> None:
        self.subjects = True
        """MessageTrackingLogSubjectLoggingEnabled."""
        self.enabled = True
        """MessageTrackingLogEnabled."""
        self._store = store
        self._count = 0
        fields = fields_of(profile.version)
        names = fields.split(",")
        schema = profile.log_version
        self.book: LogBook[TrackedEvent] = LogBook(
            writer,
            LogFiles("MSGTRK", hourly=profile.two_services),
            lambda moment: head_of(profile.log_version, "Message Tracking Log", fields, moment),
            lambda event: line(event, names, schema),
            lambda event: event.moment,
            failed,
        )

    def add(self, event: TrackedEvent) -> None:
        """Keep an event, where the log is on."""
        if not self.enabled:
            return
        if not self.subjects:
            event = event._replace(subject="")
        self._count = self._store.add(marshal.dumps(tuple(event))) + 1
        self.book.add(event)

    def events(self) -> Sequence[TrackedEvent]:
        """All events, oldest first."""
        return [TrackedEvent(*marshal.loads(self._store.get(number))) for number in range(self._count)]


def line(event: TrackedEvent, names: Sequence[str], schema: str) -> str:
    """A row of the log file."""
    values = _values(event, schema)
    return ",".join([field(values.get(name, "")) for name in names]) + "\r\n"


def _values(event: TrackedEvent, schema: str) -> Mapping[str, str]:
    return {
        "date-time": log_date(event.moment),
        "client-ip": event.client_address,
        "client-hostname": event.client_name,
        "server-ip": event.server_address,
        "server-hostname": event.server_name,
        "source-context": event.context,
        "connector-id": event.connector,
        "source": event.source,
        "event-id": event.event_id,
        "internal-message-id": str(event.number),
        "message-id": event.message_id,
        "network-message-id": event.network_id,
        "recipient-address": ";".join(event.recipients),
        "recipient-status": ";".join(event.statuses),
        "total-bytes": str(event.size),
        "recipient-count": str(len(event.recipients)),
        "related-recipient-address": event.related,
        "reference": event.reference,
        "message-subject": event.subject,
        "sender-address": event.sender or "<>",
        "return-path": event.return_path or "<>",
        "message-info": event.info,
        "directionality": "Incoming" if event.incoming else "Originating",
        "original-client-ip": event.client_address,
        "original-server-ip": event.server_address,
        "transport-traffic-type": "Email",
        "schema-version": schema,
    }
