"""The event queue: New-Event, Get-Event, Wait-Event, Remove-Event."""

from __future__ import annotations

from typing import Any

from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.engine.session.eventing import EventManager, PSEventArgs, event_manager
from shell.values.errors import ArgumentException, ErrorCategory, ErrorRecord
from shell.values.objects import Value
from shell.values.wildcard import has_wildcard

EVENT_ARGS = "System.Management.Automation.PSEventArgs"


class EventCommand(Cmdlet):
    """What the event commands share."""

    @property
    def events(self) -> EventManager:
        """The session's events."""
        return event_manager(self.session)

    def _unknown(self, message: str, error_id: str) -> ErrorRecord:
        return self.error(message, error_id, ErrorCategory.InvalidArgument, exception=ArgumentException)

    def report_unknown(self, noun: str, source: str | None, number: int | None, number_id: str) -> None:
        """Report that nothing has the number, or else the source, that was asked for; patterns may find nothing."""
        if number is not None:
            self.write_error(self._unknown(f"{noun} with identifier '{number}' does not exist.", number_id))
        elif source and not has_wildcard(source):
            message = f"{noun} with source identifier '{source}' does not exist."
            self.write_error(self._unknown(message, "INVALID_SOURCE_IDENTIFIER"))

    def queued(self, source: str | None, number: int | None) -> list[PSEventArgs]:
        """Return the events in the queue that are asked for; reports a name or a number that none has."""
        if number is not None:
            found = [each for each in self.events.received if each.event_identifier == number]
        else:
            found = list(self.events.queued(source or "*"))
        if not found:
            self.report_unknown("Event", source, number, "INVALID_EVENT_IDENTIFIER")
        return found


class NewEvent(EventCommand, verb="New", noun="Event", output=(EVENT_ARGS,)):
    """Raise an event. It goes to the actions that are registered for its source, else into the queue."""

    examples = (Example("New-Event Lab.Ready | ForEach-Object SourceIdentifier", "Raise an event."),)

    source_identifier: str = parameter("string", mandatory=True, position=0, help="The event's source.")
    sender: Value = parameter("psobject", position=1, help="Who raises it.")
    event_arguments: Any = parameter("psobject[]", position=2, help="What the actions get as arguments.")
    message_data: Value = parameter("psobject", position=3, help="What else goes with it.")

    def end(self) -> None:
        """Raise it."""
        arguments = list(self.event_arguments or ())
        event = self.events.make(self.source_identifier, self.sender, arguments, self.message_data)
        self.events.raise_event(event)
        self.write(event)


class GetEvent(EventCommand, verb="Get", noun="Event", default_set="BySource", output=(EVENT_ARGS,)):
    """Show the events in the queue. They stay there."""

    examples = (Example("Get-Event", "All events that wait."),)

    source_identifier: Any = parameter(
        "string",
        sets={"BySource": SetMembership(position=0, by_property_name=True)},
        not_null_or_empty=True,
        help="Only of this source; wildcards work.",
    )
    event_identifier: Any = parameter(
        "int",
        sets={"ById": SetMembership(mandatory=True, position=0, by_property_name=True)},
        aliases=("Id",),
        help="The event's number.",
    )

    def process(self) -> None:
        """Write them."""
        for each in self.queued(self.source_identifier, self.event_identifier):
            self.write(each)


class WaitEvent(EventCommand, verb="Wait", noun="Event", output=(EVENT_ARGS,)):
    """Wait until an event is in the queue, and write it. It stays there."""

    examples = (Example("Wait-Event Lab.Ready -Timeout 0", "Look once."),)

    source_identifier: Any = parameter(
        "string", position=0, by_property_name=True, help="Only of this source; wildcards work."
    )
    timeout: int = parameter(
        "int", aliases=("TimeoutSec",), range=(-1, 2147483647), default=-1, help="How many seconds; -1 without end."
    )

    def process(self) -> None:
        """Wait."""
        found = self.events.wait(self.source_identifier, None if self.timeout < 0 else float(self.timeout))
        if found is not None:
            self.write(found)


class RemoveEvent(EventCommand, verb="Remove", noun="Event", default_set="BySource", should_process=True):
    """Take events out of the queue."""

    examples = (Example("New-Event Lab.Ready | Out-Null; Remove-Event Lab.Ready", "Remove what waits."),)

    source_identifier: Any = parameter(
        "string",
        sets={"BySource": SetMembership(mandatory=True, position=0)},
        help="The events' source; wildcards work.",
    )
    event_identifier: Any = parameter(
        "int",
        sets={"ByIdentifier": SetMembership(mandatory=True, position=0, by_property_name=True)},
        help="The event's number.",
    )

    def process(self) -> None:
        """Remove them."""
        for each in self.queued(self.source_identifier, self.event_identifier):
            if self.should_process(f"Event '{each.source_identifier}'", "Remove"):
                self.events.received.remove(each)
