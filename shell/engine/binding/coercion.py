"""Coercion of an argument to a parameter's value: transformation, conversion, validation.

A script's parameter converts by its type constraints, as transformations; a cmdlet's by its type, with rules of its
own: a list is never made a scalar, and a Boolean takes only Booleans and numbers.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from shell.engine.binding import failures
from shell.lazy import lazy
from shell.types.conversion import switches  # noqa: F401  gives SwitchParameter its conversion
from shell.types.conversion.conversion import convert
from shell.types.operators.comparison import base_of
from shell.types.registry.table import ARRAY, BOOLEAN, OBJECT, PS_OBJECT, STRING, SWITCH, ClrType, type_names, type_of
from shell.values.errors import NetException, PSInvalidCastException
from shell.values.objects import (
    ABSENT,
    AUTOMATION_NULL,
    PRESENT,
    SwitchParameter,
    TypedArray,
    Value,
)

if TYPE_CHECKING:
    from shell.engine.binding.binder import Binding
    from shell.engine.binding.parameters import ParameterInfo
    from shell.language.source import Extent
    from shell.types.conversion import fallback_conversions
    from shell.types.members import reading
    from shell.values import culture
else:
    fallback_conversions = lazy("shell.types.conversion.fallback_conversions", globals())
    reading = lazy("shell.types.members.reading", globals())
    culture = lazy("shell.values.culture", globals())


class NotBound(Exception):
    """The value does not have the parameter's type, and conversion was not allowed."""


_VERSION: Final = "System.Version"
"""`-MinimumVersion 2.0` is a number to the parser; its spelling tells the version."""


class TypeConstraint:
    """`[int]` in front of a script's parameter: a transformation that converts."""

    __slots__ = ("is_boolean", "type")

    def __init__(self, type: ClrType) -> None:
        self.type = type
        self.is_boolean = _is_boolean(type)

    def apply(self, value: Value, advanced: bool, spelling: str | None = None) -> Value:
        """Convert. `advanced`: a function with [CmdletBinding()] refuses an array for a string."""
        target = self.type
        base = base_of(value)
        if target.name == "System.Management.Automation.PSReference":
            if type_of(base).name != target.name:
                raise PSInvalidCastException(
                    "Cannot process argument transformation. Reference type is expected in argument.",
                    error_id="InvalidCastExceptionReferenceTypeExpected",
                )
            return value
        if type(base).__name__ == "PSReference":
            value = base = base.value
        if target is STRING:
            if spelling is not None:
                return spelling
            if advanced and isinstance(base, list) and type_of(base).element_type is not None:
                raise PSInvalidCastException(
                    "Cannot convert value to type System.String.", error_id="InvalidCastFromAnyTypeToString"
                )
        if self.is_boolean:
            check_boolean(value, target)
            if target is SWITCH and isinstance(base, (int, float, Decimal)):
                value = bool(base)
        elif advanced and target.element_type is not None and _is_boolean(target.element_type):
            for each in base if isinstance(base, list) else [value]:
                check_boolean(each, target.element_type)
        elif spelling is not None and target.element_type is STRING:
            value = spelling
        return convert(value, target)


def _is_boolean(type: ClrType) -> bool:
    if type.is_nullable:
        return type.generic_arguments[0] is BOOLEAN
    return type is BOOLEAN or type is SWITCH


def check_boolean(value: Value, target: ClrType) -> None:
    """Refuse a value that is neither a Boolean nor a number."""
    base = base_of(value)
    if base is None:
        if target is BOOLEAN:
            raise _not_boolean("", target)
        return
    if not isinstance(base, (bool, int, float, Decimal, SwitchParameter)) or type_of(base).is_enum:
        raise _not_boolean(type_of(base).name, target)


def _reflected(target: ClrType) -> str:
    """Return a type's name as reflection writes it."""
    inner = target.generic_arguments
    return f"System.Nullable`1[{inner[0].name}]" if inner else target.script_name


def _not_boolean(source: str, target: ClrType) -> PSInvalidCastException:
    return PSInvalidCastException(
        f'Cannot convert value "{source}" to type "{_reflected(target)}". Boolean parameters accept only Boolean values'
        " and numbers, such as $True, $False, 1 or 0.",
        error_id="InvalidCastFromAnyTypeToBoolean",
    )


def parameter_value(
    binding: Binding,
    parameter: ParameterInfo,
    value: Value,
    extent: Extent | None,
    coerce: bool,
    spelling: str | None = None,
) -> Value:
    """Return the value of a parameter for an argument.

    Raises NotBound if `coerce` is false and the value does not have the parameter's type, and a binding error if the
    value does not convert or is not valid.
    """
    for transform in parameter.transforms:
        if type(transform) is TypeConstraint:
            if coerce:
                try:
                    value = transform.apply(value, binding.signature.advanced, spelling)
                except NetException as error:
                    raise failures.transformation(parameter, error, extent) from error
        else:
            value = _custom_transform(binding, parameter, transform, value, extent)
    if not coerce:
        value = uncoerced(parameter, value)
    elif not parameter.script:
        value = coerce_to(parameter, parameter.type, value, extent, spelling)
    if parameter.ps_type_name is not None and value is not None:
        _check_type_name(parameter, value, extent, coerce)
    validate(binding, parameter, value, extent)
    if not parameter.script and value is None and not _holds_null(parameter.type):
        raise failures.cannot_set(parameter, extent)
    return value


def _custom_transform(
    binding: Binding, parameter: ParameterInfo, transform: Any, value: Value, extent: Extent | None
) -> Value:
    try:
        return transform(binding.session, value)
    except NetException as error:
        raise failures.transformation(parameter, error, extent) from error


def _check_type_name(parameter: ParameterInfo, value: Value, extent: Extent | None, final: bool) -> None:
    """Refuse a value, or a collection with an element, without the type name of [PSTypeName()]."""
    wanted = parameter.ps_type_name or ""
    values = reading.enumerate_value(value)
    for each in [value] if values is None else values:
        if wanted.lower() not in (name.lower() for name in type_names(each)):
            raise failures.wrong_type_name(parameter, wanted, extent, final)


def validate(binding: Binding, parameter: ParameterInfo, value: Value, extent: Extent | None) -> None:
    """Run the validation attributes, then the rules for $null and empty values of mandatory parameters."""
    for validator in parameter.validators:
        try:
            validator.validate(value, binding.session)
        except NetException as error:
            raise failures.validation(parameter, error, extent) from error
    if parameter.is_mandatory:
        refuse_empty(parameter, parameter.type, value, extent, True)


def refuse_empty(
    parameter: ParameterInfo, target: ClrType, value: Value, extent: Extent | None, into_elements: bool
) -> None:
    """Refuse $null, '' and empty collections unless an attribute allows them."""
    if value is None or value is AUTOMATION_NULL:
        if not parameter.allow_null and not target.is_nullable:
            raise failures.empty_argument(parameter, "NullNotAllowed", extent)
        return
    if target is STRING:
        if value == "" and not parameter.allow_empty_string:
            raise failures.empty_argument(parameter, "EmptyStringNotAllowed", extent)
        return
    if not into_elements or not is_collection(target):
        return
    elements = base_of(value)
    if not isinstance(elements, list):
        elements = list(elements) if hasattr(elements, "__iter__") and not isinstance(elements, str) else [elements]
    if not elements:
        if not parameter.allow_empty_collection:
            kind = "EmptyArrayNotAllowed" if target.element_type is not None else "EmptyCollectionNotAllowed"
            raise failures.empty_argument(parameter, kind, extent)
        return
    element_type = element_type_of(target)
    if element_type is not None and element_type.is_value_type:
        return
    for each in elements:
        refuse_empty(parameter, element_type or OBJECT, each, extent, False)


def waits_for_input(parameter: ParameterInfo) -> bool:
    """True if a script block for the parameter is delay-bound: evaluated for each pipeline object."""
    kind = parameter.type.element_type or parameter.type
    return kind is not OBJECT and kind.name != "System.Management.Automation.ScriptBlock"


def is_collection(type: ClrType) -> bool:
    """True for types that take a list: arrays, IList, generic collections; no dictionaries."""
    if type.element_type is not None or type is ARRAY:
        return True
    ancestry = type.ancestry
    return "system.collections.ilist" in ancestry and "system.collections.idictionary" not in ancestry


def element_type_of(type: ClrType) -> ClrType | None:
    """Return the element type of a collection type, or None if it has none."""
    if type.element_type is not None:
        return type.element_type
    return type.generic_arguments[0] if len(type.generic_arguments) == 1 else None


def _holds_null(type: ClrType) -> bool:
    return not type.is_value_type or type.is_nullable or type is SWITCH


def fits(type: ClrType, value: Value) -> bool:
    """True if a value has a type without conversion."""
    if type is OBJECT or type is PS_OBJECT:
        return True
    return type.is_assignable_from(type_of(value))


def uncoerced(parameter: ParameterInfo, value: Value) -> Value:
    """Return the value if it has the parameter's type, or can be put into the parameter's collection as it is."""
    target = parameter.type
    if value is None or value is AUTOMATION_NULL:
        if (target.is_value_type and not target.is_nullable) or (parameter.script and target is STRING):
            raise NotBound
        return None
    if fits(target, value):
        return base_of(value) if target is not OBJECT and target is not PS_OBJECT else value
    if not is_collection(target):
        raise NotBound
    base = base_of(value)
    element_type = element_type_of(target) or OBJECT
    elements = base if isinstance(base, list) else [value]
    if not all(each is None or fits_element(element_type, each) for each in elements):
        raise NotBound
    return make_collection(target, elements)


def fits_element(type: ClrType, value: Value) -> bool:
    """True if a collection takes the element without conversion: it has the element type or derives from it."""
    return fits(type, value)


def make_collection(target: ClrType, elements: list[Value]) -> Value:
    """Return a collection of a type with elements that fit."""
    if target is ARRAY or target.element_type is OBJECT:
        return list(elements)
    if target.element_type is not None:
        return TypedArray(target.element_type, [base_of(each) for each in elements])
    return convert(list(elements), target)


def coerce_to(
    parameter: ParameterInfo, target: ClrType, value: Value, extent: Extent | None, spelling: str | None = None
) -> Value:
    """Convert an argument of a cmdlet."""
    if value is None or value is AUTOMATION_NULL:
        if target is BOOLEAN:
            raise failures.empty_argument(parameter, "NullNotAllowed", extent)
        return PRESENT if target is SWITCH else None
    if target is SWITCH or target is BOOLEAN:
        return _coerce_boolean(parameter, target, value, extent)
    if spelling is not None and (target is STRING or target.element_type is STRING or target.name == _VERSION):
        value = spelling
    if fits(target, value):
        return value if target is OBJECT or target is PS_OBJECT else base_of(value)
    base = base_of(value)
    if is_collection(target):
        return _coerce_collection(parameter, target, value, extent)
    if isinstance(base, list) and not target.is_enum and not target.data.get("takes_list"):
        raise failures.cannot_convert(parameter, value, target, "Specified method is not supported.", extent)
    try:
        if culture.current() is culture.EN_US:
            return convert(value, target)
        with fallback_conversions.in_current_culture():
            return convert(value, target)
    except PSInvalidCastException as error:
        raise failures.cannot_bind(parameter, error, extent) from error


def _coerce_collection(parameter: ParameterInfo, target: ClrType, value: Value, extent: Extent | None) -> Value:
    base = base_of(value)
    elements = base if isinstance(base, list) else [value]
    element_type = element_type_of(target)
    if element_type is not None:
        elements = [coerce_to(parameter, element_type, each, extent) for each in elements]
        if element_type.is_value_type and not element_type.is_nullable and None in elements:
            # elements of a value type start as the type's default
            elements = [convert(None, element_type) if each is None else each for each in elements]
    return make_collection(target, elements)


def _coerce_boolean(parameter: ParameterInfo, target: ClrType, value: Value, extent: Extent | None) -> Value:
    base = base_of(value)
    if not isinstance(base, (bool, int, float, Decimal, SwitchParameter)) or type_of(base).is_enum:
        raise failures.cannot_convert(parameter, type_of(base), target, "", extent)
    truth = bool(base)
    if target is SWITCH:
        return PRESENT if truth else ABSENT
    return truth


__all__ = [
    "NotBound",
    "TypeConstraint",
    "check_boolean",
    "coerce_to",
    "element_type_of",
    "fits",
    "is_collection",
    "make_collection",
    "parameter_value",
    "refuse_empty",
    "uncoerced",
    "validate",
    "waits_for_input",
]
