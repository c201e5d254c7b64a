"""Expressions: operators by precedence, unary operators, casts, and what may follow a value (`.member`, `[index]`)."""

from __future__ import annotations

import re

from shell.language.grammar.primaries import PRIMARIES, PrimaryParser
from shell.language.keywords import BINARY_PRECEDENCE, UNARY_OPERATORS
from shell.language.scanner import EXPRESSION, OPERAND
from shell.language.tokens import Token, TokenKind
from shell.language.tree import (
    ArrayLiteralAst,
    AttributeAst,
    AttributeBaseAst,
    AttributedExpressionAst,
    BinaryExpressionAst,
    ConvertExpressionAst,
    ErrorExpressionAst,
    ExpressionAst,
    TernaryExpressionAst,
    TypeConstraintAst,
    TypeExpressionAst,
    UnaryExpressionAst,
    VariableExpressionAst,
)

COMMA = TokenKind.Comma
NEW_LINE = TokenKind.NewLine
L_BRACKET = TokenKind.LBracket
PARAMETER = TokenKind.Parameter
QUESTION_MARK = TokenKind.QuestionMark
POSTFIX = {
    TokenKind.PlusPlus: TokenKind.PostfixPlusPlus,
    TokenKind.MinusMinus: TokenKind.PostfixMinusMinus,
}

ENDS_EXPRESSION = frozenset(
    (
        NEW_LINE,
        TokenKind.RParen,
        TokenKind.RCurly,
        TokenKind.Pipe,
        TokenKind.Semi,
        TokenKind.Equals,
        TokenKind.RBracket,
        TokenKind.EndOfInput,
    )
)
"""Behind these an expression does not go on, whatever came before."""

_MEMBER_OPERATOR = re.compile(r"\.(?!\.)|::|\?[.\[]|\[").match


class ExpressionParser(PrimaryParser):
    """Parses expressions."""

    def expression(self) -> ExpressionAst | None:
        """An expression with all its operators; None where none begins."""
        first = self._unary()
        if first is None:
            return None
        token = self.peek(EXPRESSION)
        kind = token.kind
        if kind in ENDS_EXPRESSION:
            return first
        if kind is COMMA and self.commas:
            first = self._more_elements(first, token)
            token = self.peek(EXPRESSION)
            kind = token.kind
        level = BINARY_PRECEDENCE.get(kind)
        if level is not None:
            first = self._operands(first, token, level)
            token = self.peek(EXPRESSION)
            kind = token.kind
        if kind is PARAMETER:
            return self._unexpected_parameter(first, token)
        if kind is not QUESTION_MARK:
            return first
        self.ungot = None
        return self._ternary(first, token)

    def _ternary(self, condition: ExpressionAst, question: Token) -> ExpressionAst:
        self.skip_newlines()
        if_true = self.expression()
        if if_true is None:
            end = self.missing(question, "ExpectedValueExpression", "?")
            if_true = ErrorExpressionAst(self.extent(end, end))
        self.skip_newlines()
        colon = self.peek(EXPRESSION)
        if colon.kind is not TokenKind.Colon:
            if not isinstance(if_true, ErrorExpressionAst):
                self.report_incomplete(colon.start, colon.end, "MissingColonInTernaryExpression")
            return ErrorExpressionAst(self.join(condition, if_true), (condition, if_true))
        self.ungot = None
        self.skip_newlines()
        if_false = self.expression()
        if if_false is None:
            end = self.missing(colon, "ExpectedValueExpression", ":")
            if_false = ErrorExpressionAst(self.extent(end, end))
        return TernaryExpressionAst(self.join(condition, if_false), condition, if_true, if_false)

    def _operands(self, left: ExpressionAst, token: Token, level: int) -> ExpressionAst:
        """What follows a first operand: operators wait on a stack until one that binds no tighter comes."""
        operands = [left]
        operators: list[tuple[int, Token]] = []
        while True:
            self.ungot = None
            operators.append((level, token))
            self.skip_newlines()
            operand = self._array_literal()
            if operand is None:
                end = self.missing(token, "ExpectedValueExpression", token.text)
                operand = ErrorExpressionAst(self.extent(end, end))
            operands.append(operand)
            token = self.peek(EXPRESSION)
            following = BINARY_PRECEDENCE.get(token.kind)
            while operators and (following is None or operators[-1][0] >= following):
                operator = operators.pop()[1]
                right = operands.pop()
                left = operands.pop()
                extent = self.extent(left.extent.start_offset, right.extent.end_offset)
                operands.append(BinaryExpressionAst(extent, operator.kind, left, right, operator.extent))
            if following is None:
                return operands[0]
            level = following

    def _unexpected_parameter(self, left: ExpressionAst, parameter: Token) -> ExpressionAst:
        self.ungot = None
        self.report(parameter.start, parameter.end, "UnexpectedToken", parameter.text)
        return ErrorExpressionAst(self.join(left, parameter), (left,))

    def _array_literal(self) -> ExpressionAst | None:
        first = self._unary()
        if first is None or not self.commas:
            return first
        comma = self.peek(EXPRESSION)
        return self._more_elements(first, comma) if comma.kind is COMMA else first

    def _more_elements(self, first: ExpressionAst, comma: Token) -> ExpressionAst:
        """The elements of an array behind its first."""
        elements = [first]
        while comma.kind is COMMA:
            self.ungot = None
            self.skip_newlines()
            element = self._unary()
            if element is None:
                self.missing(comma, "MissingExpressionAfterToken", ",")
                elements.append(ErrorExpressionAst(comma.extent))
                break
            elements.append(element)
            comma = self.peek(EXPRESSION)
        return ArrayLiteralAst(self.join(first, elements[-1]), tuple(elements))

    # --- unary operators and casts ---------------------------------------------------------------------------------

    def _unary(self) -> ExpressionAst | None:
        token = self.peek(OPERAND)
        kind = token.kind
        primary = PRIMARIES.get(kind)
        if primary is not None:
            self.ungot = None
            expression: ExpressionAst | None = self.accesses(primary(self, token), in_command=False)
        elif kind in UNARY_OPERATORS:
            expression = self._operator(token)
        elif kind is L_BRACKET:
            expression = self._cast(token)
        else:
            return None
        if expression is not None and self.pos < self.end:
            postfix = POSTFIX.get(self.peek(EXPRESSION).kind)
            if postfix is not None:
                operator = self.next(EXPRESSION)
                changed = expression
                expression = UnaryExpressionAst(self.join(expression, operator), postfix, expression)
                if type(changed) is not VariableExpressionAst:
                    self.noted.append(expression)
        return expression

    def _operator(self, token: Token) -> ExpressionAst | None:
        if token.kind is COMMA and not self.commas:
            return None
        self.ungot = None
        self.skip_newlines()
        child = self._unary()
        if child is None:
            self.missing(token, "MissingExpressionAfterOperator", token.text)
            return ErrorExpressionAst(token.extent)
        if token.kind is COMMA:
            return ArrayLiteralAst(self.join(token, child), (child,))
        unary = UnaryExpressionAst(self.join(token, child), token.kind, child)
        if token.kind in POSTFIX and type(child) is not VariableExpressionAst:
            self.noted.append(unary)
        return unary

    def _cast(self, opening: Token) -> ExpressionAst | None:
        attributes = self.attribute_list(in_expression=True)
        if not attributes:
            return None
        last = attributes[-1]
        if isinstance(last, AttributeAst):
            self.skip_newlines()
            child = self._unary()
            if child is None:
                start, end = last.extent.start_offset, last.extent.end_offset
                self.report_incomplete(start, end, "UnexpectedAttribute", last.type_name.full_text)
                return ErrorExpressionAst(self.join(opening, last), tuple(attributes))
            expression: ExpressionAst = AttributedExpressionAst(self.join(last, child), last, child)
        else:
            expression = self._type_or_conversion(last)
        for attribute in reversed(attributes[:-1]):
            node = ConvertExpressionAst if isinstance(attribute, TypeConstraintAst) else AttributedExpressionAst
            expression = node(self.join(attribute, expression), attribute, expression)
            self._note_conversion(expression)
        return expression

    def _note_conversion(self, node: ExpressionAst) -> None:
        if type(node) is ConvertExpressionAst and node.attribute.type_name.name.lower() in ("ordered", "ref"):
            self.noted.append(node)

    def _type_or_conversion(self, constraint: AttributeBaseAst) -> ExpressionAst:
        type_expression = TypeExpressionAst(constraint.extent, constraint.type_name)
        if self.ungot is None and self.pos < self.end:
            operator = _MEMBER_OPERATOR(self.text, self.pos, self.end)
            if operator is not None and operator[0] in (".", "::"):
                return self.accesses(type_expression, in_command=False)
        token = self.peek(OPERAND)
        if token.kind is NEW_LINE or token.kind is COMMA:
            return type_expression
        child = self._unary()
        if child is None:
            return type_expression
        node = ConvertExpressionAst(self.join(constraint, child), constraint, child)
        self._note_conversion(node)
        return node
