"""Mailboxes in a database that belong to no account any more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..directory import DirectoryObject
from ..names import ADObjectId, Forest
from ..properties import Reference, prop
from .mailbox import Mailbox, MailboxType
from .server import MailboxDatabase
from .transport_server import TransportServer

if TYPE_CHECKING:
    from ..store import Organization


class DisconnectedMailbox(DirectoryObject):
    """A mailbox whose account was disabled or removed. Its mail stays under this object's GUID."""

    noun = "mailbox"
    schema_name = "ms-Exch-Private-MDB"

    display_name: str = prop(str, default="", read_only=True)
    legacy_dn: str = prop(str, name="LegacyDN", default="", read_only=True)
    mailbox_guid: UUID = prop(UUID, default=None, read_only=True)
    """The ExchangeGuid that the mailbox had, and has again when it is connected."""
    database: ADObjectId | None = prop(Reference("MailboxDatabase"), default=None, read_only=True)
    home_server: str = prop(str, default="", read_only=True)
    mailbox_type: MailboxType = prop(MailboxType, default="UserMailbox", read_only=True)
    account: UUID | None = prop(UUID, default=None, read_only=True)
    """The account that it was of."""
    disconnect_date: datetime | None = prop(datetime, default=None, read_only=True)
    """In UTC, with its zone."""

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """In its server; a database's content is not in the directory."""
        return f"CN=DisconnectedMailboxes,{forest.server_dn(forest.server)}"

    def identity_text(self) -> str:
        """The mailbox's GUID."""
        return str(self.mailbox_guid)

    def identity_keys(self) -> Iterator[str]:
        """Also by display name and by legacy name."""
        yield from super().identity_keys()
        yield self.display_name
        yield self.legacy_dn


def disconnect(organization: Organization, mailbox: Mailbox) -> DisconnectedMailbox:
    """Note that a mailbox has lost its account. Its mail is still to be moved."""
    return organization.create(
        DisconnectedMailbox,
        name=str(mailbox.exchange_guid),
        mailbox_guid=mailbox.exchange_guid,
        display_name=mailbox.display_name or mailbox.name,
        legacy_dn=mailbox.legacy_exchange_dn,
        database=mailbox.database,
        home_server=mailbox.home_server,
        mailbox_type=mailbox.mailbox_type,
        account=mailbox.guid,
        disconnect_date=lab_time(organization),
    )


def lab_time(organization: Organization) -> datetime:
    """What time it is in the lab, in UTC with its zone."""
    servers = organization.all(TransportServer)
    ahead = servers[0].time_ahead.to_timedelta() if servers else timedelta()
    return organization.clock() + ahead


def expired(organization: Organization) -> list[DisconnectedMailbox]:
    """The disconnected mailboxes whose database keeps them no longer, by its MailboxRetention."""
    now = lab_time(organization)
    return [item for item in organization.all(DisconnectedMailbox) if _is_over(organization, item, now)]


def _is_over(organization: Organization, item: DisconnectedMailbox, now: datetime) -> bool:
    database = organization.by_guid(item.database.guid) if item.database is not None else None
    if not isinstance(database, MailboxDatabase) or item.disconnect_date is None:
        return True
    return now - item.disconnect_date > database.mailbox_retention.to_timedelta()
