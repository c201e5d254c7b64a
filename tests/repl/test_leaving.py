"""Leaving the program: whatever ends it, what was accepted and is in no mailbox is named on standard error."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.addresses import own_address

HELD = """
Set-ReceiveConnector 'Default EX01' -PermissionGroups AnonymousUsers
Suspend-Queue Submission -Confirm:$false
'HELO x', 'MAIL FROM:<kim@fabrikam.com>', 'RCPT TO:<anna@contoso.com>', 'DATA', 'Message-ID: <1@x>', '', '.' |
    telnet EX01 25 | Out-Null
"""
WARNING = (
    "WARNING: 1 message is still queued and lost with this session:\n"
    "  EX01\\Submission: <1@x> from kim@fabrikam.com to anna@contoso.com\n"
)


FEW_FILES = 256
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program; what is still running at the end of the test is killed."""
    running: list[subprocess.Popen[str]] = []

    def start(*arguments: str, program: Sequence[str] = ("-m", "shell")) -> subprocess.Popen[str]:
        shell = subprocess.Popen(
            [sys.executable, *program, "-NoProfile", *arguments],
            env=os.environ | {"EMSHELL_STATE": str(tmp_path), "NO_COLOR": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(shell)
        return shell

    yield start
    for shell in running:
        shell.kill()
        shell.communicate()


def test_exit_of_the_prompt_names_what_is_queued(start: Start) -> None:
    shell = start("-NoLogo", "-NoListen")
    _, errors = shell.communicate(HELD + "exit\n", 30)
    assert (shell.returncode, errors) == (0, WARNING)


def test_nothing_is_said_where_nothing_waits(start: Start) -> None:
    shell = start("-NoListen", "-Command", "Get-Queue | Out-Null")
    assert shell.communicate(timeout=30) == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(
    ("arguments", "number", "code"),
    [
        (("-Serve", "-Command", HELD + "'ready'"), signal.SIGTERM, 0),
        (("-Serve", "-Command", HELD + "'ready'"), signal.SIGINT, 0),
        (("-Command", HELD + "'ready'; Start-Sleep 60"), signal.SIGINT, 1),
        (("-Command", HELD + "'ready'; Start-Sleep 60"), signal.SIGTERM, 143),
    ],
    ids=["serve SIGTERM", "serve Ctrl+C", "command Ctrl+C", "command SIGTERM"],
)
def test_a_signal_ends_the_program_with_the_same_words(
    start: Start, arguments: tuple[str, ...], number: int, code: int
) -> None:
    shell = start("-BindAddress", own_address(), *arguments)
    assert shell.stdout is not None
    while shell.stdout.readline() != "ready\n":
        assert shell.poll() is None, "it ended too early"
    if "-Serve" in arguments:
        assert shell.stdout.readline().startswith("Listening: ")
    time.sleep(0.1)
    shell.send_signal(number)
    _, errors = shell.communicate(timeout=30)
    assert (shell.returncode, errors) == (code, WARNING)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("arguments", [("-Command", "-"), ("-NoLogo",)], ids=["commands", "prompt"])
def test_ctrl_c_while_the_program_waits_for_input(start: Start, arguments: tuple[str, ...]) -> None:
    shell = start("-BindAddress", own_address(), *arguments)
    assert shell.stdin is not None
    assert shell.stdout is not None
    shell.stdin.write(HELD + "\n'rea' + 'dy'\n")
    shell.stdin.flush()
    while shell.stdout.readline() != "ready\n":
        assert shell.poll() is None, "it ended too early"
    time.sleep(0.1)
    shell.send_signal(signal.SIGINT)
    shell.send_signal(signal.SIGINT)
    _, errors = shell.communicate(timeout=30)
    assert (shell.returncode, errors) == (130, WARNING)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not limit open files")
def test_a_machine_that_allows_few_connections_is_said_to(start: Start) -> None:
    limited = f"import resource, runpy; resource.setrlimit(resource.RLIMIT_NOFILE, ({FEW_FILES}, {FEW_FILES}));"
    run = "runpy.run_module('shell', run_name='__main__')"
    shell = start("-Serve", "-BindAddress", own_address(), program=("-c", limited + run))
    assert shell.stdout is not None
    for line in shell.stdout:
        if not line.startswith("Listening: "):
            break
    assert line == "At most about 192 connections at a time: this machine allows no more open files (ulimit -n).\n"
    shell.send_signal(signal.SIGTERM)
    assert shell.communicate(timeout=30) == ("", "")
