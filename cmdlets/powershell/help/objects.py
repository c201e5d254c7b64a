"""The objects that Get-Help writes: a command's help with all its parts, a parameter, a row of a list."""

from __future__ import annotations

import re
from typing import Any, Final

from cmdlets.powershell.help.layout import example_title, syntax_text
from shell.engine.commands.help_content import CommandHelp, ExampleHelp, ParameterHelp
from shell.engine.commands.metadata import set_members, set_names
from shell.engine.commands.syntax import display_order
from shell.types.conversion.text import to_string
from shell.types.registry.enumeration import enum_members
from shell.types.registry.table import PS_CUSTOM_OBJECT, SWITCH
from shell.values.objects import PSCustomObject, PSObject, Value

_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S+")
_BLANKS_BEHIND_EXAMPLE: Final = 4


class HelpData:
    """What is behind an object of Get-Help: what its text is made of, and the parameter that is shown alone."""

    clr_type = PS_CUSTOM_OBJECT

    def __init__(self, help: CommandHelp, members: dict[str, Any], parameter: ParameterHelp | None = None) -> None:
        self.help = help
        self.members = members
        self.parameter = parameter

    def __str__(self) -> str:
        return to_string(PSCustomObject(self.members))


def _carrier(
    help: CommandHelp, type_name: str, members: dict[str, Any], parameter: ParameterHelp | None = None
) -> PSObject:
    """Return an object with properties that shows as help."""
    return PSObject(HelpData(help, members, parameter), members, [type_name, "HelpInfo"])


def _part(help: CommandHelp, part: str, /, **members: Value) -> PSObject:
    """Return a part of a help object, which shows as that part of its text."""
    return _carrier(help, f"{_family(help)}#{part}", members)


def _object(**members: Value) -> PSCustomObject:
    return PSCustomObject(members)


def _family(help: CommandHelp) -> str:
    return "MamlCommandHelpInfo" if help.written else "ExtendedCmdletHelpInfo"


def _paragraph(text: str) -> PSCustomObject:
    return PSCustomObject({"Text": text}, ["MamlParaTextItem", "MamlTextItem", "System.Object"])


def _paragraphs(text: str) -> list[Value]:
    return [_paragraph(text)] if text else []


def _link_object(text: str) -> PSCustomObject:
    """A link is an address or a name."""
    return _object(uri=text) if is_address(text) else _object(linkText=text)


def _parameter_members(each: ParameterHelp, *, in_syntax: bool = False) -> dict[str, Value]:
    """Return what is known of a parameter; a syntax does not repeat its type and default, nor that a switch is one."""
    members: dict[str, Value] = {
        "description": _paragraphs(each.description),
        "name": each.info.name,
        "required": "true" if each.required else "false",
        "globbing": "true" if each.wildcards else "false",
        "pipelineInput": each.pipeline,
        "position": each.position,
        "aliases": each.aliases,
    }
    if not in_syntax:
        members["type"] = _object(name=each.type_text)
        members["defaultValue"] = each.default or None
    if each.info.type.is_enum:
        members["parameterValueGroup"] = _object(parameterValue=list(enum_members(each.info.type)))
    elif not (in_syntax and each.info.type is SWITCH):
        members["parameterValue"] = each.type_text
    return members


def parameter_object(help: CommandHelp, each: ParameterHelp) -> PSObject:
    """Return the object of `Get-Help X -Parameter y`."""
    return _carrier(help, f"{_family(help)}#parameter", _parameter_members(each), each)


def _syntax_object(help: CommandHelp) -> Value:
    items: list[Value] = []
    by_name = {each.info.name: each for each in help.parameters}
    for name in set_names(help.signature):
        order = display_order(set_members(help.signature, name))
        listed = [
            PSCustomObject(_parameter_members(by_name[info.name], in_syntax=True))
            for info, _ in order
            if info.name in by_name
        ]
        item = {"name": help.name, "CommonParameters": help.signature.advanced, "parameter": listed}
        if help.written:
            item = {"name": help.name, "parameter": listed}
        items.append(PSCustomObject(item))
    return _part(help, "syntax", syntaxItem=items) if help.written else _object(syntaxItem=items)


def _example_object(number: int, each: ExampleHelp) -> Value:
    return _object(
        title=example_title(number),
        introduction=[_paragraph(each.prompt)],
        code=each.code,
        remarks=[_paragraph(each.remarks)] + [_paragraph("") for _ in range(_BLANKS_BEHIND_EXAMPLE)],
    )


def help_object(help: CommandHelp, view: str = "") -> PSObject:
    """Return the object that Get-Help writes; `view` is FullView, DetailedView, ExamplesView or nothing.

    A section that nobody wrote is no property.
    """
    family = _family(help)
    return _carrier(help, f"{family}#{view}" if view else family, _written(help) if help.written else _plain(help))


def _written(help: CommandHelp) -> dict[str, Value]:
    members: dict[str, Value] = {
        "details": _part(help, "details", name=help.name, description=_paragraphs(help.synopsis))
    }
    if help.description:
        members["description"] = _paragraphs(help.description)
    members["Syntax"] = _syntax_object(help)
    members["parameters"] = _part(
        help, "parameters", parameter=[parameter_object(help, each) for each in help.parameters]
    )
    if help.inputs:
        members["inputTypes"] = _object(inputType=[_object(type=_object(name=each)) for each in help.inputs])
    if help.outputs:
        members["returnValues"] = _object(returnValue=[_object(type=_object(name=each)) for each in help.outputs])
    if help.notes:
        members["alertSet"] = _object(alert=_paragraphs(help.notes))
    if help.examples:
        made = [_example_object(number, each) for number, each in enumerate(help.examples, 1)]
        members["examples"] = _part(help, "examples", example=made)
    if help.links:
        members["relatedLinks"] = _object(navigationLink=[_link_object(each) for each in help.links])
    return members | _common_members(help, help.synopsis)


def _plain(help: CommandHelp) -> dict[str, Value]:
    """What a command without help tells of itself."""
    return {
        "details": _object(name=help.name),
        "Syntax": _syntax_object(help),
        "parameters": _object(parameter=[parameter_object(help, each) for each in help.parameters]),
        "inputTypes": _object(inputType=_object(type=_object(name="None"))),
        "returnValues": _object(returnValue=_object(type=_object(name="System.Object"))),
        "aliases": "\n".join(help.aliases) or "None",
        "remarks": "None",
        "CommonParameters": help.signature.advanced,
        **_common_members(help, synopsis_of(help)),
    }


def synopsis_of(help: CommandHelp) -> str:
    """Return the synopsis; a command for which nobody wrote one shows its syntax instead."""
    if help.written:
        return help.synopsis
    return "\n" + "\n".join(syntax_text(help, each) + "\n" for each in set_names(help.signature))


def is_address(link: str) -> bool:
    """True if a link is a URI, not the name of other help."""
    return _ADDRESS.fullmatch(link) is not None


def _common_members(help: CommandHelp, synopsis: str) -> dict[str, Value]:
    return {
        "Name": help.name,
        "Category": help.category,
        "Synopsis": synopsis,
        "Component": help.component or None,
        "Role": help.role or None,
        "Functionality": help.functionality or None,
        "ModuleName": help.module,
    }


def short_object(name: str, category: str, module: str, synopsis: str) -> Value:
    """Return the row of a list of help."""
    members: dict[str, Value] = {"Name": name, "Category": category, "ModuleName": module, "Synopsis": synopsis}
    return PSCustomObject(members, ["HelpInfoShort", "System.Management.Automation.PSCustomObject", "System.Object"])


__all__ = ["HelpData", "help_object", "is_address", "parameter_object", "short_object", "synopsis_of"]
