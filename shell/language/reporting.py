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
        self.text = source.units + END_OF_TEXT
        self.length = len(source.units)
        self.end = self.length
        self.pos = 0
        self.tokens: list[Token] = []
        self.errors: list[ParseError] = []
        self._reported: set[tuple[str, int, int]] = set()

    def report(self, start: int, end: int, error_id: str, *facts: str, incomplete: bool = False) -> None:
        """Report an error. The same error at the same place is reported once: tokens can be scanned twice."""
        key = error_id, start, end
        if key in self._reported:
            return
        self._reported.add(key)
        self.errors.append(ParseError(Extent(self.source, start, end), error_id, message(error_id, *facts), incomplete))

    def forget_errors(self, count: int) -> None:
        """Forget what was reported behind the first `count` errors, because the text is parsed in another way."""
        for error in self.errors[count:]:
            self._reported.discard((error.error_id, error.extent.start_offset, error.extent.end_offset))
        del self.errors[count:]

    def report_incomplete(self, start: int, end: int, error_id: str, *facts: str, detected: int | None = None) -> None:
        """Report that something is missing; if nothing but blanks and comments follows, more input could bring it."""
        incomplete = self.is_at_end(end if detected is None else detected)
        self.report(start, end, error_id, *facts, incomplete=incomplete)

    def is_at_end(self, offset: int) -> bool:
        """Whether only blanks and comments follow."""
        return offset >= self.length or _ONLY_BLANKS(self.text, offset, self.length) is not None
