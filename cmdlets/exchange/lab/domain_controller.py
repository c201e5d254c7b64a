"""Commands that make the lab's domain controller unavailable."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.objects.transport_server import TransportServer
from shell.engine.commands.cmdlet import Example, parameter
from shell.values.objects import PSCustomObject

from ..base import ExchangeCmdlet


class GetLabDomainController(ExchangeCmdlet, verb="Get", noun="LabDomainController"):
    """Show whether the lab's domain controller is available."""

    module = "Emshell.Lab"
    examples = (Example("Get-LabDomainController", "Available, unless it was set otherwise."),)

    def process(self) -> None:
        """Write it."""
        server = self.organization.one(TransportServer)
        name = self.organization.forest.domain_controller_fqdn
        members: dict[str, Any] = {"Name": name, "Available": server.directory_answers}
        self.write(PSCustomObject(members, ["Emshell.LabDomainController", "System.Object"]))


class SetLabDomainController(ExchangeCmdlet, verb="Set", noun="LabDomainController"):
    """Make the lab's domain controller available or unavailable. While it is unavailable, no client can authenticate by
    SMTP.

    Clients that try to authenticate get `454 4.7.0 Temporary authentication failure`, and the event log gets event
    2102. Recipient lookups and cmdlets are not affected.
    """

    module = "Emshell.Lab"
    supports_should_process: ClassVar[bool] = True
    available: bool = parameter("bool", position=0, mandatory=True, help="Whether the domain controller answers.")
    examples = (
        Example("Set-LabDomainController -Available $false", "Authentication fails until it is available again."),
    )

    def process(self) -> None:
        """Set the state; open sessions are affected at once."""
        name = self.organization.forest.domain_controller_fqdn
        if self.should_process(name, f"Set availability to {self.available}"):
            self.organization.update(self.organization.one(TransportServer), directory_answers=self.available)
