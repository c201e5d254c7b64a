"""What .NET's Begin methods return. Nothing runs on here: a call is over when a script gets its result."""

from __future__ import annotations

from typing import Final

from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.values.objects import Value

ASYNC_PROPERTIES: Final = "AsyncState:object"
"""The declared properties of a result, for types that are results by another name."""


@clr_class("System.Threading.WaitHandle", is_abstract=True)
class WaitHandle:
    """A handle of something that is over."""

    @clr_method("WaitOne", "-> bool")
    @clr_method("WaitOne", "int millisecondsTimeout -> bool")
    @clr_method("WaitOne", "timespan timeout -> bool")
    @clr_method("WaitOne", "int millisecondsTimeout, bool exitContext -> bool")
    def wait_one(self, timeout: Value = None, context: bool = False) -> bool:
        """True: it is over."""
        return True

    @clr_method("Close", "-> void")
    @clr_method("Dispose", "-> void")
    def close(self) -> None:
        """Nothing to let go."""


@clr_class("System.IAsyncResult", properties=ASYNC_PROPERTIES)
class AsyncResult:
    """A call that is over. Whoever made it keeps in it what the End method tells."""

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
        """What a script waits with."""
        return WaitHandle()


__all__ = ["ASYNC_PROPERTIES", "AsyncResult", "WaitHandle"]
