"""Classes and enums."""

from __future__ import annotations

from shell.language.grammar.functions import ENDS_MEMBER, FunctionParser
from shell.language.grammar.types import MEMBER_NAME
from shell.language.keywords import KEYWORDS
from shell.language.scanner import COMMAND, EXPRESSION, OPERAND
from shell.language.tokens import Token, TokenKind
from shell.language.tree import (
    Ast,
    AttributeAst,
    AttributeBaseAst,
    BaseCtorInvokeMemberExpressionAst,
    CommandExpressionAst,
    ExpressionAst,
    FunctionDefinitionAst,
    FunctionMemberAst,
    MemberAst,
    PropertyMemberAst,
    StatementAst,
    StringConstantExpressionAst,
    TypeConstraintAst,
    TypeDefinitionAst,
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

TYPE_DEFINITION_NAME = frozenset(("type_name",))


class ClassParser(FunctionParser):
    """Parses classes and enums."""

    def attributed_definition(self) -> StatementAst | None:
        """`[attribute()] class ...`; None where the bracket begins an expression."""
        before = self.mark()
        if before[0] in self.plain_brackets:
            return None
        attributes = self.attribute_list(in_expression=False)
        if attributes:
            for kind, rule in ((TokenKind.Class, self.class_definition), (TokenKind.Enum, self.enum_definition)):
                token = self.keyword(kind)
                if token is not None:
                    self.ungot = None
                    return rule(token, attributes)
        self.plain_brackets.update(attribute.extent.start_offset for attribute in attributes)
        self.reset(before)
        if self.ungot is None:
            self.plain_brackets.add(before[0])
        return None

    def _definition_attributes(self, attributes: list[AttributeBaseAst]) -> tuple[AttributeAst, ...]:
        kept: list[AttributeAst] = []
        for attribute in attributes:
            if isinstance(attribute, AttributeAst):
                kept.append(attribute)
            else:
                extent = attribute.extent
                name = attribute.type_name.full_text
                self.report(extent.start_offset, extent.end_offset, "TypeNotAllowedBeforeParam", name)
        return tuple(kept)

    def _type_head(self, token: Token) -> Token | None:
        """The name of a class or an enum."""
        self.skip_newlines()
        name = self.peek(EXPRESSION)
        if name.kind is not IDENTIFIER:
            self.missing(token, "MissingNameAfterKeyword", token.text)
            return None
        self.ungot = None
        name.flags = TYPE_DEFINITION_NAME
        self.skip_newlines()
        return name

    def _base_types(self) -> list[TypeConstraintAst]:
        bases: list[TypeConstraintAst] = []
        separator = self.peek(EXPRESSION)
        if separator.kind is not COLON:
            return bases
        while separator.kind is COMMA or (separator.kind is COLON and not bases):
            self.ungot = None
            self.skip_newlines()
            base = self.type_name(allow_assembly=False)
            if base is None:
                self.missing(separator, "TypeNameExpected")
                break
            bases.append(TypeConstraintAst(base.extent, base))
            self.skip_newlines()
            separator = self.peek(EXPRESSION)
        return bases

    def class_definition(self, token: Token, attributes: list[AttributeBaseAst] | None = None) -> StatementAst:
        """`class Name : Base { members }`."""
        name = self._type_head(token)
        if name is None:
            return self.failed(token, token.end, token)
        bases = self._base_types()
        self.skip_newlines()
        opening = self.peek(COMMAND)
        if opening.kind is not L_CURLY:
            last: Ast | Token = bases[-1] if bases else name
            end = self.missing(last, "MissingTypeBody", token.text)
            return self.failed(token, end, token, *bases)
        self.ungot = None
        members: list[MemberAst] = []
        while (member := self._class_member(name.text)) is not None:
            members.append(member)
        return self._type_definition(token, name, "class", attributes or [], bases, members, opening)

    def enum_definition(self, token: Token, attributes: list[AttributeBaseAst] | None = None) -> StatementAst:
        """`enum Name { labels }`."""
        name = self._type_head(token)
        if name is None:
            return self.failed(token, token.end, token)
        bases = self._base_types()
        opening = self.peek(COMMAND)
        if opening.kind is not L_CURLY:
            end = self.missing(bases[-1] if bases else name, "MissingTypeBody", token.text)
            return self.failed(token, end, token, *bases)
        self.ungot = None
        members: list[MemberAst] = []
        while (member := self._enum_member()) is not None:
            members.append(member)
        return self._type_definition(token, name, "enum", attributes or [], bases, members, opening)

    def _type_definition(
        self,
        token: Token,
        name: Token,
        kind: str,
        attributes: list[AttributeBaseAst],
        bases: list[TypeConstraintAst],
        members: list[MemberAst],
        opening: Token,
    ) -> StatementAst:
        end = self.close_curly(opening, members)
        start = attributes[0].extent.start_offset if attributes else token.start
        kept = self._definition_attributes(attributes)
        node = TypeDefinitionAst(self.extent(start, end), name.text, kind, kept, tuple(bases), tuple(members))
        self.noted.append(node)
        return node

    def _enum_member(self) -> MemberAst | None:
        self.skip_newlines_and_semicolons()
        name = self.peek(EXPRESSION)
        if name.kind is not IDENTIFIER:
            return None
        self.ungot = None
        name.flags = MEMBER_NAME
        value, end = self._initial_value(name)
        if self.peek(COMMAND).kind not in ENDS_MEMBER:
            if self.text[end - 1] != "=":
                self.report_incomplete(end, end, "MissingPropertyTerminator")
            self.sync(*ENDS_MEMBER)
        return PropertyMemberAst(self.extent(name.start, self._behind_semicolon(end)), name.text, None, (), value)

    def _behind_semicolon(self, end: int) -> int:
        """Where a property or a label ends: it takes the `;` behind it."""
        token = self.peek(COMMAND)
        if token.kind is not TokenKind.Semi:
            return end
        self.ungot = None
        return token.end

    def _initial_value(self, name: Token) -> tuple[ExpressionAst | None, int]:
        """`= value` behind the name of a property or a label, and where it ends: behind the `=` if no value stands."""
        equals = self.peek(EXPRESSION)
        if equals.kind is not EQUALS:
            return None, name.end
        self.ungot = None
        self.skip_newlines()
        value = self.expression()
        if value is None:
            return None, self.missing(equals, "ExpectedValueExpression", "=")
        return value, value.extent.end_offset

    def _class_member(self, class_name: str) -> MemberAst | None:
        attributes: list[AttributeAst] = []
        constraint: TypeConstraintAst | None = None
        modifiers: set[TokenKind] = set()
        start: int | None = None
        last: Ast | Token | None = None
        self.skip_newlines_and_semicolons()
        while True:
            self.skip_newlines()
            attribute = self.attribute()
            if attribute is not None:
                last = attribute
                start = attribute.extent.start_offset if start is None else start
                if isinstance(attribute, AttributeAst):
                    attributes.append(attribute)
                elif constraint is None:
                    constraint = attribute  # type: ignore[assignment]
                else:
                    self.report(attribute.extent.start_offset, attribute.extent.end_offset, "TooManyTypes")
                continue
            modifier = self.keyword(TokenKind.Static) or self.keyword(TokenKind.Hidden)
            if modifier is None:
                break
            self.ungot = None
            last = modifier
            start = modifier.start if start is None else start
            if modifier.kind in modifiers:
                self.report(modifier.start, modifier.end, "DuplicateQualifier", modifier.text)
            modifiers.add(modifier.kind)
        token = self.peek(OPERAND)
        start = token.start if start is None else start
        if token.kind is TokenKind.Variable:
            self.ungot = None
            return self._property(token, start, constraint, attributes, modifiers)
        if token.kind is IDENTIFIER:
            self.ungot = None
            return self._method(token, start, constraint, attributes, modifiers, class_name)
        if last is not None:
            self.missing(last, "IncompleteMemberDefinition")
        return None

    def _property(
        self,
        token: Token,
        start: int,
        constraint: TypeConstraintAst | None,
        attributes: list[AttributeAst],
        modifiers: set[TokenKind],
    ) -> MemberAst:
        value, end = self._initial_value(token)
        if self.peek(COMMAND).kind not in ENDS_MEMBER and self.text[end - 1] != "=":
            self.report_incomplete(end, end, "MissingPropertyTerminator")
        return PropertyMemberAst(
            self.extent(start, self._behind_semicolon(end)),
            token.value,
            constraint,
            tuple(attributes),
            value,
            TokenKind.Static in modifiers,
            TokenKind.Hidden in modifiers,
        )

    def _method(
        self,
        token: Token,
        start: int,
        constraint: TypeConstraintAst | None,
        attributes: list[AttributeAst],
        modifiers: set[TokenKind],
        class_name: str,
    ) -> MemberAst | None:
        token.kind = KEYWORDS.get(token.text.lower(), IDENTIFIER)
        token.flags = MEMBER_NAME
        self.skip_newlines()
        opening = self.peek(COMMAND)
        if opening.kind is not L_PAREN:
            self.missing(token, "MissingMethodParameterList")
            self.sync(R_CURLY, TokenKind.NewLine, TokenKind.Semi)
            return None
        parameters, end, sound = self.parameters(token)
        is_static = TokenKind.Static in modifiers
        is_constructor = token.text.lower() == class_name.lower()
        first: StatementAst | None = None
        if is_constructor and not is_static:
            first = self._base_call(end)
            if first is None:
                self.sync(R_CURLY)
                return None
        self.skip_newlines()
        opening = self.peek(COMMAND)
        if opening.kind is not L_CURLY:
            if sound:
                self.report_incomplete(end, end, "MissingFunctionBody")
            self.sync(R_CURLY)
            return None
        self.ungot = None
        body = self.script_block(opening, first=first)
        definition = FunctionDefinitionAst(self.join(token, body), token.text, body, parameters)
        return FunctionMemberAst(
            self.extent(start, body.extent.end_offset),
            token.text,
            definition,
            constraint,
            tuple(attributes),
            is_static,
            TokenKind.Hidden in modifiers,
            is_constructor,
        )

    def _base_call(self, end: int) -> StatementAst | None:
        """`: base(...)` behind a constructor's parameters, None if it is broken; unwritten, it is there as well."""
        after = self.mark()
        self.skip_newlines()
        arguments: tuple[ExpressionAst, ...] = ()
        call_extent = word_extent = self.nowhere()
        colon = self.peek(EXPRESSION)
        if colon.kind is not COLON:
            self.reset(after)
        else:
            self.ungot = None
            self.skip_newlines()
            base = self.keyword(TokenKind.Base)
            if base is None:
                self.missing(colon, "MissingBaseCtorCall")
                return None
            self.ungot = None
            self.skip_newlines()
            opening = self.peek(COMMAND)
            self.ungot = None
            if opening.kind is not L_PAREN:
                self.missing(base, "MissingMethodParameterList")
                return None
            arguments, end = self.call_arguments(opening)
            word_extent, call_extent = base.extent, self.extent(base.start, end)
        this = VariableExpressionAst(word_extent, "this")
        name = StringConstantExpressionAst(word_extent, ".ctor", "BareWord")
        call = BaseCtorInvokeMemberExpressionAst(call_extent, arguments, this, name)
        return CommandExpressionAst(call_extent, (), call)
