"""The Connection Filtering agent: the IP Allow list, the IP Block list, and the providers of such lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from organization.dns.blocklists import first_match
from organization.dns.zone import Zone
from organization.objects.antispam import (
    IPAllowListConfig,
    IPAllowListEntry,
    IPAllowListProvider,
    IPAllowListProvidersConfig,
    IPBlockListConfig,
    IPBlockListEntry,
    IPBlockListProvider,
    IPBlockListProvidersConfig,
    IPListEntry,
    IPListProvider,
)
from organization.objects.antispam.ip_providers import DEFAULT_RESPONSE
from organization.objects.transport_config import TransportConfigContainer

from ..replies import Reply
from .names import CONNECTION_FILTER
from .origin import is_internal
from .refusal import Refusal
from .scope import Scope, enabled, folded

if TYPE_CHECKING:
    from organization.objects.accepted_domain import AcceptedDomain
    from organization.store import Organization
    from organization.values.network import IPAddress, IPRange

    from ..session import SmtpSession
    from .item import MailItem


class AddressList:
    """The entries that an administrator or the server itself has made."""

    def __init__(self, scope: Scope, entries: tuple[IPListEntry, ...]) -> None:
        self.scope = scope
        self.entries = entries

    def find(self, session: SmtpSession, address: IPAddress) -> IPListEntry | None:
        """The entry that an address is on the list by, for mail of a session; the oldest of several."""
        if not self.scope.covers(session):
            return None
        alone, ranges = self._by_address
        places = sorted(
            (*alone.get(address, ()), *(at for at in ranges if self.entries[at].ip_range.contains(address)))
        )
        return next((self.entries[at] for at in places if self.entries[at].contains(address)), None)

    @cached_property
    def _by_address(self) -> tuple[dict[IPAddress, list[int]], list[int]]:
        """The places of entries for one address, and of those for more: lists are long, and hold few ranges.

        It is made for the first client after a change, not for each of a thousand changes.
        """
        alone: dict[IPAddress, list[int]] = {}
        ranges: list[int] = []
        for at, entry in enumerate(self.entries):
            if entry.ip_range.low == entry.ip_range.high:
                alone.setdefault(entry.ip_range.low, []).append(at)
            else:
                ranges.append(at)
        return alone, ranges


@dataclass(frozen=True, slots=True)
class Providers:
    """DNS lists, in the order in which they are asked."""

    scope: Scope
    providers: tuple[IPListProvider, ...]
    zone: Zone
    bypassed: frozenset[str] = frozenset()
    """Recipients for whom nobody is asked, in lower case."""

    def find(self, session: SmtpSession, address: IPAddress) -> IPListProvider | None:
        """The first provider that has an address on its list, for mail of a session."""
        return first_match(self.providers, address, self.zone) if self.scope.covers(session) else None


@dataclass(frozen=True, slots=True)
class ConnectionFilter:
    """Clients whose mail is refused, and clients whose mail no agent looks at. None is a part that is off."""

    allowed: AddressList | None
    blocked: AddressList | None
    allow_providers: Providers | None
    block_providers: Providers | None
    static_response: str
    machine_response: str
    internal: tuple[IPRange, ...]
    """The organization's own servers: it is not they who are looked up, but whose mail they pass on."""

    @classmethod
    def of(cls, organization: Organization) -> ConnectionFilter:
        """As it is set."""
        block = enabled(organization, IPBlockListConfig)
        allow = enabled(organization, IPAllowListConfig)
        zone = Zone.of(organization)
        asked_to_allow = enabled(organization, IPAllowListProvidersConfig)
        asked_to_block = enabled(organization, IPBlockListProvidersConfig)
        block_providers = None
        if asked_to_block is not None and (asked := _asked(organization.all(IPBlockListProvider))):
            bypassed = folded(asked_to_block.bypassed_recipients)
            block_providers = Providers(Scope.of(asked_to_block), asked, zone, bypassed)
        allow_providers = None
        if asked_to_allow is not None and (asked := _asked(organization.all(IPAllowListProvider))):
            allow_providers = Providers(Scope.of(asked_to_allow), asked, zone)
        return cls(
            AddressList(Scope.of(allow), tuple(organization.all(IPAllowListEntry))) if allow is not None else None,
            AddressList(Scope.of(block), tuple(organization.all(IPBlockListEntry))) if block is not None else None,
            allow_providers,
            block_providers,
            block.static_entry_rejection_response if block is not None else "",
            block.machine_entry_rejection_response if block is not None else "",
            organization.one(TransportConfigContainer).internal_smtp_servers,
        )

    def allows(self, session: SmtpSession, origin: IPAddress | None = None) -> bool:
        """Whether mail skips all agents: that of the client, or what has come to it from elsewhere."""
        address = origin or session.remote
        if self.allowed is not None and self.allowed.find(session, address) is not None:
            return True
        return self.allow_providers is not None and self.allow_providers.find(session, address) is not None

    def judge_recipient(self, session: SmtpSession, accepted: AcceptedDomain | None, address: str) -> Refusal | None:
        """Refuse a client on a block list, which hears it at RCPT and not before."""
        if self.internal and is_internal(session.remote, self.internal):
            return None
        return self._listed(session, session.remote) or self._reported(session, session.remote, [address])

    def judge_header(self, item: MailItem) -> None:
        """Refuse a message that servers of the organization have passed on from an address on a block list."""
        session, origin = item.session, item.origin
        if origin == session.remote:
            return
        addresses = [recipient.address for recipient in item.remaining]
        refusal = self._listed(session, origin) or self._reported(session, origin, addresses)
        if refusal is not None:
            item.reject(CONNECTION_FILTER, refusal.reply, refusal.reason, refusal.data)

    def _listed(self, session: SmtpSession, origin: IPAddress) -> Refusal | None:
        entry = self.blocked.find(session, origin) if self.blocked is not None else None
        if entry is None:
            return None
        response = self.machine_response if entry.is_machine_generated else self.static_response
        return _refusal(filled(response, origin), "LocalBlockList", str(origin))

    def _reported(self, session: SmtpSession, origin: IPAddress, recipients: Iterable[str]) -> Refusal | None:
        """What a provider has against an address, unless nobody is asked for one of the recipients."""
        asked, table = self.block_providers, session.server_context.recipients
        if asked is None or any(
            each.casefold() in asked.bypassed or table.bypasses_agents(each) for each in recipients
        ):
            return None
        provider = asked.find(session, origin)
        if not isinstance(provider, IPBlockListProvider):
            return None
        response = provider.rejection_response or DEFAULT_RESPONSE
        return _refusal(
            filled(response, origin, provider.name, str(provider.lookup_domain)), "BlockListProvider", provider.name
        )


def _asked(providers: Iterable[IPListProvider]) -> tuple[IPListProvider, ...]:
    return tuple(sorted((each for each in providers if each.enabled), key=lambda each: each.priority))


def _refusal(response: str, reason: str, data: str) -> Refusal:
    return Refusal(CONNECTION_FILTER, Reply(f"550 5.7.1 {response}"), reason, data)


def filled(response: str, address: IPAddress, *more: str) -> str:
    """A response with its placeholders replaced: {0} is the client's address, {1} the provider's name, {2} its domain.

    Braces around anything else stay as they are.
    """
    for place, text in enumerate((str(address), *more)):
        response = response.replace(f"{{{place}}}", text)
    return response
