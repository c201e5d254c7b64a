"""Test-NetConnection: whether a host of the lab answers, and whether something listens on a port of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shell.display import views
from shell.dotnet.net.addresses import IPAddress, parse_address
from shell.dotnet.net.pings import Echo, PingReply, echo
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.lazy import lazy
from shell.types import named
from shell.types.registry.declarations import clr_class
from shell.values.objects import TypedArray, Value

from .test_connection import is_open

if TYPE_CHECKING:
    from organization.dns import hosts
else:
    hosts = lazy("organization.dns.hosts", globals())


_RESULT: Final = "TestNetConnectionResult"
_COMMON: Final = {"HTTP": 80, "RDP": 3389, "SMB": 445, "WINRM": 5985}
_NO_ROUTES: Final = "Every host of the lab is one hop away."
_BEACON: Final = "internetbeacon.msedge.net"
"""The host that is asked where none is named. It is outside of the lab."""


@clr_class(
    _RESULT,
    properties="ComputerName:string RemoteAddress:ipaddress ResolvedAddresses:ipaddress[] PingSucceeded:bool"
    " PingReplyDetails:System.Net.NetworkInformation.PingReply TcpClientSocket:object TcpTestSucceeded:bool"
    " RemotePort:uint32 TraceRoute:string[] Detailed:bool InterfaceAlias:string InterfaceIndex:uint32"
    " InterfaceDescription:string NetAdapter:object NetRoute:object SourceAddress:object NameResolutionSucceeded:bool"
    " BasicNameResolution:object LLMNRNetbiosRecords:object DNSOnlyRecords:object AllNameResolutionResults:object"
    " IsAdmin:bool NetworkIsolationContext:string MatchingIPsecRules:object",
)
class NetConnection:
    """What came of the test."""

    tcp_client_socket = net_adapter = net_route = None
    trace_route = basic_name_resolution = llmnr_netbios_records = dns_only_records = all_name_resolution_results = None
    matching_i_psec_rules = None

    def __init__(self, name: str, found: Echo | None, source: str, detailed: bool) -> None:
        self.computer_name = name
        self.detailed = detailed
        self.name_resolution_succeeded = found is not None
        addresses: list[Value] = [] if found is None else [IPAddress(parse_address(found.address))]
        self.remote_address: Value = addresses[0] if addresses else None
        self.resolved_addresses = TypedArray(named("System.Net.IPAddress"), addresses)
        self.ping_reply_details: Value = None
        self.ping_succeeded = False
        self.remote_port: Value = 0
        self.tcp_test_succeeded = False
        self.interface_alias = "Ethernet"
        self.interface_index = 4
        self.interface_description = "Lab Network Adapter"
        self.source_address: Value = source
        self.is_admin = True
        self.network_isolation_context = "Internet"
        self.asked_port = False

    def __str__(self) -> str:
        return _RESULT

    @property
    def round_trip(self) -> str:
        """As the view has it."""
        return "0 ms" if self.ping_reply_details is not None else ""


class TestNetConnection(
    Cmdlet, verb="Test", noun="NetConnection", module="NetTCPIP", default_set="ICMP", output=(_RESULT, "System.Boolean")
):
    """See whether a host of the lab answers, and whether something listens on a port of it.

    The listeners of the lab's server are really dialed, at the address of this machine that stands for them. Nothing
    beyond the lab is asked: its names are unknown, its addresses do not answer.
    """

    examples = (
        Example("Test-NetConnection EX01 -Port 25", "Whether the server takes mail."),
        Example("Test-NetConnection EX01 -Port 2525 -InformationLevel Quiet", "True or false only."),
    )

    computer_name: str = parameter(
        "string",
        position=0,
        pipeline=True,
        by_property_name=True,
        aliases=("RemoteAddress", "cn"),
        default=_BEACON,
        help="The host.",
    )
    common_tcp_port: str = parameter(
        "string",
        name="CommonTCPPort",
        sets={"CommonTCPPort": SetMembership(mandatory=True, position=1)},
        values=tuple(_COMMON),
        help="A well known port by its name.",
    )
    port: int = parameter(
        "int",
        sets={"RemotePort": SetMembership(mandatory=True, by_property_name=True)},
        aliases=("RemotePort",),
        range=(1, 65535),
        help="The port.",
    )
    trace_route: bool = parameter("switch", sets=("ICMP",), refused=_NO_ROUTES, help="Show the way.")
    hops: int = parameter("int", sets=("ICMP",), refused=_NO_ROUTES, help="The longest way.")
    diagnose_routing: bool = parameter(
        "switch",
        sets={"NetRouteDiagnostics": SetMembership(mandatory=True)},
        refused=_NO_ROUTES,
        help="Show which route is taken.",
    )
    constrain_source_address: str = parameter(
        "string", sets=("NetRouteDiagnostics",), refused=_NO_ROUTES, help="From this address."
    )
    constrain_interface: int = parameter(
        "int", sets=("NetRouteDiagnostics",), refused=_NO_ROUTES, help="From this interface."
    )
    information_level: str = parameter(
        "string", values=("Quiet", "Detailed"), default="Standard", help="How much is written."
    )

    def process(self) -> None:
        """Ask the host."""
        name, quiet = self.computer_name, self.information_level.lower() == "quiet"
        port = self.port or _COMMON.get((self.common_tcp_port or "").upper(), 0)
        found = echo(self.session, name)
        detailed = self.information_level.lower() == "detailed"
        result = NetConnection(name, found, self._source(), detailed)
        if found is None:
            self.write_warning(f"Name resolution of {name} failed")
        elif port:
            self._try_port(result, found, port)
        if not port or not result.tcp_test_succeeded:
            self._ping(result, found, quiet)
        if quiet:
            self.write(result.tcp_test_succeeded if port else result.ping_succeeded)
        else:
            self.write(result)

    def _try_port(self, result: NetConnection, found: Echo, port: int) -> None:
        result.asked_port = True
        result.remote_port = port
        result.tcp_test_succeeded = is_open(self.session, result.computer_name, port)
        if not result.tcp_test_succeeded:
            self.write_warning(f"TCP connect to ({found.address} : {port}) failed")

    def _ping(self, result: NetConnection, found: Echo | None, quiet: bool) -> None:
        if found is None:
            return
        result.ping_succeeded = found.answered
        if found.answered:
            result.ping_reply_details = PingReply(found.address, True)
        elif not quiet:
            self.write_warning(f"Ping to {found.address} failed with status: TimedOut")

    def _source(self) -> str:
        addresses = hosts.own_server(self.session.organization).addresses
        return str(addresses[0]) if addresses else "127.0.0.1"


def _pinged(result: Any) -> bool:
    return not result.tcp_test_succeeded


views.register(
    _RESULT,
    views.ListView(
        (
            views.Item("ComputerName"),
            views.Item("RemoteAddress"),
            views.Item("RemotePort", when=lambda result: result.asked_port),
            views.Item("NameResolutionResults", "ResolvedAddresses", when=lambda result: result.detailed),
            views.Item("InterfaceAlias"),
            views.Item("SourceAddress"),
            views.Item("PingSucceeded", when=_pinged),
            views.Item("PingReplyDetails (RTT)", lambda result: result.round_trip, when=_pinged),
            views.Item("TcpTestSucceeded", when=lambda result: result.asked_port),
        )
    ),
)
