"""Validation attributes: [ValidateSet()], [ValidateScript()] and others.

`validate(value, session)` raises a ValidationMetadataException whose message the binder puts behind
"Cannot validate argument on parameter 'X'.".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from shell.engine.binding.attributes import AUTOMATION, ScriptAttribute
from shell.lazy import lazy
from shell.types.conversion.conversion import to_bool
from shell.types.conversion.text import to_string
from shell.types.operators.comparison import base_of
from shell.types.registry.declarations import clr_constructor
from shell.types.registry.table import ClrType
from shell.values.errors import PSArgumentException, RuntimeException
from shell.values.objects import GenericList, Hashtable, TypedArray, Value
from shell.values.patterns.regular_expressions import Options, compile_pattern

if TYPE_CHECKING:
    from shell.types.members import access
    from shell.types.operators import formatting
else:
    access = lazy("shell.types.members.access", globals())
    formatting = lazy("shell.types.operators.formatting", globals())


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

    def transform(self, session: Any, value: Value) -> Value:
        """Return the result of a script's own `Transform` for an argument."""
        return _script_method(self, "Transform", session, session.get_variable("ExecutionContext"), value)


def _script_method(attribute: ScriptAttribute, name: str, session: Any, *arguments: Value) -> Value:
    """Call a method that a script's attribute class defines."""
    return access.call_method(attribute, name, arguments, session)


NULL_TEXT = "The argument is null. Provide a valid value for the argument, and then try running the command again."
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


class ValidateArguments(ScriptAttribute, clr_name=AUTOMATION + "ValidateArgumentsAttribute"):
    """The base of every check; a class of a script has its own `Validate`."""

    @clr_constructor()
    def __init__(self) -> None: ...

    def validate(self, value: Value, session: Any) -> None:
        """Raise ValidationMetadataException if the value is not valid."""
        _script_method(self, "Validate", session, value, session.get_variable("ExecutionContext"))


class ValidateElements(
    ValidateArguments,
    clr_name=AUTOMATION + "ValidateEnumeratedArgumentsAttribute",
    base=AUTOMATION + "ValidateArgumentsAttribute",
):
    """A check of a single value, or of each element of a collection; a script's class has its own `ValidateElement`."""

    @clr_constructor()
    def __init__(self) -> None: ...

    def validate(self, value: Value, session: Any) -> None:
        """Check the value or its elements."""
        base = base_of(value)
        if base is None:
            raise failure(_NULL_IN_COLLECTION, "ArgumentIsEmpty")
        if isinstance(base, list):
            for each in base:
                self.validate_element(each, session)
        else:
            self.validate_element(value, session)

    def validate_element(self, value: Value, session: Any) -> None:
        """Raise ValidationMetadataException if an element is not valid."""
        _script_method(self, "ValidateElement", session, value)


ELEMENTS = AUTOMATION + "ValidateEnumeratedArgumentsAttribute"
ARGUMENTS = AUTOMATION + "ValidateArgumentsAttribute"


class ValidateSetAttribute(
    ValidateElements,
    clr_name=AUTOMATION + "ValidateSetAttribute",
    base=ELEMENTS,
    properties="ErrorMessage:string=rw IgnoreCase:bool=rw ValidValues:string[]",
):
    """[ValidateSet('a', 'b')]; one argument that is a type names a class with `GetValidValues()`."""

    @clr_constructor("params string[] validValues")
    @clr_constructor("type valuesGeneratorType")
    def __init__(self, valid_values: list[Value] | ClrType) -> None:
        if isinstance(valid_values, ClrType) and _GENERATOR not in valid_values.ancestry:
            raise PSArgumentException(
                'Cannot process argument because the value of argument "valuesGeneratorType" is not valid. Change the'
                ' value of the "valuesGeneratorType" argument and run the operation again.',
                error_id="Argument",
            )
        self._valid_values = valid_values
        self.ignore_case = True
        self.error_message: str | None = None

    @property
    def valid_values(self) -> list[Value]:
        """Return the set; a generator class is called each time."""
        known = self._valid_values
        return _generated(known) if isinstance(known, ClrType) else known

    def validate_element(self, value: Value, session: Any) -> None:
        """The value's text must be one of the set."""
        if value is None:
            raise failure(NULL_TEXT, "ArgumentIsEmpty")
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


_GENERATOR: Final = (AUTOMATION + "IValidateSetValuesGenerator").lower()


def _generated(generator: ClrType) -> list[Value]:
    """Call a generator class; all attributes share one object of it, which can cache the values."""
    asked = generator.data.get("generator")
    if asked is None:
        asked = generator.data["generator"] = access.new_object(generator, [])
    values = access.call_method(asked, "GetValidValues", [])
    if not isinstance(values, list) or not values:
        raise failure(
            "The generated valid values list is null or empty."
            if values is None
            else f"Valid values generator '{generator.name}' returns a null or empty list.",
            "ValidateSetGeneratedValidValuesListIsNull",
        )
    return values


class ValidatePatternAttribute(
    ValidateElements,
    clr_name=AUTOMATION + "ValidatePatternAttribute",
    base=ELEMENTS,
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
        if value is None:
            raise failure(NULL_TEXT, "ArgumentIsEmpty")
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
    base=ELEMENTS,
    properties="ScriptBlock:scriptblock ErrorMessage:string=rw",
):
    """[ValidateScript({...})]: the block gets the value as `$_` and must return a true value."""

    @clr_constructor("scriptblock scriptBlock")
    def __init__(self, script_block: Value) -> None:
        self.script_block = script_block
        self.error_message: str | None = None

    def validate_element(self, value: Value, session: Any) -> None:
        """Run the block."""
        if value is None:
            raise failure(NULL_TEXT, "ArgumentIsEmpty")
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


class ValidateNotNullAttribute(ValidateArguments, clr_name=AUTOMATION + "ValidateNotNullAttribute", base=ARGUMENTS):
    """[ValidateNotNull()]: neither the value nor an element is $null."""

    @clr_constructor()
    def __init__(self) -> None: ...

    def validate(self, value: Value, session: Any) -> None:
        """Check the value and its elements."""
        base = base_of(value)
        if base is None:
            raise failure(NULL_TEXT, "ArgumentIsNull")
        if any(base_of(each) is None for each in _elements(base) or ()):
            raise failure(_NULL_IN_COLLECTION, "ArgumentIsNull")


def _elements(base: Value) -> Iterable[Value] | None:
    """Return the elements to check: None for a scalar, no elements if all are of a value type."""
    if isinstance(base, TypedArray | GenericList) and base.element_type.is_value_type:
        return base[:1]
    if isinstance(base, list):
        return base
    if isinstance(base, str | Hashtable):
        return None
    found: Iterable[Value] | None = access.enumerate_value(base)
    return found


class ValidateNotNullOrEmptyAttribute(
    ValidateArguments, clr_name=AUTOMATION + "ValidateNotNullOrEmptyAttribute", base=ARGUMENTS
):
    """[ValidateNotNullOrEmpty()]: no $null, '', empty collection, and none of these inside a collection."""

    text = _EMPTY
    suffix = ""

    @clr_constructor()
    def __init__(self) -> None: ...

    def validate(self, value: Value, session: Any) -> None:
        """Check the value and its elements."""
        base = base_of(value)
        if base is None:
            raise failure(self.text, "ArgumentIsNull")
        if isinstance(base, str):
            if self.is_empty(base):
                raise failure(self.text, f"ArgumentIsEmpty{self.suffix}")
            return
        if isinstance(base, Hashtable):
            if not len(base):
                raise failure(self.text, "ArgumentIsEmpty")
            return
        elements = _elements(base)
        if elements is not None:
            self._validate_elements(elements)

    def _validate_elements(self, elements: Iterable[Value]) -> None:
        there_are = False
        for each in elements:
            there_are = True
            element = base_of(each)
            if element is None:
                raise failure(_NULL_IN_COLLECTION, "ArgumentIsNull")
            if isinstance(element, str) and self.is_empty(element):
                raise failure(_NULL_IN_COLLECTION, f"ArgumentCollectionContainsEmpty{self.suffix}")
        if not there_are:
            raise failure(_NULL_IN_COLLECTION, "ArgumentIsEmpty")

    def is_empty(self, text: str) -> bool:
        """True for a text that is refused."""
        return not text


class ValidateNotNullOrWhiteSpaceAttribute(
    ValidateNotNullOrEmptyAttribute, clr_name=AUTOMATION + "ValidateNotNullOrWhiteSpaceAttribute", base=ARGUMENTS
):
    """[ValidateNotNullOrWhiteSpace()]: blanks count as empty."""

    text = _WHITE_SPACE
    suffix = "OrWhiteSpace"

    @clr_constructor()
    def __init__(self) -> None: ...

    def is_empty(self, text: str) -> bool:
        """True for a text that is refused."""
        return not text.strip()


def _custom(template: str | None, *values: str) -> str | None:
    """Fill an ErrorMessage: `{0}` is the argument, `{1}` what it failed."""
    if template is None:
        return None
    text: str = formatting.composite_format(template, list(values))
    return text


__all__ = [
    "ARGUMENTS",
    "ELEMENTS",
    "NULL_TEXT",
    "ArgumentTransformationAttribute",
    "ArgumentTransformationMetadataException",
    "MetadataException",
    "ValidateArguments",
    "ValidateElements",
    "ValidateNotNullAttribute",
    "ValidateNotNullOrEmptyAttribute",
    "ValidateNotNullOrWhiteSpaceAttribute",
    "ValidatePatternAttribute",
    "ValidateScriptAttribute",
    "ValidateSetAttribute",
    "ValidationMetadataException",
    "failure",
]
