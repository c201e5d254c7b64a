"""The colours of a text, looked up for the lines that show: a screen has fifty, the text may have thousands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from prompt_toolkit.formatted_text import StyleAndTextTuples

Run = tuple[int, int, str]
"""Start, end and style of a piece of text."""

_DEFAULT = "class:script.default"


def _start(run: Run) -> int:
    return run[0]


def _end(run: Run) -> int:
    return run[1]


@dataclass(frozen=True, slots=True)
class Runs:
    """The pieces of a text in their order: the first `head` of a list, and those from `tail` on, `moved` further on."""

    pieces: list[Run]
    head: int
    tail: int
    moved: int = 0

    def __iter__(self) -> Iterator[Run]:
        yield from self.pieces[: self.head]
        for start, end, style in self.pieces[self.tail :]:
            yield start + self.moved, end + self.moved, style

    def between(self, start: int, end: int) -> list[Run]:
        """Return the pieces that have something of a stretch of the text."""
        first = bisect_right(self.pieces, start, 0, self.head, key=_end)
        found = self.pieces[first : max(first, bisect_left(self.pieces, end, 0, self.head, key=_start))]
        moved = self.moved
        first = bisect_right(self.pieces, start - moved, self.tail, key=_end)
        last = max(first, bisect_left(self.pieces, end - moved, self.tail, key=_start))
        return found + [(low + moved, high + moved, style) for low, high, style in self.pieces[first:last]]


def stitched_runs(pieces: list[Run], unchanged: int, behind: int, moved: int) -> Runs:
    """Return the pieces of a changed text: those that end by `unchanged`, and those from `behind` on, moved."""
    head = bisect_right(pieces, unchanged, key=_end)
    return Runs(pieces, head, bisect_left(pieces, max(behind, unchanged - moved), head, key=_start), moved)


class StyledLines(Sequence[StyleAndTextTuples]):
    """The lines of a text in colours; each is made when it is asked for. `wrong` is the stretch that is marked."""

    def __init__(self, text: str, runs: Runs, wrong: tuple[int, int] | None) -> None:
        self._lines = text.split("\n")
        self._before = [0, *accumulate(map(len, self._lines))]
        """Characters before each line, without line breaks."""
        self._runs = runs
        self._wrong = wrong

    def __len__(self) -> int:
        return len(self._lines)

    def __getitem__(self, number: Any) -> Any:
        """Return the pieces of a line."""
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        line = self._lines[number]
        number %= len(self)
        begin = self._before[number] + number
        pieces: StyleAndTextTuples = []
        at = 0
        for start, end, style in self._runs.between(begin, begin + len(line)):
            if start - begin > at:
                pieces.append((_DEFAULT, line[at : start - begin]))
            marked = self._wrong is not None and self._wrong[0] <= start < self._wrong[1]
            at = min(end - begin, len(line))
            pieces.append((style + " class:script.error" if marked else style, line[max(start - begin, 0) : at]))
        if at < len(line):
            pieces.append((_DEFAULT, line[at:]))
        return pieces


__all__ = ["Run", "Runs", "StyledLines", "stitched_runs"]
