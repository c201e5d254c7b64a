"""Answers at a terminal: lines with editing keys, secrets behind asterisks, single keys."""

from __future__ import annotations

from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application
from prompt_toolkit.application.current import get_app_session
from prompt_toolkit.enums import EditingMode
from prompt_toolkit.formatted_text import ANSI
from prompt_toolkit.history import DummyHistory, History, InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.output import Output

from shell.repl.giving_up import add_interrupt_keys, give_up
from shell.repl.pasting import clean


class Questions:
    """Asks the person at the terminal.

    Each question raises KeyboardInterrupt for Ctrl+C, which is a key while it waits, and EOFError for Ctrl+D on an
    empty line. The signal SIGINT is left to whoever asks. Lines of a paste beyond the first answer the next questions,
    until `drop_typed`. `input` and `output` are given by tests that have no terminal.
    """

    def __init__(self, *, input: Input | None = None, output: Output | None = None) -> None:
        self._input = input
        self._output = output
        self._histories: dict[str, InMemoryHistory] = {}
        self._pasted: list[str] = []

    def read_line(self, prompt: str, *, secret: bool = False, history: str = "") -> str:
        """Ask for a line. `history` names what is asked for, where earlier answers can be had by the arrow keys."""
        if secret:
            answer: str = self._new_session(DummyHistory(), secret=True).prompt(
                ANSI(prompt), is_password=True, handle_sigint=False
            )
            return answer
        kept = self._histories.setdefault(history, InMemoryHistory()) if history else DummyHistory()
        session = self._new_session(kept)
        return (
            self._answered_by_paste(session, prompt)
            if self._pasted
            else session.prompt(ANSI(prompt), handle_sigint=False)
        )

    def _answered_by_paste(self, session: PromptSession[str], prompt: str) -> str:
        line = self._pasted.pop(0)
        if self._pasted:  # a whole line: its line break was pasted, too
            return session.prompt(ANSI(prompt), default=line, accept_default=True, handle_sigint=False)
        return session.prompt(ANSI(prompt), default=line, handle_sigint=False)

    def _new_session(self, history: History, *, secret: bool = False) -> PromptSession[str]:
        return PromptSession(
            history=history,
            editing_mode=EditingMode.EMACS,
            key_bindings=self._keys(secret),
            input=self._input,
            output=self._output,
        )

    def _keys(self, secret: bool) -> KeyBindings:
        keys = KeyBindings()
        add_interrupt_keys(keys)

        @keys.add(Keys.BracketedPaste)
        def paste(event: KeyPressEvent) -> None:
            """Put a paste in; each of its line breaks ends an answer. Of a secret only the first line is taken."""
            first, *others = clean(event.data).split("\n")
            event.current_buffer.insert_text(first)
            if others and not secret:
                self._pasted = others
                event.current_buffer.validate_and_handle()

        @keys.add("c-z")
        def end_of_input(event: KeyPressEvent) -> None:
            """End the input from an empty line, as in the Windows console."""
            if not event.current_buffer.text:
                give_up(event, EOFError)

        return keys

    def read_key(self, prompt: str) -> str:
        """Ask for a single key under a text that goes away with it; returns its name as prompt_toolkit has it."""
        keys = KeyBindings()
        add_interrupt_keys(keys)

        @keys.add(Keys.Any)
        def take(event: KeyPressEvent) -> None:
            """Return the key."""
            if event.app.future is not None and not event.app.future.done():
                event.app.exit(result=event.key_sequence[0].key)

        @keys.add("c-d")
        def end(event: KeyPressEvent) -> None:
            """Give up."""
            give_up(event, EOFError)

        @keys.add(Keys.BracketedPaste)
        @keys.add(Keys.Ignore)
        def nothing(event: KeyPressEvent) -> None:
            """Nobody pressed it."""

        window = Window(FormattedTextControl(ANSI(prompt), show_cursor=False), height=1)
        app: Application[Any] = Application(
            Layout(window), key_bindings=keys, erase_when_done=True, input=self._input, output=self._output
        )
        return str(getattr(found := app.run(handle_sigint=False), "value", found))

    def drop_pasted(self) -> None:
        """Forget the further lines of a paste."""
        self._pasted.clear()

    def drop_typed(self) -> None:
        """Forget what was typed or pasted ahead."""
        self._pasted.clear()
        clear_typeahead(self._input if self._input is not None else get_app_session().input)


__all__ = ["Questions"]
