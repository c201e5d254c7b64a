"""Base classes of the queue and message cmdlets: identities, filters, output."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, TypeVar

from organization.identity import is_pattern, matcher
from organization.mail_records import QueueRefused, Queues
from shell.engine.commands.cmdlet import Impact, parameter
from shell.types.conversion.text import to_string
from shell.values.objects import PSCustomObject, PSObject, Value

from .. import completers
from ..base import ExchangeCmdlet
from ..opath import Test, parse
from ..parameters import given_value
from ..reading import Limited

T = TypeVar("T")

DATA = "Microsoft.Exchange.Data.QueueViewer."


class QueueViewer(ExchangeCmdlet):
    """A cmdlet that asks the transport service about its queues."""

    tasks = "QueueViewerTasks"
    server: Any = parameter("object", name="Server", completer=completers.servers, help="The server; the lab has one.")

    @property
    def viewer(self) -> Queues:
        """Return the queues of the running transport service."""
        return self.mail_system.queues

    def is_other_server(self) -> bool:
        """True if -Server names a server that does not exist; reports the error."""
        name = identity_text(self.server).partition(".")[0]
        if not name or name.lower() == self.organization.forest.server.lower():
            return False
        self.refuse(f'The server "{identity_text(self.server)}" couldn\'t be found.', "QueueViewerException")
        return True

    def asked(self, question: Callable[[], Sequence[T]]) -> Sequence[T] | None:
        """Return the service's answer; None where the service is not running, which is reported."""
        try:
            return question()
        except QueueRefused as error:
            self.refuse(str(error), "QueueViewerException")
            return None

    def attempt(self, action: Callable[[], None]) -> None:
        """Run an action on a queue or a message; a refusal is an error of its own."""
        try:
            action()
        except QueueRefused as error:
            self.refuse(str(error), "QueueViewerException")

    def qualified(self, identity: Value) -> str:
        """Return an identity with the server's name in front: `Unreachable` becomes `EX01\\Unreachable`."""
        text = identity_text(identity)
        server = self.organization.forest.server
        first, backslash, rest = text.partition("\\")
        if first.partition(".")[0].lower() == server.lower() and backslash:
            return f"{server}\\{rest}"
        return f"{server}\\{text}"

    def filter_test(self, text: Any, names: Mapping[str, Any] | Sequence[str]) -> Test | None:
        """Return a -Filter as a function; None where there is none. Raises InvalidFilterException."""
        if text is None:
            return None
        raw = text if isinstance(text, str) else str(getattr(text, "text", "")).strip()
        raw = raw.strip()
        if raw.startswith("{") and raw.endswith("}"):
            raw = raw[1:-1]
        known = {name.lower() for name in names}
        return parse(raw, self._variable, lambda name: name.lower() in known)

    def _variable(self, name: str) -> Any:
        constants = {"true": True, "false": False, "null": None}
        if name.lower() in constants:
            return constants[name.lower()]
        return given_value(self.session.get_variable(name))


class Action(QueueViewer):
    """An action on queues or messages, by identity or filter. `kind` is the noun for one of them."""

    supports_should_process: ClassVar[bool] = True
    impact: ClassVar[Impact] = Impact.MEDIUM
    default_set = "Identity"
    kind: ClassVar[str] = ""
    phrase: ClassVar[str] = ""

    def process(self) -> None:
        """Run the action on each object."""
        if self.is_other_server():
            return
        for identity in list(self.meant()):
            if self.should_process(identity, message=f'{self.phrase} {self.kind} "{identity}".'):
                self.attempt(lambda name=identity: self.act(name))  # type: ignore[misc]

    def meant(self) -> Iterator[str]:
        """Return the identities of all objects concerned."""
        raise NotImplementedError

    def act(self, identity: str) -> None:
        """Run the action."""
        raise NotImplementedError


class LimitedViewer(QueueViewer, Limited):
    """A cmdlet that writes objects, limited by -ResultSize."""

    sort_order: list[str] = parameter("string[]", help="Properties to sort by, as +Size,-DateReceived.")

    def shown(self, found: Iterable[dict[str, Any]], type_name: str) -> None:
        """Write objects, sorted and limited. Unsorted, no more objects are created than are written."""
        words = [part.strip() for each in self.sort_order or () for part in each.split(",") if part.strip()]
        if words:
            found = list(found)
        for word in reversed(words):
            assert isinstance(found, list)
            key = word.lstrip("+-").lower()
            found.sort(key=lambda members: _sortable(members, key), reverse=word.startswith("-"))
        for members in self.limited(found):
            self.write(PSCustomObject(members, [DATA + type_name, "System.Object"]))


def _sortable(members: Mapping[str, Any], key: str) -> Any:
    value = next((value for name, value in members.items() if name.lower() == key), "")
    return (0, value, "") if isinstance(value, int | float) else (1, 0, to_string(value).casefold())


def identity_text(value: Value) -> str:
    """Return the identity of an object: its Identity property, otherwise its text."""
    if isinstance(value, PSObject) and value.base is value:
        own = value.members.get("Identity") if value.members else None
        return to_string(own) if own is not None else to_string(value)
    return "" if value is None else to_string(value)


def fits(pattern: str, identity: str) -> bool:
    """True if an identity equals the pattern, or matches its wildcards."""
    if is_pattern(pattern):
        return bool(matcher(pattern)(identity))
    return pattern.casefold() == identity.casefold()


def reader(members: Mapping[str, Any]) -> Callable[[str], Any]:
    """Return the function that reads an object's properties for a filter."""
    folded = {name.lower(): value for name, value in members.items()}
    return lambda name: folded.get(name.lower())
