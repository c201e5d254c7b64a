"""Parameter names, and which parameter the argument at the cursor belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shell.engine.binding.parameters import CommandSignature, ParameterInfo
from shell.language.tree import CommandAst, CommandElementAst, CommandParameterAst, ScriptBlockExpressionAst
from shell.repl.completion.commandlookup import CommandLookup
from shell.repl.completion.results import CompletionResult, type_text


@dataclass(frozen=True, slots=True)
class Asked:
    """An argument at the cursor: its command and parameter, where its word begins, the word."""

    command: CommandAst
    name: str
    parameter: ParameterInfo
    start: int
    word: str

    @property
    def quote(self) -> str:
        """The quote that the word begins with, or nothing."""
        return self.word[0] if self.word[:1] in ("'", '"') else ""

    @property
    def bare(self) -> str:
        """The word without its quotes."""
        return self.word.strip("'\"")


@dataclass(slots=True)
class _Given:
    """What a command has been given before a place: parameters by name, arguments by position, the sets still possible.

    Of each argument by position it is known whether it is a block.
    """

    names: set[str]
    are_blocks: list[bool]
    mask: int

    def take(self, parameter: ParameterInfo) -> None:
        """Note a parameter; the sets that it is not in are out."""
        self.names.add(parameter.key)
        if not parameter.in_all and self.mask & parameter.mask:
            self.mask &= parameter.mask


def _given(signature: CommandSignature, command: CommandAst, until: int) -> _Given:
    given = _Given(set(), [], signature.all_sets_mask)
    waiting = False
    for element in command.command_elements[1:]:
        if element.extent.start_offset >= until or _is_current(element, until):
            break
        if isinstance(element, CommandParameterAst):
            found = signature.candidates(element.parameter_name)
            waiting = len(found) == 1 and element.argument is None and not found[0].is_switch
            if len(found) == 1:
                given.take(found[0])
        elif waiting:
            waiting = False
        else:
            given.are_blocks.append(isinstance(element, ScriptBlockExpressionAst))
    return given


def _by_position(signature: CommandSignature, given: _Given) -> list[list[ParameterInfo]]:
    """The parameters that take the positional arguments, in their order; at each place those of all sets."""
    places: dict[int, dict[str, ParameterInfo]] = {}
    for each in signature.parameters:
        if each.key in given.names:
            continue
        for membership in each.matching(given.mask):
            if membership.position >= 0:
                places.setdefault(membership.position, {})[each.key] = each
    default = signature.default_mask
    ordered = []
    for place in sorted(places):
        taking = list(places[place].values())
        ordered.append(sorted(taking, key=lambda each: not (each.in_all or each.mask & default)))
    return ordered


def _left_by_position(signature: CommandSignature, given: _Given) -> list[list[ParameterInfo]]:
    """Take the positional arguments that were given; return the places behind them, as `_by_position`."""
    places = _by_position(signature, given)
    passed = 0
    for is_block in given.are_blocks:
        if passed == len(places):
            break
        fitting = _fitting(places[passed], is_block)
        if len(fitting) == 1:
            given.take(fitting[0])
            places = _by_position(signature, given)
        else:
            passed += 1
    return places[passed:]


def _fitting(place: list[ParameterInfo], is_block: bool) -> list[ParameterInfo]:
    """Of the parameters at a place return those for blocks where one is given, else the others; all if none fits."""
    return [each for each in place if type_text(each.type).startswith("scriptblock") == is_block] or place


def parameters(lookup: CommandLookup, command: CommandAst, prefix: str) -> list[CompletionResult]:
    """Return the parameters that begin with a prefix and can still be given; those that all commands have come last.

    An alias is offered where the name does not begin with the prefix.
    """
    signature = lookup.signature(command)
    if signature is None:
        return []
    given = _given(signature, command, command.command_elements[-1].extent.start_offset)
    _left_by_position(signature, given)
    own: list[CompletionResult] = []
    common: list[CompletionResult] = []
    for each in signature.parameters:
        if each.key not in given.names and (each.in_all or each.mask & given.mask) and not each.dont_show:
            (common if each.common else own).extend(_named(each, prefix.lower()))
    return own + common


def _named(parameter: ParameterInfo, prefix: str) -> Iterator[CompletionResult]:
    names = (parameter.name,) if parameter.key.startswith(prefix) else parameter.aliases if prefix else ()
    for name in names:
        if name.lower().startswith(prefix):
            tooltip = f"[{type_text(parameter.type)}] {name}"
            yield CompletionResult(f"-{name}", name, "ParameterName", tooltip)


def arguments_at(lookup: CommandLookup, command: CommandAst, base: int, end: int, start: int, word: str) -> list[Asked]:
    """Return which parameters the word at the cursor can belong to, the likeliest first.

    `base` is where the command's text begins. More than one can take a positional argument, each in another set; that
    of the default set is the likeliest.
    """
    signature = lookup.signature(command)
    if signature is None:
        return []
    name = command.command_elements[0].extent.text
    elements = command.command_elements
    last = elements[-1]
    if isinstance(last, CommandParameterAst):
        found = signature.candidates(last.parameter_name)
        hangs_on = ":" in last.extent.text and base + last.extent.end_offset == end
        if len(found) == 1 and (hangs_on or not found[0].is_switch):
            written = word.partition(":")[2] if hangs_on and word.startswith("-") else word
            return [Asked(command, name, found[0], end - len(written), written)]
    before = elements[-2] if len(elements) > 2 and _is_current(last, start - base) else None
    if isinstance(before, CommandParameterAst) and before.argument is None:
        found = signature.candidates(before.parameter_name)
        if len(found) == 1 and not found[0].is_switch:
            return [Asked(command, name, found[0], start, word)]
    taking = _taking_next(signature, _given(signature, command, start - base), word.startswith("{"))
    return [Asked(command, name, each, start, word) for each in taking]


def _is_current(element: CommandElementAst, at: int) -> bool:
    """True for the argument in which a place is: within it, or behind the comma in which it ends so far."""
    return element.extent.end_offset > at or element.extent.text.rstrip().endswith(",")


def _taking_next(signature: CommandSignature, given: _Given, is_block: bool) -> list[ParameterInfo]:
    """The parameters that can take the next positional argument."""
    places = _left_by_position(signature, given)
    if places:
        return _fitting(places[0], is_block)
    return [each for each in signature.parameters if each.takes_remaining][:1]
