"""The Connection Filtering agent: the IP Allow list, the IP Block list, and the providers of such lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
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

from ..replies import Reply
from .names import CONNECTION_FILTER
from .refusal import Refusal
from .scope import Scope, enabled, folded

if TYPE_CHECKING:
    from organization.objects.accepted_domain import AcceptedDomain
    from organization.store import Organization
    from organization.values.network import IPAddress

    from ..session import SmtpSession


@dataclass(frozen=True, slots=True)
class AddressList:
    """The entries that an administrator or the server itself has made."""

    scope: Scope
    entries: tuple[IPListEntry, ...]

    def find(self, session: SmtpSession) -> IPListEntry | None:
        """The entry that a client is on the list by."""
        if not self.scope.covers(session):
            return None
        return next((entry for entry in self.entries if entry.contains(session.remote)), None)


@dataclass(frozen=True, slots=True)
class Providers:
    """DNS lists, in the order in which they are asked."""

    scope: Scope
    providers: tuple[IPListProvider, ...]
    zone: Zone
    bypassed: frozenset[str] = frozenset()
    """Recipients for whom nobody is asked, in lower case."""

    def find(self, session: SmtpSession) -> IPListProvider | None:
        """The first provider that has a client on its list."""
        return first_match(self.providers, session.remote, self.zone) if self.scope.covers(session) else None


@dataclass(frozen=True, slots=True)
class ConnectionFilter:
    """Clients whose mail is refused, and clients whose mail no agent looks at. None is a part that is off."""

    allowed: AddressList | None
    blocked: AddressList | None
    allow_providers: Providers | None
    block_providers: Providers | None
    static_response: str
    machine_response: str

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
        )

    def allows(self, session: SmtpSession) -> bool:
        """Whether the client's mail skips all agents."""
        if self.allowed is not None and self.allowed.find(session) is not None:
            return True
        return self.allow_providers is not None and self.allow_providers.find(session) is not None

    def judge_recipient(self, session: SmtpSession, accepted: AcceptedDomain | None, address: str) -> Refusal | None:
        """Refuse a client on a block list, which hears it at RCPT and not before."""
        entry = self.blocked.find(session) if self.blocked is not None else None
        if entry is not None:
            response = self.machine_response if entry.is_machine_generated else self.static_response
            return _refusal(filled(response, session.remote), "LocalBlockList", session.peer.remote_address)
        asked = self.block_providers
        if asked is None or address.casefold() in asked.bypassed or session.site.recipients.bypasses_agents(address):
            return None
        provider = asked.find(session)
        if not isinstance(provider, IPBlockListProvider):
            return None
        response = provider.rejection_response or DEFAULT_RESPONSE
        texts = (provider.name, str(provider.lookup_domain))
        return _refusal(filled(response, session.remote, *texts), "BlockListProvider", provider.name)


DEFAULT_RESPONSE = "Recipient not authorized, your IP has been found on a block list"


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
