"""The SMTP receive protocol log: rows in memory for cmdlets, lines in files for everybody else."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from itertools import islice

from ..policy.log_rows import LogRow
from ..policy.moments import log_date

KEPT = 50_000
"""Rows in memory; the oldest go when more come."""

FIELDS = "date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context"


class ProtocolLog:
    """Takes rows from sessions at the speed of the wire. Formatting happens when somebody reads."""

    def __init__(self, version: str) -> None:
        """`version` is what `#Version:` says."""
        self.version = version
        self._rows: deque[LogRow] = deque(maxlen=KEPT)
        self._taken = 0

    def add(self, row: LogRow) -> None:
        """Keep a row."""
        self._rows.append(row)
        self._taken += 1

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
        return head(self.version, rows[0].moment if rows else 0.0) + lines(rows)


def head(version: str, moment: float) -> str:
    """The lines that a log file begins with."""
    return (
        "#Software: Microsoft Exchange Server\r\n"
        f"#Version: {version}\r\n"
        "#Log-type: SMTP Receive Protocol Log\r\n"
        f"#Date: {log_date(moment)}\r\n"
        f"#Fields: {FIELDS}\r\n"
    )


def lines(rows: Iterable[LogRow]) -> str:
    """Rows as lines of a log file."""
    return "".join([line(row) for row in rows])


def line(row: LogRow) -> str:
    """One row. A field is quoted where it holds a comma, a quote or a line end."""
    moment, connector, session, sequence, local, remote, event, data, context = row
    return (
        f"{log_date(moment)},{_field(connector)},{session},{sequence},{local},{remote},"
        f"{event},{_field(data)},{_field(context)}\r\n"
    )


def _field(text: str) -> str:
    if '"' in text or "," in text or "\n" in text or "\r" in text:
        return '"' + text.replace('"', '""').replace("\r", "\\r").replace("\n", "\\n") + '"'
    return text
