"""ConvertTo-Csv, ConvertFrom-Csv, and what they share with Export-Csv and Import-Csv."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from cmdlets.powershell.csv_text import HeaderReader, RecordReader, is_blank, needs_quotes, quoted
from cmdlets.powershell.parameter_order import OwnParametersFirst
from shell.display.access import base_of, names_of, read
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.types import type_names
from shell.types.conversion.text import net_string, to_string
from shell.types.registry.enumeration import register_enum
from shell.values.errors import (
    ErrorCategory,
    InvalidOperationException,
    NetException,
    RuntimeException,
)
from shell.values.objects import MISSING, Hashtable, PSCustomObject, Value

QUOTE_KIND: Final = register_enum(
    "Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind", {"Never": 0, "Always": 1, "AsNeeded": 2}
)
LIST_SEPARATOR: Final = ","
"""The culture's list separator, for -UseCulture: that of en-US."""


class Columns:
    """Which properties are written, and how a field is quoted."""

    def __init__(self, names: Sequence[str], delimiter: str, kind: str, quote_fields: Sequence[str] | None) -> None:
        self.names = list(names)
        self._delimiter = delimiter
        self._kind = kind
        self._fields = None if quote_fields is None else {name.lower() for name in quote_fields if name}
        self._always = self._fields is None and kind == "Always" and bool(self.names)
        self._between = f'"{delimiter}"'
        self._quotes = self._between.count('"') * (len(self.names) - 1)

    def header(self) -> str:
        """Return the line of names."""
        return self._delimiter.join([self._field(name, name) for name in self.names])

    def line(self, value: Value, session: Any) -> str:
        """Return an object's line; what it lacks, and $null, stays empty without quotes."""
        if self._always and type(value) is PSCustomObject:
            line = self._line_of_notes(value.members)
            if line is not None:
                return line
        texts = [(name, csv_text(value, name, session)) for name in self.names]
        return self._delimiter.join(["" if text is None else self._field(name, text) for name, text in texts])

    def _line_of_notes(self, members: dict[str, Any]) -> str | None:
        """Return the line of a property bag whose values are texts and whole numbers, all in quotes; else None."""
        texts: list[str] = []
        for name in self.names:
            note = members.get(name)
            kind = type(note)
            if kind is str:
                texts.append(note)  # type: ignore[arg-type]
            elif kind is int or kind is bool:
                texts.append(str(note))
            else:
                return None
        line = self._between.join(texts)
        if line.count('"') != self._quotes:  # some stand inside of fields
            line = self._between.join([text.replace('"', '""') for text in texts])
        return f'"{line}"'

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


class CsvWriter(OwnParametersFirst):
    """What ConvertTo-Csv and Export-Csv share."""

    delimiter: str = parameter("char", position=1, sets=("Delimiter",), not_null=True, help="What parts the fields.")
    use_culture: bool = parameter("switch", sets=("UseCulture",), help="Part the fields as the culture does.")
    include_type_information: bool = parameter("switch", aliases=("ITI",), help="Begin with a #TYPE line.")
    no_type_information: bool = parameter("switch", aliases=("NTI",), help="Without a #TYPE line, as is usual.")
    quote_fields: Any = parameter("string[]", aliases=("QF",), help="The columns to quote.")
    use_quotes: Any = parameter(QUOTE_KIND.name, aliases=("UQ",), help="When fields are quoted.")
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
    def quote_kind(self) -> str:
        """Never, Always or AsNeeded."""
        return "Always" if self.use_quotes is None else str(self.use_quotes)

    @property
    def separator(self) -> str:
        """What parts the fields."""
        return self.delimiter or LIST_SEPARATOR

    def lines(self, value: Value) -> Iterable[str]:
        """Return the lines that an object adds: for the first one the heading, too."""
        if self._columns is None:
            self._columns = self.choose_columns(value)
            yield from self.heading(value, self._columns)
        yield self._columns.line(value, self.session)

    def choose_columns(self, value: Value) -> Columns:
        """Return the columns for a first object."""
        return Columns(column_names(value), self.separator, self.quote_kind, self.quote_fields)

    def heading(self, value: Value, columns: Columns) -> Iterable[str]:
        """Return the lines before the first object."""
        if self.include_type_information:
            # what Import-Csv made bears its mark before the type that the file named
            yield " ".join(("#TYPE", *(name.removeprefix("CSV:") for name in type_names(value)[:1])))
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


class CsvReader(Cmdlet):
    """What ConvertFrom-Csv and Import-Csv share."""

    _warned = False

    def read(self, text: str, header: HeaderReader, delimiter: str) -> None:
        """Write an object for each record of a text."""
        for record in RecordReader(text, delimiter):
            if header.take(record):
                continue
            if is_blank(record):
                continue
            if header.columns is None:
                header.columns = self._columns(header.names or [])
            self.write(self._object(record, header.columns, header.type_name))

    def _columns(self, names: Sequence[str]) -> list[str]:
        """Return the names of the properties; those that the header leaves out are counted."""
        columns: list[str] = []
        seen: set[str] = set()
        unnamed = 0
        for name in names:
            if name.lower() in seen:
                raise self.fail(
                    self.error(
                        f'The member "{name}" is already present.',
                        "AlreadyPresentPSMemberInfoInternalCollectionAdd",
                        exception=RuntimeException,
                    )
                )
            if name:
                seen.add(name.lower())
            else:
                unnamed += 1
                name = f"H{unnamed}"
            columns.append(name)
        if unnamed and not self._warned:
            self._warned = True
            self.write_warning(
                'One or more headers were not specified. Default names starting with "H" have been used in place of any'
                " missing headers."
            )
        return columns

    def _object(self, record: list[str], columns: list[str], kind: str) -> PSCustomObject:
        missing = len(columns) - len(record)
        if missing > 0:
            record = record + [None] * missing  # type: ignore[list-item]
        return PSCustomObject(dict(zip(columns, record, strict=False)), [kind, "CSV:" + kind] if kind else None)


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
            self.read(to_string(each), self._reader, self.delimiter or LIST_SEPARATOR)
