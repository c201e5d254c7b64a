"""What stands at the prompt, parsed once for each text: tokens with their colours, pairs of brackets, the first error.

A text that is long is coloured anew only when nothing has been typed for a moment; until then what did not change keeps
its colours.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.lexers import Lexer

from shell.language import ParseError, Token, parse
from shell.repl.highlight import style_class
from shell.repl.runs import Run, Runs, StyledLines, stitched_runs

LONG: Final = 12_000
"""Characters from which on a text is parsed only when the keys rest: parsing them takes longer than a key may."""
_REST: Final = 0.25
"""Seconds without a key after which a long text is parsed."""
_OPENING: Final = {"LParen": "RParen", "DollarParen": "RParen", "AtParen": "RParen", "LCurly": "RCurly"} | {
    "AtCurly": "RCurly",
    "LBracket": "RBracket",
}
_CLOSING: Final = frozenset(_OPENING.values())
_ENDS_SOMETHING: Final = frozenset(")}]'\"@#`‘’‚‛“”„")
"""Characters without which a text that has something open cannot have become whole."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text and what its parser says."""

    text: str
    runs: Runs
    incomplete: bool
    """True where more is to come."""
    error: tuple[int, int] | None
    """Where the first error is that typing on cannot mend."""
    pairs: dict[int, int] = field(default_factory=dict)
    """Places of brackets, each with the one that belongs to it."""
    has_open: bool = False
    """True where a bracket, a string or a comment is open."""
    in_block: bool = False
    """True where nothing but blocks in braces is open, and nothing is wrong."""


def parsed(text: str) -> Parsed:
    """Parse a text."""
    result = parse(text, by_characters=True)
    tokens = sorted(result.tokens, key=lambda each: each.start)
    runs: list[Run] = []
    at = 0
    for token in tokens:
        if token.start >= at and token.end > token.start:
            runs.append((token.start, token.end, style_class(token)))
            at = token.end
    error = None if result.incomplete else _first_error(result.errors, tokens, len(text))
    has_open = result.incomplete and any(each.incomplete and _is_of_open(each) for each in result.errors)
    in_block = result.incomplete and all(each.error_id == "MissingEndCurlyBrace" for each in result.errors)
    return Parsed(text, Runs(runs, len(runs), len(runs)), result.incomplete, error, _pairs(tokens), has_open, in_block)


def _is_of_open(error: ParseError) -> bool:
    return error.error_id.startswith(("MissingEnd", "Incomplete", "Terminator", "EndSquare", "MissingTerminator"))


def _first_error(
    errors: list[ParseError] | tuple[ParseError, ...], tokens: list[Token], end: int
) -> tuple[int, int] | None:
    """Return the token where the first error begins; where it is of the end, the last token."""
    found = next((each for each in errors if not each.incomplete), None)
    if found is None:
        return None
    start = found.extent.start_offset
    for token in tokens:
        if token.start <= start < token.end:
            return token.start, token.end
    behind = next(((each.start, each.end) for each in tokens if each.start >= start and each.end > each.start), None)
    before = next(((each.start, each.end) for each in reversed(tokens) if each.start < start), None)
    return behind or before or (0, end)


def _pairs(tokens: list[Token]) -> dict[int, int]:
    found: dict[int, int] = {}
    open_ones: list[tuple[str, int]] = []
    for token in tokens:
        name = token.kind.name
        if name in _OPENING:
            open_ones.append((_OPENING[name], token.end - 1))
        elif name in _CLOSING and open_ones and open_ones[-1][0] == name:
            _, start = open_ones.pop()
            found[start], found[token.start] = token.start, start
    return found


class Parsing:
    """Keeps the last text's parse. `redraw` is called when a long text has been parsed after a rest."""

    def __init__(self, redraw: Callable[[], None]) -> None:
        self._redraw = redraw
        self._last = parsed("")
        self._shown = self._last
        """What a long text showed last: each line of the screen asks."""
        self._block = ""
        """A text that ends inside a block, where a line begins."""
        self._timer: asyncio.TimerHandle | None = None
        self.version = 0

    def whole(self, text: str) -> Parsed:
        """Parse a text now, however long it is."""
        if self._last.text != text:
            self._last = parsed(text)
            self.version += 1
        return self._last

    def now(self, text: str) -> Parsed:
        """Return what is known of a text at once; of a long one that has changed its colours only."""
        if len(text) <= LONG or self._last.text == text:
            return self.whole(text)
        if self._shown.text != text:
            self._parse_at_rest(text)
            self._shown = stitched(self._last, text)
        return self._shown

    def is_incomplete(self, text: str) -> bool:
        """Whether more is to come. Lines behind something open, that end nothing, are not parsed."""
        last = self._last
        if last.has_open and text.startswith(last.text) and not _ENDS_SOMETHING.intersection(text[len(last.text) :]):
            return True
        if self._goes_on_in_block(text):
            return True
        found = self.whole(text)
        self._block = text + "\n" if found.in_block else ""
        return found.incomplete

    def _goes_on_in_block(self, text: str) -> bool:
        """Whether a text goes on inside a block that was open before: only what was added is parsed, so that a long
        paste, which comes as lines where the terminal does not bracket it, costs each line once.
        """
        if not self._block or not text.startswith(self._block):
            return False
        added = parse(text[len(self._block) :], by_characters=True)
        if not added.errors:
            self._block = text + "\n"
            return True
        return added.incomplete and all(each.error_id == "MissingEndCurlyBrace" for each in added.errors)

    def _parse_at_rest(self, text: str) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(_REST, self._parse_and_redraw, text)

    def _parse_and_redraw(self, text: str) -> None:
        self._timer = None
        self.whole(text)
        self._redraw()


def stitched(before: Parsed, text: str) -> Parsed:
    """Return a text with the colours of an earlier one, where they have beginning and end in common."""
    start = _common(before.text, text)
    end = min(
        _common(before.text[: start - 1 : -1], text[: start - 1 : -1])
        if start
        else _common(before.text[::-1], text[::-1]),
        min(len(before.text), len(text)) - start,
    )
    moved = len(text) - len(before.text)
    return Parsed(text, stitched_runs(before.runs.pieces, start, len(before.text) - end, moved), False, None)


def _common(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


class ScriptLexer(Lexer):
    """Colours of what stands at the prompt, with a mark where it is wrong."""

    def __init__(self, parsing: Parsing) -> None:
        self._parsing = parsing

    def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
        """Return what gives a line's pieces."""
        lines = styled_lines(self._parsing.now(document.text))
        return lambda number: lines[number] if number < len(lines) else []

    def invalidation_hash(self) -> int:
        """Return a number that changes when a text that stays the same gets other colours."""
        return self._parsing.version


def styled_lines(found: Parsed) -> StyledLines:
    """Return the pieces of each line."""
    return StyledLines(found.text, found.runs, found.error)


__all__ = ["LONG", "Parsed", "Parsing", "ScriptLexer", "parsed", "stitched", "styled_lines"]
