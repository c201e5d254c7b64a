"""The rules of the grammar that call each other across files."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager

from shell.language.scanner import Scanner
from shell.language.source import EmptyExtent, Extent, Source
from shell.language.tokens import Token
from shell.language.tree import (
    Ast,
    ExpressionAst,
    PipelineBaseAst,
    ScriptBlockAst,
    StatementAst,
    StatementBlockAst,
    TrapStatementAst,
)


class Rules(Scanner, ABC):
    """What the parts of the parser need of each other."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.noted: list[Ast] = []
        """Nodes that could break a rule beyond the grammar; `shell.language.checks` looks at them afterwards."""

        self.no_param_blocks: set[int] = set()
        """Where brackets begin a block that has no `param`: nested brackets are tried once, not at each level again."""
        self.plain_brackets: set[int] = set()
        """Where brackets begin a list behind which no class stands: what is tried once is not tried at each of them."""

    commas: bool = True
    """Whether `,` makes an array here; inside the parentheses of a call it parts the arguments."""

    in_configuration: bool = False
    """Whether this is the body of a `configuration`."""

    def mark(self) -> tuple[int, int, int, int]:
        """Remember a place to come back to."""
        self.forget()
        return self.pos, len(self.tokens), len(self.errors), len(self.noted)

    def reset(self, mark: tuple[int, int, int, int]) -> None:
        """Go back to a place that `mark` gave; what was scanned, reported and noted since is forgotten."""
        self.pos, tokens, errors, noted = mark
        self.ungot = None
        del self.tokens[tokens:]
        del self.noted[noted:]
        self.forget_errors(errors)

    @contextmanager
    def inside(self, start: int, end: int, tokens: list[Token], *, in_quotes: bool = False) -> Iterator[None]:
        """Parse a part of the text by itself, such as `$( )` in a string; `tokens` takes what is scanned."""
        outer = self.pos, self.end, self.ungot, self.ungot_mode, self.tokens, self.in_quotes
        self.pos, self.end, self.ungot, self.tokens, self.in_quotes = start, end, None, tokens, in_quotes
        try:
            yield
        finally:
            self.pos, self.end, self.ungot, self.ungot_mode, self.tokens, self.in_quotes = outer

    def extent(self, start: int, end: int) -> Extent:
        """The extent between two offsets."""
        return Extent(self.source, start, end)

    def nowhere(self) -> Extent:
        """The empty extent: of what is there without being written."""
        return EmptyExtent(self.source)

    def join(self, first: Ast | Token, last: Ast | Token) -> Extent:
        """The extent from the begin of one thing to the end of another."""
        start = first.start if isinstance(first, Token) else first.extent.start_offset
        return Extent(self.source, start, last.end if isinstance(last, Token) else last.extent.end_offset)

    def missing(self, after: Ast | Token, error_id: str, *facts: str) -> int:
        """Report that something is missing behind a token or a node; give the offset."""
        end = after.end if isinstance(after, Token) else after.extent.end_offset
        self.report_incomplete(end, end, error_id, *facts)
        return end

    @abstractmethod
    def pipeline_chain(self) -> PipelineBaseAst | None:
        """An assignment, a pipeline or a chain of them; None where none begins."""

    @abstractmethod
    def statement(self) -> StatementAst | None:
        """A statement; None where none begins."""

    @abstractmethod
    def statement_block(self) -> StatementBlockAst | None:
        """`{ ... }` of a statement; None where no brace stands."""

    @abstractmethod
    def statement_list(self) -> tuple[tuple[StatementAst, ...], tuple[TrapStatementAst, ...]]:
        """Statements up to something that cannot begin one."""

    @abstractmethod
    def script_block(
        self, opening: Token | None, *, is_filter: bool = False, first: StatementAst | None = None
    ) -> ScriptBlockAst:
        """The inside of a script, a function or a script block, behind its brace; `first` goes before what it says."""

    @abstractmethod
    def single_argument(self) -> ExpressionAst | None:
        """One argument of a command without commas: a file name, a label, a switch condition."""
