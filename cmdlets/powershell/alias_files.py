"""Export- and Import-Alias: aliases in files."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import datetime

from cmdlets.powershell.aliases import SCOPE_HELP, AliasCommand
from cmdlets.powershell.csv_text import quoted
from shell.dotnet.io.text_files import read_text
from shell.engine.commands.alias_info import AliasInfo
from shell.engine.commands.cmdlet import Example, parameter
from shell.engine.commands.command_info import OPTIONS
from shell.engine.providers.table import drive_table
from shell.machine import disk, environment, path_text
from shell.machine.os_errors import net_error
from shell.types.conversion.conversion import try_convert
from shell.types.registry.enumeration import register_enum
from shell.values.errors import (
    ErrorCategory,
    IOException,
    NetException,
    SessionStateException,
    SystemException,
    exception_class,
)
from shell.values.objects import Value
from shell.values.wildcard import has_wildcard, wildcard_matcher

_FORMAT = register_enum("Microsoft.PowerShell.Commands.ExportAliasFormat", {"Csv": 0, "Script": 1})
FileFormatException = exception_class("System.IO.FileFormatException", SystemException, __name__)


class ExportAlias(AliasCommand, verb="Export", noun="Alias", default_set="ByPath", should_process=True):
    """Write aliases to a file."""

    examples = (Example("Export-Alias aliases.txt -Name g*", "Save some aliases."),)

    path: str = parameter("string", sets=("ByPath",), mandatory=True, position=0, help="The file.")
    name: list[str] = parameter("string[]", position=1, by_property_name=True, help="Names or patterns.")
    pass_thru: bool = parameter("switch", help="Show the aliases.")
    form: Value = parameter(_FORMAT.name, name="As", default="Csv", help="Csv or Script.")
    append: bool = parameter("switch", help="Add to the file.")
    force: bool = parameter("switch", help="Write a read-only file.")
    no_clobber: bool = parameter("switch", aliases=("NoOverwrite",), help="Leave a file that exists alone.")
    description: str = parameter("string", help="A line at the head of the file.")
    literal_path: str = parameter(
        "string",
        sets=("ByLiteralPath",),
        mandatory=True,
        by_property_name=True,
        aliases=("PSPath", "LP"),
        help="The file, taken as it is.",
    )

    def process(self) -> None:
        """Write the file."""
        written = self.path or self.literal_path
        path = path_text.join(self.session.location, written)
        if not self.should_process(written, "Export Alias"):
            return
        if self.no_clobber and disk.exists(path) and not self.append:
            record = self.error(
                f"The file '{path}' already exists.",
                "NoClobber",
                ErrorCategory.ResourceExists,
                path,
                exception=IOException,
            )
            raise self.fail(record)
        found = self._found()
        with disk.open_file(path, "a" if self.append else "w", encoding="utf-8", newline="") as file:
            file.write(self._text(found))
        if self.pass_thru:
            for each in found:
                self.write(each)

    def _found(self) -> list[AliasInfo]:
        """Return the aliases to write; a name that none has is reported."""
        known = list(self.session.commands.aliases())
        found: list[AliasInfo] = []
        for name in self.name or ["*"]:
            matches = wildcard_matcher(name)
            matched = [each for each in known if matches(each.name)]
            if not matched and not has_wildcard(name):
                record = self.missing(name)
                record.error_id = "AliasNotFound"
                self.write_error(record)
            found += matched
        return sorted({id(each): each for each in found}.values(), key=lambda each: each.name.lower())

    def _text(self, found: Iterable[AliasInfo]) -> str:
        head = [
            "Alias File",
            f"Exported by : {environment.user_name()}",
            f"Date/Time : {datetime.now():%A, %d %B %Y %H:%M:%S}",
            f"Computer : {environment.machine_name()}",
        ]
        if self.description:
            head.append(self.description)
        lines = [f"# {each}" for each in head]
        for each in found:
            if str(self.form) == "Script":
                option = f' -Option:"{each.options}"'
                lines.append(
                    f'set-alias -Name:"{each.name}" -Value:"{each.target}" -Description:"{each.description}"{option}'
                )
            else:
                lines.append(",".join(map(quoted, (each.name, each.target, each.description, str(each.options)))))
        return "".join(line + "\n" for line in lines)


class ImportAlias(AliasCommand, verb="Import", noun="Alias", default_set="ByPath", should_process=True):
    """Define the aliases that a file lists."""

    examples = (Example("Export-Alias aliases.txt -Name gcm; Import-Alias aliases.txt -Force", "Load aliases."),)

    path: str = parameter(
        "string", sets=("ByPath",), mandatory=True, position=0, pipeline=True, by_property_name=True, help="The file."
    )
    pass_thru: bool = parameter("switch", help="Show the aliases.")
    force: bool = parameter("switch", help="Replace aliases that exist.")
    scope_name: str = parameter("string", name="Scope", help=SCOPE_HELP, not_null_or_empty=True)
    literal_path: str = parameter(
        "string",
        sets=("ByLiteralPath",),
        mandatory=True,
        pipeline=True,
        by_property_name=True,
        aliases=("PSPath", "LP"),
        help="The file, taken as it is.",
    )

    def process(self) -> None:
        """Read the file."""
        for path in self._paths():
            try:
                text = read_text(path)
            except OSError as problem:
                raise self.fail(
                    self.error(net_error(problem, path), "FileOpenFailure", ErrorCategory.OpenError, path)
                ) from None
            for number, line in enumerate(text.splitlines(), 1):
                if line.strip() and not line.startswith("#"):
                    self._define(self._row(path, number, line))

    def _paths(self) -> list[str]:
        table = drive_table(self.session)
        if self.literal_path:
            return [str(table.resolve(self.literal_path).provider_path)]
        return [str(each.provider_path) for each in table.expand(self.path)]

    def _row(self, path: str, number: int, line: str) -> tuple[str, str, str, Value]:
        """Return name, value, description and options of a line. Raises the command's error for one that is none."""
        fields = next(csv.reader([line], skipinitialspace=True), [])
        if len(fields) != 4:
            raise self._bad_line(
                "ImportAliasFileFormatError",
                f"Line number {number} in the file '{path}' is not a properly formatted line of an alias file: it takes"
                " four values separated by commas: the name of the alias, its definition, its description, its options."
                " Values that hold commas stand in quotation marks.",
            )
        name, value, description, text = fields
        fits, options = try_convert(text or "None", OPTIONS)
        if not fits:
            raise self._bad_line(
                "ImportAliasOptionsError",
                f"Line number {number} in the file '{path}' has an option that is not one of aliases: '{text}'.",
            )
        return name, value, description, options

    def _bad_line(self, error_id: str, text: str) -> NetException:
        message = f"Cannot import an alias. {text}"
        return self.fail(self.error(message, error_id, ErrorCategory.ReadError, exception=FileFormatException))

    def _define(self, row: tuple[str, str, str, Value]) -> None:
        name, value, description, options = row
        if not self.should_process(f"Name: {name} Value: {value}", "Import Alias"):
            return
        if not self.force and self._is_taken(name):
            return
        made = self.define(name, value, options, description, True)
        if made is not None and self.pass_thru:
            self.write(made)

    def _is_taken(self, name: str) -> bool:
        """Report an alias, or another command, that has the name already."""
        commands = self.session.commands
        if commands.find_alias(name) is not None:
            error_id, what = "AliasAlreadyExists", f"an alias with the name '{name}'"
        else:
            other = commands.find(name, ("Function", "Filter", "Cmdlet"))
            if other is None:
                return False
            error_id = "AliasWithCommandNameAlreadyExists"
            what = f"a command with the name '{name}' and command type '{other.command_type}'"
        text = f"The alias is not allowed, because {what} already exists."
        self.write_error(
            self.error(text, error_id, ErrorCategory.ResourceExists, name, exception=SessionStateException)
        )
        return True
