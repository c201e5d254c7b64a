"""The SMTP protocol logs: rows in memory for cmdlets, and lines in files."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from enum import Enum

from ..policy.log_rows import LogRow
from ..policy.timestamps import log_date
from .files import LogFiles
from .writer import LogBook, LogWriter, field, head_of

KEPT = 50_000
"""Rows in memory; the oldest go when more come."""

FIELDS = "date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context"


class Side(Enum):
    """Whether a log is of this server as the receiving or the sending side."""

    RECEIVE = "SMTP Receive Protocol Log"
    SEND = "SMTP Send Protocol Log"


_PREFIXES = {Side.RECEIVE: "RECV", Side.SEND: "SEND"}


class ProtocolLog:
    """Takes rows from sessions without delay. They are formatted and written later in another thread."""

    def __init__(
        self,
        version: str,
        writer: LogWriter,
        failed: Callable[[str], None],
        *,
        hourly: bool = False,
        side: Side = Side.RECEIVE,
    ) -> None:
        """`version` is the value of `#Version:`. Nothing is written before the books' files have a policy."""
        self._rows: deque[LogRow] = deque(maxlen=KEPT)

        def book() -> LogBook[LogRow]:
            return LogBook(
                writer,
                LogFiles(_PREFIXES[side], hourly=hourly),
                lambda moment: head_of(version, side.value, FIELDS, moment),
                lambda row: (row.moment, line(row)),
                failed,
            )

        self._hub, self._front_end = book(), book()

    def add(self, row: LogRow) -> None:
        """Add a row."""
        self._rows.append(row)
        (self._front_end if row.front_end else self._hub).add(row)

    @property
    def books(self) -> tuple[LogBook[LogRow], LogBook[LogRow]]:
        """The books of the transport service and of the front end."""
        return self._hub, self._front_end

    def rows(self) -> list[LogRow]:
        """The rows in memory, oldest first."""
        return list(self._rows)


def line(row: LogRow) -> str:
    """Return a row as a line of the log file."""
    moment, connector, session, sequence, local, remote, event, data, context, _ = row
    return (
        f"{log_date(moment)},{field(connector)},{session},{sequence},{local},{remote},{event},{field(data)},"
        f"{field(context)}\r\n"
    )
