"""The operators: `BINARY` and `UNARY` by token, and those that need the session.

Fast cases come first and look at exact classes; everything else follows PowerShell's order: numbers, texts,
collections, then .NET's operator methods (`op_Addition` and the like) of a type that has them.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any, Final

from shell.language.numbers import parse_number
from shell.language.tokens import TokenKind
from shell.runtime import arithmetic, comparison, textops
from shell.runtime.arithmetic import CODES, NUMERIC
from shell.runtime.collation import collate, sort_key
from shell.runtime.comparison import base_of, compare, equals
from shell.runtime.conversion import convert, elements_of, to_bool, to_int
from shell.runtime.errors import (
    ArgumentException,
    ArgumentOutOfRangeException,
    ErrorCategory,
    InvalidOperationException,
    NullReferenceException,
    PSInvalidCastException,
    RuntimeException,
)
from shell.runtime.objects import AUTOMATION_NULL, Char, Hashtable, TypedArray, Value
from shell.runtime.text import to_string
from shell.runtime.types import INT32, OBJECT, ClrType, named, type_of

_UINT32: Final = named("System.UInt32")
_PRIMITIVE: Final = frozenset(CODES) - {Decimal}


def is_null(value: Value) -> bool:
    """True for $null and for the output of nothing."""
    return value is None or value is AUTOMATION_NULL


def scan_number(text: str, target: ClrType) -> Any:
    """Return the number in a text as arithmetic sees it: a literal, else a conversion to the other's type."""
    trimmed = text.strip()
    if not trimmed:
        return 0
    number = parse_number(trimmed)
    if number is not None:
        return number
    return convert(text, target if target.python_class in NUMERIC or target.is_enum else INT32)


# --- what both sides share ---

Operation = Callable[[Any, Any], Any]


def _undefined(a: Value, b: Value, sign: str) -> RuntimeException:
    left = "$null" if a is None else type_of(a).full_name
    right = "$null" if b is None else type_of(b).full_name
    return RuntimeException(
        f"The operation '[{left}] {sign} [{right}]' is not defined.",
        error_id="NotADefinedOperationForType",
        category=ErrorCategory.InvalidOperation,
        target=a,
    )


def _by_method(name: str, sign: str, a: Value, b: Value) -> Value:
    """Call the operator method of the left type, or of the right one where the left is primitive."""
    a, b = base_of(a), base_of(b)
    if a is None or type(a) in _PRIMITIVE:
        if b is None or type(b) in _PRIMITIVE:
            raise _undefined(a, b, sign)
        owner = type_of(b)
    else:
        owner = type_of(a)
    from shell.runtime.members import call_operator

    return call_operator(owner, name, [a, b])


def _as_number(value: Value, target: Value) -> Any:
    """Return the right operand as a number that can meet the left one, or None."""
    if value is None:
        return 0
    kind = type(value)
    if kind is Char:
        if type(target) is bool:
            return arithmetic.plain(value)
        return arithmetic.plain(value) if type(target) in _PRIMITIVE else Decimal(ord(value))
    if kind in CODES:
        return value
    if getattr(kind, "clr_type", None) is not None and isinstance(value, int):
        return int(value)
    return None


def _left_number(value: Value) -> Any:
    """Return the number of an enumeration's value; other values as they are."""
    kind = type(value)
    if kind not in CODES and isinstance(value, int) and hasattr(kind, "clr_type"):
        return int(value)
    return value


def _rewrap(value: Value, left: Value) -> Value:
    """The result of an enumeration and a number is of the enumeration."""
    kind = type(left)
    if kind in CODES or not isinstance(left, int) or not hasattr(kind, "clr_type"):
        return value
    return kind(int(value))


def _numeric(operation: Operation, name: str, sign: str, a: Value, b: Value) -> Value:
    """-, / and %: everything that can be a number is one."""
    a, b = base_of(a), base_of(b)
    if a is None:
        a = 0
    left = _left_number(a)
    if type(left) in CODES:
        right = _as_number(b, left)
        if right is not None:
            if type(left) is bool and type(right) is Decimal:
                raise InvalidOperationException(
                    "No coercion operator is defined between types 'System.Boolean' and 'System.Decimal'."
                )
            return _rewrap(operation(left, right), a)
    return _numeric_text(partial(_numeric, operation, name, sign), name, sign, a, b)


def _numeric_text(again: Operation, name: str, sign: str, a: Value, b: Value) -> Value:
    left_is_text = isinstance(a, str) and type(a) is not Char
    right_is_text = isinstance(b, str) and type(b) is not Char
    if left_is_text:
        return again(scan_number(a, type_of(b)), scan_number(b, type_of(a)) if right_is_text else b)
    if right_is_text and type(_left_number(a)) in CODES:
        return again(a, scan_number(b, type_of(a)))
    return _by_method(name, sign, a, b)


# --- arithmetic ---


def add(a: Value, b: Value) -> Value:
    """`a + b`: the left side decides."""
    left, right = type(a), type(b)
    if left in NUMERIC and right in NUMERIC:
        return arithmetic.add(a, b)
    if left is str:
        return a + (b if right is str else to_string(b))
    a, b = base_of(a), base_of(b) if not isinstance(a, list) else b
    if a is None:
        return b
    if left is list or isinstance(a, list):
        return _append(a, b)
    if isinstance(a, str):
        return str(a) + to_string(b)
    number = _left_number(a)
    if type(number) in CODES:
        other = _as_number(b, number)
        if other is not None:
            return _rewrap(arithmetic.add(number, other), a)
        if isinstance(b, str):
            return add(a, scan_number(b, type_of(a)))
    if isinstance(a, Hashtable):
        return _merge(a, b)
    items = elements_of(a)
    if items is not None:
        return _append(items, b)
    return _by_method("op_Addition", "+", a, b)


def _append(items: list[Value], b: Value) -> list[Value]:
    if isinstance(b, list):
        return [*items, *b]
    base = base_of(b)
    if isinstance(base, list):
        return [*items, *base]
    more = elements_of(base) if base is not None and not isinstance(base, (str, int, float)) else None
    return [*items, None if base is None else b] if more is None else [*items, *more]


def _merge(a: Hashtable, b: Value) -> Hashtable:
    if not isinstance(b, Hashtable):
        raise RuntimeException(
            "A hash table can only be added to another hash table.",
            error_id="AddHashTableToNonHashTable",
            category=ErrorCategory.InvalidOperation,
            target=b,
        )
    merged = a.copy()
    for key, value in b.items():
        if key in merged:
            raise ArgumentException(
                f"Item has already been added. Key in dictionary: '{to_string(key)}'  Key being added:"
                f" '{to_string(key)}'"
            )
        merged[key] = value
    return merged


def subtract(a: Value, b: Value) -> Value:
    """`a - b`."""
    if type(a) in NUMERIC and type(b) in NUMERIC:
        return arithmetic.subtract(a, b)
    return _numeric(arithmetic.subtract, "op_Subtraction", "-", a, b)


def divide(a: Value, b: Value) -> Value:
    """`a / b`."""
    if type(a) in NUMERIC and type(b) in NUMERIC:
        return arithmetic.divide(a, b)
    return _numeric(arithmetic.divide, "op_Division", "/", a, b)


def remainder(a: Value, b: Value) -> Value:
    """`a % b`."""
    if type(a) in NUMERIC and type(b) in NUMERIC:
        return arithmetic.remainder(a, b)
    return _numeric(arithmetic.remainder, "op_Modulus", "%", a, b)


def multiply(a: Value, b: Value) -> Value:
    """`a * b`: a number multiplies, a text or a collection repeats."""
    left, right = type(a), type(b)
    if left in NUMERIC and right in NUMERIC:
        return arithmetic.multiply(a, b)
    a, b = base_of(a), base_of(b)
    if a is None:
        return None
    number = _left_number(a)
    if type(number) in NUMERIC:
        other = _as_number(b, number)
        if other is not None:
            return _rewrap(arithmetic.multiply(number, other), a)
        if isinstance(b, str):
            return multiply(a, scan_number(b, type_of(a)))
    elif isinstance(a, str) and type(a) is not Char:
        return _repeat_text(a, b)
    elif isinstance(a, list):
        return _repeat_list(a, b)
    return _by_method("op_Multiply", "*", a, b)


def _repeat_text(text: str, b: Value) -> str:
    times: int = convert(b, INT32)
    if times < 0:
        raise ArgumentOutOfRangeException(
            f"times ('{times}') must be a non-negative value. (Parameter 'times')\nActual value was {times}."
        )
    return text * times


def _repeat_list(items: list[Value], b: Value) -> list[Value]:
    times = int(convert(b, _UINT32))
    if isinstance(items, TypedArray):
        return TypedArray(items.element_type, list.__mul__(items, times))
    return list(items) * times


# --- bits ---


def _bitwise(operation: Operation, name: str, sign: str, a: Value, b: Value) -> Value:
    a, b = base_of(a), base_of(b)
    if a is None:
        a = 0
    if b is None:
        b = 0
    left, right = _left_number(a), _left_number(b)
    if type(left) in CODES and type(right) in CODES:
        return _rewrap(operation(left, right), a if type(left) is not type(a) else b)
    return _bitwise_text(operation, name, sign, a, b)


def _bitwise_text(operation: Operation, name: str, sign: str, a: Value, b: Value) -> Value:
    left_is_text = isinstance(a, str) and type(a) is not Char
    right_is_text = isinstance(b, str) and type(b) is not Char
    if left_is_text:
        other = scan_number(b, type_of(a)) if right_is_text else b
        return _bitwise(operation, name, sign, scan_number(a, type_of(b)), other)
    if right_is_text:
        return _bitwise(operation, name, sign, a, scan_number(b, type_of(a)))
    if _no_real_meets(a, b) or _no_real_meets(b, a):
        raise NullReferenceException("Object reference not set to an instance of an object.")
    return _by_method(name, sign, a, b)


def _no_real_meets(number: Value, other: Value) -> bool:
    """True for a Double or Decimal and an object: the engine itself fails here, and scripts see how."""
    return isinstance(number, (float, Decimal)) and type_of(other).name != "System.DateTime"


def _shift(operation: Operation, name: str, sign: str, a: Value, b: Value) -> Value:
    a, b = base_of(a), base_of(b)
    if a is None:
        return 0
    left_is_text = isinstance(a, str) and type(a) is not Char
    if left_is_text:
        a = scan_number(a, type_of(b))
    if isinstance(b, str) and type(b) is not Char:
        b = scan_number(b, type_of(a))
    number = _left_number(a)
    if type(number) in NUMERIC:
        return _rewrap(operation(number, to_int(b)), a)
    return _by_method(name, sign, a, b)


def complement(value: Value) -> Value:
    """`-bnot`."""
    value = base_of(value)
    if value is None:
        return -1
    number = _left_number(value)
    if isinstance(number, str) and type(number) is not Char:
        number = scan_number(number, INT32)
    if type(number) not in CODES:
        number = convert(number, INT32)
    return _rewrap(arithmetic.complement(number), value)


# --- comparison ---


def _filtering(test: Callable[[Value, Value, bool], bool], ignore_case: bool) -> Operation:
    def run(a: Value, b: Value) -> Value:
        items = textops.listed(a)
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
        from shell.runtime.objects import PSObject

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
    K.Join: textops.unary_join,
    K.Isplit: textops.unary_split,
    K.Csplit: textops.unary_split,
}


def _cased(
    ignoring: TokenKind, minding: TokenKind, test: Callable[[Value, Value, bool], bool]
) -> dict[TokenKind, Operation]:
    return {ignoring: _filtering(test, True), minding: _filtering(test, False)}


def _like(ignore_case: bool, negate: bool) -> Operation:
    return partial(textops.like, ignore_case=ignore_case, negate=negate)


def _contains(ignore_case: bool, negate: bool) -> Operation:
    return lambda a, b: textops.contains(a, b, ignore_case=ignore_case) is not negate


def _in(ignore_case: bool, negate: bool) -> Operation:
    return lambda a, b: textops.contains(b, a, ignore_case=ignore_case) is not negate


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
    K.Band: partial(_bitwise, arithmetic.bit_and, "op_BitwiseAnd", "-band"),
    K.Bor: partial(_bitwise, arithmetic.bit_or, "op_BitwiseOr", "-bor"),
    K.Bxor: partial(_bitwise, arithmetic.bit_xor, "op_ExclusiveOr", "-bxor"),
    K.Shl: partial(_shift, arithmetic.shift_left, "op_LeftShift", "-shl"),
    K.Shr: partial(_shift, arithmetic.shift_right, "op_RightShift", "-shr"),
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
    K.Format: textops.format_operator,
    K.And: lambda a, b: to_bool(a) and to_bool(b),
    K.Or: lambda a, b: to_bool(a) or to_bool(b),
    K.Xor: lambda a, b: to_bool(a) is not to_bool(b),
}

SESSION_BINARY: Final[dict[TokenKind, Callable[[Any, Value, Value], Value]]] = {
    K.Imatch: partial(textops.match, ignore_case=True, negate=False),
    K.Cmatch: partial(textops.match, ignore_case=False, negate=False),
    K.Inotmatch: partial(textops.match, ignore_case=True, negate=True),
    K.Cnotmatch: partial(textops.match, ignore_case=False, negate=True),
    K.Ireplace: partial(textops.replace, ignore_case=True),
    K.Creplace: partial(textops.replace, ignore_case=False),
    K.Isplit: partial(textops.split, ignore_case=True),
    K.Csplit: partial(textops.split, ignore_case=False),
    K.Join: textops.join,
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
    "scan_number",
    "sort_key",
    "subtract",
]
