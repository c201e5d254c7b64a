"""The queue: every message that was answered with 250, until it is in the mailboxes or has been reported about."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from organization.objects.mailbox import Mailbox
from organization.objects.server import MailboxDatabase
from organization.ports import EventLevel

from ..policy.delivery import NO_ROUTE, OrganizationLimits, Plan, Resolver, octets
from ..policy.dsn import Report, report, wanted_failures
from ..policy.transaction import Recipient, Submission
from .mailboxes import Mailboxes, pack_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from organization.store import Organization

    from ..policy.site import Site


@dataclass(frozen=True, slots=True)
class Queued:
    """A message in the queue."""

    number: int
    submission: Submission
    received: float
    remaining: Sequence[Recipient]
    """Whom it still has to reach."""
    last_error: str = ""


class TransportQueue:
    """Accepts messages and delivers them, at once where it can. Every method may be called from any thread."""

    def __init__(self, organization: Organization, mailboxes: Mailboxes) -> None:
        """`serve` has to be called before the first message comes."""
        self._organization = organization
        self._mailboxes = mailboxes
        self._site: Site
        self._resolver: Resolver | None = None
        self._lock = threading.RLock()
        self._next = organization.profile.first_internal_id
        self._submission: dict[int, Queued] = {}
        """Not yet looked at, or not yet in all mailboxes."""
        self._unreachable: dict[int, Queued] = {}
        """For recipients outside to whom no connector leads."""
        self._store_runs = True
        self.refresh()

    def serve(self, site: Site) -> None:
        """Take the messages of a site."""
        self._site = site

    def refresh(self) -> None:
        """Read again what the organization says about sizes and numbers of recipients."""
        self._limits = OrganizationLimits.of(self._organization)
        self._resolver = None
        databases = self._organization.all(MailboxDatabase)
        self._database_quota = octets(databases[0].prohibit_send_receive_quota) if databases else None

    # ---- coming in

    def submit(self, submission: Submission) -> int:
        """Answer for a message from now on; its number. When this returns it is in the mailboxes or in the queue."""
        site = self._site
        with self._lock:
            number = self._next
            self._next = number + 1
            if not self._store_runs:
                self._submission[number] = Queued(number, submission, site.time(), submission.recipients)
                return number
        self._attempt(number, submission, site.time())
        return number

    # ---- going out

    def follow_store(self, runs: bool) -> None:
        """The mailbox store has stopped or started; what has waited for it is delivered now."""
        with self._lock:
            self._store_runs = runs
        if runs:
            self.retry()

    def retry(self) -> None:
        """Try again what is left in the submission queue."""
        with self._lock:
            waiting = list(self._submission.values())
        for item in waiting:
            if self._attempt(item.number, item.submission, item.received):
                with self._lock:
                    self._submission.pop(item.number, None)

    def waiting(self) -> list[Queued]:
        """The submission queue, oldest first."""
        with self._lock:
            return list(self._submission.values())

    def unreachable(self) -> list[Queued]:
        """Messages to which no connector leads, oldest first."""
        with self._lock:
            return list(self._unreachable.values())

    def __len__(self) -> int:
        with self._lock:
            return len(self._submission) + len(self._unreachable)

    def _attempt(self, number: int, submission: Submission, received: float) -> bool:
        """Deliver a message. One that cannot be delivered because of a fault of ours stays in the queue."""
        try:
            self._deliver(number, submission, received)
        except Exception as error:
            problem = f"{type(error).__name__}: {error}"
            with self._lock:
                self._submission[number] = Queued(number, submission, received, submission.recipients, problem)
            self._site.events.write(
                EventLevel.ERROR,
                10003,
                "PoisonMessage",
                f"The transport process failed during message processing with the message {submission.message_id} "
                f"because {problem}. The message stays in the Submission queue.",
            )
            return False
        return True

    def _deliver(self, number: int, submission: Submission, received: float) -> None:
        table = self._site.recipients
        if self._resolver is None or self._resolver.table is not table:
            self._resolver = Resolver(self._organization, table, self._limits)
        plan = self._resolver.plan(submission, self._has_room)
        if plan.mailboxes:
            recipients = tuple([recipient.address for recipient in submission.recipients])
            content = submission.content
            packed = pack_parts(number, submission.message_id, submission.sender, recipients, received, content)
            self._mailboxes.deliver_to(plan.mailboxes, packed, len(content))
        if plan.external:
            remaining = tuple([recipient._replace(address=address) for recipient, address in plan.external])
            with self._lock:
                self._unreachable[number] = Queued(number, submission, received, remaining, NO_ROUTE)
        if submission.sender:
            self._report(submission, plan)

    def _report(self, submission: Submission, plan: Plan) -> None:
        failures = wanted_failures(plan.failures) if plan.failures else []
        if failures:
            self._send_report(Report(submission, failures=failures))
        delivered = [item for item in dict.fromkeys(plan.mailboxes.values()) if "SUCCESS" in item.notify]
        if delivered:
            self._send_report(Report(submission, delivered=delivered))

    def _send_report(self, about: Report) -> None:
        site = self._site
        sender = about.original.sender
        internal = site.recipients.accepted(sender.rpartition("@")[2]) is not None
        self.submit(report(site, about, internal))

    def _has_room(self, mailbox: Mailbox, size: int) -> bool:
        own = not mailbox.use_database_quota_defaults
        quota = octets(mailbox.prohibit_send_receive_quota) if own else self._database_quota
        return quota is None or self._mailboxes.size(mailbox.guid) + size <= quota
