"""Comparers: Comparer[T], EqualityComparer[T], and those of System.Collections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from shell.dotnet.collections.listing import order, plain, same
from shell.dotnet.system.basics import hash_code
from shell.dotnet.system.delegates import caller
from shell.types import OBJECT, ClrType, Method, named, register, register_generic
from shell.types.registry.declarations import Row, add_constructors, add_methods, add_properties
from shell.values.collation import collate
from shell.values.objects import Value

_GENERIC: Final = "System.Collections.Generic."


class Comparer:
    """A comparer that orders two values."""

    def __init__(self, clr_type: ClrType, function: Callable[[Value, Value], int] = order) -> None:
        self.clr_type = clr_type
        self.compare = function


class EqualityComparer:
    """An equality comparer that uses Object.Equals."""

    def __init__(self, clr_type: ClrType) -> None:
        self.clr_type = clr_type

    def equals(self, one: Value, other: Value) -> bool:
        """Return True for equal values."""
        return same(one, other)


def _ignoring_case(one: Value, other: Value) -> int:
    one, other = plain(one), plain(other)
    return collate(one, other, True) if isinstance(one, str) and isinstance(other, str) else order(one, other)


def _compare(comparer: Any, one: Value, other: Value) -> int:
    return int(comparer.compare(one, other))


_COMPARE: Final[tuple[Row, ...]] = (("Compare", "T x, T y -> int", _compare),)


def _comparer_type(arguments: tuple[ClrType, ...]) -> ClrType:
    interfaces = ("System.Collections.IComparer", f"{_GENERIC}IComparer`1[{arguments[0].display_name}]")
    made = ClrType(
        _GENERIC + "Comparer`1", OBJECT, interface_names=interfaces, generic_arguments=arguments, is_abstract=True
    )
    add_methods(made, _COMPARE)
    add_properties(made, (("Default", made.display_name, lambda: Comparer(made)),), static=True)

    def create(session: Any, comparison: Value) -> Comparer:
        return Comparer(made, caller(comparison, session))

    made.add_method(Method("Create", "System.Comparison[T] comparison -> object", create, True, True))
    return made


def _equality_type(arguments: tuple[ClrType, ...]) -> ClrType:
    interfaces = (
        "System.Collections.IEqualityComparer",
        f"{_GENERIC}IEqualityComparer`1[{arguments[0].display_name}]",
    )
    made = ClrType(
        _GENERIC + "EqualityComparer`1",
        OBJECT,
        interface_names=interfaces,
        generic_arguments=arguments,
        is_abstract=True,
    )
    add_methods(
        made,
        (
            ("Equals", "T x, T y -> bool", lambda comparer, one, other: comparer.equals(one, other)),
            ("GetHashCode", "T obj -> int", lambda comparer, value: hash_code(value)),
        ),
    )
    add_properties(made, (("Default", made.display_name, lambda: EqualityComparer(made)),), static=True)
    return made


def _plain_comparer(name: str, function: Callable[[Value, Value], int]) -> None:
    target = register(ClrType(name, OBJECT, interface_names=("System.Collections.IComparer",)))
    add_methods(target, (("Compare", "object a, object b -> int", _compare),))
    rows = [(each, name, lambda: Comparer(target, function)) for each in ("Default", "DefaultInvariant")]
    add_properties(target, rows, static=True)
    add_constructors(
        target,
        (
            ("", lambda: Comparer(named(name), function)),
            ("cultureinfo culture", lambda culture: Comparer(named(name), function)),
        ),
    )


register_generic(_GENERIC + "Comparer`1", _comparer_type)
register_generic(_GENERIC + "EqualityComparer`1", _equality_type)
_plain_comparer("System.Collections.Comparer", order)
_plain_comparer("System.Collections.CaseInsensitiveComparer", _ignoring_case)

__all__ = ["Comparer", "EqualityComparer"]
