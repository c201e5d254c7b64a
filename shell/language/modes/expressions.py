"""The tokens of expressions: operators, numbers, names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shell.language.characters import BLANK, DASH, DASH_CLASS, ENDS_NUMBER
from shell.language.keywords import DASH_OPERATORS
from shell.language.modes.shared import Handler, redirection
from shell.language.numbers import NUMBER, number_value
from shell.language.tokens import Token, TokenKind

if TYPE_CHECKING:
    from shell.language.scanner import Scanner

IDENTIFIER = TokenKind.Identifier

_IDENTIFIER = re.compile(r"[^\W\d]\w*").match
_DASH_WORD = re.compile(rf"[{DASH_CLASS}]([^\W\d]\w*|\?)(:?)").match


def with_equals(kind: TokenKind, assignment: TokenKind) -> Handler:
    """Make the handler of an operator that `=` behind it turns into an assignment."""

    def scan(self: Scanner, pos: int) -> Token:
        if self.text[pos + 1] == "=":
            return self.take(assignment, pos, pos + 2)
        return self.take(kind, pos, pos + 1)

    return scan


def identifier(self: Scanner, pos: int) -> Token:
    """A name; a word where none stands."""
    match = _IDENTIFIER(self.text, pos, self.end)
    if match is None:
        return self.word(pos)
    self.pos = end = match.end()
    return Token(IDENTIFIER, self.source, pos, end, match[0])


def star(self: Scanner, pos: int) -> Token:
    """`*`, `*=`, or the redirection of all streams."""
    following = self.text[pos + 1]
    if following == ">":
        return redirection(self, pos)
    if following == "=":
        return self.take(TokenKind.MultiplyEquals, pos, pos + 2)
    return self.take(TokenKind.Multiply, pos, pos + 1)


def number(self: Scanner, pos: int) -> Token:
    """A number, the redirection of a stream, or a word that begins with digits."""
    text = self.text
    match = NUMBER.match(text, pos, self.end)
    if match is None:
        return self.word(pos)
    end = match.end()
    if text[end] == ">" and end == pos + 1 and text[pos] in "123456":
        return redirection(self, pos)
    if text[end] not in ENDS_NUMBER:
        return self.word(pos)
    value = number_value(match)
    if value is None:
        self.report(pos, end, "BadNumericConstant", text[pos:end])
        value = 0
    self.pos = end
    return Token(TokenKind.Number, self.source, pos, end, value)


def plus(self: Scanner, pos: int) -> Token:
    """`+`, `++`, `+=`."""
    following = self.text[pos + 1]
    if following == "+":
        return self.take(TokenKind.PlusPlus, pos, pos + 2)
    if following == "=":
        return self.take(TokenKind.PlusEquals, pos, pos + 2)
    return self.take(TokenKind.Plus, pos, pos + 1)


def dash(self: Scanner, pos: int) -> Token:
    """`-`, `--`, `-=`, a dash operator, or a parameter."""
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


def signed(unsigned: Handler) -> Handler:
    """Make the handler of a sign that belongs to the number behind it."""

    def scan(self: Scanner, pos: int) -> Token | None:
        following = self.text[pos + 1]
        if following.isdecimal() or (following == "." and self.text[pos + 2].isdecimal()):
            return number(self, pos)
        return unsigned(self, pos)

    return scan


def dot(self: Scanner, pos: int) -> Token:
    """`.`, `..`, or a number."""
    following = self.text[pos + 1]
    if following == ".":
        return self.take(TokenKind.DotDot, pos, pos + 2)
    if following.isdecimal():
        return number(self, pos)
    return self.take(TokenKind.Dot, pos, pos + 1)


def question(self: Scanner, pos: int) -> Token:
    """`?`, `??`, `??=`."""
    text = self.text
    if text.startswith("??=", pos):
        return self.take(TokenKind.QuestionQuestionEquals, pos, pos + 3)
    if text.startswith("??", pos):
        return self.take(TokenKind.QuestionQuestion, pos, pos + 2)
    return self.take(TokenKind.QuestionMark, pos, pos + 1)


def dollar(self: Scanner, pos: int) -> Token:
    """`$(`, a variable, or a word."""
    if self.text[pos + 1] == "(":
        return self.take(TokenKind.DollarParen, pos, pos + 2)
    token = self.variable(pos, splatted=False)
    return self.word(pos) if token is None else token
