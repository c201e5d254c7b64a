"""One event loop in one daemon thread, for all listeners and all sessions of the process."""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import sys
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")

START_TIMEOUT = 10.0
TURN = 0.0005
"""Seconds for which another thread may compute before the loop gets its turn. Python's own 5 ms are what each client
would wait for each of its commands while a script or the reading of a large message goes on.
"""
WANTED_FILES = 65_536
"""Open files that the process asks for: a connection needs one each, and Exchange's own limit is 5,000."""


def _new_loop() -> asyncio.AbstractEventLoop:
    if importlib.util.find_spec("uvloop") is not None:
        uvloop: Any = importlib.import_module("uvloop")
        loop: asyncio.AbstractEventLoop = uvloop.new_event_loop()
        return loop
    return asyncio.new_event_loop()  # on Windows the one of completion ports: its select() knows 512 sockets at most


class Host:
    """Runs the loop. Every method but those of the loop itself may be called from any other thread."""

    def __init__(self) -> None:
        self.loop = _new_loop()
        sys.setswitchinterval(min(TURN, sys.getswitchinterval()))
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="transport", daemon=True)
        self.open_files = raise_file_limit()
        """How many files the process may have open; None where nothing limits that."""
        self._thread.start()
        self._ready.wait(START_TIMEOUT)

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.call_soon(self._ready.set)
        self.loop.run_forever()
        pending = asyncio.all_tasks(self.loop)
        for task in pending:
            task.cancel()
        self.loop.run_until_complete(asyncio.gather(*pending, return_exceptions=True))
        self.loop.run_until_complete(self.loop.shutdown_default_executor())
        self.loop.close()

    def run(self, work: Coroutine[Any, Any, T], timeout: float | None = None) -> T:
        """Do `work` on the loop and wait for its result. Raises TimeoutError when it takes longer than `timeout`."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(timeout)

    def call(self, function: Callable[[], object]) -> None:
        """Have the loop call a function soon; not any more when it has stopped."""
        with contextlib.suppress(RuntimeError):  # it is closed
            self.loop.call_soon_threadsafe(function)

    def stop(self) -> None:
        """Stop the loop and wait for its end."""
        if self._thread.is_alive():
            self.loop.call_soon_threadsafe(self.loop.stop)
            self._thread.join(START_TIMEOUT)


def raise_file_limit() -> int | None:
    """Raise the soft limit of open files as far as the hard one allows; the limit now, None where there is none."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return None
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    target = WANTED_FILES if hard == resource.RLIM_INFINITY else min(WANTED_FILES, hard)
    if soft == resource.RLIM_INFINITY or soft >= target:
        return None if soft == resource.RLIM_INFINITY else soft
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (target, hard))
    except (ValueError, OSError):
        return soft
    return target
