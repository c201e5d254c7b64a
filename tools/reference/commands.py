"""A page for each cmdlet, and the list of all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cmdlets.exchange.unemulated import DIRECTORY, EXCHANGE, known_cmdlets
from cmdlets.index import installed
from cmdlets.powershell.help.layout import syntax_text
from cmdlets.powershell.not_emulated import NotEmulated
from shell import Session
from shell.engine.commands.cmdlet import Cmdlet, ParameterDeclaration
from shell.engine.commands.help import cmdlet_help
from shell.engine.commands.help_content import CommandHelp, ParameterHelp
from shell.engine.commands.metadata import set_names

from .markdown import code, escaped, fence, page, table

FOLDER: Final = "reference/cmdlets"
_KEPT: Final = "Kept without effect"
_COLUMNS: Final = 100
_BETWEEN_PARAMETERS: Final = re.compile(r" (?=\[*-|\[<)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A cmdlet with what it says of itself."""

    cmdlet: type[Cmdlet]
    help: CommandHelp

    @property
    def name(self) -> str:
        """`Verb-Noun`."""
        return self.help.name

    @property
    def is_emulated(self) -> bool:
        """False for a cmdlet of PowerShell's that is known and always refuses."""
        return not issubclass(self.cmdlet, NotEmulated)

    @property
    def kept(self) -> list[ParameterHelp]:
        """The settings that a lab stores and shows, and that change nothing else."""
        return [each for each in self.help.parameters if _KEPT in each.description]

    @property
    def working(self) -> list[ParameterHelp]:
        """The parameters that do something."""
        return [each for each in self.help.parameters if _KEPT not in each.description]

    @property
    def refused(self) -> list[str]:
        """The parameters of the real cmdlet whose use is an error here."""
        return [each.name for each in self.cmdlet.parameters.values() if each.refused is not None]

    @property
    def harmless(self) -> list[str]:
        """The parameters of the real cmdlet that are taken and change nothing."""
        hidden = (each for each in self.cmdlet.parameters.values() if each.hidden and each.refused is None)
        return [each.name for each in hidden if each.attribute.startswith("unsupported_")]

    def since(self, parameter: ParameterHelp) -> str:
        """The version of Exchange that brought a parameter; empty where all have it."""
        return next((each.since or "" for each in self._declared() if each.name == parameter.info.name), "")

    def _declared(self) -> Sequence[ParameterDeclaration]:
        return tuple(self.cmdlet.parameters.values())


def entries(session: Session) -> list[Entry]:
    """All cmdlets by name."""
    index = installed()
    found = []
    for name in sorted(index.names(), key=str.lower):
        info = session.runspace.commands.cmdlet(name)
        found.append(Entry(index.load(name), cmdlet_help(info, session.runspace)))
    return found


def pages(session: Session) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each page."""
    all_entries = entries(session)
    yield f"{FOLDER}/index.md", _index(all_entries)
    yield "reference/not-emulated.md", _not_emulated(all_entries)
    for entry in all_entries:
        if entry.is_emulated:
            yield f"{FOLDER}/{entry.name}.md", page(_cmdlet(entry))


def _index(all_entries: Sequence[Entry]) -> str:
    lines = ["# Cmdlets", ""]
    emulated = [each for each in all_entries if each.is_emulated]
    lines += [
        f"The shell has {len(emulated)} cmdlets, by module. Each page comes from the declaration that the shell itself "
        "uses for binding, help and completion.",
        "",
    ]
    for module in sorted({each.help.module for each in emulated}, key=_module_order):
        rows = (
            (f"[{each.name}]({each.name}.md)", escaped(each.help.synopsis))
            for each in emulated
            if each.help.module == module
        )
        lines += [f"## {module}", "", *table(("Cmdlet", "What it does"), rows)]
    return page(lines)


def _module_order(module: str) -> tuple[int, str]:
    first = (EXCHANGE, "Emshell.Lab", DIRECTORY)
    return (first.index(module) if module in first else len(first), module.lower())


def _cmdlet(entry: Entry) -> Iterator[str]:
    help = entry.help
    yield from (f"# {entry.name}", "", escaped(help.synopsis), "")
    yield from (f"Module: {code(help.module)}", "")
    if help.description != help.synopsis:
        for paragraph in help.description.split("\n\n"):
            yield from (_paragraph(paragraph), "")
    yield from ("## Syntax", "")
    yield from fence("\n\n".join(_wrapped(syntax_text(help, each)) for each in set_names(help.signature)))
    if help.signature.advanced:
        yield from (
            "`[<CommonParameters>]` are those of [about_CommonParameters](../about/about_CommonParameters.md).",
            "",
        )
    if help.examples:
        yield from ("## Examples", "")
        for example in help.examples:
            yield from (escaped(example.remarks), "")
            yield from fence(example.code, "powershell")
    yield from _parameters(entry)
    yield from ("## Input and output", "")
    yield f"- Takes from the pipeline: {', '.join(code(each) for each in help.inputs)}"
    yield f"- Writes: {', '.join(code(each) for each in help.outputs)}"


def _wrapped(syntax: str) -> str:
    """A syntax in lines that a page has room for, each parameter whole on one of them."""
    lines = [""]
    for word in _BETWEEN_PARAMETERS.split(syntax):
        if lines[-1] and len(lines[-1]) + len(word) >= _COLUMNS:
            lines.append("   ")
        lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join(lines)


def _paragraph(text: str) -> str:
    """A paragraph of help; lines that keep their breaks, lists for one, become lines of a list."""
    lines = text.split("\n")
    if len(lines) == 1:
        return escaped(text)
    return "\n".join(
        f"- {escaped(line.lstrip('-* '))}" if line.startswith(("-", "*")) else escaped(line) for line in lines
    )


def _parameters(entry: Entry) -> Iterator[str]:
    head = ("Parameter", "Type", "What it is for", "Default", "Given by")
    if entry.working:
        yield from ("## Parameters", "", *table(head, (_row(entry, each) for each in entry.working)))
    if entry.kept:
        yield from ("## Settings that are kept", "")
        yield from ("The lab stores these values and shows them. They change nothing else.", "")
        yield from table(head, (_row(entry, each) for each in entry.kept))
    if entry.harmless:
        yield from ("## Parameters without effect", "")
        yield from ("The lab has one server and one directory, so these can change nothing. They are taken.", "")
        yield from (", ".join(code(f"-{name}") for name in entry.harmless), "")
    if entry.refused:
        yield from ("## Parameters that are refused", "")
        yield from ("The real cmdlet has these. Using one here is an error, never ignored.", "")
        yield from (", ".join(code(f"-{name}") for name in entry.refused), "")


def _row(entry: Entry, each: ParameterHelp) -> tuple[str, ...]:
    ways = ["position " + each.position if each.position != "named" else "name"]
    if each.required:
        ways.append("required")
    if each.pipeline != "false":
        ways.append(f"pipeline {each.pipeline.removeprefix('true ')}")
    name = code(f"-{each.info.name}")
    if each.aliases:
        name += f"<br>also {', '.join(code('-' + alias) for alias in each.aliases.split(', '))}"
    since = entry.since(each)
    described = escaped(each.description) + (f" Since {since}." if since else "")
    default = "" if each.type_text == "SwitchParameter" else code(each.default)
    return name, code(each.type_text), described, default, escaped(", ".join(ways))


def _not_emulated(all_entries: Sequence[Entry]) -> str:
    names = {each.name.lower() for each in all_entries}
    lines = [
        "# Cmdlets that are not emulated",
        "",
        "The shell knows these names. Calling one is an error whose id begins with `NotEmulated`, and nothing is done.",
        "",
    ]
    for module, title in ((EXCHANGE, "Exchange"), (DIRECTORY, "Active Directory")):
        missing = [name for lowered, name in known_cmdlets(module).items() if lowered not in names]
        lines += [f"## {title}", "", f"{len(missing)} cmdlets:", "", *_by_noun(missing), ""]
    refusing = [each for each in all_entries if not each.is_emulated]
    rows = ((code(each.name), escaped(each.help.synopsis.removeprefix("Not emulated: "))) for each in refusing)
    lines += ["## PowerShell", "", *table(("Cmdlet", "Why"), rows)]
    return page(lines)


def _by_noun(names: Sequence[str]) -> Iterator[str]:
    nouns: dict[str, list[str]] = {}
    for name in names:
        verb, _, noun = name.partition("-")
        nouns.setdefault(noun, []).append(verb)
    for noun in sorted(nouns, key=str.lower):
        yield f"- {noun}: {', '.join(sorted(nouns[noun]))}"
