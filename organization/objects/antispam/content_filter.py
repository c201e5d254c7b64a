"""What happens to messages that look like spam."""

from __future__ import annotations

from ...properties import Many, prop
from ...values.address import SmtpAddress, SmtpDomainWithSubdomains
from .hygiene import MessageHygieneConfig


class ContentFilterConfig(MessageHygieneConfig):
    """What happens to messages that look like spam."""

    noun = "content filter configuration"

    outlook_email_postmark_validation_enabled: bool = prop(
        bool, default=True, help="Outlook's computed postmark speaks against spam. Kept: the lab scans no content."
    )
    bypassed_recipients: tuple[SmtpAddress, ...] = prop(
        Many(SmtpAddress),
        default=(),
        most=100,
        help="Recipients whose mail is not scanned, 100 at most. Kept: the lab scans no content.",
    )
    bypassed_senders: tuple[SmtpAddress, ...] = prop(
        Many(SmtpAddress),
        default=(),
        most=100,
        help="Senders whose mail is not scanned, 100 at most. Kept: the lab scans no content.",
    )
    bypassed_sender_domains: tuple[SmtpDomainWithSubdomains, ...] = prop(
        Many(SmtpDomainWithSubdomains),
        default=(),
        most=100,
        help="Sender domains whose mail is not scanned, 100 at most. Kept: the lab scans no content.",
    )
    quarantine_mailbox: SmtpAddress | None = prop(
        SmtpAddress, default=None, help="The address that quarantined messages go to. Kept: the lab scans no content."
    )
    rejection_response: str = prop(
        str,
        default="Message rejected as spam by Content Filtering.",
        longest=240,
        help="What senders of rejected spam are told, 240 characters at most. Kept: the lab scans no content.",
    )
    scl_reject_threshold: int = prop(
        int,
        default=7,
        between=(0, 9),
        help="The spam level, 0 to 9, from which messages are rejected. Kept: the lab scans no content.",
    )
    scl_reject_enabled: bool = prop(
        bool, default=False, help="Reject messages from SCLRejectThreshold on. Kept: the lab scans no content."
    )
    scl_delete_threshold: int = prop(
        int,
        default=9,
        between=(0, 9),
        help="The spam level, 0 to 9, from which messages are deleted without a word. Kept: the lab scans no content.",
    )
    scl_delete_enabled: bool = prop(
        bool, default=False, help="Delete messages from SCLDeleteThreshold on. Kept: the lab scans no content."
    )
    scl_quarantine_threshold: int = prop(
        int,
        default=9,
        between=(0, 9),
        help="The spam level, 0 to 9, from which messages go to quarantine. Kept: the lab scans no content.",
    )
    scl_quarantine_enabled: bool = prop(
        bool, default=False, help="Quarantine messages from SCLQuarantineThreshold on. Kept: the lab scans no content."
    )
