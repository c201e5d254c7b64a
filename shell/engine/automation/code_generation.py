"""Language.CodeGeneration, which escapes text for scripts, and TypeAccelerators, the table of short names of types."""

from __future__ import annotations

from shell.dotnet.collections.generic_dictionaries import GenericDictionary
from shell.types import STRING, TYPE, ClrType, close_generic
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.types.registry.names import accelerators, give_accelerator, take_accelerator
from shell.values.errors import ArgumentException
from shell.values.objects import AUTOMATION_NULL, Value

_SINGLE_QUOTES = "'\u2018\u2019\u201a\u201b"


@clr_class("System.Management.Automation.Language.CodeGeneration", is_abstract=True)
class CodeGeneration:
    """Escapes strings for use in script text."""

    @clr_method("EscapeSingleQuotedStringContent", "string value -> string", static=True)
    @staticmethod
    def escape_single_quoted(value: str) -> str:
        """Double each quote that would end the string."""
        return "".join(letter * 2 if letter in _SINGLE_QUOTES else letter for letter in value or "")

    @clr_method("EscapeVariableName", "string value -> string", static=True)
    @staticmethod
    def escape_variable_name(value: str) -> str:
        """Escape braces and backticks, for `${...}`."""
        return "".join("`" + letter if letter in "{}`" else letter for letter in value or "")

    @clr_method("EscapeFormatStringContent", "string value -> string", static=True)
    @staticmethod
    def escape_format_string(value: str) -> str:
        """Double braces, for `-f`."""
        return (value or "").replace("{", "{{").replace("}", "}}")

    @clr_method("EscapeBlockCommentContent", "string value -> string", static=True)
    @staticmethod
    def escape_block_comment(value: str) -> str:
        """Escape the marks that begin or end a block comment."""
        return (value or "").replace("<#", "<`#").replace("#>", "#`>")


@clr_class("System.Management.Automation.TypeAccelerators", is_abstract=True)
class TypeAccelerators:
    """The table of type accelerators."""

    @clr_property("Get", "System.Collections.Generic.Dictionary`2[string,type]", static=True)
    @staticmethod
    def get() -> Value:
        """Return the types by their accelerators."""
        made = close_generic("System.Collections.Generic.Dictionary`2", (STRING, TYPE))
        assert made is not None
        table = GenericDictionary(made)
        for short, owner in accelerators().items():
            table.put(short, owner)
        return table

    @clr_method("Add", "string typeName, type type", static=True)
    @staticmethod
    def add(type_name: str, target: ClrType) -> Value:
        """Add an accelerator. An existing one is an error."""
        if type_name.lower() in map(str.lower, accelerators()):
            raise ArgumentException(f"An item with the same key has already been added. Key: {type_name}")
        give_accelerator(type_name, target)
        return AUTOMATION_NULL

    @clr_method("Remove", "string typeName -> bool", static=True)
    @staticmethod
    def remove(type_name: str) -> bool:
        """Remove an accelerator; return True if it existed."""
        return take_accelerator(type_name)
