"""Settings of the mailbox transport services, between the hub and the mailboxes (2013 and later)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..directory import DirectoryObject
from ..names import Forest
from ..properties import OrUnlimited, prop
from ..values.address import SmtpAddress
from ..values.enums import ProtocolLoggingLevel
from ..values.size import ByteQuantifiedSize
from ..values.timespan import EnhancedTimeSpan
from ..values.unlimited import Unlimited

_LOGS = r"%ExchangeInstallPath%TransportRoles\Logs\Mailbox"
_KEPT = " Kept without effect: in the lab the hub puts mail into mailboxes itself."


def _age(log: str) -> Any:
    return prop(
        EnhancedTimeSpan,
        default="30.00:00:00",
        between=("00:00:00", "24855.03:14:07"),
        help=f"How long files of the {log} log are kept.{_KEPT}",
    )


def _size(log: str, default: str) -> Any:
    return prop(
        OrUnlimited(ByteQuantifiedSize),
        default=default,
        between=("1B", 2**63 - 1),
        help=f"The most that files of the {log} log may take.{_KEPT}",
    )


def _path(log: str, folder: str) -> Any:
    return prop(
        str, default=f"{_LOGS}\\{folder}", may_be_null=True, help=f"The folder of the {log} log; $null for none.{_KEPT}"
    )


def _count(what: str) -> Any:
    return prop(int, default=20, between=(1, 256), help=f"The most {what} mailboxes at a time, 1 to 256.{_KEPT}")


class MailboxTransportServer(DirectoryObject):
    """What is set about the mailbox transport services of a server."""

    noun = "mailbox transport service"
    schema_name = "ms-Exch-Exchange-Transport-Server"
    object_classes = ("top", "msExchExchangeTransportServer")

    connectivity_log_enabled: bool = prop(bool, default=True, help=f"Log connections.{_KEPT}")
    connectivity_log_max_age: EnhancedTimeSpan = _age("connectivity")
    connectivity_log_max_directory_size: Unlimited[ByteQuantifiedSize] = _size("connectivity", "1000MB")
    connectivity_log_max_file_size: Unlimited[ByteQuantifiedSize] = _size("connectivity", "10MB")
    connectivity_log_path: str | None = _path("connectivity", "Connectivity")
    content_conversion_tracing_enabled: bool = prop(bool, default=False, help=f"Trace conversions that fail.{_KEPT}")
    mailbox_delivery_connector_max_inbound_connection: Unlimited[int] = prop(
        OrUnlimited(int), default=5000, between=(1, 2**31 - 1), help=f"Connections at the same time.{_KEPT}"
    )
    mailbox_delivery_connector_protocol_logging_level: ProtocolLoggingLevel = prop(
        ProtocolLoggingLevel, default="None", help=f"None or Verbose.{_KEPT}"
    )
    max_concurrent_mailbox_deliveries: int = _count("deliveries to")
    max_concurrent_mailbox_submissions: int = _count("submissions from")
    pipeline_tracing_enabled: bool = prop(bool, default=False, help=f"Keep copies at each step.{_KEPT}")
    pipeline_tracing_path: str | None = _path("pipeline tracing", "PipelineTracing")
    pipeline_tracing_sender_address: SmtpAddress | None = prop(
        SmtpAddress, default=None, help=f"Whose messages are copied.{_KEPT}"
    )
    receive_protocol_log_max_age: EnhancedTimeSpan = _age("receive")
    receive_protocol_log_max_directory_size: Unlimited[ByteQuantifiedSize] = _size("receive", "250MB")
    receive_protocol_log_max_file_size: Unlimited[ByteQuantifiedSize] = _size("receive", "10MB")
    receive_protocol_log_path: str | None = _path("receive", r"ProtocolLog\SmtpReceive")
    send_protocol_log_max_age: EnhancedTimeSpan = _age("send")
    send_protocol_log_max_directory_size: Unlimited[ByteQuantifiedSize] = _size("send", "250MB")
    send_protocol_log_max_file_size: Unlimited[ByteQuantifiedSize] = _size("send", "10MB")
    send_protocol_log_path: str | None = _path("send", r"ProtocolLog\SmtpSend")

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """In the server that it is of."""
        return f"CN=Mailbox,{forest.server_dn(forest.server)}"
