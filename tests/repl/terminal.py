"""The program at a real terminal: what is typed goes in by a pseudo-terminal, what shows is read from a screen."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pexpect
import pyte

PATIENCE = float(os.environ.get("EMSHELL_TEST_PATIENCE", "30"))
"""Seconds until a text that does not come counts as missing: many times what it takes on a busy machine."""
PROMPT = "[PS] "
SHORT_PROMPT = "function prompt { '[PS] C:\\' + '>' * ($nestedPromptLevel + 1) }"
"""So that what is typed begins at the same place wherever the tests run."""


class Terminal:
    """A shell at a terminal. Every wait ends as soon as what is waited for shows."""

    def __init__(self, folder: Path, *arguments: str, columns: int = 80, rows: int = 24, listen: bool = False) -> None:
        environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
        environment |= {"EMSHELL_STATE": str(folder / "state"), "TERM": "xterm-256color", "PYTHONPATH": os.getcwd()}
        environment |= {"EMSHELL_CONFIG": str(folder / "config")}
        (folder / "config").mkdir(exist_ok=True)
        (folder / "config" / "profile.ps1").write_text(SHORT_PROMPT, encoding="utf-8")
        options = ["-NoLogo", *([] if listen else ["-NoListen"]), *arguments]
        self.process = pexpect.spawn(
            sys.executable,
            ["-m", "shell", *options],
            env=environment,
            cwd=str(folder),
            dimensions=(rows, columns),
            encoding="utf-8",
            codec_errors="replace",
            timeout=PATIENCE,
        )
        self.process.delaybeforesend = None
        self.screen = pyte.HistoryScreen(columns, rows, history=10_000, ratio=0.5)
        self.screen.write_process_input = self.process.send  # where the cursor is, when the line editor asks
        self._stream = pyte.Stream(self.screen)
        self.raw = ""
        self._asked = 0

    def close(self) -> None:
        """End the shell, however it is."""
        self.process.close(force=True)

    def resize(self, columns: int, rows: int = 24) -> None:
        """Make the terminal wider or narrower; the program is told as by any terminal."""
        self.process.setwinsize(rows, columns)
        self.screen.resize(rows, columns)

    # --- typing ---

    def send(self, text: str) -> None:
        """Type as it is."""
        self.process.send(text)

    def run(self, command: str, shows: str | None = None) -> None:
        """Type a command and Enter; wait for what it is to show behind its own line, or for the next prompt."""
        self.wait_for_prompt()
        self.send(command + "\r")
        if shows is None:
            self.wait(lambda: PROMPT in self._behind(command) and self.at_prompt(), f"a prompt after {command!r}")
        else:
            self.wait(lambda: shows.rstrip() in self._behind(command), shows)

    def ask(self, expression: str) -> str:
        """Return the value of an expression, as text."""
        self._asked += 1
        self.wait_for_prompt()
        self.send(f"'#{self._asked}=' + ({expression}) + '#'\r")
        answer = re.compile(rf"^#{self._asked}=(.*)#$", re.MULTILINE)
        self.wait(lambda: answer.search(self.text) is not None, expression)
        found = answer.search(self.text)
        return found[1] if found is not None else ""

    def _behind(self, command: str) -> str:
        """What showed since a command was typed, which has to fit into a line; nothing where it does not show yet."""
        _, found, behind = self.text.rpartition(command)
        return behind if found else ""

    def interrupt(self, times: int = 1) -> None:
        """Press Ctrl+C."""
        self.send("\x03" * times)

    # --- seeing ---

    @property
    def text(self) -> str:
        """All that was shown, scrolled away or not, without blanks at the ends of lines."""
        history = ["".join(line[x].data for x in range(self.screen.columns)) for line in self.screen.history.top]
        return "\n".join(line.rstrip() for line in [*history, *self.screen.display]).rstrip()

    @property
    def last_line(self) -> str:
        """The line where the cursor stands."""
        return self.screen.display[self.screen.cursor.y].rstrip()

    def at_prompt(self) -> bool:
        """Whether the shell waits for a command, with nothing typed yet."""
        line = self.last_line
        return line.startswith(PROMPT) and line.endswith(">") and self.screen.cursor.x == len(line)

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Read until something is so."""
        end = time.monotonic() + PATIENCE
        while not condition():
            try:
                data = self.process.read_nonblocking(65536, 0.1)
                self.raw += data
                self._stream.feed(data)
            except pexpect.TIMEOUT:
                pass
            except pexpect.EOF:
                if condition():
                    return
                raise AssertionError(f"the shell ended before {what} showed:\n{self.text}") from None
            assert time.monotonic() < end, f"{what} did not show:\n{self.text}"

    def wait_for(self, text: str) -> None:
        """Read until a text shows."""
        self.wait(lambda: text.rstrip() in self.text, repr(text))

    def wait_for_line(self, typed: str) -> None:
        """Read until this, and nothing else, stands at the prompt."""
        self.wait(lambda: self.last_line == f"[PS] C:\\>{typed}", repr(typed))

    def wait_for_prompt(self) -> None:
        """Read until the shell waits for a command."""
        self.wait(self.at_prompt, "the prompt")

    def wait_for_silence(self) -> None:
        """Read until nothing more comes for a while."""
        before = None
        while before != len(self.raw):
            before = len(self.raw)
            self.wait_a_moment()

    def wait_a_moment(self, seconds: float = 0.5) -> None:
        """Read what comes meanwhile."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > end, "time")

    def exit_code(self) -> int:
        """Read to the end and return the exit code, negative for a signal."""
        self.process.expect(pexpect.EOF)
        self._stream.feed(self.process.before or "")
        self.process.close()
        status = self.process.exitstatus
        return -(self.process.signalstatus or 0) if status is None else status

    def kill(self, number: signal.Signals) -> None:
        """Send a signal to the shell alone."""
        self.process.kill(number)


class Open(Protocol):
    """Opens a shell at a terminal of its own."""

    def __call__(
        self, *arguments: str, columns: int = 80, rows: int = 24, listen: bool = False, folder: Path | None = None
    ) -> Terminal:
        """Open one."""
        ...
