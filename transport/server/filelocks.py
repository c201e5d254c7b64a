"""Locks on open files, which the system releases when the process ends in any way."""

from __future__ import annotations

import os
import sys
import time
from typing import IO, Any

_STEP = 0.02
"""Seconds between two tries."""
_FAR = 1 << 30
"""The offset of the byte that is locked on Windows: behind the content, so that others can read that."""


def try_lock(file: IO[Any]) -> bool:
    """Lock a file for this process; False if another has locked it. Raises OSError if files cannot be locked."""
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
    """Lock a file, waiting up to `seconds`; False if another process still has it. Raises OSError as `try_lock`."""
    end = time.monotonic() + seconds
    while not try_lock(file):
        if time.monotonic() >= end:
            return False
        time.sleep(_STEP)
    return True


__all__ = ["lock", "try_lock"]
