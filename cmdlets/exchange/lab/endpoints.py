"""Where the lab's server is on this machine: a command of our own."""

from __future__ import annotations

from typing import Any

from shell.engine.commands.cmdlet import Example
from shell.values.objects import PSCustomObject

from ..base import ExchangeCmdlet


class GetLabEndpoint(ExchangeCmdlet, verb="Get", noun="LabEndpoint"):
    """Show which address of this machine stands for which address of the lab's server."""

    module = "Emshell.Lab"
    examples = (Example("Get-LabEndpoint", "All of them."),)

    def process(self) -> None:
        """Write them in order of port."""
        for endpoint in self.mail_system.transport.endpoints():
            real = f"{endpoint.real[0]}:{endpoint.real[1]}" if endpoint.real else ""
            members: dict[str, Any] = {
                "Endpoint": endpoint.lab,
                "ListensOn": real,
                "State": endpoint.state.value,
                "Connectors": list(endpoint.connectors),
                "Reason": endpoint.reason,
            }
            self.write(PSCustomObject(members, ["Emshell.LabEndpoint", "System.Object"]))
