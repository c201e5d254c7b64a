"""Where the octets of messages lie: in memory while they are few, in a temporary file when they are many."""

from __future__ import annotations

import threading
from array import array
from typing import BinaryIO

IN_MEMORY = 16 << 20
"""Octets that are kept in memory before older ones go to the file."""
AT_ONCE = 1 << 20
"""Octets that go to the file at once: few enough that nobody notices the time that it takes."""


class Spool:
    """Numbered pieces of octets. The file is made when it is needed and disappears with the process."""

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self._in_memory = in_memory
        self._lock = threading.Lock()
        self._recent: list[bytes] = []
        self._recent_size = 0
        self._offsets = array("Q", [0])
        """Where each piece in the file begins, and where the next one will."""
        self._file: BinaryIO | None = None

    def add(self, piece: bytes) -> int:
        """Keep a piece; its number."""
        with self._lock:
            self._recent.append(piece)
            self._recent_size += len(piece)
            number = len(self._offsets) - 2 + len(self._recent)
            if self._recent_size > self._in_memory:
                self._write_out()
            return number

    def get(self, number: int) -> bytes:
        """The piece with this number."""
        with self._lock:
            written = len(self._offsets) - 1
            if number >= written:
                return self._recent[number - written]
            assert self._file is not None
            start, end = self._offsets[number], self._offsets[number + 1]
            self._file.seek(start)
            return self._file.read(end - start)

    def clear(self) -> None:
        """Forget all pieces; numbers begin anew."""
        with self._lock:
            self._recent.clear()
            self._recent_size = 0
            self._offsets = array("Q", [0])
            if self._file is not None:
                self._file.close()
                self._file = None

    def _write_out(self) -> None:
        if self._file is None:
            import tempfile

            self._file = tempfile.TemporaryFile(prefix="emshell-")  # noqa: SIM115 - it lives as long as the spool
        end = start = self._offsets[-1]
        count = 0
        while count < len(self._recent) and end - start < AT_ONCE:
            end += len(self._recent[count])
            self._offsets.append(end)
            count += 1
        self._file.seek(start)
        self._file.write(b"".join(self._recent[:count]))
        del self._recent[:count]
        self._recent_size -= end - start
