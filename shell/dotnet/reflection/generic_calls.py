"""Generic method calls with type arguments: `[Linq.Enumerable]::Cast[int]($x)`, `$list.ConvertAll[string]($f)`.

The emulated methods are not generic: this module applies the type arguments to the call's arguments or result.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.types import OBJECT, ClrType, close_generic, type_of
from shell.types.conversion.conversion import convert
from shell.types.members.access import call_method, call_static
from shell.values.errors import ErrorCategory, InvalidCastException, MethodException
from shell.values.objects import GenericList, TypedArray, Value

if TYPE_CHECKING:
    from shell.dotnet.collections import linq_values
else:
    linq_values = lazy("shell.dotnet.collections.linq_values", globals())


Types = tuple[ClrType, ...]
Static = Callable[[ClrType, str, Types, list[Value], Any], Value]


def call_generic_static(owner: ClrType, name: str, types: Types, arguments: list[Value], session: Any) -> Value:
    """Call a static method with type arguments."""
    rule = _rule_of(owner.name.lower(), name.lower(), len(types))
    if rule is None:
        raise _no_overload(name, arguments)
    return rule(owner, name, types, arguments, session)


def call_generic(value: Value, name: str, types: Types, arguments: list[Value], session: Any) -> Value:
    """Call an instance method with type arguments."""
    if value is None:
        return call_method(value, name, arguments, session)
    if not isinstance(value, GenericList) or name.lower() != "convertall" or len(types) != 1 or len(arguments) != 1:
        raise _no_overload(name, arguments)
    converter = close_generic("System.Converter", (value.element_type, types[0]))
    assert converter is not None
    return call_method(value, name, [convert(arguments[0], converter)], session)


def _no_overload(name: str, arguments: Sequence[Value]) -> MethodException:
    return MethodException(
        f'Cannot find an overload for "{name}" and the argument count: "{len(arguments)}".',
        error_id="MethodCountCouldNotFindBest",
        category=ErrorCategory.NotSpecified,
    )


def _array(element: ClrType, items: list[Value]) -> Value:
    return list(items) if element is OBJECT else TypedArray(element, items)


def _empty(owner: ClrType, name: str, types: Types, arguments: list[Value], session: Any) -> Value:
    if arguments:
        raise _no_overload(name, arguments)
    return _array(types[0], [])


def _of_first_type(owner: ClrType, name: str, types: Types, arguments: list[Value], session: Any) -> Value:
    """Call a method of Enumerable or Array; convert the collection to the first type argument."""
    if not arguments:
        raise _no_overload(name, arguments)
    first = convert(arguments[0], types[0].array)
    return call_static(owner, name, [first, *arguments[1:]], session)


def _repeat(owner: ClrType, name: str, types: Types, arguments: list[Value], session: Any) -> Value:
    if len(arguments) != 2:
        raise _no_overload(name, arguments)
    element = convert(arguments[0], types[0])
    return _array(types[0], list(call_static(owner, name, [element, arguments[1]], session)))


def _by_type(owner: ClrType, name: str, types: Types, arguments: list[Value], session: Any) -> Value:
    """Call a method of Enum or Activator; pass the type to the non-generic overload as first argument."""
    return call_static(owner, name, [types[0], *arguments], session)


def _by_values(owner: ClrType, name: str, types: Types, arguments: list[Value], session: Any) -> Value:
    """Call Tuple.Create; convert each argument to its type argument."""
    if len(types) != len(arguments):
        raise _no_overload(name, arguments)
    given = [convert(each, kind) for each, kind in zip(arguments, types, strict=True)]
    return call_static(owner, name, given, session)


def _elements(arguments: list[Value], name: str) -> list[Value]:
    if len(arguments) != 1:
        raise _no_overload(name, arguments)
    return linq_values.elements(arguments[0])


def _cast(owner: ClrType, name: str, types: Types, arguments: list[Value], session: Any) -> Value:
    items = _elements(arguments, name)
    for each in items:
        if each is not None and not types[0].is_assignable_from(type_of(each)):
            raise InvalidCastException(
                f"Unable to cast object of type '{type_of(each).display_name}' to type '{types[0].display_name}'."
            )
    return _array(types[0], items)


def _of_type(owner: ClrType, name: str, types: Types, arguments: list[Value], session: Any) -> Value:
    items = _elements(arguments, name)
    return _array(types[0], [each for each in items if types[0].is_assignable_from(type_of(each))])


_RULES: Final[dict[tuple[str, str], Static]] = {
    ("system.linq.enumerable", "cast"): _cast,
    ("system.linq.enumerable", "oftype"): _of_type,
    ("system.linq.enumerable", "empty"): _empty,
    ("system.linq.enumerable", "repeat"): _repeat,
    ("system.array", "empty"): _empty,
    ("system.activator", "createinstance"): _by_type,
    **{("system.enum", name): _by_type for name in ("parse", "getvalues", "getnames", "getname", "isdefined")},
    ("system.enum", "tryparse"): _by_type,
    ("system.tuple", "create"): _by_values,
    ("system.collections.generic.keyvaluepair", "create"): _by_values,
}
_OF_ONE_COLLECTION: Final = frozenset(("system.linq.enumerable", "system.array"))


def _rule_of(owner: str, name: str, count: int) -> Static | None:
    found = _RULES.get((owner, name))
    if found is not None:
        return found if count == 1 or found is _by_values else None
    return _of_first_type if owner in _OF_ONE_COLLECTION else None
