"""Exchange Server 2010 SP1."""

from dataclasses import replace

from ..values.style import Style
from .e2007 import PROFILE as E2007
from .profile import HUB_CONNECTORS, Version, overriding

_DEFAULT, _CLIENT = HUB_CONNECTORS

PROFILE = E2007.but(
    version=Version.V2010,
    product="Microsoft Exchange Server 2010",
    build=(14, 1, 218, 15),
    recipient_version="0.10 (14.0.100.0)",
    style=Style(unlimited="unlimited", bracketed_ipv6=False),
    connectors=(
        replace(_DEFAULT, settings={**_DEFAULT.settings, "max_inbound_connection": "unlimited"}),
        replace(_CLIENT, settings={**_CLIENT.settings, "message_rate_limit": 5, "message_rate_source": "User"}),
    ),
    replies=replace(E2007.replies, queued="250 2.6.0 {message_id} [InternalId={internal_id}] Queued mail for delivery"),
    defaults=overriding(
        E2007.defaults,
        ReceiveConnector={"max_inbound_connection_per_source": 20},
        TransportServer={"connectivity_log_enabled": True},
        MailboxDatabase={"storage_group": ""},
    ),
    received_id="14.1.218.12",
    log_version="14.0.0.0",
    exps_when_external=False,
    server_extensions=("XEXCH50", "XRDST", "XSHADOW"),
    agents=("Transport Rule Agent", "Text Messaging Routing Agent", "Text Messaging Delivery Agent"),
    install_folder=r"C:\Program Files\Microsoft\Exchange Server\V14",
    contractions=True,
)
