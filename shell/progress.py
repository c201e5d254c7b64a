"""Progress on a terminal: bars below the output, drawn in place a few times a second and gone before anything else."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy

if TYPE_CHECKING:
    from shell.app import Session
    from shell.display import cells
    from shell.engine.session.streams import ProgressRecord
else:
    cells = lazy("shell.display.cells", globals())

PERIOD: Final = 0.2
"""Seconds between two drawings, as PowerShell has it."""
_BAR_END: Final = 4
"""Columns for the blank and the brackets around a bar, and one more."""
_MOST_ROWS: Final = 8
_LONGEST: Final = 1000
"""Characters of a text that are looked at: more than any window is wide."""
_REVERSE, _NOT_REVERSE, _RESET = "\x1b[7m", "\x1b[27m", "\x1b[0m"


@dataclass(frozen=True, slots=True)
class ProgressStyle:
    """`$PSStyle.Progress`: colour, widest bar in columns, and whether the view is Minimal (else Classic)."""

    colour: str = "\x1b[33;1m"
    max_width: int = 120
    minimal: bool = True
    taskbar: bool = False


class ProgressPane:
    """What is going on, and what of it shows. `put` writes on the terminal; a timer draws what came in between."""

    def __init__(
        self, put: Callable[[str], None], columns: Callable[[], int], colours: bool, rows: Callable[[], int] = lambda: 0
    ) -> None:
        self._put = put
        self._columns = columns
        self._height = rows
        self._colours = colours
        self._lock = threading.RLock()
        self._nodes: dict[tuple[int, int], ProgressRecord] = {}
        self._style = ProgressStyle()
        self._rows = 0
        """Rows that the bars take up now; the cursor is at the start of the first."""
        self._drawn_at = float("-inf")
        self._timer: threading.Timer | None = None
        self._told_taskbar = False
        self.at_line_start = True
        """Whether what was written last ended its line: else there is no room for bars."""

    def take(self, record: ProgressRecord, style: ProgressStyle) -> None:
        """Take a record: draw now, or when it is time again."""
        with self._lock:
            self._style = style
            key = (int(getattr(record, "source_id", 0)), record.activity_id)
            if str(record.record_type) == "Completed":
                self._forget(key)
            else:
                self._nodes[key] = record
            if not self._nodes:
                self.hide()
                return
            left = self._drawn_at + PERIOD - time.monotonic()
            if left <= 0:
                self._draw()
            elif self._timer is None:
                self._later(left)

    def _later(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, self._draw_waiting)
        self._timer.daemon = True
        self._timer.start()

    def _draw_waiting(self) -> None:
        with self._lock:
            if self._timer is threading.current_thread():
                self._timer = None
                if self._nodes:
                    self._draw()

    def _forget(self, key: tuple[int, int]) -> None:
        """Forget an activity and those inside it."""
        self._nodes.pop(key, None)
        source, activity = key
        for each in [k for k, r in self._nodes.items() if k[0] == source and r.parent_activity_id == activity]:
            if each in self._nodes and each != key:
                self._forget(each)

    @property
    def shows(self) -> bool:
        """Whether there is something that output has to be kept apart from."""
        return bool(self._rows or self._nodes)

    def hide(self) -> None:
        """Take the bars away: something else is to be written."""
        with self._lock:
            if self._rows:
                self._put("\r\x1b[J")
                self._rows = 0

    def make_room(self, write: Callable[[], None], text: str) -> None:
        """Have `write` show a text where the bars were; they come back below it in a moment."""
        with self._lock:
            self.hide()
            write()
            self.at_line_start = text[-1:] == "\n"
            if self._nodes and self._timer is None:
                self._later(PERIOD)

    def end(self) -> None:
        """Take everything away: the command has ended, or asks something."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None
            self.hide()
            self._nodes.clear()
            if self._told_taskbar:
                self._told_taskbar = False
                self._put("\x1b]9;4;0\x1b\\")

    def _draw(self) -> None:
        if not self.at_line_start:
            return
        lines = self.lines()
        self._drawn_at = time.monotonic()
        up = f"\x1b[{len(lines) - 1}A" if len(lines) > 1 else ""
        self._put("\r\x1b[J" + "\n".join(lines) + up + "\r")
        self._rows = len(lines)
        if self._style.taskbar:
            self._told_taskbar = True
            percent = next(iter(self._nodes.values())).percent_complete
            self._put(f"\x1b]9;4;{f'1;{percent}' if percent >= 0 else '3'}\x1b\\")

    def lines(self) -> list[str]:
        """Return the bars as they are drawn, those inside others indented below them."""
        found: list[str] = []
        for key, depth in self._ordered():
            record = self._nodes[key]
            columns = self._columns() - 1
            if self._style.minimal:
                found.append(minimal_line(record, depth, columns, self._style, self._colours))
            else:
                found += classic_lines(record, depth, columns, self._style, self._colours)
        height = self._height()
        return found[: min(_MOST_ROWS, max(height - 1, 1)) if height else _MOST_ROWS]

    def _ordered(self) -> list[tuple[tuple[int, int], int]]:
        children: dict[tuple[int, int], list[tuple[int, int]]] = {}
        roots: list[tuple[int, int]] = []
        for key, record in self._nodes.items():
            parent = (key[0], record.parent_activity_id)
            if parent in self._nodes and parent != key:
                children.setdefault(parent, []).append(key)
            else:
                roots.append(key)
        found: list[tuple[tuple[int, int], int]] = []
        waiting = [(key, 0) for key in reversed(roots)]
        while waiting:
            key, depth = waiting.pop()
            found.append((key, depth))
            waiting += [(each, depth + 1) for each in reversed(children.get(key, []))]
        return found


def progress_style(session: Session) -> ProgressStyle:
    """Return what `$PSStyle.Progress` says."""
    style = dict.get(session.runspace.global_scope, "psstyle")
    if style is None:
        return _FIRST
    progress = style.progress
    return ProgressStyle(
        str(progress.style), int(progress.max_width), str(progress.view) == "Minimal", bool(progress.use_osc_indicator)
    )


_FIRST: Final = ProgressStyle()


def plain(text: Any) -> str:
    """Return a text in one line without control characters."""
    return "".join(each if each.isprintable() else " " for each in str(text or "")[:_LONGEST])


def _cut(text: str, columns: int) -> str:
    return (
        text if cells.screen_cells(text) <= columns else cells.head(text, max(columns - 1, 0), cells.screen_cells) + "…"
    )


def minimal_line(record: ProgressRecord, depth: int, columns: int, style: ProgressStyle, colours: bool) -> str:
    """Return `Activity [Status            ]`: the part of the bar that is done is reversed."""
    width = min(columns, style.max_width) if style.max_width > 0 else columns
    indent = " " * min(depth, width // 4)
    activity = _cut(plain(record.activity), width // 2)
    bar = max(width - len(indent) - cells.screen_cells(activity) - _BAR_END, 0)
    left = f"{record.seconds_remaining}s" if record.seconds_remaining >= 0 else ""
    status = _cut(plain(record.status_description), max(bar - len(left) - 1, 0))
    text = status + " " * max(bar - cells.screen_cells(status) - len(left), 0) + left
    done = len(text) if not 0 <= record.percent_complete < 100 else len(text) * record.percent_complete // 100
    if not colours:
        percent = f"{record.percent_complete}%" if record.percent_complete >= 0 else ""
        return f"{indent}{activity} [{text[: max(len(text) - len(percent), 0)]}{percent}]"
    return f"{indent}{style.colour}{activity} [{_REVERSE}{text[:done]}{_NOT_REVERSE}{text[done:]}]{_RESET}"


def classic_lines(record: ProgressRecord, depth: int, columns: int, style: ProgressStyle, colours: bool) -> list[str]:
    """Return activity, status, a bar of `o`, the time left and the operation, a line each, as far as they are known."""
    indent = " " * min(1 + 4 * depth, columns // 4)
    width = max(columns - len(indent), 1)
    texts = [_cut(plain(record.activity), width)]
    if record.status_description:
        texts.append("    " + _cut(plain(record.status_description), width - 4))
    if record.percent_complete >= 0:
        bar = max(width - 6, 0)
        done = min(record.percent_complete, 100) * bar // 100
        texts.append(f"    [{'o' * done}{' ' * (bar - done)}]")
    if record.seconds_remaining >= 0:
        texts.append(f"    {_duration(record.seconds_remaining)} remaining.")
    if record.current_operation:
        texts.append("    " + _cut(plain(record.current_operation), width - 4))
    texts = [_cut(each, width) for each in texts]
    if not colours:
        return [indent + each for each in texts]
    return [f"{style.colour}{indent}{each}{_RESET}" for each in texts]


def _duration(seconds: int) -> str:
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}"


__all__ = ["PERIOD", "ProgressPane", "ProgressStyle", "classic_lines", "minimal_line", "plain", "progress_style"]
