"""Test-Connection: whether hosts answer. Nothing beyond the lab is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shell.display import views
from shell.display.cells import RIGHT
from shell.dotnet.net.addresses import IPAddress, parse_address
from shell.dotnet.net.pings import SUCCESS, TIMED_OUT, Echo, PingException, PingReply, echo, status
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.lazy import lazy
from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import clr_class
from shell.values.errors import ErrorCategory
from shell.values.objects import Int64, UInt32, Value

if TYPE_CHECKING:
    from organization import ports
else:
    ports = lazy("organization.ports", globals())


_COMMAND: Final = "Microsoft.PowerShell.Commands.TestConnectionCommand"
_PING_STATUS: Final = _COMMAND + "+PingStatus"
_TCP_STATUS: Final = _COMMAND + "+TcpPortStatus"
_PING: Final = ("DefaultPing", "RepeatPing")
_NO_ECHO: Final = "It is not emulated."


@clr_class(
    _PING_STATUS,
    properties="Ping:uint32 Source:string Destination:string DisplayAddress:string Address:ipaddress"
    " Latency:long Status:System.Net.NetworkInformation.IPStatus BufferSize:int"
    " Reply:System.Net.NetworkInformation.PingReply IPV4Address:ipaddress IPV6Address:ipaddress ProtocolAddress:string"
    " ResponseTime:int StatusCode:uint32",
)
class PingStatus:
    """What came of a request. The last five are those of Windows PowerShell's objects, which scripts ask for."""

    def __init__(self, number: int, source: str, target: str, answer: Echo, size: int, name_shown: bool) -> None:
        address = IPAddress(parse_address(answer.address))
        self.ping = UInt32(number)
        self.source = source
        self.destination = answer.name if name_shown else target
        self.display_address = answer.name if name_shown else answer.address if answer.answered else "*"
        self.address: Value = address
        self.latency = Int64(0)
        self.status = status(SUCCESS if answer.answered else TIMED_OUT)
        self.buffer_size = size if answer.answered else 0
        self.reply = PingReply(answer.address, answer.answered, size)
        self.ipv4_address: Value = address if ":" not in answer.address else None
        self.ipv6_address: Value = address if ":" in answer.address else None
        self.protocol_address = answer.address if answer.answered else ""
        self.response_time: Value = 0 if answer.answered else None
        self.status_code: Value = UInt32(SUCCESS if answer.answered else TIMED_OUT)

    def __str__(self) -> str:
        return _PING_STATUS


@clr_class(
    _TCP_STATUS,
    properties="Id:int Source:string Target:string TargetAddress:ipaddress Port:int Latency:long Connected:bool"
    " Status:object",
)
class TcpPortStatus:
    """What came of an attempt to connect."""

    def __init__(self, number: int, source: str, target: str, address: str, port: int, connected: bool) -> None:
        self.id = number
        self.source = source
        self.target = target
        self.target_address: Value = IPAddress(parse_address(address))
        self.port = port
        self.latency = Int64(0)
        self.connected = connected
        word = "Success" if connected else "ConnectionRefused"
        self.status: Value = convert(word, named("System.Net.Sockets.SocketError"))

    def __str__(self) -> str:
        return _TCP_STATUS


def is_open(session: Any, name: str, port: int, source: str | None = None) -> bool:
    """Whether a listener of the lab answers at a name and a port."""
    try:
        session.services.dialer.dial(name, port, source).close()
    except ports.DialRefused:
        return False
    return True


class TestConnection(
    Cmdlet,
    verb="Test",
    noun="Connection",
    module="Microsoft.PowerShell.Management",
    default_set="DefaultPing",
    output=(_PING_STATUS, "System.Boolean", _TCP_STATUS),
):
    """See whether a host answers: a server of the lab, or a host that the lab's DNS knows. Others are never asked.

    With -TcpPort the listeners of the lab's server are really dialed.
    """

    examples = (
        Example("Test-Connection EX01 -Count 1 -Quiet", "Whether the server is there."),
        Example("Test-Connection DC01 -Count 2", "Two requests."),
    )

    ping: bool = parameter("switch", sets=_PING, help="Send echo requests.")
    ipv4: bool = parameter("switch", name="IPv4", help="Use the old protocol; the lab has both.")
    ipv6: bool = parameter("switch", name="IPv6", help="Use the new protocol; the lab has both.")
    resolve_destination: bool = parameter("switch", help="Write the name of the host, where it has one.")
    source: str = parameter("string", sets=(*_PING, "TraceRoute", "TcpPort"), help="The address to ask from.")
    max_hops: int = parameter(
        "int",
        sets=(*_PING, "TraceRoute"),
        aliases=("Ttl", "TimeToLive", "Hops"),
        range=(1, 128),
        default=128,
        help="How many hops. Every host of the lab is one away.",
    )
    count: int = parameter(
        "int", sets=("DefaultPing", "TcpPort"), default=4, range=("Positive",), help="How many times."
    )
    delay: int = parameter(
        "int",
        sets=(*_PING, "TcpPort"),
        default=1,
        range=("Positive",),
        help="Seconds between two requests; the lab waits for none.",
    )
    buffer_size: int = parameter(
        "int", sets=_PING, aliases=("Size", "Bytes", "BS"), range=(0, 65500), default=32, help="Bytes to send."
    )
    dont_fragment: bool = parameter("switch", sets=_PING, help="Forbid fragments; there are none.")
    quiet: bool = parameter("switch", help="Write true or false only.")
    timeout_seconds: int = parameter("int", range=("Positive",), help="Seconds to wait; the lab answers at once.")
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
    detailed: bool = parameter("switch", sets=("TcpPort",), help="Write what came of each attempt.")

    def process(self) -> None:
        """Ask each host."""
        for name in self.target_name:
            if self.parameter_set == "TcpPort":
                self._try_port(name)
            else:
                self._ask(name)

    def _ask(self, name: str) -> None:
        answer = echo(self.session, name, 4 if self.ipv4 else 6 if self.ipv6 else 0)
        if self.quiet:
            self.write(answer is not None and answer.answered)
            return
        if answer is None:
            self._unknown(name)
            return
        for number in range(1, self.count + 1):
            self.write(PingStatus(number, self._source(), name, answer, self.buffer_size, self.resolve_destination))

    def _try_port(self, name: str) -> None:
        count = self.count if self.is_bound("Count") else 1
        answer = echo(self.session, name)
        if answer is None and self.detailed:
            self._unknown(name)
            return
        for number in range(1, count + 1):
            connected = is_open(self.session, name, self.tcp_port, self.source)
            if self.detailed and answer is not None:
                self.write(TcpPortStatus(number, self._source(), name, answer.address, self.tcp_port, connected))
            else:
                self.write(connected)

    def _source(self) -> str:
        name: str = self.session.organization.forest.server
        return name

    def _unknown(self, name: str) -> None:
        text = f"Testing connection to computer '{name}' failed: Cannot resolve the target name."
        self.write_error(
            self.error(
                text, "TestConnectionException", ErrorCategory.ResourceUnavailable, name, exception=PingException
            )
        )


def _starred(attribute: str) -> Any:
    """A column that has a star for a request that nobody answered."""
    return lambda ping: "*" if int(ping.status) == TIMED_OUT else getattr(ping, attribute)


views.register(
    _PING_STATUS,
    views.TableView(
        (
            views.Column("Ping", width=4, align=RIGHT),
            views.Column("Source", width=16),
            views.Column("Address", "DisplayAddress", width=25),
            views.Column("Latency(ms)", _starred("latency"), width=7, align=RIGHT),
            views.Column("BufferSize(B)", _starred("buffer_size"), width=10, align=RIGHT),
            views.Column("Status", width=16),
        ),
        group_by=views.GroupBy("Destination", "Destination"),
    ),
)
views.register(
    _TCP_STATUS,
    views.TableView(
        (
            views.Column("Id", width=4, align=RIGHT),
            views.Column("Source", width=16),
            views.Column("Address", "TargetAddress", width=25),
            views.Column("Port", width=7, align=RIGHT),
            views.Column("Latency(ms)", "Latency", width=7, align=RIGHT),
            views.Column("Connected", width=10),
            views.Column("Status", width=24),
        ),
        group_by=views.GroupBy("Target", "Target"),
    ),
)
