"""`$x.PSObject`: member collections, and methods as values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.automation.member_objects import MemberView, member_kind
from shell.dotnet.collections.enumerators import LoopEnumerator
from shell.dotnet.collections.object_model import collection
from shell.lazy import lazy
from shell.types import STRING, type_name_list
from shell.types.conversion.text import net_string
from shell.types.members.bound_methods import BoundMethod
from shell.types.members.extended_members import MemberInfo, MemberSet
from shell.types.operators.comparison import compare
from shell.types.registry.checks import not_null
from shell.types.registry.declarations import Nobody, clr_class, clr_constructor, clr_method, clr_property
from shell.values.errors import ArgumentNullException, PSArgumentException
from shell.values.exceptions import ExtendedTypeSystemException
from shell.values.objects import PSCustomObject, PSObject, TypedArray, Value
from shell.values.wildcard import wildcard_matcher

if TYPE_CHECKING:
    from shell.types.members import access
else:
    access = lazy("shell.types.members.access", globals())


_AUTOMATION: Final = "System.Management.Automation."


@clr_class(_AUTOMATION + "PSMemberInfoIntegratingCollection`1", interfaces="System.Collections.IEnumerable")
class MemberCollection:
    """A collection of members: `PSObject.Properties`, `.Members` or `.Methods`."""

    def __init__(self, owner: Value, kind: str, session: Any) -> None:
        self.owner = owner
        self.kind = kind
        self.session = session

    def _infos(self) -> list[MemberInfo]:
        if self.kind == "Properties":
            return access.properties(self.owner)
        found = access.members(self.owner)
        if isinstance(self.owner, _SetMembers):
            found = [each for each in found if each.is_instance]
        return found if self.kind == "Members" else [each for each in found if "Method" in each.kind]

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the members."""
        return (self._shown(each) for each in self._infos())

    def _shown(self, info: MemberInfo) -> Value:
        """Return a member as scripts see it: a method object for methods, else a PSMemberInfo."""
        return info.get(self.owner, self.session) if info.kind == "Method" else MemberView(info, self.session)

    def clr_index(self, name: Value) -> Value:
        """Return a member by name."""
        wanted = net_string(name).lower()
        for each in self._infos():
            if each.name.lower() == wanted:
                return self._shown(each)
        return None

    @clr_method("Item", "string name -> object")
    def item(self, name: str) -> Value:
        """Return a member by name."""
        return self.clr_index(name)

    @clr_method("Add", "System.Management.Automation.PSMemberInfo member, bool preValidated = false -> void")
    def add(self, member: Any, pre_validated: bool = False) -> None:
        """Add a member to the object."""
        if member is None:
            raise ArgumentNullException(
                'Cannot process argument because the value of argument "member" is null. Change the value of argument'
                ' "member" to a non-null value.'
            )
        if not isinstance(self.owner, PSObject):
            return
        if not pre_validated and self.owner.find_member(member.name()) is not None:
            raise ExtendedTypeSystemException(
                f'The member "{member.name()}" is already present.',
                error_id="AlreadyPresentPSMemberInfoInternalCollectionAdd",
            )
        self.owner.members[member.name()] = member.held()

    @clr_method("Remove", "string name -> void")
    def remove(self, name: str) -> None:
        """Remove a member of the object."""
        known = self.owner.find_member(name) if isinstance(self.owner, PSObject) else None
        if known is not None:
            del self.owner.members[known]
            return
        if self.clr_index(name) is not None:
            raise ExtendedTypeSystemException(
                f'Cannot remove the member "{name}" because it is not an instance member.',
                error_id="CannotRemoveMember",
            )

    @clr_method("Match", "string name -> object")
    @clr_method("Match", "string name, System.Management.Automation.PSMemberTypes memberTypes -> object")
    def match(self, name: str, kinds: Any = None) -> Value:
        """Return the members that match a wildcard pattern and, if given, a kind."""
        matches = wildcard_matcher(name)
        wanted = -1 if kinds is None else int(kinds)
        found = [each for each in self._infos() if matches(each.name) and int(member_kind(each.kind)) & wanted]
        return collection([self._shown(each) for each in found])

    @clr_property("Count", "object")
    def count(self) -> Value:
        """Return an array of 1 per member: PowerShell asks each member for its `Count`."""
        counts = [1 for _ in self._infos()]
        return counts[0] if len(counts) == 1 else counts

    @clr_method("GetEnumerator", "-> System.Collections.IEnumerator")
    def get_enumerator(self) -> Value:
        """Return an enumerator."""
        return LoopEnumerator(list(self.clr_enumerate()))


class _SetMembers(PSCustomObject):
    """Holder of the members of a member set that a script created."""

    __slots__ = ()


@clr_class(_AUTOMATION + "PSMemberSet", _AUTOMATION + "PSMemberInfo")
class ObjectView:
    """The member set `$x.PSObject`, and member sets that scripts create."""

    set_name = "psobject"

    def __init__(self, owner: Value, session: Any) -> None:
        self.owner = owner
        self.session = session

    @clr_constructor("string name", session=True)
    @clr_constructor(
        f"string name, System.Collections.Generic.IEnumerable[{_AUTOMATION}PSMemberInfo] members", session=True
    )
    @staticmethod
    def make(session: Any, name: str, members: Any = ()) -> ObjectView:
        """Create a member set that belongs to no object yet."""
        if not name:
            raise PSArgumentException("The value of the name argument cannot be null or empty. (Parameter 'name')")
        made = ObjectView(_SetMembers(), session)
        made.set_name = name
        for each in members:
            made.members().add(each)
        return made

    def held(self) -> MemberSet:
        """Return what an object stores for the set."""
        return MemberSet(self.set_name, dict(self.owner.members))

    @clr_property("InheritMembers", "bool")
    def inherit_members(self) -> bool:
        """Return True: sets of the same name on base types are included."""
        return True

    @clr_property("Name", "string")
    def name(self) -> str:
        """Return the name of the set, which is a member itself."""
        return self.set_name

    @clr_property("MemberType", "System.Management.Automation.PSMemberTypes")
    def member_type(self) -> Value:
        """Return the member type."""
        return member_kind("MemberSet")

    @clr_property("Value", "object")
    def value(self) -> Value:
        """Return the set."""
        return self

    @clr_property("TypeNameOfValue", "string")
    def type_name_of_value(self) -> str:
        """Return the full name of the set's type."""
        return _AUTOMATION + "PSMemberSet"

    @clr_property("IsInstance", "bool")
    def is_instance(self) -> bool:
        """Return True for a set that a script created."""
        return isinstance(self.owner, _SetMembers)

    @clr_property("IsSettable", "bool")
    def is_settable(self) -> bool:
        """Return False: a member set cannot be replaced."""
        return False

    @clr_property("Members")
    def members(self) -> Value:
        """Return all members."""
        return MemberCollection(self.owner, "Members", self.session)

    @clr_property("Properties")
    def properties(self) -> Value:
        """Return the properties."""
        return MemberCollection(self.owner, "Properties", self.session)

    @clr_property("Methods")
    def methods(self) -> Value:
        """Return the methods."""
        return MemberCollection(self.owner, "Methods", self.session)

    @clr_property("ImmediateBaseObject")
    def immediate_base_object(self) -> Value:
        """Return the wrapped object."""
        return self.owner.base if isinstance(self.owner, PSObject) else self.owner

    @clr_property("BaseObject")
    def base_object(self) -> Value:
        """Return the innermost wrapped object."""
        return self.immediate_base_object()

    @clr_property("TypeNames")
    def type_names(self) -> Value:
        """Return the type names."""
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

    @clr_method("CompareTo", "object obj -> int")
    def compare_to(self, other: Value) -> int:
        """Order this object and another one."""
        return compare(self.owner, other)


@clr_class(_AUTOMATION + "PSObject", python_class=Nobody)
class _ObjectMembers:
    """Constructors and static methods of `[psobject]`."""

    @clr_constructor("")
    @clr_constructor("int instanceMemberCapacity")
    @staticmethod
    def empty(capacity: int = 0) -> Value:
        """Create an object without members."""
        return PSCustomObject()

    @clr_constructor("object obj")
    @clr_method("AsPSObject", "object obj -> psobject", static=True)
    @staticmethod
    def wrap(obj: Value) -> Value:
        """Return a value as an object that can have members."""
        not_null(obj, "obj")
        return obj if isinstance(obj, PSObject) else PSObject(obj)


def view(value: Value, session: Any = None) -> Value:
    """Return `$value.PSObject`."""
    return ObjectView(value, session)


@clr_class(_AUTOMATION + "PSMethod", python_class=BoundMethod)
class _MethodMembers:
    @clr_property("OverloadDefinitions", "System.Collections.ObjectModel.Collection[string]")
    def overload_definitions(self: Any) -> Value:
        return TypedArray(STRING, list(self.definitions))

    @clr_property("MemberType", "System.Management.Automation.PSMemberTypes")
    def member_type(self: Any) -> Value:
        return member_kind("Method")

    @clr_property("TypeNameOfValue", "string")
    def type_name_of_value(self: Any) -> str:
        return _AUTOMATION + "PSMethod"

    @clr_property("Value", "object")
    def value(self: Any) -> Value:
        return self

    @clr_property("Name", "string")
    def name(self: Any) -> str:
        return "new" if self.makes else str(self.overloads[0].name)

    @clr_property("IsInstance", "bool")
    def is_instance(self: Any) -> bool:
        return not self.static

    @clr_property("IsSettable", "bool")
    def is_settable(self: Any) -> bool:
        return False

    @clr_method("Copy", f"-> {_AUTOMATION}PSMemberInfo")
    def copy(self: Any) -> Value:
        return BoundMethod(self.owner, self.overloads, self.owner_type, self.static, self.makes)

    @clr_method("Invoke", "params object[] arguments -> object", session=True)
    def invoke(self: Any, session: Any, arguments: list[Value]) -> Value:
        return self.invoke_method(arguments, session)


__all__ = ["view"]
