"""Get-AgentLog: the actions of the anti-spam agents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from cmdlets.exchange.tracking.agent_files import entries_in
from organization.mail_records import AgentEntry
from shell.engine.commands.cmdlet import Example, parameter
from shell.lazy import lazy
from shell.values.objects import PSCustomObject

from ..base import ExchangeCmdlet
from ..moments import local_moment, seconds_of

if TYPE_CHECKING:
    from shell.engine.providers import table
else:
    table = lazy("shell.engine.providers.table", globals())


_TYPE = "Microsoft.Exchange.Management.AgentLog.AgentLogEntry"


class GetAgentLog(ExchangeCmdlet, verb="Get", noun="AgentLog"):
    """Show the actions of the anti-spam agents since the session began, the oldest first."""

    tasks = "AgentLog"
    start_date: Any = parameter("datetime", help="Only entries from this time on.")
    end_date: Any = parameter("datetime", help="Only entries before this time.")
    location: str = parameter("string", help="A folder with log files to read, instead of the entries of this session.")
    transport_service: str = parameter("string", help="The transport service whose log is meant; the lab has one.")
    examples = (
        Example("Get-AgentLog", "All entries."),
        Example("Get-AgentLog | Group-Object Agent, Reason", "The reasons for rejected mail, by agent."),
    )

    def process(self) -> None:
        """Write them."""
        start, end = seconds_of(self.start_date), seconds_of(self.end_date)
        for entry in self._found():
            if (start is None or entry.moment >= start) and (end is None or entry.moment < end):
                self.write(PSCustomObject(_members(entry), [_TYPE, "System.Object"]))

    def _found(self) -> Iterable[AgentEntry]:
        if not self.location:
            return self.mail_system.records.agent_entries()
        try:
            return list(entries_in(table.drive_table(self.session).resolve(self.location).provider_path))
        except OSError:
            self.refuse(f"The directory '{self.location}' couldn't be read.", "LogSearchException")
            return ()


def _members(entry: AgentEntry) -> dict[str, Any]:
    return {
        "Timestamp": local_moment(entry.moment),
        "SessionId": entry.session,
        "IPAddress": entry.entered_from,
        "MessageId": entry.message_id,
        "P1FromAddress": entry.sender,
        "P2FromAddresses": [each for each in entry.header_senders.split(";") if each],
        "Recipients": [entry.recipient] if entry.recipient else [],
        "Agent": entry.agent,
        "Event": entry.event,
        "Action": entry.action,
        "SmtpResponse": entry.response,
        "Reason": entry.reason,
        "ReasonData": entry.reason_data,
        "Diagnostics": "",
    }
