"""Test-Json: is a text JSON, and does it fit a schema?"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from cmdlets.powershell.json_schema import Json, SchemaError, validate
from shell.dotnet.io.text_files import read_text
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.lazy import lazy
from shell.machine import path_text
from shell.values.errors import ErrorCategory, ErrorRecord, NetException, exception_class
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.providers import table
else:
    table = lazy("shell.engine.providers.table", globals())


JsonTestError = exception_class("System.Exception", NetException, __name__)

_COMMENTS: Final = "IgnoreComments"
_COMMAS: Final = "AllowTrailingCommas"
_TOKEN: Final = re.compile(r'("(?:\\.|[^"\\])*")|//[^\n]*|/\*.*?\*/', re.DOTALL)
_COMMA: Final = re.compile(r'("(?:\\.|[^"\\])*")|,(?=\s*[}\]])', re.DOTALL)
_DEEPEST: Final = 64
"""How many levels a document may have."""


def _strict(name: str) -> Json:
    raise ValueError(name)


def read_json(text: str, options: Collection[str] = ()) -> Json:
    """Read a document strictly; raises ValueError. `options` are those of -Options, in lower case."""
    if _COMMENTS.lower() in options:
        text = _TOKEN.sub(lambda found: found[1] or " ", text)
    if _COMMAS.lower() in options:
        text = _COMMA.sub(lambda found: found[1] or "", text)
    try:
        value = json.loads(text, parse_float=Decimal, parse_constant=_strict)
    except RecursionError:
        raise ValueError("too deep") from None
    if _depth(value) > _DEEPEST:
        raise ValueError("too deep")
    return value


def _depth(value: Json) -> int:
    level, deepest = [value], 0
    while level:
        below: list[Json] = []
        for each in level:
            below += each.values() if isinstance(each, dict) else each if isinstance(each, list) else ()
        deepest += any(isinstance(each, (dict, list)) for each in level)
        level = below
    return deepest


_STRINGS: Final = ("JsonString", "JsonStringWithSchemaString", "JsonStringWithSchemaFile")
_PATHS: Final = ("JsonPath", "JsonPathWithSchemaString", "JsonPathWithSchemaFile")
_LITERALS: Final = ("JsonLiteralPath", "JsonLiteralPathWithSchemaString", "JsonLiteralPathWithSchemaFile")
_SECOND: Final = SetMembership(mandatory=True, position=1)


class TestJson(Cmdlet, verb="Test", noun="Json", default_set="JsonString", output=("System.Boolean",)):
    """Tell whether a text is JSON, and whether it fits a schema."""

    examples = (
        Example("Test-Json '{ \"Name\": 1 }'", "True."),
        Example("Test-Json '[1]' -Schema '{ \"type\": \"array\" }'", "True: it is an array."),
    )

    json: Any = parameter(
        "string",
        sets={name: SetMembership(mandatory=True, position=0, pipeline=True) for name in _STRINGS},
        help="The text.",
    )
    path: Any = parameter(
        "string",
        sets={name: SetMembership(mandatory=True, by_property_name=True) for name in _PATHS},
        help="A file.",
    )
    literal_path: Any = parameter(
        "string",
        sets={name: SetMembership(mandatory=True, by_property_name=True) for name in _LITERALS},
        aliases=("PSPath", "LP"),
        help="A file, taken as it is.",
    )
    schema: Any = parameter(
        "string",
        sets={each[1]: _SECOND for each in (_STRINGS, _PATHS, _LITERALS)},
        not_null_or_empty=True,
        help="A schema that the text has to fit.",
    )
    schema_file: Any = parameter(
        "string",
        sets={each[2]: SetMembership(mandatory=True) for each in (_STRINGS, _PATHS, _LITERALS)},
        not_null_or_empty=True,
        help="A file with such a schema.",
    )
    options: Any = parameter(
        "string[]", values=(_COMMENTS, _COMMAS), not_null_or_empty=True, help="What else is allowed in the text."
    )

    def begin(self) -> None:
        """Read the schema."""
        self._options = {str(each).lower() for each in self.options or ()}
        self._rules: Json = True
        if self.schema:
            self._rules = self._read_schema(self.schema)
        elif self.schema_file:
            self._rules = self._read_schema(self._schema_text(), self.schema_file)

    def process(self) -> None:
        """Test a text."""
        text = self.json if self.json is not None else self._file()
        if text is None:
            return
        try:
            problems = validate(read_json(text, self._options), self._rules)
        except ValueError:
            self.write_error(self._problem("Cannot parse the JSON.", "InvalidJson", self.json))
            self.write(False)
            return
        except SchemaError:
            raise self._broken_schema(self.schema or self.schema_file) from None
        for each in problems:
            message = f"The JSON is not valid with the schema: {each.text} at '{each.place}'"
            self.write_error(self._problem(message, "InvalidJsonAgainstSchemaDetailed", None))
        self.write(not problems)

    def _problem(
        self, message: str, error_id: str, target: Value, category: ErrorCategory = ErrorCategory.InvalidData
    ) -> ErrorRecord:
        return self.error(JsonTestError(message), error_id, category, target)

    def _read_schema(self, text: str, source: str | None = None) -> Json:
        try:
            rules = read_json(text)
        except ValueError:
            raise self._broken_schema(source or text) from None
        if not isinstance(rules, (dict, bool)):
            raise self._broken_schema(source or text)
        return rules

    def _broken_schema(self, source: Value) -> NetException:
        return self.fail(self._problem("Cannot parse the JSON schema.", "InvalidJsonSchema", source))

    def _schema_text(self) -> str:
        path = path_text.join(self.session.location, self.schema_file)
        try:
            return read_text(path)
        except OSError:
            message = f"Cannot open JSON schema file: {path}"
            raise self.fail(
                self._problem(message, "JsonSchemaFileOpenFailure", path, ErrorCategory.OpenError)
            ) from None

    def _file(self) -> str | None:
        try:
            literal = self.literal_path is not None
            place = table.drive_table(self.session).expand(
                self.literal_path if literal else self.path, literal=literal
            )[0]
            return read_text(str(place.provider_path))
        except NetException as problem:
            self.write_error(self.error(problem, "FileOpenFailure", ErrorCategory.OpenError, self.path))
            return None
