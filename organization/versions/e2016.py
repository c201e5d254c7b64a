"""Exchange Server 2016."""

from dataclasses import replace

from .e2013 import PROFILE as E2013
from .profile import Version, overriding

PROFILE = E2013.but(
    version=Version.V2016,
    product="Microsoft Exchange Server 2016",
    build=(15, 1, 2507, 6),
    server_roles="Mailbox",
    replies=replace(
        E2013.replies,
        send_as_denied="550 5.7.60 SMTP; Client does not have permissions to send as this sender",
        unknown_recipient_report=(
            "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup"
        ),
    ),
    defaults=overriding(
        E2013.defaults,
        ReceiveConnector={"max_header_size": "256KB"},
        TransportConfigContainer={"max_recipient_envelope_limit": 500},
    ),
    senders_judged_by_hub=False,
    received_id="15.1.2507.6",
    log_version="15.01.2507.006",
    agents=(
        "Transport Rule Agent",
        "DLP Policy Agent",
        "Retention Policy Agent",
        "Supervisory Review Agent",
        "Malware Agent",
        "Text Messaging Routing Agent",
        "Text Messaging Delivery Agent",
        "System Probe Drop Smtp Agent",
        "System Probe Drop Routing Agent",
    ),
)
