"""Cmdlets for Exchange servers and mailbox databases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from organization.errors import RuleBroken
from organization.objects.disconnected_mailbox import DisconnectedMailbox
from organization.objects.mailbox import Mailbox
from organization.objects.server import ExchangeServer, MailboxDatabase
from shell.engine.commands.cmdlet import Example, parameter

from ..changing import NewObject, RemoveObject, SetObject
from ..identities import IdParameter, id_type
from ..reading import GetObject


class GetExchangeServer(GetObject[ExchangeServer], verb="Get", noun="ExchangeServer"):
    """Show the Exchange servers of the organization."""

    id_noun = "Server"
    status: bool = parameter("switch", help="Include properties that are read from the server itself.")
    examples = (
        Example(
            "Get-ExchangeServer | Format-List Name, ServerRole, AdminDisplayVersion",
            "The version and the roles of each server.",
        ),
    )


class SetExchangeServer(SetObject[ExchangeServer], verb="Set", noun="ExchangeServer"):
    """Change the settings of an Exchange server."""

    id_noun = "Server"
    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")


class GetMailboxDatabase(GetObject[MailboxDatabase], verb="Get", noun="MailboxDatabase"):
    """Show mailbox databases."""

    status: bool = parameter("switch", help="Include the mount state and the sizes.")
    server: IdParameter | None = parameter(
        id_type("Server"), sets=("Server",), pipeline=True, help="Only databases of this server."
    )
    default_set = "Identity"
    examples = (
        Example("Get-MailboxDatabase", "All databases."),
        Example("Get-MailboxDatabase | Get-MailboxStatistics", "The size of each mailbox in every database."),
    )

    @classmethod
    def declare_parameters(cls) -> None:
        """Declare -Identity in a parameter set of its own."""
        cls.add_parameter("identity", cls.identity_in_set())

    def found(self) -> Sequence[MailboxDatabase]:
        """Return the databases, with their state where -Status asks for it."""
        found = super().found()
        if self.server is not None:
            server = self.lookup(ExchangeServer, self.server)
            found = [item for item in found if item.server == server.identity]
        return [self._with_status(item) for item in found] if self.status else found

    def _with_status(self, item: MailboxDatabase) -> MailboxDatabase:
        """Return the state of a database: mounted, its file size and the free space in it."""
        mail = self.session.services.mail if self.session.services is not None else None
        held = [each.guid for each in self.organization.all(Mailbox) if each.database == item.identity]
        held += [each.guid for each in self.organization.all(DisconnectedMailbox) if each.database == item.identity]
        used = sum(message.size for guid in held for message in mail.messages(guid)) if mail is not None else 0
        size = _EMPTY + max(0, -(-(used - _FREE) // _STEP) * _STEP)
        return item.replace(
            mounted=True,
            mounted_on_server=self.organization.forest.server_fqdn,
            backup_in_progress=False,
            database_size=size,
            available_new_mailbox_space=size - _EMPTY + _FREE - used,
        )


_EMPTY, _FREE, _STEP = 142_671_872, 104_857_600, 8_388_608
"""Octets of a new database's file, what of them is free, and by what the file grows."""


class NewMailboxDatabase(NewObject[MailboxDatabase], verb="New", noun="MailboxDatabase"):
    """Create a mailbox database."""

    only: ClassVar[tuple[str, ...]] = (
        "name",
        "edb_file_path",
        "is_excluded_from_provisioning",
        "is_suspended_from_provisioning",
    )
    server: IdParameter | None = parameter(id_type("Server"), help="The server that hosts it.")

    def make(self, values: dict[str, Any]) -> MailboxDatabase:
        """Return the database, on a server, in a file of its own."""
        server = self.server_of(self.server)
        folder = f"{self.organization.profile.install_folder}\\Mailbox\\{values['name']}"
        facts = {"server": server.identity, "edb_file_path": f"{folder}\\{values['name']}.edb"}
        return super().make({**facts, **values})


class SetMailboxDatabase(SetObject[MailboxDatabase], verb="Set", noun="MailboxDatabase"):
    """Change a mailbox database."""

    without: ClassVar[tuple[str, ...]] = ("admin_display_name", "edb_file_path", "recovery")
    examples = (
        Example(
            "Set-MailboxDatabase 'Mailbox Database' -IssueWarningQuota 900MB -ProhibitSendQuota 1GB", "Lower the quota."
        ),
    )


class RemoveMailboxDatabase(RemoveObject[MailboxDatabase], verb="Remove", noun="MailboxDatabase"):
    """Remove a mailbox database; asks first."""

    def check(self, item: MailboxDatabase) -> None:
        """Raise an error while the database holds mailboxes."""
        if any(mailbox.database == item.identity for mailbox in self.organization.all(Mailbox)):
            raise RuleBroken(
                "This mailbox database contains one or more mailboxes. Before you can remove it, you must disable, "
                "move, or remove its mailboxes.",
                item,
            )
