"""What failed, as Pester tells it: the lines of a message and the places that led there."""

from __future__ import annotations

from typing import Final

from shell.types import type_of
from shell.values.errors import ErrorRecord, NetException, record_of
from shell.values.objects import PSObject, Value

ASSERTION: Final = "PesterAssertionFailed"
SKIPPED: Final = "PesterTestSkipped"
INCONCLUSIVE: Final = "PesterTestInconclusive"


def shown(error: NetException) -> Value:
    """Return an error's record with the members that tools look for: DisplayErrorMessage, DisplayStackTrace."""
    record = record_of(error)
    members = {"DisplayErrorMessage": "\n".join(message_lines(record)), "DisplayStackTrace": "\n".join(trace(record))}
    return PSObject(record, members)


def base_record(value: Value) -> ErrorRecord:
    """Return the record itself."""
    found: ErrorRecord = value.base if isinstance(value, PSObject) else value
    return found


def message_lines(record: ErrorRecord) -> list[str]:
    """Return the message: an assertion's as it is, others behind the name of the exception's type, inner ones first."""
    lines: list[list[str]] = []
    exception: NetException | None = record.exception
    while exception is not None:
        own = [each for each in exception.message.replace("\r\n", "\n").split("\n") if each]
        if own and record.error_id != ASSERTION:
            own[0] = f"{type_of(exception).short_name}: {own[0]}"
        lines.append(own)
        exception = exception.inner
    return [line for own in reversed(lines) for line in own]


def trace(record: ErrorRecord) -> list[str]:
    """Return the places, innermost first; an assertion's own line is shown before them."""
    places: list[str] = []
    call = record.invocation
    if record.error_id == ASSERTION and call is not None:
        places.append(f"at {call.line.strip()}, {_file(call.script_name)}:{call.script_line_number}")
    for line in (record.script_stack_trace or "").splitlines():
        where, colon, number = line.rpartition(": line ")
        places.append(f"{where}:{number}" if colon else line)
    return places


def _file(path: str) -> str:
    return path or "<No file>"


def is_verdict(record: ErrorRecord) -> str | None:
    """Return the result that Set-ItResult asked for."""
    return {SKIPPED: "Skipped", INCONCLUSIVE: "Inconclusive"}.get(record.error_id)


__all__ = ["ASSERTION", "base_record", "is_verdict", "message_lines", "shown", "trace"]
