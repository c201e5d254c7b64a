"""Ctrl+C at everything that waits: it ends at once, answers nothing, changes nothing; then the prompt works."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from tests.repl.terminal import Open

CONFIRM = "[?] Help"
FIELDS = "[System.Management.Automation.Host.FieldDescription]"
QUESTIONS = {
    "confirm": ("Remove-ReceiveConnector 'Default EX01'", CONFIRM),
    "confirm a change": ("Set-ReceiveConnector 'Default EX01' -MaxProtocolErrors 2 -Confirm", CONFIRM),
    "ShouldContinue": (
        "function f { [CmdletBinding()] param() if ($PSCmdlet.ShouldContinue('q', 'c')) { 'asked' + 'yes' } }; f",
        CONFIRM,
    ),
    "Read-Host": ("Read-Host -Prompt who; 'went' + 'on'", "who: "),
    "Read-Host -AsSecureString": ("Read-Host -AsSecureString -Prompt who; 'went' + 'on'", "who: "),
    "Read-Host -MaskInput": ("Read-Host -MaskInput -Prompt who; 'went' + 'on'", "who: "),
    "Get-Credential": ("Get-Credential; 'went' + 'on'", "User: "),
    "Get-Credential's password": ("Get-Credential ann; 'went' + 'on'", "Password for user ann: "),
    "mandatory parameter": (
        "function f { param([Parameter(Mandatory)]$Where) 'went' + 'on' }; f; 'went' + 'on'",
        "Where: ",
    ),
    "Prompt": (f"$Host.UI.Prompt('', '', @({FIELDS}::new('Size'))); 'went' + 'on'", "Size: "),
    "PromptForChoice": ("$Host.UI.PromptForChoice('', '', @('&Red', '&Blue'), 0); 'went' + 'on'", CONFIRM),
    "PromptForCredential": ("$Host.UI.PromptForCredential('', '', '', ''); 'went' + 'on'", "User: "),
    "ReadLine": ("Write-Host -NoNewline 'say: '; $Host.UI.ReadLine(); 'went' + 'on'", "say: "),
    "Console ReadLine": ("Write-Host -NoNewline 'say: '; [Console]::ReadLine(); 'went' + 'on'", "say: "),
    "ReadKey": ("Write-Host -NoNewline 'press: '; $Host.UI.RawUI.ReadKey(); 'went' + 'on'", "press: "),
    "telnet": ("telnet EX01 25; 'went' + 'on'", "220 "),
    "inquiry": ("Write-Error bad -ErrorAction Inquire; 'went' + 'on'", CONFIRM),
    "Start-Sleep": ("Write-Host beg''un; Start-Sleep 600; 'went' + 'on'", "begun"),
    "loop": ("Write-Host beg''un; while ($true) { }; 'went' + 'on'", "begun"),
    "pipeline": (
        "Write-Host beg''un; 1..1000000000 | ForEach-Object { $_ } | Out-Null; 'went' + 'on'",
        "begun",
    ),
    "Wait-Event": ("Write-Host beg''un; Wait-Event never; 'went' + 'on'", "begun"),
    "Get-Content -Wait": ("Set-Content f.txt beg''un; Get-Content f.txt -Wait; 'went' + 'on'", "begun"),
    "job": ("Write-Host beg''un; Start-Job { while ($true) { } }; 'went' + 'on'", "begun"),
    "runspace": ("Write-Host beg''un; [powershell]::Create().AddScript('while(1){}').Invoke(); 'went' + 'on'", "begun"),
    "program": ("Write-Host beg''un; sleep 600; 'went' + 'on'", "begun"),
    "paging": ("1..500 | Out-Host -Paging; 'went' + 'on'", "next page"),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_ctrl_c_ends_it_at_once(terminal: Open, name: str) -> None:
    command, shown = QUESTIONS[name]
    shell = terminal(columns=200)
    shell.run(command, shown)
    if shown == "begun":
        time.sleep(0.2)  # so that it is in the middle
    shell.interrupt()
    shell.wait_for_prompt()
    assert shell.ask("'the prompt ' + 'works'") == "the prompt works"
    assert "wenton" not in shell.text
    assert "askedyes" not in shell.text
    found = "Get-ReceiveConnector 'Default EX01' | ForEach-Object { $_.Name + $_.MaxProtocolErrors }"
    assert shell.ask(found) == "Default EX015"


@pytest.mark.parametrize("name", ["confirm", "Read-Host", "Read-Host -AsSecureString", "PromptForChoice", "telnet"])
def test_many_presses_are_one(terminal: Open, name: str) -> None:
    command, shown = QUESTIONS[name]
    shell = terminal(columns=200)
    shell.run(command, shown)
    for _ in range(20):
        shell.interrupt()
    shell.wait_for_silence()
    shell.send("\r")
    assert shell.ask("'the prompt ' + 'works'") == "the prompt works"
    assert shell.ask("(Get-ReceiveConnector 'Default EX01').Name") == "Default EX01"


@pytest.mark.parametrize("key", ["\x04", "\x03"])
def test_what_is_typed_behind_a_stopped_question_does_not_run(terminal: Open, key: str) -> None:
    shell = terminal(columns=120)
    shell.run("Remove-ReceiveConnector 'Default EX01'", CONFIRM)
    shell.send(key + "y\r'typed' + 'ahead'\r")
    shell.wait_for_prompt()
    assert shell.ask("'the prompt ' + 'works'") == "the prompt works"
    assert "typedahead" not in shell.text
    assert shell.ask("(Get-ReceiveConnector 'Default EX01').Name") == "Default EX01"


def test_what_is_typed_while_a_command_runs_does_not_run_after_ctrl_c(terminal: Open) -> None:
    shell = terminal(columns=200)
    shell.run("Write-Host beg''un; Start-Sleep 600", "begun")
    shell.send("'typed' + 'ahead'\r")
    time.sleep(0.2)
    shell.interrupt()
    shell.wait_for_prompt()
    assert shell.ask("'the prompt ' + 'works'") == "the prompt works"
    assert "typedahead" not in shell.text


def test_finally_runs_whole_and_catch_does_not(terminal: Open) -> None:
    shell = terminal(columns=200)
    block = (
        "try { Write-Host beg''un; Start-Sleep 600 } catch { 'cau' + 'ght' } finally { Start-Sleep 1; 'clea' + 'ned' }"
    )
    shell.run(f"{block}; 'went' + 'on'", "begun")
    time.sleep(0.2)
    for _ in range(20):
        shell.interrupt()
        time.sleep(0.01)
    shell.wait_for("cleaned")
    shell.wait_for_prompt()
    assert "caught" not in shell.text
    assert "wenton" not in shell.text
    assert shell.ask("$?") == "False"


def test_finally_runs_when_a_question_is_stopped(terminal: Open) -> None:
    shell = terminal(columns=200)
    shell.run("try { Read-Host who } catch { 'cau' + 'ght' } finally { 'clea' + 'ned' }; 'went' + 'on'", "who: ")
    shell.interrupt()
    shell.wait_for("cleaned")
    shell.wait_for_prompt()
    assert "caught" not in shell.text
    assert "wenton" not in shell.text


@pytest.mark.parametrize(
    ("command", "shown"),
    [("Start-Sleep 600", ""), ("Read-Host who", "who: "), ("Remove-Mailbox anna", CONFIRM), ("sleep 600", "")],
)
@pytest.mark.parametrize("option", ["-Command", "-File"])
def test_ctrl_c_ends_a_script_with_1(terminal: Open, tmp_path: Path, option: str, command: str, shown: str) -> None:
    text = f"try {{ 'beg' + 'un'; {command} }} finally {{ 'clea' + 'ned' }}; 'went' + 'on'"
    (tmp_path / "script.ps1").write_text(text, encoding="utf-8")
    shell = terminal(option, text if option == "-Command" else "script.ps1", columns=200)
    shell.wait_for("begun")
    shell.wait_for(shown)
    time.sleep(0.2)
    shell.interrupt()
    assert shell.exit_code() == 1
    assert "cleaned" in shell.text
    assert "wenton" not in shell.text


@pytest.mark.parametrize("question", ["Read-Host who", "Read-Host who -AsSecureString", "Start-Sleep 600"])
def test_sigterm_ends_the_shell_at_a_question(terminal: Open, question: str) -> None:
    shell = terminal(columns=200)
    shell.run(f"try {{ Write-Host beg''un; {question} }} finally {{ 'clea' + 'ned' }}", "begun")
    time.sleep(0.3)
    shell.kill(signal.SIGTERM)
    assert shell.exit_code() == 143
    assert "cleaned" in shell.text


def test_sigterm_ends_the_prompt_and_leaves_the_terminal_as_it_was(terminal: Open) -> None:
    shell = terminal(columns=200)
    shell.wait_for_prompt()
    shell.kill(signal.SIGTERM)
    assert shell.exit_code() == 143
    assert shell.raw.count("\x1b[?2004h") <= shell.raw.count("\x1b[?2004l") + 1


def test_ctrl_c_at_a_nested_prompt(terminal: Open) -> None:
    shell = terminal(columns=200)
    shell.run("function f { $inner = 7; $Host.EnterNestedPrompt(); 'be' + 'hind' }; f", ">>")
    shell.run("Write-Host beg''un; Start-Sleep 600", "begun")
    shell.interrupt()
    shell.wait_for("^C")
    assert shell.ask('"$inner $NestedPromptLevel"') == "7 1"
    shell.run("exit", "behind")
    assert shell.ask("$NestedPromptLevel") == "0"


def test_suspend_asks_again_behind_the_nested_prompt(terminal: Open) -> None:
    shell = terminal(columns=200)
    shell.run("Remove-ReceiveConnector 'Default EX01'", CONFIRM)
    shell.send("s\r")
    assert shell.ask("(Get-ReceiveConnector).Count") == "2"
    shell.run("exit", CONFIRM)
    shell.send("n\r")
    assert shell.ask("(Get-ReceiveConnector).Count") == "2"


def test_ctrl_c_while_the_shell_starts(terminal: Open) -> None:
    shell = terminal(columns=200)
    for _ in range(5):
        shell.interrupt()
        time.sleep(0.05)
    code = shell.exit_code() if not shell.process.isalive() else None
    if code is None:
        try:
            shell.wait_for_prompt()
        except AssertionError:
            code = shell.exit_code()
    assert code in (None, 130, -signal.SIGINT)
    assert "Traceback" not in shell.text
