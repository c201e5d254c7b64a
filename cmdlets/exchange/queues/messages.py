"""Cmdlets for messages in queues."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, ClassVar

from organization.identity import is_pattern, matcher
from organization.mail_records import QueuedMessage, QueueInfo
from organization.values.size import ByteQuantifiedSize
from organization.versions import Profile, Version
from shell.engine.commands.cmdlet import Example, Impact, SetMembership, parameter
from shell.values.errors import ErrorCategory, NotEmulatedException
from shell.values.objects import PSCustomObject, Value

from .. import completers
from ..conversion import to_shell
from ..moments import local_moment
from .common import Action, LimitedViewer, QueueViewer, fits, identity_text
from .files import write_file

_BY_IDENTITY = SetMembership(position=0)  # the pipeline's object is a queue


_FILTERABLE = (
    *("Identity", "Subject", "InternetMessageId", "FromAddress", "Status", "Size", "MessageSourceName", "SourceIP"),
    *("SCL", "DateReceived", "ExpirationTime", "LastError", "Queue", "RetryCount"),
)
FILTER_WORDS = completers.FilterWords(
    _FILTERABLE, {"Status": "Active Locked PendingRemove PendingSuspend Ready Retry Suspended"}
)


class GetMessage(LimitedViewer, verb="Get", noun="Message"):
    """Show the messages in queues."""

    default_set = "Filter"
    identity: Any = parameter(
        "object", sets={"Identity": _BY_IDENTITY}, help="The identity of a message, such as EX01\\Unreachable\\17."
    )
    queue: Any = parameter(
        "object",
        sets={"Queue": SetMembership(pipeline=True)},
        help="Only messages in this queue; wildcards are allowed.",
    )
    filter_by: Any = parameter(
        "object",
        completer=FILTER_WORDS,
        name="Filter",
        sets=("Filter",),
        help="A filter: {FromAddress -like '*@contoso.com'}.",
    )
    include_recipient_info: bool = parameter(
        "switch", help="Include the recipients that each message has still to reach."
    )
    include_component_latency_info: bool = parameter(
        "switch", hidden=True, help="Include latency information. No effect: the lab measures none."
    )
    examples = (
        Example("Get-Message", "All queued messages."),
        Example("Get-Message -Queue EX01\\Unreachable | Format-List", "Messages without a route."),
    )

    def process(self) -> None:
        """Write them."""
        if self.is_other_server():
            return
        profile = self.organization.profile
        messages = self.asked(lambda: self.viewer.messages(_number_in(self.identity)))
        if messages is None:
            return
        test = self.filter_test(self.filter_by, _FILTERABLE)
        found: Iterable[QueuedMessage] = (
            each for each in messages if self._is_named(each) and (test is None or test(_reader(each, profile)))
        )
        if self.identity is not None and not is_pattern(identity_text(self.identity)):
            found = list(found)
            if not found:
                self.refuse(f'The message "{self.qualified(self.identity)}" doesn\'t exist.', "QueueViewerException")
        queues = {each.identity: each for each in self.viewer.queues()} if self.include_recipient_info else {}
        old = profile.version < Version.V2013
        self.shown(
            (self._members(each, profile, queues) for each in found), "MessageInfo" if old else "ExtensibleMessageInfo"
        )

    def _is_named(self, message: QueuedMessage) -> bool:
        if self.queue is not None:
            return fits(self.qualified(self.queue), message.queue)
        return self.identity is None or fits(self.qualified(self.identity), message.identity)

    def _members(self, message: QueuedMessage, profile: Profile, queues: Mapping[str, QueueInfo]) -> dict[str, Any]:
        members = members_of(message, profile)
        if self.include_recipient_info and message.queue in queues:
            queue = queues[message.queue]
            members["Recipients"] = [_recipient(*each, queue) for each in message.recipients]
        return members


def _number_in(identity: Value) -> int | None:
    """Return the message number of an identity without a queue; None for patterns and other identities."""
    number = identity_text(identity).rpartition("\\")[2]
    return int(number) if number.isascii() and number.isdecimal() and len(number) < _LONGEST_NUMBER else None


_LONGEST_NUMBER = 19


_NUMBERS = {
    "DnsConnectorDelivery": 1,
    "MapiDelivery": 2,
    "SmartHostConnectorDelivery": 4,
    "Unreachable": 16,
    "SmtpDeliveryToMailbox": 28,
}
"""Of the delivery types, as the queue viewer prints them for a recipient."""
_NOWHERE = "<No Matching Connector>"


def _recipient(address: str, status: str, error: str, queue: QueueInfo) -> str:
    """`address;status;type;last error;delivery type;where it goes;outbound IP pool`, as the queue viewer prints it. The
    status is 2 for one that is ready and 3 for one that is tried again, the type 1 for a mailbox and 2 for others.
    """
    number, kind = (2 if status == "Ready" else 3), (1 if "Mailbox" in queue.delivery_type else 2)
    kind = 1 if queue.delivery_type == "MapiDelivery" else kind
    where = _NOWHERE if queue.delivery_type == "Unreachable" else queue.next_hop_domain
    return f"{address};{number};{kind};{error};{_NUMBERS.get(queue.delivery_type, 0)};{where};0"


_PROPERTIES: dict[str, Callable[[QueuedMessage, Profile], Any]] = {
    "Identity": lambda message, _: message.identity,
    "Subject": lambda message, _: message.subject,
    "InternetMessageId": lambda message, _: message.message_id,
    "FromAddress": lambda message, _: message.sender or "<>",
    "Status": lambda message, _: message.status,
    "Size": lambda message, profile: ByteQuantifiedSize(message.size, profile.style),
    "MessageSourceName": lambda message, _: message.source_name,
    "SourceIP": lambda message, _: to_shell(_address(message.source_address)),
    "SCL": lambda message, _: message.scl,
    "DateReceived": lambda message, _: local_moment(message.received),
    "ExpirationTime": lambda message, _: local_moment(message.expires),
    "LastError": lambda message, _: message.last_error,
    "RetryCount": lambda message, _: message.retry_count,
    "Queue": lambda message, _: message.queue,
    "Recipients": lambda message, _: None,
    "IsValid": lambda message, _: True,
    "ObjectState": lambda message, profile: "New" if profile.version < Version.V2013 else "Unchanged",
}
_READERS = {name.lower(): read for name, read in _PROPERTIES.items()}


def members_of(message: QueuedMessage, profile: Profile) -> dict[str, Any]:
    """Return the properties of a message."""
    members = {name: read(message, profile) for name, read in _PROPERTIES.items()}
    if profile.version >= Version.V2013:
        members["OriginalFromAddress"] = members["FromAddress"]
    return members


def _reader(message: QueuedMessage, profile: Profile) -> Callable[[str], Any]:
    """Return the function that reads a message's properties for a filter, each on demand."""
    return lambda name: read(message, profile) if (read := _READERS.get(name.lower())) is not None else None


def _address(text: str) -> Any:
    from ipaddress import ip_address

    return ip_address(text) if text else ip_address("255.255.255.255")


class _MessageAction(Action):
    """An action on messages, by identity or filter."""

    kind = "message"
    identity: Any = parameter(
        "object",
        sets={"Identity": SetMembership(mandatory=True, position=0, pipeline=True, by_property_name=True)},
        help="The identity of a message, such as EX01\\Unreachable\\17; without a queue, the message in all queues.",
    )
    filter_by: Any = parameter(
        "object",
        completer=FILTER_WORDS,
        name="Filter",
        sets=("Filter",),
        mandatory=True,
        help="A filter: {FromAddress -eq 'a@b.c'}.",
    )

    def meant(self) -> Iterator[str]:
        """Return the identities of the messages that are named, or that match the filter."""
        messages = self.asked(lambda: self.viewer.messages(_number_in(self.identity)))
        if messages is None:
            return
        if self.identity is None:
            profile = self.organization.profile
            test = self.filter_test(self.filter_by, _FILTERABLE)
            for each in messages:
                if test is None or test(_reader(each, profile)):
                    yield each.identity
            return
        wanted = self.qualified(self.identity)
        server, _, number = wanted.partition("\\")
        in_all = matcher(f"{server}\\*\\{number}") if number.isdecimal() else None
        found = [
            each.identity for each in messages if fits(wanted, each.identity) or (in_all and in_all(each.identity))
        ]
        if not found and not is_pattern(wanted):
            self.refuse(f'The message "{wanted}" doesn\'t exist.', "QueueViewerException")
        yield from found


class SuspendMessage(_MessageAction, verb="Suspend", noun="Message"):
    """Suspend a message; other messages of its queue are delivered."""

    phrase = "Suspending"
    examples = (Example("Get-Message | Suspend-Message -Confirm:$false", "Suspend all queued messages."),)

    def act(self, identity: str) -> None:
        """Hold it."""
        self.viewer.hold_message(identity, True)


class ResumeMessage(_MessageAction, verb="Resume", noun="Message"):
    """Resume the delivery of a suspended message."""

    phrase = "Resuming"
    examples = (Example("Get-Message -Filter {Status -eq 'Suspended'} | Resume-Message", "Resume all messages."),)

    def act(self, identity: str) -> None:
        """Let it go."""
        self.viewer.hold_message(identity, False)


class RemoveMessage(_MessageAction, verb="Remove", noun="Message"):
    """Remove a message from a queue; asks first. The sender gets a non-delivery report unless -WithNDR is $false."""

    phrase = "Removing"
    impact: ClassVar[Impact] = Impact.HIGH
    with_ndr: Any = parameter("bool", name="WithNDR", default=True, help="Send a non-delivery report to the sender.")
    examples = (Example("Get-Message | Remove-Message -WithNDR $false -Confirm:$false", "Remove all queued messages."),)

    def act(self, identity: str) -> None:
        """Delete it."""
        self.viewer.remove_message(identity, bool(self.with_ndr))


class ExportMessage(QueueViewer, verb="Export", noun="Message"):
    """Export the content of a queued message, to the pipeline or to a file."""

    identity: Any = parameter(
        "object",
        position=0,
        mandatory=True,
        pipeline=True,
        by_property_name=True,
        help="The identity of a message in a queue.",
    )
    path: str = parameter("string", name="Path", help="The file to write (2007).")
    examples = (Example("Get-Message | Export-Message | ForEach-Object { $_.FileData.Length }", "Their sizes."),)

    def process(self) -> None:
        """Write its content."""
        self.attempt(self._export)

    def _export(self) -> None:
        content = self.viewer.content(self.qualified(self.identity))
        if self.path:
            write_file(self, self.path, content, "QueueViewerException")
            return
        members = {"FileData": to_shell(content), "Identity": None, "IsValid": True}
        self.write(PSCustomObject(members, ["Microsoft.Exchange.Data.BinaryFileDataObject", "System.Object"]))


class RedirectMessage(QueueViewer, verb="Redirect", noun="Message"):
    """Redirect the messages of all queues to another server. Always an error: the lab has no other server."""

    supports_should_process: ClassVar[bool] = True
    server: Any = parameter("object", name="Server", mandatory=True, help="The server whose queues are drained.")
    target: Any = parameter("object", name="Target", mandatory=True, help="The target server.")

    def process(self) -> None:
        """Refuse."""
        text = f"The messages can't be redirected to '{identity_text(self.target)}': the lab has one server."
        self.write_error(
            self.error(
                text, "NotEmulatedTarget", ErrorCategory.NotImplemented, self.target, exception=NotEmulatedException
            )
        )
