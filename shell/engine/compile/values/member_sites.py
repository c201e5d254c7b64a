"""Member sites: members read and set by a literal name (`$x.Length`, `$this.Name = 1`), with a cache at the site.

A look-up searches the object, type data, the type and its elements. If a value's Python class implies that the result
is a property of the .NET type, the site caches that property by class. The cache is valid until type data change. It is
replaced as a whole, since threads may share the code.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from shell.engine.run.scope import Scope
from shell.types import ClrType, Property, class_decides_type, type_of
from shell.types.members import access as members
from shell.types.members import type_data
from shell.types.members.extended_members import ExtendedMember
from shell.types.members.reading import property_failure
from shell.types.members.setting import store_property
from shell.types.registry.signatures import bind_type
from shell.values.errors import NetException
from shell.values.extension import extension
from shell.values.objects import (
    AUTOMATION_NULL,
    MISSING,
    ArrayList,
    GenericList,
    Hashtable,
    OrderedDictionary,
    PSCustomObject,
    PSObject,
    TypedArray,
    Value,
)

Expr: TypeAlias = Callable[[Scope], Value]

_LIMIT: Final = 16
"""Maximum number of classes cached at a site."""

_COUNT: Final = Property("Count", "int", len)
_COUNTED: Final = {
    (kind, name)
    for kind, names in (
        (list, "count length"),
        (TypedArray, "count length"),
        (ArrayList, "count"),
        (GenericList, "count"),
    )
    for name in names.split()
}
"""What is the number of elements of a collection, whatever the elements' type."""


def literal_reader(inner: Expr, name: str) -> Expr:
    """Compile the reading of a member with a literal name."""
    key = name.lower()
    get_member = members.get_member
    spelling = name  # as the objects spell it
    state: tuple[int, dict[type, Property | None]] = (type_data.epoch, {})

    def run(scope: Scope) -> Value:
        nonlocal state, spelling
        value = inner(scope)
        kind = type(value)
        if kind is PSCustomObject:
            found = value.members.get(spelling, MISSING)
            if found is not MISSING and not isinstance(found, ExtendedMember):
                return found
            spelling = value.find_member(name) or spelling
            return get_member(value, name, scope.runspace)
        if kind is Hashtable or kind is OrderedDictionary:
            entry = value._items.get(key)
            if entry is not None:
                return entry[1]
        epoch, known = state
        if epoch != type_data.epoch:
            known = {}
            state = (type_data.epoch, known)
        prop = known.get(kind, MISSING)
        if prop is MISSING:
            prop = _property_of(value, key)
            if len(known) < _LIMIT:
                known[kind] = prop
        if prop is None:
            return get_member(value, name, scope.runspace)
        try:
            return prop.get(value)
        except NetException as error:
            raise property_failure(prop, error) from None

    return run


def _property_of(value: Any, lowered: str) -> Property | None:
    """Return the property that a name means for all values of this one's class; None if more than the class decides.

    A hashtable's entries come first: the caller has searched them.
    """
    if value is None or value is AUTOMATION_NULL or isinstance(value, PSObject) or extension(value) is not None:
        return None
    kind = type(value)
    if (kind, lowered) in _COUNTED:
        return None if type_data.is_added(lowered) else _COUNT
    if not class_decides_type(kind) or getattr(value, "adapter_get", None) is not None:
        return None
    if getattr(value, "is_dictionary", False) or (isinstance(value, Hashtable) and kind is not Hashtable):
        return None
    owner = type_of(value)
    return None if type_data.may_hide(owner, lowered) else owner.property(lowered)


def literal_writer(target: Expr, name: str) -> Callable[[Scope, Value], None]:
    """Compile the setting of a member with a literal name."""
    key = name.lower()
    set_member = members.set_member
    state: tuple[int, dict[type, tuple[Property, ClrType | None] | None]] = (type_data.epoch, {})

    def store(scope: Scope, new: Value) -> None:
        nonlocal state
        value = target(scope)
        kind = type(value)
        epoch, known = state
        if epoch != type_data.epoch:
            known = {}
            state = (type_data.epoch, known)
        found = known.get(kind, MISSING)
        if found is MISSING:
            prop = None if isinstance(value, Hashtable) else _property_of(value, key)
            settable = prop is not None and prop is not _COUNT and getattr(value, "adapter_set", None) is None
            found = (prop, bind_type(prop.type_name, type_of(value))) if prop is not None and settable else None
            if len(known) < _LIMIT:
                known[kind] = found
        if found is None:
            set_member(value, name, new, scope.runspace)
        else:
            prop, wanted = found
            store_property(prop, wanted, value, None if new is AUTOMATION_NULL else new)

    return store


__all__ = ["literal_reader", "literal_writer"]
