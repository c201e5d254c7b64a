"""What the prompt asks of the session: completions, help at the cursor, key handlers, what to remember."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from shell.app import quoted
from shell.dotnet.system.keys import console_key_info
from shell.hosting.lineediting.editor import LineEditing, line_editing
from shell.lazy import lazy
from shell.prompt_text import PromptText
from shell.repl.completion.results import CommandCompletion
from shell.repl.history import is_sensitive
from shell.terminal import keys_as_signals
from shell.types.conversion.conversion import convert
from shell.types.registry.names import named
from shell.values.errors import NetException
from shell.values.flow import Cancelled, Unwinding

if TYPE_CHECKING:
    from shell.app import Session
    from shell.console import ConsoleHost
    from shell.hosting.lineediting.handlers import KeyHandler
    from shell.repl import helpatcursor
    from shell.repl.completer import Match
    from shell.repl.completion import hints
    from shell.repl.line import Line
    from shell.values.keystrokes import Keystroke
else:
    hints = lazy("shell.repl.completion.hints", globals())
    helpatcursor = lazy("shell.repl.helpatcursor", globals())


class PromptShell:
    """A session, as the prompt sees it. See `Shell` in shell/repl/prompt.py."""

    def __init__(self, session: Session, host: ConsoleHost, history: Path) -> None:
        self._session = session
        self._host = host
        self._interruption = host.interruption
        self._prompt_text = PromptText(session)
        options = self.editing.options
        options.history_save_path = options.history_save_path or str(history)

    @property
    def editing(self) -> LineEditing:
        """The options and key handlers."""
        return line_editing(self._session.runspace)

    def prompt_text(self) -> str:
        """Return what the `prompt` function writes, behind what stands in the line already."""
        text = self._prompt_text()
        return self._host.behind_beginning(text)

    # --- at the cursor ---

    def complete(self, text: str, cursor: int) -> Any:
        """Return the completions; none where Ctrl+C ends the search for them."""
        try:
            with self._host.held(), self._interruption.watching(), keys_as_signals():
                return self._session.complete(text, cursor)
        except (Cancelled, KeyboardInterrupt):
            return CommandCompletion(cursor, 0)

    def describe(self, before: str, match: Match) -> str:
        """Return in a line what a completion is."""
        with self._session.inside():
            return helpatcursor.describe(self._session.runspace, before, match)

    def hint(self, text: str, cursor: int) -> str:
        """Return what is known of the parameter at the cursor."""
        with self._session.inside():
            return hints.hint(self._session.runspace, text, cursor)

    def parameter_help(self, text: str, cursor: int) -> str:
        """Return all that is known of the parameter at the cursor."""
        with self._session.inside():
            return helpatcursor.parameter_help(self._session.runspace, text, cursor)

    def show(self, what: str, text: str, cursor: int) -> None:
        """Show help page by page."""
        if what == "keys":
            self._session.run("Get-PSReadLineKeyHandler | Out-Host -Paging")
            return
        name = helpatcursor.command_at_cursor(text, cursor)
        if name is not None:
            self._session.run(f"help -Full -Name {quoted(name)}")

    # --- key handlers ---

    def run_handler(self, handler: KeyHandler, line: Line, key: Keystroke | None) -> str:
        """Run a script's key handler; returns what it wrote. Its errors go into `$Error`, as PSReadLine has it."""
        arguments = [None if key is None else console_key_info(key), None]
        editing = self.editing
        editing.line = line
        try:
            return self._collect(handler.block, arguments)
        finally:
            editing.line = None

    def mode_changed(self, mode: str) -> None:
        """Run ViModeChangeHandler."""
        block = self.editing.options.vi_mode_change_handler
        if block is not None:
            self._host.write(self._collect(block, [convert(mode, named("Microsoft.PowerShell.ViMode"))]))

    def _collect(self, block: Any, arguments: list[Any]) -> str:
        runspace = self._session.runspace
        succeeded = runspace.succeeded
        with self._host.held() as written, self._interruption.watching(), keys_as_signals(), self._session.inside():
            try:
                runspace.collect(block, arguments)
            except NetException as error:
                runspace.record_error(error)
                written.append(
                    f"\nAn exception occurred in custom key handler, see $error for more information: {error}\n"
                )
            except (Unwinding, KeyboardInterrupt):
                pass
        runspace.succeeded = succeeded  # `$?` is about what was typed
        return "".join(written)

    # --- history ---

    def keeps(self, line: str) -> tuple[bool, bool]:
        """Ask AddToHistoryHandler whether a line is remembered, and written; without one secrets are not written."""
        handler = self.editing.options.add_to_history_handler
        if handler is None:
            return True, not is_sensitive(line)
        try:
            with self._session.inside():
                answer = handler.call(self._session.runspace, line)
        except (NetException, Unwinding):
            return True, not is_sensitive(line)
        text = str(answer)
        if isinstance(answer, bool):
            return answer, answer
        if text in ("SkipAdding", "MemoryOnly", "MemoryAndFile"):
            return text != "SkipAdding", text == "MemoryAndFile"
        return True, True


__all__ = ["PromptShell"]
