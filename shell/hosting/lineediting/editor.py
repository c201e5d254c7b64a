"""The port between scripts and the prompt: options, key handlers, and the line that is being edited."""

from __future__ import annotations

from typing import Any, Protocol

from shell.hosting.lineediting.handlers import KeyHandlers
from shell.hosting.lineediting.options import ReadLineOptions


class EditedLine(Protocol):
    """The line at the prompt, while a key handler runs."""

    @property
    def text(self) -> str:
        """What stands there."""

    @property
    def cursor(self) -> int:
        """How many characters stand before the cursor."""

    @property
    def selection(self) -> tuple[int, int] | None:
        """Start and length of what is selected."""

    def put(self, text: str, cursor: int) -> None:
        """Put a text in place of the line; Undo takes it back."""

    def run(self, function: str) -> None:
        """Run a function of the line editor by its name."""


class HistoryOfLines(Protocol):
    """The lines that the prompt remembers, the oldest first."""

    def get_strings(self) -> list[str]:
        """Return the lines."""

    def append_string(self, string: str) -> None:
        """Remember a line."""

    def forget(self) -> None:
        """Forget the lines of this session."""


class LineEditing:
    """What a session's scripts and its prompt share. `version` grows with each change of an option."""

    def __init__(self, history_path: str = "") -> None:
        self.options = ReadLineOptions(history_path)
        self.handlers = KeyHandlers()
        self.version = 0
        self.line: EditedLine | None = None
        """The line, while one of its key handlers runs."""
        self.history: HistoryOfLines | None = None
        """What the prompt remembers; None where there is no prompt."""

    def changed(self) -> None:
        """Say that an option has another value now."""
        self.version += 1


def line_editing(session: Any) -> LineEditing:
    """Return what a session's scripts and prompt share, made when first needed."""
    found = session.state.get("line editing")
    if found is None:
        found = session.state["line editing"] = LineEditing()
    assert isinstance(found, LineEditing)
    return found


__all__ = ["EditedLine", "HistoryOfLines", "LineEditing", "line_editing"]
