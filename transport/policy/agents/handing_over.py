"""What follows from the agents' decisions when a message is taken or refused: stamps, deliveries, losses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .item import Fate

if TYPE_CHECKING:
    from ..site import Site
    from ..transaction import Recipient, Submission
    from .item import Loss, MailItem

ENGINE = "3.3.5705.600"
"""The version of the spam signatures that reports name."""


class Discarded(NamedTuple):
    """A message that an agent keeps from its recipients."""

    submission: Submission
    """With these recipients alone."""
    agent: str
    text: str
    """The reply that tells of it; empty where it goes without a word."""
    reported: bool
    """Whether the sender gets a report: not where the client itself hears the reply."""
    quarantine: str
    """The address that gets the message instead; empty for none."""


def stamps_of(item: MailItem) -> list[str]:
    """The fields that the agents put into the header of a message."""
    fields = [f"X-MS-Exchange-Organization-SCL: {item.scl}"] if item.scl is not None else []
    fields += item.fields
    if item.report:
        report = ";".join(item.report)
        fields.append(f"X-MS-Exchange-Organization-Antispam-Report: {report}")
    return fields


def hand_over(site: Site, item: MailItem, submission: Submission) -> int:
    """Send a message to those who get it, and do with the others as the agents say; its number."""
    numbers = []
    remaining = tuple(item.remaining)
    if remaining:
        numbers.append(site.submit(submission._replace(recipients=remaining)))
    for loss, recipients in _by_loss(item).items():
        told = loss.fate is Fate.REJECTED and item.reply is None
        quarantine = item.quarantine if loss.fate is Fate.QUARANTINED else ""
        lost = submission._replace(recipients=tuple(recipients))
        numbers.append(site.discard(Discarded(lost, loss.agent, loss.text, told, quarantine)))
    return numbers[0]


def _by_loss(item: MailItem) -> dict[Loss, list[Recipient]]:
    found: dict[Loss, list[Recipient]] = {}
    for recipient, loss in item.losses.items():
        found.setdefault(loss, []).append(recipient)
    return found
