"""Ctrl+C while something runs: the signal asks the session to stop, and ends at once what waits for a person."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace

_SAME_PRESS: Final = 1.0
"""Seconds within which a further Ctrl+C is the same one: whoever hammers the key does not cut off `finally` blocks."""
_PATIENCE: Final = 2.0
"""Seconds after which a Ctrl+C that nothing has taken up yet breaks off what runs, wherever it is."""


class Interruption:
    """What Ctrl+C (SIGINT) does, from `install` on.

    A running command is asked to stop, and stops between two steps, so that nothing is left half done. What waits for
    a line ends at once. While a program has the terminal, the signal is the program's.
    """

    def __init__(self) -> None:
        self._runspace: Runspace | None = None
        self._waiting = 0
        self._lent = 0
        self._last = float("-inf")
        """When the key was last pressed."""
        self._asked_at = float("-inf")
        """When the session was asked to stop."""
        self.was_signal = False
        """Whether the running command got the signal: the terminal has shown `^C` then."""
        self.pressed_at = float("-inf")
        """When Ctrl+C was last pressed while a program had the terminal."""

    def install(self, runspace: Runspace) -> None:
        """Take Ctrl+C for a session: until the process ends. Only the main thread may call this."""
        self._runspace = runspace
        signal.signal(signal.SIGINT, self._pressed)

    def fresh(self) -> None:
        """Forget what was pressed before the command that now begins."""
        self._last = self._asked_at = float("-inf")
        self.was_signal = False
        if self._runspace is not None:
            self._runspace.request_stop(wanted=False)

    def taken(self) -> None:
        """Say that a question was stopped: the presses that follow at once are the same one."""
        self._last = time.monotonic()
        if self._runspace is not None:
            self._runspace.request_stop(wanted=False)

    def _pressed(self, number: int, frame: object) -> None:
        now = time.monotonic()
        self.was_signal = True
        if self._lent:
            self.pressed_at = now
            return
        same = now - self._last < _SAME_PRESS
        self._last = now
        if self._waiting:
            raise KeyboardInterrupt
        runspace = self._runspace
        if runspace is None:
            return
        if runspace.stopping:
            if now - self._asked_at > _PATIENCE:
                raise KeyboardInterrupt
        elif not same:
            self._asked_at = now
            runspace.request_stop()

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """While it lasts Ctrl+C raises KeyboardInterrupt, also one that came just before: for a read that nothing else
        can end.
        """
        self._waiting += 1
        try:
            if self._runspace is not None and self._runspace.stopping:
                raise KeyboardInterrupt
            yield
        finally:
            self._waiting -= 1

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Have Ctrl+C stop what the session does while the line editor, which takes the signal for itself, waits."""
        before = signal.signal(signal.SIGINT, self._pressed)
        self.fresh()
        try:
            yield
        finally:
            self.fresh()
            signal.signal(signal.SIGINT, before)

    @contextmanager
    def lent(self) -> Iterator[None]:
        """While it lasts a program has the terminal; `pressed_at` tells afterwards whether it was interrupted."""
        self.pressed_at = float("-inf")
        self._lent += 1
        try:
            yield
        finally:
            self._lent -= 1
            self._last = max(self._last, self.pressed_at)


__all__ = ["Interruption"]
