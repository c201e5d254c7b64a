"""The scanner: one token at a time, in the mode that the parser asks for.

The same characters are other tokens in an expression (`$x+1` is three) than in a command (`$x+1` is one word), so no
list of tokens can be made ahead of parsing. A mode is a table from a token's first character to the function that scans
it. One token of lookahead is kept (`ungot`); when the parser asks for it in another mode, it is scanned again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from shell.language.characters import (
    BLANK,
    BLANK_CLASS,
    DASH,
    DASH_CLASS,
    DASHES,
    DOUBLE_CLASS,
    DOUBLE_QUOTES,
    ENDS_NUMBER,
    ENDS_WORD,
    SINGLE_CLASS,
    SINGLE_QUOTES,
)
from shell.language.keywords import DASH_OPERATORS
from shell.language.numbers import NUMBER, number_value
from shell.language.source import Source
from shell.language.strings import StringScanner
from shell.language.tokens import Token, TokenKind

Handler: TypeAlias = Callable[["Scanner", int], Token | None]
Mode: TypeAlias = dict[str, Handler]

IDENTIFIER = TokenKind.Identifier
GENERIC = TokenKind.Generic
NEW_LINE = TokenKind.NewLine
SEMICOLON = TokenKind.Semi
END_OF_INPUT = TokenKind.EndOfInput

SAME_IN_EVERY_MODE = frozenset(
    (
        NEW_LINE,
        END_OF_INPUT,
        TokenKind.Semi,
        TokenKind.LParen,
        TokenKind.RParen,
        TokenKind.LCurly,
        TokenKind.RCurly,
        TokenKind.Comma,
        TokenKind.Pipe,
        TokenKind.OrOr,
        TokenKind.AndAnd,
        TokenKind.Ampersand,
        TokenKind.AtParen,
        TokenKind.AtCurly,
        TokenKind.DollarParen,
        TokenKind.StringLiteral,
        TokenKind.StringExpandable,
        TokenKind.HereStringLiteral,
        TokenKind.HereStringExpandable,
        TokenKind.Redirection,
    )
)

_BLANKS = re.compile(f"[{BLANK_CLASS}]+").match
_LINE_COMMENT = re.compile(r"#[^\r\n]*").match
_LINE_BREAK = re.compile(r"\r\n|\r|\n").match
_IDENTIFIER = re.compile(r"[^\W\d]\w*").match
_TYPE_NAME = re.compile(r"[^\W\d][\w.+`]*").match
_DASH_WORD = re.compile(rf"[{DASH_CLASS}]([^\W\d]\w*|\?)(:?)").match
_PARAMETER = re.compile(
    rf"[{DASH_CLASS}]((?:[^\W\d]|\?)[^{BLANK_CLASS}\r\n\0{{}}();,|&.\[:<>'\"`{SINGLE_CLASS}{DOUBLE_CLASS}]*)(:?)"
).match
_REDIRECTION = re.compile(r"([1-6*]?)>(?:(>)|&([12]))?").match
_LABEL = re.compile(r":([^\W\d]\w*)").match


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
            self.pos = token.start
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
                _line_comment(self, pos)
            elif text[pos] == "`" and text[pos + 1] in "\r\n":
                self.pos = _LINE_BREAK(text, pos + 1).end()  # type: ignore[union-attr]
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
                token = Token(END_OF_INPUT, self.source, self.end, self.end)
                self.tokens.append(token)
                return token
            scanned = mode.get(text[pos], _other)(self, pos)
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


# --- the same in every mode ------------------------------------------------------------------------------------------


def _punctuation(kind: TokenKind) -> Handler:
    def scan(self: Scanner, pos: int) -> Token:
        self.pos = pos + 1
        return Token(kind, self.source, pos, pos + 1)

    return scan


def _doubled(single: TokenKind, double: TokenKind) -> Handler:
    def scan(self: Scanner, pos: int) -> Token:
        if self.text[pos + 1] == self.text[pos]:
            return self.take(double, pos, pos + 2)
        return self.take(single, pos, pos + 1)

    return scan


def _new_line(self: Scanner, pos: int) -> Token:
    end = pos + 2 if self.text.startswith("\r\n", pos) else pos + 1
    self.pos = end
    return Token(NEW_LINE, self.source, pos, end)


def _line_comment(self: Scanner, pos: int) -> None:
    end = _LINE_COMMENT(self.text, pos, self.end).end()  # type: ignore[union-attr]
    self.tokens.append(self.take(TokenKind.Comment, pos, end))


def _at(self: Scanner, pos: int) -> Token:
    following = self.text[pos + 1]
    if following == "{":
        return self.take(TokenKind.AtCurly, pos, pos + 2)
    if following == "(":
        return self.take(TokenKind.AtParen, pos, pos + 2)
    if following in DOUBLE_QUOTES:
        return self.here_string(pos, expandable=True)
    if following in SINGLE_QUOTES:
        return self.here_string(pos, expandable=False)
    token = self.variable(pos, splatted=True)
    if token is not None:
        return token
    self.report(pos, pos + 1, "UnrecognizedToken")
    return self.take(TokenKind.Unknown, pos, pos + 1)


def _less_than(self: Scanner, pos: int) -> Token | None:
    if self.text[pos + 1] == "#":
        self.block_comment(pos)
        return None
    return self.take(TokenKind.RedirectInStd, pos, pos + 1)


def _skip_comment(self: Scanner, pos: int) -> None:
    if self.text[pos + 1] == "#":
        self.block_comment(pos)


def _redirection(self: Scanner, pos: int) -> Token:
    match = _REDIRECTION(self.text, pos)
    assert match is not None
    stream, append, to = match.groups()
    token = self.take(TokenKind.Redirection, pos, match.end())
    token.value = (0 if stream == "*" else int(stream or 1), int(to) if to else None, bool(append))
    return token


def _string(self: Scanner, pos: int) -> Token:
    return self.double_quoted(pos)


def _literal(self: Scanner, pos: int) -> Token:
    return self.single_quoted(pos)


def _skip_backtick(self: Scanner, pos: int) -> None:
    match = _LINE_BREAK(self.text, pos + 1, self.end)
    if match is not None:
        self.pos = match.end()


def _backtick(self: Scanner, pos: int) -> Token | None:
    following = self.text[pos + 1]
    if following in "\r\n":
        self.pos = _LINE_BREAK(self.text, pos + 1).end()  # type: ignore[union-attr]
        return None
    if following in BLANK:
        self.pos = pos + 1
        return None
    if pos + 1 >= self.end:
        self.report(pos, pos + 1, "IncompleteString", incomplete=True)
        self.pos = pos + 1
        return None
    return self.word(pos)


def _other(self: Scanner, pos: int) -> Token:
    return self.word(pos) if self.ungot_mode is COMMAND else _identifier(self, pos)


# --- expressions -----------------------------------------------------------------------------------------------------


def _with_equals(kind: TokenKind, assignment: TokenKind) -> Handler:
    def scan(self: Scanner, pos: int) -> Token:
        if self.text[pos + 1] == "=":
            return self.take(assignment, pos, pos + 2)
        return self.take(kind, pos, pos + 1)

    return scan


def _identifier(self: Scanner, pos: int) -> Token:
    match = _IDENTIFIER(self.text, pos, self.end)
    if match is None:
        return self.word(pos)
    self.pos = end = match.end()
    return Token(IDENTIFIER, self.source, pos, end, match[0])


def _star(self: Scanner, pos: int) -> Token:
    following = self.text[pos + 1]
    if following == ">":
        return _redirection(self, pos)
    if following == "=":
        return self.take(TokenKind.MultiplyEquals, pos, pos + 2)
    return self.take(TokenKind.Multiply, pos, pos + 1)


def _number(self: Scanner, pos: int) -> Token:
    text = self.text
    match = NUMBER.match(text, pos, self.end)
    if match is None:
        return self.word(pos)
    end = match.end()
    if text[end] == ">" and end == pos + 1 and text[pos] in "123456":
        return _redirection(self, pos)
    if text[end] not in ENDS_NUMBER:
        return self.word(pos)
    value = number_value(match)
    if value is None:
        self.report(pos, end, "BadNumericConstant", text[pos:end])
        value = 0
    self.pos = end
    return Token(TokenKind.Number, self.source, pos, end, value)


def _plus(self: Scanner, pos: int) -> Token:
    following = self.text[pos + 1]
    if following == "+":
        return self.take(TokenKind.PlusPlus, pos, pos + 2)
    if following == "=":
        return self.take(TokenKind.PlusEquals, pos, pos + 2)
    return self.take(TokenKind.Plus, pos, pos + 1)


def _dash(self: Scanner, pos: int) -> Token:
    text = self.text
    following = text[pos + 1]
    if following in BLANK:
        return self.take(TokenKind.Minus, pos, pos + 1)
    if following in DASH:
        return self.take(TokenKind.MinusMinus, pos, pos + 2)
    if following == "=":
        return self.take(TokenKind.MinusEquals, pos, pos + 2)
    match = _DASH_WORD(text, pos, self.end)
    if match is None:
        return self.take(TokenKind.Minus, pos, pos + 1)
    word, _colon = match.groups()
    kind = DASH_OPERATORS.get(word.lower())
    if kind is not None:
        self.pos = end = match.end(1)
        return Token(kind, self.source, pos, end)
    token = self.take(TokenKind.Parameter, pos, match.end())
    token.value = word
    return token


def _signed(unsigned: Handler) -> Handler:
    def scan(self: Scanner, pos: int) -> Token | None:
        following = self.text[pos + 1]
        if following.isdecimal() or (following == "." and self.text[pos + 2].isdecimal()):
            return _number(self, pos)
        return unsigned(self, pos)

    return scan


def _dot(self: Scanner, pos: int) -> Token:
    following = self.text[pos + 1]
    if following == ".":
        return self.take(TokenKind.DotDot, pos, pos + 2)
    if following.isdecimal():
        return _number(self, pos)
    return self.take(TokenKind.Dot, pos, pos + 1)


def _question(self: Scanner, pos: int) -> Token:
    text = self.text
    if text.startswith("??=", pos):
        return self.take(TokenKind.QuestionQuestionEquals, pos, pos + 3)
    if text.startswith("??", pos):
        return self.take(TokenKind.QuestionQuestion, pos, pos + 2)
    return self.take(TokenKind.QuestionMark, pos, pos + 1)


def _dollar(self: Scanner, pos: int) -> Token:
    if self.text[pos + 1] == "(":
        return self.take(TokenKind.DollarParen, pos, pos + 2)
    token = self.variable(pos, splatted=False)
    return self.word(pos) if token is None else token


# --- commands --------------------------------------------------------------------------------------------------------


def _operator_or_word(operator: Handler) -> Handler:
    """An operator that stands alone is one even in a command; with anything behind it, it begins a word."""

    def scan(self: Scanner, pos: int) -> Token | None:
        token = operator(self, pos)
        if token is None or self.text[self.pos] in ENDS_WORD or token.kind is TokenKind.Redirection:
            return token
        return self.word(pos)

    return scan


def _command_number(self: Scanner, pos: int) -> Token:
    text = self.text
    match = NUMBER.match(text, pos, self.end)
    if match is None:
        return self.word(pos)
    end = match.end()
    if text[end] == ">" and end == pos + 1 and text[pos] in "123456":
        return _redirection(self, pos)
    if text[end] not in ENDS_WORD:
        return self.word(pos)
    value = number_value(match)
    if value is None:
        return self.word(pos)
    self.pos = end
    return Token(TokenKind.Number, self.source, pos, end, value)


def _command_dash(self: Scanner, pos: int) -> Token:
    text = self.text
    following = text[pos + 1]
    if following in DASH:
        if text[pos + 2] in ENDS_WORD:
            return self.take(TokenKind.MinusMinus, pos, pos + 2)
        return self.word(pos)
    match = _PARAMETER(text, pos, self.end)
    if match is None:
        return self.take(TokenKind.Minus, pos, pos + 1) if following in ENDS_WORD else self.word(pos)
    end = match.end()
    if text[end] in SINGLE_QUOTES or text[end] in DOUBLE_QUOTES:
        if not match[2]:
            return self.word(pos)
    elif text[end] == "`" and text[end + 1] not in "\r\n":
        return self.word(pos)
    self.pos = end
    return Token(TokenKind.Parameter, self.source, pos, end, match[1])


def _command_dot(self: Scanner, pos: int) -> Token:
    text = self.text
    following = text[pos + 1]
    if following.isdecimal():
        return _command_number(self, pos)
    if following in ENDS_WORD or following in "$\"'" or following in DOUBLE_QUOTES or following in SINGLE_QUOTES:
        return self.take(TokenKind.Dot, pos, pos + 1)
    if following == "." and text[pos + 2] in ENDS_WORD:
        return self.take(TokenKind.DotDot, pos, pos + 2)
    return self.word(pos)


def _command_colon(self: Scanner, pos: int) -> Token:
    match = _LABEL(self.text, pos, self.end)
    if match is None or self.text[match.end()] not in ENDS_WORD:
        return self.word(pos)
    token = self.take(TokenKind.Label, pos, match.end())
    token.value = match[1]
    return token


def _command_dollar(self: Scanner, pos: int) -> Token:
    text = self.text
    if text[pos + 1] == "(":
        return self.take(TokenKind.DollarParen, pos, pos + 2)
    token = self.variable(pos, splatted=False)
    if token is None:
        return self.word(pos)
    following = text[self.pos]
    if following in ENDS_WORD or following in ".[":
        return token
    if following == ":" and text[self.pos + 1] == ":":
        return token
    if following == "?" and text[self.pos + 1] in ".[":
        return token
    return self.word(pos)


def _type_name(self: Scanner, pos: int) -> Token:
    match = _TYPE_NAME(self.text, pos, self.end)
    if match is None:
        return self.word(pos)
    self.pos = end = match.end()
    return Token(IDENTIFIER, self.source, pos, end, match[0])


# --- the tables ------------------------------------------------------------------------------------------------------


def _each(characters: str, handler: Handler) -> Mode:
    return dict.fromkeys(characters, handler)


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_"
_DIGITS = "0123456789"

_SHARED: Mode = {
    **_each("\r\n", _new_line),
    **_each(DOUBLE_QUOTES, _string),
    **_each(SINGLE_QUOTES, _literal),
    "#": _line_comment,
    "<": _less_than,
    ">": _redirection,
    "@": _at,
    "`": _backtick,
    "(": _punctuation(TokenKind.LParen),
    ")": _punctuation(TokenKind.RParen),
    "{": _punctuation(TokenKind.LCurly),
    "}": _punctuation(TokenKind.RCurly),
    ",": _punctuation(TokenKind.Comma),
    ";": _punctuation(TokenKind.Semi),
    "|": _doubled(TokenKind.Pipe, TokenKind.OrOr),
    "&": _doubled(TokenKind.Ampersand, TokenKind.AndAnd),
}

_divide = _with_equals(TokenKind.Divide, TokenKind.DivideEquals)
_remainder = _with_equals(TokenKind.Rem, TokenKind.RemainderEquals)
_equals = _punctuation(TokenKind.Equals)
_exclaim = _punctuation(TokenKind.Exclaim)

EXPRESSION: Mode = {
    **_SHARED,
    **_each(_LETTERS, _identifier),
    **_each(_DIGITS, _number),
    **_each(DASHES, _dash),
    "=": _equals,
    "+": _plus,
    "*": _star,
    "/": _divide,
    "%": _remainder,
    "!": _exclaim,
    "[": _punctuation(TokenKind.LBracket),
    "]": _punctuation(TokenKind.RBracket),
    ".": _dot,
    "$": _dollar,
    "?": _question,
    ":": _doubled(TokenKind.Colon, TokenKind.ColonColon),
}
"""Behind an operand."""

OPERAND: Mode = {**EXPRESSION, "+": _signed(_plus), **_each(DASHES, _signed(_dash))}
"""Where an operand begins: a sign belongs to the number behind it."""

COMMAND: Mode = {
    **_SHARED,
    **_each(_DIGITS, _command_number),
    **_each(DASHES, _command_dash),
    **{mark: _operator_or_word(scan) for mark, scan in (("=", _equals), ("+", _plus), ("*", _star), ("/", _divide))},
    **{mark: _operator_or_word(scan) for mark, scan in (("%", _remainder), ("!", _exclaim))},
    **{mark: _operator_or_word(EXPRESSION[mark]) for mark in "[]"},
    ".": _command_dot,
    "$": _command_dollar,
    ":": _command_colon,
}
"""Where a statement begins and among the words of a command. Letters begin a word."""

TYPE_NAME: Mode = {**EXPRESSION, **_each(_LETTERS, _type_name)}
"""Inside the brackets of a type."""

SKIPPED: Mode = {
    **_each("\r\n", _new_line),
    "#": _line_comment,
    "<": _skip_comment,
    "`": _skip_backtick,
}
"""What `skip_newlines` goes over; a handler that does not move on stops it."""
