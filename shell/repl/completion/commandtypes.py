"""What commands write: the types that they declare, and what follows from their arguments and their input."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from shell.engine.commands.command_info import CmdletInfo, CommandInfo, FunctionInfo
from shell.engine.session.runspace import Runspace
from shell.language.tree import (
    ArrayLiteralAst,
    Ast,
    CommandAst,
    CommandParameterAst,
    ConstantExpressionAst,
    FunctionDefinitionAst,
    HashtableAst,
    ScriptBlockExpressionAst,
    StringConstantExpressionAst,
    TypeExpressionAst,
)
from shell.lazy import lazy
from shell.repl.completion.commandlookup import command_name, function_of_script
from shell.repl.completion.inference import Inference, Inferred, Note, Types, named_type, of_type, unique
from shell.repl.completion.membertypes import type_members, types_named
from shell.repl.completion.variabletypes import piped_into
from shell.types import OBJECT, PS_OBJECT, ClrType

if TYPE_CHECKING:
    from cmdlets import written_members as cmdlets_written_members
else:
    cmdlets_written_members = lazy("cmdlets.written_members", globals(), "cmdlets_written_members")


def command_types(inference: Inference, command: CommandAst) -> Types:
    """Return the types of what a command writes."""
    name = command_name(command)
    if name is None:
        return _called_block(inference, command)
    info = inference.commands.find(name)
    rule = _RULES.get((info.name if info is not None else name).lower())
    if rule is not None:
        return rule(inference, command)
    written = function_of_script(inference.script, name)
    if written is not None:
        return _declared_in(inference, written)
    return () if info is None else tuple(_declared(inference.session, info))


def declared_types(inference: Inference, info: CommandInfo) -> Types:
    """Return the types that a command says it writes."""
    return tuple(_declared(inference.session, info))


def _called_block(inference: Inference, command: CommandAst) -> Types:
    """`& { ... }`."""
    block = command.command_elements[0]
    return _block_outputs(inference, block) if isinstance(block, ScriptBlockExpressionAst) else ()


def _block_outputs(inference: Inference, block: ScriptBlockExpressionAst) -> Types:
    body = block.script_block
    found: list[Inferred] = []
    for part in (body.begin_block, body.process_block, body.end_block):
        if part is not None:
            found += inference.outputs(part.statements)
    return unique(found)


def _declared(session: Runspace, info: CommandInfo) -> list[Inferred]:
    if isinstance(info, CmdletInfo):
        made: Callable[[Any], ClrType | None] | None = getattr(info.cmdlet_class, "written_type", None)
        if made is not None:
            written = made(session)
            return [] if written is None else [of_type(written)]
        names = _told(session, info.name) if not info.cmdlet_class.output_types else ()
        if names:
            return [Inferred(OBJECT.name, OBJECT, notes=tuple(Note(name) for name in names))]
        return [named_type(name) for name in info.cmdlet_class.output_types]
    if isinstance(info, FunctionInfo):
        return [named_type(each.name) for each in info.output_type]
    return []


def _told(session: Runspace, command: str) -> tuple[str, ...]:
    """The properties of what a cmdlet of the lab writes without declaring a type."""
    organization = session.organization
    return (
        () if organization is None else cmdlets_written_members.written_members(command, organization.profile.version)
    )


def _declared_in(inference: Inference, function: FunctionDefinitionAst) -> Types:
    block = function.body.param_block
    found: list[Inferred] = []
    for attribute in block.attributes if block is not None else ():
        if attribute.type_name.name.lower() in ("outputtype", "outputtypeattribute"):
            for argument in attribute.positional_arguments:
                written = _type_argument(argument)
                found += inference.named(written) if written is not None else ()
    return tuple(found)


def _type_argument(argument: Ast) -> str | None:
    if isinstance(argument, TypeExpressionAst):
        return argument.type_name.extent.text
    return argument.value if isinstance(argument, StringConstantExpressionAst) else None


# --- arguments ---


def argument_of(command: CommandAst, name: str, position: int | None = None) -> Ast | None:
    """Return the argument of a parameter by an unambiguous beginning of its name, or by position."""
    positional: list[Ast] = []
    waiting = ""
    for element in command.command_elements[1:]:
        if isinstance(element, CommandParameterAst):
            waiting = element.parameter_name.lower()
            if element.argument is not None:
                if name.lower().startswith(waiting):
                    return element.argument
                waiting = ""
        elif waiting:
            if name.lower().startswith(waiting):
                return element
            waiting = ""
        else:
            positional.append(element)
    return positional[position] if position is not None and position < len(positional) else None


def _words(argument: Ast | None) -> list[str]:
    """The names in an argument: one, or several with commas; the names of calculated properties too."""
    if argument is None:
        return []
    elements = argument.elements if isinstance(argument, ArrayLiteralAst) else (argument,)
    found = []
    for each in elements:
        if isinstance(each, StringConstantExpressionAst | ConstantExpressionAst):
            found.append(str(each.value))
        elif isinstance(each, HashtableAst):
            found += [
                value.extent.text.strip("'\"")
                for key, value in each.pairs
                if isinstance(key, StringConstantExpressionAst) and "name".startswith(key.value.lower())
            ]
    return found


# --- commands whose output follows from something else ---


def _same(inference: Inference, command: CommandAst) -> Types:
    given = argument_of(command, "InputObject")
    if given is not None:
        return inference.enumerated(inference.of(given))
    return piped_into(inference, command) or ()


def _for_each(inference: Inference, command: CommandAst) -> Types:
    found: list[Inferred] = []
    for element in command.command_elements[1:]:
        block = element.argument if isinstance(element, CommandParameterAst) else element
        if isinstance(block, ScriptBlockExpressionAst):
            found += _block_outputs(inference, block)
    member = argument_of(command, "MemberName", 0)
    if isinstance(member, StringConstantExpressionAst):
        found += types_named(inference, piped_into(inference, command) or (), member.value, static=False)
    return unique(found)


def _select(inference: Inference, command: CommandAst) -> Types:
    source = _same(inference, command)
    expanded = argument_of(command, "ExpandProperty")
    if isinstance(expanded, StringConstantExpressionAst):
        return inference.enumerated(types_named(inference, source, expanded.value, static=False))
    names = _words(argument_of(command, "Property", 0))
    if not names or any("*" in name for name in names):
        return source
    known = {
        member.name.lower(): member
        for each in source
        for member in type_members(inference, each, static=False)
        if not member.is_method
    }
    notes = tuple(
        Note(member.name, member.types) if (member := known.get(name.lower())) is not None else Note(name)
        for name in names
    )
    return (replace(of_type(PS_OBJECT), notes=notes),)


def _group(inference: Inference, command: CommandAst) -> Types:
    elements = piped_into(inference, command) or ()
    group = replace(named_type("System.Collections.ObjectModel.Collection[psobject]"), elements=elements)
    return (replace(named_type("Microsoft.PowerShell.Commands.GroupInfo"), notes=(Note("Group", (group,)),)),)


def _new_object(inference: Inference, command: CommandAst) -> Types:
    written = argument_of(command, "TypeName", 0)
    return inference.named(written.value) if isinstance(written, StringConstantExpressionAst) else ()


_RULES: Final[dict[str, Callable[[Inference, CommandAst], Types]]] = {
    "foreach-object": _for_each,
    "group-object": _group,
    "new-object": _new_object,
    "select-object": _select,
    "sort-object": _same,
    "tee-object": _same,
    "where-object": _same,
    "get-unique": _same,
    "write-output": lambda inference, command: (
        inference.enumerated(inference.of(given))
        if (given := argument_of(command, "InputObject", 0)) is not None
        else piped_into(inference, command) or ()
    ),
}
