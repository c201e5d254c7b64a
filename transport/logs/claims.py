"""Files that one process writes at a time: a lock that ends with the process, and hinders nobody who only reads."""

from __future__ import annotations

import os
import sys
from io import FileIO
from pathlib import Path

_FAR_BEHIND = 1 << 62
"""Windows locks octets against readers, too; the one that is locked is where no file has any."""


def claim(path: Path) -> FileIO | None:
    """The file, made if need be, open for appending and locked; None where somebody else has it. Raises OSError."""
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
        except OSError:  # a file system without locks: nobody can have one
            return True
        return True
