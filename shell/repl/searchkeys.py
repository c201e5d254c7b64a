"""The keys of a search of the history: letters search for more, and a key that is none of the search ends it."""

from __future__ import annotations

from typing import Final

from prompt_toolkit.filters import Filter, vi_navigation_mode
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import ALL_KEYS, Keys

from shell.hosting.lineediting.handlers import KeyHandlers
from shell.hosting.lineediting.terminalkeys import terminal_keys
from shell.repl.pasting import clean
from shell.repl.search import HistorySearch

_OF_NOBODY: Final = frozenset(
    each.value
    for each in (Keys.Any, Keys.Ignore, Keys.CPRResponse, Keys.SIGINT, Keys.BracketedPaste, Keys.Vt100MouseEvent)
) | {Keys.WindowsMouseEvent.value, Keys.ScrollUp.value, Keys.ScrollDown.value}
"""What is no key that a person presses, or has a meaning of its own."""


def add_search_keys(keys: KeyBindings, handlers: KeyHandlers, search: HistorySearch, searching: Filter) -> None:
    """Add them; the handlers of the session tell which keys go on searching, erase, and abort."""

    def leave(event: KeyPressEvent) -> None:
        """End the search; then the key does what it does."""
        search.end(event.current_buffer)
        event.key_processor.feed_multiple(list(event.key_sequence), first=True)

    for name in ALL_KEYS:
        if name not in _OF_NOBODY:
            keys.add(name, filter=searching, eager=True)(leave)

    @keys.add(Keys.Any, filter=searching)
    @keys.add(Keys.Any, filter=searching & vi_navigation_mode, eager=True)
    def search_more(event: KeyPressEvent) -> None:
        """Search for what is typed, too."""
        if event.data.isprintable():
            search.type(event.current_buffer, event.data)
        else:
            leave(event)

    @keys.add(Keys.BracketedPaste, filter=searching)
    def search_pasted(event: KeyPressEvent) -> None:
        """Search for the first line of a paste."""
        search.type(event.current_buffer, clean(event.data).split("\n")[0])

    def older(event: KeyPressEvent) -> None:
        search.begin(event.current_buffer, back=True)

    def newer(event: KeyPressEvent) -> None:
        search.begin(event.current_buffer, back=False)

    def erase(event: KeyPressEvent) -> None:
        search.erase(event.current_buffer)

    def abort(event: KeyPressEvent) -> None:
        search.abort(event.current_buffer)

    does = {"ReverseSearchHistory": older, "ForwardSearchHistory": newer, "BackwardDeleteChar": erase, "Abort": abort}
    bound = {
        sent[0]: does[handler.function]
        for (chord, _), handler in handlers.bound.items()
        if handler.function in does and (sent := terminal_keys(chord)) is not None and len(sent) == 1
    }
    for name, handle in ({"backspace": erase, "c-h": erase, "c-g": abort} | bound).items():
        keys.add(name, filter=searching, eager=True)(handle)


__all__ = ["add_search_keys"]
