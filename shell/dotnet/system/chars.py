"""Members of Char."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any, Final

from shell.dotnet.system.basics import add_convertible, type_code
from shell.types import CHAR, named
from shell.types.registry.checks import in_range, not_null
from shell.types.registry.declarations import add_methods, add_properties
from shell.types.registry.enumeration import enum_value
from shell.values.casing import lower, upper
from shell.values.errors import ArgumentException, ArgumentOutOfRangeException, FormatException
from shell.values.objects import Char, Value, unwrap

_CATEGORIES: Final = "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Zs Zl Zp Cc Cf Cs Co Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Cn".split()  # noqa: SIM905


def _in(*categories: str) -> Callable[[str], bool]:
    return lambda letter: unicodedata.category(letter) in categories


def _ascii(letters: str) -> Callable[[str], bool]:
    wanted = frozenset(letters)
    return lambda letter: letter in wanted


_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_TESTS: Final[dict[str, Callable[[str], bool]]] = {
    "IsControl": _in("Cc"),
    "IsDigit": _in("Nd"),
    "IsLetter": _in("Lu", "Ll", "Lt", "Lm", "Lo"),
    "IsLetterOrDigit": _in("Lu", "Ll", "Lt", "Lm", "Lo", "Nd"),
    "IsLower": _in("Ll"),
    "IsUpper": _in("Lu"),
    "IsNumber": _in("Nd", "Nl", "No"),
    "IsPunctuation": _in("Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po"),
    "IsSeparator": _in("Zs", "Zl", "Zp"),
    "IsSymbol": _in("Sm", "Sc", "Sk", "So"),
    "IsWhiteSpace": lambda letter: letter.isspace() and letter not in "\x1c\x1d\x1e\x1f",
    "IsSurrogate": lambda letter: "\ud800" <= letter <= "\udfff",
    "IsHighSurrogate": lambda letter: "\ud800" <= letter <= "\udbff",
    "IsLowSurrogate": lambda letter: "\udc00" <= letter <= "\udfff",
}
_ASCII_TESTS: Final[dict[str, Callable[[str], bool]]] = {
    "IsAscii": str.isascii,
    "IsAsciiDigit": _ascii("0123456789"),
    "IsAsciiLetter": _ascii(_LETTERS + _LETTERS.upper()),
    "IsAsciiLetterLower": _ascii(_LETTERS),
    "IsAsciiLetterUpper": _ascii(_LETTERS.upper()),
    "IsAsciiLetterOrDigit": _ascii(_LETTERS + _LETTERS.upper() + "0123456789"),
    "IsAsciiHexDigit": _ascii("0123456789abcdefABCDEF"),
    "IsAsciiHexDigitLower": _ascii("0123456789abcdef"),
    "IsAsciiHexDigitUpper": _ascii("0123456789ABCDEF"),
}


def _at(test: Callable[[str], Any]) -> Callable[[str, int], Any]:
    def run(text: str, place: int) -> Any:
        not_null(text, "s")
        in_range(place, 0, len(text) - 1, "index")
        return test(text[place])

    return run


def _parse(text: str) -> Char:
    if len(text or "") != 1:
        raise FormatException("String must be exactly one character long.")
    return Char(text)


def _try_parse(text: str, reference: Any) -> bool:
    known = len(text or "") == 1
    reference.value = Char(text) if known else Char("\0")
    return known


def _compare(letter: str, other: Value) -> int:
    other = unwrap(other)
    if other is None:
        return 1
    if not isinstance(other, Char):
        raise ArgumentException("Object must be of type Char.")
    return ord(letter) - ord(other)


def _numeric_value(letter: str) -> float:
    return float(unicodedata.numeric(letter, -1.0))


def _upper(letter: str, culture: Value = None) -> Char:
    return Char(upper(str.__str__(letter), culture))


def _lower(letter: str, culture: Value = None) -> Char:
    return Char(lower(str.__str__(letter), culture))


def _is_pair(high: str, low: str) -> bool:
    return "\ud800" <= high <= "\udbff" and "\udc00" <= low <= "\udfff"


def _code_of_pair(high: str, low: str) -> int:
    if not "\ud800" <= high <= "\udbff":
        raise ArgumentOutOfRangeException(
            "A valid high surrogate character is between 0xd800 and 0xdbff, inclusive. (Parameter 'highSurrogate')"
        )
    if not "\udc00" <= low <= "\udfff":
        raise ArgumentOutOfRangeException(
            "A valid low surrogate character is between 0xdc00 and 0xdfff, inclusive. (Parameter 'lowSurrogate')"
        )
    return ((ord(high) - 0xD800) << 10) + (ord(low) - 0xDC00) + 0x10000


def _from_code(code: int) -> str:
    if not 0 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        raise ArgumentOutOfRangeException(
            "A valid UTF32 value is between 0x000000 and 0x10ffff, inclusive, and should not include surrogate"
            " codepoint values (0x00d800 ~ 0x00dfff). (Parameter 'utf32')"
        )
    return chr(code)


def _category(letter: str) -> Value:
    return enum_value(named("System.Globalization.UnicodeCategory"), _CATEGORIES.index(unicodedata.category(letter)))


add_convertible(CHAR)
add_properties(
    CHAR, (("MaxValue", "char", lambda: Char("\uffff")), ("MinValue", "char", lambda: Char("\0"))), static=True
)
add_methods(
    CHAR,
    (
        ("CompareTo", "object value -> int|char value -> int", _compare),
        ("Equals", "object obj -> bool|char obj -> bool", lambda a, b: type(unwrap(b)) is Char and a == unwrap(b)),
        ("GetTypeCode", "-> System.TypeCode", lambda letter: type_code(CHAR)),
        ("ToString", "-> string|System.IFormatProvider provider -> string", lambda letter, *rest: str.__str__(letter)),
    ),
)
add_methods(
    CHAR,
    (
        *((name, "char c -> bool", test) for name, test in (_TESTS | _ASCII_TESTS).items()),
        *((name, "string s, int index -> bool", _at(test)) for name, test in _TESTS.items()),
        ("IsBetween", "char c, char minInclusive, char maxInclusive -> bool", lambda c, low, high: low <= c <= high),
        ("Parse", "string s -> char", _parse),
        ("TryParse", "string s, ref char result -> bool", _try_parse),
        ("ToUpper", "char c -> char|char c, cultureinfo culture -> char", _upper),
        ("ToUpperInvariant", "char c -> char", _upper),
        ("ToLower", "char c -> char|char c, cultureinfo culture -> char", _lower),
        ("ToLowerInvariant", "char c -> char", _lower),
        ("ToString", "char c -> string", lambda letter: str.__str__(letter)),
        ("GetNumericValue", "char c -> double", _numeric_value),
        ("GetUnicodeCategory", "char c -> System.Globalization.UnicodeCategory", _category),
        ("GetNumericValue", "string s, int index -> double", _at(_numeric_value)),
        ("GetUnicodeCategory", "string s, int index -> System.Globalization.UnicodeCategory", _at(_category)),
        ("IsSurrogatePair", "char highSurrogate, char lowSurrogate -> bool", _is_pair),
        ("IsSurrogatePair", "string s, int index -> bool", _at(lambda letter: letter > "\uffff")),
        ("ConvertFromUtf32", "int utf32 -> string", _from_code),
        ("ConvertToUtf32", "string s, int index -> int", _at(ord)),
        ("ConvertToUtf32", "char highSurrogate, char lowSurrogate -> int", _code_of_pair),
    ),
    static=True,
)
CHAR.data["default"] = Char("\0")
