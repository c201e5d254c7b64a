"""What a version of Exchange is: the facts in which versions differ, with the values of 2007 (SP1) as the base."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Any

from ..values.style import Style


class Version(IntEnum):
    """The emulated versions in their order."""

    V2007 = 2007
    V2010 = 2010
    V2013 = 2013
    V2016 = 2016
    V2019 = 2019
    SE = 2025

    @classmethod
    def parse(cls, text: str) -> Version:
        """Read `2007` ... `2019` or `SE`; ValueError for anything else."""
        name = text.strip().upper()
        if name not in ("SE", "2007", "2010", "2013", "2016", "2019"):
            raise ValueError(f"'{text}' is no emulated version of Exchange: 2007, 2010, 2013, 2016, 2019 or SE.")
        return cls["SE" if name == "SE" else f"V{name}"]

    def __str__(self) -> str:
        return self.name.removeprefix("V")


@dataclass(frozen=True, slots=True)
class Replies:
    """The SMTP replies whose wording changed between versions."""

    too_many_connections: str = (
        "421 4.3.2 The maximum number of concurrent server connections has exceeded a limit, "
        "closing transmission channel"
    )
    too_many_connections_from_source: str = (
        "421 4.3.2 The maximum number of concurrent connections has exceeded a limit, closing transmission channel"
    )
    not_authenticated: str = "530 5.7.1 Client was not authenticated"
    send_as_denied: str = "550 5.7.1 Client does not have permissions to send as this sender"
    tls_required: str = "530 5.7.0 Must issue a STARTTLS command first"
    relay_denied: str = "550 5.7.1 Unable to relay"
    sender_denied: str = "554 5.1.0 Sender Denied"
    inactive: str = "421 4.4.1 Connection timed out"
    connection_timed_out: str = "421 4.4.1 Connection timed out"
    queued: str = "250 2.6.0 {message_id} Queued mail for delivery"
    """Fields: message_id (with its angle brackets), internal_id, hostname."""
    unknown_recipient_report: str = "550 5.1.1 RESOLVER.ADR.RecipNotFound; not found"


@dataclass(frozen=True, slots=True)
class BuiltInConnector:
    """A Receive connector that setup makes. `{server}` in the name is the server's."""

    name: str
    bindings: tuple[str, ...]
    auth_mechanism: str
    permission_groups: str
    settings: Mapping[str, Any] = field(default_factory=dict)


_BOTH_25 = ("[::]:25", "0.0.0.0:25")
_ALL_GROUPS = "ExchangeUsers, ExchangeServers, ExchangeLegacyServers"

HUB_CONNECTORS = (
    BuiltInConnector(
        "Default {server}",
        _BOTH_25,
        "Tls, Integrated, BasicAuth, BasicAuthRequireTLS, ExchangeServer",
        _ALL_GROUPS,
        {
            "max_inbound_connection_per_source": "unlimited",
            "max_inbound_connection_percentage_per_source": 100,
            "max_recipients_per_message": 5000,
            "size_enabled": "EnabledWithoutValue",
        },
    ),
    BuiltInConnector(
        "Client {server}",
        ("[::]:587", "0.0.0.0:587"),
        "Tls, Integrated, BasicAuth, BasicAuthRequireTLS",
        "ExchangeUsers",
        {"enable_auth_gssapi": True},
    ),
)


@dataclass(frozen=True, slots=True)
class Profile:
    """One version of Exchange. Everything that asks "which version is this?" reads a fact here instead."""

    version: Version
    product: str
    build: tuple[int, int, int, int]
    """Of the server, as `Version 8.1 (Build 240.6)` shows it."""
    object_version: str
    """The ExchangeVersion of its configuration objects."""
    recipient_version: str
    """The ExchangeVersion of its recipients."""
    style: Style
    server_roles: str
    connectors: tuple[BuiltInConnector, ...] = HUB_CONNECTORS
    replies: Replies = field(default_factory=Replies)
    defaults: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Class name -> attribute -> default, where it is not that of the property's declaration."""
    received_id: str = "8.1.240.5"
    """The `id` in Received headers."""
    log_version: str = "8.0.0.0"
    """`#Version:` in the logs."""
    two_services: bool = False
    """2013+: a front end takes connections, and proxies to the hub behind it."""
    senders_judged_by_hub: bool = False
    """The front end lets users name any sender, and the hub refuses the message at its end."""
    bare_auth_line: bool = True
    """EHLO shows `AUTH` even when no mechanism is left to offer."""
    exps_when_external: bool = True
    """EHLO shows `X-EXPS NTLM` where the connector is externally secured."""
    server_extensions: tuple[str, ...] = ("XEXCH50",)
    """EHLO keywords announced with ExchangeServer authentication, in order."""
    tls_versions: tuple[str, str] = ("TLSv1", "TLSv1_2")
    """The lowest and the highest version of TLS, as `ssl.TLSVersion` names them. 1.2 was no part of Windows when 2007
    came out; clients of today speak nothing below it."""
    first_internal_id: int = 1
    """Message ids count from here."""
    filter_rejects_whole_message: bool = False
    """2013+ Mailbox: one bad recipient has the recipient filter refuse the message for all."""
    agents: tuple[str, ...] = ("Transport Rule Agent", "Journaling Agent", "AD RMS Prelicensing Agent")
    antispam_agents: tuple[str, ...] = (
        "Connection Filtering Agent",
        "Content Filter Agent",
        "Sender Id Agent",
        "Sender Filter Agent",
        "Recipient Filter Agent",
        "Protocol Analysis Agent",
    )
    install_folder: str = r"C:\Program Files\Microsoft\Exchange Server"
    contractions: bool = False
    """Messages since 2010 say "couldn't" where 2007 says "could not"."""

    def has(self, since: Version | None, until: Version | None) -> bool:
        """Whether this version knows what exists from `since` to `until`, both included; None is an open end."""
        return (since is None or self.version >= since) and (until is None or self.version <= until)

    def but(self, **changes: Any) -> Profile:
        """This profile with some facts replaced."""
        return replace(self, **changes)

    def default_of(self, class_name: str) -> Mapping[str, Any]:
        """The defaults of this version for a class of objects, where they differ from the declaration."""
        return self.defaults.get(class_name, {})


def overriding(base: Mapping[str, Mapping[str, Any]], **changes: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Defaults of a version: those of the one before, with some replaced."""
    return {**base, **{name: {**base.get(name, {}), **values} for name, values in changes.items()}}
