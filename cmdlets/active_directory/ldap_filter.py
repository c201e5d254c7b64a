"""LDAP's search filters (RFC 4515): `(&(objectClass=user)(|(department=Sales)(mail=a*)))`.

Active Directory's matching rules for bits and chains are known, other extensible matches are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

Test = Callable[[Callable[[str], Any]], bool]
"""Whether an entry passes, given the function that reads its attributes."""

DEPTH_LIMIT: Final = 100
"""How deep brackets may nest."""
_ITEM: Final = re.compile(r"\(\s*([\w.;-]+)\s*(?::([\d.]+):)?(=|>=|<=|~=)((?:[^()\\]|\\[0-9A-Fa-f]{2})*+)\)")
_BIT_AND: Final = "1.2.840.113556.1.4.803"
_BIT_OR: Final = "1.2.840.113556.1.4.804"
_CHAIN: Final = "1.2.840.113556.1.4.1941"


class BadLdapFilter(Exception):
    """A filter that cannot be read."""


def parse(text: str, chain: Callable[[Any, str], bool] | None = None) -> Test:
    """Read a filter. `chain` decides the rule "in chain": an attribute's values, and the wanted distinguished name.

    Raises BadLdapFilter.
    """
    test, end = _filter(text, _blank(text, 0), 0, chain)
    if _blank(text, end) != len(text):
        raise BadLdapFilter
    return test


def _blank(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _filter(text: str, place: int, depth: int, chain: Any) -> tuple[Test, int]:
    if depth > DEPTH_LIMIT or text[place : place + 1] != "(":
        raise BadLdapFilter
    inner = _blank(text, place + 1)
    operator = text[inner : inner + 1]
    if operator not in ("&", "|", "!"):
        item = _ITEM.match(text, place)
        if item is None:
            raise BadLdapFilter
        name, rule, relation, value = item.groups()
        return _comparison(name, rule, relation, value, chain), item.end()
    parts: list[Test] = []
    place = _blank(text, inner + 1)
    while text[place : place + 1] == "(":
        part, place = _filter(text, place, depth + 1, chain)
        parts.append(part)
        place = _blank(text, place)
    if text[place : place + 1] != ")" or not parts or (operator == "!" and len(parts) != 1):
        raise BadLdapFilter
    return _combined(operator, parts), place + 1


def _combined(operator: str, parts: list[Test]) -> Test:
    if operator == "!":
        return lambda read: not parts[0](read)
    decide = all if operator == "&" else any
    return lambda read: decide(part(read) for part in parts)


def _comparison(name: str, rule: str | None, operator: str, value: str, chain: Any) -> Test:
    if rule:
        return _by_rule(name, rule, _plain(value), chain)
    if operator == "=" and value == "*":
        return lambda read: read(name) is not None
    if operator == "=":
        pattern = re.compile(".*".join(re.escape(_plain(part)) for part in value.split("*")), re.I | re.S)
        return lambda read: any(pattern.fullmatch(each) for each in _texts(read(name)))
    wanted = _plain(value)
    if operator == "~=":
        return lambda read: any(each.casefold() == wanted.casefold() for each in _texts(read(name)))
    return lambda read: any(_ordered(each, operator, wanted) for each in _texts(read(name)))


def _by_rule(name: str, rule: str, wanted: str, chain: Any) -> Test:
    if rule == _CHAIN and chain is not None:
        return lambda read: chain(read(name), wanted)
    if rule not in (_BIT_AND, _BIT_OR) or not wanted.lstrip("-").isdecimal():
        raise BadLdapFilter
    mask = int(wanted)

    def test(read: Callable[[str], Any]) -> bool:
        value = read(name)
        if not isinstance(value, int):
            return False
        return value & mask == mask if rule == _BIT_AND else bool(value & mask)

    return test


def _plain(value: str) -> str:
    """The text behind its escapes, `\\2a` for an asterisk."""
    return re.sub(r"\\([0-9A-Fa-f]{2})", lambda match: chr(int(match[1], 16)), value)


def _texts(value: Any) -> list[str]:
    if value is None:
        return []
    values = value if isinstance(value, tuple) else (value,)
    return [str(each).upper() if isinstance(each, bool) else str(each) for each in values]


def _ordered(value: str, operator: str, wanted: str) -> bool:
    if value.lstrip("-").isdecimal() and wanted.lstrip("-").isdecimal():
        return int(value) >= int(wanted) if operator == ">=" else int(value) <= int(wanted)
    left, right = value.casefold(), wanted.casefold()
    return left >= right if operator == ">=" else left <= right
