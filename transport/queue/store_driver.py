"""The store driver: submits what users send from their mailboxes to the queue."""

from __future__ import annotations

from email.errors import MessageError
from typing import TYPE_CHECKING, Final
from uuid import UUID

from organization.objects.mailbox import Mailbox
from organization.objects.recipient import Recipient as DirectoryRecipient
from organization.objects.server import STORE_SERVICE, TRANSPORT_SERVICE, MailboxDatabase, Service
from organization.ports import SENT, OutgoingMessage, SendRefused
from organization.versions import Version

from ..policy.composing import compose, server_address
from ..policy.delivery import Failure
from ..policy.headers import read_header
from ..policy.timestamps import log_date
from ..policy.transaction import Recipient, Submission
from .mailboxes import Mailboxes, pack

if TYPE_CHECKING:
    from collections.abc import Callable

    from organization.store import Organization

    from ..policy.server_context import ServerContext
    from .queue import TransportQueue

_SUBMISSION_SERVICES: Final = (
    "MSExchangeMailSubmission",  # 2007 and 2010
    "MSExchangeSubmission",  # 2013 and later
)
_CLIENTS: Final = {Version.V2007: "MAPI"}
"""The client type in the log: MAPI in 2007; since 2010 the RPC Client Access middle tier (MOMT)."""


class StoreDriver:
    """Implements `organization.ports.Outbox`. Every method may be called from any thread."""

    def __init__(
        self,
        organization: Organization,
        queue: TransportQueue,
        mailboxes: Mailboxes,
        server_context: ServerContext,
        runs: Callable[[str], bool],
    ) -> None:
        self._organization = organization
        self._queue = queue
        self._mailboxes = mailboxes
        self._server_context = server_context
        self._runs = runs
        self._events = 0

    def send(self, message: OutgoingMessage) -> str:
        """Send a message from a mailbox, with a copy in its Sent Items. Return the Message-ID. Raises SendRefused."""
        mailbox = self._organization.by_guid(message.mailbox)
        if not isinstance(mailbox, Mailbox) or mailbox.primary_smtp_address is None:
            raise SendRefused("The mailbox doesn't exist.")
        self._ensure_services()
        self._ensure_quota(mailbox)
        moment = self._server_context.time()
        own = (mailbox.display_name or mailbox.name, mailbox.primary_smtp_address.text)
        author, sender, refused = self._author(mailbox, own, message.in_name_of)
        try:
            kept, content, message_id = compose(self._server_context, message, author, sender, moment)
        except (ValueError, MessageError) as error:
            raise SendRefused(str(error)) from error
        submission = Submission(
            sender=own[1] if sender is not None or refused else author[1],
            recipients=tuple([Recipient(address) for address in _addresses(message)]),
            content=content,
            message_id=message_id,
            connector="",
            remote_address=server_address(self._server_context),
            hello=self._server_context.server_fqdn,
            user=f"{mailbox.netbios_domain}\\{mailbox.sam_account_name}",
            internal=True,
            size=len(kept),
            subject=read_header(content).subject,
            local_address=server_address(self._server_context),
            context=self._context(mailbox, moment),
        )
        self._keep(mailbox, submission, kept, moment)
        failures = [Failure(recipient, refused) for recipient in submission.recipients] if refused else []
        self._queue.submit_from_store(submission, self._hub_connector(), failures)
        return message_id

    def _ensure_services(self) -> None:
        """Raise SendRefused if a service that submission needs is stopped."""
        for name in (STORE_SERVICE, *_SUBMISSION_SERVICES, TRANSPORT_SERVICE):
            if not self._runs(name):
                shown = self._organization.get(Service, name).display_name
                raise SendRefused(f"The message stays in the Outbox: the service '{shown}' isn't running.")

    def _ensure_quota(self, mailbox: Mailbox) -> None:
        """Raise SendRefused if the mailbox has reached its ProhibitSendQuota."""
        database = self._organization.by_guid(mailbox.database.guid) if mailbox.database is not None else None
        by_database = mailbox.use_database_quota_defaults and isinstance(database, MailboxDatabase)
        quota = database.prohibit_send_quota if by_database else mailbox.prohibit_send_quota  # type: ignore[union-attr]
        if quota.exceeded_by(self._mailboxes.size(mailbox.guid)):
            raise SendRefused(
                f"The mailbox '{mailbox.display_name or mailbox.name}' has exceeded its ProhibitSendQuota of {quota}: "
                "it can't send messages until its user removes some.",
                over_quota=True,
            )

    def _author(
        self, mailbox: Mailbox, own: tuple[str, str], name: UUID | None
    ) -> tuple[tuple[str, str], tuple[str, str] | None, str]:
        """Return the From address, the Sender address if it differs, and why sending is refused; empty if it is
        allowed.
        """
        other = self._organization.by_guid(name) if name is not None else None
        if (
            not isinstance(other, DirectoryRecipient)
            or other.primary_smtp_address is None
            or other.guid == mailbox.guid
        ):
            return own, None, ""
        address = other.primary_smtp_address.text
        author, table = (other.display_name or other.name, address), self._server_context.recipients
        if table.may_send_as(mailbox.guid, address):
            return author, None, ""
        if table.may_send_on_behalf(mailbox.guid, address):
            return author, own, ""
        return author, own, self._server_context.profile.replies.send_as_denied

    def _context(self, mailbox: Mailbox, moment: float) -> str:
        self._events += 1
        database = mailbox.database.guid if mailbox.database is not None else UUID(int=0)
        return (
            f"MDB:{database}, Mailbox:{mailbox.exchange_guid}, Event:{self._events}, MessageClass:IPM.Note, "
            f"CreationTime:{log_date(moment)}, ClientType:{_CLIENTS.get(self._server_context.profile.version, 'MOMT')}"
        )

    def _keep(self, mailbox: Mailbox, submission: Submission, kept: bytes, moment: float) -> None:
        recipients = tuple([recipient.address for recipient in submission.recipients])
        parts = (self._queue.number(), submission.message_id, submission.sender, recipients, moment, kept)
        self._mailboxes.deliver((mailbox.guid,), pack(*parts, SENT), len(kept))

    def _hub_connector(self) -> str:
        """Return the Receive connector that mailbox transport submits to; empty before 2013."""
        server = self._server_context.server_name
        return f"{server}\\Default {server}" if self._server_context.profile.two_services else ""


def _addresses(message: OutgoingMessage) -> list[str]:
    found: dict[str, str] = {}
    for _, address in (*message.to, *message.cc, *message.bcc):
        found.setdefault(address.casefold(), address)
    return list(found.values())
