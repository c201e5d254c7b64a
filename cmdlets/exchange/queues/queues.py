"""Cmdlets for queues."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from organization.identity import is_pattern, matcher
from organization.mail_records import QueueInfo
from organization.versions import Version
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.types.conversion.text import to_string

from .. import completers
from ..conversion import to_shell
from ..moments import local_moment
from ..records import Record
from .common import Action, LimitedViewer, fits, identity_text, reader

_IDENTITY = SetMembership(position=0, pipeline=True, by_property_name=True)
_KINDS = ("Internal", "External", "Empty")
_ANY = ("Identity", "DeliveryType", "NextHopDomain", "NextHopConnector", "Status", "MessageCount", "LastError")
FILTER_WORDS = completers.FilterWords(
    _ANY,
    {
        "Status": "Active Connecting Ready Retry Suspended",
        "DeliveryType": "DnsConnectorDelivery MapiDelivery SmartHostConnectorDelivery SmtpDeliveryToMailbox Undefined"
        " Unreachable",
    },
)


class GetQueue(LimitedViewer, verb="Get", noun="Queue"):
    """Show the queues of the server: Submission, recently used next hops, and Unreachable.

    The lab sends nothing to other servers: mail for them waits in Unreachable, or in the queue of a Send connector.
    """

    default_set = "Filter"
    identity: Any = parameter(
        "object",
        sets={"Identity": _IDENTITY},
        help="The identity of a queue, such as EX01\\Unreachable; wildcards are allowed.",
    )
    filter_by: Any = parameter(
        "object", name="Filter", sets=("Filter",), completer=FILTER_WORDS, help="A filter: {Status -eq 'Retry'}."
    )
    include: Any = parameter(
        "string[]", help="Only queues of these kinds: Internal, External, Empty, or a DeliveryType."
    )
    exclude: Any = parameter("string[]", help="Leave out queues of these kinds.")
    examples = (
        Example("Get-Queue", "All queues."),
        Example("Get-Queue -Filter {MessageCount -gt 0} | Format-List", "Queues that hold messages."),
    )

    def process(self) -> None:
        """Write them."""
        if isinstance(self.identity, Record):  # a server from the pipeline
            self.server, self.identity = self.identity, None
        if self.is_other_server():
            return
        queues = self.asked(self.viewer.queues)
        if queues is None:
            return
        wanted = [queue for queue in queues if self._is_named(queue) and self._is_of_kind(queue)]
        found = [members_of(queue, self.organization.profile.version) for queue in wanted]
        test = self.filter_test(self.filter_by, found[0] if found else _ANY)
        if test is not None:
            found = [members for members in found if test(reader(members))]
        if not found and self.identity is not None and not is_pattern(identity_text(self.identity)):
            self.refuse(f'The queue "{self.qualified(self.identity)}" doesn\'t exist.', "QueueViewerException")
        self.shown(found, _type_name(self.organization.profile.version))

    def _is_named(self, queue: QueueInfo) -> bool:
        if self.identity is not None:
            return fits(self.qualified(self.identity), queue.identity)
        # Submission is always listed; an empty Unreachable or Poison queue is not.
        return queue.message_count > 0 or queue.delivery_type not in ("Unreachable", "Undefined") or _is_first(queue)

    def _is_of_kind(self, queue: QueueInfo) -> bool:
        kinds = {queue.delivery_type.lower(), "external" if queue.external else "internal"}
        if not queue.message_count:
            kinds.add("empty")
        included = [to_string(each).lower() for each in self.include or ()]
        excluded = [to_string(each).lower() for each in self.exclude or ()]
        return (not included or bool(kinds & set(included))) and not kinds & set(excluded)


def _is_first(queue: QueueInfo) -> bool:
    return queue.identity.endswith("\\Submission")


def _type_name(version: Version) -> str:
    return "QueueInfo" if version < Version.V2013 else "ExtensibleQueueInfo"


def members_of(queue: QueueInfo, version: Version) -> dict[str, Any]:
    """Return a queue's properties in the order of a version."""
    retried = {
        "LastError": queue.last_error,
        "LastRetryTime": local_moment(queue.last_retry),
        "NextRetryTime": local_moment(queue.next_retry),
    }
    ends = {"IsValid": True, "ObjectState": "New" if version < Version.V2013 else "Unchanged"}
    common = {
        "NextHopDomain": queue.next_hop_domain,
        "NextHopConnector": to_shell(queue.next_hop_connector),
        "Status": queue.status,
        "MessageCount": queue.message_count,
    }
    if version < Version.V2013:
        return {"Identity": queue.identity, "DeliveryType": queue.delivery_type, **common, **retried, **ends}
    return {
        "DeliveryType": queue.delivery_type,
        "NextHopDomain": queue.next_hop_domain,
        "TlsDomain": "",
        **{name: common[name] for name in ("NextHopConnector", "Status", "MessageCount")},
        "LastError": queue.last_error,
        "RetryCount": queue.retry_count,
        "LastRetryTime": retried["LastRetryTime"],
        "NextRetryTime": retried["NextRetryTime"],
        "FirstRetryTime": local_moment(queue.first_retry),
        "DeferredMessageCount": 0,
        "LockedMessageCount": 0,
        "RiskLevel": "Normal",
        "OutboundIPPool": 0,
        "NextHopCategory": "External" if queue.external else "Internal",
        "IncomingRate": 0.0,
        "OutgoingRate": 0.0,
        "Velocity": 0,
        "QueueIdentity": queue.identity,
        "Identity": queue.identity,
        **ends,
    }


class _QueueAction(Action):
    """An action on queues, by identity or filter."""

    kind = "queue"
    identity: Any = parameter(
        "object",
        sets={"Identity": SetMembership(mandatory=True, position=0, pipeline=True, by_property_name=True)},
        help="The identity of a queue, such as EX01\\Unreachable.",
    )
    filter_by: Any = parameter(
        "object",
        completer=FILTER_WORDS,
        name="Filter",
        sets=("Filter",),
        mandatory=True,
        help="A filter: {Status -eq 'Retry'}.",
    )

    def meant(self) -> Iterator[str]:
        """Return the identities of the queues that are named, or that match the filter."""
        if self.identity is not None and not is_pattern(identity_text(self.identity)):
            yield self.qualified(self.identity)
            return
        version = self.organization.profile.version
        named = matcher(self.qualified(self.identity)) if self.identity is not None else None
        queues = self.asked(self.viewer.queues)
        if queues is None:
            return
        test = self.filter_test(self.filter_by, members_of(queues[0], version))
        for queue in queues:
            if (named is None or named(queue.identity)) and (test is None or test(reader(members_of(queue, version)))):
                yield queue.identity


class SuspendQueue(_QueueAction, verb="Suspend", noun="Queue"):
    """Suspend a queue: nothing is delivered from it. Its messages keep their status, and more may be added."""

    phrase = "Suspending"
    examples = (Example("Suspend-Queue EX01\\Submission -Confirm:$false", "Suspend all incoming mail."),)

    def act(self, identity: str) -> None:
        """Hold it."""
        self.viewer.hold_queue(identity, True)


class ResumeQueue(_QueueAction, verb="Resume", noun="Queue"):
    """Resume a suspended queue."""

    phrase = "Resuming"
    examples = (Example("Resume-Queue EX01\\Submission", "Deliver the waiting messages."),)

    def act(self, identity: str) -> None:
        """Let it go."""
        self.viewer.hold_queue(identity, False)


class RetryQueue(_QueueAction, verb="Retry", noun="Queue"):
    """Retry a queue at once; with -Resubmit, route its messages again."""

    phrase = "Retrying"
    resubmit: bool = parameter("bool", help="Resubmit the messages for routing; suspended messages stay.")
    examples = (Example("Retry-Queue EX01\\Unreachable -Resubmit $true", "After a Send connector was created."),)

    def act(self, identity: str) -> None:
        """Try."""
        self.viewer.retry_queue(identity, bool(self.resubmit))
