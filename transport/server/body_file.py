"""Where large bodies lie while they come in: one temporary file for all of them, in blocks that are used again.

One file for each body would take as many descriptors as there are connections, and those are what connections run out
of first. The file is made when it is needed, has no name where the system allows that, and is gone with the process.
"""

from __future__ import annotations

import errno
import heapq
import os
import threading
from io import FileIO

BLOCK = 64 << 10
"""Octets of a block. As much is written, and read, in one call: so few that nobody notices the time that it takes."""
LEAST_FREE = 500 << 20
"""Octets that are left on the disk, as Exchange's back pressure leaves them."""
_LOOK_EVERY = 256
"""Blocks by which the file grows between two looks at the disk's free space."""
_CUT = 256
"""Blocks by which the file shrinks at once: to give up gigabytes in one call would take long."""


class BodyFile:
    """Opens places for bodies. Every method may be called from any thread."""

    def __init__(self, least_free: int = LEAST_FREE) -> None:
        self._least_free = least_free
        self._lock = threading.Lock()
        self._file: FileIO | None = None
        self._closed = False
        self._length = 0
        """Blocks of the file."""
        self._free: list[int] = []
        """Blocks that nobody uses, the lowest first, so that the file's end becomes free."""
        self._unused: set[int] = set()
        """The same, to find one by its number; what is not here is out of date in the heap."""

    @property
    def blocks(self) -> int:
        """Blocks that the file has."""
        return self._length

    @property
    def used(self) -> int:
        """Blocks that hold octets."""
        return self._length - len(self._unused)

    def open(self) -> BodyPlace:
        """A place for one body. Raises OSError where the disk has no room."""
        with self._lock:
            self._ready()
            if not self._unused:
                self._look_for_room()
        return BodyPlace(self)

    def close(self) -> None:
        """Throw everything away. Places that are still open take nothing more."""
        with self._lock:
            self._closed = True
            if self._file is not None:
                self._file.close()
                self._file = None

    def _ready(self) -> FileIO:
        if self._closed:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        if self._file is None:
            import tempfile

            self._file = tempfile.TemporaryFile(prefix="emshell-", buffering=0)  # noqa: SIM115 - it lives as long as we
        return self._file

    def _look_for_room(self) -> None:
        import shutil
        import tempfile

        if shutil.disk_usage(tempfile.gettempdir()).free < self._least_free:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def take(self) -> int:
        """A block for octets. Raises OSError where the disk has no room."""
        with self._lock:
            self._ready()
            while self._free:
                block = heapq.heappop(self._free)
                if block in self._unused:
                    self._unused.discard(block)
                    return block
            if self._length % _LOOK_EVERY == 0:
                self._look_for_room()
            self._length += 1
            return self._length - 1

    def write(self, position: int, octets: memoryview) -> None:
        """Write octets at a position in the file. Raises OSError."""
        with self._lock:
            file = self._ready()
            file.seek(position)
            while octets:
                octets = octets[file.write(octets) :]

    def read(self, position: int, into: memoryview) -> None:
        """Read as many octets as fit. Raises OSError."""
        with self._lock:
            file = self._ready()
            file.seek(position)
            while into:
                count = file.readinto(into)
                if not count:
                    raise OSError(errno.EIO, os.strerror(errno.EIO))
                into = into[count:]

    def release(self, blocks: list[int]) -> None:
        """Nobody needs these blocks any more."""
        with self._lock:
            for block in blocks:
                self._unused.add(block)
                heapq.heappush(self._free, block)
            self._shrink()

    def _shrink(self) -> None:
        """Give up what is free at the end of the file, when it is enough to be worth it."""
        if len(self._unused) < _CUT and self._length != len(self._unused):
            return
        length = self._length
        while length and length - 1 in self._unused and self._length - length < _CUT:
            length -= 1
        if self._length - length < _CUT and length:
            return
        for block in range(length, self._length):
            self._unused.discard(block)
        self._length = length
        if not length:
            self._free.clear()
        if self._file is not None:
            self._file.truncate(length * BLOCK)


class BodyPlace:
    """Where one body lies. Implements `policy.bodies.Store`; what is added comes from one thread at a time."""

    __slots__ = ("_blocks", "_file", "_size")

    def __init__(self, file: BodyFile) -> None:
        self._file = file
        self._blocks: list[int] = []
        self._size = 0

    def add(self, octets: bytes | bytearray) -> None:
        """Put octets behind those that are there. Raises OSError."""
        with memoryview(octets) as left:
            at = 0
            while at < len(left):
                within = self._size % BLOCK
                if self._size == len(self._blocks) * BLOCK:
                    self._blocks.append(self._file.take())
                count = min(BLOCK - within, len(left) - at)
                with left[at : at + count] as piece:
                    self._file.write(self._blocks[-1] * BLOCK + within, piece)
                self._size += count
                at += count

    def read(self, start: int = 0, most: int | None = None) -> bytes:
        """What lies there, from `start` on. Raises OSError."""
        end = self._size if most is None else min(self._size, start + most)
        found = bytearray(max(0, end - start))
        with memoryview(found) as whole:
            at = start
            while at < end:
                number, within = divmod(at, BLOCK)
                count = min(BLOCK - within, end - at)
                with whole[at - start : at - start + count] as piece:
                    self._file.read(self._blocks[number] * BLOCK + within, piece)
                at += count
        return bytes(found)

    def close(self) -> None:
        """Give the blocks back."""
        blocks, self._blocks = self._blocks, []
        self._size = 0
        if blocks:
            self._file.release(blocks)
