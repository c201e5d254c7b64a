"""Files with one writing process at a time: a lock that ends with the process and does not hinder readers."""

from __future__ import annotations

import os
import sys
from io import FileIO
from pathlib import Path

_FAR_BEHIND = 1 << 62
"""Offset of the locked octet. Windows locks against readers too, so it lies beyond the end of any file."""


def claim(path: Path) -> FileIO | None:
    """Open or create a file for appending and lock it; None if another process has locked it. Raises OSError."""
    file = FileIO(path, "a")
    if _lock(file.fileno()):
        return file
    file.close()
    return None


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        os.lseek(descriptor, _FAR_BEHIND, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks: no process can hold one
            return True
        return True
