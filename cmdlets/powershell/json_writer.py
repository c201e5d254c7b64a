"""Objects to JSON as ConvertTo-Json writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from shell.display.access import expanded_names, read
from shell.display.celltext import enumerable
from shell.lazy import lazy
from shell.types import type_of
from shell.types.conversion.text import net_string, shortest, shortest_single, to_string
from shell.types.members.extended_members import ExtendedMember
from shell.types.members.type_data import all_members
from shell.types.registry.enumeration import EnumValue
from shell.values.errors import NetException
from shell.values.extension import extension
from shell.values.objects import (
    AUTOMATION_NULL,
    MISSING,
    Hashtable,
    PSCustomObject,
    PSObject,
    Single,
    Value,
)

if TYPE_CHECKING:
    from shell.types.operators import formatting
else:
    formatting = lazy("shell.types.operators.formatting", globals())


_SHORT: Final = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED: Final = {
    "default": re.compile('[\x00-\x1f"\\\\\x85\u2028\u2029]'),
    "escapenonascii": re.compile('[\x00-\x1f"\\\\]|[^\x00-\x7f]'),
    "escapehtml": re.compile("[\x00-\x1f\"\\\\\x85\u2028\u2029<>&']"),
}
_AS_TEXT: Final = frozenset(("System.Guid", "System.Char"))
_NULLS: Final = frozenset(("System.DBNull", "System.Management.Automation.Language.NullString"))
_DATES: Final = frozenset(("System.DateTime", "System.DateTimeOffset"))
_WIDE_ENUMS: Final = frozenset(("System.Int64", "System.UInt64"))


class JsonWriter:
    """Writes one document. `truncated` becomes true where something lay deeper than `depth`."""

    def __init__(self, depth: int, *, compress: bool, enums_as_strings: bool, escape: str, session: Any) -> None:
        self._depth = depth
        self._compress = compress
        self._enums_as_strings = enums_as_strings
        self._escaped = _ESCAPED[escape]
        self._session = session
        self._piped: frozenset[int] = frozenset()
        self.truncated = False

    def write(self, value: Value, piped: Iterable[Value] = ()) -> str:
        """Return the JSON of a value. `piped` are those that came through the pipeline as they are."""
        self._piped = frozenset(id(each) for each in piped)
        return self._value(value, 0)

    def _value(self, value: Value, level: int) -> str:
        plain = value.base if isinstance(value, PSObject) else value
        simple = self._simple(plain)
        extra = self._extra(value, plain)
        if simple is not None and not extra:
            return simple
        if level > self._depth:
            self.truncated = True
            return self.quote(to_string(value))
        entries = self._entries(plain)
        if entries is not None:
            names = {name for name, _ in entries}
            return self._object([*entries, *self._named(value, [each for each in extra if each not in names])], level)
        items = enumerable(plain) if simple is None else None
        if extra and (simple is not None or items is not None):
            bare = simple if simple is not None else self._array(items or (), level + 1)
            return self._object(self._named(value, extra), level, first=("value", bare))
        if items is not None:
            return self._array(items, level)
        return self._object(self._properties(value), level)

    def _entries(self, plain: Value) -> list[tuple[str, Value]] | None:
        """Return a dictionary's entries, None for what is none."""
        if isinstance(plain, Hashtable):
            return [(to_string(key), each) for key, each in plain.items()]
        if getattr(plain, "is_dictionary", False):
            return [(to_string(read(each, "Key", None)), read(each, "Value", None)) for each in plain.clr_enumerate()]
        return None

    def _extra(self, value: Value, plain: Value) -> list[str]:
        """Return the names of properties that a value has beside its .NET type's; texts and dates go without.

        What type data give counts for a value that came through the pipeline, and so has its wrapper with it: not an
        array's Count.
        """
        if isinstance(value, PSCustomObject) or isinstance(plain, str) or type_of(plain).name == "System.DateTime":
            return []
        own = extension(value) or value
        found = [name for name, each in own.members.items() if _is_property(each)] if isinstance(own, PSObject) else []
        if id(value) in self._piped and not isinstance(plain, list):
            known = {each.lower() for each in found}
            for each in all_members(type_of(plain), value):
                if each.is_property and each.name.lower() not in known:
                    found.append(each.name)
        return found

    def _simple(self, value: Value) -> str | None:
        """Return what is written as one word, None for objects and collections."""
        if value is None or value is AUTOMATION_NULL:
            return "null"
        kind = type(value)
        if kind is bool:
            return "true" if value else "false"
        if isinstance(value, str):
            return self.quote(value)
        if isinstance(value, EnumValue):
            return self._enum(value)
        if isinstance(value, int):
            return int.__repr__(value)
        if isinstance(value, float):
            return self._number(shortest_single(value) if kind is Single else shortest(value))
        if kind is Decimal:
            return self._number(net_string(value))
        return self._dotnet(value)

    def _enum(self, value: EnumValue) -> str:
        if self._enums_as_strings or value.clr_type.data["underlying"].name in _WIDE_ENUMS:
            return self.quote(str(value))
        return int.__repr__(value)

    def _number(self, text: str) -> str:
        if text[-1] in "yN∞":
            return self.quote(text.replace("∞", "Infinity"))
        return text if "." in text or "E" in text else text + ".0"

    def _dotnet(self, value: Value) -> str | None:
        name = type_of(value).name
        if name in _DATES:
            return self.quote(iso_date(value))
        if name == "System.Uri":
            return self.quote(value.original_string())
        if name in _AS_TEXT:
            return self.quote(net_string(value))
        if name in _NULLS:
            return "null"
        return None

    def quote(self, text: str) -> str:
        """Return a JSON string."""
        return '"' + self._escaped.sub(_escape, text) + '"'

    # --- nested ---

    def _properties(self, value: Value) -> Iterable[tuple[str, Value]]:
        for name in expanded_names(value):
            try:
                found = read(value, name, self._session)
            except NetException:
                found = None
            yield name, None if found is MISSING else found

    def _named(self, value: Value, names: Iterable[str]) -> list[tuple[str, Value]]:
        return [(name, read(value, name, self._session)) for name in names]

    def _object(self, pairs: Iterable[tuple[str, Value]], level: int, *, first: tuple[str, str] | None = None) -> str:
        """Write an object. `first` is a name with JSON that stands before the pairs."""
        colon = ":" if self._compress else ": "
        parts = [self.quote(name) + colon + self._value(each, level + 1) for name, each in pairs]
        if first is not None:
            parts.insert(0, self.quote(first[0]) + colon + first[1])
        return self._block("{", parts, "}", level)

    def _array(self, items: Iterable[Value], level: int) -> str:
        return self._block("[", [self._value(each, level + 1) for each in items], "]", level)

    def _block(self, start: str, parts: list[str], end: str, level: int) -> str:
        if self._compress or not parts:
            return start + ",".join(parts) + end
        margin = "  " * level
        return f"{start}\n{margin}  " + f",\n{margin}  ".join(parts) + f"\n{margin}{end}"


def _escape(found: re.Match[str]) -> str:
    letter = found.group()
    short = _SHORT.get(letter)
    if short is not None:
        return short
    units = letter.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[place] << 8 | units[place + 1]:04x}" for place in range(0, len(units), 2))


def _is_property(member: Value) -> bool:
    return member.is_property if isinstance(member, ExtendedMember) else True


def iso_date(value: Value) -> str:
    """Return a date as JSON has it: no fraction where it is zero, `Z` or the offset by its kind."""
    text = str(formatting.format_value(value, "o", None))
    moment, dot, fraction = text.partition(".")
    if not dot:
        return text
    digits = fraction[:7].rstrip("0")
    return moment + ("." + digits if digits else "") + fraction[7:]


__all__ = ["JsonWriter", "iso_date"]
