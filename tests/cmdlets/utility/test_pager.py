"""Pages on a host whose screen is known: how many rows a line takes."""

from __future__ import annotations

import pytest

from cmdlets.powershell.pager import Pager


class Screen:
    """A host with a screen of 20 columns and 4 rows, on which every key asks for the next page."""

    columns = 20
    rows = 4

    def __init__(self) -> None:
        self.shown: list[str] = []

    def write(self, text: str) -> None:
        self.shown.append(text.rstrip("\n"))

    def page_key(self, question: str) -> str:
        self.shown.append("?")
        return " "


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("x" * 20, 1),
        ("x" * 21, 2),
        ("e\u0301" * 20, 1),
        ("\u2705" * 10, 1),
        ("\u2705" * 11, 2),
        ("\x1b[31mred\x1b[0m", 1),
    ],
)
def test_a_line_takes_the_rows_that_it_has_on_the_screen(line: str, rows: int) -> None:
    screen = Screen()
    pager = Pager(screen, lambda: None)
    for _ in range(3):
        pager.write(line)
    assert screen.shown == ([line] * 3 if rows == 1 else [line, "?", line, "?", line])
