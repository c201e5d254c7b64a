"""Statements: conditions, loops, switch, try, jumps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shell.language.tree.nodes import Ast, StatementAst

if TYPE_CHECKING:
    from shell.language.tokens import Token
    from shell.language.tree.blocks import StatementBlockAst, TypeConstraintAst
    from shell.language.tree.expressions import VariableExpressionAst
    from shell.language.tree.nodes import ExpressionAst
    from shell.language.tree.pipelines import PipelineBaseAst


class IfStatementAst(StatementAst):
    """`if ... elseif ... else`. Each clause is (condition, body)."""

    clauses: tuple[tuple[PipelineBaseAst, StatementBlockAst], ...]
    else_clause: StatementBlockAst | None = None
    CHILDREN = ("clauses", "else_clause")


class DataStatementAst(StatementAst):
    """`data Name -SupportedCommand x { ... }`."""

    variable: str | None
    commands_allowed: tuple[ExpressionAst, ...]
    body: StatementBlockAst
    CHILDREN = ("commands_allowed", "body")


class LabeledStatementAst(StatementAst):
    """A loop or switch; `label` without its colon. `condition` may be absent in a `for`."""

    label: str | None
    condition: PipelineBaseAst | None


class SwitchStatementAst(LabeledStatementAst):
    """`switch`. `flags` are its options: `regex`, `wildcard`, `exact`, `casesensitive`, `file`, `parallel`.

    Each clause is (test, body).
    """

    flags: frozenset[str]
    clauses: tuple[tuple[ExpressionAst, StatementBlockAst], ...]
    default: StatementBlockAst | None = None
    CHILDREN = ("condition", "clauses", "default")


class ForEachStatementAst(LabeledStatementAst):
    """`foreach ($x in ...)`; the collection is `condition`."""

    variable: VariableExpressionAst
    body: StatementBlockAst
    throttle_limit: ExpressionAst | None = None
    is_parallel: bool = False
    CHILDREN = ("variable", "condition", "body")


class ForStatementAst(LabeledStatementAst):
    """`for (init; condition; iterator)`."""

    initializer: PipelineBaseAst | None
    iterator: PipelineBaseAst | None
    body: StatementBlockAst
    CHILDREN = ("initializer", "condition", "iterator", "body")


class WhileStatementAst(LabeledStatementAst):
    """`while`."""

    body: StatementBlockAst
    CHILDREN = ("condition", "body")


class DoWhileStatementAst(LabeledStatementAst):
    """`do { } while`."""

    body: StatementBlockAst
    CHILDREN = ("condition", "body")


class DoUntilStatementAst(LabeledStatementAst):
    """`do { } until`."""

    body: StatementBlockAst
    CHILDREN = ("condition", "body")


class CatchClauseAst(Ast):
    """`catch [T1], [T2] { }`."""

    catch_types: tuple[TypeConstraintAst, ...]
    body: StatementBlockAst
    CHILDREN = ("catch_types", "body")

    @property
    def is_catch_all(self) -> bool:
        """True for a clause without types."""
        return not self.catch_types


class TryStatementAst(StatementAst):
    """`try ... catch ... finally`."""

    body: StatementBlockAst
    catch_clauses: tuple[CatchClauseAst, ...] = ()
    finally_block: StatementBlockAst | None = None
    CHILDREN = ("body", "catch_clauses", "finally_block")


class TrapStatementAst(StatementAst):
    """`trap [T] { }`."""

    trap_type: TypeConstraintAst | None
    body: StatementBlockAst
    CHILDREN = ("trap_type", "body")


class BreakStatementAst(StatementAst):
    """`break label`."""

    label: ExpressionAst | None = None
    CHILDREN = ("label",)


class ContinueStatementAst(StatementAst):
    """`continue label`."""

    label: ExpressionAst | None = None
    CHILDREN = ("label",)


class ReturnStatementAst(StatementAst):
    """`return value`."""

    pipeline: PipelineBaseAst | None = None
    CHILDREN = ("pipeline",)


class ExitStatementAst(StatementAst):
    """`exit code`."""

    pipeline: PipelineBaseAst | None = None
    CHILDREN = ("pipeline",)


class ThrowStatementAst(StatementAst):
    """`throw value`."""

    pipeline: PipelineBaseAst | None = None
    CHILDREN = ("pipeline",)


class BlockStatementAst(StatementAst):
    """A block behind a bare keyword such as `parallel`."""

    kind: Token
    body: StatementBlockAst
    CHILDREN = ("body",)
