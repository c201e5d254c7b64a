"""Export-Csv, Import-Csv."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cmdlets.powershell.csv import LIST_SEPARATOR, Columns, CsvReader, CsvWriter, column_names
from cmdlets.powershell.csv_text import HeaderReader, RecordReader
from cmdlets.powershell.file_output import FileOutput, TextFile, encoding_parameter, warn_of_obsolete
from shell.dotnet.io.text_files import read_text
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.engine.providers.table import drive_table
from shell.machine import disk
from shell.machine.os_errors import net_error
from shell.values.errors import (
    ErrorCategory,
    InvalidOperationException,
    NetException,
)
from shell.values.objects import Value


class ExportCsv(CsvWriter, FileOutput, verb="Export", noun="Csv", default_set="Delimiter", should_process=True):
    """Write objects to a file of comma-separated values."""

    examples = (Example("[pscustomobject]@{ Name = 'EX01' } | Export-Csv servers.csv", "A header and a line."),)

    input_object: Value = parameter(
        "psobject", mandatory=True, pipeline=True, by_property_name=True, help="The objects to write."
    )
    path: str | None = parameter("string", position=0, not_null_or_empty=True, help="The file.")
    literal_path: str | None = parameter(
        "string", aliases=("PSPath", "LP"), not_null_or_empty=True, help="The file, taken exactly as it is."
    )
    force: bool = parameter("switch", help="Write read-only files; append objects that lack columns.")
    no_clobber: bool = parameter("switch", aliases=("NoOverwrite",), help="Keep a file that exists.")
    encoding = encoding_parameter()
    append: bool = parameter("switch", help="Add to the file, in its columns.")

    _file: TextFile | None = None

    def begin(self) -> None:
        """Open the file."""
        super().begin()
        self._file = None
        if bool(self.path) == bool(self.literal_path):
            message = "You must specify either the -Path or -LiteralPath parameters, but not both."
            raise self.fail(self.error(message, "CannotSpecifyPathAndLiteralPath", ErrorCategory.InvalidData))
        self._shown_path = self.path or self.literal_path or ""
        path = self.resolved_path(self.path, self.literal_path)
        self._known = self._existing_names(path) if self.append else None
        if self.should_process(path, "Export-Csv"):
            self._file = self.open_file(path)

    def _existing_names(self, path: str) -> list[str] | None:
        if not disk.exists(disk.admit(path)):
            return None
        header = HeaderReader()
        for record in RecordReader(read_text(path, self.encoding), self.separator):
            header.take(record)
            if header.names is not None:
                break
        return header.names

    def choose_columns(self, value: Value) -> Columns:
        """Return the columns: those of the file that is appended to, else those of the first object."""
        if self._known is None:
            return super().choose_columns(value)
        return Columns(self._known, self.separator, self.quote_kind, self.quote_fields)

    def heading(self, value: Value, columns: Columns) -> Iterable[str]:
        """Return the lines before the first object; none where they are in the file already."""
        return () if self._known is not None else super().heading(value, columns)

    def process(self) -> None:
        """Write an object."""
        if self._file is None or self.input_object is None:
            return
        if self._known is not None and not self.force:
            self._check_columns()
        for line in self.lines(self.input_object):
            self._file.line(line)

    def _check_columns(self) -> None:
        known = {name.lower() for name in column_names(self.input_object)}
        for name in self._known or ():
            if name.lower() not in known:
                raise self.fail(
                    self.error(
                        f"Cannot append CSV content to the following file: {self._shown_path}. The appended object does"
                        f" not have a property that corresponds to the following column: {name}. To continue with"
                        " mismatched properties, add the -Force parameter, and then retry the command.",
                        "CannotAppendCsvWithMismatchedPropertyNames",
                        ErrorCategory.InvalidData,
                        name,
                        exception=InvalidOperationException,
                    )
                )

    def end(self) -> None:
        """Close the file."""
        self.stop()

    def stop(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()


_PATH = {
    name: SetMembership(mandatory=True, position=0, pipeline=True, by_property_name=True)
    for name in ("DelimiterPath", "CulturePath")
}
_LITERAL = {
    name: SetMembership(mandatory=True, by_property_name=True)
    for name in ("DelimiterLiteralPath", "CultureLiteralPath")
}


class ImportCsv(CsvReader, verb="Import", noun="Csv", default_set="DelimiterPath"):
    """Read objects from files of comma-separated values."""

    delimiter: str = parameter(
        "char",
        sets={"DelimiterPath": SetMembership(position=1), "DelimiterLiteralPath": SetMembership(position=1)},
        not_null=True,
        help="What parts the fields.",
    )
    path: Any = parameter("string[]", sets=_PATH, not_null_or_empty=True, help="The files; wildcards work.")
    literal_path: Any = parameter(
        "string[]", sets=_LITERAL, aliases=("PSPath", "LP"), not_null_or_empty=True, help="The files, exactly as given."
    )
    use_culture: bool = parameter(
        "switch",
        sets={"CulturePath": SetMembership(mandatory=True), "CultureLiteralPath": SetMembership(mandatory=True)},
        help="Part the fields as the culture does.",
    )
    header: Any = parameter("string[]", not_null_or_empty=True, help="The names; the first line is then data.")
    encoding = encoding_parameter()

    def process(self) -> None:
        """Read some files."""
        warn_of_obsolete(self, self.encoding)
        table = drive_table(self.session)
        for given in self.literal_path or self.path or ():
            try:
                for place in table.expand(given, literal=bool(self.literal_path)):
                    self._read_file(str(place.provider_path))
            except NetException as problem:
                if problem.record is not None:
                    raise
                error = problem if self.literal_path else self._missing(problem, given)
                raise self.fail(self.error(error, "FileOpenFailure", ErrorCategory.OpenError)) from None

    def _read_file(self, path: str) -> None:
        try:
            text = read_text(path, self.encoding)
        except OSError as problem:
            raise net_error(problem, path) from None
        self.read(text, HeaderReader(self.header), self.delimiter or LIST_SEPARATOR)

    def _missing(self, problem: NetException, path: str) -> NetException:
        if problem.error_id != "PathNotFound":
            return problem
        return net_error(FileNotFoundError(), drive_table(self.session).resolve(path).provider_path)
