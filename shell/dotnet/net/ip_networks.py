"""System.Net.IPNetwork: an address range in CIDR notation."""

from __future__ import annotations

import ipaddress
from typing import Any

from shell.dotnet.net.addresses import IPAddress
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method
from shell.values.errors import ArgumentException, FormatException


@clr_class("System.Net.IPNetwork", "System.ValueType", properties="BaseAddress:System.Net.IPAddress PrefixLength:int")
class IPNetwork:
    """An address range such as `10.0.0.0/8`; no bit after the prefix may be set."""

    def __init__(self, network: ipaddress.IPv4Network | ipaddress.IPv6Network) -> None:
        self.network = network
        self.base_address = IPAddress(network.network_address)
        self.prefix_length = network.prefixlen

    @clr_constructor("ipaddress baseAddress, int prefixLength")
    @staticmethod
    def of_parts(base_address: IPAddress, prefix_length: int) -> IPNetwork:
        """Create a range from its first address and prefix length."""
        try:
            return IPNetwork(ipaddress.ip_network(f"{base_address}/{prefix_length}"))
        except ValueError:
            raise ArgumentException(
                "The specified baseAddress has non-zero bits after the network prefix. (Parameter 'baseAddress')"
            ) from None

    @clr_method("Parse", "string s -> System.Net.IPNetwork", static=True)
    @staticmethod
    def parse(text: str) -> IPNetwork:
        """Parse `address/prefix`; raises FormatException."""
        found = _read(text)
        if found is None:
            raise FormatException("An invalid IP network was specified.")
        return found

    @clr_method("TryParse", "string s, ref System.Net.IPNetwork result -> bool", static=True)
    @staticmethod
    def try_parse(text: str, reference: Any) -> bool:
        """Parse `address/prefix`; return False where it is not valid."""
        found = _read(text)
        if found is not None:
            reference.value = found
        return found is not None

    @clr_method("Contains", "ipaddress address -> bool")
    def contains(self, address: IPAddress) -> bool:
        """Return True if the range contains an address."""
        return address.address.version == self.network.version and address.address in self.network

    def __str__(self) -> str:
        return str(self.network)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, IPNetwork) and self.network == other.network

    def __hash__(self) -> int:
        return hash(self.network)

    @clr_method("ToString", "-> string")
    def text(self) -> str:
        """Return `address/prefix`."""
        return str(self.network)


def _read(text: str) -> IPNetwork | None:
    if "/" not in text or not text.rpartition("/")[2].isdecimal():
        return None
    try:
        return IPNetwork(ipaddress.ip_network(text))
    except ValueError:
        return None
