"""Functions with their parameters, and using statements."""

from __future__ import annotations

from typing import Any

from shell.language.grammar.loops import VARIABLES
from shell.language.grammar.statements import KEYWORD
from shell.language.grammar.trying import TryParser
from shell.language.keywords import KEYWORDS
from shell.language.scanner import COMMAND, EXPRESSION, OPERAND
from shell.language.tokens import Token, TokenKind
from shell.language.tree import (
    ConfigurationDefinitionAst,
    ErrorExpressionAst,
    ExpressionAst,
    FunctionDefinitionAst,
    HashtableAst,
    ParameterAst,
    ScriptBlockExpressionAst,
    StatementAst,
    StringConstantExpressionAst,
    UsingStatementAst,
    VariableExpressionAst,
)

COLON = TokenKind.Colon
COMMA = TokenKind.Comma
EQUALS = TokenKind.Equals
IDENTIFIER = TokenKind.Identifier
GENERIC = TokenKind.Generic
L_CURLY = TokenKind.LCurly
L_PAREN = TokenKind.LParen
R_CURLY = TokenKind.RCurly
R_PAREN = TokenKind.RParen

FUNCTION_NAME = frozenset(("function_name",))
TYPE_DEFINITION_NAME = frozenset(("type_name",))
ENDS_MEMBER = frozenset((TokenKind.NewLine, TokenKind.Semi, R_CURLY))
NOT_A_NAME = frozenset(
    (
        TokenKind.NewLine,
        TokenKind.EndOfInput,
        TokenKind.Semi,
        TokenKind.Pipe,
        TokenKind.Ampersand,
        TokenKind.AndAnd,
        TokenKind.OrOr,
        TokenKind.Comma,
        TokenKind.AtParen,
        TokenKind.AtCurly,
        TokenKind.DollarParen,
        L_PAREN,
        R_PAREN,
        L_CURLY,
        R_CURLY,
    )
)
USING_KINDS = ("namespace", "module", "assembly", "type", "command")


class FunctionParser(TryParser):
    """Parses functions and `using`."""

    # --- functions -------------------------------------------------------------------------------------------------

    def function_definition(self, token: Token) -> StatementAst:
        """`function`, `filter`; also `workflow`, which is refused."""
        if token.kind is TokenKind.Workflow:
            self.report(token.start, token.end, "WorkflowNotSupportedInPowerShellCore")
        self.skip_newlines()
        name = self.peek(COMMAND)
        if name.kind in NOT_A_NAME:
            self.missing(token, "MissingNameAfterKeyword", token.text)
            return self.failed(token, token.end, token)
        self.ungot = None
        name.flags = FUNCTION_NAME
        if name.kind not in (IDENTIFIER, GENERIC) or (name.kind is IDENTIFIER and name.value.lower() in KEYWORDS):
            name.kind = GENERIC
        parameters, end, sound = self.parameters(name)
        self.skip_newlines()
        opening = self.peek(COMMAND)
        if opening.kind is not L_CURLY:
            if sound:
                self.report_incomplete(end, end, "MissingFunctionBody")
            return self.failed(token, end, token, *(parameters or ()))
        self.ungot = None
        body = self.script_block(opening, is_filter=token.kind is TokenKind.Filter)
        if not sound:
            return self.failed(token, body.extent.end_offset, token, *(parameters or ()), body)
        if parameters and body.param_block is not None:
            extent = body.param_block.extent
            self.report(extent.start_offset, extent.end_offset, "OnlyOneParameterListAllowed", name.text)
        return FunctionDefinitionAst(
            self.join(token, body),
            name.text,
            body,
            parameters or None,
            token.kind is TokenKind.Filter,
            token.kind is TokenKind.Workflow,
        )

    def configuration_definition(self, token: Token) -> StatementAst:
        """`configuration Name { ... }`; the blocks of its resources are like hash literals."""
        self.skip_newlines()
        name = self.single_argument()
        if name is None:
            end = self.missing(token, "MissingConfigurationName")
            return self.failed(token, end, token)
        self.skip_newlines()
        opening = self.peek(COMMAND)
        if opening.kind is not L_CURLY:
            end = self.missing(name, "MissingCurlyInConfigurationStatement")
            return self.failed(token, end, token, name)
        self.ungot = None
        outer, self.in_configuration = self.in_configuration, True
        body = self.script_block(opening)
        self.in_configuration = outer
        return ConfigurationDefinitionAst(self.join(token, body), name, ScriptBlockExpressionAst(body.extent, body))

    def parameters(self, name: Token) -> tuple[tuple[ParameterAst, ...] | None, int, bool]:
        """The parameters in parentheses behind a name, where they end, and whether they were whole."""
        after = self.mark()
        self.skip_newlines()
        opening = self.peek(COMMAND)
        if opening.kind is not L_PAREN:
            self.reset(after)
            return None, name.end, True
        self.ungot = None
        parameters = self.parameter_list()
        self.skip_newlines()
        closing = self.peek(EXPRESSION)
        if closing.kind is R_PAREN:
            self.ungot = None
            return parameters, closing.end, True
        end = parameters[-1].extent.end_offset if parameters else opening.end
        self.report_incomplete(end, end, "MissingEndParenthesisInFunctionParameterList")
        return parameters, end, False

    def parameter_list(self) -> tuple[ParameterAst, ...]:
        """Parameters with commas between them."""
        commas = self.commas
        self.commas = False
        parameters: list[ParameterAst] = []
        seen: set[str] = set()
        comma: Token | None = None
        while True:
            parameter = self._parameter_definition()
            if parameter is None:
                if comma is not None:
                    self.missing(comma, "MissingExpressionAfterToken", ",")
                break
            parameters.append(parameter)
            name = parameter.name.name
            if name.lower() in seen:
                self.noted.append(parameter)
            seen.add(name.lower())
            self.skip_newlines()
            comma = self.peek(EXPRESSION)
            if comma.kind is not COMMA:
                break
            self.ungot = None
        self.commas = commas
        return tuple(parameters)

    def _parameter_definition(self) -> ParameterAst | None:
        self.skip_newlines()
        attributes = self.attribute_list(in_expression=False)
        token = self.peek(OPERAND)
        if token.kind not in VARIABLES:
            if attributes:
                self.missing(attributes[-1], "InvalidFunctionParameter")
                self.sync(R_PAREN)
            return None
        self.ungot = None
        name = VariableExpressionAst(token.extent, token.value, token.kind is TokenKind.SplattedVariable)
        if name.splatted:
            self.noted.append(name)
        default: ExpressionAst | None = None
        equals = self.peek(EXPRESSION)
        if equals.kind is EQUALS:
            self.ungot = None
            self.skip_newlines()
            default = self.expression()
            if default is None:
                self.missing(equals, "MissingExpressionAfterToken", "=")
                default = ErrorExpressionAst(equals.extent)
        first = attributes[0] if attributes else name
        extent = self.join(first, default if default is not None else name)
        return ParameterAst(extent, name, tuple(attributes), default)

    # --- using -----------------------------------------------------------------------------------------------------

    def using_statements(self) -> tuple[UsingStatementAst, ...]:
        """The using statements at the head of a script."""
        found: list[UsingStatementAst] = []
        while True:
            after = self.mark()
            self.skip_newlines_and_semicolons()
            token = self.keyword(TokenKind.Using)
            if token is None:
                self.reset(after)
                return tuple(found)
            self.ungot = None
            statement = self._using_directive(token)
            if statement is not None:
                found.append(statement)

    def _using_directive(self, token: Token) -> UsingStatementAst | None:
        directive = self.peek(COMMAND)
        kind = directive.text.lower()
        if directive.kind is not IDENTIFIER or kind not in USING_KINDS:
            self.missing(token, "MissingUsingStatementDirective")
            return None
        self.ungot = None
        directive.flags = KEYWORD
        directive.kind = TokenKind[kind.capitalize()]
        following = self.peek(COMMAND)
        specification: HashtableAst | None = None
        name: Any = None
        if kind == "module" and following.kind is TokenKind.AtCurly:
            self.ungot = None
            specification = self.hashtable(following)  # type: ignore[assignment]
            end = specification.extent.end_offset  # type: ignore[union-attr]
        else:
            name = self.single_argument()
            if name is None:
                self.missing(directive, "MissingUsingItemName")
                return None
            end = name.extent.end_offset
            if not isinstance(name, StringConstantExpressionAst):
                self.report(name.extent.start_offset, end, "InvalidValueForUsingItemName", name.extent.text)
                name = None
        alias: Any = None
        equals = self.peek(EXPRESSION)
        if equals.kind is EQUALS:
            self.ungot = None
            alias = self.single_argument()
            end = equals.end if alias is None else alias.extent.end_offset
            if alias is None:
                self.missing(equals, "MissingNamespaceAlias")
        if self.peek(COMMAND).kind not in ENDS_MEMBER | {TokenKind.EndOfInput}:
            token_after = self.peek(COMMAND)
            self.report(token_after.start, token_after.end, "MissingUsingStatementTerminator")
            self.sync(*ENDS_MEMBER)
        statement = UsingStatementAst(self.extent(token.start, end), kind, name, alias, specification)
        if alias is not None or kind not in ("namespace", "module", "assembly"):
            self.noted.append(statement)
        return statement

    def late_using(self, token: Token) -> StatementAst:
        """A `using` that stands behind other statements: an error."""
        directive = self.peek(COMMAND)
        if directive.kind is IDENTIFIER and directive.value.lower() in USING_KINDS:
            statement = self._using_directive(token)
            end = token.end if statement is None else statement.extent.end_offset
            self.report(token.start, end, "UsingMustBeAtStartOfScript")
            return self.failed(token, end, token, statement)
        self.missing(token, "MissingUsingStatementDirective")
        return self.failed(token, token.end, token)
