"""The SMTP protocol logs: rows in memory for cmdlets, lines in files for everybody else."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from enum import Enum
from itertools import islice

from ..policy.log_rows import LogRow
from ..policy.moments import log_date
from .files import LogFiles, Policy
from .writer import LogBook, LogWriter, field, head_of

KEPT = 50_000
"""Rows in memory; the oldest go when more come."""

FIELDS = "date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context"


class Side(Enum):
    """Whose part this server plays in the conversations of a log."""

    RECEIVE = "SMTP Receive Protocol Log"
    SEND = "SMTP Send Protocol Log"


_PREFIXES = {Side.RECEIVE: "RECV", Side.SEND: "SEND"}


class ProtocolLog:
    """Takes rows from sessions at the speed of the wire. Formatting and writing happen elsewhere and later."""

    def __init__(
        self,
        version: str,
        writer: LogWriter | None = None,
        hourly: bool = False,
        failed: Callable[[str], None] = lambda reason: None,
        side: Side = Side.RECEIVE,
    ) -> None:
        """`version` is what `#Version:` says. Nothing is written before `keep_in` says where."""
        self.version = version
        self._side = side
        self._rows: deque[LogRow] = deque(maxlen=KEPT)
        self._taken = 0
        self._writer = writer or LogWriter()

        def book() -> LogBook[LogRow]:
            files = LogFiles(_PREFIXES[side], hourly=hourly)
            return LogBook(
                self._writer,
                files,
                lambda moment: head(version, moment, side),
                lambda row: (row.moment, line(row)),
                failed,
            )

        self._hub, self._front_end = book(), book()

    def keep_in(self, hub: Policy, front_end: Policy) -> None:
        """Where the rows of the two services go from now on; before 2013 there is the first one only."""
        self._hub.files.policy = hub
        self._front_end.files.policy = front_end

    def add(self, row: LogRow) -> None:
        """Keep a row."""
        self._rows.append(row)
        self._taken += 1
        (self._front_end if row.front_end else self._hub).add(row)

    def flush(self) -> None:
        """Write what has not been written yet."""
        self._writer.flush()

    @property
    def books(self) -> tuple[LogBook[LogRow], LogBook[LogRow]]:
        """Those of the transport service and of the front end."""
        return self._hub, self._front_end

    @property
    def last_error(self) -> str:
        """Why the last rows could not be written."""
        return self._hub.last_error or self._front_end.last_error

    def rows(self) -> list[LogRow]:
        """The rows in memory, oldest first."""
        return list(self._rows)

    @property
    def position(self) -> int:
        """How many rows there have been; give it to `since` later."""
        return self._taken

    def since(self, position: int) -> list[LogRow]:
        """The rows that came after `position`, as far as they are still in memory."""
        count = min(self._taken - position, len(self._rows))
        return list(islice(self._rows, len(self._rows) - count, None)) if count > 0 else []

    def text(self) -> str:
        """The rows in memory as a log file has them."""
        rows = self.rows()
        return head(self.version, rows[0].moment if rows else 0.0, self._side) + lines(rows)


def head(version: str, moment: float, side: Side = Side.RECEIVE) -> str:
    """The lines that a log file begins with."""
    return head_of(version, side.value, FIELDS, moment)


def lines(rows: Iterable[LogRow]) -> str:
    """Rows as lines of a log file."""
    return "".join([line(row) for row in rows])


def line(row: LogRow) -> str:
    """One row."""
    moment, connector, session, sequence, local, remote, event, data, context, _ = row
    return (
        f"{log_date(moment)},{field(connector)},{session},{sequence},{local},{remote},{event},{field(data)},"
        f"{field(context)}\r\n"
    )
