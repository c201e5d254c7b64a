"""Help of commands: from a cmdlet's declaration, or from the comment of a function or script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from shell.engine.binding.parameters import CommandSignature, ParameterInfo, ParameterSet
from shell.engine.commands.help_comments import (
    DEFAULT_PROMPT,
    CommentHelp,
    comment_of,
    parameter_comments,
    split_example,
    trimmed,
)
from shell.engine.commands.help_content import CommandHelp, ExampleHelp, ParameterHelp
from shell.language.tree import ConstantExpressionAst, ParameterAst, StringConstantExpressionAst
from shell.lazy import lazy
from shell.types.conversion.text import to_string
from shell.types.registry.table import SWITCH
from shell.values.errors import NotEmulatedException
from shell.values.objects import AUTOMATION_NULL, MISSING, Value

if TYPE_CHECKING:
    from shell.engine.commands import help_xml
    from shell.engine.commands.command_info import CommandInfo
    from shell.engine.session.runspace import Runspace
else:
    help_xml = lazy("shell.engine.commands.help_xml", globals())


# --- cmdlets ---------------------------------------------------------------------------------------------------------


def cmdlet_help(info: Any, session: Runspace) -> CommandHelp:
    """Return the help of a cmdlet, from its class."""
    cmdlet = info.cmdlet_class
    signature = info.signature(session)
    synopsis, *more = _paragraphs(cmdlet.__doc__ or "")
    made = CommandHelp(info.name, "Cmdlet", signature, synopsis=synopsis, module=info.module_name)
    made.description = "\n\n".join(more) or synopsis
    made.parameters = [_parameter_help(each, each.help, _default_text(each)) for each in _shown(signature)]
    for each in made.parameters:
        each.aliases = ", ".join(each.info.aliases)
    piped = {each.info.type.name for each in made.parameters if each.pipeline != "false"}
    made.inputs = sorted(piped) or ["None"]
    made.outputs = [str(each) for each in cmdlet.output_types] or ["System.Object"]
    made.examples = [ExampleHelp(DEFAULT_PROMPT, each.code, each.text) for each in cmdlet.examples]
    return made


def _paragraphs(documentation: str) -> list[str]:
    """Return the paragraphs of a docstring, each as one line, which is wrapped to the terminal's width later.

    Lines that are indented, or begin a list, keep their breaks.
    """
    from inspect import cleandoc

    found = []
    for paragraph in cleandoc(documentation).split("\n\n"):
        lines: list[str] = []
        for line in paragraph.split("\n"):
            if lines and not line.startswith((" ", "- ", "* ")):
                lines[-1] += " " + line
            else:
                lines.append(line)
        found.append("\n".join(lines))
    return found


def _default_text(info: ParameterInfo) -> str:
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


# --- functions and scripts -------------------------------------------------------------------------------------------


def block_help(info: CommandInfo, session: Runspace) -> CommandHelp:
    """Return the help of a function, filter or script file."""
    signature = info.signature(session)
    block: Any = info.script_block  # type: ignore[attr-defined]
    code = block.code
    name = info.path if info.kind == "ExternalScript" else info.name  # type: ignore[attr-defined]
    made = CommandHelp(name, info.kind, signature, module=info.module_name)
    comment = comment_of(code, is_script=info.kind == "ExternalScript")
    told: dict[str, str] = {}
    if comment is None:
        made.written = False
    else:
        written = {name: trimmed(text) for name, text in comment.parameters.items()}
        told = parameter_comments(code.parameters) | written
        _fill(made, comment)
    defaults = {each.name.name.lower(): _default_source(each) for each in code.parameters}
    for each in _shown(signature):
        text = told.get(each.key, "") or _help_message(each)
        made.parameters.append(_parameter_help(each, text, _script_default(each, defaults.get(each.key, ""))))
    return made


def _fill(made: CommandHelp, comment: CommentHelp) -> None:
    texts = {name: trimmed(text) for name, text in comment.texts.items()}
    lists = {name: [trimmed(each) for each in listed] for name, listed in comment.lists.items()}
    made.synopsis = texts.get("synopsis", "")
    made.description = texts.get("description", "")
    made.notes = texts.get("notes", "")
    made.component = texts.get("component", "")
    made.role = texts.get("role", "")
    made.functionality = texts.get("functionality", "")
    made.inputs = lists.get("inputs", [])
    made.outputs = lists.get("outputs", [])
    made.links = lists.get("link", [])
    made.examples = [ExampleHelp(*split_example(each)) for each in lists.get("example", [])]
    made.forward_to = texts.get("forwardhelptargetname", "")
    made.forward_category = texts.get("forwardhelpcategory", "")
    made.remote_runspace = texts.get("remotehelprunspace", "")
    made.external_file = texts.get("externalhelp", "")


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
    if written or info.common:
        return written
    if info.type is SWITCH:
        return "False"
    initial: Value = info.initial
    return to_string(initial) if initial is not None else ""


def _help_message(info: ParameterInfo) -> str:
    return next((each.help for each in info.sets.values() if each.help), "")


def help_of(info: CommandInfo, session: Runspace) -> CommandHelp:
    """Return the help of a command: its own, that of the command its comment forwards to, or that of a MAML file.

    Raises NotEmulatedException for help on another computer.
    """
    return _followed(info, session, frozenset())


def _followed(info: CommandInfo, session: Runspace, seen: frozenset[str]) -> CommandHelp:
    target: Any = info
    if info.kind == "Alias":
        target = info.resolve()  # type: ignore[attr-defined]
    made = cmdlet_help(target, session) if target.kind == "Cmdlet" else block_help(target, session)
    made.aliases = sorted(
        each.name for each in session.commands.aliases() if each.target.lower() == target.name.lower()
    )
    if made.remote_runspace:
        raise NotEmulatedException(
            f"The help of {made.name} is kept by another computer (.REMOTEHELPRUNSPACE {made.remote_runspace}), which"
            " is not emulated.",
            error_id="NotEmulatedRemoteHelp",
        )
    other = _forwarded(made, session) if made.forward_to else None
    if other is not None and other.name.lower() not in seen:
        return _followed(other, session, seen | {target.name.lower()})
    if made.external_file:
        help_xml.read_external_help(made, target.script_block.code.ast.extent.file, session)
    return made


def _forwarded(made: CommandHelp, session: Runspace) -> CommandInfo | None:
    """Return the command that a comment forwards to, if it is of the category that the comment names."""
    found = session.commands.find(made.forward_to)
    wanted = made.forward_category.lower()
    return found if found is not None and wanted in ("", "all", found.kind.lower()) else None


__all__ = ["block_help", "cmdlet_help", "help_of"]
