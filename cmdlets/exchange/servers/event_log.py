"""Get-EventLog: the application event log of the lab's server, as Windows PowerShell shows it."""

from __future__ import annotations

from typing import Any, Final

from organization.identity import matcher
from organization.ports import EventEntry, EventLevel
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.types.conversion.text import to_string
from shell.values.errors import ArgumentException, ErrorCategory
from shell.values.objects import PSCustomObject

from .. import completers
from ..base import ExchangeCmdlet
from ..moments import local_moment, seconds_of

APPLICATION: Final = "Application"
_TYPE: Final = "System.Diagnostics.EventLogEntry"
_LOG_TYPE: Final = "System.Diagnostics.EventLog"
_SEVERITIES: Final = {
    EventLevel.INFORMATION: 0x4004_0000,
    EventLevel.WARNING: 0x8004_0000,
    EventLevel.ERROR: 0xC004_0000,
}
"""What Windows adds to the number of an event of Exchange to make its InstanceId."""


def instance_ids(entry: EventEntry) -> tuple[int, int]:
    """Return the ids of an event: its number, and the number with severity bits as Windows stores it."""
    return entry.event_id, _SEVERITIES[entry.level] + entry.event_id


class GetEventLog(
    ExchangeCmdlet, verb="Get", noun="EventLog", class_name="Microsoft.PowerShell.Commands.GetEventLogCommand"
):
    """Show entries of the server's event log, the newest first. The lab has the Application log.

    -InstanceId takes the number of an event with or without its severity.
    """

    module = "Microsoft.PowerShell.Management"
    default_set = "LogName"
    log_name: str = parameter(
        "string",
        name="LogName",
        sets={"LogName": SetMembership(mandatory=True, position=0)},
        aliases=("LN",),
        completer=completers.event_logs,
        help="The log: Application.",
    )
    list_: bool = parameter("switch", name="List", sets=("List",), help="List the logs.")
    as_string: bool = parameter("switch", sets=("List",), help="List the names of the logs only.")
    instance_id: Any = parameter(
        "long[]",
        sets={"LogName": SetMembership(position=1)},
        name="InstanceId",
        help="Only events with these instance ids.",
    )
    newest: int | None = parameter(
        "int", default=None, sets=("LogName",), help="Only this number of the newest entries."
    )
    after: Any = parameter("datetime", sets=("LogName",), help="Only entries after this time.")
    before: Any = parameter("datetime", sets=("LogName",), help="Only entries before this time.")
    entry_type: Any = parameter(
        "string[]",
        sets=("LogName",),
        aliases=("ET",),
        values=("Error", "Information", "FailureAudit", "SuccessAudit", "Warning"),
        help="Only entries of these types: Error, Warning, Information, ...",
    )
    source: Any = parameter("string[]", sets=("LogName",), aliases=("ABO",), help="Only entries from these sources.")
    message: str = parameter(
        "string", sets=("LogName",), aliases=("MSG",), help="The text of the message; wildcards are allowed."
    )
    index: Any = parameter("int[]", sets=("LogName",), help="Only the entries with these index numbers.")
    user_name: Any = parameter(
        "string[]", sets=("LogName",), help="Only entries of these users; the lab's entries have none."
    )
    as_base_object: bool = parameter(
        "switch",
        sets=("LogName",),
        hidden=True,
        help="Write plain EventLogEntry objects, without the extended type name.",
    )
    computer_name: Any = parameter(
        "string[]", name="ComputerName", aliases=("Cn",), help="The server; the lab has one."
    )
    examples = (
        Example(
            "Get-EventLog Application -Source MSExchangeTransport -Newest 5",
            "The latest events of the transport service.",
        ),
        Example(
            "Get-EventLog Application -EntryType Information -After (Get-Date).AddHours(-1)", "Events of the last hour."
        ),
    )

    def process(self) -> None:
        """Write them."""
        entries = list(enumerate(self.mail_system.events.entries(), 1))
        if self.list_:
            self._list(len(entries))
            return
        if self.log_name.lower() != APPLICATION.lower():
            text = f"The event log '{self.log_name}' on computer '.' does not exist."
            self.write_error(
                self.error(
                    text, "GetEventLogInvalidArgument", ErrorCategory.InvalidArgument, exception=ArgumentException
                )
            )
            return
        found = [(number, entry) for number, entry in reversed(entries) if self._is_wanted(number, entry)]
        if not found:
            self.write_error(
                self.error(
                    "No matches found",
                    "GetEventLogNoEntriesFound",
                    ErrorCategory.ObjectNotFound,
                    exception=ArgumentException,
                )
            )
            return
        server = self.organization.forest.server_fqdn
        for number, entry in found[: self.newest] if self.newest is not None else found:
            self.write(_shown(number, entry, server, plain=self.as_base_object))

    def _list(self, count: int) -> None:
        if self.as_string:
            self.write(APPLICATION)
            return
        members: dict[str, Any] = {
            "MaximumKilobytes": 20480,
            "MinimumRetentionDays": 0,
            "OverflowAction": "OverwriteAsNeeded",
            "EntryCount": count,
            "Log": APPLICATION,
            "LogDisplayName": APPLICATION,
        }
        self.write(PSCustomObject(members, [_LOG_TYPE, "System.Object"]))

    def _is_wanted(self, number: int, entry: EventEntry) -> bool:
        moment = entry.time.timestamp()
        after, before = seconds_of(self.after), seconds_of(self.before)
        if (after is not None and moment <= after) or (before is not None and moment >= before):
            return False
        if self.index and number not in self.index:
            return False
        if self.user_name:
            return False
        if self.instance_id and not set(instance_ids(entry)) & {int(each) for each in self.instance_id}:
            return False
        if self.entry_type and entry.level.value.lower() not in {to_string(each).lower() for each in self.entry_type}:
            return False
        if self.source and not any(matcher(to_string(each))(entry.source) for each in self.source):
            return False
        return not self.message or matcher(self.message)(entry.message)


def _shown(number: int, entry: EventEntry, server: str, *, plain: bool) -> PSCustomObject:
    moment = local_moment(entry.time.timestamp())
    members: dict[str, Any] = {
        "EventID": entry.event_id,
        "MachineName": server,
        "Data": [],
        "Index": number,
        "Category": entry.category,
        "CategoryNumber": 1,
        "EntryType": entry.level.value,
        "Message": entry.message,
        "Source": entry.source,
        "ReplacementStrings": [],
        "InstanceId": entry.event_id,
        "TimeGenerated": moment,
        "TimeWritten": moment,
        "UserName": None,
        "Site": None,
        "Container": None,
    }
    names = [_TYPE, "System.Object"]
    if not plain:
        names.insert(0, f"{_TYPE}#{APPLICATION}/{entry.source}/{entry.event_id}")
    return PSCustomObject(members, names)
