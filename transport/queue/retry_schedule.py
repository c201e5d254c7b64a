"""The retry schedule of queued messages: new attempts, delay DSNs and expiration."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from organization.objects.transport_server import TransportServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from organization.store import Organization

    from ..policy.server_context import ServerContext
    from .hops import Hop, Queued
    from .queue import TransportQueue

EXPIRED = "550 4.4.7 QUEUE.Expired; message expired"
GLITCH_RETRIES, GLITCH_PAUSE = 4, 60.0
"""The number of early retries, and the seconds between them (QueueGlitchRetryCount and -Interval in
EdgeTransport.exe.config).
"""
SHORTEST_SLEEP = 0.25
"""Seconds. The queues are not scanned more often than this."""


class RetrySchedule:
    """Runs what is due for queued messages. `wake_after` schedules a call of `pass_time` after a number of seconds."""

    def __init__(self, organization: Organization, queue: TransportQueue, server_context: ServerContext) -> None:
        self._organization = organization
        self._queue = queue
        self._server_context = server_context
        self._due = 0.0
        self._passing = threading.RLock()
        """Held during `pass_time`, so that no DSN is sent twice."""
        self.wake_after: Callable[[float], None] = lambda seconds: None

    def something_waits(self) -> None:
        """Schedule the next call of `pass_time`, after a message was queued."""
        now = self._server_context.time()
        for settings in self._organization.all(TransportServer):
            self._wake_at(now + min(self._spans(settings)), now)

    def catch_up(self) -> None:
        """Do what is due by now, if anything is."""
        if self._due and self._due <= self._server_context.time():
            self.pass_time()

    def pass_time(self) -> None:
        """Do what is due by now."""
        with self._passing:
            now, settings, places = self._server_context.time(), self._settings(), self._queue.places
            self._due = 0.0
            for hop in places.all():
                self._attempt(hop, now, settings)
                if hop is places.poison:
                    continue
                with places.lock:
                    items = hop.ordered()
                for item in items:
                    self._judge(hop, item, now, settings)
            coming = [moment for moment in self._coming(settings) if moment > now]
            if coming:
                self._wake_at(min(coming), now)

    def next_retry(self, hop: Hop) -> float | None:
        """Return when a queue is retried next; None if no attempt has failed."""
        if hop.last_retry is None:
            return None
        settings, tried = self._settings(), hop.retry_count
        if tried <= GLITCH_RETRIES:
            pause = GLITCH_PAUSE
        elif tried <= GLITCH_RETRIES + settings.transient_failure_retry_count:
            pause = settings.transient_failure_retry_interval.total_seconds
        else:
            pause = settings.outbound_connection_failure_retry_interval.total_seconds
        return hop.last_retry + pause

    def expires(self, item: Queued) -> float:
        """Return when a message expires."""
        return item.received + self._settings().message_expiration_timeout.total_seconds

    def _attempt(self, hop: Hop, now: float, settings: TransportServer) -> None:
        """Retry a queue for another server, or Submission after an internal error."""
        places = self._queue.places
        if hop is places.submission:
            with places.lock:
                faulty = [item for item in hop.items.values() if item.last_error and not hop.suspended]
            for item in faulty:
                if now >= item.tried + settings.message_retry_interval.total_seconds:
                    self._queue.release_item(hop, item)
        elif hop.external and hop.items and not hop.suspended:
            due = self.next_retry(hop)
            if due is not None and due <= now:
                with places.lock:
                    places.fail(hop, hop.last_error)

    def _judge(self, hop: Hop, item: Queued, now: float, settings: TransportServer) -> None:
        """Return a message that has expired, or send a delay DSN."""
        queue, waited = self._queue, now - item.received
        if waited >= settings.message_expiration_timeout.total_seconds:
            queue.reject(hop, item, EXPIRED, "QUEUE", tell=True)
        elif waited >= settings.delay_notification_timeout.total_seconds and not item.delay_told:
            item.delay_told = True
            until = item.received + settings.message_expiration_timeout.total_seconds
            submission = item.submission
            queue.send(queue.reporting.delayed(submission, item.received, until, item.remaining), submission)

    def _coming(self, settings: TransportServer) -> Iterator[float]:
        """Yield the times at which something will be due."""
        places = self._queue.places
        for hop in places.all():
            if hop is places.poison:
                continue
            with places.lock:
                items = list(hop.items.values())
            for item in items:
                yield item.received + settings.message_expiration_timeout.total_seconds
                if not item.delay_told:
                    yield item.received + settings.delay_notification_timeout.total_seconds
                if hop is places.submission and item.last_error:
                    yield item.tried + settings.message_retry_interval.total_seconds
            due = self.next_retry(hop) if items and hop.external else None
            if due is not None:
                yield due

    def _wake_at(self, moment: float, now: float) -> None:
        if not self._due or moment < self._due:
            self._due = moment
            self.wake_after(max(SHORTEST_SLEEP, moment - now))

    def _settings(self) -> TransportServer:
        return self._organization.one(TransportServer)

    @staticmethod
    def _spans(settings: TransportServer) -> Sequence[float]:
        return (
            settings.delay_notification_timeout.total_seconds,
            settings.message_expiration_timeout.total_seconds,
            settings.message_retry_interval.total_seconds,
            GLITCH_PAUSE,
        )
