"""Reading members of any value.

Order of the look-up: members added to the object, entries of a dictionary, PowerShell's type data, the .NET type,
members of every object (`Count`, `PSObject`), and for a collection the members of its elements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from shell.types import ClrType, Property, maker, type_name_list, type_of
from shell.types.members import type_data
from shell.types.members.bound_methods import method_object
from shell.types.members.entries import entries
from shell.types.members.extended_members import ExtendedMember, GetValueInvocationException, MemberSet
from shell.values.errors import NetException, NotEmulatedException, RuntimeException
from shell.values.extension import extension
from shell.values.objects import AUTOMATION_NULL, MISSING, Hashtable, PSCustomObject, PSObject, Value


def enumerate_value(value: Value) -> Iterable[Value] | None:
    """Return the elements that a pipeline unrolls; None for strings, dictionaries and scalars, which it passes as one
    object.
    """
    if isinstance(value, list):
        return value
    if isinstance(value, (str, int, float)) or value is None:
        return None
    if isinstance(value, PSObject):
        return None if value.base is value else enumerate_value(value.base)
    own = getattr(value, "clr_enumerate", None)
    if own is None or getattr(value, "is_dictionary", False):
        return value if isinstance(value, range) else _iterated(value)
    items: Iterable[Value] = own()
    return items


def _iterated(value: Value) -> Iterable[Value] | None:
    """Return the remaining elements of an enumerator (`$input`)."""
    return value if "system.collections.ienumerator" in type_of(value).ancestry and hasattr(value, "__iter__") else None


def enumerate_entries(value: Value) -> Iterator[Value]:
    """Return the entries of a dictionary as DictionaryEntry objects."""
    return entries(value)


def lookup(value: Value, name: str, session: Any = None) -> Value:
    """Return the value of a member of the object itself, or MISSING. Errors of properties are wrapped."""
    lowered = name.lower()
    base = value
    value = extension(value) or value
    if isinstance(value, PSObject):
        known = value.find_member(name)
        if known is not None:
            found = value.members[known]
            return found.get(value, session) if isinstance(found, ExtendedMember) else found
        base = value.base
    if isinstance(base, Hashtable):
        if name in base:
            return base[name]
    elif getattr(base, "is_dictionary", False):
        found = base.lookup(name)
        if found is not MISSING:
            return found
    return _typed(value, base, lowered, session)


def _typed(value: Value, base: Value, lowered: str, session: Any) -> Value:
    adapter = getattr(base, "adapter_get", None)
    if adapter is not None:
        found = adapter(lowered)
        if found is not MISSING:
            return found
    owner = type_of(base)
    extended = type_data.find(owner, lowered, value)
    if isinstance(extended, ExtendedMember):
        return extended.get(value, session) if extended.is_property or isinstance(extended, MemberSet) else MISSING
    prop = owner.property(lowered)
    if prop is not None:
        return read_property(prop, base)
    special = _SPECIAL.get(lowered)
    if special is not None:
        return special(value, session)
    overloads = owner.overloads(lowered)
    if overloads:
        return method_object(value, overloads)
    return MISSING


def read_property(prop: Property, base: Value) -> Value:
    """Read a property of a .NET type; raises GetValueInvocationException."""
    try:
        return prop.get(base)
    except NetException as error:
        raise property_failure(prop, error) from None


def property_failure(prop: Property, error: NetException) -> NetException:
    """Return the error for a property that raised one."""
    if isinstance(error, NotEmulatedException):
        return error
    return GetValueInvocationException(
        f'Exception getting "{prop.name}": "{error.message}"', inner=error, error_id="ExceptionWhenGetting"
    )


def _view(value: Value, session: Any) -> Value:
    return maker("System.Management.Automation.PSMemberSet")(value, session)


def _names(value: Value, session: Any) -> Value:
    return type_name_list(value)


def _bare(value: Value, session: Any) -> Value:
    base = value.base if isinstance(value, PSObject) else value
    return BaseView(base) if isinstance(base, Hashtable) else base


class BaseView:
    """`$table.psbase`: the dictionary's own members, even if a key has the same name."""

    def __init__(self, target: Value) -> None:
        self.target = target

    @property
    def clr_type(self) -> ClrType:
        """The dictionary's type."""
        return type_of(self.target)

    def adapter_get(self, lowered: str) -> Value:
        """Return a property of the type."""
        prop = self.clr_type.property(lowered)
        return MISSING if prop is None else read_property(prop, self.target)

    def adapter_names(self) -> list[str]:
        """Return the names of the type's properties."""
        return [each.name for each in self.clr_type.all_properties()]


_SPECIAL: dict[str, Callable[[Value, Any], Value]] = {
    "psobject": _view,
    "pstypenames": _names,
    "psbase": _bare,
    "psadapted": _bare,
    "psextended": lambda value, session: value,
}


def get_member(value: Value, name: str, session: Any = None) -> Value:
    """Return a member's value; if a collection lacks it, its elements' values. Null if there is no such member."""
    if value is None or value is AUTOMATION_NULL:
        return _member_of_null(name, session)
    found = lookup(value, name, session)
    if found is not MISSING:
        return found
    items = enumerate_value(value)
    if items is not None:
        gathered = _gather(items, name, session)
        if gathered:
            return gathered[0] if len(gathered) == 1 else gathered
        return sum(1 for _ in items) if name.lower() in _SIZES else absent(name, session)
    return _size_of_one(1, name, session)


_SIZES = ("count", "length")


def _size_of_one(size: int, name: str, session: Any) -> Value:
    """Return `Count` or `Length` of a scalar. Under strict mode only collections have them."""
    if name.lower() not in _SIZES or _is_strict(session):
        return absent(name, session)
    return size


def _gather(items: Iterable[Value], name: str, session: Any) -> list[Value]:
    gathered: list[Value] = []
    for each in items:
        if each is None or each is AUTOMATION_NULL:
            continue
        found = lookup(each, name, session)
        if found is MISSING:
            inner = enumerate_value(each)
            if inner is not None:
                gathered += _gather(inner, name, session)
            elif isinstance(each, PSCustomObject) or hasattr(each, "adapter_get"):
                # PowerShell reads these dynamically: a missing member is null; types have none at all
                gathered.append(absent(name, session))
            continue
        flat = enumerate_value(found)
        if flat is None:
            gathered.append(found)
        else:
            gathered += flat
    return gathered


def _member_of_null(name: str, session: Any) -> Value:
    return _size_of_one(0, name, session)


def absent(name: str, session: Any) -> Value:
    """Return null for a missing property. Raises PropertyNotFoundException in strict mode."""
    if _is_strict(session):
        raise PropertyNotFoundException(
            f"The property '{name}' cannot be found on this object. Verify that the property exists.",
            error_id="PropertyNotFoundStrict",
        )
    return None


def _is_strict(session: Any) -> bool:
    """True if strict mode 2 or later is in force."""
    if session is None or not session.uses_strict:
        return False
    version = session.strict_version(session.scope)
    return version is not None and version >= (2,)


class PropertyNotFoundException(RuntimeException):
    """System.Management.Automation.PropertyNotFoundException: no such property, under strict mode."""

    clr_name = "System.Management.Automation.PropertyNotFoundException"


__all__ = [
    "PropertyNotFoundException",
    "enumerate_entries",
    "enumerate_value",
    "get_member",
    "lookup",
    "property_failure",
    "read_property",
]
