"""Start-Sleep, Measure-Command, Get-Uptime, Get-TimeZone."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final
from zoneinfo import available_timezones

from shell.dotnet.time.datetime import DateTime
from shell.dotnet.time.timespan import TICKS, TimeSpan
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.engine.session.eventing import pump
from shell.lazy import lazy
from shell.values.errors import ErrorCategory, PSArgumentException
from shell.values.objects import MISSING, Value
from shell.values.wildcard import wildcard_matcher

if TYPE_CHECKING:
    from shell.dotnet.time import timezones
else:
    timezones = lazy("shell.dotnet.time.timezones", globals())


_MODULE: Final = "Microsoft.PowerShell.Utility"
_STEP: Final = 0.05
"""Seconds between two looks whether the user pressed Ctrl+C."""
_LONGEST: Final = 2147483647
"""Milliseconds that -Duration may have."""


class StartSleep(Cmdlet, verb="Start", noun="Sleep", module=_MODULE, default_set="Seconds"):
    """Wait."""

    examples = (Example("Start-Sleep -Milliseconds 10", "Ten milliseconds."),)

    seconds: float = parameter(
        "double",
        sets={"Seconds": SetMembership(mandatory=True, position=0, pipeline=True, by_property_name=True)},
        range=(0.0, 2147483.0),
        help="How many seconds.",
    )
    milliseconds: int = parameter(
        "int",
        sets={"Milliseconds": SetMembership(mandatory=True, by_property_name=True)},
        aliases=("ms",),
        range=(0, 2147483647),
        help="How many milliseconds.",
    )
    duration: TimeSpan = parameter(
        "timespan",
        sets={"FromTimeSpan": SetMembership(mandatory=True, position=0, pipeline=True, by_property_name=True)},
        aliases=("ts",),
        range=("NonNegative",),
        help="How long.",
    )

    def process(self) -> None:
        """Wait, in small steps."""
        end = time.monotonic() + self._seconds()
        while True:
            if self.session.stopping:
                self.session.stop()
            rest = end - time.monotonic()
            if rest <= 0:
                return
            time.sleep(min(rest, _STEP))
            pump(self.session)

    def _seconds(self) -> float:
        if self.parameter_set == "Milliseconds":
            return self.milliseconds / 1000
        if self.parameter_set == "FromTimeSpan":
            if self.duration.ticks > _LONGEST * TICKS["Millisecond"]:
                raise self.fail(
                    self.error(
                        'Cannot process argument because the value of argument "Duration" is not valid. The longest'
                        " duration is 24.20:31:23.6470000.",
                        "MaximumDurationExceeded",
                        ErrorCategory.InvalidArgument,
                        exception=PSArgumentException,
                    )
                )
            return self.duration.ticks / TICKS["Second"]
        return float(self.seconds)


class MeasureCommand(Cmdlet, verb="Measure", noun="Command", module=_MODULE, output=("System.TimeSpan",)):
    """Run a script block and write how long it took; what it writes is dropped."""

    examples = (Example("(Measure-Command { 1..100 }).Days", "How many days counting takes."),)

    input_object: Value = parameter("psobject", pipeline=True, default=MISSING, help="Objects for $_ in the block.")
    expression: Value = parameter("scriptblock", position=0, mandatory=True, help="The block to run.")

    _spent = 0

    def process(self) -> None:
        """Run the block once an object."""
        start = time.perf_counter_ns()
        self.session.invoke(self.expression, dollar_under=self.input_object, local=True)
        self._spent += time.perf_counter_ns() - start

    def end(self) -> None:
        """Write the sum."""
        self.write(TimeSpan(self._spent // 100))


class GetUptime(
    Cmdlet,
    verb="Get",
    noun="Uptime",
    module=_MODULE,
    default_set="Timespan",
    output=("System.TimeSpan", "System.DateTime"),
):
    """Write how long the machine has been running, or since when."""

    examples = (Example("Get-Uptime -Since", "When the machine was started."),)

    since: bool = parameter("switch", sets=("Since",), help="Write the date of the start.")

    def process(self) -> None:
        """Write the time; whole seconds, as PowerShell does."""
        up = int(_uptime())
        if self.since:
            self.write(DateTime.now().moved(-up * TICKS["Second"]))
        else:
            self.write(TimeSpan(up * TICKS["Second"]))


def _uptime() -> float:
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(clock) if clock is not None else time.monotonic()


class GetTimeZone(
    Cmdlet,
    verb="Get",
    noun="TimeZone",
    module="Microsoft.PowerShell.Management",
    default_set="Name",
    output=("System.TimeZoneInfo",),
):
    """Get the machine's time zone, or others by name."""

    examples = (Example("Get-TimeZone -Id UTC", "One time zone."),)

    name: list[str] = parameter(
        "string[]", sets={"Name": SetMembership(position=0, pipeline=True)}, help="Names; wildcards work."
    )
    id: list[str] = parameter(
        "string[]", sets={"Id": SetMembership(mandatory=True, by_property_name=True)}, help="Identifiers."
    )
    list_available: bool = parameter(
        "switch", sets={"ListAvailable": SetMembership(mandatory=True)}, help="All that are known."
    )

    def process(self) -> None:
        """Write the time zones."""
        if self.list_available:
            for name in sorted(available_timezones()):
                self.write(timezones.TimeZoneInfo.find(name))
            return
        if self.id:
            for name in self.id:
                self._write_one(name)
            return
        if not self.name:
            self.write(timezones.TimeZoneInfo.local())
            return
        for name in self.name:
            self._write_matching(name)

    def _write_one(self, name: str) -> None:
        try:
            self.write(timezones.TimeZoneInfo.find(name))
        except timezones.TimeZoneNotFoundException:
            self._missing(f"The time zone ID '{name}' was not found on the local computer.", name)

    def _write_matching(self, pattern: str) -> None:
        matches = wildcard_matcher(pattern)
        found = [
            each
            for each in (timezones.TimeZoneInfo.find(name) for name in sorted(available_timezones()))
            if matches(each.standard_name()) or matches(each.daylight_name()) or matches(each.identifier)
        ]
        for each in found:
            self.write(each)
        if not found:
            self._missing(f"The time zone '{pattern}' was not found on the local computer.", pattern)

    def _missing(self, message: str, name: str) -> None:
        self.write_error(
            self.error(
                message,
                "TimeZoneNotFound",
                ErrorCategory.ObjectNotFound,
                name,
                exception=timezones.TimeZoneNotFoundException,
            )
        )
