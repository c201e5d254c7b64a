"""System.Globalization.CultureInfo: a culture's names, and its casing and ordering of texts."""

from __future__ import annotations

import re
from typing import Any, Final

from shell.runtime.collation import collate
from shell.runtime.declare import clr_class, clr_constructor, clr_method, clr_property
from shell.runtime.dotnet.cultureformats import DateTimeFormatInfo, NumberFormatInfo
from shell.runtime.dotnet.cultures import EN_US, INVARIANT, Culture
from shell.runtime.dotnet.listing import check_not_negative
from shell.runtime.errors import ArgumentException, ArgumentNullException, exception_class
from shell.runtime.objects import Value
from shell.runtime.types import exception_type

CultureNotFoundException: Final = exception_class(
    "System.Globalization.CultureNotFoundException", ArgumentException, __name__
)
exception_type(CultureNotFoundException)

_KNOWN: Final = {
    "": (127, "Invariant Language (Invariant Country)", "ivl"),
    "en-US": (1033, "English (United States)", "eng"),
    "en": (9, "English", "eng"),
    "en-GB": (2057, "English (United Kingdom)", "eng"),
    "de-DE": (1031, "German (Germany)", "deu"),
    "de": (7, "German", "deu"),
    "de-CH": (2055, "German (Switzerland)", "deu"),
    "de-AT": (3079, "German (Austria)", "deu"),
    "fr-FR": (1036, "French (France)", "fra"),
    "fr": (12, "French", "fra"),
    "es-ES": (3082, "Spanish (Spain)", "spa"),
    "it-IT": (1040, "Italian (Italy)", "ita"),
    "nl-NL": (1043, "Dutch (Netherlands)", "nld"),
    "sv-SE": (1053, "Swedish (Sweden)", "swe"),
    "ja-JP": (1041, "Japanese (Japan)", "jpn"),
    "tr-TR": (1055, "Turkish (Türkiye)", "tur"),
    "pl-PL": (1045, "Polish (Poland)", "pol"),
    "pt-BR": (1046, "Portuguese (Brazil)", "por"),
    "zh-CN": (2052, "Chinese (China)", "zho"),
    "ru-RU": (1049, "Russian (Russia)", "rus"),
}
_LANGUAGE_NAMES: Final = """
ar:Arabic bg:Bulgarian ca:Catalan zh-Hans:Chinese cs:Czech da:Danish de:German el:Greek en:English es:Spanish
fi:Finnish fr:French he:Hebrew hu:Hungarian is:Icelandic it:Italian ja:Japanese ko:Korean nl:Dutch no:Norwegian
pl:Polish pt:Portuguese rm:Romansh ro:Romanian ru:Russian hr:Croatian sk:Slovak sq:Albanian sv:Swedish th:Thai
tr:Turkish ur:Urdu id:Indonesian uk:Ukrainian be:Belarusian sl:Slovenian et:Estonian lv:Latvian lt:Lithuanian
tg:Tajik fa:Persian vi:Vietnamese hy:Armenian az:Azerbaijani eu:Basque hsb:Upper_Sorbian mk:Macedonian
st:Southern_Sotho ts:Tsonga tn:Tswana ve:Venda xh:Xhosa zu:Zulu af:Afrikaans ka:Georgian fo:Faroese hi:Hindi
mt:Maltese se:Northern_Sami ga:Irish yi:Yiddish ms:Malay kk:Kazakh ky:Kyrgyz sw:Swahili tk:Turkmen uz:Uzbek
"""


def _languages() -> tuple[tuple[str, str], ...]:
    pairs = (word.replace("_", " ").partition(":") for word in _LANGUAGE_NAMES.split())
    return tuple((name, title) for name, _, title in pairs)


_LANGUAGES: Final = _languages()
"""The languages by identifier, from 1."""

_PATTERNS: Final = {
    "": INVARIANT,
    "de-DE": Culture(
        "de-DE", currency_symbol="€", decimal_separator=",", group_separator=".", positive_currency="{1} {0}",
        negative_currency="-{1} {0}", positive_percent="{0} %", negative_percent="-{0} %", short_date="dd.MM.yyyy",
        long_date="dddd, d. MMMM yyyy", short_time="HH:mm", long_time="HH:mm:ss",
        days=("Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"),
        months=(
            "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
            "Dezember",
        ),
        date_separator=".",
    ),
    "fr-FR": Culture(
        "fr-FR", currency_symbol="€", decimal_separator=",", group_separator="\u202f", positive_currency="{1} {0}",
        negative_currency="-{1} {0}", positive_percent="{0} %", negative_percent="-{0} %", short_date="dd/MM/yyyy",
        long_date="dddd d MMMM yyyy", short_time="HH:mm", long_time="HH:mm:ss",
        days=("dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"),
        months=(
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ),
    ),
    "en-GB": Culture(
        "en-GB", currency_symbol="£", short_date="dd/MM/yyyy", long_date="dddd, d MMMM yyyy", short_time="HH:mm",
        long_time="HH:mm:ss",
    ),
}  # fmt: skip


def _unsupported(name: str, parameter: str, shown: str) -> Any:
    return CultureNotFoundException(
        f"Culture is not supported. (Parameter '{parameter}')\n{shown} is an invalid culture identifier."
    )


def _spelling(name: str) -> str:
    parts = re.split("[-_]", name)
    language = parts[0].lower()
    rest = [part.upper() if len(part) == 2 else part.title() for part in parts[1:]]
    return "-".join([language, *rest])


@clr_class("System.Globalization.CultureInfo", interfaces="System.IFormatProvider System.ICloneable")
class CultureInfo:
    """A culture: `culture` has its patterns (those of en-US where there are none of its own)."""

    def __init__(self, name: str) -> None:
        self.culture_name = name
        self.culture = _PATTERNS.get(name, EN_US)

    def __str__(self) -> str:
        return self.culture_name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CultureInfo) and other.culture_name == self.culture_name

    def __hash__(self) -> int:
        return hash(self.culture_name)

    @clr_constructor("string name")
    @clr_constructor("string name, bool useUserOverride")
    @staticmethod
    def of_name(name: str, override: bool = True) -> CultureInfo:
        """By name."""
        if name is None:
            raise ArgumentNullException("Value cannot be null. (Parameter 'name')")
        if not re.fullmatch(r"(?:[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*)?", name):
            raise _unsupported(name, "name", name)
        return CultureInfo(_spelling(name) if name else "")

    @clr_constructor("int culture")
    @staticmethod
    def of_number(number: int) -> CultureInfo:
        """By identifier."""
        check_not_negative("culture", number)
        if 0 < number <= len(_LANGUAGES):
            return CultureInfo(_LANGUAGES[number - 1][0])
        for name, (known, _, _) in _KNOWN.items():
            if known == number:
                return CultureInfo(name)
        raise _unsupported("", "culture", f"{number} (0x{number & 0xFFFFFFFF:04x})")

    @clr_property("Parent", "cultureinfo")
    def parent(self) -> CultureInfo:
        """The culture that this one refines."""
        return CultureInfo(self.culture_name.rpartition("-")[0])

    @clr_property("LCID", "int")
    def lcid(self) -> int:
        """The identifier."""
        for number, (name, _) in enumerate(_LANGUAGES, 1):
            if name == self.culture_name:
                return number
        return _KNOWN.get(self.culture_name, (4096, "", ""))[0]

    @clr_property("KeyboardLayoutId", "int")
    def keyboard_layout_id(self) -> int:
        """The identifier."""
        return self.lcid()

    @clr_property("Name", "string")
    def name(self) -> str:
        """The name."""
        return self.culture_name

    @clr_property("IetfLanguageTag", "string")
    def ietf_language_tag(self) -> str:
        """The name."""
        return self.culture_name

    @clr_property("DisplayName", "string")
    def display_name(self) -> str:
        """The name for people."""
        title = dict(_LANGUAGES).get(self.culture_name)
        return title or _KNOWN.get(self.culture_name, (0, self.culture_name, ""))[1]

    @clr_property("NativeName", "string")
    def native_name(self) -> str:
        """The name for people."""
        return self.display_name()

    @clr_property("EnglishName", "string")
    def english_name(self) -> str:
        """The name for people."""
        return self.display_name()

    @clr_property("TwoLetterISOLanguageName", "string")
    def two_letters(self) -> str:
        """The language."""
        return self.culture_name[:2] or "iv"

    @clr_property("ThreeLetterISOLanguageName", "string")
    def three_letters(self) -> str:
        """The language."""
        return _KNOWN.get(self.culture_name, (0, "", self.culture_name[:2]))[2]

    @clr_property("IsNeutralCulture", "bool")
    def is_neutral(self) -> bool:
        """True for a language without country."""
        return bool(self.culture_name) and "-" not in self.culture_name

    @clr_property("IsReadOnly", "bool")
    def is_read_only(self) -> bool:
        """True."""
        return True

    @clr_property("TextInfo", "System.Globalization.TextInfo")
    def text_info(self) -> Value:
        """Casing."""
        return TextInfo(self)

    @clr_property("CompareInfo", "System.Globalization.CompareInfo")
    def compare_info(self) -> Value:
        """Ordering."""
        return CompareInfo(self)

    @clr_property("NumberFormat", "System.Globalization.NumberFormatInfo")
    def number_format(self) -> Value:
        """Numbers."""
        return NumberFormatInfo(self.culture)

    @clr_property("DateTimeFormat", "System.Globalization.DateTimeFormatInfo")
    def date_time_format(self) -> Value:
        """Dates."""
        return DateTimeFormatInfo(self.culture)

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """The name."""
        return self.culture_name

    @clr_property("InvariantCulture", "cultureinfo", static=True)
    @staticmethod
    def invariant_culture() -> CultureInfo:
        """The culture that is the same everywhere."""
        return CultureInfo("")

    @clr_property("CurrentCulture", "cultureinfo", static=True)
    @clr_property("CurrentUICulture", "cultureinfo", static=True)
    @clr_property("InstalledUICulture", "cultureinfo", static=True)
    @staticmethod
    def current_culture() -> CultureInfo:
        """The session's culture: en-US."""
        return CultureInfo("en-US")

    @clr_method("GetCultureInfo", "string name -> cultureinfo", static=True)
    @clr_method("CreateSpecificCulture", "string name -> cultureinfo", static=True)
    @staticmethod
    def get_culture_info(name: str) -> CultureInfo:
        """By name."""
        return CultureInfo.of_name(name)


@clr_class("System.Globalization.TextInfo")
class TextInfo:
    """Casing by a culture."""

    def __init__(self, owner: CultureInfo) -> None:
        self.owner = owner

    @clr_method("ToTitleCase", "string str -> string")
    def to_title_case(self, text: str) -> str:
        """Capitalize words, but those all in capitals."""
        return re.sub(
            r"[^\W_]+(?:'[^\W_]+)?",
            lambda found: (
                found[0] if len(found[0]) > 1 and found[0].isupper() else found[0][:1].upper() + found[0][1:].lower()
            ),
            text,
        )

    @clr_method("ToUpper", "string str -> string")
    def to_upper(self, text: str) -> str:
        """In capitals."""
        return text.upper()

    @clr_method("ToLower", "string str -> string")
    def to_lower(self, text: str) -> str:
        """In small letters."""
        return text.lower()

    @clr_property("CultureName", "string")
    def culture_name(self) -> str:
        """The culture."""
        return self.owner.culture_name

    @clr_property("ListSeparator", "string")
    def list_separator(self) -> str:
        """What parts lists."""
        return ","


@clr_class("System.Globalization.CompareInfo")
class CompareInfo:
    """Ordering by a culture."""

    def __init__(self, owner: CultureInfo) -> None:
        self.owner = owner

    @clr_property("Name", "string")
    def name(self) -> str:
        """The culture."""
        return self.owner.culture_name

    @clr_method("Compare", "string string1, string string2 -> int")
    @clr_method("Compare", "string string1, string string2, System.Globalization.CompareOptions options -> int")
    def compare(self, one: str, other: str, options: int = 0) -> int:
        """-1, 0 or 1."""
        return collate(one, other, bool(int(options) & 1))

    @clr_method("IndexOf", "string source, string value -> int")
    @clr_method("IndexOf", "string source, string value, System.Globalization.CompareOptions options -> int")
    def index_of(self, source: str, value: str, options: int = 0) -> int:
        """Where a text is found."""
        return source.lower().find(value.lower()) if int(options) & 1 else source.find(value)
