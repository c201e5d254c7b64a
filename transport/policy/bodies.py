"""Memory and disk use of the messages that all sessions receive at the moment.

What policy keeps is octets in memory. Whoever has a disk gives `Bodies` a way to open stores on it: then a body lies in
one from 256 KB on. Either way the octets are counted, and back pressure rises with them: new mail is refused at Medium
and High (452 4.3.1) as with any other resource, and at High a body that would grow is dropped, to be answered so, too.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import NamedTuple, Protocol

from organization.values.enums import ResourcePressure

IN_MEMORY = 256 << 10
"""Maximum number of octets of one body that are kept in memory."""


class Marks(NamedTuple):
    """Octets from which back pressure is High or Medium, and below which it is Normal again."""

    normal: int
    medium: int
    high: int

    def level(self, octets: int, before: ResourcePressure) -> ResourcePressure:
        """Return the pressure for a number of octets. It falls later than it rises, so that it does not change with
        each message.
        """
        if octets >= self.high or (before is ResourcePressure.High and octets >= self.medium):
            return ResourcePressure.High
        if octets >= self.medium or (before is not ResourcePressure.Normal and octets >= self.normal):
            return ResourcePressure.Medium
        return ResourcePressure.Normal


MEMORY = Marks(normal=256 << 20, medium=384 << 20, high=512 << 20)
"""For what lies in memory: 5,000 connections may hold 100 KB each before anything is refused."""
STORED = Marks(normal=6 << 30, medium=8 << 30, high=10 << 30)
"""For what lies on disk: a thousand messages of 8 MB at once."""


class Store(Protocol):
    """The store of one large body."""

    def add(self, octets: bytes | bytearray) -> None:
        """Append octets. Raises OSError if there is no room."""
        ...

    def read(self, start: int = 0, most: int | None = None) -> bytes:
        """Return stored octets from `start` on. May be called from any thread."""
        ...

    def close(self) -> None:
        """Delete the store. Closing it twice is harmless."""
        ...


class Bodies:
    """The octets of all bodies of a server. Every method may be called from any thread."""

    def __init__(self, open_store: Callable[[], Store] | None = None) -> None:
        """`open_store` raises OSError if the disk has no room. Without it all bodies stay in memory."""
        self._lock = threading.Lock()
        self.open_store = open_store
        self.memory = MEMORY
        self.disk = STORED
        self.in_memory = self.stored = 0
        """Total octets."""
        self.level = ResourcePressure.Normal
        self.changed: Callable[[], None] = lambda: None
        """Called when the pressure level changes."""

    def count(self, in_memory: int, stored: int = 0) -> None:
        """Count received octets; negative numbers count released ones."""
        with self._lock:
            self.in_memory += in_memory
            self.stored += stored
            before = self.level
            memory, disk = self.memory.level(self.in_memory, before), self.disk.level(self.stored, before)
            self.level = max(memory, disk)
        if self.level is not before:
            self.changed()

    @property
    def is_full(self) -> bool:
        """Whether bodies may not grow any more."""
        return self.level is ResourcePressure.High

    def store(self) -> Store | None:
        """Return a store for a body that has become large; None if it must stay in memory."""
        if self.open_store is None:
            return None
        try:
            return self.open_store()
        except OSError:
            return None


class Pile:
    """The octets of one body: in memory while it is small, in a store once it is large."""

    __slots__ = ("_bodies", "_memory", "_store", "_stored", "size", "starved")

    def __init__(self, bodies: Bodies) -> None:
        self._bodies = bodies
        self._memory = bytearray()
        self._store: Store | None = None
        self._stored = 0
        self.size = 0
        """Number of octets added."""
        self.starved = False
        """Whether the body was discarded for lack of room."""

    @property
    def is_large(self) -> bool:
        """Whether the body exceeds what is kept in memory."""
        return self.size > IN_MEMORY

    def add(self, octets: bytes | bytearray) -> None:
        """Append octets."""
        count = len(octets)
        self.size += count
        if self.starved:
            return
        if self._bodies.is_full:
            return self._starve()
        if self._store is None:
            self._memory += octets
            self._bodies.count(count)
            if len(self._memory) > IN_MEMORY:
                self._move()
            return None
        try:
            self._store.add(octets)
        except (OSError, ValueError):  # no room, or the service has stopped
            return self._starve()
        self._stored += count
        return self._bodies.count(0, count)

    def _move(self) -> None:
        """Move the octets in memory into a store, if one can be opened."""
        store = self._bodies.store()
        if store is None:
            return
        held = len(self._memory)
        try:
            store.add(self._memory)
        except (OSError, ValueError):
            store.close()
            return
        self._store, self._memory, self._stored = store, bytearray(), held
        self._bodies.count(-held, held)

    def _starve(self) -> None:
        self.close()
        self.starved = True

    def read(self, start: int = 0, most: int | None = None) -> bytes:
        """Return up to `most` octets from `start` on."""
        if self._store is not None:
            return self._store.read(start, most)
        end = None if most is None else start + most
        return bytes(memoryview(self._memory)[start:end])

    def close(self) -> None:
        """Delete the body. Closing it twice is harmless."""
        store, self._store = self._store, None
        if store is not None:
            store.close()
        held, stored = len(self._memory), self._stored
        self._memory, self._stored = bytearray(), 0
        if held or stored:
            self._bodies.count(-held, -stored)

    def __del__(self) -> None:
        self.close()
