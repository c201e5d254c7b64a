"""The hint line: what is known of the parameter at the cursor, from its declaration."""

from __future__ import annotations

from shell.engine.binding.parameters import ParameterInfo
from shell.engine.session.runspace import Runspace
from shell.language.tree import CommandAst, CommandParameterAst, ScriptBlockExpressionAst
from shell.repl.completion.commandlookup import CommandLookup
from shell.repl.completion.cursor import Cursor
from shell.repl.completion.engine import command_at
from shell.repl.completion.parameters import arguments_at
from shell.repl.completion.results import type_text
from shell.repl.completion.script import Script
from shell.types.conversion.text import net_string
from shell.values.objects import MISSING


def hint(session: Runspace, text: str, offset: int) -> str:
    """Return one line about the parameter at a place in a text: its type, default and help; "" where there is none."""
    place = Cursor(text, offset)
    command = command_at(place)
    if command is None:
        return ""
    parameter = parameter_at(session, command, place)
    return "" if parameter is None else _describe(parameter)


def parameter_at(session: Runspace, command: CommandAst, place: Cursor) -> ParameterInfo | None:
    """Return the parameter that stands at the end of a text, or whose value does; None where there is none."""
    last = command.command_elements[-1]
    lookup = CommandLookup(session, Script(place.text))
    if isinstance(last, CommandParameterAst) and place.last is not None:
        signature = lookup.signature(command)
        found = signature.candidates(last.parameter_name) if signature is not None else []
        return found[0] if len(found) == 1 else None
    start = len(place.text) if place.last is None else place.last.extent.start_offset
    if isinstance(last, ScriptBlockExpressionAst) and place.start + last.extent.end_offset == len(place.text):
        start = place.start + last.extent.start_offset
    if place.text[start : start + 1] == "-":
        return None
    taking = arguments_at(lookup, command, place.start, len(place.text), start, place.text[start:])
    return taking[0].parameter if taking else None


def _describe(parameter: ParameterInfo) -> str:
    parts = [f"-{parameter.name}" if parameter.is_switch else f"-{parameter.name} <{type_text(parameter.type)}>"]
    default = parameter.default
    if default is not MISSING and default is not None and not callable(default) and not parameter.is_switch:
        parts.append(f"default {net_string(default)}")
    if parameter.help:
        parts.append(parameter.help)
    return "  ".join(parts)
