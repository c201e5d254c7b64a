"""Get-MailboxStatistics: number and size of the messages in mailboxes."""

from __future__ import annotations

from typing import Any, Final

from organization.errors import OrganizationError
from organization.objects.disconnected_mailbox import DisconnectedMailbox
from organization.objects.mailbox import Mailbox
from organization.objects.server import MailboxDatabase
from organization.values.size import ByteQuantifiedSize
from organization.values.unlimited import Unlimited
from organization.versions import Version
from shell.engine.commands.cmdlet import Example, parameter
from shell.values.errors import ErrorCategory
from shell.values.errors import ParameterBindingException as BindingException
from shell.values.objects import PSCustomObject

from ..base import ObjectCmdlet
from ..conversion import to_shell
from ..identities import IdParameter, id_type
from .disconnected import disconnected_in

_TYPE = "Microsoft.Exchange.Data.Mapi.MailboxStatistics"


class GetMailboxStatistics(ObjectCmdlet[Mailbox], verb="Get", noun="MailboxStatistics"):
    """Show the number and the total size of the messages in mailboxes."""

    tasks = "MapiTasks"
    default_set = "Identity"
    examples = (
        Example("Get-MailboxStatistics anna", "One mailbox."),
        Example("Get-MailboxStatistics -Server EX01", "All mailboxes of a server."),
    )

    # In Exchange each set has its mandatory parameter; here none is, so that the pipeline's object decides, and the
    # cmdlet itself says what is missing.
    server: IdParameter | None = parameter(
        id_type("Server"), sets=("Server",), pipeline=True, help="All mailboxes on this server."
    )
    database: IdParameter | None = parameter(
        id_type("MailboxDatabase"), sets=("Database",), pipeline=True, help="All mailboxes in this database."
    )
    store_mailbox_identity: IdParameter | None = parameter(
        id_type("StoreMailbox"), sets=("Database",), help="One mailbox of the database, by its GUID."
    )

    @classmethod
    def declare_parameters(cls) -> None:
        """Declare -Identity in a parameter set of its own."""
        cls.add_parameter("identity", cls.identity_in_set())

    def process(self) -> None:
        """Write one object for each mailbox."""
        try:
            if self.identity is not None:
                for mailbox in self.search(Mailbox, self.identity):
                    self.write(self._statistics(mailbox))
                return
            connected, disconnected = self._of_database() if self.database is not None else self._of_server()
            for mailbox in connected:
                self.write(self._statistics(mailbox))
            for left in disconnected:
                self.write(self._statistics(left))
        except OrganizationError as error:
            self.report(error)

    def _of_database(self) -> tuple[list[Mailbox], list[DisconnectedMailbox]]:
        assert self.database is not None
        database = self.refer(MailboxDatabase, self.database)
        connected = [item for item in self.organization.all(Mailbox) if item.database == database.identity]
        if self.store_mailbox_identity is None:
            return connected, disconnected_in(self, database)
        wanted = self.store_mailbox_identity.text.casefold()
        named = [item for item in connected if str(item.exchange_guid) == wanted]
        return named, [] if named else disconnected_in(self, database, self.store_mailbox_identity)

    def _of_server(self) -> tuple[list[Mailbox], list[DisconnectedMailbox]]:
        """Return the mailboxes of the named server; in 2007 those of the local server by default."""
        if self.server is None and self.organization.profile.version > Version.V2007:
            raise self.fail(self.error(_NO_IDENTITY, "MissingMandatoryParameter", ErrorCategory.InvalidArgument))
        name = self.server_of(self.server).name.lower()
        connected = [item for item in self.organization.all(Mailbox) if item.home_server.lower() == name]
        return connected, [item for item in disconnected_in(self) if item.home_server.lower() == name]

    def _statistics(self, item: Mailbox | DisconnectedMailbox) -> PSCustomObject:
        organization = self.organization
        messages = self.mail_system.mail.messages(item.guid)
        style, version = organization.profile.style, organization.profile.version
        size = ByteQuantifiedSize(self.mail_system.mail.size(item.guid), style)
        found = organization.by_guid(item.database.guid) if item.database is not None else None
        database = found if isinstance(found, MailboxDatabase) else None
        left = item if isinstance(item, DisconnectedMailbox) else None
        guid = left.mailbox_guid if left is not None else item.exchange_guid  # type: ignore[union-attr]
        members: dict[str, Any] = {
            "AssociatedItemCount": 0,
            "DeletedItemCount": 0,
            "DisconnectDate": _moment(left),
            **({"DisconnectReason": "Disabled" if left is not None else None} if version > Version.V2007 else {}),
            "DisplayName": item.display_name,
            "ItemCount": len(messages),
            "LastLoggedOnUserAccount": None,
            "LastLogoffTime": None,
            "LastLogonTime": None,
            "LegacyDN": left.legacy_dn if left is not None else item.legacy_exchange_dn,  # type: ignore[union-attr]
            "MailboxGuid": to_shell(guid),
            "ObjectClass": "Mailbox",
            "StorageLimitStatus": _limit_status(item, database, size),
            "TotalDeletedItemSize": to_shell(Unlimited(ByteQuantifiedSize(0, style))),
            "TotalItemSize": to_shell(Unlimited(size)),
            **_of_its_database(database, version),
            "Database": item.database,
            "ServerName": item.home_server,
            **_place(database, version),
            **({} if version is Version.V2007 else _of_2010(item)),
            "Identity": str(guid),
            "IsValid": True,
            "OriginatingServer": item.originating_server,
        }
        return PSCustomObject(members, [_TYPE, "System.Object"])


_NO_IDENTITY: Final = BindingException(
    "Cannot process command because of one or more missing mandatory parameters: Identity."
)


def _moment(left: DisconnectedMailbox | None) -> Any:
    if left is None or left.disconnect_date is None:
        return None
    return to_shell(left.disconnect_date.astimezone().replace(tzinfo=None))


def _of_its_database(database: MailboxDatabase | None, version: Version) -> dict[str, Any]:
    """Return the database's quotas, which apply where the mailbox has none of its own; shown since 2010."""
    if database is None or version is Version.V2007:
        return {}
    return {
        "DatabaseIssueWarningQuota": to_shell(database.issue_warning_quota),
        "DatabaseProhibitSendQuota": to_shell(database.prohibit_send_quota),
        "DatabaseProhibitSendReceiveQuota": to_shell(database.prohibit_send_receive_quota),
    }


def _place(database: MailboxDatabase | None, version: Version) -> dict[str, Any]:
    """Return the storage group; these ended with Exchange 2007."""
    name = database.name if database is not None else ""
    if version is Version.V2007:
        return {"StorageGroupName": database.storage_group if database is not None else "", "DatabaseName": name}
    return {"DatabaseName": name}


def _of_2010(item: Mailbox | DisconnectedMailbox) -> dict[str, Any]:
    """Return the properties that 2010 added for archives and online moves."""
    return {
        "IsArchiveMailbox": False,
        "IsQuarantined": False,
        "MailboxTypeDetail": str(item.mailbox_type),
        "MapiIdentity": str(item.guid),
        "MoveHistory": None,
    }


def _limit_status(item: Any, database: MailboxDatabase | None, size: ByteQuantifiedSize) -> str | None:
    if isinstance(item, DisconnectedMailbox):
        return None
    by_database = item.use_database_quota_defaults and database is not None
    quotas: Any = database if by_database else item
    steps: tuple[tuple[str, Unlimited[ByteQuantifiedSize]], ...] = (
        ("MailboxDisabled", quotas.prohibit_send_receive_quota),
        ("ProhibitSend", quotas.prohibit_send_quota),
        ("IssueWarning", quotas.issue_warning_quota),
    )
    return next((name for name, quota in steps if quota.exceeded_by(size)), "BelowLimit")
