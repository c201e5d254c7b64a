"""The keys of the prompt, as in the Windows console with PSReadLine."""

from __future__ import annotations

from collections.abc import Callable

from prompt_toolkit.application.current import get_app
from prompt_toolkit.filters import Condition, completion_is_selected, has_completions, has_focus
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from shell.repl.completer import TabCycle

DEFAULT_BUFFER = "DEFAULT_BUFFER"


@Condition
def _at_end_of_whole_text() -> bool:
    return not get_app().current_buffer.document.text_after_cursor.strip()


def key_bindings(
    needs_more: Callable[[str], bool],
    tab: TabCycle,
    use_menu: Callable[[], None],
    use_history: Callable[[], None],
) -> KeyBindings:
    """Return the bindings. `needs_more` tells whether Enter ends the command or opens a line behind `>>`."""
    keys = KeyBindings()
    editing = has_focus(DEFAULT_BUFFER)

    @keys.add("enter", filter=editing & ~completion_is_selected)
    def accept(event: KeyPressEvent) -> None:
        """Run what stands there, or go on with `>>` while it is unfinished; an empty line ends it anyway."""
        buffer = event.current_buffer
        text = buffer.text
        on_empty_last_line = "\n" in text and not text.rsplit("\n", 1)[1].strip()
        if not on_empty_last_line and needs_more(text):
            buffer.cursor_position = len(text)
            buffer.insert_text("\n")
        else:
            buffer.validate_and_handle()

    @keys.add("enter", filter=editing & has_completions & completion_is_selected)
    def choose(event: KeyPressEvent) -> None:
        """Take the entry of the menu, without running the line."""
        event.current_buffer.complete_state = None

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
        use_menu()
        event.current_buffer.start_completion(select_first=True)

    @keys.add("f7", filter=editing)
    def history_list(event: KeyPressEvent) -> None:
        """Open the list of what was typed before."""
        use_history()
        event.current_buffer.start_completion(select_first=True)

    @keys.add("escape", filter=editing & has_completions, eager=True)
    def close_menu(event: KeyPressEvent) -> None:
        """Close the menu and leave the line as it was."""
        event.current_buffer.cancel_completion()

    @keys.add("c-z", filter=editing & _at_end_of_whole_text)
    def end_of_input(event: KeyPressEvent) -> None:
        """Leave the shell from an empty line, as Ctrl+D does."""
        if not event.current_buffer.text:
            event.app.exit(exception=EOFError)

    return keys
