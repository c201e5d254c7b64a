"""Get-Error's layout, which is DetailedView too: an error with its exceptions and its invocation, indented."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from shell.display.access import base_of
from shell.display.cells import split_lines
from shell.dotnet.automation.error_text import category_message
from shell.types import type_of
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorRecord, NetException
from shell.values.exceptions import h_result
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.run.invocation import InvocationInfo
    from shell.engine.session.runspace import Runspace

_STEP: Final = 4
_DEPTH: Final = 10
"""How many inner exceptions show."""

Pairs = Iterable[tuple[str, Any]]


def detailed_view(value: Value, columns: int = 120, session: Runspace | None = None) -> str:
    """Return an error record or exception in full, with a blank line before and behind."""
    shown = base_of(value)
    pairs = _exception_pairs(shown, 0) if isinstance(shown, NetException) else _record_pairs(shown)
    return "\n" + "\n".join(_lines(pairs, 0)) + "\n"


def _record_pairs(record: ErrorRecord) -> Pairs:
    yield "Exception", _exception_pairs(record.exception, 0)
    if record.target is not None:
        yield "TargetObject", to_string(record.target)
    yield "CategoryInfo", category_message(record)
    yield "FullyQualifiedErrorId", record.fully_qualified_error_id
    if record.details is not None:
        yield "ErrorDetails", record.details
    if record.invocation is not None:
        yield "InvocationInfo", _invocation_pairs(record.invocation)
    if record.script_stack_trace:
        yield "ScriptStackTrace", record.script_stack_trace


def _exception_pairs(error: NetException, depth: int) -> Pairs:
    yield "Type", type_of(error).name
    yield "Message", error.message
    if error.inner is not None and depth < _DEPTH:
        yield "InnerException", _exception_pairs(error.inner, depth + 1)
    yield "HResult", str(h_result(type(error)))


def _invocation_pairs(call: InvocationInfo) -> Pairs:
    if call.command is not None:
        yield "MyCommand", call.command.name
    yield "ScriptLineNumber", str(call.script_line_number)
    yield "OffsetInLine", str(call.offset_in_line)
    yield "HistoryId", str(call.history_id)
    if call.script_name:
        yield "ScriptName", call.script_name
    yield "Line", call.line
    yield "Statement", call.statement
    yield "PositionMessage", call.position_message
    yield "InvocationName", call.invocation_name
    yield "CommandOrigin", call.command_origin


def _lines(pairs: Pairs, indent: int) -> Iterable[str]:
    shown = [(name, value if isinstance(value, str) else list(value)) for name, value in pairs]
    width = max((len(name) for name, _ in shown), default=0)
    margin = " " * indent
    for name, value in shown:
        label = f"{margin}{name:<{width}} : "
        if not isinstance(value, str):
            yield label
            yield from _lines(value, indent + _STEP)
            continue
        for line in split_lines(value):
            yield label + line
            label = " " * len(label)


__all__ = ["detailed_view"]
