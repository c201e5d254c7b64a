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
from shell.language.modes.shared import Handler, number_before
from shell.language.tokens import Token, TokenKind

if TYPE_CHECKING:
    from shell.language.scanner import Scanner

IDENTIFIER = TokenKind.Identifier

_TYPE_NAME = re.compile(r"[^\W\d][\w.+`]*").match
_PARAMETER = re.compile(
    rf"[{DASH_CLASS}]((?:[^\W\d]|\?)[^{BLANK_CLASS}\r\n\0{{}}();,|&.\[:'\"`{SINGLE_CLASS}{DOUBLE_CLASS}]*)(:?)"
).match
_LABEL = re.compile(r":([^\W\d]\w*)").match


def operator_or_word(operator: Handler) -> Handler:
    """An operator that stands alone is one even in a command; with anything behind it, it begins a word."""

    def scan(scanner: Scanner, pos: int) -> Token | None:
        token = operator(scanner, pos)
        if token is None or scanner.text[scanner.pos] in ENDS_WORD or token.kind is TokenKind.Redirection:
            return token
        return scanner.word(pos)

    return scan


command_number = number_before(ENDS_WORD, lambda scanner, pos, end: scanner.word(pos))
"""A number that stands alone; else the word that it begins."""


def command_dash(scanner: Scanner, pos: int) -> Token:
    """A parameter, or a word that begins with a dash."""
    text = scanner.text
    following = text[pos + 1]
    if following in DASH:
        if text[pos + 2] in ENDS_WORD:
            return scanner.take(TokenKind.MinusMinus, pos, pos + 2)
        return scanner.word(pos)
    match = _PARAMETER(text, pos, scanner.end)
    if match is None:
        return scanner.take(TokenKind.Minus, pos, pos + 1) if following in ENDS_WORD else scanner.word(pos)
    end = match.end()
    if text[end] in SINGLE_QUOTES or text[end] in DOUBLE_QUOTES:
        if not match[2]:
            return scanner.word(pos)
    elif text[end] == "`" and text[end + 1] not in "\r\n":
        escaped_quote = scanner.in_quotes and text[end + 1] in DOUBLE_QUOTES
        if not (escaped_quote and match[2]):
            return scanner.word(pos)
    scanner.pos = end
    return Token(TokenKind.Parameter, scanner.source, pos, end, match[1])


def command_dot(scanner: Scanner, pos: int) -> Token:
    """The dot that runs a script in this scope, a number, or a word."""
    text = scanner.text
    following = text[pos + 1]
    if following.isdecimal():
        return command_number(scanner, pos)
    if following in ENDS_WORD or following in "$\"'" or following in DOUBLE_QUOTES or following in SINGLE_QUOTES:
        return scanner.take(TokenKind.Dot, pos, pos + 1)
    if following == "." and text[pos + 2] in ENDS_WORD:
        return scanner.take(TokenKind.DotDot, pos, pos + 2)
    return scanner.word(pos)


def command_colon(scanner: Scanner, pos: int) -> Token:
    """The label of a loop, or a word."""
    match = _LABEL(scanner.text, pos, scanner.end)
    if match is None or scanner.text[match.end()] not in ENDS_WORD:
        return scanner.word(pos)
    token = scanner.take(TokenKind.Label, pos, match.end())
    token.value = match[1]
    return token


def command_dollar(scanner: Scanner, pos: int) -> Token:
    """A variable that stands alone or with members behind it; else the word that it begins."""
    text = scanner.text
    if text[pos + 1] == "(":
        return scanner.take(TokenKind.DollarParen, pos, pos + 2)
    token = scanner.variable(pos, splatted=False)
    if token is None:
        return scanner.word(pos)
    following = text[scanner.pos]
    if following in ENDS_WORD or following in ".[":
        return token
    if following == ":" and text[scanner.pos + 1] == ":":
        return token
    if following == "?" and text[scanner.pos + 1] in ".[":
        return token
    return scanner.word(pos)


def type_name(scanner: Scanner, pos: int) -> Token:
    """The name of a type, with its dots."""
    match = _TYPE_NAME(scanner.text, pos, scanner.end)
    if match is None:
        return scanner.word(pos)
    scanner.pos = end = match.end()
    return Token(IDENTIFIER, scanner.source, pos, end, match[0])
