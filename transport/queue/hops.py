"""The places in which accepted messages wait: the queues, and what waits in them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from ..policy.transaction import Recipient, Submission

NO_CONNECTOR = UUID(int=0)


class Target(NamedTuple):
    """Whom a message still has to reach."""

    recipient: Recipient
    """The recipient of the envelope that led here."""
    address: str
    mailbox: UUID | None = None
    """The mailbox, for recipients that have one."""


@dataclass(slots=True, eq=False)
class Queued:
    """A message in a queue. A message with several ways to go is in several queues, under one number."""

    number: int
    submission: Submission
    received: float
    targets: Sequence[Target] = ()
    last_error: str = ""
    suspended: bool = False
    attempts: int = 0
    tried: float = 0.0
    """When it was tried last, in seconds since 1970."""
    active: bool = False
    """Whether somebody is delivering it at this moment."""
    delay_told: bool = False
    """Whether the sender knows that it is late."""

    def for_targets(self, targets: Sequence[Target], error: str = "") -> Queued:
        """The same message as it waits for some of its recipients."""
        return Queued(self.number, self.submission, self.received, tuple(targets), error, delay_told=self.delay_told)

    @property
    def remaining(self) -> list[Recipient]:
        """Whom it still has to reach, by the addresses to send to."""
        return [target.recipient._replace(address=target.address) for target in self.targets]


@dataclass(slots=True, eq=False)
class Hop:
    """A queue: messages with the same next hop."""

    label: str
    """`Submission`, `Unreachable`, `Poison`, or the number of a delivery queue."""
    delivery_type: str
    domain: str
    """The next hop."""
    connector: UUID = NO_CONNECTOR
    external: bool = False
    """Whether it leads to other servers, which a lab never reaches."""
    suspended: bool = False
    last_error: str = ""
    first_retry: float | None = None
    last_retry: float | None = None
    retry_count: int = 0
    last_used: float = 0.0
    items: dict[int, Queued] = field(default_factory=dict)

    def ordered(self) -> list[Queued]:
        """What waits, oldest first."""
        return sorted(self.items.values(), key=lambda item: item.number)


HopKey = Hashable


def described(item: Queued) -> str:
    """A message in words: which one, from whom to whom, and what it waits for."""
    addresses = ", ".join(target.address for target in item.targets)
    reason = f" ({item.last_error})" if item.last_error else ""
    return f"{item.submission.message_id} from {item.submission.sender or '<>'} to {addresses}{reason}"
