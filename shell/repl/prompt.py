"""The prompt in a terminal: reads whole commands, with completion, history, colours and a hint line."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from prompt_toolkit import PromptSession
from prompt_toolkit.application.current import get_app
from prompt_toolkit.clipboard import InMemoryClipboard
from prompt_toolkit.enums import EditingMode
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.lexers import PygmentsLexer
from prompt_toolkit.output import Output
from prompt_toolkit.shortcuts import CompleteStyle
from prompt_toolkit.styles import Style, merge_styles
from prompt_toolkit.styles.pygments import style_from_pygments_dict

from shell.repl.completer import Completions, HistoryCompleter, MenuCompleter, TabCycle
from shell.repl.highlight import COLOURS, PowerShellLexer
from shell.repl.history import FileHistory
from shell.repl.keys import key_bindings


class Shell(Protocol):
    """What the prompt needs of a session."""

    def prompt_text(self) -> str:
        """Return what the `prompt` function writes."""
        ...

    def needs_more(self, text: str) -> bool:
        """True if the text is unfinished, so that the prompt goes on with `>>`."""
        ...

    def complete(self, text: str, cursor: int) -> Completions:
        """Return the completions at a place in a text."""
        ...

    def hint(self, text: str, cursor: int) -> str:
        """Return what is known of the parameter at a place in a text: type, default, help; or nothing."""
        ...


CONTINUATION = ">> "


def _continuation(width: int, line: int, wrapped: int) -> str:
    """Return what stands before a further line; nothing before one that only the width has broken."""
    return "" if wrapped else CONTINUATION


_STYLE = merge_styles(
    [
        style_from_pygments_dict(COLOURS),
        Style.from_dict({"bottom-toolbar": "noreverse ansibrightblack", "prompt": ""}),
    ]
)


class Prompt:
    """Reads commands from a terminal. `input` and `output` are given by tests that have no terminal."""

    def __init__(
        self, shell: Shell, history: Path | None, *, input: Input | None = None, output: Output | None = None
    ) -> None:
        self._shell = shell
        self.history = FileHistory(history)
        self._input, self._output = input, output
        self._menu = MenuCompleter(shell.complete)
        self._keys = key_bindings(
            shell.needs_more, TabCycle(shell.complete), self._menu, HistoryCompleter(self.history.get_strings)
        )
        self._clipboard = InMemoryClipboard()

    def _new_session(self) -> PromptSession[str]:
        """Make what reads one command. One that was interrupted may hold on to an event loop that is no more."""
        return PromptSession(
            history=self.history,
            lexer=PygmentsLexer(PowerShellLexer),
            style=_STYLE,
            include_default_pygments_style=False,
            editing_mode=EditingMode.EMACS,
            multiline=True,
            prompt_continuation=_continuation,
            completer=self._menu,
            complete_while_typing=False,
            complete_style=CompleteStyle.MULTI_COLUMN,
            bottom_toolbar=self._toolbar,
            key_bindings=self._keys,
            clipboard=self._clipboard,
            input=self._input,
            output=self._output,
        )

    def read(self) -> str | None:
        """Read one command. Returns None at the end of input (Ctrl+D, Ctrl+Z on an empty line)."""
        try:
            # Ctrl+C is a key here; the signal is the session's, and nothing runs that it could stop.
            return self._new_session().prompt(self._shell.prompt_text(), handle_sigint=False)
        except KeyboardInterrupt:
            return ""
        except EOFError:
            return None

    def _toolbar(self) -> StyleAndTextTuples | None:
        buffer = get_app().current_buffer
        hint = self._shell.hint(buffer.text, buffer.cursor_position) if buffer.text else ""
        return [("class:bottom-toolbar", hint)] if hint else None
