"""How what is typed looks: PSReadLine's colours, as the session's options have them, and signs for what is unseen."""

from __future__ import annotations

from typing import Final

from prompt_toolkit.formatted_text import ANSI, to_formatted_text
from prompt_toolkit.layout.screen import Char
from prompt_toolkit.styles import Style

from shell.hosting.lineediting.options import ReadLineOptions

_STYLES: Final = {
    "Command": "script.command",
    "Comment": "script.comment",
    "ContinuationPrompt": "prompt-continuation",
    "Default": "script.default",
    "Emphasis": "script.found",
    "Error": "script.error",
    "InlinePrediction": "auto-suggestion",
    "Keyword": "script.keyword",
    "Member": "script.member",
    "Number": "script.number",
    "Operator": "script.operator",
    "Parameter": "script.parameter",
    "Selection": "selected",
    "String": "script.string",
    "Type": "script.type",
    "Variable": "script.variable",
}
_PLAIN: Final = frozenset(("Default", "ContinuationPrompt"))
"""What shows in the terminal's own colour unless a script says otherwise: its background may be white."""


_TURNING: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of the text behind them, so that a line may not be what it seems to be."""
Char.display_mappings.update({each: f"<{ord(each):04x}>" for each in _TURNING})  # as control characters show: ^[


def style_of(sequence: str) -> str:
    """Return an escape sequence as a style: `fg:ansibrightred italic`."""
    fragments = to_formatted_text(ANSI(sequence + "x"))
    return fragments[-1][0] if fragments else ""


def prompt_style(options: ReadLineOptions, first: dict[str, str]) -> Style:
    """Return the style sheet. `first` are the colours that a session begins with."""
    rules = [("bottom-toolbar", "noreverse ansibrightblack"), ("script.pair", "bold ansibrightcyan")]
    for name, style in _STYLES.items():
        colour = options.colours[name]
        if name in _PLAIN and colour == first[name]:
            continue
        rule = style_of(colour)
        if name == "InlinePrediction" and colour == first[name]:
            rule = "ansibrightblack"
        if name == "Error":
            rule += " underline"
        if name == "Selection":
            rule = "noreverse " + rule
        rules.append((style, rule))
    return Style(rules)


__all__ = ["prompt_style", "style_of"]
