"""The text of an SPF record (RFC 7208, 4.6 and 12): its mechanisms and modifiers, or why it is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network

_MECHANISM = re.compile(r"([+\-?~]?)(all|include|a|mx|ptr|ip4|ip6|exists)(?:(?=[:/])(.*))?", re.I)
_MODIFIER = re.compile(r"([a-z][a-z0-9_.-]*)=(.*)", re.I)
_LITERAL = r"[\x21-\x24\x26-\x7e]"
_EXPAND = r"%(?:\{[slodiphcrtv]\d*r?[.\-+,/_=]*\}|%|_|-)"
_EXPAND_IN_DOMAIN = r"%(?:\{[slodiphv]\d*r?[.\-+,/_=]*\}|%|_|-)"
_MACRO_STRING = re.compile(rf"(?:{_LITERAL}|{_EXPAND})*", re.I)
_IN_DOMAIN = re.compile(rf"(?:{_LITERAL}|({_EXPAND_IN_DOMAIN}))", re.I)
_TOP_LABEL = re.compile(r"(?=[0-9-]*+[a-z]|[a-z0-9]++-)[a-z0-9](?:[a-z0-9-]*+(?<=[a-z0-9]))?", re.I)
"""Not digits alone."""
_CIDR = re.compile(r"(.*?)(?:/(0|[1-9]\d?))?(?://(0|[1-9]\d{0,2}))?", re.S)
_NO_WIDTH = re.compile(r"%\{[a-z]0+r?[.\-+,/_=]*\}", re.I)
"""A macro that would keep no label at all, which is an error (RFC 7208, 7.3)."""


class BadRecord(Exception):
    """A record that breaks the grammar, or a limit: the result is PermError."""


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A term that an address may match."""

    qualifier: str
    """`+`, `-`, `~` or `?`."""
    name: str
    domain: str = ""
    """Its domain, with macros; empty for the domain that is asked about."""
    prefix4: int = 32
    prefix6: int = 128
    network: IPv4Network | IPv6Network | None = None
    """Of ip4 and ip6."""


@dataclass(frozen=True, slots=True)
class SpfRecord:
    """A record that can be evaluated."""

    mechanisms: tuple[Mechanism, ...]
    redirect: str | None = None
    explanation: str | None = None
    """The domain whose text explains a failure, with macros."""


def parse_record(text: str) -> SpfRecord:
    """Read the terms behind the version. Raises BadRecord."""
    mechanisms: list[Mechanism] = []
    modifiers: dict[str, str] = {}
    for term in text.split(" "):
        if not term:
            continue
        found = _MECHANISM.fullmatch(term)
        if found is not None:
            mechanisms.append(_mechanism(found[1] or "+", found[2].lower(), found[3] or ""))
            continue
        modifier = _MODIFIER.fullmatch(term)
        if modifier is None:
            raise BadRecord(f"'{term}' is not a mechanism.")
        _add_modifier(modifiers, modifier[1].lower(), modifier[2])
    return SpfRecord(tuple(mechanisms), modifiers.get("redirect"), modifiers.get("exp"))


def _add_modifier(modifiers: dict[str, str], name: str, value: str) -> None:
    if name not in ("redirect", "exp"):
        if not _MACRO_STRING.fullmatch(value):
            raise BadRecord(f"'{name}={value}' is not a modifier.")
        return
    if name in modifiers:
        raise BadRecord(f"'{name}' stands twice.")
    modifiers[name] = _domain_spec(value)


def _mechanism(qualifier: str, name: str, rest: str) -> Mechanism:
    if name == "all":
        if rest:
            raise BadRecord("'all' takes no argument.")
        return Mechanism(qualifier, name)
    if name in ("ip4", "ip6"):
        return Mechanism(qualifier, name, network=_network(name, rest))
    if name in ("include", "exists", "ptr"):
        if not rest and name == "ptr":
            return Mechanism(qualifier, name)
        if not rest.startswith(":"):
            raise BadRecord(f"'{name}' needs a domain.")
        return Mechanism(qualifier, name, _domain_spec(rest[1:]))
    return _with_prefixes(qualifier, name, rest)


def _with_prefixes(qualifier: str, name: str, rest: str) -> Mechanism:
    """`a` and `mx`: a domain or none, and how much of the addresses counts."""
    found = _CIDR.fullmatch(rest)
    assert found is not None  # the pattern's first group takes anything
    prefix4, prefix6 = int(found[2] or 32), int(found[3] or 128)
    domain = found[1]
    if prefix4 > 32 or prefix6 > 128 or (domain and not domain.startswith(":")):
        raise BadRecord(f"'{name}{rest}' is not a mechanism.")
    return Mechanism(qualifier, name, _domain_spec(domain[1:]) if domain else "", prefix4, prefix6)


def _network(name: str, rest: str) -> IPv4Network | IPv6Network:
    address, slash, prefix = rest[1:].partition("/")
    try:
        if not rest.startswith(":") or (slash and not re.fullmatch(r"0|[1-9]\d{0,2}", prefix)):
            raise ValueError
        made = ip_network(rest[1:], strict=False) if slash else ip_network(address)
    except ValueError:
        raise BadRecord(f"'{name}{rest}' is not a network.") from None
    if made.version != int(name[2]):
        raise BadRecord(f"'{name}{rest}' is of the other family.")
    return made


def _domain_spec(text: str) -> str:
    if not _is_domain_spec(text) or _NO_WIDTH.search(text):
        raise BadRecord(f"'{text}' is not a domain.")
    return text


def _is_domain_spec(text: str) -> bool:
    """Whether a text is made of letters and macros, and ends with a macro or a top-level label."""
    at, macro = 0, False
    while at < len(text):
        found = _IN_DOMAIN.match(text, at)
        if found is None:
            return False
        at, macro = found.end(), found[1] is not None
    _, dot, label = text.removesuffix(".").rpartition(".")
    return macro or (bool(dot) and _TOP_LABEL.fullmatch(label) is not None)
