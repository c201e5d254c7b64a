"""Sender ID: whether a server may send for a domain."""

from __future__ import annotations

from ...properties import Many, prop
from ...values.address import SmtpAddress, SmtpDomainWithSubdomains
from ...values.enums import Choice
from .hygiene import MessageHygieneConfig


class SenderIdAction(Choice):
    """What happens to a message that fails Sender ID."""

    StampStatus = 0
    Reject = 1
    Delete = 2


class SenderIdConfig(MessageHygieneConfig):
    """Sender ID: whether a server may send for a domain."""

    noun = "Sender ID configuration"

    spoofed_domain_action: SenderIdAction = prop(
        SenderIdAction,
        default="StampStatus",
        help="Mail from a wrong server for the domain: StampStatus, Reject, Delete.",
    )
    temp_error_action: SenderIdAction = prop(
        SenderIdAction,
        default="StampStatus",
        help="Mail when DNS gives no answer: StampStatus, Reject, Delete.",
    )
    bypassed_recipients: tuple[SmtpAddress, ...] = prop(
        Many(SmtpAddress),
        default=(),
        most=100,
        help="Recipients for whom Sender ID is not checked, 100 at most.",
    )
    bypassed_sender_domains: tuple[SmtpDomainWithSubdomains, ...] = prop(
        Many(SmtpDomainWithSubdomains),
        default=(),
        most=100,
        help="Sender domains that are not checked, 100 at most.",
    )
