"""Definitions: script blocks with their parts, functions, classes, enums, `using`."""

from __future__ import annotations

import re

from shell.language.scanner import COMMAND, EXPRESSION, OPERAND
from shell.language.grammar.statements import KEYWORD, StatementParser, register
from shell.language.tokens import Token, TokenKind
from shell.language.tree import (
    Ast,
    AttributeAst,
    AttributeBaseAst,
    BaseCtorInvokeMemberExpressionAst,
    CommandExpressionAst,
    ErrorStatementAst,
    ExpressionAst,
    FunctionDefinitionAst,
    FunctionMemberAst,
    MemberAst,
    NamedBlockAst,
    ParamBlockAst,
    ParameterAst,
    PropertyMemberAst,
    ScriptBlockAst,
    StatementAst,
    StringConstantExpressionAst,
    TypeConstraintAst,
    TypeDefinitionAst,
    UsingStatementAst,
    VariableExpressionAst,
)

_NAMED_BLOCKS = (
    TokenKind.Begin,
    TokenKind.Process,
    TokenKind.End,
    TokenKind.Clean,
    TokenKind.Dynamicparam,
)
_TYPE_KEYWORDS = (TokenKind.Class, TokenKind.Enum)
_USING_KINDS = ("assembly", "module", "namespace", "type", "command")


class DefinitionParser(StatementParser):
    """Parses definitions."""

    # --- script blocks ---------------------------------------------------------------------------------------------

    def script_block(self, opening: Token | None, *, is_filter: bool = False) -> ScriptBlockAst:
        """The inside of a script, a function or a script block, behind its brace."""
        commas, self.commas = self.commas, True
        usings = self._using_statements() if opening is None else ()
        param_block = self._param_block()
        named = self._named_blocks()
        if not named:
            kind = TokenKind.Process if is_filter else TokenKind.End
            block = self._unnamed_block(kind, opening)
            if block is not None:
                named[kind] = block
        self.commas = commas
        if opening is None:
            start, end = 0, self.length
        else:
            start, end = opening.start, self.close_brace(opening)
        return ScriptBlockAst(
            self.extent(start, end),
            usings,
            (),
            param_block,
            named.get(TokenKind.Dynamicparam),
            named.get(TokenKind.Begin),
            named.get(TokenKind.Process),
            named.get(TokenKind.End),
            named.get(TokenKind.Clean),
        )

    def _unnamed_block(self, kind: TokenKind, opening: Token | None) -> NamedBlockAst:
        statements, traps = self.statement_list()
        while opening is None and self.peek(COMMAND).kind is not TokenKind.EndOfInput:
            self._unexpected(self.peek(COMMAND))
            more, more_traps = self.statement_list()
            statements, traps = statements + more, traps + more_traps
        parts = sorted((*statements, *traps), key=lambda each: each.extent.start_offset)
        if parts:
            extent = self.join(parts[0], parts[-1])
        else:
            at = self.peek(COMMAND).start
            extent = self.extent(at, at)
        return NamedBlockAst(extent, kind, True, statements, traps)

    def _named_blocks(self) -> dict[TokenKind, NamedBlockAst]:
        found: dict[TokenKind, NamedBlockAst] = {}
        while True:
            self.skip_newlines_and_semicolons()
            keyword = self.peek_keyword(*_NAMED_BLOCKS)
            if keyword is None:
                if found:
                    self._reject_between_blocks()
                return found
            self.ungot = None
            body = self._block_or_error(keyword, "MissingNamedStatementBlock", keyword.text)
            block = NamedBlockAst(self.join(keyword, body), keyword.kind, False, body.statements, body.traps)
            if keyword.kind in found:
                self.report(keyword.start, keyword.end, "DuplicateScriptCommandClause", keyword.text)
            else:
                found[keyword.kind] = block

    def _reject_between_blocks(self) -> None:
        token = self.peek(COMMAND)
        if token.kind in (TokenKind.RCurly, TokenKind.EndOfInput):
            return
        self.report(token.start, token.end, "MissingNamedBlocks", token.text)
        self.statement_list()

    # --- parameters ------------------------------------------------------------------------------------------------

    def _param_block(self) -> ParamBlockAst | None:
        self.skip_newlines_and_semicolons()
        character = self._first_character()
        attributes: list[AttributeBaseAst] = []
        mark = None
        if character == "[":
            mark = self.mark()
            attributes = self.attribute_list(in_expression=False)
            self.forget()
            self.skip_blanks()
        if self._first_character() not in "pP" or self.peek_keyword(TokenKind.Param) is None:
            if mark is not None:
                self.reset(mark)
            return None
        keyword = self.next(COMMAND)
        self.skip_newlines()
        opening = self.peek(COMMAND)
        if opening.kind is not TokenKind.LParen:
            keyword.kind = TokenKind.Identifier
            self.reset(mark) if mark is not None else self._unread(keyword)
            return None
        self.ungot = None
        for each in attributes:
            if isinstance(each, TypeConstraintAst):
                extent = each.extent
                name = each.type_name.full_text
                self.report(extent.start_offset, extent.end_offset, "TypeNotAllowedBeforeParam", name)
        parameters, end = self.parameter_list(opening)
        first: Ast | Token = attributes[0] if attributes else keyword
        start = first.start if isinstance(first, Token) else first.extent.start_offset
        own = tuple(each for each in attributes if isinstance(each, AttributeAst))
        return ParamBlockAst(self.extent(start, end), own, parameters)

    def _unread(self, keyword: Token) -> None:
        """Give a keyword that was none back to the text."""
        self.forget()
        while self.tokens and self.tokens[-1] is not keyword:
            self.tokens.pop()
        self.tokens.pop()
        self.pos = keyword.start

    def parameter_list(self, opening: Token) -> tuple[tuple[ParameterAst, ...], int]:
        """`[type] $name = default, ...)`, behind the parenthesis; give them and where the list ends."""
        parameters: list[ParameterAst] = []
        seen: set[str] = set()
        commas, self.commas = self.commas, False
        last: Token | Ast = opening
        comma: Token | None = None
        while True:
            self.skip_newlines()
            parameter = self._parameter_declaration()
            if parameter is None:
                if comma is not None:
                    self.missing(comma, "MissingExpressionAfterToken", ",")
                break
            key = parameter.name.name.lower()
            if key in seen:
                extent = parameter.name.extent
                self.report(extent.start_offset, extent.end_offset, "DuplicateFormalParameter", parameter.name.name)
            seen.add(key)
            parameters.append(parameter)
            last = parameter
            self.skip_newlines()
            if self.peek(COMMAND).kind is not TokenKind.Comma:
                break
            comma = self.next(COMMAND)
        self.commas = commas
        self.skip_newlines()
        end = self._close_paren(last, "MissingEndParenthesisInFunctionParameterList")
        return tuple(parameters), end

    def _parameter_declaration(self) -> ParameterAst | None:
        attributes = self.attribute_list(in_expression=False)
        token = self.peek(OPERAND)
        if token.kind is not TokenKind.Variable:
            if attributes:
                self.missing(attributes[-1], "InvalidFunctionParameter")
            elif token.kind not in (TokenKind.RParen, TokenKind.EndOfInput, TokenKind.RCurly):
                self.report(token.start, token.end, "InvalidFunctionParameter")
            return None
        self.ungot = None
        name = VariableExpressionAst(token.extent, token.value)
        default: ExpressionAst | None = None
        mark = self.mark()
        self.skip_newlines()
        equals = self.peek(EXPRESSION)
        if equals.kind is TokenKind.Equals:
            self.ungot = None
            self.skip_newlines()
            default = self.expression() or self._expected(equals, "MissingExpressionAfterToken", "=")
        else:
            self.reset(mark)
        first: Ast = attributes[0] if attributes else name
        return ParameterAst(self.join(first, default or name), name, tuple(attributes), default)

    # --- functions -------------------------------------------------------------------------------------------------

    def _function(self, keyword: Token) -> StatementAst:
        name = self.peek(COMMAND)
        if name.kind in (TokenKind.LCurly, TokenKind.LParen, TokenKind.EndOfInput, TokenKind.NewLine, TokenKind.Semi):
            self.missing(keyword, "MissingNameAfterKeyword", keyword.text)
            return ErrorStatementAst(keyword.extent, keyword)
        if keyword.kind is TokenKind.Workflow:
            self.report(keyword.start, keyword.end, "WorkflowNotSupportedInPowerShellCore")
        self.ungot = None
        parameters: tuple[ParameterAst, ...] | None = None
        end: Token | int = name
        mark = self.mark()
        self.skip_newlines()
        opening = self.peek(COMMAND)
        if opening.kind is TokenKind.LParen:
            self.ungot = None
            parameters, end = self.parameter_list(opening)
        else:
            self.reset(mark)
        self.skip_newlines()
        brace = self.peek(COMMAND)
        if brace.kind is not TokenKind.LCurly:
            at = end.end if isinstance(end, Token) else end
            self.report_incomplete(at, at, "MissingFunctionBody", detected=brace.start)
            return ErrorStatementAst(self.extent(keyword.start, at), keyword, parameters or ())
        self.ungot = None
        is_filter = keyword.kind is TokenKind.Filter
        body = self.script_block(brace, is_filter=is_filter)
        text = name.value if isinstance(name.value, str) else name.text
        extent = self.join(keyword, body)
        workflow = keyword.kind is TokenKind.Workflow
        return FunctionDefinitionAst(extent, text, body, parameters, is_filter, workflow)

    # --- classes and enums -----------------------------------------------------------------------------------------

    def attributed_definition(self) -> StatementAst | None:
        """`[attributes] class ...`; None where something else stands."""
        self.forget()
        closing = self.text.find("]", self.pos, self.end)
        if closing < 0 or not re.search(r"(?i)\]\s*(class|enum)\b", self.text[self.pos : self.pos + 400]):
            return None
        mark = self.mark()
        attributes = self.attribute_list(in_expression=False)
        self.forget()
        self.skip_blanks()
        keyword = self.peek_keyword(*_TYPE_KEYWORDS) if self._first_character() in "cCeE" else None
        if keyword is None or not attributes:
            self.reset(mark)
            return None
        self.ungot = None
        return self._type_definition(keyword, tuple(each for each in attributes if isinstance(each, AttributeAst)))

    def _type_definition(self, keyword: Token, attributes: tuple[AttributeAst, ...] = ()) -> StatementAst:
        name = self.peek(EXPRESSION)
        if name.kind is not TokenKind.Identifier:
            self.missing(keyword, "MissingNameAfterKeyword", keyword.text)
            return ErrorStatementAst(keyword.extent, keyword)
        self.ungot = None
        bases = self._base_types()
        self.skip_newlines()
        opening = self.peek(EXPRESSION)
        last: Token | Ast = bases[-1] if bases else name
        if opening.kind is not TokenKind.LCurly:
            end = self.missing(last, "MissingTypeBody", keyword.text)
            return ErrorStatementAst(self.extent(keyword.start, end), keyword)
        self.ungot = None
        enum = keyword.kind is TokenKind.Enum
        members: list[MemberAst] = []
        while True:
            self.skip_newlines_and_semicolons()
            member = self._enum_member() if enum else self._class_member(name.text)
            if member is None:
                token = self.peek(EXPRESSION)
                if token.kind in (TokenKind.RCurly, TokenKind.EndOfInput):
                    break
                self.report(token.start, token.end, "UnexpectedToken", token.text)
                self.ungot = None
                continue
            members.append(member)
        end = self.close_brace(opening)
        first: Token | Ast = attributes[0] if attributes else keyword
        start = first.start if isinstance(first, Token) else first.extent.start_offset
        kind = "enum" if enum else "class"
        return TypeDefinitionAst(self.extent(start, end), name.text, kind, attributes, bases, tuple(members))

    def _base_types(self) -> tuple[TypeConstraintAst, ...]:
        self.skip_newlines()
        colon = self.peek(EXPRESSION)
        if colon.kind is not TokenKind.Colon:
            return ()
        bases: list[TypeConstraintAst] = []
        self.ungot = None
        separator = colon
        while True:
            self.skip_newlines()
            type_name = self.type_name(allow_assembly=False)
            if type_name is None:
                self.missing(separator, "TypeNameExpected")
                break
            bases.append(TypeConstraintAst(type_name.extent, type_name))
            self.skip_newlines()
            if self.peek(EXPRESSION).kind is not TokenKind.Comma:
                break
            separator = self.next(EXPRESSION)
        return tuple(bases)

    def _enum_member(self) -> MemberAst | None:
        name = self.peek(EXPRESSION)
        if name.kind is not TokenKind.Identifier:
            return None
        self.ungot = None
        value: ExpressionAst | None = None
        equals = self.peek(EXPRESSION)
        if equals.kind is TokenKind.Equals:
            self.ungot = None
            self.skip_newlines()
            value = self.expression() or self._expected(equals, "ExpectedValueExpression", "=")
        self._member_end(value or name)
        return PropertyMemberAst(self.join(name, value or name), name.text, None, (), value)

    def _member_end(self, last: Token | Ast) -> None:
        token = self.peek(EXPRESSION)
        if token.kind in (TokenKind.NewLine, TokenKind.Semi, TokenKind.RCurly, TokenKind.EndOfInput):
            return
        self.missing(last, "MissingPropertyTerminator")
        stops = (TokenKind.NewLine, TokenKind.Semi, TokenKind.RCurly, TokenKind.EndOfInput)
        while self.peek(EXPRESSION).kind not in stops:
            self.ungot = None

    def _class_member(self, class_name: str) -> MemberAst | None:
        attributes: list[AttributeAst] = []
        member_type: TypeConstraintAst | None = None
        modifiers: set[TokenKind] = set()
        first: Token | Ast | None = None
        while True:
            self.skip_newlines()
            character = self._first_character()
            if character == "[":
                attribute = self.attribute()
                if attribute is None:
                    return None
                first = first or attribute
                if isinstance(attribute, AttributeAst):
                    attributes.append(attribute)
                elif member_type is None:
                    member_type = attribute if isinstance(attribute, TypeConstraintAst) else None
                else:
                    extent = attribute.extent
                    self.report(extent.start_offset, extent.end_offset, "TooManyTypes")
                continue
            token = self.peek(EXPRESSION)
            modifier = _MODIFIERS.get(token.text.lower()) if token.kind is TokenKind.Identifier else None
            if modifier is None or self.text[token.end] == "(":
                break
            self.ungot = None
            token.kind, token.flags = modifier, KEYWORD
            first = first or token
            if modifier in modifiers:
                self.report(token.start, token.end, "DuplicateQualifier", token.text)
            modifiers.add(modifier)
        static, hidden = TokenKind.Static in modifiers, TokenKind.Hidden in modifiers
        if token.kind is TokenKind.Variable:
            return self._property(token, first, member_type, tuple(attributes), static, hidden)
        if token.kind is not TokenKind.Identifier:
            if first is not None:
                self.missing(first, "IncompleteMemberDefinition")
            return None
        return self._method(token, first, member_type, tuple(attributes), static, hidden, class_name)

    def _property(
        self,
        name: Token,
        first: Token | Ast | None,
        property_type: TypeConstraintAst | None,
        attributes: tuple[AttributeAst, ...],
        static: bool,
        hidden: bool,
    ) -> PropertyMemberAst:
        self.ungot = None
        value: ExpressionAst | None = None
        equals = self.peek(EXPRESSION)
        if equals.kind is TokenKind.Equals:
            self.ungot = None
            self.skip_newlines()
            value = self.expression() or self._expected(equals, "MissingExpressionAfterToken", "=")
        self._member_end(value or name)
        extent = self.join(first or name, value or name)
        return PropertyMemberAst(extent, name.value, property_type, attributes, value, static, hidden)

    def _method(
        self,
        name: Token,
        first: Token | Ast | None,
        return_type: TypeConstraintAst | None,
        attributes: tuple[AttributeAst, ...],
        static: bool,
        hidden: bool,
        class_name: str,
    ) -> FunctionMemberAst | None:
        self.ungot = None
        constructor = name.text.lower() == class_name.lower() and return_type is None
        opening = self.peek(EXPRESSION)
        if opening.kind is not TokenKind.LParen:
            self.missing(name, "IncompleteMemberDefinition" if return_type is None else "MissingMethodParameterList")
            return None
        self.ungot = None
        parameters, end = self.parameter_list(opening)
        if constructor and static and parameters:
            extent = parameters[0].extent
            self.report(extent.start_offset, extent.end_offset, "CannotDefineParameterInStaticConstructor")
        base_call = self._base_call(constructor and not static)
        self.skip_newlines()
        brace = self.peek(COMMAND)
        if brace.kind is not TokenKind.LCurly:
            self.report_incomplete(end, end, "MissingMethodBody", detected=brace.start)
            return None
        self.ungot = None
        body = self._with_base_call(self.script_block(brace), base_call)
        function_extent = self.join(name, body)
        definition = FunctionDefinitionAst(function_extent, name.text, body, parameters)
        extent = self.join(first or name, body)
        return FunctionMemberAst(extent, name.text, definition, return_type, attributes, static, hidden, constructor)

    def _base_call(self, constructor: bool) -> BaseCtorInvokeMemberExpressionAst | None:
        self.skip_newlines()
        colon = self.peek(EXPRESSION)
        if colon.kind is not TokenKind.Colon:
            if not constructor:
                return None
            here = self.extent(colon.start, colon.start)
            return _base_call(here, ())
        self.ungot = None
        self.skip_newlines()
        word = self.peek(EXPRESSION)
        if word.kind is not TokenKind.Identifier or word.text.lower() != "base":
            self.missing(colon, "MissingBaseCtorCall")
            return None
        self.ungot = None
        word.kind, word.flags = TokenKind.Base, KEYWORD
        if not constructor:
            self.report(word.start, word.end, "BaseNotAllowedOutsideConstructor")
        opening = self.peek(EXPRESSION)
        if opening.kind is not TokenKind.LParen:
            self.missing(word, "MissingMethodParameterList")
            return None
        self.ungot = None
        arguments, end = self.call_arguments(opening)
        return _base_call(self.extent(word.start, end), arguments)

    def _with_base_call(self, body: ScriptBlockAst, call: BaseCtorInvokeMemberExpressionAst | None) -> ScriptBlockAst:
        """Put the call of the base constructor before the first statement, as the constructor runs it."""
        block = body.end_block
        if call is None or block is None:
            return body
        statement = CommandExpressionAst(call.extent, (), call)
        statements = (statement, *block.statements)
        end = NamedBlockAst(block.extent, block.block_kind, block.unnamed, statements, block.traps)
        return ScriptBlockAst(body.extent, (), (), body.param_block, None, None, None, end, None)

    # --- using -----------------------------------------------------------------------------------------------------

    def _using_statements(self) -> tuple[UsingStatementAst, ...]:
        found: list[UsingStatementAst] = []
        while True:
            self.skip_newlines_and_semicolons()
            keyword = self.peek_keyword(TokenKind.Using) if self._first_character() in "uU" else None
            if keyword is None:
                return tuple(found)
            self.ungot = None
            statement = self._using_statement(keyword)
            if statement is not None:
                found.append(statement)

    def _using_statement(self, keyword: Token) -> UsingStatementAst | None:
        word = self.peek(COMMAND)
        kind = word.text.lower()
        if word.kind is not TokenKind.Identifier or kind not in _USING_KINDS:
            self.missing(keyword, "MissingUsingStatementDirective")
            return None
        self.ungot = None
        word.kind, word.flags = TokenKind[kind.capitalize()], KEYWORD
        token = self.peek(COMMAND)
        if kind == "module" and token.kind is TokenKind.AtCurly:
            self.ungot = None
            table = self.hashtable(token)
            return UsingStatementAst(self.join(keyword, table), kind, None, None, table)
        name = self.single_argument()
        if not isinstance(name, StringConstantExpressionAst):
            self.missing(word, "MissingUsingItemName")
            return None
        alias: StringConstantExpressionAst | None = None
        if self.peek(COMMAND).kind is TokenKind.Equals:
            self.ungot = None
            value = self.single_argument()
            alias = name
            name = value if isinstance(value, StringConstantExpressionAst) else None
        return UsingStatementAst(self.join(keyword, name or alias or word), kind, name, alias)

    def _late_using(self, keyword: Token) -> StatementAst:
        statement = self._using_statement(keyword)
        self.report(keyword.start, keyword.end, "UsingMustBeAtStartOfScript")
        return statement or ErrorStatementAst(keyword.extent, keyword)


def _base_call(extent: object, arguments: tuple[ExpressionAst, ...]) -> BaseCtorInvokeMemberExpressionAst:
    this = VariableExpressionAst(extent, "this")  # type: ignore[arg-type]
    member = StringConstantExpressionAst(extent, ".ctor", "BareWord")  # type: ignore[arg-type]
    return BaseCtorInvokeMemberExpressionAst(extent, arguments, this, member)  # type: ignore[arg-type]


_MODIFIERS = {"static": TokenKind.Static, "hidden": TokenKind.Hidden}

register(TokenKind.Function, DefinitionParser._function)
register(TokenKind.Filter, DefinitionParser._function)
register(TokenKind.Workflow, DefinitionParser._function)
register(TokenKind.Class, DefinitionParser._type_definition)
register(TokenKind.Enum, DefinitionParser._type_definition)
register(TokenKind.Using, DefinitionParser._late_using)
