"""Reading the properties of any object for display: names in order, values, getters for a column."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from shell.lazy import lazy
from shell.types.members.extended_members import ExtendedMember
from shell.values.objects import MISSING, PSCustomObject, PSObject, Value

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace
    from shell.types.members import access, listing
else:
    access = lazy("shell.types.members.access", globals())
    listing = lazy("shell.types.members.listing", globals())

PLAIN_NOTES = frozenset((str, int, bool, float, type(None), list))
"""Classes of note properties' values that need no look at what kind of member they are."""


def names_of(value: Value) -> list[str]:
    """Return the names of an object's properties in display order."""
    if type(value) is PSCustomObject and value.type_names is None:
        members = value.members
        if all(type(each) in PLAIN_NOTES for each in members.values()):
            return list(members)
    return [each.name for each in access.properties(value)]


def expanded_names(value: Value) -> list[str]:
    """Return the names that show when nobody chose any: the .NET type's own first, then what was added to it."""
    if type(value) is PSCustomObject:
        return names_of(value)
    found = access.properties(value)
    base = base_of(value)
    if getattr(base, "adapter_adds", False):
        own = frozenset(base.adapter_names())
        found = [each for each in found if each.kind != "Property" or each.name in own]
    return [each.name for each in sorted(found, key=lambda each: each.kind != "Property")]


def has_properties(value: Value) -> bool:
    """True if there is anything to show but the object's text."""
    if starts_plain(value):
        return True
    return listing.has_any(value)


def starts_plain(value: Value) -> bool:
    """True for a property bag whose first member is a plain note: it has something to show, at no cost to find out."""
    if type(value) is not PSCustomObject:
        return False
    for member in value.members.values():
        return type(member) in PLAIN_NOTES
    return False


def find_name(value: Value, name: str) -> str | None:
    """Return a property's name as the object spells it, None if it has none of that name."""
    if type(value) is PSCustomObject and name in value.members:
        return name
    found = access.find_property(value, name)
    if found is None:
        return None
    spelled: str = found.name
    return spelled


def read(value: Value, name: str, session: Runspace | None) -> Value:
    """Return a property's value, MISSING where the object has none of that name; raises what the property raises."""
    if type(value) is PSCustomObject:
        found = value.members.get(name, MISSING)
        if type(found) in PLAIN_NOTES or not (found is MISSING or isinstance(found, ExtendedMember)):
            return found
    member = access.find_property(value, name)
    return MISSING if member is None else member.get(value, session)


def getter(name: str, session: Runspace | None) -> Callable[[Value], Value]:
    """Return a function that reads one property of many objects, as `read` does."""
    plain = PLAIN_NOTES

    def get(value: Value) -> Value:
        if type(value) is PSCustomObject:
            found: Any = value.members.get(name, MISSING)
            if type(found) in plain:
                return found
        return read(value, name, session)

    return get


def base_of(value: Value) -> Value:
    """Return what a PSObject wraps; other values as they are."""
    return value.base if isinstance(value, PSObject) else value


__all__ = [
    "PLAIN_NOTES",
    "base_of",
    "expanded_names",
    "find_name",
    "getter",
    "has_properties",
    "names_of",
    "read",
    "starts_plain",
]
