"""Type names, type constraints and attributes."""

from __future__ import annotations

from abc import abstractmethod

from shell.language.grammar.rules import Rules
from shell.language.scanner import EXPRESSION, OPERAND, TYPE_NAME
from shell.language.tokens import Token, TokenKind
from shell.language.tree import (
    AttributeAst,
    AttributeBaseAst,
    ConstantExpressionAst,
    ErrorExpressionAst,
    ExpressionAst,
    NamedAttributeArgumentAst,
    StringConstantExpressionAst,
    TypeConstraintAst,
    TypeName,
)

COMMA = TokenKind.Comma
EQUALS = TokenKind.Equals
IDENTIFIER = TokenKind.Identifier
L_BRACKET = TokenKind.LBracket
R_BRACKET = TokenKind.RBracket
L_PAREN = TokenKind.LParen
R_PAREN = TokenKind.RParen

SKIPPED_KINDS = frozenset((TokenKind.NewLine, TokenKind.LineContinuation, TokenKind.Comment))

ATTRIBUTE_NAME = frozenset(("attribute_name", "type_name"))
TYPE_NAME_FLAG = frozenset(("type_name",))
MEMBER_NAME = frozenset(("member_name",))


_LITERALS = (ConstantExpressionAst, StringConstantExpressionAst)
"""Constant at a glance; `shell.language.checks` looks at other arguments of attributes."""


class TypeParser(Rules):
    """Parses what stands in type brackets."""

    @abstractmethod
    def expression(self) -> ExpressionAst | None:
        """An expression; None where none begins."""

    # --- attributes and type constraints ---------------------------------------------------------------------------

    def attribute_list(self, *, in_expression: bool) -> list[AttributeBaseAst]:
        """`[A()][B]...` as many as there are. Outside expressions they may stand on lines of their own."""
        attributes: list[AttributeBaseAst] = []
        while True:
            attribute = self.attribute()
            if attribute is None:
                return attributes
            attributes.append(attribute)
            if not in_expression or isinstance(attribute, AttributeAst):
                self.skip_newlines()

    def attribute(self) -> AttributeBaseAst | None:
        """`[Name]` or `[Name(arguments)]`; None where no bracket stands."""
        opening = self._opening_bracket()
        if opening is None:
            return None
        self.skip_newlines()
        name_token = self.peek(TYPE_NAME)
        type_name = self.type_name()
        if type_name is None:
            self.missing(opening, "MissingTypename")
            self.reset((opening.start, len(self.tokens) - self.tokens[::-1].index(opening) - 1, *self.mark()[2:]))
            return None
        closing = self.peek(TYPE_NAME)
        if closing.kind is R_BRACKET:
            self.ungot = None
            name_token.flags = TYPE_NAME_FLAG
            return TypeConstraintAst(self.extent(opening.start, closing.end), type_name)
        if closing.kind is L_PAREN:
            self.ungot = None
            name_token.flags = ATTRIBUTE_NAME
            return self._attribute(opening, type_name, closing)
        end = type_name.extent.end_offset
        self.report_incomplete(end, end, "EndSquareBracketExpectedAtEndOfAttribute")
        return TypeConstraintAst(self.extent(opening.start, end), type_name)

    def _opening_bracket(self) -> Token | None:
        token = self.ungot
        if token is not None:
            if token.kind is L_BRACKET:
                self.ungot = None
                return token
            if token.kind is TokenKind.EndOfInput or self.text[token.start] != "[":
                return None
            self.forget()
        before = self.pos, len(self.tokens)
        self.skip_blanks()
        if self.text[self.pos] == "[" and self.pos < self.end:
            token = self.take(L_BRACKET, self.pos, self.pos + 1)
            self.tokens.append(token)
            return token
        self.pos = before[0]
        del self.tokens[before[1] :]
        return None

    def _attribute(self, opening: Token, type_name: TypeName, parenthesis: Token) -> AttributeAst:
        positional: list[ExpressionAst] = []
        named: list[NamedAttributeArgumentAst] = []
        commas = self.commas
        self.commas = False
        end = self._attribute_arguments(parenthesis, positional, named)
        self.commas = commas
        self.skip_newlines()
        closing = self.peek(EXPRESSION)
        if closing.kind is R_PAREN:
            self.ungot = None
            end = closing.end
            self.skip_newlines()
            bracket = self.peek(EXPRESSION)
            if bracket.kind is R_BRACKET:
                self.ungot = None
                end = bracket.end
            else:
                self.report_incomplete(end, end, "EndSquareBracketExpectedAtEndOfAttribute")
        else:
            self.report_incomplete(end, end, "MissingEndParenthesisInExpression")
        node = AttributeAst(self.extent(opening.start, end), type_name, tuple(positional), tuple(named))
        values = positional + [argument.argument for argument in named if not argument.expression_omitted]
        if not all(type(value) in _LITERALS for value in values):
            self.noted.append(node)
        return node

    def _attribute_arguments(
        self, last: Token, positional: list[ExpressionAst], named: list[NamedAttributeArgumentAst]
    ) -> int:
        seen: set[str] = set()
        comma: Token | None = None
        end = last.end
        while True:
            self.skip_newlines()
            token = self.peek(OPERAND)
            if token.kind is IDENTIFIER:
                self.ungot = None
                argument = self._named_argument(token)
                end = argument.extent.end_offset
                key = argument.argument_name.lower()
                if key in seen:
                    self.report(token.start, token.end, "DuplicateNamedArgument", argument.argument_name)
                else:
                    seen.add(key)
                    named.append(argument)
            else:
                value = self.expression()
                if value is not None:
                    positional.append(value)
                    end = value.extent.end_offset
                elif comma is not None:
                    end = self.missing(comma, "MissingExpressionAfterToken", ",")
                    positional.append(ErrorExpressionAst(self.extent(end, end)))
            self.skip_newlines()
            comma = self.peek(EXPRESSION)
            if comma.kind is not COMMA:
                return end
            self.ungot = None

    def _named_argument(self, name: Token) -> NamedAttributeArgumentAst:
        name.flags = MEMBER_NAME
        equals = self.peek(EXPRESSION)
        if equals.kind is not EQUALS:
            omitted = ConstantExpressionAst(name.extent, True)
            return NamedAttributeArgumentAst(name.extent, name.text, omitted, True)
        self.ungot = None
        self.skip_newlines()
        value = self.expression()
        if value is None:
            end = self.missing(equals, "MissingExpressionInNamedArgument")
            value = ErrorExpressionAst(self.extent(end, end))
        return NamedAttributeArgumentAst(self.join(name, value), name.text, value)

    # --- names -----------------------------------------------------------------------------------------------------

    def type_name(self, *, allow_assembly: bool = True) -> TypeName | None:
        """`Name`, `Name[Argument, ...]`, `Name[]`, `Name[,]`, `Name, Assembly`; None where no name stands."""
        token = self.peek(TYPE_NAME)
        if token.kind is not IDENTIFIER:
            return None
        self.ungot = None
        name: str = token.value
        token.flags = TYPE_NAME_FLAG
        end = token.end
        if self.text[end] in "], \t" and self.peek(TYPE_NAME).kind is R_BRACKET:
            return TypeName(self.extent(token.start, end), name)
        arguments: tuple[TypeName, ...] = ()
        ranks: list[int] = []
        while self.peek(TYPE_NAME).kind is L_BRACKET:
            bracket = self.next(TYPE_NAME)
            inner = self.peek(TYPE_NAME)
            if inner.kind is R_BRACKET or inner.kind is COMMA:
                ranks.append(self._rank())
            elif not arguments and not ranks and inner.kind in (IDENTIFIER, L_BRACKET):
                arguments = self._generic_arguments()
            else:
                self._bad_type_bracket(bracket, inner)
                break
            end = self._end_of_last()
        assembly = None
        if allow_assembly and self.peek(TYPE_NAME).kind is COMMA:
            assembly = self._assembly(self.next(TYPE_NAME))
            end = self.pos
        return TypeName(self.extent(token.start, end), name, arguments, tuple(ranks), assembly)

    def _end_of_last(self) -> int:
        if self.ungot is None:
            return self.pos
        return next(token.end for token in reversed(self.tokens[:-1]) if token.kind not in SKIPPED_KINDS)

    def _rank(self) -> int:
        rank = 1
        while self.peek(TYPE_NAME).kind is COMMA:
            self.ungot = None
            rank += 1
        self._close_bracket("EndSquareBracketExpectedAtEndOfAttribute")
        return rank

    def _generic_arguments(self) -> tuple[TypeName, ...]:
        arguments: list[TypeName] = []
        while True:
            self.skip_newlines()
            bracketed = self.peek(TYPE_NAME).kind is L_BRACKET
            if bracketed:
                self.ungot = None
            argument = self.type_name(allow_assembly=bracketed)
            if argument is None:
                end = self._end_of_last()
                self.report_incomplete(end, end, "MissingTypename")
                break
            if bracketed:
                self._close_bracket("EndSquareBracketExpectedAtEndOfAttribute")
            arguments.append(argument)
            self.skip_newlines()
            if self.peek(TYPE_NAME).kind is not COMMA:
                break
            self.ungot = None
        self._close_bracket("EndSquareBracketExpectedAtEndOfAttribute")
        return tuple(arguments)

    def _close_bracket(self, error_id: str) -> None:
        if self.peek(TYPE_NAME).kind is R_BRACKET:
            self.ungot = None
            return
        end = self._end_of_last()
        self.report_incomplete(end, end, error_id)

    def _bad_type_bracket(self, bracket: Token, inner: Token) -> None:
        if inner.kind is TokenKind.EndOfInput:
            self.missing(bracket, "MissingTypename")
            return
        self.report(inner.start, inner.end, "UnexpectedToken", inner.text)
        while self.peek(TYPE_NAME).kind not in (R_BRACKET, TokenKind.EndOfInput, TokenKind.NewLine):
            self.ungot = None
        if self.peek(TYPE_NAME).kind is R_BRACKET:
            self.ungot = None

    def _assembly(self, comma: Token) -> str:
        self.forget()
        close = self.text.find("]", self.pos, self.end)
        end = self.end if close < 0 else close
        name = self.text[self.pos : end].strip()
        if not name:
            self.missing(comma, "MissingAssemblyNameSpecification")
        self.tokens.append(self.take(TokenKind.Generic, self.pos, end))
        return name
