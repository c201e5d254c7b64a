"""Help as text: the layouts of Get-Help, and the objects that carry them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from shell.display import views
from shell.runtime.clrtype import PS_CUSTOM_OBJECT, SWITCH
from shell.runtime.help import CommandHelp, ParameterHelp, help_type
from shell.runtime.metadata import set_members, set_names
from shell.runtime.objects import PSCustomObject, PSObject, Value
from shell.runtime.parameters import ParameterInfo, ParameterSet
from shell.runtime.syntax import display_order, type_text

_INDENT: Final = "    "

COMMON_TEXT: Final = (
    "This cmdlet supports the common parameters: Verbose, Debug,\n"
    "ErrorAction, ErrorVariable, WarningAction, WarningVariable,\n"
    "OutBuffer, PipelineVariable, and OutVariable. For more information, see \n"
    "about_CommonParameters (https://go.microsoft.com/fwlink/?LinkID=113216). "
)


class HelpData:
    """What is behind an object of Get-Help: what its text is made of, and the parameter that is shown alone."""

    clr_type = PS_CUSTOM_OBJECT

    def __init__(self, help: CommandHelp, parameter: ParameterHelp | None = None) -> None:
        self.help = help
        self.parameter = parameter

    def __str__(self) -> str:
        return self.help.name


def _carrier(
    help: CommandHelp, type_name: str, members: dict[str, Any], parameter: ParameterHelp | None = None
) -> PSObject:
    """Return an object with properties that shows as help."""
    return PSObject(HelpData(help, parameter), members, [type_name, "HelpInfo"])


# --- lines -----------------------------------------------------------------------------------------------------------


def wrap(text: str, columns: int, indent: int) -> Iterator[str]:
    """Yield the lines of a text, broken between words, each behind blanks."""
    margin = " " * indent
    room = max(columns - indent, 20)
    for line in text.split("\n"):
        yield from (margin + piece for piece in _pieces(line, room))


def _pieces(line: str, room: int) -> Iterator[str]:
    while len(line) > room:
        cut = line.rfind(" ", 0, room + 1)
        if cut <= 0:
            cut = room - 1
        yield line[: cut + 1]
        line = line[cut + 1 :]
    yield line


def _section(title: str, text: str, columns: int, blanks: int = 1) -> list[str]:
    lines = [title, *(wrap(text, columns, 4) if text else ())]
    return [*lines, *[_INDENT] * blanks]


def _head(help: CommandHelp, columns: int) -> list[str]:
    return [
        *_section("NAME", help.name, columns),
        *_section("SYNOPSIS", help.synopsis, columns, 2),
    ]


def _syntax(help: CommandHelp, columns: int) -> list[str]:
    lines = ["SYNTAX"]
    for each in set_names(help.signature):
        lines += [*wrap(syntax_text(help, each), columns, 4), _INDENT]
    return [*lines, _INDENT]


def syntax_text(help: CommandHelp, set_name: str) -> str:
    """Return the syntax of one set; types by their .NET names where help was written, else as scripts write them."""
    words = [help.name]
    for info, membership in display_order(set_members(help.signature, set_name)):
        words.append(_syntax_word(help, info, membership))
    words.append("[<CommonParameters>]" if help.signature.advanced else "")
    return " ".join(words)


def _syntax_word(help: CommandHelp, info: ParameterInfo, membership: ParameterSet) -> str:
    name = f"-{info.name}"
    if info.type is SWITCH:
        return name if membership.mandatory else f"[{name}]"
    shown = help_type(info.type) if help.written else type_text(info.type)
    text = f"{f'[{name}]' if membership.position >= 0 else name} <{shown}>"
    return text if membership.mandatory else f"[{text}]"


def _description(help: CommandHelp, columns: int) -> list[str]:
    return [*_section("DESCRIPTION", help.description, columns), ""]


def _link_object(text: str) -> PSCustomObject:
    """A link is an address or a name."""
    return _object(uri=text) if re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*://\S+", text) else _object(linkText=text)


def _links(help: CommandHelp) -> list[str]:
    return ["RELATED LINKS", *(f"{_INDENT}{each} " for each in help.links), ""]


def _remarks(help: CommandHelp, columns: int) -> list[str]:
    command = f'"Get-Help {help.name}'
    lines = [
        f'To see the examples, type: {command} -Examples"',
        f'For more information, type: {command} -Detailed"',
        f'For technical information, type: {command} -Full"',
    ]
    online = f'For online help, type: {command} -Online"'
    last = list(wrap(online, columns, 4)) if help.links else [""]
    return ["REMARKS", *(piece for line in lines for piece in wrap(line, columns, 4)), *last]


def _examples(help: CommandHelp, columns: int) -> list[str]:
    lines: list[str] = []
    for number, (code, remarks) in enumerate(help.examples, 1):
        lines += [
            f"{_INDENT}-------------------------- EXAMPLE {number} --------------------------",
            _INDENT,
            *wrap(f"PS > {code}", columns, 4),
            _INDENT,
            *(wrap(remarks, columns, 4) if remarks else (_INDENT,)),
            *[_INDENT] * 4,
        ]
    return lines


def _parameter(each: ParameterHelp, columns: int, indent: int, *, full: bool) -> list[str]:
    margin, inner = " " * indent, " " * (indent + 4)
    shown = "[<SwitchParameter>]" if each.info.type is SWITCH else f"<{each.type_text}>"
    lines = [f"{margin}-{each.info.name} {shown}"]
    if each.description:
        lines += wrap(each.description, columns, indent + 4)
    lines.append(inner)
    if full:
        rows = (
            ("Required?", "true" if each.required else "false"),
            ("Position?", each.position),
            ("Default value", each.default),
            ("Accept pipeline input?", each.pipeline),
            ("Aliases", each.aliases),
            ("Accept wildcard characters?", "true" if each.wildcards else "false"),
        )
        lines += [f"{inner}{label:<29}{value}" for label, value in rows]
        lines.append(inner)
    return lines


def _plain_parameter(each: ParameterHelp, indent: int) -> list[str]:
    """The parameter of a command that nobody wrote help for: what its declaration says."""
    margin, inner = " " * indent, " " * (indent + 4)
    membership = next(iter(each.info.sets.values()))
    name = f"{margin}-{each.info.name}"
    rows = (
        ("Required?", "true" if each.required else "false"),
        ("Position?", str(membership.position) if membership.position >= 0 else "Named"),
        ("Accept pipeline input?", each.pipeline),
        ("Parameter set name", "(All)" if each.info.in_all else ", ".join(each.info.sets)),
        ("Aliases", ", ".join(each.info.aliases) or "None"),
        ("Dynamic?", "true" if each.info.dynamic else "false"),
        ("Accept wildcard characters?", "true" if each.wildcards else "false"),
    )
    lines = [name if each.info.type is SWITCH else f"{name} <{type_text(each.info.type)}>", inner]
    return [*lines, *(f"{inner}{label:<29}{value}" for label, value in rows), inner]


def _parameters(help: CommandHelp, columns: int, *, full: bool) -> list[str]:
    lines = ["PARAMETERS"]
    for each in help.parameters:
        lines += _parameter(each, columns, 4, full=full)
    if help.signature.advanced:
        lines.append(f"{_INDENT}<CommonParameters>")
        lines += wrap(COMMON_TEXT, columns, 8)
    return [*lines, _INDENT]


def _types(title: str, names: Iterable[str], columns: int) -> list[str]:
    lines = [title]
    for each in names:
        lines += [*wrap(each, columns, 4), _INDENT, _INDENT]
    return lines if len(lines) > 1 else [title, ""]


def _notes(help: CommandHelp, columns: int) -> list[str]:
    if not help.notes:
        return []
    return ["NOTES", _INDENT, _INDENT, *wrap(help.notes, columns, 8), " " * 8]


# --- views -----------------------------------------------------------------------------------------------------------


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def _default_view(value: Value, session: Any, columns: int) -> str:
    help: CommandHelp = value.base.help
    lines = _head(help, columns) + _syntax(help, columns) + _description(help, columns) + _links(help)
    return _text(lines + _remarks(help, columns))


def _plain_view(value: Value, session: Any, columns: int) -> str:
    help: CommandHelp = value.base.help
    aliases = [f"{_INDENT}{each}" for each in help.aliases] or [f"{_INDENT}None"]
    return _text(
        [
            *_section("NAME", help.name, columns),
            *_syntax(help, columns)[:-1],
            "",
            "ALIASES",
            *aliases,
            _INDENT,
            "",
            "REMARKS",
            f"{_INDENT}None",
            "",
        ]
    )


def _detailed_view(value: Value, session: Any, columns: int) -> str:
    help: CommandHelp = value.base.help
    lines = _head(help, columns) + _syntax(help, columns) + _description(help, columns)
    lines += _parameters(help, columns, full=False) + _examples(help, columns)
    return _text(lines + _remarks(help, columns))


def _full_view(value: Value, session: Any, columns: int) -> str:
    help: CommandHelp = value.base.help
    lines = _head(help, columns) + _syntax(help, columns) + _description(help, columns)
    lines += _parameters(help, columns, full=True)
    lines += _types("INPUTS", help.inputs, columns) + _types("OUTPUTS", help.outputs, columns)
    lines += _notes(help, columns) + _examples(help, columns)
    return _text([*lines, "", *_links(help), ""])


def _examples_view(value: Value, session: Any, columns: int) -> str:
    help: CommandHelp = value.base.help
    return _text([*_head(help, columns), *_examples(help, columns), ""])


def _plain_full_view(value: Value, session: Any, columns: int) -> str:
    help: CommandHelp = value.base.help
    lines = [*_section("NAME", help.name, columns), *_syntax(help, columns), "PARAMETERS"]
    for each in sorted(help.parameters, key=lambda each: each.info.name.lower()):
        lines += _plain_parameter(each, 4)
    if help.signature.advanced:
        lines += [f"{_INDENT}<CommonParameters>", *wrap(COMMON_TEXT, columns, 8)]
    lines += [_INDENT, _INDENT, *_section("INPUTS", "\n".join(help.inputs) or "None", columns, 2)]
    lines += _section("OUTPUTS", "\n".join(help.outputs) or "System.Object", columns)
    lines += _section("ALIASES", "\n".join(help.aliases) or "None", columns)
    return _text([*lines, "", "REMARKS", f"{_INDENT}None", ""])


def _plain_parameter_view(value: Value, session: Any, columns: int) -> str:
    return _text([*_plain_parameter(value.base.parameter, 0), ""])


def _parameter_view(value: Value, session: Any, columns: int) -> str:
    return _text([*_parameter(value.base.parameter, columns, 0, full=True), ""])


VIEWS: Final = {
    "MamlCommandHelpInfo": _default_view,
    "ExtendedCmdletHelpInfo": _plain_view,
    "MamlCommandHelpInfo#DetailedView": _detailed_view,
    "ExtendedCmdletHelpInfo#DetailedView": _plain_view,
    "MamlCommandHelpInfo#FullView": _full_view,
    "ExtendedCmdletHelpInfo#FullView": _plain_full_view,
    "MamlCommandHelpInfo#ExamplesView": _examples_view,
    "ExtendedCmdletHelpInfo#ExamplesView": _plain_view,
    "MamlCommandHelpInfo#parameter": _parameter_view,
    "ExtendedCmdletHelpInfo#parameter": _plain_parameter_view,
}

views.register(
    "HelpInfoShort",
    views.TableView(
        columns=(
            views.Column("Name", width=33),
            views.Column("Category", width=9),
            views.Column("Module", "ModuleName", width=25),
            views.Column("Synopsis"),
        )
    ),
)
for _name, _render in VIEWS.items():
    views.register(_name, views.CustomView(_render))

# --- objects ---------------------------------------------------------------------------------------------------------


def _object(**members: Value) -> PSCustomObject:
    return PSCustomObject(members)


def _paragraphs(text: str) -> list[Value]:
    made = PSCustomObject({"Text": text}, ["MamlParaTextItem", "MamlTextItem", "System.Object"])
    return [made] if text else []


def _parameter_members(each: ParameterHelp) -> dict[str, Value]:
    return {
        "name": each.info.name,
        "description": _paragraphs(each.description),
        "defaultValue": each.default or None,
        "parameterValue": each.type_text,
        "type": _object(name=each.type_text),
        "aliases": each.aliases,
        "globbing": "true" if each.wildcards else "false",
        "pipelineInput": each.pipeline,
        "position": each.position,
        "required": "true" if each.required else "false",
    }


def parameter_object(help: CommandHelp, each: ParameterHelp) -> PSObject:
    """Return the object of `Get-Help X -Parameter y`."""
    return _carrier(help, f"{_family(help)}#parameter", _parameter_members(each), each)


def _family(help: CommandHelp) -> str:
    return "MamlCommandHelpInfo" if help.written else "ExtendedCmdletHelpInfo"


def _syntax_object(help: CommandHelp) -> Value:
    items: list[Value] = []
    by_name = {each.info.name: each for each in help.parameters}
    for name in set_names(help.signature):
        order = display_order(set_members(help.signature, name))
        listed = [PSCustomObject(_parameter_members(by_name[info.name])) for info, _ in order if info.name in by_name]
        item = {"name": help.name, "CommonParameters": help.signature.advanced, "parameter": listed}
        if help.written:
            item = {"name": help.name, "parameter": listed}
        items.append(PSCustomObject(item))
    return PSCustomObject({"syntaxItem": items})


def _example_objects(help: CommandHelp) -> Value:
    made = [
        _object(
            title=f"-------------------------- EXAMPLE {number} --------------------------",
            introduction=_paragraphs("PS > "),
            code=code,
            remarks=_paragraphs(remarks) + [PSCustomObject({"Text": ""}) for _ in range(4)],
        )
        for number, (code, remarks) in enumerate(help.examples, 1)
    ]
    return _object(example=made)


def help_object(help: CommandHelp, view: str = "") -> PSObject:
    """Return the object that Get-Help writes; `view` is FullView, DetailedView, ExamplesView or nothing."""
    synopsis = (
        help.synopsis
        if help.written
        else "\n" + "\n".join(syntax_text(help, each) + "\n" for each in set_names(help.signature))
    )
    members: dict[str, Value] = {
        "details": _object(name=help.name, description=_paragraphs(help.synopsis)),
        "description": _paragraphs(help.description),
        "Syntax": _syntax_object(help),
        "parameters": _object(parameter=[parameter_object(help, each) for each in help.parameters]),
        "inputTypes": _object(inputType=[_object(type=_object(name=each)) for each in help.inputs]),
        "returnValues": _object(returnValue=[_object(type=_object(name=each)) for each in help.outputs]),
        "alertSet": _object(alert=_paragraphs(help.notes)),
        "examples": _example_objects(help),
        "relatedLinks": _object(navigationLink=[_link_object(each) for each in help.links]),
        "Name": help.name,
        "Category": help.category,
        "Synopsis": synopsis,
        "Component": help.component or None,
        "Role": help.role or None,
        "Functionality": help.functionality or None,
        "ModuleName": help.module,
        "aliases": "\n".join(help.aliases) or "None",
        "CommonParameters": help.signature.advanced,
    }
    family = _family(help)
    return _carrier(help, f"{family}#{view}" if view else family, members)


__all__ = ["HelpData", "help_object", "parameter_object", "syntax_text"]
