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
"""Thread switch interval in seconds. With Python's default of 5 ms each SMTP command would wait that long while a
script runs or a large message is read.
"""
WANTED_FILES = 65_536
"""Open files that the process asks for. Each connection needs one, and Exchange's own limit is 5,000 connections."""


def _new_loop() -> asyncio.AbstractEventLoop:
    if importlib.util.find_spec("uvloop") is not None:
        uvloop: Any = importlib.import_module("uvloop")
        loop: asyncio.AbstractEventLoop = uvloop.new_event_loop()
        return loop
    return asyncio.new_event_loop()  # the proactor loop on Windows, as select() takes 512 sockets at most there


class Host:
    """Runs the event loop. Methods are called from other threads than the loop's."""

    def __init__(self) -> None:
        self.loop = _new_loop()
        sys.setswitchinterval(min(TURN, sys.getswitchinterval()))
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="transport", daemon=True)
        self.open_files = raise_file_limit()
        """The limit of open files of the process; None if unlimited."""
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
        """Run a coroutine on the loop and return its result. Raises TimeoutError when it takes longer than
        `timeout`.
        """
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(timeout)

    def call(self, function: Callable[[], object]) -> None:
        """Schedule a call on the loop. Does nothing after the loop has stopped."""
        with contextlib.suppress(RuntimeError):  # it is closed
            self.loop.call_soon_threadsafe(function)

    def stop(self) -> None:
        """Stop the loop and wait for its thread to end."""
        if self._thread.is_alive():
            self.loop.call_soon_threadsafe(self.loop.stop)
            self._thread.join(START_TIMEOUT)


def raise_file_limit() -> int | None:
    """Raise the soft limit of open files up to the hard one. Return the new limit; None if there is none."""
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
