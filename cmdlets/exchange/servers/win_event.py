"""Get-WinEvent: the entries of Get-EventLog by the newer command."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from organization.identity import matcher
from organization.ports import EventEntry, EventLevel
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.types import named
from shell.types.conversion.conversion import convert, to_int
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, NetException
from shell.values.errors import exception_class as net_exception
from shell.values.objects import PSCustomObject

from .. import completers
from ..base import ExchangeCmdlet
from ..moments import local_moment, seconds_of
from .event_log import APPLICATION

_READER: Final = "System.Diagnostics.Eventing.Reader."
_LEVELS: Final = {EventLevel.ERROR: 2, EventLevel.WARNING: 3, EventLevel.INFORMATION: 4}
_KEYS: Final = ("logname", "providername", "id", "level", "starttime", "endtime")
Test = Callable[[EventEntry], bool]


class GetWinEvent(
    ExchangeCmdlet, verb="Get", noun="WinEvent", class_name="Microsoft.PowerShell.Commands.GetWinEventCommand"
):
    """Show entries of the server's event logs, the newest first. The lab has the Application log."""

    module = "Microsoft.PowerShell.Diagnostics"
    default_set = "GetLogSet"
    log_name: Any = parameter(
        "string[]",
        sets={"GetLogSet": SetMembership(position=0, pipeline=True)},
        name="LogName",
        completer=completers.event_logs,
        help="The log: Application; wildcards are allowed.",
    )
    provider_name: Any = parameter(
        "string[]",
        sets={"GetProviderSet": SetMembership(mandatory=True, position=0)},
        name="ProviderName",
        help="Only entries of these providers.",
    )
    filter_hashtable: Any = parameter(
        "hashtable[]",
        sets={"HashQuerySet": SetMembership(mandatory=True, position=0)},
        help="A table with LogName, ProviderName, ID, Level, StartTime or EndTime.",
    )
    list_log: Any = parameter(
        "string[]",
        sets={"ListLogSet": SetMembership(mandatory=True, position=0)},
        completer=completers.event_logs,
        help="List the logs.",
    )
    max_events: Any = parameter("long", help="The maximum number of entries.")
    oldest: bool = parameter("switch", help="Write the oldest entries first.")
    force: bool = parameter("switch", hidden=True, help="Include debug and analytic logs; the lab has none.")
    computer_name: str = parameter("string", name="ComputerName", aliases=("Cn",), help="The server; the lab has one.")
    filter_xpath: str = parameter("string", name="FilterXPath", refused="Use -FilterHashtable.", help="An XPath query.")
    filter_xml: Any = parameter("object", name="FilterXml", refused="Use -FilterHashtable.", help="An XML query.")
    path: Any = parameter("string[]", name="Path", refused="The lab has no such files.", help="An event log file.")
    list_provider: Any = parameter("string[]", refused="The lab has no providers.", help="List the providers.")
    examples = (
        Example("Get-WinEvent -LogName Application -MaxEvents 5", "The latest events."),
        Example("Get-WinEvent -FilterHashtable @{LogName='Application'; Id=1003}", "The starts of services."),
    )

    def process(self) -> None:
        """Write them."""
        entries = list(enumerate(self.mail_system.events.entries(), 1))
        if self.list_log:
            self._list(len(entries))
            return
        tests = self._tests()
        if tests is None:
            return
        found = [(number, entry) for number, entry in entries if any(test(entry) for test in tests)]
        if not self.oldest:
            found.reverse()
        if not found:
            self._report("No events were found that match the specified selection criteria.", "NoMatchingEventsFound")
            return
        server = self.organization.forest.server_fqdn
        for number, entry in found[: int(self.max_events)] if self.max_events is not None else found:
            self.write(_shown(number, entry, server))

    def _tests(self) -> list[Test] | None:
        """Return the tests, of which one has to pass; None after an error."""
        if self.filter_hashtable:
            made = [self._query(each) for each in self.filter_hashtable]
            return None if None in made else [test for test in made if test is not None]
        if self.provider_name:
            return [lambda entry: self._is_from(entry, self.provider_name)]
        names = [to_string(each) for each in self.log_name or ("*",)]
        missing = [name for name in names if not matcher(name)(APPLICATION)]
        for name in missing:
            self._report(
                f'There is not an event log on the {self.computer_name or "localhost"} computer that matches "{name}".',
                "NoMatchingLogsFound",
            )
        return None if len(missing) == len(names) else [lambda entry: True]

    @staticmethod
    def _is_from(entry: EventEntry, names: Any) -> bool:
        return any(matcher(to_string(each))(entry.source) for each in _values(names))

    def _query(self, table: Any) -> Test | None:
        """Return the -FilterHashtable as a test; None after an error."""
        given = {to_string(key).lower(): value for key, value in table.items()}
        for key in given:
            if key not in _KEYS:
                self._report(f"The key '{key}' of -FilterHashtable is not emulated.", "NotEmulatedKey")
                return None
        if not {"logname", "providername"} & given.keys():
            text = "The specified query is invalid: a log or a provider has to be named."
            self._report(text, "LogProviderOrPathNeeded")
            return None
        logs = _values(given.get("logname", "*"))
        numbers = {to_int(each) for each in _values(given.get("id", ()))}
        levels = {to_int(each) for each in _values(given.get("level", ()))}
        start, end = seconds_of(_moment(given.get("starttime"))), seconds_of(_moment(given.get("endtime")))

        def test(entry: EventEntry) -> bool:
            moment = entry.time.timestamp()
            return (
                any(matcher(to_string(each))(APPLICATION) for each in logs)
                and ("providername" not in given or self._is_from(entry, given["providername"]))
                and (not numbers or entry.event_id in numbers)
                and (not levels or _LEVELS[entry.level] in levels)
                and (start is None or moment >= start)
                and (end is None or moment <= end)
            )

        return test

    def _report(self, text: str, error_id: str) -> None:
        kind: type[NetException] = net_exception("System.Exception", NetException)
        self.write_error(self.error(kind(text), error_id, ErrorCategory.ObjectNotFound))

    def _list(self, count: int) -> None:
        if not any(matcher(to_string(each))(APPLICATION) for each in self.list_log):
            self._report("There is not an event log on the localhost computer that matches it.", "NoMatchingLogsFound")
            return
        members: dict[str, Any] = {
            "LogMode": "Circular",
            "MaximumSizeInBytes": 20971520,
            "RecordCount": count,
            "LogName": APPLICATION,
        }
        self.write(PSCustomObject(members, [_READER + "EventLogConfiguration", "System.Object"]))


def _values(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _moment(value: Any) -> Any:
    return None if value is None else convert(value, named("System.DateTime"))


def _shown(number: int, entry: EventEntry, server: str) -> PSCustomObject:
    members: dict[str, Any] = {
        "Message": entry.message,
        "Id": entry.event_id,
        "Version": 0,
        "Qualifiers": None,
        "Level": _LEVELS[entry.level],
        "Task": 1,
        "Opcode": None,
        "Keywords": None,
        "RecordId": number,
        "ProviderName": entry.source,
        "ProviderId": None,
        "LogName": APPLICATION,
        "ProcessId": None,
        "ThreadId": None,
        "MachineName": server,
        "UserId": None,
        "TimeCreated": local_moment(entry.time.timestamp()),
        "LevelDisplayName": entry.level.value,
        "TaskDisplayName": entry.category,
    }
    return PSCustomObject(members, [_READER + "EventLogRecord", "System.Object"])
