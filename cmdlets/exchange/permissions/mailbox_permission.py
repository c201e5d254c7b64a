"""Cmdlets for mailbox permissions. They are kept and shown only: the lab has no client that opens mailboxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar, Final

from organization.access import directory_groups, find_trustee, shown_name
from organization.errors import OrganizationError, RuleBroken
from organization.objects.mailbox import Mailbox
from organization.store import Organization
from organization.values.access import INHERITANCE, MAILBOX_RIGHTS, SELF, SYSTEM, AccessEntry, Trustee, ordered
from shell.display import views
from shell.engine.commands.cmdlet import Example, Impact, parameter
from shell.types import OBJECT, ClrType, Property, register
from shell.types.registry.declarations import define_type
from shell.types.registry.enumeration import enum_text, enum_value, register_enum

from .. import completers
from ..base import OnObject
from .entries import INHERITANCE_TYPE, Ace, add_entry_members

RIGHTS: Final = register_enum("Microsoft.Exchange.Management.RecipientTasks.MailboxRights", MAILBOX_RIGHTS, flags=True)
ACE: Final[ClrType] = register(
    define_type("Microsoft.Exchange.Management.RecipientTasks.MailboxAcePresentationObject", OBJECT)
)
_FULL: Final = MAILBOX_RIGHTS["FullAccess"]
_READ: Final = MAILBOX_RIGHTS["ReadPermission"]


class MailboxAce(Ace):
    """An access control entry of one mailbox."""

    __slots__ = ()
    clr_type = ACE


ACE.add_property(
    Property("AccessRights", "object", lambda ace: [enum_value(RIGHTS, bit) for bit in _bits(ace.entry.rights)])
)
add_entry_members(ACE)

views.register(
    ACE.name,
    views.TableView(
        (
            views.Column("Identity", width=20),
            views.Column("User", width=20),
            views.Column("AccessRights"),
            views.Column("IsInherited", width=11),
            views.Column("Deny", width=5),
        )
    ),
)


def _bits(rights: int) -> list[int]:
    return [bit for bit in MAILBOX_RIGHTS.values() if rights & bit]


def entries_of(mailbox: Mailbox, organization: Organization) -> list[AccessEntry]:
    """Return the entries of a mailbox: the owner's, the explicit ones, and those inherited from the database."""
    domain, groups = organization.forest.netbios, directory_groups(organization)
    roles = ("Organization Management", "Exchange Organization Administrators")
    administrators = ("Domain Admins", "Enterprise Admins", next(role for role in roles if role in groups))
    denied = [
        AccessEntry(Trustee.named(f"{domain}\\{name}"), _FULL, deny=True, inherited=True) for name in administrators
    ]
    servers = Trustee.named(f"{domain}\\Exchange Servers")
    granted = [AccessEntry(each, _FULL, inherited=True) for each in (servers, SYSTEM)]
    return ordered([AccessEntry(SELF, _FULL | _READ), *mailbox.mailbox_access, *denied, *granted])


class GetMailboxPermission(OnObject[Mailbox], verb="Get", noun="MailboxPermission", output=(ACE.name,)):
    """Show the permissions on a mailbox."""

    tasks = "RecipientTasks"
    user: str = parameter("string", completer=completers.trustees, help="Only the permissions of this user or group.")
    examples = (
        Example("Get-MailboxPermission anna", "All of them."),
        Example("Get-Mailbox | Get-MailboxPermission | Where-Object { !$_.IsInherited }", "Explicit permissions only."),
    )

    def process(self) -> None:
        """Write an object for each entry."""
        assert self.identity is not None
        try:
            wanted = find_trustee(self.organization, self.user) if self.user else None
            for mailbox in self.search(Mailbox, self.identity):
                for entry in entries_of(mailbox, self.organization):
                    if wanted is None or entry.trustee == wanted:
                        self.write(MailboxAce(mailbox, entry, self.organization))
        except OrganizationError as error:
            self.report(error)


class _Changing(OnObject[Mailbox]):
    """Change the permissions on a mailbox."""

    tasks = "RecipientTasks"
    supports_should_process: ClassVar[bool] = True
    doing: ClassVar[str]

    user: str = parameter(
        "string", by_property_name=True, mandatory=True, completer=completers.trustees, help="The user or group."
    )
    access_rights: Any = parameter(
        f"{RIGHTS.name}[]", by_property_name=True, mandatory=True, help="The access rights: FullAccess and others."
    )
    deny: bool = parameter("switch", by_property_name=True, help="Deny the rights instead of allowing them.")
    inheritance_type: Any = parameter(INHERITANCE_TYPE.name, help="The inheritance by folders: All or None.")

    def process(self) -> None:
        """Change the access control list of the mailbox."""
        assert self.identity is not None
        try:
            mailbox = self.lookup(Mailbox, self.identity)
            entry = AccessEntry(
                find_trustee(self.organization, self.user),
                self._rights(mailbox),
                deny=self.deny,
                inheritance=INHERITANCE[int(self.inheritance_type)] if self.inheritance_type is not None else "All",
            )
            user = shown_name(entry.trustee, self.organization)
            question = (
                f'{self.doing} mailbox permission "{mailbox.identity_text()}" for user "{user}" with access rights '
                f"\"'{enum_text(RIGHTS, entry.rights)}'\"."
            )
            if self.should_process(mailbox.identity_text(), message=question):
                self.change(mailbox, entry)
        except OrganizationError as error:
            self.report(error)

    def _rights(self, mailbox: Mailbox) -> int:
        rights = 0
        for each in self.access_rights or ():
            rights |= int(each)
        if rights & MAILBOX_RIGHTS["SendAs"]:
            raise RuleBroken("SendAs is a right of the directory: use Add-ADPermission.", mailbox, "TaskException")
        return rights

    def change(self, mailbox: Mailbox, entry: AccessEntry) -> None:
        """Add or remove the entry."""
        raise NotImplementedError

    def same(self, mailbox: Mailbox, entry: AccessEntry) -> Iterator[AccessEntry]:
        """Return the entries for the same account and of the same kind."""
        return (each for each in mailbox.mailbox_access if replace(each, rights=entry.rights) == entry)

    def place(self, mailbox: Mailbox, entry: AccessEntry) -> str:
        """Return the mailbox and the trustee, as warnings name them."""
        user = shown_name(entry.trustee, self.organization)
        return f'on the object "{mailbox.distinguished_name}" for account "{user}"'


class AddMailboxPermission(_Changing, verb="Add", noun="MailboxPermission", output=(ACE.name,)):
    """Grant a user or group rights on a mailbox. Kept and shown only: nothing opens mailboxes in the lab."""

    doing = "Adding"
    auto_mapping: Any = parameter(
        "bool",
        default=None,
        help="Open the mailbox in the user's Outlook automatically. No effect: the lab has no Outlook.",
    )
    examples = (
        Example("Add-MailboxPermission ben -User anna -AccessRights FullAccess", "Anna may open Ben's mailbox."),
    )

    def change(self, mailbox: Mailbox, entry: AccessEntry) -> None:
        """Add the rights, merged into the account's existing entry, and write it."""
        before = next(self.same(mailbox, entry), None)
        if before is not None and before.rights & entry.rights == entry.rights:
            self.write_warning(f"The appropriate access control entry is already present {self.place(mailbox, entry)}.")
            return
        merged = replace(entry, rights=entry.rights | (before.rights if before else 0))
        kept = tuple(each for each in mailbox.mailbox_access if each != before)
        stored = self.organization.update(mailbox, mailbox_access=(*kept, merged))
        self.write(MailboxAce(stored, merged, self.organization))


class RemoveMailboxPermission(_Changing, verb="Remove", noun="MailboxPermission"):
    """Remove rights of a user or group on a mailbox; asks first."""

    impact: ClassVar[Impact] = Impact.HIGH
    doing = "Removing"
    examples = (
        Example(
            "Add-MailboxPermission ben -User anna -AccessRights FullAccess; "
            "Remove-MailboxPermission ben -User anna -AccessRights FullAccess -Confirm:$false",
            "Grant a right and remove it again.",
        ),
    )

    def change(self, mailbox: Mailbox, entry: AccessEntry) -> None:
        """Remove the rights; a missing right is a warning."""
        before = next(self.same(mailbox, entry), None)
        if before is None or not before.rights & entry.rights:
            self.write_warning(
                f"Can't remove the access control entry {self.place(mailbox, entry)} because the ACE isn't present."
                if self.organization.profile.contractions
                else f"Cannot remove ACE {self.place(mailbox, entry)} because it is not present."
            )
            return
        left = replace(before, rights=before.rights & ~entry.rights)
        kept = tuple(each for each in mailbox.mailbox_access if each != before)
        self.organization.update(mailbox, mailbox_access=(*kept, left) if left.rights else kept)
