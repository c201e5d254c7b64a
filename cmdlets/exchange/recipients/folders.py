"""Cmdlet for mailbox folders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from organization.errors import OrganizationError
from organization.objects.mailbox import Mailbox
from organization.ports import INBOX, JUNK, SENT, Message
from organization.values.size import ByteQuantifiedSize
from organization.versions import Version
from shell.engine.commands.cmdlet import Example, parameter
from shell.values.objects import PSCustomObject

from ..base import ObjectCmdlet
from ..conversion import to_shell

_TYPE: Final = "Microsoft.Exchange.Management.Tasks.MailboxFolderConfiguration"


class _Folder(NamedTuple):
    name: str
    kind: str
    """FolderType, which is also what -FolderScope names."""
    since: Version = Version.V2007
    above: str = ""


_ROOT: Final = "Top of Information Store"
_RECOVERABLE: Final = "Recoverable Items"
_FOLDERS: Final = (
    _Folder(_ROOT, "Root"),
    _Folder("Calendar", "Calendar"),
    _Folder("Contacts", "Contacts"),
    _Folder("Conversation Action Settings", "ConversationActions", Version.V2010),
    _Folder("Deleted Items", "DeletedItems"),
    _Folder("Drafts", "Drafts"),
    _Folder(INBOX, "Inbox"),
    _Folder("Journal", "Journal"),
    _Folder(JUNK, "JunkEmail"),
    _Folder("Notes", "Notes"),
    _Folder("Outbox", "Outbox"),
    _Folder(SENT, "SentItems"),
    _Folder("Tasks", "Tasks"),
    _Folder(_RECOVERABLE, "RecoverableItemsRoot", Version.V2010),
    _Folder("Deletions", "RecoverableItemsDeletions", Version.V2010, _RECOVERABLE),
    _Folder("Purges", "RecoverableItemsPurges", Version.V2010, _RECOVERABLE),
    _Folder("Versions", "RecoverableItemsVersions", Version.V2010, _RECOVERABLE),
)
_SCOPES: Final = ("All", "NonIpmRoot", "RecoverableItems", *(folder.kind for folder in _FOLDERS[1:13]))


class GetMailboxFolderStatistics(ObjectCmdlet[Mailbox], verb="Get", noun="MailboxFolderStatistics"):
    """Show the folders of a mailbox with the number and size of their messages."""

    tasks = "RecipientTasks"
    folder_scope: str = parameter("string", values=_SCOPES, help="Only folders of this type.")
    include_oldest_and_newest_items: bool = parameter(
        "switch", help="Include the dates of the oldest and the newest message."
    )
    include_analysis: bool = parameter("switch", hidden=True, help="Accepted without effect.")
    examples = (
        Example("Get-MailboxFolderStatistics anna | Format-Table Name, ItemsInFolder, FolderSize", "All folders."),
        Example("Get-MailboxFolderStatistics anna -FolderScope Inbox", "The Inbox."),
    )

    @classmethod
    def declare_parameters(cls) -> None:
        """Declare -Identity."""
        cls.add_parameter("identity", cls.identity_parameter(mandatory=True))

    def process(self) -> None:
        """Write one object for each folder."""
        assert self.identity is not None
        try:
            mailbox = self.lookup(Mailbox, self.identity)
        except OrganizationError as error:
            self.report(error)
            return
        messages = self.mail_system.mail.messages(mailbox.guid)
        for folder in self._folders():
            own = [message for message in messages if message.folder == folder.name]
            below = messages if folder.name == _ROOT else own
            self.write(self._shown(mailbox, folder, own, below))

    def _folders(self) -> Iterator[_Folder]:
        scope, version = (self.folder_scope or "All").lower(), self.organization.profile.version
        for folder in _FOLDERS:
            recoverable = _RECOVERABLE in (folder.name, folder.above)
            fits = scope == "all" or scope == folder.kind.lower() or (scope == "recoverableitems" and recoverable)
            if version >= folder.since and fits:
                yield folder

    def _shown(
        self, mailbox: Mailbox, folder: _Folder, own: Sequence[Message], below: Sequence[Message]
    ) -> PSCustomObject:
        path = f"/{folder.name}" if not folder.above else f"/{folder.above}/{folder.name}"
        members: dict[str, Any] = {
            "Date": to_shell(mailbox.when_created),
            "Name": folder.name,
            "FolderPath": path,
            "FolderId": f"{mailbox.exchange_guid}{path}",
            "FolderType": folder.kind,
            "ItemsInFolder": len(own),
            "DeletedItemsInFolder": 0,
            "FolderSize": self._size(own),
            "ItemsInFolderAndSubfolders": len(below),
            "DeletedItemsInFolderAndSubfolders": 0,
            "FolderAndSubfolderSize": self._size(below),
            "OldestItemReceivedDate": self._moment(own, 0),
            "NewestItemReceivedDate": self._moment(own, -1),
            "ManagedFolder": None,
            "Identity": f"{mailbox.identity_text()}\\{path[1:]}",
            "IsValid": True,
        }
        return PSCustomObject(members, [_TYPE, "System.Object"])

    def _size(self, messages: Sequence[Message]) -> ByteQuantifiedSize:
        return ByteQuantifiedSize(sum(message.size for message in messages), self.organization.profile.style)

    def _moment(self, messages: Sequence[Message], place: int) -> Any:
        if not messages or not self.include_oldest_and_newest_items:
            return None
        return to_shell(messages[place].received.astimezone().replace(tzinfo=None))
