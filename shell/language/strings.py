"""Strings, variables and words: everything whose text can hold escapes and expansions.

An expandable text is scanned as a whole before its inside is parsed: its pieces are literal text, tokens of variables,
and the places of `$( )` that the parser goes into afterwards.
"""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from shell.language.characters import (
    BLANK,
    BLANK_CLASS,
    DOUBLE_CLASS,
    DOUBLE_QUOTE,
    ENDS_WORD,
    SINGLE_CLASS,
    SINGLE_QUOTE,
    WORD_END_CLASS,
)
from shell.language.reporting import Reporter
from shell.language.source import Source
from shell.language.tokens import Token, TokenKind


class SubExpression(NamedTuple):
    """Where a `$( )` inside a string stands.

    `quoted` is true between double quotes, where the quotes inside may be escaped once more; not in a here-string.
    """

    start: int
    end: int
    quoted: bool


Piece: TypeAlias = str | Token | SubExpression


class ExpandableToken(Token):
    """A string or a word with something in it to expand."""

    __slots__ = ("pieces",)
    pieces: list[Piece]


ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
"""What a letter behind a backtick means; any other character means itself."""

_WORD_RUN = re.compile(rf"[^{WORD_END_CLASS}{SINGLE_CLASS}{DOUBLE_CLASS}`$]+").match
_SINGLE_RUN = re.compile(f"[^{SINGLE_CLASS}]+").match
_DOUBLE_RUN = re.compile(f"[^{DOUBLE_CLASS}`$]+").match
_PLAIN_SINGLE = re.compile(f"[{SINGLE_CLASS}]([^{SINGLE_CLASS}]*)[{SINGLE_CLASS}](?![{SINGLE_CLASS}])").match
_PLAIN_DOUBLE = re.compile(f"[{DOUBLE_CLASS}]([^{DOUBLE_CLASS}`$]*)[{DOUBLE_CLASS}](?![{DOUBLE_CLASS}])").match
_HERE_RUN = re.compile(r"[^\r\n`$]+").match
_HERE_HEADER = re.compile(rf"@.[{BLANK_CLASS}]*(\r\n|\r|\n)").match
_HERE_LITERAL_FOOTER = re.compile(rf"(\r\n|\r|\n)[{SINGLE_CLASS}]@").search
_INDENTED_FOOTER = re.compile(rf"[\r\n][{BLANK_CLASS}]+([{SINGLE_CLASS}]@|[{DOUBLE_CLASS}]@)").search
_REST_OF_LINE = re.compile(r"[^\r\n]*").match
_LINE_BREAK = re.compile(r"\r\n|\r|\n").match
_VARIABLE = re.compile(r"[$@](?:([$^?])|(:?[\w?]+(?::(?!:)[\w?]*)*))").match
_BRACED_RUN = re.compile(r"[^}`{]+").match
_UNICODE = re.compile(r"u\{([0-9a-fA-F]*)").match
_UNICODE_DIGITS = 6
_SUB_RUN = re.compile(rf"[^()`{SINGLE_CLASS}{DOUBLE_CLASS}]+").match
_DOUBLED_BEFORE_TEXT = re.compile(rf"[{DOUBLE_CLASS}]{{2}}[^{BLANK_CLASS}\r\n\0()\[\]{{}},;|&.+*/%=<>-]").match
_QUOTED_LITERAL = re.compile(f"[{SINGLE_CLASS}][^{SINGLE_CLASS}]*[{SINGLE_CLASS}]").match

_SCOPES = frozenset(("global", "local", "private", "script", "using", "variable", "workflow"))


OPEN = -1
UNTERMINATED = -2


class StringScanner(Reporter):
    """Scans what can expand."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.in_quotes = False
        self._closings: dict[int, int] = {}

    # --- words -----------------------------------------------------------------------------------------------------

    def word(self, pos: int) -> Token:
        """Scan a word of a command: a name, an argument. It ends at white space and at `{ } ( ) ; , | &`."""
        text = self.text
        match = _WORD_RUN(text, pos, self.end)
        if match is None:
            return self._mixed_word(pos)
        end = match.end()
        if text[end] in ENDS_WORD or end >= self.end:
            self.pos = end
            word = match[0]
            kind = TokenKind.Identifier if word.isidentifier() else TokenKind.Generic
            return Token(kind, self.source, pos, end, word)
        return self._mixed_word(pos)

    def _mixed_word(self, start: int) -> Token:
        text, end = self.text, self.end
        pieces: list[Piece] = []
        pos = start
        while pos < end:
            match = _WORD_RUN(text, pos, end)
            if match is not None:
                pieces.append(match[0])
                pos = match.end()
                continue
            character = text[pos]
            if character == "$":
                pos = self._dollar(pos, pieces)
            elif character == "`":
                if text[pos + 1] in "\r\n":
                    break
                if self.in_quotes and text[pos + 1] in DOUBLE_QUOTE:
                    pos = self._escaped_double(pos, pieces)
                else:
                    pos = self._escape(pos, pieces)
            elif character in SINGLE_QUOTE:
                pos = self._single(pos, pieces)
            elif character in DOUBLE_QUOTE:
                pos = self._double(pos, pieces)
            elif pos == start:
                pieces.append(character)
                pos += 1
            else:
                break
        return self._string_token(TokenKind.Generic, start, pos, pieces)

    # --- quotes ----------------------------------------------------------------------------------------------------

    def single_quoted(self, pos: int) -> Token:
        """Scan `'...'`; a doubled quote stands for one."""
        match = _PLAIN_SINGLE(self.text, pos, self.end)
        if match is not None:
            self.pos = end = match.end()
            return Token(TokenKind.StringLiteral, self.source, pos, end, match[1])
        pieces: list[Piece] = []
        end = self._single(pos, pieces)
        return self._string_token(TokenKind.StringLiteral, pos, end, pieces)

    def double_quoted(self, pos: int) -> Token:
        """Scan `"..."` with its escapes and expansions."""
        if self.in_quotes and _DOUBLED_BEFORE_TEXT(self.text, pos, self.end):
            return self.escaped_double_quoted(pos)
        match = _PLAIN_DOUBLE(self.text, pos, self.end)
        if match is not None:
            self.pos = end = match.end()
            return Token(TokenKind.StringExpandable, self.source, pos, end, match[1])
        pieces: list[Piece] = []
        end = self._double(pos, pieces)
        return self._string_token(TokenKind.StringExpandable, pos, end, pieces)

    def escaped_double_quoted(self, pos: int) -> Token:
        """Scan `` `"...`" `` or `""...""`: a string in the `$( )` of a string, its quotes escaped for the outer one.

        Quotes inside a `$( )` need no escape, but may have it.
        """
        pieces: list[Piece] = []
        end = self._escaped_double(pos, pieces)
        return self._string_token(TokenKind.StringExpandable, pos, end, pieces)

    def _escaped_double(self, start: int, pieces: list[Piece]) -> int:
        text, end = self.text, self.end
        escape = text[start]
        pos = start + 2
        while pos < end:
            match = _DOUBLE_RUN(text, pos, end)
            if match is not None:
                pieces.append(match[0])
                pos = match.end()
                continue
            character, following = text[pos], text[pos + 1]
            if character == "$":
                pos = self._dollar(pos, pieces, quoted=True)
            elif character == "`" and following not in DOUBLE_QUOTE:
                pos = self._escape(pos, pieces)
            elif character != escape or following not in DOUBLE_QUOTE:
                return pos + 1
            elif text[pos + 2] == escape and text[pos + 3] in DOUBLE_QUOTE:
                pieces.append(following)
                pos += 4
            else:
                return pos + 2
        self.report(start, end, "TerminatorExpectedAtEndOfString", '"', incomplete=True)
        return end

    def _single(self, start: int, pieces: list[Piece]) -> int:
        text, end = self.text, self.end
        pos = start + 1
        while pos < end:
            match = _SINGLE_RUN(text, pos, end)
            if match is not None:
                pieces.append(match[0])
                pos = match.end()
            elif pos + 1 < end and text[pos + 1] in SINGLE_QUOTE:
                pieces.append(text[pos])
                pos += 2
            else:
                return pos + 1
        self.report(start, end, "TerminatorExpectedAtEndOfString", "'", incomplete=True)
        return end

    def _double(self, start: int, pieces: list[Piece]) -> int:
        text, end = self.text, self.end
        pos = start + 1
        while pos < end:
            match = _DOUBLE_RUN(text, pos, end)
            if match is not None:
                pieces.append(match[0])
                pos = match.end()
                continue
            character = text[pos]
            if character == "$":
                pos = self._dollar(pos, pieces, quoted=True)
            elif character == "`":
                pos = self._escape(pos, pieces)
            elif pos + 1 < end and text[pos + 1] in DOUBLE_QUOTE:
                pieces.append(character)
                pos += 2
            else:
                return pos + 1
        self.report(start, end, "TerminatorExpectedAtEndOfString", '"', incomplete=True)
        return end

    # --- here-strings ----------------------------------------------------------------------------------------------

    def here_string(self, pos: int, *, expandable: bool) -> Token:
        """Scan `@" ... "@`: the header ends its line, the footer begins one, both line breaks are no part of it."""
        kind = TokenKind.HereStringExpandable if expandable else TokenKind.HereStringLiteral
        pieces: list[Piece] = []
        match = _HERE_HEADER(self.text, pos, self.end)
        if match is None:
            return self._string_token(kind, pos, self._bad_here_header(pos), pieces)
        body = match.end()
        if expandable:
            return self._string_token(kind, pos, self._here_body(pos, match.start(1), pieces), pieces)
        footer = _HERE_LITERAL_FOOTER(self.text, match.start(1), self.end)
        if footer is None:
            self._missing_footer(pos, "'@")
            return self._string_token(kind, pos, self.end, pieces)
        pieces.append(self.text[body : footer.start()])
        return self._string_token(kind, pos, footer.end(), pieces)

    def _here_body(self, start: int, pos: int, pieces: list[Piece]) -> int:
        text, end = self.text, self.end
        first = True
        while pos < end:
            match = _HERE_RUN(text, pos, end)
            if match is not None:
                pieces.append(match[0])
                pos = match.end()
                continue
            character = text[pos]
            if character == "$":
                pos = self._dollar(pos, pieces)
            elif character == "`":
                pos = self._escape(pos, pieces)
            else:
                after = _LINE_BREAK(text, pos, end).end()  # type: ignore[union-attr]
                if after + 1 < end and text[after] in DOUBLE_QUOTE and text[after + 1] == "@":
                    return after + 2
                if not first:
                    pieces.append(text[pos:after])
                first = False
                pos = after
        self._missing_footer(start, '"@')
        return end

    def _bad_here_header(self, pos: int) -> int:
        text, end = self.text, self.end
        after = pos + 2
        while after < end and text[after] in BLANK:
            after += 1
        if after >= end:
            terminator = "'@" if text[pos + 1] in SINGLE_QUOTE else '"@'
            self.report(pos, end, "TerminatorExpectedAtEndOfString", terminator, incomplete=True)
            return end
        self.report(after, after + 1, "UnexpectedCharactersAfterHereStringHeader")
        line_end = _REST_OF_LINE(text, after, end).end()  # type: ignore[union-attr]
        footer = text.find(text[pos + 1] + "@", after, line_end)
        return footer + 2 if footer >= 0 else line_end

    def _missing_footer(self, start: int, terminator: str) -> None:
        indented = _INDENTED_FOOTER(self.text, start, self.end)
        if indented is not None and (indented[1][0] in SINGLE_QUOTE) == (terminator == "'@"):
            at = indented.start(1)
            self.report_incomplete(at, at, "WhitespaceBeforeHereStringFooter")
        else:
            self.report(start, self.end, "TerminatorExpectedAtEndOfString", terminator, incomplete=True)

    # --- expansions ------------------------------------------------------------------------------------------------

    def variable(self, pos: int, *, splatted: bool) -> Token | None:
        """Scan `$name`, `${any name}`, `$scope:name`, `@splatted`; None where a `$` begins no variable."""
        kind = TokenKind.SplattedVariable if splatted else TokenKind.Variable
        if not splatted and self.text[pos + 1] == "{":
            return self._braced_variable(pos)
        match = _VARIABLE(self.text, pos, self.end)
        if match is None:
            return None
        self.pos = end = match.end()
        name: str = match[1] or match[2]
        if name[-1] == ":" and ":" not in name[:-1]:
            scope = name[:-1].lower() in _SCOPES
            self.report(pos, end, "InvalidVariableReference" if scope else "InvalidVariableReferenceWithDrive")
        return Token(kind, self.source, pos, end, name)

    def _braced_variable(self, start: int) -> Token:
        text, end = self.text, self.end
        name: list[Piece] = []
        pos = start + 2
        while True:
            match = _BRACED_RUN(text, pos, end)
            if match is not None:
                name.append(match[0])
                pos = match.end()
            if pos >= end:
                self.report(start, end, "IncompleteDollarVariableReference", incomplete=True)
                break
            character = text[pos]
            if character == "`" and pos + 1 < end:
                pos = self._escape(pos, name)
                continue
            pos += 1
            if character == "}":
                if not name:
                    self.report(start, pos, "EmptyVariableReference")
                break
            if character == "{":
                self.report(pos - 1, pos, "OpenBraceNeedsToBeBackTickedInVariableName")
            name.append(character)
        self.pos = pos
        value = "".join(piece for piece in name if isinstance(piece, str))
        return Token(TokenKind.Variable, self.source, start, pos, value)

    def _dollar(self, pos: int, pieces: list[Piece], *, quoted: bool = False) -> int:
        if self.text[pos + 1] == "(":
            close = self._closing_parenthesis(pos + 2, quoted)
            if close == OPEN:
                self.report(pos, self.end, "IncompleteDollarSubexpressionReference", incomplete=True)
            end = self.end if close == OPEN else close
            pieces.append(SubExpression(pos, end, quoted))
            return end
        token = self.variable(pos, splatted=False)
        if token is None:
            pieces.append("$")
            return pos + 1
        pieces.append(token)
        return token.end

    def _escape(self, pos: int, pieces: list[Piece]) -> int:
        if pos + 1 >= self.end:
            pieces.append("`")
            return pos + 1
        character = self.text[pos + 1]
        if character == "u":
            return self._unicode_escape(pos, pieces)
        pieces.append(ESCAPES.get(character, character))
        return pos + 2

    def _unicode_escape(self, pos: int, pieces: list[Piece]) -> int:
        """Scan `` `u{1F600} ``; where it is wrong the engine reports the character that it stopped at."""
        text = self.text
        match = _UNICODE(text, pos + 1, self.end)
        if match is None:
            self.report(pos, pos + 2, "InvalidUnicodeEscapeSequence")
            return pos + 2
        digits = match[1]
        end = match.end()
        if len(digits) > _UNICODE_DIGITS:
            end = match.start(1) + _UNICODE_DIGITS
            self.report(end, end + 1, "TooManyDigitsInUnicodeEscapeSequence")
            return end
        if text[end] != "}" or end >= self.end:
            full = len(digits) == _UNICODE_DIGITS
            error_id = "MissingUnicodeEscapeSequenceTerminator" if full else "InvalidUnicodeEscapeSequence"
            self.report(end, end + 1, error_id)
        elif not digits:
            self.report(pos, end + 1, "InvalidUnicodeEscapeSequence")
            return end + 1
        elif int(digits, 16) > 0x10FFFF:
            self.report(match.start(1), end, "InvalidUnicodeEscapeSequenceValue")
            return end + 1
        else:
            pieces.append(chr(int(digits, 16)))
            return end + 1
        return end

    # --- the end of a `$( )` inside a string -----------------------------------------------------------------------

    def _closing_parenthesis(self, pos: int, quoted: bool) -> int:
        """Find where a `$(` ends, behind its `)`; `OPEN` where it does not. Quoted text is skipped while it is whole.

        What was found is kept: the inside of a string is scanned again when it is parsed.
        """
        found = self._closings.get(pos)
        if found is None:
            found = self._closings[pos] = self._find_closing_parenthesis(pos, quoted)
        return found if found <= self.end else OPEN

    def _find_closing_parenthesis(self, pos: int, quoted: bool) -> int:
        text, end = self.text, self.end
        depth = 1
        trust_quotes = True
        while pos < end:
            match = _SUB_RUN(text, pos, end)
            if match is not None:
                pos = match.end()
                continue
            character = text[pos]
            pos += 1
            if character == "(":
                depth += 1
            elif character == ")":
                depth -= 1
                if not depth:
                    return pos
            elif character == "`" and not (quoted and text[pos] in DOUBLE_QUOTE):
                pos += 1
            elif trust_quotes:
                after = self._behind_quotes(pos - 1)
                if after == OPEN:
                    return OPEN
                if after == UNTERMINATED:
                    trust_quotes = False
                else:
                    pos = after
        return OPEN

    def _behind_quotes(self, pos: int) -> int:
        """Where a quoted text ends; `UNTERMINATED`, or `OPEN` where a `$(` in it is not closed: then none around is."""
        text, end = self.text, self.end
        if text[pos] in SINGLE_QUOTE:
            match = _QUOTED_LITERAL(text, pos, end)
            return UNTERMINATED if match is None else match.end()
        escaped = text[pos] == "`"
        pos += 2 if escaped else 1
        while pos < end:
            match = _DOUBLE_RUN(text, pos, end)
            if match is not None:
                pos = match.end()
                continue
            if text[pos] == "`":
                pos += 2
                if escaped and text[pos - 1] in DOUBLE_QUOTE:
                    return pos
            elif text[pos] == "$":
                pos += 1
                if text[pos] == "(":
                    pos = self._closing_parenthesis(pos + 1, True)
                    if pos == OPEN:
                        return OPEN
            else:
                return pos + 1
        return UNTERMINATED

    def _string_token(self, kind: TokenKind, start: int, end: int, pieces: list[Piece]) -> Token:
        self.pos = end
        literal = [piece for piece in pieces if isinstance(piece, str)]
        if len(literal) == len(pieces):
            return Token(kind, self.source, start, end, "".join(literal))
        text = self.text
        value = "".join(piece if isinstance(piece, str) else text[piece.start : piece.end] for piece in pieces)
        token = ExpandableToken(kind, self.source, start, end, value)
        token.pieces = pieces
        return token
