"""Which `catch` or `trap` takes an error, and the record that it sees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from shell.types import type_of
from shell.values.errors import ErrorRecord, NetException, record_of

if TYPE_CHECKING:
    from shell.types import ClrType


class Handler:
    """A catch or trap: the types it takes (None: all) and its code. `matched` is the exception that fitted."""

    __slots__ = ("body", "matched", "types")

    def __init__(self, types: Sequence[ClrType] | None, body: Callable[..., Any]) -> None:
        self.types = types
        self.body = body
        self.matched: NetException | None = None


def best_handler(handlers: Sequence[Handler], error: NetException) -> Handler | None:
    """Return the handler for an error.

    PowerShell looks at the inner exception first, so that a script can name what an operator or method really raised,
    then at the error itself; a handler without types comes last.
    """
    for exception in _candidates(error):
        found = _nearest(handlers, exception)
        if found is not None:
            found.matched = exception
            return found
    return next((handler for handler in handlers if handler.types is None), None)


def _candidates(error: NetException) -> list[NetException]:
    record = record_of(error)
    if record.exception.inner is error:  # a RuntimeException around what was raised: nothing deeper is looked at
        return [error, record.exception]
    found: list[NetException] = []
    inner = error.inner
    if inner is not None:
        found.append(inner)
    if record.exception is not error:
        deeper = record.exception.inner
        if deeper is not None:
            found.append(deeper)
        found.append(record.exception)
    found.append(error)
    return found


def _nearest(handlers: Sequence[Handler], exception: NetException) -> Handler | None:
    """Return the handler whose type is closest to the exception's."""
    lineage = list(type_of(exception).lineage())
    best: tuple[int, Handler] | None = None
    for handler in handlers:
        for each in handler.types or ():
            if each in lineage:
                distance = lineage.index(each)
                if best is None or distance < best[0]:
                    best = (distance, handler)
    return None if best is None else best[1]


def error_record_for(error: NetException, handler: Handler) -> ErrorRecord:
    """Return what `$_` is in the handler: the record, with the exception that the handler asked for."""
    record = record_of(error)
    matched = handler.matched
    if matched is None or matched is record.exception or record.exception is not error or matched is error:
        return record
    copy = ErrorRecord(matched, record.error_id, record.category_value, record.target)
    for name in ErrorRecord.__slots__:
        if name not in ("exception", "error_id", "category_value", "target", "ps_extension"):
            setattr(copy, name, getattr(record, name))
    if copy.reason is None:
        copy.reason = type_of(error).short_name
    return copy


__all__ = ["Handler", "best_handler", "error_record_for"]
