"""The line at the prompt, as key handlers of scripts see it."""

from __future__ import annotations

from prompt_toolkit.document import Document
from prompt_toolkit.key_binding import KeyPressEvent

from shell.repl.functions import Functions


class Line:
    """The line that a key was pressed in. See `EditedLine` in shell/hosting/lineediting."""

    def __init__(self, event: KeyPressEvent, functions: Functions) -> None:
        self._event = event
        self._buffer = event.current_buffer
        self._functions = functions

    @property
    def text(self) -> str:
        """What stands there."""
        return self._buffer.text

    @property
    def cursor(self) -> int:
        """How many characters stand before the cursor."""
        return self._buffer.cursor_position

    @property
    def selection(self) -> tuple[int, int] | None:
        """Start and length of what is selected."""
        if self._buffer.selection_state is None:
            return None
        start, end = self._buffer.document.selection_range()
        return start, end - start

    def put(self, text: str, cursor: int) -> None:
        """Put a text in place of the line."""
        self._buffer.document = Document(text, min(cursor, len(text)))

    def run(self, function: str) -> None:
        """Run a function of the line editor."""
        self._functions.run(function, self._event)


__all__ = ["Line"]
