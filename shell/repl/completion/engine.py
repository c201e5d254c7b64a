"""The decision: what kind of thing stands at the cursor, and which completer knows it."""

from __future__ import annotations

from collections.abc import Callable

from shell.language import TokenKind
from shell.language.tree import (
    Ast,
    CommandAst,
    ExpressionAst,
    MemberExpressionAst,
    PipelineAst,
)
from shell.repl.completion import commands, members, operators, parameters, paths, typenames, values, variables
from shell.repl.completion.cursor import Cursor, Group
from shell.repl.completion.results import CommandCompletion, CompletionResult
from shell.runtime.session import Runspace

_INVOKERS = frozenset({TokenKind.Ampersand, TokenKind.Dot})
_VARIABLES = frozenset({TokenKind.Variable, TokenKind.SplattedVariable})
_QUOTED = frozenset({TokenKind.StringLiteral, TokenKind.StringExpandable})


def complete(session: Runspace, text: str, cursor: int) -> CommandCompletion:
    """Return the completions of a text at an offset."""
    place = Cursor(text, cursor)
    while (inner := place.inside_string()) is not None:
        place = inner
    found = _Completion(session, place).run()
    found.index += place.base
    return found


class _Completion:
    """One completion: tries each completer that could know the place, the most particular first."""

    def __init__(self, session: Runspace, place: Cursor) -> None:
        self.session = session
        self.place = place
        self.text = place.text
        self.last = place.last

    def run(self) -> CommandCompletion:
        attempts: tuple[Callable[[], CommandCompletion | None], ...] = (
            self.variable,
            self.using,
            self.attribute_argument,
            self.type_name,
            self.member,
            self.dashed,
            self.command_name,
            self.argument,
        )
        for attempt in attempts:
            found = attempt()
            if found is not None:
                return found
        return CommandCompletion(len(self.text), 0)

    # --- helpers ---

    def at(self, start: int, matches: list[CompletionResult]) -> CommandCompletion:
        """Return matches that replace everything from `start` to the cursor."""
        return CommandCompletion(start, len(self.text) - start, matches)

    def word(self) -> tuple[int, str]:
        """Return where the word at the cursor begins and the word, both empty behind a blank."""
        if self.last is None:
            return len(self.text), ""
        start = self.last.extent.start_offset
        return start, self.text[start:]

    def command(self) -> CommandAst | None:
        """Return the command at the cursor, if the statement there ends in one."""
        return command_at(self.place)

    # --- attempts ---

    def variable(self) -> CommandCompletion | None:
        last = self.last
        if last is None:
            return None
        if last.kind in _VARIABLES:
            start = last.extent.start_offset
            return self.at(start, variables.variables(self.session, self.text[start:], self.place))
        if self.text.endswith("$") and last.kind not in _QUOTED:
            return self.at(len(self.text) - 1, variables.variables(self.session, "$", self.place))
        return None

    def using(self) -> CommandCompletion | None:
        statement = self.place.statement
        if len(statement) == 2 and statement[0].text.lower() == "using" and self.last is not None:
            start, word = self.word()
            return self.at(start, operators.using_kinds(word))
        return None

    def attribute_argument(self) -> CommandCompletion | None:
        groups = self.place.groups
        if len(groups) < 2 or groups[-1].opener.kind is not TokenKind.LParen:
            return None
        bracket = groups[-2].opener
        name = groups[-1].before
        if bracket.kind is not TokenKind.LBracket or not name or not _opens_type(groups[-2], self.text):
            return None
        start, word = self.word()
        written = self.text[name[0].extent.start_offset : name[-1].extent.end_offset]
        return self.at(start, typenames.attribute_arguments(written, word))

    def type_name(self) -> CommandCompletion | None:
        groups = self.place.groups
        if not groups or groups[-1].opener.kind is not TokenKind.LBracket or not _opens_type(groups[-1], self.text):
            return None
        start = groups[-1].opener.extent.end_offset
        word = self.text[start:]
        if not word or any(not (c.isalnum() or c in "._+`") for c in word):
            return None
        return self.at(start, typenames.types(word))

    def member(self) -> CommandCompletion | None:
        dotted = self.member_expression()
        if dotted is None:
            return None
        target, start, static = dotted
        prefix = self.text[start:]
        return self.at(start, members.members(self.session, target, prefix, static, self))

    def member_expression(self) -> tuple[ExpressionAst, int, bool] | None:
        """Return the target, the start of the member's name and whether it is static, if a member stands here."""
        probe = "x" if self.text[-1:] in (".", ":") else ""
        source = Cursor(self.text + probe, len(self.text) + len(probe))
        best: tuple[ExpressionAst, int, bool] | None = None
        for node in source.tree.walk():
            if isinstance(node, MemberExpressionAst):
                start = source.start + node.member.extent.start_offset
                end = source.start + node.member.extent.end_offset
                if end == len(source.text) and self.text[start - 1 : start] in (".", ":"):
                    best = (node.expression, start, node.is_static)
        return best

    def dashed(self) -> CommandCompletion | None:
        """Complete a parameter, an option of `switch`, or an operator."""
        start, word = self.word()
        if not word or word[0] not in "-–—―":
            return None
        statement = self.place.statement
        if statement and statement[0].kind is TokenKind.Switch:
            return self.at(start, operators.switch_options(word[1:]))
        command = self.command()
        if command is not None and len(command.command_elements) > 1:
            if ":" in word:
                return None
            return self.at(start, parameters.parameters(self.session, command, word[1:]))
        if len(statement) > 1:
            return self.at(start, operators.operators(word[1:]))
        return None

    def command_name(self) -> CommandCompletion | None:
        start, word = self.word()
        last = self.last
        if last is None or last.kind in _QUOTED or word[:1] in ("-", "$", "@"):
            return None
        tokens = self.place.statement
        before = tokens[-2] if len(tokens) > 1 else None
        if before is not None and before.kind is not TokenKind.Pipe and before.kind not in _INVOKERS:
            return None
        if last.kind in _INVOKERS or last.kind is TokenKind.Pipe:
            return None
        found = commands.commands(self.session, word)
        if not found or "/" in word or "\\" in word:
            found += paths.paths(self.session, word)
        return self.at(start, found)

    def argument(self) -> CommandCompletion | None:
        command = self.command()
        if command is None:
            return None
        start, word = self.word()
        asked = parameters.argument_at(self.session, command, self.place.start, len(self.text), start, word)
        if asked is None:
            return self.at(start, paths.paths(self.session, word))
        return self.at(asked.start, values.values(self.session, asked, self))


def command_at(place: Cursor) -> CommandAst | None:
    """Return the command at the cursor, if the statement there ends in one."""
    found: tuple[Ast, ...] = ()
    for node in place.tree.walk():
        if isinstance(node, PipelineAst):
            found = node.pipeline_elements if _ends_last(node, found) else found
    last = found[-1] if found else None
    return last if isinstance(last, CommandAst) else None


def _ends_last(node: PipelineAst, found: tuple[Ast, ...]) -> bool:
    return not found or node.extent.end_offset >= found[-1].extent.end_offset


def _opens_type(group: Group, text: str) -> bool:
    """True if a `[` begins a type or an attribute: nothing that could be indexed stands right before it."""
    opener = group.opener.extent.start_offset
    return not (group.before and group.before[-1].extent.end_offset == opener)
