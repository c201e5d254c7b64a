"""How full mailboxes are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from organization.names import ADObjectId
from organization.objects.mailbox import Mailbox
from organization.objects.server import ExchangeServer, MailboxDatabase
from organization.values.size import ByteQuantifiedSize
from organization.values.unlimited import Unlimited
from organization.versions import Version
from shell.runtime.cmdlet import Example, parameter
from shell.runtime.objects import PSCustomObject

from ..base import ObjectCmdlet
from ..conversion import to_shell
from ..identities import IdParameter, id_type

_TYPE = "Microsoft.Exchange.Data.Mapi.MailboxStatistics"


class GetMailboxStatistics(ObjectCmdlet[Mailbox], verb="Get", noun="MailboxStatistics"):
    """Show how many messages mailboxes hold, and how large they are."""

    tasks = "MapiTasks"
    default_set = "Identity"
    examples = (
        Example("Get-MailboxStatistics anna", "One mailbox."),
        Example("Get-MailboxStatistics -Server EX01", "All mailboxes of a server."),
    )

    # Both are taken by property name, too, so that no set is preferred before the pipeline's object is there.
    server: IdParameter | None = parameter(
        id_type("Server"),
        sets=("Server",),
        mandatory=True,
        pipeline=True,
        by_property_name=True,
        help="All mailboxes of this server.",
    )
    database: IdParameter | None = parameter(
        id_type("MailboxDatabase"),
        sets=("Database",),
        mandatory=True,
        pipeline=True,
        by_property_name=True,
        help="All mailboxes of this database.",
    )

    @classmethod
    def declare_parameters(cls) -> None:
        """-Identity, in a set of its own."""
        cls.add_parameter("identity", cls.identity_in_set(mandatory=True))

    def process(self) -> None:
        """Write a line for each mailbox."""
        from organization.errors import OrganizationError

        try:
            for mailbox in self._mailboxes():
                self.write(self._statistics(mailbox))
        except OrganizationError as error:
            self.report(error)

    def _mailboxes(self) -> Sequence[Mailbox]:
        if self.identity is not None:
            return self.search(Mailbox, self.identity)
        mailboxes = self.organization.all(Mailbox)
        if self.database is not None:
            database = self.refer(MailboxDatabase, self.database)
            return [item for item in mailboxes if item.database == database.identity]
        assert self.server is not None
        server = self.lookup(ExchangeServer, self.server)
        return [item for item in mailboxes if item.home_server.lower() == server.name.lower()]

    def _statistics(self, mailbox: Mailbox) -> PSCustomObject:
        messages = self.mail_system.mail.messages(mailbox.guid)
        style = self.organization.profile.style
        size = ByteQuantifiedSize(sum(message.size for message in messages), style)
        database = self.organization.by_guid(mailbox.database.guid) if mailbox.database is not None else None
        members: dict[str, Any] = {
            "AssociatedItemCount": 0,
            "DeletedItemCount": 0,
            "DisconnectDate": None,
            "DisplayName": mailbox.display_name,
            "ItemCount": len(messages),
            "LastLoggedOnUserAccount": None,
            "LastLogoffTime": None,
            "LastLogonTime": None,
            "LegacyDN": mailbox.legacy_exchange_dn,
            "MailboxGuid": to_shell(mailbox.guid),
            "ObjectClass": "Mailbox",
            "StorageLimitStatus": _limit_status(mailbox, database, size),
            "TotalDeletedItemSize": to_shell(Unlimited(ByteQuantifiedSize(0, style))),
            "TotalItemSize": to_shell(Unlimited(size)),
            "Database": mailbox.database,
            "ServerName": mailbox.home_server,
            **_place(mailbox.database, self.organization.profile.version),
            "Identity": str(mailbox.guid),
            "IsValid": True,
            "OriginatingServer": mailbox.originating_server,
        }
        return PSCustomObject(members, [_TYPE, "System.Object"])


def _place(database: ADObjectId | None, version: Version) -> dict[str, Any]:
    """Storage groups ended with Exchange 2007; moves of mailboxes that are in use came after it."""
    name = database.name if database is not None else ""
    if version is Version.V2007:
        group = str(database or "").removesuffix(f"\\{name}").rpartition("\\")[2]
        return {"StorageGroupName": group, "DatabaseName": name}
    return {"DatabaseName": name, "MoveHistory": None, "IsQuarantined": False}


def _limit_status(mailbox: Mailbox, database: Any, size: ByteQuantifiedSize) -> str:
    by_database = mailbox.use_database_quota_defaults and isinstance(database, MailboxDatabase)
    quotas: Any = database if by_database else mailbox
    steps: tuple[tuple[str, Unlimited[ByteQuantifiedSize]], ...] = (
        ("MailboxDisabled", quotas.prohibit_send_receive_quota),
        ("ProhibitSend", quotas.prohibit_send_quota),
        ("IssueWarning", quotas.issue_warning_quota),
    )
    return next((name for name, quota in steps if quota.exceeded_by(size)), "BelowLimit")
