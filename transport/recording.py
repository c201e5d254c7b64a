"""Connection of the logs to their sources: sessions, the mail store and the queues."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from organization.objects.mailbox import Mailbox
from organization.objects.send_connector import SendConnector
from organization.objects.transport_server import FrontendTransportServer
from organization.values.enums import ProtocolLoggingLevel

from .logs.connectivity import session_id
from .logs.outbound import attempt_rows

if TYPE_CHECKING:
    from organization.store import Organization

    from .logs.records import Records
    from .policy.server_context import ServerContext
    from .queue.hops import Hop
    from .queue.mailboxes import Mailboxes
    from .queue.queue import TransportQueue


class Recording:
    """Subscribes the logs that are switched on to their sources. A log that is off costs nothing."""

    def __init__(
        self,
        organization: Organization,
        records: Records,
        mail: Mailboxes,
        queue: TransportQueue,
        server_context: ServerContext,
    ) -> None:
        """Log settings take effect at the first `follow`."""
        self._organization = organization
        self._records = records
        self._mail = mail
        self._server_context = server_context
        queue.places.attempted = self._attempted

    def follow(self) -> None:
        """Read the log settings of the services again."""
        records, fronts = self._records, self._organization.all(FrontendTransportServer)
        records.follow()
        self._server_context.trace = records.tracing.take if records.tracing.folder is not None else None
        self._server_context.logs_proxy = any(
            front.intra_org_connector_protocol_logging_level is ProtocolLoggingLevel.Verbose for front in fronts
        )
        self._mail.stored = self._stored if records.connections.is_on else None

    def _stored(self, mailboxes: Iterable[UUID], octets: int) -> None:
        """Record a delivery in the connectivity log: one connection for each database."""
        found = (self._organization.by_guid(guid) for guid in mailboxes)
        for database in {item.database for item in found if isinstance(item, Mailbox)}:
            if database is not None:
                self._records.connections.delivered(
                    database.name.lower(), database.guid, octets, self._server_context.time()
                )

    def _attempted(self, hop: Hop) -> None:
        """Record an attempt to reach another server."""
        records, now = self._records, self._server_context.time()
        records.connections.failed(hop.domain, hop.delivery_type, hop.connector, len(hop.items), hop.last_error, now)
        connector = self._organization.by_guid(hop.connector)
        if isinstance(connector, SendConnector):
            for row in attempt_rows(connector, session_id(now), now):
                records.sent.add(row)
