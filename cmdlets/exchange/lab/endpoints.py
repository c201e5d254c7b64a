"""Get-LabEndpoint: where the lab's listeners are on this machine."""

from __future__ import annotations

from typing import Any

from shell.engine.commands.cmdlet import Example
from shell.values.objects import PSCustomObject

from ..base import ExchangeCmdlet


class GetLabEndpoint(ExchangeCmdlet, verb="Get", noun="LabEndpoint"):
    """Show which address and port of this machine stand for each address and port of the lab's server."""

    module = "Emshell.Lab"
    examples = (Example("Get-LabEndpoint", "All endpoints."),)

    def process(self) -> None:
        """Write the endpoints in order of port."""
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
