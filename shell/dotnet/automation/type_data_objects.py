"""System.Management.Automation.Runspaces.TypeData, which Get-TypeData returns and Update-TypeData accepts."""

from __future__ import annotations

from typing import Any, Final

from shell.types.conversion.text import to_string
from shell.types.members.extended_members import (
    AliasProperty,
    CodeProperty,
    ExtendedMember,
    MemberSet,
    PropertySet,
    ScriptMethod,
    ScriptProperty,
    TypeNote,
)
from shell.types.registry.declarations import clr_class, clr_constructor
from shell.values.errors import ErrorCategory, PSArgumentException
from shell.values.objects import Hashtable, Value

_RUNSPACES: Final = "System.Management.Automation.Runspaces."


@clr_class(_RUNSPACES + "TypeMemberData", properties="Name:string", is_abstract=True)
class TypeMemberData:
    """A member of type data; `made` is its runtime member."""

    def __init__(self, made: ExtendedMember) -> None:
        self.made = made
        self.name = made.name


@clr_class(_RUNSPACES + "NotePropertyData", _RUNSPACES + "TypeMemberData", "Value:object IsHidden:bool=rw")
class NotePropertyData(TypeMemberData):
    """A note property: one value for all objects of the type."""

    is_hidden = False

    @clr_constructor("string name, object value")
    @staticmethod
    def make(name: str, value: Value) -> NotePropertyData:
        """Create the member."""
        return NotePropertyData(TypeNote(_given(name), value))

    @property
    def value(self) -> Value:
        """Return the value."""
        return self.made.value  # type: ignore[attr-defined]


@clr_class(
    _RUNSPACES + "AliasPropertyData",
    _RUNSPACES + "TypeMemberData",
    "ReferencedMemberName:string MemberType:type IsHidden:bool=rw",
)
class AliasPropertyData(TypeMemberData):
    """Another name for a property."""

    is_hidden = False

    @clr_constructor("string name, string referencedMemberName")
    @clr_constructor("string name, string referencedMemberName, type type")
    @staticmethod
    def make(name: str, target: str, wanted: Value = None) -> AliasPropertyData:
        """Create the member."""
        return AliasPropertyData(AliasProperty(_given(name), _given(target, "referencedMemberName"), wanted))

    @property
    def referenced_member_name(self) -> str:
        """Return the name of the aliased property."""
        return self.made.target  # type: ignore[attr-defined, no-any-return]

    @property
    def member_type(self) -> Value:
        """Return the type to which the value is converted."""
        return self.made.convert_to  # type: ignore[attr-defined]


@clr_class(
    _RUNSPACES + "ScriptPropertyData",
    _RUNSPACES + "TypeMemberData",
    "GetScriptBlock:scriptblock SetScriptBlock:scriptblock IsHidden:bool=rw",
)
class ScriptPropertyData(TypeMemberData):
    """A property with script blocks as getter and setter; PowerShell's own type data show none here."""

    is_hidden = False

    @clr_constructor("string name, scriptblock getScriptBlock")
    @clr_constructor("string name, scriptblock getScriptBlock, scriptblock setScriptBlock")
    @staticmethod
    def make(name: str, getter: Value, setter: Value = None) -> ScriptPropertyData:
        """Create the member."""
        return ScriptPropertyData(ScriptProperty(_given(name), getter, setter))

    @property
    def get_script_block(self) -> Value:
        """Return the getter."""
        return getattr(self.made, "getter", None)

    @property
    def set_script_block(self) -> Value:
        """Return the setter."""
        return getattr(self.made, "setter", None)


@clr_class(_RUNSPACES + "ScriptMethodData", _RUNSPACES + "TypeMemberData", "Script:scriptblock")
class ScriptMethodData(TypeMemberData):
    """A method implemented by a script block."""

    @clr_constructor("string name, scriptblock scriptToInvoke")
    @staticmethod
    def make(name: str, script: Value) -> ScriptMethodData:
        """Create the member."""
        return ScriptMethodData(ScriptMethod(_given(name), script))

    @property
    def script(self) -> Value:
        """Return the script block."""
        return self.made.block  # type: ignore[attr-defined]


@clr_class(_RUNSPACES + "CodePropertyData", _RUNSPACES + "TypeMemberData", "IsHidden:bool=rw")
class CodePropertyData(TypeMemberData):
    """A property implemented by a static method."""

    is_hidden = False


@clr_class(
    _RUNSPACES + "PropertySetData", _RUNSPACES + "TypeMemberData", "ReferencedProperties:object IsHidden:bool=rw"
)
class PropertySetData(TypeMemberData):
    """A property set."""

    is_hidden = False

    def __init__(self, made: ExtendedMember) -> None:
        super().__init__(made)
        self.referenced_properties = list(made.referenced)

    @clr_constructor("System.Collections.Generic.IEnumerable[string] referencedProperties")
    @staticmethod
    def make(names: Any) -> PropertySetData:
        """Create a property set without a name."""
        return PropertySetData(PropertySet("", [to_string(each) for each in names]))


@clr_class(_RUNSPACES + "MemberSetData", _RUNSPACES + "TypeMemberData", "Members:object IsHidden:bool=rw")
class MemberSetData(TypeMemberData):
    """A member set."""

    is_hidden = False

    @property
    def members(self) -> Value:
        """Return the members."""
        return [member_data(each) for each in self.made.members.values()]  # type: ignore[attr-defined]


def _given(text: str, parameter: str = "name") -> str:
    if not text:
        raise PSArgumentException(
            f"The value of the {parameter} argument is null or empty. (Parameter '{parameter}')",
            category=ErrorCategory.InvalidArgument,
        )
    return text


_DATA: Final[tuple[tuple[type[ExtendedMember], type[TypeMemberData]], ...]] = (
    (TypeNote, NotePropertyData),
    (AliasProperty, AliasPropertyData),
    (ScriptProperty, ScriptPropertyData),
    (ScriptMethod, ScriptMethodData),
    (PropertySet, PropertySetData),
    (MemberSet, MemberSetData),
)


def member_data(member: ExtendedMember) -> TypeMemberData:
    """Return a member of type data as scripts see it."""
    for kind, data in _DATA:
        if isinstance(member, kind):
            return data(member)
    scripted = isinstance(member, CodeProperty) and member.kind == "ScriptProperty"
    return (ScriptPropertyData if scripted else CodePropertyData)(member)


@clr_class(
    _RUNSPACES + "TypeData",
    properties=(
        "TypeName:string Members:object TypeConverter:type=rw TypeAdapter:type=rw IsOverride:bool=rw"
        " SerializationMethod:string=rw TargetTypeForDeserialization:type=rw SerializationDepth:uint=rw"
        " DefaultDisplayProperty:string=rw InheritPropertySerializationSet:bool=rw StringSerializationSource:string=rw"
        " DefaultDisplayPropertySet:object=rw DefaultKeyPropertySet:object=rw PropertySerializationSet:object=rw"
    ),
)
class TypeData:
    """The type data of a type."""

    is_override = False
    type_converter = type_adapter = target_type_for_deserialization = None
    serialization_method = string_serialization_source = None
    serialization_depth = inherit_property_serialization_set = None
    default_display_property: str | None = None

    @clr_constructor("string typeName")
    @clr_constructor("type type")
    def __init__(self, type_name: Any) -> None:
        self.type_name = _given(type_name if isinstance(type_name, str) else type_name.full_name, "typeName")
        self.members = Hashtable()
        self.default_display_property_set: PropertySetData | None = None
        self.default_key_property_set: PropertySetData | None = None
        self.property_serialization_set: PropertySetData | None = None


__all__ = ["PropertySetData", "TypeData", "TypeMemberData", "member_data"]
