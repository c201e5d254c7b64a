"""Colours: what a formatter puts around headers and labels. A host that wants them has a `style`; plain text has none.

Errors and warnings go to lines of their own, which the host colours as it likes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from shell.runtime.session import Runspace

_ESCAPES: Final = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))")
"""Control sequences: colours and attributes, and links (OSC 8)."""


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


def undecorated(text: str) -> str:
    """Return a text without escape sequences."""
    return _ESCAPES.sub("", text)


def rendering(session: Runspace | None) -> str:
    """Return what $PSStyle.OutputRendering says: Host, PlainText or Ansi."""
    style = None if session is None else dict.get(session.global_scope, "psstyle")
    return "Host" if style is None else str(getattr(style, "output_rendering", "Host"))


__all__ = ["PLAIN", "TERMINAL", "Style", "rendering", "undecorated"]
