"""Wide output: one text an object, several to a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from shell.display.cells import LEFT, cells
from shell.display.table import TableHeader, TableRow, TableWriter


def items_per_line(longest: int, columns: int) -> int:
    """Return how many texts of `longest` cells stand side by side in less than `columns` cells."""
    if longest <= 0 or longest >= columns:
        return 1
    count = 1
    while longest * (count + 1) + count < columns:
        count += 1
    return count


def longest_text(texts: Sequence[str]) -> int:
    """Return the cells of the widest text."""
    return max(map(cells, texts), default=0)


class WideWriter:
    """Collects texts and writes a line when it is full."""

    def __init__(self, count: int, columns: int, out: Callable[[str], None]) -> None:
        header = TableHeader([""] * count, [0] * count, [LEFT] * count)
        self._count = count
        self._writer = TableWriter(header, header.widths, columns, out)
        self._pending: list[str] = []

    def write(self, text: str) -> None:
        """Add a text."""
        self._pending.append(text)
        if len(self._pending) == self._count:
            self.flush()

    def flush(self) -> None:
        """Write what is left."""
        if self._pending:
            self._pending.extend([""] * (self._count - len(self._pending)))
            self._writer.write_rows([TableRow(self._pending)])
            self._pending = []


__all__ = ["WideWriter", "items_per_line", "longest_text"]
