"""What holds for the tree and the tokens of every text, as functions that give what breaks it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from shell.language.grammar.parser import ParseResult
from shell.language.tree import (
    Ast,
    BaseCtorInvokeMemberExpressionAst,
    CommandBaseAst,
    CommandExpressionAst,
    DoUntilStatementAst,
    DoWhileStatementAst,
    MemberAst,
    NamedBlockAst,
    ParamBlockAst,
    ScriptBlockAst,
    StatementBlockAst,
)

_NOTHING = re.compile(r"(?:\s|`(?=\s|\Z)|\ufeff|\0)*").fullmatch
_ANY_ORDER = (
    CommandBaseAst,  # its redirections come last, in the order of their streams
    DoUntilStatementAst,
    DoWhileStatementAst,
    MemberAst,  # the type of a member comes first
    ScriptBlockAst,  # its named blocks come in the order in which they run
)
"""What shows its children in another order than the text's."""


def joined(result: ParseResult) -> str:
    """The tokens of a text with what stands between them, in units."""
    units = result.source.units
    at = 0
    parts: list[str] = []
    for token in result.tokens:
        parts += [units[at : token.start], units[token.start : token.end]]
        at = token.end
    return "".join((*parts, units[at:]))


def gaps(result: ParseResult) -> list[str]:
    """What stands between tokens and is no blank."""
    units = result.source.units
    ends = [0, *(token.end for token in result.tokens)]
    between = [units[end : token.start] for end, token in zip(ends, result.tokens, strict=False)]
    return [gap for gap in between if not _NOTHING(gap)]


def overlapping(result: ParseResult) -> list[tuple[object, object]]:
    """Tokens that do not follow each other."""
    return [(left, right) for left, right in pairwise(result.tokens) if left.end > right.start]


def beyond(result: ParseResult) -> list[Ast]:
    """Nodes that stand outside of the text."""
    length = len(result.source.units)
    return [
        node for node in result.tree.walk() if not 0 <= node.extent.start_offset <= node.extent.end_offset <= length
    ]


def outside(tree: Ast) -> list[tuple[Ast, Ast]]:
    """Nodes that stand outside of their parents.

    Not so attributes, which stand in front of the word `param`, the call of a base constructor, which stands in front
    of the braces, and what is not written and stands nowhere.
    """
    found = []
    for node in tree.walk():
        for child in _placed(node):
            starts_inside = node.extent.start_offset <= child.extent.start_offset or isinstance(node, ParamBlockAst)
            if not starts_inside or child.extent.end_offset > node.extent.end_offset:
                found.append((node, child))
    return found


def disordered(tree: Ast) -> list[tuple[Ast, Ast]]:
    """Siblings of which the later one begins before the earlier one ends; traps are shown before statements."""
    found = []
    for node in tree.walk():
        if isinstance(node, _ANY_ORDER):
            continue
        children = list(_placed(node))
        if isinstance(node, NamedBlockAst | StatementBlockAst):
            children.sort(key=lambda child: child.extent.start_offset)
        pairs = pairwise(children)
        found += [(left, right) for left, right in pairs if left.extent.end_offset > right.extent.start_offset]
    return found


def _placed(node: Ast) -> Iterator[Ast]:
    """The children of a node that stand somewhere, without the calls of base constructors."""
    for child in node.children():
        written = child.extent.start_offset < child.extent.end_offset
        if written and not isinstance(child, BaseCtorInvokeMemberExpressionAst) and not _is_base_call(child):
            yield child


def _is_base_call(node: Ast) -> bool:
    return isinstance(node, CommandExpressionAst) and isinstance(node.expression, BaseCtorInvokeMemberExpressionAst)
