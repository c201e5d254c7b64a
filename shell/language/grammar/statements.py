"""Statements: which rule a keyword calls, blocks, conditions, jumps, data sections."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from shell.language.grammar.commands import CommandParser
from shell.language.keywords import KEYWORDS
from shell.language.scanner import COMMAND, EXPRESSION
from shell.language.tokens import Token, TokenKind
from shell.language.tree import (
    Ast,
    BlockStatementAst,
    BreakStatementAst,
    ContinueStatementAst,
    DataStatementAst,
    ErrorStatementAst,
    ExitStatementAst,
    ExpressionAst,
    IfStatementAst,
    PipelineBaseAst,
    ReturnStatementAst,
    StatementAst,
    StatementBlockAst,
    ThrowStatementAst,
    TrapStatementAst,
)

COMMA = TokenKind.Comma
IDENTIFIER = TokenKind.Identifier
L_CURLY = TokenKind.LCurly
L_PAREN = TokenKind.LParen
R_CURLY = TokenKind.RCurly
R_PAREN = TokenKind.RParen
VARIABLES = frozenset((TokenKind.Variable, TokenKind.SplattedVariable))

KEYWORD = frozenset(("keyword",))

_LEAVING: dict[TokenKind, Callable[..., StatementAst]] = {
    TokenKind.Return: ReturnStatementAst,
    TokenKind.Exit: ExitStatementAst,
    TokenKind.Throw: ThrowStatementAst,
}


class StatementParser(CommandParser):
    """Parses statements; loops, switch, try and definitions have files of their own."""

    def statement(self) -> StatementAst | None:
        """A statement; None where none begins."""
        token = self.peek_start()
        kind = token.kind
        if kind is IDENTIFIER:
            keyword = KEYWORDS.get(token.value.lower())
            rule = None if keyword is None else self.statement_rules.get(keyword)
            if rule is not None:
                token.kind = keyword  # type: ignore[assignment]
                token.flags = KEYWORD
                self.ungot = None
                return rule(self, token)
        elif kind is TokenKind.Label:
            return self.labelled(token)
        elif kind is TokenKind.LBracket:
            definition = self.attributed_definition()
            if definition is not None:
                return definition
        return self.pipeline_chain()

    statement_rules: ClassVar[Mapping[TokenKind, Callable[..., StatementAst]]]
    """The rule of each keyword that begins a statement. It is called with the parser and the keyword's token."""

    @abstractmethod
    def attributed_definition(self) -> StatementAst | None:
        """`[attribute()] class ...`; None where the bracket begins something else."""

    @abstractmethod
    def labelled(self, label: Token) -> StatementAst | None:
        """A statement behind a label."""

    def keyword(self, kind: TokenKind) -> Token | None:
        """Look whether a keyword follows; mark its token as one. It stays next."""
        token = self.peek(COMMAND)
        if token.kind is kind:
            return token
        if token.kind is not IDENTIFIER or KEYWORDS.get(token.value.lower()) is not kind:
            return None
        token.kind = kind
        token.flags = KEYWORD
        return token

    def failed(self, start: Ast | Token, end: int, keyword: Token, *nested: Ast | None) -> ErrorStatementAst:
        """What is left of a broken statement."""
        begin = start.start if isinstance(start, Token) else start.extent.start_offset
        parts = tuple(node for node in nested if node is not None)
        end = max([end, *(node.extent.end_offset for node in parts)])
        return ErrorStatementAst(self.extent(begin, end), keyword, parts)

    # --- lists and blocks ------------------------------------------------------------------------------------------

    def statement_list(self) -> tuple[tuple[StatementAst, ...], tuple[TrapStatementAst, ...]]:
        """Statements up to something that cannot begin one, traps apart."""
        statements: list[StatementAst] = []
        traps: list[TrapStatementAst] = []
        while True:
            self.skip_newlines_and_semicolons()
            statement = self.statement()
            if statement is None:
                return tuple(statements), tuple(traps)
            if isinstance(statement, TrapStatementAst):
                traps.append(statement)
            else:
                statements.append(statement)

    def statement_block(self) -> StatementBlockAst | None:
        """`{ ... }`; None where no brace stands."""
        self.skip_newlines()
        opening = self.peek(COMMAND)
        if opening.kind is not L_CURLY:
            return None
        self.ungot = None
        commas = self.commas
        self.commas = True
        statements, traps = self.statement_list()
        self.commas = commas
        end = self.close_curly(opening, [*statements, *traps])
        return StatementBlockAst(self.extent(opening.start, end), statements, traps)

    def close_curly(self, opening: Token, inside: Sequence[Ast]) -> int:
        """Take the closing brace; give where the block ends."""
        closing = self.peek(COMMAND)
        if closing.kind is R_CURLY:
            self.ungot = None
            return closing.end
        self.report_incomplete(opening.start, opening.end, "MissingEndCurlyBrace", detected=closing.end)
        return max((node.extent.end_offset for node in inside), default=opening.end)

    # --- if --------------------------------------------------------------------------------------------------------

    def if_statement(self, if_token: Token) -> StatementAst:
        """`if (condition) { } elseif (condition) { } else { }`."""
        clauses: list[tuple[PipelineBaseAst, StatementBlockAst]] = []
        parts: list[Ast] = []
        keyword = if_token
        while True:
            self.skip_newlines()
            opening = self.peek(COMMAND)
            if opening.kind is not L_PAREN:
                end = self.missing(keyword, "MissingOpenParenthesisInIfStatement", keyword.text)
                return self.failed(if_token, end, if_token, *parts)
            self.ungot = None
            self.skip_newlines()
            condition = self.pipeline_chain()
            if condition is None:
                end = self.missing(opening, "IfStatementMissingCondition", keyword.text)
                condition = ErrorStatementAst(self.extent(end, end))
            else:
                parts.append(condition)
            self.skip_newlines()
            closing = self.peek(COMMAND)
            if closing.kind is not R_PAREN:
                if not isinstance(condition, ErrorStatementAst):
                    self.report_incomplete(
                        closing.start, closing.end, "MissingEndParenthesisAfterStatement", keyword.text
                    )
                return self.failed(if_token, condition.extent.end_offset, if_token, *parts)
            self.ungot = None
            body = self.statement_block()
            if body is None:
                self.missing(closing, "MissingStatementBlock", keyword.text)
                return self.failed(if_token, closing.end, if_token, *parts)
            parts.append(body)
            clauses.append((condition, body))
            after = self.mark()
            self.skip_newlines()
            following = self.keyword(TokenKind.ElseIf)
            if following is None:
                break
            self.ungot = None
            keyword = following
        otherwise = None
        following = self.keyword(TokenKind.Else)
        if following is None:
            self.reset(after)
        else:
            self.ungot = None
            otherwise = self.statement_block()
            if otherwise is None:
                self.missing(following, "MissingStatementBlockAfterElse")
                return self.failed(if_token, following.end, if_token, *parts)
        last = otherwise if otherwise is not None else clauses[-1][1]
        return IfStatementAst(self.join(if_token, last), tuple(clauses), otherwise)

    # --- jumps -----------------------------------------------------------------------------------------------------

    def leave_statement(self, token: Token) -> StatementAst:
        """`return`, `exit`, `throw`, each with a pipeline or without."""
        pipeline = self.pipeline_chain()
        end = token.end if pipeline is None else pipeline.extent.end_offset
        return _LEAVING[token.kind](self.extent(token.start, end), pipeline)

    def jump_statement(self, token: Token) -> StatementAst:
        """`break` and `continue` with the label of a loop or without."""
        label = self.single_argument()
        end = token.end if label is None else label.extent.end_offset
        node = BreakStatementAst if token.kind is TokenKind.Break else ContinueStatementAst
        return node(self.extent(token.start, end), label)

    # --- data, reserved words --------------------------------------------------------------------------------------

    def data_statement(self, token: Token) -> StatementAst:
        """`data Name -SupportedCommand a, b { }`."""
        self.skip_newlines()
        name: str | None = None
        name_token = self.peek(EXPRESSION)
        if name_token.kind is IDENTIFIER:
            self.ungot = None
            name = name_token.text
        self.skip_newlines()
        allowed: list[ExpressionAst] = []
        last: Ast | Token = token if name is None else name_token
        flag = self.peek(COMMAND)
        if flag.kind is TokenKind.Parameter:
            self.ungot = None
            if not is_flag(flag, "supportedcommand"):
                self.report(flag.start, flag.end, "InvalidParameterForDataSectionStatement", flag.value)
                return self.failed(token, flag.end, token)
            if not self._data_commands(flag, allowed):
                return self.failed(token, flag.end, token, *allowed)
            last = allowed[-1]
        body = self.statement_block()
        if body is None:
            end = self.missing(last, "MissingStatementBlockForDataSection")
            return self.failed(token, end, token, *allowed)
        node = DataStatementAst(self.join(token, body), name, tuple(allowed), body)
        self.noted.append(node)
        return node

    def _data_commands(self, flag: Token, commands: list[ExpressionAst]) -> bool:
        """Take the commands behind the flag; false where one is missing."""
        last = flag
        while True:
            self.skip_newlines()
            argument = self.single_argument()
            if argument is None:
                self.missing(last, "MissingValueForSupportedCommandInDataSectionStatement")
                return False
            commands.append(argument)
            last = self.peek(COMMAND)
            if last.kind is not COMMA:
                return True
            self.ungot = None

    def block_statement(self, token: Token) -> StatementAst:
        """`parallel { }`, `sequence { }`: blocks of a workflow, so an error in any other place."""
        body = self.statement_block()
        if body is None:
            self.missing(token, "MissingStatementAfterKeyword", token.text)
            return self.failed(token, token.end, token)
        self.report(token.start, token.end, "UnexpectedKeyword", token.text)
        return BlockStatementAst(self.join(token, body), token, body)

    def reserved_statement(self, token: Token) -> StatementAst:
        """A word that is kept for later versions of the language: an error."""
        self.report(token.start, token.end, "ReservedKeywordNotAllowed", token.text.lower())
        return self.failed(token, token.end, token)


def is_flag(token: Token, name: str) -> bool:
    """Whether a parameter names a flag of a statement; its beginning is enough."""
    word: str = token.value
    return name.startswith(word.lower())
