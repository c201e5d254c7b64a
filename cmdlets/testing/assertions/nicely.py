"""Values as the messages of failed assertions show them: `'text'`, `$null`, `@(1, 2)`, `[int]`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from shell.engine.run.script_block import ScriptBlock
from shell.lazy import lazy
from shell.types import ClrType, type_of
from shell.types.conversion import conversion
from shell.types.conversion.text import to_string
from shell.values.objects import AUTOMATION_NULL, Char, Hashtable, PSObject, Value

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace
    from shell.types.members import access
else:
    access = lazy("shell.types.members.access", globals())

_LIMIT: Final = 10
"""How many elements of a collection are shown."""


def nicely(value: Value, session: Runspace) -> str:
    """Return a value as a message shows it."""
    base = value.base if isinstance(value, PSObject) and value.base is not value else value
    if base is None or base is AUTOMATION_NULL:
        return "$null"
    if isinstance(base, bool):
        return "$true" if base else "$false"
    if isinstance(base, str) and not isinstance(base, Char):
        return f"'{base}'" if base else "<empty>"
    if isinstance(base, ClrType):
        return f"[{to_string(base, session)}]"
    if isinstance(base, (int, float, Decimal)):
        return to_string(base, session)
    if isinstance(base, ScriptBlock):
        return "{" + str(base) + "}"
    if isinstance(base, Hashtable):
        return _dictionary("@{", base, session)
    if getattr(base, "is_dictionary", False):
        return _dictionary("Dictionary{", Hashtable(base.items()), session)
    if type_of(base).name == "System.DateTime":
        return to_string(access.call_method(base, "ToString", ["o"], session), session)
    elements = elements_of(base)
    if elements is not None:
        return _collection(elements, session)
    return to_string(value, session)


def elements_of(value: Value) -> list[Value] | None:
    """Return the elements of a list or another collection; None for what is none."""
    base = value.base if isinstance(value, PSObject) and value.base is not value else value
    return list(base) if isinstance(base, list) else conversion.elements_of(base)


def _collection(values: list[Value], session: Runspace) -> str:
    shown = ", ".join(nicely(each, session) for each in values[:_LIMIT])
    more = f", ...{len(values) - _LIMIT} more" if len(values) > _LIMIT else ""
    return f"@({shown}{more})"


def _dictionary(head: str, value: Hashtable, session: Runspace) -> str:
    entries = sorted((to_string(key, session), nicely(each, session)) for key, each in value.items())
    return head + "; ".join(f"{key}={text}" for key, text in entries) + "}"


def because(reason: str) -> str:
    """Return what -Because adds to a message: ` because it is so,`."""
    reason = reason.strip()
    if not reason:
        return ""
    words = reason[len("because ") :] if reason.lower().startswith("because ") else reason
    return f" because {words},"


def joined(items: Sequence[str], threshold: int) -> str:
    """Return items with commas between them, with `and` before the last where there are as many as the threshold."""
    if len(items) < threshold:
        return ", ".join(items)
    return ", ".join(items[:-1]) + " and " + items[-1]


__all__ = ["because", "elements_of", "joined", "nicely"]
