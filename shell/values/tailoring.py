"""Sort orders of languages that tailor Unicode's root collation: those of CLDR, which .NET takes from ICU.

An order is written as rules. `c<ç` sorts a letter after another; `h<ch` does so for two letters that count as one;
`y~ü` makes a letter differ from another as by an accent. Other letters keep their root order.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from shell.values import collation
from shell.values.collation import Key

_CROATIAN: Final = "c<č<ć d<dž~ǆ<đ l<lj~ǉ n<nj~ǌ s<š z<ž"
_NORWEGIAN: Final = "d~đ~ð y~ü~ű z<æ~ä<ø~ö~ő~œ<å~aa"

_RULES: Final = {
    "az": "c<ç e<ə g<ğ h<x<ı k<q o<ö s<ş u<ü z<w",
    "bs": _CROATIAN,
    "cs": "c<č h<ch r<ř s<š z<ž",
    "da": _NORWEGIAN,
    "es": "n<ñ",
    "et": "s<š<z<ž w<õ<ä<ö<ü",
    "fi": "d~đ n~ŋ y~ü z<å<ä~æ<ö~ø",
    "gl": "n<ñ",
    "hr": _CROATIAN,
    "hu": "c<cs d<dz<dzs g<gy l<ly n<ny o<ö~ő s<sz t<ty u<ü~ű z<zs",
    "is": "a<á d~đ<ð e<é i<í o<ó u<ú y<ý z<æ~ä<ö~ø<å",
    "lt": "a~ą c<č e~ę~ė i~į~y s<š u~ų~ū z<ž",
    "lv": "c<č g<ģ i~y k<ķ l<ļ n<ņ r<ŗ s<š z<ž",
    "nb": _NORWEGIAN,
    "nn": _NORWEGIAN,
    "no": _NORWEGIAN,
    "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
    "ro": "a<ă<â i<î s<ş~ș t<ţ~ț",
    "sk": "a<ä c<č h<ch o<ô r<ř s<š z<ž",
    "sl": "c<č<ć d<đ s<š z<ž",
    "sq": "c<ç d<dh e<ë g<gj l<ll n<nj r<rr s<sh t<th x<xh z<zh",
    "sv": "d~đ~ð y~ü~ű z<å<ä~æ~ę<ö~ø~ő~œ~ô",
    "tr": "c<ç g<ğ h<ı o<ö s<ş u<ü",
}

_ROOT: Final = frozenset("en de fr it nl pt ga id ms sw zu xh rw lb gd eu iv invariant".split())  # noqa: SIM905
"""Languages without a tailoring. French in Canada compares accents from the end."""

_TURKIC: Final = ("az", "tr")
_CAPITALS_FIRST: Final = ("da",)
_LONGEST: Final = 3


class Order:
    """A sort order: Unicode's root order."""

    def key(self, text: str, ignore_case: bool = True) -> Key:
        """Return the sort key of a text."""
        return collation.sort_key(text, ignore_case)

    def collate(self, a: str, b: str, ignore_case: bool = True) -> int:
        """Compare two texts: return a negative number, zero or a positive number."""
        one, other = self.key(a, ignore_case), self.key(b, ignore_case)
        return int(one > other) - int(one < other)


class Tailored(Order):
    """The order of one language."""

    def __init__(self, language: str, rules: str) -> None:
        self._turkic = language in _TURKIC
        self._capital = "0" if language in _CAPITALS_FIRST else "1"
        self._weights = dict(_weights(rules))

    def key(self, text: str, ignore_case: bool = True) -> Key:
        """Return the sort key of a text."""
        primary: list[str] = []
        accents: list[str] = []
        case: list[str] = []
        composed = unicodedata.normalize("NFC", text)
        lowered = [self._lower(each) for each in composed]
        place = 0
        while place < len(composed):
            size, weight, accent = self._element(lowered, place)
            plain = (weight, accent) if accent else collation.sort_key(weight)
            if plain[0]:
                primary.append(plain[0])
                accents.append("\x01" + plain[1].lstrip("\x01"))
                case += map(self._case, composed[place : place + size])
            elif unicodedata.category(weight[0]) == "Mn" and accents:
                accents[-1] += weight
            place += size
        weights = "".join(primary), "".join(accents).rstrip("\x01")
        return weights if ignore_case else (*weights, "".join(case))

    def _element(self, lowered: list[str], place: int) -> tuple[int, str, str]:
        """Return the number of letters that count as one and their weights; without an accent, the letter for the root
        order.
        """
        for size in range(_LONGEST, 0, -1):
            known = self._weights.get("".join(lowered[place : place + size]))
            if known is not None and place + size <= len(lowered):
                return size, *known
        return 1, lowered[place], ""

    def _lower(self, letter: str) -> str:
        if self._turkic and letter in "Iİ":
            return "ı" if letter == "I" else "i"
        return letter.lower()

    def _case(self, letter: str) -> str:
        is_small = letter == self._lower(letter)
        return ("1" if self._capital == "0" else "0") if is_small else self._capital


class FromTheEnd(Order):
    """The order of French in Canada: accents are compared from the end."""

    def key(self, text: str, ignore_case: bool = True) -> Key:
        """Return the sort key of a text."""
        primary, accents, *case = collation.sort_key(text, False)
        marks = [f"\x01{each}" for each in accents.split("\x01")[1:]]
        marks += ["\x01"] * (len(primary) - len(marks))
        key = primary, "".join(reversed(marks)).rstrip("\x01")
        return key if ignore_case else (*key, *case)


ROOT: Final = Order()


def _weights(rules: str) -> list[tuple[str, tuple[str, str]]]:
    """Return the weights (of the letter, of the accent) of the letters that the rules name."""
    found: list[tuple[str, tuple[str, str]]] = []
    for rule in rules.split():
        base, *steps = re.findall(r"[<~]?[^<~]+", rule)
        primary = collation.sort_key(base)[0]
        number = accent = 0
        for step in steps:
            number, accent = (number + 1, 1) if step[0] == "<" else (number, accent + 1)
            weight = primary[:-1] + chr(ord(primary[-1]) + number)
            found.append((step[1:], (weight, "\x01" + chr(accent))))
    return found


@lru_cache(maxsize=64)
def order_of(culture: str) -> Order | None:
    """Return the order of a culture by its name (`tr-TR`); None where it is not emulated."""
    lowered = culture.lower()
    language = lowered.partition("-")[0]
    if lowered == "fr-ca":
        return FromTheEnd()
    if not language or language in _ROOT:
        return ROOT
    return Tailored(language, _RULES[language]) if language in _RULES else None


__all__ = ["ROOT", "Order", "Tailored", "order_of"]
