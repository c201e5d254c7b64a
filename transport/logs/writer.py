"""The writer of all logs: rows are taken without delay, and written soon after in another thread."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from ..policy.timestamps import log_date
from .files import LogFiles

WRITTEN_AFTER = 0.3
"""Seconds that rows wait, so that they are written together."""

Row = TypeVar("Row")


class _Flushed(Protocol):
    def flush(self) -> None: ...


class LogWriter:
    """Writes the pending rows of all its books in one thread."""

    def __init__(self) -> None:
        self.books: list[_Flushed] = []
        self.files: list[LogFiles] = []
        self.before: list[Callable[[], None]] = []
        """Callbacks that may add rows before the books are written."""
        self._writing = threading.Lock()
        self._timer: threading.Timer | None = None

    def wake(self) -> None:
        """Schedule a flush."""
        if self._timer is None:
            self._timer = threading.Timer(WRITTEN_AFTER, self.flush)
            self._timer.daemon = True
            self._timer.start()

    def flush(self) -> None:
        """Write all pending rows."""
        with self._writing:
            self._flush()

    def close(self) -> None:
        """Write all pending rows and close the files. Later rows open them again."""
        with self._writing:
            self._flush()
            for files in self.files:
                files.close()

    def _flush(self) -> None:
        for call in self.before:
            call()
        self._timer = None
        for book in self.books:
            book.flush()


class LogBook(Generic[Row]):
    """The pending rows of one log."""

    def __init__(
        self,
        writer: LogWriter,
        files: LogFiles,
        head: Callable[[float], str],
        line: Callable[[Row], tuple[float, str]],
        failed: Callable[[str], None],
    ) -> None:
        """`head` returns the first lines of a file by its time, `line` the time and the line of a row.

        `failed` is called with the reason if rows cannot be written, once for each new reason.
        """
        self.files = files
        self.last_error = ""
        """The reason if the last rows could not be written."""
        self._writer = writer
        self._head = head
        self._line = line
        self._failed = failed
        self._unwritten: deque[Row] = deque()
        writer.books.append(self)
        writer.files.append(files)

    @property
    def is_kept(self) -> bool:
        """Whether the log is kept in files."""
        return self.files.policy.folder is not None

    def add(self, row: Row) -> None:
        """Queue a row for writing, if the log is kept in files."""
        if self.is_kept:
            self._unwritten.append(row)
            self._writer.wake()

    def flush(self) -> None:
        """Write pending rows. Called by the writer only."""
        unwritten, line = self._unwritten, self._line
        lines = [line(unwritten.popleft()) for _ in range(len(unwritten))]
        if not lines:
            return
        try:
            self.files.write(self._head(lines[0][0]), lines)
        except OSError as error:
            before, self.last_error = self.last_error, str(error)
            if before != self.last_error:
                self._failed(self.last_error)
        else:
            self.last_error = ""


def head_of(version: str, kind: str, fields: str, moment: float) -> str:
    """Return the head lines of a log file."""
    return (
        "#Software: Microsoft Exchange Server\r\n"
        f"#Version: {version}\r\n"
        f"#Log-type: {kind}\r\n"
        f"#Date: {log_date(moment)}\r\n"
        f"#Fields: {fields}\r\n"
    )


def field(text: str) -> str:
    """Return a field of a line: quoted if it holds a comma, a quote or a line end."""
    if '"' in text or "," in text or "\n" in text or "\r" in text:
        return '"' + text.replace('"', '""').replace("\r", "\\r").replace("\n", "\\n") + '"'
    return text
