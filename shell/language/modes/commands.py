"""The tokens of commands: words, parameters, and operators that stand alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shell.language.characters import (
    BLANK_CLASS,
    DASH,
    DASH_CLASS,
    DOUBLE_CLASS,
    DOUBLE_QUOTES,
    ENDS_WORD,
    SINGLE_CLASS,
    SINGLE_QUOTES,
)
from shell.language.modes.shared import Handler, redirection
from shell.language.numbers import NUMBER, number_value
from shell.language.tokens import Token, TokenKind

if TYPE_CHECKING:
    from shell.language.scanner import Scanner

IDENTIFIER = TokenKind.Identifier

_TYPE_NAME = re.compile(r"[^\W\d][\w.+`]*").match
_PARAMETER = re.compile(
    rf"[{DASH_CLASS}]((?:[^\W\d]|\?)[^{BLANK_CLASS}\r\n\0{{}}();,|&.\[:<>'\"`{SINGLE_CLASS}{DOUBLE_CLASS}]*)(:?)"
).match
_LABEL = re.compile(r":([^\W\d]\w*)").match


def operator_or_word(operator: Handler) -> Handler:
    """An operator that stands alone is one even in a command; with anything behind it, it begins a word."""

    def scan(self: Scanner, pos: int) -> Token | None:
        token = operator(self, pos)
        if token is None or self.text[self.pos] in ENDS_WORD or token.kind is TokenKind.Redirection:
            return token
        return self.word(pos)

    return scan


def command_number(self: Scanner, pos: int) -> Token:
    """A number that stands alone; else the word that it begins."""
    text = self.text
    match = NUMBER.match(text, pos, self.end)
    if match is None:
        return self.word(pos)
    end = match.end()
    if text[end] == ">" and end == pos + 1 and text[pos] in "123456":
        return redirection(self, pos)
    if text[end] not in ENDS_WORD:
        return self.word(pos)
    value = number_value(match)
    if value is None:
        return self.word(pos)
    self.pos = end
    return Token(TokenKind.Number, self.source, pos, end, value)


def command_dash(self: Scanner, pos: int) -> Token:
    """A parameter, or a word that begins with a dash."""
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


def command_dot(self: Scanner, pos: int) -> Token:
    """The dot that runs a script in this scope, a number, or a word."""
    text = self.text
    following = text[pos + 1]
    if following.isdecimal():
        return command_number(self, pos)
    if following in ENDS_WORD or following in "$\"'" or following in DOUBLE_QUOTES or following in SINGLE_QUOTES:
        return self.take(TokenKind.Dot, pos, pos + 1)
    if following == "." and text[pos + 2] in ENDS_WORD:
        return self.take(TokenKind.DotDot, pos, pos + 2)
    return self.word(pos)


def command_colon(self: Scanner, pos: int) -> Token:
    """The label of a loop, or a word."""
    match = _LABEL(self.text, pos, self.end)
    if match is None or self.text[match.end()] not in ENDS_WORD:
        return self.word(pos)
    token = self.take(TokenKind.Label, pos, match.end())
    token.value = match[1]
    return token


def command_dollar(self: Scanner, pos: int) -> Token:
    """A variable that stands alone or with members behind it; else the word that it begins."""
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


def type_name(self: Scanner, pos: int) -> Token:
    """The name of a type, with its dots."""
    match = _TYPE_NAME(self.text, pos, self.end)
    if match is None:
        return self.word(pos)
    self.pos = end = match.end()
    return Token(IDENTIFIER, self.source, pos, end, match[0])
