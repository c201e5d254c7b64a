"""ConvertTo-Json and ConvertFrom-Json."""

from __future__ import annotations

from typing import Any, Final

from cmdlets.powershell.json_reader import JsonError, JsonReader, KeyProblem
from cmdlets.powershell.json_writer import JsonWriter
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.types.registry.enumeration import register_enum
from shell.values.errors import (
    ArgumentException,
    ErrorCategory,
    InvalidOperationException,
)
from shell.values.objects import Value

_ESCAPES: Final = register_enum(
    "Newtonsoft.Json.StringEscapeHandling", {"Default": 0, "EscapeNonAscii": 1, "EscapeHtml": 2}
)
_DATE_KINDS: Final = register_enum(
    "Microsoft.PowerShell.Commands.JsonDateKind", {"Default": 0, "Local": 1, "Utc": 2, "Offset": 3, "String": 4}
)


class ConvertToJson(Cmdlet, verb="ConvertTo", noun="Json", output=("System.String",)):
    """Turn objects into JSON."""

    examples = (Example("@{ Name = 'EX01'; Roles = 'Hub', 'Edge' } | ConvertTo-Json", "An object with an array."),)

    input_object: Value = parameter(
        "object", position=0, mandatory=True, pipeline=True, allow_null=True, help="The object to write."
    )
    depth: int = parameter("int", default=2, range=(0, 100), help="How many levels are written as they are.")
    compress: bool = parameter("switch", help="Without blanks and line breaks.")
    enums_as_strings: bool = parameter("switch", help="Write enumeration values by name.")
    as_array: bool = parameter("switch", help="Write an array even for one object.")
    escape_handling: Any = parameter(_ESCAPES.name, default="Default", help="What else is escaped.")

    def begin(self) -> None:
        """Start to collect."""
        self._items: list[Value] = []

    def process(self) -> None:
        """Take an object."""
        self._items.append(self.input_object)

    def end(self) -> None:
        """Write the document."""
        items = self._items
        if not items:
            return
        writer = JsonWriter(
            self.depth,
            compress=bool(self.compress),
            enums_as_strings=bool(self.enums_as_strings),
            escape=str(self.escape_handling).lower(),
            session=self.session,
        )
        many = len(items) > 1 or self.as_array
        text = writer.write(items if many else items[0], piped=items if self.runtime.call.expecting_input else ())
        if writer.truncated:
            self.write_warning(
                f"Resulting JSON is truncated as serialization has exceeded the set depth of {self.depth}."
            )
        self.write(text)


class ConvertFromJson(Cmdlet, verb="ConvertFrom", noun="Json"):
    """Turn JSON into objects."""

    examples = (Example('\'{ "Name": "EX01" }\' | ConvertFrom-Json', "An object with one property."),)

    input_object: str = parameter(
        "string", position=0, mandatory=True, pipeline=True, allow_empty_string=True, help="The JSON, or lines of it."
    )
    as_hashtable: bool = parameter("switch", help="Make hashtables, with the order and case of names.")
    depth: int = parameter("int", default=1024, range=("Positive",), help="How many levels are allowed.")
    no_enumerate: bool = parameter("switch", help="Write an array as one object.")
    date_kind: Any = parameter(_DATE_KINDS.name, default="Default", help="What becomes of dates.")

    def begin(self) -> None:
        """Start to collect."""
        self._parts: list[str] = []

    def process(self) -> None:
        """Take a part."""
        self._parts.append(self.input_object)

    def end(self) -> None:
        """Read the document, or one for each part where the first is one by itself."""
        parts = self._parts
        if not parts:
            return
        if len(parts) > 1:
            if self._first_is_whole(parts[0]):
                for part in parts[1:]:
                    self._write(self._read(part))
            else:
                self._write(self._read("\n".join(parts)))
            return
        self._write(self._read(parts[0]))

    def _first_is_whole(self, part: str) -> bool:
        """Write the first part's value where it is a document by itself."""
        try:
            self._reader(part).read()
        except JsonError:
            return False
        except KeyProblem:
            pass
        value = self._read(part)
        self._write(value)
        return value is not None

    def _reader(self, text: str) -> JsonReader:
        return JsonReader(text, as_hashtable=bool(self.as_hashtable), depth=self.depth, date_kind=str(self.date_kind))

    def _read(self, text: str) -> Value:
        try:
            return self._reader(text).read()
        except JsonError as problem:
            raise self.fail(
                self.error(
                    ArgumentException(f"Conversion from JSON failed with error: {problem}"), "System.ArgumentException"
                )
            ) from None
        except KeyProblem as problem:
            raise self.fail(
                self.error(InvalidOperationException(str(problem)), problem.error_id, ErrorCategory.InvalidOperation)
            ) from None

    def _write(self, value: Value) -> None:
        self.write(value, enumerate=not self.no_enumerate)
