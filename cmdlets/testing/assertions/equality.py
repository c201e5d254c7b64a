"""-Be, -BeExactly, -BeNullOrEmpty, -BeTrue, -BeFalse."""

from __future__ import annotations

from cmdlets.testing.assertions.check import Check, Operator
from cmdlets.testing.assertions.differences import compare_texts
from cmdlets.testing.assertions.nicely import elements_of
from shell.engine.operators.operators import BINARY, equals
from shell.language.tokens import TokenKind
from shell.types import ARRAY, type_of
from shell.types.conversion.conversion import to_bool
from shell.types.conversion.text import to_string
from shell.values.errors import NetException
from shell.values.objects import AUTOMATION_NULL, Hashtable, PSObject, Value


def _as_array(value: Value) -> list[Value]:
    """Return what an [object[]] parameter makes of a value."""
    if value is None or value is AUTOMATION_NULL:
        return []
    elements = elements_of(value)
    return [value] if elements is None else elements


def is_array(value: Value) -> bool:
    """True for arrays alone: lists count as single values inside an array."""
    base = value.base if isinstance(value, PSObject) and value.base is not value else value
    return isinstance(base, list) and ARRAY.is_assignable_from(type_of(base))


def arrays_are_equal(first: list[Value], second: list[Value], ignore_case: bool) -> bool:
    """Compare element by element; nothing, $null and an array of one $null are the same."""
    first_is_empty, second_is_empty = _is_empty(first), _is_empty(second)
    if first_is_empty or second_is_empty:
        return first_is_empty and second_is_empty
    if len(first) != len(second):
        return False
    for actual, expected in zip(first, second, strict=True):
        if is_array(actual) or is_array(expected):
            if not arrays_are_equal(_as_array(actual), _as_array(expected), ignore_case):
                return False
        elif not _are_equal(expected, actual, ignore_case):
            return False
    return True


def _is_empty(values: list[Value]) -> bool:
    return not values or (len(values) == 1 and (values[0] is None or values[0] is AUTOMATION_NULL))


def _are_equal(expected: Value, actual: Value, ignore_case: bool) -> bool:
    """`$expected -eq $actual`, where a list on the left is compared element by element and counts by its truth."""
    elements = elements_of(expected)
    if elements is None:
        return equals(expected, actual, ignore_case)
    kind = TokenKind.Ieq if ignore_case else TokenKind.Ceq
    return to_bool(BINARY[kind](expected, actual))


def _single(value: Value) -> Value:
    """Return what `$($value)` gives: an array of one element is that element."""
    elements = elements_of(value)
    if elements is None:
        return value
    return elements[0] if len(elements) == 1 else elements if elements else None


def _be(check: Check, ignore_case: bool, exactly: str) -> str | None:
    equal = arrays_are_equal(_as_array(check.actual), _as_array(check.expected), ignore_case)
    if equal != check.negate:
        return None
    expected, actual = check.show(check.expected), _single(check.actual)
    if check.negate:
        same = f"{exactly} the same value" if exactly else "the same value"
        return f"Expected {expected} to be different from the actual value,{check.because} but got {same}."
    single = _single(check.expected)
    if isinstance(single, str) and isinstance(actual, str):
        return compare_texts(single, actual, check.because, ignore_case, check.session.host.columns)
    word = f"{exactly} " if exactly else ""
    return f"Expected {word}{check.show(single)},{check.because} but got {check.show(actual)}."


def be(check: Check) -> str | None:
    """Equal as `-eq` has it."""
    return _be(check, True, "")


def be_exactly(check: Check) -> str | None:
    """Equal as `-ceq` has it."""
    return _be(check, False, "exactly")


def be_null_or_empty(check: Check) -> str | None:
    """$null, an empty text, table or collection, or a single value whose text is empty."""
    values = check.actual if isinstance(check.actual, list) else [check.actual]
    empty = not values or (len(values) == 1 and _is_nothing(check, values[0]))
    if empty != check.negate:
        return None
    if check.negate:
        return f"Expected a value,{check.because} but got $null or empty."
    return f"Expected $null or empty,{check.because} but got {check.show(_single(values))}."


def _is_nothing(check: Check, value: Value) -> bool:
    base = value.base if isinstance(value, PSObject) and value.base is not value else value
    if base is None or base is AUTOMATION_NULL:
        return True
    if isinstance(base, Hashtable):
        return len(base) == 0
    return to_string(value, check.session) == ""


def be_true(check: Check) -> str | None:
    """Counts as true."""
    return _truth(check, not check.negate)


def be_false(check: Check) -> str | None:
    """Counts as false."""
    return _truth(check, check.negate)


def _truth(check: Check, wanted: bool) -> str | None:
    try:
        truth = to_bool(check.actual)
    except NetException:
        truth = False
    if truth == wanted:
        return None
    return f"Expected ${str(wanted).lower()},{check.because} but got {check.show(check.actual)}."


OPERATORS = (
    Operator("Be", be, "EQ", takes_all=True),
    Operator("BeExactly", be_exactly, "CEQ", takes_all=True),
    Operator("BeNullOrEmpty", be_null_or_empty, takes_all=True, parameters=()),
    Operator("BeTrue", be_true, parameters=()),
    Operator("BeFalse", be_false, parameters=()),
)

__all__ = ["OPERATORS", "arrays_are_equal", "is_array"]
