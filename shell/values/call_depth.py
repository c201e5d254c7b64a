"""How deep calls may nest."""

from __future__ import annotations

from typing import Final

from shell.values.errors import ErrorCategory, RuntimeException

DEPTH_LIMIT: Final = 6000
"""Nested calls. PowerShell's own limit is the thread's stack, some thousands of calls."""


class ScriptCallDepthException(RuntimeException):
    """System.Management.Automation.ScriptCallDepthException."""

    clr_name = "System.Management.Automation.ScriptCallDepthException"
    default_id = "CallDepthOverflow"
    default_category = ErrorCategory.InvalidOperation


def call_depth_overflow() -> ScriptCallDepthException:
    """Return the error for too many nested calls."""
    return ScriptCallDepthException("The script failed due to call depth overflow.")


__all__ = ["DEPTH_LIMIT", "ScriptCallDepthException", "call_depth_overflow"]
