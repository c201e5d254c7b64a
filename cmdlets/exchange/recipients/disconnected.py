"""Cmdlets for disconnected mailboxes: they have lost their account, and stay in the database until they expire."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.directory import DirectoryObject
from organization.errors import ObjectNotFound, OrganizationError, RuleBroken
from organization.objects.disconnected_mailbox import DisconnectedMailbox, disconnect, expired
from organization.objects.mailbox import Mailbox, MailboxType
from organization.objects.server import MailboxDatabase
from organization.objects.user import User
from shell.engine.commands.cmdlet import Example, Impact, parameter

from ..base import ExchangeCmdlet, OnObject
from ..identities import IdParameter, id_type
from .common import alias_from, new_addresses
from .enabling import wrong_type

_ID = id_type("StoreMailbox")


def leave_in_database(cmdlet: ExchangeCmdlet, mailbox: Mailbox) -> None:
    """Keep a mailbox without account, and its mail."""
    left = disconnect(cmdlet.organization, mailbox)
    if cmdlet.session.services is not None:
        cmdlet.session.services.mail.move(mailbox.guid, left.guid)


def purge(cmdlet: ExchangeCmdlet, item: DirectoryObject) -> None:
    """Remove a disconnected mailbox for good, with its mail."""
    cmdlet.organization.remove(item)
    if cmdlet.session.services is not None:
        cmdlet.session.services.mail.clear(item.guid)


def disconnected_in(
    cmdlet: ExchangeCmdlet, database: MailboxDatabase | None = None, identity: IdParameter | None = None
) -> list[DisconnectedMailbox]:
    """Return the disconnected mailboxes of one database or of all, or the named one. Expired ones are purged first.

    Raises ObjectNotFound for a name that no mailbox has.
    """
    for item in expired(cmdlet.organization):
        purge(cmdlet, item)
    every = cmdlet.organization.all(DisconnectedMailbox)
    found = [item for item in every if database is None or item.database == database.identity]
    if identity is None:
        return found
    wanted = identity.text.casefold()
    named = [item for item in found if wanted in {key.casefold() for key in item.identity_keys()}]
    if not named:
        raise cmdlet.organization.not_found(identity.text)
    return named


def the_one(cmdlet: ExchangeCmdlet, database: MailboxDatabase, identity: IdParameter) -> DisconnectedMailbox:
    """Return the one disconnected mailbox with a name; raise RuleBroken for an ambiguous name."""
    found = disconnected_in(cmdlet, database, identity)
    if len(found) > 1:
        raise RuleBroken(
            f"The specified mailbox '{identity.text}' isn't unique in the mailbox database '{database.name}'. Use the "
            "mailbox GUID.",
            found[0],
            "RecipientTaskException",
        )
    return found[0]


class _OnDisconnected(ExchangeCmdlet):
    """Act on one disconnected mailbox."""

    tasks = "MapiTasks"
    supports_should_process: ClassVar[bool] = True
    identity: IdParameter | None = parameter(
        _ID,
        position=0,
        mandatory=True,
        pipeline=True,
        by_property_name=True,
        help="The mailbox: its GUID, display name or legacy distinguished name.",
    )
    database: IdParameter | None = parameter(
        id_type("MailboxDatabase"),
        position=1,
        mandatory=True,
        by_property_name=True,
        help="The database that holds it.",
    )

    def process(self) -> None:
        """Find the mailbox and act on it."""
        assert self.identity is not None
        assert self.database is not None
        try:
            database = self.refer(MailboxDatabase, self.database)
            self.act(the_one(self, database, self.identity), database)
        except OrganizationError as error:
            self.report(error)

    def act(self, item: DisconnectedMailbox, database: MailboxDatabase) -> None:
        """Act on the mailbox."""
        raise NotImplementedError


class ConnectMailbox(_OnDisconnected, verb="Connect", noun="Mailbox"):
    """Connect a disconnected mailbox to an account; its mail is available again."""

    tasks = "RecipientTasks"
    default_set = "User"
    user: IdParameter | None = parameter(id_type("User"), help="The account; by default the one that matches by name.")
    alias: str = parameter("string", help="The alias; by default made from the account's name.")
    validate_only: bool = parameter(
        "switch", sets=("ValidateOnly",), mandatory=True, help="Only validate which account matches."
    )
    shared: bool = parameter("switch", sets=("Shared",), mandatory=True, help="Connect it as a shared mailbox.")
    room: bool = parameter("switch", sets=("Room",), mandatory=True, help="Connect it as a room mailbox.")
    equipment: bool = parameter(
        "switch", sets=("Equipment",), mandatory=True, help="Connect it as an equipment mailbox."
    )
    examples = (
        Example(
            "Disable-Mailbox elena -Confirm:$false; Connect-Mailbox 'Elena Fischer' (Get-MailboxDatabase)",
            "Disable a mailbox, then connect it again.",
        ),
    )

    def act(self, item: DisconnectedMailbox, database: MailboxDatabase) -> None:
        """Connect the mailbox to the account."""
        user = self._account(item)
        if self.validate_only:
            self.write(user.identity_text())
            return
        question = f'Connecting mailbox "{item.identity_text()}" to user "{user.identity_text()}".'
        if not self.should_process(user.identity_text(), message=question):
            return
        self.organization.put(self._connected(item, user, database))
        self.organization.remove(item)
        if self.session.services is not None:
            self.session.services.mail.move(item.guid, user.guid)

    def _account(self, item: DisconnectedMailbox) -> User:
        if self.user is not None:
            user = self.refer(User, self.user)
            if type(user) is not User:
                raise wrong_type(user)
            return user
        same = self.organization.by_guid(item.account) if item.account is not None else None
        if type(same) is User:
            return same
        accounts = [each for each in self.organization.all(User) if type(each) is User]
        named = [each for each in accounts if item.display_name.casefold() in (each.name.casefold(), _shown(each))]
        if len(named) != 1:
            raise RuleBroken(
                f"No matching user was found for the mailbox '{item.display_name}'. Use the User parameter to name the "
                "account that it has to be connected to."
                if not named
                else f"Several users match the mailbox '{item.display_name}'. Use the User parameter to name one.",
                item,
                "RecipientTaskException",
            )
        return named[0]

    def _connected(self, item: DisconnectedMailbox, user: User, database: MailboxDatabase) -> Mailbox:
        alias = self.alias or alias_from(user.user_principal_name.partition("@")[0] or user.sam_account_name)
        values = {key: value for key, value in vars(user).items() if key in User.by_attribute}
        return self.organization.new(
            Mailbox,
            **{
                **values,
                "alias": alias,
                "display_name": user.display_name or item.display_name,
                **new_addresses(self.organization, alias, None, values),
                "database": database.identity,
                "home_server": database.server_name,
                "exchange_version": self.organization.profile.recipient_version,
                "mailbox_type": self._kind(item),
                "exchange_guid": item.mailbox_guid,
                "mailbox_created": self.organization.clock(),
            },
        )

    def _kind(self, item: DisconnectedMailbox) -> MailboxType:
        for chosen, kind in (
            (self.shared, MailboxType.SharedMailbox),
            (self.room, MailboxType.RoomMailbox),
            (self.equipment, MailboxType.EquipmentMailbox),
        ):
            if chosen:
                return kind
        return item.mailbox_type


def _shown(user: User) -> str:
    return (user.display_name or "").casefold()


class CleanMailboxDatabase(OnObject[MailboxDatabase], verb="Clean", noun="MailboxDatabase"):
    """Scan a database for disconnected mailboxes. In the lab their state is always current.

    Exchange 2007 and 2010 have this command; later versions have Update-StoreMailboxState.
    """

    tasks = "RecipientTasks"
    supports_should_process: ClassVar[bool] = True
    examples = (Example("Get-MailboxDatabase | Clean-MailboxDatabase", "All databases."),)

    def process(self) -> None:
        """Purge the expired mailboxes."""
        assert self.identity is not None
        try:
            database = self.lookup(MailboxDatabase, self.identity)
            question = f'Cleaning the mailbox database "{database.identity_text()}".'
            if self.should_process(database.identity_text(), message=question):
                disconnected_in(self, database)
        except OrganizationError as error:
            self.report(error)


class UpdateStoreMailboxState(ExchangeCmdlet, verb="Update", noun="StoreMailboxState"):
    """Update the state of a mailbox in its database. In the lab the state is always current."""

    tasks = "MapiTasks"
    supports_should_process: ClassVar[bool] = True
    identity: IdParameter | None = parameter(
        _ID, mandatory=True, by_property_name=True, help="The GUID of the mailbox, as Get-MailboxStatistics shows it."
    )
    database: IdParameter | None = parameter(
        id_type("MailboxDatabase"), mandatory=True, by_property_name=True, help="The database that holds it."
    )
    examples = (
        Example(
            "Get-MailboxStatistics -Database (Get-MailboxDatabase) | ForEach-Object { Update-StoreMailboxState "
            "-Database $_.Database -Identity $_.MailboxGuid -Confirm:$false }",
            "All mailboxes of a database.",
        ),
    )

    def process(self) -> None:
        """Check that the mailbox exists."""
        assert self.identity is not None
        assert self.database is not None
        try:
            database = self.refer(MailboxDatabase, self.database)
            if not self._is_connected(database, self.identity.text):
                disconnected_in(self, database, self.identity)
            self.should_process(self.identity.text, message=f'Updating the mailbox state of "{self.identity.text}".')
        except OrganizationError as error:
            self.report(error)

    def _is_connected(self, database: MailboxDatabase, text: str) -> bool:
        try:
            return self.organization.get(Mailbox, text).database == database.identity
        except ObjectNotFound:
            return False


class RemoveStoreMailbox(_OnDisconnected, verb="Remove", noun="StoreMailbox"):
    """Remove a disconnected mailbox from its database for good; asks first."""

    impact: ClassVar[Impact] = Impact.HIGH
    mailbox_state: str = parameter(
        "string",
        mandatory=True,
        values=("Disabled", "SoftDeleted"),
        help="Why the mailbox is disconnected: Disabled, or SoftDeleted by a move, which the lab does not do.",
    )
    examples = (
        Example(
            "Disable-Mailbox elena -Confirm:$false; Remove-StoreMailbox -Database (Get-MailboxDatabase) -Identity "
            "'Elena Fischer' -MailboxState Disabled -Confirm:$false",
            "Purge the mailbox at once.",
        ),
    )

    def act(self, item: DisconnectedMailbox, database: MailboxDatabase) -> None:
        """Purge the mailbox."""
        if self.mailbox_state.lower() != "disabled":
            raise self.organization.not_found(item.identity_text())
        question = f'Removing mailbox "{item.identity_text()}" from the mailbox database "{database.name}".'
        if self.should_process(item.identity_text(), message=question):
            purge(self, item)


__all__: list[Any] = [
    "CleanMailboxDatabase",
    "ConnectMailbox",
    "RemoveStoreMailbox",
    "UpdateStoreMailboxState",
    "disconnected_in",
    "leave_in_database",
    "purge",
    "the_one",
]
