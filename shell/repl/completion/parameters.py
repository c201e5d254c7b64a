"""Parameter names, and which parameter the argument at the cursor belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from shell.language.tree import CommandAst, CommandParameterAst, StringConstantExpressionAst
from shell.repl.completion.results import CompletionResult, type_text
from shell.runtime.parameters import CommandSignature, ParameterInfo
from shell.runtime.session import Runspace


@dataclass(frozen=True, slots=True)
class Asked:
    """An argument at the cursor: its parameter, where its word begins, the word."""

    command: str
    parameter: ParameterInfo
    start: int
    word: str


def signature_of(session: Runspace, command: CommandAst) -> CommandSignature | None:
    """Return the signature of the command that a tree names, or None where nobody knows it."""
    name = command.command_elements[0]
    if not isinstance(name, StringConstantExpressionAst):
        return None
    info = session.commands.find(name.value)
    return None if info is None or info.kind == "Application" else info.signature(session)


def _given(signature: CommandSignature, command: CommandAst, until: int) -> tuple[set[str], int, int]:
    """Return the parameters given by name before an offset, the positional arguments, and the mask of the sets left."""
    given: set[str] = set()
    positional, mask = 0, signature.all_sets_mask
    waiting = False
    for element in command.command_elements[1:]:
        if element.extent.start_offset >= until:
            break
        if isinstance(element, CommandParameterAst):
            found = signature.candidates(element.parameter_name)
            waiting = len(found) == 1 and element.argument is None and not found[0].is_switch
            if len(found) == 1:
                given.add(found[0].key)
                if not found[0].in_all:
                    mask &= found[0].mask
        elif waiting:
            waiting = False
        else:
            positional += 1
    return given, positional, mask


def parameters(session: Runspace, command: CommandAst, prefix: str) -> list[CompletionResult]:
    """Return the parameters that begin with a prefix and can still be given."""
    signature = signature_of(session, command)
    if signature is None:
        return []
    last = command.command_elements[-1]
    given, _, mask = _given(signature, command, last.extent.start_offset)
    return [
        CompletionResult(f"-{each.name}", each.name, "ParameterName", f"[{type_text(each.type)}] {each.name}")
        for each in signature.parameters
        if each.key.startswith(prefix.lower())
        and each.key not in given
        and not each.dont_show
        and (each.in_all or each.mask & mask)
    ]


def argument_at(session: Runspace, command: CommandAst, base: int, end: int, start: int, word: str) -> Asked | None:
    """Return which parameter the word at the cursor belongs to. `base` is where the command's text begins."""
    signature = signature_of(session, command)
    if signature is None:
        return None
    name = command.command_elements[0].extent.text
    elements = command.command_elements
    last = elements[-1]
    if isinstance(last, CommandParameterAst):
        found = signature.candidates(last.parameter_name)
        hangs_on = ":" in last.extent.text and base + last.extent.end_offset == end
        if len(found) == 1 and (hangs_on or not found[0].is_switch):
            written = word.partition(":")[2] if hangs_on else word
            return Asked(name, found[0], end - len(written), written)
    if word and len(elements) > 2:
        before = elements[-2]
        if isinstance(before, CommandParameterAst) and before.argument is None:
            found = signature.candidates(before.parameter_name)
            if len(found) == 1 and not found[0].is_switch:
                return Asked(name, found[0], start, word)
    given, positional, mask = _given(signature, command, start - base)
    free = [
        (membership.position, each)
        for each in signature.parameters
        if each.key not in given
        for membership in each.matching(mask)
        if membership.position >= 0
    ]
    ordered = [each for _, each in sorted(free, key=lambda pair: pair[0])]
    return Asked(name, ordered[positional], start, word) if positional < len(ordered) else None
