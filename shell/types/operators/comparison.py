"""Comparison: equality for -eq and the like, order for -lt, Sort-Object and the like."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from shell.language.numbers import parse_number
from shell.types import INT32, ClrType, type_of
from shell.types.conversion.conversion import convert, to_bool
from shell.types.conversion.text import to_string
from shell.types.operators.arithmetic import CODES, NUMERIC, compare_numbers
from shell.values.collation import collate, same_text
from shell.values.errors import ErrorCategory, PSInvalidCastException, RuntimeException
from shell.values.objects import AUTOMATION_NULL, Char, PSCustomObject, PSObject, Value


def scan_number(text: str, target: ClrType) -> Any:
    """Return the number in a string for arithmetic: a literal, else a conversion to the other operand's type."""
    trimmed = text.strip()
    if not trimmed:
        return 0
    number = parse_number(trimmed)
    if number is not None:
        return number
    return convert(text, target if target.python_class in NUMERIC or target.is_enum else INT32)


def base_of(value: Value) -> Value:
    """Return the value without wrapper; AUTOMATION_NULL is null."""
    if isinstance(value, PSObject):
        return value.base
    return None if value is AUTOMATION_NULL else value


def equals(a: Value, b: Value, ignore_case: bool = True) -> bool:
    """Return the result of -eq for two values, the left of which is no collection."""
    left, right = type(a), type(b)
    if left is str and right is str:
        return same_text(a, b, ignore_case)
    if left in NUMERIC and right in NUMERIC:
        return compare_numbers(a, b) == 0
    a, b = base_of(a), base_of(b)
    if a is None or b is None:
        other = b if a is None else a
        return other is None or getattr(type(other), "null_like", False)
    return _equal_objects(a, b, ignore_case)


def _equal_objects(a: Value, b: Value, ignore_case: bool) -> bool:
    left = type(a)
    if left is bool:
        return a is to_bool(b)
    if isinstance(a, str) and left is not Char:
        return same_text(a, to_string(b), ignore_case)
    if left in CODES and type(b) in NUMERIC and not (left is Char and isinstance(b, (float, Decimal))):
        return compare_numbers(a, b) == 0
    if a is b:
        return True
    if left is Char:
        return _equal_char(a, b, ignore_case)
    if type(b) is not left:
        try:
            b = convert(b, type_of(a))
        except PSInvalidCastException:
            return False
    if left in CODES:
        return compare_numbers(a, b) == 0
    same: Callable[[Any, Any], bool] | None = getattr(left, "__eq__", None)
    return bool(a == b) if same is not object.__eq__ and not isinstance(a, (list, PSCustomObject)) else a is b


def _equal_char(a: Char, b: Value, ignore_case: bool) -> bool:
    try:
        other = convert(b, type_of(a))
    except PSInvalidCastException:
        return False
    return bool(str(a).lower() == str(other).lower() if ignore_case else a == other)


def compare(a: Value, b: Value, ignore_case: bool = True) -> int:
    """Return a negative number, zero, a positive number, or 2 for "unordered" (NaN). Raises RuntimeException for types
    without an order.
    """
    left, right = type(a), type(b)
    if left is str and right is str:
        return collate(a, b, ignore_case)
    if left in NUMERIC and right in NUMERIC:
        return compare_numbers(a, b)
    a, b = base_of(a), base_of(b)
    if a is None:
        return _compare_null(b)
    if b is None:
        return _compare_to_null(a)
    return _compare_objects(a, b, ignore_case)


def _compare_null(b: Value) -> int:
    """Compare $null, which comes before everything but negative numbers."""
    if b is None:
        return 0
    return 1 if type(b) in NUMERIC and b < 0 else -1


def _compare_to_null(a: Value) -> int:
    return -1 if type(a) in NUMERIC and a < 0 else 1


def _compare_objects(a: Value, b: Value, ignore_case: bool) -> int:
    left = type(a)
    if isinstance(a, str) and left is not Char:
        return collate(a, to_string(b), ignore_case)
    if (
        left in CODES
        and left is not bool
        and type(b) in CODES
        and not (left is Char and isinstance(b, (float, Decimal)))
    ):
        return compare_numbers(a, b)
    if "system.icomparable" not in type_of(a).ancestry:
        if a is b:
            return 0
        raise RuntimeException(
            f'Cannot compare "{to_string(a)}" because it is not IComparable.',
            error_id="NotIcomparable",
            category=ErrorCategory.InvalidOperation,
        )
    if left in NUMERIC and isinstance(b, str):
        return compare_numbers(a, scan_number(b, type_of(a)))
    try:
        b = convert(b, type_of(a))
    except PSInvalidCastException as error:
        raise RuntimeException(
            f'Could not compare "{to_string(a)}" to "{to_string(b)}". Error: "{error.message}"',
            error_id="ComparisonFailure",
            category=ErrorCategory.InvalidOperation,
            inner=error,
        ) from None
    if left is Char:
        return _compare_chars(a, b, ignore_case)
    try:
        return int(a > b) - int(a < b)
    except TypeError:  # the type has an order in .NET that is not implemented: use the order of its text
        return collate(to_string(a), to_string(b), ignore_case)


def _compare_chars(a: Char, b: Char, ignore_case: bool) -> int:
    one, other = (str(a).lower(), str(b).lower()) if ignore_case else (str(a), str(b))
    return (one > other) - (one < other)


def _test(decide: Callable[[int], bool], null_null: bool) -> Callable[[Value, Value, bool], bool]:
    def run(a: Value, b: Value, ignore_case: bool) -> bool:
        if base_of(a) is None and base_of(b) is None:
            return null_null
        return decide(compare(a, b, ignore_case))

    return run


less: Final = _test(lambda order: order == -1 or order < 0, False)
less_or_equal: Final = _test(lambda order: order <= 0, True)
greater: Final = _test(lambda order: order == 1, False)
greater_or_equal: Final = _test(lambda order: order in (0, 1), True)
