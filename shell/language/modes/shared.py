"""What begins the same token in every mode: brackets, strings, comments, redirections."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from typing import TYPE_CHECKING, TypeAlias

from shell.language.characters import BLANK, DOUBLE_QUOTES, LINE_BREAKS, SINGLE_QUOTES
from shell.language.numbers import NUMBER, number_value
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

    def scan(scanner: Scanner, pos: int) -> Token:
        scanner.pos = pos + 1
        return Token(kind, scanner.source, pos, pos + 1)

    return scan


def doubled(single: TokenKind, double: TokenKind) -> Handler:
    """Make the handler of a character that means something else when it stands twice."""

    def scan(scanner: Scanner, pos: int) -> Token:
        if scanner.text[pos + 1] == scanner.text[pos]:
            return scanner.take(double, pos, pos + 2)
        return scanner.take(single, pos, pos + 1)

    return scan


def new_line(scanner: Scanner, pos: int) -> Token:
    """A line break."""
    end = pos + 2 if scanner.text.startswith("\r\n", pos) else pos + 1
    scanner.pos = end
    return Token(NEW_LINE, scanner.source, pos, end)


def line_comment(scanner: Scanner, pos: int) -> None:
    """`# ...` up to the end of the line; the token is kept."""
    end = _LINE_COMMENT(scanner.text, pos, scanner.end).end()  # type: ignore[union-attr]
    scanner.tokens.append(scanner.take(TokenKind.Comment, pos, end))


def at(scanner: Scanner, pos: int) -> Token:
    """`@{`, `@(`, a here-string, or a splatted variable."""
    following = scanner.text[pos + 1]
    if following == "{":
        return scanner.take(TokenKind.AtCurly, pos, pos + 2)
    if following == "(":
        return scanner.take(TokenKind.AtParen, pos, pos + 2)
    if following in DOUBLE_QUOTES:
        return scanner.here_string(pos, expandable=True)
    if following in SINGLE_QUOTES:
        return scanner.here_string(pos, expandable=False)
    token = scanner.variable(pos, splatted=True)
    if token is not None:
        return token
    scanner.report(pos, pos + 1, "UnrecognizedToken")
    return scanner.take(TokenKind.Unknown, pos, pos + 1)


def less_than(scanner: Scanner, pos: int) -> Token | None:
    """`<`, or a comment."""
    if scanner.text[pos + 1] == "#":
        scanner.block_comment(pos)
        return None
    return scanner.take(TokenKind.RedirectInStd, pos, pos + 1)


def skip_comment(scanner: Scanner, pos: int) -> None:
    """A block comment, where only what can be skipped is looked for."""
    if scanner.text[pos + 1] == "#":
        scanner.block_comment(pos)


def redirection(scanner: Scanner, pos: int) -> Token:
    """`>`, `2>>`, `*>&1`; the value is (from, to, append)."""
    match = _REDIRECTION(scanner.text, pos)
    assert match is not None
    stream, append, to = match.groups()
    token = scanner.take(TokenKind.Redirection, pos, match.end())
    token.value = (0 if stream == "*" else int(stream or 1), int(to) if to else None, bool(append))
    return token


def number_before(
    ends: Container[str], too_large: Callable[[Scanner, int, int], Token]
) -> Callable[[Scanner, int], Token]:
    """Make the handler of a number that has one of `ends` behind it, of `2>`, and of a word that begins with digits.

    `too_large` gets the place of a number that no type holds.
    """

    def scan(scanner: Scanner, pos: int) -> Token:
        text = scanner.text
        match = NUMBER.match(text, pos, scanner.end)
        if match is None:
            return scanner.word(pos)
        end = match.end()
        if text[end] == ">" and end == pos + 1 and text[pos] in "123456":
            return redirection(scanner, pos)
        if text[end] not in ends:
            return scanner.word(pos)
        value = number_value(match)
        if value is None:
            return too_large(scanner, pos, end)
        scanner.pos = end
        return Token(TokenKind.Number, scanner.source, pos, end, value)

    return scan


def string(scanner: Scanner, pos: int) -> Token:
    """`"..."`."""
    return scanner.double_quoted(pos)


def literal(scanner: Scanner, pos: int) -> Token:
    """`'...'`."""
    return scanner.single_quoted(pos)


def line_continuation(scanner: Scanner, pos: int) -> None:
    """A backtick with the line break behind it; the token is kept."""
    end = _LINE_BREAK(scanner.text, pos + 1, scanner.end).end()  # type: ignore[union-attr]
    scanner.tokens.append(scanner.take(TokenKind.LineContinuation, pos, end))


def skip_backtick(scanner: Scanner, pos: int) -> None:
    """A continued line end, where only what can be skipped is looked for; before a blank the mark itself is one."""
    following = scanner.text[pos + 1]
    if following in LINE_BREAKS and pos + 1 < scanner.end:
        line_continuation(scanner, pos)
    elif following in BLANK:
        scanner.pos = pos + 1


def backtick(scanner: Scanner, pos: int) -> Token | None:
    """A continued line end, or a word that begins with an escape."""
    following = scanner.text[pos + 1]
    if following in LINE_BREAKS and pos + 1 < scanner.end:
        line_continuation(scanner, pos)
        return None
    if following in BLANK:
        scanner.pos = pos + 1
        return None
    if pos + 1 >= scanner.end:
        scanner.report(pos, pos + 1, "IncompleteString", incomplete=True)
        scanner.pos = pos + 1
        return None
    if scanner.in_quotes and following in DOUBLE_QUOTES:
        return scanner.escaped_double_quoted(pos)
    return scanner.word(pos)
