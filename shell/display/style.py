"""Colours: what a formatter puts around headers and labels. A host that wants them has a `style`; plain text has none.

Errors and warnings go to lines of their own, which the host colours as it likes.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Style(NamedTuple):
    """Escape sequences as `$PSStyle.Formatting` names them; empty texts leave the output plain."""

    table_header: str = ""
    format_accent: str = ""
    error: str = ""
    error_accent: str = ""
    reset: str = ""

    def paint(self, text: str, colour: str) -> str:
        """Return the text in a colour of this style."""
        return f"{colour}{text}{self.reset}" if colour else text


PLAIN: Final = Style()

TERMINAL: Final = Style(
    table_header="\x1b[32;1m",
    format_accent="\x1b[32;1m",
    error="\x1b[31;1m",
    error_accent="\x1b[36;1m",
    reset="\x1b[0m",
)
"""The colours that PowerShell 7 starts with."""

__all__ = ["PLAIN", "TERMINAL", "Style"]
