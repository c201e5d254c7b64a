"""Parse errors: facts first, the text computed by the table of messages."""

from __future__ import annotations

from dataclasses import dataclass

from shell.language.source import Extent


@dataclass(frozen=True, slots=True)
class ParseError:
    """What the parser found wrong.

    `error_id` is PowerShell's own (`UnexpectedToken`, `MissingEndCurlyBrace`, ...); `incomplete` is true where more
    input could still make the text whole, so that a prompt can go on with `>>`.
    """

    extent: Extent
    error_id: str
    message: str
    incomplete: bool = False
