"""ConvertTo-Csv, Export-Csv, ConvertFrom-Csv, Import-Csv."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Any, Final

from cmdlets.powershell.csv_text import HeaderReader, RecordReader, is_blank, needs_quotes, quoted
from cmdlets.powershell.file_output import FileOutput, TextFile, encoding_parameter
from shell.display.access import base_of, names_of, read
from shell.runtime.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.runtime.errors import (
    ErrorCategory,
    FileNotFoundException,
    InvalidOperationException,
    NetException,
    PSArgumentException,
    RuntimeException,
)
from shell.runtime.objects import MISSING, Hashtable, PSCustomObject, Value
from shell.runtime.providers.table import drive_table
from shell.runtime.text import net_string, to_string
from shell.runtime.textfiles import read_text
from shell.runtime.types import type_names

_QUOTE_KINDS: Final = ("Never", "Always", "AsNeeded")
_LIST_SEPARATOR: Final = ","
"""The culture's list separator, for -UseCulture: that of en-US."""


class Columns:
    """Which properties are written, and how a field is quoted."""

    def __init__(self, names: Sequence[str], delimiter: str, kind: str, quote_fields: Sequence[str] | None) -> None:
        self.names = list(names)
        self._delimiter = delimiter
        self._kind = kind
        self._fields = None if quote_fields is None else {name.lower() for name in quote_fields}

    def header(self) -> str:
        """Return the line of names."""
        return self._delimiter.join([self._field(name, name) for name in self.names])

    def line(self, value: Value, session: Any) -> str:
        """Return an object's line; what it lacks, and $null, stays empty without quotes."""
        texts = [(name, csv_text(value, name, session)) for name in self.names]
        return self._delimiter.join(["" if text is None else self._field(name, text) for name, text in texts])

    def _field(self, name: str, text: str) -> str:
        if self._fields is not None:
            return quoted(text) if name.lower() in self._fields else text
        if self._kind == "Always" or (self._kind == "AsNeeded" and needs_quotes(text, self._delimiter)):
            return quoted(text)
        return text


def csv_text(value: Value, name: str, session: Any) -> str | None:
    """Return a property as .NET's own text; None where there is no value."""
    plain = base_of(value)
    try:
        found = plain.get(name) if isinstance(plain, Hashtable) else read(value, name, session)
    except NetException:
        return ""
    return None if found is None or found is MISSING else net_string(found)


def column_names(value: Value) -> list[str]:
    """Return the names of the columns for a first object: its properties, or the keys of a hashtable."""
    plain = base_of(value)
    if isinstance(plain, Hashtable):
        return [to_string(key) for key, _ in plain.items()]
    return names_of(value)


class CsvWriter(FileOutput):
    """What ConvertTo-Csv and Export-Csv share."""

    delimiter: str = parameter("char", position=1, sets=("Delimiter",), not_null=True, help="What parts the fields.")
    use_culture: bool = parameter("switch", sets=("UseCulture",), help="Part the fields as the culture does.")
    include_type_information: bool = parameter("switch", aliases=("ITI",), help="Begin with a #TYPE line.")
    no_type_information: bool = parameter("switch", aliases=("NTI",), help="Without a #TYPE line, as is usual.")
    quote_fields: Any = parameter("string[]", aliases=("QF",), help="The columns to quote.")
    use_quotes: Any = parameter("string", aliases=("UQ",), values=_QUOTE_KINDS, help="When fields are quoted.")
    no_header: bool = parameter("switch", help="Leave out the names.")

    def begin(self) -> None:
        """Check what does not go together."""
        self._columns: Columns | None = None
        if self.is_bound("QuoteFields") and self.is_bound("UseQuotes"):
            self._refuse("UseQuotes", "QuoteFields", "CannotSpecifyQuoteFieldsAndUseQuotes")
        if self.is_bound("IncludeTypeInformation") and self.is_bound("NoTypeInformation"):
            self._refuse(
                "IncludeTypeInformation", "NoTypeInformation", "CannotSpecifyIncludeTypeInformationAndNoTypeInformation"
            )

    def _refuse(self, one: str, other: str, error_id: str) -> None:
        raise self.fail(
            self.error(
                f"You must specify either the -{one} or -{other} parameters, but not both.",
                error_id,
                ErrorCategory.InvalidData,
                exception=InvalidOperationException,
            )
        )

    @property
    def separator(self) -> str:
        """What parts the fields."""
        return self.delimiter or _LIST_SEPARATOR

    def lines(self, value: Value) -> Iterable[str]:
        """Return the lines that an object adds: for the first one the heading, too."""
        if self._columns is None:
            self._columns = self.choose_columns(value)
            yield from self.heading(value, self._columns)
        yield self._columns.line(value, self.session)

    def choose_columns(self, value: Value) -> Columns:
        """Return the columns for a first object."""
        return Columns(column_names(value), self.separator, self.use_quotes or "Always", self.quote_fields)

    def heading(self, value: Value, columns: Columns) -> Iterable[str]:
        """Return the lines before the first object."""
        if self.include_type_information:
            yield "#TYPE " + type_names(value)[0]
        if not self.no_header:
            yield columns.header()


_INPUT = {
    name: SetMembership(mandatory=True, position=0, pipeline=True, by_property_name=True)
    for name in ("Delimiter", "UseCulture")
}


class ConvertToCsv(CsvWriter, verb="ConvertTo", noun="Csv", default_set="Delimiter", output=("System.String",)):
    """Turn objects into lines of comma-separated values."""

    examples = (Example("[pscustomobject]@{ Name = 'EX01'; Size = 5 } | ConvertTo-Csv", "A header and a line."),)

    input_object: Value = parameter("psobject", sets=_INPUT, help="The objects; the first one's properties count.")

    def process(self) -> None:
        """Write the lines of an object."""
        if self.input_object is not None:
            for line in self.lines(self.input_object):
                self.write(line)


class ExportCsv(CsvWriter, verb="Export", noun="Csv", aliases=("epcsv",), default_set="Delimiter", should_process=True):
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

    def begin(self) -> None:
        """Open the file."""
        super().begin()
        self._file: TextFile | None = None
        if bool(self.path) == bool(self.literal_path):
            message = "You must specify either the -Path or -LiteralPath parameters, but not both."
            raise self.fail(self.error(message, "CannotSpecifyPathAndLiteralPath", ErrorCategory.InvalidData))
        self._shown_path = self.path or self.literal_path or ""
        path = self.resolved_path(self.path, self.literal_path)
        self._known = self._existing_names(path) if self.append else None
        if self.should_process(path, "Export-Csv"):
            self._file = self.open_file(path)

    def _existing_names(self, path: str) -> list[str] | None:
        if not os.path.exists(path):
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
        return Columns(self._known, self.separator, self.use_quotes or "Always", self.quote_fields)

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


class CsvReader(Cmdlet):
    """What ConvertFrom-Csv and Import-Csv share."""

    _warned = False

    def read(self, text: str, header: HeaderReader, delimiter: str) -> None:
        """Write an object for each record of a text."""
        checked = False
        for record in RecordReader(text, delimiter):
            if header.take(record):
                continue
            if is_blank(record):
                continue
            if not checked:
                checked = True
                self._check_names(header.names or [])
            self.write(self._object(record, header))

    def _check_names(self, names: Sequence[str]) -> None:
        seen: set[str] = set()
        for name in names:
            if name and name.lower() in seen:
                raise self.fail(
                    self.error(
                        f'The member "{name}" is already present.',
                        "AlreadyPresentPSMemberInfoInternalCollectionAdd",
                        exception=RuntimeException,
                    )
                )
            seen.add(name.lower())

    def _object(self, record: Sequence[str], header: HeaderReader) -> PSCustomObject:
        members: dict[str, Any] = {}
        unnamed = 0
        for place, name in enumerate(header.names or ()):
            if not name:
                unnamed += 1
                name = f"H{unnamed}"
            members[name] = record[place] if place < len(record) else None
        if unnamed and not self._warned:
            self._warned = True
            self.write_warning(
                'One or more headers were not specified. Default names starting with "H" have been used in place of any'
                " missing headers."
            )
        kind = header.type_name
        return PSCustomObject(members, [kind, "CSV:" + kind] if kind else None)


class ConvertFromCsv(CsvReader, verb="ConvertFrom", noun="Csv", default_set="Delimiter"):
    """Turn lines of comma-separated values into objects."""

    examples = (Example("'Name,Size', 'EX01,5' | ConvertFrom-Csv", "An object with two properties."),)

    delimiter: str = parameter("char", position=1, sets=("Delimiter",), not_null=True, help="What parts the fields.")
    use_culture: bool = parameter(
        "switch", sets={"UseCulture": SetMembership(mandatory=True)}, help="Part the fields as the culture does."
    )
    input_object: Any = parameter("psobject[]", sets=_INPUT, not_null_or_empty=True, help="The lines.")
    header: Any = parameter("string[]", not_null_or_empty=True, help="The names; the first line is then data.")

    def begin(self) -> None:
        """Start without a header."""
        self._reader = HeaderReader(self.header)

    def process(self) -> None:
        """Read some lines."""
        for each in self.input_object:
            self.read(to_string(each), self._reader, self.delimiter or _LIST_SEPARATOR)


_PATH = {
    name: SetMembership(mandatory=True, position=0, pipeline=True, by_property_name=True)
    for name in ("DelimiterPath", "CulturePath")
}
_LITERAL = {
    name: SetMembership(mandatory=True, by_property_name=True)
    for name in ("DelimiterLiteralPath", "CultureLiteralPath")
}


class ImportCsv(CsvReader, verb="Import", noun="Csv", aliases=("ipcsv",), default_set="DelimiterPath"):
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
        table = drive_table(self.session)
        for given in self.literal_path or self.path or ():
            try:
                for place in table.expand(given, literal=bool(self.literal_path)):
                    self._read_file(str(place.provider_path))
            except NetException as problem:
                if problem.record is not None:
                    raise
                error = problem if self.literal_path else _missing(problem, given)
                raise self.fail(self.error(error, "FileOpenFailure", ErrorCategory.OpenError)) from None

    def _read_file(self, path: str) -> None:
        try:
            text = read_text(path, self.encoding)
        except OSError as problem:
            raise PSArgumentException(str(problem)) from None
        self.read(text, HeaderReader(self.header), self.delimiter or _LIST_SEPARATOR)


def _missing(problem: NetException, path: str) -> NetException:
    full = os.path.abspath(path)
    return FileNotFoundException(f"Could not find file '{full}'.") if not os.path.exists(full) else problem
