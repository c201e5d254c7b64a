"""System.Globalization.TextInfo and CompareInfo: casing, comparison and search by a culture."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.system.basics import hash_code
from shell.types.registry.checks import not_null
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.values.casing import lower, upper
from shell.values.collation import collate
from shell.values.errors import ArgumentException
from shell.values.objects import Char, Value

if TYPE_CHECKING:
    from shell.dotnet.globalization.cultures import CultureInfo

# Bits of CompareOptions.
_IGNORE_CASE, _IGNORE_ACCENTS, _IGNORE_SYMBOLS, _IGNORE_WIDTH = 1, 2, 4, 16
_ORDINAL_IGNORE_CASE: Final = 0x10000000
_ORDINAL: Final = 0x40000000
_OPTIONS: Final = "System.Globalization.CompareOptions options"


def compare_with(one: Any, other: Any, options: int = 0) -> int:
    """Compare two texts by CompareOptions: return -1, 0 or 1; null comes first."""
    if one is None or other is None:
        return (one is not None) - (other is not None)
    number = int(options)
    if number & (_ORDINAL | _ORDINAL_IGNORE_CASE):
        if number not in (_ORDINAL, _ORDINAL_IGNORE_CASE):
            raise ArgumentException("CompareOption.Ordinal cannot be used with other options. (Parameter 'options')")
        if number == _ORDINAL_IGNORE_CASE:
            one, other = upper(one), upper(other)
        return int(one > other) - int(one < other)
    return collate(_reduced(one, number), _reduced(other, number), bool(number & _IGNORE_CASE))


def _reduced(text: str, options: int) -> str:
    """Remove from a text what CompareOptions ignore, except case."""
    if options & _IGNORE_WIDTH:
        text = unicodedata.normalize("NFKC", text)
    if options & _IGNORE_ACCENTS:
        text = "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))
    if options & _IGNORE_SYMBOLS:
        text = "".join(each for each in text if unicodedata.category(each)[0] not in "PSZC")
    return text


def find_with(source: str, wanted: str, options: int = 0) -> tuple[int, int]:
    """Return start and end of the first equal part of a text, or (-1, -1)."""
    if not options:
        place = source.find(wanted)
        return (place, place + len(wanted)) if place >= 0 else (-1, -1)
    length = len(wanted)
    for start in range(len(source) + 1):
        for size in sorted(range(len(source) - start + 1), key=lambda each: abs(each - length)):
            if abs(size - length) > 4:
                break
            if compare_with(source[start : start + size], wanted, options) == 0:
                return start, start + size
    return -1, -1


def _given(value: Any, name: str) -> str:
    not_null(value, name)
    return str(value)


@clr_class("System.Globalization.TextInfo")
class TextInfo:
    """The casing rules of a culture."""

    def __init__(self, owner: CultureInfo) -> None:
        self.owner = owner

    def __str__(self) -> str:
        return f"TextInfo - {self.owner.culture_name or 'Invariant Language (Invariant Country)'}"

    @clr_method("ToTitleCase", "string str -> string")
    def to_title_case(self, text: str) -> str:
        """Capitalize words, except those in upper case."""
        return re.sub(
            r"[^\W_]+(?:'[^\W_]+)?",
            lambda found: (
                found[0]
                if len(found[0]) > 1 and found[0].isupper()
                else upper(found[0][:1], self.owner) + lower(found[0][1:], self.owner)
            ),
            _given(text, "str"),
        )

    @clr_method("ToUpper", "string str -> string")
    def to_upper(self, text: str) -> str:
        """Return a text in upper case."""
        return upper(_given(text, "str"), self.owner)

    @clr_method("ToUpper", "char c -> char")
    def letter_to_upper(self, letter: str) -> Char:
        """Return a character in upper case."""
        return Char(upper(str(letter), self.owner))

    @clr_method("ToLower", "string str -> string")
    def to_lower(self, text: str) -> str:
        """Return a text in lower case."""
        return lower(_given(text, "str"), self.owner)

    @clr_method("ToLower", "char c -> char")
    def letter_to_lower(self, letter: str) -> Char:
        """Return a character in lower case."""
        return Char(lower(str(letter), self.owner))

    @clr_property("CultureName", "string")
    def culture_name(self) -> str:
        """Return the name of the culture."""
        return self.owner.culture_name

    @clr_property("IsReadOnly", "bool")
    def is_read_only(self) -> bool:
        """Return True if the culture is read-only."""
        return self.owner.read_only

    @clr_property("IsRightToLeft", "bool")
    def is_right_to_left(self) -> bool:
        """Return True for right-to-left scripts such as Arabic and Hebrew."""
        return self.owner.culture_name[:2] in ("ar", "he", "fa", "ur", "yi")

    @clr_property("LCID", "int")
    def lcid(self) -> int:
        """Return the culture's LCID."""
        return self.owner.lcid()

    @clr_property("ListSeparator", "string")
    def list_separator(self) -> str:
        """Return the list separator."""
        return self.owner.culture.list_separator


@clr_class("System.Globalization.CompareInfo")
class CompareInfo:
    """The comparison of a culture; every culture orders as en-US."""

    def __init__(self, owner: CultureInfo) -> None:
        self.owner = owner

    def __str__(self) -> str:
        return f"CompareInfo - {self.owner.culture_name}"

    @clr_property("Name", "string")
    def name(self) -> str:
        """Return the name of the culture."""
        return self.owner.culture_name

    @clr_property("LCID", "int")
    def lcid(self) -> int:
        """Return the culture's LCID."""
        return self.owner.lcid()

    @clr_method("Compare", "string string1, string string2 -> int")
    @clr_method("Compare", f"string string1, string string2, {_OPTIONS} -> int")
    def compare(self, one: Any, other: Any, options: int = 0) -> int:
        """Compare: return -1, 0 or 1."""
        return compare_with(one, other, options)

    @clr_method("IndexOf", "string source, string value -> int")
    @clr_method("IndexOf", f"string source, string value, {_OPTIONS} -> int")
    def index_of(self, source: Any, value: Any, options: int = 0) -> int:
        """Return the index of a text, -1 if not found."""
        return find_with(_given(source, "source"), _given(value, "value"), int(options))[0]

    @clr_method("IsPrefix", "string source, string prefix -> bool")
    @clr_method("IsPrefix", f"string source, string prefix, {_OPTIONS} -> bool")
    def is_prefix(self, source: Any, prefix: Any, options: int = 0) -> bool:
        """Return True if a text starts with a prefix."""
        text, wanted = _given(source, "source"), _given(prefix, "prefix")
        return any(compare_with(text[:end], wanted, options) == 0 for end in range(len(text) + 1))

    @clr_method("IsSuffix", "string source, string suffix -> bool")
    @clr_method("IsSuffix", f"string source, string suffix, {_OPTIONS} -> bool")
    def is_suffix(self, source: Any, suffix: Any, options: int = 0) -> bool:
        """Return True if a text ends with a suffix."""
        text, wanted = _given(source, "source"), _given(suffix, "suffix")
        return any(compare_with(text[start:], wanted, options) == 0 for start in range(len(text) + 1))

    @clr_method("GetHashCode", f"string source, {_OPTIONS} -> int")
    def get_hash_code(self, source: Any, options: int = 0) -> int:
        """Return a hash code, equal for equal texts."""
        text = _reduced(_given(source, "source"), int(options))
        return hash_code(upper(text) if int(options) & (_IGNORE_CASE | _ORDINAL_IGNORE_CASE) else text)


def is_compare_options(value: Value) -> bool:
    """Return True for a value of CompareOptions."""
    own = getattr(type(value), "clr_type", None)
    return own is not None and own.name == "System.Globalization.CompareOptions"
