"""Back pressure by hand: commands of our own, as a lab's server never runs out of memory or disk."""

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
    """A command for the pressure on the lab's server."""

    module = "Emshell.Lab"

    @property
    def server(self) -> TransportServer:
        """The server that feels it."""
        return self.organization.one(TransportServer)


class GetLabBackPressure(_PressureCommand, verb="Get", noun="LabBackPressure"):
    """Show how short of resources the lab's server pretends to be."""

    examples = (Example("Get-LabBackPressure", "Normal, unless it was set."),)

    def process(self) -> None:
        """Write it."""
        server = self.server
        members: dict[str, Any] = {"Server": server.name, "Level": to_shell(server.resource_pressure)}
        self.write(PSCustomObject(members, ["Emshell.LabBackPressure", "System.Object"]))


class SetLabBackPressure(_PressureCommand, verb="Set", noun="LabBackPressure"):
    """Make the lab's server short of resources: at Medium it takes no mail of anonymous clients, at High none at all.

    Refused clients hear `452 4.3.1 Insufficient system resources`; the event log has 15004, 15005 and at High 15007.
    """

    supports_should_process: ClassVar[bool] = True
    level: Any = parameter(enum_type(ResourcePressure).name, position=0, mandatory=True, help="Normal, Medium or High.")
    examples = (Example("Set-LabBackPressure High", "No mail gets in until it is Normal again."),)

    def process(self) -> None:
        """Set it; open sessions feel it at once."""
        server, level = self.server, ResourcePressure(int(self.level))
        if self.should_process(server.name, f"Set back pressure to {level}"):
            self.organization.update(server, resource_pressure=level)
