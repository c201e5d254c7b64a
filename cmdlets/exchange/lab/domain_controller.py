"""The domain controller by hand: commands of our own, as a lab's directory is always there."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.objects.transport_server import TransportServer
from shell.engine.commands.cmdlet import Example, parameter
from shell.values.objects import PSCustomObject

from ..base import ExchangeCmdlet


class GetLabDomainController(ExchangeCmdlet, verb="Get", noun="LabDomainController"):
    """Show whether the lab's domain controller answers."""

    module = "Emshell.Lab"
    examples = (Example("Get-LabDomainController", "It does, unless it was set otherwise."),)

    def process(self) -> None:
        """Write it."""
        server = self.organization.one(TransportServer)
        name = self.organization.forest.domain_controller_fqdn
        members: dict[str, Any] = {"Name": name, "Available": server.directory_answers}
        self.write(PSCustomObject(members, ["Emshell.LabDomainController", "System.Object"]))


class SetLabDomainController(ExchangeCmdlet, verb="Set", noun="LabDomainController"):
    """Have the lab's domain controller answer or not. While it does not, nobody can log on by SMTP.

    Clients that try hear `454 4.7.0 Temporary authentication failure`; the event log has 2102. Recipients and
    cmdlets are not concerned.
    """

    module = "Emshell.Lab"
    supports_should_process: ClassVar[bool] = True
    available: bool = parameter("bool", position=0, mandatory=True, help="Whether it answers.")
    examples = (Example("Set-LabDomainController -Available $false", "Logons fail until it is there again."),)

    def process(self) -> None:
        """Set it; open sessions feel it at once."""
        name = self.organization.forest.domain_controller_fqdn
        if self.should_process(name, f"Set availability to {self.available}"):
            self.organization.update(self.organization.one(TransportServer), directory_answers=self.available)
