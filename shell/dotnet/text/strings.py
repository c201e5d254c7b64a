"""Members of String: substrings, padding, trimming, replacing, characters, and the member table."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, Literal

from shell.dotnet.system.basics import add_convertible, hash_code, type_code
from shell.dotnet.text import string_statics
from shell.dotnet.text.string_search import (
    COMPARISON,
    IGNORING,
    compare_to,
    comparison_of,
    contains,
    ends,
    equals,
    index_of,
    index_of_any,
    last_index_of,
    last_index_of_any,
    starts,
)
from shell.dotnet.text.string_split import split_letters, split_texts
from shell.language.units import in_units, whole
from shell.lazy import lazy
from shell.types import CHAR, STRING
from shell.types.registry.checks import ABOVE_SIZE, not_empty, not_negative, not_null, out_of_range
from shell.types.registry.declarations import add_methods, add_properties
from shell.values.casing import lower, upper
from shell.values.errors import ArgumentException, ArgumentOutOfRangeException, IndexOutOfRangeException
from shell.values.objects import Char, TypedArray, Value

if TYPE_CHECKING:
    from shell.dotnet.collections import enumerators
else:
    enumerators = lazy("shell.dotnet.collections.enumerators", globals())


def utf16_length(text: str) -> int:
    """Return the number of UTF-16 units."""
    return len(text) if text.isascii() else len(in_units(text))


# --- parts ---


def _substring(text: str, start: int, length: int | None = None) -> str:
    if not text.isascii() and (units := in_units(text)) is not text:
        return whole(_substring(units, start, length))
    if start < 0:
        raise out_of_range("startIndex", "StartIndex cannot be less than zero.")
    if start > len(text):
        raise out_of_range("startIndex", "startIndex cannot be larger than length of string.")
    if length is None:
        return text[start:]
    if length < 0:
        raise out_of_range("length", "Length cannot be less than zero.")
    if start + length > len(text):
        raise out_of_range("length", "Index and length must refer to a location within the string.")
    return text[start : start + length]


def _remove(text: str, start: int, count: int | None = None) -> str:
    if not text.isascii() and (units := in_units(text)) is not text:
        return whole(_remove(units, start, count))
    if start < 0:
        raise out_of_range("startIndex", "StartIndex cannot be less than zero.")
    if count is None:
        if start > len(text):
            raise out_of_range("startIndex", "startIndex must be less than length of string.")
        return text[:start]
    if count < 0:
        raise out_of_range("count", "Count cannot be less than zero.")
    if start + count > len(text):
        raise out_of_range("count", "Index and count must refer to a location within the string.")
    return text[:start] + text[start + count :]


def _insert(text: str, start: int, value: str) -> str:
    not_null(value, "value")
    if not text.isascii() and (units := in_units(text)) is not text:
        return whole(_insert(units, start, value))
    if not 0 <= start <= len(text):
        raise ArgumentOutOfRangeException(
            f"startIndex ('{start & 0xFFFFFFFF}') must be less than or equal to '{len(text)}'."
            f" (Parameter 'startIndex')\nActual value was {start & 0xFFFFFFFF}."
        )
    return text[:start] + value + text[start:]


def _pad(left: bool) -> Callable[..., str]:
    def run(text: str, width: int, letter: str = " ") -> str:
        not_negative(width, "totalWidth")
        if not text.isascii():
            width -= utf16_length(text) - len(text)
        return text.rjust(width, letter) if left else text.ljust(width, letter)

    return run


def _trimmer(strip: Callable[..., str]) -> Callable[..., str]:
    def run(text: str, letters: Any = None) -> str:
        if letters is None or len(letters) == 0:
            return strip(text)
        return strip(text, "".join(letters))

    return run


# --- replacing ---


def _replace(text: str, old: str, new: Any, *rest: Any) -> str:
    not_empty(old, "oldValue")
    if not rest or comparison_of(rest, True) not in IGNORING:
        return text.replace(old, new or "")
    import re

    return re.sub(re.escape(old), lambda found: new or "", text, flags=re.IGNORECASE)


def _replace_endings(text: str, ending: str | None = None) -> str:
    import os
    import re

    return re.sub("\r\n|[\r\n\f\x85\u2028\u2029]", lambda found: os.linesep if ending is None else ending, text)


# --- letters ---


def _chars(text: str, place: int) -> Char:
    text = in_units(text)
    if not 0 <= place < len(text):
        raise IndexOutOfRangeException("Index was outside the bounds of the array.")
    return Char(text[place])


def _char_array(text: str, start: int = 0, length: int | None = None) -> Value:
    text = in_units(text)
    if length is not None and not 0 <= start <= start + length <= len(text):
        raise out_of_range("startIndex" if not 0 <= start <= len(text) else "length", ABOVE_SIZE)
    part = text if length is None else text[start : start + length]
    return TypedArray(CHAR, [Char(each) for each in part])


_FORMS: Final[dict[int, Literal["NFC", "NFD", "NFKC", "NFKD"]]] = {1: "NFC", 2: "NFD", 5: "NFKC", 6: "NFKD"}


def _form(number: int) -> Literal["NFC", "NFD", "NFKC", "NFKD"]:
    if int(number) not in _FORMS:
        raise ArgumentException("Invalid or unsupported normalization form. (Parameter 'normalizationForm')")
    return _FORMS[int(number)]


def _normalize(text: str, form: int = 1) -> str:
    return unicodedata.normalize(_form(form), text)


def _is_normalized(text: str, form: int = 1) -> bool:
    return unicodedata.is_normalized(_form(form), text)


def _enumerator(text: str) -> Value:
    return enumerators.LoopEnumerator([Char(each) for each in in_units(text)])


def _copy_to(text: str, source: int, destination: Any, start: int, count: int) -> None:
    not_null(destination, "destination")
    not_negative(count, "count")
    not_negative(source, "sourceIndex")
    if count > len(text) - source:
        raise out_of_range("sourceIndex", "Index and count must refer to a location within the string.")
    if start < 0 or start > len(destination) - count:
        raise out_of_range("destinationIndex", "Index and count must refer to a location within the string.")
    destination[start : start + count] = [Char(each) for each in text[source : source + count]]


add_convertible(STRING)
add_properties(STRING, (("Length", "int", utf16_length),))
add_methods(
    STRING,
    (
        ("Chars", "int index -> char", _chars),
        ("get_Chars", "int index -> char", _chars),
        ("Clone", "-> object", lambda text: text),
        ("CompareTo", "object value -> int|string strB -> int", compare_to),
        (
            "Contains",
            f"string value -> bool|string value, {COMPARISON} -> bool|char value -> bool"
            f"|char value, {COMPARISON} -> bool",
            contains,
        ),
        ("CopyTo", "int sourceIndex, char[] destination, int destinationIndex, int count -> void", _copy_to),
        ("EndsWith", f"string value -> bool|string value, {COMPARISON} -> bool|char value -> bool", ends),
        ("EndsWith", "string value, bool ignoreCase, cultureinfo culture -> bool", ends),
        ("Equals", f"object obj -> bool|string value -> bool|string value, {COMPARISON} -> bool", equals),
        ("GetEnumerator", "-> System.Collections.IEnumerator", _enumerator),
        ("GetHashCode", f"-> int|{COMPARISON} -> int", lambda text, *rest: hash_code(text)),
        ("GetTypeCode", "-> System.TypeCode", lambda text: type_code(STRING)),
        (
            "IndexOf",
            "char value -> int|char value, int startIndex -> int|char value, int startIndex, int count -> int"
            f"|char value, {COMPARISON} -> int|string value -> int|string value, int startIndex -> int"
            f"|string value, int startIndex, int count -> int|string value, {COMPARISON} -> int"
            f"|string value, int startIndex, {COMPARISON} -> int"
            f"|string value, int startIndex, int count, {COMPARISON} -> int",
            index_of,
        ),
        (
            "IndexOfAny",
            "char[] anyOf -> int|char[] anyOf, int startIndex -> int|char[] anyOf, int startIndex, int count -> int",
            index_of_any,
        ),
        ("Insert", "int startIndex, string value -> string", _insert),
        (
            "LastIndexOf",
            "char value -> int|char value, int startIndex -> int|char value, int startIndex, int count -> int"
            f"|string value -> int|string value, int startIndex -> int|string value, int startIndex, int count -> int"
            f"|string value, {COMPARISON} -> int|string value, int startIndex, {COMPARISON} -> int"
            f"|string value, int startIndex, int count, {COMPARISON} -> int",
            last_index_of,
        ),
        (
            "LastIndexOfAny",
            "char[] anyOf -> int|char[] anyOf, int startIndex -> int|char[] anyOf, int startIndex, int count -> int",
            last_index_of_any,
        ),
        ("IsNormalized", "-> bool|System.Text.NormalizationForm normalizationForm -> bool", _is_normalized),
        ("Normalize", "-> string|System.Text.NormalizationForm normalizationForm -> string", _normalize),
        ("PadLeft", "int totalWidth -> string|int totalWidth, char paddingChar -> string", _pad(True)),
        ("PadRight", "int totalWidth -> string|int totalWidth, char paddingChar -> string", _pad(False)),
        ("Remove", "int startIndex -> string|int startIndex, int count -> string", _remove),
        (
            "Replace",
            f"string oldValue, string newValue -> string|char oldChar, char newChar -> string"
            f"|string oldValue, string newValue, {COMPARISON} -> string"
            "|string oldValue, string newValue, bool ignoreCase, cultureinfo culture -> string",
            _replace,
        ),
        ("ReplaceLineEndings", "-> string|string replacementText -> string", _replace_endings),
        (
            "Split",
            "params char[] separator -> string[]"
            "|char separator, int count, System.StringSplitOptions options -> string[]"
            "|char separator, System.StringSplitOptions options -> string[]|char[] separator, int count -> string[]"
            "|char[] separator, System.StringSplitOptions options -> string[]"
            "|char[] separator, int count, System.StringSplitOptions options -> string[]",
            split_letters,
        ),
        (
            "Split",
            "string separator, System.StringSplitOptions options = 0 -> string[]"
            "|string separator, int count, System.StringSplitOptions options = 0 -> string[]"
            "|string[] separator, System.StringSplitOptions options -> string[]"
            "|string[] separator, int count, System.StringSplitOptions options -> string[]",
            split_texts,
        ),
        ("StartsWith", f"string value -> bool|string value, {COMPARISON} -> bool|char value -> bool", starts),
        ("StartsWith", "string value, bool ignoreCase, cultureinfo culture -> bool", starts),
        ("Substring", "int startIndex -> string|int startIndex, int length -> string", _substring),
        ("ToCharArray", "-> char[]|int startIndex, int length -> char[]", _char_array),
        ("ToLower", "-> string|cultureinfo culture -> string", lower),
        ("ToLowerInvariant", "-> string", lower),
        ("ToString", "-> string|System.IFormatProvider provider -> string", lambda text, *rest: text),
        ("ToUpper", "-> string|cultureinfo culture -> string", upper),
        ("ToUpperInvariant", "-> string", upper),
        ("Trim", "-> string|char trimChar -> string|params char[] trimChars -> string", _trimmer(str.strip)),
        ("TrimStart", "-> string|char trimChar -> string|params char[] trimChars -> string", _trimmer(str.lstrip)),
        ("TrimEnd", "-> string|char trimChar -> string|params char[] trimChars -> string", _trimmer(str.rstrip)),
    ),
)
string_statics.declare()
