"""Static members of String: comparing, joining and formatting, and its constructors."""

from __future__ import annotations

from typing import Any, Final

from shell.dotnet.collections.listing import items_of
from shell.dotnet.globalization.text_info import compare_with, is_compare_options
from shell.dotnet.text.string_search import (
    COMPARISON,
    CULTURAL,
    IGNORING,
    equals,
    folded,
    is_enum_value,
)
from shell.language.units import whole
from shell.types import STRING
from shell.types.conversion.text import net_string
from shell.types.operators.formatting import composite_format
from shell.types.registry.checks import index_up_to, not_negative, not_null
from shell.types.registry.declarations import add_constructors, add_methods, add_properties
from shell.values.collation import collate
from shell.values.culture import culture_of
from shell.values.objects import Value, unwrap

# --- comparing ---

_PARTS: Final = "string strA, int indexA, string strB, int indexB, int length"


def _equals(one: Any, other: Any, comparison: int | None = None) -> bool:
    if one is None or other is None:
        return one is other
    return equals(one, other, comparison)


def _compare(one: Any, other: Any, *rest: Any) -> int:
    if one is None or other is None:
        return (one is not None) - (other is not None)
    comparison = 0
    for each in rest:
        if isinstance(each, bool):
            comparison = 1 if each else 0
        elif is_compare_options(each):
            return compare_with(one, other, each)
        elif is_enum_value(each):
            comparison = int(each)
    if comparison in CULTURAL:
        return collate(one, other, comparison in IGNORING)
    return _ordinal(folded(one, comparison), folded(other, comparison))


def _compare_parts(one: Any, start: int, other: Any, other_start: int, length: int, *rest: Any) -> int:
    """Compare at most `length` characters from an index in each text."""
    not_negative(length, "length")
    return _compare(_part(one, start, length, "indexA"), _part(other, other_start, length, "indexB"), *rest)


def _ordinal_parts(one: Any, start: int, other: Any, other_start: int, length: int) -> int:
    not_negative(length, "length")
    return _ordinal(_part(one, start, length, "indexA"), _part(other, other_start, length, "indexB"))


def _part(text: Any, start: int, length: int, name: str) -> Any:
    if text is None:
        return None
    index_up_to(start, len(text), name)
    return text[start : start + length]


def _ordinal(one: Any, other: Any) -> int:
    if one is None or other is None:
        return (one is not None) - (other is not None)
    for a, b in zip(one, other, strict=False):
        if a != b:
            return ord(a) - ord(b)
    return len(one) - len(other)


# --- joining ---


def _text(value: Value) -> str:
    return "" if value is None else net_string(unwrap(value))


def _join(separator: Any, values: Any, *rest: int) -> str:
    items = values if isinstance(values, list) else items_of(values, "values")
    if rest:
        items = items[rest[0] : rest[0] + rest[1]]
    return whole((separator or "").join(_text(each) for each in items))


def _concat(*values: Any) -> str:
    if len(values) == 1 and isinstance(values[0], list):
        values = tuple(values[0])
    return whole("".join(_text(each) for each in values))


def _format(template: Any, *arguments: Any) -> str:
    not_null(template, "format")
    given = arguments[0] if len(arguments) == 1 and isinstance(arguments[0], list) else list(arguments)
    return composite_format(template, given)


def _format_culture(provider: Value, template: Any, *arguments: Any) -> str:
    given = arguments[0] if len(arguments) == 1 and isinstance(arguments[0], list) else list(arguments)
    return composite_format(not_null(template, "format"), given, culture_of(provider))


def _repeated(letter: str, count: int) -> str:
    not_negative(count, "count")
    return str(letter) * count


def declare() -> None:
    """Attach the static members to String, after its other members."""
    add_properties(STRING, (("Empty", "string", lambda: ""),), static=True)
    add_methods(
        STRING,
        (
            (
                "Compare",
                "string strA, string strB -> int|string strA, string strB, bool ignoreCase -> int"
                f"|string strA, string strB, {COMPARISON} -> int"
                "|string strA, string strB, bool ignoreCase, cultureinfo culture -> int"
                "|string strA, string strB, cultureinfo culture, System.Globalization.CompareOptions options -> int",
                _compare,
            ),
            (
                "Compare",
                f"{_PARTS} -> int|{_PARTS}, bool ignoreCase -> int|{_PARTS}, {COMPARISON} -> int"
                f"|{_PARTS}, bool ignoreCase, cultureinfo culture -> int"
                f"|{_PARTS}, cultureinfo culture, System.Globalization.CompareOptions options -> int",
                _compare_parts,
            ),
            ("CompareOrdinal", f"{_PARTS} -> int", _ordinal_parts),
            ("CompareOrdinal", "string strA, string strB -> int", _ordinal),
            (
                "Concat",
                "object arg0 -> string|object arg0, object arg1 -> string"
                "|object arg0, object arg1, object arg2 -> string|params object[] args -> string"
                "|string str0, string str1 -> string"
                "|string str0, string str1, string str2 -> string"
                "|string str0, string str1, string str2, string str3 -> string|params string[] values -> string",
                _concat,
            ),
            ("Copy", "string str -> string", lambda text: text),
            ("Equals", f"string a, string b -> bool|string a, string b, {COMPARISON} -> bool", _equals),
            (
                "Format",
                "string format, object arg0 -> string|string format, object arg0, object arg1 -> string"
                "|string format, object arg0, object arg1, object arg2 -> string"
                "|string format, params object[] args -> string",
                _format,
            ),
            (
                "Format",
                "System.IFormatProvider provider, string format, object arg0 -> string"
                "|System.IFormatProvider provider, string format, object arg0, object arg1 -> string"
                "|System.IFormatProvider provider, string format, object arg0, object arg1, object arg2 -> string"
                "|System.IFormatProvider provider, string format, params object[] args -> string",
                _format_culture,
            ),
            ("Intern", "string str -> string", lambda text: text),
            ("IsInterned", "string str -> string", lambda text: text),
            ("IsNullOrEmpty", "string value -> bool", lambda text: not text),
            ("IsNullOrWhiteSpace", "string value -> bool", lambda text: not text or text.isspace()),
            (
                "Join",
                "string separator, params string[] value -> string|string separator, params object[] values -> string"
                "|string separator, string[] value, int startIndex, int count -> string"
                "|string separator, System.Collections.IEnumerable values -> string"
                "|char separator, string[] value, int startIndex, int count -> string"
                "|char separator, params string[] value -> string|char separator, params object[] values -> string",
                _join,
            ),
            ("op_Equality", "string a, string b -> bool", lambda a, b: a == b),
            ("op_Inequality", "string a, string b -> bool", lambda a, b: a != b),
        ),
        static=True,
    )
    add_constructors(
        STRING,
        (
            ("char[] value", lambda letters: whole("".join(letters or ()))),
            ("char c, int count", _repeated),
            (
                "char[] value, int startIndex, int length",
                lambda letters, start, length: whole("".join(letters[start : start + length])),
            ),
        ),
    )
