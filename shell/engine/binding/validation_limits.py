"""The attributes that check limits: [ValidateRange()], [ValidateLength()], [ValidateCount()], [ValidateDrive()]."""

from __future__ import annotations

from typing import Any

from shell.engine.binding.attributes import AUTOMATION
from shell.engine.binding.validation import (
    ARGUMENTS,
    ELEMENTS,
    NULL_TEXT,
    ValidateArguments,
    ValidateElements,
    ValidationMetadataException,
    failure,
)
from shell.engine.operators.operators import compare
from shell.types.conversion.conversion import try_convert
from shell.types.conversion.text import to_string
from shell.types.operators.arithmetic import NUMERIC
from shell.types.operators.comparison import base_of
from shell.types.registry.declarations import clr_constructor
from shell.types.registry.names import named
from shell.types.registry.table import STRING, ClrType, type_of
from shell.values.errors import ArgumentNullException, ArgumentOutOfRangeException
from shell.values.objects import Hashtable, Value


class ValidateRangeAttribute(
    ValidateElements,
    clr_name=AUTOMATION + "ValidateRangeAttribute",
    base=ELEMENTS,
    properties="MinRange:object MaxRange:object",
):
    """[ValidateRange(1, 5)], [ValidateRange('Positive')]."""

    @clr_constructor("object minRange, object maxRange")
    @clr_constructor("System.Management.Automation.ValidateRangeKind kind")
    def __init__(self, min_range: Value, max_range: Value = None) -> None:
        self.kind: str | None = None
        self.min_range, self.max_range = min_range, max_range
        if max_range is None and to_string(min_range) in _KINDS:
            self.kind = to_string(min_range)
            self.min_range = None
            return
        for name, limit in (("minRange", min_range), ("maxRange", max_range)):
            if limit is None:
                raise ArgumentNullException(
                    f'Cannot process argument because the value of argument "{name}" is null. Change the value of'
                    f' argument "{name}" to a non-null value.'
                )
        self.promoted = _common_type(min_range, max_range)
        if compare(min_range, max_range, True) > 0:
            raise failure(
                "The minimum range is greater than the maximum range. Specify a minimum range that is less than or"
                " equal to the maximum range.",
                "MaxRangeSmallerThanMinRange",
            )

    def validate_element(self, value: Value, session: Any) -> None:
        """The value, converted to the limits' type, must lie between them."""
        value = base_of(value)
        if value is None:
            raise failure(NULL_TEXT, "ArgumentIsEmpty")
        if self.kind is not None:
            self._validate_sign(value)
            return
        if type_of(value) is not self.promoted:
            converts, converted = try_convert(value, self.promoted)
            if not converts:
                raise _wrong_element_type(value, type_of(self.min_range))
            value = converted
        if compare(self.min_range, value, True) > 0:
            raise failure(
                f"The {to_string(value)} argument is less than the minimum allowed range of"
                f" {to_string(self.min_range)}. Supply an argument that is greater than or equal to"
                f" {to_string(self.min_range)} and then try the command again.",
                "ValidateRangeTooSmall",
            )
        if compare(self.max_range, value, True) < 0:
            raise failure(
                f"The {to_string(value)} argument is greater than the maximum allowed range of"
                f" {to_string(self.max_range)}. Supply an argument that is less than or equal to"
                f" {to_string(self.max_range)} and then try the command again.",
                "ValidateRangeTooBig",
            )

    def _validate_sign(self, value: Value) -> None:
        integer = named("System.Int32")
        measured = getattr(value, "ticks", value) if type_of(value).name == "System.TimeSpan" else value
        if not isinstance(measured, (int, float)) and not hasattr(measured, "as_tuple"):
            raise _wrong_element_type(value, integer)
        passes, words = _KINDS[self.kind or "Positive"]
        if not passes(measured):
            raise failure(
                f'The argument "{to_string(value)}" cannot be validated because its value is not {words} zero.',
                f"ValidateRange{self.kind}Failure",
            )


_KINDS: dict[str, tuple[Any, str]] = {
    "Positive": (lambda value: value > 0, "greater than"),
    "NonNegative": (lambda value: value >= 0, "greater than or equal to"),
    "Negative": (lambda value: value < 0, "less than"),
    "NonPositive": (lambda value: value <= 0, "less than or equal to"),
}


def _common_type(low: Value, high: Value) -> ClrType:
    """Return the type that both limits are compared as: numbers of two types as Double."""
    one, other = type_of(low), type_of(high)
    if one is other:
        return one
    if type(low) in NUMERIC and type(high) in NUMERIC:
        return named("System.Double")
    raise failure(
        f"The minimum range and maximum range are not of the same type: {one.name} and {other.name}. Make sure that"
        " both are of one type.",
        "MinRangeNotTheSameTypeOfMaxRange",
    )


def _out_of_range(name: str, value: int) -> ArgumentOutOfRangeException:
    return ArgumentOutOfRangeException(
        f'Cannot process argument because the value of argument "{name}" is out of range. Change argument "{name}" to'
        f" a value that is within range. (Parameter '{name}')\nActual value was {value}."
    )


def _check_limits(low: int, high: int, message: str, error_id: str) -> None:
    """Refuse invalid limits: negative, zero as maximum, or minimum above maximum."""
    if low < 0:
        raise _out_of_range("minLength", low)
    if high <= 0:
        raise _out_of_range("maxLength", high)
    if high < low:
        raise failure(message, error_id)


def _wrong_element_type(value: Value, limits: ClrType) -> ValidationMetadataException:
    return failure(
        f'The argument cannot be validated because its type "{type_of(value).short_name}" is not the same type'
        f" ({limits.short_name}) as the maximum and minimum limits of the parameter."
        f" Make sure the argument is of type {limits.short_name} and then try the command again.",
        "ValidationRangeElementType",
    )


class ValidateLengthAttribute(
    ValidateElements,
    clr_name=AUTOMATION + "ValidateLengthAttribute",
    base=ELEMENTS,
    properties="MinLength:int MaxLength:int",
):
    """[ValidateLength(min, max)]: characters of a string."""

    @clr_constructor("int minLength, int maxLength")
    def __init__(self, min_length: int, max_length: int) -> None:
        _check_limits(
            min_length,
            max_length,
            "The specified maximum length is less than the specified minimum length. Specify a maximum length that is"
            " greater than the minimum length and then try the command again.",
            "ValidateLengthMaxLengthSmallerThanMinLength",
        )
        self.min_length = min_length
        self.max_length = max_length

    def validate_element(self, value: Value, session: Any) -> None:
        """The value must be a string of that length."""
        value = base_of(value)
        if type_of(value) is not STRING:
            raise failure(
                "The ValidateLength attribute cannot be applied to a parameter that is not a string or string[]"
                " parameter. Make the parameter a string or string[] parameter.",
                "ValidateLengthNotString",
            )
        length = len(value)
        if length < self.min_length:
            raise failure(
                f"The character length ({length}) of the argument is too short. Specify an argument with a length that"
                f' is greater than or equal to "{self.min_length}", and then try the command again.',
                "ValidateLengthMinLengthFailure",
            )
        if length > self.max_length:
            raise failure(
                f"The character length of the {length} argument is too long. Shorten the character length of the"
                f' argument so it is fewer than or equal to "{self.max_length}" characters, and then try the command'
                " again.",
                "ValidateLengthMaxLengthFailure",
            )


class ValidateCountAttribute(
    ValidateArguments,
    clr_name=AUTOMATION + "ValidateCountAttribute",
    base=ARGUMENTS,
    properties="MinLength:int MaxLength:int",
):
    """[ValidateCount(min, max)]: elements of a collection."""

    @clr_constructor("int minLength, int maxLength")
    def __init__(self, min_length: int, max_length: int) -> None:
        _check_limits(
            min_length,
            max_length,
            "The specified maximum number of arguments is less than the specified minimum number. Specify a maximum"
            " that is not less than the minimum and then try the command again.",
            "ValidateRangeMaxLengthSmallerThanMinLength",
        )
        self.min_length = min_length
        self.max_length = max_length

    def validate(self, value: Value, session: Any) -> None:
        """The value must be a collection of that many elements; $null counts as none."""
        base = base_of(value)
        if base is None:
            count = 0
        elif isinstance(base, (list, Hashtable)):
            count = len(base)
        else:
            raise failure(
                "The ValidateCount attribute cannot be applied to a non-array parameter. Either remove the attribute"
                " from the parameter or make the parameter an array parameter.",
                "NotAnArrayParameter",
            )
        if self.min_length <= count <= self.max_length:
            return
        if self.min_length == self.max_length:
            raise failure(
                f"The parameter requires exactly {self.max_length} value(s) - {count} value(s) were provided.",
                "ValidateCountExactFailure",
            )
        raise failure(
            f"The parameter requires at least {self.min_length} value(s) and no more than {self.max_length} value(s)"
            f" - {count} value(s) were provided.",
            "ValidateCountMinMaxFailure",
        )


class ValidateDriveAttribute(
    ValidateArguments,
    clr_name=AUTOMATION + "ValidateDriveAttribute",
    base=ARGUMENTS,
    properties="ValidRootDrives:string[]",
):
    """[ValidateDrive('C', 'Function')]: the path must be on one of the drives."""

    @clr_constructor("params string[] validRootDrives")
    def __init__(self, valid_root_drives: list[Value]) -> None:
        self.valid_root_drives = valid_root_drives

    def validate(self, value: Value, session: Any) -> None:
        """Compare the drive in front of the colon."""
        path = base_of(value)
        if not isinstance(path, str) or not path:
            raise failure("The path argument must be a non-empty string.", "PathArgumentIsNotValid")
        drive = path.partition(":")[0] if ":" in path else "/"
        if drive.lower() in (each.lower() for each in self.valid_root_drives):
            return
        raise failure(
            f"The path argument drive {drive} does not belong to the set of approved drives:"
            f" {','.join(self.valid_root_drives)}. Supply a path argument with an approved drive.",
            "ValidateDrivePathFailed",
        )


class ValidateUserDriveAttribute(
    ValidateDriveAttribute, clr_name=AUTOMATION + "ValidateUserDriveAttribute", base=ARGUMENTS
):
    """[ValidateUserDrive()]: the path must be on `User:`."""

    @clr_constructor()
    def __init__(self) -> None:
        super().__init__(["User"])


class ValidateTrustedDataAttribute(
    ValidateArguments, clr_name=AUTOMATION + "ValidateTrustedDataAttribute", base=ARGUMENTS
):
    """[ValidateTrustedData()]: refuses untrusted data in mixed language modes, which are not emulated."""

    @clr_constructor()
    def __init__(self) -> None: ...

    def validate(self, value: Value, session: Any) -> None:
        """Accept everything: all data are trusted in full language mode."""


__all__ = [
    "ValidateCountAttribute",
    "ValidateDriveAttribute",
    "ValidateLengthAttribute",
    "ValidateRangeAttribute",
    "ValidateTrustedDataAttribute",
    "ValidateUserDriveAttribute",
]
