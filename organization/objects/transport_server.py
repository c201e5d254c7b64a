"""What is set per server about transport: logs, retries, DNS, folders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ..directory import DirectoryObject
from ..names import Forest
from ..properties import Many, OrUnlimited, Property, matching, prop
from ..values.address import SmtpAddress, SmtpDomain
from ..values.enums import Choice, ProtocolLoggingLevel, ResourcePressure
from ..values.size import ByteQuantifiedSize
from ..values.timespan import EnhancedTimeSpan
from ..values.unlimited import Unlimited
from ..versions.profile import Profile
from .report_settings import (
    delay_reports,
    html_reports,
    language_detection,
    largest_returned,
    postmaster,
    report_language,
    reporting_authority,
)

_INSTALL = "%ExchangeInstallPath%"
_NO_GUID = "00000000-0000-0000-0000-000000000000"
_SIZES = ("1B", 2**63 - 1)
_INT32 = (1, 2**31 - 1)
_NO_DNS = " Kept: the lab asks no DNS."


class ProtocolOption(Choice):
    """Over which protocol names are resolved."""

    Any = 0
    UseTcpOnly = 1
    UseUdpOnly = 2


def _age(default: str, name: str = "", since: str = "") -> Any:
    return prop(
        EnhancedTimeSpan,
        default=default,
        name=name,
        since=since,
        between=("00:00:00", "24855.03:14:07"),
        help="How long log files are kept.",
    )


def _limit(default: str, name: str = "", since: str = "") -> Any:
    return prop(
        OrUnlimited(ByteQuantifiedSize),
        default=default,
        name=name,
        since=since,
        between=_SIZES,
        help="The most that log files may take.",
    )


def _size(default: str, most: int = _SIZES[1]) -> Any:
    return prop(ByteQuantifiedSize, default=default, between=("1B", most), help="The most that log files may take.")


def _path(folder: str | None, name: str = "", since: str = "") -> Any:
    return prop(
        str,
        default=folder and f"{_INSTALL}{folder}",
        may_be_null=True,
        name=name,
        since=since,
        check=matching(r"[A-Za-z]:\\.*|\\\\.+|%.*", "The path has to be absolute, for example C:\\Logs."),
        help="A folder on the server; $null where nothing is to be written.",
    )


def _adapter(side: str) -> Any:
    return prop(bool, default=True, help=f"Ask a network adapter's DNS servers about the {side}.{_NO_DNS}")


def _adapter_guid(side: str) -> Any:
    return prop(UUID, default=_NO_GUID, help=f"The adapter to ask about the {side}; zeros for any.{_NO_DNS}")


def _dns_protocol(side: str) -> Any:
    return prop(
        ProtocolOption, default="Any", help=f"Any, UseTcpOnly or UseUdpOnly for DNS queries about the {side}.{_NO_DNS}"
    )


def _dns_servers(side: str) -> Any:
    return prop(Many(str), default=(), help=f"DNS servers to ask about the {side} if no adapter is.{_NO_DNS}")


def _intra_org_logging(default: str) -> Any:
    return prop(
        ProtocolLoggingLevel,
        default=default,
        help="Log sessions between the organization's servers: None or Verbose. The front end's with the hub are.",
    )


class _TransportService(DirectoryObject):
    """What the transport service and its front end both have. Their properties are listed by name."""

    agent_log_enabled: bool = prop(bool, default=True, since="2013", help="Log what the anti-spam agents refuse.")
    agent_log_max_age: EnhancedTimeSpan = _age("7.00:00:00", since="2013")
    agent_log_max_directory_size: Unlimited[ByteQuantifiedSize] = _limit("250MB", since="2013")
    agent_log_max_file_size: Unlimited[ByteQuantifiedSize] = _limit("10MB", since="2013")
    antispam_agents_enabled: bool = prop(
        bool, default=False, help="Noted by the install of the anti-spam agents. Which work, Get-TransportAgent says."
    )
    connectivity_log_enabled: bool = prop(bool, default=True, help="Log attempts to reach other servers.")
    connectivity_log_max_age: EnhancedTimeSpan = _age("30.00:00:00")
    connectivity_log_max_directory_size: Unlimited[ByteQuantifiedSize] = _limit("1000MB")
    connectivity_log_max_file_size: Unlimited[ByteQuantifiedSize] = _limit("10MB")
    dns_log_enabled: bool = prop(
        bool,
        name="DnsLogEnabled",
        default=False,
        since="2013",
        help="Log DNS queries. Kept: the lab writes no such log.",
    )
    dns_log_max_age: EnhancedTimeSpan = _age("7.00:00:00", name="DnsLogMaxAge", since="2013")
    dns_log_max_directory_size: Unlimited[ByteQuantifiedSize] = _limit(
        "100MB", name="DnsLogMaxDirectorySize", since="2013"
    )
    dns_log_max_file_size: Unlimited[ByteQuantifiedSize] = _limit("10MB", name="DnsLogMaxFileSize", since="2013")
    dns_log_path: str | None = _path(None, name="DnsLogPath", since="2013")
    external_dns_adapter_enabled: bool = _adapter("outside")
    external_dns_adapter_guid: UUID = _adapter_guid("outside")
    external_dns_protocol_option: ProtocolOption = _dns_protocol("outside")
    external_dns_servers: tuple[str, ...] = _dns_servers("outside")
    external_ip_address: str | None = prop(
        str,
        default=None,
        help="The server's address as the outside sees it, for Received headers. Kept without effect.",
    )
    internal_dns_adapter_enabled: bool = _adapter("inside")
    internal_dns_adapter_guid: UUID = _adapter_guid("inside")
    internal_dns_protocol_option: ProtocolOption = _dns_protocol("inside")
    internal_dns_servers: tuple[str, ...] = _dns_servers("inside")
    max_connection_rate_per_minute: int = prop(
        int,
        default=1200,
        between=_INT32,
        help="The most new incoming connections a minute, on the whole server. Kept without effect.",
    )
    receive_protocol_log_max_age: EnhancedTimeSpan = _age("30.00:00:00")
    receive_protocol_log_max_directory_size: Unlimited[ByteQuantifiedSize] = _limit("250MB")
    receive_protocol_log_max_file_size: Unlimited[ByteQuantifiedSize] = _limit("10MB")
    send_protocol_log_max_age: EnhancedTimeSpan = _age("30.00:00:00")
    send_protocol_log_max_directory_size: Unlimited[ByteQuantifiedSize] = _limit("250MB")
    send_protocol_log_max_file_size: Unlimited[ByteQuantifiedSize] = _limit("10MB")
    transient_failure_retry_count: int = prop(
        int,
        default=6,
        between=(0, 15),
        help="Quick tries after a connection fails, 0 to 15; none with 0.",
    )
    transient_failure_retry_interval: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="00:05:00",
        between=("00:00:01", "12:00:00"),
        help="The pause between the quick tries, 1 second to 12 hours.",
    )

    def __init_subclass__(cls) -> None:
        own = (name for name, item in vars(cls).items() if isinstance(item, Property))
        shared = _TransportService.by_attribute.keys() - DirectoryObject.by_attribute.keys()
        cls.order = tuple(sorted({*own, *shared}))
        super().__init_subclass__()


class TransportServer(_TransportService):
    """Transport settings of a server. From 2013 on Exchange calls the same object the transport service."""

    noun = "transport server"
    schema_name = "ms-Exch-Exchange-Server"
    object_classes = ("top", "server", "msExchExchangeServer")

    active_user_statistics_log_max_age: EnhancedTimeSpan = _age("30.00:00:00")
    active_user_statistics_log_max_directory_size: ByteQuantifiedSize = _size("250MB")
    active_user_statistics_log_max_file_size: ByteQuantifiedSize = _size("10MB")
    active_user_statistics_log_path: str | None = _path(r"TransportRoles\Logs\ActiveUsersStats")
    agent_log_path: str | None = _path(r"TransportRoles\Logs\Hub\AgentLog", since="2013")
    connectivity_log_path: str | None = _path(r"TransportRoles\Logs\Connectivity")
    content_conversion_tracing_enabled: bool = prop(
        bool,
        default=False,
        help="Trace conversions between message formats that fail. Kept: the lab writes no such log.",
    )
    delay_notification_timeout: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="04:00:00",
        between=("00:00:01", "30.00:00:00"),
        help="How late mail has to be for the sender to learn of it, up to 30 days.",
    )
    resource_pressure: ResourcePressure = prop(
        ResourcePressure, default="Normal", hidden=True, help="How short memory and disks are, for the lab to play."
    )
    directory_answers: bool = prop(
        bool, default=True, hidden=True, help="Whether a domain controller answers, for the lab to play."
    )
    time_ahead: EnhancedTimeSpan = prop(
        EnhancedTimeSpan, default="00:00:00", hidden=True, help="How much more time passes, for the lab to play."
    )
    external_delay_dsn_enabled: bool = delay_reports("outside", server=True)
    external_dsn_default_language: str | None = report_language("outside", server=True)
    external_dsn_language_detection_enabled: bool = language_detection("outside", server=True)
    external_dsn_max_message_attach_size: ByteQuantifiedSize = largest_returned("outside", server=True)
    external_dsn_reporting_authority: SmtpDomain | None = reporting_authority("outside", server=True)
    external_dsn_send_html: bool = html_reports("outside", server=True)
    external_postmaster_address: SmtpAddress | None = postmaster(server=True)
    internal_delay_dsn_enabled: bool = delay_reports("in the organization", server=True)
    internal_dsn_default_language: str | None = report_language("inside", server=True)
    internal_dsn_language_detection_enabled: bool = language_detection("inside", server=True)
    internal_dsn_max_message_attach_size: ByteQuantifiedSize = largest_returned("inside", server=True)
    internal_dsn_reporting_authority: SmtpDomain | None = reporting_authority("inside", server=True)
    internal_dsn_send_html: bool = html_reports("inside", server=True)
    intra_org_connector_protocol_logging_level: ProtocolLoggingLevel = _intra_org_logging("None")
    intra_org_connector_smtp_max_messages_per_connection: int = prop(
        int,
        default=20,
        between=(0, 2**31 - 1),
        help="Messages per connection between the organization's servers; 0: no limit. Kept without effect.",
    )
    irm_log_enabled: bool = prop(bool, default=False, help="Log rights management. Kept: the lab writes no such log.")
    irm_log_max_age: EnhancedTimeSpan = _age("30.00:00:00")
    irm_log_max_directory_size: Unlimited[ByteQuantifiedSize] = _limit("250MB")
    irm_log_max_file_size: ByteQuantifiedSize = _size("10MB")
    irm_log_path: str | None = _path(r"Logging\IRMLogs")
    max_concurrent_mailbox_deliveries: int = prop(
        int,
        default=20,
        between=(1, 256),
        help="The most deliveries to mailboxes at a time, 1 to 256. Kept without effect.",
    )
    max_concurrent_mailbox_submissions: int = prop(
        int,
        default=20,
        between=(1, 256),
        help="The most submissions from mailboxes at a time, 1 to 256. Kept without effect.",
    )
    max_outbound_connections: Unlimited[int] = prop(
        OrUnlimited(int),
        default=1000,
        between=_INT32,
        help="The most outgoing connections at a time, or unlimited. Kept without effect.",
    )
    max_per_domain_outbound_connections: Unlimited[int] = prop(
        OrUnlimited(int),
        default=40,
        between=_INT32,
        help="The most outgoing connections to one domain at a time, or unlimited. Kept without effect.",
    )
    message_expiration_timeout: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="2.00:00:00",
        between=("00:00:05", "90.00:00:00"),
        help="How long a message is tried before it is returned, 5 seconds to 90 days.",
    )
    message_retry_interval: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="00:05:00",
        between=("00:00:01", "1.00:00:00"),
        help="The pause before a message is tried again at which the service has failed, up to a day.",
    )
    message_tracking_log_enabled: bool = prop(bool, default=True, help="Log the way of each message.")
    message_tracking_log_max_age: EnhancedTimeSpan = _age("30.00:00:00")
    message_tracking_log_max_directory_size: Unlimited[ByteQuantifiedSize] = _limit("1000MB")
    message_tracking_log_max_file_size: ByteQuantifiedSize = _size("10MB", most=4 << 30)
    message_tracking_log_path: str | None = _path(r"TransportRoles\Logs\MessageTracking")
    message_tracking_log_subject_logging_enabled: bool = prop(
        bool, default=True, help="Write subjects into the message tracking log."
    )
    outbound_connection_failure_retry_interval: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="00:10:00",
        between=("00:00:01", "20.00:00:00"),
        help="The pause after quick tries to connect failed, up to 20 days.",
    )
    pickup_directory_max_header_size: ByteQuantifiedSize = prop(
        ByteQuantifiedSize,
        default="64KB",
        between=(32768, 2147483647),
        help="The largest header of a file in the Pickup folder, 32KB or more. Kept without effect.",
    )
    pickup_directory_max_messages_per_minute: int = prop(
        int,
        default=100,
        between=(1, 20000),
        help="Files taken from Pickup and Replay a minute, 1 to 20000. Kept without effect.",
    )
    pickup_directory_max_recipients_per_message: int = prop(
        int,
        default=100,
        between=(1, 10000),
        help="The most recipients of a file in the Pickup folder, 1 to 10000. Kept without effect.",
    )
    pickup_directory_path: str | None = _path(r"TransportRoles\Pickup")
    pipeline_tracing_enabled: bool = prop(
        bool, default=False, help="Keep copies of a sender's messages at each step of transport."
    )
    pipeline_tracing_path: str | None = _path(r"TransportRoles\Logs\PipelineTracing")
    pipeline_tracing_sender_address: SmtpAddress | None = prop(
        SmtpAddress, default=None, help="The sender whose messages pipeline tracing copies; <> for reports."
    )
    poison_message_detection_enabled: bool = prop(
        bool, default=True, help="Set messages aside that crashed the transport service."
    )
    poison_threshold: int = prop(
        int,
        default=2,
        between=(1, 10),
        help="The crashes, 1 to 10, after which a message is set aside.",
    )
    queue_log_max_age: EnhancedTimeSpan = _age("7.00:00:00", since="2013")
    queue_log_max_directory_size: Unlimited[ByteQuantifiedSize] = _limit("200MB", since="2013")
    queue_log_max_file_size: Unlimited[ByteQuantifiedSize] = _limit("10MB", since="2013")
    queue_log_path: str | None = _path(r"TransportRoles\Logs\Hub\QueueViewer", since="2013")
    queue_max_idle_time: EnhancedTimeSpan = prop(
        EnhancedTimeSpan,
        default="00:03:00",
        between=("00:00:05", "01:00:00"),
        help="How long an empty queue is kept, 5 seconds to an hour.",
    )
    receive_protocol_log_path: str | None = _path(r"TransportRoles\Logs\ProtocolLog\SmtpReceive")
    recipient_validation_cache_enabled: bool = prop(
        bool, default=True, help="Remember which recipients exist. Kept without effect: the lab always looks."
    )
    replay_directory_path: str | None = _path(r"TransportRoles\Replay")
    root_drop_directory_path: str | None = _path(None)
    routing_table_log_max_age: EnhancedTimeSpan = _age("7.00:00:00")
    routing_table_log_max_directory_size: Unlimited[ByteQuantifiedSize] = _limit("50MB")
    routing_table_log_path: str | None = _path(r"TransportRoles\Logs\Routing")
    send_protocol_log_path: str | None = _path(r"TransportRoles\Logs\ProtocolLog\SmtpSend")
    server_statistics_log_max_age: EnhancedTimeSpan = _age("30.00:00:00")
    server_statistics_log_max_directory_size: ByteQuantifiedSize = _size("250MB")
    server_statistics_log_max_file_size: ByteQuantifiedSize = _size("10MB")
    server_statistics_log_path: str | None = _path(r"TransportRoles\Logs\ServerStats")
    use_downgraded_exchange_server_auth: bool = prop(
        bool, default=False, help="Servers may log on to each other without TLS, by GSSAPI. Kept without effect."
    )
    wlm_log_max_age: EnhancedTimeSpan = _age("7.00:00:00", since="2013")
    wlm_log_max_directory_size: Unlimited[ByteQuantifiedSize] = _limit("250MB", since="2013")
    wlm_log_max_file_size: Unlimited[ByteQuantifiedSize] = _limit("250MB", since="2013")
    wlm_log_path: str | None = _path(None, since="2013")

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """In the server that it is of."""
        return f"CN=Transport Configuration,{forest.server_dn(forest.server)}"


class FrontendTransportServer(_TransportService):
    """Settings of the front end that takes connections and proxies them (2013 and later)."""

    noun = "front end transport service"
    schema_name = "ms-Exch-Exchange-Transport-Server"
    object_classes = ("top", "msExchExchangeTransportServer")

    agent_log_path: str | None = _path(r"TransportRoles\Logs\FrontEnd\AgentLog")
    connectivity_log_path: str | None = _path(r"TransportRoles\Logs\FrontEnd\Connectivity")
    intra_org_connector_protocol_logging_level: ProtocolLoggingLevel = _intra_org_logging("Verbose")
    receive_protocol_log_path: str | None = _path(r"TransportRoles\Logs\FrontEnd\ProtocolLog\SmtpReceive")
    routing_table_log_max_age: EnhancedTimeSpan = _age("7.00:00:00", since="2016")
    routing_table_log_max_directory_size: Unlimited[ByteQuantifiedSize] = _limit("250MB", since="2016")
    routing_table_log_path: str | None = _path(r"TransportRoles\Logs\FrontEnd\Routing", since="2016")
    send_protocol_log_path: str | None = _path(r"TransportRoles\Logs\FrontEnd\ProtocolLog\SmtpSend")

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """In the server that it is of."""
        return f"CN=Frontend,{forest.server_dn(forest.server)}"


def paths(cls: type[DirectoryObject], profile: Profile) -> dict[str, str]:
    """The folders of a server of one version: under its install folder, and from 2013 on one folder a service."""
    folders = {}
    for item in cls.properties:
        if not isinstance(item.default, str) or not item.default.startswith(_INSTALL):
            continue
        folder = item.default.removeprefix(_INSTALL)
        if not profile.two_services:
            folder = folder.replace("\\Hub\\", "\\")
        if (
            profile.two_services
            and "\\Hub\\" not in folder
            and "\\FrontEnd\\" not in folder
            and "\\Mailbox\\" not in folder
            and "Tracking" not in folder
        ):
            folder = folder.replace("TransportRoles\\Logs\\", "TransportRoles\\Logs\\Hub\\")
        folders[item.attribute] = f"{profile.install_folder}\\{folder}"
    return folders
