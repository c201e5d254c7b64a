"""Listing the members of any value: properties in display order, methods, one property by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from shell.types import ClrType, Property, type_of
from shell.types.conversion.text import net_string
from shell.types.members import type_data
from shell.types.members.bound_methods import method_object
from shell.types.members.extended_members import ExtendedMember, MemberInfo, OwnText
from shell.types.members.reading import lookup, read_property
from shell.types.members.setting import assign_property, set_member
from shell.types.registry.signatures import bind_type
from shell.values.extension import extension
from shell.values.objects import AUTOMATION_NULL, PSObject, Value


def _short_name(type_name: str) -> str:
    """Drop the namespace of a type's name."""
    head, bracket, rest = type_name.partition("[")
    return head.rpartition(".")[2] + bracket + rest


def _by_name(name: str) -> tuple[Callable[[Value, Any], Value], Callable[[Value, Value, Any], None]]:
    """Return functions that read and set a member of any object by its name."""
    return (
        lambda value, session: lookup(value, name, session),
        lambda value, new, session: set_member(value, name, new, session),
    )


def _note(name: str, owner: Value) -> MemberInfo:
    def define() -> str:
        held = owner.members[name]
        kind = "object" if held is None else _short_name(type_of(held).accelerator)
        return f"{kind} {name}={'null' if held is None else net_string(held)}"

    held = owner.members.get(name)
    return MemberInfo(
        name,
        "NoteProperty",
        "System.Object" if held is None else type_of(held).full_name,
        owner,
        *_by_name(name),
        definition=define,
        is_instance=True,
    )


def extended_info(member: ExtendedMember, owner: Value, *, is_instance: bool) -> MemberInfo:
    """Return the MemberInfo of an extended member of an object."""
    return MemberInfo(
        member.name,
        member.kind,
        member.type_name,
        owner,
        member.get,
        member.set if member.is_settable else None,
        definition=lambda: member.definition(owner),
        extended=member,
        is_instance=is_instance,
    )


def _clr_property(prop: Property, owner: Value, owner_type: ClrType) -> MemberInfo:
    def get(value: Value, session: Any) -> Value:
        return read_property(prop, value.base if isinstance(value, PSObject) else value)

    def set(value: Value, new: Value, session: Any) -> None:
        assign_property(prop, value.base if isinstance(value, PSObject) else value, new, owner_type)

    wanted = bind_type(prop.type_name, owner_type)
    shown = prop.type_name if wanted is None else wanted.accelerator
    accessors = "get;set;" if prop.set is not None else "get;"
    return MemberInfo(
        prop.name,
        "Property",
        prop.type_name if wanted is None else wanted.full_name,
        owner,
        get,
        set if prop.set is not None else None,
        definition=lambda: f"{shown} {prop.name} {{{accessors}}}",
    )


def properties(value: Value) -> list[MemberInfo]:
    """Return the properties in display order: those of the object, of the type data, of the .NET type."""
    if value is None or value is AUTOMATION_NULL:
        return []
    return [each for each in _listed(value) if each.is_property]


def has_any(value: Value) -> bool:
    """True if `properties` would return something; stops at the first property."""
    return value is not None and value is not AUTOMATION_NULL and any(each.is_property for each in _listed(value))


def _listed(value: Value, with_hidden: bool = False) -> Iterator[MemberInfo]:
    seen: set[str] = set()
    base = value
    value = extension(value) or value
    if isinstance(value, PSObject):
        base = value.base
        for name, member in value.members.items():
            seen.add(name.lower())
            yield (
                extended_info(member, value, is_instance=True)
                if isinstance(member, ExtendedMember)
                else _note(name, value)
            )
    owner = type_of(base)
    for extended in type_data.all_members(owner, value):
        if extended.name.lower() not in seen:
            seen.add(extended.name.lower())
            yield extended_info(extended, value, is_instance=False)
    if isinstance(base, PSObject):
        return
    if hasattr(base, "adapter_names"):
        for name in base.adapter_names():
            seen.add(name.lower())
            yield _adapted(name, value)
        if not getattr(base, "adapter_adds", False):
            return
    for prop in owner.all_properties(with_hidden=with_hidden):
        if prop.name.lower() not in seen:
            yield _clr_property(prop, value, owner)


def _adapted(name: str, owner: Value) -> MemberInfo:
    """Return the MemberInfo of a property that an adapter provides, such as an element of an XML document."""

    def define() -> str:
        held = lookup(owner, name)
        return f"{type_of(held).accelerator} {name} {{get;set;}}"

    return MemberInfo(name, "Property", "System.Object", owner, *_by_name(name), definition=define)


def members(value: Value, with_hidden: bool = False) -> list[MemberInfo]:
    """Return all members: properties as in `properties`, sets, methods; hidden ones of a script class only with
    `with_hidden`.
    """
    if value is None or value is AUTOMATION_NULL:
        return []
    found = list(_listed(value, with_hidden))
    base = value.base if isinstance(value, PSObject) else value
    owner = type_of(base)
    taken = {each.name.lower() for each in found}
    grouped: dict[str, list[Any]] = {}
    for method in owner.all_methods(with_hidden=with_hidden):
        key = method.name.lower()
        if key not in taken and not key.startswith(("op_", "get_", "set_")):
            grouped.setdefault(key, []).append(method)
    for overloads in grouped.values():
        found.append(_method(overloads, value, owner))
    return found


def _method(overloads: list[Any], value: Value, owner: ClrType) -> MemberInfo:
    name = overloads[0].name

    indexed = name in ("Item", "Chars")

    def define() -> str:
        shown = ", ".join(each.signature.definition(name, owner) for each in overloads)
        return f"{shown} {{get;}}" if name == "Chars" else f"{shown} {{get;set;}}" if indexed else shown

    def get(value: Value, session: Any) -> Value:
        return method_object(value, overloads)

    kind = "ParameterizedProperty" if indexed else "Method"
    return MemberInfo(name, kind, "System.Management.Automation.PSMethod", value, get, definition=define)


def find_property(value: Value, name: str) -> MemberInfo | None:
    """Return a property of an object by its name, ignoring case. Entries of dictionaries are no properties."""
    if value is None or value is AUTOMATION_NULL:
        return None
    base = value
    value = extension(value) or value
    if isinstance(value, PSObject):
        known = value.find_member(name)
        if known is not None:
            member = value.members[known]
            if not isinstance(member, ExtendedMember):
                return _note(known, value)
            return extended_info(member, value, is_instance=True) if member.is_property else None
        base = value.base
    if hasattr(base, "adapter_names"):
        for each in base.adapter_names():
            if each.lower() == name.lower():
                return _adapted(each, value)
    owner = type_of(base)
    extended = type_data.find(owner, name.lower(), value)
    if extended is not None:
        return extended_info(extended, value, is_instance=False) if extended.is_property else None
    prop = owner.property(name.lower())
    return None if prop is None else _clr_property(prop, value, owner)


def set_own_text(value: PSObject, text: str) -> None:
    """Give an object the text that ToString() returns."""
    value.members["ToString"] = OwnText(text)


__all__ = ["find_property", "has_any", "members", "properties", "set_own_text"]
