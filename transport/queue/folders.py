"""Choice of the mailbox folder for a message: Junk E-Mail if its spam confidence level is too high, else the Inbox."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from organization.objects.mailbox import Mailbox
from organization.objects.organization_config import OrganizationConfig
from organization.ports import JUNK

from .mailboxes import Mailboxes, pack

if TYPE_CHECKING:
    from organization.store import Organization

    from .hops import Queued


def put_into_folders(item: Queued, mailboxes: Iterable[UUID], store: Mailboxes, organization: Organization) -> None:
    """Put a message into several mailboxes, in each into the folder that its spam confidence level calls for."""
    submission, content = item.submission, item.submission.content
    recipients = tuple([recipient.address for recipient in submission.recipients])
    parts = (item.number, submission.message_id, submission.sender, recipients, item.received, content)
    junk: set[UUID] = set()
    if submission.scl is not None and submission.scl > 0:
        junk = {guid for guid in mailboxes if _is_junk(guid, submission.scl, organization)}
    if junk:
        store.deliver(junk, pack(*parts, JUNK), len(content))
    others = [guid for guid in mailboxes if guid not in junk] if junk else mailboxes
    if others:
        store.deliver(others, pack(*parts), len(content))


def _is_junk(mailbox: UUID, level: int, organization: Organization) -> bool:
    """Return whether a level is above the mailbox's junk threshold, or the organization's if the mailbox has none."""
    found = organization.by_guid(mailbox)
    own_enabled = found.scl_junk_enabled if isinstance(found, Mailbox) else None
    own = found.scl_junk_threshold if isinstance(found, Mailbox) else None
    if own_enabled is False:
        return False
    return level > (own if own is not None else organization.one(OrganizationConfig).scl_junk_threshold)
