"""The queues as the cmdlets see them: implements `organization.mail_records.Queues`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, overload

from organization.mail_records import QueuedMessage, QueueInfo, QueueRefused

from .queue import TransportQueue

if TYPE_CHECKING:
    from organization.store import Organization

    from ..policy.transaction import Submission
    from .hops import Hop, Queued

_LONGEST_NUMBER = 19
DELETED = "550 4.3.2 QUEUE.Admin; message deleted by administrative action"


class QueueAdministration:
    """Methods may be called from any thread."""

    def __init__(self, organization: Organization, queue: TransportQueue, runs: Callable[[], bool]) -> None:
        """`runs` returns whether the transport service runs. If it does not, every method raises QueueRefused."""
        self._organization = organization
        self._queue = queue
        self._runs = runs
        self._server = organization.forest.server

    # ---- looking

    def queues(self) -> Sequence[QueueInfo]:
        """Return the delivery queues, then Submission, Unreachable and Poison."""
        self._ask()
        with self._queue.places.lock:
            return [self._info(hop) for hop in self._queue.places.all()]

    def messages(self, number: int | None = None) -> Sequence[QueuedMessage]:
        """Return the messages of all queues, or those with one number. Each is described when it is accessed."""
        self._ask()
        with self._queue.places.lock:
            hops = self._queue.places.all()
            if number is None:
                return _Described([(hop, item) for hop in hops for item in hop.ordered()], self._message)
            return _Described([(hop, hop.items[number]) for hop in hops if number in hop.items], self._message)

    def content(self, identity: str) -> bytes:
        """Return the octets of a message. Raises QueueRefused."""
        return self._item(identity)[1].submission.content

    # ---- changing

    def hold_queue(self, identity: str, held: bool) -> None:
        """Suspend a queue, or resume it. Raises QueueRefused."""
        hop = self._hop(identity)
        if hop is self._queue.places.poison:
            verb = "suspended" if held else "resumed"
            raise QueueRefused(f"The poison message queue can't be {verb}.")
        self._queue.hold(hop, held)

    def retry_queue(self, identity: str, resubmit: bool) -> None:
        """Retry a queue at once, or route each of its messages anew. Raises QueueRefused."""
        hop, queue = self._hop(identity), self._queue
        places = queue.places
        if hop is places.submission or hop is places.poison or (hop is places.unreachable and not resubmit):
            raise QueueRefused(f"The queue \"{self._name(hop)}\" can't be retried: it isn't in the Retry state.")
        if resubmit:
            queue.resubmit(hop)
        elif hop.external:
            with places.lock:
                places.fail(hop, hop.last_error)
        else:
            queue.release(hop)

    def hold_message(self, identity: str, held: bool) -> None:
        """Suspend a message, or resume it. Raises QueueRefused."""
        hop, item = self._item(identity)
        item.suspended = held
        if not held and not hop.suspended:
            self._queue.release_item(hop, item)

    def remove_message(self, identity: str, report: bool) -> None:
        """Delete a message; with `report` the sender gets an NDR. Raises QueueRefused."""
        hop, item = self._item(identity)
        self._queue.reject(hop, item, DELETED, "ADMIN", report)

    # ---- finding

    def _ask(self) -> None:
        if not self._runs():
            raise QueueRefused(
                f'The Microsoft Exchange Transport service on computer "{self._organization.forest.server_fqdn}" '
                "doesn't answer. Verify that the service is started."
            )
        self._queue.retry_schedule.catch_up()

    def _hop(self, identity: str) -> Hop:
        self._ask()
        for hop in self._queue.places.all():
            if self._name(hop).casefold() == identity.casefold():
                return hop
        raise QueueRefused(f'The queue "{identity}" doesn\'t exist.')

    def _item(self, identity: str) -> tuple[Hop, Queued]:
        self._ask()
        queue, _, number = identity.casefold().rpartition("\\")
        known = int(number) if number.isascii() and number.isdecimal() and len(number) < _LONGEST_NUMBER else -1
        with self._queue.places.lock:
            for hop in self._queue.places.all() if str(known) == number else ():
                if self._name(hop).casefold() == queue and known in hop.items:
                    return hop, hop.items[known]
        raise QueueRefused(f'The message "{identity}" doesn\'t exist.')

    # ---- telling

    def _name(self, hop: Hop) -> str:
        return f"{self._server}\\{hop.label}"

    def _info(self, hop: Hop) -> QueueInfo:
        waiting = self._queue.places.is_waiting(hop)
        return QueueInfo(
            self._name(hop),
            hop.delivery_type,
            hop.domain,
            hop.connector,
            "Suspended" if hop.suspended else "Retry" if waiting else "Ready",
            len(hop.items),
            hop.last_error if hop.items else "",
            hop.last_retry,
            self._queue.retry_schedule.next_retry(hop) if waiting else None,
            hop.first_retry,
            hop.retry_count,
            hop.external,
        )

    def _message(self, hop: Hop, item: Queued) -> QueuedMessage:
        submission = item.submission
        waiting = self._queue.places.is_waiting(hop)
        connector = submission.connector.rpartition("\\")[2]
        return QueuedMessage(
            f"{self._name(hop)}\\{item.number}",
            self._name(hop),
            "Suspended" if item.suspended else "Active" if item.active else "Retry" if waiting else "Ready",
            submission.subject,
            submission.message_id,
            submission.sender,
            len(submission.content),
            _source(submission, connector),
            submission.remote_address,
            _level(submission),
            item.received,
            self._queue.retry_schedule.expires(item),
            item.last_error,
            max(item.attempts, hop.retry_count),
            tuple((target.address, "Retry" if waiting else "Ready", item.last_error) for target in item.targets),
            tuple(recipient.address for recipient in submission.recipients),
        )


class _Described(Sequence[QueuedMessage]):
    """Queued messages, each described when it is accessed."""

    def __init__(self, items: list[tuple[Hop, Queued]], describe: Callable[[Hop, Queued], QueuedMessage]) -> None:
        self._items = items
        self._describe = describe

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> QueuedMessage: ...
    @overload
    def __getitem__(self, index: slice) -> _Described: ...
    def __getitem__(self, index: int | slice) -> QueuedMessage | _Described:
        if isinstance(index, slice):
            return _Described(self._items[index], self._describe)
        return self._describe(*self._items[index])


def _source(submission: Submission, connector: str) -> str:
    if connector:
        return f"SMTP:{connector}"
    return "FromLocal" if submission.sender else "DSN"


def _level(submission: Submission) -> int:
    """Return the spam confidence level of a message: an agent's, else -1 for internal and 0 for external mail."""
    if submission.scl is not None:
        return submission.scl
    return -1 if submission.user is not None or not submission.connector else 0
