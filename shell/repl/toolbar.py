"""The lines below the prompt: a hint that can be read whole, however narrow the window is."""

from __future__ import annotations

from shell.display.cells import screen_cells

MOST_LINES = 6
"""Lines that a hint may take from what is typed."""
_MOST_ENTRIES = 12
"""Entries of a menu that show at the bottom of a window that has room for them."""


def lines_below(rows: int) -> int:
    """Return how many lines a hint may take in a window of so many rows."""
    return max(min(MOST_LINES, rows // 4), 1)


def rows_for_menu(rows: int, entries: int, lines_above: int = 0) -> int:
    """Return how many rows a menu is given in a window of so many rows, with its line and what is typed above that.

    What stands below has its own rows.
    """
    return max(min(min(entries, _MOST_ENTRIES) + 1 + lines_above, rows - lines_below(rows) - 1), 1)


def wrapped(text: str, columns: int, most: int = MOST_LINES) -> str:
    """Return a text broken at blanks into lines of a width; what is more than `most` lines ends in an ellipsis."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _lines(paragraph, columns)
    if len(lines) > most:
        lines = lines[:most]
        lines[-1] = lines[-1][: max(columns - 1, 0)] + "…"
    return "\n".join(lines)


def _lines(text: str, columns: int) -> list[str]:
    lines: list[str] = []
    indent = text[: len(text) - len(text.lstrip())]
    line = indent
    for word in text.split():
        joined = word if line == indent else " " + word
        if line != indent and screen_cells(line) + screen_cells(joined) > columns:
            lines.append(line)
            line, joined = indent, word
        line += joined
        while screen_cells(line) > columns:
            at = _fitting(line, columns)
            lines.append(line[:at])
            line = line[at:]
    return [*lines, line]


def _fitting(text: str, columns: int) -> int:
    """Return how many characters fit, at least one."""
    used = 0
    for place, letter in enumerate(text):
        used += screen_cells(letter)
        if used > columns:
            return max(place, 1)
    return len(text)


__all__ = ["MOST_LINES", "lines_below", "rows_for_menu", "wrapped"]
