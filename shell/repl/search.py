"""Searching the history letter by letter, as Ctrl+R and Ctrl+S do: the newest line that holds what is typed."""

from __future__ import annotations

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document

from shell.hosting.lineediting.options import ReadLineOptions
from shell.repl.lookback import Lines

_BACK, _AHEAD = -1, 1


class HistorySearch:
    """A search, from the key that begins it to the key that is none of it."""

    def __init__(self, lines: Lines, options: ReadLineOptions) -> None:
        self._all = lines
        self._options = options
        self.active = False
        self.text = ""
        """What is searched."""
        self._typed = Document()
        self._lines: list[str] = []
        self._at = 0
        """The line that shows; behind the last one is what was typed."""
        self._direction = _BACK
        self._found = True
        self._before: list[tuple[str, int, bool, Document]] = []
        """What showed before each letter."""

    def begin(self, buffer: Buffer, *, back: bool) -> None:
        """Begin, or in a search go on to the next line that holds the text."""
        self._direction = _BACK if back else _AHEAD
        if self.active:
            if self.text:
                self._look(buffer, self._at + self._direction)
            return
        self.active, self.text, self._found = True, "", True
        self._typed, self._lines, self._before = buffer.document, self._all(), []
        self._at = len(self._lines)
        buffer.complete_state = None
        buffer.suggestion = None

    def type(self, buffer: Buffer, text: str) -> None:
        """Search for more; the line that shows stays where it holds that, too."""
        for letter in text:
            self._before.append((self.text, self._at, self._found, buffer.document))
            self.text += letter
            self._look(buffer, self._at if self._at < len(self._lines) else self._at + self._direction)

    def erase(self, buffer: Buffer) -> None:
        """Take back the last letter, and what it found."""
        if self._before:
            self.text, self._at, self._found, shown = self._before.pop()
            self._show(buffer, shown)

    def end(self, buffer: Buffer) -> None:
        """Leave the search with the line that it found."""
        self.active = False
        if self._options.history_search_cursor_moves_to_end:
            buffer.cursor_position = len(buffer.text)

    def abort(self, buffer: Buffer) -> None:
        """Leave the search with the line that was typed."""
        self.active = False
        self._show(buffer, self._typed)

    def label(self) -> str:
        """What tells that a search goes on, and for what."""
        direction = "bck-i-search" if self._direction == _BACK else "fwd-i-search"
        return f"{'' if self._found else 'failed-'}{direction}: {self.text}_"

    def marked(self, document: Document) -> tuple[int, int] | None:
        """Return where in the line what is searched stands."""
        if not self.active or not self.text or not self._found:
            return None
        return document.cursor_position, document.cursor_position + len(self.text)

    def _look(self, buffer: Buffer, start: int) -> None:
        """Show the next line from `start` on that holds the text, and is not the one that shows."""
        at, shown = start, buffer.text
        while 0 <= at < len(self._lines):
            place = self._place(self._lines[at])
            if place >= 0 and (at == self._at or not self._options.history_no_duplicates or self._lines[at] != shown):
                self._at, self._found = at, True
                self._show(buffer, Document(self._lines[at], place))
                return
            at += self._direction
        self._found = False

    def _place(self, line: str) -> int:
        if self._options.history_search_case_sensitive:
            return line.find(self.text)
        return line.lower().find(self.text.lower())

    def _show(self, buffer: Buffer, document: Document) -> None:
        buffer.document = document
        buffer.suggestion = None


__all__ = ["HistorySearch"]
