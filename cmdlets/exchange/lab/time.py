"""Commands that move the lab's clock ahead, so that nobody has to wait two days for a message to expire."""

from __future__ import annotations

import time
from typing import Any, ClassVar

from organization.objects.transport_server import TransportServer
from organization.values.timespan import EnhancedTimeSpan
from shell.engine.commands.cmdlet import Example
from shell.values.objects import PSCustomObject

from ..base import ExchangeCmdlet
from ..conversion import to_shell
from ..moments import local_moment
from ..parameters import given_value, parameter_for


class GetLabTime(ExchangeCmdlet, verb="Get", noun="LabTime"):
    """Show the time of the lab's transport, and by how much it is ahead of this machine's clock."""

    module = "Emshell.Lab"
    examples = (Example("Get-LabTime", "Not ahead, unless time was added."),)

    def process(self) -> None:
        """Write it."""
        ahead = self.organization.one(TransportServer).time_ahead
        members: dict[str, Any] = {"Time": local_moment(time.time() + ahead.total_seconds), "Ahead": to_shell(ahead)}
        self.write(PSCustomObject(members, ["Emshell.LabTime", "System.Object"]))


class AddLabTime(ExchangeCmdlet, verb="Add", noun="LabTime"):
    """Move the clock of the lab's transport ahead: queues retry, delay notifications are sent, messages expire.

    Headers, logs and events that the transport writes from now on bear the later time. Open connections do not time
    out. Get-Date and the times of directory objects stay those of this machine.
    """

    module = "Emshell.Lab"
    supports_should_process: ClassVar[bool] = True
    span: Any = parameter_for(TransportServer.by_attribute["time_ahead"], name="TimeSpan", position=0, mandatory=True)
    examples = (
        Example("Add-LabTime 2.00:00:00", "Two days: messages that waited so long are returned to their senders."),
    )

    def process(self) -> None:
        """Move the clock; everything that became due is done when this returns."""
        server, span = self.organization.one(TransportServer), EnhancedTimeSpan.convert(given_value(self.span))
        if span.total_seconds <= 0:
            self.refuse("Time only goes on: the span must be longer than 00:00:00.", "LabTimeException")
            return
        if self.should_process(server.name, f"Let {span} pass"):
            ahead = EnhancedTimeSpan(server.time_ahead.ticks + span.ticks)
            self.organization.update(server, time_ahead=ahead)
