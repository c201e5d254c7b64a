"""The first line that a client sees."""

from __future__ import annotations

from .replies import Reply
from .settings import ConnectorSettings
from .timestamps import header_date


def banner(settings: ConnectorSettings, moment: float) -> Reply:
    """The connector's own banner, exactly as it was set, or Exchange's with the host name and the local time."""
    if settings.banner:
        return Reply(settings.banner)
    return Reply(f"220 {settings.fqdn} Microsoft ESMTP MAIL Service ready at {header_date(moment)}")
