"""System.Management.Automation.PSSerializer: objects to CLIXML and back."""

from __future__ import annotations

from shell.dotnet.automation.clixml_reader import deserialize
from shell.dotnet.automation.clixml_writer import serialize
from shell.types.registry.declarations import clr_class, clr_method
from shell.values.objects import Value


@clr_class("System.Management.Automation.PSSerializer", is_abstract=True)
class PSSerializer:
    """A static class."""

    @clr_method("Serialize", "object source -> string", static=True)
    @clr_method("Serialize", "object source, int depth -> string", static=True)
    @staticmethod
    def serialize(source: Value, depth: int = 1) -> str:
        """Return a document with one value."""
        return serialize([source], depth)

    @clr_method("Deserialize", "string source -> object", static=True)
    @staticmethod
    def deserialize(source: str) -> Value:
        """Return a document's value, an array where it has several."""
        values = deserialize(source)
        return values[0] if len(values) == 1 else values

    @clr_method("DeserializeAsList", "string source -> object[]", static=True)
    @staticmethod
    def deserialize_as_list(source: str) -> list[Value]:
        """Return all values of a document."""
        return deserialize(source)
