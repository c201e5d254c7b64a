"""Get-MessageTrackingLog: the events of messages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from organization.mail_records import TrackedEvent
from organization.versions import Version
from shell.engine.commands.cmdlet import Example, parameter
from shell.lazy import lazy
from shell.types import OBJECT, close_generic, named
from shell.types.conversion.text import to_string
from shell.values.objects import PSCustomObject

from .. import completers
from ..conversion import to_shell
from ..moments import local_moment, seconds_of
from ..queues.common import identity_text
from ..reading import Limited

if TYPE_CHECKING:
    from shell.dotnet.collections import generic_dictionaries
else:
    generic_dictionaries = lazy("shell.dotnet.collections.generic_dictionaries", globals())


_TYPE = "Microsoft.Exchange.Management.TransportLogSearchTasks.MessageTrackingEvent"


class GetMessageTrackingLog(Limited, verb="Get", noun="MessageTrackingLog"):
    """Show the events of messages since the session began: received, expanded, delivered, failed, reported."""

    tasks = "TransportLogSearchTasks"
    server: Any = parameter(
        "object", name="Server", pipeline=True, completer=completers.servers, help="The server; the lab has one."
    )
    start: Any = parameter("datetime", help="Only events from this time on.")
    end_: Any = parameter("datetime", name="End", help="Only events before this time.")
    sender: str = parameter("string", completer=completers.addresses, help="Only messages from this sender.")
    recipients: Any = parameter(
        "string[]", completer=completers.addresses, help="Only events with one of these recipients."
    )
    event_id: str = parameter(
        "string",
        name="EventId",
        completer=completers.tracked_events,
        help="Only events of this type: RECEIVE, DELIVER, FAIL, ...",
    )
    message_id: str = parameter("string", name="MessageId", help="Only this message, by its Message-ID.")
    internal_message_id: str = parameter(
        "string", name="InternalMessageId", help="Only this message, by its internal message id."
    )
    message_subject: str = parameter("string", help="Only messages whose subject contains this text.")
    reference: str = parameter("string", help="Only events with this reference.")
    network_message_id: str = parameter("string", help="Only this message, by its network message id (2013 and later).")
    source: str = parameter(
        "string",
        completer=completers.tracked_sources,
        help="Only events from this transport component: SMTP, ROUTING, ... (2013 and later).",
    )
    transport_traffic_type: str = parameter(
        "string", help="The kind of traffic: Email is the lab's only one (2013 and later)."
    )
    examples = (
        Example("Get-MessageTrackingLog", "All events."),
        Example("Get-MessageTrackingLog -EventId FAIL | Format-List", "Failed recipients, and the reasons."),
    )

    def process(self) -> None:
        """Write the events, the oldest first."""
        named = identity_text(self.server).partition(".")[0].lower()
        if named and named != self.organization.forest.server.lower():
            text = f"The Microsoft Exchange Transport Log Search service couldn't be reached on server {named}."
            self.refuse(text, "LogSearchException")
            return
        version = self.organization.profile.version
        for event in self.limited(self._found()):
            self.write(PSCustomObject(members_of(event, version), [_TYPE, "System.Object"]))

    def _found(self) -> Iterator[TrackedEvent]:
        start, end = seconds_of(self.start), seconds_of(self.end_)
        wanted = {to_string(each).casefold() for each in self.recipients or ()}
        exact = {
            name: text.casefold().strip("<>") if name == "message_id" else text.casefold()
            for name, text in (
                ("sender", self.sender),
                ("event_id", self.event_id),
                ("message_id", self.message_id),
                ("number", self.internal_message_id),
                ("reference", self.reference),
                ("network_id", self.network_message_id),
                ("source", self.source),
            )
            if text
        }
        subject = self.message_subject.casefold() if self.message_subject else ""
        if self.transport_traffic_type and self.transport_traffic_type.lower() != "email":
            return
        for event in self.mail_system.records.each_tracked():
            if (start is not None and event.moment < start) or (end is not None and event.moment >= end):
                continue
            if any(_folded(event, name) != text for name, text in exact.items()):
                continue
            if wanted and not wanted & {address.casefold() for address in event.recipients}:
                continue
            if subject and subject not in event.subject.casefold():
                continue
            yield event


def _folded(event: TrackedEvent, name: str) -> str:
    text = str(getattr(event, name)).casefold()
    return text.strip("<>") if name == "message_id" else text


def _pairs(custom: tuple[tuple[str, str], ...]) -> list[Any]:
    if not custom:
        return []
    pair = close_generic("System.Collections.Generic.KeyValuePair", (named("System.String"), OBJECT))
    return [generic_dictionaries.KeyValuePair(pair, name, value) for name, value in custom] if pair is not None else []


def members_of(event: TrackedEvent, version: Version) -> dict[str, Any]:
    """Return an event's properties in the order of a version."""
    members = {
        "Timestamp": local_moment(event.moment),
        "ClientIp": event.client_address,
        "ClientHostname": event.client_name,
        "ServerIp": event.server_address,
        "ServerHostname": event.server_name,
        "SourceContext": event.context,
        "ConnectorId": event.connector,
        "Source": event.source,
        "EventId": event.event_id,
        "InternalMessageId": str(event.number),
        "MessageId": event.message_id,
        "NetworkMessageId": event.network_id,
        "Recipients": to_shell(event.recipients),
        "RecipientStatus": to_shell(event.statuses),
        "TotalBytes": event.size,
        "RecipientCount": len(event.recipients),
        "RelatedRecipientAddress": event.related,
        "Reference": to_shell((event.reference,) if event.reference else ()),
        "MessageSubject": event.subject,
        "Sender": event.sender or "<>",
        "ReturnPath": event.return_path or "<>",
        "Directionality": "Incoming" if event.incoming else "Originating",
        "TenantId": "",
        "OriginalClientIp": event.original_client or event.client_address,
        "MessageInfo": event.info,
        "MessageLatency": None,
        "MessageLatencyType": "None",
        "EventData": _pairs(event.custom) or None,
        "TransportTrafficType": "Email",
        "SchemaVersion": "",
    }
    for name, since in _SINCE.items():
        if version < since:
            del members[name]
    return members


_SINCE = {
    "NetworkMessageId": Version.V2013,
    "Directionality": Version.V2010,
    "TenantId": Version.V2010,
    "OriginalClientIp": Version.V2010,
    "MessageLatency": Version.V2010,
    "MessageLatencyType": Version.V2010,
    "EventData": Version.V2010,
    "TransportTrafficType": Version.V2016,
    "SchemaVersion": Version.V2016,
}
