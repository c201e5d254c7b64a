"""The SMTP receive protocol log: rows in memory for cmdlets, lines in files for everybody else."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable
from itertools import islice

from ..policy.log_rows import LogRow
from ..policy.moments import log_date
from .files import LogFiles, Policy

KEPT = 50_000
"""Rows in memory; the oldest go when more come."""
WRITTEN_AFTER = 0.3
"""Seconds that rows wait for others, so that they reach the file together."""
NOWHERE = Policy(None, None, None, 0)

FIELDS = "date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context"


class ProtocolLog:
    """Takes rows from sessions at the speed of the wire. Formatting and writing happen elsewhere and later."""

    def __init__(self, version: str) -> None:
        """`version` is what `#Version:` says. Nothing is written before `keep_in` says where."""
        self.version = version
        self._rows: deque[LogRow] = deque(maxlen=KEPT)
        self._taken = 0
        self._files = {False: LogFiles("RECV", NOWHERE), True: LogFiles("RECV", NOWHERE)}
        self._unwritten: deque[LogRow] = deque()
        self._writing = threading.Lock()
        self._writer: threading.Timer | None = None
        self.last_error = ""
        """Why the last rows could not be written."""

    def keep_in(self, hub: Policy, front_end: Policy) -> None:
        """Where the rows of the two services go from now on; before 2013 there is the first one only."""
        self._files[False].policy = hub
        self._files[True].policy = front_end

    def add(self, row: LogRow) -> None:
        """Keep a row."""
        self._rows.append(row)
        self._taken += 1
        if self._files[row.front_end].policy.folder is not None:
            self._unwritten.append(row)
            if self._writer is None:
                self._writer = threading.Timer(WRITTEN_AFTER, self.flush)
                self._writer.daemon = True
                self._writer.start()

    def flush(self) -> None:
        """Write what has not been written yet."""
        with self._writing:
            self._writer = None
            batch: list[LogRow] = []
            while self._unwritten:
                batch.append(self._unwritten.popleft())
            for front_end, files in self._files.items():
                rows = [row for row in batch if row.front_end is front_end]
                if rows:
                    self._write(files, rows)

    def _write(self, files: LogFiles, rows: list[LogRow]) -> None:
        moment = rows[0].moment
        try:
            files.write(head(self.version, moment), lines(rows), moment)
        except OSError as error:
            self.last_error = str(error)

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
    return (
        f"{log_date(row.moment)},{_field(row.connector)},{row.session},{row.sequence},{row.local},{row.remote},"
        f"{row.event},{_field(row.data)},{_field(row.context)}\r\n"
    )


def _field(text: str) -> str:
    if '"' in text or "," in text or "\n" in text or "\r" in text:
        return '"' + text.replace('"', '""').replace("\r", "\\r").replace("\n", "\\n") + '"'
    return text
