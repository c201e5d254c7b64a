"""[Microsoft.PowerShell.Commands.JsonObject]: what scripts and modules call to turn JSON into objects and back."""

from __future__ import annotations

from typing import Any

from cmdlets.powershell.json_reader import JsonError, JsonReader, KeyProblem
from cmdlets.powershell.json_writer import JsonWriter
from shell.types.conversion.reference import PSReference
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method
from shell.values.errors import ArgumentException, ErrorCategory, ErrorRecord, InvalidOperationException
from shell.values.objects import Value, unwrap
from shell.values.registries import CURRENT

_CONTEXT = "Microsoft.PowerShell.Commands.JsonObject+ConvertToJsonContext"
_DEPTH = 1024


@clr_class(_CONTEXT)
class ConvertToJsonContext:
    """How ConvertToJson writes: levels (a positive number), enumerations by name, without blanks."""

    @clr_constructor("int maxDepth, bool enumsAsStrings, bool compressOutput")
    def __init__(self, max_depth: int, enums_as_strings: bool, compress_output: bool) -> None:
        self.max_depth = max_depth
        self.enums_as_strings = enums_as_strings
        self.compress_output = compress_output


@clr_class("Microsoft.PowerShell.Commands.JsonObject", is_abstract=True)
class JsonObject:
    """JSON by method calls. A bad text raises ArgumentException, a name that no property can have fills `error`."""

    @clr_method(
        "ConvertFromJson", "string input, ref System.Management.Automation.ErrorRecord error -> object", static=True
    )
    @clr_method(
        "ConvertFromJson",
        "string input, bool returnHashtable, ref System.Management.Automation.ErrorRecord error -> object",
        static=True,
    )
    @clr_method(
        "ConvertFromJson",
        "string input, bool returnHashtable, System.Nullable[int] maxDepth,"
        " ref System.Management.Automation.ErrorRecord error -> object",
        static=True,
    )
    @staticmethod
    def convert_from_json(text: str, *more: Any) -> Value:
        """Read a text."""
        reference = more[-1]
        depth = more[1] if len(more) > 2 and more[1] is not None else _DEPTH
        reader = JsonReader(text, as_hashtable=len(more) > 1 and bool(more[0]), depth=depth)
        record = None
        value: Value = None
        try:
            value = reader.read()
        except JsonError as problem:
            raise ArgumentException(f"Conversion from JSON failed with error: {problem}") from None
        except KeyProblem as problem:
            error = InvalidOperationException(str(problem))
            record = ErrorRecord(error, problem.error_id, ErrorCategory.InvalidOperation, None)
        if isinstance(reference, PSReference):
            reference.value = record
        return value

    @clr_method("ConvertToJson", f"object objectToProcess, ref {_CONTEXT} context -> string", static=True)
    @staticmethod
    def convert_to_json(value: Value, context: Any) -> str:
        """Write an object."""
        how = unwrap(context.value if isinstance(context, PSReference) else context)
        writer = JsonWriter(
            how.max_depth,
            compress=how.compress_output,
            enums_as_strings=how.enums_as_strings,
            escape="default",
            session=CURRENT.get().runspace,
        )
        return writer.write(value)
