"""System.Linq.Enumerable: methods that return sequences, which are evaluated at once, not lazily."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.collections.compared_keys import are_equal
from shell.dotnet.collections.linq_values import (
    aggregate,
    aggregate_from,
    all_of,
    any_of,
    average,
    count,
    default_of,
    element_at,
    element_at_or_default,
    element_of,
    elements,
    extreme,
    like,
    long_count,
    of_result,
    picked,
    predicate_of,
    total,
)
from shell.dotnet.collections.listing import comparison, same
from shell.dotnet.system.delegates import Delegate, caller
from shell.lazy import lazy
from shell.types import INT32, OBJECT, ClrType, Method, close_generic, register
from shell.types.conversion.conversion import to_bool
from shell.types.registry.checks import out_of_range
from shell.types.registry.declarations import Row, add_methods, add_properties
from shell.values.errors import (
    ArgumentException,
)
from shell.values.objects import GenericList, TypedArray, Value

if TYPE_CHECKING:
    from shell.dotnet.system import tuples
    from shell.types.members import access, calling
else:
    tuples = lazy("shell.dotnet.system.tuples", globals())
    access = lazy("shell.types.members.access", globals())
    calling = lazy("shell.types.members.calling", globals())


_MANY: Final = "System.Collections.IEnumerable"
_ONE: Final = "System.Collections.IEnumerable source"
_PAIR: Final = "System.Collections.IEnumerable first, System.Collections.IEnumerable second"
_EMPTY: Final = "Sequence contains no elements"
_NO_MATCH: Final = "Sequence contains no matching element"


# --- sequences -------------------------------------------------------------------------------------------------------


def _takes_place(function: Value) -> bool:
    return isinstance(function, Delegate) and len(function.parameters) == 2


def _where(session: Any, source: Any, predicate: Value) -> Value:
    call = caller(predicate, session)
    if _takes_place(predicate):
        return like(source, [each for place, each in enumerate(elements(source)) if to_bool(call(each, place))])
    return like(source, [each for each in elements(source) if to_bool(call(each))])


def _select(session: Any, source: Any, selector: Value) -> Value:
    call = caller(selector, session)
    if _takes_place(selector):
        return of_result(selector, [call(each, place) for place, each in enumerate(elements(source))])
    return of_result(selector, [call(each) for each in elements(source)])


def _select_many(session: Any, source: Any, selector: Value) -> Value:
    call = caller(selector, session)
    return [inner for each in elements(source) for inner in elements(call(each))]


def _order_by(sign: int) -> Callable[..., Value]:
    def run(session: Any, source: Any, selector: Value, comparer: Value = None) -> Value:
        from functools import cmp_to_key

        compare, call = comparison(comparer), caller(selector, session)
        key = cmp_to_key(lambda a, b: sign * compare(a, b))
        return like(source, sorted(elements(source), key=lambda each: key(call(each))))

    return run


def _ordered(sign: int) -> Callable[..., Value]:
    def run(source: Any, comparer: Value = None) -> Value:
        from functools import cmp_to_key

        compare = comparison(comparer)
        return like(source, sorted(elements(source), key=cmp_to_key(lambda a, b: sign * compare(a, b))))

    return run


def _take_or_skip_while(taking: bool) -> Callable[..., Value]:
    """Return the implementation of TakeWhile or SkipWhile."""

    def run(session: Any, source: Any, predicate: Value) -> Value:
        items, accepts = elements(source), predicate_of(predicate, session)
        place = next((place for place, each in enumerate(items) if not accepts(each)), len(items))
        return like(source, items[:place] if taking else items[place:])

    return run


def _holds(each: Value, others: list[Value], comparer: Value = None) -> bool:
    if comparer is not None:
        return any(are_equal(comparer, each, other) for other in others)
    return any(same(each, other) for other in others)


def _unique(items: Iterable[Value], comparer: Value = None) -> list[Value]:
    found: list[Value] = []
    for each in items:
        if not _holds(each, found, comparer):
            found.append(each)
    return found


def _distinct(source: Any, comparer: Value = None) -> Value:
    return like(source, _unique(elements(source), comparer))


def _distinct_by(session: Any, source: Any, selector: Value) -> Value:
    call = caller(selector, session)
    keys: list[Value] = []
    found: list[Value] = []
    for each in elements(source):
        key = call(each)
        if not _holds(key, keys):
            keys.append(key)
            found.append(each)
    return like(source, found)


def _intersect_or_except(keep: bool) -> Callable[..., Value]:
    """Return the implementation of Intersect or Except."""

    def run(one: Any, other: Any, comparer: Value = None) -> Value:
        others = elements(other, "second")
        found = [each for each in elements(one, "first") if _holds(each, others, comparer) is keep]
        return like(one, _unique(found, comparer))

    return run


def _union(one: Any, other: Any, comparer: Value = None) -> Value:
    return like(one, _unique([*elements(one, "first"), *elements(other, "second")], comparer))


def _concat(one: Any, other: Any) -> Value:
    return like(one, [*elements(one, "first"), *elements(other, "second")])


def _sequence_equal(one: Any, other: Any, comparer: Value = None) -> bool:
    mine, others = elements(one, "first"), elements(other, "second")
    return len(mine) == len(others) and all(_holds(a, [b], comparer) for a, b in zip(mine, others, strict=True))


def _zip(session: Any, one: Any, other: Any, selector: Value = None) -> Value:
    pairs = list(zip(elements(one, "first"), elements(other, "second"), strict=False))
    if selector is None:
        return [tuples.make_tuple("System.ValueTuple", pair) for pair in pairs]
    call = caller(selector, session)
    return of_result(selector, [call(*pair) for pair in pairs])


def _range(start: int, count: int) -> Value:
    if count < 0 or start + count - 1 > 0x7FFFFFFF:
        raise out_of_range("count")
    return TypedArray(INT32, range(start, start + count))


def _repeat(element: Value, count: int) -> Value:
    if count < 0:
        raise out_of_range("count")
    return [element] * count


def _chunk(source: Any, size: int) -> Value:
    if size < 1:
        raise out_of_range("size")
    items = elements(source)
    return [like(source, items[place : place + size]) for place in range(0, len(items), size)]


def _take(source: Any, count: int) -> Value:
    return like(source, elements(source)[: max(count, 0)])


def _skip(source: Any, count: int) -> Value:
    return like(source, elements(source)[max(count, 0) :])


def _take_last(source: Any, count: int) -> Value:
    return like(source, elements(source)[-count:] if count > 0 else [])


def _skip_last(source: Any, count: int) -> Value:
    items = elements(source)
    return like(source, items[: len(items) - max(count, 0)] if count < len(items) else [])


# --- other collections -----------------------------------------------------------------------------------------------


def _to_list(source: Any) -> Value:
    return GenericList(element_of(source), elements(source))


def _to_hash_set(source: Any) -> Value:
    target = close_generic("System.Collections.Generic.HashSet", (element_of(source),))
    assert target is not None
    return calling.new_object(target, [elements(source)])


def _to_dictionary(session: Any, source: Any, key_selector: Value, value_selector: Value = None) -> Value:
    keys = getattr(key_selector, "returns", OBJECT)
    values = element_of(source) if value_selector is None else getattr(value_selector, "returns", OBJECT)
    target = close_generic("System.Collections.Generic.Dictionary", (keys, values))
    assert target is not None
    made = calling.new_object(target, [])
    key_of = caller(key_selector, session)
    value_of = None if value_selector is None else caller(value_selector, session)
    for each in elements(source):
        key = key_of(each)
        if access.call_method(made, "ContainsKey", (key,), session):
            raise ArgumentException(f"An item with the same key has already been added. Key: {key}")
        made.put(key, each if value_of is None else value_of(each))
    return made


class Grouping:
    """System.Linq.IGrouping[K,T]: a key and its elements."""

    def __init__(self, key: Value, items: list[Value]) -> None:
        self.key = key
        self.items = items

    @property
    def clr_type(self) -> ClrType:
        """Return the .NET type."""
        return _GROUPING

    def clr_enumerate(self) -> Any:
        """Return the elements."""
        return iter(self.items)


_GROUPING: Final = register(
    ClrType("System.Linq.Grouping`2", OBJECT, interface_names=("System.Collections.IEnumerable",))
)


def _group_by(session: Any, source: Any, selector: Value) -> Value:
    call = caller(selector, session)
    groups: list[Grouping] = []
    for each in elements(source):
        key = call(each)
        known = next((group for group in groups if same(group.key, key)), None)
        if known is None:
            groups.append(Grouping(key, [each]))
        else:
            known.items.append(each)
    return list(groups)


_COMPARER: Final = "object comparer"
_PREDICATE: Final = "System.Delegate predicate"
_SELECTOR: Final = "System.Delegate selector"
_PLAIN: Final[tuple[Row, ...]] = (
    ("Append", f"{_ONE}, object element -> {_MANY}", lambda source, new: like(source, [*elements(source), new])),
    ("Prepend", f"{_ONE}, object element -> {_MANY}", lambda source, new: like(source, [new, *elements(source)])),
    ("AsEnumerable", f"{_ONE} -> object", lambda source: source),
    ("Chunk", f"{_ONE}, int size -> {_MANY}", _chunk),
    ("Concat", f"{_PAIR} -> {_MANY}", _concat),
    (
        "Contains",
        f"{_ONE}, object value -> bool|{_ONE}, object value, {_COMPARER} -> bool",
        lambda source, value, comparer=None: _holds(value, elements(source), comparer),
    ),
    (
        "DefaultIfEmpty",
        f"{_ONE} -> {_MANY}|{_ONE}, object defaultValue -> {_MANY}",
        lambda source, *value: like(source, elements(source) or [value[0] if value else default_of(source)]),
    ),
    ("Distinct", f"{_ONE} -> {_MANY}|{_ONE}, {_COMPARER} -> {_MANY}", _distinct),
    ("ElementAt", f"{_ONE}, int index -> object", element_at),
    ("ElementAtOrDefault", f"{_ONE}, int index -> object", element_at_or_default),
    ("Except", f"{_PAIR} -> {_MANY}|{_PAIR}, {_COMPARER} -> {_MANY}", _intersect_or_except(False)),
    ("Intersect", f"{_PAIR} -> {_MANY}|{_PAIR}, {_COMPARER} -> {_MANY}", _intersect_or_except(True)),
    ("Order", f"{_ONE} -> {_MANY}|{_ONE}, {_COMPARER} -> {_MANY}", _ordered(1)),
    ("OrderDescending", f"{_ONE} -> {_MANY}|{_ONE}, {_COMPARER} -> {_MANY}", _ordered(-1)),
    ("Range", f"int start, int count -> {_MANY}", _range),
    ("Repeat", f"object element, int count -> {_MANY}", _repeat),
    ("Reverse", f"{_ONE} -> {_MANY}", lambda source: like(source, elements(source)[::-1])),
    ("SequenceEqual", f"{_PAIR} -> bool|{_PAIR}, {_COMPARER} -> bool", _sequence_equal),
    ("Skip", f"{_ONE}, int count -> {_MANY}", _skip),
    ("SkipLast", f"{_ONE}, int count -> {_MANY}", _skip_last),
    ("Take", f"{_ONE}, int count -> {_MANY}", _take),
    ("TakeLast", f"{_ONE}, int count -> {_MANY}", _take_last),
    ("ToArray", f"{_ONE} -> array", lambda source: like(source, elements(source))),
    ("ToHashSet", f"{_ONE} -> object", _to_hash_set),
    ("ToList", f"{_ONE} -> System.Collections.IList", _to_list),
    ("Union", f"{_PAIR} -> {_MANY}|{_PAIR}, {_COMPARER} -> {_MANY}", _union),
)
_CALLING: Final[tuple[Row, ...]] = (
    ("Aggregate", f"{_ONE}, System.Delegate func -> object", aggregate),
    ("Aggregate", f"{_ONE}, object seed, System.Delegate func -> object", aggregate_from),
    ("All", f"{_ONE}, {_PREDICATE} -> bool", all_of),
    ("Any", f"{_ONE} -> bool|{_ONE}, {_PREDICATE} -> bool", any_of),
    ("Average", f"{_ONE} -> object|{_ONE}, {_SELECTOR} -> object", average),
    ("Count", f"{_ONE} -> int|{_ONE}, {_PREDICATE} -> int", count),
    ("DistinctBy", f"{_ONE}, System.Delegate keySelector -> {_MANY}", _distinct_by),
    ("First", f"{_ONE} -> object|{_ONE}, {_PREDICATE} -> object", picked(lambda items: items[0], False)),
    ("FirstOrDefault", f"{_ONE} -> object|{_ONE}, {_PREDICATE} -> object", picked(lambda items: items[0], True)),
    ("GroupBy", f"{_ONE}, System.Delegate keySelector -> {_MANY}", _group_by),
    ("Last", f"{_ONE} -> object|{_ONE}, {_PREDICATE} -> object", picked(lambda items: items[-1], False)),
    ("LastOrDefault", f"{_ONE} -> object|{_ONE}, {_PREDICATE} -> object", picked(lambda items: items[-1], True)),
    ("LongCount", f"{_ONE} -> long|{_ONE}, {_PREDICATE} -> long", long_count),
    ("Max", f"{_ONE} -> object|{_ONE}, {_SELECTOR} -> object", extreme(1)),
    ("Min", f"{_ONE} -> object|{_ONE}, {_SELECTOR} -> object", extreme(-1)),
    (
        "OrderBy",
        f"{_ONE}, System.Delegate keySelector -> {_MANY}|{_ONE}, System.Delegate keySelector, {_COMPARER} -> {_MANY}",
        _order_by(1),
    ),
    (
        "OrderByDescending",
        f"{_ONE}, System.Delegate keySelector -> {_MANY}|{_ONE}, System.Delegate keySelector, {_COMPARER} -> {_MANY}",
        _order_by(-1),
    ),
    ("Select", f"{_ONE}, {_SELECTOR} -> {_MANY}", _select),
    ("SelectMany", f"{_ONE}, {_SELECTOR} -> {_MANY}", _select_many),
    ("Single", f"{_ONE} -> object|{_ONE}, {_PREDICATE} -> object", picked(lambda items: items[0], False, True)),
    (
        "SingleOrDefault",
        f"{_ONE} -> object|{_ONE}, {_PREDICATE} -> object",
        picked(lambda items: items[0], True, True),
    ),
    ("SkipWhile", f"{_ONE}, {_PREDICATE} -> {_MANY}", _take_or_skip_while(False)),
    ("Sum", f"{_ONE} -> object|{_ONE}, {_SELECTOR} -> object", total),
    ("TakeWhile", f"{_ONE}, {_PREDICATE} -> {_MANY}", _take_or_skip_while(True)),
    (
        "ToDictionary",
        f"{_ONE}, System.Delegate keySelector -> object"
        f"|{_ONE}, System.Delegate keySelector, System.Delegate elementSelector -> object",
        _to_dictionary,
    ),
    ("Where", f"{_ONE}, {_PREDICATE} -> {_MANY}", _where),
    ("Zip", f"{_PAIR} -> {_MANY}|{_PAIR}, System.Delegate resultSelector -> {_MANY}", _zip),
)


def _declare() -> None:
    target = register(ClrType("System.Linq.Enumerable", OBJECT, is_abstract=True))
    add_methods(target, _PLAIN, static=True)
    for name, signatures, function in _CALLING:
        for signature in signatures.split("|"):
            target.add_method(Method(name, signature, function, True, True))
    add_properties(_GROUPING, (("Key", "object", lambda group: group.key),))


_declare()

__all__ = ["Grouping"]
