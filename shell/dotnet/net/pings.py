"""System.Net.NetworkInformation.Ping. The lab's DNS decides which hosts answer; no packet is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.net.addresses import IPAddress, SocketException, parse_address
from shell.dotnet.numbers.convert import byte_array
from shell.lazy import lazy
from shell.types import named
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method
from shell.types.registry.enumeration import enum_value
from shell.values.errors import InvalidOperationException, exception_class
from shell.values.objects import Int64, Value

if TYPE_CHECKING:
    from organization.dns import hosts
    from shell.engine.session.runspace import Runspace
else:
    hosts = lazy("organization.dns.hosts", globals())

_SPACE: Final = "System.Net.NetworkInformation."
SUCCESS, TIMED_OUT = 0, 11010
PingException: Final = exception_class(_SPACE + "PingException", InvalidOperationException, __name__)


@dataclass(frozen=True, slots=True)
class Echo:
    """The answer of a host, with its name and its address as text."""

    name: str
    address: str
    answered: bool


def echo(session: Runspace, target: str, version: int = 0) -> Echo | None:
    """Return a host's answer, over IP `version` 4 or 6 if given; None for a name without address.

    The lab's servers answer, and every address that the lab's DNS knows; other addresses do not.
    """
    from ipaddress import ip_address

    organization = session.organization
    try:
        literal = ip_address(target.strip().strip("[]"))
    except ValueError:
        literal = None
    try:
        if literal is not None:
            found = hosts.by_address(organization, literal)
            answered = found is not None or hosts.answers(organization, literal)
            return Echo(found.name if found is not None else str(literal), str(literal), answered)
        found = hosts.find(organization, target)
    except hosts.DnsFailure:
        return None
    addresses = [each for each in found.addresses if version in (0, each.version)] if found is not None else []
    if found is None or not addresses:
        return None
    preferred = sorted(addresses, key=lambda each: each.version)[0]
    return Echo(found.name, str(preferred), True)


def status(code: int) -> Value:
    """Return the IPStatus of a code."""
    return enum_value(named(_SPACE + "IPStatus"), code)


@clr_class(_SPACE + "PingOptions", properties="Ttl:int=rw DontFragment:bool=rw")
class PingOptions:
    """The time to live and the fragmentation flag of a request."""

    @clr_constructor("")
    @clr_constructor("int ttl, bool dontFragment")
    def __init__(self, ttl: int = 128, dont_fragment: bool = False) -> None:
        self.ttl = ttl
        self.dont_fragment = dont_fragment


@clr_class(
    _SPACE + "PingReply",
    properties=f"Status:{_SPACE}IPStatus Address:ipaddress RoundtripTime:long Options:object Buffer:byte[]",
)
class PingReply:
    """The answer to a request."""

    def __init__(self, address: str, answered: bool, size: int = 32) -> None:
        self.status = status(SUCCESS if answered else TIMED_OUT)
        self.address: Value = IPAddress(parse_address(address)) if answered else None
        self.roundtrip_time = Int64(0)
        self.options: Value = PingOptions() if answered else None
        self.buffer = byte_array(b"a" * size if answered else b"")

    def __str__(self) -> str:
        return _SPACE + "PingReply"


@clr_class(_SPACE + "Ping", interfaces="System.IDisposable")
class Ping:
    """Sends echo requests to hosts of the lab."""

    @clr_constructor("")
    def __init__(self) -> None:
        """Create an instance; no resource is opened."""

    @clr_method("Send", f"string hostNameOrAddress -> {_SPACE}PingReply", session=True)
    @clr_method("Send", f"string hostNameOrAddress, int timeout -> {_SPACE}PingReply", session=True)
    @clr_method("Send", f"string hostNameOrAddress, int timeout, byte[] buffer -> {_SPACE}PingReply", session=True)
    @clr_method("Send", f"ipaddress address -> {_SPACE}PingReply", session=True)
    @clr_method("Send", f"ipaddress address, int timeout -> {_SPACE}PingReply", session=True)
    def send(self, session: Any, target: Any, timeout: int = 5000, buffer: Any = None) -> Value:
        """Send an echo request; raises PingException for a name without address."""
        found = echo(session, str(target))
        if found is None:
            raise PingException(
                "An exception occurred during a Ping request.", inner=SocketException("No such host is known.")
            )
        return PingReply(found.address, found.answered, 32 if buffer is None else len(buffer))

    @clr_method("Dispose", "-> void")
    def dispose(self) -> None:
        """Do nothing: no resource is held."""


__all__ = ["SUCCESS", "TIMED_OUT", "Echo", "Ping", "PingException", "PingOptions", "PingReply", "echo", "status"]
