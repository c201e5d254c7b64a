"""The streams beside output: where error, warning, verbose, debug and information records go.

`Streams` holds one sink for each. A redirection makes a copy with some sinks replaced. The preferences have been asked
before anything arrives here.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from shell.machine import environment
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import clr_class, clr_constructor
from shell.types.registry.names import named
from shell.values.errors import ErrorRecord
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.run.invocation import InvocationInfo

_AUTOMATION: Final = "System.Management.Automation."


@clr_class(_AUTOMATION + "InformationalRecord", properties="Message:string InvocationInfo:object")
class InformationalRecord:
    """The base of warning, verbose and debug records."""

    def __init__(self, message: str, invocation: InvocationInfo | None = None) -> None:
        self.message = message
        self.invocation_info = invocation

    def __str__(self) -> str:
        return self.message


@clr_class(_AUTOMATION + "WarningRecord", _AUTOMATION + "InformationalRecord", "FullyQualifiedWarningId:string")
class WarningRecord(InformationalRecord):
    """Stream 3."""

    fully_qualified_warning_id = ""


@clr_class(_AUTOMATION + "VerboseRecord", _AUTOMATION + "InformationalRecord")
class VerboseRecord(InformationalRecord):
    """Stream 4."""


@clr_class(_AUTOMATION + "DebugRecord", _AUTOMATION + "InformationalRecord")
class DebugRecord(InformationalRecord):
    """Stream 5."""


@clr_class(
    _AUTOMATION + "InformationRecord",
    properties=(
        "MessageData:object=rw Source:string=rw TimeGenerated:datetime=rw Tags:object User:string=rw Computer:string=rw"
        " ProcessId:uint ManagedThreadId:uint NativeThreadId:uint"
    ),
)
class InformationRecord:
    """Stream 6. `message_data` is any object; Write-Host puts a HostInformationMessage there.

    `quiet` marks a record that the preference keeps from the console: a redirection still gets it.
    """

    quiet = False

    def __init__(self, message_data: Value, source: str = "", tags: list[str] | None = None) -> None:
        self.message_data = message_data
        self.source = source
        self.tags: list[str] = tags if tags is not None else []
        self.created = time.time()
        self.managed_thread_id = 1
        self.native_thread_id = 0
        self.quiet = False
        """True where the console does not show the record: only a redirection does."""

    def __getattr__(self, name: str) -> Value:
        """Make time, user and computer when they are first read."""
        make = _RECORD_FACTS.get(name)
        if make is None:
            raise AttributeError(name)
        made = make(self)
        setattr(self, name, made)
        return made

    def __str__(self) -> str:
        return to_string(self.message_data)


def _time_generated(record: InformationRecord) -> Value:
    from datetime import datetime

    return convert(datetime.fromtimestamp(record.created).isoformat(), named("System.DateTime"))


def _user(record: InformationRecord) -> str:
    return environment.account_name()


def _computer(record: InformationRecord) -> str:
    return environment.machine_name()


_RECORD_FACTS: Final[dict[str, Callable[[InformationRecord], Value]]] = {
    "time_generated": _time_generated,
    "user": _user,
    "computer": _computer,
    "process_id": lambda record: os.getpid(),
}


@clr_class(
    _AUTOMATION + "HostInformationMessage",
    properties="Message:string=rw NoNewLine:bool=rw ForegroundColor:object=rw BackgroundColor:object=rw",
)
class HostInformationMessage:
    """The text and colours of Write-Host."""

    def __init__(
        self, message: str, no_new_line: bool = False, foreground_color: Value = None, background_color: Value = None
    ) -> None:
        self.message = message
        self.no_new_line = no_new_line
        self.foreground_color = foreground_color
        self.background_color = background_color

    def __str__(self) -> str:
        return self.message


@clr_class(
    "System.Management.Automation.ProgressRecord",
    properties=(
        "ActivityId:int ParentActivityId:int=rw Activity:string=rw StatusDescription:string=rw"
        " CurrentOperation:string=rw PercentComplete:int=rw SecondsRemaining:int=rw RecordType:string=rw"
    ),
)
@dataclass(slots=True)
class ProgressRecord:
    """A progress record. `percent_complete` and `seconds_remaining` are -1 where not known."""

    activity_id: int
    activity: str
    status_description: str
    parent_activity_id: int = -1
    current_operation: str = ""
    percent_complete: int = -1
    seconds_remaining: int = -1
    record_type: str = "Processing"
    source_id: int = 0
    """From where it comes, for the host alone: bars of several sources with the same number are not mixed up."""

    @clr_constructor("int activityId, string activity, string statusDescription")
    @staticmethod
    def of(activity_id: int, activity: str, status_description: str) -> ProgressRecord:
        """Make a record."""
        return ProgressRecord(activity_id, activity, status_description)

    @clr_constructor("int activityId, string activity")
    @staticmethod
    def of_activity(activity_id: int, activity: str) -> ProgressRecord:
        """Make a record that says nothing of how far it is."""
        return ProgressRecord(activity_id, activity, "")


Sink = Callable[[Any], None]

STREAM_NAMES: Final = {2: "error", 3: "warning", 4: "verbose", 5: "debug", 6: "information"}


class Streams:
    """The sinks of streams 2 to 6, and of progress.

    `watchers` are the variables of -ErrorVariable and its kin of the functions that run: what commands inside a
    function report counts as the function's, also what a preference silences.
    """

    __slots__ = ("debug", "error", "information", "progress", "verbose", "warning", "watchers")

    def __init__(
        self, error: Sink, warning: Sink, verbose: Sink, debug: Sink, information: Sink, progress: Sink
    ) -> None:
        self.error = error
        self.warning = warning
        self.verbose = verbose
        self.debug = debug
        self.information = information
        self.progress = progress
        self.watchers: tuple[dict[str, Any], ...] = ()

    def watched(self, variables: dict[str, Any]) -> Streams:
        """Return a copy that fills variables: lists by the name of their stream."""
        made = self.redirected({})
        made.watchers = (*self.watchers, variables)
        return made

    def note(self, stream: str, record: Any) -> None:
        """Add a record to the variables that watch a stream."""
        for variables in self.watchers:
            known = variables.get(stream)
            if known is not None and not (known and known[-1] is record):
                known.append(record)

    def redirected(self, changes: dict[int, Sink]) -> Streams:
        """Return a copy in which the streams of the given numbers go elsewhere."""
        made = Streams(self.error, self.warning, self.verbose, self.debug, self.information, self.progress)
        made.watchers = self.watchers
        for number, sink in changes.items():
            setattr(made, STREAM_NAMES[number], sink)
        return made

    def write_error(self, record: ErrorRecord) -> None:
        """Stream 2."""
        self.error(record)

    def write_warning(self, text: str | WarningRecord, invocation: InvocationInfo | None = None) -> None:
        """Stream 3."""
        self.warning(WarningRecord(text, invocation) if isinstance(text, str) else text)

    def write_verbose(self, text: str | VerboseRecord, invocation: InvocationInfo | None = None) -> None:
        """Stream 4."""
        self.verbose(VerboseRecord(text, invocation) if isinstance(text, str) else text)

    def write_debug(self, text: str | DebugRecord, invocation: InvocationInfo | None = None) -> None:
        """Stream 5."""
        self.debug(DebugRecord(text, invocation) if isinstance(text, str) else text)

    def write_information(self, record: InformationRecord) -> None:
        """Stream 6."""
        self.information(record)

    def write_progress(self, record: Any) -> None:
        """Progress."""
        self.progress(record)


__all__ = [
    "STREAM_NAMES",
    "DebugRecord",
    "HostInformationMessage",
    "InformationRecord",
    "InformationalRecord",
    "ProgressRecord",
    "Sink",
    "Streams",
    "VerboseRecord",
    "WarningRecord",
]
