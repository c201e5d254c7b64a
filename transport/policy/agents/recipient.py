"""The Recipient Filter agent: recipients who are refused, and those who do not exist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from organization.objects.antispam import RecipientFilterConfig

from .names import RECIPIENT_FILTER
from .refusal import Refusal
from .scope import Scope, enabled, folded

if TYPE_CHECKING:
    from organization.objects.accepted_domain import AcceptedDomain
    from organization.store import Organization

    from ..session import SmtpSession


@dataclass(frozen=True, slots=True)
class RecipientFilter:
    """Recipients who are refused."""

    scope: Scope
    blocked: frozenset[str]
    """Addresses in lower case that get no mail, in whatever domain; empty where the block list is off."""
    looks_up: bool
    """Refuse recipients that do not exist, in domains whose recipients are all known."""
    rejects_whole_message: bool
    """One refused recipient condemns the message for all (Mailbox servers since 2013)."""

    @classmethod
    def of(cls, organization: Organization) -> RecipientFilter | None:
        """As it is set; None where it is off."""
        config = enabled(organization, RecipientFilterConfig)
        if config is None:
            return None
        blocked = folded(config.blocked_recipients) if config.block_list_enabled else frozenset[str]()
        whole = organization.profile.filter_rejects_whole_message
        return cls(Scope.of(config), blocked, config.recipient_validation_enabled, whole)

    def judge_recipient(self, session: SmtpSession, accepted: AcceptedDomain | None, address: str) -> Refusal | None:
        """Refuse a recipient who is blocked, or who does not exist or takes no mail of strangers."""
        if not self.scope.covers(session):
            return None
        if address.casefold() in self.blocked:
            return self._refusal(session, "RecipientOnBlockList", address)
        if not self.looks_up or accepted is None or not accepted.looks_recipients_up:
            return None
        found = session.server_context.recipients.find(address)
        if found is not None and not getattr(found, "require_sender_authentication_enabled", False):
            return None
        return self._refusal(session, "RecipientDoesNotExist", address)

    def _refusal(self, session: SmtpSession, reason: str, address: str) -> Refusal:
        unknown = session.server_context.replies.user_unknown
        return Refusal(RECIPIENT_FILTER, unknown, reason, address, spoils=self.rejects_whole_message)
