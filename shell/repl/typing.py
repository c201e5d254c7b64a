"""Characters that are typed, or come as a paste that the terminal does not bracket: what waits is put in at once."""

from __future__ import annotations

from typing import Final

from prompt_toolkit.filters import Filter, emacs_insert_mode, has_selection, vi_insert_mode
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

_MOST: Final = 4096
"""Characters that are put in at once: what they show may be drawn in between."""


def add_typing(keys: KeyBindings, editing: Filter, own: frozenset[str]) -> None:
    """Add the characters that insert themselves. `own` are those that a handler of the session waits for."""

    @keys.add(
        Keys.Any,
        filter=editing & (emacs_insert_mode | vi_insert_mode) & ~has_selection,
        save_before=lambda event: not event.is_repeat,
    )
    def insert(event: KeyPressEvent) -> None:
        """Put a character in, and those behind it that wait."""
        text = event.data * event.arg
        waiting = event.key_processor.input_queue
        if text.isprintable():
            more: list[str] = []
            while waiting and len(more) < _MOST and _is_text(press := waiting[0].key, own):
                more.append(press)
                waiting.popleft()
            text += "".join(more)
        event.current_buffer.insert_text(text)


def _is_text(key: str, own: frozenset[str]) -> bool:
    return len(key) == 1 and key.isprintable() and key not in own


__all__ = ["add_typing"]
