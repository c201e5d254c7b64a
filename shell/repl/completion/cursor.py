"""Where the cursor stands: the word it touches, the statement around it, the groups that are open.

Only the text before the cursor counts: what follows belongs to whoever typed it. The open groups are found from the
parser's own tokens, and the statement inside the innermost one is parsed alone, so that a broken or unfinished text
around it does no harm.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from shell.language import Token, TokenKind, parse
from shell.language.tree import ScriptBlockAst

OPENERS = {
    TokenKind.LParen: TokenKind.RParen,
    TokenKind.AtParen: TokenKind.RParen,
    TokenKind.DollarParen: TokenKind.RParen,
    TokenKind.LCurly: TokenKind.RCurly,
    TokenKind.AtCurly: TokenKind.RCurly,
    TokenKind.LBracket: TokenKind.RBracket,
    TokenKind.QuestionLBracket: TokenKind.RBracket,
}
_CLOSERS = frozenset(OPENERS.values())
_SEPARATORS = frozenset({TokenKind.Semi, TokenKind.NewLine, TokenKind.AndAnd, TokenKind.OrOr})
_STRINGS = frozenset({TokenKind.StringExpandable, TokenKind.HereStringExpandable})


@dataclass(frozen=True, slots=True)
class Group:
    """An open group: the token that opened it and the tokens before that in its statement."""

    opener: Token
    before: tuple[Token, ...]


class Cursor:
    """A text up to the cursor, understood."""

    def __init__(self, text: str, offset: int, base: int = 0, tokens: list[Token] | None = None) -> None:
        self.text = text[:offset]
        self.base = base
        """What to add to offsets in `text` to get offsets in the whole input."""
        self.groups: list[Group] = []
        self.statement: list[Token] = []
        """The tokens of the statement at the cursor, inside the innermost open group."""
        self._read(parse(self.text, by_characters=True).tokens if tokens is None else tokens)

    def _read(self, tokens: list[Token]) -> None:
        stack: list[tuple[Group, list[Token]]] = []
        statement: list[Token] = []
        for token in tokens:
            kind = token.kind
            if kind is TokenKind.EndOfInput or kind is TokenKind.Comment:
                continue
            if kind in OPENERS:
                stack.append((Group(token, tuple(statement)), statement))
                statement = []
            elif kind in _CLOSERS and stack:
                group, outer = stack.pop()
                outer.extend([group.opener, *statement, token])
                statement = outer
            elif kind in _SEPARATORS:
                statement = []
            else:
                statement.append(token)
        self.groups = [group for group, _ in stack]
        self.statement = statement

    @property
    def start(self) -> int:
        """The offset in `text` at which the statement at the cursor begins."""
        if self.statement:
            return self.statement[0].extent.start_offset
        return len(self.text)

    @cached_property
    def last(self) -> Token | None:
        """The token that the cursor touches, or None where it stands behind a blank."""
        if not self.statement or self.statement[-1].extent.end_offset != len(self.text):
            return None
        return self.statement[-1]

    @cached_property
    def tree(self) -> ScriptBlockAst:
        """The statement at the cursor, parsed alone."""
        return parse(self.text[self.start :], by_characters=True).tree

    def inside_string(self) -> Cursor | None:
        """Return the cursor inside an unfinished expandable string's `$( ... `, or None."""
        last = self.last
        if last is None or last.kind not in _STRINGS:
            return None
        at = _open_subexpression(last.text)
        if at is None:
            return None
        begin = last.extent.start_offset + at
        inner = self.text[begin:]
        return Cursor(inner, len(inner), self.base + begin)


def _open_subexpression(string: str) -> int | None:
    """Return where the inside of the innermost `$(` without its `)` begins."""
    open_at: list[int] = []
    at = 1
    while at < len(string):
        if string[at] == "`":
            at += 2
            continue
        if string.startswith("$(", at):
            open_at.append(at + 2)
            at += 2
            continue
        if string[at] == ")" and open_at:
            open_at.pop()
        at += 1
    return open_at[-1] if open_at else None
