"""Signatures: from a script's `param` block, and from a cmdlet's class."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, Protocol

from shell.engine.binding.attributes import (
    AliasAttribute,
    AllowEmptyCollectionAttribute,
    AllowEmptyStringAttribute,
    AllowNullAttribute,
    ArgumentCompleterAttribute,
    ArgumentCompletionsAttribute,
    CmdletBindingAttribute,
    ParameterAttribute,
    PSTypeNameAttribute,
)
from shell.engine.binding.coercion import TypeConstraint
from shell.engine.binding.common import common_infos
from shell.engine.binding.parameters import ALL_SETS, NOT_POSITIONAL, CommandSignature, ParameterInfo, ParameterSet
from shell.engine.binding.validation import (
    MetadataException,
    ValidateArguments,
    ValidateNotNullAttribute,
    ValidateNotNullOrEmptyAttribute,
    ValidateNotNullOrWhiteSpaceAttribute,
    ValidatePatternAttribute,
    ValidateSetAttribute,
)
from shell.engine.binding.validation_limits import (
    ValidateCountAttribute,
    ValidateLengthAttribute,
    ValidateRangeAttribute,
)
from shell.engine.commands.cmdlet import Cmdlet, Impact, ParameterDeclaration
from shell.language.tree import (
    Ast,
    AttributeAst,
    AttributeBaseAst,
    ParamBlockAst,
    ParameterAst,
    TypeConstraintAst,
    TypeName,
)
from shell.lazy import lazy
from shell.types.registry.names import resolve
from shell.types.registry.table import OBJECT, SWITCH, TYPES, ClrType
from shell.values.errors import ErrorCategory, RuntimeException
from shell.values.objects import Int64, Value

if TYPE_CHECKING:
    from shell.engine.binding import paging
else:
    paging = lazy("shell.engine.binding.paging", globals())


class SignatureContext(Protocol):
    """The compiler's services for a signature."""

    def attribute(self, node: AttributeAst) -> Any:
        """Make an attribute's object."""

    def default(self, node: Ast) -> Any:
        """Compile a default to what the function's stage evaluates."""

    def resolve_type(self, name: TypeName) -> ClrType:
        """Return the type of a name; an unknown one is an error."""


# --- functions -------------------------------------------------------------------------------------------------------


def function_signature(
    name: str, param_block: ParamBlockAst | None, parameters: Sequence[ParameterAst], context: SignatureContext
) -> CommandSignature:
    """Make the signature of a function or script block."""
    block_attributes = [context.attribute(each) for each in param_block.attributes] if param_block is not None else []
    binding = next((each for each in block_attributes if isinstance(each, CmdletBindingAttribute)), None)
    infos = [_parameter(each, context) for each in parameters]
    advanced = binding is not None or any(_has_parameter_attribute(each) for each in infos)
    if binding is None or binding.positional_binding:
        _number_positions(infos)
    check_aliases(infos)
    signature = CommandSignature(
        name,
        infos,
        advanced=advanced,
        script=True,
        default_set=binding.default_parameter_set_name if binding is not None else None,
        should_process=binding is not None and binding.supports_should_process,
        impact=int(binding.confirm_impact) if binding is not None else Impact.MEDIUM,
        common=_common(binding) if advanced else (),
    )
    signature.attributes = block_attributes
    if advanced:
        _refuse_reserved(signature)
    if len(signature.set_names) > MOST_SETS:
        raise MetadataException(
            f"The command '{name}' has more than {MOST_SETS} parameter sets.",
            error_id="ParsingTooManyParameterSets",
            category=ErrorCategory.MetadataError,
        )
    return signature


def _common(binding: CmdletBindingAttribute | None) -> tuple[ParameterInfo, ...]:
    if binding is None:
        return common_infos(False)
    common = common_infos(binding.supports_should_process)
    if not binding.supports_paging:
        return common
    return (*common, *paging.paging_infos())


MOST_SETS: Final = 32
"""Maximum number of parameter sets of a command."""


def _has_parameter_attribute(info: ParameterInfo) -> bool:
    return any(isinstance(each, ParameterAttribute) and not getattr(each, "implied", False) for each in info.attributes)


def _parameter(node: ParameterAst, context: SignatureContext) -> ParameterInfo:
    attributes: list[Any] = []
    static_type = OBJECT
    for each in node.attributes:
        made = _attribute(each, context)
        attributes.append(made)
        if isinstance(made, TypeConstraint) and static_type is OBJECT:
            static_type = made.type
    attributes.reverse()
    variable = node.name.name
    info = parameter_from_attributes(variable, static_type, attributes, script=True)
    info.extent = node.extent
    if node.default_value is not None:
        info.default = context.default(node.default_value)
    return info


def _attribute(node: AttributeBaseAst, context: SignatureContext) -> Any:
    if isinstance(node, TypeConstraintAst):
        return TypeConstraint(context.resolve_type(node.type_name))
    assert isinstance(node, AttributeAst)
    return context.attribute(node)


def parameter_from_attributes(
    name: str, static_type: ClrType | None, attributes: Sequence[Any], *, script: bool
) -> ParameterInfo:
    """Make a parameter of a script from its attributes, in the order in which they are applied."""
    declared = [each for each in attributes if isinstance(each, ParameterAttribute)]
    shown = [each for each in attributes if not isinstance(each, TypeConstraint)]
    if not declared:
        implied: Any = ParameterAttribute()
        implied.implied = True
        declared = [implied]
        shown.insert(0, implied)
    info = ParameterInfo(name, static_type or OBJECT, [_membership(each) for each in declared])
    info.script = script
    info.attributes = tuple(shown)
    info.dont_show = any(each.dont_show for each in declared)
    info.aliases = tuple(
        str(alias) for each in attributes if isinstance(each, AliasAttribute) for alias in each.alias_names
    )
    transforms: list[Any] = []
    validators: list[Any] = []
    for each in attributes:
        if isinstance(each, TypeConstraint):
            transforms.append(each)
        elif hasattr(each, "transform"):
            transforms.append(each.transform)
        elif isinstance(each, ValidateArguments):
            validators.append(each)
        else:
            _apply(info, each)
    converted = any(isinstance(each, TypeConstraint) for each in transforms)
    if static_type is not None and static_type is not OBJECT and not converted:
        transforms.append(TypeConstraint(static_type))
    info.transforms = tuple(transforms)
    info.validators = tuple(validators)
    return info


_FLAGS: dict[type, str] = {
    AllowNullAttribute: "allow_null",
    AllowEmptyStringAttribute: "allow_empty_string",
    AllowEmptyCollectionAttribute: "allow_empty_collection",
}


def _apply(info: ParameterInfo, attribute: Any) -> None:
    flag = _FLAGS.get(type(attribute))
    if flag is not None:
        setattr(info, flag, True)
    elif isinstance(attribute, PSTypeNameAttribute):
        info.ps_type_name = attribute.ps_type_name
    elif isinstance(attribute, (ArgumentCompleterAttribute, ArgumentCompletionsAttribute)):
        info.completer = attribute


def _membership(attribute: ParameterAttribute) -> ParameterSet:
    return ParameterSet(
        attribute.parameter_set_name or ALL_SETS,
        mandatory=attribute.mandatory,
        position=attribute.position,
        pipeline=attribute.value_from_pipeline,
        by_property_name=attribute.value_from_pipeline_by_property_name,
        remaining=attribute.value_from_remaining_arguments,
        help=attribute.help_message,
    )


def _number_positions(infos: Sequence[ParameterInfo]) -> None:
    """Give positions in order to all but switches, unless one names a position or a parameter set itself."""
    memberships = [each for info in infos for each in info.sets.values()]
    if any(each.position != NOT_POSITIONAL or each.name.lower() != ALL_SETS.lower() for each in memberships):
        return
    place = 0
    for info in infos:
        if info.type is SWITCH:
            continue
        next(iter(info.sets.values())).position = place
        for attribute in info.attributes:
            if isinstance(attribute, ParameterAttribute):
                attribute.position = place
                break
        place += 1


def check_aliases(infos: Sequence[ParameterInfo]) -> None:
    """Refuse an alias that two parameters have."""
    seen: set[str] = set()
    for info in infos:
        for alias in info.aliases:
            if alias.lower() in seen:
                raise MetadataException(
                    f'The alias "{alias}" is declared multiple times.',
                    error_id="AliasDeclaredMultipleTimes",
                    category=ErrorCategory.MetadataError,
                )
            seen.add(alias.lower())


def _refuse_reserved(signature: CommandSignature) -> None:
    reserved = {each.key for each in signature.common}
    reserved |= {alias.lower() for each in signature.common for alias in each.aliases}
    for info in signature.own:
        for name in info.names():
            if name.lower() in reserved:
                raise MetadataException(
                    f"A parameter with the name '{name}' was defined multiple times for the command.",
                    error_id="ParameterNameAlreadyExistsForCommand",
                    category=ErrorCategory.MetadataError,
                )


# --- cmdlets ---------------------------------------------------------------------------------------------------------


def cmdlet_signature(cmdlet: type[Cmdlet]) -> CommandSignature:
    """Make the signature of a cmdlet's class."""
    infos = [declared_parameter(each) for each in cmdlet.parameters.values()]
    return CommandSignature(
        cmdlet.command_name(),
        infos,
        error_name=cmdlet.class_name or cmdlet.command_name(),
        default_set=cmdlet.default_set,
        should_process=cmdlet.supports_should_process,
        impact=cmdlet.impact,
        common=common_infos(cmdlet.supports_should_process),
    )


def declared_parameter(declaration: ParameterDeclaration) -> ParameterInfo:
    """Make the parameter of a cmdlet's declaration."""
    sets = [
        ParameterSet(
            name,
            mandatory=each.mandatory,
            position=NOT_POSITIONAL if each.position is None else each.position,
            pipeline=each.pipeline,
            by_property_name=each.by_property_name,
            remaining=each.remaining,
        )
        for name, each in declaration.sets.items()
    ]
    info = ParameterInfo(declaration.name, _declared_type(declaration), sets)
    info.aliases = tuple(declaration.aliases)
    info.default = declaration.default
    info.attribute = declaration.attribute
    info.help = declaration.help
    info.completer = declaration.completer
    info.dont_show = declaration.hidden
    info.whole_name_only = declaration.whole_name_only
    info.refused = declaration.refused
    info.allow_null = declaration.allow_null
    info.allow_empty_string = declaration.allow_empty_string
    info.allow_empty_collection = declaration.allow_empty_collection
    if declaration.transform is not None:
        info.transforms = (_session_transform(declaration.transform),)
    info.validators = tuple(_declared_validators(declaration))
    info.attributes = (*info.validators,)
    return info


def _declared_type(declaration: ParameterDeclaration) -> ClrType:
    found = TYPES.get(declaration.type_name.lower()) or resolve(declaration.type_name)
    if found is None and declaration.refused is not None:
        bare = declaration.type_name.removesuffix("[]")
        found = ClrType(bare, OBJECT)
        return found if bare == declaration.type_name else found.array
    if found is None:
        raise RuntimeException(f"{declaration.name}: no type {declaration.type_name}", error_id="TypeNotFound")
    return found


def _session_transform(transform: Callable[[Value], Value]) -> Callable[[Any, Value], Value]:
    return lambda session, value: transform(value)


def _limits(declaration: ParameterDeclaration) -> tuple[Any, ...]:
    """Return the arguments of a range: a kind (`Positive`), or limits of the parameter's own type."""
    limits = declaration.range or ()
    return tuple(map(Int64, limits)) if declaration.type_name == "long" and len(limits) == 2 else limits


def _declared_validators(declaration: ParameterDeclaration) -> list[Any]:
    made: list[Any] = []
    if declaration.values:
        chosen = ValidateSetAttribute(list(declaration.values))
        chosen.ignore_case = declaration.ignore_case
        made.append(chosen)
    if declaration.range is not None:
        made.append(ValidateRangeAttribute(*_limits(declaration)))
    if declaration.length is not None:
        made.append(ValidateLengthAttribute(*declaration.length))
    if declaration.count is not None:
        made.append(ValidateCountAttribute(*declaration.count))
    if declaration.pattern is not None:
        made.append(ValidatePatternAttribute(declaration.pattern))
    if declaration.not_null_or_white_space:
        made.append(ValidateNotNullOrWhiteSpaceAttribute())
    if declaration.not_null_or_empty:
        made.append(ValidateNotNullOrEmptyAttribute())
    elif declaration.not_null:
        made.append(ValidateNotNullAttribute())
    return made


__all__ = [
    "SignatureContext",
    "check_aliases",
    "cmdlet_signature",
    "declared_parameter",
    "function_signature",
    "parameter_from_attributes",
]
