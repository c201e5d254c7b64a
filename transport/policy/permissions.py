"""From the permission groups of a Receive connector to the rights that a session has.

A right is named as the protocol log names it (`SMTPSubmit` for ms-Exch-SMTP-Submit). Who a session is, is one of the
principals below; each group gives rights to one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

SUBMIT = "SMTPSubmit"
ACCEPT_ANY_RECIPIENT = "SMTPAcceptAnyRecipient"
ACCEPT_AUTHENTICATION_FLAG = "SMTPAcceptAuthenticationFlag"
ACCEPT_ANY_SENDER = "SMTPAcceptAnySender"
ACCEPT_AUTHORITATIVE_SENDER = "SMTPAcceptAuthoritativeDomainSender"
BYPASS_ANTISPAM = "BypassAntiSpam"
BYPASS_SIZE = "BypassMessageSizeLimit"
ACCEPT_EXCH50 = "SMTPAcceptEXCH50"
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
    "SMTPAcceptXShadow",
)
"""All rights, in the order in which the protocol log lists those of a session."""

RIGHT_OF_EXTENDED_RIGHT = {f"ms-exch-{right}".lower(): right for right in LOG_ORDER} | {
    "ms-exch-smtp-submit": SUBMIT,
    "ms-exch-smtp-submit-for-mls": "SMTPSubmitForMLS",
    "ms-exch-smtp-accept-any-recipient": ACCEPT_ANY_RECIPIENT,
    "ms-exch-smtp-accept-any-sender": ACCEPT_ANY_SENDER,
    "ms-exch-smtp-accept-authoritative-domain-sender": ACCEPT_AUTHORITATIVE_SENDER,
    "ms-exch-smtp-accept-authentication-flag": ACCEPT_AUTHENTICATION_FLAG,
    "ms-exch-smtp-accept-exch50": ACCEPT_EXCH50,
    "ms-exch-smtp-send-exch50": "SMTPSendEXCH50",
    "ms-exch-smtp-accept-xshadow": "SMTPAcceptXShadow",
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

ANONYMOUS = "NT AUTHORITY\\ANONYMOUS LOGON"
USERS = "NT AUTHORITY\\Authenticated Users"
EXCHANGE_SERVERS = "MS Exchange\\Hub Transport Servers"
EXTERNALLY_SECURED = "MS Exchange\\Externally Secured Servers"
LEGACY_SERVERS = "ExchangeLegacyInterop"
PARTNERS = "MS Exchange\\Partner Servers"

_ALL = frozenset(LOG_ORDER)
_EXTERNAL = _ALL - {ACCEPT_ORGANIZATION_HEADERS, ACCEPT_FOREST_HEADERS}

_GRANTS: Mapping[str, tuple[tuple[str, frozenset[str]], ...]] = {
    "AnonymousUsers": (
        (
            ANONYMOUS,
            frozenset({SUBMIT, ACCEPT_ANY_SENDER, ACCEPT_AUTHORITATIVE_SENDER, ACCEPT_ROUTING_HEADERS}),
        ),
    ),
    "ExchangeUsers": ((USERS, frozenset({SUBMIT, ACCEPT_ANY_RECIPIENT, BYPASS_ANTISPAM, ACCEPT_ROUTING_HEADERS})),),
    "ExchangeServers": ((EXCHANGE_SERVERS, _ALL), (EXTERNALLY_SECURED, _EXTERNAL)),
    "ExchangeLegacyServers": ((LEGACY_SERVERS, _EXTERNAL),),
    "Partners": ((PARTNERS, frozenset({SUBMIT, ACCEPT_ROUTING_HEADERS})),),
}

NO_RIGHTS: frozenset[str] = frozenset()


def rights_by_principal(groups: Iterable[str]) -> dict[str, frozenset[str]]:
    """What each principal may do on a connector with these permission groups; who may nothing is left out."""
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        for principal, rights in _GRANTS.get(group, ()):
            found[principal] = found.get(principal, NO_RIGHTS) | rights
    return found


def log_text(rights: frozenset[str]) -> str:
    """The rights as the protocol log writes them."""
    return " ".join(right for right in LOG_ORDER if right in rights) or "None"
