"""Values: constants, variables, strings, parentheses, hash literals, and members, calls and indexes behind them."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Callable

from shell.language.grammar.types import MEMBER_NAME, TypeParser
from shell.language.scanner import COMMAND, EXPRESSION, OPERAND
from shell.language.strings import ExpandableToken, SubExpression
from shell.language.tokens import Token, TokenKind
from shell.language.tree import (
    ArrayExpressionAst,
    CommandElementAst,
    ConstantExpressionAst,
    ErrorExpressionAst,
    ErrorStatementAst,
    ExpandableStringExpressionAst,
    ExpressionAst,
    HashtableAst,
    IndexExpressionAst,
    InvokeMemberExpressionAst,
    MemberExpressionAst,
    ParenExpressionAst,
    PipelineBaseAst,
    ScriptBlockExpressionAst,
    StatementAst,
    StatementBlockAst,
    StringConstantExpressionAst,
    SubExpressionAst,
    TypeName,
    UsingExpressionAst,
    VariableExpressionAst,
)

COMMA = TokenKind.Comma
DOT = TokenKind.Dot
COLON_COLON = TokenKind.ColonColon
IDENTIFIER = TokenKind.Identifier
L_CURLY = TokenKind.LCurly
R_CURLY = TokenKind.RCurly
L_BRACKET = TokenKind.LBracket
R_BRACKET = TokenKind.RBracket
L_PAREN = TokenKind.LParen
R_PAREN = TokenKind.RParen
SEPARATORS = frozenset((TokenKind.NewLine, TokenKind.Semi))

STRING_KINDS = {
    TokenKind.StringLiteral: "SingleQuoted",
    TokenKind.StringExpandable: "DoubleQuoted",
    TokenKind.HereStringLiteral: "SingleQuotedHereString",
    TokenKind.HereStringExpandable: "DoubleQuotedHereString",
}
"""PowerShell's names of the kinds of strings; a word without quotes is a `BareWord`."""

_IDENTIFIER = re.compile(r"[^\W\d]\w*").match
_SETTINGS = re.compile(r"(?>\s+|;|#[^\r\n]*)*\w+\s*=").match
"""How the block of a resource begins: with a setting."""

_GENERIC_CALL = re.compile(r"\[[\w.,`+ \t\[\]]*\]\(").match


class PrimaryParser(TypeParser):
    """Parses values and what may follow them directly."""

    # --- constants, variables, strings -----------------------------------------------------------------------------

    def number(self, token: Token) -> ExpressionAst:
        """A numeric literal."""
        return ConstantExpressionAst(token.extent, token.value)

    def variable_expression(self, token: Token) -> ExpressionAst:
        """A variable; `$using:name` is the expression of another scope around it."""
        name: str = token.value
        if name[:6].lower() == "using:":
            inner = VariableExpressionAst(token.extent, name[6:], token.kind is TokenKind.SplattedVariable)
            return UsingExpressionAst(token.extent, inner)
        if token.kind is TokenKind.SplattedVariable:
            splatted = VariableExpressionAst(token.extent, name, True)
            self.noted.append(splatted)
            return splatted
        return VariableExpressionAst(token.extent, name)

    def string(self, token: Token) -> ExpressionAst:
        """A string of any kind."""
        kind = STRING_KINDS[token.kind]
        if isinstance(token, ExpandableToken):
            return self.expandable(token, kind)
        return StringConstantExpressionAst(token.extent, token.value, kind)

    def expandable(self, token: ExpandableToken, kind: str) -> ExpressionAst:
        """A string or a word with expansions: parse what its pieces hold."""
        parts: list[str | ExpressionAst] = []
        nested: list[ExpressionAst] = []
        inner: list[Token] = []
        for piece in token.pieces:
            if isinstance(piece, str):
                if parts and isinstance(parts[-1], str):
                    parts[-1] += piece
                else:
                    parts.append(piece)
                continue
            if isinstance(piece, Token):
                inner.append(piece)
                expression = self.variable_expression(piece)
            else:
                expression = self._nested(piece, inner)
            parts.append(expression)
            nested.append(expression)
        token.nested = tuple(inner)
        return ExpandableStringExpressionAst(token.extent, token.value, kind, tuple(nested), tuple(parts))

    def _nested(self, piece: SubExpression, tokens: list[Token]) -> ExpressionAst:
        with self.inside(piece.start, piece.end, tokens, in_quotes=piece.quoted):
            return self.sub_expression(self.next(EXPRESSION))

    # --- parentheses, blocks ---------------------------------------------------------------------------------------

    def parentheses(self, opening: Token) -> ExpressionAst:
        """`( pipeline )`."""
        commas = self.commas
        self.commas = True
        self.skip_newlines()
        pipeline: PipelineBaseAst | None = self.pipeline_chain()
        if pipeline is None:
            end = self.missing(opening, "ExpectedExpression", "(")
            pipeline = ErrorStatementAst(self.extent(end, end))
        end = pipeline.extent.end_offset
        self.skip_newlines()
        closing = self.peek(COMMAND)
        if closing.kind is R_PAREN:
            self.ungot = None
            end = closing.end
        else:
            self.report_incomplete(end, end, "MissingEndParenthesisInExpression")
        self.commas = commas
        return ParenExpressionAst(self.extent(opening.start, end), pipeline)

    def sub_expression(self, opening: Token) -> ExpressionAst:
        """`$( statements )` and `@( statements )`."""
        commas = self.commas
        self.commas = True
        statements, traps = self.statement_list()
        closing = self.peek(COMMAND)
        end = closing.end
        if closing.kind is R_PAREN:
            self.ungot = None
        else:
            end = statements[-1].extent.end_offset if statements else opening.end
            self.report_incomplete(closing.start, closing.end, "MissingEndParenthesisInSubexpression")
        self.commas = commas
        inner = [*statements, *traps]
        place = self.nowhere()
        if inner:
            start = min(node.extent.start_offset for node in inner)
            place = self.extent(start, max(node.extent.end_offset for node in inner))
        block = StatementBlockAst(place, statements, traps)
        node = SubExpressionAst if opening.kind is TokenKind.DollarParen else ArrayExpressionAst
        return node(self.extent(opening.start, end), block)

    def script_block_expression(self, opening: Token) -> ExpressionAst:
        """`{ ... }` as a value."""
        if self.in_configuration and _SETTINGS(self.text, opening.end, self.end):
            return self.hashtable(opening)
        commas = self.commas
        self.commas = True
        block = self.script_block(opening)
        self.commas = commas
        return ScriptBlockExpressionAst(block.extent, block)

    # --- hash literals ---------------------------------------------------------------------------------------------

    def hashtable(self, opening: Token) -> ExpressionAst:
        """`@{ key = value; ... }`."""
        commas = self.commas
        self.commas = True
        pairs: list[tuple[ExpressionAst, StatementAst]] = []
        self.skip_newlines()
        while True:
            pair = self._pair()
            if pair is None:
                break
            pairs.append(pair)
            if self.peek(COMMAND).kind not in SEPARATORS:
                break
            self.skip_newlines_and_semicolons()
        closing = self.peek(COMMAND)
        end = closing.end
        if closing.kind is R_CURLY:
            self.ungot = None
        else:
            end = pairs[-1][1].extent.end_offset if pairs else opening.end
            self.report_incomplete(opening.start, opening.end, "IncompleteHashLiteral", detected=closing.end)
        self.commas = commas
        node = HashtableAst(self.extent(opening.start, end), tuple(pairs))
        if len(pairs) > 1 and _has_equal_keys(pairs):
            self.noted.append(node)
        return node

    def _pair(self) -> tuple[ExpressionAst, StatementAst] | None:
        token = self.peek(OPERAND)
        key: ExpressionAst | None
        if token.kind is IDENTIFIER:
            self.ungot = None
            token.flags = MEMBER_NAME
            key = StringConstantExpressionAst(token.extent, token.text, "BareWord")
        else:
            key = self._unary()
        if key is None:
            return None
        equals = self.peek(EXPRESSION)
        if equals.kind is not TokenKind.Equals:
            end = self._missing_equals(key)
            return key, ErrorStatementAst(self.extent(end, end))
        self.ungot = None
        self.skip_newlines()
        value = self.statement()
        if value is None:
            end = self.missing(equals, "MissingStatementInHashLiteral")
            value = ErrorStatementAst(self.extent(end, end))
        return key, value

    def _missing_equals(self, key: ExpressionAst) -> int:
        end = key.extent.end_offset
        self.report(end, end, "MissingEqualsInHashLiteral")
        self.sync(R_CURLY, *SEPARATORS)
        return end

    def sync(self, *kinds: TokenKind) -> None:
        """Go over tokens, with what their brackets hold, up to one of these kinds or the end of the text."""
        depth = 0
        while True:
            token = self.peek(COMMAND)
            kind = token.kind
            if kind is TokenKind.EndOfInput or (depth == 0 and kind in kinds):
                return
            if kind in (L_PAREN, L_CURLY, TokenKind.AtParen, TokenKind.AtCurly, TokenKind.DollarParen):
                depth += 1
            elif kind in (R_PAREN, R_CURLY):
                if depth == 0:
                    return
                depth -= 1
            self.ungot = None

    @abstractmethod
    def _unary(self) -> ExpressionAst | None: ...

    # --- what may follow a value directly --------------------------------------------------------------------------

    def accesses(self, target: ExpressionAst, *, in_command: bool) -> ExpressionAst:
        """Members, calls and indexes behind a value, as long as no blank stands between."""
        text = self.text
        while self.ungot is None and self.pos < self.end:
            pos = self.pos
            character = text[pos]
            if character == ".":
                following = text[pos + 1]
                if following == "." or (in_command and following in " \t\r\n\0"):
                    return target
                target = self._member(target, self._access(DOT, pos, 1))
            elif character == "[":
                target = self._index(target, self._access(L_BRACKET, pos, 1))
            elif character == ":":
                if text[pos + 1] != ":" or (in_command and text[pos + 2] in " \t\r\n\0"):
                    return target
                target = self._member(target, self._access(COLON_COLON, pos, 2))
            elif character == "?":
                following = text[pos + 1]
                if following == ".":
                    target = self._member(target, self._access(TokenKind.QuestionDot, pos, 2))
                elif following == "[":
                    target = self._index(target, self._access(TokenKind.QuestionLBracket, pos, 2))
                else:
                    return target
            else:
                return target
        return target

    def _access(self, kind: TokenKind, pos: int, length: int) -> Token:
        token = self.take(kind, pos, pos + length)
        self.tokens.append(token)
        return token

    def _member(self, target: ExpressionAst, operator: Token) -> ExpressionAst:
        self.skip_newlines()
        is_static = operator.kind is COLON_COLON
        conditional = operator.kind is TokenKind.QuestionDot
        name = self._member_name()
        if name is None:
            self.missing(operator, "MissingPropertyName")
            argument = self.single_argument()
            missing = ErrorExpressionAst(self.join(target, operator))
            name = argument if argument is not None else missing
            return MemberExpressionAst(self.join(target, name), target, name, is_static, conditional)
        if self.ungot is None and self.pos < self.end:
            pos = self.pos
            character = self.text[pos]
            if character == "(":
                return self._call(target, operator, name, self._access(L_PAREN, pos, 1), ())
            if character == "{":
                opening = self._access(L_CURLY, pos, 1)
                block = self.script_block_expression(opening)
                extent = self.join(target, block)
                return InvokeMemberExpressionAst(extent, target, name, is_static, conditional, (block,))
            if character == "[" and _GENERIC_CALL(self.text, pos, self.end):
                return self._generic_call(target, operator, name)
        extent = self.extent(target.extent.start_offset, name.extent.end_offset)
        return MemberExpressionAst(extent, target, name, is_static, conditional)

    def _member_name(self) -> CommandElementAst | None:
        match = _IDENTIFIER(self.text, self.pos, self.end) if self.ungot is None else None
        if match is not None:
            token = self.take(IDENTIFIER, match.start(), match.end())
            token.value = match[0]
            token.flags = MEMBER_NAME
            self.tokens.append(token)
            return StringConstantExpressionAst(token.extent, match[0], "BareWord")
        token = self.peek(OPERAND)
        primary = PRIMARIES.get(token.kind)
        if primary is None:
            return None
        self.ungot = None
        return primary(self, token)

    def _generic_call(self, target: ExpressionAst, operator: Token, name: CommandElementAst) -> ExpressionAst:
        self._access(L_BRACKET, self.pos, 1)
        arguments = self._generic_arguments()
        self.forget()
        if self.text[self.pos] != "(":
            return MemberExpressionAst(self.join(target, name), target, name, operator.kind is COLON_COLON)
        return self._call(target, operator, name, self._access(L_PAREN, self.pos, 1), arguments)

    def _call(
        self,
        target: ExpressionAst,
        operator: Token,
        name: CommandElementAst,
        opening: Token,
        generic: tuple[TypeName, ...],
    ) -> ExpressionAst:
        arguments, end = self.call_arguments(opening)
        extent = self.extent(target.extent.start_offset, end)
        is_static = operator.kind is COLON_COLON
        conditional = operator.kind is TokenKind.QuestionDot
        return InvokeMemberExpressionAst(extent, target, name, is_static, conditional, arguments, generic)

    def call_arguments(self, opening: Token) -> tuple[tuple[ExpressionAst, ...], int]:
        """The arguments of a call behind its parenthesis, and where the call ends."""
        commas = self.commas
        self.commas = False
        arguments: list[ExpressionAst] = []
        comma: Token | None = None
        reported = False
        while True:
            self.skip_newlines()
            argument = self.expression()
            if argument is None:
                if comma is not None:
                    self.missing(comma, "MissingExpressionAfterToken", ",")
                    reported = True
                break
            arguments.append(argument)
            self.skip_newlines()
            comma = self.peek(EXPRESSION)
            if comma.kind is not COMMA:
                break
            self.ungot = None
        self.skip_newlines()
        closing = self.peek(EXPRESSION)
        if closing.kind is R_PAREN:
            self.ungot = None
            end = closing.end
        else:
            last = arguments[-1] if arguments else opening
            end = last.end if isinstance(last, Token) else last.extent.end_offset
            if not reported:
                self.report_incomplete(end, end, "MissingEndParenthesisInMethodCall")
        self.commas = commas
        return tuple(arguments), end

    def _index(self, target: ExpressionAst, opening: Token) -> ExpressionAst:
        commas = self.commas
        self.commas = True
        self.skip_newlines()
        index = self.expression()
        if index is None:
            self.missing(opening, "MissingArrayIndexExpression")
            index = ErrorExpressionAst(opening.extent)
        end = index.extent.end_offset
        self.skip_newlines()
        closing = self.peek(EXPRESSION)
        if closing.kind is R_BRACKET:
            self.ungot = None
            end = closing.end
        elif not isinstance(index, ErrorExpressionAst):
            self.report_incomplete(end, end, "MissingEndSquareBracket")
        self.commas = commas
        conditional = opening.kind is TokenKind.QuestionLBracket
        return IndexExpressionAst(self.extent(target.extent.start_offset, end), target, index, conditional)


def _has_equal_keys(pairs: list[tuple[ExpressionAst, StatementAst]]) -> bool:
    keys = [
        str(key.value).lower()
        for key, _ in pairs
        if type(key) is StringConstantExpressionAst or type(key) is ConstantExpressionAst
    ]
    return len(set(keys)) < len(keys)


PRIMARIES: dict[TokenKind, Callable[[PrimaryParser, Token], ExpressionAst]] = {
    TokenKind.Variable: PrimaryParser.variable_expression,
    TokenKind.SplattedVariable: PrimaryParser.variable_expression,
    TokenKind.Number: PrimaryParser.number,
    TokenKind.StringLiteral: PrimaryParser.string,
    TokenKind.StringExpandable: PrimaryParser.string,
    TokenKind.HereStringLiteral: PrimaryParser.string,
    TokenKind.HereStringExpandable: PrimaryParser.string,
    TokenKind.LParen: PrimaryParser.parentheses,
    TokenKind.DollarParen: PrimaryParser.sub_expression,
    TokenKind.AtParen: PrimaryParser.sub_expression,
    TokenKind.AtCurly: PrimaryParser.hashtable,
    TokenKind.LCurly: PrimaryParser.script_block_expression,
}
"""What begins a value, and the rule for it."""
