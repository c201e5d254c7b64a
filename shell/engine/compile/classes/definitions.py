"""`class` and `enum`: types that scripts define."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from shell import types
from shell.engine.classes.members import Constructor, ScriptMethod, ScriptProperty
from shell.engine.classes.types import ClassBody, declare_class
from shell.engine.compile.blocks import BlockCode
from shell.engine.compile.classes.bases import check_bases, is_interface
from shell.engine.compile.classes.contracts import asked_properties, check_contracts
from shell.engine.compile.classes.enums import define_enums
from shell.engine.compile.guards import guard_for, make_attribute
from shell.engine.compile.unit import (
    Expr,
    Run,
    Unit,
    compile_expression,
    expression_compiler,
    statement_compiler,
)
from shell.engine.compile.values.type_expressions import type_not_found
from shell.engine.run.scope import Scope
from shell.engine.run.scripts import parse_exception
from shell.language.errors import ParseError
from shell.language.tree import (
    AttributeAst,
    BaseCtorInvokeMemberExpressionAst,
    FunctionMemberAst,
    PropertyMemberAst,
    TypeDefinitionAst,
    TypeName,
)
from shell.values.flow import Flow
from shell.values.objects import AUTOMATION_NULL, Out, Value


@statement_compiler(TypeDefinitionAst)
def compile_type_definition(node: TypeDefinitionAst, unit: Unit) -> Run:
    """Compile one type definition that stands alone."""
    return compile_types([node], unit)


def compile_types(nodes: Sequence[TypeDefinitionAst], unit: Unit) -> Run:
    """Compile the types of a block: all names are declared, bases first, before any member is defined."""

    enums = [node for node in nodes if node.kind == "enum"]
    classes = [node for node in nodes if node.kind != "enum"]

    def run(scope: Scope, out: Out) -> Flow | None:
        _refuse([*define_enums(enums, unit, scope), *check_bases(classes, nodes, unit, scope)])
        bodies = [(node, _declare(node, unit, scope)) for node in classes]
        for node, body in bodies:
            _define_members(node, body, unit, scope)
            _refuse(check_contracts(node, body))
        return None

    return run


def _refuse(errors: list[ParseError]) -> None:
    """Raise the errors in a script's types. Types are made before the script runs, so none of it runs."""
    if not errors:
        return
    errors.sort(key=lambda each: each.extent.start_offset)
    error = parse_exception(errors)
    error.stops = True  # type: ignore[attr-defined]
    raise error


def _attribute_name(node: AttributeAst) -> str:
    return node.type_name.full_text.lower().rpartition(".")[2].removesuffix("attribute")


# --- classes ---------------------------------------------------------------------------------------------------------


def _declare(node: TypeDefinitionAst, unit: Unit, scope: Scope) -> ClassBody:
    base = types.OBJECT
    interfaces: list[str] = []
    for place, constraint in enumerate(node.base_types):
        text = constraint.type_name.full_text
        found = scope.runspace.find_type(text, unit.namespaces)
        if found is None:
            raise type_not_found(text)
        if place == 0 and not is_interface(found):
            base = found
        else:
            interfaces.append(found.display_name)
    return declare_class(scope, node.name, base, interfaces)


def _define_members(node: TypeDefinitionAst, body: ClassBody, unit: Unit, scope: Scope) -> None:
    inside = Unit(unit.source, unit.namespaces)
    body.declare_attributes("", _attributes(node.attributes, inside, scope))
    for member in node.members:
        if isinstance(member, PropertyMemberAst):
            body.add_property(_property(member, inside, scope))
            body.declare_attributes(member.name.lower(), _attributes(member.attributes, inside, scope))
        elif isinstance(member, FunctionMemberAst):
            _add_function(body, member, inside, scope)
            name = ".ctor" if member.is_constructor else member.name.lower()
            key = f"{name}/{len(member.function_definition.parameters or ())}"
            body.declare_attributes(key, _attributes(member.attributes, inside, scope))
    body.add_accessors(asked_properties(body.type))
    body.finish()


def _attributes(nodes: Sequence[Any], unit: Unit, scope: Scope) -> list[Any]:
    return [make_attribute(each, unit, scope) for each in nodes if isinstance(each, AttributeAst)]


def _property(node: PropertyMemberAst, unit: Unit, scope: Scope) -> ScriptProperty:
    type_name = _type_text(node.property_type.type_name, unit, scope) if node.property_type is not None else "object"
    checks = [make_attribute(each, unit, scope) for each in node.attributes if _attribute_name(each) != "hidden"]
    initial = compile_expression(node.initial_value, unit) if node.initial_value is not None else None
    return ScriptProperty(
        node.name, type_name, initial, _acceptor(type_name, checks, unit, scope), node.is_static, node.is_hidden
    )


def _acceptor(type_name: str, checks: list[Any], unit: Unit, scope: Scope) -> Callable[[Value], Value]:
    """Return a function that converts and checks a property's new value; the type is resolved at the first call."""
    known: list[Any] = []

    def accept(value: Value) -> Value:
        if not known:
            found = scope.runspace.find_type(type_name, unit.namespaces)
            if found is None:
                raise type_not_found(type_name)
            known.append(guard_for([] if found is types.OBJECT else [found], checks, scope).accept)
        return known[0](value)

    return accept


def _type_text(name: TypeName, unit: Unit, scope: Scope) -> str:
    """Return a name of a member's type that resolves without the script's `using namespace`."""
    written = name.full_text
    if not unit.namespaces:
        return written
    found = scope.runspace.find_type(written, unit.namespaces)
    return written if found is None or scope.runspace.find_type(written) is found else found.display_name


def _add_function(body: ClassBody, node: FunctionMemberAst, unit: Unit, scope: Scope) -> None:
    definition = node.function_definition
    parameters = [(each.name.name, _parameter_type(each, unit, scope)) for each in (definition.parameters or ())]
    returns = _type_text(node.return_type.type_name, unit, scope) if node.return_type is not None else "void"
    code = BlockCode(definition.body, _method_unit(unit), definition)
    if node.is_constructor:
        base_call = _base_call(definition.body, unit)
        body.add_constructor(Constructor(node.name, parameters, code, base_call, node.is_static))
    else:
        body.add_method(ScriptMethod(node.name, parameters, returns, code, node.is_static, node.is_hidden))


def _method_unit(unit: Unit) -> Unit:
    made = Unit(unit.source, unit.namespaces)
    made.in_class = True
    return made


def _parameter_type(parameter: Any, unit: Unit, scope: Scope) -> str:
    for each in parameter.attributes:
        if type(each).__name__ == "TypeConstraintAst":
            return _type_text(each.type_name, unit, scope)
    return "object"


def _base_call(body: Any, unit: Unit) -> Callable[[Scope], list[Value]] | None:
    """Return the arguments of `: base(...)`, which the parser puts at the start of a constructor's body."""
    end = body.end_block
    if end is None or not end.statements:
        return None
    found = getattr(end.statements[0], "expression", None)
    if not isinstance(found, BaseCtorInvokeMemberExpressionAst):
        return None
    arguments = tuple(compile_expression(each, unit) for each in found.arguments)
    return lambda scope: [argument(scope) for argument in arguments]


@expression_compiler(BaseCtorInvokeMemberExpressionAst)
def compile_base_call(node: BaseCtorInvokeMemberExpressionAst, unit: Unit) -> Expr:
    """Compile to nothing: the base constructor is called before the body."""
    return lambda scope: AUTOMATION_NULL
