"""Export-Clixml, Import-Clixml, ConvertTo-CliXml, ConvertFrom-CliXml: objects in PowerShell's own XML."""

from __future__ import annotations

from typing import Any, Final

from cmdlets.powershell.file_output import LITERAL_SETS, PATH_SETS, FileOutput, encoding_parameter
from shell.dotnet.automation.clixml_reader import deserialize
from shell.dotnet.automation.clixml_writer import serialize
from shell.dotnet.io.text_files import read_text
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.engine.providers.table import drive_table
from shell.types.members.extended_members import OwnText
from shell.values.extension import extend
from shell.values.objects import UInt64, Value

_BOTH: Final = ("ByPath", "ByLiteralPath")


class ExportClixml(FileOutput, verb="Export", noun="Clixml", default_set="ByPath", should_process=True):
    """Write objects to a file so that Import-Clixml can bring them back."""

    examples = (Example("[pscustomobject]@{ Name = 'EX01' } | Export-Clixml server.xml", "Keep an object."),)

    depth: int = parameter("int", default=2, range=(1, 2147483647), help="How many levels are written as objects.")
    path: str | None = parameter("string", sets=PATH_SETS, help="The file.")
    literal_path: str | None = parameter(
        "string",
        sets={"ByLiteralPath": SetMembership(mandatory=True)},
        aliases=("PSPath", "LP"),
        help="The file, taken exactly as it is.",
    )
    input_object: Value = parameter(
        "psobject",
        sets={name: SetMembership(mandatory=True, pipeline=True) for name in _BOTH},
        allow_null=True,
        help="The objects.",
    )
    force: bool = parameter("switch", help="Write read-only files, too.")
    no_clobber: bool = parameter("switch", aliases=("NoOverwrite",), help="Keep a file that exists.")
    encoding = encoding_parameter()

    def begin(self) -> None:
        """Start to collect."""
        self._values: list[Value] = []

    def process(self) -> None:
        """Take an object."""
        self._values.append(self.input_object)

    def end(self) -> None:
        """Write the file."""
        path = self.resolved_path(self.path, self.literal_path)
        if not self.should_process(path, "Export-Clixml"):
            return
        file = self.open_file(path)
        try:
            file.write(serialize(self._values, self.depth))
        finally:
            file.close()


class ImportClixml(Cmdlet, verb="Import", noun="Clixml", default_set="ByPath"):
    """Bring back objects that Export-Clixml wrote."""

    path: Any = parameter(
        "string[]",
        sets={"ByPath": SetMembership(mandatory=True, position=0, pipeline=True, by_property_name=True)},
        help="The files; wildcards work.",
    )
    literal_path: Any = parameter(
        "string[]", sets=LITERAL_SETS, aliases=("PSPath", "LP"), help="The files, exactly as given."
    )
    include_total_count: bool = parameter("switch", help="Say first how many objects there are.")
    skip: int = parameter("uint64", default=0, help="How many objects to leave out.")
    first: int | None = parameter("uint64", help="How many objects to bring back.")

    def process(self) -> None:
        """Read some files."""
        table = drive_table(self.session)
        for given in self.literal_path or self.path or ():
            for place in table.expand(given, literal=bool(self.literal_path)):
                self._write(deserialize(read_text(str(place.provider_path))))

    def _write(self, values: list[Value]) -> None:
        if self.include_total_count:
            self.write(total_count(len(values)))
        stop = None if self.first is None else self.skip + self.first
        for value in values[self.skip : stop]:
            self.write(value, enumerate=True)


def total_count(count: int) -> Value:
    """Return a count as -IncludeTotalCount writes it: a number that says what it is, and how exact (1.0: exactly)."""
    found = extend(UInt64(count))
    found.members["ToString"] = OwnText(f"Total count: {count}")
    found.members["Accuracy"] = 1.0
    return found


class ConvertToCliXml(Cmdlet, verb="ConvertTo", noun="CliXml", output=("System.String",)):
    """Turn objects into PowerShell's own XML."""

    examples = (Example("1, 2 | ConvertTo-CliXml", "Two numbers in one document."),)

    input_object: Value = parameter(
        "psobject", position=0, mandatory=True, pipeline=True, allow_null=True, help="The objects."
    )
    depth: int = parameter("int", default=2, range=(1, 2147483647), help="How many levels are written as objects.")

    def begin(self) -> None:
        """Start to collect."""
        self._values: list[Value] = []

    def process(self) -> None:
        """Take an object."""
        self._values.append(self.input_object)

    def end(self) -> None:
        """Write the document."""
        self.write(serialize(self._values, self.depth))


class ConvertFromCliXml(Cmdlet, verb="ConvertFrom", noun="CliXml"):
    """Bring back objects from PowerShell's own XML."""

    examples = (Example("1 | ConvertTo-CliXml | ConvertFrom-CliXml", "The number 1."),)

    input_object: str = parameter("string", position=0, mandatory=True, pipeline=True, help="The XML.")

    def begin(self) -> None:
        """Start to collect."""
        self._parts: list[str] = []

    def process(self) -> None:
        """Take a part."""
        self._parts.append(self.input_object)

    def end(self) -> None:
        """Write the objects."""
        for value in deserialize("".join(self._parts)):
            self.write(value, enumerate=True)
