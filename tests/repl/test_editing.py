"""What the line editor does beyond typing: predictions, Esc, help keys, key handlers, suggestions, progress, titles."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repl.terminal import Open

END, UP, ALT_RIGHT, ALT_H, F1, F5, ESCAPE = "\x1b[F", "\x1b[A", "\x1b[1;3C", "\x1bh", "\x1bOP", "\x1b[15~", "\x1b"
READLINE = "[Microsoft.PowerShell.PSConsoleReadLine]"


def test_the_newest_line_that_begins_so_is_predicted_and_taken_whole_or_by_word(terminal: Open) -> None:
    shell = terminal(columns=120)
    shell.run("'one two' | Out-Null")
    ghost = "'one two' | Out-Null"
    shell.send("'one")
    shell.wait_for_line(ghost)
    shell.send(ALT_RIGHT)
    shell.wait_for_silence()
    shell.send("\x15")
    shell.wait_for_line("")
    shell.send("'one")
    shell.wait_for_line(ghost)
    shell.send(END)
    shell.wait_for_silence()
    shell.send("; 'tak' + 'en'\r")
    shell.wait_for("\ntaken")


def test_secrets_are_not_predicted_and_not_written(terminal: Open, tmp_path: Path) -> None:
    shell = terminal(columns=120)
    shell.run("$password = 'hush'")
    shell.run("$plain = 'seen'")
    shell.send("$pa")
    shell.wait_for_silence()
    assert shell.last_line == "[PS] C:\\>$pa"
    written = (tmp_path / "state" / "history.txt").read_text("utf-8")
    assert "hush" not in written
    assert "seen" in written


def test_predictions_go_by_option(terminal: Open) -> None:
    shell = terminal(columns=120)
    shell.run("'one two' | Out-Null")
    shell.run("Set-PSReadLineOption -PredictionSource None")
    shell.send("'one")
    shell.wait_for_silence()
    assert shell.last_line == "[PS] C:\\>'one"


def test_escape_empties_the_line_but_a_menu_first(terminal: Open) -> None:
    shell = terminal(columns=120)
    shell.wait_for_prompt()
    shell.send("Set-Rec\x00")
    shell.wait(lambda: "Set-ReceiveConnector" in shell.text, "the completion")
    shell.send(ESCAPE)
    shell.wait_for_silence()
    shell.send(ESCAPE)
    shell.wait_for_line("")


def test_help_at_the_cursor_comes_back_to_the_line(terminal: Open) -> None:
    shell = terminal(columns=100, rows=20)  # the help is longer than that: it waits for a key
    shell.wait_for_prompt()
    shell.send("function f { <#\n.PARAMETER Depth\nHow deep it goes.\n#> param([int]$Depth) }\r".replace("\n", "\r"))
    shell.wait_for_prompt()
    shell.send("f -Dep" + ALT_H)
    shell.wait_for("required: no")
    shell.send("th 3" + F1)
    shell.wait_for("<SPACE> next page")
    shell.send("q")
    shell.wait_for_line("f -Depth 3")


def test_a_key_handler_changes_the_line(terminal: Open) -> None:
    shell = terminal(columns=160)
    shell.run(f"function Add {{ {READLINE}::Insert('add'); {READLINE}::SetCursorPosition(0) }}")
    shell.run("Set-PSReadLineKeyHandler -Chord F5 -ScriptBlock { Add }")
    shell.send("x" + F5 + "w")
    shell.wait_for_line("wxadd")
    shell.send(ESCAPE)
    shell.run("Set-PSReadLineKeyHandler F5 { throw 'bad' }")
    shell.send(F5)
    shell.wait_for("An exception occurred in custom key handler")


def test_a_removed_key_does_nothing_and_a_mode_has_its_keys(terminal: Open) -> None:
    shell = terminal(columns=120)
    shell.run("Remove-PSReadLineKeyHandler -Chord Ctrl+d")
    shell.send("\x04")
    shell.wait_for_silence()
    assert shell.ask("1 + 1") == "2"
    shell.run("Set-PSReadLineOption -EditMode Vi")
    shell.send("one two" + ESCAPE)
    shell.wait_for_silence()
    shell.send("bx")
    shell.wait_for_line("one wo")
    shell.send("0cwten")
    shell.wait_for_line("ten wo")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("Get-Mailbx", "The most similar commands are:"), ("Get-Date -Yaer 1", "The most similar parameters are:")],
)
def test_what_was_meant_is_suggested(terminal: Open, typed: str, said: str) -> None:
    shell = terminal(columns=120)
    shell.run(typed)
    assert said in shell.text
    assert ("➤ Get-Mailbox" if "Mailbx" in typed else "➤ -Year") in shell.text


def test_progress_is_a_bar_that_leaves_nothing(terminal: Open) -> None:
    shell = terminal(columns=120)
    shell.run("Write-Progress Copying 'item 5' -PercentComplete 50; Read-Host -Prompt go", "go: ")
    assert "Copying [" in shell.raw.replace("\x1b[7m", "")
    shell.send("\r")
    shell.wait_for_prompt()
    assert "Copying [" not in shell.text


def test_a_title_has_no_control_characters(terminal: Open) -> None:
    shell = terminal(columns=100)
    shell.run('$Host.UI.RawUI.WindowTitle = "a`e[31mb"')
    assert "\x1b]2;a [31mb\x07" in shell.raw
    shell.run("[Console]::Title = 'two'")
    assert "\x1b]2;two\x07" in shell.raw


def test_a_long_hint_is_shown_whole(terminal: Open) -> None:
    shell = terminal(columns=60)
    shell.wait_for_prompt()
    shell.send("Get-ReceiveConnector -Identity")
    shell.wait(lambda: "object itself." in " ".join(shell.text.split()), "the end of the hint")


def test_the_session_remembers_what_was_typed(terminal: Open) -> None:
    shell = terminal(columns=120)
    shell.run("'a' + 'b'")
    shell.run("throw 'x'")
    shell.run("r 1", "\nab")
    assert shell.ask("(h -Id 1, 2, 3 | % CommandLine) -join '|'") == "'a' + 'b'|throw 'x'|'a' + 'b'"
    assert shell.ask("(h)[1].ExecutionStatus") == "Failed"


def test_a_key_handler_cannot_ask(terminal: Open) -> None:
    shell = terminal(columns=160)
    shell.run("Set-PSReadLineKeyHandler F5 { Read-Host 'who' }")
    shell.send(F5)
    shell.wait_for("HostFunctionNotImplemented")
    assert "internal error" not in shell.text


def test_a_prediction_is_taken_however_fast_and_follows_what_is_deleted(terminal: Open) -> None:
    shell = terminal(columns=120)
    shell.run("'one two' | Out-Null")
    shell.send("'one" + END + "; 'tak' + 'en'\r")
    shell.wait_for("taken")
    shell.wait_for_prompt()
    shell.send("'one two' | Out-X\x7f")
    shell.wait_for_line("'one two' | Out-Null; 'tak' + 'en'")
    shell.send(ESCAPE + UP + UP)
    shell.wait_for_line("'one two' | Out-Null")


def test_an_error_is_marked_unless_typing_on_mends_it(terminal: Open) -> None:
    shell = terminal(columns=120)
    shell.wait_for_prompt()
    begin = shell.screen.cursor.x

    def marked(line: str) -> list[int]:
        shell.send(line)
        shell.wait_for_line(line)
        row = shell.screen.buffer[shell.screen.cursor.y]
        places = [at - begin for at in range(begin - 1, 120) if row[at].underscore]
        shell.send(ESCAPE)
        shell.wait_for_line("")
        return places

    assert marked("if (1) { (2 + )") == [-1, 14]
    assert marked("if (1) { (2 +") == []


def test_lines_typed_by_a_paste_without_brackets_are_one_command(terminal: Open) -> None:
    shell = terminal(columns=120)
    shell.wait_for_prompt()
    shell.send("function Twice($value) {\r\r    $value * 2\r\r}\r")
    assert shell.ask("Twice 21") == "42"


def test_what_is_unseen_shows_as_signs_in_line_prediction_and_menu(terminal: Open, tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    line = "'red' + '\x1b[31m\x1b]0;title\x07\u202ecba' | Out-Null"
    (tmp_path / "state" / "history.txt").write_text(line + "\n", encoding="utf-8")
    shown = "'red' + '^[[31m^[]0;title^G<202e>cba' | Out-Null"
    shell = terminal(columns=120)
    shell.wait_for_prompt()
    shell.send("'re")
    shell.wait_for_line(shown)
    shell.send(END)
    shell.wait_for_silence()
    shell.send("\x1b[18~")  # F7
    shell.wait_for_silence()
    shell.send(ESCAPE)
    shell.wait_for_line(shown)
    assert "\x1b[31m" not in shell.raw
    assert "\x1b]0;" not in shell.raw
    assert "\u202e" not in shell.raw
