"""How many connections and messages a Receive connector takes, in all and from one source."""

from __future__ import annotations

from collections import deque
from enum import Enum
from ipaddress import IPv6Address
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from organization.values.network import IPAddress


class Refusal(Enum):
    """Why a connection was not taken."""

    TOTAL = "MaxInboundConnection"
    PER_SOURCE = "MaxInboundConnectionPerSource"


def is_on_the_link(address: IPAddress) -> bool:
    """Whether it is a link-local or site-local address of IPv6. Exchange's limits per source and its tarpit leave these
    alone.
    """
    return isinstance(address, IPv6Address) and (address.is_link_local or address.is_site_local)


class ConnectionLimits(NamedTuple):
    """The three limits of a connector; None is unlimited."""

    total: int | None = 5000
    per_source: int | None = 100
    percentage: int = 2

    def for_source(self, in_use: int) -> int | None:
        """How many connections one source may hold while `in_use` are open in all; None is any number.

        The percentage is taken of the connections that are still free, so the limit shrinks as the connector fills. It
        never falls below one; at 100 percent a source may take whatever is left.
        """
        if self.total is None or self.percentage >= 100:
            return self.per_source
        share = max(1, (self.total - in_use) * self.percentage // 100)
        return share if self.per_source is None else min(share, self.per_source)


class ConnectionCounts:
    """The open connections of one connector. It lives as long as the connector, through all changes of its settings."""

    __slots__ = ("by_source", "total")

    def __init__(self) -> None:
        self.total = 0
        self.by_source: dict[str, int] = {}

    def admit(self, source: str, limits: ConnectionLimits, exempt: bool = False) -> Refusal | None:
        """Count one more connection, or say which limit refuses it. An `exempt` source has no limit of its own."""
        if limits.total is not None and self.total >= limits.total:
            return Refusal.TOTAL
        held = self.by_source.get(source, 0)
        if not exempt:
            most = limits.for_source(self.total)
            if most is not None and held >= most:
                return Refusal.PER_SOURCE
        self.total += 1
        self.by_source[source] = held + 1
        return None

    def release(self, source: str) -> None:
        """A connection that was admitted has ended."""
        self.total -= 1
        held = self.by_source[source] - 1
        if held:
            self.by_source[source] = held
        else:
            del self.by_source[source]


RATE_WINDOW = 60.0
"""Seconds: MessageRateLimit is a number of messages a minute."""


class MessageRates:
    """When each source sent its messages of the last minute."""

    __slots__ = ("_sent", "_swept")

    def __init__(self) -> None:
        self._sent: dict[str, deque[float]] = {}
        self._swept = 0.0

    def allow(self, sources: tuple[str, ...], limit: int, now: float) -> bool:
        """Count a message for each of `sources`, unless one of them has sent `limit` within the last minute."""
        self._sweep(now)
        windows = [self._window(source, now) for source in sources]
        if any(len(window) >= limit for window in windows):
            return False
        for source, window in zip(sources, windows, strict=True):
            window.append(now)
            self._sent[source] = window
        return True

    def _window(self, source: str, now: float) -> deque[float]:
        window = self._sent.get(source)
        if window is None:
            return deque()
        oldest = now - RATE_WINDOW
        while window and window[0] <= oldest:
            window.popleft()
        return window

    def _sweep(self, now: float) -> None:
        """Once a minute, forget the sources that have been quiet for one."""
        if now - self._swept < RATE_WINDOW:
            return
        self._swept = now
        for source in [source for source in self._sent if not self._window(source, now)]:
            del self._sent[source]
