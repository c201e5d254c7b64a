"""Reading commands and running them, one after the other: at the prompt, and at one inside a running command."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from shell.console import ConsoleHost, put
from shell.engine.session.eventing import idle
from shell.engine.session.history import CALLED_AGAIN, history_of
from shell.feedback import suggestion
from shell.language import parse
from shell.prompt_text import PromptText

if TYPE_CHECKING:
    from shell.app import Result, Session
    from shell.values.errors import ErrorRecord

Read = Callable[[], "str | None"]
"""Gives the next command; None at the end of the input."""


class CommandLoop:
    """Runs what a person types. Ctrl+C ends a command, not the loop."""

    def __init__(self, session: Session, host: ConsoleHost, read: Read) -> None:
        self._session = session
        self._host = host
        self._read = read

    def run(self) -> int:
        """Run commands until `exit` or the end of the input; returns the exit code."""
        while True:
            self._host.interruption.fresh()
            with self._session.inside():
                idle(self._session.runspace)
            text = self._read()
            if text is None:
                return 0
            if not text.strip():
                continue
            self._host.interruption.fresh()
            begun = datetime.now()
            result = self._session.run(text)
            self._remember(text, result, begun)
            self._host.end_progress()
            put("", flush=True)
            if result.cancelled:
                self._after_stop()
            elif result.errors and self._host.has_terminal:
                self._suggest(result.errors)
            if result.exited:
                return result.exit_code

    def _remember(self, text: str, result: Result, begun: datetime) -> None:
        """Put what was typed into the session's history; of a line that was called again, that line."""
        runspace = self._session.runspace
        line = runspace.state.pop(CALLED_AGAIN, text)
        status = "Stopped" if result.cancelled else "Failed" if result.failed else "Completed"
        history_of(runspace).add(line.rstrip("\n"), status, begun, datetime.now())

    def _suggest(self, errors: list[ErrorRecord]) -> None:
        """Show what may have been meant."""
        with self._session.inside():
            text = suggestion(self._session, errors)
        self._host.write(text)
        put("", flush=True)

    def nest(self) -> None:
        """Run commands inside the running one until `exit`. Its local variables can be seen."""
        scope = self._session.runspace.global_scope
        level = scope["nestedpromptlevel"]
        scope.put("nestedpromptlevel", level + 1)
        try:
            self.run()
        finally:
            scope.put("nestedpromptlevel", level)

    def _after_stop(self) -> None:
        if self._host.interruption.was_signal and self._host.has_terminal:
            put("\n", flush=True)  # behind the ^C that the terminal shows
        self._host.drop_typed()


def lines_without_terminal(session: Session, host: ConsoleHost) -> Read:
    """Return what reads commands from redirected input and shows them behind the prompt, as if they were typed."""
    prompt = PromptText(session)

    def read() -> str | None:
        text = ""
        while True:
            host.write(">> " if text else prompt())
            with host.interruption.waiting():
                line = sys.stdin.readline()
            if not line:
                return None
            host.write(line if line.endswith("\n") else line + "\n")
            text += line
            if not line.strip() or not parse(text).incomplete:
                return text

    return read


__all__ = ["CommandLoop", "Read", "lines_without_terminal"]
