"""Get-ExCommand and Get-PSCommand: the Exchange Management Shell's helpers for finding commands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from shell.engine.commands.cmdlet import Cmdlet, Example, parameter


class _Commands(Cmdlet):
    """Show the commands of one origin."""

    module = "Microsoft.Exchange.Management.PowerShell.Admin"
    exchange = True

    pattern: str = parameter("string", name="Name", position=0, default="*", help="A name; wildcards are allowed.")

    def process(self) -> None:
        """Write the commands in order of name."""
        for command in self._found():
            self.write(command)

    def _found(self) -> Iterator[Any]:
        for command in self.session.commands.search(self.pattern, ("Cmdlet",)):
            if command.module_name.startswith("Microsoft.Exchange") is self.exchange:
                yield command


class GetExCommand(_Commands, verb="Get", noun="ExCommand"):
    """Show the commands of Exchange."""

    examples = (Example("Get-ExCommand *ReceiveConnector", "The commands for Receive connectors."),)


class GetPSCommand(_Commands, verb="Get", noun="PSCommand"):
    """Show the commands of PowerShell itself."""

    exchange = False
    examples = (Example("Get-PSCommand Format-*", "The commands for output."),)
