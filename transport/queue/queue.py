"""The transport queue: each message that was answered with 250, until it is delivered or returned."""

from __future__ import annotations

import threading
from itertools import count
from typing import TYPE_CHECKING
from uuid import UUID

from organization.objects.mailbox import Mailbox
from organization.objects.server import MailboxDatabase
from organization.objects.transport_server import TransportServer
from organization.ports import EventLevel

from ..policy.delivery import (
    MAILBOX_FULL,
    Failure,
    OrganizationLimits,
    Plan,
    Resolver,
    address_of,
    octets,
)
from ..policy.transaction import Recipient, Submission
from .discarding import Discarding
from .folders import put_into_folders
from .hops import Hop, Queued, Target
from .mailboxes import Mailboxes, pack
from .places import Places
from .reporting import Reporting
from .retry_schedule import RetrySchedule
from .tracks import Tracks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from organization.store import Organization

    from ..policy.server_context import ServerContext

STORE_OFFLINE = "432 4.3.2 STOREDRV; mailbox server is offline"


class TransportQueue:
    """Accepts messages and delivers them, at once if possible. Every method may be called from any thread.

    A message is queued before its submitter gets a reply. It leaves the queue when it is in a mailbox or its NDR is
    queued. A failure on the way puts it back.
    """

    def __init__(self, organization: Organization, mailboxes: Mailboxes) -> None:
        """`serve` has to be called before the first message is submitted."""
        self.organization = organization
        self._mailboxes = mailboxes
        self._server_context: ServerContext
        self._tracks: Tracks
        self._resolver: Resolver | None = None
        self._limits_lock = threading.Lock()
        self._numbers = count(organization.profile.first_internal_id)
        self.places = Places(organization)
        """The queues and their messages."""
        self.reporting: Reporting
        self.retry_schedule: RetrySchedule
        self.refresh()

    def serve(self, server_context: ServerContext) -> None:
        """Set the server context whose messages are taken."""
        self._server_context = server_context
        self._tracks = Tracks(server_context)
        self.places.serve(server_context, self._tracks)
        self.reporting = Reporting(self.organization, server_context)
        self.retry_schedule = RetrySchedule(self.organization, self, server_context)
        self.places.came = self.retry_schedule.something_waits
        server_context.discard = Discarding(self, server_context, self._tracks)

    def refresh(self) -> None:
        """Read the organization's size and recipient limits again."""
        with self._limits_lock:
            self._limits = OrganizationLimits.of(self.organization)
            self._resolver = None
        quotas = {
            item.guid: octets(item.prohibit_send_receive_quota) for item in self.organization.all(MailboxDatabase)
        }
        self._quota = next(iter(quotas.values()), None)
        self._quotas = quotas if len(set(quotas.values())) > 1 else None

    # ---- coming in

    def submit(self, submission: Submission) -> int:
        """Accept a message. Return its number. On return it is in the mailboxes or in a queue."""
        number = next(self._numbers)
        if not self._pass(number, submission):
            self._tracks.received(number, submission)
            self._take(number, submission)
        return number

    def submit_from_store(self, submission: Submission, hub: str, failures: Sequence[Failure] = ()) -> int:
        """Accept a message sent from a mailbox. Return its number. `hub` is the Receive connector that takes it where
        mailbox transport is a separate service. With `failures` the message is not sent, and the sender gets an NDR.
        """
        number = self.number()
        self._tracks.submitted(number, submission, hub)
        if not failures:
            self._take(number, submission)
            return number
        reports = self.reporting.about(submission, self._server_context.time(), failures)
        self._tracks.failed(number, submission, failures, "STOREDRIVER")
        self.send(reports, submission)
        return number

    def _pass(self, number: int, submission: Submission) -> bool:
        """Fast path: deliver a message for one mailbox that needs no decision. Return whether it was delivered. If not,
        the full path tries again and records the reason.
        """
        places = self.places
        if places.holds or places.submission.suspended or not places.store_runs or submission.scl is not None:
            return False
        try:
            mailbox = self._the_resolver().straight(submission)
            content, received = submission.content, self._server_context.time()
            size = len(content)
            if mailbox is None or not self._has_room(mailbox, size):
                return False
            recipients, mailboxes = (submission.recipients[0].address,), (mailbox.guid,)
            packed = pack(number, submission.message_id, submission.sender, recipients, received, content)
            self._mailboxes.deliver(mailboxes, packed, size)
        except Exception:  # the full path meets it again, and keeps the message
            return False
        places.last_delivery = (mailboxes, received)
        self._tracks.passed(number, submission, recipients, received)
        return True

    def _the_resolver(self) -> Resolver:
        """Return the resolver for the present recipients and limits."""
        table, resolver = self._server_context.recipients, self._resolver
        if resolver is None or resolver.table is not table:
            with self._limits_lock:  # else it could cache limits that have just been replaced
                resolver = self._resolver = Resolver(self.organization, table, self._limits)
        return resolver

    def number(self) -> int:
        """Return the next message number."""
        return next(self._numbers)

    def _take(self, number: int, submission: Submission) -> None:
        item = Queued(number, submission, self._server_context.time(), _unresolved(submission))
        if self.places.submission.suspended:
            self.places.keep(self.places.submission, item)
        else:
            self._attempt(item)

    # ---- going out

    def follow_store(self, runs: bool) -> None:
        """Follow a stop or start of the mailbox store. After a start, retry the messages for mailboxes."""
        self.places.store_runs = runs
        if runs:
            self.retry()

    def follow_routes(self) -> None:
        """Route all external and unreachable messages anew, after a change of Send connectors."""
        with self.places.lock:
            hops = [self.places.unreachable, *(hop for hop in self.places.deliveries.values() if hop.external)]
        for hop in hops:
            self.resubmit(hop)

    def retry(self) -> None:
        """Retry Submission and the mailbox delivery queues."""
        with self.places.lock:
            hops = self.places.local()
        for hop in hops:
            self.release(hop)

    def release(self, hop: Hop) -> None:
        """Retry the messages of a queue, unless the queue or the message is suspended."""
        with self.places.lock:
            items = [] if hop.suspended else list(hop.items.values())
        for item in items:
            self.release_item(hop, item)

    def release_item(self, hop: Hop, item: Queued) -> None:
        """Retry one message of a queue. It stays in the queue until that succeeds."""
        places = self.places
        if item.suspended or not places.claim(hop, item):
            return
        try:
            if hop is places.submission or hop is places.poison:
                done = self._attempt(item)
            elif hop.external or hop is places.unreachable:
                self._route_anew(hop, item)
                done = False
            else:
                done = self._deliver_item(item)
            if done:
                places.forget(hop, item)
        finally:
            item.active = False

    def resubmit(self, hop: Hop) -> None:
        """Route each message of a queue anew."""
        places = self.places
        with places.lock:
            items = [item for item in hop.items.values() if not item.suspended]
        for item in items:
            if hop.external or hop is places.unreachable:
                self._route_anew(hop, item)
            else:
                self.release_item(hop, item)

    def _route_anew(self, hop: Hop, item: Queued) -> None:
        """Move an external message to the queue that routing gives now."""
        with self.places.lock:
            if hop.items.pop(item.number, None) is not None:
                self.places.keep_external(item.for_targets(item.targets), item.targets)

    def hold(self, hop: Hop, held: bool) -> None:
        """Suspend a queue, or resume it."""
        self.places.hold(hop, held)
        if not held and hop.external:
            with self.places.lock:
                self.places.fail(hop, hop.last_error)
        elif not held and hop is not self.places.unreachable:
            self.release(hop)

    def reject(self, hop: Hop, item: Queued, text: str, source: str, tell: bool) -> None:
        """Return a message as undeliverable, with an NDR if `tell`. A message being delivered is left alone."""
        if not self.places.claim(hop, item):
            return
        try:
            failures = [Failure(recipient, text) for recipient in item.remaining]
            reports = self.reporting.about(item.submission, item.received, failures) if tell else []
            self._tracks.failed(item.number, item.submission, failures, source)
            self.send(reports, item.submission)
            self.places.forget(hop, item)
        finally:
            item.active = False

    def _attempt(self, item: Queued) -> bool:
        """Resolve and deliver a message. After an internal error it stays in Submission."""
        try:
            self._deliver(item)
        except Exception as error:
            self._set_aside(item, f"{type(error).__name__}: {error}")
            return False
        return True

    def _set_aside(self, item: Queued, fault: str) -> None:
        """Keep a message after an internal error: in Submission, or in Poison if the error repeats."""
        item.last_error, item.tried = fault, self._server_context.time()
        item.attempts += 1
        servers = self.organization.all(TransportServer)
        poison = bool(servers) and servers[0].poison_message_detection_enabled
        poison = poison and item.attempts >= servers[0].poison_threshold
        places = self.places
        place, other = (places.poison, places.submission) if poison else (places.submission, places.poison)
        item.suspended = poison
        places.keep(place, item)
        places.forget(other, item)
        self._server_context.events.write(
            EventLevel.ERROR,
            10003,
            "PoisonMessage",
            f"The transport process failed during message processing with the message {item.submission.message_id} "
            f"because {fault}. The message stays in the {place.label} queue.",
        )

    def _deliver(self, item: Queued) -> None:
        submission, number, tracks = item.submission, item.number, self._tracks
        plan = self._the_resolver().plan(submission, self._has_room)
        for group, members in plan.expansions:
            tracks.expanded(number, submission, group, members)
        for mailbox, target in plan.forwards:
            tracks.redirected(number, submission, mailbox, target)
        now_possible = self.places.store_runs and not self.places.holds
        delivered = plan.mailboxes if now_possible else self._queue_mailboxes(item, plan)
        told = self._named(delivered)
        reports = self.reporting.about(submission, item.received, plan.failures, told, plan.expanded)
        self._put(item, delivered, expanded=bool(plan.expansions or plan.forwards))
        if plan.external:
            targets = [Target(recipient, address) for recipient, address in plan.external]
            with self.places.lock:
                self.places.keep_external(item, targets)
        if plan.failures:
            tracks.failed(number, submission, plan.failures)
        self.send(reports, submission)

    def _put(self, item: Queued, mailboxes: dict[UUID, Recipient], *, expanded: bool = True) -> None:
        """Put a message into several mailboxes. `expanded`: some are not named in the envelope."""
        if not mailboxes:
            return
        put_into_folders(item, mailboxes, self._mailboxes, self.organization)
        self.places.last_delivery = (mailboxes, self._server_context.time())
        named = [
            self._address(guid, recipient) if expanded else recipient.address for guid, recipient in mailboxes.items()
        ]
        self._tracks.delivered(item.number, item.submission, named, item.received)

    def _queue_mailboxes(self, item: Queued, plan: Plan) -> dict[UUID, Recipient]:
        """Queue the message for mailboxes that cannot take it now. Return the other mailboxes."""
        places, possible = self.places, dict[UUID, Recipient]()
        with places.lock:
            for guid, recipient in plan.mailboxes.items():
                hop = places.of_mailbox(guid)
                if places.store_runs and not hop.suspended:
                    possible[guid] = recipient
                    continue
                error = "" if places.store_runs else STORE_OFFLINE
                places.keep_for(hop, item, [Target(recipient, self._address(guid, recipient), guid)], error)
        return possible

    def _named(self, mailboxes: dict[UUID, Recipient]) -> list[Recipient]:
        """Return the recipients that asked for a success DSN, by the addresses of their mailboxes."""
        return [
            recipient._replace(address=self._address(guid, recipient))
            for guid, recipient in mailboxes.items()
            if "SUCCESS" in recipient.notify
        ]

    def _address(self, mailbox: UUID, recipient: Recipient) -> str:
        """Return the address of a mailbox that an envelope recipient was resolved to, perhaps through groups."""
        found = self.organization.by_guid(mailbox)
        return address_of(found, recipient) if isinstance(found, Mailbox) else recipient.address

    def _deliver_item(self, item: Queued) -> bool:
        """Deliver a message of a mailbox delivery queue. Return whether it was delivered."""
        if not self.places.store_runs:
            return False
        failures: list[Failure] = []
        mailboxes: dict[UUID, Recipient] = {}
        for target in item.targets:
            found = self.organization.by_guid(target.mailbox) if target.mailbox is not None else None
            if not isinstance(found, Mailbox):
                text = self.organization.profile.replies.unknown_recipient_report
                failures.append(Failure(target.recipient._replace(address=target.address), text))
            elif not self._has_room(found, len(item.submission.content)):
                failures.append(Failure(target.recipient._replace(address=target.address), MAILBOX_FULL))
            else:
                mailboxes[found.guid] = target.recipient
        reports = self.reporting.about(item.submission, item.received, failures, self._named(mailboxes))
        self._put(item, mailboxes)
        self._tracks.failed(item.number, item.submission, failures)
        self.send(reports, item.submission)
        return True

    def send(self, reports: Sequence[Submission], about: Submission) -> None:
        """Submit the DSNs about a message."""
        for each in reports:
            number = self.number()
            self._tracks.reported(number, each, about)
            self._take(number, each)

    def _has_room(self, mailbox: Mailbox, size: int) -> bool:
        quotas = self._quotas  # another thread may replace it
        if not mailbox.use_database_quota_defaults:
            quota = octets(mailbox.prohibit_send_receive_quota)
        elif quotas is None:
            quota = self._quota
        else:
            quota = quotas.get(mailbox.database.guid) if mailbox.database is not None else None
        return quota is None or self._mailboxes.size(mailbox.guid) + size <= quota


def _unresolved(submission: Submission) -> tuple[Target, ...]:
    return tuple([Target(recipient, recipient.address) for recipient in submission.recipients])
