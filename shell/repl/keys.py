"""The keys of the prompt, as in the Windows console with PSReadLine."""

from __future__ import annotations

from collections.abc import Callable

from prompt_toolkit.application.current import get_app
from prompt_toolkit.buffer import Buffer, CompletionState
from prompt_toolkit.completion import CompleteEvent, Completer
from prompt_toolkit.filters import Condition, has_completions, has_focus
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from shell.repl.completer import TabCycle
from shell.repl.giving_up import add_interrupt_keys, give_up
from shell.repl.pasting import clean

DEFAULT_BUFFER = "DEFAULT_BUFFER"


@Condition
def _at_end_of_whole_text() -> bool:
    return not get_app().current_buffer.document.text_after_cursor.strip()


def key_bindings(
    needs_more: Callable[[str], bool],
    tab: TabCycle,
    menu_of_completions: Completer,
    menu_of_history: Completer,
) -> KeyBindings:
    """Return the bindings. `needs_more` tells whether Enter ends the command or opens a line behind `>>`."""
    keys = KeyBindings()
    add_interrupt_keys(keys)
    editing = has_focus(DEFAULT_BUFFER)

    @keys.add("enter", filter=editing & ~has_completions)
    def accept(event: KeyPressEvent) -> None:
        """Run what stands there, or go on with `>>` while it is unfinished."""
        buffer = event.current_buffer
        text = buffer.text
        if needs_more(text):
            buffer.cursor_position = len(text)
            buffer.insert_text("\n")
        else:
            buffer.validate_and_handle()

    @keys.add("enter", filter=editing & has_completions)
    def choose(event: KeyPressEvent) -> None:
        """Take the entry of the menu, without running the line; where none is chosen only the menu closes."""
        event.current_buffer.complete_state = None

    @keys.add("down", filter=editing & has_completions)
    @keys.add("c-n", filter=editing & has_completions)
    @keys.add("tab", filter=editing & has_completions)
    def next_entry(event: KeyPressEvent) -> None:
        """Go to the next entry of the menu; behind the last comes the first."""
        _go(event.current_buffer, 1)

    @keys.add("up", filter=editing & has_completions)
    @keys.add("c-p", filter=editing & has_completions)
    @keys.add("s-tab", filter=editing & has_completions)
    def previous_entry(event: KeyPressEvent) -> None:
        """Go to the previous entry of the menu; before the first comes the last."""
        _go(event.current_buffer, -1)

    @keys.add(Keys.BracketedPaste, filter=editing)
    def paste(event: KeyPressEvent) -> None:
        """Put a paste in, without running any of it."""
        event.current_buffer.insert_text(clean(event.data))

    @keys.add("escape", "enter", filter=editing)
    def new_line(event: KeyPressEvent) -> None:
        """Open a line without running anything (Shift+Enter in the Windows console)."""
        event.current_buffer.insert_text("\n")

    @keys.add("tab", filter=editing & ~has_completions)
    def next_match(event: KeyPressEvent) -> None:
        """Put the next match in place; at the start of a line, indent."""
        tab.step(event.current_buffer, 1)

    @keys.add("s-tab", filter=editing & ~has_completions)
    def previous_match(event: KeyPressEvent) -> None:
        """Put the previous match in place."""
        tab.step(event.current_buffer, -1)

    @keys.add("c-space", filter=editing)
    def menu(event: KeyPressEvent) -> None:
        """Open the menu of completions."""
        _open(event.current_buffer, menu_of_completions)

    @keys.add("f7", filter=editing)
    def history_list(event: KeyPressEvent) -> None:
        """Open the list of what was typed before."""
        _open(event.current_buffer, menu_of_history)

    @keys.add("escape", filter=editing & has_completions, eager=True)
    def close_menu(event: KeyPressEvent) -> None:
        """Close the menu and leave the line as it was."""
        event.current_buffer.cancel_completion()

    @keys.add("c-z", filter=editing & _at_end_of_whole_text)
    def end_of_input(event: KeyPressEvent) -> None:
        """Leave the shell from an empty line, as Ctrl+D does."""
        if not event.current_buffer.text:
            give_up(event, EOFError)

    return keys


def _open(buffer: Buffer, completer: Completer) -> None:
    """Open a menu at its first entry, before the next key is looked at; a single entry is taken at once."""
    found = list(completer.get_completions(buffer.document, CompleteEvent(completion_requested=True)))
    if len(found) == 1:
        buffer.apply_completion(found[0])
    elif found:
        buffer.complete_state = CompletionState(buffer.document, found)
        buffer.go_to_completion(0)


def _go(buffer: Buffer, by: int) -> None:
    state = buffer.complete_state
    if state is None:
        return
    count, at = len(state.completions), state.complete_index
    buffer.go_to_completion((at + by) % count if at is not None else 0 if by > 0 else count - 1)
