"""A message that an agent keeps from its recipients, as whoever sends messages on hears of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..transaction import Submission


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
