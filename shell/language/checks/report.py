"""Where checks put what they find."""

from __future__ import annotations

from collections.abc import Iterable

from shell.language.errors import ParseError
from shell.language.messages import message
from shell.language.source import Extent


class Report:
    """Collects errors; the same error at the same place is one."""

    def __init__(self, known: Iterable[ParseError]) -> None:
        self.found: list[ParseError] = []
        self._seen = {(error.error_id, error.extent.start_offset, error.extent.end_offset) for error in known}

    def __call__(self, extent: Extent, error_id: str, *facts: str) -> None:
        """Report an error."""
        key = error_id, extent.start_offset, extent.end_offset
        if key not in self._seen:
            self._seen.add(key)
            self.found.append(ParseError(extent, error_id, message(error_id, *facts)))
