"""Setting members of any value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from shell.types import OBJECT, ClrType, Property, type_of
from shell.types.conversion.conversion import convert
from shell.types.members import type_data
from shell.types.members.extended_members import ExtendedMember, setting_failed
from shell.types.members.indexing import set_index
from shell.types.members.reading import enumerate_value, lookup
from shell.types.members.refusals import CALL_ERRORS, refusal
from shell.types.registry.signatures import SignatureParameter, bind_type
from shell.values.errors import (
    ErrorCategory,
    NotEmulatedException,
    PSInvalidCastException,
    RuntimeException,
)
from shell.values.extension import extension
from shell.values.objects import AUTOMATION_NULL, MISSING, Hashtable, PSCustomObject, PSObject, Value


def set_member(value: Value, name: str, new: Value, session: Any = None) -> None:
    """Set a property. Raises RuntimeException if there is none or it is read-only."""
    if new is AUTOMATION_NULL:
        new = None
    value = extension(value) or value
    if isinstance(value, PSObject):
        known = value.find_member(name)
        if known is not None:
            member = value.members[known]
            if isinstance(member, ExtendedMember):
                member.set(value, new, session)
            else:
                value.members[known] = new
            return
        if value.base is value:
            _set_custom(value, name, new, session)
            return
        base = value.base
    else:
        base = value
    if base is None or base is AUTOMATION_NULL:
        raise _not_settable(name)
    if isinstance(base, Hashtable):
        base[name] = new
        return
    if getattr(base, "is_dictionary", False):
        set_index(base, name, new)
        return
    _set_typed(value, base, name, new, session)


def _set_custom(value: PSObject, name: str, new: Value, session: Any) -> None:
    """Set a property of a property bag: only its own, or one of its type data."""
    extended = type_data.find(type_of(value), name.lower(), value)
    if extended is not None:
        extended.set(value, new, session)
        return
    raise setting_failed(name, _not_settable(name))


def _set_typed(value: Value, base: Value, name: str, new: Value, session: Any) -> None:
    adapter = getattr(base, "adapter_set", None)
    if adapter is not None and adapter(name.lower(), new):
        return
    owner = type_of(base)
    extended = type_data.find(owner, name.lower(), value)
    if extended is not None:
        extended.set(value, new, session)
        return
    prop = owner.property(name.lower())
    if prop is None:
        items = enumerate_value(base)
        if items is not None and not isinstance(base, str):
            _set_on_elements(items, name, new, session)
            return
        raise _not_settable(name)
    assign_property(prop, base, new, owner)


def _set_on_elements(items: Iterable[Value], name: str, new: Value, session: Any) -> None:
    found = list(items)
    if not found or any(lookup(each, name, session) is MISSING for each in found):
        raise _not_settable(name)
    for each in found:
        set_member(each, name, new, session)


def assign_property(prop: Property, base: Value, new: Value, owner: ClrType) -> None:
    """Convert a value and set a property of a .NET type. `base` is ignored for a static one."""
    store_property(prop, bind_type(prop.type_name, owner), base, new)


def store_property(prop: Property, wanted: ClrType | None, base: Value, new: Value) -> None:
    """Convert a value to `wanted`, unless that is None, and set a property."""
    if prop.set is None:
        raise RuntimeException(
            f"'{prop.name}' is a ReadOnly property.",
            error_id="PropertyAssignmentException",
            category=ErrorCategory.InvalidOperation,
        )
    try:
        if isinstance(new, PSObject) and not isinstance(new, PSCustomObject) and wanted is not OBJECT:
            new = new.base
        converted = new if wanted is None else convert(new, wanted)
        if prop.static:
            prop.set(converted)
        else:
            prop.set(base, converted)
    except PSInvalidCastException as error:
        raise setting_failed(prop.name, error) from None
    except CALL_ERRORS as error:
        if isinstance(error, RuntimeException | NotEmulatedException):
            raise
        raise setting_failed(prop.name, refusal(error, (SignatureParameter("object", "value"),), (new,))) from None


def _not_settable(name: str) -> RuntimeException:
    return RuntimeException(
        f"The property '{name}' cannot be found on this object. Verify that the property exists and can be set.",
        error_id="PropertyNotFound",
        category=ErrorCategory.InvalidOperation,
    )


__all__ = ["assign_property", "set_member", "store_property"]
