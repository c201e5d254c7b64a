"""The session's history: the command lines that were typed, with when and how they ended."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from shell.engine.operators.operators import subtract
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import clr_class, clr_property
from shell.types.registry.names import named
from shell.values.objects import Value

CALLED_AGAIN: Final = "history: line called again"
"""Key of the session's state for the line that Invoke-History ran: it goes into the history, not the call."""


@clr_class(
    "Microsoft.PowerShell.Commands.HistoryInfo",
    properties=(
        "Id:long CommandLine:string ExecutionStatus:object StartExecutionTime:datetime EndExecutionTime:datetime"
    ),
)
class HistoryInfo:
    """One command line. `execution_status` is Completed, Failed or Stopped."""

    def __init__(self, id: int, command_line: str, status: str, start: datetime, end: datetime) -> None:
        self.id = id
        self.command_line = command_line
        self.execution_status = status
        self.start = start
        self.end = end

    def __str__(self) -> str:
        return self.command_line

    @property
    def start_execution_time(self) -> Value:
        """When it began."""
        return _moment(self.start)

    @property
    def end_execution_time(self) -> Value:
        """When it ended."""
        return _moment(self.end)

    @clr_property("Duration", "timespan")
    def duration(self) -> Value:
        """How long it ran."""
        return subtract(self.end_execution_time, self.start_execution_time)


def _moment(value: datetime) -> Any:
    return convert(value.strftime("%Y-%m-%dT%H:%M:%S.%f"), named("System.DateTime"))


class History:
    """The typed command lines, oldest first. Numbering continues when old entries are dropped."""

    def __init__(self, limit: int = 4096) -> None:
        self.limit = limit
        self.entries: list[HistoryInfo] = []
        self._next = 1

    def add(
        self, command_line: str, status: str = "Completed", start: datetime | None = None, end: datetime | None = None
    ) -> HistoryInfo:
        """Add a command line that has run; times default to now."""
        now = datetime.now()
        begun = start or now
        made = HistoryInfo(self._next, command_line, status, begun, end or begun + timedelta())
        self._next += 1
        self.entries.append(made)
        del self.entries[: -self.limit]
        return made

    def find(self, id: int) -> HistoryInfo | None:
        """Return the entry of a number."""
        return next((each for each in self.entries if each.id == id), None)


def history_of(session: Any) -> History:
    """Return a session's history, made when first needed."""
    if session.history is None:
        session.history = History()
    found: History = session.history
    return found


__all__ = ["CALLED_AGAIN", "History", "HistoryInfo", "history_of"]
