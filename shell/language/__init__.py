"""PowerShell's language: scanner, parser, tree. `parse` is the one way in."""

from shell.language.errors import ParseError
from shell.language.grammar.parser import ParseResult, parse
from shell.language.source import Extent, Source
from shell.language.tokens import Token, TokenKind

__all__ = ["Extent", "ParseError", "ParseResult", "Source", "Token", "TokenKind", "parse"]
