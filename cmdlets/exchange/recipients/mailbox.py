"""Cmdlets for mailboxes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from organization.errors import OrganizationError, RuleBroken
from organization.objects.mailbox import Mailbox, MailboxType
from organization.objects.server import ExchangeServer, MailboxDatabase
from organization.objects.user import User
from organization.passwords import Password
from organization.versions import Version
from shell.dotnet.security.credentials import SecureString
from shell.engine.commands.cmdlet import Example, Impact, SetMembership, parameter

from ..changing import ChangingCmdlet, NewObject, RemoveObject
from ..conversion import secret_text
from ..identities import IdParameter, id_type
from .common import AddressedCmdlet, GetRecipients, SetRecipient, alias_from, ensure_free, new_addresses, place
from .disconnected import leave_in_database, purge, the_one
from .enabling import account_of, wrong_type

_WEAK = (
    "The password does not meet the password policy requirements. Check the minimum password length, password "
    "complexity and password history requirements."
)
_KINDS = ("User", "DisabledUser", "Equipment", "Room", "Shared")


def hashed(secure: Any) -> dict[str, Password]:
    """Return the hash that an account keeps of a password. Raises RuleBroken for a password that the domain's policy
    refuses: at least 7 characters of three kinds.
    """
    if isinstance(secure, SecureString) and isinstance(secure.kept, Password):
        return {"password": secure.kept}  # a script that creates many accounts uses one password, which is hashed once
    text = secret_text(secure)
    kinds = (str.islower, str.isupper, str.isdigit, lambda char: not char.isalnum())
    if len(text) < 7 or sum(any(map(kind, text)) for kind in kinds) < 3:
        raise RuleBroken(_WEAK)
    password = Password(text)
    if isinstance(secure, SecureString):
        secure.kept = password
    return {"password": password}


class GetMailbox(GetRecipients[Mailbox], verb="Get", noun="Mailbox"):
    """Show mailboxes."""

    tasks = "RecipientTasks"
    default_set = "Identity"
    database: IdParameter | None = parameter(
        id_type("MailboxDatabase"), sets=("DatabaseSet",), pipeline=True, help="Only mailboxes in this database."
    )
    server: IdParameter | None = parameter(
        id_type("Server"), sets=("ServerSet",), pipeline=True, help="Only mailboxes on this server."
    )
    examples = (
        Example("Get-Mailbox", "All mailboxes."),
        Example("Get-Mailbox anna | Format-List *Quota*", "The quotas of one mailbox."),
        Example("Get-Mailbox -Filter {Alias -like 'a*'}", "Mailboxes whose alias begins with a."),
        Example("Get-MailboxDatabase | Get-Mailbox", "The mailboxes of each database."),
    )

    @classmethod
    def declare_parameters(cls) -> None:
        """Declare -Identity in a parameter set of its own."""
        cls.add_parameter("identity", cls.identity_in_set())

    def found(self) -> Sequence[Mailbox]:
        """Return the mailboxes, of one database or server where that is named."""
        found = super().found()
        if self.database is not None:
            database = self.refer(MailboxDatabase, self.database)
            found = [item for item in found if item.database == database.identity]
        if self.server is not None:
            server = self.lookup(ExchangeServer, self.server)
            found = [item for item in found if item.server_name.lower() == server.name.lower()]
        return found


def mailbox_home(cmdlet: ChangingCmdlet[Any], values: dict[str, Any]) -> dict[str, Any]:
    """Return database, server and version of a new mailbox."""
    organization = cmdlet.organization
    databases = organization.all(MailboxDatabase)
    if "database" not in values and not databases:
        raise RuleBroken("Load balancing failed to find a valid mailbox database.")
    chosen = values.get("database") or databases[0].identity
    database = organization.by_guid(chosen.guid)
    server = database.server_name if isinstance(database, MailboxDatabase) else organization.forest.server
    return {"database": chosen, "home_server": server, "exchange_version": organization.profile.recipient_version}


class NewMailbox(NewObject[Mailbox], AddressedCmdlet[Mailbox], verb="New", noun="Mailbox"):
    """Create an account with a mailbox."""

    tasks = "RecipientTasks"
    default_set = "User"
    only: ClassVar[tuple[str, ...]] = (
        "name",
        "alias",
        "database",
        "display_name",
        "first_name",
        "initials",
        "last_name",
        "office",
        "phone",
        "reset_password_on_next_logon",
        "resource_capacity",
        "sam_account_name",
    )
    examples = (
        Example(
            "New-Mailbox -Name 'Nora Novak' -UserPrincipalName nora@contoso.com "
            "-Password (ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force)",
            "An account with a mailbox.",
        ),
        Example("New-Mailbox -Name Info -Shared", "Create a shared mailbox."),
    )

    user_principal_name: str = parameter(
        "string",
        sets={each: SetMembership(mandatory=each in ("User", "DisabledUser")) for each in _KINDS},
        help="The user principal name: name@domain.",
    )
    password: Any = parameter(
        "securestring",
        sets={each: SetMembership(mandatory=each == "User") for each in _KINDS},
        help="The password of the account.",
    )
    account_disabled: bool = parameter(
        "switch",
        sets=("DisabledUser",),
        mandatory=True,
        help="Disable logon: the account is created without a usable password.",
    )
    shared: bool = parameter("switch", sets=("Shared",), mandatory=True, help="Create a shared mailbox.")
    room: bool = parameter("switch", sets=("Room",), mandatory=True, help="Create a room mailbox.")
    equipment: bool = parameter("switch", sets=("Equipment",), mandatory=True, help="Create an equipment mailbox.")
    organizational_unit: str = parameter("string", help="The organizational unit that the account is created in.")

    def make(self, values: dict[str, Any]) -> Mailbox:
        """Return the mailbox; names and addresses follow from the parameters as in Exchange."""
        forest = self.organization.forest
        name = str(values["name"])
        alias = values.get("alias") or alias_from(self.user_principal_name.partition("@")[0] or name)
        sam = values.get("sam_account_name") or alias[:20]
        upn = self.user_principal_name or f"{alias}@{forest.domain}"
        ensure_free(self.organization, "UserPrincipalName", upn)
        ensure_free(self.organization, "SamAccountName", sam)
        names = {"alias": alias, "sam_account_name": sam, "user_principal_name": upn, "display_name": name}
        kind = self._kind()
        facts: dict[str, Any] = {
            "netbios_domain": forest.netbios,
            "mailbox_type": kind,
            "account_disabled": self.account_disabled or kind is not MailboxType.UserMailbox,
            **(hashed(self.password) if self.password is not None else {}),
            **mailbox_home(self, values),
        }
        values = {**names, **{key: value for key, value in values.items() if value is not None}}
        addresses = new_addresses(self.organization, alias, self.primary_smtp_address, values)
        return super().make({**facts, **values, **addresses, **place(self.organization, self.organizational_unit)})

    def _kind(self) -> MailboxType:
        chosen = {
            "Shared": MailboxType.SharedMailbox,
            "Room": MailboxType.RoomMailbox,
            "Equipment": MailboxType.EquipmentMailbox,
        }
        return chosen.get(self.parameter_set, MailboxType.UserMailbox)


class SetMailbox(SetRecipient[Mailbox], verb="Set", noun="Mailbox"):
    """Change a mailbox."""

    also: ClassVar[tuple[str, ...]] = ("reset_password_on_next_logon",)
    examples = (
        Example("Set-Mailbox anna -MaxReceiveSize 5MB", "Accept small messages only."),
        Example("Set-Mailbox anna -EmailAddresses @{Add='sales.manager@contoso.com'}", "Add an address."),
    )

    password: Any = parameter("securestring", help="The new password of the account.")
    kind: Any = parameter(
        "string",
        name="Type",
        values=("Regular", "Room", "Equipment", "Shared"),
        help="Convert it to a mailbox of this type.",
    )

    def altered(self, item: Mailbox, values: dict[str, Any]) -> Mailbox:
        """Return the changed mailbox; logon names of other accounts are refused."""
        for attribute, name in (("user_principal_name", "UserPrincipalName"), ("sam_account_name", "SamAccountName")):
            if values.get(attribute):
                ensure_free(self.organization, name, values[attribute], item)
        if self.password is not None:
            values = {"reset_password_on_next_logon": False, **values, **hashed(self.password)}
        if self.kind:
            values["mailbox_type"] = "UserMailbox" if self.kind.lower() == "regular" else f"{self.kind}Mailbox"
        held = values.get("litigation_hold_enabled")
        if held is not None and bool(held) is not item.litigation_hold_enabled:
            values = {**self._hold(bool(held)), **values}
        return super().altered(item, values)

    def _hold(self, held: bool) -> dict[str, Any]:
        """Return who placed the litigation hold, and when."""
        self.write_warning("The hold setting may take up to 60 minutes to take effect.")
        if not held:
            return {"litigation_hold_date": None, "litigation_hold_owner": ""}
        now = self.organization.clock().astimezone().replace(tzinfo=None, microsecond=0)
        return {
            "litigation_hold_date": now,
            "litigation_hold_owner": f"Administrator@{self.organization.forest.domain}",
        }


class EnableMailbox(AddressedCmdlet[User], verb="Enable", noun="Mailbox"):
    """Create a mailbox for an existing account."""

    tasks = "RecipientTasks"
    examples = (
        Example(
            "Disable-Mailbox elena -Confirm:$false; Enable-Mailbox elena", "Disable a mailbox, then enable it again."
        ),
    )

    alias: str = parameter("string", help="The alias; by default made from the logon name.")
    display_name: str = parameter("string", help="The display name in the address book.")
    database: IdParameter | None = parameter(id_type("MailboxDatabase"), help="The database that holds the mailbox.")

    @classmethod
    def declare_parameters(cls) -> None:
        """Declare -Identity."""
        cls.add_parameter("identity", cls.identity_parameter(mandatory=True))

    def process(self) -> None:
        """Turn the account into a mailbox."""
        assert self.identity is not None
        try:
            user = self.lookup(User, self.identity)
            if type(user) is not User:
                raise wrong_type(user)
            made = self._made(user)
            if self.should_process(user.identity_text(), message=f'Enabling mailbox "{user.identity_text()}".'):
                self.emit(self.organization.put(made))
        except OrganizationError as error:
            self.report(error)

    def _made(self, user: User) -> Mailbox:
        alias = self.alias or alias_from(user.user_principal_name.partition("@")[0] or user.sam_account_name)
        values = {key: value for key, value in vars(user).items() if key in User.by_attribute}
        database = {"database": self.refer(MailboxDatabase, self.database).identity} if self.database else {}
        return self.organization.new(
            Mailbox,
            **{
                **values,
                "alias": alias,
                "display_name": self.display_name or user.display_name or user.name,
                **new_addresses(self.organization, alias, self.primary_smtp_address, values),
                **mailbox_home(self, database),
                "mailbox_created": self.organization.clock(),
            },
        )


class DisableMailbox(RemoveObject[Mailbox], verb="Disable", noun="Mailbox"):
    """Disconnect the mailbox from its account; asks first. The account stays."""

    tasks = "RecipientTasks"
    examples = (Example("Disable-Mailbox elena -Confirm:$false", "Disable one mailbox."),)

    def process(self) -> None:
        """Turn the mailbox into a plain account."""
        assert self.identity is not None
        try:
            mailbox = self.lookup(Mailbox, self.identity)
            if self.should_process(mailbox.identity_text(), message=self.question(mailbox)):
                self.organization.put(self.organization.new(User, **account_of(mailbox)))
                leave_in_database(self, mailbox)
        except OrganizationError as error:
            self.report(error)

    def question(self, item: Mailbox) -> str:
        """Return the text that -WhatIf and -Confirm show: what is lost and what is kept."""
        if self.organization.profile.version < Version.V2010:
            fate = "from the Windows user object and mark the mailbox in the database for removal."
        else:
            fate = (
                "from the Active Directory user object and mark the mailbox in the database for removal. If the "
                "mailbox has an archive or remote archive, the archive will also be marked for removal."
            )
        return f'Disabling mailbox "{item.identity_text()}" will remove the Exchange properties {fate}'


class RemoveMailbox(RemoveObject[Mailbox], verb="Remove", noun="Mailbox"):
    """Remove a mailbox and its account; asks first."""

    tasks = "RecipientTasks"
    impact: ClassVar[Impact] = Impact.HIGH
    examples = (Example("Remove-Mailbox elena -WhatIf", "Show what would be removed."),)

    default_set = "Identity"
    permanent: Any = parameter(
        "bool", default=None, sets=("Identity",), help="Purge the mailbox from its database at once."
    )
    database: IdParameter | None = parameter(
        id_type("MailboxDatabase"),
        sets=("StoreMailboxIdentity",),
        mandatory=True,
        help="The database that holds a disconnected mailbox.",
    )
    store_mailbox_identity: IdParameter | None = parameter(
        id_type("StoreMailbox"),
        sets=("StoreMailboxIdentity",),
        mandatory=True,
        help="The GUID of a disconnected mailbox.",
    )

    @classmethod
    def declare_parameters(cls) -> None:
        """Declare -Identity in a parameter set of its own."""
        cls.add_parameter("identity", cls.identity_in_set(mandatory=True))

    def process(self) -> None:
        """Remove the mailbox with its account, or the disconnected mailbox."""
        if self.store_mailbox_identity is None:
            super().process()
            return
        assert self.database is not None
        try:
            database = self.refer(MailboxDatabase, self.database)
            item = the_one(self, database, self.store_mailbox_identity)
            question = f'Removing mailbox "{item.identity_text()}" from the mailbox database "{database.name}".'
            if self.should_process(item.identity_text(), message=question):
                purge(self, item)
        except OrganizationError as error:
            self.report(error)

    def question(self, item: Mailbox) -> str:
        """Return the question, which says that the account is removed too."""
        if self.organization.profile.version < Version.V2010:
            fate = "the Windows user object and mark the mailbox in the database for removal."
        else:
            fate = (
                "the Active Directory user object and mark the mailbox and the archive (if present) in the database "
                "for removal."
            )
        return f'Removing mailbox "{item.identity_text()}" will remove {fate}'

    def after(self, item: Mailbox) -> None:
        """Keep the mailbox disconnected in its database, unless -Permanent is given."""
        if not self.permanent:
            leave_in_database(self, item)
        elif self.session.services is not None:
            self.session.services.mail.clear(item.guid)
