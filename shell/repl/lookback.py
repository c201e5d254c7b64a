"""Going through the history from the line that is typed: all of it, or what begins as the line does."""

from __future__ import annotations

from collections.abc import Callable

from prompt_toolkit.auto_suggest import AutoSuggest, Suggestion
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document

from shell.hosting.lineediting.options import ReadLineOptions
from shell.repl.history import is_sensitive

Lines = Callable[[], list[str]]
"""Gives the lines of the history, the oldest first."""


class Lookback:
    """The place in the history, until something else is typed."""

    def __init__(self, lines: Lines, options: ReadLineOptions) -> None:
        self._lines = lines
        self._options = options
        self._found: list[Document] = []
        """What can be shown: first the line as it was typed, then the history, the newest first."""
        self._at = 0
        self._prefix: str | None = None

    def step(self, buffer: Buffer, by: int, *, prefixed: bool) -> bool:
        """Show the line `by` steps further back; with `prefixed` only those that begin with what stands before the
        cursor. Returns False where there is none.
        """
        shown = buffer.document
        if not self._found or self._found[self._at] != shown or (self._prefix is not None) != prefixed:
            self._begin(shown, prefixed)
        at = self._at + by
        if not 0 <= at < len(self._found):
            return False
        self._at = at
        self._show(buffer)
        return True

    def end(self, buffer: Buffer, *, oldest: bool) -> None:
        """Go to the oldest line, or back to what was typed."""
        if not self._found or self._found[self._at] != buffer.document:
            self._begin(buffer.document, prefixed=False)
        self._at = len(self._found) - 1 if oldest else 0
        self._show(buffer)

    def _show(self, buffer: Buffer) -> None:
        """Show a line as it was: nothing is predicted behind it."""
        buffer.document = self._found[self._at]
        buffer.suggestion = None

    def _begin(self, typed: Document, prefixed: bool) -> None:
        prefix = typed.text_before_cursor if prefixed else ""
        self._prefix = prefix if prefixed else None
        wanted = prefix if self._options.history_search_case_sensitive else prefix.lower()
        lines = reversed(self._lines())
        shown = dict.fromkeys(lines) if self._options.history_no_duplicates else list(lines)
        self._found = [typed]
        self._at = 0
        for line in shown:
            compared = line if self._options.history_search_case_sensitive else line.lower()
            if line != typed.text and compared.startswith(wanted):
                stays = prefixed and prefix and not self._options.history_search_cursor_moves_to_end
                self._found.append(Document(line, len(prefix) if stays else len(line)))


class HistoryPrediction(AutoSuggest):
    """The rest of the newest line that begins with what is typed. What may hold a secret is never shown."""

    def __init__(self, lines: Lines, options: ReadLineOptions) -> None:
        self._lines = lines
        self._options = options

    def get_suggestion(self, buffer: Buffer, document: Document) -> Suggestion | None:
        """Return the rest of a line; none for an empty one, and none where predictions are off."""
        text = document.text
        if not text.strip() or "\n" in text or buffer.complete_state is not None:
            return None
        if str(self._options.prediction_source) in ("None", "Plugin"):
            return None
        lowered, length = text.lower(), len(text)
        for line in reversed(self._lines()):
            if len(line) <= length or line[:length].lower() != lowered or "\n" in line:
                continue
            if not is_sensitive(line):
                return Suggestion(line[length:])
        return None


__all__ = ["HistoryPrediction", "Lookback"]
