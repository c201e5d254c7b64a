"""Commands that show the logs of the lab's server."""

from __future__ import annotations

from typing import Any

from organization.identity import matcher
from organization.mail_records import ProtocolRow
from shell.engine.commands.cmdlet import Example, parameter
from shell.values.objects import PSCustomObject

from .. import completers
from ..base import ExchangeCmdlet
from ..moments import local_moment

_log_names = completers.one_of(
    lambda session: [] if session.services is None else [each.name for each in session.services.records.folders()]
)


class GetLabLog(ExchangeCmdlet, verb="Get", noun="LabLog"):
    """Show where the server's logs are: the path in its settings, and the path on this machine.

    All events so far are written to the files before the command returns.
    """

    module = "Emshell.Lab"
    name: str = parameter(
        "string",
        position=0,
        name="Name",
        default="*",
        completer=_log_names,
        help="The name of the log: SmtpReceive, MessageTracking, ...",
    )
    examples = (
        Example("Get-LabLog", "All logs."),
        Example("Get-LabLog SmtpReceive | Format-List", "The protocol log of Receive connectors."),
    )

    def process(self) -> None:
        """Write one object for each log."""
        fits = matcher(self.name)
        for log in self.mail_system.records.folders():
            if not fits(log.name):
                continue
            members: dict[str, Any] = {
                "Name": log.name,
                "Service": log.service,
                "ServerPath": log.server_path,
                "Folder": str(log.folder) if log.folder is not None else None,
                "Newest": str(log.newest) if log.newest is not None else None,
                "LastError": log.error or None,
            }
            self.write(PSCustomObject(members, ["Emshell.LabLog", "System.Object"]))


class GetLabProtocolLog(ExchangeCmdlet, verb="Get", noun="LabProtocolLog"):
    """Show the rows of the session's SMTP protocol logs, the oldest first.

    Only connectors whose ProtocolLoggingLevel is Verbose write rows.
    """

    module = "Emshell.Lab"
    connector: str = parameter(
        "string",
        position=0,
        default="*",
        completer=completers.connectors,
        help="The identity or the name of a connector.",
    )
    session_id: str = parameter("string", name="SessionId", help="Only rows of this SMTP session.")
    send: bool = parameter("switch", help="The log of outbound sessions: to the hub, or to smart hosts.")
    newest: int | None = parameter("int", default=None, help="Only this number of the newest rows.")
    examples = (
        Example("Get-LabProtocolLog", "All conversations."),
        Example("Get-LabProtocolLog 'Client EX01' -Newest 20", "The last rows of one connector."),
    )

    def process(self) -> None:
        """Write them."""
        fits = matcher(self.connector)
        records = self.mail_system.records
        found = records.sent_rows() if self.send else records.protocol_rows()
        rows = [row for row in found if self._wanted(row, fits)]
        for row in rows[-self.newest :] if self.newest else rows:
            self.write(PSCustomObject(_members(row), ["Emshell.LabProtocolRow", "System.Object"]))

    def _wanted(self, row: ProtocolRow, fits: Any) -> bool:
        if self.session_id and row.session.lower() != self.session_id.lower():
            return False
        return bool(fits(row.connector) or fits(row.connector.rpartition("\\")[2]))


def _members(row: ProtocolRow) -> dict[str, Any]:
    return {
        "DateTime": local_moment(row.moment),
        "ConnectorId": row.connector,
        "SessionId": row.session,
        "SequenceNumber": row.sequence,
        "LocalEndpoint": row.local,
        "RemoteEndpoint": row.remote,
        "Event": row.event,
        "Data": row.data,
        "Context": row.context,
    }
