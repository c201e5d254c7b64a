"""IAsyncResult, as .NET's Begin methods return. Calls are synchronous: a result is always completed."""

from __future__ import annotations

from typing import Final

from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.values.objects import Value

ASYNC_PROPERTIES: Final = "AsyncState:object"
"""The declared properties of IAsyncResult, for other types that implement it."""


@clr_class("System.Threading.WaitHandle", is_abstract=True)
class WaitHandle:
    """The wait handle of a completed call."""

    @clr_method("WaitOne", "-> bool")
    @clr_method("WaitOne", "int millisecondsTimeout -> bool")
    @clr_method("WaitOne", "timespan timeout -> bool")
    @clr_method("WaitOne", "int millisecondsTimeout, bool exitContext -> bool")
    def wait_one(self, timeout: Value = None, context: bool = False) -> bool:
        """Return True: the call is completed."""
        return True

    @clr_method("Close", "-> void")
    @clr_method("Dispose", "-> void")
    def close(self) -> None:
        """Do nothing: no resource is held."""


@clr_class("System.IAsyncResult", properties=ASYNC_PROPERTIES)
class AsyncResult:
    """A completed call, which holds the result for the End method."""

    def __init__(self, state: Value = None) -> None:
        self.async_state = state

    @clr_property("IsCompleted", "bool")
    def is_completed(self) -> bool:
        """True."""
        return True

    @clr_property("CompletedSynchronously", "bool")
    def completed_synchronously(self) -> bool:
        """True."""
        return True

    @clr_property("AsyncWaitHandle", "System.Threading.WaitHandle")
    def async_wait_handle(self) -> Value:
        """Return the wait handle."""
        return WaitHandle()


__all__ = ["ASYNC_PROPERTIES", "AsyncResult", "WaitHandle"]
