"""Which recipients are refused."""

from __future__ import annotations

from ...properties import Many, prop
from ...values.address import SmtpAddress
from .hygiene import MessageHygieneConfig


class RecipientFilterConfig(MessageHygieneConfig):
    """Which recipients are refused."""

    noun = "recipient filter configuration"

    blocked_recipients: tuple[SmtpAddress, ...] = prop(
        Many(SmtpAddress), default=(), most=800, help="Recipients who are refused as if they did not exist."
    )
    recipient_validation_enabled: bool = prop(
        bool, default=False, help="Refuse recipients who are not in the organization, in its authoritative domains."
    )
    block_list_enabled: bool = prop(bool, default=False, help="Whether BlockedRecipients counts.")
