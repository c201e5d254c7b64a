"""What would reach beyond the lab: Invoke-WebRequest, Invoke-RestMethod, Test-Connection. All are refused."""

from __future__ import annotations

from typing import Any, Final

from shell.runtime.cmdlet import Cmdlet, SetMembership, parameter
from shell.runtime.errors import ErrorCategory, NotSupportedException

_UTILITY: Final = "Microsoft.PowerShell.Utility"
_METHOD_SETS: Final = ("StandardMethod", "StandardMethodNoProxy")


class WebCommand(Cmdlet):
    """A request by HTTP. A lab has no web servers, and does not reach those of the world."""

    uri: Any = parameter("uri", position=0, mandatory=True, not_null_or_empty=True, help="The address.")
    use_basic_parsing: bool = parameter("switch", help="Accepted for old scripts.")
    method: Any = parameter("object", sets=_METHOD_SETS, help="The HTTP method.")
    headers: Any = parameter("System.Collections.IDictionary", help="Headers of the request.")
    body: Any = parameter("object", pipeline=True, help="What is sent.")
    content_type: str = parameter("string", help="The type of what is sent.")
    credential: Any = parameter("System.Management.Automation.PSCredential", help="Who logs on.")
    user_agent: str = parameter("string", help="What the request calls its program.")
    connection_timeout_seconds: int = parameter("int", aliases=("TimeoutSec",), help="Seconds to wait.")
    in_file: str = parameter("string", help="A file that is sent.")
    out_file: str = parameter("string", help="A file for the answer.")
    pass_thru: bool = parameter("switch", help="Write the answer, too.")
    skip_certificate_check: bool = parameter("switch", help="Do not check the server's certificate.")
    custom_method: str = parameter(
        "string",
        sets={each: SetMembership(mandatory=True) for each in ("CustomMethod", "CustomMethodNoProxy")},
        aliases=("CM",),
        help="A method that has no name here.",
    )

    def process(self) -> None:
        """Refuse."""
        raise self.fail(
            self.error(
                f"{self.command_name()} is not emulated: the lab does not reach web servers. See COVERAGE.md.",
                "NotEmulatedWebRequest",
                ErrorCategory.NotImplemented,
                self.uri,
                exception=NotSupportedException,
            )
        )


class InvokeWebRequest(WebCommand, verb="Invoke", noun="WebRequest", module=_UTILITY, default_set="StandardMethod"):
    """Get a page by HTTP. Not emulated."""


class InvokeRestMethod(WebCommand, verb="Invoke", noun="RestMethod", module=_UTILITY, default_set="StandardMethod"):
    """Call a web service. Not emulated."""


class TestConnection(
    Cmdlet,
    verb="Test",
    noun="Connection",
    module="Microsoft.PowerShell.Management",
    default_set="DefaultPing",
    output=("System.Boolean",),
):
    """See whether a host answers. Only -TcpPort works, and only for addresses of the lab."""

    ping: bool = parameter("switch", sets=("DefaultPing", "RepeatPing"), help="Send echo requests.")
    quiet: bool = parameter("switch", help="Write true or false only.")
    count: int = parameter("int", sets=("DefaultPing", "TcpPort"), help="How many times.")
    timeout_seconds: int = parameter("int", help="Seconds to wait.")
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
    tcp_port: int = parameter(
        "int", sets={"TcpPort": SetMembership(mandatory=True)}, range=(0, 65535), help="The port to try."
    )

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
        for name in self.target_name:
            self.write(self._answers(name))

    def _answers(self, name: str) -> bool:
        from organization.ports import DialRefused

        try:
            self.session.services.dialer.dial(name, self.tcp_port).close()
        except DialRefused:
            return False
        return True
