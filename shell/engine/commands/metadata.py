"""A command's parameters and sets as scripts see them: ParameterMetadata, CommandParameterSetInfo and related types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shell.engine.binding.parameters import ALL_SETS, CommandSignature, ParameterInfo, ParameterSet
from shell.lazy import lazy
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import clr_class, clr_constructor
from shell.types.registry.names import named, resolve
from shell.types.registry.table import SWITCH, ClrType
from shell.values.objects import Hashtable, Value

if TYPE_CHECKING:
    from shell.engine.binding import attributes
    from shell.engine.commands import syntax
else:
    attributes = lazy("shell.engine.binding.attributes", globals())
    syntax = lazy("shell.engine.commands.syntax", globals())


_AUTOMATION = "System.Management.Automation."


def version_of(text: str) -> Value:
    """Return a System.Version."""
    return convert(text, named("System.Version"))


@clr_class(_AUTOMATION + "PSTypeName", properties="Name:string Type:type")
class PSTypeName:
    """A type by its name."""

    @clr_constructor("type type")
    @clr_constructor("string name")
    def __init__(self, value: Value) -> None:
        self.type: ClrType | None = value if isinstance(value, ClrType) else resolve(str(value))
        self.name = value.full_name if isinstance(value, ClrType) else str(value)

    def __str__(self) -> str:
        return self.name


@clr_class(
    _AUTOMATION + "ParameterSetMetadata",
    properties=(
        "IsMandatory:bool Position:int ValueFromPipeline:bool ValueFromPipelineByPropertyName:bool"
        " ValueFromRemainingArguments:bool HelpMessage:string"
    ),
)
class ParameterSetMetadata:
    """The membership of a parameter in a set."""

    def __init__(self, membership: ParameterSet) -> None:
        self.is_mandatory = membership.mandatory
        self.position = membership.position
        self.value_from_pipeline = membership.pipeline
        self.value_from_pipeline_by_property_name = membership.by_property_name
        self.value_from_remaining_arguments = membership.remaining
        self.help_message = membership.help


@clr_class(
    _AUTOMATION + "ParameterMetadata",
    properties=(
        "Name:string ParameterType:type ParameterSets:object IsDynamic:bool Aliases:object Attributes:object"
        " SwitchParameter:bool"
    ),
)
class ParameterMetadata:
    """A parameter."""

    def __init__(self, info: ParameterInfo) -> None:
        self.name = info.name
        self.parameter_type = info.type
        self.is_dynamic = info.dynamic
        self.aliases: list[Value] = list(info.aliases)
        self.attributes = attributes_of(info)
        self.switch_parameter = info.type is SWITCH
        self.parameter_sets = Hashtable((each.name, ParameterSetMetadata(each)) for each in info.sets.values())


@clr_class(
    _AUTOMATION + "CommandParameterInfo",
    properties=(
        "Name:string ParameterType:type IsMandatory:bool IsDynamic:bool Position:int ValueFromPipeline:bool"
        " ValueFromPipelineByPropertyName:bool ValueFromRemainingArguments:bool HelpMessage:string Aliases:object"
        " Attributes:object"
    ),
)
class CommandParameterInfo:
    """A parameter in one set."""

    def __init__(self, info: ParameterInfo, membership: ParameterSet) -> None:
        self.info = info
        self.name = info.name
        self.parameter_type = info.type
        self.is_mandatory = membership.mandatory
        self.is_dynamic = info.dynamic
        self.position = membership.position
        self.value_from_pipeline = membership.pipeline
        self.value_from_pipeline_by_property_name = membership.by_property_name
        self.value_from_remaining_arguments = membership.remaining
        self.help_message = membership.help
        self.aliases: list[Value] = list(info.aliases)
        self.attributes = attributes_of(info)


@clr_class(_AUTOMATION + "CommandParameterSetInfo", properties="Name:string IsDefault:bool Parameters:object")
class CommandParameterSetInfo:
    """A parameter set."""

    def __init__(self, signature: CommandSignature, name: str) -> None:
        self.name = name
        self.is_default = name.lower() == (signature.default_set or "").lower()
        self.signature = signature
        members = set_members(signature, name)
        self.parameters: list[Value] = [CommandParameterInfo(info, membership) for info, membership in members]

    def __str__(self) -> str:
        return syntax.set_syntax(self.signature, self.name)


def attributes_of(info: ParameterInfo) -> list[Any]:
    """Return the attributes of a parameter; a cmdlet's are made from its declaration."""
    if info.script:
        return list(info.attributes)
    made: list[Any] = []
    for membership in info.sets.values():
        attribute = attributes.ParameterAttribute()
        attribute.parameter_set_name = membership.name
        attribute.mandatory = membership.mandatory
        attribute.position = membership.position
        attribute.value_from_pipeline = membership.pipeline
        attribute.value_from_pipeline_by_property_name = membership.by_property_name
        attribute.value_from_remaining_arguments = membership.remaining
        made.append(attribute)
    if info.aliases:
        made.append(attributes.AliasAttribute(list(info.aliases)))
    return [*made, *info.validators]


def set_names(signature: CommandSignature) -> list[str]:
    """Return the names of the sets in listing order: the default set first."""
    return signature.set_names or [ALL_SETS]


def set_members(signature: CommandSignature, name: str) -> list[tuple[ParameterInfo, ParameterSet]]:
    """Return the parameters of a set with their membership, as declared."""
    found: list[tuple[ParameterInfo, ParameterSet]] = []
    for info in signature.parameters:
        membership = next((each for each in info.sets.values() if each.name.lower() == name.lower()), None)
        if membership is None:
            membership = next((each for each in info.sets.values() if each.mask == 0), None)
        if membership is not None:
            found.append((info, membership))
    return found


def parameter_set_infos(signature: CommandSignature) -> list[Value]:
    """Return the sets of a command."""
    return [CommandParameterSetInfo(signature, name) for name in set_names(signature)]


__all__ = [
    "CommandParameterInfo",
    "CommandParameterSetInfo",
    "PSTypeName",
    "ParameterMetadata",
    "ParameterSetMetadata",
    "attributes_of",
    "parameter_set_infos",
    "set_members",
    "set_names",
    "version_of",
]
