"""Statements: conditions, loops, switch, try, flow control."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shell.language.grammar.commands import CommandParser
from shell.language.keywords import KEYWORDS
from shell.language.scanner import COMMAND, OPERAND
from shell.language.tokens import Token, TokenKind
from shell.language.tree import (
    Ast,
    AttributeBaseAst,
    BreakStatementAst,
    CatchClauseAst,
    ContinueStatementAst,
    DataStatementAst,
    DoUntilStatementAst,
    DoWhileStatementAst,
    ErrorStatementAst,
    ExitStatementAst,
    ExpressionAst,
    ForEachStatementAst,
    ForStatementAst,
    IfStatementAst,
    PipelineBaseAst,
    ReturnStatementAst,
    StatementAst,
    StatementBlockAst,
    SwitchStatementAst,
    ThrowStatementAst,
    TrapStatementAst,
    TryStatementAst,
    TypeConstraintAst,
    VariableExpressionAst,
    WhileStatementAst,
)

_ENDS_LIST = frozenset((TokenKind.RParen, TokenKind.RCurly, TokenKind.EndOfInput))
_ENDS_STATEMENT = _ENDS_LIST | {TokenKind.NewLine, TokenKind.Semi}
_FLOW_END = _ENDS_STATEMENT | {TokenKind.AndAnd, TokenKind.OrOr, TokenKind.Pipe, TokenKind.Ampersand}
_SWITCH_FLAGS = ("casesensitive", "exact", "file", "parallel", "regex", "wildcard")
KEYWORD = frozenset(("keyword",))


class StatementParser(CommandParser):
    """Parses statements."""

    # --- lists and blocks ------------------------------------------------------------------------------------------

    def statement_list(self) -> tuple[tuple[StatementAst, ...], tuple[TrapStatementAst, ...]]:
        """Statements up to something that cannot begin one."""
        statements: list[StatementAst] = []
        traps: list[TrapStatementAst] = []
        while True:
            self.skip_newlines_and_semicolons()
            statement = self.statement()
            if statement is None:
                token = self.peek(COMMAND)
                if token.kind in _ENDS_LIST:
                    return tuple(statements), tuple(traps)
                self._unexpected(token)
                continue
            if isinstance(statement, TrapStatementAst):
                traps.append(statement)
            else:
                statements.append(statement)
            token = self.peek(COMMAND)
            if token.kind not in _ENDS_STATEMENT and not _is_block(statement):
                self._unexpected(token)

    def _unexpected(self, token: Token) -> None:
        self.ungot = None
        if token.kind in (TokenKind.Pipe, TokenKind.AndAnd, TokenKind.OrOr):
            error_id = "EmptyPipeElement" if token.kind is TokenKind.Pipe else "EmptyPipelineChainElement"
            self.report(token.start, token.end, error_id)
        elif token.kind is not TokenKind.RedirectInStd:
            self.report(token.start, token.end, "UnexpectedToken", token.text)

    def statement_block(self) -> StatementBlockAst | None:
        """`{ ... }` of a statement; None where no brace stands."""
        self.skip_newlines()
        opening = self.peek(COMMAND)
        if opening.kind is not TokenKind.LCurly:
            return None
        self.ungot = None
        commas, self.commas = self.commas, True
        statements, traps = self.statement_list()
        self.commas = commas
        end = self.close_brace(opening)
        return StatementBlockAst(self.extent(opening.start, end), statements, traps)

    def close_brace(self, opening: Token) -> int:
        """Take the `}` that belongs to a `{`; give where the block ends."""
        while self.peek(COMMAND).kind is TokenKind.RParen:
            self._unexpected(self.peek(COMMAND))
            self.statement_list()
        closing = self.peek(COMMAND)
        if closing.kind is TokenKind.RCurly:
            self.ungot = None
            return closing.end
        self.report(opening.start, opening.end, "MissingEndCurlyBrace", incomplete=self.is_at_end(closing.start))
        return closing.start

    def _block_or_error(self, after: Token | Ast | int, error_id: str, *facts: str) -> StatementBlockAst:
        block = self.statement_block()
        if block is not None:
            return block
        end = after if isinstance(after, int) else self._end_of(after)
        self.report_incomplete(end, end, error_id, *facts, detected=self.peek(COMMAND).start)
        return StatementBlockAst(self.extent(end, end))

    @staticmethod
    def _end_of(thing: Token | Ast) -> int:
        return thing.end if isinstance(thing, Token) else thing.extent.end_offset

    # --- statements ------------------------------------------------------------------------------------------------

    def statement(self) -> StatementAst | None:
        """A statement; None where none begins."""
        character = self._first_character()
        if character.isalpha():
            keyword = self._keyword()
            if keyword is not None:
                return _STATEMENTS[keyword.kind](self, keyword)
        elif character == ":":
            label = self.peek(COMMAND)
            if label.kind is TokenKind.Label:
                return self._labeled(label)
        elif character == "[":
            definition = self.attributed_definition()
            if definition is not None:
                return definition
        return self.pipeline_chain()

    def attributed_definition(self) -> StatementAst | None:
        """`[attributes] class ...`; None where something else stands."""
        return None

    def _keyword(self) -> Token | None:
        token = self.peek(COMMAND)
        if token.kind is not TokenKind.Identifier:
            return None
        kind = KEYWORDS.get(token.value.lower())
        if kind is None or kind not in _STATEMENTS:
            return None
        self.ungot = None
        token.kind = kind
        token.flags = KEYWORD
        return token

    def peek_keyword(self, *kinds: TokenKind) -> Token | None:
        """The next token as one of these keywords, still next; None if it is none."""
        token = self.peek(COMMAND)
        if token.kind in kinds:
            return token
        if token.kind is not TokenKind.Identifier or KEYWORDS.get(token.value.lower()) not in kinds:
            return None
        token.kind = KEYWORDS[token.value.lower()]
        token.flags = KEYWORD
        return token

    def next_line_keyword(self, *kinds: TokenKind) -> Token | None:
        """Take one of these keywords, here or on a following line; without one, nothing is taken."""
        mark = self.mark()
        self.skip_newlines()
        token = self.peek_keyword(*kinds)
        if token is None:
            self.reset(mark)
            return None
        self.ungot = None
        return token

    def _labeled(self, label: Token) -> StatementAst | None:
        self.ungot = None
        self.skip_newlines()
        keyword = self.peek_keyword(*_LOOPS)
        if keyword is None:
            self._unexpected(label)
            return self.statement()
        self.ungot = None
        return _LOOPS[keyword.kind](self, keyword, label)

    # --- conditions ------------------------------------------------------------------------------------------------

    def _if(self, keyword: Token) -> StatementAst:
        clauses = [self._if_clause(keyword)]
        otherwise: StatementBlockAst | None = None
        while clauses[-1] is not None:
            following = self.next_line_keyword(TokenKind.ElseIf, TokenKind.Else)
            if following is None:
                break
            if following.kind is TokenKind.Else:
                otherwise = self._block_or_error(following, "MissingStatementBlockAfterElse")
                break
            clauses.append(self._if_clause(following))
        whole = [clause for clause in clauses if clause is not None]
        end = otherwise or (whole[-1][1] if whole else keyword)
        if not whole:
            return ErrorStatementAst(self.join(keyword, end), keyword)
        return IfStatementAst(self.join(keyword, end), tuple(whole), otherwise)

    def _if_clause(self, keyword: Token) -> tuple[PipelineBaseAst, StatementBlockAst] | None:
        self.skip_newlines()
        opening = self.peek(COMMAND)
        if opening.kind is not TokenKind.LParen:
            self.missing(keyword, "MissingOpenParenthesisInIfStatement", keyword.text)
            return None
        self.ungot = None
        condition, end = self._condition(opening, keyword, "IfStatementMissingCondition")
        body = self._block_or_error(end, "MissingStatementBlock", keyword.text)
        return condition, body

    def _condition(self, opening: Token, keyword: Token, missing_id: str) -> tuple[PipelineBaseAst, int]:
        """`condition)`, behind the parenthesis; give it and where it ends."""
        self.skip_newlines()
        commas, self.commas = self.commas, True
        condition = self.pipeline_chain()
        self.commas = commas
        if condition is None:
            end = self.missing(opening, missing_id, keyword.text)
            condition = ErrorStatementAst(self.extent(end, end))
        self.skip_newlines()
        end = self._close_paren(condition, "MissingEndParenthesisAfterStatement", keyword.text)
        return condition, end

    def _parenthesized(self, keyword: Token) -> tuple[PipelineBaseAst, int] | None:
        self.skip_newlines()
        opening = self.peek(COMMAND)
        if opening.kind is not TokenKind.LParen:
            self.missing(keyword, "MissingOpenParenthesisAfterKeyword", keyword.text)
            return None
        self.ungot = None
        return self._condition(opening, keyword, "MissingExpressionAfterKeyword")

    # --- loops -----------------------------------------------------------------------------------------------------

    def _start(self, keyword: Token, label: Token | None) -> tuple[Token, str | None]:
        return (label or keyword), (None if label is None else label.value)

    def _while(self, keyword: Token, label: Token | None = None) -> StatementAst:
        first, name = self._start(keyword, label)
        condition = self._parenthesized(keyword)
        if condition is None:
            return ErrorStatementAst(self.join(first, keyword), keyword)
        body = self._block_or_error(condition[1], "MissingLoopStatement", keyword.text)
        return WhileStatementAst(self.join(first, body), name, condition[0], body)

    def _do(self, keyword: Token, label: Token | None = None) -> StatementAst:
        first, name = self._start(keyword, label)
        body = self._block_or_error(keyword, "MissingLoopStatement", keyword.text)
        word = self.next_line_keyword(TokenKind.While, TokenKind.Until)
        if word is None:
            self.missing(body, "MissingWhileOrUntilInDoWhile")
            return ErrorStatementAst(self.join(first, body), keyword, (body,))
        condition = self._parenthesized(word)
        if condition is None:
            return ErrorStatementAst(self.join(first, word), keyword, (body,))
        extent = self.extent(first.start, condition[1])
        kind = DoWhileStatementAst if word.kind is TokenKind.While else DoUntilStatementAst
        return kind(extent, name, condition[0], body)

    def _for(self, keyword: Token, label: Token | None = None) -> StatementAst:
        first, name = self._start(keyword, label)
        self.skip_newlines()
        opening = self.peek(COMMAND)
        if opening.kind is not TokenKind.LParen:
            self.missing(keyword, "MissingOpenParenthesisAfterKeyword", keyword.text)
            return ErrorStatementAst(self.join(first, keyword), keyword)
        self.ungot = None
        commas, self.commas = self.commas, True
        parts: list[PipelineBaseAst | None] = []
        for _ in range(3):
            self.skip_newlines()
            parts.append(self.pipeline_chain())
            if self.peek(COMMAND).kind in (TokenKind.Semi, TokenKind.NewLine):
                self.ungot = None
        self.commas = commas
        self.skip_newlines()
        last: Token | Ast = next((part for part in reversed(parts) if part is not None), opening)
        end = self._close_paren(last, "MissingEndParenthesisAfterStatement", keyword.text)
        body = self._block_or_error(end, "MissingLoopStatement", keyword.text)
        initializer, condition, iterator = parts
        return ForStatementAst(self.join(first, body), name, condition, initializer, iterator, body)

    def _foreach(self, keyword: Token, label: Token | None = None) -> StatementAst:
        first, name = self._start(keyword, label)
        parallel, throttle = self._foreach_flags()
        self.skip_newlines()
        opening = self.peek(COMMAND)
        broken = ErrorStatementAst(self.join(first, keyword), keyword)
        if opening.kind is not TokenKind.LParen:
            self.missing(keyword, "MissingOpenParenthesisAfterKeyword", keyword.text)
            return broken
        self.ungot = None
        self.skip_newlines()
        token = self.peek(OPERAND)
        if token.kind is not TokenKind.Variable:
            self.missing(opening, "MissingVariableNameAfterForeach")
            return broken
        self.ungot = None
        variable = VariableExpressionAst(token.extent, token.value)
        self.skip_newlines()
        word = self.peek_keyword(TokenKind.In)
        if word is None:
            self.missing(variable, "MissingInInForeach")
            return broken
        self.ungot = None
        self.skip_newlines()
        commas, self.commas = self.commas, True
        collection = self.pipeline_chain()
        self.commas = commas
        if collection is None:
            end = self.missing(word, "MissingForeachExpression")
            collection = ErrorStatementAst(self.extent(end, end))
        self.skip_newlines()
        end = self._close_paren(collection, "MissingEndParenthesisAfterForeachStatement")
        body = self._block_or_error(end, "MissingForeachStatement")
        return ForEachStatementAst(self.join(first, body), name, collection, variable, body, throttle, parallel)

    def _foreach_flags(self) -> tuple[bool, ExpressionAst | None]:
        parallel, throttle = False, None
        while self.peek(COMMAND).kind is TokenKind.Parameter:
            flag = self.next(COMMAND)
            if flag.value.lower() == "parallel":
                parallel = True
            elif flag.value.lower() == "throttlelimit":
                throttle = self.single_argument() or self._expected(flag, "MissingThrottleLimit")
            else:
                self.report(flag.start, flag.end, "InvalidForeachFlag", flag.text)
        return parallel, throttle

    # --- switch ----------------------------------------------------------------------------------------------------

    def _switch(self, keyword: Token, label: Token | None = None) -> StatementAst:
        first, name = self._start(keyword, label)
        flags, file = self._switch_flags()
        condition: PipelineBaseAst | ExpressionAst | None = file
        end = keyword.end
        if condition is None:
            parenthesized = self._switch_condition(keyword)
            if parenthesized is None:
                return ErrorStatementAst(self.join(first, keyword), keyword)
            condition, end = parenthesized
        else:
            end = condition.extent.end_offset
        self.skip_newlines()
        opening = self.peek(COMMAND)
        if opening.kind is not TokenKind.LCurly:
            self.report_incomplete(end, end, "MissingCurlyInSwitchStatement", detected=opening.start)
            return ErrorStatementAst(self.extent(first.start, end), keyword, (condition,))
        self.ungot = None
        clauses, default = self._switch_clauses()
        end = self.close_brace(opening)
        if not clauses and default is None and self.errors == []:
            self.report_incomplete(opening.end, opening.end, "MissingSwitchStatementClause")
        extent = self.extent(first.start, end)
        return SwitchStatementAst(extent, name, condition, frozenset(flags), clauses, default)  # type: ignore[arg-type]

    def _switch_flags(self) -> tuple[set[str], ExpressionAst | None]:
        flags: set[str] = set()
        file: ExpressionAst | None = None
        while self.peek(COMMAND).kind is TokenKind.Parameter:
            token = self.next(COMMAND)
            word = token.value.lower()
            full = next((each for each in _SWITCH_FLAGS if word and each.startswith(word)), None)
            if full is None:
                self.report(token.start, token.end, "InvalidSwitchFlag", token.text)
                continue
            flags.add(full)
            if full == "file":
                file = self.single_argument() or self._expected(token, "MissingFilenameOption")
        return flags, file

    def _switch_condition(self, keyword: Token) -> tuple[PipelineBaseAst, int] | None:
        self.skip_newlines()
        opening = self.peek(COMMAND)
        if opening.kind is not TokenKind.LParen:
            self.missing(keyword, "PipelineValueRequired")
            return None
        self.ungot = None
        return self._condition(opening, keyword, "PipelineValueRequired")

    def _switch_clauses(
        self,
    ) -> tuple[tuple[tuple[ExpressionAst, StatementBlockAst], ...], StatementBlockAst | None]:
        clauses: list[tuple[ExpressionAst, StatementBlockAst]] = []
        default: StatementBlockAst | None = None
        while True:
            self.skip_newlines_and_semicolons()
            word = self.peek_keyword(TokenKind.Default)
            test: Token | ExpressionAst | None
            if word is not None:
                self.ungot = None
                test = word
            else:
                test = self.single_argument()
            if test is None:
                return tuple(clauses), default
            body = self._block_or_error(test, "MissingSwitchStatementClause")
            if not isinstance(test, Token):
                clauses.append((test, body))
            elif default is None:
                default = body
            else:
                self.report(test.start, test.end, "MultipleSwitchDefaultClauses")

    # --- errors ----------------------------------------------------------------------------------------------------

    def _try(self, keyword: Token) -> StatementAst:
        body = self.statement_block()
        if body is None:
            self.missing(keyword, "MissingTryStatementBlock")
            return ErrorStatementAst(keyword.extent, keyword)
        catches: list[CatchClauseAst] = []
        while (word := self.next_line_keyword(TokenKind.Catch)) is not None:
            catches.append(self._catch(word))
        final: StatementBlockAst | None = None
        word = self.next_line_keyword(TokenKind.Finally)
        if word is not None:
            final = self._block_or_error(word, "MissingFinallyStatementBlock")
        if not catches and final is None:
            end = body.extent.end_offset
            self.report_incomplete(end, end, "MissingCatchOrFinally")
        last: Ast = final or (catches[-1] if catches else body)
        return TryStatementAst(self.join(keyword, last), body, tuple(catches), final)

    def _catch(self, keyword: Token) -> CatchClauseAst:
        types: list[TypeConstraintAst] = []
        while True:
            self.skip_newlines()
            constraint = self.attribute()
            if constraint is None:
                break
            if isinstance(constraint, TypeConstraintAst):
                types.append(constraint)
            self.skip_newlines()
            if self.peek(COMMAND).kind is not TokenKind.Comma:
                break
            self.ungot = None
        after: Token | Ast = types[-1] if types else keyword
        body = self._block_or_error(after, "MissingCatchHandlerBlock")
        return CatchClauseAst(self.join(keyword, body), tuple(types), body)

    def _trap(self, keyword: Token) -> StatementAst:
        self.skip_newlines()
        constraint: AttributeBaseAst | None = self.attribute()
        trap_type = constraint if isinstance(constraint, TypeConstraintAst) else None
        body = self._block_or_error(trap_type or keyword, "MissingTrapStatement")
        return TrapStatementAst(self.join(keyword, body), trap_type, body)

    # --- leaving ---------------------------------------------------------------------------------------------------

    def _jump(self, keyword: Token) -> StatementAst:
        kind = BreakStatementAst if keyword.kind is TokenKind.Break else ContinueStatementAst
        label = None
        if self.peek(COMMAND).kind not in _FLOW_END:
            label = self.single_argument()
        return kind(self.join(keyword, label or keyword), label)

    def _leave(self, keyword: Token) -> StatementAst:
        pipeline = self.pipeline_chain() if self.peek(COMMAND).kind not in _ENDS_STATEMENT else None
        return _LEAVING[keyword.kind](self.join(keyword, pipeline or keyword), pipeline)

    def _reserved(self, keyword: Token) -> StatementAst:
        self.report(keyword.start, keyword.end, "ReservedKeywordNotAllowed", keyword.text)
        return ErrorStatementAst(keyword.extent, keyword)

    # --- data ------------------------------------------------------------------------------------------------------

    def _data(self, keyword: Token) -> StatementAst:
        name = self.peek(COMMAND)
        variable: str | None = None
        last = keyword
        if name.kind is TokenKind.Identifier or name.kind is TokenKind.Generic:
            self.ungot = None
            variable, last = name.value, name
        commands: list[ExpressionAst] = []
        if self.peek(COMMAND).kind is TokenKind.Parameter:
            last = self.next(COMMAND)
            if not "supportedcommand".startswith(last.value.lower()):
                self.report(last.start, last.end, "InvalidSwitchFlag", last.text)
            argument = self.argument_list()
            if argument is not None:
                commands = list(getattr(argument, "elements", (argument,)))
        body = self._block_or_error(last, "MissingStatementBlockForDataSection")
        return DataStatementAst(self.join(keyword, body), variable, tuple(commands), body)


def _is_block(statement: StatementAst) -> bool:
    """Whether a statement ends in a block, so that another may follow on the same line."""
    return isinstance(statement, ErrorStatementAst) or type(statement).__name__ in _BLOCKS


_BLOCKS = frozenset(
    (
        "IfStatementAst",
        "WhileStatementAst",
        "ForStatementAst",
        "ForEachStatementAst",
        "SwitchStatementAst",
        "TryStatementAst",
        "TrapStatementAst",
        "DataStatementAst",
        "FunctionDefinitionAst",
        "TypeDefinitionAst",
    )
)
_LEAVING: dict[TokenKind, Any] = {
    TokenKind.Return: ReturnStatementAst,
    TokenKind.Throw: ThrowStatementAst,
    TokenKind.Exit: ExitStatementAst,
}
_LOOPS: dict[TokenKind, Callable[..., StatementAst]] = {
    TokenKind.While: StatementParser._while,
    TokenKind.Do: StatementParser._do,
    TokenKind.For: StatementParser._for,
    TokenKind.Foreach: StatementParser._foreach,
    TokenKind.Switch: StatementParser._switch,
}
_STATEMENTS: dict[TokenKind, Callable[..., StatementAst]] = {
    **_LOOPS,
    TokenKind.If: StatementParser._if,
    TokenKind.Try: StatementParser._try,
    TokenKind.Trap: StatementParser._trap,
    TokenKind.Data: StatementParser._data,
    TokenKind.Break: StatementParser._jump,
    TokenKind.Continue: StatementParser._jump,
    TokenKind.Return: StatementParser._leave,
    TokenKind.Throw: StatementParser._leave,
    TokenKind.Exit: StatementParser._leave,
    TokenKind.From: StatementParser._reserved,
    TokenKind.Define: StatementParser._reserved,
    TokenKind.Var: StatementParser._reserved,
}


def register(kind: TokenKind, parse: Callable[..., StatementAst]) -> None:
    """Let a keyword begin a statement that another file parses."""
    _STATEMENTS[kind] = parse
