"""Values as the text of a cell, a list line or a heading.

This is not `"$value"`: dates follow the culture, collections stand in braces and end after `$FormatEnumerationLimit`
elements, and in tables numbers with a fraction have three decimals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.types import type_names, type_of
from shell.types.conversion.text import (
    custom_object_text,
    decimal_text,
    double_text,
    general,
    net_string,
    to_string,
)
from shell.values.errors import NetException
from shell.values.objects import (
    AUTOMATION_NULL,
    MISSING,
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
    from shell.display import access as display_access
    from shell.display import views
    from shell.types.members import access
else:
    display_access = lazy("shell.display.access", globals(), "display_access")
    views = lazy("shell.display.views", globals())
    access = lazy("shell.types.members.access", globals())


NAME_PATTERNS: Final = ("name", "id", "key", "*key", "*name", "*id")
"""The properties that name an object, in order of preference."""

_SCALARS: Final = (
    "String SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64 Char Single Double Boolean Decimal IntPtr"
    " Security.SecureString Numerics.BigInteger"
)
_SCALAR_NAMES: Final = frozenset("System." + name for name in _SCALARS.split())
_THOUSANDTH: Final = Decimal("0.001")
_LARGE: Final = Decimal(10) ** 24
"""Beyond it three decimals do not fit into the digits that the decimal module keeps."""


def _nothing(value: Value) -> str:
    return ""


def _itself(value: str) -> str:
    return value


def _bool(value: bool) -> str:
    return "True" if value else "False"


def _double(value: float) -> str:
    text = double_text(value)
    return text.replace("Infinity", "∞") if "I" in text else text


def _single(value: float) -> str:
    text = general(value, 7)
    return text.replace("Infinity", "∞") if "I" in text else text


def fixed(value: float) -> str:
    """Return a Double or Single with the culture's three decimals, halves rounded to even as .NET does."""
    return _double(value) if value - value != 0 else f"{value:.3f}"


def fixed_decimal(value: Decimal) -> str:
    """Return a Decimal with three decimals, halves rounded away from zero."""
    return f"{value.quantize(_THOUSANDTH, ROUND_HALF_UP):f}" if abs(value) < _LARGE else f"{value:.3f}"


TEXTS: Final[dict[type, Callable[[Any], str]]] = {
    str: _itself,
    int: int.__repr__,
    bool: _bool,
    type(None): _nothing,
    type(AUTOMATION_NULL): _nothing,
    type(MISSING): _nothing,
    float: _double,
    Single: _single,
    Decimal: decimal_text,
    Char: str.__str__,
    Int64: int.__repr__,
    Byte: int.__repr__,
    Int16: int.__repr__,
    UInt16: int.__repr__,
    UInt32: int.__repr__,
    UInt64: int.__repr__,
    SByte: int.__repr__,
    BigInteger: int.__repr__,
}

TABLE_TEXTS: Final[dict[type, Callable[[Any], str]]] = {**TEXTS, float: fixed, Single: fixed, Decimal: fixed_decimal}

ELLIPSIS: Final = "…"

SCALARS: Final = frozenset(TEXTS) - {type(None), type(AUTOMATION_NULL), type(MISSING)}
"""The Python classes of the types that always show as their text (enumerations do, too)."""


def display_text(value: Value, limit: int = 4, *, table: bool = False) -> str:
    """Return the text of a value. `limit` is $FormatEnumerationLimit; below zero all elements show."""
    scalar = (TABLE_TEXTS if table else TEXTS).get(type(value))
    if scalar is not None:
        return scalar(value)
    return _other_text(value, limit, table)


def _other_text(value: Value, limit: int, table: bool) -> str:
    if isinstance(value, PSObject):
        if value.base is value:
            return custom_object_text(value) if isinstance(value, PSCustomObject) else ""
        if value.find_member("ToString") is not None:
            return to_string(value)
        return display_text(value.base, limit, table=table)
    items = enumerable(value)
    if items is not None:
        return collection_text(items, limit)
    return net_string(value)


def enumerable(value: Value) -> Iterable[Value] | None:
    """Return the elements of a collection, the entries of a dictionary; None for what shows as one thing."""
    if isinstance(value, list):
        return value
    if type(value) in TEXTS:
        return None
    if isinstance(value, Hashtable):
        return list(access.enumerate_entries(value))
    if getattr(value, "is_dictionary", False):
        own: Iterable[Value] = value.clr_enumerate()
        return own

    found: Iterable[Value] | None = access.enumerate_value(value)
    return found


def collection_text(items: Iterable[Value], limit: int) -> str:
    """Return `{a, b, c…}`."""
    if limit < 0:
        return "{" + ", ".join([element_text(each) for each in items]) + "}"
    shown = list(islice(items, limit + 1))
    text = ", ".join([element_text(each) for each in shown[:limit]])
    return "{" + text + (ELLIPSIS if len(shown) > limit else "") + "}"


def element_text(value: Value) -> str:
    """Return the text of an element of a collection: its own text, else the property that names it."""
    if value is None or value is AUTOMATION_NULL:
        return "$null"
    scalar = TEXTS.get(type(value))
    if scalar is not None:
        return scalar(value)
    if isinstance(value, PSObject):
        return to_string(value)
    if isinstance(value, list):
        return to_string(value)
    if isinstance(value, Hashtable) or not _has_text(value):
        named = name_value(value)
        return net_string(value) if named is None else to_string(named)
    return net_string(value)


def _has_text(value: Value) -> bool:
    own: Any = type(value).__str__
    return own is not object.__str__


def name_value(value: Value) -> Value:
    """Return the value of the property that names an object, None if it has none."""
    name = naming_property(value, display_access.names_of(value))
    if name is None:
        return None
    try:
        found = display_access.read(value, name, None)
    except NetException:
        return None
    return None if found is AUTOMATION_NULL else found


_HIDDEN_NAMES: Final = frozenset(("pscomputername", "psshowcomputername", "runspaceid", "sourceinstance"))


def naming_property(value: Value, names: Iterable[str]) -> str | None:
    """Return which of an object's properties names it."""
    declared = views.display_property(type_names(value))
    if declared is not None:
        return declared
    lowered = [(name, name.lower()) for name in names]
    for pattern in NAME_PATTERNS:
        suffix = pattern.lstrip("*")
        for name, low in lowered:
            matches = low.endswith(suffix) if suffix != pattern else low == pattern
            if matches and low not in _HIDDEN_NAMES:
                return name
    return None


def is_scalar(value: Value) -> bool:
    """True for what always shows as its text: strings, numbers, booleans, characters, enumeration values."""
    if isinstance(value, PSObject):
        names = value.type_names
        if names:
            return names[0].removeprefix("Deserialized.") in _SCALAR_NAMES or names[1:2] == ["System.Enum"]
        value = value.base
    if type(value) in SCALARS:
        return True
    found = type_of(value)
    return found.is_enum or found.name in _SCALAR_NAMES


__all__ = [
    "SCALARS",
    "collection_text",
    "display_text",
    "element_text",
    "enumerable",
    "naming_property",
]
