"""Commands, their arguments and redirections, and the pipelines that they stand in."""

from __future__ import annotations

import re
from functools import cache

from shell.language.characters import BLANK, BLANK_CLASS, DASHES, DOUBLE_QUOTES, SINGLE_QUOTES
from shell.language.grammar.expressions import ExpressionParser
from shell.language.grammar.primaries import PRIMARIES
from shell.language.keywords import ASSIGNMENT_OPERATORS, KEYWORDS
from shell.language.scanner import COMMAND, EXPRESSION, OPERAND
from shell.language.strings import ExpandableToken
from shell.language.tokens import Token, TokenKind
from shell.language.tree import (
    ArrayLiteralAst,
    AssignmentStatementAst,
    CommandAst,
    CommandBaseAst,
    CommandElementAst,
    CommandExpressionAst,
    CommandParameterAst,
    ErrorExpressionAst,
    ErrorStatementAst,
    ExpressionAst,
    FileRedirectionAst,
    MergingRedirectionAst,
    PipelineAst,
    PipelineBaseAst,
    PipelineChainAst,
    RedirectionAst,
    StringConstantExpressionAst,
    VariableExpressionAst,
)

AMPERSAND = TokenKind.Ampersand
AND_AND = TokenKind.AndAnd
COMMA = TokenKind.Comma
DOT = TokenKind.Dot
END_OF_INPUT = TokenKind.EndOfInput
GENERIC = TokenKind.Generic
IDENTIFIER = TokenKind.Identifier
NEW_LINE = TokenKind.NewLine
OR_OR = TokenKind.OrOr
PARAMETER = TokenKind.Parameter
PIPE = TokenKind.Pipe
REDIRECTION = TokenKind.Redirection
SPLATTED = TokenKind.SplattedVariable
REDIRECT_IN = TokenKind.RedirectInStd

ENDS_COMMAND = frozenset(
    (AMPERSAND, AND_AND, END_OF_INPUT, NEW_LINE, OR_OR, PIPE, TokenKind.Semi, TokenKind.RParen, TokenKind.RCurly)
)
ENDS_ARGUMENT = ENDS_COMMAND | {COMMA, PARAMETER, REDIRECTION, REDIRECT_IN}
WORDS = frozenset((IDENTIFIER, GENERIC))

COMMAND_NAME = frozenset(("command_name",))

EXPRESSION_START = frozenset("$(@{[+!,.0123456789" + DASHES + SINGLE_QUOTES + DOUBLE_QUOTES)
"""With any other character a statement can only be a command or a keyword's."""

COVERS_START = BLANK | frozenset("#<`")
"""A statement may begin behind these."""

STREAM_NAMES = ("All", "Output", "Error", "Warning", "Verbose", "Debug", "Information")

BEFORE_PIPE = BLANK | frozenset("\r\n#<|")
"""What a line that begins with `|`, or those in front of it, can begin with."""

_COMMENT = rf"[{BLANK_CLASS}]*+(?:#[^\r\n]*+|<#(?>[^#]+|#(?!>))*+#>)"


@cache
def _pipe_on_next_line() -> re.Pattern[str]:
    """A `|` behind a line break; lines of comments may stand between, empty lines may not."""
    return re.compile(rf"(?>{_COMMENT}(?:{_COMMENT})*+[{BLANK_CLASS}]*+(?:\r\n|\r|\n)?+)*+[{BLANK_CLASS}]*+\|")


@cache
def _verbatim() -> re.Pattern[str]:
    """What stands behind `--%`."""
    return re.compile(r"(?:[^\r\n|&\"“”„]|[\"“”„][^\r\n\"“”„]*[\"“”„]?|&(?!&))*")


class CommandParser(ExpressionParser):
    """Parses pipelines."""

    # --- pipelines -------------------------------------------------------------------------------------------------

    def peek_start(self) -> Token:
        """Look at the first token of a statement or of a command, in the mode that its first character asks for."""
        token = self.ungot
        if token is not None:
            if token.kind is END_OF_INPUT:
                return token
            return self.peek(OPERAND if self._begins_expression(token.start) else COMMAND)
        if self.text[self.pos] in COVERS_START:
            self.skip_blanks()
        return self.peek(OPERAND if self._begins_expression(self.pos) else COMMAND)

    def _begins_expression(self, pos: int) -> bool:
        text = self.text
        return text[pos] in EXPRESSION_START or (self.in_quotes and text[pos] == "`" and text[pos + 1] in DOUBLE_QUOTES)

    def pipeline_chain(self) -> PipelineBaseAst | None:
        """An assignment, a pipeline or pipelines joined by `&&` and `||`; None where none begins."""
        left = self._pipeline(may_assign=True)
        if left is None or isinstance(left, AssignmentStatementAst):
            return left
        operator = self.peek(COMMAND)
        while operator.kind is AND_AND or operator.kind is OR_OR:
            self.ungot = None
            self.skip_newlines()
            right = self._pipeline(may_assign=False)
            if not isinstance(right, PipelineAst):
                self.missing(operator, "EmptyPipelineChainElement")
                return ErrorStatementAst(self.join(left, operator), operator, (left,))
            left = PipelineChainAst(self.join(left, right), left, right, operator.kind)
            operator = self.peek(COMMAND)
        if operator.kind is not AMPERSAND:
            return left
        return self._background(left)

    def _background(self, pipeline: PipelineBaseAst) -> PipelineBaseAst:
        """A pipeline with `&` behind it. The mark is no part of the node: the text of the job is the node's."""
        self.ungot = None
        following = self.peek(COMMAND)
        if following.kind is AND_AND or following.kind is OR_OR:
            self.ungot = None
            self.report(following.start, following.end, "BackgroundOperatorInPipelineChain")
        if isinstance(pipeline, PipelineAst):
            return PipelineAst(pipeline.extent, pipeline.pipeline_elements, True)
        if isinstance(pipeline, PipelineChainAst):
            return PipelineChainAst(pipeline.extent, pipeline.lhs, pipeline.rhs, pipeline.operator, True)
        return pipeline

    def _pipeline(self, *, may_assign: bool) -> PipelineBaseAst | None:
        elements: list[CommandBaseAst] = []
        pipe: Token | None = None
        while True:
            start = self.peek_start()
            element: CommandBaseAst | None
            begins_expression = start.kind is not END_OF_INPUT and self._begins_expression(start.start)
            expression = self.expression() if begins_expression else None
            if expression is None:
                element = self.command()
            else:
                token = self.peek(EXPRESSION)
                if not elements and may_assign and token.kind in ASSIGNMENT_OPERATORS:
                    return self._assignment(expression, token)
                if elements:
                    extent = expression.extent
                    self.report(extent.start_offset, extent.end_offset, "ExpressionsMustBeFirstInPipeline")
                element = self._command_expression(expression)
            if element is not None:
                elements.append(element)
            elif elements or self.peek(COMMAND).kind is PIPE:
                at = self.peek(COMMAND)
                start_offset, end_offset = (pipe.end, pipe.end) if pipe is not None else (at.start, at.end)
                self.report_incomplete(start_offset, end_offset, "EmptyPipeElement")
            pipe = self._next_pipe()
            if pipe is None:
                break
        if not elements:
            return None
        if len(elements) == 1:
            return PipelineAst(elements[0].extent, (elements[0],))
        extent = self.extent(elements[0].extent.start_offset, elements[-1].extent.end_offset)
        return PipelineAst(extent, tuple(elements))

    def _next_pipe(self) -> Token | None:
        """Take the `|` that follows, perhaps on a later line; None where the pipeline ends."""
        token = self.peek(COMMAND)
        kind = token.kind
        if (
            kind is NEW_LINE
            and self.text[token.end] in BEFORE_PIPE
            and _pipe_on_next_line().match(self.text, token.end, self.end)
        ):
            self.skip_newlines()
            token = self.peek(COMMAND)
            kind = token.kind
        if kind is not PIPE:
            if kind not in ENDS_COMMAND:
                self.report(token.start, token.end, "UnexpectedToken", token.text)
            return None
        self.ungot = None
        self.skip_newlines()
        if self.peek_start().kind is END_OF_INPUT:
            self.missing(token, "EmptyPipeElement")
            return None
        return token

    def _assignment(self, left: ExpressionAst, operator: Token) -> PipelineBaseAst:
        self.ungot = None
        self.skip_newlines()
        right = self.statement()
        if right is None:
            end = self.missing(operator, "ExpectedValueExpression", operator.text)
            right = ErrorStatementAst(self.extent(end, end))
        elif isinstance(right, PipelineAst) and len(right.pipeline_elements) == 1 and not right.background:
            only = right.pipeline_elements[0]
            if isinstance(only, CommandExpressionAst):
                right = only
        extent = self.extent(left.extent.start_offset, right.extent.end_offset)
        node = AssignmentStatementAst(extent, left, operator.kind, right, operator.extent)
        if type(left) is not VariableExpressionAst:
            self.noted.append(node)
        return node

    def _command_expression(self, expression: ExpressionAst) -> CommandExpressionAst:
        token = self.peek(EXPRESSION)
        if token.kind is not REDIRECTION and token.kind is not REDIRECT_IN:
            return CommandExpressionAst(expression.extent, (), expression)
        redirections: dict[int, RedirectionAst] = {}
        end = expression.extent.end_offset
        while token.kind is REDIRECTION or token.kind is REDIRECT_IN:
            self.ungot = None
            end = self._redirection(token, redirections)
            token = self.peek(COMMAND)
        extent = self.extent(expression.extent.start_offset, end)
        return CommandExpressionAst(extent, _in_stream_order(redirections), expression)

    # --- commands --------------------------------------------------------------------------------------------------

    def command(self) -> CommandAst | None:
        """A command; None where none begins."""
        token = self.peek(COMMAND)
        kind = token.kind
        if kind in ENDS_COMMAND and kind is not AMPERSAND:
            return None
        start = token.start
        invoking = token
        elements: list[CommandElementAst] = []
        redirections: dict[int, RedirectionAst] = {}
        operator = TokenKind.Unknown
        end = token.end
        if kind is AMPERSAND or kind is DOT:
            self.ungot = None
            operator = kind
            self.skip_newlines()
            token = self.peek(COMMAND)
        end = self._elements(token, elements, redirections, operator, end)
        if not elements:
            if operator is TokenKind.Unknown:
                return None
            self.missing(invoking, "MissingExpression", invoking.text)
        return CommandAst(self.extent(start, end), _in_stream_order(redirections), tuple(elements), operator)

    def _elements(
        self,
        token: Token,
        elements: list[CommandElementAst],
        redirections: dict[int, RedirectionAst],
        operator: TokenKind,
        end: int,
    ) -> int:
        after_dashes = False
        while token.kind not in ENDS_COMMAND:
            kind = token.kind
            self.ungot = None
            if kind is REDIRECTION or kind is REDIRECT_IN:
                end = self._redirection(token, redirections)
            elif kind is COMMA:
                end = token.end
                self.report_incomplete(token.start, end, "MissingArgument")
                self.skip_newlines()
            elif not elements:
                elements.append(self._name(token, operator))
                end = elements[-1].extent.end_offset
            elif kind is PARAMETER and not after_dashes:
                elements.append(self._parameter(token))
                end = elements[-1].extent.end_offset
            elif kind is TokenKind.MinusMinus and not after_dashes:
                after_dashes = True
                elements.append(CommandParameterAst(token.extent, "-", None, token.extent))
                end = token.end
            else:
                elements.append(self._argument(token))
                end = elements[-1].extent.end_offset
                if kind is SPLATTED and type(elements[-1]) is VariableExpressionAst:
                    self.noted.pop()
                if kind is GENERIC and token.value == "--%":
                    elements.append(self._verbatim())
                    end = elements[-1].extent.end_offset
            token = self.peek(COMMAND)
        return end

    def _name(self, token: Token, operator: TokenKind) -> ExpressionAst:
        if token.kind in WORDS:
            token.flags = COMMAND_NAME
            if operator is TokenKind.Unknown or not isinstance(token, ExpandableToken):
                keyword = KEYWORDS.get(token.value.lower()) if token.kind is IDENTIFIER else None
                if keyword is not None:
                    token.kind = keyword
                return StringConstantExpressionAst(token.extent, token.value, "BareWord")
            return self.expandable(token, "BareWord")
        primary = PRIMARIES.get(token.kind)
        if primary is not None:
            return self.accesses(primary(self, token), in_command=True)
        token.flags = COMMAND_NAME
        return StringConstantExpressionAst(token.extent, token.text, "BareWord")

    def _parameter(self, token: Token) -> CommandParameterAst:
        name: str = token.value
        if self.text[token.end - 1] != ":" or self.peek(COMMAND).kind is COMMA:
            return CommandParameterAst(token.extent, name, None, token.extent)
        value = self.peek(COMMAND)
        if value.kind in ENDS_ARGUMENT and value.kind is not PARAMETER:
            self.report(token.start, token.end, "ParameterRequiresArgument", token.text)
            return CommandParameterAst(token.extent, name, None, token.extent)
        self.ungot = None
        argument = self._argument(value)
        return CommandParameterAst(self.join(token, argument), name, argument, token.extent)

    def _argument(self, token: Token) -> ExpressionAst:
        """An argument, or several with commas between: an array. The first token is taken already."""
        first = self._one_argument(token)
        comma = self.peek(COMMAND)
        if comma.kind is not COMMA:
            return first
        arguments = [first]
        while comma.kind is COMMA:
            self.ungot = None
            self.skip_newlines()
            token = self.peek(COMMAND)
            if token.kind in ENDS_ARGUMENT and token.kind is not PARAMETER:
                self.missing(comma, "MissingExpression", ",")
                return ErrorExpressionAst(self.join(first, comma), tuple(arguments))
            self.ungot = None
            arguments.append(self._one_argument(token))
            comma = self.peek(COMMAND)
        array = ArrayLiteralAst(self.join(first, arguments[-1]), tuple(arguments))
        splatted = [each for each in arguments if type(each) is VariableExpressionAst and each.splatted]
        if splatted:
            self.noted = [node for node in self.noted if node not in splatted] + [array]
        return array

    def _one_argument(self, token: Token) -> ExpressionAst:
        kind = token.kind
        primary = PRIMARIES.get(kind)
        if primary is not None:
            return self.accesses(primary(self, token), in_command=True)
        if kind in WORDS:
            if isinstance(token, ExpandableToken):
                return self.expandable(token, "BareWord")
            if kind is IDENTIFIER and token.value.lower() in KEYWORDS:
                token.kind = GENERIC
            return StringConstantExpressionAst(token.extent, token.value, "BareWord")
        if kind is not PARAMETER and kind is not TokenKind.MinusMinus:
            token.kind = GENERIC
        return StringConstantExpressionAst(token.extent, token.text, "BareWord")

    def single_argument(self) -> ExpressionAst | None:
        """One argument without commas; None where none stands."""
        token = self.peek(COMMAND)
        if token.kind in ENDS_ARGUMENT and token.kind is not PARAMETER:
            return None
        self.ungot = None
        if token.kind is IDENTIFIER and token.value.lower() == "default":
            token.kind = TokenKind.Default
            return StringConstantExpressionAst(token.extent, token.value, "BareWord")
        return self._one_argument(token)

    def _verbatim(self) -> ExpressionAst:
        """What follows `--%`, up to the end of the line or a `|`."""
        self.forget()
        self.skip_blanks()
        match = _verbatim().match(self.text, self.pos, self.end)
        assert match is not None
        token = self.take(GENERIC, match.start(), match.end())
        token.value = match[0]
        self.tokens.append(token)
        return StringConstantExpressionAst(token.extent, match[0], "BareWord")

    # --- redirections ----------------------------------------------------------------------------------------------

    def _redirection(self, token: Token, redirections: dict[int, RedirectionAst]) -> int:
        """Parse what follows a redirection's operator; give where it ends."""
        if token.kind is REDIRECT_IN:
            location = self._location(token)
            self.report(token.start, token.end, "RedirectionNotSupported", token.text)
            return location.extent.end_offset
        from_stream, to_stream, append = token.value
        redirection: RedirectionAst
        if to_stream is None:
            location = self._location(token)
            redirection = FileRedirectionAst(self.join(token, location), from_stream, location, append)
        else:
            if to_stream != 1 or from_stream == to_stream:
                self.report(token.start, token.end, "RedirectionNotSupported", token.text)
            redirection = MergingRedirectionAst(token.extent, from_stream, 1)
        extent = redirection.extent
        if from_stream in redirections:
            self.report(
                extent.start_offset, extent.end_offset, "StreamAlreadyRedirected", STREAM_NAMES[from_stream].lower()
            )
        else:
            redirections[from_stream] = redirection
        return extent.end_offset

    def _location(self, token: Token) -> ExpressionAst:
        location = self.single_argument()
        if location is not None:
            return location
        self.missing(token, "MissingFileSpecification")
        return ErrorExpressionAst(token.extent)


def _in_stream_order(redirections: dict[int, RedirectionAst]) -> tuple[RedirectionAst, ...]:
    return tuple(redirections[stream] for stream in sorted(redirections)) if redirections else ()
