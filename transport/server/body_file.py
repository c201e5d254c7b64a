"""Storage for large bodies while they are received: one temporary file for all, in reused blocks.

A file for each body would double the descriptors of a connection, and those run out first. The file is created when it
is needed, has no name if the system allows that, and is deleted when the process ends.
"""

from __future__ import annotations

import errno
import heapq
import os
import threading
from io import FileIO

BLOCK = 64 << 10
"""Octets of a block. A block is written or read in one call, so it is small enough to cause no noticeable delay."""
LEAST_FREE = 500 << 20
"""Octets that must stay free on the disk, as with Exchange's back pressure."""
_LOOK_EVERY = 256
"""Blocks by which the file grows between two checks of the disk's free space."""
_CUT = 256
"""Blocks by which the file shrinks in one call: truncating gigabytes would take long."""


class BodyFile:
    """Opens a BodyPlace for each body. Every method may be called from any thread."""

    def __init__(self, least_free: int = LEAST_FREE) -> None:
        self._least_free = least_free
        self._lock = threading.Lock()
        self._file: FileIO | None = None
        self._closed = False
        self._length = 0
        """Length of the file in blocks."""
        self._free: list[int] = []
        """Heap of free blocks. The lowest is used first, so that the end of the file becomes free."""
        self._unused: set[int] = set()
        """Set of the free blocks. A block in the heap but not here is stale."""

    @property
    def blocks(self) -> int:
        """Blocks that the file has."""
        return self._length

    @property
    def used(self) -> int:
        """Blocks that hold octets."""
        return self._length - len(self._unused)

    def open(self) -> BodyPlace:
        """Return a place for one body. Raises OSError if the disk is full."""
        with self._lock:
            self._ready()
            if not self._unused:
                self._look_for_room()
        return BodyPlace(self)

    def close(self) -> None:
        """Delete the file. Open places raise errors from then on."""
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
        """Allocate a block. Raises OSError if the disk is full."""
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
        """Fill `into` from a position in the file. Raises OSError."""
        with self._lock:
            file = self._ready()
            file.seek(position)
            while into:
                count = file.readinto(into)
                if not count:
                    raise OSError(errno.EIO, os.strerror(errno.EIO))
                into = into[count:]

    def release(self, blocks: list[int]) -> None:
        """Free blocks."""
        with self._lock:
            for block in blocks:
                self._unused.add(block)
                heapq.heappush(self._free, block)
            self._shrink()

    def _shrink(self) -> None:
        """Truncate free blocks at the end of the file, if they are many."""
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
    """Storage for one body. Implements `policy.bodies.Store`; only one thread at a time may call `add`."""

    __slots__ = ("_blocks", "_file", "_size")

    def __init__(self, file: BodyFile) -> None:
        self._file = file
        self._blocks: list[int] = []
        self._size = 0

    def add(self, octets: bytes | bytearray) -> None:
        """Append octets. Raises OSError."""
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
        """Return the octets from `start` on, at most `most`. Raises OSError."""
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
        """Free the blocks."""
        blocks, self._blocks = self._blocks, []
        self._size = 0
        if blocks:
            self._file.release(blocks)
