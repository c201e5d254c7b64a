"""Formats of the cultures besides en-US, as .NET takes them from ICU, and names of further cultures."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from shell.values.culture import EN_US, INVARIANT, Culture

NAMES: Final[dict[str, tuple[int, str, str, str]]] = {
    "": (127, "Invariant Language (Invariant Country)", "Invariant Language (Invariant Country)", "ivl"),
    "en-US": (1033, "English (United States)", "English (United States)", "eng"),
    "en": (9, "English", "English", "eng"),
    "en-GB": (2057, "English (United Kingdom)", "English (United Kingdom)", "eng"),
    "en-AU": (3081, "English (Australia)", "English (Australia)", "eng"),
    "en-CA": (4105, "English (Canada)", "English (Canada)", "eng"),
    "de-DE": (1031, "German (Germany)", "Deutsch (Deutschland)", "deu"),
    "de": (7, "German", "Deutsch", "deu"),
    "de-CH": (2055, "German (Switzerland)", "Deutsch (Schweiz)", "deu"),
    "de-AT": (3079, "German (Austria)", "Deutsch (Österreich)", "deu"),
    "fr-FR": (1036, "French (France)", "français (France)", "fra"),
    "fr": (12, "French", "français", "fra"),
    "es-ES": (3082, "Spanish (Spain)", "español (España)", "spa"),
    "es": (10, "Spanish", "español", "spa"),
    "it-IT": (1040, "Italian (Italy)", "italiano (Italia)", "ita"),
    "it": (16, "Italian", "italiano", "ita"),
    "nl-NL": (1043, "Dutch (Netherlands)", "Nederlands (Nederland)", "nld"),
    "sv-SE": (1053, "Swedish (Sweden)", "svenska (Sverige)", "swe"),
    "ja-JP": (1041, "Japanese (Japan)", "日本語 (日本)", "jpn"),
    "ja": (17, "Japanese", "日本語", "jpn"),
    "tr-TR": (1055, "Turkish (Türkiye)", "Türkçe (Türkiye)", "tur"),
    "pl-PL": (1045, "Polish (Poland)", "polski (Polska)", "pol"),
    "pt-BR": (1046, "Portuguese (Brazil)", "português (Brasil)", "por"),
    "zh-CN": (2052, "Chinese (China)", "中文（中国）", "zho"),
    "ru-RU": (1049, "Russian (Russia)", "русский (Россия)", "rus"),
    "cs-CZ": (1029, "Czech (Czechia)", "čeština (Česko)", "ces"),
    "da-DK": (1030, "Danish (Denmark)", "dansk (Danmark)", "dan"),
    "fi-FI": (1035, "Finnish (Finland)", "suomi (Suomi)", "fin"),
    "nb-NO": (1044, "Norwegian Bokmål (Norway)", "norsk bokmål (Norge)", "nob"),
    "ko-KR": (1042, "Korean (South Korea)", "한국어 (대한민국)", "kor"),
}
"""Name -> identifier, English name, native name, three letters of the language."""

_BRITISH: Final = Culture(
    "en-GB", currency_symbol="£", short_date="dd/MM/yyyy", long_date="dddd, d MMMM yyyy", short_time="HH:mm",
    long_time="HH:mm:ss", month_day="d MMMM", am="am", pm="pm", first_day=1,
    short_months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
)  # fmt: skip

_GERMAN: Final = Culture(
    "de-DE", currency_symbol="€", decimal_separator=",", group_separator=".", currency_positive=3, currency_negative=8,
    percent_positive=0, percent_negative=0, short_date="dd.MM.yyyy", long_date="dddd, d. MMMM yyyy",
    short_time="HH:mm", long_time="HH:mm:ss", month_day="d. MMMM", date_separator=".", first_day=1, list_separator=";",
    days=("Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"),
    short_days=("So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"),
    months=(
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
    ),
    short_months=("Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"),
    dated_short_months=(
        "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.",
    ),
)  # fmt: skip

_FRENCH: Final = Culture(
    "fr-FR", currency_symbol="€", decimal_separator=",", group_separator="\u202f", currency_positive=3,
    currency_negative=8, percent_positive=0, percent_negative=0, short_date="dd/MM/yyyy", long_date="dddd d MMMM yyyy",
    short_time="HH:mm", long_time="HH:mm:ss", month_day="d MMMM", first_day=1, list_separator=";",
    days=("dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"),
    short_days=("dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."),
    months=(
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ),
    short_months=(
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
    ),
)  # fmt: skip

_SPANISH: Final = Culture(
    "es-ES", currency_symbol="€", decimal_separator=",", group_separator=".", currency_positive=3, currency_negative=8,
    percent_positive=0, percent_negative=0, short_date="d/M/yyyy", long_date="dddd, d 'de' MMMM 'de' yyyy",
    short_time="H:mm", long_time="H:mm:ss", year_month="MMMM 'de' yyyy", month_day="d 'de' MMMM", am="a.\u00a0m.",
    pm="p.\u00a0m.", first_day=1, list_separator=";",
    days=("domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"),
    short_days=("dom", "lun", "mar", "mié", "jue", "vie", "sáb"),
    months=(
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
        "diciembre",
    ),
    short_months=("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"),
)  # fmt: skip

_ITALIAN: Final = Culture(
    "it-IT", currency_symbol="€", decimal_separator=",", group_separator=".", currency_positive=3, currency_negative=8,
    short_date="dd/MM/yyyy", long_date="dddd d MMMM yyyy", short_time="HH:mm", long_time="HH:mm:ss",
    month_day="d MMMM", first_day=1, list_separator=";",
    days=("domenica", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato"),
    short_days=("dom", "lun", "mar", "mer", "gio", "ven", "sab"),
    months=(
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
        "novembre", "dicembre",
    ),
    short_months=("gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"),
)  # fmt: skip

_DUTCH: Final = Culture(
    "nl-NL", currency_symbol="€", decimal_separator=",", group_separator=".", currency_positive=2,
    currency_negative=12, short_date="dd-MM-yyyy", long_date="dddd d MMMM yyyy", short_time="HH:mm",
    long_time="HH:mm:ss", month_day="d MMMM", date_separator="-", am="a.m.", pm="p.m.", first_day=1,
    list_separator=";",
    days=("zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"),
    short_days=("zo", "ma", "di", "wo", "do", "vr", "za"),
    months=(
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ),
    short_months=("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
)  # fmt: skip

_SWEDISH: Final = Culture(
    "sv-SE", currency_symbol="kr", decimal_separator=",", group_separator="\u00a0", negative_sign="\u2212",
    currency_positive=3, currency_negative=8, percent_positive=0, percent_negative=0, short_date="yyyy-MM-dd",
    long_date="dddd d MMMM yyyy", short_time="HH:mm", long_time="HH:mm:ss", month_day="d MMMM", date_separator="-",
    am="fm", pm="em", first_day=1, list_separator=";",
    days=("söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"),
    short_days=("sön", "mån", "tis", "ons", "tors", "fre", "lör"),
    months=(
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december",
    ),
    short_months=(
        "jan.", "feb.", "mars", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec.",
    ),
)  # fmt: skip

_BRAZILIAN: Final = Culture(
    "pt-BR", currency_symbol="R$", decimal_separator=",", group_separator=".", currency_positive=2,
    currency_negative=9, short_date="dd/MM/yyyy", long_date="dddd, d 'de' MMMM 'de' yyyy", short_time="HH:mm",
    long_time="HH:mm:ss", year_month="MMMM 'de' yyyy", month_day="d 'de' MMMM", list_separator=";",
    days=(
        "domingo", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado",
    ),
    short_days=("dom.", "seg.", "ter.", "qua.", "qui.", "sex.", "sáb."),
    months=(
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
        "novembro", "dezembro",
    ),
    short_months=(
        "jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez.",
    ),
)  # fmt: skip

_JAPANESE: Final = Culture(
    "ja-JP", currency_symbol="￥", currency_digits=0, short_date="yyyy/MM/dd", long_date="yyyy年M月d日dddd",
    short_time="H:mm", long_time="H:mm:ss", year_month="yyyy年M月", month_day="M月d日", am="午前", pm="午後",
    days=("日曜日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日"),
    short_days=("日", "月", "火", "水", "木", "金", "土"),
    months=tuple(f"{month}月" for month in range(1, 13)),
    short_months=tuple(f"{month}月" for month in range(1, 13)),
)  # fmt: skip

_TURKISH: Final = Culture(
    "tr-TR", currency_symbol="₺", decimal_separator=",", group_separator=".", percent_positive=2, percent_negative=2,
    short_date="d.MM.yyyy", long_date="d MMMM yyyy dddd", short_time="HH:mm", long_time="HH:mm:ss",
    month_day="d MMMM", date_separator=".", am="ÖÖ", pm="ÖS", first_day=1, list_separator=";",
    days=("Pazar", "Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi"),
    short_days=("Paz", "Pzt", "Sal", "Çar", "Per", "Cum", "Cmt"),
    months=(
        "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık",
    ),
    short_months=("Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"),
)  # fmt: skip

_KNOWN: Final = {
    each.name: each
    for each in (
        INVARIANT, EN_US, _BRITISH, _GERMAN, _FRENCH, _SPANISH, _ITALIAN, _DUTCH, _SWEDISH, _BRAZILIAN, _JAPANESE,
        _TURKISH,
        replace(
            _BRITISH, name="en-AU", currency_symbol="$", short_date="d/M/yyyy", short_time="h:mm\u202ftt",
            long_time="h:mm:ss\u202ftt",
        ),
        replace(EN_US, name="en-CA", short_date="yyyy-MM-dd", date_separator="-", am="a.m.", pm="p.m."),
        replace(
            _GERMAN, name="de-CH", currency_symbol="CHF", decimal_separator=".", group_separator="’",
            currency_positive=2, currency_negative=2, percent_positive=1, percent_negative=1,
        ),
        replace(_GERMAN, name="de-AT", group_separator="\u00a0", currency_positive=2, currency_negative=9),
    )
}  # fmt: skip


@lru_cache(maxsize=64)
def formats_of(name: str) -> Culture | None:
    """Return the formats of a culture. A language alone has those of its first country."""
    known = _KNOWN.get(name)
    if known is not None or "-" in name:
        return known
    for country, culture in _KNOWN.items():
        if name and country.startswith(name + "-"):
            return replace(culture, name=name)
    return None
