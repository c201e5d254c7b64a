"""The prompt at a terminal: lines that go on, menus, pastes, the size of the window, pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repl.terminal import Open

CTRL_SPACE, DOWN, UP, LEFT, HOME = "\x00", "\x1b[B", "\x1b[A", "\x1b[D", "\x1b[H"


def test_an_empty_line_in_an_unfinished_block_goes_on(terminal: Open) -> None:
    shell = terminal()
    shell.wait_for_prompt()
    shell.send("function f {\r\r'in' + 'side'\r\r}\r")
    shell.wait_for_prompt()
    shell.run("f", "inside")
    assert "ParserError" not in shell.text


@pytest.mark.parametrize("keys", [DOWN * 2, DOWN * 5, UP, UP * 3, ""])
def test_enter_in_a_menu_never_runs_an_unfinished_word(terminal: Open, keys: str) -> None:
    shell = terminal(columns=100)
    shell.wait_for_prompt()
    shell.send("Set-Rec" + CTRL_SPACE + keys + "\r")
    shell.wait(lambda: "Set-Rec" in shell.last_line, "the word")
    shell.wait_for_silence()
    assert "CommandNotFound" not in shell.text
    assert shell.last_line.startswith("[PS] C:\\>Set-Rec")


def test_the_menu_goes_round(terminal: Open) -> None:
    shell = terminal(columns=100)
    shell.wait_for_prompt()
    shell.send("$x = @{ Aaa = 1; Aab = 2 }\r")
    shell.wait_for_prompt()
    shell.send("$x.Aa" + CTRL_SPACE)
    shell.wait_for_silence()
    for keys, entry in ((DOWN, "Aab"), (DOWN, "Aaa"), (UP, "Aab"), (UP, "Aaa")):
        shell.send(keys)
        shell.wait(lambda entry=entry: shell.last_line.endswith(f"$x.{entry}"), entry)  # type: ignore[misc]


@pytest.mark.parametrize(("rows", "entries"), [(24, 9), (10, 6), (6, 3)])
def test_a_menu_shows_what_the_window_has_room_for(terminal: Open, rows: int, entries: int) -> None:
    shell = terminal(columns=100, rows=rows)
    for _ in range(rows):
        shell.send("\r")
    shell.wait(lambda: shell.text.count("[PS]") > rows and shell.at_prompt(), "the prompt in the last row")
    shell.send("Get-Mail" + CTRL_SPACE)
    shell.wait_for("Get-MailboxDatabase ")
    shell.wait_for_silence()
    assert sum(line.lstrip().startswith("Get-Mail") for line in shell.screen.display) == entries
    assert "Window too small" not in shell.text


def test_a_single_completion_needs_no_menu(terminal: Open) -> None:
    shell = terminal(columns=100)
    shell.wait_for_prompt()
    shell.send("'<' + $PSVersionT" + CTRL_SPACE + ".Count.GetType().Name + '>'\r")
    shell.wait_for("<Int32>")


def test_a_paste_runs_nothing_and_has_no_control_characters(terminal: Open) -> None:
    shell = terminal(columns=100)
    shell.wait_for_prompt()
    shell.send("\x1b[200~'pas' +\r\n\x03\x04\x1a'\x00\x1bted'\x1b[201~")
    shell.wait_for_silence()
    assert "pasted" not in shell.text
    shell.send("\r")
    shell.wait_for("\npasted")
    assert shell.ask("1 + 1") == "2"


def test_ctrl_c_ends_a_completion_that_takes_long(terminal: Open) -> None:
    shell = terminal(columns=160)
    shell.run("Register-ArgumentCompleter -CommandName f -ParameterName Name -ScriptBlock { while ($true) { } }")
    shell.run("function f { param($Name) }")
    shell.send("f -Name \t")
    shell.wait_a_moment()
    shell.interrupt()
    shell.wait_for_silence()
    shell.send("typed")
    shell.wait(lambda: shell.last_line.endswith("f -Name typed"), "what is typed")
    shell.interrupt()
    assert shell.ask("1 + 1") == "2"


# --- questions ---


def test_editing_keys_in_an_answer(terminal: Open) -> None:
    shell = terminal()
    shell.run("Read-Host -Prompt who", "who: ")
    shell.send("nn" + HOME + "A" + "\x1b[F" + "ax" + LEFT + "\x7f\r")
    shell.wait_for("\nAnnx")
    assert "^[[" not in shell.text


@pytest.mark.parametrize("option", ["-MaskInput", "-AsSecureString"])
def test_a_secret_shows_asterisks_and_stays_nowhere(terminal: Open, option: str, tmp_path: Path) -> None:
    shell = terminal()
    shell.run(f"$s = Read-Host -Prompt pin {option}", "pin: ")
    shell.send("hush\x17hush1\r")
    shell.wait_for("pin: *****")
    assert shell.ask("$s.Length") == "5"
    shell.run("Read-Host -Prompt who", "who: ")
    shell.send(UP + "\x19[\r")
    shell.wait_for("\n[")
    assert "hush" not in shell.text
    assert "hush" not in (tmp_path / "state" / "history.txt").read_text("utf-8")


def test_a_question_knows_nothing_of_the_commands(terminal: Open) -> None:
    shell = terminal()
    shell.run("Read-Host -Prompt who", "who: ")
    shell.send(UP + "[\r")
    shell.wait_for("\n[")
    assert "who: [" in shell.text


def test_a_paste_of_lines_answers_telnet_line_by_line_but_no_confirmation(terminal: Open) -> None:
    shell = terminal(columns=120)
    shell.run("telnet EX01 25", "220 ")
    shell.wait_for_silence()  # the line editor has told the terminal by now that it knows pastes
    shell.send("\x1b[200~HELO me\nMAIL FROM:<a@b.example>\nQUIT\n\x1b[201~")
    shell.wait_for("530 5.7.1")
    shell.wait_for("Connection to host lost.")
    shell.run("Read-Host -Prompt who; Remove-ReceiveConnector 'Default EX01'", "who: ")
    shell.wait_for_silence()
    shell.send("\x1b[200~ann\ny\n\x1b[201~")
    shell.wait_for("[?] Help")
    shell.wait_for_silence()
    shell.interrupt()
    assert shell.ask("(Get-ReceiveConnector).Count") == "2"


def test_the_beginning_of_the_line_stays_before_the_answer(terminal: Open) -> None:
    shell = terminal(columns=120)
    shell.run("Write-Host -NoNewline 'your '; Write-Host -NoNewline 'name: '; $Host.UI.ReadLine()", "your name: ")
    shell.send("ann\r")
    shell.wait_for("\nann")
    assert "\nyour name: ann\n" in shell.text


@pytest.mark.parametrize(
    ("command", "above", "line"),
    [
        ("Write-Host -NoNewline out; $host.UI.Write('put')", "", "output[PS] C:\\>"),
        ("[Console]::Write('out')", "", "out[PS] C:\\>"),
        ("Write-Host -NoNewline ('o' * 85)", "o" * 80 + "\n", "ooooo[PS] C:\\>"),
        ('Write-Host -NoNewline "1`r2`t3"', "2       3\n", "[PS] C:\\>"),
        ("sh -c 'printf out'", "out\n", "[PS] C:\\>"),
        ("sh -c 'echo out'", "out\n", "[PS] C:\\>"),
        ("sh -c 'echo out'; Write-Host -NoNewline more", "out\nmore\n", "[PS] C:\\>"),
        ("function prompt { Write-Host -NoNewline -Fore Red '[PS] '; 'here> ' }", "", "[PS] here> "),
    ],
)
def test_what_has_no_line_break_stays_before_what_is_typed(terminal: Open, command: str, above: str, line: str) -> None:
    shell = terminal()
    shell.wait_for_prompt()
    shell.send(command + "\r")
    shell.wait(lambda: shell.last_line == line.rstrip() and shell.text.count("\n") > 0, line)
    shell.send("'ty'")
    shell.wait(lambda: shell.last_line == line + "'ty'", line)
    shell.send(" + 'ped'\x1b[H")
    shell.wait(lambda: shell.last_line == line + "'ty' + 'ped'" and shell.screen.cursor.x == len(line), line)
    shell.send("\x1b[F\r")
    shell.wait_for("\ntyped")
    assert f"\n{above}{line}'ty' + 'ped'\n" in shell.text


# --- the window ---


def test_the_size_follows_the_window(terminal: Open) -> None:
    shell = terminal(columns=80, rows=24)
    size = '"$($Host.UI.RawUI.WindowSize) $([Console]::WindowWidth) $([Console]::WindowHeight)"'
    assert shell.ask(size) == "80,24 80 24"
    shell.resize(160, 30)
    assert shell.ask(size) == "160,30 160 30"
    shell.run("'-' * 10; [pscustomobject]@{ Text = 'x' * 120; More = 'end' } | Format-Table")
    assert "x" * 120 + " end" in shell.text
    shell.resize(60, 20)
    assert shell.ask("[Console]::WindowWidth") == "60"


def test_a_resize_while_something_is_typed_keeps_it(terminal: Open) -> None:
    shell = terminal(columns=80)
    shell.wait_for_prompt()
    shell.send("'so' + ")
    shell.wait_for_silence()
    shell.resize(120)
    shell.send("'far'\r")
    shell.wait_for("\nsofar")


# --- pages ---


def test_pages(terminal: Open) -> None:
    shell = terminal(columns=80, rows=10)
    shell.run("1..40 | Out-Host -Paging; 'went' + 'on'", "next page")
    assert "\n9\n" in shell.text
    assert "\n10\n" not in shell.text
    shell.send("\r")
    shell.wait_for("\n10\n")
    assert "\n11\n" not in shell.text
    shell.send(" ")
    shell.wait_for("\n19\n")
    assert "\n20\n" not in shell.text
    shell.send("q")
    shell.wait_for("wenton")
    shell.wait_for_prompt()
    assert "\n21\n" not in shell.text
    assert "next page" not in shell.text


def test_help_shows_pages_and_get_help_does_not(terminal: Open) -> None:
    shell = terminal(columns=100, rows=20)
    shell.run("help Get-Mailbox -Full", "next page")
    shell.send("q")
    shell.wait_for_prompt()
    shell.run("Get-Help Get-Mailbox -Full")
    assert "next page" not in shell.text
    shell.run("(help Get-Mailbox -Full | Out-String).Length -gt 2000", "True")


def test_paging_without_a_terminal_shows_all() -> None:
    from shell import Session

    with Session() as session:
        assert session.run("1..200 | Out-Host -Paging").console.split() == [str(each) for each in range(1, 201)]


def test_hammering_ctrl_c_leaves_a_prompt_that_works(terminal: Open) -> None:
    shell = terminal(columns=100)
    shell.wait_for_prompt()
    for _ in range(100):
        shell.interrupt()
        shell.send("Get-Ma\t")
        shell.interrupt()
    shell.wait_for_silence()
    assert shell.ask("1 + 1") == "2"
    assert "Traceback" not in shell.text
    assert "Task was destroyed" not in shell.text
