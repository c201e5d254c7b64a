""".NET's errors for Python's: errors of the operating system, deep recursion, bugs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from organization.values.errors import BadValue
from shell.lazy import lazy
from shell.machine.os_errors import net_error
from shell.values.call_depth import call_depth_overflow
from shell.values.errors import FormatException, NetException

if TYPE_CHECKING:
    from shell.values import exceptions
else:
    exceptions = lazy("shell.values.exceptions", globals())


class InternalException(NetException):
    """The error for a bug of this program, which does not end the script."""

    clr_name = "System.Exception"
    default_id = "InternalError"


def as_error(error: Exception) -> NetException:
    """Return the .NET error for any exception that a statement raised.

    Python's exceptions come from the operating system (a full disk), deep recursion or a bug.
    """
    if isinstance(error, NetException):
        return error
    if isinstance(error, OSError) and error.strerror:
        return net_error(error)
    if isinstance(error, RecursionError):
        return call_depth_overflow()
    if isinstance(error, MemoryError):
        return exceptions.out_of_memory()
    if isinstance(error, BadValue):
        return FormatException(error.text)
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" (in {Path(place.tb_frame.f_code.co_filename).stem}, line {place.tb_lineno})" if place is not None else ""
    made = InternalException(f"emshell met an internal error{where}. Please report it, with the script that led here.")
    made.__cause__ = error
    return made


__all__ = ["InternalException", "as_error"]
