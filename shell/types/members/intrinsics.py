"""`.ForEach()` and `.Where()`: methods that every value has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.types import OBJECT, ClrType, is_script_block, maker, named
from shell.types.conversion.conversion import convert, to_bool, to_int
from shell.values.errors import ErrorCategory, MethodException, RuntimeException
from shell.values.objects import AUTOMATION_NULL, MISSING, Value

if TYPE_CHECKING:
    from shell.types.members import access
else:
    access = lazy("shell.types.members.access", globals())


def _collection(items: list[Value]) -> Value:
    """Return a Collection[psobject], the result type of both methods."""
    return maker("System.Collections.ObjectModel.Collection`1")(items)


def _items(value: Value) -> list[Value]:
    if value is AUTOMATION_NULL:
        return []
    items = access.enumerate_value(value)
    return [value] if items is None else list(items)


def for_each(value: Value, arguments: Sequence[Value], session: Any) -> Value:
    """Run a block, read or set a property, call a method, or convert, for each element."""
    if not arguments:
        raise MethodException(
            'Cannot find an overload for "ForEach" and the argument count: "0".', error_id="MethodCountCouldNotFindBest"
        )
    what, rest = arguments[0], list(arguments[1:])
    results: list[Value] = []
    if is_script_block(what) and not rest:
        run = session.local_block(what).run
        for each in _items(value):
            run(each, results.append)
        return _collection(results)
    for each in _items(value):
        results += _visit(each, what, rest, session)
    return _collection(results)


def _visit(each: Value, what: Value, rest: list[Value], session: Any) -> list[Value]:
    if is_script_block(what):
        found: list[Value] = session.collect(what, tuple(rest), dollar_under=each, local=True)
        return found
    if isinstance(what, ClrType):
        return [convert(each, what)]
    name = str(what)
    if not rest:
        held = access.lookup(each, name, session)
        if held is not MISSING and not hasattr(held, "invoke_method"):
            return held if isinstance(held, list) else [held]
    elif access.lookup(each, name, session) is not MISSING and not hasattr(
        access.lookup(each, name, session), "invoke_method"
    ):
        access.set_member(each, name, rest[0], session)
        return []
    result = access.call_method(each, name, rest, session)
    return [] if result is AUTOMATION_NULL else [result]


def where(value: Value, arguments: Sequence[Value], session: Any) -> Value:
    """Return the elements that a block accepts, by the mode First, Last, SkipUntil, Until or Split."""
    if not arguments or not is_script_block(arguments[0]):
        raise MethodException(
            f'Cannot find an overload for "Where" and the argument count: "{len(arguments)}".',
            error_id="MethodCountCouldNotFindBest",
        )
    block = arguments[0]
    mode = (
        str(convert(arguments[1], named("System.Management.Automation.WhereOperatorSelectionMode")))
        if len(arguments) > 1
        else "Default"
    )
    count = to_int(arguments[2]) if len(arguments) > 2 else 0
    if count < 0:
        raise RuntimeException(
            "The number of items to return must be greater than or equal to 0.",
            error_id="NumberToReturnMustBeGreaterThanZero",
            category=ErrorCategory.InvalidOperation,
        )

    decide = session.local_block(block).value

    def accepts(each: Value) -> bool:
        return to_bool(decide(each))

    return _MODES[mode](_items(value), accepts, count)


Accept = Callable[[Value], bool]


def _default(items: list[Value], accepts: Accept, count: int) -> Value:
    found: list[Value] = []
    for each in items:
        if accepts(each):
            found.append(each)
            if count and len(found) == count:
                break
    return _collection(found)


def _first(items: list[Value], accepts: Accept, count: int) -> Value:
    return _default(items, accepts, count or 1)


def _last(items: list[Value], accepts: Accept, count: int) -> Value:
    found = [each for each in items if accepts(each)]
    return _collection(found[-(count or 1) :])


def _skip_until(items: list[Value], accepts: Accept, count: int) -> Value:
    for place, each in enumerate(items):
        if accepts(each):
            rest = items[place:]
            return _collection(rest[:count] if count else rest)
    return _collection([])


def _until(items: list[Value], accepts: Accept, count: int) -> Value:
    found: list[Value] = []
    for each in items:
        if accepts(each) or (count and len(found) == count):
            break
        found.append(each)
    return _collection(found)


def _split(items: list[Value], accepts: Accept, count: int) -> Value:
    yes: list[Value] = []
    no: list[Value] = []
    for each in items:
        full = count and len(yes) == count
        (yes if not full and accepts(each) else no).append(each)
    return [_collection(yes), _collection(no)]


_MODES: Final[dict[str, Callable[[list[Value], Accept, int], Value]]] = {
    "Default": _default,
    "First": _first,
    "Last": _last,
    "SkipUntil": _skip_until,
    "Until": _until,
    "Split": _split,
}

__all__ = ["OBJECT", "for_each", "where"]
