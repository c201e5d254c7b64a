"""Storage for the octets of messages: in memory up to a limit, then in a temporary file."""

from __future__ import annotations

import threading
from array import array
from bisect import bisect_right
from io import FileIO

IN_MEMORY = 16 << 20
"""Octets that are kept in memory before older ones are moved to the file."""
BLOCK = 512 << 10
"""Octets of a block. A block is written in one call, so it is small enough to cause no noticeable delay."""


class Spool:
    """Numbered byte strings. The file is created when it is needed and is deleted with the spool.

    Pieces are copied into blocks, and a block is reused after it was written. Separate allocations would spread over
    memory that the system maps page by page, which costs more than the copy.
    """

    def __init__(self, in_memory: int = IN_MEMORY, block: int = BLOCK) -> None:
        self._in_memory = in_memory
        self._block = block
        self._lock = threading.Lock()
        self._file: FileIO | None = None
        self._offsets = array("Q", [0])
        """The offset of each piece among all octets, and of the next one."""
        self._blocks: list[bytearray] = []
        self._starts: list[int] = []
        """The offset of each block in memory. What lies before the first is in the file."""
        self._held = 0
        """Capacity of the blocks in octets."""
        self._block_size = 0
        self._at = 0
        """Offset of the next piece in the last block, and the size of that block."""

    def add(self, piece: bytes) -> int:
        """Store a piece. Return its number."""
        size = len(piece)
        with self._lock:
            at = self._at
            end = at + size
            if end > self._block_size or not self._blocks:
                self._open_block(size)
                at, end = 0, size
            self._blocks[-1][at:end] = piece
            self._at = end
            offsets = self._offsets
            number = len(offsets) - 1
            offsets.append(offsets[number] + size)
            return number

    def get(self, number: int) -> bytes:
        """Return the piece with this number."""
        with self._lock:
            start, end = self._offsets[number], self._offsets[number + 1]
            at = bisect_right(self._starts, start) - 1
            if at >= 0:
                return bytes(memoryview(self._blocks[at])[start - self._starts[at] : end - self._starts[at]])
            return self._read(start, end - start)

    def _open_block(self, size: int) -> None:
        """Make room for a piece. Blocks above the memory limit are written to the file. If the disk is full they stay
        in memory, so that nothing is lost.
        """
        end = self._offsets[-1]
        fresh: bytearray | None = None
        while self._blocks and self._held + self._block > self._in_memory:
            try:
                fresh = self._write_out(end)
            except OSError:
                fresh = None
                break
        if fresh is None or len(fresh) != max(size, self._block):
            fresh = bytearray(max(size, self._block))
        self._blocks.append(fresh)
        self._starts.append(end)
        self._held += len(fresh)
        self._block_size, self._at = len(fresh), 0

    def _write_out(self, end: int) -> bytearray:
        """Move the oldest block to the file. Return the block for reuse. `end` is the offset where the last block ends.
        Raises OSError, and then nothing has changed.
        """
        if self._file is None:
            import tempfile

            self._file = tempfile.TemporaryFile(prefix="emshell-", buffering=0)  # noqa: SIM115 - it lives as long as the spool
        block, start = self._blocks[0], self._starts[0]
        left = memoryview(block)[: (self._starts[1] if len(self._starts) > 1 else end) - start]
        self._file.seek(start)
        while left:
            left = left[self._file.write(left) :]
        del self._blocks[0], self._starts[0]
        self._held -= len(block)
        return block

    def _read(self, start: int, size: int) -> bytes:
        assert self._file is not None
        self._file.seek(start)
        parts: list[bytes] = []
        while size:
            parts.append(self._file.read(size))
            assert parts[-1], "the file has lost octets"
            size -= len(parts[-1])
        return parts[0] if len(parts) == 1 else b"".join(parts)
