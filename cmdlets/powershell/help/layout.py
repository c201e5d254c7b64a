"""Help as text: the layouts of Get-Help, line by line as the real engine has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from shell.display import views
from shell.display.cells import wrap as wrapped
from shell.engine.binding.parameters import ParameterInfo, ParameterSet
from shell.engine.commands.help_content import CommandHelp, ExampleHelp, ParameterHelp, help_type
from shell.engine.commands.metadata import set_members, set_names
from shell.engine.commands.syntax import display_order, type_text
from shell.types.conversion.text import net_string
from shell.types.registry.enumeration import enum_members
from shell.types.registry.table import SWITCH
from shell.values.objects import Value

_INDENT: Final = "    "
_LEAST_ROOM: Final = 20
"""Columns that a text gets however deep it is indented."""

COMMON_TEXT: Final = (
    "This cmdlet supports the common parameters: Verbose, Debug,\n"
    "ErrorAction, ErrorVariable, WarningAction, WarningVariable,\n"
    "OutBuffer, PipelineVariable, and OutVariable. For more information, see \n"
    "about_CommonParameters (https://go.microsoft.com/fwlink/?LinkID=113216). "
)


# --- lines -----------------------------------------------------------------------------------------------------------


def wrap(text: str, columns: int, indent: int) -> Iterator[str]:
    """Yield the lines of a text, broken between words, each behind blanks; the blank at a break counts too."""
    margin = " " * indent
    for line in wrapped(text, max(columns - indent, _LEAST_ROOM)):
        yield margin + line


def _section(title: str, text: str, columns: int, blanks: int = 1) -> list[str]:
    lines = [title, *(wrap(text, columns, 4) if text else ())]
    return [*lines, *[_INDENT] * blanks]


def _head(help: CommandHelp, columns: int) -> list[str]:
    return [
        *_section("NAME", help.name, columns),
        *_section("SYNOPSIS", help.synopsis, columns, 2),
    ]


def _syntax(help: CommandHelp, columns: int) -> list[str]:
    return ["SYNTAX", *_syntax_items(help, columns, 4), _INDENT]


def _syntax_items(help: CommandHelp, columns: int, indent: int) -> Iterator[str]:
    for each in set_names(help.signature):
        yield from wrap(syntax_text(help, each), columns, indent)
        yield " " * indent


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
    shown = f"<{help_type(info.type) if help.written else type_text(info.type)}>"
    if help.written and info.type.is_enum:
        shown = f"{{{' | '.join(enum_members(info.type))}}}"
    text = f"{f'[{name}]' if membership.position >= 0 else name} {shown}"
    return text if membership.mandatory else f"[{text}]"


def _description(help: CommandHelp, columns: int) -> list[str]:
    return [*_section("DESCRIPTION", help.description, columns), ""]


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


def example_title(number: int) -> str:
    """Return the line above an example, counted from 1."""
    return f"-------------------------- EXAMPLE {number} --------------------------"


def _example(number: int, each: ExampleHelp, columns: int) -> list[str]:
    return [
        f"{_INDENT}{example_title(number)}",
        _INDENT,
        *wrap(f"{each.prompt}{each.code}", columns, 4),
        _INDENT,
        *(wrap(each.remarks, columns, 4) if each.remarks else (_INDENT,)),
        *[_INDENT] * 4,
    ]


def _examples(help: CommandHelp, columns: int) -> list[str]:
    return [line for number, each in enumerate(help.examples, 1) for line in _example(number, each, columns)]


def _parameter(each: ParameterHelp, columns: int, indent: int, *, full: bool) -> list[str]:
    margin, inner = " " * indent, " " * (indent + 4)
    shown = " [<SwitchParameter>]" if each.info.type is SWITCH else f" <{each.type_text}>"
    lines = [f"{margin}-{each.info.name}{'' if each.info.type.is_enum else shown}"]
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


# Parts of a help object that are shown alone, as in `(Get-Help x).Syntax`.


def _details_part(value: Value, session: Any, columns: int) -> str:
    return _text(_head(value.base.help, columns))


def _syntax_part(value: Value, session: Any, columns: int) -> str:
    return _text(_syntax_items(value.base.help, columns, 0))


def _parameters_part(value: Value, session: Any, columns: int) -> str:
    help: CommandHelp = value.base.help
    return _text(line for each in help.parameters for line in _parameter(each, columns, 0, full=True))


def _examples_part(value: Value, session: Any, columns: int) -> str:
    return _text(_examples(value.base.help, columns))


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
    "MamlCommandHelpInfo#details": _details_part,
    "MamlCommandHelpInfo#syntax": _syntax_part,
    "MamlCommandHelpInfo#parameters": _parameters_part,
    "MamlCommandHelpInfo#examples": _examples_part,
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


def _of_help_alone(render: Callable[[Value, Any, int], str]) -> Callable[[Value, Any, int], str]:
    """Return a view that shows what only bears the type's name, like what came back from CLIXML, by its text."""

    def show(value: Value, session: Any, columns: int) -> str:
        base = getattr(value, "base", None)
        if hasattr(base, "help") or hasattr(base, "parameter"):
            return render(value, session, columns)
        return net_string(value)

    return show


for _name, _render in VIEWS.items():
    views.register(_name, views.CustomView(_of_help_alone(_render)))

__all__ = ["COMMON_TEXT", "VIEWS", "example_title", "syntax_text", "wrap"]
