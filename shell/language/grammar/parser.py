"""The parser: `parse` gives a tree, the tokens and the errors of a text. It never raises."""

from __future__ import annotations

from dataclasses import dataclass

from shell.language.grammar.definitions import DefinitionParser
from shell.language.errors import ParseError
from shell.language.grammar.requirements import read_requirements
from shell.language.source import Extent, Source
from shell.language.tokens import Token, TokenKind
from shell.language.tree import NamedBlockAst, ScriptBlockAst


@dataclass(frozen=True, slots=True)
class ParseResult:
    """What parsing gives. `tokens` are those of PowerShell's own list: comments and line breaks are among them."""

    source: Source
    tree: ScriptBlockAst
    tokens: list[Token]
    errors: tuple[ParseError, ...]

    @property
    def incomplete(self) -> bool:
        """True if all that is wrong is that the input stops early."""
        return bool(self.errors) and self.errors[0].incomplete


def parse(text: str, path: str | None = None) -> ParseResult:
    """Parse a script. `path` is what positions show."""
    source = Source(text, path)
    parser = DefinitionParser(source)
    try:
        tree = parser.script_block(None)
    except RecursionError:
        parser.errors.clear()
        parser.report(0, 0, "ScriptTooComplicated")
        empty = NamedBlockAst(Extent(source, 0, 0), TokenKind.End, True)
        tree = ScriptBlockAst(Extent(source, 0, len(text)), end_block=empty)
    tree = read_requirements(tree, parser.tokens)
    return ParseResult(source, tree, parser.tokens, tuple(parser.errors))
