"""System.Linq.Enumerable: the few methods that scripts call on arrays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shell.runtime import arithmetic
from shell.runtime.declare import add_methods
from shell.runtime.dotnet.listing import items_of, same
from shell.runtime.errors import InvalidOperationException
from shell.runtime.objects import TypedArray, Value
from shell.runtime.types import INT32, OBJECT, ClrType, register


def _like(source: Any, items: list[Value]) -> Value:
    return TypedArray(source.element_type, items) if hasattr(source, "element_type") else items


def _first(source: Any) -> Value:
    items = items_of(source, "source")
    if not items:
        raise InvalidOperationException("Sequence contains no elements")
    return items[0]


def _last(source: Any) -> Value:
    items = items_of(source, "source")
    if not items:
        raise InvalidOperationException("Sequence contains no elements")
    return items[-1]


def _sum(source: Any) -> Value:
    total: Any = 0
    for each in items_of(source, "source"):
        total = arithmetic.add(total, each)
    return total


def _average(source: Any) -> Value:
    items = items_of(source, "source")
    if not items:
        raise InvalidOperationException("Sequence contains no elements")
    return arithmetic.divide(_sum(source), float(len(items)))


def _distinct(source: Any) -> Value:
    found: list[Value] = []
    for each in items_of(source, "source"):
        if not any(same(each, other) for other in found):
            found.append(each)
    return _like(source, found)


def _chosen(keep: Callable[[Value, list[Value]], bool]) -> Callable[[Any, Any], Value]:
    def run(one: Any, other: Any) -> Value:
        others = items_of(other, "second")
        return _distinct(_like(one, [each for each in items_of(one, "first") if keep(each, others)]))

    return run


def _holds(each: Value, others: list[Value]) -> bool:
    return any(same(each, other) for other in others)


def _range(start: int, count: int) -> Value:
    return TypedArray(INT32, list(range(start, start + count)))


_PAIR = "System.Collections.IEnumerable first, System.Collections.IEnumerable second"
_ONE = "System.Collections.IEnumerable source"
add_methods(
    register(ClrType("System.Linq.Enumerable", OBJECT, is_abstract=True)),
    (
        ("Any", f"{_ONE} -> bool", lambda source: bool(items_of(source, "source"))),
        ("Average", f"{_ONE} -> double", _average),
        ("Count", f"{_ONE} -> int", lambda source: len(items_of(source, "source"))),
        ("Concat", f"{_PAIR} -> object[]", lambda a, b: _like(a, items_of(a) + items_of(b))),
        ("Contains", f"{_ONE}, object value -> bool", lambda source, value: _holds(value, items_of(source, "source"))),
        ("Distinct", f"{_ONE} -> object[]", _distinct),
        ("Except", f"{_PAIR} -> object[]", _chosen(lambda each, others: not _holds(each, others))),
        ("First", f"{_ONE} -> object", _first),
        ("Intersect", f"{_PAIR} -> object[]", _chosen(_holds)),
        ("Last", f"{_ONE} -> object", _last),
        ("Max", f"{_ONE} -> object", lambda source: max(items_of(source, "source"))),
        ("Min", f"{_ONE} -> object", lambda source: min(items_of(source, "source"))),
        ("Range", "int start, int count -> object[]", _range),
        ("Repeat", "object element, int count -> object[]", lambda element, count: [element] * count),
        ("Reverse", f"{_ONE} -> object[]", lambda source: _like(source, items_of(source, "source")[::-1])),
        (
            "SequenceEqual",
            f"{_PAIR} -> bool",
            lambda a, b: len(items_of(a)) == len(items_of(b)) and all(map(same, items_of(a), items_of(b))),
        ),
        (
            "Skip",
            f"{_ONE}, int count -> object[]",
            lambda source, count: _like(source, items_of(source)[max(count, 0) :]),
        ),
        ("Sum", f"{_ONE} -> object", _sum),
        (
            "Take",
            f"{_ONE}, int count -> object[]",
            lambda source, count: _like(source, items_of(source)[: max(count, 0)]),
        ),
        ("ToArray", f"{_ONE} -> object[]", lambda source: _like(source, items_of(source, "source"))),
        ("ToList", f"{_ONE} -> object[]", lambda source: _list(source)),
        ("Union", f"{_PAIR} -> object[]", lambda a, b: _distinct(_like(a, items_of(a) + items_of(b)))),
    ),
    static=True,
)


def _list(source: Any) -> Value:
    from shell.runtime.objects import GenericList

    return GenericList(getattr(source, "element_type", OBJECT), items_of(source, "source"))
