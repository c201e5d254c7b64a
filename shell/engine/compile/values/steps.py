"""`++` and `--`."""

from __future__ import annotations

from typing import Any, Final

from shell.engine.compile.unit import Expr, Unit
from shell.engine.compile.values.assignments import bare_target, updater
from shell.engine.compile.variables import plain_name
from shell.engine.operators import operators
from shell.engine.run.scope import Scope
from shell.engine.session.automatic_variables import READ_ONLY_NAMES
from shell.language.tokens import TokenKind
from shell.language.tree import UnaryExpressionAst
from shell.types import type_of
from shell.values.errors import ErrorCategory, RuntimeException
from shell.values.objects import AUTOMATION_NULL, Value

_MINIMUM: Final = -0x80000000
_MAXIMUM: Final = 0x7FFFFFFF


def compile_step(node: UnaryExpressionAst, unit: Unit) -> Expr:
    """Compile `$i++`, `--$i`: the value is the old or the new one."""
    step = 1 if node.token_kind in (TokenKind.PlusPlus, TokenKind.PostfixPlusPlus) else -1
    postfix = node.token_kind in (TokenKind.PostfixPlusPlus, TokenKind.PostfixMinusMinus)
    key = plain_name(node.child)
    if key is not None and key not in READ_ONLY_NAMES:
        return _step_variable(key, step, postfix)
    update = updater(bare_target(node.child), unit)

    def change(scope: Scope, value: Value) -> Value:
        return value + step if type(value) is int and _MINIMUM < value < _MAXIMUM else stepped(value, step)

    def run(scope: Scope) -> Value:
        old, new = update(scope, change)
        return (0 if old is None else old) if postfix else new

    return run


def _step_variable(key: str, step: int, postfix: bool) -> Expr:
    def run(scope: Scope) -> Value:
        old = scope[key]
        new = old + step if type(old) is int and _MINIMUM < old < _MAXIMUM else stepped(old, step)
        scope[key] = new
        return (0 if old is None else old) if postfix else new

    return run


def stepped(value: Value, step: int) -> Value:
    """Return a number increased or decreased by 1; null counts as 0."""
    if value is None or value is AUTOMATION_NULL:
        return step
    if not _is_number(value):
        raise RuntimeException(
            f"The '{'++' if step > 0 else '--'}' operator works only on numbers. "
            f"The operand is a '{type_of(value).name}'.",
            error_id="OperatorRequiresNumber",
            category=ErrorCategory.InvalidOperation,
        )
    return operators.BINARY[TokenKind.Plus](value, step)


def _is_number(value: Any) -> bool:
    from decimal import Decimal

    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)
