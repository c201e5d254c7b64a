"""Progress as bars: its lines, when it is drawn, and what a person sees of it at a terminal."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pyte
import pytest

from shell.display.cells import screen_cells
from shell.progress import ProgressPane, ProgressStyle, classic_lines, minimal_line
from tests.repl.terminal import Open

MINIMAL, CLASSIC = ProgressStyle(), ProgressStyle(minimal=False)


def record(activity: str = "Copy", status: str = "item", **others: Any) -> Any:
    values = {"activity_id": 0, "parent_activity_id": -1, "percent_complete": -1, "seconds_remaining": -1}
    values |= {"record_type": "Processing", "current_operation": ""}
    return SimpleNamespace(**(values | {"activity": activity, "status_description": status} | others))


def test_the_part_that_is_done_is_reversed() -> None:
    line = minimal_line(record(percent_complete=50, seconds_remaining=9), 0, 30, MINIMAL, True)
    assert line == "\x1b[33;1mCopy [\x1b[7mitem       \x1b[27m         9s]\x1b[0m"


@pytest.mark.parametrize("columns", [20, 80, 400])
@pytest.mark.parametrize("activity", ["Copy", "x" * 100_000, "\u6f22" * 300, "\u2705" * 300, "e\u0301" * 300])
def test_a_line_is_never_wider_than_the_window(columns: int, activity: str) -> None:
    each = record(activity, "s" * 500, percent_complete=30, seconds_remaining=5)
    assert screen_cells(minimal_line(each, 3, columns, MINIMAL, False)) <= min(columns, 120)
    for line in classic_lines(each, 0, columns, CLASSIC, False):
        assert screen_cells(line) <= columns


def test_classic_has_a_line_for_each_thing_known() -> None:
    each = record(percent_complete=50, seconds_remaining=3661, current_operation="disk")
    assert classic_lines(each, 0, 31, CLASSIC, False) == [
        " Copy",
        "     item",
        "     [oooooooooooo            ]",
        "     01:01:01 remaining.",
        "     disk",
    ]


@pytest.mark.parametrize("style", [MINIMAL, CLASSIC])
def test_nothing_of_a_text_reaches_the_terminal_as_a_command(style: ProgressStyle) -> None:
    evil = "a\x1b]0;t\x07\x9b2J\r\nb"
    shown = pane(style)
    shown.take(record(evil, evil, current_operation=evil, percent_complete=3), style)
    text = "".join(shown.lines()).replace("\x1b[33;1m", "").replace("\x1b[7m", "").replace("\x1b[27m", "")
    assert text.replace("\x1b[0m", "").isprintable()


def pane(style: ProgressStyle = MINIMAL, written: list[str] | None = None, rows: int = 24) -> ProgressPane:
    put = written if written is not None else []
    return ProgressPane(put.append, lambda: 40, False, lambda: rows)


def test_activities_stand_below_their_parents() -> None:
    shown = pane()
    for number, parent in ((1, -1), (2, 1), (3, -1), (4, 2)):
        shown.take(record(str(number), activity_id=number, parent_activity_id=parent), MINIMAL)
    assert [line.split("[")[0] for line in shown.lines()] == ["1 ", " 2 ", "  4 ", "3 "]
    shown.take(record(activity_id=1, record_type="Completed"), MINIMAL)
    assert [line.split("[")[0] for line in shown.lines()] == ["3 "]
    shown.end()


def test_it_is_drawn_a_few_times_a_second_at_most() -> None:
    written: list[str] = []
    shown = pane(written=written)
    for number in range(1000):
        shown.take(record(percent_complete=number // 10), MINIMAL)
    shown.end()
    assert len(written) < 20


def test_bars_leave_a_row_of_a_low_window() -> None:
    shown = pane(rows=4)
    for number in range(10):
        shown.take(record(activity_id=number), MINIMAL)
    assert len(shown.lines()) == 3
    shown.end()


def test_output_takes_the_place_of_the_bars() -> None:
    written: list[str] = []
    shown = pane(written=written)
    shown.take(record(), MINIMAL)
    shown.make_room(lambda: written.append("out\r\n"), "out\n")
    shown.end()
    screen = pyte.Screen(80, 5)
    pyte.Stream(screen).feed("".join(written))
    assert [line.rstrip() for line in screen.display] == ["out", "", "", "", ""]


def test_a_bar_goes_before_output_and_comes_back_after_an_error(terminal: Open) -> None:
    shell = terminal()
    shell.run("Write-Progress Copy -Status one; Write-Error bad; sleep 3", "FullyQualified")
    shell.wait(lambda: any(line.startswith("Copy [one") for line in shell.screen.display), "the bar")
    shell.interrupt()
    shell.wait_for_prompt()
    assert not any(line.startswith("Copy [") for line in shell.screen.display)


def test_titles_are_set_without_control_characters(terminal: Open) -> None:
    shell = terminal()
    shell.run('$Host.UI.RawUI.WindowTitle = "a`e]0;b`a`nc"')
    assert shell.screen.title == "a ]0;b  c"
