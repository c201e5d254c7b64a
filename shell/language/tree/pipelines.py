"""Pipelines and their chains, assignments, commands and redirections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shell.language.tree.nodes import Ast, CommandElementAst, StatementAst

if TYPE_CHECKING:
    from shell.language.source import Extent
    from shell.language.tokens import Token, TokenKind
    from shell.language.tree.nodes import ExpressionAst


class PipelineBaseAst(StatementAst):
    """A pipeline, a chain of them, or an assignment."""


class ErrorStatementAst(PipelineBaseAst):
    """What the parser could save of a broken statement."""

    kind: Token | None = None
    nested: tuple[Ast, ...] = ()
    CHILDREN = ("nested",)


class PipelineAst(PipelineBaseAst):
    """Commands joined by `|`."""

    pipeline_elements: tuple[CommandBaseAst, ...]
    background: bool = False
    CHILDREN = ("pipeline_elements",)


class PipelineChainAst(PipelineBaseAst):
    """`left && right`, `left || right`."""

    lhs: PipelineBaseAst
    rhs: PipelineAst
    operator: TokenKind
    background: bool = False
    CHILDREN = ("lhs", "rhs")


class AssignmentStatementAst(PipelineBaseAst):
    """`left = right`; `operator` is Equals, PlusEquals, MinusEquals, ... QuestionQuestionEquals."""

    left: ExpressionAst
    operator: TokenKind
    right: StatementAst
    error_position: Extent
    CHILDREN = ("left", "right")


class RedirectionAst(Ast):
    """A redirection; `from_stream` is 1 to 6, or 0 for `*`."""

    from_stream: int


class FileRedirectionAst(RedirectionAst):
    """`2> file`, `>> file`."""

    location: ExpressionAst
    append: bool
    CHILDREN = ("location",)


class MergingRedirectionAst(RedirectionAst):
    """`2>&1`."""

    to_stream: int


class CommandBaseAst(StatementAst):
    """A command or an expression in a pipeline."""

    redirections: tuple[RedirectionAst, ...]


class CommandAst(CommandBaseAst):
    """A command; its first element is the name. `invocation_operator` is Ampersand, Dot or Unknown."""

    command_elements: tuple[CommandElementAst, ...]
    invocation_operator: TokenKind
    CHILDREN = ("command_elements", "redirections")


class CommandExpressionAst(CommandBaseAst):
    """An expression in a pipeline."""

    expression: ExpressionAst
    CHILDREN = ("expression", "redirections")


class CommandParameterAst(CommandElementAst):
    """`-Name` or `-Name:argument`."""

    parameter_name: str
    argument: ExpressionAst | None
    error_position: Extent
    CHILDREN = ("argument",)
