"""Script blocks and what they are made of: attributes, parameters, using statements, named blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shell.language.tree.nodes import Ast, NodeType, StatementAst

if TYPE_CHECKING:
    from shell.language.source import Extent
    from shell.language.tokens import TokenKind
    from shell.language.tree.expressions import HashtableAst, StringConstantExpressionAst, VariableExpressionAst
    from shell.language.tree.nodes import ExpressionAst
    from shell.language.tree.statements import TrapStatementAst


class AttributeBaseAst(Ast):
    """An attribute or a type constraint; `type_name` as written, without the brackets."""

    type_name: TypeName


class TypeName(metaclass=NodeType):
    """A type as written: a name, perhaps with generic arguments, perhaps an array of it.

    `name` is the text without brackets of arrays (`System.Collections.Generic.List`), `rank` the number of array
    ranks that follow, one per `[]`; `full_text` is the whole as written.
    """

    extent: Extent
    name: str
    generic_arguments: tuple[TypeName, ...] = ()
    array_ranks: tuple[int, ...] = ()
    assembly: str | None = None

    @property
    def full_text(self) -> str:
        """The type as the script wrote it."""
        return self.extent.text


class NamedAttributeArgumentAst(Ast):
    """`Mandatory = $true` in an attribute; `expression_omitted` for the short form `Mandatory`."""

    argument_name: str
    argument: ExpressionAst
    expression_omitted: bool = False
    CHILDREN = ("argument",)


class AttributeAst(AttributeBaseAst):
    """`[Parameter(Mandatory)]`, `[ValidateSet('a', 'b')]`, `[CmdletBinding()]`."""

    positional_arguments: tuple[ExpressionAst, ...] = ()
    named_arguments: tuple[NamedAttributeArgumentAst, ...] = ()
    CHILDREN = ("positional_arguments", "named_arguments")


class TypeConstraintAst(AttributeBaseAst):
    """`[int]` before a variable or a parameter, a base class, a catch type."""


class ParameterAst(Ast):
    """One parameter of a `param` block or of a function's parentheses."""

    name: VariableExpressionAst
    attributes: tuple[AttributeBaseAst, ...] = ()
    default_value: ExpressionAst | None = None
    CHILDREN = ("attributes", "name", "default_value")


class ParamBlockAst(Ast):
    """`[CmdletBinding()] param(...)`."""

    attributes: tuple[AttributeAst, ...] = ()
    parameters: tuple[ParameterAst, ...] = ()
    CHILDREN = ("attributes", "parameters")


class UsingStatementAst(StatementAst):
    """`using namespace System.Text`, `using module X`, `using assembly X`; `kind` in lower case."""

    kind: str
    name: StringConstantExpressionAst | None = None
    alias: StringConstantExpressionAst | None = None
    module_specification: HashtableAst | None = None
    CHILDREN = ("name", "alias", "module_specification")


class NamedBlockAst(Ast):
    """A block of a script block: `begin`, `process`, `end`, `clean`, `dynamicparam`.

    `block_kind` is the keyword's token kind; `unnamed` is true for the implicit end (or process) block.
    """

    block_kind: TokenKind
    unnamed: bool
    statements: tuple[StatementAst, ...] = ()
    traps: tuple[TrapStatementAst, ...] = ()
    CHILDREN = ("traps", "statements")


class ScriptRequirements(metaclass=NodeType):
    """What `#requires` lines ask for. `version` as written."""

    version: str | None = None
    modules: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    run_as_administrator: bool = False
    snapins: tuple[str, ...] = ()


class ScriptBlockAst(Ast):
    """The body of a script, a function or a script block expression."""

    using_statements: tuple[UsingStatementAst, ...] = ()
    attributes: tuple[AttributeAst, ...] = ()
    param_block: ParamBlockAst | None = None
    dynamic_param_block: NamedBlockAst | None = None
    begin_block: NamedBlockAst | None = None
    process_block: NamedBlockAst | None = None
    end_block: NamedBlockAst | None = None
    clean_block: NamedBlockAst | None = None
    requirements: ScriptRequirements | None = None
    CHILDREN = (
        "using_statements",
        "param_block",
        "dynamic_param_block",
        "begin_block",
        "process_block",
        "end_block",
        "clean_block",
    )


class StatementBlockAst(Ast):
    """`{ ... }` of a statement, or the inside of `$( )` and `@( )`."""

    statements: tuple[StatementAst, ...] = ()
    traps: tuple[TrapStatementAst, ...] = ()
    CHILDREN = ("traps", "statements")
