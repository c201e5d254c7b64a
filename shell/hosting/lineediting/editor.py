"""The port between scripts and the prompt: options, key handlers, and the line that is being edited."""

from __future__ import annotations

from typing import Any, Protocol

from shell.hosting.lineediting.handlers import KeyHandlers
from shell.hosting.lineediting.options import ReadLineOptions


class EditedLine(Protocol):
    """The line at the prompt, while a key handler runs."""

    @property
    def text(self) -> str:
        """Return the text of the line."""

    @property
    def cursor(self) -> int:
        """Return the number of characters before the cursor."""

    @property
    def selection(self) -> tuple[int, int] | None:
        """Return start and length of the selection."""

    def put(self, text: str, cursor: int) -> None:
        """Replace the line by a text; Undo reverts it."""

    def run(self, function: str) -> None:
        """Run a function of the line editor by its name."""


class HistoryOfLines(Protocol):
    """The history of the prompt, the oldest line first."""

    def get_strings(self) -> list[str]:
        """Return the lines."""

    def append_string(self, string: str) -> None:
        """Add a line."""

    def forget(self) -> None:
        """Clear the lines of this session."""


class LineEditing:
    """The line editor's state that a session's scripts and its prompt share. `version` grows with each change of an
    option.
    """

    def __init__(self, history_path: str = "") -> None:
        self.options = ReadLineOptions(history_path)
        self.handlers = KeyHandlers()
        self.version = 0
        self.line: EditedLine | None = None
        """The line, while one of its key handlers runs."""
        self.history: HistoryOfLines | None = None
        """The history of the prompt; None without a prompt."""

    def changed(self) -> None:
        """Record that an option was changed."""
        self.version += 1


def line_editing(session: Any) -> LineEditing:
    """Return the line editor's state of a session, which is made at the first call."""
    found = session.state.get("line editing")
    if found is None:
        found = session.state["line editing"] = LineEditing()
    assert isinstance(found, LineEditing)
    return found


__all__ = ["EditedLine", "HistoryOfLines", "LineEditing", "line_editing"]
