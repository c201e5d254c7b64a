"""System.Net: IPAddress, IPEndPoint, MailAddress."""

from __future__ import annotations

import ipaddress
import re
from typing import Any, Final

from shell.types import BYTE, exception_type, named
from shell.types.registry.checks import in_range, not_empty, not_null
from shell.types.registry.declarations import add_properties, clr_class, clr_constructor, clr_method, clr_property
from shell.types.registry.enumeration import enum_value
from shell.values.errors import (
    ArgumentException,
    ArgumentOutOfRangeException,
    FormatException,
    NetException,
    SystemException,
    exception_class,
)
from shell.values.objects import Byte, Int64, TypedArray, Value

SocketException: Final = exception_class("System.Net.Sockets.SocketException", SystemException, __name__)
exception_type(SocketException)


def _number(text: str) -> int | None:
    """Parse decimal, octal (0...) or hexadecimal (0x...) digits."""
    if re.fullmatch(r"0[xX][0-9a-fA-F]+", text):
        return int(text, 16)
    if re.fullmatch(r"0[0-7]*", text):
        return int(text, 8) if len(text) > 1 else 0
    return int(text) if re.fullmatch(r"[1-9][0-9]*", text) else None


def parse_v4(text: str) -> int | None:
    """Parse an IPv4 address of one to four numbers, the last of which fills the remaining bytes."""
    parts = [_number(part) for part in text.split(".")]
    if len(parts) > 4:
        return None
    *head, last = parts
    if last is None or last >= 1 << 8 * (5 - len(parts)):
        return None
    value = 0
    for part in head:
        if part is None or part > 255:
            return None
        value = value << 8 | part
    return value << 8 * (5 - len(parts)) | last


def parse_address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """Parse an address as .NET does; raises FormatException."""
    if ":" in text:
        body = text[1 : text.index("]")] if text.startswith("[") and "]" in text else text
        try:
            return ipaddress.IPv6Address(body)
        except ValueError:
            pass
    else:
        value = parse_v4(text)
        if value is not None:
            return ipaddress.IPv4Address(value)
    raise FormatException(
        "An invalid IP address was specified.", inner=SocketException("An invalid IP address was specified.")
    )


@clr_class("System.Net.IPAddress")
class IPAddress:
    """An IPv4 or IPv6 address."""

    __slots__ = ("address",)

    def __init__(self, address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
        self.address = address

    def __str__(self) -> str:
        address = self.address
        if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
            return f"::ffff:{address.ipv4_mapped}"
        return str(address)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, IPAddress) and self.address == other.address

    def __hash__(self) -> int:
        return hash(("IPAddress", self.address))

    @property
    def is_v6(self) -> bool:
        """Return True for IPv6."""
        return self.address.version == 6

    @clr_constructor("long newAddress")
    @staticmethod
    def of_number(number: int) -> IPAddress:
        """Create an IPv4 address from a number, first byte lowest."""
        if not 0 <= number <= 0xFFFFFFFF:
            shown = number & 0xFFFFFFFFFFFFFFFF
            raise ArgumentOutOfRangeException(
                f"newAddress ('{shown}') must be less than or equal to '4294967295'. (Parameter 'newAddress')\n"
                f"Actual value was {shown}."
            )
        return IPAddress(ipaddress.IPv4Address(int(number).to_bytes(4, "little")))

    @clr_constructor("byte[] address")
    @clr_constructor("byte[] address, long scopeid")
    @staticmethod
    def of_bytes(address: Any, scope: int = 0) -> IPAddress:
        """Create an address from 4 or 16 bytes."""
        data = bytes(address)
        if len(data) not in (4, 16):
            raise ArgumentException("An invalid IP address was specified. (Parameter 'address')")
        if len(data) == 4:
            return IPAddress(ipaddress.IPv4Address(data))
        made = ipaddress.IPv6Address(data)
        return IPAddress(ipaddress.IPv6Address(f"{made}%{scope}") if scope else made)

    @clr_property("AddressFamily", "System.Net.Sockets.AddressFamily")
    def address_family(self) -> Value:
        """Return InterNetwork or InterNetworkV6."""
        return enum_value(named("System.Net.Sockets.AddressFamily"), 23 if self.is_v6 else 2)

    @clr_property("ScopeId", "long")
    def scope_id(self) -> Value:
        """Return the scope of an IPv6 address; raises SocketException for IPv4."""
        if not isinstance(self.address, ipaddress.IPv6Address):
            raise SocketException("The attempted operation is not supported for the type of object referenced.")
        scope = self.address.scope_id or "0"
        return Int64(int(scope)) if scope.isdecimal() else Int64(0)

    @clr_property("IsIPv6Multicast", "bool")
    def is_multicast(self) -> bool:
        """Return True for ff00::/8."""
        return self.is_v6 and self.address.is_multicast

    @clr_property("IsIPv6LinkLocal", "bool")
    def is_link_local(self) -> bool:
        """Return True for fe80::/10."""
        return self.is_v6 and self.address.is_link_local

    @clr_property("IsIPv6SiteLocal", "bool")
    def is_site_local(self) -> bool:
        """Return True for fec0::/10."""
        return isinstance(self.address, ipaddress.IPv6Address) and self.address.is_site_local

    @clr_property("IsIPv6Teredo", "bool")
    def is_teredo(self) -> bool:
        """Return True for 2001::/32."""
        return isinstance(self.address, ipaddress.IPv6Address) and self.address.teredo is not None

    @clr_property("IsIPv6UniqueLocal", "bool")
    def is_unique_local(self) -> bool:
        """Return True for fc00::/7."""
        return self.is_v6 and int(self.address) >> 121 == 0xFC >> 1

    @clr_property("IsIPv4MappedToIPv6", "bool")
    def is_mapped(self) -> bool:
        """Return True for ::ffff:0:0/96."""
        return isinstance(self.address, ipaddress.IPv6Address) and self.address.ipv4_mapped is not None

    @clr_property("Address", "long")
    def number(self) -> Value:
        """Return the four bytes as a number, first byte lowest."""
        if self.is_v6:
            raise SocketException("The attempted operation is not supported for the type of object referenced.")
        return Int64(int.from_bytes(self.address.packed, "little"))

    @clr_method("GetAddressBytes", "-> byte[]")
    def get_address_bytes(self) -> Value:
        """Return the bytes."""
        return TypedArray(BYTE, [Byte(each) for each in self.address.packed])

    @clr_method("MapToIPv6", "-> ipaddress")
    def map_to_v6(self) -> IPAddress:
        """Return the mapped IPv6 address."""
        return self if self.is_v6 else IPAddress(ipaddress.IPv6Address(f"::ffff:{self.address}"))

    @clr_method("MapToIPv4", "-> ipaddress")
    def map_to_v4(self) -> IPAddress:
        """Return the IPv4 address in the last four bytes."""
        return IPAddress(ipaddress.IPv4Address(self.address.packed[-4:])) if self.is_v6 else self

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the text."""
        return str(self)

    @clr_method("Equals", "object comparand -> bool")
    def equals(self, other: Value) -> bool:
        """Return True if both are equal."""
        return bool(self == other)

    @clr_method("Parse", "string ipString -> ipaddress", static=True)
    @staticmethod
    def parse(text: str) -> IPAddress:
        """Parse a text; raise where it is not valid."""
        not_null(text, "ipString")
        return IPAddress(parse_address(text))

    @clr_method("TryParse", "string ipString, ref ipaddress address -> bool", static=True)
    @staticmethod
    def try_parse(text: str, reference: Any) -> bool:
        """Parse a text; return False where it is not valid."""
        try:
            reference.value = IPAddress.parse(text)
        except NetException:
            reference.value = None
            return False
        return True

    @clr_method("IsLoopback", "ipaddress address -> bool", static=True)
    @staticmethod
    def is_loopback(address: IPAddress) -> bool:
        """Return True for 127.0.0.0/8 and ::1."""
        return address.address.is_loopback

    @clr_method("HostToNetworkOrder", "int host -> int", static=True)
    @clr_method("NetworkToHostOrder", "int network -> int", static=True)
    @staticmethod
    def swap(number: int) -> int:
        """Return a number with its bytes in reverse order."""
        return int.from_bytes(int(number).to_bytes(4, "little", signed=True), "big", signed=True)


def _constants() -> None:
    rows = []
    for name, text in (
        ("Any", "0.0.0.0"),
        ("Loopback", "127.0.0.1"),
        ("Broadcast", "255.255.255.255"),
        ("None", "255.255.255.255"),
        ("IPv6Any", "::"),
        ("IPv6Loopback", "::1"),
        ("IPv6None", "::"),
    ):
        rows.append((name, "ipaddress", lambda text=text: IPAddress(ipaddress.ip_address(text))))
    add_properties(named("System.Net.IPAddress"), rows, static=True)


_constants()


@clr_class("System.Net.IPEndPoint", properties="Address:ipaddress=rw Port:int=rw")
class IPEndPoint:
    """An address and a port."""

    @clr_constructor("ipaddress address, int port")
    def __init__(self, address: IPAddress, port: int) -> None:
        in_range(port, 0, 65535, "port")
        self.address = address
        self.port = port

    def __str__(self) -> str:
        return f"[{self.address}]:{self.port}" if self.address.is_v6 else f"{self.address}:{self.port}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, IPEndPoint) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    @clr_property("AddressFamily", "System.Net.Sockets.AddressFamily")
    def address_family(self) -> Value:
        """Return the address family."""
        return self.address.address_family()

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the text."""
        return str(self)

    @clr_method("Parse", "string s -> System.Net.IPEndPoint", static=True)
    @staticmethod
    def parse(text: str) -> IPEndPoint:
        """Parse `address:port`; raises FormatException."""
        found = re.fullmatch(r"(\[[^\]]+\]|[^:]+)(?::([0-9]{1,5}))?", text) or re.fullmatch(r"([0-9a-fA-F:.]+)()", text)
        try:
            if found is not None and int(found[2] or 0) <= 65535:
                return IPEndPoint(IPAddress(parse_address(found[1])), int(found[2] or 0))
        except FormatException:
            pass
        raise FormatException("An invalid IPEndPoint was specified.")

    @clr_method("TryParse", "string s, ref IPEndPoint result -> bool", static=True)
    @staticmethod
    def try_parse(text: str, result: Any) -> bool:
        """Parse `address:port`; return False where it is not valid."""
        try:
            result.value = IPEndPoint.parse(text or "")
        except FormatException:
            result.value = None
            return False
        return True

    @clr_property("MinPort", "int", static=True)
    @staticmethod
    def min_port() -> int:
        """Return 0."""
        return 0

    @clr_property("MaxPort", "int", static=True)
    @staticmethod
    def max_port() -> int:
        """Return 65535."""
        return 65535


_LOCAL: Final = r"(?:[^\s()<>\[\]:;@\\,\"]+(?:\.[^\s()<>\[\]:;@\\,\"]+)*|\"(?:[^\"\\]|\\.)*\")"
_MAIL: Final = re.compile(
    rf"\s*(?:(?P<name>\"(?:[^\"\\]|\\.)*\"|[^<>@\"]*?)\s*<\s*)?(?P<user>{_LOCAL})\s*@\s*(?P<host>[^\s<>@,;()\"]+|\[[^\]]*\])\s*(?P<close>>?)\s*"
)


@clr_class("System.Net.Mail.MailAddress", properties="DisplayName:string User:string Host:string Address:string")
class MailAddress:
    """A mail address with an optional display name."""

    def __init__(self, user: str, host: str, display_name: str = "") -> None:
        self.user = user
        self.host = host
        self.display_name = display_name

    @property
    def address(self) -> str:
        """Return `user@host`."""
        return f"{self.user}@{self.host}"

    def __str__(self) -> str:
        return f'"{self.display_name}" <{self.address}>' if self.display_name else self.address

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MailAddress) and str(self).lower() == str(other).lower()

    def __hash__(self) -> int:
        return hash(str(self).lower())

    @clr_constructor("string address")
    @clr_constructor("string address, string displayName")
    @staticmethod
    def parse(text: str, display_name: str | None = None) -> MailAddress:
        """Parse an address; raises FormatException."""
        not_empty(text, "address")
        found = _MAIL.fullmatch(text)
        if found is None or (found["name"] is not None) != bool(found["close"]) or ".." in found["user"]:
            raise FormatException("The specified string is not in the form required for an e-mail address.")
        name = (found["name"] or "").strip()
        if name.startswith('"') and name.endswith('"') and len(name) > 1:
            name = name[1:-1]
        return MailAddress(found["user"], found["host"], display_name if display_name else name)

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the text."""
        return str(self)

    @clr_method("TryCreate", "string address, ref mailaddress result -> bool", static=True)
    @staticmethod
    def try_create(text: str, reference: Any) -> bool:
        """Parse an address; return False where it is not valid."""
        try:
            reference.value = MailAddress.parse(text)
        except NetException:
            reference.value = None
            return False
        return True
