"""How mail for other organizations is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..directory import DirectoryObject
from ..names import Forest
from ..properties import OrUnlimited, prop
from ..values.address import SmtpDomainWithSubdomains
from ..values.enums import Choice
from ..values.unlimited import Unlimited


class AllowedOOFType(Choice):
    """Which out-of-office messages leave."""

    External = 0
    InternalLegacy = 1
    ExternalLegacy = 2
    None_ = 3


class ContentType(Choice):
    """How the body is written."""

    MimeHtmlText = 0
    MimeText = 1
    MimeHtml = 2


class RemoteDomain(DirectoryObject):
    """How mail for a domain is written, and what is sent there automatically."""

    noun = "remote domain"
    schema_name = "ms-Exch-Domain-Content-Config"
    object_classes = ("top", "msExchDomainContentConfig")

    domain_name: SmtpDomainWithSubdomains = prop(SmtpDomainWithSubdomains, help="The domain; * for all others.")
    is_internal: bool = prop(
        bool, default=False, help="The domain is a part of the own organization. Kept without effect."
    )
    character_set: str | None = prop(
        str, default="iso-8859-1", help="The character set of MIME messages that name none. Kept without effect."
    )
    non_mime_character_set: str | None = prop(
        str,
        default="iso-8859-1",
        help="The character set of messages without MIME that name none. Kept without effect.",
    )
    allowed_oof_type: AllowedOOFType = prop(
        AllowedOOFType,
        default="External",
        help="Out-of-office answers sent there: External, InternalLegacy, ExternalLegacy, None. Kept without effect.",
    )
    auto_reply_enabled: bool = prop(
        bool, default=False, help="Automatic answers may go to the domain. Kept without effect."
    )
    auto_forward_enabled: bool = prop(
        bool, default=False, help="Clients may forward mail to the domain by rule. Kept without effect."
    )
    delivery_report_enabled: bool = prop(
        bool, default=True, help="Delivery reports may go to the domain. Kept without effect."
    )
    ndr_enabled: bool = prop(
        bool, name="NDREnabled", default=True, help="Non-delivery reports may go to the domain. Kept without effect."
    )
    meeting_forward_notification_enabled: bool = prop(
        bool, default=False, help="Organizers there learn that a meeting request was passed on. Kept without effect."
    )
    content_type: ContentType = prop(
        ContentType,
        default="MimeHtmlText",
        help="The body of messages to the domain: HTML, plain text, or both. Kept without effect.",
    )
    display_sender_name: bool = prop(
        bool, default=True, help="Messages to the domain name the sender, not the address alone. Kept without effect."
    )
    tnef_enabled: bool | None = prop(
        bool,
        name="TNEFEnabled",
        default=None,
        help="Outlook's rich text goes there: yes, no, or $null for the sender's choice. Kept without effect.",
    )
    line_wrap_size: Unlimited[int] = prop(
        OrUnlimited(int),
        default="unlimited",
        between=(0, 132),
        help="The length of lines in messages to the domain, 0 to 132 or unlimited. Kept without effect.",
    )
    trusted_mail_outbound_enabled: bool = prop(
        bool, default=False, since="2010", help="Mail to the domain counts as trusted over there. Kept without effect."
    )
    trusted_mail_inbound_enabled: bool = prop(
        bool,
        default=False,
        since="2010",
        help="Mail from the domain counts as trusted here and skips the spam filter. Kept without effect.",
    )
    use_simple_display_name: bool = prop(
        bool, default=False, since="2010", help="Senders go by their simple display name. Kept without effect."
    )
    ndr_diagnostic_info_enabled: bool = prop(
        bool,
        name="NDRDiagnosticInfoEnabled",
        default=True,
        since="2010",
        help="Non-delivery reports to the domain hold the diagnostic part. Kept without effect.",
    )

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """Among the organization's message formats."""
        return f"CN=Internet Message Formats,{forest.global_settings_dn}"

    def identity_keys(self) -> Iterator[str]:
        """Also by the domain."""
        yield from super().identity_keys()
        yield str(self.domain_name)
