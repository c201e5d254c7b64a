"""Waiting for events: Register-EngineEvent, Register-ObjectEvent, Get-EventSubscriber, Unregister-Event."""

from __future__ import annotations

from typing import Any

from cmdlets.powershell.events import EventCommand
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.engine.session.eventing import PSEventSubscriber
from shell.values.errors import ArgumentException, ErrorCategory, NetException
from shell.values.objects import Value, unwrap

_SUBSCRIBER = "System.Management.Automation.PSEventSubscriber"
_JOB = "System.Management.Automation.PSEventJob"


class _Registration(EventCommand):
    """What the two ways of registering share."""

    action: Any = parameter("scriptblock", position=101, help="What runs at each event; else events are queued.")
    message_data: Value = parameter("psobject", help="What each event carries.")
    support_event: bool = parameter("switch", help="Hide the subscriber.")
    forward: bool = parameter("switch", help="Send the events to the other side of a remote session: nothing here.")
    max_trigger_count: int = parameter("int", default=0, help="After how many events it ends; 0 for never.")

    source_identifier: Any = None

    def register(self, source: str, source_object: Value, event_name: str | None) -> None:
        """Subscribe, unless an object's events already have this name."""
        if source_object is not None and self.events.find(source, support=True):
            message = (
                "Cannot subscribe to the specified event. A subscriber with the source identifier "
                f"'{source}' already exists."
            )
            problem = ArgumentException(message)
            self.write_error(self.error(problem, "SUBSCRIBER_EXISTS", ErrorCategory.InvalidArgument, source_object))
            return
        try:
            made = self.events.subscribe(
                source,
                self.action,
                source_object=source_object,
                event_name=event_name,
                message_data=self.message_data,
                support=bool(self.support_event),
                forward=bool(self.forward),
                left=self.max_trigger_count or None,
            )
        except NetException as problem:
            self.write_error(self.error(problem, "INVALID_REGISTRATION", ErrorCategory.InvalidArgument, source_object))
            return
        if made.action is not None and not self.support_event:
            self.write(made.action)


class RegisterEngineEvent(_Registration, verb="Register", noun="EngineEvent", output=(_JOB,)):
    """Wait for events that New-Event raises, or the shell itself: PowerShell.Exiting, PowerShell.OnIdle."""

    examples = (
        Example(
            "Register-EngineEvent Lab.Ready -Action { 'ready' } | Out-Null; New-Event Lab.Ready | Out-Null",
            "Run something whenever an event comes.",
        ),
    )

    source_identifier: str = parameter("string", mandatory=True, position=100, help="The events' source.")

    def end(self) -> None:
        """Subscribe."""
        self.register(self.source_identifier, None, None)


class RegisterObjectEvent(_Registration, verb="Register", noun="ObjectEvent", output=(_JOB,)):
    """Wait for the events of an object. Here timers raise events; their actions run wherever the session waits."""

    examples = (
        Example(
            "Register-ObjectEvent (New-Object Timers.Timer 50) Elapsed -SourceIdentifier Tick",
            "Queue an event at each tick.",
        ),
    )

    input_object: Value = parameter("psobject", mandatory=True, position=0, help="The object.")
    event_name: str = parameter("string", mandatory=True, position=1, help="Its event.")
    source_identifier: str = parameter("string", position=100, help="A name for the events; made up if not given.")

    def end(self) -> None:
        """Subscribe."""
        import uuid

        self.register(self.source_identifier or str(uuid.uuid4()), unwrap(self.input_object), self.event_name)


class _SubscriberCommand(EventCommand):
    """Commands that name subscribers."""

    def named(self, source: str | None, number: int | None, hidden: bool) -> list[PSEventSubscriber]:
        """Return the subscribers that are asked for; reports a name or a number that none has."""
        if number is not None:
            found = [each for each in self.events.subscribers if each.subscription_id == number]
        else:
            found = self.events.find(source or "*", support=hidden)
        if not found:
            self.report_unknown("Event subscription", source, number, "INVALID_SUBSCRIPTION_IDENTIFIER")
        return [each for each in found if hidden or not each.support_event]


class GetEventSubscriber(
    _SubscriberCommand, verb="Get", noun="EventSubscriber", default_set="BySource", output=(_SUBSCRIBER,)
):
    """Show who waits for events."""

    examples = (Example("Get-EventSubscriber", "All subscribers."),)

    source_identifier: Any = parameter(
        "string",
        sets={"BySource": SetMembership(position=0, by_property_name=True)},
        not_null_or_empty=True,
        help="Only of this source; wildcards work.",
    )
    subscription_id: Any = parameter(
        "int",
        sets={"ById": SetMembership(mandatory=True, position=0, by_property_name=True)},
        aliases=("Id",),
        help="The subscriber's number.",
    )
    force: bool = parameter("switch", sets=("BySource", "ById"), position=1, help="Hidden ones, too.")

    def process(self) -> None:
        """Write them."""
        for each in self.named(self.source_identifier, self.subscription_id, bool(self.force)):
            self.write(each)


class UnregisterEvent(_SubscriberCommand, verb="Unregister", noun="Event", default_set="BySource", should_process=True):
    """Wait for events no more."""

    examples = (Example("Register-EngineEvent Lab.Ready; Unregister-Event Lab.Ready", "Begin and end."),)

    source_identifier: Any = parameter(
        "string",
        sets={"BySource": SetMembership(mandatory=True, position=0, by_property_name=True)},
        help="The events' source; wildcards work.",
    )
    subscription_id: Any = parameter(
        "int",
        sets={"ById": SetMembership(mandatory=True, position=0, by_property_name=True)},
        help="The subscriber's number.",
    )
    force: bool = parameter("switch", sets=("BySource", "ById"), help="Hidden ones, too.")

    def process(self) -> None:
        """Take them away."""
        for each in self.named(self.source_identifier, self.subscription_id, bool(self.force)):
            if self.should_process(f"Event subscription '{each.source_identifier}'", "Unsubscribe"):
                self.events.unsubscribe(each)
