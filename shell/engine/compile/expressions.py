"""Expressions other than binary operators, members and strings: literals, unary operators, arrays, sub-expressions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from shell.engine.compile.blocks import BlockCode
from shell.engine.compile.statements import block_list, block_value, compile_value
from shell.engine.compile.unit import (
    Expr,
    Unit,
    compile_expression,
    constant_of,
    expression_compiler,
    pure_expression,
)
from shell.engine.compile.values.arithmetic import truth
from shell.engine.operators import operators
from shell.engine.run.scope import Scope
from shell.engine.run.script_block import ScriptBlock
from shell.language.tokens import TokenKind
from shell.language.tree import (
    ArrayExpressionAst,
    ArrayLiteralAst,
    AttributedExpressionAst,
    BinaryExpressionAst,
    ConstantExpressionAst,
    ErrorExpressionAst,
    ExpressionAst,
    ParenExpressionAst,
    ScriptBlockExpressionAst,
    StringConstantExpressionAst,
    SubExpressionAst,
    TernaryExpressionAst,
    UnaryExpressionAst,
)
from shell.lazy import lazy
from shell.values.errors import ErrorCategory, RuntimeException
from shell.values.objects import AUTOMATION_NULL, MISSING, Value

if TYPE_CHECKING:
    from shell.engine.compile.values import steps
else:
    steps = lazy("shell.engine.compile.values.steps", globals())


@expression_compiler(ConstantExpressionAst, StringConstantExpressionAst)
def compile_constant(node: ConstantExpressionAst, unit: Unit) -> Expr:
    """Compile a number or a string without expansion."""
    value = node.value
    return lambda scope: value


@expression_compiler(ErrorExpressionAst)
def compile_error(node: ErrorExpressionAst, unit: Unit) -> Expr:
    """Refuse a node with a syntax error; a text with parse errors never runs."""
    raise TypeError(f"a broken expression cannot be compiled: {node.extent.text}")


@expression_compiler(ParenExpressionAst)
def compile_parentheses(node: ParenExpressionAst, unit: Unit) -> Expr:
    """Compile `( pipeline )`."""
    inner = pure_expression(node.pipeline)
    if inner is not None:
        return compile_expression(inner, unit)
    return compile_value(node.pipeline, unit)


@expression_compiler(SubExpressionAst)
def compile_subexpression(node: SubExpressionAst, unit: Unit) -> Expr:
    """Compile `$( )`: the output of its statements as one value."""
    return block_value(node.sub_expression, unit)


@expression_compiler(ArrayExpressionAst)
def compile_array_expression(node: ArrayExpressionAst, unit: Unit) -> Expr:
    """Compile `@( )`: the output of its statements, always as an array."""
    statements = node.sub_expression.statements
    if len(statements) == 1 and not node.sub_expression.traps:
        inner = pure_expression(statements[0])
        if isinstance(inner, ArrayLiteralAst):
            return compile_expression(inner, unit)
    return block_list(node.sub_expression, unit)


@expression_compiler(ArrayLiteralAst)
def compile_array_literal(node: ArrayLiteralAst, unit: Unit) -> Expr:
    """Compile `a, b, c`."""
    constants = [constant_of(element) for element in node.elements]
    if MISSING not in constants:
        return lambda scope: constants[:]
    elements = tuple(compile_expression(element, unit) for element in node.elements)

    def run(scope: Scope) -> Value:
        values = [element(scope) for element in elements]
        return [None if value is AUTOMATION_NULL else value for value in values]

    return run


@expression_compiler(ScriptBlockExpressionAst)
def compile_script_block_expression(node: ScriptBlockExpressionAst, unit: Unit) -> Expr:
    """Compile `{ }` as a value: all values of one literal share their code."""
    code = BlockCode(node.script_block, unit.outside_class())

    def run(scope: Scope) -> Value:
        return ScriptBlock(code, scope.script.module, scope)

    return run


@expression_compiler(TernaryExpressionAst)
def compile_ternary(node: TernaryExpressionAst, unit: Unit) -> Expr:
    """Compile `condition ? a : b`."""
    condition = truth(compile_expression(node.condition, unit))
    yes = compile_expression(node.if_true, unit)
    no = compile_expression(node.if_false, unit)
    return lambda scope: yes(scope) if condition(scope) else no(scope)


# --- unary operators ------------------------------------------------------------------------------------------------


@expression_compiler(UnaryExpressionAst)
def compile_unary(node: UnaryExpressionAst, unit: Unit) -> Expr:
    """Compile a unary operator."""
    kind = node.token_kind
    if kind in _STEPS:
        return steps.compile_step(node, unit)
    child = compile_expression(node.child, unit)
    if kind in (TokenKind.Not, TokenKind.Exclaim):
        condition = truth(child)
        return lambda scope: not condition(scope)
    if kind is TokenKind.Comma:
        return lambda scope: [child(scope)]
    constant = constant_of(node.child)
    if kind is TokenKind.Minus and type(constant) in (int, float):
        negative = operators.UNARY[kind](constant)
        return lambda scope: negative
    with_session = getattr(operators, "SESSION_UNARY", {}).get(kind)
    if with_session is not None:
        return lambda scope: with_session(scope.runspace, child(scope))
    general = operators.UNARY[kind]
    return lambda scope: general(child(scope))


_STEPS: Final = frozenset(
    (TokenKind.PlusPlus, TokenKind.MinusMinus, TokenKind.PostfixPlusPlus, TokenKind.PostfixMinusMinus)
)


@expression_compiler(AttributedExpressionAst)
def compile_attributed(node: AttributedExpressionAst, unit: Unit) -> Expr:
    """Refuse an attribute on an expression that is not assigned to."""

    def run(scope: Scope) -> Value:
        raise RuntimeException(
            f"Unexpected attribute '{node.attribute.type_name.full_text}'.",
            error_id="UnexpectedAttribute",
            category=ErrorCategory.ParserError,
        )

    return run


# --- ranges ---------------------------------------------------------------------------------------------------------


def range_of(node: ExpressionAst, unit: Unit) -> Callable[[Scope], Any] | None:
    """Return a form of `a..b` that iterates without building the array, or None for another node."""
    if not isinstance(node, BinaryExpressionAst) or node.operator is not TokenKind.DotDot:
        return None
    left = compile_expression(node.left, unit)
    right = compile_expression(node.right, unit)
    general = operators.BINARY[TokenKind.DotDot]

    def run(scope: Scope) -> Any:
        first = left(scope)
        last = right(scope)
        if type(first) is int and type(last) is int:
            return range(first, last + 1) if first <= last else range(first, last - 1, -1)
        return general(first, last)

    return run
