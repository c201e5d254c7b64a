"""Send protocol log rows of attempts to reach a smart host. A lab reaches no other server, so all fail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from organization.values.enums import ProtocolLoggingLevel

from ..policy.facts import endpoint_text
from ..policy.log_rows import LogRow

if TYPE_CHECKING:
    from organization.objects.send_connector import SendConnector

_TIMED_OUT = (
    "Failed to connect. Winsock error code: 10060, Win32 error code: 10060, Error Message: A connection attempt failed "
    "because the connected party did not properly respond after a period of time, or established connection failed "
    "because connected host has failed to respond {endpoint}"
)


def attempt_rows(connector: SendConnector, session: str, moment: float) -> Iterator[LogRow]:
    """Yield the rows of one attempt of a Send connector, if it keeps a log.

    Only a smart host given by its address has rows: a name fails in DNS, before there is a connection.
    """
    if connector.protocol_logging_level is not ProtocolLoggingLevel.Verbose or connector.dns_routing_enabled:
        return
    sequence = 0
    for host in connector.smart_hosts:
        if not host.startswith("["):
            continue
        remote = endpoint_text(host.strip("[]"), connector.port)
        for context in ("attempting to connect", _TIMED_OUT.format(endpoint=remote)):
            yield LogRow(moment, connector.name, session, sequence, "", remote, "*", "", context)
            sequence += 1
