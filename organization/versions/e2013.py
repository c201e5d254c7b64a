"""Exchange Server 2013: a front end before the hub, and anonymous mail allowed out of the box."""

from dataclasses import replace

from ..values.style import Style
from .e2010 import PROFILE as E2010
from .profile import BuiltInConnector, Version, overriding

_BASIC = "Tls, Integrated, BasicAuth, BasicAuthRequireTLS"
_SERVER = _BASIC + ", ExchangeServer"
_FRONT = {"transport_role": "FrontendTransport"}
_HUB = {"transport_role": "HubTransport"}
_CLIENT = {"enable_auth_gssapi": True, "message_rate_limit": 5, "message_rate_source": "User"}


def _port(number: int) -> tuple[str, str]:
    return (f"[::]:{number}", f"0.0.0.0:{number}")


CONNECTORS = (
    BuiltInConnector(
        "Default {server}",
        _port(2525),
        "Tls, Integrated, BasicAuth, ExchangeServer",
        "ExchangeUsers, ExchangeServers, ExchangeLegacyServers",
        {
            **_HUB,
            "max_inbound_connection_per_source": "unlimited",
            "max_inbound_connection_percentage_per_source": 100,
            "max_recipients_per_message": 5000,
            "size_enabled": "EnabledWithoutValue",
        },
    ),
    BuiltInConnector("Client Proxy {server}", _port(465), _SERVER, "ExchangeUsers, ExchangeServers", _HUB | _CLIENT),
    BuiltInConnector(
        "Default Frontend {server}",
        _port(25),
        _SERVER,
        "AnonymousUsers, ExchangeServers, ExchangeLegacyServers",
        {**_FRONT, "protocol_logging_level": "Verbose"},
    ),
    BuiltInConnector("Outbound Proxy Frontend {server}", _port(717), _SERVER, "ExchangeServers", _FRONT),
    BuiltInConnector("Client Frontend {server}", _port(587), _BASIC, "ExchangeUsers", _FRONT | _CLIENT),
)

PROFILE = E2010.but(
    version=Version.V2013,
    product="Microsoft Exchange Server 2013",
    build=(15, 0, 1497, 2),
    object_version="0.1 (8.0.535.0)",
    recipient_version="0.20 (15.0.0.0)",
    style=Style(),
    server_roles="Mailbox, ClientAccess",
    connectors=CONNECTORS,
    replies=replace(
        E2010.replies,
        too_many_connections_from_source=(
            "421 4.3.2 The maximum number of concurrent server connections has exceeded a per-source limit, "
            "closing transmission channel"
        ),
        not_authenticated="530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM",
        tls_required="451 5.7.3 STARTTLS is required to send mail",
        relay_denied="550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
        sender_denied="554 5.1.0 Sender denied as sender's email address is on SenderFilterConfig list",
        inactive="451 4.7.0 Timeout waiting for client input",
        queued=("250 2.6.0 {message_id} [InternalId={internal_id}, Hostname={hostname}] Queued mail for delivery"),
    ),
    defaults=overriding(
        E2010.defaults,
        ReceiveConnector={"max_message_size": "36MB", "max_header_size": "128KB", "max_hop_count": 60},
        TransportServer={
            "connectivity_log_max_directory_size": "1000MB",
            "message_tracking_log_max_directory_size": "1000MB",
        },
    ),
    received_id="15.0.1497.2",
    log_version="15.0.0.0",
    two_services=True,
    senders_judged_by_hub=True,
    bare_auth_line=False,
    server_extensions=("XRDST",),
    first_internal_id=5111011082241,
    filter_rejects_whole_message=True,
    agents=(
        "Transport Rule Agent",
        "Malware Agent",
        "Text Messaging Routing Agent",
        "Text Messaging Delivery Agent",
    ),
    antispam_agents=(
        "Content Filter Agent",
        "Sender Id Agent",
        "Sender Filter Agent",
        "Recipient Filter Agent",
        "Protocol Analysis Agent",
    ),
    install_folder=r"C:\Program Files\Microsoft\Exchange Server\V15",
)
