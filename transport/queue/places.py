"""The queues of a server and the messages in them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from uuid import UUID

from organization.objects.mailbox import Mailbox
from organization.objects.transport_server import TransportServer

from ..policy.delivery import NO_ROUTE
from .hops import Hop, HopKey, Queued, Target
from .routing import route_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from organization.store import Organization

    from ..policy.server_context import ServerContext
    from .tracks import Tracks

SUBMISSION, UNREACHABLE, POISON = "Submission", "Unreachable", "Poison"


class Places:
    """The permanent queues Submission, Unreachable and Poison, and the delivery queues, which come and go."""

    def __init__(self, organization: Organization) -> None:
        """`serve` has to be called before the first message is queued."""
        self._organization = organization
        self._server_context: ServerContext
        self._tracks: Tracks
        self.lock = threading.RLock()
        """Held while queues or their messages are read or changed."""
        self.submission = Hop(SUBMISSION, "Undefined", SUBMISSION)
        self.unreachable = Hop(UNREACHABLE, UNREACHABLE, "Unreachable Domain")
        self.poison = Hop(POISON, "Undefined", "Poison Message")
        self.deliveries: dict[HopKey, Hop] = {}
        """The delivery queues, by their next hop."""
        self._next_hop = 1
        self.store_runs = True
        self.holds = False
        """Whether any delivery queue is suspended."""
        self.last_delivery: tuple[Iterable[UUID], float] = ((), 0.0)
        """The mailboxes of the last delivered message, and its time."""
        self.attempted: Callable[[Hop], None] = lambda hop: None
        """Called after each attempt to reach another server."""
        self.came: Callable[[], None] = lambda: None
        """Called when a message has been queued."""

    def serve(self, server_context: ServerContext, tracks: Tracks) -> None:
        """Set the server context and the tracking log to use."""
        self._server_context, self._tracks = server_context, tracks

    # ---- which there are

    def all(self) -> list[Hop]:
        """Return the delivery queues that are in use or were lately, then Submission, Unreachable and Poison."""
        now = self._server_context.time()
        servers = self._organization.all(TransportServer)
        idle = servers[0].queue_max_idle_time.total_seconds if servers else 180.0
        with self.lock:
            mailboxes, delivered = self.last_delivery
            if delivered and now - delivered <= idle:
                for guid in mailboxes:
                    hop = self.of_mailbox(guid)
                    hop.last_used = max(hop.last_used, delivered)
            gone = [
                key
                for key, hop in self.deliveries.items()
                if not hop.items and not hop.suspended and now - hop.last_used > idle
            ]
            for key in gone:
                del self.deliveries[key]
            return [*self.deliveries.values(), self.submission, self.unreachable, self.poison]

    def of_mailbox(self, mailbox: UUID) -> Hop:
        """Return the delivery queue of a mailbox's database. The caller holds the lock."""
        found = self._organization.by_guid(mailbox)
        database = found.database if isinstance(found, Mailbox) else None
        key = database.guid if database is not None else None
        kind = "SmtpDeliveryToMailbox" if self._organization.profile.two_services else "MapiDelivery"
        return self._hop(key, kind, (database.name if database is not None else "mailbox database").lower())

    def is_waiting(self, hop: Hop) -> bool:
        """Return whether a queue is blocked because its next hop cannot be reached."""
        if not hop.items or hop in (self.submission, self.unreachable, self.poison):
            return False
        return hop.external or not self.store_runs

    def hold(self, hop: Hop, held: bool) -> None:
        """Suspend a queue, or resume it."""
        with self.lock:
            hop.suspended = held
            hop.last_used = self._server_context.time()
            self.holds = any(each.suspended for each in self.deliveries.values())

    def _hop(self, key: HopKey, kind: str, domain: str, connector: UUID | None = None) -> Hop:
        hop = self.deliveries.get(key)
        if hop is None:
            hop = self.deliveries[key] = Hop(str(self._next_hop), kind, domain)
            self._next_hop += 1
            if connector is not None:
                hop.connector, hop.external = connector, True
        return hop

    # ---- what waits

    def keep(self, hop: Hop, item: Queued) -> None:
        """Add a message to a queue."""
        with self.lock:
            hop.items[item.number] = item
        self.came()

    def keep_for(self, hop: Hop, item: Queued, targets: Sequence[Target], error: str) -> None:
        """Queue a message for more targets, beside those that it is queued for there already. `error` is the reason.
        The caller holds the lock.
        """
        waiting = hop.items.get(item.number)
        if waiting is None or waiting is item:
            hop.items[item.number] = item.for_targets(targets, error)
        else:
            waiting.targets = (*waiting.targets, *targets)
        hop.last_used = self._server_context.time()
        if error:
            hop.last_error = error
            addresses = [target.address for target in targets]
            self._tracks.deferred(item.number, item.submission, addresses, error)
        self.came()

    def keep_external(self, item: Queued, targets: Sequence[Target]) -> None:
        """Queue a message for external recipients, in the queues that routing gives. The caller holds the lock."""
        by_domain: dict[str, list[Target]] = {}
        for target in targets:
            by_domain.setdefault(target.address.rpartition("@")[2].casefold(), []).append(target)
        for domain, ones in by_domain.items():
            route = route_to(domain, self._organization)
            if route is None:
                self.keep_for(self.unreachable, item, ones, NO_ROUTE)
                continue
            hop = self._hop((route.connector, route.next_hop), route.delivery_type, route.next_hop, route.connector)
            first = not hop.items
            self.keep_for(hop, item, ones, route.error)
            if first and not hop.suspended:  # in a queue in retry, a message waits for the next retry
                self.fail(hop, route.error)

    def fail(self, hop: Hop, error: str) -> None:
        """Record a failed attempt to reach another server; in a lab all fail. The caller holds the lock."""
        now = self._server_context.time()
        hop.last_error, hop.last_retry = error, now
        hop.first_retry = hop.first_retry or now
        hop.retry_count += 1
        self.attempted(hop)

    def claim(self, hop: Hop, item: Queued) -> bool:
        """Mark a message as being delivered. Return False if another thread has done so, or the message is gone."""
        with self.lock:
            if item.active or item.number not in hop.items:
                return False
            item.active = True
            return True

    def forget(self, hop: Hop, item: Queued) -> None:
        """Remove a message that has been delivered or returned."""
        with self.lock:
            if hop.items.get(item.number) is item:
                del hop.items[item.number]
                hop.last_used = self._server_context.time()
                if not hop.items:
                    hop.first_retry, hop.last_retry, hop.retry_count = None, None, 0

    def local(self) -> tuple[Hop, ...]:
        """Return Submission and the mailbox delivery queues. The caller holds the lock."""
        return (self.submission, *(hop for hop in self.deliveries.values() if not hop.external))

    def is_undelivered(self, number: int) -> bool:
        """Return whether a message still has to be delivered to a mailbox of this server."""
        with self.lock:
            return any(number in hop.items for hop in self.local())

    def __len__(self) -> int:
        with self.lock:
            return sum(
                len(hop.items) for hop in (self.submission, self.unreachable, self.poison, *self.deliveries.values())
            )
