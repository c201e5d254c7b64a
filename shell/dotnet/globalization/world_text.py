"""System.Globalization: StringInfo, CharUnicodeInfo, IdnMapping, RegionInfo."""

from __future__ import annotations

import unicodedata
from typing import Any, Final

import regex

from shell.types import INT32, OBJECT, ClrType, named, register
from shell.types.registry.checks import not_null, out_of_range
from shell.types.registry.declarations import add_methods, clr_class, clr_constructor, clr_method
from shell.values.errors import ArgumentException
from shell.values.objects import TypedArray, Value

_ELEMENT: Final = regex.compile(r"\X")


def _elements(text: str | None) -> list[str]:
    return _ELEMENT.findall(not_null(text, "str"))


@clr_class("System.Globalization.StringInfo", properties="String:string LengthInTextElements:int")
class StringInfo:
    """A text as text elements: a base character with its combining marks counts as one."""

    @clr_constructor()
    @clr_constructor("string value")
    def __init__(self, value: str = "") -> None:
        self.string = value
        self._parts = _elements(value)

    @property
    def length_in_text_elements(self) -> int:
        """Return the number of text elements."""
        return len(self._parts)

    @clr_method("SubstringByTextElements", "int startingTextElement -> string")
    @clr_method("SubstringByTextElements", "int startingTextElement, int lengthInTextElements -> string")
    def part(self, start: int, count: int | None = None) -> str:
        """Return a range of the text elements."""
        if not 0 <= start < max(len(self._parts), 1) or (count is not None and start + count > len(self._parts)):
            raise out_of_range("startingTextElement")
        return "".join(self._parts[start:] if count is None else self._parts[start : start + count])

    @clr_method("ParseCombiningCharacters", "string str -> int[]", static=True)
    @staticmethod
    def starts(text: str) -> Value:
        """Return the start index of each text element."""
        return TypedArray(INT32, [each.start() for each in _ELEMENT.finditer(text)])

    @clr_method("GetNextTextElement", "string str -> string", static=True)
    @clr_method("GetNextTextElement", "string str, int index -> string", static=True)
    @staticmethod
    def next_element(text: str, index: int = 0) -> str:
        """Return the text element at an index."""
        found = _ELEMENT.match(text, index)
        return "" if found is None else str(found[0])


def _numeric(character: Any, index: int = 0) -> float:
    return float(unicodedata.numeric(str(character)[index], -1.0))


def _register_categories() -> None:
    char = named("System.Char")
    category = char.overloads("getunicodecategory", static=True)
    target = register(ClrType("System.Globalization.CharUnicodeInfo", OBJECT, is_abstract=True))
    for each in category:
        add_methods(target, ((each.name, each.signature_text, each.function),), static=True)
    add_methods(
        target, (("GetNumericValue", "char ch -> double|string s, int index -> double", _numeric),), static=True
    )


_register_categories()


@clr_class("System.Globalization.IdnMapping", properties="AllowUnassigned:bool=rw UseStd3AsciiRules:bool=rw")
class IdnMapping:
    """The conversion of internationalized domain names (IDNA)."""

    @clr_constructor()
    def __init__(self) -> None:
        self.allow_unassigned = False
        self.use_std3_ascii_rules = False

    @clr_method("GetAscii", "string unicode -> string")
    def to_ascii(self, unicode: str) -> str:
        """Encode a domain name: `bücher.de` -> `xn--bcher-kva.de`."""
        try:
            return unicode.encode("idna").decode("ascii")
        except UnicodeError:
            raise ArgumentException("Decoded string is not a valid IDN name. (Parameter 'unicode')") from None

    @clr_method("GetUnicode", "string ascii -> string")
    def to_unicode(self, ascii_name: str) -> str:
        """Decode a domain name: `xn--bcher-kva.de` -> `bücher.de`."""
        try:
            return ascii_name.encode("ascii").decode("idna")
        except UnicodeError:
            raise ArgumentException("Decoded string is not a valid IDN name. (Parameter 'ascii')") from None


_REGIONS: Final = {
    row[:2]: row.split("|")
    for row in """
US|USA|United States|USD|$|US Dollar|0
GB|GBR|United Kingdom|GBP|£|British Pound|1
DE|DEU|Germany|EUR|€|Euro|1
FR|FRA|France|EUR|€|Euro|1
ES|ESP|Spain|EUR|€|Euro|1
IT|ITA|Italy|EUR|€|Euro|1
NL|NLD|Netherlands|EUR|€|Euro|1
AT|AUT|Austria|EUR|€|Euro|1
CH|CHE|Switzerland|CHF|CHF|Swiss Franc|1
SE|SWE|Sweden|SEK|kr|Swedish Krona|1
PL|POL|Poland|PLN|zł|Polish Zloty|1
TR|TUR|Türkiye|TRY|₺|Turkish Lira|1
JP|JPN|Japan|JPY|¥|Japanese Yen|1
CN|CHN|China|CNY|¥|Chinese Yuan|1
IN|IND|India|INR|₹|Indian Rupee|1
BR|BRA|Brazil|BRL|R$|Brazilian Real|1
CA|CAN|Canada|CAD|$|Canadian Dollar|1
AU|AUS|Australia|AUD|$|Australian Dollar|1
RU|RUS|Russia|RUB|₽|Russian Ruble|1
""".strip().splitlines()
}
"""Two-letter code, three-letter code, name, currency code, symbol, currency name, metric."""


@clr_class(
    "System.Globalization.RegionInfo",
    properties=(
        "Name:string EnglishName:string DisplayName:string NativeName:string TwoLetterISORegionName:string"
        " ThreeLetterISORegionName:string ThreeLetterWindowsRegionName:string IsMetric:bool ISOCurrencySymbol:string"
        " CurrencySymbol:string CurrencyEnglishName:string CurrencyNativeName:string"
    ),
)
class RegionInfo:
    """A country or region: its codes and currency."""

    @clr_constructor("string name")
    def __init__(self, name: str) -> None:
        code = name.rpartition("-")[2].upper()
        row = _REGIONS.get(code)
        if row is None:
            raise ArgumentException(f"Culture name '{name}' is not supported. (Parameter 'name')")
        self.name = name if "-" in name else code
        self.two_letter_iso_region_name = code
        self.three_letter_iso_region_name = self.three_letter_windows_region_name = row[1]
        self.english_name = self.display_name = self.native_name = row[2]
        self.iso_currency_symbol, self.currency_symbol, self.currency_english_name = row[3:6]
        self.currency_native_name = row[5]
        self.is_metric = row[6] == "1"

    def __str__(self) -> str:
        return self.name

    @clr_method("ToString", "-> string")
    def text(self) -> str:
        """Return the name."""
        return self.name
