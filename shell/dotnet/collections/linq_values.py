"""System.Linq.Enumerable: methods that return one value, and shared helpers for sources and delegates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.collections.listing import items_of, order
from shell.dotnet.system.delegates import Delegate, caller
from shell.lazy import lazy
from shell.types import OBJECT, ClrType, type_of
from shell.types.conversion.conversion import convert, to_bool
from shell.types.operators import arithmetic
from shell.types.registry.checks import index_below
from shell.values.errors import InvalidOperationException
from shell.values.objects import Int64, TypedArray, Value

if TYPE_CHECKING:
    from shell.types.members import calling
else:
    calling = lazy("shell.types.members.calling", globals())


_EMPTY: Final = "Sequence contains no elements"
_NO_MATCH: Final = "Sequence contains no matching element"


def elements(source: Any, name: str = "source") -> list[Value]:
    """Return the elements of any collection; raises ArgumentNullException for null."""
    return items_of(source, name)


def element_of(source: Any) -> ClrType:
    """Return the type of a collection's elements."""
    found: ClrType | None = getattr(source, "element_type", None)
    if found is not None:
        return found
    arguments = type_of(source).generic_arguments
    return arguments[0] if len(arguments) == 1 else OBJECT


def array(element: ClrType, items: Iterable[Value]) -> Value:
    """Return an array of an element type."""
    return list(items) if element is OBJECT else TypedArray(element, items)


def like(source: Any, items: Iterable[Value]) -> Value:
    """Return an array of the same element type as the source's."""
    return array(element_of(source), items)


def of_result(function: Value, items: Iterable[Value]) -> Value:
    """Return an array of a delegate's result type."""
    return array(function.returns if isinstance(function, Delegate) else OBJECT, items)


def predicate_of(function: Value, session: Any) -> Callable[[Value], bool]:
    """Return a Python predicate for a delegate."""
    call = caller(function, session)
    return lambda each: to_bool(call(each))


def default_of(source: Any) -> Value:
    """Return the default value of the element type."""
    return calling.default_element(element_of(source))


# --- one element -----------------------------------------------------------------------------------------------------


def picked(pick: Callable[[list[Value]], Value], or_default: bool, single: bool = False) -> Callable[..., Value]:
    """Return First, Last or Single, with or without a predicate."""

    def run(session: Any, source: Any, predicate: Value = None) -> Value:
        items = elements(source)
        if predicate is not None:
            accepts = predicate_of(predicate, session)
            items = [each for each in items if accepts(each)]
        if single and len(items) > 1:
            more = "matching element" if predicate is not None else "element"
            raise InvalidOperationException(f"Sequence contains more than one {more}")
        if items:
            return pick(items)
        if or_default:
            return default_of(source)
        raise InvalidOperationException(_EMPTY if predicate is None else _NO_MATCH)

    return run


def element_at(source: Any, index: int) -> Value:
    """Implement ElementAt."""
    items = elements(source)
    index_below(index, len(items), "index")
    return items[index]


def element_at_or_default(source: Any, index: int) -> Value:
    """Implement ElementAtOrDefault."""
    items = elements(source)
    return items[index] if 0 <= index < len(items) else default_of(source)


# --- numbers ---------------------------------------------------------------------------------------------------------


def _mapped(session: Any, source: Any, selector: Value) -> Any:
    items = elements(source)
    if selector is None:
        return items
    call = caller(selector, session)
    return [call(each) for each in items]


def total(session: Any, source: Any, selector: Value = None) -> Value:
    """Implement Sum."""
    sum_so_far: Any = 0
    for each in _mapped(session, source, selector):
        if each is not None:
            sum_so_far = arithmetic.add(sum_so_far, each)
    element = element_of(source) if selector is None else getattr(selector, "returns", OBJECT)
    return sum_so_far if element is OBJECT or not element.is_value_type else convert(sum_so_far, element)


def average(session: Any, source: Any, selector: Value = None) -> Value:
    """Implement Average."""
    items = _mapped(session, source, selector)
    if not items:
        raise InvalidOperationException(_EMPTY)
    total: Any = 0
    for each in items:
        total = arithmetic.add(total, each)
    return arithmetic.divide(total, float(len(items)) if type_of(total).name != "System.Decimal" else len(items))


def extreme(sign: int) -> Callable[..., Value]:
    """Return Max (1) or Min (-1)."""

    def run(session: Any, source: Any, selector: Value = None) -> Value:
        items = _mapped(session, source, selector)
        if not items:
            raise InvalidOperationException(_EMPTY)
        best = items[0]
        for each in items[1:]:
            if order(each, best) * sign > 0:
                best = each
        return best

    return run


def count(session: Any, source: Any, predicate: Value = None) -> int:
    """Implement Count."""
    items = elements(source)
    return len(items) if predicate is None else sum(map(predicate_of(predicate, session), items))


def long_count(session: Any, source: Any, predicate: Value = None) -> Int64:
    """Implement LongCount."""
    return Int64(count(session, source, predicate))


def any_of(session: Any, source: Any, predicate: Value = None) -> bool:
    """Implement Any."""
    items = elements(source)
    return bool(items) if predicate is None else any(map(predicate_of(predicate, session), items))


def all_of(session: Any, source: Any, predicate: Value) -> bool:
    """Implement All."""
    return all(map(predicate_of(predicate, session), elements(source)))


def aggregate(session: Any, source: Any, function: Value) -> Value:
    """Implement Aggregate."""
    items = elements(source)
    if not items:
        raise InvalidOperationException(_EMPTY)
    return _fold(session, items[1:], items[0], function)


def aggregate_from(session: Any, source: Any, seed: Value, function: Value) -> Value:
    """Implement Aggregate with a seed."""
    return _fold(session, elements(source), seed, function)


def _fold(session: Any, items: list[Value], total: Value, function: Value) -> Value:
    call = caller(function, session)
    for each in items:
        total = call(total, each)
    return total
