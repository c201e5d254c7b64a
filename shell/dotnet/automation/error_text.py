"""The category line of an error record."""

from __future__ import annotations

from typing import Final

from shell.types import type_of
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorRecord
from shell.values.objects import PSCustomObject, Value

NAME_LIMIT: Final = 40
_KEPT: Final = 19


def category_message(record: ErrorRecord) -> str:
    """Return `Category: (Target:Type) [Activity], Reason`."""
    target = record.target
    name, kind = record.target_name, record.target_type
    if name is None:
        name = "" if target is None else to_string(target)
    if kind is None:
        kind = "" if target is None else type_word(target)
    reason = record.reason or type_of(record.exception).short_name
    return f"{record.category}: ({ellipsize(name)}:{ellipsize(kind)}) [{ellipsize(record.activity or '')}], {reason}"


def type_word(target: Value) -> str:
    """Return the short name of a target's type."""
    return "PSObject" if isinstance(target, PSCustomObject) else type_of(target).short_name


def ellipsize(text: str) -> str:
    """Cut a name that is longer than 40 characters in the middle."""
    return text if len(text) <= NAME_LIMIT else f"{text[:_KEPT]}…{text[-_KEPT:]}"


__all__ = ["category_message", "ellipsize", "type_word"]
