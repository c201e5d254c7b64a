"""Argument completers for parameters that take names of the lab: servers, hosts, ports, logs, services and enumerated
values.

A completer takes the session and the word so far, and returns the words that begin with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from organization.objects.components import COMPONENTS, REQUESTERS
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.recipient import Recipient
from organization.objects.server import ExchangeServer, Service

Completer = Callable[[Any, str], list[str]]


def one_of(names: Callable[[Any], Iterable[str]]) -> Completer:
    """Return a completer of the names that a function reads from the session, in their order, without duplicates."""

    def complete(session: Any, word: str) -> list[str]:
        lowered = word.lower()
        return [each for each in dict.fromkeys(names(session)) if each.lower().startswith(lowered)]

    return complete


def words(text: str) -> Completer:
    """Return a completer of fixed words, given as one text with blanks between them."""
    listed = text.split()
    return one_of(lambda session: listed)


class FilterWords:
    """The completer of a filter whose objects have no declared type: property names, and values of some of them.

    `values` maps the lower-case name of a property to its words.
    """

    def __init__(self, properties: Iterable[str], values: dict[str, str]) -> None:
        self._complete = words(" ".join(properties))
        self.values = {name.lower(): listed.split() for name, listed in values.items()}

    def __call__(self, session: Any, word: str) -> list[str]:
        """Return the properties that begin with a word."""
        return self._complete(session, word)


def _hosts(session: Any) -> Iterable[str]:
    forest = session.organization.forest
    for server in session.organization.all(ExchangeServer):
        yield server.name
    yield forest.server_fqdn
    yield "localhost"


def _ports(session: Any) -> Iterable[str]:
    ports = {each.port for item in session.organization.all(ReceiveConnector) for each in item.bindings}
    return map(str, sorted(ports))


controllers: Final = one_of(lambda session: [session.organization.forest.domain_controller_fqdn])
servers: Final = one_of(lambda session: [each.name for each in session.organization.all(ExchangeServer)])
hosts: Final = one_of(_hosts)
ports: Final = one_of(_ports)
connectors: Final = one_of(lambda session: [each.name for each in session.organization.all(ReceiveConnector)])
services: Final = one_of(lambda session: sorted(each.name for each in session.organization.all(Service)))
service_titles: Final = one_of(lambda session: sorted(each.display_name for each in session.organization.all(Service)))
units: Final = one_of(
    lambda session: sorted({each.organizational_unit for each in session.organization.all(Recipient)}, key=str.lower)
)
recipient_details: Final = one_of(
    lambda session: sorted({each.recipient_type_details for each in session.organization.all(Recipient)})
)
recipient_kinds: Final = one_of(
    lambda session: sorted({str(each.recipient_kind()) for each in session.organization.all(Recipient)})
)
event_logs: Final = words("Application")


def _trustees(session: Any) -> Iterable[str]:
    yield from ("NT AUTHORITY\\ANONYMOUS LOGON", "NT AUTHORITY\\Authenticated Users", "NT AUTHORITY\\SELF")
    domain = session.organization.forest.netbios
    for each in session.organization.all(Recipient):
        if getattr(each, "sam_account_name", None):
            yield f"{domain}\\{each.sam_account_name}"


def _addresses(session: Any) -> Iterable[str]:
    for each in session.organization.all(Recipient):
        if getattr(each, "primary_smtp_address", None):
            yield str(each.primary_smtp_address)


trustees: Final = one_of(_trustees)
addresses: Final = one_of(_addresses)
connector_rights: Final = words(
    "ms-Exch-Accept-Headers-Forest ms-Exch-Accept-Headers-Organization ms-Exch-Accept-Headers-Routing"
    " ms-Exch-Bypass-Anti-Spam ms-Exch-Bypass-Message-Size-Limit ms-Exch-SMTP-Accept-Any-Recipient"
    " ms-Exch-SMTP-Accept-Any-Sender ms-Exch-SMTP-Accept-Authentication-Flag"
    " ms-Exch-SMTP-Accept-Authoritative-Domain-Sender ms-Exch-SMTP-Accept-Exch50 ms-Exch-SMTP-Submit"
)
"""What -ExtendedRights of Receive connectors is asked for: to submit, to relay, to be trusted."""
components: Final = one_of(lambda session: COMPONENTS)
requesters: Final = one_of(lambda session: REQUESTERS)
mail_folders: Final = one_of(lambda session: ("Inbox", "Junk E-Mail", "Sent Items"))
tracked_events: Final = words(
    "BADMAIL DEFER DELIVER DSN EXPAND FAIL POISONMESSAGE PROCESS RECEIVE REDIRECT RESOLVE SEND SUBMIT TRANSFER"
)
tracked_sources: Final = words("ADMIN AGENT DSN GATEWAY PICKUP ROUTING SMTP STOREDRIVER")

__all__ = [
    "FilterWords",
    "connectors",
    "controllers",
    "event_logs",
    "hosts",
    "one_of",
    "ports",
    "recipient_details",
    "servers",
    "service_titles",
    "services",
    "tracked_events",
    "tracked_sources",
    "units",
    "words",
]
