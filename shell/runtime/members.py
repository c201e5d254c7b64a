"""Members of any value: reading, setting, listing. Calls are in `calling.py`, indexes in `indexing.py`.

The order of search: members added to the object, entries of a dictionary, PowerShell's type data, the .NET type, what
every object has (`Count`, `PSObject`), and last, for a collection, the members of its elements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from shell.runtime import etsdata
from shell.runtime.calling import call_method, call_operator, call_static, get_static, new_object, set_static
from shell.runtime.conversion import convert
from shell.runtime.errors import (
    ErrorCategory,
    NetException,
    PSInvalidCastException,
    RuntimeException,
    SetValueException,
)
from shell.runtime.extension import extension
from shell.runtime.indexing import get_index, set_index
from shell.runtime.memberinfo import (
    AliasProperty,
    CodeProperty,
    ExtendedMember,
    GetValueInvocationException,
    MemberInfo,
    MemberSet,
    PropertySet,
    RememberedText,
    ScriptMethod,
    ScriptProperty,
    SetValueInvocationException,
)
from shell.runtime.objects import (
    AUTOMATION_NULL,
    MISSING,
    Hashtable,
    PSCustomObject,
    PSObject,
    Value,
)
from shell.runtime.signatures import bind_type
from shell.runtime.text import net_string
from shell.runtime.types import ClrType, Property, type_of

# --- enumeration ---


def enumerate_value(value: Value) -> Iterable[Value] | None:
    """Return what a pipeline unrolls, or None for what goes as one object: texts, dictionaries, anything else."""
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
    """An enumerator (`$input`) gives the elements that are left."""
    return value if "system.collections.ienumerator" in type_of(value).ancestry and hasattr(value, "__iter__") else None


def enumerate_entries(value: Value) -> Iterator[Value]:
    """Return the entries of a dictionary as DictionaryEntry objects."""
    from shell.runtime.dotnet.dictionaries import entries

    return entries(value)


# --- reading ---


def lookup(value: Value, name: str, session: Any = None) -> Value:
    """Return a member's value of this very object, or MISSING. What a property raises comes out wrapped."""
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
    extended = etsdata.find(owner, lowered, value)
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
        from shell.runtime.dotnet.psobjects import method_object

        return method_object(value, overloads)
    return MISSING


def read_property(prop: Property, base: Value) -> Value:
    """Read a property of a .NET type; raises GetValueInvocationException."""
    try:
        return prop.get(base)
    except NetException as error:
        raise GetValueInvocationException(
            f'Exception getting "{prop.name}": "{error.message}"', inner=error, error_id="ExceptionWhenGetting"
        ) from None


def _view(value: Value, session: Any) -> Value:
    from shell.runtime.dotnet.psobjects import view

    return view(value, session)


def _names(value: Value, session: Any) -> Value:
    from shell.runtime.dotnet.psobjects import type_name_list

    return type_name_list(value)


def _bare(value: Value, session: Any) -> Value:
    base = value.base if isinstance(value, PSObject) else value
    return BaseView(base) if isinstance(base, Hashtable) else base


class BaseView:
    """`$table.psbase`: the dictionary's own members, whatever its keys."""

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
    """Return a member's value; of a collection without it, the values of its elements. Null where there is none."""
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
        if name.lower() not in ("count", "length"):
            _absent(name, session)
            return []
    if name.lower() in ("count", "length") and type(value) is not str:
        return _count(value)
    if name.lower() == "count":
        return 1
    return _absent(name, session)


def _count(value: Value) -> int:
    items = enumerate_value(value)
    return 1 if items is None else sum(1 for _ in items)


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
            continue
        flat = enumerate_value(found)
        if flat is None:
            gathered.append(found)
        else:
            gathered += flat
    return gathered


def _member_of_null(name: str, session: Any) -> Value:
    return 0 if name.lower() in ("count", "length") else _absent(name, session)


def _absent(name: str, session: Any) -> Value:
    if session is not None:
        version = session.strict_version(session.scope)
        if version is not None and version >= (2,):
            raise PropertyNotFoundException(
                f"The property '{name}' cannot be found on this object. Verify that the property exists.",
                error_id="PropertyNotFoundStrict",
            )
    return None


class PropertyNotFoundException(RuntimeException):
    """System.Management.Automation.PropertyNotFoundException: no such property, under strict mode."""

    clr_name = "System.Management.Automation.PropertyNotFoundException"


# --- setting ---


def set_member(value: Value, name: str, new: Value, session: Any = None) -> None:
    """Set a property; raises RuntimeException where there is none, or none that can be set."""
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
    """A property bag takes only what it has, and what type data give it."""
    extended = etsdata.find(type_of(value), name.lower(), value)
    if extended is not None:
        extended.set(value, new, session)
        return
    error = _not_settable(name)
    raise SetValueInvocationException(
        f'Exception setting "{name}": "{error.message}"', inner=error, error_id="ExceptionWhenSetting"
    )


def _set_typed(value: Value, base: Value, name: str, new: Value, session: Any) -> None:
    adapter = getattr(base, "adapter_set", None)
    if adapter is not None and adapter(name.lower(), new):
        return
    owner = type_of(base)
    extended = etsdata.find(owner, name.lower(), value)
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
    """Set a property of a .NET type, with conversion. `base` is not used for a static one."""
    if prop.set is None:
        raise RuntimeException(
            f"'{prop.name}' is a ReadOnly property.",
            error_id="PropertyAssignmentException",
            category=ErrorCategory.InvalidOperation,
        )
    wanted = bind_type(prop.type_name, owner)
    try:
        converted = new if wanted is None else convert(new, wanted)
        if prop.static:
            prop.set(converted)
        else:
            prop.set(base, converted)
    except PSInvalidCastException as error:
        raise SetValueInvocationException(
            f'Exception setting "{prop.name}": "{error.message}"', inner=error, error_id="ExceptionWhenSetting"
        ) from None
    except NetException as error:
        if isinstance(error, RuntimeException):
            raise
        raise SetValueInvocationException(
            f'Exception setting "{prop.name}": "{error.message}"', inner=error, error_id="ExceptionWhenSetting"
        ) from None


def _not_settable(name: str) -> RuntimeException:
    return RuntimeException(
        f"The property '{name}' cannot be found on this object. Verify that the property exists and can be set.",
        error_id="PropertyNotFound",
        category=ErrorCategory.InvalidOperation,
    )


# --- listing ---


def _short_name(type_name: str) -> str:
    """Drop the namespace of a type's name."""
    head, bracket, rest = type_name.partition("[")
    return head.rpartition(".")[2] + bracket + rest


def _note(name: str, owner: Value) -> MemberInfo:
    def get(value: Value, session: Any) -> Value:
        return lookup(value, name, session)

    def set(value: Value, new: Value, session: Any) -> None:
        set_member(value, name, new, session)

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
        get,
        set,
        definition=define,
        is_instance=True,
    )


def _extended(member: ExtendedMember, owner: Value, *, is_instance: bool) -> MemberInfo:
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
    """Return what has a value, in display order: members of the object, of the type data, of the .NET type."""
    if value is None or value is AUTOMATION_NULL:
        return []
    return [each for each in _listed(value) if each.is_property]


def _listed(value: Value, with_hidden: bool = False) -> Iterator[MemberInfo]:
    seen: set[str] = set()
    base = value
    value = extension(value) or value
    if isinstance(value, PSObject):
        base = value.base
        for name, member in value.members.items():
            seen.add(name.lower())
            yield (
                _extended(member, value, is_instance=True) if isinstance(member, ExtendedMember) else _note(name, value)
            )
    owner = type_of(base)
    for extended in etsdata.all_members(owner, value):
        if extended.name.lower() not in seen:
            seen.add(extended.name.lower())
            yield _extended(extended, value, is_instance=False)
    if isinstance(base, PSObject):
        return
    if hasattr(base, "adapter_names"):
        for name in base.adapter_names():
            yield _adapted(name, value)
        return
    for prop in owner.all_properties(with_hidden=with_hidden):
        if prop.name.lower() not in seen:
            yield _clr_property(prop, value, owner)


def _adapted(name: str, owner: Value) -> MemberInfo:
    """A property that the object itself makes up: an element of an XML document."""

    def get(value: Value, session: Any) -> Value:
        return lookup(value, name, session)

    def set(value: Value, new: Value, session: Any) -> None:
        set_member(value, name, new, session)

    def define() -> str:
        held = lookup(owner, name)
        return f"{type_of(held).accelerator} {name} {{get;set;}}"

    return MemberInfo(name, "Property", "System.Object", owner, get, set, definition=define)


def members(value: Value, with_hidden: bool = False) -> list[MemberInfo]:
    """Return all members: properties as in `properties`, sets, methods; a class's hidden ones only if wanted."""
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
        from shell.runtime.dotnet.psobjects import method_object

        return method_object(value, overloads)

    kind = "ParameterizedProperty" if indexed else "Method"
    return MemberInfo(name, kind, "System.Management.Automation.PSMethod", value, get, definition=define)


def find_property(value: Value, name: str) -> MemberInfo | None:
    """Return one property of an object by its name without case; entries of dictionaries are none."""
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
            return _extended(member, value, is_instance=True) if member.is_property else None
        base = value.base
    if hasattr(base, "adapter_names"):
        for each in base.adapter_names():
            if each.lower() == name.lower():
                return _adapted(each, value)
    owner = type_of(base)
    extended = etsdata.find(owner, name.lower(), value)
    if extended is not None:
        return _extended(extended, value, is_instance=False) if extended.is_property else None
    prop = owner.property(name.lower())
    return None if prop is None else _clr_property(prop, value, owner)


def remember_text(value: PSObject, text: str) -> None:
    """Give an object the text that ToString() returns."""
    value.members["ToString"] = RememberedText(text)


__all__ = [
    "AliasProperty",
    "CodeProperty",
    "ExtendedMember",
    "GetValueInvocationException",
    "MemberInfo",
    "MemberSet",
    "PSCustomObject",
    "PropertySet",
    "ScriptMethod",
    "ScriptProperty",
    "SetValueException",
    "call_method",
    "call_operator",
    "call_static",
    "enumerate_entries",
    "enumerate_value",
    "find_property",
    "get_index",
    "get_member",
    "get_static",
    "lookup",
    "members",
    "new_object",
    "properties",
    "remember_text",
    "set_index",
    "set_member",
    "set_static",
]
