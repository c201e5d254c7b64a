"""Indexing: `x[i]` of arrays, strings, dictionaries and types with an indexer."""

from __future__ import annotations

from typing import Any, Final

from shell.language.units import in_units
from shell.types import type_of
from shell.types.conversion.conversion import convert, to_int
from shell.types.members.extended_members import GetValueInvocationException
from shell.types.members.refusals import CALL_ERRORS, refusal
from shell.types.registry.signatures import SignatureParameter
from shell.values.errors import (
    ArgumentOutOfRangeException,
    ErrorCategory,
    IndexOutOfRangeException,
    NetException,
    PSInvalidCastException,
    RuntimeException,
)
from shell.values.objects import (
    AUTOMATION_NULL,
    Char,
    GenericList,
    Hashtable,
    MultiArray,
    OrderedDictionary,
    PSObject,
    TypedArray,
    Value,
)


def _null_array() -> RuntimeException:
    return RuntimeException(
        "Cannot index into a null array.", error_id="NullArray", category=ErrorCategory.InvalidOperation
    )


_INDEX: Final = SignatureParameter("object", "index")


def get_index(value: Value, index: Value) -> Value:
    """Return the element at an index; null outside. A list of indexes gives a list of elements."""
    if isinstance(value, PSObject) and value.base is not value:
        value = value.base
    if value is None or value is AUTOMATION_NULL:
        raise _null_array()
    if isinstance(index, PSObject) and index.base is not index:
        index = index.base
    if isinstance(value, MultiArray):
        return _get_cell(value, index)
    if isinstance(value, list):
        if type(index) is int:
            return value[index] if -len(value) <= index < len(value) else None
        return _slice(value, index)
    if isinstance(value, str):
        value = in_units(value)
        return _slice([Char(each) for each in value] if not isinstance(index, int) else value, index)
    if isinstance(value, Hashtable):
        return _entry(value, index)
    return _other(value, index)


def _slice(items: Any, index: Value) -> Value:
    if isinstance(index, list):
        found = [_element(items, each) for each in index]
        return [each for each, place in zip(found, index, strict=True) if _inside(items, place)]
    return _element(items, index)


def _inside(items: Any, index: Value) -> bool:
    return -len(items) <= to_int(index) < len(items)


def _element(items: Any, index: Value) -> Value:
    if index is None:
        raise RuntimeException(
            "Index operation failed; the array index evaluated to null.",
            error_id="NullArrayIndex",
            category=ErrorCategory.InvalidOperation,
        )
    try:
        place = to_int(index)
    except PSInvalidCastException:
        raise
    if not -len(items) <= place < len(items):
        return None
    found = items[place]
    return Char(found) if isinstance(items, str) else found


def _entry(table: Hashtable, index: Value) -> Value:
    if isinstance(table, OrderedDictionary) and isinstance(index, int) and not isinstance(index, bool):
        values = table.values()
        return values[index] if -len(values) <= index < len(values) else None
    if isinstance(index, list):
        return [table.get(each) for each in index]
    return table.get(index)


def _other(value: Value, index: Value) -> Value:
    own = getattr(value, "clr_index", None)
    if own is None:
        return _scalar(value, index)
    if isinstance(index, list) and not getattr(value, "takes_index_list", False):
        return [_other(value, each) for each in index]
    try:
        return own(index)
    except RuntimeException:
        raise
    except CALL_ERRORS as problem:
        if not isinstance(problem, NetException) and not isinstance(index, int):
            return _other(value, to_int(index))  # most indexes are numbers; for others `to_int` raises the error
        error = refusal(problem, (_INDEX,), (index,))
        raise GetValueInvocationException(
            f'Exception getting "Item": "{error.message}"', inner=error, error_id="ExceptionWhenGetting"
        ) from None


def _scalar(value: Value, index: Value) -> Value:
    """Index a scalar, which is its own only element."""
    if not isinstance(index, int):
        raise _not_indexable(value)
    return value if index in (0, -1) else None


def _not_indexable(value: Value) -> RuntimeException:
    return RuntimeException(
        f'Unable to index into an object of type "{type_of(value).full_name}".',
        error_id="CannotIndex",
        category=ErrorCategory.InvalidOperation,
    )


def _get_cell(array: MultiArray, index: Value) -> Value:
    if isinstance(index, list) and index and isinstance(index[0], list):
        return [_get_cell(array, each) for each in index]
    place = _cell(array, index)
    return None if place is None else array[place]


def _cell(array: MultiArray, index: Value) -> int | None:
    places = [to_int(each) for each in index] if isinstance(index, list) else [to_int(index)]
    if len(places) != len(array.lengths):
        raise RuntimeException(
            f"Index operation failed; the array has {len(array.lengths)} dimensions.",
            error_id="NeedMultidimensionalIndex",
            category=ErrorCategory.InvalidOperation,
        )
    flat = 0
    for place, length in zip(places, array.lengths, strict=True):
        if place < 0:
            place += length
        if not 0 <= place < length:
            return None
        flat = flat * length + place
    return flat


def set_index(value: Value, index: Value, new: Value) -> None:
    """Set the element at an index; raises IndexOutOfRangeException outside."""
    if isinstance(value, PSObject) and value.base is not value:
        value = value.base
    if isinstance(index, PSObject) and index.base is not index:
        index = index.base
    if new is AUTOMATION_NULL:
        new = None
    if value is None or value is AUTOMATION_NULL:
        raise _null_array()
    if isinstance(value, MultiArray):
        place = _cell(value, index)
        if place is None:
            raise IndexOutOfRangeException("Index was outside the bounds of the array.")
        value[place] = convert(new, value.element_type)
    elif isinstance(value, list):
        _set_element(value, index, new)
    elif isinstance(value, OrderedDictionary) and isinstance(index, int) and not isinstance(index, bool):
        if not 0 <= index < len(value):
            raise ArgumentOutOfRangeException(
                "Specified argument was out of the range of valid values. (Parameter 'index')"
            )
        value.set_at(index, new)
    elif isinstance(value, Hashtable):
        if index is None:
            raise RuntimeException(
                "Index operation failed; the array index evaluated to null.",
                error_id="NullArrayIndex",
                category=ErrorCategory.InvalidOperation,
            )
        value[index] = new
    else:
        own = getattr(value, "clr_set_index", None)
        if own is None:
            raise _not_assignable(value)
        own(index, new)


def _not_assignable(value: Value) -> RuntimeException:
    return RuntimeException(
        f"Unable to index into an object of type {type_of(value).full_name}.",
        error_id="CannotIndex",
        category=ErrorCategory.InvalidOperation,
    )


def _set_element(items: list[Value], index: Value, new: Value) -> None:
    if isinstance(index, list):
        if len(index) != 1:
            raise RuntimeException(
                "Array assignment to [" + ",".join(str(each) for each in index) + "] failed: Cannot assign to a slice.",
                error_id="ArraySliceAssignmentFailed",
                category=ErrorCategory.InvalidOperation,
            )
        index = index[0]
    place = to_int(index)
    if not -len(items) <= place < len(items):
        if type(items) is list or isinstance(items, TypedArray):
            raise IndexOutOfRangeException("Index was outside the bounds of the array.")
        raise ArgumentOutOfRangeException(
            "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')"
        )
    if isinstance(items, (TypedArray, GenericList)):
        new = convert(new, items.element_type)
    items[place] = new
