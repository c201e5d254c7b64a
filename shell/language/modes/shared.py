"""What begins the same token in every mode: brackets, strings, comments, redirections."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from shell.language.characters import BLANK, DOUBLE_QUOTES, SINGLE_QUOTES
from shell.language.tokens import Token, TokenKind

if TYPE_CHECKING:
    from shell.language.scanner import Scanner

NEW_LINE = TokenKind.NewLine

_LINE_COMMENT = re.compile(r"#[^\r\n]*").match
_LINE_BREAK = re.compile(r"\r\n|\r|\n").match
_REDIRECTION = re.compile(r"([1-6*]?)>(?:(>)|&([12]))?").match


Handler: TypeAlias = Callable[["Scanner", int], Token | None]
"""Scans the token that begins at a place; None where it was none, such as a comment."""


def punctuation(kind: TokenKind) -> Handler:
    """Make the handler of a token of one character."""

    def scan(self: Scanner, pos: int) -> Token:
        self.pos = pos + 1
        return Token(kind, self.source, pos, pos + 1)

    return scan


def doubled(single: TokenKind, double: TokenKind) -> Handler:
    """Make the handler of a character that means something else when it stands twice."""

    def scan(self: Scanner, pos: int) -> Token:
        if self.text[pos + 1] == self.text[pos]:
            return self.take(double, pos, pos + 2)
        return self.take(single, pos, pos + 1)

    return scan


def new_line(self: Scanner, pos: int) -> Token:
    """A line break."""
    end = pos + 2 if self.text.startswith("\r\n", pos) else pos + 1
    self.pos = end
    return Token(NEW_LINE, self.source, pos, end)


def line_comment(self: Scanner, pos: int) -> None:
    """`# ...` up to the end of the line; the token is kept."""
    end = _LINE_COMMENT(self.text, pos, self.end).end()  # type: ignore[union-attr]
    self.tokens.append(self.take(TokenKind.Comment, pos, end))


def at(self: Scanner, pos: int) -> Token:
    """`@{`, `@(`, a here-string, or a splatted variable."""
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


def less_than(self: Scanner, pos: int) -> Token | None:
    """`<`, or a comment."""
    if self.text[pos + 1] == "#":
        self.block_comment(pos)
        return None
    return self.take(TokenKind.RedirectInStd, pos, pos + 1)


def skip_comment(self: Scanner, pos: int) -> None:
    """A block comment, where only what can be skipped is looked for."""
    if self.text[pos + 1] == "#":
        self.block_comment(pos)


def redirection(self: Scanner, pos: int) -> Token:
    """`>`, `2>>`, `*>&1`; the value is (from, to, append)."""
    match = _REDIRECTION(self.text, pos)
    assert match is not None
    stream, append, to = match.groups()
    token = self.take(TokenKind.Redirection, pos, match.end())
    token.value = (0 if stream == "*" else int(stream or 1), int(to) if to else None, bool(append))
    return token


def string(self: Scanner, pos: int) -> Token:
    """`"..."`."""
    return self.double_quoted(pos)


def literal(self: Scanner, pos: int) -> Token:
    """`'...'`."""
    return self.single_quoted(pos)


def skip_backtick(self: Scanner, pos: int) -> None:
    """A continued line end, where only what can be skipped is looked for."""
    match = _LINE_BREAK(self.text, pos + 1, self.end)
    if match is not None:
        self.pos = match.end()


def backtick(self: Scanner, pos: int) -> Token | None:
    """A continued line end, or a word that begins with an escape."""
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
