"""Colours for scripts, from the parser's own tokens: a pygments lexer and its colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pygments.lexer import Lexer
from pygments.token import Comment, Generic, Keyword, Name, Number, Operator, Punctuation, String, Text

from shell.language import Token, TokenKind, parse

_KINDS: dict[TokenKind, Any] = {
    TokenKind.Variable: Name.Variable,
    TokenKind.SplattedVariable: Name.Variable,
    TokenKind.Parameter: Name.Attribute,
    TokenKind.Number: Number,
    TokenKind.Label: Name.Label,
    TokenKind.Comment: Comment,
    TokenKind.StringLiteral: String,
    TokenKind.StringExpandable: String,
    TokenKind.HereStringLiteral: String,
    TokenKind.HereStringExpandable: String,
    TokenKind.Identifier: Text,
    TokenKind.Generic: Text,
}
_FLAGS: tuple[tuple[str, Any], ...] = (
    ("command_name", Name.Function),
    ("keyword", Keyword),
    ("type_name", Name.Class),
    ("attribute_name", Name.Decorator),
    ("member_name", Name.Property),
)
_NAMES: dict[Any, str] = {
    Comment: "comment",
    Keyword: "keyword",
    Name.Attribute: "parameter",
    Name.Class: "type",
    Name.Decorator: "type",
    Name.Function: "command",
    Name.Property: "member",
    Name.Variable: "variable",
    Number: "number",
    Operator: "operator",
    Punctuation: "default",
    String: "string",
}
_PUNCTUATION = frozenset("()[]{};,|.&")

COLOURS: dict[Any, str] = {
    Comment: "ansigreen",
    Generic.Error: "ansired",
    Keyword: "ansibrightgreen",
    Name.Attribute: "ansibrightblack",
    Name.Class: "ansigray",
    Name.Function: "ansibrightyellow",
    Name.Variable: "ansibrightgreen",
    Number: "ansiwhite",
    Operator: "ansibrightblack",
    String: "ansicyan",
}
"""PSReadLine's colours, by name, so that each terminal shows its own shades."""


def _kind_of(token: Token) -> Any:
    for flag, kind in _FLAGS:
        if flag in token.flags:
            return kind
    known = _KINDS.get(token.kind)
    if known is not None:
        return known
    return Punctuation if token.text in _PUNCTUATION else Operator


def style_class(token: Token) -> str:
    """Return the prompt's style of a token: `class:script.` and PSReadLine's name for it."""
    return f"class:script.{_NAMES.get(_kind_of(token), 'default')}"


class PowerShellLexer(Lexer):
    """Lexes PowerShell with the shell's own parser."""

    name = "emshell"
    aliases = ("emshell", "exchange-management-shell")
    filenames = ("*.ps1", "*.psm1", "*.psd1")

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "stripnl": False, "ensurenl": False})

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, Any, str]]:
        """Yield (offset, token type, text); what stands between tokens is plain text."""
        at = 0
        for token in sorted(parse(text, by_characters=True).tokens, key=lambda each: each.start):
            if token.start < at or token.end == token.start:
                continue
            if token.start > at:
                yield at, Text, text[at : token.start]
            yield token.start, _kind_of(token), token.text
            at = token.end
        if at < len(text):
            yield at, Text, text[at:]
