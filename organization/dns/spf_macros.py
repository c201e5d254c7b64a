"""The macros of SPF (RFC 7208, 7)."""

from __future__ import annotations

import re
from collections.abc import Callable
from ipaddress import IPv4Address
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..values.network import IPAddress

_MACRO = re.compile(r"%(?:\{([a-zA-Z])(\d*)([rR]?)([.\-+,/_=]*)\}|([%_-]))")
_ESCAPES = {"%": "%", "_": " ", "-": "%20"}
LONGEST_DOMAIN = 253


class Macros(NamedTuple):
    """What macros stand for in one evaluation."""

    sender: str
    address: IPAddress
    hello: str
    receiver: str
    validated_name: Callable[[str], str]
    """The name of the client that its address confirms, preferably the given one (`%{p}`)."""
    moment: int = 0
    """Seconds since 1970."""

    def domain(self, text: str, current: str) -> str:
        """A domain with its macros expanded; labels are left off in front until it is short enough."""
        made = self.expand(text, current).removesuffix(".")
        if len(made) <= LONGEST_DOMAIN:
            return made
        first = made.find(".", len(made) - LONGEST_DOMAIN - 1)
        return made[first + 1 :] if first >= 0 else made.rpartition(".")[2]

    def expand(self, text: str, current: str) -> str:
        """A text with its macros expanded; `current` is the domain that is asked about."""

        def replaced(match: re.Match[str]) -> str:
            if match[5]:
                return _ESCAPES[match[5]]
            value = _transformed(self._value(match[1].lower(), current), match[2], bool(match[3]), match[4] or ".")
            return _quoted(value) if match[1].isupper() else value

        return _MACRO.sub(replaced, text)

    def _value(self, letter: str, current: str) -> str:
        local, _, domain = self.sender.rpartition("@")
        if letter == "p":
            return self.validated_name(current)
        values = {
            "s": self.sender,
            "l": local,
            "o": domain,
            "d": current,
            "i": _dotted(self.address),
            "v": "in-addr" if isinstance(self.address, IPv4Address) else "ip6",
            "h": self.hello,
            "c": str(self.address),
            "r": self.receiver,
            "t": str(self.moment),
        }
        return values[letter]


def _quoted(value: str) -> str:
    from urllib.parse import quote  # few records need it

    return quote(value, safe="-._~")


def _dotted(address: IPAddress) -> str:
    """An address in labels: the digits of an IPv6 address one by one."""
    if isinstance(address, IPv4Address):
        return str(address)
    return ".".join(address.exploded.replace(":", "").upper())


def _transformed(value: str, count: str, backwards: bool, delimiters: str) -> str:
    parts = re.split("[" + re.escape(delimiters) + "]", value)
    if backwards:
        parts.reverse()
    return ".".join(parts[-int(count) :] if count else parts)
