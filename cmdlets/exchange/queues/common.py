"""What the cmdlets for queues and messages share: identities, filters, what they write."""

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
        """The queues of the running transport."""
        return self.mail_system.queues

    def is_other_server(self) -> bool:
        """Whether -Server names a server that is not there; reports that."""
        name = identity_text(self.server).partition(".")[0]
        if not name or name.lower() == self.organization.forest.server.lower():
            return False
        self.refuse(f'The server "{identity_text(self.server)}" couldn\'t be found.', "QueueViewerException")
        return True

    def asked(self, question: Callable[[], Sequence[T]]) -> Sequence[T] | None:
        """What the service answers; None where it does not, which is reported."""
        try:
            return question()
        except QueueRefused as error:
            self.refuse(str(error), "QueueViewerException")
            return None

    def attempt(self, action: Callable[[], None]) -> None:
        """Do something to a queue or a message; what is refused is an error of its own."""
        try:
            action()
        except QueueRefused as error:
            self.refuse(str(error), "QueueViewerException")

    def qualified(self, identity: Value) -> str:
        """An identity with the server's name in front: `Unreachable` is `EX01\\Unreachable`."""
        text = identity_text(identity)
        server = self.organization.forest.server
        first, backslash, rest = text.partition("\\")
        if first.partition(".")[0].lower() == server.lower() and backslash:
            return f"{server}\\{rest}"
        return f"{server}\\{text}"

    def filter_test(self, text: Any, names: Mapping[str, Any] | Sequence[str]) -> Test | None:
        """A -Filter as a function; None where there is none. Raises InvalidFilterException."""
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
    """Something that is done to queues or messages, named or filtered. `kind` is the word for one of them."""

    supports_should_process: ClassVar[bool] = True
    impact: ClassVar[Impact] = Impact.MEDIUM
    default_set = "Identity"
    kind: ClassVar[str] = ""
    phrase: ClassVar[str] = ""

    def process(self) -> None:
        """Do it to each."""
        if self.is_other_server():
            return
        for identity in list(self.meant()):
            if self.should_process(identity, message=f'{self.phrase} {self.kind} "{identity}".'):
                self.attempt(lambda name=identity: self.act(name))  # type: ignore[misc]

    def meant(self) -> Iterator[str]:
        """The identities of all that are meant."""
        raise NotImplementedError

    def act(self, identity: str) -> None:
        """Do it."""
        raise NotImplementedError


class LimitedViewer(QueueViewer, Limited):
    """One that shows objects, and no more than are wanted."""

    sort_order: list[str] = parameter("string[]", help="Properties to sort by, as +Size,-DateReceived.")

    def shown(self, found: Iterable[dict[str, Any]], type_name: str) -> None:
        """Write objects, sorted and limited. Where nothing is sorted, no more are made than are wanted."""
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
    """What names an object: its Identity where it is one, else the text."""
    if isinstance(value, PSObject) and value.base is value:
        own = value.members.get("Identity") if value.members else None
        return to_string(own) if own is not None else to_string(value)
    return "" if value is None else to_string(value)


def fits(pattern: str, identity: str) -> bool:
    """Whether an identity is the one that is meant, or passes the wildcards."""
    if is_pattern(pattern):
        return bool(matcher(pattern)(identity))
    return pattern.casefold() == identity.casefold()


def reader(members: Mapping[str, Any]) -> Callable[[str], Any]:
    """The function that reads an object's properties for a filter."""
    folded = {name.lower(): value for name, value in members.items()}
    return lambda name: folded.get(name.lower())
