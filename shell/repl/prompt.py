"""The prompt in a terminal: reads whole commands, with completion, history, predictions, colours and hints."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final, Protocol

from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application
from prompt_toolkit.application.current import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.clipboard import InMemoryClipboard
from prompt_toolkit.cursor_shapes import ModalCursorShapeConfig
from prompt_toolkit.document import Document
from prompt_toolkit.enums import EditingMode
from prompt_toolkit.formatted_text import ANSI, StyleAndTextTuples, to_formatted_text
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.key_binding.vi_state import InputMode
from prompt_toolkit.output import Output
from prompt_toolkit.shortcuts import CompleteStyle

from shell.hosting.lineediting.editor import LineEditing
from shell.hosting.lineediting.handlers import KeyHandler
from shell.hosting.lineediting.options import COLOURS
from shell.repl.colours import prompt_style
from shell.repl.completer import Completions, Match
from shell.repl.functions import Functions
from shell.repl.history import FileHistory
from shell.repl.key_input import keystrokes
from shell.repl.keys import key_bindings, tell_escape_apart
from shell.repl.line import Line
from shell.repl.lookback import HistoryPrediction, Lookback
from shell.repl.marks import FoundMarks, PairMarks, warned
from shell.repl.parsing import LONG, Parsing, ScriptLexer
from shell.repl.toolbar import lines_below, rows_for_menu, wrapped


class Shell(Protocol):
    """What the prompt needs of a session."""

    @property
    def editing(self) -> LineEditing:
        """The options and key handlers."""
        ...

    def prompt_text(self) -> str:
        """Return what the `prompt` function writes."""
        ...

    def complete(self, text: str, cursor: int) -> Completions:
        """Return the completions at a place in a text."""
        ...

    def describe(self, before: str, match: Match) -> str:
        """Return in a line what a completion is, behind a text."""
        ...

    def hint(self, text: str, cursor: int) -> str:
        """Return what is known of the parameter at a place in a text: type, default, help; or nothing."""
        ...

    def parameter_help(self, text: str, cursor: int) -> str:
        """Return all that is known of the parameter at a place in a text, in several lines."""
        ...

    def show(self, what: str, text: str, cursor: int) -> None:
        """Show the `help` of the command at a place in a text, or what the `keys` do, page by page."""
        ...

    def run_handler(self, handler: KeyHandler, line: Line, key: Any) -> str:
        """Run a script's key handler; returns what it wrote."""
        ...

    def keeps(self, line: str) -> tuple[bool, bool]:
        """Tell whether a line goes into the history, and into its file."""
        ...

    def mode_changed(self, mode: str) -> None:
        """Tell a script that vi's mode is now Insert or Command."""
        ...


_TITLES: Final = re.compile(r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
_VI_MODES: Final = {InputMode.NAVIGATION: "Command"}


class Detour(Exception):
    """The prompt is left to show something, and comes back to the line."""

    def __init__(self, what: str, document: Document) -> None:
        super().__init__(what)
        self.what = what
        self.document = document


class Prompt:
    """Reads commands from a terminal. `input` and `output` are given by tests that have no terminal."""

    def __init__(
        self, shell: Shell, history: Path | None, *, input: Input | None = None, output: Output | None = None
    ) -> None:
        self._shell = shell
        self._editing = shell.editing
        options = self._editing.options
        self.history = FileHistory(history, options, shell.keeps)
        self._editing.history = self.history
        self._input, self._output = input, output
        self._parsing = Parsing(_redraw)
        self._lexer = ScriptLexer(self._parsing)
        lines = self.history.get_strings
        self._prediction = HistoryPrediction(lines, options)
        self._functions = Functions(
            options,
            self._parsing,
            Lookback(lines, options),
            shell.complete,
            shell.describe,
            lines,
            self.history.forget,
            self._leave,
            self._show_below,
        )
        self._keys: tuple[int, KeyBindings] | None = None
        self._clipboard = InMemoryClipboard()
        self._below: tuple[Document, str] | None = None
        """What stands below until the line changes."""
        self._hint: tuple[str, int, str] = ("", 0, "")
        self._mode = "Insert"

    def read(self) -> str | None:
        """Read one command. Returns None at the end of input (Ctrl+D, Ctrl+Z on an empty line)."""
        following, self._functions.following = self._functions.following, None
        document = Document(following or "")
        while True:
            try:
                return self._read(document)
            except Detour as detour:
                document = detour.document
                if detour.what:
                    self._shell.show(detour.what, document.text, document.cursor_position)
            except KeyboardInterrupt:
                return ""
            except EOFError:
                return None

    def _read(self, document: Document) -> str:
        session = self._new_session()
        self._functions.search.active = False  # Ctrl+C may have left it in the middle
        tell_escape_apart(session.app, self._editing.options.ansi_escape_timeout / 1000)
        prompt = to_formatted_text(ANSI(_TITLES.sub(lambda found: f"\x01{found[0]}\x02", self._shell.prompt_text())))

        def message() -> StyleAndTextTuples:
            return self._marked(list(prompt))

        def begin() -> None:
            session.default_buffer.cursor_position = document.cursor_position

        # Ctrl+C is a key here; the signal is the session's, and nothing runs that it could stop.
        return session.prompt(message, default=document.text, pre_run=begin, handle_sigint=False)

    def _new_session(self) -> PromptSession[str]:
        """Make what reads one command. One that was interrupted may hold on to an event loop that is no more."""
        options = self._editing.options
        vi = str(options.edit_mode) == "Vi"
        session: PromptSession[str] = PromptSession(
            history=self.history,
            lexer=self._lexer,
            style=prompt_style(options, COLOURS),
            include_default_pygments_style=False,
            editing_mode=EditingMode.VI if vi else EditingMode.EMACS,
            multiline=True,
            prompt_continuation=self._continuation,
            completer=self._functions.menu,
            complete_while_typing=False,
            complete_style=CompleteStyle.COLUMN,
            bottom_toolbar=self._toolbar,
            input_processors=[PairMarks(self._parsing), FoundMarks(self._functions.search)],
            key_bindings=self._bindings(),
            clipboard=self._clipboard,
            cursor=ModalCursorShapeConfig() if vi and str(options.vi_mode_indicator) == "Cursor" else None,
            input=self._input,
            output=self._output,
        )
        session.default_buffer.on_text_changed += self._predict

        def fit_menu(app: Application[str]) -> None:
            buffer = session.default_buffer
            entries = len(buffer.complete_state.completions) if buffer.complete_state is not None else 0
            lines_above = buffer.document.cursor_position_row
            session.reserve_space_for_menu = rows_for_menu(app.output.get_size().rows, entries, lines_above)

        session.app.before_render += fit_menu
        return session

    def _predict(self, buffer: Buffer) -> None:
        """Predict the rest at once: the next key may take it before anything has been drawn."""
        buffer.suggestion = self._prediction.get_suggestion(buffer, buffer.document)

    def _bindings(self) -> KeyBindings:
        handlers = self._editing.handlers
        if self._keys is None or self._keys[0] != handlers.version:
            self._keys = handlers.version, key_bindings(handlers, self._functions, self._run_block)
        return self._keys[1]

    def _continuation(self, width: int, line: int, wrapped: int) -> str:
        """Return what stands before a further line; nothing before one that only the width has broken."""
        return "" if wrapped else self._editing.options.continuation_prompt

    # --- what shows ---

    def _marked(self, prompt: StyleAndTextTuples) -> StyleAndTextTuples:
        """Return the prompt, its end red where what is typed cannot run, or vi is in its command mode."""
        app = get_app()
        text = app.current_buffer.text
        options = self._editing.options
        self._follow_mode(app.vi_state.input_mode)
        in_command_mode = self._mode == "Command" and str(options.vi_mode_indicator) == "Prompt"
        wrong = bool(text) and not app.is_done and self._parsing.now(text).error is not None
        return warned(prompt, list(options.prompt_text or ())) if wrong or in_command_mode else prompt

    def _follow_mode(self, input_mode: InputMode) -> None:
        options = self._editing.options
        mode = _VI_MODES.get(input_mode, "Insert") if str(options.edit_mode) == "Vi" else "Insert"
        if mode != self._mode:
            self._mode = mode
            if str(options.vi_mode_indicator) == "Script":
                self._shell.mode_changed(mode)

    def _toolbar(self) -> StyleAndTextTuples | None:
        buffer = get_app().current_buffer
        text = self._text_below(buffer)
        if not text:
            return None
        size = get_app().output.get_size()
        return [("class:bottom-toolbar", wrapped(text, size.columns - 1, lines_below(size.rows)))]

    def _text_below(self, buffer: Buffer) -> str:
        if self._functions.search.active:
            return self._functions.search.label()
        if self._below is not None:
            document, text = self._below
            if document == buffer.document:
                return text
            self._below = None
        if not self._editing.options.show_tool_tips:
            return ""
        menu = buffer.complete_state
        if menu is not None:
            entry = menu.current_completion
            return "".join(text for _, text, *_ in entry.display_meta) if entry is not None else ""
        if not buffer.text or len(buffer.text) > LONG:
            return ""
        if self._hint[:2] != (buffer.text, buffer.cursor_position):
            hint = self._shell.hint(buffer.text, buffer.cursor_position)
            self._hint = buffer.text, buffer.cursor_position, hint
        return self._hint[2]

    # --- what keys do beyond the line ---

    def _leave(self, event: KeyPressEvent, what: str) -> None:
        event.app.erase_when_done = True
        if event.app.future is not None and not event.app.future.done():
            event.app.exit(exception=Detour(what, event.current_buffer.document))

    def _show_below(self, event: KeyPressEvent) -> None:
        document = event.current_buffer.document
        text = self._shell.parameter_help(document.text, document.cursor_position)
        if text:
            self._below = document, text
        else:
            self._functions.ding(event)

    def _run_block(self, event: KeyPressEvent, handler: KeyHandler) -> None:
        from prompt_toolkit.application import run_in_terminal

        pressed = keystrokes(list(event.key_sequence))
        written = self._shell.run_handler(handler, Line(event, self._functions), pressed[-1] if pressed else None)
        if written:
            run_in_terminal(lambda: event.app.output.write_raw(written))


def _redraw() -> None:
    get_app().invalidate()


__all__ = ["Prompt", "Shell"]
