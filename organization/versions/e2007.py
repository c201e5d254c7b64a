"""Exchange Server 2007 SP1, the version of the article that this program starts from."""

from ..values.style import Style
from .profile import Profile, Version

PROFILE = Profile(
    version=Version.V2007,
    product="Microsoft Exchange Server 2007",
    build=(8, 1, 240, 6),
    object_version="0.1 (8.0.535.0)",
    recipient_version="0.1 (8.0.535.0)",
    style=Style(short_sizes=True, unlimited="unlimited", bracketed_ipv6=False),
    server_roles="Mailbox, ClientAccess, HubTransport",
    defaults={
        "TransportServer": {
            "connectivity_log_enabled": False,
            "connectivity_log_max_directory_size": "250MB",
            "message_tracking_log_max_directory_size": "250MB",
        }
    },
)
