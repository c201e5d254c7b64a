"""System.Tuple and ValueTuple."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.types import OBJECT, ClrType, Method, Property, close_generic, register, register_generic, type_of
from shell.types.conversion.text import net_string
from shell.types.registry.declarations import add_methods
from shell.values.errors import ArgumentException
from shell.values.objects import Value, unwrap

if TYPE_CHECKING:
    from shell.dotnet.collections import listing
else:
    listing = lazy("shell.dotnet.collections.listing", globals())


_LARGEST: Final = 7


class Tuple:
    """A tuple with items `Item1`, `Item2` and so on."""

    def __init__(self, clr_type: ClrType, items: tuple[Value, ...]) -> None:
        self.clr_type = clr_type
        self.items = items

    def __str__(self) -> str:
        return f"({', '.join(net_string(each) for each in self.items)})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tuple) and self.clr_type is other.clr_type and self.items == other.items

    def __lt__(self, other: Tuple) -> bool:
        return _order(self, other) < 0

    def __gt__(self, other: Tuple) -> bool:
        return _order(self, other) > 0

    def __hash__(self) -> int:
        return hash(self.items)


def _order(one: Tuple, other: Tuple) -> int:
    for a, b in zip(one.items, other.items, strict=True):
        found = listing.order(a, b)
        if found:
            return found
    return 0


def _getter(place: int) -> Callable[[Any], Value]:
    return lambda value: value.items[place]


def _tuple_type(name: str, is_value_type: bool) -> Callable[[tuple[ClrType, ...]], ClrType]:
    def make(arguments: tuple[ClrType, ...]) -> ClrType:
        made = ClrType(
            f"{name}`{len(arguments)}",
            OBJECT,
            interface_names=("System.IComparable",),
            generic_arguments=arguments,
            is_value_type=is_value_type,
        )
        for place, argument in enumerate(arguments):
            made.add_property(Property(f"Item{place + 1}", argument.display_name, _getter(place)))
        made.add_property(Property("Length", "int", lambda value: len(value.items)))
        signature = ", ".join(f"{each.display_name} item{place}" for place, each in enumerate(arguments, 1))
        made.add_constructor(Method("Tuple", signature, lambda owner, *items: Tuple(owner, items), True))
        return made

    return make


def make_tuple(name: str, items: tuple[Value, ...]) -> Tuple:
    """Create a tuple whose type arguments are the types of its items."""
    values = tuple(unwrap(each) for each in items)
    types = tuple(OBJECT if each is None else type_of(each) for each in values)
    closed = close_generic(name, types)
    if closed is None:
        raise ArgumentException(f"A tuple of {len(values)} items is not possible.")
    return Tuple(closed, values)


def _declare_tuples() -> None:
    for name, is_value in (("System.Tuple", False), ("System.ValueTuple", True)):
        for count in range(1, _LARGEST + 1):
            register_generic(f"{name}`{count}", _tuple_type(name, is_value))

        def create(*items: Value, name: str = name) -> Tuple:
            return make_tuple(name, items)

        shapes = ["object item1"]
        for count in range(2, _LARGEST + 1):
            shapes.append(f"{shapes[-1]}, object item{count}")
        target = register(ClrType(name, OBJECT, is_abstract=True))
        add_methods(target, [("Create", f"{shape} -> object", create) for shape in shapes], static=True)


_declare_tuples()
