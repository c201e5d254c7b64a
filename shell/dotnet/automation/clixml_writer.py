"""CLIXML: objects to PowerShell's serialization format, as Export-Clixml and PSSerializer write it."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.types import type_names, type_of
from shell.types.conversion.text import decimal_text, net_string, shortest, shortest_single, to_string
from shell.values.errors import NetException
from shell.values.objects import (
    AUTOMATION_NULL,
    BigInteger,
    Byte,
    Char,
    Hashtable,
    Int16,
    Int64,
    PSCustomObject,
    PSObject,
    SByte,
    Single,
    UInt16,
    UInt32,
    UInt64,
    Value,
)

if TYPE_CHECKING:
    from shell.types.members import access
    from shell.types.operators import formatting
else:
    access = lazy("shell.types.members.access", globals())
    formatting = lazy("shell.types.operators.formatting", globals())


NAMESPACE: Final = "http://schemas.microsoft.com/powershell/2004/04"
VERSION: Final = "1.1.0.1"

_ENCODED: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]|_(?=[xX])|[\U00010000-\U0010ffff]")

_NUMBERS: Final[dict[type, str]] = {
    int: "I32",
    Int64: "I64",
    Int16: "I16",
    Byte: "By",
    SByte: "SB",
    UInt16: "U16",
    UInt32: "U32",
    UInt64: "U64",
}
_BY_TYPE: Final = {
    "System.Guid": "G",
    "System.Uri": "URI",
    "System.Version": "Version",
    "System.Management.Automation.ScriptBlock": "SBK",
}
_MAX_NESTING: Final = 100
"""Recursion limit: objects nested deeper than about half of it, which may be cyclic, are written as text."""

_CONTAINERS: Final = {"System.Collections.Queue": "QUE", "System.Collections.Stack": "STK"}


def serialize(values: Iterable[Value], depth: int = 2) -> str:
    """Return a CLIXML document of some values.

    `depth` is how many levels of .NET objects are written with their properties; what lies deeper is its text. Elements
    of collections, and members that were added to an object, stand on the level of what holds them.
    """
    writer = _Writer()
    lines = [f'<Objs Version="{VERSION}" xmlns="{NAMESPACE}">']
    for value in values:
        lines.extend(writer.element(value, None, depth, 1))
    return "\n".join([*lines, "</Objs>"])


def encode(text: str) -> str:
    """Return element text: control characters, lone surrogates and `_x` as `_xHHHH_`, then XML's own escapes."""
    if _ENCODED.search(text) is not None:
        text = _ENCODED.sub(_escape, text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _escape(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"_x{units[place] << 8 | units[place + 1]:04X}_" for place in range(0, len(units), 2))


def number_text(value: float, text: str) -> str:
    """Return a float as XML Schema writes it."""
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "INF" if value > 0 else "-INF"
    return text


def iso_date(value: Value) -> str:
    """Return a date in ISO 8601, without a zero fraction; the kind decides between `Z`, offset and none."""
    text = str(formatting.format_value(value, "o", None))
    moment, dot, fraction = text.partition(".")
    if not dot:
        return text
    digits = fraction[:7].rstrip("0")
    return moment + ("." + digits if digits else "") + fraction[7:]


def iso_duration(ticks: int) -> str:
    """Return a number of 100 ns ticks as an ISO 8601 duration: `P1DT2H3M4.5S`."""
    sign, ticks = ("-", -ticks) if ticks < 0 else ("", ticks)
    seconds, fraction = divmod(ticks, 10_000_000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    second_text = str(seconds) + (f".{fraction:07d}".rstrip("0") if fraction else "")
    parts = ((hours, "H"), (minutes, "M"), (second_text, "S"))
    time = "".join(f"{number}{unit}" for number, unit in parts if number not in (0, "0"))
    if not days and not time:
        return "PT0S"
    return f"{sign}P{f'{days}D' if days else ''}{'T' + time if time else ''}"


class _Writer:
    """Assigns the reference ids of the objects and type name lists of one document."""

    def __init__(self) -> None:
        self._objects = 0
        self._names: dict[tuple[str, ...], int] = {}

    def element(self, value: Value, name: str | None, level: int, indent: int) -> list[str]:
        """Return the lines of a value; `name` is its property, `level` the depth that is left before text."""
        plain = value.base if isinstance(value, PSObject) else value
        margin = "  " * indent
        attribute = f' N="{_attribute(name)}"' if name is not None else ""
        if plain is None or plain is AUTOMATION_NULL:
            return [f"{margin}<Nil{attribute} />"]
        if not _has_members(value):
            known = _primitive(plain)
            if known is not None:
                tag, text = known
                return [f"{margin}<{tag}{attribute}>{text}</{tag}>" if text else f"{margin}<{tag}{attribute} />"]
        return self._object(value, plain, attribute, level, indent)

    def _object(self, value: Value, plain: Value, attribute: str, level: int, indent: int) -> list[str]:
        margin = "  " * indent
        if (level <= 0 and _items(plain) is None) or indent > _MAX_NESTING:
            return [f"{margin}<S{attribute}>{encode(to_string(value))}</S>"]
        number = self._objects
        self._objects += 1
        lines = [f'{margin}<Obj{attribute} RefId="{number}">']
        if _primitive(plain) is None or list(type_names(value)) != list(type_names(plain)):
            lines.extend(self._type_names(value, indent + 1))
        lines.extend(self._content(value, plain, level, indent + 1))
        return [*lines, f"{margin}</Obj>"]

    def _type_names(self, value: Value, indent: int) -> list[str]:
        names = tuple(type_names(value))
        margin = "  " * indent
        known = self._names.get(names)
        if known is not None:
            return [f'{margin}<TNRef RefId="{known}" />']
        number = self._names[names] = len(self._names)
        inner = [f"{margin}  <T>{encode(each)}</T>" for each in names]
        return [f'{margin}<TN RefId="{number}">', *inner, f"{margin}</TN>"]

    def _content(self, value: Value, plain: Value, level: int, indent: int) -> list[str]:
        margin = "  " * indent
        known = _primitive(plain)
        if known is not None:
            tag, text = known
            return [f"{margin}<{tag}>{text}</{tag}>", *self._block("MS", _own_members(value), level, indent)]
        if getattr(type_of(plain), "is_enum", False):
            return [f"{margin}<ToString>{encode(str(plain))}</ToString>", f"{margin}<I32>{int(plain)}</I32>"]
        if isinstance(plain, Hashtable) or getattr(plain, "is_dictionary", False):
            return self._dictionary(plain, level, indent)
        items = _items(plain)
        if items is not None:
            tag = "LST" if isinstance(plain, list) else _CONTAINERS.get(type_of(plain).name, "IE")
            inner = [line for each in items for line in self.element(each, None, level, indent + 1)]
            lines = [f"{margin}<{tag}>", *inner, f"{margin}</{tag}>"] if inner else [f"{margin}<{tag} />"]
            return [*lines, *self._block("MS", _own_members(value), level, indent)]
        lines = []
        if not isinstance(plain, PSCustomObject):
            text = net_string(plain)
            lines = [f"{margin}<ToString>{encode(text)}</ToString>"]
            own = _read(value, [each.name for each in type_of(plain).all_properties()])
            lines += self._block("Props", own, level - 1, indent)
        return [*lines, *self._block("MS", self._members(value, plain), level, indent)]

    def _members(self, value: Value, plain: Value) -> list[tuple[str, Value]]:
        own = set() if isinstance(plain, PSCustomObject) else {each.name for each in type_of(plain).all_properties()}
        return _read(value, [each.name for each in access.properties(value) if each.name not in own])

    def _block(self, tag: str, pairs: list[tuple[str, Value]], level: int, indent: int) -> list[str]:
        if not pairs:
            return []
        margin = "  " * indent
        inner = [line for name, each in pairs for line in self.element(each, name, level, indent + 1)]
        return [f"{margin}<{tag}>", *inner, f"{margin}</{tag}>"]

    def _dictionary(self, table: Any, level: int, indent: int) -> list[str]:
        margin = "  " * indent
        lines = [f"{margin}<DCT>"]
        for key, each in dictionary_items(table):
            lines.append(f"{margin}  <En>")
            lines.extend(self.element(key, "Key", level, indent + 2))
            lines.extend(self.element(each, "Value", level, indent + 2))
            lines.append(f"{margin}  </En>")
        return [*lines, f"{margin}</DCT>"] if len(lines) > 1 else [f"{margin}<DCT />"]


def dictionary_items(table: Any) -> Iterable[tuple[Value, Value]]:
    """Return the keys and values of any dictionary."""
    if isinstance(table, Hashtable):
        return table.items()
    return [
        (access.get_member(each, "Key", None), access.get_member(each, "Value", None)) for each in table.clr_enumerate()
    ]


def _attribute(text: str) -> str:
    return encode(text).replace('"', "&quot;")


def _own_members(value: Value) -> list[tuple[str, Value]]:
    """Return the instance properties of an object."""
    return _read(value, list(value.members)) if _has_members(value) else []


def _has_members(value: Value) -> bool:
    return isinstance(value, PSObject) and value.base is not value and bool(value.members)


def _items(value: Value) -> Iterable[Value] | None:
    if isinstance(value, (list, Hashtable)):
        return value if isinstance(value, list) else ()
    found: Iterable[Value] | None = access.enumerate_value(value)
    return found


def _read(value: Value, names: Iterable[str]) -> list[tuple[str, Value]]:
    """Return the values of readable properties, leaving out getters that throw."""
    pairs: list[tuple[str, Value]] = []
    for name in names:
        try:
            pairs.append((name, access.get_member(value, name, None)))
        except NetException:
            continue
    return pairs


def _primitive(value: Value) -> tuple[str, str] | None:
    """Return tag and text of a primitive value, None for any other."""
    kind = type(value)
    if kind is str:
        return "S", encode(value)
    if kind is bool:
        return "B", "true" if value else "false"
    tag = _NUMBERS.get(kind)
    if tag is not None:
        return tag, int.__repr__(value)
    if kind is float:
        return "Db", number_text(value, shortest(value))
    if kind is Single:
        return "Sg", number_text(value, shortest_single(value))
    if kind is Decimal:
        return "D", decimal_text(value)
    if kind is Char:
        return "C", str(ord(value))
    if kind is BigInteger or kind is PSCustomObject:
        return None
    return _other_primitive(value)


def _other_primitive(value: Value) -> tuple[str, str] | None:
    found = type_of(value)
    if found.element_type is not None and found.element_type.name == "System.Byte" and isinstance(value, list):
        return "BA", base64.b64encode(bytes(value)).decode("ascii")
    if found.name == "System.DateTime":
        return "DT", iso_date(value)
    if found.name == "System.TimeSpan":
        return "TS", iso_duration(int(access.get_member(value, "Ticks", None)))
    if found.name == "System.Xml.XmlDocument":
        return "XD", encode(str(access.get_member(value, "OuterXml", None)))
    if found.name == "System.Security.SecureString":
        return "SS", str(value.text).encode("utf-16-le").hex()
    tag = _BY_TYPE.get(found.name)
    return None if tag is None else (tag, encode(net_string(value)))


__all__ = ["NAMESPACE", "dictionary_items", "encode", "iso_date", "iso_duration", "serialize"]
