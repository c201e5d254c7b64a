"""Messages that an agent keeps from their recipients: tracking log rows, NDRs and quarantine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..policy.agents.names import CONTENT_FILTER
from ..policy.delivery import Failure
from ..policy.dsn import Report, report

if TYPE_CHECKING:
    from ..policy.agents.discarded import Discarded
    from ..policy.server_context import ServerContext
    from .queue import TransportQueue
    from .tracks import Tracks

QUARANTINED = f"550 5.2.1 {CONTENT_FILTER.removesuffix(' Agent')} agent quarantined this message"


class Discarding:
    """Discards messages as the agents have decided, and numbers each as if it were accepted."""

    def __init__(self, queue: TransportQueue, server_context: ServerContext, tracks: Tracks) -> None:
        self._queue = queue
        self._server_context = server_context
        self._tracks = tracks

    def __call__(self, discarded: Discarded) -> int:
        """Discard a message. Return its number."""
        queue, submission = self._queue, discarded.submission
        number = queue.number()
        text = QUARANTINED if discarded.quarantine else discarded.text
        self._tracks.discarded(number, submission, text, discarded.agent)
        failures = [Failure(recipient, text) for recipient in submission.recipients]
        if discarded.quarantine:
            wrapped = Report(
                submission, failures=failures, to=discarded.quarantine, arrived=self._server_context.time()
            )
            queue.send([report(self._server_context, queue.organization, wrapped, internal=True)], submission)
        elif discarded.reported:
            queue.send(queue.reporting.about(submission, self._server_context.time(), failures), submission)
        return number
