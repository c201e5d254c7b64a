"""Laying out format objects: headers, rows, lists, free text, in the order in which they come.

The rows of a table wait until its group ends, since its columns are as wide as their content; whatever comes between
them (texts, errors) waits with them, so that the order stays.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from shell.display.cells import split_lines, wrap
from shell.display.entries import (
    CustomEntry,
    CustomHeader,
    FormatEndData,
    FormatEntryData,
    FormatInfoData,
    FormatStartData,
    GroupEndData,
    GroupStartData,
    Header,
    ListEntry,
    ListHeader,
    RawText,
    WideEntry,
    WideHeader,
)
from shell.display.list import list_lines
from shell.display.shaper import Shaper
from shell.display.style import Style
from shell.display.table import TableHeader, TableRow, TableWriter, content_widths
from shell.display.wide import WideWriter, items_per_line, longest_text
from shell.lazy import lazy
from shell.types import type_of
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, ErrorRecord, InvalidOperationException
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.display import errors
    from shell.engine.session.runspace import Runspace
else:
    errors = lazy("shell.display.errors", globals())

Line = Callable[[str], None]

_HEADER_LINES = 2


class Layout:
    """Takes objects and format objects, writes lines. `holds` is true while something waits to be laid out."""

    def __init__(
        self,
        session: Runspace | None,
        columns: int,
        line: Line,
        error_line: Line | None,
        style: Style,
        patience: float | None,
    ) -> None:
        self._session = session
        self.columns = columns
        self._line = line
        self._error_line = error_line
        self._style = style
        self._patience = patience
        self._shaper = Shaper(session, self._take_own, columns=columns)
        self._header: Header | None = None
        self._in_group = False
        self._waiting: list[FormatEntryData] | None = None
        self._since = 0.0
        self._table: TableWriter | None = None
        self._wide: WideWriter | None = None

    @property
    def holds(self) -> bool:
        """True while something waits."""
        return self._waiting is not None or self._wide is not None

    def write(self, value: Value) -> None:
        """Take an object."""
        if isinstance(value, FormatInfoData):
            self._take(value)
        else:
            self._shaper.process(value)

    def write_error(self, record: ErrorRecord) -> None:
        """Take an error of the error stream."""
        view = self._session.get_variable("ErrorView") if self._session is not None else None
        text = errors.render_error(record, to_string(view) or "NormalView", self.columns, session=self._session)
        self._take(FormatEntryData(CustomEntry([(0, text[:-1])]), True, True))

    def end(self) -> None:
        """Show what waits and close the document."""
        self._shaper.end()
        self._flush_group()

    def settle(self) -> None:
        """Show what waits; the group goes on, with columns as wide as they are now."""
        if self._waiting is not None:
            self._release()

    # --- format objects ---

    def _take_own(self, item: FormatInfoData) -> None:
        """Take what the shaper makes. Its document begins where one that a script left open goes on: that one ends."""
        if isinstance(item, FormatStartData) and self._in_group:
            self._flush_group()
            self._in_group = False
        self._take(item)

    def _take(self, item: FormatInfoData) -> None:
        if isinstance(item, FormatEntryData):
            self._take_entry(item)
        elif isinstance(item, FormatStartData):
            self._start(item.header)
        elif isinstance(item, GroupStartData):
            self._start_group(item.heading)
        elif isinstance(item, GroupEndData):
            self._flush_group()
            self._in_group = False
        else:
            assert isinstance(item, FormatEndData)
            if not isinstance(self._header, ListHeader):
                self._line("")
            self._header = None

    def _take_entry(self, entry: FormatEntryData) -> None:
        if not entry.out_of_band and not self._in_group:
            raise _out_of_sequence(entry)
        waiting = self._waiting
        if waiting is not None:
            waiting.append(entry)
            if self._patience is not None and monotonic() - self._since > self._patience:
                self._release()
        else:
            self._lay_out(entry)

    def _start(self, header: Header) -> None:
        if self._in_group:
            self._shaper.end()
            self._flush_group()
            self._in_group = False
            self._shaper = Shaper(self._session, self._take_own, columns=self.columns)
        self._header = header

    def _start_group(self, heading: list[str] | None) -> None:
        header = self._header
        if header is None:
            raise _out_of_sequence(GroupStartData())
        self._in_group = True
        if heading is not None:
            self._line("")
            for text in heading:
                for part in wrap(text, self.columns):
                    self._line(part)
        if isinstance(header, TableHeader) and header.labels:
            if header.autosize or header.widths[0] == 0:
                self._wait()
            else:
                self._open_table(header, header.widths)
            return
        if isinstance(header, WideHeader):
            if header.autosize and not header.columns:
                self._wait()
            else:
                self._open_wide(header.columns or 2)
            return
        if isinstance(header, (ListHeader, CustomHeader)):
            self._line("")

    def _wait(self) -> None:
        self._waiting = []
        self._since = monotonic() if self._patience is not None else 0.0

    def _release(self) -> None:
        """Lay out the rows that wait, with columns as wide as they need."""
        waiting, self._waiting = self._waiting or [], None
        rows = [entry.info for entry in waiting if not entry.out_of_band]
        header = self._header
        if isinstance(header, TableHeader):
            self._open_table(header, content_widths(header, [row for row in rows if isinstance(row, TableRow)]))
        elif isinstance(header, WideHeader):
            longest = longest_text([row.text for row in rows if isinstance(row, WideEntry)])
            self._open_wide(items_per_line(longest, self.columns) if longest else 2)
        batch: list[TableRow] = []
        for entry in waiting:
            if isinstance(entry.info, TableRow) and self._table is not None:
                batch.append(entry.info)
                continue
            self._write_rows(batch)
            batch = []
            self._lay_out(entry)
        self._write_rows(batch)

    def _write_rows(self, rows: list[TableRow]) -> None:
        if rows and self._table is not None:
            self._table.write_rows(rows)

    def _flush_group(self) -> None:
        if self._waiting is not None:
            self._release()
        if self._wide is not None:
            self._wide.flush()
            self._wide = None
        self._table = None

    def _open_table(self, header: TableHeader, widths: list[int]) -> None:
        self._line("")
        rows = getattr(self._session.host, "rows", 0) if header.repeat_header and self._session is not None else 0
        screen = max(rows - _HEADER_LINES, 1) if rows else 0
        self._table = TableWriter(header, widths, self.columns, self._line, self._style, screen)
        self._table.write_header()

    def _open_wide(self, count: int) -> None:
        self._line("")
        self._wide = WideWriter(count, self.columns, self._line)

    # --- entries ---

    def _lay_out(self, entry: FormatEntryData) -> None:
        info = entry.info
        if isinstance(info, TableRow):
            self._write_rows([info])
        elif isinstance(info, RawText):
            self._line(info.text)
        elif isinstance(info, ListEntry):
            self._write_list(info, entry.out_of_band)
        elif isinstance(info, WideEntry):
            if self._wide is not None:
                self._wide.write(info.text)
        elif entry.is_error and self._error_line is not None:
            self._error_line("\n".join(text for _, text in info.lines).rstrip("\n"))
        else:
            self._write_custom(info, None if entry.out_of_band else self.columns)

    def _write_list(self, entry: ListEntry, out_of_band: bool) -> None:
        if out_of_band:
            self._line("")
        for line in list_lines(entry.labels, entry.values, self.columns, self._style):
            self._line(line)
        self._line("")

    def _write_custom(self, entry: CustomEntry, columns: int | None) -> None:
        for indent, text in entry.lines:
            parts = split_lines(text) if columns is None else wrap(text, columns - indent)
            for part in parts:
                self._line(" " * indent + part)


def _out_of_sequence(item: FormatInfoData) -> InvalidOperationException:
    return InvalidOperationException(
        f'The object of type "{type_of(item).name}" is not valid or not in the correct sequence. This is likely caused'
        ' by a user-specified "format-*" command which is conflicting with the default formatting.',
        error_id="ConsoleLineOutputOutOfSequencePacket",
        category=ErrorCategory.InvalidData,
    )


__all__ = ["Layout", "Line"]
