"""After the parse of a text in units: the pairs of surrogates in what tokens, nodes and errors hold become characters.

Only texts with characters beyond U+FFFF come here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from shell.language.errors import ParseError
from shell.language.strings import ExpandableToken
from shell.language.tokens import Token
from shell.language.tree import Ast
from shell.language.tree.nodes import NodeType
from shell.language.units import whole


def join_units(tree: Ast, tokens: Iterable[Token], errors: Iterable[ParseError]) -> list[ParseError]:
    """Join the pairs in a tree and its tokens, in place; give the errors with joined messages."""
    stack: list[Any] = [tree]
    while stack:
        stack += _join_node(stack.pop())
    _join_tokens(tokens)
    return [replace(error, message=whole(error.message)) for error in errors]


def _join_node(node: Any) -> list[Any]:
    """Join what a node holds itself, and give the nodes below it: those that FindAll shows, and names of types."""
    below: list[Any] = []
    for field in type(node).FIELDS:
        value = getattr(node, field)
        if isinstance(value, str):
            setattr(node, field, whole(value))
        elif isinstance(value, tuple):
            setattr(node, field, _joined(value, below))
        elif isinstance(type(value), NodeType):
            below.append(value)
    return below


def _joined(values: tuple[Any, ...], below: list[Any]) -> tuple[Any, ...]:
    found: list[Any] = []
    for value in values:
        if isinstance(value, tuple):
            found.append(_joined(value, below))
        elif isinstance(value, str):
            found.append(whole(value))
        else:
            if isinstance(type(value), NodeType):
                below.append(value)
            found.append(value)
    return tuple(found)


def _join_tokens(tokens: Iterable[Token]) -> None:
    for token in tokens:
        if isinstance(token.value, str):
            token.value = whole(token.value)
        if isinstance(token, ExpandableToken):
            token.pieces = [whole(piece) if isinstance(piece, str) else piece for piece in token.pieces]
        _join_tokens(token.nested)
