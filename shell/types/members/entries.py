"""System.Collections.DictionaryEntry: a key of a dictionary with its value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from shell.types.conversion.text import net_string
from shell.types.registry.declarations import clr_class, clr_constructor
from shell.values.objects import Value


@clr_class("System.Collections.DictionaryEntry", "System.ValueType", "Key:object=rw Value:object=rw")
class DictionaryEntry:
    """System.Collections.DictionaryEntry."""

    __slots__ = ("key", "value")

    @clr_constructor("object key, object value")
    def __init__(self, key: Value, value: Value) -> None:
        self.key = key
        self.value = value

    def __str__(self) -> str:
        return f"[{net_string(self.key)}, {net_string(self.value)}]"


def entries(table: Any) -> Iterator[Value]:
    """Return the entries of a dictionary."""
    return (DictionaryEntry(key, value) for key, value in table.items())


__all__ = ["DictionaryEntry", "entries"]
