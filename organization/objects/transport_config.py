"""Transport settings of the whole organization."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..directory import DirectoryObject
from ..names import Forest
from ..properties import Many, OrUnlimited, prop
from ..values.address import SmtpAddress, SmtpDomain
from ..values.enums import Choice
from ..values.network import IPRange
from ..values.size import ByteQuantifiedSize
from ..values.timespan import EnhancedTimeSpan
from ..values.unlimited import Unlimited
from .report_settings import (
    delay_reports,
    html_reports,
    language_detection,
    largest_returned,
    postmaster,
    report_language,
    reporting_authority,
)

_SPAN = ("00:00:00", "24855.03:14:07")
_DAY = ("00:00:01", "1.00:00:00")
_SIZE = ("0B", 2**31 - 1)


class DSNConversionOption(Choice):
    """What becomes of reports by others."""

    UseExchangeDSNs = 0
    PreserveDSNBody = 1
    DoNotConvert = 2


class HeaderPromotionMode(Choice):
    """Which X- headers become named properties."""

    NoCreate = 0
    MayCreate = 1
    MustCreate = 2


class ShadowMessagePreference(Choice):
    """Where the second copy of a message is kept."""

    LocalOnly = 0
    RemoteOnly = 1
    PreferRemote = 2


class TransportConfigContainer(DirectoryObject):
    """Transport settings of the whole organization."""

    noun = "transport configuration"
    schema_name = "ms-Exch-Transport-Settings"
    object_classes = ("top", "container", "msExchTransportSettings")

    address_book_policy_routing_enabled: bool = prop(
        bool,
        default=False,
        since="2013",
        help="Users see only the recipients of their address book policy. Kept without effect.",
    )
    agent_generated_message_loop_detection_in_smtp_enabled: bool = prop(
        bool,
        default=True,
        since="2013",
        help="Agents that answer each other without end are stopped in SMTP. Kept without effect.",
    )
    agent_generated_message_loop_detection_in_submission_enabled: bool = prop(
        bool,
        default=True,
        since="2013",
        help="Agents that answer each other without end are stopped at submission. Kept without effect.",
    )
    clear_categories: bool = prop(bool, default=True, help="Remove Outlook's categories from incoming messages.")
    convert_disclaimer_wrapper_to_eml: bool = prop(
        bool,
        default=False,
        since="2010",
        help="A message wrapped by a disclaimer is attached as an .eml file. Kept without effect.",
    )
    diagnostics_aggregation_service_port: int = prop(
        int,
        default=9710,
        between=(0, 65535),
        since="2013",
        help="The TCP port over which servers share the state of their queues. Kept without effect.",
    )
    dsn_conversion_mode: DSNConversionOption = prop(
        DSNConversionOption,
        name="DSNConversionMode",
        default="UseExchangeDSNs",
        since="2010",
        help="Reports by others: UseExchangeDSNs, PreserveDSNBody, DoNotConvert. Kept without effect.",
    )
    external_delay_dsn_enabled: bool = delay_reports("outside")
    external_dsn_default_language: str | None = report_language("outside")
    external_dsn_language_detection_enabled: bool = language_detection("outside")
    external_dsn_max_message_attach_size: ByteQuantifiedSize = largest_returned("outside")
    external_dsn_reporting_authority: SmtpDomain | None = reporting_authority("outside")
    external_dsn_send_html: bool = html_reports("outside")
    external_postmaster_address: SmtpAddress | None = postmaster()
    generate_copy_of_dsn_for: tuple[str, ...] = prop(
        Many(str),
        name="GenerateCopyOfDSNFor",
        default=(),
        help="Status codes whose reports the mailbox of MicrosoftExchangeRecipientReplyRecipient gets too.",
    )
    header_promotion_mode_setting: HeaderPromotionMode = prop(
        HeaderPromotionMode,
        default="NoCreate",
        since="2010",
        help="Whether X- headers become named properties: NoCreate, MayCreate, MustCreate. Kept without effect.",
    )
    internal_delay_dsn_enabled: bool = delay_reports("in the organization")
    internal_dsn_default_language: str | None = report_language("inside")
    internal_dsn_language_detection_enabled: bool = language_detection("inside")
    internal_dsn_max_message_attach_size: ByteQuantifiedSize = largest_returned("inside")
    internal_dsn_reporting_authority: SmtpDomain | None = reporting_authority("inside")
    internal_dsn_send_html: bool = html_reports("inside")
    internal_smtp_servers: tuple[IPRange, ...] = prop(
        Many(IPRange),
        name="InternalSMTPServers",
        default=(),
        help="The organization's own servers: the anti-spam agents look at whose mail they pass on.",
    )
    journaling_report_ndr_to: SmtpAddress = prop(
        SmtpAddress, default="<>", null_is_default=True, help="Who gets journal reports that fail; $null is nobody."
    )
    legacy_journaling_migration_enabled: bool = prop(
        bool,
        default=False,
        since="2010",
        help="Journal reports of Exchange 2003 are told apart during a migration. Kept without effect.",
    )
    max_allowed_agent_generated_message_depth: int = prop(
        int,
        default=3,
        since="2013",
        help="How many answers of agents may follow from one message. Kept without effect.",
    )
    max_allowed_agent_generated_message_depth_per_agent: int = prop(
        int,
        default=2,
        since="2013",
        help="How many answers of one agent may follow from one message. Kept without effect.",
    )
    max_dumpster_size_per_database: ByteQuantifiedSize = prop(
        ByteQuantifiedSize,
        default="18MB",
        between=_SIZE,
        help="The most delivered mail kept for a database in case it is lost. Kept without effect.",
    )
    max_dumpster_time: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="7.00:00:00",
        between=_SPAN,
        help="How long delivered mail is kept in case a database is lost. Kept without effect.",
    )
    max_receive_size: Unlimited[ByteQuantifiedSize] = prop(
        OrUnlimited(ByteQuantifiedSize), default="10MB", between=_SIZE, help="The largest message that is received."
    )
    max_recipient_envelope_limit: Unlimited[int] = prop(
        OrUnlimited(int), default=5000, between=(0, 2**31 - 1), help="The most recipients of a message."
    )
    max_retries_for_local_site_shadow: int = prop(
        int,
        default=2,
        between=(0, 255),
        since="2013",
        help="Tries to make the second copy in the same site, 0 to 255. Kept without effect.",
    )
    max_retries_for_remote_site_shadow: int = prop(
        int,
        default=4,
        between=(0, 255),
        since="2013",
        help="Tries to make the second copy in another site, 0 to 255. Kept without effect.",
    )
    max_send_size: Unlimited[ByteQuantifiedSize] = prop(
        OrUnlimited(ByteQuantifiedSize), default="10MB", between=_SIZE, help="The largest message that is sent."
    )
    queue_diagnostics_aggregation_interval: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="00:01:00",
        between=_SPAN,
        since="2013",
        help="How often servers share the state of their queues. Kept without effect.",
    )
    reject_message_on_shadow_failure: bool = prop(
        bool,
        default=False,
        since="2013",
        help="A message whose second copy cannot be made is refused: in a lab of one server, each.",
    )
    rfc2231_encoding_enabled: bool = prop(
        bool, default=False, since="2010", help="Names of attachments are encoded as in RFC 2231. Kept without effect."
    )
    safety_net_hold_time: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="2.00:00:00",
        between=_SPAN,
        since="2013",
        help="How long delivered mail is kept in the safety net. Kept without effect.",
    )
    shadow_heartbeat_frequency: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="00:02:00",
        between=_DAY,
        since="2013",
        help="How often the holder of a second copy asks about the first, up to a day. Kept without effect.",
    )
    shadow_heartbeat_retry_count: int = prop(
        int,
        default=12,
        between=(1, 15),
        since="2010",
        help="Unanswered questions, 1 to 15, after which the second copy takes over. Kept without effect.",
    )
    shadow_heartbeat_timeout_interval: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="00:15:00",
        between=_DAY,
        since="2010",
        help="The silence after which the holder of a second copy asks again. Kept without effect.",
    )
    shadow_message_auto_discard_interval: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="2.00:00:00",
        between=("00:00:05", "90.00:00:00"),
        since="2010",
        help="How long a second copy is kept after delivery, up to 90 days. Kept without effect.",
    )
    shadow_message_preference_setting: ShadowMessagePreference = prop(
        ShadowMessagePreference,
        default="PreferRemote",
        since="2013",
        help="Where the second copy goes: LocalOnly, RemoteOnly, PreferRemote. Kept without effect.",
    )
    shadow_redundancy_enabled: bool = prop(
        bool,
        default=True,
        since="2010",
        help="A second copy of each message is kept until it is delivered. The lab has one server, so there is none.",
    )
    shadow_resubmit_time_span: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="03:00:00",
        between=_DAY,
        since="2013",
        help="The silence of a server after which its mail is sent again. Kept without effect.",
    )
    supervision_tags: tuple[str, ...] = prop(
        Many(str),
        default=("Reject", "Allow"),
        since="2010",
        help="The names of the tags that mailboxes are supervised by. Kept without effect.",
    )
    tls_receive_domain_secure_list: tuple[SmtpDomain, ...] = prop(
        Many(SmtpDomain), name="TLSReceiveDomainSecureList", default=(), help="Domains that have to use mutual TLS."
    )
    tls_send_domain_secure_list: tuple[SmtpDomain, ...] = prop(
        Many(SmtpDomain), name="TLSSendDomainSecureList", default=(), help="Domains that are sent to by mutual TLS."
    )
    transport_rule_attachment_text_scan_limit: ByteQuantifiedSize = prop(
        ByteQuantifiedSize,
        default="1MB",
        since="2013",
        help="How much text of an attachment transport rules read. Kept without effect.",
    )
    verify_secure_submit_enabled: bool = prop(
        bool, default=False, help="Mail programs have to submit over an encrypted connection. Kept without effect."
    )
    voicemail_journaling_enabled: bool = prop(
        bool, default=True, help="Voice messages are journaled too. Kept without effect."
    )
    xexch50_enabled: bool = prop(bool, default=True, help="Announce XEXCH50 to other servers.")

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """In the organization."""
        return forest.organization_dn
