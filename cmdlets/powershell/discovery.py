"""Get-Command: what can be run."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Any, Final

from cmdlets.powershell.show_command import command_form
from shell.engine.binding.dynamic import complete_signature
from shell.engine.binding.parameters import Argument
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.engine.commands.command_info import CommandInfo, ParameterizedCommand
from shell.engine.commands.commands import ALL_KINDS, not_found
from shell.engine.commands.metadata import PSTypeName
from shell.engine.commands.syntax import syntax_lines
from shell.engine.modules.specification import SPECIFICATION, ModuleSpecification
from shell.types.registry.names import resolve
from shell.values.errors import ErrorCategory, NetException
from shell.values.objects import PSObject, Value
from shell.values.wildcard import has_wildcard, wildcard_matcher

_DEFAULT_KINDS: Final = ("Alias", "Function", "Filter", "Cmdlet")


def _abbreviation(name: str) -> str:
    """Return the dash and the capital letters of a command's name: I-PSDF of Import-PowerShellDataFile."""
    return "".join(each for each in name if each == "-" or each.isupper())


class GetCommand(
    Cmdlet,
    verb="Get",
    noun="Command",
    module="Microsoft.PowerShell.Core",
    default_set="CmdletSet",
    output=("System.Management.Automation.CommandInfo",),
):
    """Show commands: cmdlets, functions, aliases, scripts and programs."""

    examples = (
        Example("Get-Command *-ReceiveConnector", "Commands by a pattern."),
        Example("Get-Command Get-Date -Syntax", "How a command is called."),
    )

    verb_names: list[str] = parameter(
        "string[]", name="Verb", sets=("CmdletSet",), by_property_name=True, help="Verbs or patterns."
    )
    noun_names: list[str] = parameter(
        "string[]", name="Noun", sets=("CmdletSet",), by_property_name=True, help="Nouns or patterns."
    )
    module_names: list[str] = parameter(
        "string[]", name="Module", by_property_name=True, aliases=("PSSnapin",), help="Modules or patterns."
    )
    exclude_module: list[str] = parameter("string[]", help="Not these modules.")
    fully_qualified_module: list[ModuleSpecification] = parameter(
        SPECIFICATION + "[]", by_property_name=True, help="Modules with versions."
    )
    total_count: int = parameter("int", by_property_name=True, default=-1, help="At most so many.")
    syntax: bool = parameter("switch", by_property_name=True, help="Show how the commands are called.")
    show_command_info: bool = parameter("switch", help="As plain objects, for a form.")
    argument_list: list[Any] = parameter(
        "object[]", position=1, remaining=True, aliases=("Args",), help="Arguments for dynamic parameters."
    )
    all: bool = parameter("switch", by_property_name=True, help="Those that others hide, too.")
    list_imported: bool = parameter("switch", by_property_name=True, help="Only commands of loaded modules.")
    parameter_name: list[str] = parameter("string[]", not_null_or_empty=True, help="With these parameters.")
    parameter_type: list[Any] = parameter(
        "System.Management.Automation.PSTypeName[]", not_null_or_empty=True, help="With parameters of these types."
    )
    name: list[str] = parameter(
        "string[]",
        sets=("AllCommandSet",),
        position=0,
        pipeline=True,
        by_property_name=True,
        not_null_or_empty=True,
        help="Names or patterns.",
    )
    command_type: Any = parameter(
        "System.Management.Automation.CommandTypes",
        sets=("AllCommandSet",),
        by_property_name=True,
        aliases=("Type",),
        help="Kinds of commands.",
    )
    use_fuzzy_matching: bool = parameter(
        "switch", sets=("AllCommandSet",), help="Names that are like the given one, the nearest first."
    )
    fuzzy_minimum_distance: int = parameter(
        "uint", sets=("AllCommandSet",), default=5, help="By how many letters names may differ."
    )
    use_abbreviation_expansion: bool = parameter(
        "switch", sets=("AllCommandSet",), by_property_name=True, help="Take `g-c` for `Get-Command`."
    )

    def begin(self) -> None:
        """Nothing was shown yet."""
        self._shown = 0
        self._seen: set[int] = set()

    def process(self) -> None:
        """Find and show."""
        if self.module_names and self.fully_qualified_module:
            text = "The Module and FullyQualifiedModule parameters cannot be specified in the same command."
            raise self.fail(
                self.error(text, "ModuleAndFullyQualifiedModuleCannotCoexist", ErrorCategory.InvalidOperation)
            )
        for name in self.name or [None]:  # type: ignore[list-item]
            found = self._near(name) if self.use_fuzzy_matching and name else list(self._found(name))
            if not found and name is not None and not has_wildcard(name) and not self._is_filtered():
                self._report_missing(name)
            for each in found:
                self._show(each)

    def _is_filtered(self) -> bool:
        given = (self.verb_names, self.noun_names, self.module_names, self.parameter_name, self.fully_qualified_module)
        return self.use_fuzzy_matching or any(given)

    def _near(self, name: str) -> list[CommandInfo]:
        """Return the commands whose names differ little from one, the nearest first."""
        limit = int(self.fuzzy_minimum_distance)
        scored = [(edit_distance(each.name, name), each) for each in self.session.commands.search("*", self._kinds())]
        near = [(distance, each) for distance, each in scored if distance <= limit and self._fits(each)]
        return [each for _, each in sorted(near, key=lambda pair: pair[0])]

    def _kinds(self) -> tuple[str, ...]:
        if self.command_type is None:
            return _DEFAULT_KINDS
        chosen = {each.strip() for each in str(self.command_type).split(",")}
        return tuple(each for each in ALL_KINDS if each in chosen or "All" in chosen)

    def _found(self, name: str | None) -> Iterator[CommandInfo]:
        commands = self.session.commands
        kinds = self._kinds()
        if name is None or has_wildcard(name):
            given = name is None or self.command_type is not None
            listed = kinds if given else (*kinds, "ExternalScript", "Application")
            if self.verb_names or self.noun_names:
                listed = tuple(each for each in kinds if each != "Alias")
            found: Iterator[CommandInfo] = commands.search(name or "*", listed)
        elif self.use_abbreviation_expansion and "-" in name:
            found = (each for each in commands.search("*", kinds) if _abbreviation(each.name) == name.upper())
        else:
            found = self._exact(name, kinds)
        return (each for each in found if self._fits(each))

    def _exact(self, name: str, kinds: tuple[str, ...]) -> Iterator[CommandInfo]:
        commands = self.session.commands
        wider = kinds if self.command_type is not None else ALL_KINDS
        if not self.all:
            found = commands.find(name, wider)
            endings = (name.lower(), f"{name.lower()}.exe")
            if found is not None and (found.name.lower().endswith(endings) or "\\" in name or "/" in name):
                yield found
            return
        for kind in wider:
            found = commands.find(name, (kind,))
            if found is not None:
                yield found

    def _fits(self, info: CommandInfo) -> bool:
        verb, dash, noun = info.name.partition("-")
        if self.verb_names and not (dash and _matches(self.verb_names, verb)):
            return False
        if self.noun_names and not (dash and _matches(self.noun_names, noun)):
            return False
        if self.module_names and not _matches(self.module_names, info.module_name):
            return False
        if self.fully_qualified_module and not any(_is_of(info, each) for each in self.fully_qualified_module):
            return False
        if self.exclude_module and _matches(self.exclude_module, info.module_name):
            return False
        if self.parameter_name or self.parameter_type:
            return self._has_parameter(info)
        return True

    def _has_parameter(self, info: CommandInfo) -> bool:
        if info.kind in ("Application", "Alias"):
            return False
        try:
            signature = info.signature(self.session)
        except NetException:
            return False
        types = [_type_of(each) for each in self.parameter_type or ()]
        for each in signature.parameters:
            named = not self.parameter_name or any(_matches(self.parameter_name, name) for name in each.names())
            typed = not types or any(each.type is wanted or each.type.element_type is wanted for wanted in types)
            if named and typed:
                return True
        return False

    def _report_missing(self, name: str) -> None:
        error = not_found(name)
        self.write_error(self.error(error, "CommandNotFoundException", error.category, name))

    def _show(self, info: CommandInfo) -> None:
        if id(info) in self._seen or (self.total_count >= 0 and self._shown >= self.total_count):
            return
        self._seen.add(id(info))
        self._shown += 1
        if self.argument_list and isinstance(info, ParameterizedCommand):
            info = copy(info)
            info.arguments = self.argument_list
        self.write(self._shape(info))

    def _shape(self, info: CommandInfo) -> Value:
        """Return what is written for a command."""
        if self.syntax:
            return self._syntax_of(info)
        if self.show_command_info:
            return command_form(info)
        return info

    def _syntax_of(self, info: CommandInfo) -> str:
        if info.kind == "Alias":
            return self._syntax_of_alias(info)
        if info.kind in ("Application", "ExternalScript"):
            return info.definition
        arguments = [Argument(None, each) for each in self.argument_list or ()]
        lines = syntax_lines(info.name, complete_signature(self.session, info, arguments))
        return "\n" + "\n\n".join(lines) + "\n"

    def _syntax_of_alias(self, info: Any) -> str:
        """Return what an alias stands for, and how that is called by the alias."""
        try:
            target = info.resolve()
        except NetException:
            return f"{info.name} (alias) -> {info.definition}\n"
        if target.kind == "Application":
            return str(target.definition)
        lines = syntax_lines(info.name, target.signature(self.session))
        return f"{info.name} (alias) -> {target.name}\n\n" + "\n\n".join(lines) + "\n"


def edit_distance(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out, changed or swapped with the next, whatever the case."""
    left, right = one.lower(), other.lower()
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, letter in enumerate(left, 1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _is_of(info: CommandInfo, wanted: ModuleSpecification) -> bool:
    module = getattr(info, "module", None)
    version = getattr(module, "version", None) or info.version
    return wildcard_matcher(wanted.name)(info.module_name) and wanted.fits(version, getattr(module, "guid", None))


def _matches(patterns: list[str], text: str) -> bool:
    return any(wildcard_matcher(pattern)(text) for pattern in patterns)


def _type_of(value: Any) -> Any:
    base = value.base if isinstance(value, PSObject) else value
    if isinstance(base, PSTypeName):
        return base.type
    return resolve(base) if isinstance(base, str) else base
