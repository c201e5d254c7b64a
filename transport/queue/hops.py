"""Queues, queued messages and their targets."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from ..policy.transaction import Recipient, Submission

NO_CONNECTOR = UUID(int=0)


class Target(NamedTuple):
    """A destination that a message still has to reach."""

    recipient: Recipient
    """The envelope recipient that was resolved to this target."""
    address: str
    mailbox: UUID | None = None
    """The GUID of the mailbox; None for an external recipient."""


@dataclass(slots=True, eq=False)
class Queued:
    """A message in a queue. A message with several next hops is in several queues, with the same number."""

    number: int
    submission: Submission
    received: float
    targets: Sequence[Target] = ()
    last_error: str = ""
    suspended: bool = False
    attempts: int = 0
    tried: float = 0.0
    """Time of the last attempt, in seconds since 1970."""
    active: bool = False
    """Whether a thread is delivering it now."""
    delay_told: bool = False
    """Whether the sender has got a delay DSN."""

    def for_targets(self, targets: Sequence[Target], error: str = "") -> Queued:
        """Return the same message, queued for some of its targets only."""
        return Queued(self.number, self.submission, self.received, tuple(targets), error, delay_told=self.delay_told)

    @property
    def remaining(self) -> list[Recipient]:
        """Return the recipients that it still has to reach, each with the address to send to."""
        return [target.recipient._replace(address=target.address) for target in self.targets]


@dataclass(slots=True, eq=False)
class Hop:
    """A queue. A delivery queue holds messages with the same next hop."""

    label: str
    """`Submission`, `Unreachable`, `Poison`, or the number of a delivery queue."""
    delivery_type: str
    domain: str
    """The next hop."""
    connector: UUID = NO_CONNECTOR
    external: bool = False
    """Whether the next hop is another server, which a lab never reaches."""
    suspended: bool = False
    last_error: str = ""
    first_retry: float | None = None
    last_retry: float | None = None
    retry_count: int = 0
    last_used: float = 0.0
    items: dict[int, Queued] = field(default_factory=dict)

    def ordered(self) -> list[Queued]:
        """Return the queued messages, oldest first."""
        return sorted(self.items.values(), key=lambda item: item.number)


HopKey = Hashable


def described(item: Queued) -> str:
    """Return one line about a message: its id, sender, recipients and last error."""
    addresses = ", ".join(target.address for target in item.targets)
    reason = f" ({item.last_error})" if item.last_error else ""
    return f"{item.submission.message_id} from {item.submission.sender or '<>'} to {addresses}{reason}"
