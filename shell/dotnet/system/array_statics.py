"""System.Array's static members."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from shell.dotnet.collections.list_search import first_place
from shell.dotnet.collections.listing import binary_search, copy_into, element_type, last_position, like, position
from shell.dotnet.collections.listing import sorted_copy as ordered
from shell.dotnet.system.delegates import Delegate, caller
from shell.lazy import lazy
from shell.types import ARRAY, OBJECT, ClrType, Method
from shell.types.conversion.conversion import convert, to_bool, try_convert
from shell.types.members.calling import default_element, make_array
from shell.types.registry.checks import index_up_to, not_negative, not_null
from shell.types.registry.declarations import Row, add_methods, add_properties
from shell.values.errors import (
    ArgumentException,
    ArgumentOutOfRangeException,
    IndexOutOfRangeException,
)
from shell.values.exceptions import RankException
from shell.values.objects import MultiArray, TypedArray, Value, unwrap

if TYPE_CHECKING:
    from shell.dotnet.collections import listing, read_only_collections
else:
    listing = lazy("shell.dotnet.collections.listing", globals())
    read_only_collections = lazy("shell.dotnet.collections.read_only_collections", globals())


def _flat(array: Any) -> Any:
    if isinstance(not_null(array, "array"), MultiArray):
        raise RankException("Only single dimension arrays are supported here.")
    return array


def _check_part(array: Any, index: int, length: int) -> None:
    for name, number in (("index", index), ("length", length)):
        not_negative(number, name)
    if index + length > len(array):
        raise ArgumentException(
            "Offset and length were out of bounds for the array or count is greater than the number of elements from"
            " index to the end of the source collection."
        )


# --- order -----------------------------------------------------------------------------------------------------------


def _sort(array: Any, comparer: Value = None) -> None:
    _flat(array)[:] = ordered(array, comparer)


def _sort_part(array: Any, index: int, length: int, comparer: Value = None) -> None:
    _check_part(_flat(array), index, length)
    array[index : index + length] = ordered(array[index : index + length], comparer)


def _sort_with(keys: Any, items: Any, comparer: Value = None) -> None:
    """Sort keys and their items in parallel."""
    if items is None:
        return _sort(keys, comparer)
    if len(items) < len(_flat(keys)):
        raise ArgumentException(
            "Offset and length were out of bounds for the array or count is greater than the number of elements from"
            " index to the end of the source collection."
        )
    boxes = [_Box(each) for each in keys]
    places = {id(each): place for place, each in enumerate(boxes)}
    boxes = ordered(boxes, _box_order(comparer))
    keys[:] = [each.value for each in boxes]
    items[: len(keys)] = [items[places[id(each)]] for each in boxes]
    return None


class _Box:
    """A sort key with identity, so that equal keys stay distinct."""

    __slots__ = ("value",)

    def __init__(self, value: Value) -> None:
        self.value = value


def _box_order(comparer: Value) -> Any:
    compare = listing.comparison(comparer)
    return lambda a, b: compare(a.value, b.value)


def _sort_by(session: Any, array: Any, comparison: Value) -> None:
    _flat(array)[:] = ordered(array, caller(comparison, session))


def _reverse(array: Any, index: int = 0, length: int | None = None) -> None:
    count = len(_flat(array)) - index if length is None else length
    _check_part(array, index, count)
    array[index : index + count] = array[index : index + count][::-1]


def _search(array: Any, value: Value, comparer: Value = None) -> int:
    return binary_search(_flat(array), value, 0, len(array), comparer)


def _search_part(array: Any, index: int, length: int, value: Value, comparer: Value = None) -> int:
    _check_part(_flat(array), index, length)
    return binary_search(array, value, index, index + length, comparer)


# --- places ----------------------------------------------------------------------------------------------------------


def _index_of(array: Any, value: Value, start: int = 0, count: int | None = None) -> int:
    index_up_to(start, len(_flat(array)), "startIndex")
    end = len(array) if count is None else start + count
    if end > len(array) or end < start:
        raise ArgumentOutOfRangeException(
            "Count must be positive and count must refer to a location within the string/array/collection."
            " (Parameter 'count')"
        )
    return position(array, _of_element(array, value), start, end)


def _last_index_of(array: Any, value: Value, start: int | None = None, count: int | None = None) -> int:
    return last_position(_flat(array), _of_element(array, value), start, count)


def _of_element(array: Any, value: Value) -> Value:
    """Convert the value to the element type, as the inferred IndexOf[T] does; keep it if that fails."""
    element = element_type(array)
    if element is OBJECT:
        return value
    known, converted = try_convert(value, element)
    return converted if known else value


# --- copies ----------------------------------------------------------------------------------------------------------


def _copy(source: Any, destination: Any, length: int) -> None:
    _copy_part(source, 0, destination, 0, length)


def _copy_part(source: Any, source_index: int, destination: Any, destination_index: int, length: int) -> None:
    not_null(source, "sourceArray")
    not_null(destination, "destinationArray")
    not_negative(length, "length")
    if source_index + length > len(source):
        raise ArgumentException(
            "Source array was not long enough. Check the source index, length, and the array's lower bounds."
            " (Parameter 'sourceArray')"
        )
    copy_into(list(source), source_index, destination, destination_index, length)


def _clear(array: Any, index: int = 0, length: int | None = None) -> None:
    count = len(not_null(array, "array")) - index if length is None else length
    if index < 0 or count < 0 or index + count > len(array):
        raise IndexOutOfRangeException("Index was outside the bounds of the array.")
    array[index : index + count] = [default_element(element_type(array))] * count


def _fill(array: Any, value: Value, start: int = 0, count: int | None = None) -> None:
    number = len(_flat(array)) - start if count is None else count
    _check_part(array, start, number)
    array[start : start + number] = [convert(value, element_type(array))] * number


def _resize(reference: Any, size: int) -> None:
    not_negative(size, "newSize")
    array = unwrap(reference.value)
    if array is None:
        reference.value = [None] * size
        return
    fill = make_array(element_type(array), [max(0, size - len(array))])
    reference.value = like(array, [*array[:size], *fill])


def _create(element: ClrType, lengths: list[int]) -> Value:
    return make_array(element, list(lengths))


def _as_read_only(array: Any) -> Value:
    return read_only_collections.read_only(not_null(array, "array"))


# --- with delegates --------------------------------------------------------------------------------------------------


def _places(array: Any, start: int = 0, count: int | None = None) -> Iterable[int]:
    number = len(not_null(array, "array")) - start if count is None else count
    _check_part(array, start, number)
    return range(start, start + number)


def _exists(session: Any, array: Any, match: Value) -> bool:
    return first_place(array, caller(match, session), _places(array)) >= 0


def _find(session: Any, array: Any, match: Value) -> Value:
    place = first_place(array, caller(match, session), _places(array))
    return array[place] if place >= 0 else default_element(element_type(array))


def _find_last(session: Any, array: Any, match: Value) -> Value:
    place = first_place(array, caller(match, session), range(len(not_null(array, "array")) - 1, -1, -1))
    return array[place] if place >= 0 else default_element(element_type(array))


def _find_all(session: Any, array: Any, match: Value) -> Value:
    accepts = caller(match, session)
    return like(array, [each for each in not_null(array, "array") if to_bool(accepts(each))])


def _find_index(session: Any, array: Any, match: Value) -> int:
    return first_place(array, caller(match, session), _places(array))


def _find_index_from(session: Any, array: Any, start: int, match: Value) -> int:
    return first_place(array, caller(match, session), _places(array, start))


def _find_index_within(session: Any, array: Any, start: int, count: int, match: Value) -> int:
    return first_place(array, caller(match, session), _places(array, start, count))


def _find_last_index(session: Any, array: Any, match: Value) -> int:
    return first_place(array, caller(match, session), range(len(not_null(array, "array")) - 1, -1, -1))


def _find_last_index_from(session: Any, array: Any, start: int, match: Value) -> int:
    return first_place(array, caller(match, session), range(min(start, len(array) - 1), -1, -1))


def _true_for_all(session: Any, array: Any, match: Value) -> bool:
    accepts = caller(match, session)
    return all(to_bool(accepts(each)) for each in not_null(array, "array"))


def _for_each(session: Any, array: Any, action: Value) -> None:
    call = caller(action, session)
    for each in not_null(array, "array"):
        call(each)


def _convert_all(session: Any, array: Any, converter: Value) -> Value:
    call = caller(converter, session)
    made = [call(each) for each in not_null(array, "array")]
    if isinstance(converter, Delegate) and converter.returns is not OBJECT:
        return TypedArray(converter.returns, made)
    return made


_ARRAY = "array array"
_COMPARER = "System.Collections.IComparer comparer"
_PLAIN: tuple[Row, ...] = (
    ("Sort", f"{_ARRAY} -> void|{_ARRAY}, {_COMPARER} -> void", _sort),
    ("Sort", "array keys, array items -> void|array keys, array items, " + _COMPARER + " -> void", _sort_with),
    (
        "Sort",
        f"{_ARRAY}, int index, int length -> void|{_ARRAY}, int index, int length, {_COMPARER} -> void",
        _sort_part,
    ),
    ("Reverse", f"{_ARRAY} -> void|{_ARRAY}, int index, int length -> void", _reverse),
    ("BinarySearch", f"{_ARRAY}, object value -> int|{_ARRAY}, object value, {_COMPARER} -> int", _search),
    (
        "BinarySearch",
        f"{_ARRAY}, int index, int length, object value -> int"
        f"|{_ARRAY}, int index, int length, object value, {_COMPARER} -> int",
        _search_part,
    ),
    (
        "IndexOf",
        f"{_ARRAY}, object value -> int|{_ARRAY}, object value, int startIndex -> int"
        f"|{_ARRAY}, object value, int startIndex, int count -> int",
        _index_of,
    ),
    (
        "LastIndexOf",
        f"{_ARRAY}, object value -> int|{_ARRAY}, object value, int startIndex -> int"
        f"|{_ARRAY}, object value, int startIndex, int count -> int",
        _last_index_of,
    ),
    ("Copy", "array sourceArray, array destinationArray, int length -> void", _copy),
    (
        "Copy",
        "array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length -> void",
        _copy_part,
    ),
    (
        "ConstrainedCopy",
        "array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length -> void",
        _copy_part,
    ),
    ("Clear", f"{_ARRAY} -> void|{_ARRAY}, int index, int length -> void", _clear),
    ("Fill", f"{_ARRAY}, object value -> void|{_ARRAY}, object value, int startIndex, int count -> void", _fill),
    ("CreateInstance", "type elementType, int length -> array", lambda element, length: make_array(element, [length])),
    ("CreateInstance", "type elementType, params int[] lengths -> array", _create),
    ("Resize", "ref array array, int newSize -> void", _resize),
    ("AsReadOnly", f"{_ARRAY} -> object", _as_read_only),
    ("Empty", "-> object[]", list),
)
_WITH_DELEGATES: tuple[Row, ...] = (
    ("Sort", f"{_ARRAY}, System.Delegate comparison -> void", _sort_by),
    ("Exists", f"{_ARRAY}, System.Delegate match -> bool", _exists),
    ("Find", f"{_ARRAY}, System.Delegate match -> object", _find),
    ("FindLast", f"{_ARRAY}, System.Delegate match -> object", _find_last),
    ("FindAll", f"{_ARRAY}, System.Delegate match -> array", _find_all),
    ("FindIndex", f"{_ARRAY}, System.Delegate match -> int", _find_index),
    ("FindIndex", f"{_ARRAY}, int startIndex, System.Delegate match -> int", _find_index_from),
    ("FindIndex", f"{_ARRAY}, int startIndex, int count, System.Delegate match -> int", _find_index_within),
    ("FindLastIndex", f"{_ARRAY}, System.Delegate match -> int", _find_last_index),
    ("FindLastIndex", f"{_ARRAY}, int startIndex, System.Delegate match -> int", _find_last_index_from),
    ("TrueForAll", f"{_ARRAY}, System.Delegate match -> bool", _true_for_all),
    ("ForEach", f"{_ARRAY}, System.Delegate action -> void", _for_each),
    ("ConvertAll", f"{_ARRAY}, System.Delegate converter -> array", _convert_all),
)


def _declare() -> None:
    add_methods(ARRAY, _PLAIN, static=True)
    for name, signature, function in _WITH_DELEGATES:
        ARRAY.add_method(Method(name, signature, function, True, True))
    add_properties(ARRAY, (("MaxLength", "int", lambda: 0x7FFFFFC7),), static=True)


_declare()
