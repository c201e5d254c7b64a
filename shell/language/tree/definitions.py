"""Functions, classes and enums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shell.language.tree.nodes import Ast, ExpressionAst, StatementAst

if TYPE_CHECKING:
    from shell.language.tree.blocks import AttributeAst, ParameterAst, ScriptBlockAst, TypeConstraintAst
    from shell.language.tree.expressions import ScriptBlockExpressionAst


class FunctionDefinitionAst(StatementAst):
    """`function`, `filter` (and DSC's `workflow`). `parameters` are those in parentheses behind the name.

    Empty parentheses are no list: `function f() { param($x) }` has its parameters in the body.
    """

    name: str
    body: ScriptBlockAst
    parameters: tuple[ParameterAst, ...] | None = None
    is_filter: bool = False
    is_workflow: bool = False
    CHILDREN = ("parameters", "body")


class ConfigurationDefinitionAst(StatementAst):
    """`configuration Name { ... }`: resources that Desired State Configuration is to bring about."""

    instance_name: ExpressionAst
    body: ScriptBlockExpressionAst
    CHILDREN = ("instance_name", "body")


class MemberAst(Ast):
    """A member of a class or an enum."""

    name: str


class PropertyMemberAst(MemberAst):
    """A property of a class, a label of an enum."""

    property_type: TypeConstraintAst | None = None
    attributes: tuple[AttributeAst, ...] = ()
    initial_value: ExpressionAst | None = None
    is_static: bool = False
    is_hidden: bool = False
    CHILDREN = ("property_type", "attributes", "initial_value")


class FunctionMemberAst(MemberAst):
    """A method or a constructor of a class; its code is `function_definition.body`."""

    function_definition: FunctionDefinitionAst
    return_type: TypeConstraintAst | None = None
    attributes: tuple[AttributeAst, ...] = ()
    is_static: bool = False
    is_hidden: bool = False
    is_constructor: bool = False
    CHILDREN = ("return_type", "attributes", "function_definition")


class BaseCtorInvokeMemberExpressionAst(ExpressionAst):
    """`: base(...)` behind a constructor, or the call that is there without being written.

    FindAll goes through it without showing it.
    """

    arguments: tuple[ExpressionAst, ...] = ()
    expression: ExpressionAst | None = None
    member: ExpressionAst | None = None
    CHILDREN = ("expression", "member", "arguments")
    HIDDEN = True


class TypeDefinitionAst(StatementAst):
    """`class X : Base { }`, `enum X { }`, `interface X { }`; `kind` is one of those words."""

    name: str
    kind: str
    attributes: tuple[AttributeAst, ...] = ()
    base_types: tuple[TypeConstraintAst, ...] = ()
    members: tuple[MemberAst, ...] = ()
    CHILDREN = ("attributes", "base_types", "members")
