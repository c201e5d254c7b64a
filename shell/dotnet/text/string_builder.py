"""System.Text.StringBuilder."""

from __future__ import annotations

import os
from typing import Any

from shell.dotnet.text.strings import utf16_length
from shell.language.units import whole
from shell.types.conversion.text import net_string
from shell.types.operators.formatting import composite_format
from shell.types.registry.checks import ABOVE_SIZE, index_up_to, not_empty, not_negative, out_of_range
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.errors import ArgumentOutOfRangeException, IndexOutOfRangeException
from shell.values.objects import Char, Value, unwrap


@clr_class("System.Text.StringBuilder", properties="Capacity:int=rw MaxCapacity:int")
class StringBuilder:
    """A mutable text.

    Appended pieces are kept in `_parts` and joined on the next read, so that n appends copy each piece once.
    """

    def __init__(self, text: str = "", capacity: int = 16) -> None:
        self._parts: list[str] = [text]
        self._count = utf16_length(text)
        self.capacity = max(capacity, 16 if not text else _room(16, len(text)))
        self.max_capacity = 0x7FFFFFFF

    @property
    def text(self) -> str:
        """Return the whole text."""
        parts = self._parts
        if len(parts) > 1:
            parts[:] = [whole("".join(parts))]
        return parts[0]

    @text.setter
    def text(self, text: str) -> None:
        self._parts = [text]
        self._count = utf16_length(text)

    def __str__(self) -> str:
        return self.text

    @clr_constructor("")
    @staticmethod
    def empty() -> StringBuilder:
        """Create an empty builder."""
        return StringBuilder()

    @clr_constructor("int capacity")
    @staticmethod
    def sized(capacity: int) -> StringBuilder:
        """Create an empty builder with a capacity."""
        not_negative(capacity, "capacity")
        made = StringBuilder()
        made.capacity = capacity or 16
        return made

    @clr_constructor("string value")
    @clr_constructor("string value, int capacity")
    @staticmethod
    def of_text(value: Any, capacity: int = 16) -> StringBuilder:
        """Create a builder with a text."""
        made = StringBuilder()
        made.text = value or ""
        made.capacity = max(capacity or 16, len(made.text))
        return made

    def _set_length(self, length: int) -> None:
        if length < 0:
            raise ArgumentOutOfRangeException("Length cannot be less than zero. (Parameter 'value')")
        self.text = self.text[:length].ljust(length, "\0")
        self.capacity = max(self.capacity, length)

    @clr_property("Length", "int", setter=lambda self, value: self._set_length(value))
    def length(self) -> int:
        """Return the number of characters."""
        return self._count

    def _put(self, text: str) -> StringBuilder:
        self._parts.append(text)
        self._count += utf16_length(text)
        if self._count > self.capacity:
            self.capacity = max(self.capacity * 2, self._count)
        return self

    @clr_method("Append", "string value -> System.Text.StringBuilder")
    @clr_method("Append", "object value -> System.Text.StringBuilder")
    @clr_method("Append", "char value -> System.Text.StringBuilder")
    def append(self, value: Value) -> StringBuilder:
        """Append a value's text."""
        return self._put("" if value is None else net_string(unwrap(value)))

    @clr_method("Append", "char[] value -> System.Text.StringBuilder")
    def append_letters(self, value: Any) -> StringBuilder:
        """Append characters."""
        return self._put("".join(value or ()))

    @clr_method("Append", "char value, int repeatCount -> System.Text.StringBuilder")
    def append_repeated(self, value: str, count: int) -> StringBuilder:
        """Append a character several times."""
        return self._put(str(value) * count)

    @clr_method("Append", "string value, int startIndex, int count -> System.Text.StringBuilder")
    def append_part(self, value: str, start: int, count: int) -> StringBuilder:
        """Append a part of a text."""
        return self._put(value[start : start + count])

    @clr_method("AppendLine", "-> System.Text.StringBuilder")
    @clr_method("AppendLine", "string value -> System.Text.StringBuilder")
    def append_line(self, value: Any = "") -> StringBuilder:
        """Append a text and a line break."""
        return self._put((value or "") + os.linesep)

    @clr_method("AppendFormat", "string format, params object[] args -> System.Text.StringBuilder")
    def append_format(self, template: str, arguments: list[Value]) -> StringBuilder:
        """Append a composite format with its arguments."""
        return self._put(composite_format(template, arguments))

    @clr_method("AppendJoin", "string separator, params object[] values -> System.Text.StringBuilder")
    def append_join(self, separator: str, values: list[Value]) -> StringBuilder:
        """Append values with a separator between them."""
        return self._put((separator or "").join(net_string(unwrap(each)) for each in values))

    @clr_method("Insert", "int index, string value -> System.Text.StringBuilder")
    @clr_method("Insert", "int index, object value -> System.Text.StringBuilder")
    def insert(self, index: int, value: Value) -> StringBuilder:
        """Insert a text at an index."""
        index_up_to(index, len(self.text), "index")
        tail = self.text[index:]
        self.text = self.text[:index]
        return self._put(("" if value is None else net_string(unwrap(value))) + tail)

    @clr_method("Remove", "int startIndex, int length -> System.Text.StringBuilder")
    def remove(self, start: int, length: int) -> StringBuilder:
        """Remove a part."""
        if start < 0 or length < 0 or start + length > len(self.text):
            raise out_of_range("length", ABOVE_SIZE)
        self.text = self.text[:start] + self.text[start + length :]
        return self

    @clr_method("Replace", "string oldValue, string newValue -> System.Text.StringBuilder")
    @clr_method("Replace", "char oldChar, char newChar -> System.Text.StringBuilder")
    def replace(self, old: str, new: Any) -> StringBuilder:
        """Replace all occurrences."""
        not_empty(old, "oldValue")
        self.text = self.text.replace(old, new or "")
        return self

    @clr_method("Clear", "-> System.Text.StringBuilder")
    def clear(self) -> StringBuilder:
        """Remove all text."""
        self.text = ""
        return self

    @clr_method("EnsureCapacity", "int capacity -> int")
    def ensure_capacity(self, capacity: int) -> int:
        """Raise the capacity if it is lower."""
        self.capacity = max(self.capacity, capacity)
        return self.capacity

    @clr_method("Equals", "object obj -> bool")
    def equals(self, other: Value) -> bool:
        """Return True for the same text."""
        return isinstance(other, StringBuilder) and other.text == self.text

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the text."""
        return self.text

    @clr_method("ToString", "int startIndex, int length -> string")
    def to_string_part(self, start: int, length: int) -> str:
        """Return a part of the text."""
        return self.text[start : start + length]

    @clr_method("Chars", "int index -> char")
    def chars(self, index: int) -> Char:
        """Return the character at an index."""
        return Char(self.clr_index(index))

    def clr_index(self, index: Value) -> Value:
        """Return the character at an index."""
        if not 0 <= int(index) < len(self.text):
            raise IndexOutOfRangeException("Index was outside the bounds of the array.")
        return Char(self.text[int(index)])

    def clr_set_index(self, index: Value, value: Value) -> None:
        """Set the character at an index."""
        place = int(index)
        self.text = self.text[:place] + net_string(value)[:1] + self.text[place + 1 :]


def _room(capacity: int, length: int) -> int:
    while capacity < length:
        capacity *= 2
    return capacity
