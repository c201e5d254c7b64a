"""Locks on open files that the system lets go of when their process ends, however it ends."""

from __future__ import annotations

import os
import sys
import time
from typing import IO, Any

_STEP = 0.02
"""Seconds between two tries."""
_FAR = 1 << 30
"""Where Windows locks a byte: behind the content, which others may read."""


def try_lock(file: IO[Any]) -> bool:
    """Lock a file for this process alone; False where another has it. Raises OSError where files cannot be locked."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(file.fileno(), _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        finally:
            os.lseek(file.fileno(), 0, os.SEEK_SET)
        return True
    import fcntl

    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def lock(file: IO[Any], seconds: float) -> bool:
    """Lock a file, waiting for whoever has it; False when `seconds` were not enough. Raises OSError as `try_lock`."""
    end = time.monotonic() + seconds
    while not try_lock(file):
        if time.monotonic() >= end:
            return False
        time.sleep(_STEP)
    return True


__all__ = ["lock", "try_lock"]
