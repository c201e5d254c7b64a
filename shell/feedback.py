"""What the prompt suggests after an error: names that look like the one that was not found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from shell.lazy import lazy
from shell.values.errors import NetException

if TYPE_CHECKING:
    from shell.app import Session
    from shell.engine.binding import dynamic
    from shell.values.errors import ErrorRecord
else:
    dynamic = lazy("shell.engine.binding.dynamic", globals())

_MOST: Final = 5
_ALIKE: Final = 0.72
"""How alike two names must be, from 0 to 1, as `difflib` measures it."""
_LONGEST: Final = 80
"""Characters of a name that is looked at: no command's is longer."""
_ARROW: Final = "➤"


def suggestion(session: Session, errors: list[ErrorRecord]) -> str:
    """Return what to show after the errors of a command, in the form of PowerShell's feedback; "" for nothing."""
    if not errors:
        return ""
    record = errors[-1]
    error_id = record.fully_qualified_error_id.partition(",")[0]
    if error_id == "CommandNotFoundException":
        kind, names = "commands", _commands(session, record)
    elif error_id == "NamedParameterNotFound":
        kind, names = "parameters", _parameters(session, record)
    else:
        return ""
    if not names:
        return ""
    listed = "".join(f"    {_ARROW} {name}\n" for name in names)
    return f"\n[General Feedback]\n  The most similar {kind} are:\n{listed}\n"


def _commands(session: Session, record: ErrorRecord) -> list[str]:
    wanted = str(record.target or "")
    names = (each.name for each in session.runspace.commands.search("*") if each.kind != "Application")
    return similar(wanted, names)


def _parameters(session: Session, record: ErrorRecord) -> list[str]:
    invocation = record.invocation
    wanted = getattr(record.exception, "parameter_name", None)
    if invocation is None or invocation.command is None or not wanted:
        return []
    try:
        signature = dynamic.complete_signature(session.runspace, invocation.command, [])
    except NetException:
        return []
    return [f"-{name}" for name in similar(str(wanted).lstrip("-"), [each.name for each in signature.parameters])]


def similar(wanted: str, names: Iterable[str]) -> list[str]:
    """Return the names that are most like one, the best first. Names with control characters are left out."""
    from difflib import get_close_matches

    if not 1 < len(wanted) <= _LONGEST:
        return []
    by_fold = {name.lower(): name for name in names if name.isprintable()}
    return [by_fold[each] for each in get_close_matches(wanted.lower(), by_fold, _MOST, _ALIKE)]


__all__ = ["similar", "suggestion"]
