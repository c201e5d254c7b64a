"""Binary operators: common ones on plain ints and doubles run inline, the others by the tables of `operators`."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from shell.engine.compile.unit import (
    Expr,
    Unit,
    compile_expression,
    constant_of,
    expression_compiler,
    strip_parentheses,
)
from shell.engine.compile.values.text_operators import ON_TEXT, with_literal_operand
from shell.engine.compile.variables import plain_name
from shell.engine.operators import operators
from shell.engine.run.scope import Scope
from shell.language.tokens import TokenKind
from shell.language.tree import BinaryExpressionAst, TypeExpressionAst
from shell.lazy import lazy
from shell.types.conversion.conversion import to_bool
from shell.values.objects import MISSING, Value

if TYPE_CHECKING:
    from shell.engine.compile.values import type_expressions
else:
    type_expressions = lazy("shell.engine.compile.values.type_expressions", globals())


_MINIMUM: Final = -0x80000000
_MAXIMUM: Final = 0x7FFFFFFF

General = Callable[[Value, Value], Value]

_CHECKED: Final[dict[TokenKind, Callable[[Any, Any], Any]]] = {
    TokenKind.Plus: operator.add,
    TokenKind.Minus: operator.sub,
    TokenKind.Multiply: operator.mul,
}
"""For two Int32 these return an Int32, or a Double on overflow; for two Doubles a Double."""

_COMPARISONS: Final[dict[TokenKind, Callable[[Any, Any], Any]]] = {
    TokenKind.Ilt: operator.lt,
    TokenKind.Ile: operator.le,
    TokenKind.Igt: operator.gt,
    TokenKind.Ige: operator.ge,
    TokenKind.Ieq: operator.eq,
    TokenKind.Ine: operator.ne,
    TokenKind.Clt: operator.lt,
    TokenKind.Cle: operator.le,
    TokenKind.Cgt: operator.gt,
    TokenKind.Cge: operator.ge,
    TokenKind.Ceq: operator.eq,
    TokenKind.Cne: operator.ne,
}


@expression_compiler(BinaryExpressionAst)
def compile_binary(node: BinaryExpressionAst, unit: Unit) -> Expr:
    """Compile a binary operator."""
    kind = node.operator
    special = _SPECIAL.get(kind)
    if special is not None:
        return special(node, unit)
    if kind in ON_TEXT:
        made = with_literal_operand(node, unit)
        if made is not None:
            return made
    with_session = operators.SESSION_BINARY.get(kind)
    left = compile_expression(node.left, unit)
    right = compile_expression(node.right, unit)
    if with_session is not None:
        return _session_operator(with_session, left, right)
    general = operators.BINARY[kind]
    fast = _CHECKED.get(kind)
    if fast is not None:
        return _fuse(node, left, right, _checked_constant, _checked, fast, general)
    fast = _COMPARISONS.get(kind)
    if fast is not None:
        return _fuse(node, left, right, _comparison_constant, _comparison, fast, general)
    if kind is TokenKind.Rem:
        constant = constant_of(strip_parentheses(node.right))
        if type(constant) is int and constant > 0:
            return _remainder_constant(left, constant, general)
        return _remainder(left, right, general)
    return _plain(left, right, general)


def _session_operator(function: Callable[[Any, Value, Value], Value], left: Expr, right: Expr) -> Expr:
    def run(scope: Scope) -> Value:
        return function(scope.runspace, left(scope), right(scope))

    return run


def _plain(left: Expr, right: Expr, general: General) -> Expr:
    def run(scope: Scope) -> Value:
        return general(left(scope), right(scope))

    return run


def _fuse(
    node: BinaryExpressionAst,
    left: Expr,
    right: Expr,
    with_constant: Callable[..., Expr],
    with_expression: Callable[..., Expr],
    fast: Callable[[Any, Any], Any],
    general: General,
) -> Expr:
    """Choose the form for `$x op 5`, `expr op 5` and the rest."""
    constant = constant_of(strip_parentheses(node.right))
    if type(constant) is int:
        name = plain_name(node.left)
        return with_constant(left, name, constant, fast, general)
    return with_expression(left, right, fast, general)


def _checked_constant(
    left: Expr, name: str | None, constant: int, fast: Callable[[Any, Any], Any], general: General
) -> Expr:
    if name is not None:

        def run_variable(scope: Scope) -> Value:
            value = scope[name]
            if type(value) is int:
                result = fast(value, constant)
                return result if _MINIMUM <= result <= _MAXIMUM else float(result)
            return general(value, constant)

        return run_variable

    def run(scope: Scope) -> Value:
        value = left(scope)
        if type(value) is int:
            result = fast(value, constant)
            return result if _MINIMUM <= result <= _MAXIMUM else float(result)
        return general(value, constant)

    return run


def _checked(left: Expr, right: Expr, fast: Callable[[Any, Any], Any], general: General) -> Expr:
    def run(scope: Scope) -> Value:
        one = left(scope)
        two = right(scope)
        if type(one) is int and type(two) is int:
            result = fast(one, two)
            return result if _MINIMUM <= result <= _MAXIMUM else float(result)
        return general(one, two)

    return run


def _comparison_constant(
    left: Expr, name: str | None, constant: int, fast: Callable[[Any, Any], Any], general: General
) -> Expr:
    if name is not None:

        def run_variable(scope: Scope) -> Value:
            value = scope[name]
            return fast(value, constant) if type(value) is int else general(value, constant)

        return run_variable

    def run(scope: Scope) -> Value:
        value = left(scope)
        return fast(value, constant) if type(value) is int else general(value, constant)

    return run


def _comparison(left: Expr, right: Expr, fast: Callable[[Any, Any], Any], general: General) -> Expr:
    def run(scope: Scope) -> Value:
        one = left(scope)
        two = right(scope)
        kind = type(one)
        if kind is type(two) and (kind is int or kind is float):
            return fast(one, two)
        return general(one, two)

    return run


def _remainder_constant(left: Expr, constant: int, general: General) -> Expr:
    def run(scope: Scope) -> Value:
        value = left(scope)
        if type(value) is int and value >= 0:
            return value % constant
        return general(value, constant)

    return run


def _remainder(left: Expr, right: Expr, general: General) -> Expr:
    def run(scope: Scope) -> Value:
        one = left(scope)
        two = right(scope)
        if type(one) is int and type(two) is int and one >= 0 and two > 0:
            return one % two
        return general(one, two)

    return run


def truth(expression: Expr) -> Callable[[Scope], bool]:
    """Return the expression as a condition."""

    def run(scope: Scope) -> bool:
        value = expression(scope)
        if value is True:
            return True
        return value is not False and to_bool(value)

    return run


def _and(node: BinaryExpressionAst, unit: Unit) -> Expr:
    left = truth(compile_expression(node.left, unit))
    right = truth(compile_expression(node.right, unit))
    return lambda scope: left(scope) and right(scope)


def _or(node: BinaryExpressionAst, unit: Unit) -> Expr:
    left = truth(compile_expression(node.left, unit))
    right = truth(compile_expression(node.right, unit))
    return lambda scope: left(scope) or right(scope)


def _xor(node: BinaryExpressionAst, unit: Unit) -> Expr:
    left = truth(compile_expression(node.left, unit))
    right = truth(compile_expression(node.right, unit))
    return lambda scope: left(scope) != right(scope)


def _coalesce(node: BinaryExpressionAst, unit: Unit) -> Expr:
    left = compile_expression(node.left, unit)
    right = compile_expression(node.right, unit)

    def run(scope: Scope) -> Value:
        value = left(scope)
        return right(scope) if operators.is_null(value) else value

    return run


def _type_operator(node: BinaryExpressionAst, unit: Unit) -> Expr:
    left = compile_expression(node.left, unit)
    right = (
        type_expressions.type_or_value(node.right, unit)
        if isinstance(node.right, TypeExpressionAst)
        else compile_expression(node.right, unit)
    )
    general = operators.BINARY.get(node.operator)
    if general is None:
        return _session_operator(operators.SESSION_BINARY[node.operator], left, right)
    return _plain(left, right, general)


_SPECIAL: Final[dict[TokenKind, Callable[[BinaryExpressionAst, Unit], Expr]]] = {
    TokenKind.And: _and,
    TokenKind.Or: _or,
    TokenKind.Xor: _xor,
    TokenKind.QuestionQuestion: _coalesce,
    TokenKind.Is: _type_operator,
    TokenKind.IsNot: _type_operator,
    TokenKind.As: _type_operator,
}

__all__ = ["MISSING", "compile_binary", "truth"]
