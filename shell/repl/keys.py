"""The keys of the prompt: those that the session's handlers name, and those of menus and pastes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.filters import (
    Condition,
    Filter,
    has_completions,
    has_focus,
    vi_insert_mode,
    vi_mode,
    vi_navigation_mode,
)
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.key_binding.key_processor import KeyProcessor
from prompt_toolkit.key_binding.vi_state import InputMode
from prompt_toolkit.keys import Keys

from shell.hosting.lineediting.chords import Chord
from shell.hosting.lineediting.handlers import KeyHandler, KeyHandlers, handler_of
from shell.hosting.lineediting.terminalkeys import terminal_keys
from shell.repl.functions import Functions
from shell.repl.giving_up import give_up
from shell.repl.menus import close_menu, go_a_page, go_to_entry
from shell.repl.pasting import clean
from shell.repl.searchkeys import add_search_keys
from shell.repl.typing import add_typing

DEFAULT_BUFFER = "DEFAULT_BUFFER"
RunBlock = Callable[[KeyPressEvent, KeyHandler], None]
"""Runs a script's handler."""

_ALT_FOLLOWS = 0.02
"""Seconds that a lone Esc waits for the rest of an Alt combination, which a terminal sends in one piece."""
_FOR_EVER = 86_400.0
"""Seconds that a chord waits for its second key."""
_ASK_FOR_A_KEY = frozenset(("CharacterSearch", "CharacterSearchBackward"))
_KEEP_UNDO = frozenset(("Undo", "Redo", "UndoAll"))


def key_bindings(handlers: KeyHandlers, functions: Functions, run_block: RunBlock) -> KeyBindings:
    """Return the bindings of a session's handlers."""
    keys = KeyBindings()
    searching = Condition(lambda: functions.search.active)
    editing = has_focus(DEFAULT_BUFFER) & ~searching
    firsts = {sent[0] for (chord, _) in [*handlers.bound, *handlers.removed] if (sent := terminal_keys(chord))}
    add_typing(keys, editing, frozenset(firsts))
    for key, function in (("c-r", "ReverseSearchHistory"), ("c-s", "ForwardSearchHistory")):
        in_command_mode = handler_of(function)
        _bind(keys, (key,), in_command_mode, editing & vi_navigation_mode, True, functions, run_block)
    begun = {keys_of[:1] for (chord, _) in handlers.bound if (keys_of := terminal_keys(chord)) and len(keys_of) > 1}
    for (chord, command_mode), handler in handlers.bound.items():
        sent = terminal_keys(chord)
        if sent is not None:
            _bind(keys, sent, handler, editing & _mode(command_mode), sent not in begun, functions, run_block)
    for chord, command_mode in handlers.removed:
        _bind_nothing(keys, chord, editing & _mode(command_mode))
    _add_signal(keys)
    _add_menu_keys(keys, editing)
    _add_paste(keys, editing)
    _add_change_word(keys, editing & vi_navigation_mode)
    add_search_keys(keys, handlers, functions.search, has_focus(DEFAULT_BUFFER) & searching)
    return keys


def _mode(command_mode: bool) -> Filter:
    """Handlers are those of vi's insert mode, where there is no other word; other modes have but one."""
    return vi_navigation_mode if command_mode else vi_insert_mode | ~vi_mode


def _bind(
    keys: KeyBindings,
    sent: tuple[str, ...],
    handler: KeyHandler,
    filter: Filter,
    alone: bool,
    functions: Functions,
    run_block: RunBlock,
) -> None:
    def handle(event: KeyPressEvent) -> None:
        if handler.block is not None:
            run_block(event, handler)
        else:
            functions.run(handler.function, event)

    whole: tuple[Any, ...] = (*sent, Keys.Any) if handler.function in _ASK_FOR_A_KEY else sent
    eager = alone and len(whole) == 1 and whole[0] != "escape"  # not held up by longer keys of the editor's own
    keep_undo = handler.function in _KEEP_UNDO
    keys.add(*whole, filter=filter, eager=eager, save_before=lambda event: not keep_undo)(handle)


def _bind_nothing(keys: KeyBindings, chord: Chord, filter: Filter) -> None:
    sent = terminal_keys(chord)
    if sent is None:
        return

    def nothing(event: KeyPressEvent) -> None:
        """The key was taken away."""

    if len(sent) == 1 and len(sent[0]) == 1:
        keys.add(*sent, filter=filter)(nothing)
    else:
        keys.add(*sent, filter=filter, eager=sent[0] != "escape")(nothing)


def _add_signal(keys: KeyBindings) -> None:
    @keys.add("<sigint>")
    def interrupt(event: KeyPressEvent) -> None:
        """Give up the line."""
        give_up(event, KeyboardInterrupt)


def _add_menu_keys(keys: KeyBindings, editing: Filter) -> None:
    in_menu = editing & has_completions

    @keys.add("enter", filter=in_menu, eager=True)
    def choose(event: KeyPressEvent) -> None:
        """Take the entry of the menu, without running the line; where none is chosen only the menu closes."""
        event.current_buffer.complete_state = None

    @keys.add("down", filter=in_menu, eager=True)
    @keys.add("c-n", filter=in_menu, eager=True)
    @keys.add("tab", filter=in_menu, eager=True)
    @keys.add("c-@", filter=in_menu, eager=True)
    def next_entry(event: KeyPressEvent) -> None:
        """Go to the next entry of the menu; behind the last comes the first."""
        go_to_entry(event.current_buffer, 1)

    @keys.add("up", filter=in_menu, eager=True)
    @keys.add("c-p", filter=in_menu, eager=True)
    @keys.add("s-tab", filter=in_menu, eager=True)
    def previous_entry(event: KeyPressEvent) -> None:
        """Go to the previous entry of the menu; before the first comes the last."""
        go_to_entry(event.current_buffer, -1)

    @keys.add("pagedown", filter=in_menu, eager=True)
    def next_page(event: KeyPressEvent) -> None:
        """Go ahead in the menu, at most to its end."""
        go_a_page(event.current_buffer, _PAGE)

    @keys.add("pageup", filter=in_menu, eager=True)
    def previous_page(event: KeyPressEvent) -> None:
        """Go back in the menu, at most to its start."""
        go_a_page(event.current_buffer, -_PAGE)

    @keys.add("escape", filter=in_menu)
    def close(event: KeyPressEvent) -> None:
        """Close the menu and leave the line as it was."""
        close_menu(event.current_buffer)


_PAGE = 10
"""Entries that a page key passes over."""


def _add_paste(keys: KeyBindings, editing: Filter) -> None:
    @keys.add(Keys.BracketedPaste, filter=editing)
    def paste(event: KeyPressEvent) -> None:
        """Put a paste in, without running any of it."""
        buffer = event.current_buffer
        if buffer.selection_state is not None:
            buffer.cut_selection()
        buffer.insert_text(clean(event.data))


def _add_change_word(keys: KeyBindings, in_command_mode: Filter) -> None:
    """Have vi's `cw` and `cW` leave the blanks behind a word, as vi does; the line editor's own take them along."""

    def change(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        document = buffer.document
        big = event.key_sequence[-1].key == "W"
        if document.current_char.isspace():
            end = document.find_next_word_beginning(count=event.arg, WORD=big)
        else:
            end = document.find_next_word_ending(include_current_position=True, count=event.arg, WORD=big)
        event.app.clipboard.set_text(buffer.delete(len(document.text_after_cursor) if end is None else end))
        event.app.vi_state.input_mode = InputMode.INSERT

    keys.add("c", "w", filter=in_command_mode)(change)
    keys.add("c", "W", filter=in_command_mode)(change)


def tell_escape_apart(app: Application[Any], escape_timeout: float) -> None:
    """Have Esc be a key of its own at once, and chords of other keys wait for their second key as long as it takes.

    `escape_timeout` is how many seconds the octets of a key may come apart.
    """
    app.ttimeoutlen = escape_timeout

    def wait_as_needed(processor: KeyProcessor) -> None:
        waiting = processor.key_buffer
        app.timeoutlen = _ALT_FOLLOWS if waiting and waiting[-1].key == Keys.Escape else _FOR_EVER

    app.key_processor.after_key_press += wait_as_needed


__all__ = ["DEFAULT_BUFFER", "RunBlock", "key_bindings", "tell_escape_apart"]
