"""The queue: every message that was answered with 250, until it is in the mailboxes or has been reported about."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from uuid import UUID

from organization.objects.mailbox import Mailbox
from organization.objects.server import MailboxDatabase
from organization.objects.transport_server import TransportServer
from organization.ports import EventLevel

from ..policy.delivery import (
    MAILBOX_FULL,
    NO_ROUTE,
    Failure,
    OrganizationLimits,
    Plan,
    Resolver,
    address_of,
    octets,
)
from ..policy.dsn import Report, report, wanted_failures
from ..policy.transaction import Recipient, Submission
from .discarding import Discarding
from .folders import put_into_folders
from .hops import Hop, HopKey, Queued, Target
from .mailboxes import Mailboxes, pack_parts
from .routing import route_to
from .tracks import Tracks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from organization.store import Organization

    from ..policy.site import Site

SUBMISSION, UNREACHABLE, POISON = "Submission", "Unreachable", "Poison"
STORE_OFFLINE = "432 4.3.2 STOREDRV; mailbox server is offline"


class TransportQueue:
    """Accepts messages and delivers them, at once where it can. Every method may be called from any thread.

    A message is in a queue before the one who has handed it in hears so, and leaves it when it is in a mailbox or a
    report about it is. What fails on the way puts it back.
    """

    def __init__(self, organization: Organization, mailboxes: Mailboxes) -> None:
        """`serve` has to be called before the first message comes."""
        self._organization = organization
        self._mailboxes = mailboxes
        self._site: Site
        self._tracks: Tracks
        self._resolver: Resolver | None = None
        self.lock = threading.RLock()
        """Holds while `hops` or what is in them is read or changed."""
        self._next = organization.profile.first_internal_id
        self._next_hop = 1
        self.submission = Hop(SUBMISSION, "Undefined", SUBMISSION)
        self.unreachable_hop = Hop(UNREACHABLE, UNREACHABLE, "Unreachable Domain")
        self.poison = Hop(POISON, "Undefined", "Poison Message")
        self.deliveries: dict[HopKey, Hop] = {}
        """The delivery queues, by what they lead to."""
        self.attempted: Callable[[Hop], None] = lambda hop: None
        """Hears of each attempt to reach another server."""
        self._last_mailboxes: Iterable[UUID] = ()
        self._last_delivery = 0.0
        self._store_runs = True
        self._holds = False
        """Whether a delivery queue is suspended."""
        self.refresh()

    def serve(self, site: Site) -> None:
        """Take the messages of a site."""
        self._site = site
        self._tracks = Tracks(site)
        site.discard = Discarding(self, site, self._tracks)

    def refresh(self) -> None:
        """Read again what the organization says about sizes and numbers of recipients."""
        self._limits = OrganizationLimits.of(self._organization)
        self._resolver = None
        databases = self._organization.all(MailboxDatabase)
        self._database_quota = octets(databases[0].prohibit_send_receive_quota) if databases else None

    # ---- coming in

    def submit(self, submission: Submission) -> int:
        """Answer for a message from now on; its number. When this returns it is in the mailboxes or in the queue."""
        number = self.number()
        if not self._pass(number, submission):
            self._tracks.received(number, submission)
            self._take(number, submission)
        return number

    def _pass(self, number: int, submission: Submission) -> bool:
        """Put a message into its mailbox at once, where nothing is to be decided: the way of most messages, in short.
        Whether that was done; what fails here is tried again on the long way, which tells why.
        """
        if self._holds or self.submission.suspended or not self._store_runs or submission.scl is not None:
            return False
        try:
            mailbox = self._the_resolver().straight(submission)
            content, received = submission.content, self._site.time()
            if mailbox is None or not self._has_room(mailbox, len(content)):
                return False
            recipients = (submission.recipients[0].address,)
            packed = pack_parts(number, submission.message_id, submission.sender, recipients, received, content)
            self._mailboxes.deliver_to((mailbox.guid,), packed, len(content))
        except Exception:  # the long way meets it again, and keeps the message
            return False
        self._last_mailboxes, self._last_delivery = (mailbox.guid,), received
        self._tracks.passed(number, submission, received)
        return True

    def _the_resolver(self) -> Resolver:
        """The resolver for the recipients as they are now."""
        table, resolver = self._site.recipients, self._resolver
        if resolver is None or resolver.table is not table:
            resolver = self._resolver = Resolver(self._organization, table, self._limits)
        return resolver

    def number(self) -> int:
        """A number for a message."""
        with self.lock:
            number = self._next
            self._next = number + 1
        return number

    def _take(self, number: int, submission: Submission) -> None:
        item = Queued(number, submission, self._site.time(), _unresolved(submission))
        if self.submission.suspended:
            with self.lock:
                self.submission.items[number] = item
        else:
            self._attempt(item)

    # ---- going out

    def follow_store(self, runs: bool) -> None:
        """The mailbox store has stopped or started; what has waited for it is delivered now."""
        self._store_runs = runs
        if runs:
            self.retry()

    def follow_routes(self) -> None:
        """Send connectors have changed: what nobody led to may have a way now, and what had one may have none."""
        with self.lock:
            hops = [self.unreachable_hop, *(hop for hop in self.deliveries.values() if hop.external)]
        for hop in hops:
            self.resubmit(hop)

    def retry(self) -> None:
        """Try again what waits for the resolver or for the mailbox store."""
        with self.lock:
            hops = [self.submission, *(hop for hop in self.deliveries.values() if not hop.external)]
        for hop in hops:
            self.release(hop)

    def release(self, hop: Hop) -> None:
        """Try again what waits in a queue, unless it or the message is suspended."""
        with self.lock:
            items = [] if hop.suspended else list(hop.items.values())
        for item in items:
            self.release_item(hop, item)

    def release_item(self, hop: Hop, item: Queued) -> None:
        """Try one message of a queue again. It is in the queue until that has worked."""
        with self.lock:
            if item.suspended or item.active or item.number not in hop.items:
                return
            item.active = True
        try:
            if hop is self.submission:
                done = self._attempt(item)
            elif hop.external or hop is self.unreachable_hop:
                done = False
            else:
                done = self._deliver_item(item)
            if done:
                self.forget(hop, item)
        finally:
            item.active = False

    def resubmit(self, hop: Hop) -> None:
        """Look for the way of each message of a queue anew."""
        with self.lock:
            items = [item for item in hop.items.values() if not item.suspended]
        for item in items:
            remaining = Queued(item.number, item.submission, item.received, item.targets)
            with self.lock:
                if hop.items.pop(item.number, None) is None:
                    continue
                if hop.external or hop is self.unreachable_hop:
                    self._queue_external(remaining, item.targets)
                    continue
                hop.items[item.number] = item
            self.release_item(hop, item)

    def forget(self, hop: Hop, item: Queued) -> None:
        """A message is where it should be, or reported about."""
        with self.lock:
            if hop.items.get(item.number) is item:
                del hop.items[item.number]
                hop.last_used = self._site.time()

    def reject(self, hop: Hop, item: Queued, text: str, source: str, tell: bool) -> None:
        """Give a message up, and tell its sender where that is wanted."""
        failures = [Failure(recipient, text) for recipient in item.remaining]
        reports = self.reports(item.submission, failures, ()) if tell else []
        self._tracks.failed(item.number, item.submission, failures, source)
        self.send(reports, item.submission)
        self.forget(hop, item)

    def waiting(self) -> list[Queued]:
        """The messages that wait for this server itself, oldest first: in Submission, or for a mailbox."""
        with self.lock:
            hops = (self.submission, *(hop for hop in self.deliveries.values() if not hop.external))
            return sorted((item for hop in hops for item in hop.items.values()), key=lambda item: item.number)

    def is_undelivered(self, number: int) -> bool:
        """Whether a message has still to get into a mailbox of this server."""
        with self.lock:
            hops = (self.submission, *(hop for hop in self.deliveries.values() if not hop.external))
            return any(number in hop.items for hop in hops)

    def unreachable(self) -> list[Queued]:
        """Messages to which no connector leads, oldest first."""
        with self.lock:
            return list(self.unreachable_hop.items.values())

    def hops(self) -> list[Hop]:
        """All queues: those of next hops that are in use or were lately, Submission, Unreachable, Poison."""
        now = self._site.time()
        servers = self._organization.all(TransportServer)
        idle = servers[0].queue_max_idle_time.total_seconds if servers else 180.0
        with self.lock:
            if self._last_delivery and now - self._last_delivery <= idle:
                for guid in self._last_mailboxes:
                    hop = self._mailbox_hop(guid)
                    hop.last_used = max(hop.last_used, self._last_delivery)
            gone = [
                key
                for key, hop in self.deliveries.items()
                if not hop.items and not hop.suspended and now - hop.last_used > idle
            ]
            for key in gone:
                del self.deliveries[key]
            return [*self.deliveries.values(), self.submission, self.unreachable_hop, self.poison]

    def hold(self, hop: Hop, held: bool) -> None:
        """Suspend a queue, or let its messages go again."""
        with self.lock:
            hop.suspended = held
            hop.last_used = self._site.time()
            self._holds = any(each.suspended for each in self.deliveries.values())
        if not held:
            self.release(hop)

    def is_waiting(self, hop: Hop) -> bool:
        """Whether nothing leaves a queue because what it leads to cannot be reached."""
        delivers = hop not in (self.submission, self.unreachable_hop, self.poison)
        return hop.external or (delivers and not self._store_runs and bool(hop.items))

    def __len__(self) -> int:
        with self.lock:
            return sum(
                len(hop.items)
                for hop in (self.submission, self.unreachable_hop, self.poison, *self.deliveries.values())
            )

    def _attempt(self, item: Queued) -> bool:
        """Resolve and deliver a message. One that cannot be because of a fault of ours stays in Submission."""
        try:
            self._deliver(item)
        except Exception as error:
            item.last_error = f"{type(error).__name__}: {error}"
            item.attempts += 1
            with self.lock:
                self.submission.items[item.number] = item
            self._site.events.write(
                EventLevel.ERROR,
                10003,
                "PoisonMessage",
                f"The transport process failed during message processing with the message "
                f"{item.submission.message_id} because {item.last_error}. The message stays in the Submission queue.",
            )
            return False
        return True

    def _deliver(self, item: Queued) -> None:
        submission, number, tracks = item.submission, item.number, self._tracks
        plan = self._the_resolver().plan(submission, self._has_room)
        for group, members in plan.expansions:
            tracks.expanded(number, submission, group, members)
        for mailbox, target in plan.forwards:
            tracks.redirected(number, submission, mailbox, target)
        now_possible = self._store_runs and not self._holds
        delivered = plan.mailboxes if now_possible else self._queue_mailboxes(item, plan)
        reports = self.reports(submission, plan.failures, delivered.values())
        self._put(item, delivered, expanded=bool(plan.expansions or plan.forwards))
        if plan.external:
            targets = [Target(recipient, address) for recipient, address in plan.external]
            with self.lock:
                self._queue_external(item, targets)
        if plan.failures:
            tracks.failed(number, submission, plan.failures)
        self.send(reports, submission)

    def _put(self, item: Queued, mailboxes: dict[UUID, Recipient], *, expanded: bool = True) -> None:
        """Put a message into mailboxes, all at once. `expanded`: not only into those that the envelope names."""
        if not mailboxes:
            return
        put_into_folders(item, mailboxes, self._mailboxes, self._organization)
        self._last_mailboxes, self._last_delivery = mailboxes, self._site.time()
        named = [
            self._address(guid, recipient) if expanded else recipient.address for guid, recipient in mailboxes.items()
        ]
        self._tracks.delivered(item.number, item.submission, named, item.received)

    def _queue_mailboxes(self, item: Queued, plan: Plan) -> dict[UUID, Recipient]:
        """Queue what cannot be put into mailboxes now; what can."""
        possible: dict[UUID, Recipient] = {}
        with self.lock:
            for guid, recipient in plan.mailboxes.items():
                hop = self._mailbox_hop(guid)
                if self._store_runs and not hop.suspended:
                    possible[guid] = recipient
                    continue
                error = "" if self._store_runs else STORE_OFFLINE
                self._queue(hop, item, [Target(recipient, self._address(guid, recipient), guid)], error)
        return possible

    def _address(self, mailbox: UUID, recipient: Recipient) -> str:
        """The address of a mailbox that a recipient of the envelope has led to, by way of groups perhaps."""
        found = self._organization.by_guid(mailbox)
        return address_of(found, recipient) if isinstance(found, Mailbox) else recipient.address

    def _deliver_item(self, item: Queued) -> bool:
        """Put a message of a delivery queue into its mailboxes, as they are by now; whether that is done."""
        if not self._store_runs:
            return False
        failures: list[Failure] = []
        mailboxes: dict[UUID, Recipient] = {}
        for target in item.targets:
            found = self._organization.by_guid(target.mailbox) if target.mailbox is not None else None
            if not isinstance(found, Mailbox):
                text = self._organization.profile.replies.unknown_recipient_report
                failures.append(Failure(target.recipient, text))
            elif not self._has_room(found, len(item.submission.content)):
                failures.append(Failure(target.recipient, MAILBOX_FULL))
            else:
                mailboxes[found.guid] = target.recipient
        reports = self.reports(item.submission, failures, mailboxes.values())
        self._put(item, mailboxes)
        self._tracks.failed(item.number, item.submission, failures)
        self.send(reports, item.submission)
        return True

    # ---- queues of next hops. The lock is held.

    def _mailbox_hop(self, mailbox: UUID) -> Hop:
        found = self._organization.by_guid(mailbox)
        database = found.database if isinstance(found, Mailbox) else None
        key = database.guid if database is not None else None
        kind = "SmtpDeliveryToMailbox" if self._organization.profile.two_services else "MapiDelivery"
        return self._hop(key, kind, (database.name if database is not None else "mailbox database").lower())

    def _queue_external(self, item: Queued, targets: Sequence[Target]) -> None:
        by_domain: dict[str, list[Target]] = {}
        for target in targets:
            by_domain.setdefault(target.address.rpartition("@")[2].casefold(), []).append(target)
        for domain, ones in by_domain.items():
            route = route_to(domain, self._organization)
            if route is None:
                self._queue(self.unreachable_hop, item, ones, NO_ROUTE)
                continue
            hop = self._hop((route.connector, route.next_hop), route.delivery_type, route.next_hop, route.connector)
            self._queue(hop, item, ones, route.error)
            self.fail_hop(hop, route.error)

    def fail_hop(self, hop: Hop, error: str) -> None:
        """An attempt to reach another server has failed, as all do in a lab."""
        now = self._site.time()
        hop.last_error, hop.last_retry = error, now
        hop.first_retry = hop.first_retry or now
        hop.retry_count += 1
        self.attempted(hop)

    def _hop(self, key: HopKey, kind: str, domain: str, connector: UUID | None = None) -> Hop:
        hop = self.deliveries.get(key)
        if hop is None:
            hop = self.deliveries[key] = Hop(str(self._next_hop), kind, domain)
            self._next_hop += 1
            if connector is not None:
                hop.connector, hop.external = connector, True
        return hop

    def _queue(self, hop: Hop, item: Queued, targets: Sequence[Target], error: str) -> None:
        waiting = hop.items.get(item.number)
        if waiting is None or waiting is item:
            hop.items[item.number] = Queued(item.number, item.submission, item.received, tuple(targets), error)
        else:
            waiting.targets = (*waiting.targets, *targets)
        hop.last_used = self._site.time()
        if error:
            hop.last_error = error
            addresses = [target.address for target in targets]
            self._tracks.deferred(item.number, item.submission, addresses, error)

    # ---- reports

    def reports(
        self, submission: Submission, failures: Sequence[Failure], delivered: Iterable[Recipient]
    ) -> list[Submission]:
        """What the sender has to be told."""
        if not submission.sender:
            return []
        reports = []
        wanted = wanted_failures(failures) if failures else []
        if wanted:
            reports.append(Report(submission, failures=wanted))
        asked = [item for item in dict.fromkeys(delivered) if "SUCCESS" in item.notify]
        if asked:
            reports.append(Report(submission, delivered=asked))
        internal = bool(reports) and self._is_internal(submission.sender)
        return [report(self._site, each, internal) for each in reports]

    def _is_internal(self, sender: str) -> bool:
        return self._site.recipients.accepted(sender.rpartition("@")[2]) is not None

    def send(self, reports: Sequence[Submission], about: Submission) -> None:
        """Send what has to be told about a message."""
        for each in reports:
            number = self.number()
            self._tracks.reported(number, each, about)
            self._take(number, each)

    def _has_room(self, mailbox: Mailbox, size: int) -> bool:
        own = not mailbox.use_database_quota_defaults
        quota = octets(mailbox.prohibit_send_receive_quota) if own else self._database_quota
        return quota is None or self._mailboxes.size(mailbox.guid) + size <= quota


def _unresolved(submission: Submission) -> tuple[Target, ...]:
    return tuple([Target(recipient, recipient.address) for recipient in submission.recipients])
