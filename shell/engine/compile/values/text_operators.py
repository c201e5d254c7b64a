"""-match, -replace, -split, -like and -f whose pattern or format is written in the script.

A literal operand is parsed when the operator first runs, and cached at the site: no earlier, because a malformed
pattern is an error of the statement that uses it. If the left side is no string, the general operator runs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from shell.engine.compile.unit import Expr, Unit, compile_expression, constant_of, strip_parentheses
from shell.engine.operators import operators, splitting, text_operators
from shell.engine.run.scope import Scope
from shell.language.tokens import TokenKind
from shell.language.tree import ArrayLiteralAst, Ast, BinaryExpressionAst
from shell.values.objects import MISSING, Value
from shell.values.wildcard import wildcard_matcher

Texts = Callable[[str], Value]

_MATCH: Final = {
    TokenKind.Imatch: (True, False),
    TokenKind.Cmatch: (False, False),
    TokenKind.Inotmatch: (True, True),
    TokenKind.Cnotmatch: (False, True),
}
_LIKE: Final = {
    TokenKind.Ilike: (True, False),
    TokenKind.Clike: (False, False),
    TokenKind.Inotlike: (True, True),
    TokenKind.Cnotlike: (False, True),
}
_REPLACE: Final = {TokenKind.Ireplace: True, TokenKind.Creplace: False}
_SPLIT: Final = {TokenKind.Isplit: True, TokenKind.Csplit: False}

ON_TEXT: Final = frozenset((*_MATCH, *_LIKE, *_REPLACE, *_SPLIT, TokenKind.Format))
"""The operators of this module."""


def literal_operands(node: Ast) -> Any:
    """Return the value of a literal or of a list of literals; MISSING for anything else."""
    node = strip_parentheses(node)
    if isinstance(node, ArrayLiteralAst):
        values = [constant_of(each) for each in node.elements]
        return MISSING if MISSING in values else values
    return constant_of(node)


def with_literal_operand(node: BinaryExpressionAst, unit: Unit) -> Expr | None:
    """Compile an operator whose right side (of -f: left side) is literal text; None for any other."""
    kind = node.operator
    if kind is TokenKind.Format:
        template = constant_of(strip_parentheses(node.left))
        return _format(template, node, unit) if type(template) is str else None
    operands = literal_operands(node.right)
    texts = operands if isinstance(operands, list) else [operands]
    if not texts or len(texts) > 3 or type(texts[0]) is not str:
        return None
    left = compile_expression(node.left, unit)
    if kind in _MATCH and operands is texts[0]:
        return _matched(left, operands, *_MATCH[kind])
    if kind in _LIKE and operands is texts[0]:
        return _liked(left, operands, *_LIKE[kind], operators.BINARY[kind])
    if kind in _REPLACE and all(type(each) is str for each in texts) and len(texts) < 3:
        make: Callable[..., Texts] = partial(text_operators.text_replacer, texts, _REPLACE[kind])
    elif kind in _SPLIT:
        make = partial(splitting.text_splitter, texts, _SPLIT[kind])
    else:
        return None
    return _transformed(left, operands, make, operators.SESSION_BINARY[kind])


def _matched(left: Expr, pattern: str, ignore_case: bool, negate: bool) -> Expr:
    known: Any = None

    def run(scope: Scope) -> Value:
        nonlocal known
        value = left(scope)
        if known is None:
            known = text_operators.as_pattern(pattern, ignore_case)
        if type(value) is not str:
            return text_operators.match(scope.runspace, value, pattern, ignore_case=ignore_case, negate=negate)
        found = known.search(value)
        if found is None:
            return negate
        scope.runspace.scope["matches"] = text_operators.MatchTable((known, found))
        return not negate

    return run


def _liked(left: Expr, pattern: str, ignore_case: bool, negate: bool, general: Callable[..., Value]) -> Expr:
    matches: Any = None

    def run(scope: Scope) -> Value:
        nonlocal matches
        value = left(scope)
        if type(value) is not str:
            return general(value, pattern)
        if matches is None:
            matches = wildcard_matcher(pattern, ignore_case)
        return matches(value) is not negate

    return run


def _transformed(left: Expr, operands: Value, make: Callable[[], Texts], general: Callable[..., Value]) -> Expr:
    """Compile -replace or -split: what `make` returns does it to one text."""
    transform: Texts | None = None

    def run(scope: Scope) -> Value:
        nonlocal transform
        value = left(scope)
        if type(value) is not str:
            return general(scope.runspace, value, operands)
        if transform is None:
            transform = make()
        return transform(value)

    return run


def _format(template: str, node: BinaryExpressionAst, unit: Unit) -> Expr:
    right = compile_expression(node.right, unit)
    return lambda scope: text_operators.format_operator(template, right(scope))


__all__ = ["ON_TEXT", "literal_operands", "with_literal_operand"]
