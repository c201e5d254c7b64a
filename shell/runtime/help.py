"""Help of commands: from a cmdlet's declaration, or from the comment of a function or script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from shell.language import Extent, Source, TokenKind, parse
from shell.language.tree import ConstantExpressionAst, ParameterAst, StringConstantExpressionAst
from shell.runtime.clrtype import SWITCH, ClrType
from shell.runtime.objects import Value
from shell.runtime.parameters import CommandSignature, ParameterInfo, ParameterSet

if TYPE_CHECKING:
    from shell.runtime.commandinfo import CommandInfo
    from shell.runtime.session import Runspace


@dataclass(slots=True)
class ParameterHelp:
    """One parameter's help. `position` is a number from 1 or `named`."""

    info: ParameterInfo
    description: str = ""
    required: bool = False
    position: str = "named"
    default: str = ""
    pipeline: str = "false"
    aliases: str = ""
    wildcards: bool = False

    @property
    def type_text(self) -> str:
        """The type as help shows it."""
        return help_type(self.info.type)


@dataclass(slots=True)
class CommandHelp:
    """A command's help. `written` is false where there is nothing but what the command itself tells."""

    name: str
    category: str
    signature: CommandSignature
    written: bool = True
    synopsis: str = ""
    description: str = ""
    parameters: list[ParameterHelp] = field(default_factory=list)
    inputs: list[str] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    notes: str = ""
    examples: list[tuple[str, str]] = field(default_factory=list)
    """Code and remarks of each example."""
    links: list[str] = field(default_factory=list)
    component: str = ""
    role: str = ""
    functionality: str = ""
    aliases: list[str] = field(default_factory=list)
    module: str = ""


def help_type(type: ClrType) -> str:
    """Return a type as the help of a comment shows it: its name without namespace."""
    return "SwitchParameter" if type is SWITCH else type.short_name


# --- cmdlets ---------------------------------------------------------------------------------------------------------


def cmdlet_help(info: Any, session: Runspace) -> CommandHelp:
    """Return the help of a cmdlet: its class says everything."""
    cmdlet = info.cmdlet_class
    signature = info.signature(session)
    synopsis, _, description = (cmdlet.__doc__ or "").strip().partition("\n")
    made = CommandHelp(info.name, "Cmdlet", signature, synopsis=synopsis, module=info.module_name)
    made.description = _unindented(description) or synopsis
    made.parameters = [_parameter_help(each, each.help, _default_text(each)) for each in _shown(signature)]
    for each in made.parameters:
        each.aliases = ", ".join(each.info.aliases)
    piped = {each.info.type.name for each in made.parameters if each.pipeline != "false"}
    made.inputs = sorted(piped) or ["None"]
    made.outputs = [str(each) for each in cmdlet.output_types] or ["System.Object"]
    made.examples = [(each.code, each.text) for each in cmdlet.examples]
    return made


def _unindented(text: str) -> str:
    from inspect import cleandoc

    return cleandoc(text)


def _default_text(info: ParameterInfo) -> str:
    from shell.runtime.objects import AUTOMATION_NULL, MISSING
    from shell.runtime.text import to_string

    if info.type is SWITCH:
        return "False"
    default = info.default
    if default is None or default is MISSING or default is AUTOMATION_NULL:
        return ""
    return to_string(default)


def _shown(signature: CommandSignature) -> Iterator[ParameterInfo]:
    for each in signature.parameters:
        if not each.dont_show and (not each.common or each.name in ("WhatIf", "Confirm")):
            yield each


def _parameter_help(info: ParameterInfo, description: str, default: str) -> ParameterHelp:
    membership = _main_set(info)
    made = ParameterHelp(info, description, membership.mandatory, default=default)
    if membership.position >= 0:
        made.position = str(membership.position + 1)
    ways = [
        name
        for name, takes in (("ByValue", membership.pipeline), ("ByPropertyName", membership.by_property_name))
        if takes
    ]
    if ways:
        made.pipeline = f"true ({', '.join(ways)})"
    made.wildcards = any(type(each).__name__ == "SupportsWildcardsAttribute" for each in info.attributes)
    return made


def _main_set(info: ParameterInfo) -> ParameterSet:
    return next(iter(info.sets.values()))


# --- comments --------------------------------------------------------------------------------------------------------

_DIRECTIVE = re.compile(r"^\s*\.(\w+)(?:\s+(\S.*?))?\s*$")
_LISTS = ("inputs", "outputs", "link", "example")
_TEXTS = ("synopsis", "description", "notes", "component", "role", "functionality", "externalhelp")
_NAMED = ("parameter", "forwardhelptargetname", "forwardhelpcategory", "remotehelprunspace")


@dataclass(slots=True)
class CommentHelp:
    """The sections of a help comment."""

    texts: dict[str, str] = field(default_factory=dict)
    parameters: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)


def parse_comment(lines: Sequence[str]) -> CommentHelp | None:
    """Read a comment's lines; None if its first line that is not blank is no help directive."""
    found = CommentHelp()
    section: tuple[str, str] | None = None
    body: list[str] = []

    def close() -> None:
        if section is not None:
            _store(found, section, body)

    for line in lines:
        match = _DIRECTIVE.match(line)
        if match is not None:
            name = match.group(1).lower()
            if name not in (*_LISTS, *_TEXTS, *_NAMED):
                return None
            close()
            section, body = (name, match.group(2) or ""), []
        elif section is None:
            if line.strip():
                return None
        else:
            body.append(line)
    close()
    return found if section is not None else None


def _store(found: CommentHelp, section: tuple[str, str], body: list[str]) -> None:
    name, argument = section
    text = section_text(body)
    if name == "parameter":
        found.parameters[argument.lower()] = text
    elif name in _NAMED or name == "externalhelp":
        found.texts[name] = argument
    elif name in _LISTS:
        found.lists.setdefault(name, []).append(text)
    else:
        found.texts[name] = text


def section_text(body: Sequence[str]) -> str:
    """Return the lines of a section without blank lines around and without the indentation of its first line."""
    lines = list(body)
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    if not lines:
        return ""
    indent = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(line[min(indent, len(line) - len(line.lstrip())) :].rstrip() for line in lines)


def comment_lines(text: str) -> list[str]:
    """Return the lines of a comment token without its marks."""
    if text.startswith("<#"):
        return text[2:].removesuffix("#>").splitlines()
    return [text.lstrip("#").removeprefix(" ") if text.startswith("#") else text]


def _blocks(source: Source) -> list[tuple[int, int, list[str]]]:
    """Return the comments of a source as (start, end, lines); line comments that follow each other are one."""
    found: list[tuple[int, int, list[str]]] = []
    last_line = -2
    for token in parse(source.text).tokens:
        if token.kind is not TokenKind.Comment:
            continue
        extent: Extent = token.extent
        lines = comment_lines(extent.text)
        is_line = not extent.text.startswith("<#")
        if is_line and found and extent.start_line == last_line + 1:
            start, _, known = found[-1]
            found[-1] = (start, extent.end_offset, known + lines)
        else:
            found.append((extent.start_offset, extent.end_offset, lines))
        last_line = extent.start_line if is_line else -2
    return found


def comment_of_function(outer: Extent, body: Extent) -> CommentHelp | None:
    """Return the help comment of a function: at the start or end of its body, or right before it."""
    source = outer.source
    text = source.units
    blocks = _blocks(source)
    inside = [each for each in blocks if body.start_offset <= each[0] and each[1] <= body.end_offset]
    first = [each for each in inside if not text[body.start_offset + 1 : each[0]].strip()]
    last = [each for each in inside if not text[each[1] : body.end_offset - 1].strip()]
    before = [
        each
        for each in blocks
        if each[1] <= outer.start_offset
        and not text[each[1] : outer.start_offset].strip()
        and text.count("\n", each[1], outer.start_offset) <= 2
    ]
    for candidates in (first, last[-1:], before[-1:]):
        for each in candidates:
            found = parse_comment(each[2])
            if found is not None:
                return found
    return None


def comment_of_script(source: Source) -> CommentHelp | None:
    """Return the help comment at the start or end of a script file."""
    blocks = _blocks(source)
    text = source.units
    at_start: list[list[str]] = []
    end = 0
    for start, stop, lines in blocks:
        if text[end:start].strip():
            break
        at_start.append(lines)
        end = stop
    at_end = [lines for _, stop, lines in blocks[-1:] if not text[stop:].strip()]
    for lines in (*at_start, *at_end):
        found = parse_comment(lines)
        if found is not None:
            return found
    return None


# --- functions and scripts -------------------------------------------------------------------------------------------


def block_help(info: CommandInfo, session: Runspace) -> CommandHelp:
    """Return the help of a function, filter or script file."""
    signature = info.signature(session)
    block: Any = info.script_block  # type: ignore[attr-defined]
    code = block.code
    category = info.kind
    name = info.path if info.kind == "ExternalScript" else info.name  # type: ignore[attr-defined]
    made = CommandHelp(name, category, signature, module=info.module_name)
    comment = _comment(code, info.kind)
    descriptions = _parameter_comments(code.parameters)
    if comment is None:
        made.written = False
        comment = CommentHelp()
    else:
        _fill(made, comment)
    defaults = {each.name.name.lower(): _default_source(each) for each in code.parameters}
    for each in _shown(signature):
        text = comment.parameters.get(each.key) or descriptions.get(each.key, "") or _help_message(each)
        made.parameters.append(_parameter_help(each, text, _script_default(each, defaults.get(each.key, ""))))
    return made


def _comment(code: Any, kind: str) -> CommentHelp | None:
    if kind == "ExternalScript":
        return comment_of_script(code.ast.extent.source)
    definition = code.definition
    if definition is None:
        return comment_of_script(Source(str(code.text)))
    return comment_of_function(definition.extent, definition.body.extent)


def _fill(made: CommandHelp, comment: CommentHelp) -> None:
    texts, lists = comment.texts, comment.lists
    made.synopsis = texts.get("synopsis", "")
    made.description = texts.get("description", "")
    made.notes = texts.get("notes", "")
    made.component = texts.get("component", "")
    made.role = texts.get("role", "")
    made.functionality = texts.get("functionality", "")
    made.inputs = lists.get("inputs", [])
    made.outputs = lists.get("outputs", [])
    made.links = lists.get("link", [])
    made.examples = [_split_example(each) for each in lists.get("example", [])]


_PROMPT = re.compile(r"^(?:PS(?: \S*)?|[A-Z]:\\PS)>\s*", re.IGNORECASE)


def _split_example(text: str) -> tuple[str, str]:
    """Part an example into its code, which ends at the first blank line, and its remarks."""
    lines = text.split("\n")
    end = next((place for place, line in enumerate(lines) if not line.strip()), len(lines))
    code = "\n".join(lines[:end])
    return _PROMPT.sub("", code), "\n".join(lines[end:]).strip("\n")


def _parameter_comments(parameters: Iterable[ParameterAst]) -> dict[str, str]:
    """Return the comments right before parameters of a `param` block."""
    found: dict[str, str] = {}
    listed = list(parameters)
    if not listed:
        return found
    source = listed[0].extent.source
    if "#" not in source.text:
        return found
    blocks = _blocks(source)
    for parameter in listed:
        start = parameter.extent.start_offset
        before = [each for each in blocks if each[1] <= start and not source.units[each[1] : start].strip()]
        if before and parse_comment(before[-1][2]) is None:
            found[parameter.name.name.lower()] = section_text(before[-1][2])
    return found


def _default_source(parameter: ParameterAst) -> str:
    default = parameter.default_value
    if default is None:
        return ""
    if isinstance(default, StringConstantExpressionAst):
        return default.value
    if isinstance(default, ConstantExpressionAst):
        return str(default.value)
    return default.extent.text


def _script_default(info: ParameterInfo, written: str) -> str:
    from shell.runtime.text import to_string

    if written or info.common:
        return written
    if info.type is SWITCH:
        return "False"
    initial: Value = info.initial
    return to_string(initial) if initial is not None else ""


def _help_message(info: ParameterInfo) -> str:
    return next((each.help for each in info.sets.values() if each.help), "")


def help_of(info: CommandInfo, session: Runspace) -> CommandHelp:
    """Return the help of a command."""
    target: Any = info
    if info.kind == "Alias":
        target = info.resolve()  # type: ignore[attr-defined]
    made = cmdlet_help(target, session) if target.kind == "Cmdlet" else block_help(target, session)
    made.aliases = sorted(
        each.name for each in session.commands.aliases() if each.target.lower() == target.name.lower()
    )
    return made


__all__ = [
    "CommandHelp",
    "CommentHelp",
    "ParameterHelp",
    "block_help",
    "cmdlet_help",
    "comment_of_function",
    "comment_of_script",
    "help_of",
    "help_type",
    "parse_comment",
    "section_text",
]
