"""Showing long output screen by screen, as `Out-Host -Paging` and `help` do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from shell.display.cells import screen_cells, split_lines

_QUESTION: Final = "<SPACE> next page; <CR> next line; Q quit"
_PAGE: Final = frozenset((" ", "pagedown", "c-f", "c-v"))
_LINE: Final = frozenset(("c-m", "c-j", "down", "c-n"))
_QUIT: Final = frozenset(("q", "Q", "escape"))


class Pager:
    """Writes lines on a host, and asks for a key when the screen is full. Without a terminal it only writes.

    `leave` is called when the person has seen enough; it does not return.
    """

    def __init__(self, host: Any, leave: Callable[[], object]) -> None:
        self._host = host
        self._leave = leave
        self._ask: Callable[[str], str | None] | None = getattr(host, "page_key", None)
        self._left = self._screen()

    def _screen(self) -> int:
        """How many rows fit above the question; the terminal may have been resized since."""
        return max(int(getattr(self._host, "rows", 0)) - 1, 1)

    def write(self, text: str) -> None:
        """Show a text, which may have several lines."""
        for line in split_lines(text):
            rows = max(-(-screen_cells(line) // self._host.columns), 1)
            if rows > self._left:
                self._wait(rows)
            self._host.write(line + "\n")
            self._left -= rows

    def _wait(self, rows: int) -> None:
        while self._ask is not None and rows > self._left:
            key = self._ask(_QUESTION)
            if key is None:
                self._ask = None
            elif key in _PAGE:
                self._left = max(self._screen(), rows)
            elif key in _LINE:
                self._left = rows
            elif key in _QUIT:
                self._leave()


__all__ = ["Pager"]
