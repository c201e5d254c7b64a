"""System.Threading.Thread: the current thread, its cultures, and Sleep."""

from __future__ import annotations

import threading
import time
from typing import Any, Final

from shell.dotnet.globalization.cultures import CultureInfo, use_culture
from shell.dotnet.time.timespan import TimeSpan
from shell.types import named
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.types.registry.enumeration import enum_value
from shell.values.errors import ArgumentOutOfRangeException, NotEmulatedException
from shell.values.objects import Value

_INFINITE: Final = -0.001
"""Timeout.Infinite, in seconds."""
_LONGEST: Final = 1e6


def _set_language(thread: Thread, culture: CultureInfo) -> None:
    if culture is None or culture.culture_name.partition("-")[0] not in ("en", ""):
        raise NotEmulatedException("The shell speaks English only.", error_id="NotEmulatedCulture")


@clr_class("System.Threading.Thread")
class Thread:
    """The current thread; all scripts run on it."""

    @clr_property("CurrentThread", "System.Threading.Thread", static=True)
    @staticmethod
    def current() -> Thread:
        """Return the current thread."""
        return Thread()

    @clr_property("CurrentCulture", "cultureinfo", setter=lambda thread, value: use_culture(value))
    def current_culture(self) -> CultureInfo:
        """Return the culture that formats values."""
        return CultureInfo.current_culture()

    @clr_property("CurrentUICulture", "cultureinfo", setter=_set_language)
    def current_language(self) -> CultureInfo:
        """Return the culture of messages."""
        return CultureInfo.language()

    @clr_property("ManagedThreadId", "int")
    def managed_thread_id(self) -> int:
        """Return the id of the thread."""
        return 1

    @clr_property("Name", "string")
    def name(self) -> Value:
        """Return the name, null if none."""
        own = threading.current_thread()
        return None if own is threading.main_thread() else own.name

    @clr_property("IsAlive", "bool")
    def is_alive(self) -> bool:
        """Return True: the thread runs the calling script."""
        return True

    @clr_property("IsBackground", "bool")
    def is_background(self) -> bool:
        """Return True for a daemon thread."""
        return threading.current_thread().daemon

    @clr_property("ThreadState", "System.Threading.ThreadState")
    def thread_state(self) -> Value:
        """Return Running."""
        return enum_value(named("System.Threading.ThreadState"), 0)

    @clr_method("GetApartmentState", "-> System.Threading.ApartmentState")
    def get_apartment_state(self) -> Value:
        """Return MTA, as .NET does except on Windows."""
        return enum_value(named("System.Threading.ApartmentState"), 1)

    @clr_method("Sleep", "int millisecondsTimeout -> void", static=True, session=True)
    @clr_method("Sleep", "timespan timeout -> void", static=True, session=True)
    @staticmethod
    def sleep(session: Any, duration: Any) -> None:
        """Wait for milliseconds or a TimeSpan; Ctrl+C ends the wait."""
        seconds = duration.ticks / 1e7 if isinstance(duration, TimeSpan) else duration / 1000
        if seconds < 0 and seconds != _INFINITE:
            name, shown = ("timeout", duration) if isinstance(duration, TimeSpan) else ("millisecondsTimeout", duration)
            raise ArgumentOutOfRangeException(
                "Number must be either non-negative and less than or equal to Int32.MaxValue or -1."
                f" (Parameter '{name}')\nActual value was {shown}."
            )
        wait = getattr(session, "wait", None) or time.sleep
        wait(_LONGEST if seconds == _INFINITE else seconds)
