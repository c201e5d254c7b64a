"""Expressions: operators by precedence, literals, members, indexes, everything in brackets."""

from __future__ import annotations

import re

from shell.language.keywords import BINARY_PRECEDENCE
from shell.language.scanner import COMMAND, EXPRESSION, OPERAND
from shell.language.strings import ExpandableToken, SubExpression
from shell.language.tokens import Token, TokenKind
from shell.language.tree import (
    ArrayExpressionAst,
    ArrayLiteralAst,
    Ast,
    AttributeAst,
    AttributeBaseAst,
    AttributedExpressionAst,
    BinaryExpressionAst,
    CommandElementAst,
    ConstantExpressionAst,
    ConvertExpressionAst,
    ErrorExpressionAst,
    ErrorStatementAst,
    ExpandableStringExpressionAst,
    ExpressionAst,
    HashtableAst,
    IndexExpressionAst,
    InvokeMemberExpressionAst,
    MemberExpressionAst,
    ParenExpressionAst,
    ScriptBlockExpressionAst,
    StatementAst,
    StatementBlockAst,
    StringConstantExpressionAst,
    SubExpressionAst,
    TernaryExpressionAst,
    TypeConstraintAst,
    TypeExpressionAst,
    TypeName,
    UnaryExpressionAst,
    UsingExpressionAst,
    VariableExpressionAst,
)
from shell.language.grammar.types import TypeParser

_UNARY = frozenset(
    (
        TokenKind.Plus,
        TokenKind.Minus,
        TokenKind.PlusPlus,
        TokenKind.MinusMinus,
        TokenKind.Exclaim,
        TokenKind.Not,
        TokenKind.Bnot,
        TokenKind.Comma,
        TokenKind.Join,
        TokenKind.Isplit,
        TokenKind.Csplit,
    )
)
_POSTFIX = {
    TokenKind.PlusPlus: TokenKind.PostfixPlusPlus,
    TokenKind.MinusMinus: TokenKind.PostfixMinusMinus,
}
_STRING_KINDS = {
    TokenKind.StringLiteral: "SingleQuoted",
    TokenKind.StringExpandable: "DoubleQuoted",
    TokenKind.HereStringLiteral: "SingleQuotedHereString",
    TokenKind.HereStringExpandable: "DoubleQuotedHereString",
}
_NULL_CONDITIONAL = ("?.", "?[")
_GENERIC_CALL = re.compile(r"\[[\w.,\s\[\]`+]+\]\(").match
MEMBER_NAME = frozenset(("member_name",))
_VARIABLE_KINDS = frozenset((TokenKind.Variable, TokenKind.SplattedVariable))


class ExpressionParser(TypeParser):
    """Parses expressions."""

    # --- operators -------------------------------------------------------------------------------------------------

    def expression(self) -> ExpressionAst | None:
        """An expression with all its operators; None where none begins."""
        condition = self._binary(0)
        if condition is None or self.peek(EXPRESSION).kind is not TokenKind.QuestionMark:
            return condition
        return self._ternary(condition)

    def _ternary(self, condition: ExpressionAst) -> ExpressionAst:
        question = self.next(EXPRESSION)
        self.skip_newlines()
        if_true = self.expression() or self._expected(question, "ExpectedValueExpression", question.text)
        self.skip_newlines()
        colon = self.peek(EXPRESSION)
        if colon.kind is not TokenKind.Colon:
            end = self.missing(if_true, "MissingColonInTernaryExpression")
            return ErrorExpressionAst(self.extent(condition.extent.start_offset, end), (condition, if_true))
        self.ungot = None
        self.skip_newlines()
        if_false = self.expression() or self._expected(colon, "ExpectedValueExpression", colon.text)
        return TernaryExpressionAst(self.join(condition, if_false), condition, if_true, if_false)

    def _binary(self, above: int) -> ExpressionAst | None:
        """Operators that bind tighter than `above`, from left to right."""
        left = self._array_literal()
        if left is None:
            return None
        while True:
            operator = self.peek(EXPRESSION)
            level = BINARY_PRECEDENCE.get(operator.kind, 0)
            if level <= above:
                return left
            self.ungot = None
            self.skip_newlines()
            right = self._binary(level)
            if right is None:
                right = self._expected(operator, "ExpectedValueExpression", operator.text)
            left = BinaryExpressionAst(
                self.join(left, right), operator.kind, left, right, self.extent(operator.start, operator.end)
            )

    def _expected(self, after: Token | Ast, error_id: str, *facts: str) -> ErrorExpressionAst:
        end = self.missing(after, error_id, *facts)
        return ErrorExpressionAst(self.extent(end, end))

    def _array_literal(self) -> ExpressionAst | None:
        first = self.unary()
        if first is None or not self.commas or self.peek(EXPRESSION).kind is not TokenKind.Comma:
            return first
        elements = [first]
        while self.peek(EXPRESSION).kind is TokenKind.Comma:
            comma = self.next(EXPRESSION)
            self.skip_newlines()
            element = self.unary()
            if element is None:
                elements.append(self._expected(comma, "MissingExpressionAfterToken", ","))
                break
            elements.append(element)
        return ArrayLiteralAst(self.join(first, elements[-1]), tuple(elements))

    def unary(self) -> ExpressionAst | None:
        """An operand with its unary operators and casts."""
        token = self.peek(OPERAND)
        kind = token.kind
        if kind in _UNARY and (kind is not TokenKind.Comma or self.commas):
            return self._unary_operator(token)
        if kind is TokenKind.LBracket:
            return self._cast()
        operand = self.primary(token)
        if operand is None:
            return None
        operand = self.postfix(operand)
        postfix = _POSTFIX.get(self.peek(EXPRESSION).kind)
        if postfix is None:
            return operand
        operator = self.next(EXPRESSION)
        self._check_incrementable(operand, operator)
        return UnaryExpressionAst(self.join(operand, operator), postfix, operand)

    def _unary_operator(self, token: Token) -> ExpressionAst:
        self.ungot = None
        self.skip_newlines()
        child = self.unary()
        if child is None:
            child = self._expected(token, "MissingExpressionAfterOperator", token.text)
        if token.kind is TokenKind.Comma:
            return ArrayLiteralAst(self.join(token, child), (child,))
        if token.kind in _POSTFIX:
            self._check_incrementable(child, token)
        return UnaryExpressionAst(self.join(token, child), token.kind, child)

    def _check_incrementable(self, operand: ExpressionAst, operator: Token) -> None:
        target: Ast = operand
        while isinstance(target, ConvertExpressionAst | AttributedExpressionAst):
            target = target.child
        if isinstance(target, ParenExpressionAst | ErrorExpressionAst):
            return
        if not isinstance(target, VariableExpressionAst | MemberExpressionAst | IndexExpressionAst):
            extent = operand.extent
            self.report(extent.start_offset, extent.end_offset, "OperatorRequiresVariableOrProperty", operator.text)

    def _cast(self) -> ExpressionAst | None:
        attributes = self.attribute_list(in_expression=True)
        if not attributes:
            token = self.tokens[-1] if self.ungot is None else self.ungot
            return ErrorExpressionAst(self.extent(token.start, token.end))
        last = attributes[-1]
        child: ExpressionAst | None
        if isinstance(last, TypeConstraintAst):
            if self.text[self.pos] in ".:[" and self.ungot is None or not self._operand_follows():
                child = self.postfix(TypeExpressionAst(last.extent, last.type_name))
                attributes.pop()
            else:
                child = self.unary()
                if child is None:
                    child = self.postfix(TypeExpressionAst(last.extent, last.type_name))
                    attributes.pop()
        else:
            child = self.unary()
            if child is None:
                extent = last.extent
                self.report(extent.start_offset, extent.end_offset, "UnexpectedAttribute", last.type_name.full_text)
                child = ErrorExpressionAst(extent)
        return self._attributed(attributes, child)

    def _operand_follows(self) -> bool:
        kind = self.peek(OPERAND).kind
        return kind is not TokenKind.Comma and (kind not in BINARY_PRECEDENCE or kind in _UNARY)

    def _attributed(self, attributes: list[AttributeBaseAst], child: ExpressionAst) -> ExpressionAst:
        for attribute in reversed(attributes):
            extent = self.join(attribute, child)
            if isinstance(attribute, AttributeAst):
                child = AttributedExpressionAst(extent, attribute, child)
            else:
                child = ConvertExpressionAst(extent, attribute, child)
        return child

    # --- operands --------------------------------------------------------------------------------------------------

    def primary(self, token: Token) -> ExpressionAst | None:
        """The operand that a token begins; None if it begins none. The token is the one of lookahead."""
        kind = token.kind
        if kind in _VARIABLE_KINDS:
            self.ungot = None
            if kind is TokenKind.SplattedVariable:
                self.report(token.start, token.end, "SplattingNotPermitted", token.value)
            return self.variable_expression(token)
        if kind is TokenKind.Number:
            self.ungot = None
            return ConstantExpressionAst(token.extent, token.value)
        if kind in _STRING_KINDS:
            self.ungot = None
            return self.string_expression(token)
        bracketed = _BRACKETED.get(kind)
        if bracketed is None:
            return None
        self.ungot = None
        commas, self.commas = self.commas, True
        made: ExpressionAst = bracketed(self, token)
        self.commas = commas
        return made

    def variable_expression(self, token: Token, *, splatted: bool = False) -> ExpressionAst:
        """The node of a variable's token; `$using:x` is one inside another."""
        name: str = token.value
        if name[:6].lower() == "using:" and len(name) > 6:
            inner = VariableExpressionAst(token.extent, name[6:])
            return UsingExpressionAst(token.extent, inner)
        return VariableExpressionAst(token.extent, name, splatted)

    def string_expression(self, token: Token, kind: str | None = None) -> ExpressionAst:
        """The node of a string's or a word's token."""
        kind = kind or _STRING_KINDS[token.kind]
        if not isinstance(token, ExpandableToken):
            return StringConstantExpressionAst(token.extent, token.value, kind)
        parts: list[str | ExpressionAst] = []
        nested: list[ExpressionAst] = []
        inner_tokens: list[Token] = []
        literal: list[str] = []
        for piece in token.pieces:
            if isinstance(piece, str):
                literal.append(piece)
                continue
            if literal:
                parts.append("".join(literal))
                literal = []
            if isinstance(piece, Token):
                inner_tokens.append(piece)
                expression = self.variable_expression(piece)
            else:
                expression = self._string_sub_expression(piece, inner_tokens)
            nested.append(expression)
            parts.append(expression)
        if literal:
            parts.append("".join(literal))
        token.nested = tuple(inner_tokens)
        return ExpandableStringExpressionAst(token.extent, token.value, kind, tuple(nested), tuple(parts))

    def _string_sub_expression(self, piece: SubExpression, inner_tokens: list[Token]) -> ExpressionAst:
        """Parse a `$( )` inside a string: the same scanner, let into that part of the text."""
        saved = self.pos, self.end, self.tokens, self.ungot, self.ungot_mode, self.commas
        self.pos, self.end, self.tokens, self.ungot, self.commas = piece.start, piece.end, [], None, True
        expression = self._sub_expression(self.next(OPERAND))
        inner_tokens.extend(self.tokens)
        self.pos, self.end, self.tokens, self.ungot, self.ungot_mode, self.commas = saved
        return expression

    # --- brackets --------------------------------------------------------------------------------------------------

    def _paren(self, opening: Token) -> ExpressionAst:
        self.skip_newlines()
        pipeline = self.pipeline_chain()
        if pipeline is None:
            end = self.missing(opening, "ExpectedExpression", "(")
            pipeline = ErrorStatementAst(self.extent(end, end))
        self.skip_newlines()
        end = self._close_paren(pipeline, "MissingEndParenthesisInExpression")
        return ParenExpressionAst(self.extent(opening.start, end), pipeline)

    def _close_paren(self, last: Token | Ast, error_id: str, *facts: str) -> int:
        closing = self.peek(COMMAND)
        if closing.kind is TokenKind.RParen:
            self.ungot = None
            return closing.end
        return self.missing(last, error_id, *facts)

    def _sub_expression(self, opening: Token) -> ExpressionAst:
        block = self._statements_in_parentheses(opening)
        return SubExpressionAst(block.extent, block)

    def _array_expression(self, opening: Token) -> ExpressionAst:
        block = self._statements_in_parentheses(opening)
        return ArrayExpressionAst(block.extent, block)

    def _statements_in_parentheses(self, opening: Token) -> StatementBlockAst:
        statements, traps = self.statement_list()
        self.skip_newlines()
        last: Token | Ast = statements[-1] if statements else opening
        end = self._close_paren(last, "MissingEndParenthesisInSubexpression")
        return StatementBlockAst(self.extent(opening.start, end), statements, traps)

    def _script_block_expression(self, opening: Token) -> ExpressionAst:
        block = self.script_block(opening)
        return ScriptBlockExpressionAst(block.extent, block)

    def hashtable(self, opening: Token) -> HashtableAst:
        """`@{ key = value; ... }`, behind its `@{`."""
        pairs: list[tuple[ExpressionAst, StatementAst]] = []
        seen: set[tuple[type, object]] = set()
        last: Token | Ast = opening
        while True:
            self.skip_newlines_and_semicolons()
            pair = self._hash_pair()
            if pair is None:
                break
            self._check_duplicate(pair[0], seen)
            pairs.append(pair)
            last = pair[1]
            separator = self.peek(COMMAND)
            if separator.kind not in (TokenKind.NewLine, TokenKind.Semi):
                break
        closing = self.peek(COMMAND)
        if closing.kind is TokenKind.RCurly:
            self.ungot = None
            end = closing.end
        else:
            end = self.missing(last, "IncompleteHashLiteral")
        return HashtableAst(self.extent(opening.start, end), tuple(pairs))

    def _hash_pair(self) -> tuple[ExpressionAst, StatementAst] | None:
        token = self.peek(OPERAND)
        if token.kind is TokenKind.Identifier:
            self.ungot = None
            key: ExpressionAst | None = StringConstantExpressionAst(token.extent, token.text, "BareWord")
        else:
            key = self.unary()
        if key is None:
            return None
        equals = self.peek(EXPRESSION)
        if equals.kind is not TokenKind.Equals:
            end = self.missing(key, "MissingEqualsInHashLiteral")
            self._skip_to_pair_end()
            return key, ErrorStatementAst(self.extent(end, end))
        self.ungot = None
        self.skip_newlines()
        value = self.statement()
        if value is None:
            end = self.missing(equals, "MissingStatementInHashLiteral")
            value = ErrorStatementAst(self.extent(end, end))
        return key, value

    def _skip_to_pair_end(self) -> None:
        stops = (TokenKind.NewLine, TokenKind.Semi, TokenKind.RCurly, TokenKind.EndOfInput)
        while self.peek(COMMAND).kind not in stops:
            self.ungot = None

    def _check_duplicate(self, key: ExpressionAst, seen: set[tuple[type, object]]) -> None:
        if isinstance(key, StringConstantExpressionAst):
            folded: tuple[type, object] = (str, key.value.lower())
            shown = key.value
        elif isinstance(key, ConstantExpressionAst):
            folded = (type(key.value), key.value)
            shown = key.extent.text
        else:
            return
        if folded in seen:
            self.report(key.extent.start_offset, key.extent.end_offset, "DuplicateKeyInHashLiteral", shown)
        seen.add(folded)

    # --- members and indexes ---------------------------------------------------------------------------------------

    def postfix(self, target: ExpressionAst) -> ExpressionAst:
        """What hangs on an operand: `.member`, `::member`, `[index]`, calls. Nothing may stand in between."""
        while self.ungot is None and self.pos < self.end:
            text, pos = self.text, self.pos
            mark = text[pos]
            if mark == "[":
                target = self._index(target, 1)
            elif mark == "." and text[pos + 1] != ".":
                target = self._member(target, TokenKind.Dot, 1)
            elif mark == ":" and text[pos + 1] == ":":
                target = self._member(target, TokenKind.ColonColon, 2)
            elif mark == "?" and text[pos : pos + 2] in _NULL_CONDITIONAL and text[pos + 2] not in ". ":
                conditional = text[pos + 1] == "["
                target = self._index(target, 2) if conditional else self._member(target, TokenKind.QuestionDot, 2)
            else:
                break
        return target

    def _index(self, target: ExpressionAst, length: int) -> ExpressionAst:
        kind = TokenKind.LBracket if length == 1 else TokenKind.QuestionLBracket
        bracket = self.take(kind, self.pos, self.pos + length)
        self.tokens.append(bracket)
        self.skip_newlines()
        commas, self.commas = self.commas, True
        index = self.expression()
        self.commas = commas
        if index is None:
            index = self._expected(bracket, "MissingArrayIndexExpression")
        self.skip_newlines()
        closing = self.peek(EXPRESSION)
        if closing.kind is TokenKind.RBracket:
            self.ungot = None
            end = closing.end
        elif isinstance(index, ErrorExpressionAst):
            end = index.extent.end_offset
        else:
            end = self.missing(index, "MissingEndSquareBracket")
        return IndexExpressionAst(self.extent(target.extent.start_offset, end), target, index, length == 2)

    def _member(self, target: ExpressionAst, kind: TokenKind, length: int) -> ExpressionAst:
        operator = self.take(kind, self.pos, self.pos + length)
        self.tokens.append(operator)
        self.skip_newlines()
        member = self._member_name(operator)
        static = kind is TokenKind.ColonColon
        conditional = kind is TokenKind.QuestionDot
        if self.ungot is None and not isinstance(member, ErrorExpressionAst):
            mark = self.text[self.pos] if self.pos < self.end else ""
            generic: tuple[TypeName, ...] = ()
            if mark == "[" and _GENERIC_CALL(self.text, self.pos, self.end) is not None:
                generic = self._method_types()
                mark = self.text[self.pos] if self.ungot is None else ""
            if mark in ("(", "{"):
                return self._call(target, member, static, conditional, generic)
        return MemberExpressionAst(self.join(target, member), target, member, static, conditional)

    def _member_name(self, operator: Token) -> CommandElementAst:
        token = self.peek(EXPRESSION)
        if token.kind is TokenKind.Identifier:
            self.ungot = None
            token.flags = MEMBER_NAME
            return StringConstantExpressionAst(token.extent, token.text, "BareWord")
        if token.kind is TokenKind.Number:
            self.ungot = None
            return ConstantExpressionAst(token.extent, token.value)
        name = self.primary(token) if token.kind not in (TokenKind.AtCurly, TokenKind.AtParen) else None
        if name is None:
            end = self.missing(operator, "MissingPropertyName")
            return ErrorExpressionAst(self.extent(end, end))
        return name

    def _method_types(self) -> tuple[TypeName, ...]:
        mark = self.mark()
        self.tokens.append(self.take(TokenKind.LBracket, self.pos, self.pos + 1))
        types = self._generic_arguments()
        if self.ungot is None and self.text[self.pos] == "(":
            return types
        self.reset(mark)
        return ()

    def _call(
        self,
        target: ExpressionAst,
        member: CommandElementAst,
        static: bool,
        conditional: bool,
        generic: tuple[TypeName, ...],
    ) -> ExpressionAst:
        opening = self.next(EXPRESSION)
        if opening.kind is TokenKind.LCurly:
            block = self._script_block_expression(opening)
            extent = self.join(target, block)
            return InvokeMemberExpressionAst(extent, target, member, static, conditional, (block,), generic)
        arguments, end = self.call_arguments(opening)
        extent = self.extent(target.extent.start_offset, end)
        return InvokeMemberExpressionAst(extent, target, member, static, conditional, arguments, generic)

    def call_arguments(self, opening: Token) -> tuple[tuple[ExpressionAst, ...], int]:
        """`argument, argument)`, behind the parenthesis; give them and where the call ends."""
        arguments: list[ExpressionAst] = []
        commas, self.commas = self.commas, False
        last: Token | Ast = opening
        comma: Token | None = None
        while True:
            self.skip_newlines()
            argument = self.expression()
            if argument is None:
                if comma is not None:
                    last = self._expected(comma, "MissingExpressionAfterToken", ",")
                    arguments.append(last)
                break
            arguments.append(argument)
            last = argument
            self.skip_newlines()
            if self.peek(EXPRESSION).kind is not TokenKind.Comma:
                break
            comma = self.next(EXPRESSION)
        self.commas = commas
        self.skip_newlines()
        end = self._close_paren(last, "MissingEndParenthesisInMethodCall")
        return tuple(arguments), end


_BRACKETED = {
    TokenKind.LParen: ExpressionParser._paren,
    TokenKind.DollarParen: ExpressionParser._sub_expression,
    TokenKind.AtParen: ExpressionParser._array_expression,
    TokenKind.AtCurly: ExpressionParser.hashtable,
    TokenKind.LCurly: ExpressionParser._script_block_expression,
}
