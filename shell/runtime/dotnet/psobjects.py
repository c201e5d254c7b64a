"""`$x.PSObject`: an object's members as objects, and methods without call brackets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from shell.runtime.declare import clr_class, clr_constructor, clr_method, clr_property
from shell.runtime.errors import RuntimeException
from shell.runtime.extension import extend
from shell.runtime.memberinfo import AliasProperty, ExtendedMember, MemberInfo, ScriptMethod, ScriptProperty
from shell.runtime.objects import MISSING, GenericList, PSCustomObject, PSObject, Value
from shell.runtime.text import net_string
from shell.runtime.types import STRING, ClrType, Method, named, register, type_names, type_of
from shell.runtime.wildcard import wildcard_matcher

_AUTOMATION: Final = "System.Management.Automation."
_KINDS: Final = {
    "NoteProperty": "PSNoteProperty",
    "AliasProperty": "PSAliasProperty",
    "ScriptProperty": "PSScriptProperty",
    "CodeProperty": "PSCodeProperty",
    "Property": "PSProperty",
    "ParameterizedProperty": "PSParameterizedProperty",
    "Method": "PSMethod",
    "ScriptMethod": "PSScriptMethod",
    "CodeMethod": "PSCodeMethod",
    "PropertySet": "PSPropertySet",
    "MemberSet": "PSMemberSet",
}


@clr_class(
    _AUTOMATION + "PSMemberInfo",
    properties="MemberType:System.Management.Automation.PSMemberTypes",
)
class MemberView:
    """System.Management.Automation.PSMemberInfo and its subclasses: one member of one object."""

    def __init__(self, info: MemberInfo, session: Any) -> None:
        self.info = info
        self.session = session

    @property
    def clr_type(self) -> ClrType:
        """The subclass for the member's kind."""
        return named(_AUTOMATION + _KINDS[self.info.kind])

    @property
    def member_type(self) -> Value:
        """The kind."""
        from shell.runtime.conversion import convert

        return convert(self.info.kind, named(_AUTOMATION + "PSMemberTypes"))

    @clr_property("Value", "object", setter=lambda self, value: self.put(value))
    def value(self) -> Value:
        """The member's value."""
        return self.info.get(self.info.owner, self.session)

    def put(self, value: Value) -> None:
        """Set the member's value."""
        self.info.set(self.info.owner, value, self.session)

    @clr_property("IsSettable", "bool")
    def is_settable(self) -> bool:
        """True if it can be assigned to."""
        return self.info.is_settable

    @clr_property("IsGettable", "bool")
    def is_gettable(self) -> bool:
        """True: all of them can be read."""
        return True

    @clr_property("TypeNameOfValue", "string")
    def type_name_of_value(self) -> str:
        """The full name of the value's type."""
        return self.info.type_name

    @clr_property("Name", "string")
    def name(self) -> str:
        """The member's name."""
        return self.info.name

    @clr_property("IsInstance", "bool")
    def is_instance(self) -> bool:
        """True if it belongs to this object alone."""
        return self.info.is_instance

    def __str__(self) -> str:
        if self.info.kind != "NoteProperty":
            return self.info.definition
        value = self.value()
        kind = "object" if value is None else type_of(value).accelerator
        return f"{kind} {self.info.name}={'null' if value is None else net_string(value)}"


def _register_kinds() -> None:
    base = named(_AUTOMATION + "PSMemberInfo")
    prop = register(ClrType(_AUTOMATION + "PSPropertyInfo", base, is_abstract=True))
    for kind, short in _KINDS.items():
        parent = prop if kind.endswith("Property") else base
        if _AUTOMATION + short not in _DECLARED:
            register(ClrType(_AUTOMATION + short, parent))


class NewMember:
    """A member that a script made: to be given to `PSObject.Properties.Add`. `held` goes into the object's members."""

    def __init__(self, name: str, held: Value) -> None:
        self.name = name
        self.held = held


@clr_class(_AUTOMATION + "PSNoteProperty", _AUTOMATION + "PSMemberInfo", properties="Name:string")
class NewNoteProperty(NewMember):
    """A note property without an object."""

    @clr_constructor("string name, object value")
    def __init__(self, name: str, value: Value) -> None:
        super().__init__(name, value)


@clr_class(_AUTOMATION + "PSAliasProperty", _AUTOMATION + "PSMemberInfo", properties="Name:string")
class NewAliasProperty(NewMember):
    """An alias property without an object."""

    @clr_constructor("string name, string referencedMemberName")
    def __init__(self, name: str, target: str) -> None:
        super().__init__(name, AliasProperty(name, target))


@clr_class(_AUTOMATION + "PSScriptProperty", _AUTOMATION + "PSMemberInfo", properties="Name:string")
class NewScriptProperty(NewMember):
    """A script property without an object."""

    @clr_constructor("string name, scriptblock getterScript")
    @clr_constructor("string name, scriptblock getterScript, scriptblock setterScript")
    def __init__(self, name: str, getter: Value, setter: Value = None) -> None:
        super().__init__(name, ScriptProperty(name, getter, setter))


@clr_class(_AUTOMATION + "PSScriptMethod", _AUTOMATION + "PSMemberInfo", properties="Name:string")
class NewScriptMethod(NewMember):
    """A script method without an object."""

    @clr_constructor("string name, scriptblock script")
    def __init__(self, name: str, block: Value) -> None:
        super().__init__(name, ScriptMethod(name, block))


_DECLARED: Final = frozenset(
    _AUTOMATION + each
    for each in ("PSNoteProperty", "PSAliasProperty", "PSScriptProperty", "PSScriptMethod", "PSMemberSet", "PSMethod")
)
_register_kinds()


@clr_class(_AUTOMATION + "PSMemberInfoIntegratingCollection`1", interfaces="System.Collections.IEnumerable")
class MemberCollection:
    """`PSObject.Properties`, `.Members`, `.Methods`."""

    def __init__(self, owner: Value, kind: str, session: Any) -> None:
        self.owner = owner
        self.kind = kind
        self.session = session

    def _infos(self) -> list[MemberInfo]:
        from shell.runtime.members import members, properties

        if self.kind == "Properties":
            return properties(self.owner)
        found = members(self.owner)
        return found if self.kind == "Members" else [each for each in found if "Method" in each.kind]

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the members."""
        return (MemberView(each, self.session) for each in self._infos())

    def clr_index(self, name: Value) -> Value:
        """Return the member of a name."""
        wanted = net_string(name).lower()
        for each in self._infos():
            if each.name.lower() == wanted:
                return MemberView(each, self.session)
        return None

    @clr_method("Item", "string name -> object")
    def item(self, name: str) -> Value:
        """Return the member of a name."""
        return self.clr_index(name)

    @clr_method("Add", "object member, bool preValidated = false -> void")
    def add(self, member: Value, pre_validated: bool = False) -> None:
        """Add a member to the object."""
        if not isinstance(self.owner, PSObject):
            return
        held = member.held if isinstance(member, NewMember) else member.value()
        if self.owner.find_member(member.name if isinstance(member, NewMember) else member.name()) is not None:
            raise RuntimeException(
                "The member cannot be added because a member with that name is already present.",
                error_id="ExtendedTypeSystemException",
            )
        self.owner.members[member.name if isinstance(member, NewMember) else member.name()] = held

    @clr_method("Remove", "string name -> void")
    def remove(self, name: str) -> None:
        """Remove a member of the object."""
        if isinstance(self.owner, PSObject):
            known = self.owner.find_member(name)
            if known is not None:
                del self.owner.members[known]

    @clr_method("Match", "string name -> object")
    def match(self, name: str) -> list[Value]:
        """Return the members whose names match a wildcard pattern."""
        matches = wildcard_matcher(name)
        return [MemberView(each, self.session) for each in self._infos() if matches(each.name)]


@clr_class(_AUTOMATION + "PSMemberSet", _AUTOMATION + "PSMemberInfo")
class ObjectView:
    """`$x.PSObject`."""

    def __init__(self, owner: Value, session: Any) -> None:
        self.owner = owner
        self.session = session

    @clr_property("Members")
    def members(self) -> Value:
        """All members."""
        return MemberCollection(self.owner, "Members", self.session)

    @clr_property("Properties")
    def properties(self) -> Value:
        """What has a value."""
        return MemberCollection(self.owner, "Properties", self.session)

    @clr_property("Methods")
    def methods(self) -> Value:
        """What can be called."""
        return MemberCollection(self.owner, "Methods", self.session)

    @clr_property("ImmediateBaseObject")
    def immediate_base_object(self) -> Value:
        """What is wrapped."""
        return self.owner.base if isinstance(self.owner, PSObject) else self.owner

    @clr_property("BaseObject")
    def base_object(self) -> Value:
        """What is wrapped, at the bottom."""
        return self.immediate_base_object()

    @clr_property("TypeNames")
    def type_names(self) -> Value:
        """The names of the types."""
        return type_name_list(self.owner)

    @clr_method("Copy", "-> psobject")
    def copy(self) -> Value:
        """Return a copy that has its own members."""
        owner = self.owner
        names = None if not isinstance(owner, PSObject) or owner.type_names is None else list(owner.type_names)
        if isinstance(owner, PSCustomObject):
            return PSCustomObject(dict(owner.members), names)
        if isinstance(owner, PSObject):
            return PSObject(owner.base, dict(owner.members), names)
        return owner


def view(value: Value, session: Any = None) -> Value:
    """Return `$value.PSObject`."""
    return ObjectView(value, session)


def type_name_list(value: Value) -> Value:
    """Return `$value.PSTypeNames`; of an object with members of its own a list that can be changed."""
    held = extend(value)
    if held.type_names is None:
        held.type_names = GenericList(STRING, type_names(value))
    return held.type_names


class BoundMethod:
    """System.Management.Automation.PSMethod: a method named without brackets; `Invoke` calls it."""

    def __init__(self, owner: Value, overloads: Sequence[Method], owner_type: ClrType, static: bool) -> None:
        self.owner = owner
        self.overloads = overloads
        self.owner_type = owner_type
        self.static = static

    @property
    def clr_type(self) -> ClrType:
        """PSMethod."""
        return named(_AUTOMATION + "PSMethod")

    @property
    def definitions(self) -> list[str]:
        """The overloads as Get-Member shows them."""
        prefix = "static " if self.static else ""
        return [prefix + each.signature.definition(each.name, self.owner_type) for each in self.overloads]

    def invoke_method(self, arguments: Sequence[Value], session: Any) -> Value:
        """Call it."""
        from shell.runtime.calling import invoke

        target = MISSING if self.static else self.owner
        name = self.overloads[0].name
        return invoke(name, self.overloads, self.owner_type, target, arguments, session)

    def __str__(self) -> str:
        return ", ".join(self.definitions)


@clr_class(_AUTOMATION + "PSMethod", python_class=BoundMethod)
class _MethodMembers:
    @clr_property("OverloadDefinitions", "System.Collections.ObjectModel.Collection[string]")
    def overload_definitions(self: Any) -> Value:
        from shell.runtime.textops import string_array

        return string_array(list(self.definitions))

    @clr_property("MemberType", "System.Management.Automation.PSMemberTypes")
    def member_type(self: Any) -> Value:
        from shell.runtime.conversion import convert

        return convert("Method", named(_AUTOMATION + "PSMemberTypes"))

    @clr_property("TypeNameOfValue", "string")
    def type_name_of_value(self: Any) -> str:
        return _AUTOMATION + "PSMethod"

    @clr_property("Value", "object")
    def value(self: Any) -> Value:
        return self

    @clr_property("Name", "string")
    def name(self: Any) -> str:
        return str(self.overloads[0].name)

    @clr_property("IsInstance", "bool")
    def is_instance(self: Any) -> bool:
        return not self.static

    @clr_method("Invoke", "params object[] arguments -> object", session=True)
    def invoke(self: Any, session: Any, arguments: list[Value]) -> Value:
        return self.invoke_method(arguments, session)


def method_object(value: Value, overloads: Sequence[Method]) -> Value:
    """Return a method as an object."""
    base = value.base if isinstance(value, PSObject) else value
    return BoundMethod(base, overloads, type_of(base), False)


def static_method_object(owner: ClrType, lowered: str, overloads: Sequence[Method]) -> Value:
    """Return a static method, or the constructor for `new`, as an object."""
    return BoundMethod(None, overloads or owner.constructor_overloads(), owner, True)


__all__ = ["ExtendedMember", "method_object", "static_method_object", "type_name_list", "view"]
