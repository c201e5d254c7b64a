"""Tables: sharing out the width among the columns, headers, rows.

Rows come in batches so that a column is measured and padded in one go; that is what makes long tables fast.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from shell.display.cells import LEFT, RIGHT, cells, fit, wrap
from shell.display.style import PLAIN, Style

SEPARATOR: Final = 1
MINIMUM_COLUMN: Final = 1
_BATCH: Final = 3
"""From so many rows on columns are laid out as a whole."""


class TableHeader:
    """The columns of a table. A width of 0 is found out from the content; alignments are those of `cells`."""

    __slots__ = ("alignments", "autosize", "hide_header", "labels", "repeat_header", "widths")

    def __init__(self, labels: list[str], widths: list[int], alignments: list[str]) -> None:
        self.labels = labels
        self.widths = widths
        self.alignments = alignments
        self.hide_header = False
        self.autosize = False
        self.repeat_header = False


class TableRow:
    """A row's texts; with `wrap` long ones go on in the next line."""

    __slots__ = ("cells", "wrap")

    def __init__(self, cells: list[str], wrap: bool = False) -> None:
        self.cells = cells
        self.wrap = wrap


def content_widths(header: TableHeader, rows: Sequence[TableRow]) -> list[int]:
    """Return the widest text of each column, its label included."""
    widths = [cells(label) for label in header.labels]
    for index, label_width in enumerate(widths):
        texts = [row.cells[index] for row in rows if index < len(row.cells)]
        joined = "".join(texts)
        if joined.isascii() and "\x1b" not in joined:
            widest = max(map(len, texts), default=0)
        else:
            widest = max(map(cells, texts), default=0)
        widths[index] = max(label_width, widest)
    return widths


def share_widths(wanted: Sequence[int], total: int) -> list[int]:
    """Return the width of each column of a table of `total` cells; -1 for a column that has no room.

    Columns without a width share what is left, one cell at a time. What does not fit is taken from the last columns.
    """
    widths = list(wanted)
    if all(width > 0 for width in widths):
        return _trim(widths, total) if _total(widths) > total else widths
    open_columns = [index for index, width in enumerate(widths) if width <= 0]
    for index in open_columns:
        widths[index] = MINIMUM_COLUMN
    available = total - _total(widths)
    if available < 0:
        return _trim(widths, total)
    each, rest = divmod(available, len(open_columns))
    for place, index in enumerate(open_columns):
        widths[index] += each + (1 if place < rest else 0)
    return widths


def _total(widths: Sequence[int]) -> int:
    visible = [width for width in widths if width > 0]
    return sum(visible) + SEPARATOR * (len(visible) - 1)


def _trim(widths: list[int], total: int) -> list[int]:
    last = len(widths) - 1
    while (excess := _total(widths) - total) > 0 and last >= 0:
        left = widths[last] - excess
        if left >= MINIMUM_COLUMN:
            widths[last] = left
            break
        widths[last] = -1
        last -= 1
    return widths


class TableWriter:
    """Writes one table (or one group of it) in `columns` cells to `out`, a line at a time.

    With `screen` the header comes again after so many rows.
    """

    def __init__(
        self,
        header: TableHeader,
        widths: Sequence[int],
        columns: int,
        out: Callable[[str], None],
        style: Style = PLAIN,
        screen: int = 0,
    ) -> None:
        self._header = header
        self._screen = screen
        self._rows_on_screen = 0
        self._out = out
        self._style = style
        self._widths = share_widths(widths, columns) if columns >= MINIMUM_COLUMN else []
        self._visible = [index for index, width in enumerate(self._widths) if width > 0]

    def write_header(self) -> None:
        """Write the labels, wrapped where they are too long, and the dashes below them."""
        if self._header.hide_header or not self._visible:
            return
        dashes = ["-" * min(cells(label) or width, width) for label, width in self._label_widths()]
        for line in [
            *self._wrapped(self._header.labels, self._header.alignments),
            self._single(dashes, self._header.alignments),
        ]:
            self._out(self._style.paint(line, self._style.table_header))

    def _label_widths(self) -> list[tuple[str, int]]:
        return list(zip(self._header.labels, (max(width, 0) for width in self._widths), strict=True))

    def write_rows(self, rows: Sequence[TableRow]) -> None:
        """Write rows."""
        if not self._visible or not rows:
            return
        while self._screen > 0 and self._rows_on_screen + len(rows) > self._screen:
            fitting = self._screen - self._rows_on_screen
            self._write_some(rows[:fitting])
            rows = rows[fitting:]
            self.write_header()
            self._rows_on_screen = 0
        self._rows_on_screen += len(rows)
        self._write_some(rows)

    def _write_some(self, rows: Sequence[TableRow]) -> None:
        if len(rows) < _BATCH or any(row.wrap for row in rows):
            for row in rows:
                self._write_row(row)
            return
        columns = [self._column([row.cells[index] for row in rows], index) for index in self._visible]
        for line in map(" ".join, zip(*columns, strict=True)):
            self._out(line)

    def _write_row(self, row: TableRow) -> None:
        alignments = self._header.alignments
        if row.wrap:
            for line in self._wrapped(row.cells, alignments):
                self._out(line)
        else:
            self._out(self._single(row.cells, alignments))

    def _column(self, texts: list[str], index: int) -> list[str]:
        width = self._widths[index]
        alignment = self._header.alignments[index]
        pad = index != len(self._widths) - 1
        joined = "".join(texts)
        if not joined.isascii() or not joined.isprintable() or alignment not in (LEFT, RIGHT):
            return [fit(text, width, alignment, pad) for text in texts]
        if max(map(len, texts)) > width:
            return [text if len(text) == width else fit(text, width, alignment, pad) for text in texts]
        if alignment == RIGHT:
            return [text.rjust(width) for text in texts]
        return [text.ljust(width) for text in texts] if pad else texts

    def _single(self, texts: Sequence[str], alignments: Sequence[str]) -> str:
        last = len(self._widths) - 1
        return " ".join(
            [fit(texts[index], self._widths[index], alignments[index], index != last) for index in self._visible]
        )

    def _wrapped(self, texts: Sequence[str], alignments: Sequence[str]) -> list[str]:
        last = self._visible[-1]
        columns: list[list[str]] = []
        for index in self._visible:
            width = self._widths[index]
            lines = wrap(texts[index], width) if texts[index] else [""]
            columns.append([fit(line, width, alignments[index], index != last) for line in lines])
        height = max(map(len, columns))
        if height == 1:
            return [" ".join([column[0] for column in columns])]
        return [self._wrapped_line(columns, row) for row in range(height)]

    def _wrapped_line(self, columns: list[list[str]], row: int) -> str:
        """Return one line of a row of several: up to the last column that reaches so far, without blanks behind it."""
        end = max(place for place, column in enumerate(columns) if row < len(column))
        parts = [
            column[row] if row < len(column) else " " * self._widths[self._visible[place]]
            for place, column in enumerate(columns[:end])
        ]
        last = columns[end][row].rstrip()
        return " ".join([*parts, last]) if last or not end else " ".join(parts)


__all__ = [
    "TableHeader",
    "TableRow",
    "TableWriter",
    "content_widths",
    "share_widths",
]
