"""The operators: `BINARY` and `UNARY` by token, and those that need the session.

Those that calculate are in `calculation.py`, those on texts in `textops.py` and `splitting.py`; here are comparison,
types and ranges.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from shell.engine.operators import splitting, text_operators
from shell.language.tokens import TokenKind
from shell.types import INT32, OBJECT, ClrType, named, type_of
from shell.types.conversion.conversion import convert, to_bool, to_int
from shell.types.operators import arithmetic, comparison
from shell.types.operators.calculation import (
    Operation,
    add,
    bitwise,
    complement,
    divide,
    multiply,
    remainder,
    shift,
    subtract,
)
from shell.types.operators.comparison import base_of, compare, equals, scan_number
from shell.values.collation import collate, sort_key
from shell.values.errors import PSInvalidCastException, RuntimeException
from shell.values.objects import AUTOMATION_NULL, Char, PSObject, Value


def is_null(value: Value) -> bool:
    """True for $null and for the output of nothing."""
    return value is None or value is AUTOMATION_NULL


# --- comparison ---


def _filtering(test: Callable[[Value, Value, bool], bool], ignore_case: bool) -> Operation:
    def run(a: Value, b: Value) -> Value:
        items = text_operators.listed(a)
        if items is None:
            return test(a, b, ignore_case)
        return [each for each in items if test(each, b, ignore_case)]

    return run


def _differs(a: Value, b: Value, ignore_case: bool) -> bool:
    return not equals(a, b, ignore_case)


# --- types ---


def _as_type(value: Value) -> ClrType:
    """Return the type that the right side of -is means."""
    value = base_of(value)
    if isinstance(value, ClrType):
        return value
    try:
        found = convert(value, named("System.Type"))
    except PSInvalidCastException as error:
        raise RuntimeException(error.message, inner=error) from None
    if found is None:
        raise RuntimeException("The right operand of '-is' must be a type.", error_id="IsOperatorRequiresType")
    assert isinstance(found, ClrType)
    return found


def is_of(a: Value, b: Value) -> bool:
    """`-is`."""
    wanted = _as_type(b)
    if wanted.name in ("System.Management.Automation.PSObject", "System.Management.Automation.PSCustomObject"):
        return isinstance(a, PSObject)
    value = base_of(a)
    return value is not None and wanted.is_assignable_from(type_of(value))


def is_not_of(a: Value, b: Value) -> bool:
    """`-isnot`."""
    return not is_of(a, b)


def as_type(a: Value, b: Value) -> Value:
    """`-as`: a failing conversion gives $null."""
    try:
        return convert(a, _as_type(b))
    except PSInvalidCastException:
        return None


# --- ranges ---


def make_range(a: Value, b: Value) -> list[Value]:
    """`a..b`: whole numbers, or characters where both sides are one character."""
    if type(a) is int and type(b) is int:
        return _numbers(a, b)
    a, b = base_of(a), base_of(b)
    if (
        isinstance(a, str)
        and isinstance(b, str)
        and len(a) == 1
        and len(b) == 1
        and not (a.isdecimal() and b.isdecimal())
    ):
        return [Char(chr(code)) for code in _numbers(ord(a), ord(b))]
    return _numbers(_range_end(a), _range_end(b))


def _numbers(first: int, last: int) -> list[Value]:
    return list(range(first, last + 1) if first <= last else range(first, last - 1, -1))


def _range_end(value: Value) -> int:
    if value is None:
        return 0
    if isinstance(value, str) and type(value) is not Char:
        value = scan_number(value, INT32)
    return to_int(value)


# --- tables ---


def _negative(value: Value) -> Value:
    return -value if type(value) is float else subtract(0, value)


def _positive(value: Value) -> Value:
    base = base_of(value)
    if isinstance(base, str) and type(base) is not Char:
        return add(0, scan_number(base, INT32))
    return add(0, value)


K = TokenKind

UNARY: Final[dict[TokenKind, Callable[[Value], Value]]] = {
    K.Minus: _negative,
    K.Plus: _positive,
    K.Bnot: complement,
    K.Not: lambda value: not to_bool(value),
    K.Exclaim: lambda value: not to_bool(value),
    K.Comma: lambda value: [value],
}

SESSION_UNARY: Final[dict[TokenKind, Callable[[Any, Value], Value]]] = {
    K.Join: text_operators.unary_join,
    K.Isplit: splitting.unary_split,
    K.Csplit: splitting.unary_split,
}


def _cased(
    ignoring: TokenKind, minding: TokenKind, test: Callable[[Value, Value, bool], bool]
) -> dict[TokenKind, Operation]:
    return {ignoring: _filtering(test, True), minding: _filtering(test, False)}


def _like(ignore_case: bool, negate: bool) -> Operation:
    return partial(text_operators.like, ignore_case=ignore_case, negate=negate)


def _contains(ignore_case: bool, negate: bool) -> Operation:
    return lambda a, b: text_operators.contains(a, b, ignore_case=ignore_case) is not negate


def _in(ignore_case: bool, negate: bool) -> Operation:
    return lambda a, b: text_operators.contains(b, a, ignore_case=ignore_case) is not negate


BINARY: Final[dict[TokenKind, Operation]] = {
    K.Plus: add,
    K.Minus: subtract,
    K.Multiply: multiply,
    K.Divide: divide,
    K.Rem: remainder,
    K.PlusEquals: add,
    K.MinusEquals: subtract,
    K.MultiplyEquals: multiply,
    K.DivideEquals: divide,
    K.RemainderEquals: remainder,
    K.Band: partial(bitwise, arithmetic.bit_and, "op_BitwiseAnd", "-band"),
    K.Bor: partial(bitwise, arithmetic.bit_or, "op_BitwiseOr", "-bor"),
    K.Bxor: partial(bitwise, arithmetic.bit_xor, "op_ExclusiveOr", "-bxor"),
    K.Shl: partial(shift, arithmetic.shift_left, "op_LeftShift", "-shl"),
    K.Shr: partial(shift, arithmetic.shift_right, "op_RightShift", "-shr"),
    **_cased(K.Ieq, K.Ceq, equals),
    **_cased(K.Ine, K.Cne, _differs),
    **_cased(K.Ilt, K.Clt, comparison.less),
    **_cased(K.Ile, K.Cle, comparison.less_or_equal),
    **_cased(K.Igt, K.Cgt, comparison.greater),
    **_cased(K.Ige, K.Cge, comparison.greater_or_equal),
    K.Ilike: _like(True, False),
    K.Clike: _like(False, False),
    K.Inotlike: _like(True, True),
    K.Cnotlike: _like(False, True),
    K.Icontains: _contains(True, False),
    K.Ccontains: _contains(False, False),
    K.Inotcontains: _contains(True, True),
    K.Cnotcontains: _contains(False, True),
    K.Iin: _in(True, False),
    K.Cin: _in(False, False),
    K.Inotin: _in(True, True),
    K.Cnotin: _in(False, True),
    K.Is: is_of,
    K.IsNot: is_not_of,
    K.As: as_type,
    K.DotDot: make_range,
    K.Format: text_operators.format_operator,
    K.And: lambda a, b: to_bool(a) and to_bool(b),
    K.Or: lambda a, b: to_bool(a) or to_bool(b),
    K.Xor: lambda a, b: to_bool(a) is not to_bool(b),
}

SESSION_BINARY: Final[dict[TokenKind, Callable[[Any, Value, Value], Value]]] = {
    K.Imatch: partial(text_operators.match, ignore_case=True, negate=False),
    K.Cmatch: partial(text_operators.match, ignore_case=False, negate=False),
    K.Inotmatch: partial(text_operators.match, ignore_case=True, negate=True),
    K.Cnotmatch: partial(text_operators.match, ignore_case=False, negate=True),
    K.Ireplace: partial(text_operators.replace, ignore_case=True),
    K.Creplace: partial(text_operators.replace, ignore_case=False),
    K.Isplit: partial(splitting.split, ignore_case=True),
    K.Csplit: partial(splitting.split, ignore_case=False),
    K.Join: text_operators.join,
}

__all__ = [
    "BINARY",
    "OBJECT",
    "SESSION_BINARY",
    "SESSION_UNARY",
    "UNARY",
    "add",
    "as_type",
    "collate",
    "compare",
    "complement",
    "divide",
    "equals",
    "is_not_of",
    "is_null",
    "is_of",
    "make_range",
    "multiply",
    "remainder",
    "sort_key",
    "subtract",
]
