"""A script's text and the extents that point into it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property


class Source:
    """A script: its text and, where it came from a file, the path that positions show."""

    def __init__(self, text: str, path: str | None = None) -> None:
        self.text = text
        self.path = path

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        text = self.text
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

    def line_text(self, line: int) -> str:
        """Return the text of a 1-based line without its line break."""
        starts = self._line_starts
        begin = starts[line - 1]
        end = starts[line] if line < len(starts) else len(self.text)
        return self.text[begin:end].rstrip("\r\n")


class Extent:
    """Where a token or a node stands: 0-based offsets, the end exclusive."""

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
        return self.source.text[self.start_offset : self.end_offset]

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
