"""The Sender Filter agent: senders whose mail is refused, by MAIL FROM and by the From field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from organization.objects.antispam import BlockedSenderAction, SenderFilterConfig

from .names import SENDER_FILTER
from .refusal import Refusal
from .scope import Scope, enabled, folded

if TYPE_CHECKING:
    from organization.store import Organization

    from ..session import SmtpSession
    from .item import MailItem


@dataclass(frozen=True, slots=True)
class SenderFilter:
    """Senders whose mail is refused. Addresses and domains are in lower case."""

    scope: Scope
    addresses: frozenset[str]
    domains: frozenset[str]
    with_subdomains: frozenset[str]
    blank: bool
    """Refuse the null sender, too."""

    @classmethod
    def of(cls, organization: Organization) -> SenderFilter | None:
        """As it is set; None where it refuses nobody."""
        config = enabled(organization, SenderFilterConfig)
        if config is None or config.action is not BlockedSenderAction.Reject:
            return None
        return cls(
            Scope.of(config),
            folded(config.blocked_senders),
            folded(config.blocked_domains),
            folded(config.blocked_domains_and_subdomains),
            config.blank_sender_blocking_enabled,
        )

    def judge_sender(self, session: SmtpSession, sender: str) -> Refusal | None:
        """Refuse a sender of MAIL FROM, and end the session."""
        if not self._blocks(session, sender):
            return None
        return Refusal(
            SENDER_FILTER, session.server_context.replies.sender_denied, "BlockedSender", sender or "<>", closes=True
        )

    def judge_header(self, item: MailItem) -> None:
        """Refuse a message by an address in its From field, and end the session."""
        if any(self._blocks(item.session, address) for address in item.senders):
            denied = item.session.server_context.replies.sender_denied
            item.reject(SENDER_FILTER, denied, "BlockedSender", ";".join(item.senders), closes=True)

    def _blocks(self, session: SmtpSession, sender: str) -> bool:
        if not self.scope.covers(session):
            return False
        if not sender:
            return self.blank
        address = sender.casefold()
        domain = address.rpartition("@")[2]
        return address in self.addresses or domain in self.domains or self._is_below(domain)

    def _is_below(self, domain: str) -> bool:
        while domain:
            if domain in self.with_subdomains:
                return True
            domain = domain.partition(".")[2]
        return False
