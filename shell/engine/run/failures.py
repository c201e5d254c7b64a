"""Handling of a statement's error: it gets a position, is recorded, and is reported or propagated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shell.engine.run.invocation import InvocationInfo, StackFrame
from shell.engine.run.scope import UndefinedVariable
from shell.values.errors import (
    ActionPreferenceStopException,
    NetException,
    PipelineStoppedException,
    RuntimeException,
    record_of,
)

if TYPE_CHECKING:
    from shell.engine.run.frame import Frame
    from shell.engine.run.scope import Scope
    from shell.language.source import Extent


def locate(scope: Scope, error: NetException, extent: Extent) -> NetException:
    """Give an error its record, and the record a position and a stack trace where it has none; return the error."""
    record = record_of(error)
    if record.invocation is None:
        if isinstance(error, UndefinedVariable):
            extent = error.place(extent)
        record.invocation = InvocationInfo(None, "", extent)
    if not record.script_stack_trace:
        record.script_stack_trace = stack_trace(scope, record.invocation.position or extent)
    return error


def call_stack(scope: Scope, extent: Extent | None) -> list[StackFrame]:
    """Return the frames from the innermost to the script."""
    frames: list[StackFrame] = []
    frame = scope.current_frame()
    at = extent
    while frame is not None:
        frames.append(StackFrame(frame.function_name + _named_part(frame, at), at, frame))
        at = frame.site.extent
        frame = frame.under
    if at is not None or not frames:
        frames.append(StackFrame("<ScriptBlock>", at, None))
    return frames


_PARTS: Final = (
    ("begin_block", "<Begin>"),
    ("process_block", "<Process>"),
    ("end_block", "<End>"),
    ("clean_block", "<Clean>"),
    ("dynamic_param_block", "<DynamicParam>"),
)


def _named_part(frame: Frame, at: Extent | None) -> str:
    """Return which named block of a function a place is in, as the call stack shows it: nothing for the only block."""
    code = getattr(frame.block, "code", None)
    if code is None or at is None:
        return ""
    for attribute, shown in _PARTS:
        part = getattr(code.ast, attribute, None)
        if part is None or part.unnamed or part.extent.source is not at.source:
            continue
        if part.extent.start_offset <= at.start_offset <= part.extent.end_offset:
            return shown
    return ""


def stack_trace(scope: Scope, extent: Extent | None) -> str:
    """Return ErrorRecord.ScriptStackTrace."""
    return "\n".join(str(frame) for frame in call_stack(scope, extent))


def handle(scope: Scope, error: NetException, extent: Extent) -> None:
    """Deal with an error of a statement: return to go on with the next statement, or raise.

    The order is PowerShell's: record it; propagate it to an enclosing `try`; obey $ErrorActionPreference; propagate a
    `throw`; show any other error and continue.
    """
    runspace = scope.runspace
    error = locate(scope, error, extent)
    runspace.scope = scope
    runspace.record_error(error)
    runspace.failed_at = extent
    if runspace.streams.watchers:
        runspace.streams.note("error", record_of(error))
    if runspace.propagates or isinstance(error, ActionPreferenceStopException | PipelineStoppedException):
        raise error
    if getattr(error, "stops", False):
        raise error
    preference = runspace.error_preference(scope)
    if preference == "Inquire":
        preference = runspace.ask_about_error(error)
        if preference == "Stop":
            error.stops = True  # type: ignore[attr-defined]
            raise error
    runspace.succeeded = False
    if preference in ("SilentlyContinue", "Ignore"):
        return
    if preference == "Stop":
        error.stops = True  # type: ignore[attr-defined]
        raise error
    if isinstance(error, RuntimeException) and error.was_thrown:
        raise error
    runspace.streams.write_error(record_of(error))


__all__ = ["call_stack", "handle", "locate", "stack_trace"]
