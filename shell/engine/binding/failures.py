"""The errors of parameter binding: their ids, texts and what they underline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shell.engine.session.preferences import reserved_preference
from shell.types.conversion import cast_errors
from shell.types.conversion.text import net_string
from shell.types.members.extended_members import setting_failed
from shell.values.errors import (
    ErrorCategory,
    NetException,
    ParameterBindingArgumentTransformationException,
    ParameterBindingException,
    ParameterBindingValidationException,
    PSInvalidCastException,
)

if TYPE_CHECKING:
    from shell.engine.binding.parameters import ParameterInfo
    from shell.language.source import Extent
    from shell.types.registry.table import ClrType
    from shell.values.objects import Value


class SettingFailure(ParameterBindingException):
    """A parameter did not accept a value; the text depends on how that was found."""


def binding_error(
    error_id: str,
    message: str,
    extent: Extent | None = None,
    *,
    kind: type[ParameterBindingException] = ParameterBindingException,
    inner: NetException | None = None,
    category: ErrorCategory | None = None,
    parameter: ParameterInfo | None = None,
    name: str | None = None,
) -> ParameterBindingException:
    """Make a binding error. `extent` is what it underlines: None for the whole command.

    `parameter`, or the `name` alone, is what scripts read as `$_.Exception.ParameterName`.
    """
    made = kind(message, error_id=error_id, inner=inner, category=category)
    made.error_extent = extent
    made.parameter_name = parameter.name if parameter is not None else name
    made.parameter_type = parameter.type if parameter is not None else None
    return made


def missing_argument(parameter: ParameterInfo, extent: Extent | None) -> ParameterBindingException:
    """`-Name` at the end, or before another parameter."""
    return binding_error(
        "MissingArgument",
        f"Missing an argument for parameter '{parameter.name}'."
        f" Specify a parameter of type '{parameter.type.script_name}' and try again.",
        extent,
        parameter=parameter,
    )


def ambiguous_name(name: str, candidates: list[ParameterInfo], extent: Extent | None) -> ParameterBindingException:
    """A prefix of several parameter names."""
    listed = "".join(f" -{each.name}" for each in candidates)
    return binding_error(
        "AmbiguousParameter",
        f"Parameter cannot be processed because the parameter name '{name}' is ambiguous."
        f" Possible matches include:{listed}.",
        extent,
        name=name,
    )


def already_bound(name: str, extent: Extent | None) -> ParameterBindingException:
    """A parameter that was given twice."""
    return binding_error(
        "ParameterAlreadyBound",
        f"Cannot bind parameter because parameter '{name}' is specified more than once. To provide multiple"
        " values to parameters that can accept multiple values, use the array syntax. For example,"
        ' "-parameter value1,value2,value3".',
        extent,
        name=name,
    )


def no_such_parameter(name: str, extent: Extent | None) -> ParameterBindingException:
    """A name without a parameter."""
    return binding_error(
        "NamedParameterNotFound",
        f"A parameter cannot be found that matches parameter name '{name}'.",
        extent,
        name=name,
    )


def no_such_position(value: Value) -> ParameterBindingException:
    """An argument left over."""
    text = "$null" if value is None else net_string(value)
    return binding_error(
        "PositionalParameterNotFound", f"A positional parameter cannot be found that accepts argument '{text}'."
    )


def ambiguous_set() -> ParameterBindingException:
    """Parameters of sets that exclude each other, or too few to choose a set."""
    return binding_error(
        "AmbiguousParameterSet",
        "Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be"
        " used together or an insufficient number of parameters were provided.",
    )


def ambiguous_positions() -> ParameterBindingException:
    """Two parameters of one set that claim the same position."""
    return binding_error(
        "AmbiguousPositionalParameterNoName",
        "Cannot bind positional parameters because no names were given.",
    )


def missing_mandatory(names: str) -> ParameterBindingException:
    """Mandatory parameters without a value and without a prompt. `names` are separated by spaces."""
    return binding_error(
        "MissingMandatoryParameter",
        f"Cannot process command because of one or more missing mandatory parameters: {names}.",
    )


def input_not_bound() -> ParameterBindingException:
    """A pipeline object that fits no parameter."""
    return binding_error(
        "InputObjectNotBound",
        "The input object cannot be bound to any parameters for the command either because the command does not take"
        " pipeline input or the input and its properties do not match any of the parameters that take pipeline input.",
    )


def input_missing_mandatory(names: str) -> ParameterBindingException:
    """A pipeline object that was bound, but mandatory parameters are still without a value."""
    return binding_error(
        "InputObjectMissingMandatory",
        "The input object cannot be bound because it did not contain the information required to bind all mandatory"
        f" parameters:  {names}",
    )


def transformation(parameter: ParameterInfo, error: NetException, extent: Extent | None) -> ParameterBindingException:
    """A script's parameter whose argument does not convert."""
    return binding_error(
        "ParameterArgumentTransformationError",
        f"Cannot process argument transformation on parameter '{parameter.name}'. {error.message}",
        extent,
        kind=ParameterBindingArgumentTransformationException,
        inner=error,
        parameter=parameter,
    )


def validation(parameter: ParameterInfo, error: NetException, extent: Extent | None) -> ParameterBindingException:
    """An argument that an attribute refuses."""
    return binding_error(
        "ParameterArgumentValidationError",
        f"Cannot validate argument on parameter '{parameter.name}'. {error.message}",
        extent,
        kind=ParameterBindingValidationException,
        inner=error,
        parameter=parameter,
    )


_EMPTY_TEXTS = {
    "NullNotAllowed": "it is null",
    "EmptyStringNotAllowed": "it is an empty string",
    "EmptyArrayNotAllowed": "it is an empty array",
    "EmptyCollectionNotAllowed": "it is an empty collection",
}


def empty_argument(parameter: ParameterInfo, kind: str, extent: Extent | None) -> ParameterBindingException:
    """$null or something empty for a mandatory parameter; `kind` is a key of `_EMPTY_TEXTS`."""
    return binding_error(
        "ParameterArgumentValidationError" + kind,
        f"Cannot bind argument to parameter '{parameter.name}' because {_EMPTY_TEXTS[kind]}.",
        extent,
        kind=ParameterBindingValidationException,
        parameter=parameter,
    )


def cannot_convert(
    parameter: ParameterInfo, value: Value, target: ClrType, reason: str, extent: Extent | None
) -> ParameterBindingException:
    """A cmdlet's parameter whose argument has a type that is never converted."""
    text = "null" if value is None else net_string(value)
    wanted = target.script_name
    return binding_error(
        "CannotConvertArgument",
        f"Cannot convert '{text}' to the type '{wanted}' required by parameter '{parameter.name}'. {reason}",
        extent,
        parameter=parameter,
    )


def cannot_bind(parameter: ParameterInfo, error: NetException, extent: Extent | None) -> ParameterBindingException:
    """A cmdlet's parameter whose argument does not convert."""
    return binding_error(
        "CannotConvertArgumentNoMessage",
        f"Cannot bind parameter '{parameter.name}'. {error.message}",
        extent,
        inner=error,
        parameter=parameter,
    )


def cannot_set(parameter: ParameterInfo, extent: Extent | None) -> ParameterBindingException:
    """$null for a cmdlet's parameter that cannot hold it."""
    reason = setting_failed(parameter.name, cast_errors.null_to_value_type(parameter.type))
    return binding_error(
        "ParameterBindingFailed",
        f"Cannot bind parameter '{parameter.name}' to the target. {reason.message}",
        extent,
        kind=SettingFailure,
        inner=reason,
        category=ErrorCategory.WriteError,
        parameter=parameter,
    )


def reserved_value(name: str, value: str) -> ParameterBindingException:
    """An ActionPreference that no command takes."""
    return not_taken(name, reserved_preference(value))


def not_taken(name: str, error: NetException) -> ParameterBindingException:
    """A parameter whose value the command itself refuses when it is set."""
    reason = setting_failed(name, error)
    return binding_error(
        "ParameterBindingFailed",
        f"Cannot bind parameter '{name}' to the target. {reason.message}",
        kind=SettingFailure,
        inner=reason,
        category=ErrorCategory.WriteError,
        name=name,
    )


def no_dynamic_parameters(error: NetException) -> ParameterBindingException:
    """A failed `dynamicparam` block, or a cmdlet's equivalent."""
    return binding_error(
        "GetDynamicParametersException",
        f"Cannot retrieve the dynamic parameters for the cmdlet. {error.message}",
        inner=error,
    )


def wrong_type_name(
    parameter: ParameterInfo, wanted: str, extent: Extent | None, final: bool
) -> ParameterBindingException:
    """An argument without the type name that [PSTypeName()] asks for.

    Once no other way to bind is left it counts as a failed transformation, so that a simple function does not put the
    argument into `$args`.
    """
    message = (
        f"Cannot bind argument to parameter '{parameter.name}', because PSTypeNames of the argument do not match the"
        f" PSTypeName required by the parameter: {wanted}."
    )
    return binding_error(
        "MismatchedPSTypeName",
        message,
        extent,
        kind=ParameterBindingArgumentTransformationException if final else ParameterBindingException,
        inner=PSInvalidCastException(message, error_id="InvalidArgument"),
        category=ErrorCategory.InvalidArgument,
        parameter=parameter,
    )


def block_without_input(parameter: ParameterInfo, extent: Extent | None) -> ParameterBindingException:
    """A delay-bind script block without pipeline input."""
    return binding_error(
        "ScriptBlockArgumentNoInput",
        f"Cannot evaluate parameter '{parameter.name}' because its argument is specified as a script block and there is"
        " no input. A script block cannot be evaluated without input.",
        extent,
        category=ErrorCategory.MetadataError,
        parameter=parameter,
    )


def block_without_output(parameter: ParameterInfo, extent: Extent | None) -> ParameterBindingException:
    """A delay-bind script block that wrote nothing."""
    return binding_error(
        "ScriptBlockArgumentNoOutput",
        f"Cannot evaluate parameter '{parameter.name}' because the argument input did not produce any output.",
        extent,
        parameter=parameter,
    )


def block_failed(parameter: ParameterInfo, error: NetException, extent: Extent | None) -> ParameterBindingException:
    """A delay-bind script block that threw."""
    return binding_error(
        "ScriptBlockArgumentInvocationFailed",
        f"Cannot evaluate parameter '{parameter.name}' because its input cannot be evaluated. {error.message}",
        extent,
        inner=error,
        parameter=parameter,
    )


def refused(parameter: ParameterInfo, command: str, extent: Extent | None) -> NetException:
    """A declared parameter that is not emulated."""
    made: Any = binding_error(
        "NotEmulatedParameter",
        f"Parameter '{parameter.name}' of {command} is not emulated. {parameter.refused or ''}".rstrip(),
        extent,
        category=ErrorCategory.NotImplemented,
    )
    found: NetException = made
    return found


__all__ = [
    "SettingFailure",
    "already_bound",
    "ambiguous_name",
    "ambiguous_positions",
    "ambiguous_set",
    "binding_error",
    "block_failed",
    "block_without_input",
    "block_without_output",
    "cannot_bind",
    "cannot_convert",
    "cannot_set",
    "empty_argument",
    "input_missing_mandatory",
    "input_not_bound",
    "missing_argument",
    "missing_mandatory",
    "no_such_parameter",
    "no_such_position",
    "refused",
    "reserved_value",
    "transformation",
    "validation",
    "wrong_type_name",
]
