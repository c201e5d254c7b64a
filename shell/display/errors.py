"""Error records as text: NormalView, ConciseView, CategoryView, DetailedView.

NormalView is Windows PowerShell's and the Exchange Management Shell's: message, position, and the two lines
`+ CategoryInfo` and `+ FullyQualifiedErrorId` behind four blanks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from shell.display.cells import strip_escapes
from shell.display.style import PLAIN, Style
from shell.dotnet.automation.error_text import category_message
from shell.lazy import lazy
from shell.values.errors import ErrorCategory, ErrorRecord

if TYPE_CHECKING:
    from shell.display import detailed
    from shell.engine.run.invocation import InvocationInfo
    from shell.engine.session.runspace import Runspace
else:
    detailed = lazy("shell.display.detailed", globals())

_INDENT: Final = "    "
_NAME_LIMIT: Final = 40
_LABEL_DIGITS: Final = 4
"""Line numbers stand right-aligned in this many characters."""


def render_error(
    record: ErrorRecord,
    view: str = "NormalView",
    columns: int = 120,
    *,
    style: Style = PLAIN,
    session: Runspace | None = None,
) -> str:
    """Return an error's text as Out-String has it, with its last line break. An unknown view is ConciseView."""
    lowered = view.lower()
    if lowered == "normalview":
        return style.paint(normal_view(record), style.error) + "\n"
    if lowered == "categoryview":
        return style.paint(category_message(record), style.error) + "\n"
    if lowered == "detailedview":
        return detailed.detailed_view(record, columns, session) + "\n"
    return concise_view(record, columns, style, session) + "\n"


# --- parts ---


def _is_parse_error(record: ErrorRecord) -> bool:
    return record.category_value is ErrorCategory.ParserError and "~\n" in record.message


def _position(record: ErrorRecord) -> str:
    invocation: InvocationInfo | None = record.invocation
    return invocation.position_message if invocation is not None else ""


# --- NormalView ---


def normal_view(record: ErrorRecord) -> str:
    """Return an error as Windows PowerShell shows it."""
    if record.error_id in ("NativeCommandErrorMessage", "NativeCommandError"):
        return record.message
    origin = record.exception.origin
    lines = [(_prefix(record.invocation) if origin is None else "") + record.message]
    position = "" if _is_parse_error(record) or origin is not None else _position(record)
    if position:
        lines.append(position)
    lines.append(f"{_INDENT}+ CategoryInfo          : {category_message(record)}")
    lines.append(f"{_INDENT}+ FullyQualifiedErrorId : {record.fully_qualified_error_id}")
    if origin:
        lines.append(f"{_INDENT}+ PSComputerName        : {origin}")
    return "\n".join(lines)


def _prefix(invocation: InvocationInfo | None) -> str:
    """Return what stands before the message: the script's path, the block's text, else the name that was called."""
    if invocation is None:
        return ""
    command = invocation.command
    name = invocation.invocation_name
    if command is not None:
        kind = str(command.command_type)
        if kind == "ExternalScript":
            name = getattr(command, "path", "") or command.name
        elif kind == "Script":
            name = str(getattr(command, "script_block", "") or "")
        elif name in ("", "&", "."):
            name = command.name or ""
    return f"{name} : " if name else ""


# --- ConciseView ---


def concise_view(record: ErrorRecord, columns: int = 120, style: Style = PLAIN, session: Runspace | None = None) -> str:
    """Return an error as PowerShell 7 shows it: one line at the prompt, the place in the source for scripts."""
    if record.error_id in ("NativeCommandErrorMessage", "NativeCommandError"):
        return record.message
    reason = f"{style.error}{_reason(record, session)}: "
    tail = style.reset + _recommendation(record)
    if not _shows_line(record):
        return reason + record.message + tail
    place, prefix = _source_lines(record, style)
    message = record.message
    if _is_parse_error(record):
        message = message.split("~\n", 1)[1].split("\n\n", 1)[0]
    for blank in ("\r\n", "\n", "\t"):
        message = message.replace(blank, " ")
    return reason + place + style.error + wrap_message(prefix, message, columns) + "\n" + tail


def _recommendation(record: ErrorRecord) -> str:
    advice = record.recommended_action
    return f"\n  Recommendation: {advice}" if advice and advice.strip() else ""


def _shows_line(record: ErrorRecord) -> bool:
    """True where the source line shows: in scripts (not modules), in later lines of a submission, for parse errors."""
    invocation: InvocationInfo | None = record.invocation
    if invocation is None or invocation.position is None or record.exception.origin is not None:
        return False
    if invocation.script_name.lower().endswith(".psm1"):
        return False
    is_parse_error = record.category_value is ErrorCategory.ParserError
    return is_parse_error or bool(invocation.script_name) or invocation.script_line_number > 1


def _source_lines(record: ErrorRecord, style: Style) -> tuple[str, str]:
    """Return the lines down to the underlined source, and what stands before each line of the message."""
    invocation: InvocationInfo = record.invocation
    number = str(invocation.script_line_number)
    margin = " " * max(0, len(number) - _LABEL_DIGITS)
    where = f"{invocation.script_name}:{number}" if invocation.script_name else ""
    position = invocation.position_message.split("\n")
    source, marks = position[1][1:], position[-1][1:]
    prefix = f"{style.error_accent}{margin}     | {style.error}"
    text = (
        f"{style.reset}{where}\n"
        f"{style.error_accent}{margin}Line |\n"
        f"{style.error_accent}{number.rjust(_LABEL_DIGITS)} | {style.reset}{source}\n"
        f"{prefix}{marks}\n"
    )
    return text, prefix


def wrap_message(prefix: str, message: str, columns: int) -> str:
    """Break a message between words into lines of `columns` characters, each behind the prefix."""
    room = columns - len(strip_escapes(prefix))
    if room <= 0 or len(message) <= room:
        return prefix + message
    lines = []
    while len(message) > room:
        line = re.split(r"\s", message[:room][::-1], maxsplit=1)[-1][::-1]
        if not line:
            break
        lines.append(prefix + line)
        message = message[len(line) :].strip()
    return "\n".join([*lines, prefix + message.strip()])


_COMMAND_KINDS: Final = frozenset(("Alias", "Function", "Filter", "Cmdlet", "ExternalScript", "Application"))


def _reason(record: ErrorRecord, session: Runspace | None) -> str:
    """Return the word before the colon: the command, else what was done, else the category or the exception's name."""
    invocation: InvocationInfo | None = record.invocation
    if getattr(record.exception, "was_thrown", False):
        return "Exception"
    command = invocation.command if invocation is not None else None
    if command is not None and command.name and _is_known(command, session):
        return str(command.name)
    if record.activity:
        return record.activity
    if command is not None and command.name:
        return str(command.name)
    if invocation is not None and invocation.invocation_name:
        return invocation.invocation_name
    if record.category_value is not ErrorCategory.NotSpecified:
        return record.category
    return record.reason or type(record.exception).__name__


def _is_known(command: object, session: Runspace | None) -> bool:
    kind = str(getattr(command, "command_type", ""))
    if session is None or kind in ("Cmdlet", "Alias"):
        return kind in _COMMAND_KINDS - {"ExternalScript"}
    return session.commands.find(getattr(command, "name", "")) is not None


__all__ = ["category_message", "concise_view", "normal_view", "render_error", "wrap_message"]
