"""Types of the -Identity parameters: a text, a GUID, an ADObjectId or an object becomes one identity."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from organization.directory import DirectoryObject
from organization.names import ADObjectId
from organization.objects.mailbox import Mailbox
from organization.objects.mailbox_transport import MailboxTransportServer
from organization.objects.recipient import Recipient
from organization.objects.role_servers import ClientAccessServer, MailboxServer
from organization.objects.server import ExchangeServer, MailboxDatabase
from organization.objects.transport_server import FrontendTransportServer, TransportServer
from shell.types import OBJECT, ClrType, register, type_of
from shell.types.conversion import cast_errors
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import define_type
from shell.values.errors import ArgumentException
from shell.values.objects import PSObject, Value

from .records import Record

SERVERS: Final = (
    ExchangeServer,
    TransportServer,
    FrontendTransportServer,
    MailboxTransportServer,
    MailboxServer,
    ClientAccessServer,
)
"""The objects that are one server, seen from different sides."""
TASKS: Final = "Microsoft.Exchange.Configuration.Tasks."


class IdParameter:
    """The identity of an object. `guid` is set where the script gave an object rather than a name."""

    __slots__ = ("clr_type", "guid", "record", "text")

    def __init__(self, clr_type: ClrType, text: str, guid: UUID | None = None, record: Record | None = None) -> None:
        self.clr_type = clr_type
        self.text = text
        self.guid = guid
        self.record = record

    def __str__(self) -> str:
        return self.text


def names_of(model: type[DirectoryObject]) -> Callable[[Any, str], list[str]]:
    """Return a completer of the names or identities of the objects of a class that begin with the word so far."""

    def complete(session: Any, word: str) -> list[str]:
        lowered = word.lower()
        by_identity = "\\" in word or "/" in word
        found = []
        for item in session.organization.all(model):
            text = item.identity_text() if by_identity else item.name
            if text.lower().startswith(lowered):
                found.append(text)
        return found

    return complete


_TYPES: Final[dict[str, ClrType]] = {}
_NAMED: Final[dict[str, type[DirectoryObject]]] = {
    "Mailbox": Mailbox,
    "MailboxDatabase": MailboxDatabase,
    "Recipient": Recipient,
    "Server": ExchangeServer,
    "User": Recipient,
}
"""The objects whose names Tab offers for a parameter of a type that has no completer of its own."""


def id_type(noun: str) -> str:
    """Return the full name of the identity type of a noun (`ReceiveConnector`), registering the type on first use."""
    name = f"{TASKS}{noun}IdParameter"
    if name not in _TYPES:
        made = _TYPES[name] = register(define_type(name, OBJECT))
        made.data["convert"] = lambda value: _converted(made, value)
        if noun in _NAMED:
            made.data["completed"] = names_of(_NAMED[noun])
    return name


_RECIPIENTS: Final = (
    "Contact",
    "DistributionGroup",
    "DynamicDistributionGroup",
    "DynamicGroup",
    "Group",
    "MailContact",
    "MailUser",
    "Mailbox",
    "Recipient",
    "StoreMailbox",
    "User",
)
_FAMILIES: Final[tuple[tuple[tuple[type[DirectoryObject], ...], frozenset[str]], ...]] = (
    (
        (Recipient,),
        frozenset(_RECIPIENTS),
    ),
    (SERVERS, frozenset({"Server", *(each.__name__ for each in SERVERS)})),
    ((MailboxDatabase,), frozenset({"MailboxDatabase"})),
)
"""What can stand for what: the classes of objects, and the nouns of the identities that such objects may be."""
_ANYTHING: Final = frozenset({"ADRawEntry"})
"""The nouns of identities that any object may be."""


def _may_name(target: ClrType, model: DirectoryObject) -> bool:
    """True if an object can be an identity of a type: a database cannot identify a mailbox, whatever its name.

    Pipeline binding thereby gives each object to the parameter that it fits.
    """
    noun = target.name.removeprefix(TASKS).removesuffix("IdParameter")
    if noun in _ANYTHING:
        return True
    return all((noun in nouns) is isinstance(model, classes) for classes, nouns in _FAMILIES)


def _converted(target: ClrType, value: Value) -> Any:
    if isinstance(value, PSObject) and value.base is not value:
        value = value.base
    if isinstance(value, IdParameter):
        return IdParameter(target, value.text, value.guid, value.record)
    if isinstance(value, Record):
        if not value.clr_type.name.startswith("Microsoft.Exchange.") or not _may_name(target, value.model):
            return NotImplemented
        return IdParameter(target, value.model.identity_text(), value.model.guid, value)
    if isinstance(value, ADObjectId):
        return IdParameter(target, value.text, value.guid)
    if value is None or isinstance(value, list | bool):
        return NotImplemented
    if not isinstance(value, str | int | float) and type_of(value).name != "System.Guid":
        return NotImplemented
    text = to_string(value)
    if not text.strip():
        problem = ArgumentException(
            f"Parameter values of type {target.name} can't be empty. Specify a value, and try again.\n"
            "Parameter name: identity"
        )
        raise cast_errors.because(value, target, "InvalidCastConstructorException", problem)
    return IdParameter(target, text)
