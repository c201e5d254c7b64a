"""Update-TypeData, Get-TypeData, Remove-TypeData: members that a session gives to all objects of a type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from shell.display import views
from shell.dotnet.automation.type_data_objects import PropertySetData, TypeData, member_data
from shell.dotnet.io.text_files import read_text
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.engine.modules.type_files import TypeFileError, read_types
from shell.engine.providers.table import drive_table
from shell.lazy import lazy
from shell.types import named, resolve
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import to_string
from shell.types.members import type_data as etsdata
from shell.types.members.extended_members import (
    AliasProperty,
    ExtendedMember,
    MemberSet,
    PropertySet,
    ScriptMethod,
    ScriptProperty,
    TypeNote,
)
from shell.types.registry.declarations import snake
from shell.values.errors import (
    ErrorCategory,
    ErrorRecord,
    InvalidOperationException,
    NetException,
    NotEmulatedException,
)
from shell.values.objects import Value, unwrap
from shell.values.registries import Registries
from shell.values.wildcard import wildcard_matcher

if TYPE_CHECKING:
    from shell.dotnet.automation import code_members
else:
    code_members = lazy("shell.dotnet.automation.code_members", globals())


_KINDS: Final = ("NoteProperty", "AliasProperty", "ScriptProperty", "CodeProperty", "ScriptMethod", "CodeMethod")
_STANDARD: Final = "PSStandardMembers"
_SETS: Final = ("DefaultDisplayPropertySet", "DefaultKeyPropertySet", "PropertySerializationSet")
_NOTES: Final = (
    "SerializationMethod",
    "SerializationDepth",
    "InheritPropertySerializationSet",
    "StringSerializationSource",
)
_METHODS: Final = ("AllPublicProperties", "String", "SpecificProperties")


class UpdateTypeData(Cmdlet, verb="Update", noun="TypeData", default_set="FileSet", should_process=True):
    """Give the objects of a type another member, or say which properties they show."""

    examples = (
        Example(
            "Update-TypeData -TypeName Lab.Server -MemberType ScriptProperty -MemberName Short"
            " -Value { $this.Name.ToLower() } -Force",
            "A property that is computed when it is read.",
        ),
    )
    _dynamic: ClassVar[Any] = ("DynamicTypeSet",)

    member_type: Any = parameter(
        "System.Management.Automation.PSMemberTypes",
        sets=_dynamic,
        values=_KINDS,
        help="What kind of member.",
        not_null_or_empty=True,
    )
    member_name: Any = parameter("string", sets=_dynamic, not_null_or_empty=True, help="Its name.")
    value: Any = parameter("object", sets=_dynamic, help="Its value, block, or what it is an alias of.")
    second_value: Any = parameter(
        "object", sets=_dynamic, help="A second block, which sets it; an alias' type.", not_null=True
    )
    type_converter: Any = parameter("type", sets=_dynamic, help="Not emulated.", not_null=True)
    type_adapter: Any = parameter("type", sets=_dynamic, help="Not emulated.", not_null=True)
    serialization_method: Any = parameter(
        "string",
        sets=_dynamic,
        not_null_or_empty=True,
        help="How objects are serialized; kept and shown, Export-Clixml does not look at it.",
    )
    target_type_for_deserialization: Any = parameter("type", sets=_dynamic, help="Not emulated.", not_null=True)
    serialization_depth: Any = parameter(
        "int",
        sets=_dynamic,
        range=(0, 2147483647),
        help="How deep; kept and shown, Export-Clixml does not look at it.",
        not_null=True,
    )
    default_display_property: Any = parameter(
        "string", sets=_dynamic, help="The property that Format-Wide shows.", not_null_or_empty=True
    )
    inherit_property_serialization_set: Any = parameter(
        "System.Nullable[bool]",
        sets=_dynamic,
        help="Whether bases' sets count; kept and shown.",
        not_null=True,
    )
    string_serialization_source: Any = parameter(
        "string", sets=_dynamic, not_null_or_empty=True, help="The property that is the text; kept and shown."
    )
    default_display_property_set: Any = parameter(
        "string[]", sets=_dynamic, help="The properties that objects show.", not_null_or_empty=True
    )
    default_key_property_set: Any = parameter(
        "string[]", sets=_dynamic, help="The properties that name an object.", not_null_or_empty=True
    )
    property_serialization_set: Any = parameter(
        "string[]", sets=_dynamic, help="The properties that are exported.", not_null_or_empty=True
    )
    type_name: Any = parameter(
        "string",
        sets={"DynamicTypeSet": SetMembership(mandatory=True, pipeline=True)},
        not_null_or_empty=True,
        help="The type.",
    )
    force: bool = parameter("switch", sets=("DynamicTypeSet", "TypeDataSet"), help="Replace what is there.")
    type_data: Any = parameter(
        "System.Management.Automation.Runspaces.TypeData[]",
        sets={"TypeDataSet": SetMembership(mandatory=True, position=0, pipeline=True, by_property_name=True)},
        help="Type data as Get-TypeData writes them.",
    )
    append_path: Any = parameter(
        "string[]",
        sets={"FileSet": SetMembership(position=0, pipeline=True, by_property_name=True)},
        aliases=("PSPath", "Path"),
        help="Type files (*.types.ps1xml).",
        not_null=True,
    )
    prepend_path: Any = parameter(
        "string[]", sets=("FileSet",), help="Type files that are loaded first.", not_null=True
    )

    def process(self) -> None:
        """Change the type."""
        if self.type_data is not None:
            for each in self.type_data:
                self._copy(unwrap(each))
            return
        if not self.type_name:
            for each in (*(self.prepend_path or ()), *(self.append_path or ())):
                self._load(each)
            return
        for given, what in (
            (self.type_converter, "TypeConverter"),
            (self.type_adapter, "TypeAdapter"),
            (self.target_type_for_deserialization, "TargetTypeForDeserialization"),
        ):
            if given is not None:
                raise self._not_emulated(f"-{what}", what)
        self._check_empty()
        if self.should_process(self.type_name, "Update TypeData"):
            self._change(self.type_name)

    def _change(self, type_name: str) -> None:
        if self.member_type is not None:
            self._add(type_name, self._member())
        self._set_standard(
            type_name,
            [self.default_display_property_set, self.default_key_property_set, self.property_serialization_set],
            self.default_display_property,
            [
                self._serialization(),
                self.serialization_depth,
                self.inherit_property_serialization_set,
                self.string_serialization_source,
            ],
        )

    def _serialization(self) -> str | None:
        given = self.serialization_method
        found = next((each for each in _METHODS if given and each.lower() == given.lower()), None)
        if given and found is None:
            raise self._refused(
                "SerializationMethodIsInvalid",
                f'The serialization method "{given}" is none of these: {", ".join(_METHODS)}.',
            )
        return found

    def _set_standard(
        self, type_name: str, sets: list[Any], display_property: str | None, notes: list[Any] | None = None
    ) -> None:
        """Set the standard sets and notes of a type, in the order of `_SETS` and `_NOTES`, and the property that stands
        for its objects."""
        standard: dict[str, ExtendedMember] = {
            name: PropertySet(name, list(names)) for name, names in zip(_SETS, sets, strict=True) if names
        }
        for name, value in zip(_NOTES, notes or (), strict=False):
            if value is not None:
                standard[name] = TypeNote(name, value)
        if standard:
            self._add(type_name, MemberSet(_STANDARD, standard))
        if display_property:
            views.set_display_property(self.session.registries.views, type_name, display_property)

    def _load(self, path: str) -> None:
        """Take over the members that a type file names."""
        for place in drive_table(self.session).expand(path):
            file = str(place.provider_path)
            if not self.should_process(file, "Update TypeData"):
                continue
            try:
                for name, members in read_types(read_text(file), self.session.parse_block):
                    for each in members:
                        self._add(name, each)
            except TypeFileError as problem:
                message = f"{file}: {problem}"
                raise self.fail(self._record(message, "TypesXmlUpdateException")) from None

    def _check_empty(self) -> None:
        """Refuse a call that says nothing of the type, or of a member but not its kind."""
        if self.member_type is None:
            if any(self.is_bound(each) for each in ("MemberName", "Value", "SecondValue")):
                raise self._refused("MemberTypeIsMissing", "The MemberType parameter is required for a member.")
            said = set(self.bound) - {"TypeName", "Force", "WhatIf", "Confirm"}
            if not said:
                raise self._refused("TypeDataEmpty", "Specify a member or another property of the type.")

    def _member(self) -> ExtendedMember:
        name, value, kind = self.member_name, unwrap(self.value), str(self.member_type)
        if not name:
            raise self._required("MemberName")
        if kind in ("CodeProperty", "CodeMethod"):
            return self._code(kind, name)
        if kind == "ScriptProperty":
            if value is None and self.second_value is None:
                raise self._refused(
                    "ValueAndSecondValueAreNotBothNull",
                    'The Value and SecondValue parameters cannot both be null for the type "ScriptProperty".',
                )
        elif not self.is_bound("Value") or (kind == "AliasProperty" and not value):
            raise self._required("Value")
        if kind in ("NoteProperty", "ScriptMethod") and self.is_bound("SecondValue"):
            raise self._refused(
                "SecondValueShouldNotBeSpecified",
                f'The SecondValue parameter is not necessary for the type "{kind}", and should not be specified.',
            )
        if kind == "NoteProperty":
            return TypeNote(name, self.value)
        if kind == "AliasProperty":
            return AliasProperty(name, to_string(value), self.second_value)
        block = named("scriptblock")
        if kind == "ScriptMethod":
            return ScriptMethod(name, convert(value, block))
        second = None if self.second_value is None else convert(self.second_value, block)
        return ScriptProperty(name, None if value is None else convert(value, block), second)

    def _code(self, kind: str, name: str) -> ExtendedMember:
        if self.value is None and (kind == "CodeMethod" or self.second_value is None):
            raise self._required("Value")
        made: Any = code_members.code_member(kind, name, self.value, self.second_value)
        if made is NotImplemented:
            raise self._refused(
                "ConvertToFinalInvalidCastException",
                f'Cannot convert the "{to_string(self.value)}" value to type "System.Reflection.MethodInfo".',
            )
        found: ExtendedMember = made
        return found

    def _add(self, type_name: str, member: ExtendedMember) -> None:
        own = self.session.registries
        if not self.force and member.name.lower() in etsdata.added(own.type_data, type_name):
            message = (
                f'Error in TypeData "{type_name}": The member {member.name} is already present. To replace it, use the'
                " Force parameter."
            )
            self.write_error(self._record(message, "TypesDynamicUpdateException"))
            return
        etsdata.add(own.type_data, type_name, member)
        if isinstance(member, MemberSet) and member.name == _STANDARD:
            shown = member.members.get(_SETS[0])
            if isinstance(shown, PropertySet):
                views.set_display_set(own.views, type_name, shown.names)

    def _copy(self, data: Any) -> None:
        for _, each in data.members.items():
            self._add(data.type_name, unwrap(each).made)
        self._set_standard(
            data.type_name,
            [
                given.referenced_properties if given is not None else ()
                for given in (
                    data.default_display_property_set,
                    data.default_key_property_set,
                    data.property_serialization_set,
                )
            ],
            data.default_display_property,
            [getattr(data, snake(name)) for name in _NOTES],
        )

    def _required(self, what: str) -> NetException:
        return self._refused(
            f"{what}ShouldBeSpecified",
            f'The {what} parameter is required for the type "{self.member_type}". Please specify the {what} parameter.',
        )

    def _refused(self, error_id: str, message: str) -> NetException:
        return self.fail(self._record(message, error_id))

    def _record(self, message: str, error_id: str) -> ErrorRecord:
        return self.error(message, error_id, ErrorCategory.InvalidOperation, exception=InvalidOperationException)

    def _not_emulated(self, what: str, error_id: str) -> NetException:
        problem = NotEmulatedException(f"{what} is not emulated here. See COVERAGE.md.")
        return self.fail(self.error(problem, f"NotEmulated{error_id}", ErrorCategory.NotImplemented))


def _data_of(own: Registries, name: str) -> TypeData:
    """Return what is added to a type in a session."""
    made = TypeData(etsdata.spelling(own.type_data, name))
    added = etsdata.built_in(own.type_data, name) | etsdata.added(own.type_data, name)
    for each in added.values():
        if each.name != _STANDARD:
            made.members[each.name] = member_data(each)
    standard = added.get(_STANDARD.lower())
    sets = standard.members if isinstance(standard, MemberSet) else {}
    made.default_display_property_set = _set_of(sets.get(_SETS[0]))
    made.default_key_property_set = _set_of(sets.get(_SETS[1]))
    made.property_serialization_set = _set_of(sets.get(_SETS[2]))
    for name in _NOTES:
        note = sets.get(name)
        if isinstance(note, TypeNote):
            setattr(made, snake(name), note.value)
    made.default_display_property = views.display_property((name,))
    return made


def _set_of(member: Value) -> PropertySetData | None:
    return PropertySetData(member) if isinstance(member, PropertySet) else None


class GetTypeData(Cmdlet, verb="Get", noun="TypeData"):
    """Show what was added to types."""

    type_name: Any = parameter(
        "string[]", position=0, pipeline=True, not_null_or_empty=True, help="The types; wildcards work."
    )

    def process(self) -> None:
        """Write the data of each type."""
        patterns = [wildcard_matcher(each) for each in self.type_name or ("*",)]
        for each in self.type_name or ():
            owner = resolve(each)
            if owner is not None:
                owner.load()
        own = self.session.registries
        for name in etsdata.names(own.type_data):
            if any(matches(name) for matches in patterns):
                self.write(_data_of(own, name))


class RemoveTypeData(Cmdlet, verb="Remove", noun="TypeData", default_set="RemoveTypeDataSet", should_process=True):
    """Take away what was added to types."""

    type_data: Any = parameter(
        "System.Management.Automation.Runspaces.TypeData",
        sets={"RemoveTypeDataSet": SetMembership(mandatory=True, pipeline=True)},
        help="From Get-TypeData.",
    )
    type_name: Any = parameter(
        "string",
        sets={"RemoveTypeSet": SetMembership(mandatory=True, position=0, pipeline=True, by_property_name=True)},
        not_null_or_empty=True,
        help="The type.",
    )
    path: Any = parameter(
        "string[]", sets={"RemoveFileSet": SetMembership(mandatory=True)}, help="Not emulated.", not_null_or_empty=True
    )

    def process(self) -> None:
        """Forget a type's data."""
        if self.path is not None:
            problem = NotEmulatedException("Remove-TypeData -Path is not emulated here. See COVERAGE.md.")
            raise self.fail(self.error(problem, "NotEmulatedPath", ErrorCategory.NotImplemented))
        name = self.type_name or (unwrap(self.type_data).type_name if self.type_data is not None else "")
        own = self.session.registries
        if not etsdata.added(own.type_data, name) and not etsdata.built_in(own.type_data, name):
            self.write_error(
                self.error(
                    f'Error in TypeData "{name}": The type "{name}" was not found. The type name value must be the full'
                    " name of the type. Verify the type name and run the command again.",
                    "TypesDynamicRemoveException",
                    ErrorCategory.InvalidOperation,
                )
            )
        elif self.should_process(name, "Remove TypeData"):
            etsdata.remove(own.type_data, name)
            views.set_display_set(own.views, name, ())
