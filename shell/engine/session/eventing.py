"""Events of a session: the queue, the subscribers, and the actions that run when an event comes.

Everything happens on the session's own thread. What an event is raised by (New-Event, a timer that is due, the end of
the session) delivers it at once; timers are looked at wherever a session waits (`EventManager.pump`).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import count
from typing import TYPE_CHECKING, Any, Final, TypeVar

from shell.engine.run.scope import root_scope
from shell.engine.run.script_block import ScriptBlock
from shell.engine.session.crossing import DynamicState
from shell.engine.session.jobs import Job, job_table
from shell.lazy import lazy
from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import clr_class
from shell.values.errors import ArgumentException, NetException
from shell.values.objects import Value
from shell.values.wildcard import wildcard_matcher

if TYPE_CHECKING:
    from shell.dotnet.time import datetime
    from shell.engine.session.runspace import Runspace
else:
    datetime = lazy("shell.dotnet.time.datetime", globals())

_Found = TypeVar("_Found")

_AUTOMATION: Final = "System.Management.Automation."
_STATE: Final = "events"
IDLE: Final = "PowerShell.OnIdle"
"""Raised before the prompt waits for input."""
EXITING: Final = "PowerShell.Exiting"
"""Raised when the session ends."""
_STEP: Final = 0.02


@clr_class(
    _AUTOMATION + "PSEventArgs",
    properties=(
        "ComputerName:string RunspaceId:guid EventIdentifier:int Sender:object SourceEventArgs:object"
        " SourceArgs:object[] SourceIdentifier:string TimeGenerated:datetime MessageData:object"
    ),
)
class PSEventArgs:
    """One event that happened."""

    def __init__(self, identifier: int, source: str, sender: Value, arguments: list[Value], data: Value) -> None:
        self.computer_name = None
        self.runspace_id = convert("00000000-0000-0000-0000-000000000001", named("System.Guid"))
        self.event_identifier = identifier
        self.sender = sender
        self.source_args = arguments
        self.source_event_args = arguments[-1] if sender is not None and arguments else None
        self.source_identifier = source
        self.time_generated = datetime.DateTime.now()
        self.message_data = data


@clr_class(
    _AUTOMATION + "PSEventSubscriber",
    properties=(
        "SubscriptionId:int SourceObject:object EventName:string SourceIdentifier:string Action:object"
        " HandlerDelegate:object SupportEvent:bool ForwardEvent:bool"
    ),
)
class PSEventSubscriber:
    """A subscription to the events of one source. `left` is how many more it takes, None for any number."""

    handler_delegate = None

    def __init__(
        self,
        identifier: int,
        source: str,
        *,
        source_object: Value = None,
        event_name: str | None = None,
        message_data: Value = None,
        support: bool = False,
        forward: bool = False,
        left: int | None = None,
    ) -> None:
        self.subscription_id = identifier
        self.source_identifier = source
        self.source_object = source_object
        self.event_name = event_name
        self.message_data = message_data
        self.support_event = support
        self.forward_event = forward
        self.left = left
        self.action: PSEventJob | None = None


@clr_class(_AUTOMATION + "PSEventJob", _AUTOMATION + "Job", properties="Module:object")
class PSEventJob(Job):
    """The action of a subscriber, with what it wrote. It runs for each event, until it is stopped."""

    def __init__(self, subscriber: PSEventSubscriber, block: ScriptBlock, events: EventManager) -> None:
        session = events.session
        super().__init__(job_table(session).next_number(), subscriber.source_identifier, str(block))
        scope = root_scope(session, session.global_scope)
        self._state = DynamicState(scope)
        self._block = ScriptBlock(block.code, self._state, scope)
        self._subscriber = subscriber
        self._events = events

    @property
    def module(self) -> Value:
        """The dynamic module that the action runs in."""
        return self._state.info

    def stop(self) -> None:
        """Wait for no more events."""
        if not self.has_ended:
            self._events.unsubscribe(self._subscriber)

    def handle(self, session: Runspace, event: PSEventArgs) -> None:
        """Run the action for one event; its errors stay in the job."""
        self.enter("Running")
        put = self._state.scope.put
        for name, value in (
            ("event", event),
            ("eventsubscriber", self._subscriber),
            ("sender", event.sender),
            ("eventargs", event.source_event_args),
            ("sourceeventargs", event.source_event_args),
        ):
            put(name, value)
        try:
            self.output.extend(session.collect(self._block, event.source_args))
        except NetException as problem:
            self.error.append(problem.record if problem.record is not None else problem)


class EventManager:
    """The events of one session."""

    def __init__(self, session: Runspace) -> None:
        self.session = session
        self._numbers = count(1)
        self._subscriptions = count(1)
        self.received: list[PSEventArgs] = []
        """The queue of events without an action, the oldest first."""
        self.subscribers: list[PSEventSubscriber] = []
        self.timers: list[Any] = []
        """Running timers (`dotnet.timers.Timer`): asked at each pump whether they are due."""
        session.on_close.insert(0, self._exiting)

    # --- subscribing ---

    def find(self, source: str, *, support: bool = False) -> list[PSEventSubscriber]:
        """Return the subscribers of a source; wildcards stand for any."""
        matches = wildcard_matcher(source)
        return [each for each in self.subscribers if matches(each.source_identifier) and support >= each.support_event]

    def subscribe(self, source: str, action: ScriptBlock | None, **more: Any) -> PSEventSubscriber:
        """Wait for the events of a source, or of an object; raises ArgumentException where it has no such event."""
        source_object, event_name = more.get("source_object"), more.get("event_name")
        number = next(self._subscriptions)
        made = PSEventSubscriber(number, source, **more)
        if action is not None:
            made.action = PSEventJob(made, action, self)
            if not made.support_event:
                job_table(self.session).add(made.action)
        if source_object is not None:
            self._attach(made, source_object, str(event_name))
        self.subscribers.append(made)
        return made

    def _attach(self, subscriber: PSEventSubscriber, source_object: Value, event_name: str) -> None:
        known: dict[str, str] = {each.lower(): each for each in getattr(source_object, "raised_events", ())}
        if event_name.lower() not in known:
            raise ArgumentException(
                f"Cannot register for the specified event. An event with the name '{event_name}' does not exist."
                " (Parameter 'eventName')"
            )

        def handler(sender: Value, arguments: Value) -> None:
            self.deliver(subscriber, self.make(subscriber.source_identifier, sender, [sender, arguments], None))

        source_object.connect(self, known[event_name.lower()], subscriber, handler)

    def unsubscribe(self, subscriber: PSEventSubscriber) -> None:
        """Remove a subscription."""
        if subscriber in self.subscribers:
            self.subscribers.remove(subscriber)
        if subscriber.action is not None:
            subscriber.action.enter("Stopped")
        if subscriber.source_object is not None:
            subscriber.source_object.disconnect(subscriber)

    # --- raising ---

    def make(self, source: str, sender: Value, arguments: list[Value], data: Value) -> PSEventArgs:
        """Return a new event with the next number."""
        return PSEventArgs(next(self._numbers), source, sender, arguments, data)

    def raise_event(self, event: PSEventArgs) -> None:
        """Give an event to all its subscribers; without any it waits in the queue."""
        waiting = [
            each for each in self.subscribers if each.source_identifier.lower() == event.source_identifier.lower()
        ]
        acting = [each for each in waiting if each.action is not None]
        for each in acting:
            self.deliver(each, event)
        if not acting:
            self.received.append(event)
            for each in waiting:
                self._count(each)

    def deliver(self, subscriber: PSEventSubscriber, event: PSEventArgs) -> None:
        """Give an event to one subscriber."""
        if subscriber.message_data is not None:
            event.message_data = subscriber.message_data
        if subscriber.action is None:
            self.received.append(event)
        else:
            subscriber.action.handle(self.session, event)
        self._count(subscriber)

    def _count(self, subscriber: PSEventSubscriber) -> None:
        if subscriber.left is None:
            return
        subscriber.left -= 1
        if subscriber.left <= 0:
            self.unsubscribe(subscriber)

    def idle(self) -> None:
        """Raise the idle event."""
        self._engine_event(IDLE)

    def _exiting(self) -> None:
        self._engine_event(EXITING)

    def _engine_event(self, source: str) -> None:
        if self.find(source, support=True):
            self.raise_event(self.make(source, None, [], None))

    # --- waiting ---

    def pump(self) -> None:
        """Let timers that are due raise their events."""
        for each in tuple(self.timers):
            each.tick()

    def wait(self, source: str | None, seconds: float | None) -> PSEventArgs | None:
        """Wait for an event in the queue; None after `seconds`. Ctrl+C ends it."""
        matches: Callable[[str], bool] = wildcard_matcher(source or "*")
        return self.until(
            lambda: next((each for each in self.received if matches(each.source_identifier)), None), seconds
        )

    def until(self, look: Callable[[], _Found | None], seconds: float | None) -> _Found | None:
        """Let timers run until there is something to be found; None after `seconds`. Ctrl+C ends it."""
        end = None if seconds is None else time.monotonic() + seconds
        while True:
            self.pump()
            found = look()
            if found is not None or (end is not None and time.monotonic() >= end):
                return found
            if self.session.stopping:
                self.session.stop()
            time.sleep(_STEP)

    def queued(self, source: str) -> Iterator[PSEventArgs]:
        """Yield the events in the queue that are from a source; wildcards stand for any."""
        matches = wildcard_matcher(source)
        yield from [each for each in self.received if matches(each.source_identifier)]


def event_manager(session: Runspace) -> EventManager:
    """Return a session's event manager, which is made at the first call."""
    found: EventManager | None = session.state.get(_STATE)
    if found is None:
        found = session.state[_STATE] = EventManager(session)
    return found


def pump(session: Runspace) -> None:
    """Let due timers raise their events, if the session has an event manager."""
    found: EventManager | None = session.state.get(_STATE)
    if found is not None and found.timers:
        found.pump()


def idle(session: Runspace) -> None:
    """Raise the idle event before the prompt waits for input."""
    found: EventManager | None = session.state.get(_STATE)
    if found is not None:
        found.idle()
