"""Test-Connection: whether a listener of the lab answers. Nothing beyond the lab is asked."""

from __future__ import annotations

from typing import Any, Final

from shell.runtime.cmdlet import Cmdlet, SetMembership, parameter
from shell.runtime.errors import ErrorCategory, NotSupportedException

_PING: Final = ("DefaultPing", "RepeatPing")
_NO_ECHO: Final = "Echo requests are not emulated."


class TestConnection(
    Cmdlet,
    verb="Test",
    noun="Connection",
    module="Microsoft.PowerShell.Management",
    default_set="DefaultPing",
    output=("System.Boolean",),
):
    """See whether a host answers. Only -TcpPort works, and only for addresses of the lab."""

    ping: bool = parameter("switch", sets=_PING, help="Send echo requests.")
    ipv4: bool = parameter("switch", name="IPv4", help="Use the old protocol; the lab has both.")
    ipv6: bool = parameter("switch", name="IPv6", help="Use the new protocol; the lab has both.")
    resolve_destination: bool = parameter("switch", refused=_NO_ECHO, help="Look up the name of the host.")
    source: str = parameter("string", sets=(*_PING, "TraceRoute", "TcpPort"), help="The address to ask from.")
    max_hops: int = parameter(
        "int",
        sets=(*_PING, "TraceRoute"),
        aliases=("Ttl", "TimeToLive", "Hops"),
        range=(1, 128),
        refused=_NO_ECHO,
        help="How many hops.",
    )
    count: int = parameter("int", sets=("DefaultPing", "TcpPort"), default=1, help="How many times.")
    delay: int = parameter("int", sets=(*_PING, "TcpPort"), refused=_NO_ECHO, help="Seconds between two requests.")
    buffer_size: int = parameter(
        "int", sets=_PING, aliases=("Size", "Bytes", "BS"), range=(0, 65500), refused=_NO_ECHO, help="Bytes to send."
    )
    dont_fragment: bool = parameter("switch", sets=_PING, refused=_NO_ECHO, help="Forbid fragments.")
    quiet: bool = parameter("switch", help="Write true or false only; it is all that is written here.")
    timeout_seconds: int = parameter("int", help="Seconds to wait; the lab answers at once.")
    target_name: Any = parameter(
        "string[]",
        position=0,
        mandatory=True,
        pipeline=True,
        by_property_name=True,
        aliases=("ComputerName",),
        not_null_or_empty=True,
        help="Hosts.",
    )
    repeat: bool = parameter(
        "switch",
        sets={"RepeatPing": SetMembership(mandatory=True), "TcpPort": SetMembership()},
        aliases=("Continuous",),
        refused=_NO_ECHO,
        help="Go on until Ctrl+C.",
    )
    traceroute: bool = parameter(
        "switch", sets={"TraceRoute": SetMembership(mandatory=True)}, refused=_NO_ECHO, help="Show the way."
    )
    mtu_size: bool = parameter(
        "switch",
        sets={"MtuSizeDetect": SetMembership(mandatory=True)},
        aliases=("MtuSizeDetect",),
        refused=_NO_ECHO,
        help="Find the largest packet.",
    )
    tcp_port: int = parameter(
        "int", sets={"TcpPort": SetMembership(mandatory=True)}, range=(0, 65535), help="The port to try."
    )
    detailed: bool = parameter("switch", sets=("TcpPort",), refused=_NO_ECHO, help="Write how long it took.")

    def process(self) -> None:
        """Try the port of each host; refuse everything else."""
        if self.parameter_set != "TcpPort":
            raise self.fail(
                self.error(
                    "Echo requests are not emulated. Use -TcpPort with an address of the lab.",
                    "NotEmulatedPing",
                    ErrorCategory.NotImplemented,
                    exception=NotSupportedException,
                )
            )
        for name in [name for name in self.target_name for _ in range(self.count)]:
            self.write(self._answers(name))

    def _answers(self, name: str) -> bool:
        from organization.ports import DialRefused

        try:
            self.session.services.dialer.dial(name, self.tcp_port, self.source).close()
        except DialRefused:
            return False
        return True
