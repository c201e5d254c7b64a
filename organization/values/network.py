"""Addresses that a server listens on, and ranges of addresses that it listens to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any, Self

from .errors import BadValue
from .style import MODERN, Style

IPAddress = IPv4Address | IPv6Address

_BRACKETED = re.compile(r"\[(?P<address>[^\]]*)\](?::(?P<port>\d+))?", re.A)


def parse_address(text: str) -> IPAddress:
    """One IPv4 or IPv6 address; a scope (`%eth0`) is refused, as a connector refuses it."""
    try:
        address = ip_address(text.strip())
    except ValueError:
        raise BadValue(f"An invalid IP address was specified: '{text}'.") from None
    if isinstance(address, IPv6Address) and address.scope_id is not None:
        raise BadValue(f"An invalid IP address was specified: '{text}'.")
    return address


@dataclass(frozen=True, slots=True)
class IPBinding:
    """A local address and port, `0.0.0.0:25` or `[::]:25`. A wildcard address means every address of its family."""

    address: IPAddress
    port: int
    style: Style = field(default=MODERN, compare=False, repr=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `10.0.0.1:25`, `[::]:25` or the older `:::25`. The port is needed, 0 to 65535."""
        text = text.strip()
        match = _BRACKETED.fullmatch(text)
        address, port = (match["address"], match["port"] or "") if match else text.rpartition(":")[::2]
        if not port.isdecimal() or not port.isascii() or int(port) > 65535:
            raise BadValue(
                f"'{text}' is not a valid binding. A binding is an IP address and a port number from 0 to 65535 "
                "separated by a colon, for example 192.168.1.1:25."
            )
        return cls(parse_address(address), int(port))

    @classmethod
    def convert(cls, value: Any) -> Self:
        """A binding from a binding or a text."""
        return value if isinstance(value, cls) else cls.parse(str(value))

    @property
    def is_wildcard(self) -> bool:
        """Whether it listens on every address of its family."""
        return self.address.is_unspecified

    def with_style(self, style: Style) -> Self:
        """The same binding, printed as another version prints it."""
        return self if style is self.style else type(self)(self.address, self.port, style)

    def __hash__(self) -> int:
        """Of the numbers: an address would write itself out in hexadecimal to hash that."""
        return hash((int(self.address), self.port))

    def __str__(self) -> str:
        if self.address.version == 6 and self.style.bracketed_ipv6:
            return f"[{self.address}]:{self.port}"
        return f"{self.address}:{self.port}"


class RangeForm(Enum):
    """The way in which a range was written; it is printed the same way."""

    SINGLE = "address"
    LOW_HIGH = "low-high"
    CIDR = "address/prefix"
    MASK = "address(mask)"


@dataclass(frozen=True, slots=True)
class IPRange:
    """Addresses from `low` to `high`, both included, of one family. Equal to any other spelling of the same range."""

    low: IPAddress
    high: IPAddress
    form: RangeForm = field(default=RangeForm.LOW_HIGH, compare=False)
    written: str = field(default="", compare=False, repr=False)
    """The address before `/prefix` or `(mask)`; Exchange keeps its host bits when it prints the range."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `10.0.0.1`, `10.0.0.0/24`, `10.0.0.0-10.0.0.255` or `10.0.0.0(255.255.255.0)`."""
        text = text.strip()
        if text.endswith(")") and "(" in text:
            address, mask = text[:-1].split("(", 1)
            return cls._network(text, address, mask, RangeForm.MASK)
        if "/" in text:
            address, prefix = text.split("/", 1)
            return cls._network(text, address, prefix, RangeForm.CIDR if prefix.isdecimal() else RangeForm.MASK)
        if "-" in text:
            low, high = (_range_address(text, part) for part in text.split("-", 1))
            if low.version != high.version or int(low) > int(high):
                raise _bad_range(text)
            return cls(low, high)
        return cls.single(_range_address(text, text))

    @classmethod
    def single(cls, address: IPAddress) -> Self:
        """The range of one address."""
        return cls(address, address, RangeForm.SINGLE)

    @classmethod
    def _network(cls, text: str, address: str, prefix: str, form: RangeForm) -> Self:
        try:
            network = ip_network(f"{address.strip()}/{prefix.strip()}", strict=False)
        except ValueError:
            raise _bad_range(text) from None
        suffix = f"({prefix.strip()})" if form is RangeForm.MASK else f"/{network.prefixlen}"
        return cls(network[0], network[-1], form, f"{parse_address(address)}{suffix}")

    @classmethod
    def convert(cls, value: Any) -> Self:
        """A range from a range, an address or a text."""
        return value if isinstance(value, cls) else cls.parse(str(value))

    def __hash__(self) -> int:
        """Of the numbers, as a binding's."""
        return hash((int(self.low), int(self.high)))

    def contains(self, address: IPAddress) -> bool:
        """Whether `address` is in the range; never across families."""
        return address.version == self.low.version and int(self.low) <= int(address) <= int(self.high)

    def encloses(self, other: IPRange) -> bool:
        """Whether every address of `other` is in this range."""
        return self.contains(other.low) and self.contains(other.high)

    def overlaps(self, other: IPRange) -> bool:
        """Whether the two have an address in common."""
        return self.contains(other.low) or other.contains(self.low)

    @property
    def size(self) -> int:
        """How many addresses; the smaller range is the more specific."""
        return int(self.high) - int(self.low) + 1

    def __str__(self) -> str:
        if self.form is RangeForm.SINGLE:
            return str(self.low)
        return self.written or f"{self.low}-{self.high}"


def _range_address(text: str, part: str) -> IPAddress:
    try:
        return parse_address(part)
    except BadValue:
        raise _bad_range(text) from None


def _bad_range(text: str) -> BadValue:
    return BadValue(
        f"The IP range '{text}' is not valid. An IP range is a single IP address, two IP addresses separated by a "
        "hyphen, or an IP address with a subnet mask in CIDR notation, for example 192.168.1.0/24."
    )


ALL_IPV4 = IPRange.parse("0.0.0.0-255.255.255.255")
ALL_IPV6 = IPRange.parse("::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")
