"""Add-Member: members of one's own on an object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.powershell.get_member import MEMBER_TYPES
from shell.display.celltext import enumerable
from shell.dotnet.automation.member_objects import Member
from shell.engine.binding.coercion import NotBound
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.engine.run.script_block import ScriptBlock
from shell.lazy import lazy
from shell.types import resolve, type_names
from shell.types.conversion.text import to_string
from shell.types.members import access as members
from shell.types.members.extended_members import (
    AliasProperty,
    ExtendedMember,
    MemberSet,
    PropertySet,
    ScriptMethod,
    ScriptProperty,
)
from shell.types.registry.enumeration import enum_text
from shell.values.errors import ErrorCategory, InvalidOperationException, NetException
from shell.values.extension import extend, extension
from shell.values.objects import Hashtable, PSObject, Value, unwrap

if TYPE_CHECKING:
    from shell.dotnet.automation import code_members
else:
    code_members = lazy("shell.dotnet.automation.code_members", globals())


_MEMBER_COLLECTION = "System.Collections.ObjectModel.Collection`1[System.Management.Automation.PSMemberInfo]"
_TYPE, _MEMBER = "TypeNameSet", "MemberSet"
_SINGLE, _MANY = "NotePropertySingleMemberSet", "NotePropertyMultiMemberSet"
_NAMED = (_MEMBER, _SINGLE, _MANY)


def _required(name: str, position: int) -> dict[str, SetMembership]:
    return {name: SetMembership(mandatory=True, position=position)}


def _no_member_type(value: Value) -> Value:
    """Refuse the name of a kind of member as a note's name, so that `Add-Member NoteProperty a 1` means the kind."""
    name = unwrap(value)
    if isinstance(name, str) and name.lower() in _KIND_NAMES:
        raise NotBound
    return value


_KIND_NAMES = frozenset(
    name.lower()
    for name in (
        *("AliasProperty", "CodeMethod", "CodeProperty", "MemberSet"),
        *("NoteProperty", "PropertySet", "ScriptMethod", "ScriptProperty"),
    )
)
"""The kinds that can be added: `Add-Member Property a` makes a note named Property."""


_NEEDS_VALUE = ("AliasProperty", "PropertySet", "ScriptMethod")
_ONE_VALUE = ("MemberSet", "NoteProperty", "PropertySet", "ScriptMethod")
_OF_THE_TYPE = ("Method", "Property", "ParameterizedProperty")
"""Kinds of members of .NET's type: one of the object's own hides them; type data's members it cannot hide."""


class AddMember(Cmdlet, verb="Add", noun="Member", module="Microsoft.PowerShell.Utility", default_set=_TYPE):
    """Add properties and methods to an object.

    The object itself is changed where it can hold members; -PassThru writes it.
    """

    examples = (
        Example("$o = [pscustomobject]@{ a = 1 }; $o | Add-Member b 2; $o", "A note property."),
        Example(
            "[pscustomobject]@{ a = 2 } | Add-Member ScriptProperty Double { $this.a * 2 } -PassThru",
            "A property that is computed.",
        ),
    )

    input_object: Value = parameter("psobject", mandatory=True, pipeline=True, help="The object that gets the member.")
    type_name: str = parameter(
        "string",
        sets={
            _TYPE: SetMembership(mandatory=True),
            _MEMBER: SetMembership(),
            _SINGLE: SetMembership(),
            _MANY: SetMembership(),
        },
        not_null_or_empty=True,
        help="A name for the object's type.",
    )
    pass_thru: bool = parameter("switch", help="Write the object.")
    member_type: int = parameter(
        "System.Management.Automation.PSMemberTypes",
        sets=_required(_MEMBER, 0),
        aliases=("Type",),
        help="The kind of the member.",
    )
    name: str = parameter("string", sets=_required(_MEMBER, 1), help="The member's name.")
    value: Value = parameter("object", sets={_MEMBER: SetMembership(position=2)}, help="The value, block or name.")
    second_value: Value = parameter(
        "object", sets={_MEMBER: SetMembership(position=3)}, help="The block that sets a property; an alias's type."
    )
    force: bool = parameter("switch", sets=_NAMED, help="Replace a member of the same name.")
    note_property_name: str = parameter(
        "string",
        sets=_required(_SINGLE, 0),
        not_null_or_empty=True,
        transform=_no_member_type,
        help="The name of a note property.",
    )
    note_property_value: Value = parameter(
        "object", sets=_required(_SINGLE, 1), allow_null=True, help="The value of the note property."
    )
    note_property_members: Value = parameter(
        "System.Collections.IDictionary", sets=_required(_MANY, 0), not_null_or_empty=True, help="Names and values."
    )

    def process(self) -> None:
        """Add to one object."""
        target = extend(self.input_object)
        if self._add_all(target):
            if self.type_name:
                target.type_names = [self.type_name, *type_names(target)]
            if self.pass_thru:
                self.write(target if extension(target.base) is None else target.base)

    def _add_all(self, target: PSObject) -> bool:
        if self.parameter_set == _SINGLE:
            return self._add(target, self.note_property_name, self.note_property_value)
        if self.parameter_set == _MANY:
            table = unwrap(self.note_property_members)
            assert isinstance(table, Hashtable)
            done = [self._add(target, to_string(key), value) for key, value in table.items()]
            return all(done)
        if self.parameter_set == _MEMBER:
            return self._add(target, self.name, self._member())
        return True

    def _add(self, target: PSObject, name: str, member: Any) -> bool:
        known = next((each for each in members.members(target) if each.name.lower() == name.lower()), None)
        if known is not None:
            if not self.force:
                self._complain(
                    f'Cannot add a member with the name "{name}" because a member with that name already exists. To '
                    "overwrite the member anyway, add the Force parameter to your command.",
                    "MemberAlreadyExists",
                )
                return False
            if not known.is_instance and known.kind not in _OF_THE_TYPE:
                self._complain(
                    f'Cannot force the member with name "{name}" and type "{known.kind}" to be added. A member with '
                    "that name and type already exists, and the existing member is not an instance extension.",
                    "CannotAddMemberType",
                )
                return False
            target.members.pop(target.find_member(name) or name, None)
        target.members[name] = member
        return True

    def _complain(self, message: str, error_id: str) -> None:
        self.write_error(
            self.error(
                message,
                error_id,
                ErrorCategory.InvalidOperation,
                self.input_object,
                exception=InvalidOperationException,
            )
        )

    # --- the members of -MemberType ---

    def _member(self) -> Any:
        kind = enum_text(MEMBER_TYPES, int(self.member_type))
        makers = {
            "AliasProperty": self._alias,
            "NoteProperty": self._note,
            "ScriptProperty": self._script_property,
            "ScriptMethod": self._script_method,
            "PropertySet": self._property_set,
            "MemberSet": self._member_set,
        }
        make = makers.get(kind)
        if make is None and kind in ("CodeProperty", "CodeMethod"):
            return self._code(kind)
        if make is None:
            raise self._refused(
                f'Cannot add a member with type "{kind}". Specify a different type for the MemberTypes parameter.',
                "CannotAddMemberType",
            )
        if kind in _NEEDS_VALUE and self.value is None:
            raise self._refused(
                f'The Value parameter should not be null for a member of type "{kind}". Specify a non-null value for'
                " the Value parameter when adding members of this type.",
                "Value1ShouldNotBeNull",
            )
        if kind in _ONE_VALUE and self.second_value is not None:
            raise self._refused(
                f'The SecondValue parameter is not necessary for a member of type "{kind}", and should not be '
                "specified. Do not specify the SecondValue parameter when you add members of this type.",
                "Value2ShouldNotBeSpecified",
            )
        return make()

    def _code(self, kind: str) -> ExtendedMember:
        if self.value is None and (kind == "CodeMethod" or self.second_value is None):
            both = kind == "CodeProperty"
            raise self._refused(
                f'The Value parameter should not be null for a member of type "{kind}". Specify a non-null value for'
                " the Value parameter when adding members of this type.",
                "Value1AndValue2AreNotBothNull" if both else "Value1ShouldNotBeNull",
            )
        made: Any = code_members.code_member(kind, self.name, self.value, self.second_value)
        if made is NotImplemented:
            raise self._not_converted(self.value, "System.Reflection.MethodInfo")
        found: ExtendedMember = made
        return found

    def _note(self) -> Value:
        return self.value

    def _alias(self) -> ExtendedMember:
        convert_to = unwrap(self.second_value)
        if isinstance(convert_to, str):
            convert_to = resolve(convert_to)
        return AliasProperty(self.name, to_string(self.value), convert_to)

    def _script_property(self) -> ExtendedMember:
        if self.value is None and self.second_value is None:
            raise self._refused(
                'The Value and SecondValue parameters should not both be null for a member of type "ScriptProperty".'
                " Specify a non-null value for one of them when adding members of this type.",
                "Value1AndValue2AreNotBothNull",
            )
        return ScriptProperty(self.name, self._block(self.value), self._block(self.second_value))

    def _script_method(self) -> ExtendedMember:
        return ScriptMethod(self.name, self._block(self.value))

    def _property_set(self) -> ExtendedMember:
        value = unwrap(self.value)
        return PropertySet(self.name, [to_string(each) for each in (value if isinstance(value, list) else [value])])

    def _member_set(self) -> ExtendedMember:
        """A set of the members of a `Collection[PSMemberInfo]`, or an empty one."""
        given = [] if self.value is None else unwrap(self.value)
        items = enumerable(given)
        if items is None:
            raise self._not_converted(given, _MEMBER_COLLECTION)
        held = [unwrap(each) for each in items]
        if not all(isinstance(each, Member) for each in held):
            raise self._not_converted(given, _MEMBER_COLLECTION)
        return MemberSet(self.name, {each.name(): each.held() for each in held})

    def _block(self, value: Value) -> ScriptBlock | None:
        plain = unwrap(value)
        if plain is None or isinstance(plain, ScriptBlock):
            return plain
        raise self._not_converted(plain, "System.Management.Automation.ScriptBlock")

    def _not_converted(self, value: Value, kind: str) -> NetException:
        return self._refused(
            f'Cannot convert the "{to_string(value)}" value of the member to type "{kind}".',
            "ConvertToFinalInvalidCastException",
        )

    def _refused(self, message: str, error_id: str) -> NetException:
        return self.fail(
            self.error(message, error_id, ErrorCategory.InvalidOperation, exception=InvalidOperationException)
        )
