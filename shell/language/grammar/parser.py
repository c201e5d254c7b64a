"""The parser: from a text to its tree, its tokens and its errors. `parse` never raises."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from shell.language.collecting import collector_pause
from shell.language.errors import ParseError
from shell.language.grammar.classes import ClassParser
from shell.language.grammar.requirements import MENTIONED, is_requires_line, script_requirements
from shell.language.grammar.statements import KEYWORD
from shell.language.messages import message
from shell.language.scanner import COMMAND
from shell.language.source import Extent, Source
from shell.language.tokens import Token, TokenKind
from shell.language.tree import (
    Ast,
    AttributeAst,
    AttributeBaseAst,
    CommandAst,
    NamedBlockAst,
    ParamBlockAst,
    ScriptBlockAst,
    ScriptRequirements,
    StatementAst,
    TrapStatementAst,
)
from shell.lazy import lazy

if TYPE_CHECKING:
    from shell.language import checks, joining
else:
    checks = lazy("shell.language.checks", globals())
    joining = lazy("shell.language.joining", globals())


IDENTIFIER = TokenKind.Identifier
END_OF_INPUT = TokenKind.EndOfInput
L_PAREN = TokenKind.LParen
R_PAREN = TokenKind.RParen
R_CURLY = TokenKind.RCurly

_NAMED_BLOCKS = {
    "begin": TokenKind.Begin,
    "process": TokenKind.Process,
    "end": TokenKind.End,
    "clean": TokenKind.Clean,
    "dynamicparam": TokenKind.Dynamicparam,
}
_NAMED_BLOCK_KINDS = frozenset(_NAMED_BLOCKS.values())
_RECURSION = 120_000


@dataclass(frozen=True, slots=True)
class ParseResult:
    """What a text is: its tree, whole or as far as it could be saved, its tokens, and what is wrong with it."""

    source: Source
    tree: ScriptBlockAst
    tokens: list[Token]
    errors: tuple[ParseError, ...]

    @property
    def incomplete(self) -> bool:
        """True where the text only stops early: the prompt goes on with `>>`."""
        return bool(self.errors) and self.errors[0].incomplete


def parse(text: str, path: str | None = None, *, by_characters: bool = False) -> ParseResult:
    """Parse a script. `path` is the file that positions name; errors stand in the result, none is raised.

    Offsets count UTF-16 units, as the engine's do, or characters, as Python's do.
    """
    source = Source(text, path, by_characters=by_characters)
    parser = Parser(source)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _RECURSION))
    try:
        with collector_pause:
            tree = parser.script()
            errors = parser.errors
            if parser.noted:
                errors += checks.check(tree, parser.noted, errors)
    except RecursionError:
        at = min(parser.pos, parser.length)
        error = ParseError(Extent(source, at, at), "ScriptTooComplicated", message("ScriptTooComplicated"))
        empty = NamedBlockAst(Extent(source, 0, 0), TokenKind.End, True)
        tree = ScriptBlockAst(Extent(source, 0, parser.length), end_block=empty)
        errors = [error]
    finally:
        sys.setrecursionlimit(limit)
    if source.units is not text:
        errors = joining.join_units(tree, parser.tokens, errors)
    return ParseResult(source, tree, parser.tokens, tuple(errors))


class Parser(ClassParser):
    """The whole grammar."""

    statement_rules: ClassVar[Mapping[TokenKind, Callable[..., StatementAst]]] = {
        TokenKind.If: ClassParser.if_statement,
        TokenKind.While: ClassParser.while_statement,
        TokenKind.Do: ClassParser.do_statement,
        TokenKind.For: ClassParser.for_statement,
        TokenKind.Foreach: ClassParser.foreach_statement,
        TokenKind.Switch: ClassParser.switch_statement,
        TokenKind.Try: ClassParser.try_statement,
        TokenKind.Trap: ClassParser.trap_statement,
        TokenKind.Return: ClassParser.leave_statement,
        TokenKind.Exit: ClassParser.leave_statement,
        TokenKind.Throw: ClassParser.leave_statement,
        TokenKind.Break: ClassParser.jump_statement,
        TokenKind.Continue: ClassParser.jump_statement,
        TokenKind.Data: ClassParser.data_statement,
        TokenKind.Function: ClassParser.function_definition,
        TokenKind.Filter: ClassParser.function_definition,
        TokenKind.Workflow: ClassParser.function_definition,
        TokenKind.Configuration: ClassParser.configuration_definition,
        TokenKind.Class: ClassParser.class_definition,
        TokenKind.Enum: ClassParser.enum_definition,
        TokenKind.Using: ClassParser.late_using,
        TokenKind.Parallel: ClassParser.block_statement,
        TokenKind.Sequence: ClassParser.block_statement,
        TokenKind.Define: ClassParser.reserved_statement,
        TokenKind.From: ClassParser.reserved_statement,
        TokenKind.Var: ClassParser.reserved_statement,
        TokenKind.Interface: ClassParser.reserved_statement,
    }
    labelled_rules: ClassVar[Mapping[TokenKind, Callable[..., StatementAst]]] = {
        TokenKind.While: ClassParser.while_statement,
        TokenKind.Do: ClassParser.do_statement,
        TokenKind.For: ClassParser.for_statement,
        TokenKind.Foreach: ClassParser.foreach_statement,
        TokenKind.Switch: ClassParser.switch_statement,
    }

    def script(self) -> ScriptBlockAst:
        """The whole text."""
        return self.script_block(None)

    # --- script blocks ---------------------------------------------------------------------------------------------

    def script_block(
        self, opening: Token | None, *, is_filter: bool = False, first: StatementAst | None = None
    ) -> ScriptBlockAst:
        """The inside of a script (no opening brace), a function, a method or a script block."""
        commas = self.commas
        self.commas = True
        usings = self.using_statements() if opening is None else ()
        parameters = self._param_block()
        self.skip_newlines_and_semicolons()
        blocks: dict[TokenKind, NamedBlockAst] = {}
        if self._named_block_keyword() is not None:
            whole = self._named_blocks(blocks, opening)
            named: list[Ast] = [*blocks.values()]
            end = self._end_of_block(opening, named, parameters) if whole else named[-1].extent.end_offset
        else:
            kind = TokenKind.Process if is_filter else TokenKind.End
            statements, traps = self._statements(opening)
            inside: list[Ast] = [*statements, *traps]
            end = self._end_of_block(opening, inside, parameters)
            extent = self._extent_of_unnamed(opening, inside, parameters, end)
            if first is not None:
                statements = (first, *statements)
            blocks[kind] = NamedBlockAst(extent, kind, True, statements, traps)
        self.commas = commas
        start = 0 if opening is None else opening.start
        requirements = self._requirements() if opening is None and MENTIONED(self.text) else None
        return ScriptBlockAst(
            self.extent(start, end),
            using_statements=usings,
            param_block=parameters,
            dynamic_param_block=blocks.get(TokenKind.Dynamicparam),
            begin_block=blocks.get(TokenKind.Begin),
            process_block=blocks.get(TokenKind.Process),
            end_block=blocks.get(TokenKind.End),
            clean_block=blocks.get(TokenKind.Clean),
            requirements=requirements,
        )

    def _requirements(self) -> ScriptRequirements | None:
        """What the `#requires` lines ask for: each comment is read again, as a command."""
        commands: list[CommandAst] = []
        for token in [token for token in self.tokens if is_requires_line(token)]:
            with self.inside(token.start + 1, token.end, []):
                command = self.command()
            if command is not None:
                commands.append(command)
        return script_requirements(commands, self.report) if commands else None

    def _end_of_block(self, opening: Token | None, inside: list[Ast], parameters: ParamBlockAst | None) -> int:
        if opening is not None:
            return self.close_curly(opening, inside if parameters is None else [*inside, parameters])
        while (token := self.peek(COMMAND)).kind is not END_OF_INPUT:
            self.ungot = None
            self.report(token.start, token.end, "UnexpectedToken", token.text)
            self.statement_list()
        return self.length

    def _statements(self, opening: Token | None) -> tuple[tuple[StatementAst, ...], tuple[TrapStatementAst, ...]]:
        """The statements of a block without named blocks, traps apart."""
        statements, traps = self.statement_list()
        return (statements, traps) if opening is not None else self._after_unexpected(statements, traps)

    def _extent_of_unnamed(
        self, opening: Token | None, inside: list[Ast], parameters: ParamBlockAst | None, end: int
    ) -> Extent:
        """Where the block that nobody named stands, as the engine has it.

        It covers the word `param` to the last statement. Without either it goes from behind the brace to one column in
        front of the closing one, and is 0-0 where that is nothing; in a file it is 0-0.
        """
        if parameters is not None:
            inside = [parameters, *inside]
        if inside:
            start = min(node.extent.start_offset for node in inside)
            return self.extent(start, max(node.extent.end_offset for node in inside))
        start, stop = (0, 0) if opening is None else (opening.end, end - 2)
        return self.extent(start, stop) if start < stop else self.nowhere()

    def _after_unexpected(
        self, statements: tuple[StatementAst, ...], traps: tuple[TrapStatementAst, ...]
    ) -> tuple[tuple[StatementAst, ...], tuple[TrapStatementAst, ...]]:
        """A `}` or `)` that nothing opened is reported, and the script goes on behind it."""
        while (token := self.peek(COMMAND)).kind is not END_OF_INPUT:
            self.ungot = None
            self.report(token.start, token.end, "UnexpectedToken", token.text)
            more, more_traps = self.statement_list()
            statements += more
            traps += more_traps
        return statements, traps

    def _named_block_keyword(self) -> Token | None:
        token = self.peek_start()
        if token.kind is IDENTIFIER:
            kind = _NAMED_BLOCKS.get(token.value.lower())
            if kind is not None:
                token.kind = kind
                token.flags = KEYWORD
        return token if token.kind in _NAMED_BLOCK_KINDS else None

    def _named_blocks(self, blocks: dict[TokenKind, NamedBlockAst], opening: Token | None) -> bool:
        """Take the named blocks; false where something else among them ends the script block as a brace would."""
        while True:
            token = self._named_block_keyword()
            if token is None:
                following = self.peek(COMMAND)
                if following.kind is R_CURLY or following.kind is END_OF_INPUT:
                    return True
                self.report(following.start, following.end, "MissingNamedBlocks", following.text)
                if opening is not None:
                    return False
                self.sync(R_CURLY)
                return True
            self.ungot = None
            body = self.statement_block()
            if body is None:
                self.missing(token, "MissingNamedStatementBlock", token.text.lower())
                block = NamedBlockAst(token.extent, token.kind, False)
            else:
                block = NamedBlockAst(self.join(token, body), token.kind, False, body.statements, body.traps)
            if token.kind in blocks:
                extent = block.extent
                word = token.text.lower()
                self.report(extent.start_offset, extent.end_offset, "DuplicateScriptCommandClause", word)
            else:
                blocks[token.kind] = block
            self.skip_newlines_and_semicolons()

    # --- parameters ------------------------------------------------------------------------------------------------

    def _param_block(self) -> ParamBlockAst | None:
        """`[attributes] param(...)`; None, and nothing taken, where none stands."""
        before = self.mark()
        if self.ungot is None and before[0] in self.no_param_blocks:
            return None
        self.skip_newlines()
        attributes: list[AttributeBaseAst] = []
        if self.ungot is None and self.text[self.pos] == "[":
            attributes = self.attribute_list(in_expression=False)
        token = self.keyword(TokenKind.Param)
        if token is None:
            self.reset(before)
            if attributes and self.ungot is None:
                self.no_param_blocks.add(before[0])
            return None
        self.ungot = None
        self.skip_newlines()
        opening = self.peek(COMMAND)
        if opening.kind is not L_PAREN:
            self.reset(before)
            return None
        self.ungot = None
        parameters = self.parameter_list()
        self.skip_newlines()
        closing = self.peek(COMMAND)
        end = closing.end
        if closing.kind is R_PAREN:
            self.ungot = None
        else:
            end = parameters[-1].extent.end_offset if parameters else opening.end
            self.report_incomplete(end, end, "MissingEndParenthesisInFunctionParameterList")
        kept: list[AttributeAst] = []
        for attribute in attributes:
            if isinstance(attribute, AttributeAst):
                kept.append(attribute)
            else:
                extent = attribute.extent
                name = attribute.type_name.full_text
                self.report(extent.start_offset, extent.end_offset, "TypeNotAllowedBeforeParam", name)
        return ParamBlockAst(self.extent(token.start, end), tuple(kept), parameters)
