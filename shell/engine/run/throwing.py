"""`throw`: the error for a thrown value."""

from __future__ import annotations

from shell.engine.run.scope import Scope
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, ErrorRecord, NetException, RuntimeException
from shell.values.objects import AUTOMATION_NULL, MISSING, PSObject, Value


def thrown(value: Value, scope: Scope) -> NetException:
    """Return the error that `throw value` raises; MISSING stands for a bare `throw`."""
    base = value.base if isinstance(value, PSObject) else value
    if value is MISSING:
        caught = scope.runspace.caught
        if caught is not None:
            return caught
        return _message("ScriptHalted", None)
    if value is AUTOMATION_NULL or value is None:
        return _message("ScriptHalted", None)
    if isinstance(base, ErrorRecord):
        return _carrier(base)
    if isinstance(base, NetException):
        record = ErrorRecord(base, base.message, ErrorCategory.OperationStopped, None)
        if base.record is not None:
            record = base.record
        return _carrier(record)
    return _message(to_string(value, scope.runspace), value)


def _message(text: str, target: Value) -> RuntimeException:
    error = RuntimeException(text, error_id=text, category=ErrorCategory.OperationStopped, target=target)
    error.was_thrown = True
    error.record = ErrorRecord(error, text, ErrorCategory.OperationStopped, target)
    return error


def _carrier(record: ErrorRecord) -> RuntimeException:
    """Wrap a record that exists so that it can be raised."""
    exception = record.exception
    error = RuntimeException(exception.message, inner=exception)
    error.was_thrown = True
    error.record = record
    return error


__all__ = ["thrown"]
