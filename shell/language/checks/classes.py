"""The members of classes and enums."""

from __future__ import annotations

from shell.language.checks.attributes import check_attribute
from shell.language.checks.constants import is_constant
from shell.language.checks.flow import check_labels
from shell.language.checks.methods import check_body
from shell.language.checks.report import Report
from shell.language.source import Extent
from shell.language.tree import (
    Ast,
    AttributeAst,
    ExpressionAst,
    FunctionMemberAst,
    NamedBlockAst,
    PropertyMemberAst,
    ScriptBlockAst,
    StringConstantExpressionAst,
    TypeConstraintAst,
    TypeDefinitionAst,
    VariableExpressionAst,
)

_NOT_ON_METHOD_PARAMETERS = frozenset(("parameter", "cmdletbinding", "outputtype"))


def check_names(tree: ScriptBlockAst, report: Report) -> None:
    """Two types of a script have two names."""
    seen: dict[str, TypeDefinitionAst] = {}
    for statement in tree.end_block.statements if tree.end_block is not None else ():
        if isinstance(statement, TypeDefinitionAst):
            if statement.name.lower() in seen:
                report(statement.extent, "MemberAlreadyDefined", statement.name)
            seen[statement.name.lower()] = statement


def check_type(node: TypeDefinitionAst, report: Report) -> None:
    """Check a class or an enum."""
    if node.kind == "enum":
        _check_labels(node, report)
        return
    for attribute in node.attributes:
        if _short_name(attribute) == "flags":
            report(attribute.extent, "AttributeNotAllowedOnDeclaration", attribute.type_name.full_text)
    seen: set[tuple[str, ...]] = set()
    for member in node.members:
        key = _signature(member)
        if key in seen:
            report(member.extent, "MemberAlreadyDefined", member.name)
        seen.add(key)
    properties = {member.name.lower(): member for member in node.members if isinstance(member, PropertyMemberAst)}
    for member in node.members:
        if isinstance(member, PropertyMemberAst):
            _check_property(member, report)
        elif isinstance(member, FunctionMemberAst):
            _check_method(member, node.name, properties, report)


def _signature(member: Ast) -> tuple[str, ...]:
    """What no two members share: a property's name; a method's name and the types of its parameters."""
    if not isinstance(member, FunctionMemberAst):
        return (str(getattr(member, "name", "")).lower(),)
    types = []
    for parameter in member.function_definition.parameters or ():
        constraints = [each for each in parameter.attributes if isinstance(each, TypeConstraintAst)]
        types.append(constraints[0].type_name.full_text.lower() if constraints else "object")
    static_constructor = "static" if member.is_constructor and member.is_static else ""
    return (member.name.lower(), "(", static_constructor, *types)


# --- enums -----------------------------------------------------------------------------------------------------------


def _check_labels(node: TypeDefinitionAst, report: Report) -> None:
    seen: set[str] = set()
    for member in node.members:
        if member.name.lower() in seen:
            report(member.extent, "MemberAlreadyDefined", member.name)
        seen.add(member.name.lower())
        if isinstance(member, PropertyMemberAst) and member.initial_value is not None:
            _check_label_value(member.initial_value, report)


def _check_label_value(value: ExpressionAst, report: Report) -> None:
    if not is_constant(value):
        report(value.extent, "EnumeratorValueMustBeConstant")
    elif isinstance(value, StringConstantExpressionAst) and not value.value.strip().lstrip("+-").isdecimal():
        report(value.extent, "CannotConvertValue", f'"{value.value}"', "System.Int32")


# --- properties and methods ------------------------------------------------------------------------------------------


def _check_property(member: PropertyMemberAst, report: Report) -> None:
    constraint = member.property_type
    if constraint is not None and constraint.type_name.full_text.lower() in ("void", "system.void"):
        report(constraint.extent, "TypeNotAllowedForProperty", "void")
    for attribute in member.attributes:
        check_attribute(attribute, report, on_member=True)
    if member.is_static and member.initial_value is not None:
        _check_static(member.initial_value, report)


def _check_method(
    member: FunctionMemberAst, class_name: str, properties: dict[str, PropertyMemberAst], report: Report
) -> None:
    definition = member.function_definition
    body = definition.body
    parameters = definition.parameters or ()
    if body.param_block is not None:
        report(body.param_block.extent, "ParamBlockNotAllowedInMethod")
    blocks = (body.dynamic_param_block, body.begin_block, body.process_block, body.clean_block, body.end_block)
    named = [block.extent for block in blocks if isinstance(block, NamedBlockAst) and not block.unnamed]
    if named:
        report(min(named, key=lambda extent: extent.start_offset), "NamedBlockNotAllowedInMethod")
    if member.is_constructor and member.return_type is not None:
        report(member.return_type.extent, "ConstructorCantHaveReturnType")
    if member.is_constructor and member.is_static and parameters:
        first, last = parameters[0].extent, parameters[-1].extent
        extent = Extent(first.source, first.start_offset, last.end_offset)
        report(extent, "StaticConstructorCantHaveParameters")
    for parameter in parameters:
        constraints = [each for each in parameter.attributes if isinstance(each, TypeConstraintAst)]
        for constraint in constraints[1:]:
            report(constraint.extent, "MultipleTypeConstraintsOnMethodParam")
        for attribute in parameter.attributes:
            if isinstance(attribute, AttributeAst) and _short_name(attribute) in _NOT_ON_METHOD_PARAMETERS:
                report(attribute.extent, "AttributeNotAllowedOnDeclaration", attribute.type_name.full_text)
    if not named and body.end_block is not None:
        check_body(member, class_name, properties, report)
        check_labels(body.end_block, report)
        if member.is_static:
            _check_static(body.end_block, report)


def _short_name(attribute: AttributeAst) -> str:
    return attribute.type_name.full_text.lower().rpartition(".")[2].removesuffix("attribute")


def _check_static(node: Ast, report: Report) -> None:
    """`$this` is nothing in what belongs to the class and not to its objects."""
    for inner in node.walk():
        if isinstance(inner, VariableExpressionAst) and inner.name.lower() == "this":
            report(inner.extent, "NonStaticMemberAccessInStaticMember", "this")
