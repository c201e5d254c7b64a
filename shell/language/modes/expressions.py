"""The tokens of expressions: operators, numbers, names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shell.language.characters import BLANK, DASH, DASH_CLASS, ENDS_NUMBER
from shell.language.keywords import DASH_OPERATORS
from shell.language.modes.shared import Handler, number_before, redirection
from shell.language.tokens import Token, TokenKind

if TYPE_CHECKING:
    from shell.language.scanner import Scanner

IDENTIFIER = TokenKind.Identifier

_IDENTIFIER = re.compile(r"[^\W\d]\w*").match
_DASH_WORD = re.compile(rf"[{DASH_CLASS}]([^\W\d]\w*|\?)(:?)").match


def with_equals(kind: TokenKind, assignment: TokenKind) -> Handler:
    """Make the handler of an operator that `=` behind it turns into an assignment."""

    def scan(scanner: Scanner, pos: int) -> Token:
        if scanner.text[pos + 1] == "=":
            return scanner.take(assignment, pos, pos + 2)
        return scanner.take(kind, pos, pos + 1)

    return scan


def identifier(scanner: Scanner, pos: int) -> Token:
    """A name; a word where none stands."""
    match = _IDENTIFIER(scanner.text, pos, scanner.end)
    if match is None:
        return scanner.word(pos)
    scanner.pos = end = match.end()
    return Token(IDENTIFIER, scanner.source, pos, end, match[0])


def star(scanner: Scanner, pos: int) -> Token:
    """`*`, `*=`, or the redirection of all streams."""
    following = scanner.text[pos + 1]
    if following == ">":
        return redirection(scanner, pos)
    if following == "=":
        return scanner.take(TokenKind.MultiplyEquals, pos, pos + 2)
    return scanner.take(TokenKind.Multiply, pos, pos + 1)


def _bad_number(scanner: Scanner, pos: int, end: int) -> Token:
    scanner.report(pos, end, "BadNumericConstant", scanner.text[pos:end])
    scanner.pos = end
    return Token(TokenKind.Number, scanner.source, pos, end, 0)


number = number_before(ENDS_NUMBER, _bad_number)


def plus(scanner: Scanner, pos: int) -> Token:
    """`+`, `++`, `+=`."""
    following = scanner.text[pos + 1]
    if following == "+":
        return scanner.take(TokenKind.PlusPlus, pos, pos + 2)
    if following == "=":
        return scanner.take(TokenKind.PlusEquals, pos, pos + 2)
    return scanner.take(TokenKind.Plus, pos, pos + 1)


def dash(scanner: Scanner, pos: int) -> Token:
    """`-`, `--`, `-=`, a dash operator, or a parameter."""
    text = scanner.text
    following = text[pos + 1]
    if following in BLANK:
        return scanner.take(TokenKind.Minus, pos, pos + 1)
    if following in DASH:
        return scanner.take(TokenKind.MinusMinus, pos, pos + 2)
    if following == "=":
        return scanner.take(TokenKind.MinusEquals, pos, pos + 2)
    match = _DASH_WORD(text, pos, scanner.end)
    if match is None:
        return scanner.take(TokenKind.Minus, pos, pos + 1)
    word, _colon = match.groups()
    kind = DASH_OPERATORS.get(word.lower())
    if kind is not None:
        scanner.pos = end = match.end(1)
        return Token(kind, scanner.source, pos, end)
    token = scanner.take(TokenKind.Parameter, pos, match.end())
    token.value = word
    return token


def signed(unsigned: Handler) -> Handler:
    """Make the handler of a sign that belongs to the number behind it."""

    def scan(scanner: Scanner, pos: int) -> Token | None:
        following = scanner.text[pos + 1]
        if following.isdecimal() or (following == "." and scanner.text[pos + 2].isdecimal()):
            return number(scanner, pos)
        return unsigned(scanner, pos)

    return scan


def dot(scanner: Scanner, pos: int) -> Token:
    """`.`, `..`, or a number."""
    following = scanner.text[pos + 1]
    if following == ".":
        return scanner.take(TokenKind.DotDot, pos, pos + 2)
    if following.isdecimal():
        return number(scanner, pos)
    return scanner.take(TokenKind.Dot, pos, pos + 1)


def question(scanner: Scanner, pos: int) -> Token:
    """`?`, `??`, `??=`."""
    text = scanner.text
    if text.startswith("??=", pos):
        return scanner.take(TokenKind.QuestionQuestionEquals, pos, pos + 3)
    if text.startswith("??", pos):
        return scanner.take(TokenKind.QuestionQuestion, pos, pos + 2)
    return scanner.take(TokenKind.QuestionMark, pos, pos + 1)


def dollar(scanner: Scanner, pos: int) -> Token:
    """`$(`, a variable, or a word."""
    if scanner.text[pos + 1] == "(":
        return scanner.take(TokenKind.DollarParen, pos, pos + 2)
    token = scanner.variable(pos, splatted=False)
    return scanner.word(pos) if token is None else token
