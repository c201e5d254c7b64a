"""Loops and what may carry a label."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from shell.language.grammar.statements import KEYWORD, StatementParser, is_flag
from shell.language.keywords import KEYWORDS
from shell.language.scanner import COMMAND, OPERAND
from shell.language.tokens import Token, TokenKind
from shell.language.tree import (
    DoUntilStatementAst,
    DoWhileStatementAst,
    ErrorStatementAst,
    ExpressionAst,
    ForEachStatementAst,
    ForStatementAst,
    PipelineBaseAst,
    StatementAst,
    WhileStatementAst,
)

IDENTIFIER = TokenKind.Identifier
L_PAREN = TokenKind.LParen
R_PAREN = TokenKind.RParen
VARIABLES = frozenset((TokenKind.Variable, TokenKind.SplattedVariable))


class LoopParser(StatementParser):
    """Parses `while`, `do`, `for`, `foreach`."""

    labelled_rules: ClassVar[Mapping[TokenKind, Callable[..., StatementAst]]]
    """The statements that can carry a label. Their rules take it behind the keyword's token."""

    def labelled(self, label: Token) -> StatementAst | None:
        """A loop or a switch behind its label."""
        self.ungot = None
        self.skip_newlines()
        token = self.peek(COMMAND)
        keyword = KEYWORDS.get(token.value.lower()) if token.kind is IDENTIFIER else None
        rule = None if keyword is None else self.labelled_rules.get(keyword)
        if rule is None:
            # A label in front of anything else is no error; the statement goes on without it.
            return self.statement()
        token.kind = keyword  # type: ignore[assignment]
        token.flags = KEYWORD
        self.ungot = None
        return rule(self, token, label)

    def open_parenthesis(self, keyword: Token) -> Token | None:
        """Take the parenthesis behind a keyword, or report that it is missing."""
        self.skip_newlines()
        opening = self.peek(COMMAND)
        if opening.kind is L_PAREN:
            self.ungot = None
            return opening
        self.missing(keyword, "MissingOpenParenthesisAfterKeyword", keyword.text.lower())
        return None

    def while_statement(self, token: Token, label: Token | None = None) -> StatementAst:
        """`while (condition) { }`."""
        start = label or token
        opening = self.open_parenthesis(token)
        if opening is None:
            return self.failed(start, token.end, token)
        self.skip_newlines()
        condition = self.pipeline_chain()
        if condition is None:
            end = self.missing(opening, "MissingExpressionAfterKeyword", "while")
            condition = ErrorStatementAst(self.extent(end, end))
        self.skip_newlines()
        closing = self.peek(COMMAND)
        if closing.kind is not R_PAREN:
            if not isinstance(condition, ErrorStatementAst):
                self.missing(condition, "MissingEndParenthesisAfterStatement", "while")
            return self.failed(start, condition.extent.end_offset, token, condition)
        self.ungot = None
        body = self.statement_block()
        if body is None:
            self.missing(closing, "MissingLoopStatement", "while")
            return self.failed(start, closing.end, token, condition)
        return WhileStatementAst(self.join(start, body), label_name(label), condition, body)

    def do_statement(self, token: Token, label: Token | None = None) -> StatementAst:
        """`do { } while (condition)`, `do { } until (condition)`."""
        start = label or token
        body = self.statement_block()
        if body is None:
            self.missing(token, "MissingLoopStatement", "do")
            return self.failed(start, token.end, token)
        self.skip_newlines()
        keyword = self.keyword(TokenKind.While) or self.keyword(TokenKind.Until)
        if keyword is None:
            self.missing(body, "MissingWhileOrUntilInDoWhile")
            return self.failed(start, body.extent.end_offset, token, body)
        self.ungot = None
        opening = self.open_parenthesis(keyword)
        if opening is None:
            return self.failed(start, keyword.end, token, body)
        self.skip_newlines()
        condition = self.pipeline_chain()
        word = keyword.text.lower()
        if condition is None:
            self.missing(opening, "MissingExpressionAfterKeyword", word)
        self.skip_newlines()
        closing = self.peek(COMMAND)
        if closing.kind is R_PAREN:
            self.ungot = None
        elif condition is not None:
            self.missing(condition, "MissingEndParenthesisAfterStatement", word)
        if condition is None or closing.kind is not R_PAREN:
            return self.failed(start, opening.end, token, body, condition)
        node = DoWhileStatementAst if keyword.kind is TokenKind.While else DoUntilStatementAst
        return node(self.extent(start.start, closing.end), label_name(label), condition, body)

    def for_statement(self, token: Token, label: Token | None = None) -> StatementAst:
        """`for (initializer; condition; iterator) { }`; line breaks may stand for the semicolons."""
        start = label or token
        opening = self.open_parenthesis(token)
        if opening is None:
            return self.failed(start, token.end, token)
        clauses: list[PipelineBaseAst | None] = []
        end = opening.end
        for number in range(3):
            self.skip_newlines()
            clause = self.pipeline_chain()
            clauses.append(clause)
            if clause is not None:
                end = clause.extent.end_offset
            separator = self.peek(COMMAND)
            if number < 2 and separator.kind is TokenKind.Semi:
                self.ungot = None
                end = separator.end
        self.skip_newlines()
        closing = self.peek(COMMAND)
        if closing.kind is not R_PAREN:
            self.report_incomplete(end, end, "MissingEndParenthesisAfterStatement", "for")
            return self.failed(start, end, token, *clauses)
        self.ungot = None
        body = self.statement_block()
        if body is None:
            self.missing(closing, "MissingLoopStatement", "for")
            return self.failed(start, closing.end, token, *clauses)
        initializer, condition, iterator = clauses
        return ForStatementAst(self.join(start, body), label_name(label), condition, initializer, iterator, body)

    def foreach_statement(self, token: Token, label: Token | None = None) -> StatementAst:
        """`foreach ($variable in values) { }`."""
        start = label or token
        is_parallel, throttle = self._foreach_flags()
        opening = self.open_parenthesis(token)
        if opening is None:
            return self.failed(start, token.end, token)
        self.skip_newlines()
        name = self.peek(OPERAND)
        if name.kind not in VARIABLES:
            self.missing(opening, "MissingVariableNameAfterForeach")
            return self.failed(start, opening.end, token)
        self.ungot = None
        variable: Any = self.variable_expression(name)
        self.skip_newlines()
        keyword = self.keyword(TokenKind.In)
        if keyword is None:
            end = self.missing(variable, "MissingInInForeach")
            return self.failed(start, end, token, variable)
        self.ungot = None
        self.skip_newlines()
        collection = self.pipeline_chain()
        if collection is None:
            end = self.missing(keyword, "MissingForeachExpression")
            return self.failed(start, end, token, variable)
        self.skip_newlines()
        closing = self.peek(COMMAND)
        if closing.kind is not R_PAREN:
            end = self.missing(collection, "MissingEndParenthesisAfterForeachStatement")
            return self.failed(start, end, token, variable, collection)
        self.ungot = None
        body = self.statement_block()
        if body is None:
            end = self.missing(closing, "MissingForeachStatement")
            return self.failed(start, end, token, variable, collection)
        extent = self.join(start, body)
        return ForEachStatementAst(extent, label_name(label), collection, variable, body, throttle, is_parallel)

    def _foreach_flags(self) -> tuple[bool, ExpressionAst | None]:
        is_parallel = False
        throttle: ExpressionAst | None = None
        self.skip_newlines()
        while (flag := self.peek(COMMAND)).kind is TokenKind.Parameter:
            self.ungot = None
            if is_flag(flag, "parallel"):
                is_parallel = True
                self.report(flag.start, flag.end, "KeywordParameterReservedForFutureUse", "foreach", "parallel")
            elif is_flag(flag, "throttlelimit"):
                self.skip_newlines()
                throttle = self.single_argument()
                if throttle is None:
                    self.missing(flag, "MissingThrottleLimit")
            else:
                self.report(flag.start, flag.end, "InvalidForeachFlag", flag.value)
            self.skip_newlines()
        return is_parallel, throttle


def label_name(token: Token | None) -> str | None:
    """The name in a label's token."""
    return None if token is None else token.value
