"""Commands that set back pressure; the lab's server never runs short of memory or disk by itself."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.objects.transport_server import TransportServer
from organization.values.enums import ResourcePressure
from shell.engine.commands.cmdlet import Example, parameter
from shell.values.objects import PSCustomObject

from ..base import ExchangeCmdlet
from ..conversion import to_shell
from ..kinds import enum_type


class _PressureCommand(ExchangeCmdlet):
    """A command for back pressure on the lab's server."""

    module = "Emshell.Lab"

    @property
    def server(self) -> TransportServer:
        """Return the server concerned."""
        return self.organization.one(TransportServer)


class GetLabBackPressure(_PressureCommand, verb="Get", noun="LabBackPressure"):
    """Show the simulated resource pressure on the lab's server."""

    examples = (Example("Get-LabBackPressure", "Normal, unless it was set."),)

    def process(self) -> None:
        """Write it."""
        server = self.server
        members: dict[str, Any] = {"Server": server.name, "Level": to_shell(server.resource_pressure)}
        self.write(PSCustomObject(members, ["Emshell.LabBackPressure", "System.Object"]))


class SetLabBackPressure(_PressureCommand, verb="Set", noun="LabBackPressure"):
    """Set the resource pressure on the lab's server. At Medium it rejects mail from anonymous clients, at High all
    mail.

    Rejected clients get `452 4.3.1 Insufficient system resources`. The event log gets events 15004, 15005 and, at High,
    15007.
    """

    supports_should_process: ClassVar[bool] = True
    level: Any = parameter(
        enum_type(ResourcePressure).name, position=0, mandatory=True, help="The level: Normal, Medium or High."
    )
    examples = (Example("Set-LabBackPressure High", "All mail is rejected until the level is Normal again."),)

    def process(self) -> None:
        """Set the level; open sessions are affected at once."""
        server, level = self.server, ResourcePressure(int(self.level))
        if self.should_process(server.name, f"Set back pressure to {level}"):
            self.organization.update(server, resource_pressure=level)
