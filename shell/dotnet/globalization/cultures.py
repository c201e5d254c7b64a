"""System.Globalization.CultureInfo."""

from __future__ import annotations

import re
from typing import Any, Final

from shell.dotnet.globalization.calendars import GregorianCalendar
from shell.dotnet.globalization.culture_formats import DateTimeFormatInfo, Holder, NumberFormatInfo
from shell.dotnet.globalization.text_info import CompareInfo, TextInfo
from shell.types import ClrType, exception_type, named
from shell.types.registry.checks import not_negative, not_null
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.types.registry.enumeration import enum_value
from shell.values import culture as cultures
from shell.values.culture import Culture
from shell.values.culture_data import NAMES, formats_of
from shell.values.errors import (
    ArgumentException,
    InvalidOperationException,
    NotEmulatedException,
    exception_class,
)
from shell.values.objects import TypedArray, Value

CultureNotFoundException: Final = exception_class(
    "System.Globalization.CultureNotFoundException", ArgumentException, __name__
)
exception_type(CultureNotFoundException)

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
"""Language codes by primary language identifier, from 1."""


def _composed_name(name: str) -> str:
    """Return ICU's name of a culture without data: `English (Germany)`, or `xx (YY)` by code."""
    language, *rest = name.split("-")
    titles = {known.partition("-")[0]: row[1].partition(" (")[0] for known, row in NAMES.items()} | dict(_LANGUAGES)
    regions = {known.rpartition("-")[2]: row[1] for known, row in NAMES.items() if "-" in known}
    shown = [regions[each].rpartition("(")[2].rstrip(")") if each in regions else each for each in rest]
    title = titles.get(language, language)
    return f"{title} ({', '.join(shown)})" if shown else title


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
    """A culture; its formats are loaded on first use."""

    def __init__(self, name: str, *, read_only: bool = False, holder: Holder | None = None) -> None:
        self.culture_name = name
        self.read_only = read_only
        self._holder = holder

    def __str__(self) -> str:
        return self.culture_name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CultureInfo) and other.culture_name == self.culture_name

    def __hash__(self) -> int:
        return hash(self.culture_name)

    @property
    def holder(self) -> Holder:
        """Return the format holder; raises NotEmulatedException for a culture without format data."""
        if self._holder is None:
            known = formats_of(self.culture_name)
            if known is None:
                raise NotEmulatedException(
                    f"The formats of culture '{self.culture_name}' are not emulated.", error_id="NotEmulatedCulture"
                )
            self._holder = Holder(known, read_only=self.read_only)
        return self._holder

    @property
    def culture(self) -> Culture:
        """Return the formats."""
        return self.holder.culture

    @clr_constructor("string name")
    @clr_constructor("string name, bool useUserOverride")
    @staticmethod
    def of_name(name: str, override: bool = True) -> CultureInfo:
        """Return a culture by name."""
        not_null(name, "name")
        if not re.fullmatch(r"(?:[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*)?", name):
            raise _unsupported(name, "name", name)
        return CultureInfo(_spelling(name) if name else "")

    @clr_constructor("int culture")
    @clr_constructor("int culture, bool useUserOverride")
    @staticmethod
    def of_number(number: int, override: bool = True) -> CultureInfo:
        """Return a culture by LCID."""
        not_negative(number, "culture")
        for name, (known, *_) in NAMES.items():
            if known == number:
                return CultureInfo(name)
        if 0 < number <= len(_LANGUAGES):
            return CultureInfo(_LANGUAGES[number - 1][0])
        raise _unsupported("", "culture", f"{number} (0x{number & 0xFFFFFFFF:04x})")

    # --- names ---

    def _names(self) -> tuple[int, str, str, str]:
        known = NAMES.get(self.culture_name)
        if known is not None:
            return known
        for number, (name, title) in enumerate(_LANGUAGES, 1):
            if name == self.culture_name:
                return number, title, title, name[:2]
        shown = _composed_name(self.culture_name)
        return 4096, shown, shown, self.culture_name[:2]

    @clr_property("Parent", "cultureinfo")
    def parent(self) -> CultureInfo:
        """Return the parent culture."""
        return CultureInfo(self.culture_name.rpartition("-")[0], read_only=True)

    @clr_property("LCID", "int")
    @clr_property("KeyboardLayoutId", "int")
    def lcid(self) -> int:
        """Return the LCID."""
        return self._names()[0]

    @clr_property("Name", "string")
    @clr_property("IetfLanguageTag", "string")
    def name(self) -> str:
        """Return the name."""
        return self.culture_name

    @clr_property("DisplayName", "string")
    @clr_property("EnglishName", "string")
    def display_name(self) -> str:
        """Return the display name."""
        return self._names()[1]

    @clr_property("NativeName", "string")
    def native_name(self) -> str:
        """Return the name in the culture's own language."""
        return self._names()[2]

    @clr_property("TwoLetterISOLanguageName", "string")
    def two_letters(self) -> str:
        """Return the language code."""
        return self.culture_name.partition("-")[0] or "iv"

    @clr_property("ThreeLetterISOLanguageName", "string")
    def three_letters(self) -> str:
        """Return the language code."""
        return self._names()[3]

    @clr_property("ThreeLetterWindowsLanguageName", "string")
    def three_windows_letters(self) -> str:
        """Return the three-letter Windows code."""
        return _WINDOWS_LETTERS.get(self.culture_name, self._names()[3].upper())

    @clr_property("CultureTypes", "System.Globalization.CultureTypes")
    def culture_types(self) -> Value:
        """Return the CultureTypes flags."""
        number = 4 | (1 if self.is_neutral() else 2)
        return enum_value(named("System.Globalization.CultureTypes"), number if self.culture_name else 6)

    @clr_property("UseUserOverride", "bool")
    def use_user_override(self) -> bool:
        """Return True for a culture that a script created."""
        return not self.read_only

    @clr_property("IsNeutralCulture", "bool")
    def is_neutral(self) -> bool:
        """Return True for a language without country."""
        return bool(self.culture_name) and "-" not in self.culture_name

    @clr_property("IsReadOnly", "bool")
    def is_read_only(self) -> bool:
        """Return True if the formats cannot be changed."""
        return self.read_only

    # --- rules ---

    @clr_property("TextInfo", "System.Globalization.TextInfo")
    def text_info(self) -> Value:
        """Return the TextInfo."""
        return TextInfo(self)

    @clr_property("CompareInfo", "System.Globalization.CompareInfo")
    def compare_info(self) -> Value:
        """Return the CompareInfo."""
        return CompareInfo(self)

    def _set_number_format(self, formats: NumberFormatInfo) -> None:
        self._take(formats.culture)

    def _set_date_time_format(self, formats: DateTimeFormatInfo) -> None:
        self._take(formats.culture)

    def _take(self, formats: Culture) -> None:
        if self.read_only:
            raise InvalidOperationException("Instance is read-only.")
        self.holder.culture = formats

    @clr_property(
        "NumberFormat",
        "System.Globalization.NumberFormatInfo",
        setter=lambda self, value: self._set_number_format(value),
    )
    def number_format(self) -> Value:
        """Return the NumberFormatInfo."""
        return NumberFormatInfo(self.holder)

    @clr_property(
        "DateTimeFormat",
        "System.Globalization.DateTimeFormatInfo",
        setter=lambda self, value: self._set_date_time_format(value),
    )
    def date_time_format(self) -> Value:
        """Return the DateTimeFormatInfo."""
        return DateTimeFormatInfo(self.holder)

    @clr_property("Calendar", "System.Globalization.Calendar")
    def calendar(self) -> Value:
        """Return the calendar."""
        return GregorianCalendar()

    @clr_property("OptionalCalendars", "System.Globalization.Calendar[]")
    def optional_calendars(self) -> Value:
        """Return the calendars: one."""
        return TypedArray(named("System.Globalization.Calendar"), [GregorianCalendar()])

    @clr_method("GetFormat", "type formatType -> object")
    def get_format(self, wanted: ClrType) -> Value:
        """Return the number or date formats, null for another type."""
        short = getattr(wanted, "short_name", "")
        if short == "NumberFormatInfo":
            return self.number_format()
        return self.date_time_format() if short == "DateTimeFormatInfo" else None

    @clr_method("Clone", "-> object")
    def clone(self) -> CultureInfo:
        """Return a copy with writable formats."""
        return CultureInfo(self.culture_name, holder=Holder(self.culture, read_only=False))

    @clr_method("ClearCachedData", "-> void")
    def clear_cached_data(self) -> None:
        """Do nothing: no value is cached."""

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the name."""
        return self.culture_name

    @clr_method("Equals", "object value -> bool")
    def equals(self, other: Value) -> bool:
        """Return True for the same name."""
        return bool(self == other)

    # --- where they come from ---

    @clr_property("InvariantCulture", "cultureinfo", static=True)
    @staticmethod
    def invariant_culture() -> CultureInfo:
        """Return the invariant culture."""
        return CultureInfo("", read_only=True)

    @clr_property("CurrentUICulture", "cultureinfo", static=True)
    @clr_property("InstalledUICulture", "cultureinfo", static=True)
    @clr_property("DefaultThreadCurrentUICulture", "cultureinfo", static=True)
    @staticmethod
    def language() -> CultureInfo:
        """Return the culture of messages: en-US."""
        return CultureInfo("en-US", read_only=True)

    @clr_property("CurrentCulture", "cultureinfo", static=True, setter=lambda value: use_culture(value))
    @clr_property("DefaultThreadCurrentCulture", "cultureinfo", static=True, setter=lambda value: use_culture(value))
    @staticmethod
    def current_culture() -> CultureInfo:
        """Return the culture that formats values: en-US unless a script set another."""
        formats = cultures.current()
        return CultureInfo(formats.name, read_only=True, holder=Holder(formats))

    @clr_method("GetCultureInfo", "string name -> cultureinfo", static=True)
    @clr_method("GetCultureInfo", "string name, bool predefinedOnly -> cultureinfo", static=True)
    @clr_method("GetCultureInfoByIetfLanguageTag", "string name -> cultureinfo", static=True)
    @staticmethod
    def get_culture_info(name: str, known_only: bool = False) -> CultureInfo:
        """Return a culture by name."""
        found = CultureInfo.of_name(name)
        return CultureInfo(found.culture_name, read_only=True)

    @clr_method("GetCultureInfo", "int culture -> cultureinfo", static=True)
    @staticmethod
    def get_culture_info_by_number(number: int) -> CultureInfo:
        """Return a culture by LCID."""
        return CultureInfo(CultureInfo.of_number(number).culture_name, read_only=True)

    @clr_method("CreateSpecificCulture", "string name -> cultureinfo", static=True)
    @staticmethod
    def create_specific_culture(name: str) -> CultureInfo:
        """Return a specific culture by name; a language gives its default country."""
        found = CultureInfo.of_name(name)
        country = next((each for each in NAMES if each.startswith(found.culture_name + "-")), None)
        return CultureInfo(country if country is not None and found.is_neutral() else found.culture_name)

    @clr_method("ReadOnly", "cultureinfo ci -> cultureinfo", static=True)
    @staticmethod
    def locked(culture: CultureInfo) -> CultureInfo:
        """Return a copy with read-only formats."""
        return CultureInfo(culture.culture_name, read_only=True, holder=Holder(culture.culture))

    @clr_method("GetCultures", "System.Globalization.CultureTypes types -> cultureinfo[]", static=True)
    @staticmethod
    def get_cultures(types: int) -> Value:
        """Return the known cultures, ordered by name."""
        wanted = int(types)
        found = [
            CultureInfo(name, read_only=True)
            for name in sorted(NAMES)
            if wanted & 4 or (wanted & (1 if "-" not in name else 2))
        ]
        return TypedArray(named("System.Globalization.CultureInfo"), found)


_WINDOWS_LETTERS: Final = {
    "en-US": "ENU", "en": "ENU", "en-GB": "ENG", "en-AU": "ENA", "en-CA": "ENC", "de-DE": "DEU", "de": "DEU",
    "de-CH": "DES", "de-AT": "DEA", "fr-FR": "FRA", "fr": "FRA", "es-ES": "ESN", "es": "ESP", "pt-BR": "PTB",
    "zh-CN": "CHS", "": "IVL",
}  # fmt: skip


def use_culture(value: CultureInfo) -> None:
    """Set the current culture; raises ArgumentNullException for null."""
    not_null(value, "value")
    cultures.use(value.culture)
