"""System.Timers.Timer. Elapsed events are delivered on the session's thread whenever it waits."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Final

from shell.dotnet.time.datetime import DateTime
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method
from shell.values.errors import ArgumentException
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.session.eventing import EventManager, PSEventSubscriber

_ELAPSED: Final = "Elapsed"


@clr_class("System.Timers.ElapsedEventArgs", properties="SignalTime:datetime")
class ElapsedEventArgs:
    """The data of an Elapsed event: its time."""

    def __init__(self) -> None:
        self.signal_time = DateTime.now()


@clr_class("System.Timers.Timer", properties="AutoReset:bool=rw Enabled:bool=rw Interval:double=rw")
class Timer:
    """A timer. `interval` is in milliseconds."""

    raised_events: ClassVar[tuple[str, ...]] = (_ELAPSED, "Disposed")

    @clr_constructor("")
    @clr_constructor("double interval")
    def __init__(self, interval: float = 100.0) -> None:
        if interval <= 0:
            raise ArgumentException(f"Invalid value '{interval:g}' for parameter 'interval'.")
        self.interval = float(interval)
        self.auto_reset = True
        self._due: float | None = None
        self._handlers: dict[PSEventSubscriber, Callable[[Value, Value], None]] = {}
        self._manager: Any = None

    @property
    def enabled(self) -> bool:
        """Return True while the timer runs."""
        return self._due is not None

    @enabled.setter
    def enabled(self, value: bool) -> None:
        self._due = time.monotonic() + self.interval / 1000 if value else None

    @clr_method("Start", "-> void")
    def start(self) -> None:
        """Start raising Elapsed."""
        self.enabled = True

    @clr_method("Stop", "-> void")
    @clr_method("Close", "-> void")
    @clr_method("Dispose", "-> void")
    def stop(self) -> None:
        """Stop raising Elapsed."""
        self.enabled = False

    # --- called by the session's event manager ---

    def connect(
        self,
        manager: EventManager,
        event_name: str,
        subscriber: PSEventSubscriber,
        handler: Callable[[Value, Value], None],
    ) -> None:
        """Subscribe a handler to Elapsed."""
        if event_name == _ELAPSED:
            self._handlers[subscriber] = handler
            self._manager = manager
            if self not in manager.timers:
                manager.timers.append(self)

    def disconnect(self, subscriber: PSEventSubscriber) -> None:
        """Unsubscribe a handler; a timer without handlers is no longer polled."""
        self._handlers.pop(subscriber, None)
        if not self._handlers and self._manager is not None and self in self._manager.timers:
            self._manager.timers.remove(self)

    def tick(self) -> None:
        """Raise Elapsed if the interval has passed."""
        if self._due is None or time.monotonic() < self._due:
            return
        self.enabled = self.auto_reset
        for handler in tuple(self._handlers.values()):
            handler(self, ElapsedEventArgs())
