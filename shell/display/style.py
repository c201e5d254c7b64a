"""Colours: what a formatter puts around headers and labels. A host that wants them has a `style`; plain text has none.

Errors and warnings go to lines of their own, which the host colours as it likes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from shell.machine import environment

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace

_ESCAPES: Final = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))")
"""Control sequences: colours and attributes, and links (OSC 8)."""

_SUPPRESSION: Final = "__SuppressAnsiEscapeSequences"


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
    """Return what $PSStyle.OutputRendering says: Host, PlainText or Ansi.

    The variable __SuppressAnsiEscapeSequences of the environment, whatever its value, means PlainText.
    """
    style = _chosen(session)
    if style is None:
        return "Host"
    return "PlainText" if environment.get(_SUPPRESSION) is not None else str(getattr(style, "output_rendering", "Host"))


def colours(session: Runspace | None) -> Style:
    """Return the escape sequences that $PSStyle.Formatting holds in a session."""
    formatting = getattr(_chosen(session), "formatting", None)
    if formatting is None:
        return TERMINAL
    return Style(
        formatting.table_header, formatting.format_accent, formatting.error, formatting.error_accent, TERMINAL.reset
    )


def _chosen(session: Runspace | None) -> object:
    """Return the session's $PSStyle where a script has touched it: it is made when it is first read."""
    return None if session is None else dict.get(session.global_scope, "psstyle")


__all__ = ["PLAIN", "TERMINAL", "Style", "colours", "rendering", "undecorated"]
