"""Ctrl+R and Ctrl+S at a terminal: what is found, what each key does, how a search ends."""

from __future__ import annotations

import pytest

from tests.repl.terminal import Open, Terminal

BACK, AHEAD, ABORT, HOME, ESCAPE = "\x12", "\x13", "\x07", "\x1b[H", "\x1b"


def with_history(terminal: Open) -> Terminal:
    shell = terminal(columns=120)
    for line in ("'fi' + 'rst'", "'se' + 'COND'", "$three = 'se' + 'third'"):
        shell.run(line)
    return shell


def test_enter_in_a_search_runs_the_line_that_it_found(terminal: Open) -> None:
    shell = with_history(terminal)
    shell.send(BACK + "fi")
    shell.wait_for("bck-i-search: fi_")
    shell.send("\r")
    shell.wait(lambda: shell.text.count("\nfirst\n") == 2 and shell.at_prompt(), "the line's output again")
    assert "i-search" not in shell.text


def test_letters_narrow_the_search_and_come_off_again(terminal: Open) -> None:
    shell = with_history(terminal)
    shell.send("typed" + BACK + "'SE'")
    shell.wait_for_line("$three = 'se' + 'third'")
    shell.send(" + 'c")
    shell.wait_for_line("'se' + 'COND'")
    shell.send("x")
    shell.wait_for("failed-bck-i-search: 'SE' + 'cx_")
    shell.send("\x7f" * 2)
    shell.wait_for_line("$three = 'se' + 'third'")
    shell.send(BACK)
    shell.wait_for_line("'se' + 'COND'")
    shell.send(AHEAD)
    shell.wait_for("fwd-i-search: 'SE' + '_")
    shell.wait_for_line("$three = 'se' + 'third'")
    shell.send(ABORT)
    shell.wait_for_line("typed")


@pytest.mark.parametrize(("key", "line"), [(HOME, "x'fi' + 'rst'"), ("\x1bd", "'x' + 'rst'"), (ESCAPE, "x")])
def test_a_key_that_is_none_of_the_search_ends_it_and_does_its_own(terminal: Open, key: str, line: str) -> None:
    shell = with_history(terminal)
    shell.send(BACK + "fi")
    shell.wait_for_line("'fi' + 'rst'")
    shell.send(key)
    shell.wait(lambda: "i-search" not in shell.text, "the end of the search")
    shell.send("x")
    shell.wait_for_line(line)


def test_ctrl_c_in_a_search_gives_up_the_line(terminal: Open) -> None:
    shell = with_history(terminal)
    shell.send(BACK + "fi")
    shell.wait_for_line("'fi' + 'rst'")
    shell.interrupt()
    assert shell.ask("1 + 1") == "2"
    assert shell.text.count("\nfirst\n") == 1


@pytest.mark.parametrize("keys", [BACK, ESCAPE + BACK])
def test_a_search_takes_letters_in_both_modes_of_vi(terminal: Open, keys: str) -> None:
    shell = with_history(terminal)
    shell.run("Set-PSReadLineOption -EditMode Vi")
    for key in keys:
        shell.send(key)
        shell.wait_for_silence()
    shell.send("cond")
    shell.wait_for_line("'se' + 'COND'")
