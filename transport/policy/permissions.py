"""From the access entries of a Receive connector to the rights that a session has.

A right is named as the protocol log names it (`SMTPSubmit` for ms-Exch-SMTP-Submit). A session is several trustees at
once: an account is also one of all who have logged on, and a member of its groups.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from organization.values.access import ACCESS_RIGHTS, EXTENDED_RIGHT, AccessEntry, Key

if TYPE_CHECKING:
    from uuid import UUID

SUBMIT = "SMTPSubmit"
ACCEPT_ANY_RECIPIENT = "SMTPAcceptAnyRecipient"
ACCEPT_AUTHENTICATION_FLAG = "SMTPAcceptAuthenticationFlag"
ACCEPT_ANY_SENDER = "SMTPAcceptAnySender"
ACCEPT_AUTHORITATIVE_SENDER = "SMTPAcceptAuthoritativeDomainSender"
BYPASS_ANTISPAM = "BypassAntiSpam"
BYPASS_SIZE = "BypassMessageSizeLimit"
ACCEPT_EXCH50 = "SMTPAcceptEXCH50"
ACCEPT_XSHADOW = "SMTPAcceptXShadow"
ACCEPT_ROUTING_HEADERS = "AcceptRoutingHeaders"
ACCEPT_FOREST_HEADERS = "AcceptForestHeaders"
ACCEPT_ORGANIZATION_HEADERS = "AcceptOrganizationHeaders"

LOG_ORDER = (
    SUBMIT,
    "SMTPSubmitForMLS",
    ACCEPT_ANY_RECIPIENT,
    ACCEPT_AUTHENTICATION_FLAG,
    ACCEPT_ANY_SENDER,
    ACCEPT_AUTHORITATIVE_SENDER,
    BYPASS_ANTISPAM,
    BYPASS_SIZE,
    "SMTPSendEXCH50",
    ACCEPT_EXCH50,
    ACCEPT_ROUTING_HEADERS,
    ACCEPT_FOREST_HEADERS,
    ACCEPT_ORGANIZATION_HEADERS,
    "SendRoutingHeaders",
    "SendForestHeaders",
    "SendOrganizationHeaders",
    "SMTPSendXShadow",
    ACCEPT_XSHADOW,
)
"""All rights, in the order in which the protocol log lists those of a session."""

_RIGHTS = {
    "ms-exch-smtp-submit": SUBMIT,
    "ms-exch-smtp-submit-for-mls": "SMTPSubmitForMLS",
    "ms-exch-smtp-accept-any-recipient": ACCEPT_ANY_RECIPIENT,
    "ms-exch-smtp-accept-any-sender": ACCEPT_ANY_SENDER,
    "ms-exch-smtp-accept-authoritative-domain-sender": ACCEPT_AUTHORITATIVE_SENDER,
    "ms-exch-smtp-accept-authentication-flag": ACCEPT_AUTHENTICATION_FLAG,
    "ms-exch-smtp-accept-exch50": ACCEPT_EXCH50,
    "ms-exch-smtp-send-exch50": "SMTPSendEXCH50",
    "ms-exch-smtp-accept-xshadow": ACCEPT_XSHADOW,
    "ms-exch-smtp-send-xshadow": "SMTPSendXShadow",
    "ms-exch-bypass-anti-spam": BYPASS_ANTISPAM,
    "ms-exch-bypass-message-size-limit": BYPASS_SIZE,
    "ms-exch-accept-headers-routing": ACCEPT_ROUTING_HEADERS,
    "ms-exch-accept-headers-forest": ACCEPT_FOREST_HEADERS,
    "ms-exch-accept-headers-organization": ACCEPT_ORGANIZATION_HEADERS,
    "ms-exch-send-headers-routing": "SendRoutingHeaders",
    "ms-exch-send-headers-forest": "SendForestHeaders",
    "ms-exch-send-headers-organization": "SendOrganizationHeaders",
}
"""The directory's name of an extended right, in lower case, to the log's name of the same right."""

NO_RIGHTS: frozenset[str] = frozenset()
_ALL = frozenset(LOG_ORDER)
_FULL_CONTROL = ACCESS_RIGHTS["GenericAll"]


@dataclass(frozen=True, slots=True)
class Grants:
    """What each trustee may do on a connector, and what it may not, whoever else it is."""

    allowed: Mapping[Key, frozenset[str]] = field(default_factory=dict)
    denied: Mapping[Key, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[AccessEntry]) -> Grants:
        """What some access entries say about mail."""
        allowed: dict[Key, frozenset[str]] = {}
        denied: dict[Key, frozenset[str]] = {}
        for entry in entries:
            rights = _rights_of(entry)
            if rights:
                found = denied if entry.deny else allowed
                found[entry.trustee.key] = found.get(entry.trustee.key, NO_RIGHTS) | rights
        return cls(allowed, denied)

    def to(self, trustees: Iterable[Key]) -> frozenset[str]:
        """What somebody may do who is all of `trustees`. A denial is stronger than any grant."""
        keys = tuple(trustees)
        allowed = NO_RIGHTS.union(*(self.allowed.get(key, NO_RIGHTS) for key in keys))
        return allowed.difference(*(self.denied.get(key, NO_RIGHTS) for key in keys))

    @property
    def objects(self) -> set[UUID]:
        """The accounts and groups of the directory that are named."""
        return {key for key in (*self.allowed, *self.denied) if not isinstance(key, str)}


def _rights_of(entry: AccessEntry) -> frozenset[str]:
    """The rights in an entry: the one it names, or all where it is for every extended right."""
    if entry.extended:
        right = _RIGHTS.get(entry.extended.casefold())
        return NO_RIGHTS if right is None else frozenset({right})
    whole = EXTENDED_RIGHT if entry.deny else _FULL_CONTROL
    every = entry.rights & whole == whole or entry.rights == EXTENDED_RIGHT
    return _ALL if every and not entry.object_type else NO_RIGHTS


def log_text(rights: frozenset[str]) -> str:
    """The rights as the protocol log writes them."""
    return " ".join(right for right in LOG_ORDER if right in rights) or "None"
