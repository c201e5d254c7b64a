"""Members of String."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any, Final

from shell.runtime.collation import collate, same_text
from shell.runtime.declare import add_methods, add_properties
from shell.runtime.dotnet.basics import add_convertible, hash_code, type_code
from shell.runtime.dotnet.formatting import composite_format
from shell.runtime.dotnet.listing import items_of
from shell.runtime.enumeration import enum_value
from shell.runtime.errors import (
    ArgumentException,
    ArgumentNullException,
    ArgumentOutOfRangeException,
    IndexOutOfRangeException,
)
from shell.runtime.objects import Char, TypedArray, Value, unwrap
from shell.runtime.text import net_string
from shell.runtime.types import CHAR, STRING, Method, named

_COMPARISON: Final = "System.StringComparison comparisonType"
_IGNORING: Final = frozenset((1, 3, 5))
_CULTURAL: Final = frozenset((0, 1, 2, 3))
REMOVE_EMPTY, TRIM = 1, 2


def utf16_length(text: str) -> int:
    """Return the number of UTF-16 units."""
    if text.isascii():
        return len(text)
    return len(text) + sum(1 for letter in text if letter > "\uffff")


def _not_null(value: Any, name: str) -> Any:
    if value is None:
        raise ArgumentNullException(f"Value cannot be null. (Parameter '{name}')")
    return value


def _out_of_range(message: str, name: str) -> ArgumentOutOfRangeException:
    return ArgumentOutOfRangeException(f"{message} (Parameter '{name}')")


# --- parts ---


def _substring(text: str, start: int, length: int | None = None) -> str:
    if start < 0:
        raise _out_of_range("StartIndex cannot be less than zero.", "startIndex")
    if start > len(text):
        raise _out_of_range("startIndex cannot be larger than length of string.", "startIndex")
    if length is None:
        return text[start:]
    if length < 0:
        raise _out_of_range("Length cannot be less than zero.", "length")
    if start + length > len(text):
        raise _out_of_range("Index and length must refer to a location within the string.", "length")
    return text[start : start + length]


def _remove(text: str, start: int, count: int | None = None) -> str:
    if start < 0:
        raise _out_of_range("StartIndex cannot be less than zero.", "startIndex")
    if count is None:
        if start > len(text):
            raise _out_of_range("startIndex must be less than length of string.", "startIndex")
        return text[:start]
    if count < 0:
        raise _out_of_range("Count cannot be less than zero.", "count")
    if start + count > len(text):
        raise _out_of_range("Index and count must refer to a location within the string.", "count")
    return text[:start] + text[start + count :]


def _insert(text: str, start: int, value: str) -> str:
    _not_null(value, "value")
    if not 0 <= start <= len(text):
        raise _out_of_range("Specified argument was out of the range of valid values.", "startIndex")
    return text[:start] + value + text[start:]


def _pad(left: bool) -> Callable[..., str]:
    def run(text: str, width: int, letter: str = " ") -> str:
        if width < 0:
            raise ArgumentOutOfRangeException(
                f"totalWidth ('{width}') must be a non-negative value. (Parameter 'totalWidth')\n"
                f"Actual value was {width}."
            )
        return text.rjust(width, letter) if left else text.ljust(width, letter)

    return run


def _trimmer(strip: Callable[..., str]) -> Callable[..., str]:
    def run(text: str, letters: Any = None) -> str:
        if letters is None or len(letters) == 0:
            return strip(text)
        return strip(text, "".join(letters))

    return run


# --- looking for texts ---


def _folded(text: str, comparison: int) -> str:
    return text.upper() if comparison in _IGNORING else text


def _find(text: str, wanted: str, start: int = 0, count: int | None = None, comparison: int = 4) -> int:
    if not 0 <= start <= len(text):
        raise _out_of_range(
            "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
            "startIndex",
        )
    end = len(text) if count is None else start + count
    if count is not None and (count < 0 or end > len(text)):
        raise _out_of_range(
            "Count must be positive and count must refer to a location within the string/array/collection.", "count"
        )
    return _folded(text, comparison).find(_folded(wanted, comparison), start, end)


def _index_of(text: str, wanted: str, *rest: Any) -> int:
    _not_null(wanted, "value")
    comparison = 4
    if rest and hasattr(type(rest[-1]), "clr_type"):
        comparison, rest = int(rest[-1]), rest[:-1]
    start = rest[0] if rest else 0
    return _find(text, wanted, start, rest[1] if len(rest) > 1 else None, comparison)


def _last_index_of(text: str, wanted: str, *rest: Any) -> int:
    _not_null(wanted, "value")
    comparison = 4
    if rest and hasattr(type(rest[-1]), "clr_type"):
        comparison, rest = int(rest[-1]), rest[:-1]
    start = rest[0] if rest else len(text) - 1
    if text and not -1 <= start <= len(text):
        raise _out_of_range(
            "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
            "startIndex",
        )
    low = max(start - rest[1] + 1, 0) if len(rest) > 1 else 0
    return _folded(text, comparison).rfind(_folded(wanted, comparison), low, start + 1)


def _index_of_any(text: str, letters: Any, start: int = 0, count: int | None = None) -> int:
    wanted = set(letters)
    end = len(text) if count is None else start + count
    return next((place for place in range(start, end) if text[place] in wanted), -1)


def _last_index_of_any(text: str, letters: Any, start: int | None = None, count: int | None = None) -> int:
    wanted = set(letters)
    first = len(text) - 1 if start is None else start
    last = -1 if count is None else first - count
    return next((place for place in range(first, last, -1) if text[place] in wanted), -1)


def _contains(text: str, wanted: str, comparison: int = 4) -> bool:
    return _folded(_not_null(wanted, "value"), comparison) in _folded(text, comparison)


def _starts(text: str, wanted: str, *rest: Any) -> bool:
    """StartsWith compares by the culture unless told otherwise, with a Char by ordinal."""
    _not_null(wanted, "value")
    comparison = _comparison_of(rest, type(wanted) is Char)
    if comparison in _CULTURAL and not (text.isascii() and wanted.isascii()):
        return any(same_text(text[:end], wanted, comparison in _IGNORING) for end in range(len(text) + 1))
    return _folded(text, comparison).startswith(_folded(wanted, comparison))


def _ends(text: str, wanted: str, *rest: Any) -> bool:
    _not_null(wanted, "value")
    comparison = _comparison_of(rest, type(wanted) is Char)
    if comparison in _CULTURAL and not (text.isascii() and wanted.isascii()):
        return any(same_text(text[start:], wanted, comparison in _IGNORING) for start in range(len(text) + 1))
    return _folded(text, comparison).endswith(_folded(wanted, comparison))


def _comparison_of(rest: tuple[Any, ...], ordinal: bool) -> int:
    if not rest:
        return 4 if ordinal else 0
    if isinstance(rest[0], bool):
        return 1 if rest[0] else 0
    return int(rest[0])


# --- replacing and splitting ---


def _replace(text: str, old: str, new: Any, *rest: Any) -> str:
    if old is None:
        raise ArgumentNullException("Value cannot be null. (Parameter 'oldValue')")
    if old == "":
        raise ArgumentException("The value cannot be an empty string. (Parameter 'oldValue')")
    if not rest or _comparison_of(rest, True) not in _IGNORING:
        return text.replace(old, new or "")
    import re

    return re.sub(re.escape(old), lambda found: new or "", text, flags=re.IGNORECASE)


def _replace_endings(text: str, ending: str | None = None) -> str:
    import os
    import re

    return re.sub("\r\n|[\r\n\f\x85\u2028\u2029]", lambda found: os.linesep if ending is None else ending, text)


def _split_at(text: str, separators: list[str], count: int, options: int) -> Value:
    if count < 0:
        raise _out_of_range("Count must be positive.", "count")
    if count == 0:
        return TypedArray(STRING)
    parts: list[str] = []
    start = place = 0
    while place <= len(text) - 1:
        if len(parts) >= count - 1:
            break
        found = next((each for each in separators if each and text.startswith(each, place)), None)
        if found is None:
            place += 1
            continue
        _take(parts, text[start:place], options)
        place += len(found)
        start = place
    if options & REMOVE_EMPTY:
        start = _skip_separators(text, start, separators)
    _take(parts, text[start:], options)
    return TypedArray(STRING, parts)


def _skip_separators(text: str, start: int, separators: list[str]) -> int:
    while True:
        found = next((each for each in separators if each and text.startswith(each, start)), None)
        if found is None:
            return start
        start += len(found)


def _take(parts: list[str], part: str, options: int) -> None:
    if options & TRIM:
        part = part.strip()
    if part or not options & REMOVE_EMPTY:
        parts.append(part)


_WHITE: Final = [chr(code) for code in range(0x3001) if chr(code).isspace() and not 0x1C <= code <= 0x1F]


def _split_letters(text: str, letters: Any, *rest: Any) -> Value:
    count, options = 0x7FFFFFFF, 0
    for each in rest:
        if hasattr(type(each), "clr_type"):
            options = int(each)
        else:
            count = each
    separators = list(letters) if letters else _WHITE
    return _split_at(text, separators, count, options)


def _split_texts(text: str, separators: Any, *rest: Any) -> Value:
    if isinstance(separators, str):
        separators = [separators] if separators else [""]
    elif not separators:
        separators = _WHITE
    return (
        _split_letters(text, [each for each in separators if each is not None], *rest)
        if separators != [""]
        else _whole(text, rest)
    )


def _whole(text: str, rest: tuple[Any, ...]) -> Value:
    parts: list[str] = []
    options = int(rest[-1]) if rest and hasattr(type(rest[-1]), "clr_type") else 0
    _take(parts, text, options)
    return TypedArray(STRING, parts)


# --- comparing ---


def _compare_to(text: str, other: Value) -> int:
    other = unwrap(other)
    if other is None:
        return 1
    if not isinstance(other, str):
        raise ArgumentException("Object must be of type String.")
    return collate(text, other, False)


def _equals(text: Any, other: Value, comparison: int | None = None) -> bool:
    other = unwrap(other)
    if type(other) is not str:
        return False
    if comparison is None or comparison == 4:
        return bool(text == other)
    if int(comparison) in _CULTURAL:
        return same_text(text, other, int(comparison) in _IGNORING)
    return bool(text.upper() == other.upper())


def _static_equals(one: Any, other: Any, comparison: int | None = None) -> bool:
    if one is None or other is None:
        return one is other
    return _equals(one, other, comparison)


def _compare(one: Any, other: Any, *rest: Any) -> int:
    if one is None or other is None:
        return (one is not None) - (other is not None)
    comparison = 0
    for each in rest:
        if isinstance(each, bool):
            comparison = 1 if each else 0
        elif hasattr(type(each), "clr_type"):
            comparison = int(each)
    if comparison in _CULTURAL:
        return collate(one, other, comparison in _IGNORING)
    return _ordinal(_folded(one, comparison), _folded(other, comparison))


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
    return (separator or "").join(_text(each) for each in items)


def _concat(*values: Any) -> str:
    if len(values) == 1 and isinstance(values[0], list):
        values = tuple(values[0])
    return "".join(_text(each) for each in values)


def _format(template: Any, *arguments: Any) -> str:
    _not_null(template, "format")
    given = arguments[0] if len(arguments) == 1 and isinstance(arguments[0], list) else list(arguments)
    return composite_format(template, given)


def _format_culture(provider: Value, template: Any, arguments: list[Value]) -> str:
    from shell.runtime.dotnet.cultures import culture_of

    return composite_format(_not_null(template, "format"), arguments, culture_of(provider))


def _chars(text: str, place: int) -> Char:
    if not 0 <= place < len(text):
        raise IndexOutOfRangeException("Index was outside the bounds of the array.")
    return Char(text[place])


def _char_array(text: str, start: int = 0, length: int | None = None) -> Value:
    part = text if length is None else text[start : start + length]
    return TypedArray(CHAR, [Char(each) for each in part])


def _normalize(text: str, form: int = 1) -> str:
    names = {1: "NFC", 2: "NFD", 5: "NFKC", 6: "NFKD"}
    return unicodedata.normalize(names[int(form)], text)  # type: ignore[arg-type]


def _upper(text: str, *culture: Value) -> str:
    return text if text.isupper() else "".join(each.upper() if len(each.upper()) == 1 else each for each in text)


def _lower(text: str, *culture: Value) -> str:
    return "".join(each.lower() if len(each.lower()) == 1 else each for each in text)


def _enumerator(text: str) -> Value:
    from shell.runtime.enumerator import LoopEnumerator

    return LoopEnumerator([Char(each) for each in text])


def _copy_to(text: str, source: int, destination: Any, start: int, count: int) -> None:
    destination[start : start + count] = [Char(each) for each in text[source : source + count]]


add_convertible(STRING)
add_properties(STRING, (("Length", "int", utf16_length),))
add_methods(
    STRING,
    (
        ("Chars", "int index -> char", _chars),
        ("get_Chars", "int index -> char", _chars),
        ("Clone", "-> object", lambda text: text),
        ("CompareTo", "object value -> int|string strB -> int", _compare_to),
        (
            "Contains",
            f"string value -> bool|string value, {_COMPARISON} -> bool|char value -> bool"
            f"|char value, {_COMPARISON} -> bool",
            _contains,
        ),
        ("CopyTo", "int sourceIndex, char[] destination, int destinationIndex, int count -> void", _copy_to),
        ("EndsWith", f"string value -> bool|string value, {_COMPARISON} -> bool|char value -> bool", _ends),
        ("EndsWith", "string value, bool ignoreCase, cultureinfo culture -> bool", _ends),
        ("Equals", f"object obj -> bool|string value -> bool|string value, {_COMPARISON} -> bool", _equals),
        ("GetEnumerator", "-> System.Collections.IEnumerator", _enumerator),
        ("GetHashCode", f"-> int|{_COMPARISON} -> int", lambda text, *rest: hash_code(text)),
        ("GetTypeCode", "-> System.TypeCode", lambda text: type_code(STRING)),
        (
            "IndexOf",
            "char value -> int|char value, int startIndex -> int|char value, int startIndex, int count -> int"
            f"|char value, {_COMPARISON} -> int|string value -> int|string value, int startIndex -> int"
            f"|string value, int startIndex, int count -> int|string value, {_COMPARISON} -> int"
            f"|string value, int startIndex, {_COMPARISON} -> int"
            f"|string value, int startIndex, int count, {_COMPARISON} -> int",
            _index_of,
        ),
        (
            "IndexOfAny",
            "char[] anyOf -> int|char[] anyOf, int startIndex -> int|char[] anyOf, int startIndex, int count -> int",
            _index_of_any,
        ),
        ("Insert", "int startIndex, string value -> string", _insert),
        (
            "LastIndexOf",
            "char value -> int|char value, int startIndex -> int|char value, int startIndex, int count -> int"
            f"|string value -> int|string value, int startIndex -> int|string value, int startIndex, int count -> int"
            f"|string value, {_COMPARISON} -> int|string value, int startIndex, {_COMPARISON} -> int",
            _last_index_of,
        ),
        (
            "LastIndexOfAny",
            "char[] anyOf -> int|char[] anyOf, int startIndex -> int|char[] anyOf, int startIndex, int count -> int",
            _last_index_of_any,
        ),
        ("IsNormalized", "-> bool", lambda text: unicodedata.is_normalized("NFC", text)),
        ("Normalize", "-> string|System.Text.NormalizationForm normalizationForm -> string", _normalize),
        ("PadLeft", "int totalWidth -> string|int totalWidth, char paddingChar -> string", _pad(True)),
        ("PadRight", "int totalWidth -> string|int totalWidth, char paddingChar -> string", _pad(False)),
        ("Remove", "int startIndex -> string|int startIndex, int count -> string", _remove),
        (
            "Replace",
            f"string oldValue, string newValue -> string|char oldChar, char newChar -> string"
            f"|string oldValue, string newValue, {_COMPARISON} -> string"
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
            _split_letters,
        ),
        (
            "Split",
            "string separator, System.StringSplitOptions options = 0 -> string[]"
            "|string separator, int count, System.StringSplitOptions options = 0 -> string[]"
            "|string[] separator, System.StringSplitOptions options -> string[]"
            "|string[] separator, int count, System.StringSplitOptions options -> string[]",
            _split_texts,
        ),
        ("StartsWith", f"string value -> bool|string value, {_COMPARISON} -> bool|char value -> bool", _starts),
        ("StartsWith", "string value, bool ignoreCase, cultureinfo culture -> bool", _starts),
        ("Substring", "int startIndex -> string|int startIndex, int length -> string", _substring),
        ("ToCharArray", "-> char[]|int startIndex, int length -> char[]", _char_array),
        ("ToLower", "-> string|cultureinfo culture -> string", _lower),
        ("ToLowerInvariant", "-> string", _lower),
        ("ToString", "-> string|System.IFormatProvider provider -> string", lambda text, *rest: text),
        ("ToUpper", "-> string|cultureinfo culture -> string", _upper),
        ("ToUpperInvariant", "-> string", _upper),
        ("Trim", "-> string|char trimChar -> string|params char[] trimChars -> string", _trimmer(str.strip)),
        ("TrimStart", "-> string|char trimChar -> string|params char[] trimChars -> string", _trimmer(str.lstrip)),
        ("TrimEnd", "-> string|char trimChar -> string|params char[] trimChars -> string", _trimmer(str.rstrip)),
    ),
)
add_properties(STRING, (("Empty", "string", lambda: ""),), static=True)
add_methods(
    STRING,
    (
        (
            "Compare",
            "string strA, string strB -> int|string strA, string strB, bool ignoreCase -> int"
            f"|string strA, string strB, {_COMPARISON} -> int"
            "|string strA, string strB, bool ignoreCase, cultureinfo culture -> int",
            _compare,
        ),
        ("CompareOrdinal", "string strA, string strB -> int", _ordinal),
        (
            "Concat",
            "object arg0 -> string|object arg0, object arg1 -> string|object arg0, object arg1, object arg2 -> string"
            "|params object[] args -> string|string str0, string str1 -> string"
            "|string str0, string str1, string str2 -> string"
            "|string str0, string str1, string str2, string str3 -> string|params string[] values -> string",
            _concat,
        ),
        ("Copy", "string str -> string", lambda text: text),
        ("Equals", f"string a, string b -> bool|string a, string b, {_COMPARISON} -> bool", _static_equals),
        (
            "Format",
            "string format, object arg0 -> string|string format, object arg0, object arg1 -> string"
            "|string format, object arg0, object arg1, object arg2 -> string"
            "|string format, params object[] args -> string",
            _format,
        ),
        ("Format", "System.IFormatProvider provider, string format, params object[] args -> string", _format_culture),
        ("Intern", "string str -> string", lambda text: text),
        ("IsNullOrEmpty", "string value -> bool", lambda text: not text),
        ("IsNullOrWhiteSpace", "string value -> bool", lambda text: not text or text.isspace()),
        (
            "Join",
            "string separator, params string[] value -> string|string separator, params object[] values -> string"
            "|string separator, string[] value, int startIndex, int count -> string"
            "|string separator, System.Collections.IEnumerable values -> string"
            "|char separator, params string[] value -> string|char separator, params object[] values -> string",
            _join,
        ),
        ("op_Equality", "string a, string b -> bool", lambda a, b: a == b),
        ("op_Inequality", "string a, string b -> bool", lambda a, b: a != b),
    ),
    static=True,
)


def _repeated(letter: str, count: int) -> str:
    if count < 0:
        raise ArgumentOutOfRangeException(
            f"count ('{count}') must be a non-negative value. (Parameter 'count')\nActual value was {count}."
        )
    return str(letter) * count


STRING.add_constructor(Method("String", "char[] value", lambda letters: "".join(letters or ()), True))
STRING.add_constructor(Method("String", "char c, int count", _repeated, True))
STRING.add_constructor(
    Method(
        "String",
        "char[] value, int startIndex, int length",
        lambda letters, start, length: "".join(letters[start : start + length]),
        True,
    )
)

__all__ = ["enum_value", "named", "utf16_length"]
