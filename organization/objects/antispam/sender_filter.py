"""Which senders are refused."""

from __future__ import annotations

from ...properties import Many, prop
from ...values.address import SmtpAddress, SmtpDomain
from ...values.enums import Choice
from .hygiene import MessageHygieneConfig


class BlockedSenderAction(Choice):
    """What happens to the mail of a blocked sender."""

    StampStatus = 0
    Reject = 1


class RecipientBlockedSenderAction(Choice):
    """What happens to the mail of a sender whom the recipient has blocked."""

    Reject = 0
    Delete = 1


class SenderFilterConfig(MessageHygieneConfig):
    """Which senders are refused."""

    noun = "sender filter configuration"

    blocked_senders: tuple[SmtpAddress, ...] = prop(
        Many(SmtpAddress),
        default=(),
        most=800,
        help="Addresses whose mail is refused, by MAIL FROM or From; 800 at most.",
    )
    blocked_domains: tuple[SmtpDomain, ...] = prop(
        Many(SmtpDomain), default=(), most=800, help="Domains whose mail is refused, subdomains aside; 800 at most."
    )
    blocked_domains_and_subdomains: tuple[SmtpDomain, ...] = prop(
        Many(SmtpDomain),
        default=(),
        most=800,
        help="Domains whose mail is refused, with everything below them; 800 at most.",
    )
    action: BlockedSenderAction = prop(BlockedSenderAction, default="Reject", help="What happens to their mail.")
    blank_sender_blocking_enabled: bool = prop(bool, default=False, help="Refuse messages without a sender.")
    recipient_blocked_sender_action: RecipientBlockedSenderAction = prop(
        RecipientBlockedSenderAction,
        default="Reject",
        since="2010",
        help="Reject or Delete the mail of senders whom a user has blocked. Kept without effect.",
    )
