"""A script's text and the extents that point into it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from shell.language.units import in_units, whole


class Source:
    """A script: its text and, where it came from a file, the path that positions show.

    Offsets and columns are those of `units`, in which a character beyond U+FFFF is two; mostly it is `text` itself.
    Who cuts the text in Python asks for offsets `by_characters`.
    """

    def __init__(self, text: str, path: str | None = None, *, by_characters: bool = False) -> None:
        self.text = text
        self.units = text if by_characters else in_units(text)
        self.path = path

    def between(self, start: int, end: int) -> str:
        """Return the text between two offsets."""
        piece = self.units[start:end]
        return piece if self.units is self.text else whole(piece)

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        text = self.units
        at = text.find("\n")
        if "\r" in text:
            for index, character in enumerate(text):
                if character == "\n" or (character == "\r" and text[index + 1 : index + 2] != "\n"):
                    starts.append(index + 1)
            return starts
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        return starts

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of a 0-based offset."""
        starts = self._line_starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line_units(self, line: int) -> str:
        """Return the units of a 1-based line without its line break: what columns count."""
        starts = self._line_starts
        begin = starts[line - 1]
        end = starts[line] if line < len(starts) else len(self.units)
        return self.units[begin:end].rstrip("\r\n")

    def line_text(self, line: int) -> str:
        """Return the text of a 1-based line without its line break."""
        return whole(self.line_units(line))


class Extent:
    """Where a token or a node stands: 0-based offsets in UTF-16 units, the end exclusive."""

    __slots__ = ("end_offset", "source", "start_offset")

    def __init__(self, source: Source, start_offset: int, end_offset: int) -> None:
        self.source = source
        self.start_offset = start_offset
        self.end_offset = end_offset

    def __repr__(self) -> str:
        return f"Extent({self.start_offset}, {self.end_offset}, {self.text!r})"

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """The source text of the extent."""
        return self.source.between(self.start_offset, self.end_offset)

    @property
    def file(self) -> str | None:
        """The path of the script, or None where the text came from the prompt."""
        return self.source.path

    @property
    def start_line(self) -> int:
        """1-based."""
        return self.source.line_and_column(self.start_offset)[0]

    @property
    def start_column(self) -> int:
        """1-based."""
        return self.source.line_and_column(self.start_offset)[1]

    @property
    def end_line(self) -> int:
        """1-based."""
        return self.source.line_and_column(self.end_offset)[0]

    @property
    def end_column(self) -> int:
        """1-based."""
        return self.source.line_and_column(self.end_offset)[1]


class EmptyExtent(Extent):
    """Where something stands that nobody wrote: nowhere. Offsets, lines and columns are 0, there is no file."""

    __slots__ = ()

    def __init__(self, source: Source) -> None:
        super().__init__(source, 0, 0)

    file = None
    start_line = start_column = end_line = end_column = 0
