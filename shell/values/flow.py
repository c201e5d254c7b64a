"""Leaving a statement early: return, break, continue, exit, and stopping a pipeline.

Inside one compiled block a statement returns None, or a `Flow` that says how it was left. To cross Python code that
passes no flows (a pipeline, a call, an expression), the flow is raised as a `ControlFlow`. None of these is an error:
scripts cannot catch them; `finally` blocks run.
"""

from __future__ import annotations

from typing import Any, Final

RETURN_KIND: Final = 0
BREAK_KIND: Final = 1
CONTINUE_KIND: Final = 2


class Flow:
    """How a statement was left. `label` is the lower-case label of the loop that is meant, or None for the nearest."""

    __slots__ = ("kind", "label")

    def __init__(self, kind: int, label: str | None = None) -> None:
        self.kind = kind
        self.label = label


RETURN: Final = Flow(RETURN_KIND)
BREAK: Final = Flow(BREAK_KIND)
CONTINUE: Final = Flow(CONTINUE_KIND)


class Unwinding(BaseException):
    """Base of the exceptions that unwind the stack without being errors."""


class ControlFlow(Unwinding):
    """A flow, raised to cross code that passes no flows."""

    def __init__(self, flow: Flow) -> None:
        super().__init__()
        self.flow = flow


class ExitRequest(Unwinding):
    """`exit`: ends the script file, or the session where no file runs. `code` is an int."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code


class StopUpstream(Unwinding):
    """A command wants no more input (`Select-Object -First`); `stage` is its pipeline stage."""

    def __init__(self, stage: Any) -> None:
        super().__init__()
        self.stage = stage


class Cancelled(Unwinding):
    """Ctrl+C."""


class DownstreamFailure(Unwinding):
    """An error of a later command of the pipeline, wrapped so that the earlier ones do not catch it."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


__all__ = [
    "BREAK",
    "BREAK_KIND",
    "CONTINUE",
    "CONTINUE_KIND",
    "RETURN",
    "RETURN_KIND",
    "Cancelled",
    "ControlFlow",
    "DownstreamFailure",
    "ExitRequest",
    "Flow",
    "StopUpstream",
    "Unwinding",
]
