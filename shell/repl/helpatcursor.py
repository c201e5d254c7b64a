"""Help at the cursor: the command that F1 shows, the parameter that Alt+H tells of, what an entry of the menu is."""

from __future__ import annotations

from typing import Protocol

from shell.engine.binding.parameters import ParameterInfo
from shell.engine.commands.command_info import CommandInfo
from shell.engine.commands.help import help_of
from shell.engine.commands.help_content import ParameterHelp
from shell.engine.session.runspace import Runspace
from shell.language import parse
from shell.language.tree import CommandAst
from shell.repl.completion.commandlookup import CommandLookup, command_name
from shell.repl.completion.cursor import Cursor
from shell.repl.completion.engine import command_at
from shell.repl.completion.hints import hint, parameter_at
from shell.repl.completion.script import Script
from shell.types.conversion.text import net_string
from shell.values.errors import NetException
from shell.values.objects import MISSING


class Match(Protocol):
    """A completion."""

    text: str
    kind: str

    @property
    def tooltip(self) -> str:
        """What completion itself tells of it."""


def command_at_cursor(text: str, cursor: int) -> str | None:
    """Return the name of the innermost command that the cursor is in or right behind; None where there is none."""
    found: CommandAst | None = None
    for node in parse(text, by_characters=True).tree.walk():
        if not isinstance(node, CommandAst) or command_name(node) is None:
            continue
        extent = node.extent
        behind = text[extent.end_offset : cursor]
        if extent.start_offset <= cursor and (cursor <= extent.end_offset or not behind.strip(" \t")):
            found = node
    return None if found is None else command_name(found)


def parameter_help(session: Runspace, text: str, cursor: int) -> str:
    """Return what is known of the parameter at the cursor, else of the command; "" where there is neither."""
    while cursor < len(text) and (text[cursor].isalnum() or text[cursor] == "-"):
        cursor += 1
    place = Cursor(text[:cursor], cursor)
    command = command_at(place)
    name = None if command is None else command_name(command)
    if command is None or name is None:
        return ""
    info = CommandLookup(session, Script(place.text)).find(name)
    parameter = parameter_at(session, command, place)
    if info is None:
        return ""
    if parameter is None:
        return _command(session, info)
    return _parameter(session, info, parameter)


def _command(session: Runspace, info: CommandInfo) -> str:
    help = help_of(info, session)
    return f"{help.name}: {help.synopsis}" if help.synopsis and help.written else ""


def _parameter(session: Runspace, info: CommandInfo, parameter: ParameterInfo) -> str:
    known = next((each for each in help_of(info, session).parameters if each.info.name == parameter.name), None)
    if known is None:
        known = ParameterHelp(parameter, parameter.help)
    heading = f"-{parameter.name}" if parameter.is_switch else f"-{parameter.name} <{known.type_text}>"
    facts = [f"required: {'yes' if known.required else 'no'}", f"position: {known.position}"]
    default = parameter.default
    if known.default:
        facts.append(f"default: {known.default}")
    elif default is not MISSING and default is not None and not callable(default) and not parameter.is_switch:
        facts.append(f"default: {net_string(default)}")
    facts.append(f"pipeline: {known.pipeline}")
    if known.aliases and known.aliases.lower() != "none":
        facts.append(f"aliases: {known.aliases}")
    lines = [heading, *(f"  {line}" for line in known.description.strip().split("\n") if line.strip())]
    return "\n".join([*lines, "  " + ", ".join(facts)])


def describe(session: Runspace, before: str, match: Match) -> str:
    """Return in a line what a completion is; `before` is the text that it stands behind."""
    try:
        if match.kind == "Command":
            info = session.commands.find(match.text)
            help = None if info is None or info.kind in ("Application", "Alias") else help_of(info, session)
            if help is not None and help.synopsis and help.written:
                return help.synopsis
        elif match.kind == "ParameterName":
            text = before + match.text
            return hint(session, text, len(text)).removeprefix(match.text).strip()
    except NetException:
        pass  # a command that cannot be read: what completion told must do
    return match.tooltip.strip().split("\n", 1)[0]


__all__ = ["command_at_cursor", "describe", "parameter_help"]
