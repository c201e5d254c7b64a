"""The attributes that check a value: [ValidateSet()], [ValidateRange()] and their kin.

`validate(value, session)` raises a ValidationMetadataException whose message the binder puts behind
"Cannot validate argument on parameter 'X'.".
"""

from __future__ import annotations

from typing import Any

from shell.runtime.attributes import AUTOMATION, ScriptAttribute
from shell.runtime.clrtype import STRING, ClrType, type_of
from shell.runtime.conversion import try_convert
from shell.runtime.declare import clr_constructor
from shell.runtime.errors import RuntimeException
from shell.runtime.objects import AUTOMATION_NULL, Hashtable, PSObject, Value
from shell.runtime.operators import compare
from shell.runtime.text import to_string
from shell.runtime.typenames import named


class MetadataException(RuntimeException):
    """System.Management.Automation.MetadataException."""

    clr_name = AUTOMATION + "MetadataException"


class ValidationMetadataException(MetadataException):
    """System.Management.Automation.ValidationMetadataException."""

    clr_name = AUTOMATION + "ValidationMetadataException"


class ArgumentTransformationMetadataException(MetadataException):
    """System.Management.Automation.ArgumentTransformationMetadataException."""

    clr_name = AUTOMATION + "ArgumentTransformationMetadataException"


class ArgumentTransformationAttribute(ScriptAttribute, clr_name=AUTOMATION + "ArgumentTransformationAttribute"):
    """The base of a script's classes that change an argument before it is converted."""

    @clr_constructor()
    def __init__(self) -> None: ...


_NULL = "The argument is null. Provide a valid value for the argument, and then try running the command again."
_EMPTY = "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again."
_NULL_IN_COLLECTION = (
    "The argument is null, empty, or an element of the argument collection contains a null value."
    " Supply a collection that does not contain any null values and then try the command again."
)
_WHITE_SPACE = (
    "The argument is null, empty, or consists of only white-space characters."
    " Provide an argument that contains non white-space characters, and then try the command again."
)


def failure(message: str, error_id: str) -> ValidationMetadataException:
    """Make the error of a check."""
    return ValidationMetadataException(message, error_id=error_id)


def _base(value: Value) -> Value:
    if isinstance(value, PSObject) and value.base is not value:
        return value.base
    return None if value is AUTOMATION_NULL else value


class ValidateArguments(ScriptAttribute, clr_name=AUTOMATION + "ValidateArgumentsAttribute"):
    """The base of every check."""

    def validate(self, value: Value, session: Any) -> None:
        """Raise if the value does not pass."""
        raise NotImplementedError


class ValidateElements(
    ValidateArguments,
    clr_name=AUTOMATION + "ValidateEnumeratedArgumentsAttribute",
    base=AUTOMATION + "ValidateArgumentsAttribute",
):
    """A check of a single value, or of each element of a collection."""

    def validate(self, value: Value, session: Any) -> None:
        """Check the value or its elements."""
        base = _base(value)
        if base is None:
            raise failure(_NULL_IN_COLLECTION, "ArgumentIsEmpty")
        if isinstance(base, list):
            for each in base:
                self.validate_element(each, session)
        else:
            self.validate_element(value, session)

    def validate_element(self, value: Value, session: Any) -> None:
        """Raise if one element does not pass."""
        raise NotImplementedError


_ELEMENTS = AUTOMATION + "ValidateEnumeratedArgumentsAttribute"
_ARGUMENTS = AUTOMATION + "ValidateArgumentsAttribute"


class ValidateSetAttribute(
    ValidateElements,
    clr_name=AUTOMATION + "ValidateSetAttribute",
    base=_ELEMENTS,
    properties="ErrorMessage:string=rw IgnoreCase:bool=rw ValidValues:string[]",
):
    """[ValidateSet('a', 'b')]; one argument that is a type names a class with `GetValidValues()`."""

    @clr_constructor("params string[] validValues")
    def __init__(self, valid_values: list[Value]) -> None:
        self.valid_values = valid_values
        self.ignore_case = True
        self.error_message: str | None = None

    def validate_element(self, value: Value, session: Any) -> None:
        """The value's text must be one of the set."""
        if value is None:
            raise failure(_NULL, "ArgumentIsEmpty")
        text = to_string(value)
        folded = text.lower() if self.ignore_case else text
        for each in self.valid_values:
            if (each.lower() if self.ignore_case else each) == folded:
                return
        joined = ",".join(self.valid_values)
        message = (
            _custom(self.error_message, text, joined)
            or f'The argument "{text}" does not belong to the set "{joined}" specified by the ValidateSet attribute.'
            " Supply an argument that is in the set and then try the command again."
        )
        raise failure(message, "ValidateSetFailure")


class ValidateRangeAttribute(
    ValidateElements,
    clr_name=AUTOMATION + "ValidateRangeAttribute",
    base=_ELEMENTS,
    properties="MinRange:object MaxRange:object",
):
    """[ValidateRange(1, 5)], [ValidateRange('Positive')]."""

    @clr_constructor("object minRange, object maxRange")
    @clr_constructor("string kind")
    def __init__(self, min_range: Value, max_range: Value = None) -> None:
        self.kind: str | None = None
        self.min_range, self.max_range = min_range, max_range
        if max_range is None:
            self.kind = _range_kind(min_range)
            self.min_range = None
            return
        self.promoted: ClrType = type_of(min_range)
        if type_of(max_range) is not self.promoted:
            self.promoted = named("System.Double")
        if compare(min_range, max_range, True) > 0:
            raise failure(
                "The minimum range is greater than the maximum range. Specify a minimum range that is less than or"
                " equal to the maximum range.",
                "MaxRangeSmallerThanMinRange",
            )

    def validate_element(self, value: Value, session: Any) -> None:
        """The value, converted to the limits' type, must lie between them."""
        value = _base(value)
        if value is None:
            raise failure(_NULL, "ArgumentIsEmpty")
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
        if not isinstance(value, (int, float)) and not hasattr(value, "as_tuple"):
            raise _wrong_element_type(value, integer)
        passes, words = _KINDS[self.kind or "Positive"]
        if not passes(value):
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


def _range_kind(name: Value) -> str:
    text = to_string(name).lower()
    for each in _KINDS:
        if each.lower() == text:
            return each
    raise failure(f'The range "{to_string(name)}" is not known.', "InvalidRangeKind")


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
    base=_ELEMENTS,
    properties="MinLength:int MaxLength:int",
):
    """[ValidateLength(min, max)]: characters of a string."""

    @clr_constructor("int minLength, int maxLength")
    def __init__(self, min_length: int, max_length: int) -> None:
        self.min_length = min_length
        self.max_length = max_length

    def validate_element(self, value: Value, session: Any) -> None:
        """The value must be a string of that length."""
        value = _base(value)
        if type_of(value) is not STRING:
            raise failure(
                f"The ValidateLength attribute cannot be applied to an argument of type"
                f' "{type_of(value).name}"; it must be a string.',
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
    base=_ARGUMENTS,
    properties="MinLength:int MaxLength:int",
):
    """[ValidateCount(min, max)]: elements of a collection."""

    @clr_constructor("int minLength, int maxLength")
    def __init__(self, min_length: int, max_length: int) -> None:
        self.min_length = min_length
        self.max_length = max_length

    def validate(self, value: Value, session: Any) -> None:
        """The value must be a collection of that many elements; $null counts as none."""
        base = _base(value)
        if base is None:
            count = 0
        elif isinstance(base, (list, Hashtable)):
            count = len(base)
        else:
            raise failure(
                "The ValidateCount attribute cannot be applied to a non-array parameter. Either remove the attribute"
                " or make the parameter an array parameter.",
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


class ValidatePatternAttribute(
    ValidateElements,
    clr_name=AUTOMATION + "ValidatePatternAttribute",
    base=_ELEMENTS,
    properties="RegexPattern:string Options:string=rw ErrorMessage:string=rw",
):
    """[ValidatePattern('regex')]; case does not matter unless Options says so."""

    @clr_constructor("string regexPattern")
    def __init__(self, regex_pattern: str) -> None:
        self.regex_pattern = regex_pattern
        self.options: Value = "IgnoreCase"
        self.error_message: str | None = None

    def validate_element(self, value: Value, session: Any) -> None:
        """The value's text must match somewhere."""
        from shell.runtime.patterns import Options, compile_pattern

        if value is None:
            raise failure(_NULL, "ArgumentIsEmpty")
        text = to_string(value)
        options = Options.IGNORE_CASE if "ignorecase" in to_string(self.options).lower() else 0
        if compile_pattern(self.regex_pattern, options).code.search(text) is not None:
            return
        message = (
            _custom(self.error_message, text, self.regex_pattern)
            or f'The argument "{text}" does not match the "{self.regex_pattern}" pattern. Supply an argument that'
            f' matches "{self.regex_pattern}" and try the command again.'
        )
        raise failure(message, "ValidatePatternFailure")


class ValidateScriptAttribute(
    ValidateElements,
    clr_name=AUTOMATION + "ValidateScriptAttribute",
    base=_ELEMENTS,
    properties="ScriptBlock:scriptblock ErrorMessage:string=rw",
):
    """[ValidateScript({...})]: the block sees the value as `$_` and must answer with something true."""

    @clr_constructor("scriptblock scriptBlock")
    def __init__(self, script_block: Value) -> None:
        self.script_block = script_block
        self.error_message: str | None = None

    def validate_element(self, value: Value, session: Any) -> None:
        """Run the block."""
        from shell.runtime.conversion import to_bool

        if value is None:
            raise failure(_NULL, "ArgumentIsEmpty")
        answer = session.collect(self.script_block, (), dollar_under=value)
        if to_bool(answer[0] if len(answer) == 1 else answer):
            return
        text, block = to_string(value), to_string(self.script_block)
        message = (
            _custom(self.error_message, text, block)
            or f'The "{block}" validation script for the argument with value "{text}" did not return a result of True.'
            " Determine why the validation script failed, and then try the command again."
        )
        raise failure(message, "ValidateScriptFailure")


class ValidateNotNullAttribute(ValidateArguments, clr_name=AUTOMATION + "ValidateNotNullAttribute", base=_ARGUMENTS):
    """[ValidateNotNull()]: neither the value nor an element is $null."""

    @clr_constructor()
    def __init__(self) -> None: ...

    def validate(self, value: Value, session: Any) -> None:
        """Check the value and its elements."""
        base = _base(value)
        if base is None:
            raise failure(_NULL, "ArgumentIsNull")
        if isinstance(base, list) and any(_base(each) is None for each in base):
            raise failure(_NULL_IN_COLLECTION, "ArgumentIsNull")


class ValidateNotNullOrEmptyAttribute(
    ValidateArguments, clr_name=AUTOMATION + "ValidateNotNullOrEmptyAttribute", base=_ARGUMENTS
):
    """[ValidateNotNullOrEmpty()]: no $null, '', empty collection, and none of these inside a collection."""

    @clr_constructor()
    def __init__(self) -> None: ...

    def validate(self, value: Value, session: Any) -> None:
        """Check the value and its elements."""
        base = _base(value)
        if base is None or (isinstance(base, str) and not base):
            raise failure(self.text, "ArgumentIsEmpty")
        if isinstance(base, list):
            if not base or any(self.is_empty(each) for each in base):
                raise failure(_NULL_IN_COLLECTION, "ArgumentIsEmpty")
        elif (isinstance(base, Hashtable) and not len(base)) or self.is_empty(base):
            raise failure(self.text, "ArgumentIsEmpty")

    text = _EMPTY

    def is_empty(self, value: Value) -> bool:
        """True for what may not be in a collection."""
        base = _base(value)
        return base is None or (isinstance(base, str) and not base)


class ValidateNotNullOrWhiteSpaceAttribute(
    ValidateNotNullOrEmptyAttribute, clr_name=AUTOMATION + "ValidateNotNullOrWhiteSpaceAttribute", base=_ARGUMENTS
):
    """[ValidateNotNullOrWhiteSpace()]: blanks count as empty."""

    text = _WHITE_SPACE

    @clr_constructor()
    def __init__(self) -> None: ...

    def is_empty(self, value: Value) -> bool:
        """True for what may not be in a collection."""
        base = _base(value)
        return base is None or (isinstance(base, str) and not base.strip())


class ValidateDriveAttribute(
    ValidateArguments,
    clr_name=AUTOMATION + "ValidateDriveAttribute",
    base=_ARGUMENTS,
    properties="ValidRootDrives:string[]",
):
    """[ValidateDrive('C', 'Function')]: the path must be on one of the drives."""

    @clr_constructor("params string[] validRootDrives")
    def __init__(self, valid_root_drives: list[Value]) -> None:
        self.valid_root_drives = valid_root_drives

    def validate(self, value: Value, session: Any) -> None:
        """Compare the drive in front of the colon."""
        path = _base(value)
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
    ValidateDriveAttribute, clr_name=AUTOMATION + "ValidateUserDriveAttribute", base=_ARGUMENTS
):
    """[ValidateUserDrive()]: the path must be on `User:`."""

    @clr_constructor()
    def __init__(self) -> None:
        super().__init__(["User"])


def _custom(template: str | None, *values: str) -> str | None:
    """Fill an ErrorMessage: `{0}` is the argument, `{1}` what it failed."""
    if template is None:
        return None
    from shell.runtime.dotnet.formatting import composite_format

    text: str = composite_format(template, list(values))
    return text


__all__ = [
    "ArgumentTransformationAttribute",
    "ArgumentTransformationMetadataException",
    "MetadataException",
    "ValidateArguments",
    "ValidateCountAttribute",
    "ValidateElements",
    "ValidateLengthAttribute",
    "ValidateNotNullAttribute",
    "ValidateNotNullOrEmptyAttribute",
    "ValidateNotNullOrWhiteSpaceAttribute",
    "ValidatePatternAttribute",
    "ValidateRangeAttribute",
    "ValidateScriptAttribute",
    "ValidateSetAttribute",
    "ValidationMetadataException",
    "failure",
]
