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
    is_internal: bool = prop(bool, default=False)
    character_set: str | None = prop(str, default="iso-8859-1")
    non_mime_character_set: str | None = prop(str, default="iso-8859-1")
    allowed_oof_type: AllowedOOFType = prop(AllowedOOFType, default="External")
    auto_reply_enabled: bool = prop(bool, default=False)
    auto_forward_enabled: bool = prop(bool, default=False)
    delivery_report_enabled: bool = prop(bool, default=True)
    ndr_enabled: bool = prop(bool, name="NDREnabled", default=True)
    meeting_forward_notification_enabled: bool = prop(bool, default=False)
    content_type: ContentType = prop(ContentType, default="MimeHtmlText")
    display_sender_name: bool = prop(bool, default=True)
    tnef_enabled: bool | None = prop(bool, name="TNEFEnabled", default=None)
    line_wrap_size: Unlimited[int] = prop(OrUnlimited(int), default="unlimited", between=(0, 132))
    trusted_mail_outbound_enabled: bool = prop(bool, default=False, since="2010")
    trusted_mail_inbound_enabled: bool = prop(bool, default=False, since="2010")
    use_simple_display_name: bool = prop(bool, default=False, since="2010")
    ndr_diagnostic_info_enabled: bool = prop(bool, name="NDRDiagnosticInfoEnabled", default=True, since="2010")

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """Among the organization's message formats."""
        return f"CN=Internet Message Formats,{forest.global_settings_dn}"

    def identity_keys(self) -> Iterator[str]:
        """Also by the domain."""
        yield from super().identity_keys()
        yield str(self.domain_name)
