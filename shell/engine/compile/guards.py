"""Types and attributes on variables, compiled to a maker of `VariableGuard`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from shell import types
from shell.engine.binding.validation import ArgumentTransformationMetadataException, ValidationMetadataException
from shell.engine.compile.unit import Unit, compile_expression
from shell.engine.compile.values.type_expressions import resolve_type
from shell.engine.run.scope import Scope, VariableGuard
from shell.language.tree import AttributeAst, AttributeBaseAst, NamedAttributeArgumentAst, TypeConstraintAst
from shell.lazy import lazy
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import to_string
from shell.values.errors import (
    ErrorCategory,
    MethodException,
    NetException,
    PSArgumentException,
    RuntimeException,
)
from shell.values.objects import AUTOMATION_NULL, Value

if TYPE_CHECKING:
    from shell.types.members import access
else:
    access = lazy("shell.types.members.access", globals())


def guard_maker(attributes: Sequence[AttributeBaseAst], unit: Unit, name: str) -> Callable[[Scope], VariableGuard]:
    """Compile the attributes in front of a variable, outermost first."""
    ordered = list(reversed(attributes))

    def make(scope: Scope) -> VariableGuard:
        converters: list[Any] = []
        checks: list[Any] = []
        for each in ordered:
            if isinstance(each, TypeConstraintAst):
                converters.append(resolve_type(each.type_name, unit, scope))
            elif isinstance(each, AttributeAst):
                made = make_attribute(each, unit, scope)
                (converters if hasattr(made, "transform") else checks).append(made)
        return guard_for(converters, checks, scope, name)

    return make


def guard_for(converters: Sequence[Any], checks: Sequence[Any], scope: Scope, name: str | None = None) -> VariableGuard:
    """Return a guard that converts to each type and runs each check. `name` is the variable's, for its errors.

    A converter is a type, or an attribute that transforms.
    """
    runspace = scope.runspace
    validators = [each for each in checks if hasattr(each, "validate")]

    def accept(value: Value) -> Value:
        if value is AUTOMATION_NULL:
            value = None
        for target in converters:
            if isinstance(target, types.ClrType):
                value = convert_variable(value, target)
            else:
                value = target.transform(runspace, value)
        for validator in validators:
            try:
                validator.validate(value, runspace)
            except NetException as error:
                if name is None:
                    raise
                raise validation_failure(name, value, error) from error
        return value

    return VariableGuard(accept, attributes=(*converters, *checks))


def convert_variable(value: Value, target: types.ClrType) -> Value:
    """Convert a value that is assigned to a typed variable."""
    try:
        return convert(value, target)
    except NetException as error:
        raise metadata_error(error) from error


def metadata_error(error: NetException) -> NetException:
    """Wrap a conversion's error as the assignment to a typed variable raises it."""
    return ArgumentTransformationMetadataException(
        error.message, inner=error, error_id="RuntimeException", category=ErrorCategory.MetadataError
    )


def validation_failure(name: str, value: Value, error: NetException) -> NetException:
    """Return the error for a new value of a variable that is not valid."""
    return ValidationMetadataException(
        f"The variable cannot be validated because the value {to_string(value)} is not a valid value for the {name}"
        " variable.",
        inner=error,
        error_id="ValidateSetFailure",
        category=ErrorCategory.MetadataError,
    )


def make_attribute(node: AttributeAst, unit: Unit, scope: Scope) -> Any:
    """Make the object of an attribute: constructor arguments, then named properties."""
    target = attribute_type(node, unit, scope)
    arguments = [compile_expression(each, unit)(scope) for each in node.positional_arguments]
    if target.name == "System.Management.Automation.ValidateSetAttribute":  # any constants; kept as text
        arguments = [each if isinstance(each, list | types.ClrType) else to_string(each) for each in arguments]
    try:
        made = access.new_object(target, arguments, scope.runspace)
    except NetException as error:
        raise _construction_failure(node, error) from None
    for named in node.named_arguments:
        access.set_member(made, named.argument_name, _named_value(named, unit, scope), scope.runspace)
    return made


def _construction_failure(node: AttributeAst, error: NetException) -> NetException:
    """Return the error of an attribute's constructor: the engine's own exceptions as they are, others wrapped with the
    attribute's name.
    """
    inner = error.inner if isinstance(error, MethodException) else error
    if inner is None or isinstance(inner, RuntimeException | PSArgumentException):
        return inner or error
    name = node.type_name.full_text
    return RuntimeException(
        f"Cannot construct attribute '{name}': {inner.message}",
        inner=inner,
        error_id="ExceptionConstructingAttribute",
        category=ErrorCategory.InvalidOperation,
    )


def _named_value(named: NamedAttributeArgumentAst, unit: Unit, scope: Scope) -> Value:
    return True if named.expression_omitted else compile_expression(named.argument, unit)(scope)


def attribute_type(node: AttributeAst, unit: Unit, scope: Scope) -> types.ClrType:
    """Return an attribute's type; `Attribute` at the end of its name may be left out."""
    text = node.type_name.full_text
    runspace = scope.runspace
    found = runspace.find_type(text, unit.namespaces)
    if found is None or "system.attribute" not in found.ancestry:  # EventSource is a class, too
        found = runspace.find_type(text + "Attribute", unit.namespaces) or found
    if found is None:
        raise RuntimeException(
            f"Cannot find the type for custom attribute '{text}'. Make sure that the assembly that contains this"
            " type is loaded.",
            error_id="CustomAttributeTypeNotFound",
            category=ErrorCategory.InvalidOperation,
            target=text,
        )
    return found
