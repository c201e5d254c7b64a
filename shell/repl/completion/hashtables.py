"""Keys of hash tables: those that the command, the parameter, the type or the splatting around them knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shell.engine.binding.parameters import CommandSignature, ParameterInfo
from shell.language.tree import (
    AssignmentStatementAst,
    Ast,
    CommandAst,
    CommandParameterAst,
    ConvertExpressionAst,
    HashtableAst,
    StringConstantExpressionAst,
    VariableExpressionAst,
)
from shell.repl.completion.commandlookup import command_name
from shell.repl.completion.inference import Inference, Inferred
from shell.repl.completion.membertypes import type_members
from shell.repl.completion.results import CompletionResult, prefixed

_CALCULATED: Final = {
    "select-object": "Name Expression",
    "sort-object": "Expression Ascending Descending",
    "group-object": "Expression",
    "compare-object": "Expression",
    "format-custom": "Expression Depth",
    "format-list": "Expression FormatString Label",
    "format-table": "Expression FormatString Label Width Alignment",
    "format-wide": "Expression FormatString",
}
"""The keys of a calculated property, by command."""

_EDITS: Final = ("Add", "Remove")
"""The keys with which Exchange changes a property that has several values."""


def keys(inference: Inference, table: HashtableAst, word: str) -> list[CompletionResult]:
    """Return the keys that a hash table can still take."""
    written = {
        key.value.lower()
        for key, _ in table.pairs
        if isinstance(key, StringConstantExpressionAst) and key.extent.end_offset != len(inference.script.text)
    }
    free = {name: tooltip for name, tooltip in _known(inference, table) if name.lower() not in written}
    return prefixed(free, word, lambda name: CompletionResult(name, name, "Property", free[name]))


def _known(inference: Inference, table: HashtableAst) -> Iterator[tuple[str, str]]:
    script = inference.script
    for owner in script.owners(table):
        if isinstance(owner, ConvertExpressionAst):
            for each in inference.of(owner):
                yield from _settable(inference, each)
            return
        if isinstance(owner, CommandAst):
            yield from _of_command(inference, owner, table)
            return
        if isinstance(owner, AssignmentStatementAst):
            if isinstance(owner.left, ConvertExpressionAst):
                for each in inference.of(owner.left):
                    yield from _settable(inference, each)
            elif isinstance(owner.left, VariableExpressionAst):
                yield from _splatted(inference, owner.left.name)
            return


def _settable(inference: Inference, inferred: Inferred) -> Iterator[tuple[str, str]]:
    for member in type_members(inference, inferred, static=False):
        if not member.is_method and "set;" in member.tooltip:
            yield member.name, member.tooltip


def _of_command(inference: Inference, command: CommandAst, table: HashtableAst) -> Iterator[tuple[str, str]]:
    name = command_name(command)
    info = None if name is None else inference.commands.find(name)
    if info is None:
        return
    calculated = _CALCULATED.get(info.name.lower())
    if calculated is not None:
        yield from ((each, each) for each in calculated.split())
        return
    signature = inference.commands.signature(command)
    parameter = None if signature is None else _parameter_of(command, table, signature)
    if parameter is not None and "MultiValuedProperty" in parameter.type.name:
        yield from ((each, each) for each in _EDITS)


def _parameter_of(command: CommandAst, table: Ast, signature: CommandSignature) -> ParameterInfo | None:
    """The parameter whose argument begins where a hash table does."""
    before: CommandParameterAst | None = None
    for element in command.command_elements[1:]:
        if isinstance(element, CommandParameterAst):
            before = element
            continue
        if element.extent.start_offset <= table.extent.start_offset < max(element.extent.end_offset, 1):
            found = signature.candidates(before.parameter_name) if before is not None else []
            return found[0] if len(found) == 1 else None
        before = None
    return None


def _splatted(inference: Inference, variable: str) -> Iterator[tuple[str, str]]:
    """The parameters of the commands that a variable is splatted into, anywhere before the cursor or behind it."""
    for node in inference.script.nodes:
        if not isinstance(node, CommandAst):
            continue
        for element in node.command_elements:
            if isinstance(element, VariableExpressionAst) and element.splatted:
                if element.name.lower() != variable.lower():
                    continue
                signature = inference.commands.signature(node)
                for parameter in signature.parameters if signature is not None else ():
                    yield parameter.name, f"[{parameter.type.accelerator}] {parameter.name}"
