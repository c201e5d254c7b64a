"""The garbage collector during a parse.

A parse makes nothing but nodes and tokens that all stay: every pass of the collector over them is in vain, and the
passes over the older ones make a long text cost more a line than a short one.
"""

from __future__ import annotations

import gc
from threading import Lock
from types import TracebackType


class CollectorPause:
    """A `with` block in which cyclic garbage is not looked for; blocks may overlap, in one thread or in several."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside = 0
        self._was_enabled = False

    def __enter__(self) -> None:
        with self._lock:
            if not self._inside:
                self._was_enabled = gc.isenabled()
                gc.disable()
            self._inside += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        with self._lock:
            self._inside -= 1
            if not self._inside and self._was_enabled:
                gc.enable()


collector_pause = CollectorPause()
"""One for the process, as the collector is."""
