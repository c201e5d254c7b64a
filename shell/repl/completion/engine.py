"""The decision: what kind of thing stands at the cursor, and which completer knows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from shell.engine.session.runspace import Runspace
from shell.language import TokenKind
from shell.language.tree import Ast, CommandAst, ErrorExpressionAst, FileRedirectionAst, HashtableAst, PipelineAst
from shell.repl.completion import (
    argumentcompleters,
    commandnames,
    commands,
    comments,
    comparedvalues,
    filters,
    hashtables,
    members,
    operators,
    parameters,
    paths,
    typenames,
    values,
    variables,
)
from shell.repl.completion.cursor import Cursor, Group
from shell.repl.completion.inference import Inference
from shell.repl.completion.results import CommandCompletion, CompletionResult
from shell.repl.completion.script import Script, member_at_end
from shell.values.errors import NetException

_INVOKERS = frozenset({TokenKind.Ampersand, TokenKind.Dot})
_VARIABLES = frozenset({TokenKind.Variable, TokenKind.SplattedVariable})
_SIGNS = frozenset(
    {TokenKind.Comma, TokenKind.Equals, TokenKind.PlusEquals, TokenKind.Pipe, TokenKind.Redirection, TokenKind.DotDot}
)
_QUOTED = frozenset({TokenKind.StringLiteral, TokenKind.StringExpandable})


def complete(session: Runspace, text: str, cursor: int) -> CommandCompletion:
    """Return the completions of a text at an offset."""
    before = text[:cursor]
    script = Script(before)
    place = Cursor(before, len(before), tokens=script.tokens)
    commented = comments.in_comment(session, before, script.tokens)
    if commented is not None:
        return commented
    while (inner := place.inside_string()) is not None:
        place = inner
    try:
        found = _Completion(session, place, script).run()
    except NetException:  # a pattern or a declaration that is wrong as it stands: there is nothing to offer
        found = CommandCompletion(len(place.text), 0)
    found.index += place.base
    if not found.matches and before and not any(c.isspace() for c in before):
        return CommandCompletion(0, len(before))
    return found


class _Completion:
    """One completion: tries each completer that could know the place, the most particular first.

    `place` is the text of the innermost `$( )` of a string, or the whole; types are inferred from the whole `script`.
    """

    def __init__(self, session: Runspace, place: Cursor, script: Script) -> None:
        self.session = session
        self.place = place
        self.text = place.text
        self.last = place.last
        self.before = script.text
        self.inference = Inference(session, script)

    def run(self) -> CommandCompletion:
        attempts: tuple[Callable[[], CommandCompletion | None], ...] = (
            self.variable,
            self.using,
            self.filter,
            self.attribute_argument,
            self.type_name,
            self.member,
            self.key,
            self.dashed,
            self.redirection,
            self.compared,
            self.command_name,
            self.argument,
            self.text_as_path,
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
        """Return where the word at the cursor begins and the word; it is empty behind a blank, a comma, a sign."""
        if self.last is None or self.last.kind in _SIGNS:
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
        script = self.inference.script
        if last.kind in _VARIABLES:
            start = last.extent.start_offset
            return self.at(start, variables.variables(self.session, self.text[start:], script))
        if last.kind is TokenKind.StringExpandable:
            begun = variables.start_in_string(self.text, last.extent.start_offset)
            if begun is not None:
                return self.at(begun, variables.variables(self.session, self.text[begun:], script))
        if self.text.endswith("$") and last.kind not in _QUOTED:
            return self.at(len(self.text) - 1, variables.variables(self.session, "$", script))
        return None

    def using(self) -> CommandCompletion | None:
        statement = self.place.statement
        if not statement or statement[0].text.lower() != "using":
            return None
        start, word = self.word()
        written = len(statement) - (self.last is not None)
        if written == 0:
            return None
        if written == 1:
            return self.at(start, operators.using_kinds(word))
        kind = statement[1].text.lower()
        if written == 2 and kind == "namespace":
            return self.at(start, typenames.namespaces(word))
        if written != 2:
            return None
        modules = commandnames.module_names(self.inference, word) if kind == "module" else []
        return self.at(start, modules + paths.paths(self.session, word))

    def filter(self) -> CommandCompletion | None:
        """Complete a word of a filter, which looks like a block of code or a string."""
        found = filters.filter_words(self.inference, self.place)
        return None if found is None else self.at(*found)

    def attribute_argument(self) -> CommandCompletion | None:
        groups = self.place.groups
        if len(groups) < 2 or groups[-1].opener.kind is not TokenKind.LParen:
            return None
        bracket = groups[-2].opener
        name = groups[-1].before
        if bracket.kind is not TokenKind.LBracket or not name or not _opens_type(groups[-2], self.text):
            return None
        if self.last is not None and self.last.kind in _QUOTED:
            return None
        start, word = self.word()
        if any(token.kind is TokenKind.Equals for token in self.place.statement[-2:]):
            return self.at(start, [])
        written = self.text[name[0].extent.start_offset : name[-1].extent.end_offset]
        return self.at(start, typenames.attribute_arguments(written, word))

    def type_name(self) -> CommandCompletion | None:
        groups = self.place.groups
        if not groups or groups[-1].opener.kind is not TokenKind.LBracket:
            return None
        outermost = next(each for each in groups if each.opener.kind is TokenKind.LBracket)
        if not (_opens_type(groups[-1], self.text) or _opens_type(outermost, self.text)):
            return None
        start = self.last.extent.start_offset if self.last is not None else len(self.text)
        if self.last is not None and self.last.kind in (*_SIGNS, TokenKind.LBracket):
            return None
        word = self.text[start:]
        if not word or any(not (c.isalnum() or c in "._+`") for c in word):
            return None
        return self.at(start, typenames.type_names(word, self.inference.script))

    def member(self) -> CommandCompletion | None:
        found = member_at_end(self.inference.script)
        if found is None:
            return None
        script, node = found
        start = min(node.member.extent.start_offset, len(self.before))
        if isinstance(node.member, ErrorExpressionAst):
            start = len(self.before)
        inference = self.inference if script is self.inference.script else Inference(self.session, script)
        matches = members.members(inference, node.expression, self.before[start:], static=node.is_static)
        return self.at(start - self.place.base, matches)

    def key(self) -> CommandCompletion | None:
        """Complete a key of a hash table: where one opened and neither a key nor a value is under way."""
        groups = self.place.groups
        if not groups or groups[-1].opener.kind is not TokenKind.AtCurly:
            return None
        statement = self.place.statement
        if len(statement) > 1 or (statement and self.last is None):
            return None
        begins = groups[-1].opener.extent.start_offset + self.place.base
        nodes = self.inference.script.nodes
        table = next((each for each in nodes if isinstance(each, HashtableAst) and _begins_at(each, begins)), None)
        if table is None:
            return None
        start, word = self.word()
        return self.at(start, hashtables.keys(self.inference, table, word))

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
            offered = self._of_program(command, start, word)
            if offered is not None:
                return offered
            if ":" in word:
                return None
            return self.at(start, parameters.parameters(self.inference.commands, command, word[1:]))
        if len(statement) > 1:
            return self.at(start, operators.operators(word[1:]))
        return None

    def redirection(self) -> CommandCompletion | None:
        """Complete the file that a redirection names."""
        if self.inference.script.around_end(FileRedirectionAst) is None:
            return None
        start, word = self.word()
        return self.at(start, paths.paths(self.session, word))

    def compared(self) -> CommandCompletion | None:
        start, word = self.word()
        if word and not (word[0] in "'\"" or word.isalnum()):
            return None
        found = comparedvalues.compared_values(self.inference, word)
        return None if found is None else self.at(start, found)

    def command_name(self) -> CommandCompletion | None:
        start, word = self.word()
        last = self.last
        if last is None or not word or last.kind in _QUOTED or word[0] in "-$@":
            return None
        tokens = self.place.statement
        before = tokens[-2] if len(tokens) > 1 else None
        if before is not None and before.kind not in _STARTERS and before.kind not in _INVOKERS:
            return None
        if last.kind in _INVOKERS or last.kind in _STARTERS:
            return None
        found = commands.commands(self.session, word, script=self.inference.script)
        if not found or "/" in word or "\\" in word:
            found += paths.paths(self.session, word)
        return self.at(start, found)

    def argument(self) -> CommandCompletion | None:
        command = self.command()
        if command is None or self.place.statement[-1].kind is TokenKind.Pipe:
            return None
        start, word = self.word()
        offered = self._of_program(command, start, word)
        if offered is not None:
            return offered
        lookup = self.inference.commands
        taking = parameters.arguments_at(lookup, command, self.place.start, len(self.text), start, word)
        written = self.inference.script.around_end(CommandAst) or command
        found: list[CompletionResult] | None = None
        for asked in taking:
            found = values.values(self.inference, replace(asked, command=written))
            if found:
                return self.at(asked.start, found)
        if taking and found is not None:
            return self.at(taking[0].start, found)
        return self.at(start, paths.paths(self.session, word))

    def _of_program(self, command: CommandAst, start: int, word: str) -> CommandCompletion | None:
        written = self.inference.script.around_end(CommandAst) or command
        found = argumentcompleters.native(self.inference, written, word, len(self.text))
        return None if found is None else self.at(start, found)

    def text_as_path(self) -> CommandCompletion | None:
        """Complete a text in quotes, wherever it stands, as a path."""
        if self.last is None or self.last.kind not in _QUOTED:
            return None
        start, word = self.word()
        return self.at(start, paths.paths(self.session, word))


_STARTERS = frozenset({TokenKind.Pipe, TokenKind.Equals, TokenKind.PlusEquals, TokenKind.Return})
"""The tokens that a command may follow within a statement."""


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


def _begins_at(node: Ast, offset: int) -> bool:
    return node.extent.start_offset == offset


def _opens_type(group: Group, text: str) -> bool:
    """True if a `[` begins a type or an attribute: nothing that could be indexed stands right before it."""
    opener = group.opener.extent.start_offset
    return not (group.before and group.before[-1].extent.end_offset == opener)
