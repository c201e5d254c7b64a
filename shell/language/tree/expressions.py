"""Expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from shell.language.tree.nodes import ExpressionAst

if TYPE_CHECKING:
    from shell.language.source import Extent
    from shell.language.tokens import TokenKind
    from shell.language.tree.blocks import AttributeBaseAst, ScriptBlockAst, StatementBlockAst, TypeName
    from shell.language.tree.nodes import Ast, CommandElementAst, StatementAst
    from shell.language.tree.pipelines import PipelineBaseAst


class ErrorExpressionAst(ExpressionAst):
    """What the parser could save of a broken expression."""

    nested: tuple[Ast, ...] = ()
    CHILDREN = ("nested",)


class TernaryExpressionAst(ExpressionAst):
    """`condition ? if_true : if_false`."""

    condition: ExpressionAst
    if_true: ExpressionAst
    if_false: ExpressionAst
    CHILDREN = ("condition", "if_true", "if_false")


class BinaryExpressionAst(ExpressionAst):
    """`left operator right`; the token kinds are those of the i-variants for `-eq` and its like (Ieq, Ceq, ...)."""

    operator: TokenKind
    left: ExpressionAst
    right: ExpressionAst
    error_position: Extent
    CHILDREN = ("left", "right")


class UnaryExpressionAst(ExpressionAst):
    """`-x`, `!x`, `-not x`, `,x`, `++x` (PlusPlus), `x++` (PostfixPlusPlus), unary `-join`, `-split`."""

    token_kind: TokenKind
    child: ExpressionAst
    CHILDREN = ("child",)


class AttributedExpressionAst(ExpressionAst):
    """`[ValidateRange(1, 5)] $x`."""

    attribute: AttributeBaseAst
    child: ExpressionAst
    CHILDREN = ("attribute", "child")


class ConvertExpressionAst(AttributedExpressionAst):
    """`[int] x`: the attribute is a TypeConstraintAst."""

    CHILDREN = ("attribute", "child")


class MemberExpressionAst(ExpressionAst):
    """`x.member`, `[x]::member`, `x?.member`. `member` is a string constant where the name is written literally."""

    expression: ExpressionAst
    member: CommandElementAst
    is_static: bool
    null_conditional: bool = False
    CHILDREN: ClassVar[tuple[str, ...]] = ("expression", "member")


class InvokeMemberExpressionAst(MemberExpressionAst):
    """`x.method(arguments)`. A script-block argument without parentheses (`.ForEach{ }`) counts as one argument."""

    arguments: tuple[ExpressionAst, ...] = ()
    generic_arguments: tuple[TypeName, ...] = ()
    CHILDREN = ("expression", "member", "arguments")


class TypeExpressionAst(ExpressionAst):
    """`[int]` as a value."""

    type_name: TypeName


class VariableExpressionAst(ExpressionAst):
    """`$name`, `$scope:name`, `${any name}`, `@splatted`. `name` includes the scope or drive as written."""

    name: str
    splatted: bool = False


class ConstantExpressionAst(ExpressionAst):
    """A number: int, Int64, float, Decimal and their like (`shell.language.numbers`)."""

    value: Any


class StringConstantExpressionAst(ExpressionAst):
    """A string without expansion; `kind` is BareWord, SingleQuoted, SingleQuotedHereString, DoubleQuoted, ..."""

    value: str
    kind: str


class ExpandableStringExpressionAst(ExpressionAst):
    """`"a $b $(c)"`. `nested` are the expressions inside; `value` is the text with its escapes done.

    `parts` alternates literal text (str) and nested expressions in order, ready for compilation.
    """

    value: str
    kind: str
    nested: tuple[ExpressionAst, ...]
    parts: tuple[str | ExpressionAst, ...]
    CHILDREN = ("nested",)


class ScriptBlockExpressionAst(ExpressionAst):
    """`{ ... }` as a value."""

    script_block: ScriptBlockAst
    CHILDREN = ("script_block",)


class ArrayLiteralAst(ExpressionAst):
    """`a, b, c`."""

    elements: tuple[ExpressionAst, ...]
    CHILDREN = ("elements",)


class HashtableAst(ExpressionAst):
    """`@{ key = value }`; each pair is (key, value statement)."""

    pairs: tuple[tuple[ExpressionAst, StatementAst], ...]
    CHILDREN = ("pairs",)


class ArrayExpressionAst(ExpressionAst):
    """`@( ... )`."""

    sub_expression: StatementBlockAst
    CHILDREN = ("sub_expression",)


class ParenExpressionAst(ExpressionAst):
    """`( pipeline )`."""

    pipeline: PipelineBaseAst
    CHILDREN = ("pipeline",)


class SubExpressionAst(ExpressionAst):
    """`$( ... )`."""

    sub_expression: StatementBlockAst
    CHILDREN = ("sub_expression",)


class UsingExpressionAst(ExpressionAst):
    """`$using:name`."""

    sub_expression: ExpressionAst
    CHILDREN = ("sub_expression",)


class IndexExpressionAst(ExpressionAst):
    """`x[y]`, `x?[y]`."""

    target: ExpressionAst
    index: ExpressionAst
    null_conditional: bool = False
    CHILDREN = ("target", "index")
