"""Pipelines: chains, assignments, commands with their arguments and redirections."""

from __future__ import annotations

import re

from shell.language.characters import BLANK_CLASS, DASHES, DOUBLE_QUOTES, SINGLE_QUOTES
from shell.language.grammar.expressions import ExpressionParser
from shell.language.keywords import ASSIGNMENT_OPERATORS, KEYWORDS
from shell.language.scanner import COMMAND, EXPRESSION, OPERAND
from shell.language.tokens import Token, TokenKind
from shell.language.tree import (
    ArrayLiteralAst,
    AssignmentStatementAst,
    Ast,
    AttributedExpressionAst,
    CommandAst,
    CommandBaseAst,
    CommandElementAst,
    CommandExpressionAst,
    CommandParameterAst,
    ConstantExpressionAst,
    ConvertExpressionAst,
    ErrorExpressionAst,
    ErrorStatementAst,
    ExpressionAst,
    FileRedirectionAst,
    IndexExpressionAst,
    MemberExpressionAst,
    MergingRedirectionAst,
    ParenExpressionAst,
    PipelineAst,
    PipelineBaseAst,
    PipelineChainAst,
    RedirectionAst,
    StatementAst,
    StringConstantExpressionAst,
    VariableExpressionAst,
)

_BEGINS_EXPRESSION = frozenset("0123456789$@({[+!," + DASHES + SINGLE_QUOTES + DOUBLE_QUOTES)
_NO_EXPRESSION = frozenset((TokenKind.Generic, TokenKind.Parameter, TokenKind.Identifier))
_ENDS_COMMAND = frozenset(
    (
        TokenKind.Pipe,
        TokenKind.NewLine,
        TokenKind.Semi,
        TokenKind.EndOfInput,
        TokenKind.RParen,
        TokenKind.RCurly,
        TokenKind.AndAnd,
        TokenKind.OrOr,
        TokenKind.Ampersand,
    )
)
_BEGINS_NOTHING = frozenset("\r\n\0;|)}]<>&")
_CHAINS = frozenset((TokenKind.AndAnd, TokenKind.OrOr))
_BRACKETS = frozenset((TokenKind.LParen, TokenKind.DollarParen, TokenKind.AtParen, TokenKind.AtCurly, TokenKind.LCurly))
_STRINGS = frozenset(
    (
        TokenKind.StringLiteral,
        TokenKind.StringExpandable,
        TokenKind.HereStringLiteral,
        TokenKind.HereStringExpandable,
    )
)
_NEXT_LINE_PIPE = re.compile(rf"(?:[{BLANK_CLASS}\r\n]+|#[^\r\n]*|<#(?:[^#]|#(?!>))*#>)*\|(?!\|)").match
_VERBATIM = re.compile(r"[^\r\n|]*").match


class CommandParser(ExpressionParser):
    """Parses pipelines."""

    # --- chains ----------------------------------------------------------------------------------------------------

    def pipeline_chain(self) -> PipelineBaseAst | None:
        """An assignment, a pipeline or a chain of them; None where none begins."""
        left = self.pipeline()
        while left is not None and self.peek(COMMAND).kind in _CHAINS:
            operator = self.next(COMMAND)
            self.skip_newlines()
            right = self.pipeline()
            if right is None:
                self.report_incomplete(operator.start, operator.end, "EmptyPipelineChainElement")
                return left
            background = isinstance(right, PipelineAst) and right.background
            left = PipelineChainAst(self.join(left, right), left, right, operator.kind, background)  # type: ignore[arg-type]
        return left

    def pipeline(self) -> PipelineBaseAst | None:
        """A pipeline or an assignment; None where none begins."""
        first = self._element()
        if first is None:
            return None
        if isinstance(first, AssignmentStatementAst):
            return first
        elements: list[CommandBaseAst] = [first]
        end = first.extent.end_offset
        background = False
        while True:
            token = self.peek(COMMAND)
            kind = token.kind
            if kind is TokenKind.Pipe:
                self.ungot = None
                if not self._piped_element(token, elements):
                    break
                end = elements[-1].extent.end_offset
            elif kind is TokenKind.NewLine and _NEXT_LINE_PIPE(self.text, token.start, self.end) is not None:
                self.skip_newlines()
            elif kind is TokenKind.Ampersand:
                self.ungot = None
                background = True
                end = token.end
                break
            elif kind in _ENDS_COMMAND:
                break
            else:
                self.report(token.start, token.end, "UnexpectedToken", token.text)
                self._skip_unexpected(token)
        return PipelineAst(self.extent(first.extent.start_offset, end), tuple(elements), background)

    def _skip_unexpected(self, token: Token) -> None:
        self.ungot = None
        if token.kind is TokenKind.LCurly:
            self.script_block(token)

    def _piped_element(self, pipe: Token, elements: list[CommandBaseAst]) -> bool:
        self.skip_newlines()
        element = self._element()
        if element is None:
            self.report_incomplete(pipe.start, pipe.end, "EmptyPipeElement", detected=self.pos)
            return False
        if isinstance(element, AssignmentStatementAst):
            element = CommandExpressionAst(element.left.extent, (), element.left)
        if isinstance(element, CommandExpressionAst):
            extent = element.extent
            self.report(extent.start_offset, extent.end_offset, "ExpressionsMustBeFirstInPipeline")
        elements.append(element)
        return True

    # --- elements --------------------------------------------------------------------------------------------------

    def _first_character(self) -> str:
        if self.ungot is None:
            self.skip_blanks()
            return self.text[self.pos] if self.pos < self.end else "\0"
        return self.text[self.ungot.start] if self.ungot.start < self.end else "\0"

    def _element(self) -> CommandBaseAst | AssignmentStatementAst | None:
        character = self._first_character()
        if character in _BEGINS_EXPRESSION and self.peek(OPERAND).kind not in _NO_EXPRESSION:
            return self._expression_element()
        if character in _BEGINS_NOTHING and character != "&":
            token = self.peek(COMMAND)
            if token.kind is TokenKind.RedirectInStd:
                self.report(token.start, token.end, "RedirectionNotSupported", token.text)
            if token.kind is not TokenKind.Redirection:
                return None
        return self._command()

    def _expression_element(self) -> CommandBaseAst | AssignmentStatementAst | None:
        expression = self.expression()
        if expression is None:
            return None
        operator = self.peek(EXPRESSION)
        if operator.kind in ASSIGNMENT_OPERATORS:
            return self._assignment(expression, operator)
        redirections = self._redirections()
        end = redirections[-1] if redirections else expression
        return CommandExpressionAst(self.join(expression, end), redirections, expression)

    def _assignment(self, left: ExpressionAst, operator: Token) -> AssignmentStatementAst:
        self.ungot = None
        self.skip_newlines()
        right: StatementAst | None = self.statement()
        if right is None:
            end = self.missing(operator, "ExpectedValueExpression", operator.text)
            right = ErrorStatementAst(self.extent(end, end))
        elif isinstance(right, PipelineAst) and len(right.pipeline_elements) == 1 and not right.background:
            only = right.pipeline_elements[0]
            if isinstance(only, CommandExpressionAst):
                right = only
        if not assignable(left):
            self.report(left.extent.start_offset, left.extent.end_offset, "InvalidLeftHandSide")
        return AssignmentStatementAst(self.join(left, right), left, operator.kind, right, operator.extent)

    # --- commands --------------------------------------------------------------------------------------------------

    def _command(self) -> CommandAst | None:
        token = self.peek(COMMAND)
        operator = TokenKind.Unknown
        start = token.start
        elements: list[CommandElementAst] = []
        redirections: list[RedirectionAst] = []
        if token.kind is TokenKind.Ampersand or token.kind is TokenKind.Dot:
            self.ungot = None
            operator = token.kind
            name = self._argument_or_none()
            if name is None:
                self.report_incomplete(token.start, token.end, "MissingExpression", token.text)
                name = ErrorExpressionAst(self.extent(token.end, token.end))
            elements.append(name)
        elif token.kind is not TokenKind.Redirection:
            if token.kind in _ENDS_COMMAND:
                return None
            elements.append(self._command_name(token))
        self._arguments(elements, redirections)
        if not elements:
            return None
        parts: list[Ast] = [*elements, *redirections]
        end = max(each.extent.end_offset for each in parts)
        return CommandAst(self.extent(start, end), tuple(redirections), tuple(elements), operator)

    def _command_name(self, token: Token) -> CommandElementAst:
        if token.kind is TokenKind.Parameter:
            self.forget()
            token = self.word(token.start)
            self.tokens.append(token)
        self.ungot = None
        token.flags = frozenset(("command_name",))
        if token.kind in (TokenKind.Identifier, TokenKind.Generic):
            return self.string_expression(token, "BareWord")
        return StringConstantExpressionAst(token.extent, token.text, "BareWord")

    def _arguments(self, elements: list[CommandElementAst], redirections: list[RedirectionAst]) -> None:
        dashes_seen = False
        while True:
            token = self.peek(COMMAND)
            kind = token.kind
            if kind in _ENDS_COMMAND:
                return
            if kind is TokenKind.Redirection:
                redirections.append(self._redirection())
            elif kind is TokenKind.RedirectInStd:
                self.ungot = None
                self.report(token.start, token.end, "RedirectionNotSupported", token.text)
            elif kind is TokenKind.Parameter and not dashes_seen:
                elements.append(self._parameter(token))
            elif kind is TokenKind.MinusMinus:
                self.ungot = None
                dashes_seen = True
                elements.append(CommandParameterAst(token.extent, "-", None, token.extent))
            elif kind is TokenKind.Generic and token.text == "--%":
                self._verbatim(elements)
            elif kind is TokenKind.Comma:
                self.ungot = None
                elements.append(self._expected(token, "MissingArgument"))
            else:
                argument = self.argument_list()
                if argument is None:
                    self.report(token.start, token.end, "UnexpectedToken", token.text)
                    self.ungot = None
                else:
                    elements.append(argument)

    def _verbatim(self, elements: list[CommandElementAst]) -> None:
        token = self.next(COMMAND)
        elements.append(StringConstantExpressionAst(token.extent, token.text, "BareWord"))
        match = _VERBATIM(self.text, self.pos, self.end)
        rest = match[0] if match is not None else ""
        start = self.pos + len(rest) - len(rest.lstrip())
        end = self.pos + len(rest.rstrip())
        word = self.take(TokenKind.Generic, start, max(start, end))
        word.value = word.text
        self.tokens.append(word)
        elements.append(StringConstantExpressionAst(word.extent, word.value, "BareWord"))

    def _parameter(self, token: Token) -> CommandParameterAst:
        self.ungot = None
        if token.text[-1] != ":":
            return CommandParameterAst(token.extent, token.value, None, token.extent)
        argument = self.argument_list() if self.peek(COMMAND).kind not in _ENDS_COMMAND else None
        if argument is None:
            self.report_incomplete(token.start, token.end, "ParameterRequiresArgument", token.text, detected=self.pos)
            return CommandParameterAst(token.extent, token.value, None, token.extent)
        return CommandParameterAst(self.join(token, argument), token.value, argument, token.extent)

    def argument_list(self) -> ExpressionAst | None:
        """An argument, or several parted by commas: one array."""
        first = self._argument_or_none()
        if first is None or self.peek(COMMAND).kind is not TokenKind.Comma:
            return first
        elements = [first]
        while self.peek(COMMAND).kind is TokenKind.Comma:
            comma = self.next(COMMAND)
            self.skip_newlines()
            element = self._argument_or_none()
            if element is None:
                elements.append(self._expected(comma, "MissingExpression", ","))
                break
            elements.append(element)
        return ArrayLiteralAst(self.join(first, elements[-1]), tuple(elements))

    def single_argument(self) -> ExpressionAst | None:
        """One argument of a command without commas: a file name, a label, a switch condition."""
        return self._argument_or_none()

    def _argument_or_none(self) -> ExpressionAst | None:
        token = self.peek(COMMAND)
        kind = token.kind
        if kind is TokenKind.Variable or kind is TokenKind.SplattedVariable:
            self.ungot = None
            expression = self.variable_expression(token, splatted=kind is TokenKind.SplattedVariable)
            return self.postfix(expression)
        if kind is TokenKind.Identifier or kind is TokenKind.Generic:
            self.ungot = None
            if kind is TokenKind.Identifier and token.value.lower() in KEYWORDS:
                token.kind = TokenKind.Generic
            return self.string_expression(token, "BareWord")
        if kind in _STRINGS or kind in _BRACKETS:
            operand = self.primary(token)
            return operand if operand is None else self.postfix(operand)
        if kind is TokenKind.Number:
            self.ungot = None
            return ConstantExpressionAst(token.extent, token.value)
        if kind in _ENDS_COMMAND or kind is TokenKind.Redirection or kind is TokenKind.Comma:
            return None
        self.ungot = None
        token.kind = TokenKind.Generic
        return StringConstantExpressionAst(token.extent, token.text, "BareWord")

    # --- redirections ----------------------------------------------------------------------------------------------

    def _redirections(self) -> tuple[RedirectionAst, ...]:
        found: list[RedirectionAst] = []
        while self.peek(COMMAND).kind is TokenKind.Redirection:
            found.append(self._redirection())
        return tuple(found)

    def _redirection(self) -> RedirectionAst:
        token = self.next(COMMAND)
        from_stream, to_stream, append = token.value
        if to_stream is not None:
            return MergingRedirectionAst(token.extent, from_stream, to_stream)
        location = self._argument_or_none()
        if location is None:
            location = self._expected(token, "MissingFileSpecification")
        return FileRedirectionAst(self.join(token, location), from_stream, location, append)


def assignable(target: ExpressionAst) -> bool:
    """Whether something may stand on the left of an assignment."""
    if isinstance(target, VariableExpressionAst | MemberExpressionAst | IndexExpressionAst | ErrorExpressionAst):
        return not getattr(target, "null_conditional", False) and not hasattr(target, "arguments")
    if isinstance(target, ConvertExpressionAst | AttributedExpressionAst):
        return assignable(target.child)
    if isinstance(target, ArrayLiteralAst):
        return all(assignable(each) for each in target.elements)
    if isinstance(target, ParenExpressionAst) and isinstance(target.pipeline, PipelineAst):
        only = target.pipeline.pipeline_elements
        return len(only) == 1 and isinstance(only[0], CommandExpressionAst) and assignable(only[0].expression)
    return False
