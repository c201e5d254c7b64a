"""Arithmetic and bit operators, for numbers, strings, collections and types with operator methods.

Fast cases come first and test for exact classes. Others follow PowerShell's order: numbers, strings, collections, then
.NET's operator methods (`op_Addition` and the like).
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from shell.language.units import whole
from shell.lazy import lazy
from shell.types import INT32, named, type_of
from shell.types.conversion.conversion import convert, elements_of, to_int
from shell.types.conversion.text import to_string
from shell.types.operators import arithmetic
from shell.types.operators.arithmetic import CODES, NUMERIC
from shell.types.operators.comparison import base_of, scan_number
from shell.values.errors import (
    ArgumentException,
    ArgumentOutOfRangeException,
    ErrorCategory,
    InvalidOperationException,
    NetException,
    NullReferenceException,
    RuntimeException,
)
from shell.values.objects import Char, Hashtable, OrderedDictionary, TypedArray, Value

if TYPE_CHECKING:
    from shell.types.members import access
    from shell.values import exceptions
else:
    access = lazy("shell.types.members.access", globals())
    exceptions = lazy("shell.values.exceptions", globals())


Operation = Callable[[Any, Any], Any]

_UINT32: Final = named("System.UInt32")
_PRIMITIVE: Final = frozenset(CODES) - {Decimal}


# --- what both sides share ---


def _is_text(value: Value) -> bool:
    return isinstance(value, str) and type(value) is not Char


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
    """Call the operator method of the left type, or of the right one if the left is primitive."""
    a, b = base_of(a), base_of(b)
    if a is None or type(a) in _PRIMITIVE:
        if b is None or type(b) in _PRIMITIVE:
            raise _undefined(a, b, sign)
        owner = type_of(b)
    else:
        owner = type_of(a)
    return access.call_operator(owner, name, [a, b])


def _as_number(value: Value, target: Value) -> Any:
    """Return the right operand as a number for an operation with the left one, or None."""
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
    """Return the result as a value of the left operand's enumeration, if it is one."""
    kind = type(left)
    if kind in CODES or not isinstance(left, int) or not hasattr(kind, "clr_type"):
        return value
    if not isfinite(value):
        return convert(value, type_of(left))
    return kind(int(value))


def _numeric(operation: Operation, name: str, sign: str, a: Value, b: Value) -> Value:
    """Apply -, / or %, converting both operands to numbers."""
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
    left_is_text, right_is_text = _is_text(a), _is_text(b)
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
        return a + b if right is str else whole(a + b) if right is Char else a + to_string(b)
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
        )
    merged = OrderedDictionary() if isinstance(a, OrderedDictionary) else Hashtable()
    for key, value in (*a.items(), *b.items()):
        if key in merged:
            known = to_string(merged.key_of(key))
            raise ArgumentException(
                f"Item has already been added. Key in dictionary: '{known}'  Key being added: '{to_string(key)}'"
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
    elif _is_text(a):
        return _repeat_text(a, b)
    elif isinstance(a, list):
        return _repeat_list(a, b)
    return _by_method("op_Multiply", "*", a, b)


_LONGEST_TEXT: Final = 0x3FFFFFDF
"""Maximum length of a .NET string."""

_LONGEST_LIST: Final = 0x0FFFFFFF
"""Maximum of elements that repetition makes. .NET stops at eight times as many; this machine's memory would end sooner.
"""


def _out_of_memory(*text: str) -> NetException:
    return exceptions.out_of_memory(*text)


def _repeat_text(text: str, b: Value) -> str:
    times: int = convert(b, INT32)
    if times < 0:
        raise ArgumentOutOfRangeException(
            f"times ('{times}') must be a non-negative value. (Parameter 'times')\nActual value was {times}."
        )
    if len(text) * times > _LONGEST_TEXT:
        raise _out_of_memory()
    return text * times


def _repeat_list(items: list[Value], b: Value) -> list[Value]:
    times = int(convert(b, _UINT32))
    if len(items) * times > _LONGEST_LIST:
        raise _out_of_memory("Array dimensions exceeded supported range.")
    if isinstance(items, TypedArray):
        return TypedArray(items.element_type, list.__mul__(items, times))
    return list(items) * times


# --- bits ---


def bitwise(operation: Operation, name: str, sign: str, a: Value, b: Value) -> Value:
    """`-band`, `-bor`, `-bxor`: whole numbers; `name` is .NET's operator method."""
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
    left_is_text, right_is_text = _is_text(a), _is_text(b)
    if left_is_text:
        other = scan_number(b, type_of(a)) if right_is_text else b
        return bitwise(operation, name, sign, scan_number(a, type_of(b)), other)
    if right_is_text:
        return bitwise(operation, name, sign, a, scan_number(b, type_of(a)))
    if _no_real_meets(a, b) or _no_real_meets(b, a):
        raise NullReferenceException("Object reference not set to an instance of an object.")
    return _by_method(name, sign, a, b)


def _no_real_meets(number: Value, other: Value) -> bool:
    """True for a Double or Decimal with an object: PowerShell's engine itself fails here, with an error of its own."""
    return isinstance(number, (float, Decimal)) and type_of(other).name != "System.DateTime"


def shift(operation: Operation, name: str, sign: str, a: Value, b: Value) -> Value:
    """`-shl` and `-shr`; `name` is .NET's operator method."""
    a, b = base_of(a), base_of(b)
    if a is None:
        return 0
    if _is_text(a):
        a = scan_number(a, type_of(b))
    if _is_text(b):
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
    if _is_text(number):
        number = scan_number(number, INT32)
    if type(number) not in CODES:
        number = convert(number, INT32)
    return _rewrap(arithmetic.complement(number), value)
