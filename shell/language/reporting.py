"""What scanner and parser share: the text and the errors found in it."""

from __future__ import annotations

import re

from shell.language.characters import BLANK_CLASS, END_OF_TEXT
from shell.language.errors import ParseError
from shell.language.messages import message
from shell.language.source import Extent, Source
from shell.language.tokens import Token

_ONLY_BLANKS = re.compile(rf"(?>[{BLANK_CLASS}\r\n]+|#[^\r\n]*|<#(?>[^#]+|#(?!>))*#>)*+\Z").match


class Reporter:
    """Holds the text, the place where scanning goes on, the tokens so far and the errors so far."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text + END_OF_TEXT
        self.length = len(source.text)
        self.end = self.length
        self.pos = 0
        self.tokens: list[Token] = []
        self.errors: list[ParseError] = []

    def report(self, start: int, end: int, error_id: str, *facts: str, incomplete: bool = False) -> None:
        """Report an error. The same error at the same place is reported once: tokens can be scanned twice."""
        for error in self.errors:
            extent = error.extent
            if error.error_id == error_id and extent.start_offset == start and extent.end_offset == end:
                return
        self.errors.append(ParseError(Extent(self.source, start, end), error_id, message(error_id, *facts), incomplete))

    def report_incomplete(self, start: int, end: int, error_id: str, *facts: str, detected: int | None = None) -> None:
        """Report that something is missing; if nothing but blanks and comments follows, more input could bring it."""
        incomplete = self.is_at_end(end if detected is None else detected)
        self.report(start, end, error_id, *facts, incomplete=incomplete)

    def is_at_end(self, offset: int) -> bool:
        """Whether only blanks and comments follow."""
        return offset >= self.length or _ONLY_BLANKS(self.text, offset, self.length) is not None
