"""Programs at a terminal: they get it when their output is seen; what goes in and comes out streams."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("There are no pseudo-terminals", allow_module_level=True)

from tests.repl.terminal import Terminal

ASKS = """
import os, sys
names = ("stdin", "stdout", "stderr")
print("terminal: " + " ".join(name for name in names if getattr(sys, name).isatty()))
"""
RAW = """
import sys, termios, tty
tty.setraw(sys.stdin.fileno())
sys.stdout.write("raw\\r\\n"); sys.stdout.flush()
key = sys.stdin.read(1)
sys.stdout.write("key %d\\r\\n" % ord(key)); sys.stdout.flush()
"""  # and it leaves the terminal as it is
TAKES_CTRL_C = """
import signal, sys
signal.signal(signal.SIGINT, lambda *_: print("taken", flush=True))
print("begun", flush=True)
sys.stdin.readline()
print("done", flush=True)
"""


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Terminal]:
    for name, text in (("asks", ASKS), ("raw", RAW), ("takes", TAKES_CTRL_C)):
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
    opened = Terminal(tmp_path, "-NoExit", "-Command", f"$py = '{sys.executable}'", columns=200)
    opened.wait_for_prompt()
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("command", "has"),
    [
        ("& $py asks.py", "stdin stdout stderr"),
        ("function f { & $py asks.py }; f", "stdin stdout stderr"),
        ("if ($true) { & $py asks.py }", "stdin stdout stderr"),
        ("1 | & $py asks.py", "stdout stderr"),
        ("$x = & $py asks.py; $x", "stdin stderr"),
        ("(& $py asks.py)", "stdin stderr"),
        ("& $py asks.py | ForEach-Object { $_ }", "stdin stderr"),
        ("$x = & $py asks.py 2>&1; $x", "stdin"),
        ("& $py asks.py > out.txt; Get-Content out.txt", "stdin stderr"),
    ],
)
def test_what_is_seen_is_at_the_terminal(shell: Terminal, command: str, has: str) -> None:
    shell.run(command, "terminal: ")
    shell.wait_for_prompt()
    assert f"\nterminal: {has}\n" in shell.text


def test_the_modes_of_the_terminal_are_put_back(shell: Terminal) -> None:
    shell.run("& $py raw.py", "raw")
    shell.send("\x03")
    shell.wait_for("key 3")
    shell.run("Read-Host who", "who: ")
    shell.send("ann\r")
    shell.run("Write-Host beg''un; Start-Sleep 600", "begun")
    shell.interrupt()
    shell.wait_for_prompt()
    assert shell.ask("$LASTEXITCODE") == "0"


def test_ctrl_c_is_the_programs_that_takes_it(shell: Terminal) -> None:
    shell.run("& $py takes.py; 'went' + 'on'", "begun")
    shell.interrupt()
    shell.wait_for("taken")
    time.sleep(1.2)
    shell.send("\r")
    shell.wait_for("wenton")


def test_ctrl_c_that_ends_the_program_ends_what_follows(shell: Terminal) -> None:
    shell.run("& $py -c 'import time; print(\"beg\" + \"un\", flush=True); time.sleep(600)'; 'went' + 'on'", "begun")
    shell.interrupt()
    shell.wait_for("KeyboardInterrupt")
    shell.wait_for_prompt()
    assert "wenton" not in shell.text
    assert shell.ask("$LASTEXITCODE") == "130"


def test_rows_that_wait_are_shown_before_the_program_writes(shell: Terminal) -> None:
    command = 'Get-ReceiveConnector | Format-Table Name; & $py -c \'print("prog" + "ram")\''
    shell.run(command, "program")
    behind = shell.text.rpartition(command)[2]
    assert behind.index("Default EX01") < behind.index("program")


def test_a_transcript_keeps_what_a_program_says(shell: Terminal, tmp_path: Path) -> None:
    shell.run("Start-Transcript log.txt | Out-Null")
    shell.run("& $py asks.py", "terminal: ")
    shell.run("Stop-Transcript | Out-Null")
    assert "terminal: stdin" in (tmp_path / "log.txt").read_text("utf-8")
