"""The syntax tree: PowerShell's own node names; the fields are its properties in snake case.

Nodes are immutable by contract (the type checker enforces it); they are plain slotted classes at run time because a
frozen dataclass costs three times as much to make. `walk()` goes through a tree in the order of PowerShell's
`Ast.FindAll({ $true }, $true)`: pre-order, children in the order of `CHILDREN`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, dataclass_transform

from shell.language.source import Extent
from shell.language.tokens import Token, TokenKind

_T = TypeVar("_T")

if TYPE_CHECKING:

    @dataclass_transform(frozen_default=True)
    def node(cls: type[_T]) -> type[_T]: ...

else:
    node = dataclass(slots=True, eq=False, repr=False, match_args=False)


@node
class Ast:
    """A node. `extent` says where it stands in the source."""

    extent: Extent

    CHILDREN: ClassVar[tuple[str, ...]] = ()
    """The fields that hold child nodes (a node, None, a tuple of nodes, or nested tuples), in FindAll's order."""

    def children(self) -> Iterator[Ast]:
        """Yield the direct child nodes in FindAll's order."""
        for name in self.CHILDREN:
            yield from _nodes(getattr(self, name))

    def walk(self) -> Iterator[Ast]:
        """Yield this node and all below it, in pre-order."""
        stack: list[Ast] = [self]
        while stack:
            current = stack.pop()
            if not isinstance(current, BaseCtorInvokeMemberExpressionAst):
                yield current
            stack.extend(reversed(list(current.children())))


def _nodes(value: Any) -> Iterator[Ast]:
    if value is None:
        return
    if isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)
    else:
        yield value


# --- the three great kinds -------------------------------------------------------------------------------------------


@node
class StatementAst(Ast):
    """A statement."""


@node
class CommandElementAst(Ast):
    """A part of a command: its name, a parameter, an argument."""


@node
class ExpressionAst(CommandElementAst):
    """An expression; it can stand as an argument of a command."""


# --- script blocks and what they hold -------------------------------------------------------------------------------


@node
class AttributeBaseAst(Ast):
    """An attribute or a type constraint; `type_name` as written, without the brackets."""

    type_name: TypeName


@node
class TypeName:
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


@node
class NamedAttributeArgumentAst(Ast):
    """`Mandatory = $true` in an attribute; `expression_omitted` for the short form `Mandatory`."""

    argument_name: str
    argument: ExpressionAst
    expression_omitted: bool = False
    CHILDREN = ("argument",)


@node
class AttributeAst(AttributeBaseAst):
    """`[Parameter(Mandatory)]`, `[ValidateSet('a', 'b')]`, `[CmdletBinding()]`."""

    positional_arguments: tuple[ExpressionAst, ...] = ()
    named_arguments: tuple[NamedAttributeArgumentAst, ...] = ()
    CHILDREN = ("positional_arguments", "named_arguments")


@node
class TypeConstraintAst(AttributeBaseAst):
    """`[int]` before a variable or a parameter, a base class, a catch type."""


@node
class ParameterAst(Ast):
    """One parameter of a `param` block or of a function's parentheses."""

    name: VariableExpressionAst
    attributes: tuple[AttributeBaseAst, ...] = ()
    default_value: ExpressionAst | None = None
    CHILDREN = ("attributes", "name", "default_value")


@node
class ParamBlockAst(Ast):
    """`[CmdletBinding()] param(...)`."""

    attributes: tuple[AttributeAst, ...] = ()
    parameters: tuple[ParameterAst, ...] = ()
    CHILDREN = ("attributes", "parameters")


@node
class UsingStatementAst(StatementAst):
    """`using namespace System.Text`, `using module X`, `using assembly X`; `kind` in lower case."""

    kind: str
    name: StringConstantExpressionAst | None = None
    alias: StringConstantExpressionAst | None = None
    module_specification: HashtableAst | None = None
    CHILDREN = ("name", "alias", "module_specification")


@node
class NamedBlockAst(Ast):
    """A block of a script block: `begin`, `process`, `end`, `clean`, `dynamicparam`.

    `block_kind` is the keyword's token kind; `unnamed` is true for the implicit end (or process) block.
    """

    block_kind: TokenKind
    unnamed: bool
    statements: tuple[StatementAst, ...] = ()
    traps: tuple[TrapStatementAst, ...] = ()
    CHILDREN = ("traps", "statements")


@node
class ScriptRequirements:
    """What `#requires` lines ask for. `version` as written."""

    version: str | None = None
    modules: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    run_as_administrator: bool = False


@node
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


@node
class StatementBlockAst(Ast):
    """`{ ... }` of a statement, or the inside of `$( )` and `@( )`."""

    statements: tuple[StatementAst, ...] = ()
    traps: tuple[TrapStatementAst, ...] = ()
    CHILDREN = ("traps", "statements")


# --- definitions ----------------------------------------------------------------------------------------------------


@node
class FunctionDefinitionAst(StatementAst):
    """`function`, `filter` (and DSC's `workflow`). `parameters` are those in parentheses behind the name."""

    name: str
    body: ScriptBlockAst
    parameters: tuple[ParameterAst, ...] | None = None
    is_filter: bool = False
    is_workflow: bool = False
    CHILDREN = ("parameters", "body")


@node
class MemberAst(Ast):
    """A member of a class or an enum."""

    name: str


@node
class PropertyMemberAst(MemberAst):
    """A property of a class, a label of an enum."""

    property_type: TypeConstraintAst | None = None
    attributes: tuple[AttributeAst, ...] = ()
    initial_value: ExpressionAst | None = None
    is_static: bool = False
    is_hidden: bool = False
    CHILDREN = ("property_type", "attributes", "initial_value")


@node
class FunctionMemberAst(MemberAst):
    """A method or a constructor of a class; its code is `function_definition.body`."""

    function_definition: FunctionDefinitionAst
    return_type: TypeConstraintAst | None = None
    attributes: tuple[AttributeAst, ...] = ()
    is_static: bool = False
    is_hidden: bool = False
    is_constructor: bool = False
    CHILDREN = ("return_type", "attributes", "function_definition")


@node
class BaseCtorInvokeMemberExpressionAst(ExpressionAst):
    """`: base(...)` behind a constructor, or the call that is there without being written.

    FindAll goes through it without showing it.
    """

    arguments: tuple[ExpressionAst, ...] = ()
    expression: ExpressionAst | None = None
    member: ExpressionAst | None = None
    CHILDREN = ("expression", "member", "arguments")


@node
class TypeDefinitionAst(StatementAst):
    """`class X : Base { }`, `enum X { }`, `interface X { }`; `kind` is one of those words."""

    name: str
    kind: str
    attributes: tuple[AttributeAst, ...] = ()
    base_types: tuple[TypeConstraintAst, ...] = ()
    members: tuple[MemberAst, ...] = ()
    CHILDREN = ("attributes", "base_types", "members")


# --- statements -----------------------------------------------------------------------------------------------------


@node
class IfStatementAst(StatementAst):
    """`if ... elseif ... else`. Each clause is (condition, body)."""

    clauses: tuple[tuple[PipelineBaseAst, StatementBlockAst], ...]
    else_clause: StatementBlockAst | None = None
    CHILDREN = ("clauses", "else_clause")


@node
class DataStatementAst(StatementAst):
    """`data Name -SupportedCommand x { ... }`."""

    variable: str | None
    commands_allowed: tuple[ExpressionAst, ...]
    body: StatementBlockAst
    CHILDREN = ("commands_allowed", "body")


@node
class LabeledStatementAst(StatementAst):
    """A loop or switch; `label` without its colon. `condition` may be absent in a `for`."""

    label: str | None
    condition: PipelineBaseAst | None


@node
class SwitchStatementAst(LabeledStatementAst):
    """`switch`. `flags` are its options: `regex`, `wildcard`, `exact`, `casesensitive`, `file`, `parallel`.

    Each clause is (test, body).
    """

    flags: frozenset[str]
    clauses: tuple[tuple[ExpressionAst, StatementBlockAst], ...]
    default: StatementBlockAst | None = None
    CHILDREN = ("condition", "clauses", "default")


@node
class ForEachStatementAst(LabeledStatementAst):
    """`foreach ($x in ...)`; the collection is `condition`."""

    variable: VariableExpressionAst
    body: StatementBlockAst
    throttle_limit: ExpressionAst | None = None
    is_parallel: bool = False
    CHILDREN = ("variable", "condition", "body")


@node
class ForStatementAst(LabeledStatementAst):
    """`for (init; condition; iterator)`."""

    initializer: PipelineBaseAst | None
    iterator: PipelineBaseAst | None
    body: StatementBlockAst
    CHILDREN = ("initializer", "condition", "iterator", "body")


@node
class WhileStatementAst(LabeledStatementAst):
    """`while`."""

    body: StatementBlockAst
    CHILDREN = ("condition", "body")


@node
class DoWhileStatementAst(LabeledStatementAst):
    """`do { } while`."""

    body: StatementBlockAst
    CHILDREN = ("condition", "body")


@node
class DoUntilStatementAst(LabeledStatementAst):
    """`do { } until`."""

    body: StatementBlockAst
    CHILDREN = ("condition", "body")


@node
class CatchClauseAst(Ast):
    """`catch [T1], [T2] { }`."""

    catch_types: tuple[TypeConstraintAst, ...]
    body: StatementBlockAst
    CHILDREN = ("catch_types", "body")

    @property
    def is_catch_all(self) -> bool:
        """True for a clause without types."""
        return not self.catch_types


@node
class TryStatementAst(StatementAst):
    """`try ... catch ... finally`."""

    body: StatementBlockAst
    catch_clauses: tuple[CatchClauseAst, ...] = ()
    finally_block: StatementBlockAst | None = None
    CHILDREN = ("body", "catch_clauses", "finally_block")


@node
class TrapStatementAst(StatementAst):
    """`trap [T] { }`."""

    trap_type: TypeConstraintAst | None
    body: StatementBlockAst
    CHILDREN = ("trap_type", "body")


@node
class BreakStatementAst(StatementAst):
    """`break label`."""

    label: ExpressionAst | None = None
    CHILDREN = ("label",)


@node
class ContinueStatementAst(StatementAst):
    """`continue label`."""

    label: ExpressionAst | None = None
    CHILDREN = ("label",)


@node
class ReturnStatementAst(StatementAst):
    """`return value`."""

    pipeline: PipelineBaseAst | None = None
    CHILDREN = ("pipeline",)


@node
class ExitStatementAst(StatementAst):
    """`exit code`."""

    pipeline: PipelineBaseAst | None = None
    CHILDREN = ("pipeline",)


@node
class ThrowStatementAst(StatementAst):
    """`throw value`."""

    pipeline: PipelineBaseAst | None = None
    CHILDREN = ("pipeline",)


@node
class BlockStatementAst(StatementAst):
    """A block behind a bare keyword such as `parallel`."""

    kind: Token
    body: StatementBlockAst
    CHILDREN = ("body",)


# --- pipelines ------------------------------------------------------------------------------------------------------


@node
class PipelineBaseAst(StatementAst):
    """A pipeline, a chain of them, or an assignment."""


@node
class ErrorStatementAst(PipelineBaseAst):
    """What the parser could save of a broken statement."""

    kind: Token | None = None
    nested: tuple[Ast, ...] = ()
    CHILDREN = ("nested",)


@node
class PipelineAst(PipelineBaseAst):
    """Commands joined by `|`."""

    pipeline_elements: tuple[CommandBaseAst, ...]
    background: bool = False
    CHILDREN = ("pipeline_elements",)


@node
class PipelineChainAst(PipelineBaseAst):
    """`left && right`, `left || right`."""

    lhs: PipelineBaseAst
    rhs: PipelineAst
    operator: TokenKind
    background: bool = False
    CHILDREN = ("lhs", "rhs")


@node
class AssignmentStatementAst(PipelineBaseAst):
    """`left = right`; `operator` is Equals, PlusEquals, MinusEquals, ... QuestionQuestionEquals."""

    left: ExpressionAst
    operator: TokenKind
    right: StatementAst
    error_position: Extent
    CHILDREN = ("left", "right")


@node
class RedirectionAst(Ast):
    """A redirection; `from_stream` is 1 to 6, or 0 for `*`."""

    from_stream: int


@node
class FileRedirectionAst(RedirectionAst):
    """`2> file`, `>> file`."""

    location: ExpressionAst
    append: bool
    CHILDREN = ("location",)


@node
class MergingRedirectionAst(RedirectionAst):
    """`2>&1`."""

    to_stream: int


@node
class CommandBaseAst(StatementAst):
    """A command or an expression in a pipeline."""

    redirections: tuple[RedirectionAst, ...]


@node
class CommandAst(CommandBaseAst):
    """A command; its first element is the name. `invocation_operator` is Ampersand, Dot or Unknown."""

    command_elements: tuple[CommandElementAst, ...]
    invocation_operator: TokenKind
    CHILDREN = ("command_elements", "redirections")


@node
class CommandExpressionAst(CommandBaseAst):
    """An expression in a pipeline."""

    expression: ExpressionAst
    CHILDREN = ("expression", "redirections")


@node
class CommandParameterAst(CommandElementAst):
    """`-Name` or `-Name:argument`."""

    parameter_name: str
    argument: ExpressionAst | None
    error_position: Extent
    CHILDREN = ("argument",)


# --- expressions ----------------------------------------------------------------------------------------------------


@node
class ErrorExpressionAst(ExpressionAst):
    """What the parser could save of a broken expression."""

    nested: tuple[Ast, ...] = ()
    CHILDREN = ("nested",)


@node
class TernaryExpressionAst(ExpressionAst):
    """`condition ? if_true : if_false`."""

    condition: ExpressionAst
    if_true: ExpressionAst
    if_false: ExpressionAst
    CHILDREN = ("condition", "if_true", "if_false")


@node
class BinaryExpressionAst(ExpressionAst):
    """`left operator right`; the token kinds are those of the i-variants for `-eq` and its like (Ieq, Ceq, ...)."""

    operator: TokenKind
    left: ExpressionAst
    right: ExpressionAst
    error_position: Extent
    CHILDREN = ("left", "right")


@node
class UnaryExpressionAst(ExpressionAst):
    """`-x`, `!x`, `-not x`, `,x`, `++x` (PlusPlus), `x++` (PostfixPlusPlus), unary `-join`, `-split`."""

    token_kind: TokenKind
    child: ExpressionAst
    CHILDREN = ("child",)


@node
class AttributedExpressionAst(ExpressionAst):
    """`[ValidateRange(1, 5)] $x`."""

    attribute: AttributeBaseAst
    child: ExpressionAst
    CHILDREN = ("attribute", "child")


@node
class ConvertExpressionAst(AttributedExpressionAst):
    """`[int] x`: the attribute is a TypeConstraintAst."""

    CHILDREN = ("attribute", "child")


@node
class MemberExpressionAst(ExpressionAst):
    """`x.member`, `[x]::member`, `x?.member`. `member` is a string constant where the name is written literally."""

    expression: ExpressionAst
    member: CommandElementAst
    is_static: bool
    null_conditional: bool = False
    CHILDREN: ClassVar[tuple[str, ...]] = ("expression", "member")


@node
class InvokeMemberExpressionAst(MemberExpressionAst):
    """`x.method(arguments)`. A script-block argument without parentheses (`.ForEach{ }`) counts as one argument."""

    arguments: tuple[ExpressionAst, ...] = ()
    generic_arguments: tuple[TypeName, ...] = ()
    CHILDREN = ("expression", "member", "arguments")


@node
class TypeExpressionAst(ExpressionAst):
    """`[int]` as a value."""

    type_name: TypeName


@node
class VariableExpressionAst(ExpressionAst):
    """`$name`, `$scope:name`, `${any name}`, `@splatted`. `name` includes the scope or drive as written."""

    name: str
    splatted: bool = False


@node
class ConstantExpressionAst(ExpressionAst):
    """A number: int, Int64, float, Decimal and their like (`shell.language.numbers`)."""

    value: Any


@node
class StringConstantExpressionAst(ExpressionAst):
    """A string without expansion; `kind` is BareWord, SingleQuoted, SingleQuotedHereString, DoubleQuoted, ..."""

    value: str
    kind: str


@node
class ExpandableStringExpressionAst(ExpressionAst):
    """`"a $b $(c)"`. `nested` are the expressions inside; `value` is the text with its escapes done.

    `parts` alternates literal text (str) and nested expressions in order, ready for compilation.
    """

    value: str
    kind: str
    nested: tuple[ExpressionAst, ...]
    parts: tuple[str | ExpressionAst, ...]
    CHILDREN = ("nested",)


@node
class ScriptBlockExpressionAst(ExpressionAst):
    """`{ ... }` as a value."""

    script_block: ScriptBlockAst
    CHILDREN = ("script_block",)


@node
class ArrayLiteralAst(ExpressionAst):
    """`a, b, c`."""

    elements: tuple[ExpressionAst, ...]
    CHILDREN = ("elements",)


@node
class HashtableAst(ExpressionAst):
    """`@{ key = value }`; each pair is (key, value statement)."""

    pairs: tuple[tuple[ExpressionAst, StatementAst], ...]
    CHILDREN = ("pairs",)


@node
class ArrayExpressionAst(ExpressionAst):
    """`@( ... )`."""

    sub_expression: StatementBlockAst
    CHILDREN = ("sub_expression",)


@node
class ParenExpressionAst(ExpressionAst):
    """`( pipeline )`."""

    pipeline: PipelineBaseAst
    CHILDREN = ("pipeline",)


@node
class SubExpressionAst(ExpressionAst):
    """`$( ... )`."""

    sub_expression: StatementBlockAst
    CHILDREN = ("sub_expression",)


@node
class UsingExpressionAst(ExpressionAst):
    """`$using:name`."""

    sub_expression: ExpressionAst
    CHILDREN = ("sub_expression",)


@node
class IndexExpressionAst(ExpressionAst):
    """`x[y]`, `x?[y]`."""

    target: ExpressionAst
    index: ExpressionAst
    null_conditional: bool = False
    CHILDREN = ("target", "index")


__all__ = [name for name, value in list(globals().items()) if isinstance(value, type) and issubclass(value, Ast)]
__all__ += ["ScriptRequirements", "TypeName"]
