"""-BeIn, -Contain, -HaveCount, -BeOfType."""

from __future__ import annotations

from cmdlets.testing.assertions.check import Check, Operator
from cmdlets.testing.assertions.nicely import elements_of
from shell.engine.operators.operators import equals, is_of
from shell.types import ClrType, named, resolve, type_of
from shell.types.conversion.conversion import convert
from shell.values.errors import ArgumentException
from shell.values.objects import AUTOMATION_NULL, PSObject, Value


def _has(collection: Value, value: Value) -> bool:
    elements = elements_of(collection)
    return any(equals(each, value, True) for each in ([collection] if elements is None else elements))


def be_in(check: Check) -> str | None:
    """The value is in a collection."""
    found = _has(check.expected, check.actual)
    if found != check.negate:
        return None
    return (
        f"Expected collection {check.show(check.expected)} to {'not ' * check.negate}contain"
        f" {check.show(check.actual)},{check.because} but it was {'' if check.negate else 'not '}found."
    )


def contain(check: Check) -> str | None:
    """The collection has a value."""
    found = _has(check.actual, check.expected)
    if found != check.negate:
        return None
    return (
        f"Expected {check.show(check.expected)} to {'not ' * check.negate}be found in collection"
        f" {check.show(check.actual)},{check.because} but it was {'' if check.negate else 'not '}found."
    )


def have_count(check: Check) -> str | None:
    """The collection has so many elements."""
    wanted = convert(check.expected, named("int"))
    if wanted < 0:
        raise ArgumentException("Excpected collection size must be greater than or equal to 0.")
    values = elements_of(check.actual)
    count = len(values) if values is not None else 0 if check.actual is None else 1
    if (count == wanted) != check.negate:
        return None
    size = f"with size different from {wanted}" if check.negate else f"with size {wanted}"
    expect = f"a collection {size}" if wanted else f"{'a non-empty' if check.negate else 'an empty'} collection"
    if not count:
        but = "an empty collection"
    else:
        but = f"collection with {'that size' if check.negate else f'size {count}'} {check.show(check.actual)}"
    return f"Expected {expect},{check.because} but got {but}."


def be_of_type(check: Check) -> str | None:
    """The value is of a type or one below it."""
    expected = _type_of_argument(check.given.get("expectedtype"))
    if is_of(check.actual, expected) != check.negate:
        return None
    actual = check.actual
    base = actual.base if isinstance(actual, PSObject) and actual.base is not actual else actual
    kind = None if base is None or base is AUTOMATION_NULL else type_of(base)
    return (
        f"Expected the value to {'not ' * check.negate}have type {check.show(expected)} or any of its"
        f" subtypes,{check.because} but got {check.show(actual)} with type {check.show(kind)}."
    )


def _type_of_argument(value: Value) -> Value:
    base = value.base if isinstance(value, PSObject) and value.base is not value else value
    if isinstance(base, ClrType):
        return base
    name = str(base).strip()
    name = name[1:-1] if name.startswith("[") and name.endswith("]") else name
    found = resolve(name)
    if found is None:
        raise ArgumentException(
            f"Could not find type [{name}]. Make sure that the assembly that contains that type is loaded."
        )
    return found


OPERATORS = (
    Operator("BeIn", be_in),
    Operator("Contain", contain, takes_all=True),
    Operator("HaveCount", have_count, takes_all=True),
    Operator("BeOfType", be_of_type, "HaveType", parameters=("ExpectedType",)),
)

__all__ = ["OPERATORS"]
