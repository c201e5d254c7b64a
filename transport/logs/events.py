"""The server's application event log."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from organization.ports import EventEntry

KEPT = 20_000
"""Entries; the oldest go when more come."""


class ApplicationLog:
    """Implements `organization.ports.EventLog`. Every method may be called from any thread."""

    def __init__(self) -> None:
        self._entries: deque[EventEntry] = deque(maxlen=KEPT)

    def write(self, entry: EventEntry) -> None:
        """Add an entry."""
        self._entries.append(entry)

    def entries(self) -> Sequence[EventEntry]:
        """All entries, oldest first."""
        return tuple(self._entries)
