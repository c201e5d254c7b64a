"""Import-PowerShellDataFile and Import-LocalizedData: hashtables in .psd1 files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from cmdlets.powershell.path_command import PathCommand
from shell.dotnet.io.text_files import read_text
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.engine.providers.base import PathInfo
from shell.engine.providers.filesystem import io_error
from shell.engine.run.safe_values import safe_value
from shell.language import parse, tree
from shell.language.source import Extent
from shell.machine import disk, path_text
from shell.values.culture import current
from shell.values.errors import (
    ErrorCategory,
    ErrorRecord,
    InvalidOperationException,
    NetException,
    PSInvalidOperationException,
)
from shell.values.objects import Hashtable, Value


class ImportPowerShellDataFile(PathCommand, verb="Import", noun="PowerShellDataFile", default_set="ByPath"):
    """Read the hashtable in a .psd1 file. What would run code is refused."""

    examples = (Example("Get-Command Import-PowerShellDataFile -Syntax", "How it is called."),)

    path: Any = parameter(
        "string[]",
        sets={"ByPath": SetMembership(mandatory=True, position=0)},
        help="The files; wildcards work.",
        not_null_or_empty=True,
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"ByLiteralPath": SetMembership(mandatory=True, position=0, by_property_name=True)},
        aliases=("PSPath", "LP"),
        help="The files, taken as they are.",
        not_null_or_empty=True,
    )
    skip_limit_check: bool = parameter("switch", help="Read hashtables with more than 500 keys, too.")

    def process(self) -> None:
        """Write the hashtables."""
        for place in self.places():
            self._read(place)

    def _read(self, place: PathInfo) -> None:
        if disk.is_folder(place.provider_path):
            self.write_error(self._invalid(place, "PathNotFound", f"Cannot find path '{place.path}'."))
            return
        with self.reporting():
            try:
                text = read_text(place.provider_path)
            except OSError as problem:
                raise io_error(problem, place.provider_path, "FileReadError", ErrorCategory.ReadError) from None
            parsed = parse(text, place.provider_path)
            if parsed.errors:
                self.write_error(self._invalid(place, "CouldNotParseAsPowerShellDataFile"))
                return
            table = next((each for each in parsed.tree.walk() if isinstance(each, tree.HashtableAst)), None)
            if table is None:
                self.write_error(self._invalid(place, "CouldNotParseAsPowerShellDataFileNoHashtableRoot"))
                return
            self.write(self._value(table))

    def _value(self, table: tree.HashtableAst) -> Value:
        try:
            return safe_value(self.session, table, limited=not self.skip_limit_check)
        except InvalidOperationException as problem:
            raise self.fail(self.error(problem, "System.InvalidOperationException")) from None

    def _invalid(self, place: PathInfo, error_id: str, message: str = "") -> ErrorRecord:
        return self.error(
            message or f"The file '{place.path}' could not be parsed as a PowerShell Data File.",
            error_id,
            ErrorCategory.InvalidOperation,
            exception=InvalidOperationException,
        )


_ALWAYS: Final = "convertfrom-stringdata"


class ImportLocalizedData(
    Cmdlet,
    verb="Import",
    noun="LocalizedData",
    class_name="Microsoft.PowerShell.Commands.ImportLocalizedData",
):
    """Read a script's texts in the language of the user: a .psd1 file in a folder named for the culture.

    The folders of the culture and of its parents are searched, then the base folder itself.
    """

    examples = (Example("Get-Command Import-LocalizedData -Syntax", "How it is called."),)

    binding_variable: Any = parameter(
        "string", position=0, aliases=("Variable",), not_null_or_empty=True, help="The variable that gets the texts."
    )
    ui_culture: Any = parameter("string", name="UICulture", position=1, help="The culture; the session's if not given.")
    base_directory: Any = parameter("string", help="Where the culture folders are; the script's folder if not given.")
    file_name: Any = parameter("string", help="The file's name; the script's with .psd1 if not given.")
    supported_command: Any = parameter("string[]", help="Commands that the file may call.")

    def process(self) -> None:
        """Find the file, read it, and assign or write what is in it."""
        path = self._find()
        if path is None:
            return
        value = self._read(path)
        if not self.is_bound("BindingVariable"):
            self.write(value)
            return
        self.session.set_variable(self.binding_variable.removeprefix("variable:"), value)

    # --- where the file is ---

    def _find(self) -> str | None:
        name = self._name()
        base = self._base()
        culture = self._culture()
        for folder in _cultures(culture):
            path = path_text.join(base, folder, name)
            if disk.is_file(path):
                return path
        first = path_text.join(base, culture, "")
        self.write_error(
            self.error(
                f"Cannot find the PowerShell data file '{name}' in directory '{first}', or in any parent culture"
                " directories.",
                "ImportLocalizedData",
                ErrorCategory.ObjectNotFound,
                path_text.join(first, name),
                exception=PSInvalidOperationException,
            )
        )
        return None

    def _name(self) -> str:
        name: str = self.file_name or path_text.splitext(path_text.basename(self._script()))[0]
        if path_text.splitext(name)[1].lower() == ".psd1":
            return name
        return name + ".psd1"

    def _script(self) -> str:
        path: str = self.session.get_variable("PSCommandPath") or ""
        if path:
            return path
        raise self._invalid(
            "The FileName parameter was not specified. The FileName parameter is required when Import-LocalizedData is"
            " not called from a script file.",
            "NotCalledFromAScriptFile",
        )

    def _base(self) -> str:
        if self.base_directory:
            return path_text.join(self.session.location, self.base_directory)
        path: str = self.session.get_variable("PSCommandPath") or ""
        return path_text.dirname(path) if path else self.session.location

    def _culture(self) -> str:
        return str(self.ui_culture or current().name)

    # --- what is in it ---

    def _read(self, path: str) -> Value:
        text = read_text(path)
        parsed = parse(text, path)
        if parsed.errors:
            raise self._invalid(
                f"The following error occurred while loading the '{path}' script file: {parsed.errors[0].message}",
                "ImportLocalizedData",
            )
        allowed = {_ALWAYS, *(each.lower() for each in self.supported_command or ())}
        for place in _forbidden(parsed.tree, allowed):
            raise self._invalid(f"The command '{place.text}' is not allowed in a data file.", "ImportLocalizedData")
        block = self.session.parse_block(text, path)
        value = self.session.collect_value(block)
        return Hashtable() if value is None else value

    def _invalid(self, message: str, error_id: str) -> NetException:
        return self.fail(
            self.error(message, error_id, ErrorCategory.InvalidOperation, exception=PSInvalidOperationException)
        )


def _cultures(culture: str) -> Iterator[str]:
    """Yield a culture, its parents, and the empty name of the invariant one."""
    while culture:
        yield culture
        culture = culture.rpartition("-")[0]
    yield ""


def _forbidden(root: tree.ScriptBlockAst, allowed: set[str]) -> Iterator[Extent]:
    """Yield what in a data file could run other code than the allowed commands."""
    for node in root.walk():
        if isinstance(node, tree.CommandAst):
            first = node.command_elements[0]
            if not isinstance(first, tree.StringConstantExpressionAst) or first.value.lower() not in allowed:
                yield node.extent
        elif isinstance(node, (tree.InvokeMemberExpressionAst, tree.FunctionDefinitionAst, tree.TypeDefinitionAst)):
            yield node.extent
