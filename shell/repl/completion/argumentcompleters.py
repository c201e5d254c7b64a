"""Completers that scripts bring: [ArgumentCompleter()], [ArgumentCompletions()] and Register-ArgumentCompleter."""

from __future__ import annotations

from typing import Any

from shell.engine.automation.language import note_parents
from shell.engine.binding.attributes import ArgumentCompleterAttribute, ArgumentCompletionsAttribute
from shell.language.tree import (
    Ast,
    CommandAst,
    CommandParameterAst,
    ConstantExpressionAst,
    ExpressionAst,
    StringConstantExpressionAst,
)
from shell.repl.completion.commandlookup import command_name
from shell.repl.completion.inference import Inference
from shell.repl.completion.knownvalues import known_value
from shell.repl.completion.parameters import Asked
from shell.repl.completion.results import CompletionResult, value
from shell.types import type_of
from shell.types.conversion.text import to_string
from shell.types.members.access import get_member
from shell.values.errors import NetException
from shell.values.objects import Hashtable, PSObject


def scripted(inference: Inference, asked: Asked) -> list[CompletionResult] | None:
    """Return what a script's own completer offers for an argument; None where there is none, or it offers nothing."""
    word = asked.bare
    block = _registered(inference, asked)
    if block is None:
        completer = asked.parameter.completer
        if isinstance(completer, ArgumentCompletionsAttribute):
            texts = [to_string(each) for each in completer.completions]
            return [value(each, asked.quote) for each in texts if each.lower().startswith(word.lower())] or None
        if not isinstance(completer, ArgumentCompleterAttribute) or completer.script_block is None:
            return None
        block = completer.script_block
    info = inference.commands.find(asked.name)
    command_name = asked.name if info is None else info.name
    arguments = (command_name, asked.parameter.name, word, asked.command, _bound(inference, asked.command))
    note_parents(inference.script.tree)
    try:
        found = inference.session.collect(block, arguments)
    except NetException:
        return None
    return [_offered(each) for each in found if each is not None] or None


def native(inference: Inference, command: CommandAst, word: str, cursor: int) -> list[CompletionResult] | None:
    """Return what `Register-ArgumentCompleter -Native` offers for a program's argument; None where it has no completer.

    A completer for all programs (-NativeFallback) serves where the program has none of its own.
    """
    table = inference.session.state.get("argument_completers")
    name = command_name(command)
    if not table or name is None or inference.commands.find(name) is not None:
        return None
    leaf = name.replace("\\", "/").rpartition("/")[2].lower()
    for each in (name.lower(), leaf, leaf.removesuffix(".exe"), ""):
        block = table.get((each, None))
        if block is not None:
            break
    else:
        return None
    note_parents(inference.script.tree)
    try:
        found = inference.session.collect(block, (word, command, cursor))
    except NetException:
        return None
    return [_offered(each) for each in found if each is not None]


def _registered(inference: Inference, asked: Asked) -> Any:
    table = inference.session.state.get("argument_completers")
    if not table:
        return None
    info = inference.commands.find(asked.name)
    for name in (asked.name, "" if info is None else info.name, ""):
        block = table.get((name.lower(), asked.parameter.key))
        if block is not None:
            return block
    return None


def _offered(found: Any) -> CompletionResult:
    base = found.base if isinstance(found, PSObject) else found
    if type_of(base).name == "System.Management.Automation.CompletionResult":
        text = to_string(get_member(base, "CompletionText"))
        shown, tooltip = to_string(get_member(base, "ListItemText")), to_string(get_member(base, "ToolTip"))
        return CompletionResult(text, shown, to_string(get_member(base, "ResultType")), tooltip)
    text = to_string(found)
    return CompletionResult(text, text, "ParameterValue", text)


def _bound(inference: Inference, command: CommandAst) -> Hashtable:
    """Return what the command line gives its parameters, as far as it is plain values."""
    bound = Hashtable()
    signature = inference.commands.signature(command)
    if signature is None:
        return bound
    waiting: str | None = None
    for element in command.command_elements[1:]:
        if isinstance(element, CommandParameterAst):
            found = signature.candidates(element.parameter_name)
            waiting = None
            if len(found) != 1:
                continue
            if element.argument is not None:
                bound[found[0].name] = _plain(inference, element.argument)
            elif found[0].is_switch:
                bound[found[0].name] = True
            else:
                waiting = found[0].name
        elif waiting is not None:
            bound[waiting] = _plain(inference, element)
            waiting = None
    return bound


def _plain(inference: Inference, node: Ast) -> Any:
    if isinstance(node, ConstantExpressionAst | StringConstantExpressionAst):
        return node.value
    return known_value(inference.session, node) if isinstance(node, ExpressionAst) else None
