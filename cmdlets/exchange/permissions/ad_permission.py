"""Cmdlets for permissions on directory objects: on Receive connectors they decide what a client may do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from organization.access import (
    directory_groups,
    explicit_entries,
    find_trustee,
    inherited_entries,
    shown_name,
    with_entries,
)
from organization.directory import DirectoryObject
from organization.errors import AmbiguousIdentity, OrganizationError, RuleBroken
from organization.objects.server import Service
from organization.objects.transport_server import FrontendTransportServer, TransportServer
from organization.values.access import (
    EXTENDED_RIGHT,
    INHERITANCE,
    AccessEntry,
    Trustee,
    extended_right,
    ordered,
)
from organization.versions import Version
from shell.engine.commands.cmdlet import Example, Impact, SetMembership, parameter
from shell.types.registry.enumeration import enum_text

from .. import completers
from ..base import ExchangeCmdlet
from ..identities import IdParameter, id_type
from .entries import ACE, INHERITANCE_TYPE, RIGHTS, Ace, Owner

_NO_ENTRIES_OF_THEIR_OWN = (Service, TransportServer, FrontendTransportServer)
"""Objects that are parts of another one in the directory, or none."""


class PermissionCmdlet(ExchangeCmdlet):
    """A cmdlet for the access control list of one object."""

    tasks = "RecipientTasks"

    def subject(self, identity: IdParameter) -> DirectoryObject:
        """Return the object, of any class. Raises ObjectNotFound or AmbiguousIdentity."""
        if identity.guid is not None:
            return self.lookup(DirectoryObject, identity)
        found = [
            item
            for item in self.organization.find(DirectoryObject, identity.text)
            if not isinstance(item, _NO_ENTRIES_OF_THEIR_OWN)
        ]
        if not found:
            raise self.organization.not_found(identity.text)
        if len(found) > 1:
            raise AmbiguousIdentity(identity.text, self.organization.profile.contractions)
        return found[0]

    def trustee(self, name: str) -> Trustee:
        """Return the account that -User or -Owner names. Raises TrusteeNotFound."""
        return find_trustee(self.organization, name)


class GetADPermission(
    PermissionCmdlet, verb="Get", noun="ADPermission", default_set="AccessRights", output=(ACE.name,)
):
    """Show the permissions on a directory object, one row for each right."""

    identity: IdParameter | None = parameter(
        id_type("ADRawEntry"), position=0, mandatory=True, pipeline=True, by_property_name=True, help="The object."
    )
    user: str = parameter(
        "string",
        sets=("AccessRights",),
        completer=completers.trustees,
        help="Only the permissions of this user or group.",
    )
    owner: bool = parameter("switch", sets=("Owner",), mandatory=True, help="Show the owner of the object instead.")
    examples = (
        Example(
            'Get-ADPermission "Default EX01" -User "NT AUTHORITY\\Authenticated Users"',
            "Permissions of authenticated users.",
        ),
        Example(
            'Get-ReceiveConnector "Client EX01" | Get-ADPermission | '
            "Where-Object { $_.Deny -eq $false -and $_.IsInherited -eq $false } | "
            "Format-Table User, ExtendedRights",
            "Permissions set on the connector itself.",
        ),
    )

    def process(self) -> None:
        """Write the object's own entries, then the inherited ones."""
        assert self.identity is not None
        try:
            item = self.subject(self.identity)
            if self.owner:
                self.write(Owner(item, self._owner(item)))
                return
            wanted = self.trustee(self.user) if self.user else None
        except OrganizationError as error:
            self.report(error)
            return
        for entry in ordered([*explicit_entries(item, self.organization), *inherited_entries(item, self.organization)]):
            if wanted is None or entry.trustee == wanted:
                self.write(Ace(item, entry, self.organization))

    def _owner(self, item: DirectoryObject) -> str:
        if item.owner is not None:
            return shown_name(item.owner, self.organization)
        groups = directory_groups(self.organization)
        group = "Organization Management" if "Organization Management" in groups else "Domain Admins"
        return f"{self.organization.forest.netbios}\\{group}"


class ChangingPermission(PermissionCmdlet):
    """Add or remove access control entries."""

    supports_should_process: ClassVar[bool] = True
    doing: ClassVar[str]

    identity: IdParameter | None = parameter(
        id_type("ADRawEntry"),
        position=0,
        sets={
            "AccessRights": SetMembership(True, 0, True, True),
            "Owner": SetMembership(True, 0, True, True),
            "Instance": SetMembership(False, 0, False, True),
        },
        help="The object.",
    )
    instance: Ace | None = parameter(
        ACE.name, sets=("Instance",), mandatory=True, pipeline=True, help="An entry from Get-ADPermission."
    )
    user: str = parameter(
        "string",
        sets={"AccessRights": SetMembership(mandatory=True), "Instance": SetMembership()},
        completer=completers.trustees,
        help="The user, group or well-known principal: CONTOSO\\anna, NT AUTHORITY\\ANONYMOUS LOGON.",
    )
    access_rights: Any = parameter(
        f"{RIGHTS.name}[]", sets=("AccessRights", "Instance"), help="The directory access rights."
    )
    extended_rights: Any = parameter(
        "string[]",
        sets=("AccessRights", "Instance"),
        completer=completers.connector_rights,
        help="The extended rights, such as ms-Exch-SMTP-Accept-Any-Recipient or Send As.",
    )
    deny: bool = parameter(
        "switch", sets=("AccessRights", "Instance"), help="Deny the rights instead of allowing them."
    )
    child_object_types: Any = parameter(
        "string[]",
        sets=("AccessRights", "Instance"),
        help="The classes of child objects that may be created or deleted.",
    )
    properties_: Any = parameter(
        "string[]",
        name="Properties",
        sets=("AccessRights", "Instance"),
        help="The attributes that the rights apply to.",
    )
    inherited_object_type: str = parameter(
        "string", sets=("AccessRights", "Instance"), help="The class of child objects that inherit the entry."
    )
    inheritance_type: Any = parameter(
        INHERITANCE_TYPE.name, sets=("AccessRights", "Instance"), help="How child objects inherit the entry."
    )

    def process(self) -> None:
        """Change the access control list of the object."""
        try:
            if self.instance is not None:
                item = self.organization.by_guid(self.instance.item.guid) or self.instance.item
            else:
                assert self.identity is not None
                item = self.subject(self.identity)
            self.work_on(item)
        except OrganizationError as error:
            self.report(error)

    def work_on(self, item: DirectoryObject) -> None:
        """Change the entries one by one."""
        entries = list(self._entries())
        if not entries:
            raise RuleBroken(
                "You must specify the AccessRights or the ExtendedRights parameter.", item, "TaskException"
            )
        user = shown_name(entries[0].trustee, self.organization)
        rights = ", ".join(f"'{_label(entry)}'" for entry in entries)
        question = (
            f'{self.doing} Active Directory permission "{item.identity_text()}" for user "{user}" with access rights '
            f'"{rights}".'
        )
        if self.should_process(item.identity_text(), message=question):
            for entry in entries:
                self.change(self.organization.by_guid(item.guid) or item, entry)

    def change(self, item: DirectoryObject, entry: AccessEntry) -> None:
        """Add or remove one entry."""
        raise NotImplementedError

    def _entries(self) -> Iterator[AccessEntry]:
        """Return the entries that the parameters describe, or the one from the pipeline."""
        if self.instance is not None and not (self.extended_rights or self.access_rights):
            entry = self.instance.entry
            yield replace(entry, trustee=self.trustee(self.user)) if self.user else entry
            return
        base = AccessEntry(
            self.trustee(self.user) if self.user or self.instance is None else self.instance.entry.trustee,
            deny=self.deny,
            inheritance=INHERITANCE[int(self.inheritance_type)] if self.inheritance_type is not None else "All",
            inherited_type=self.inherited_object_type,
        )
        bits = 0
        for right in self.access_rights or ():
            bits |= int(right)
        for name in self.extended_rights or ():
            yield replace(base, extended=self._extended_right(name))
            bits &= ~EXTENDED_RIGHT
        if bits:
            for about in [*(self.child_object_types or ()), *(self.properties_ or ())] or [""]:
                yield replace(base, rights=bits, object_type=about)

    def _extended_right(self, text: str) -> str:
        found = extended_right(text, self.organization.profile.version >= Version.V2010)
        if found is None:
            problem = f'The extended right "{text}" was not found. Please make sure you have typed it correctly.'
            raise RuleBroken(problem, None, "ExtendedRightNotFoundException")
        return found

    def place(self, item: DirectoryObject, entry: AccessEntry) -> str:
        """Return the object and the trustee, as warnings name them."""
        user = shown_name(entry.trustee, self.organization)
        return f'on the object "{item.distinguished_name}" for account "{user}"'


def _label(entry: AccessEntry) -> str:
    return entry.extended or enum_text(RIGHTS, entry.rights)


class AddADPermission(
    ChangingPermission, verb="Add", noun="ADPermission", default_set="AccessRights", output=(ACE.name,)
):
    """Grant a user or group rights on a directory object, such as a Receive connector. They apply at once."""

    doing = "Adding"
    owner: str = parameter("string", sets=("Owner",), mandatory=True, help="The new owner of the object.")
    examples = (
        Example(
            'Get-ReceiveConnector "Client EX01" | Add-ADPermission -User "NT AUTHORITY\\ANONYMOUS LOGON" '
            '-ExtendedRights "ms-Exch-SMTP-Accept-Any-Recipient"',
            "Anonymous senders may relay through this connector to any recipient.",
        ),
        Example('Add-ADPermission "Ben Carter" -User anna -ExtendedRights "Send As"', "Anna may send as Ben."),
    )

    def work_on(self, item: DirectoryObject) -> None:
        """Add the entries, or change the owner."""
        if not self.owner:
            return super().work_on(item)
        owner = self.trustee(self.owner)
        question = f'Setting the owner of "{item.identity_text()}" to "{shown_name(owner, self.organization)}".'
        if self.should_process(item.identity_text(), message=question):
            stored = self.organization.update(item, owner=owner)
            self.write(Owner(stored, shown_name(owner, self.organization)))
        return None

    def change(self, item: DirectoryObject, entry: AccessEntry) -> None:
        """Add the entry and write it; an entry that exists already is a warning."""
        present = explicit_entries(item, self.organization)
        if entry in present:
            self.write_warning(f"The appropriate access control entry is already present {self.place(item, entry)}.")
            return
        stored = self.organization.put(with_entries(item, [*present, entry], self.organization))
        self.write(Ace(stored, entry, self.organization))


class RemoveADPermission(ChangingPermission, verb="Remove", noun="ADPermission", default_set="AccessRights"):
    """Remove rights of a user or group on a directory object; asks first."""

    impact: ClassVar[Impact] = Impact.HIGH
    doing = "Removing"
    examples = (
        Example(
            'Remove-ADPermission "Default EX01" -User "NT AUTHORITY\\Authenticated Users" '
            '-ExtendedRights "ms-Exch-SMTP-Accept-Any-Recipient" -Confirm:$false',
            "Users of this connector may not relay to other organizations.",
        ),
    )

    def change(self, item: DirectoryObject, entry: AccessEntry) -> None:
        """Remove the entry; one that is missing or inherited is a warning."""
        present = explicit_entries(item, self.organization)
        left = [kept for each in present if (kept := self._without(each, entry)) is not None]
        if left != present:
            self.organization.put(with_entries(item, left, self.organization))
        elif entry in inherited_entries(item, self.organization):
            kind = "Deny" if entry.deny else "Allow"
            self.write_warning(
                f"An inherited access control entry has been specified: [Rights: {_label(entry)}, ControlType: {kind}] "
                f'and was ignored on object "{item.distinguished_name}".'
            )
        else:
            self.write_warning(
                f"Can't remove the access control entry {self.place(item, entry)} because the ACE isn't present."
                if self.organization.profile.contractions
                else f"Cannot remove ACE {self.place(item, entry)} because it is not present."
            )

    def _without(self, entry: AccessEntry, removed: AccessEntry) -> AccessEntry | None:
        """Return what is left of an entry. Its inheritance is compared only where -InheritanceType was given."""
        if not self.is_bound("InheritanceType"):
            removed = replace(removed, inheritance=entry.inheritance)
        if entry.extended or removed.extended:
            return None if entry == removed else entry
        if replace(removed, rights=entry.rights) != entry:
            return entry
        left = entry.rights & ~removed.rights
        return replace(entry, rights=left) if left else None
