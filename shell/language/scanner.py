"""The scanner: one token at a time, in the mode that the parser asks for.

The same characters are other tokens in an expression (`$x+1` is three) than in a command (`$x+1` is one word), so no
list of tokens can be made ahead of parsing. A mode is a table from a token's first character to the function that scans
it. One token of lookahead is kept (`ungot`); when the parser asks for it in another mode, it is scanned again.
"""

from __future__ import annotations

import re

from shell.language.characters import BLANK, BLANK_CLASS, LINE_BREAKS
from shell.language.modes import COMMAND, EXPRESSION, OPERAND, SAME_IN_EVERY_MODE, SKIPPED, TYPE_NAME, Mode, other
from shell.language.modes.shared import line_comment, line_continuation
from shell.language.source import Source
from shell.language.strings import StringScanner
from shell.language.tokens import Token, TokenKind

__all__ = ["COMMAND", "EXPRESSION", "OPERAND", "TYPE_NAME", "Mode", "Scanner"]

NEW_LINE = TokenKind.NewLine
SEMICOLON = TokenKind.Semi
END_OF_INPUT = TokenKind.EndOfInput

_BLANKS = re.compile(f"[{BLANK_CLASS}]+").match


class Scanner(StringScanner):
    """Scans a text from `pos` up to `end`. What it has scanned stands in `tokens`."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.ungot: Token | None = None
        self.ungot_mode: Mode = COMMAND

    # --- what the parser asks --------------------------------------------------------------------------------------

    def peek(self, mode: Mode) -> Token:
        """Look at the next token, scanned in a mode; it stays next."""
        token = self.ungot
        if token is not None:
            if self.ungot_mode is mode or token.kind in SAME_IN_EVERY_MODE:
                return token
            self.tokens.pop()
            self.pos = token.start
        self.ungot_mode = mode
        token = self.ungot = self._scan(mode)
        return token

    def next(self, mode: Mode) -> Token:
        """Take the next token, scanned in a mode."""
        token = self.peek(mode)
        self.ungot = None
        return token

    def forget(self) -> None:
        """Give the token of lookahead back to the text, so that what follows is read character by character."""
        token = self.ungot
        if token is not None:
            self.tokens.pop()
            self.pos = min(token.start, self.end)
            self.ungot = None

    def skip_newlines(self) -> None:
        """Skip line breaks, blanks and comments; the tokens are kept in the list."""
        token = self.ungot
        if token is not None:
            if token.kind is not NEW_LINE:
                return
            self.ungot = None
        text = self.text
        while True:
            pos = self.pos
            if text[pos] in BLANK:
                pos = _BLANKS(text, pos).end()  # type: ignore[union-attr]
                self.pos = pos
            if pos >= self.end:
                return
            skip = SKIPPED.get(text[pos])
            if skip is None:
                return
            token = skip(self, pos)
            if token is not None:
                self.tokens.append(token)
            elif self.pos == pos:
                return

    def skip_newlines_and_semicolons(self) -> None:
        """Skip what may stand between statements."""
        while True:
            self.skip_newlines()
            token = self.ungot
            if token is None:
                if self.text[self.pos] != ";" or self.pos >= self.end:
                    return
                token = self.peek(COMMAND)
            if token.kind is not SEMICOLON:
                return
            self.ungot = None

    def skip_blanks(self) -> None:
        """Skip blanks, comments and continued line ends, not line breaks. There is no token of lookahead."""
        text = self.text
        while self.pos < self.end:
            pos = self.pos
            if text[pos] in BLANK:
                self.pos = _BLANKS(text, pos).end()  # type: ignore[union-attr]
            elif text[pos] == "#":
                line_comment(self, pos)
            elif text[pos] == "`" and text[pos + 1] in LINE_BREAKS:
                line_continuation(self, pos)
            elif text.startswith("<#", pos):
                self.block_comment(pos)
            else:
                return

    # --- scanning --------------------------------------------------------------------------------------------------

    def _scan(self, mode: Mode) -> Token:
        text = self.text
        while True:
            pos = self.pos
            if text[pos] in BLANK:
                pos += 1
                if text[pos] in BLANK:
                    pos = _BLANKS(text, pos).end()  # type: ignore[union-attr]
            if pos >= self.end:
                self.pos = self.end
                token = Token(END_OF_INPUT, self.source, self.end + 1, self.end + 1)
                self.tokens.append(token)
                return token
            scanned = mode.get(text[pos], other)(self, pos)
            if scanned is not None:
                self.tokens.append(scanned)
                return scanned

    def take(self, kind: TokenKind, start: int, end: int) -> Token:
        """Make a token of these characters and stand behind it."""
        self.pos = end
        return Token(kind, self.source, start, end)

    def block_comment(self, pos: int) -> None:
        """Scan `<# ... #>`."""
        end = self.text.find("#>", pos + 2, self.end)
        if end < 0:
            self.report(pos, pos + 2, "MissingTerminatorMultiLineComment", incomplete=True)
            end = self.end - 2
        self.tokens.append(self.take(TokenKind.Comment, pos, end + 2))
