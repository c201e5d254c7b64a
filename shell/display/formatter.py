"""From objects to lines: the end of a pipeline.

A formatter lives as long as one submission. Texts and numbers are written at once; for anything else the layout comes
in, which shapes objects by their views and takes the format objects of Format-* commands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from shell.display.celltext import SCALARS, display_text
from shell.display.style import PLAIN, Style, colours, rendering, undecorated
from shell.lazy import lazy
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.display import layout
    from shell.display.layout import Layout
    from shell.engine.session.runspace import Runspace
    from shell.values.errors import ErrorRecord
else:
    layout = lazy("shell.display.layout", globals())

Line = Callable[[str], None]


class Formatter:
    """A consumer of objects that writes lines.

    `line` gets each line without its line break (a text of several lines comes in one call). Errors go to `error_line`,
    whole; without it they are lines like others. `patience` is how long rows may wait, in seconds: beyond it they are
    shown with the widths known so far, as a person in front of the screen expects; None waits for all.
    $PSStyle.OutputRendering decides about escape sequences: Host keeps them where there is a terminal (`style`).
    """

    def __init__(
        self,
        session: Runspace | None,
        columns: int = 120,
        line: Line | None = None,
        error_line: Line | None = None,
        *,
        style: Style = PLAIN,
        patience: float | None = None,
    ) -> None:
        self._session = session
        self.columns = columns
        self._lines: list[str] = []
        self._sink: Line = line if line is not None else self._lines.append
        self._error_line = error_line
        self._style = style
        self._patience = patience
        self._layout: Layout | None = None

    def _line(self, text: str) -> None:
        self._sink(undecorated(text) if "\x1b" in text and self._is_plain() else text)

    def _is_plain(self) -> bool:
        """True where escape sequences do not belong."""
        chosen = rendering(self._session)
        return chosen == "PlainText" or (chosen == "Host" and self._style is PLAIN)

    def write(self, value: Value) -> None:
        """Take an object."""
        if type(value) in SCALARS and (self._layout is None or not self._layout.holds):
            self._line(display_text(value))
        else:
            self._laid_out().write(value)

    def write_error(self, record: ErrorRecord) -> None:
        """Take an error of the error stream: it goes to `error_line`, in order with what waits."""
        self._laid_out().write_error(record)

    def settle(self) -> None:
        """Show what waits; the document goes on."""
        if self._layout is not None:
            self._layout.settle()

    def end(self) -> None:
        """Show what waits and close the document."""
        if self._layout is not None:
            self._layout.end()

    def lines(self, values: Iterable[Value]) -> list[str]:
        """Return the lines of some objects."""
        for value in values:
            self.write(value)
        self.end()
        return [part for text in self._lines for part in text.split("\n")]

    def _laid_out(self) -> layout.Layout:
        if self._layout is None:
            chosen = rendering(self._session)
            style = (
                PLAIN
                if chosen == "PlainText" or (chosen == "Host" and self._style is PLAIN)
                else colours(self._session)
            )
            self._layout = layout.Layout(
                self._session, self.columns, self._line, self._error_line, style, self._patience
            )
        return self._layout


__all__ = ["Formatter", "Line"]
