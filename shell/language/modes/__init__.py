"""The modes of the scanner: tables from a token's first character to the function that scans it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from shell.language.characters import DASHES, DOUBLE_QUOTES, SINGLE_QUOTES
from shell.language.modes.commands import (
    command_colon,
    command_dash,
    command_dollar,
    command_dot,
    command_number,
    operator_or_word,
    type_name,
)
from shell.language.modes.expressions import (
    dash,
    dollar,
    dot,
    identifier,
    number,
    plus,
    question,
    signed,
    star,
    with_equals,
)
from shell.language.modes.shared import (
    Handler,
    at,
    backtick,
    doubled,
    less_than,
    line_comment,
    literal,
    new_line,
    punctuation,
    redirection,
    skip_backtick,
    skip_comment,
    string,
)
from shell.language.tokens import Token, TokenKind

if TYPE_CHECKING:
    from shell.language.scanner import Scanner

NEW_LINE = TokenKind.NewLine
END_OF_INPUT = TokenKind.EndOfInput

Mode: TypeAlias = dict[str, Handler]
"""From the first character of a token to the function that scans it."""

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


def _each(characters: str, handler: Handler) -> Mode:
    return dict.fromkeys(characters, handler)


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_"
_DIGITS = "0123456789"

_SHARED: Mode = {
    **_each("\r\n", new_line),
    **_each(DOUBLE_QUOTES, string),
    **_each(SINGLE_QUOTES, literal),
    "#": line_comment,
    "<": less_than,
    ">": redirection,
    "@": at,
    "`": backtick,
    "(": punctuation(TokenKind.LParen),
    ")": punctuation(TokenKind.RParen),
    "{": punctuation(TokenKind.LCurly),
    "}": punctuation(TokenKind.RCurly),
    ",": punctuation(TokenKind.Comma),
    ";": punctuation(TokenKind.Semi),
    "|": doubled(TokenKind.Pipe, TokenKind.OrOr),
    "&": doubled(TokenKind.Ampersand, TokenKind.AndAnd),
}

_divide = with_equals(TokenKind.Divide, TokenKind.DivideEquals)
_remainder = with_equals(TokenKind.Rem, TokenKind.RemainderEquals)
_equals = punctuation(TokenKind.Equals)
_exclaim = punctuation(TokenKind.Exclaim)

EXPRESSION: Mode = {
    **_SHARED,
    **_each(_LETTERS, identifier),
    **_each(_DIGITS, number),
    **_each(DASHES, dash),
    "=": _equals,
    "+": plus,
    "*": star,
    "/": _divide,
    "%": _remainder,
    "!": _exclaim,
    "[": punctuation(TokenKind.LBracket),
    "]": punctuation(TokenKind.RBracket),
    ".": dot,
    "$": dollar,
    "?": question,
    ":": doubled(TokenKind.Colon, TokenKind.ColonColon),
}
"""Behind an operand."""

OPERAND: Mode = {**EXPRESSION, "+": signed(plus), **_each(DASHES, signed(dash))}
"""Where an operand begins: a sign belongs to the number behind it."""

COMMAND: Mode = {
    **_SHARED,
    **_each(_DIGITS, command_number),
    **_each(DASHES, command_dash),
    **{mark: operator_or_word(scan) for mark, scan in (("=", _equals), ("+", plus), ("*", star), ("/", _divide))},
    **{mark: operator_or_word(scan) for mark, scan in (("%", _remainder), ("!", _exclaim))},
    **{mark: operator_or_word(EXPRESSION[mark]) for mark in "[]"},
    ".": command_dot,
    "$": command_dollar,
    ":": command_colon,
}
"""Where a statement begins and among the words of a command. Letters begin a word."""

TYPE_NAME: Mode = {**EXPRESSION, **_each(_LETTERS, type_name)}
"""Inside the brackets of a type."""

SKIPPED: Mode = {
    **_each("\r\n", new_line),
    "#": line_comment,
    "<": skip_comment,
    "`": skip_backtick,
}
"""What `skip_newlines` goes over; a handler that does not move on stops it."""


def other(scanner: Scanner, pos: int) -> Token:
    """A token whose first character stands in no table: a letter or a sign of another script."""
    return scanner.word(pos) if scanner.ungot_mode is COMMAND else identifier(scanner, pos)
