"""Commands that show delivered mail; the shell has no mail client."""

from __future__ import annotations

from itertools import islice
from typing import Any, ClassVar

from organization.errors import OrganizationError
from organization.identity import matcher
from organization.mime.addresses import mailboxes, shown
from organization.mime.fields import fields_of
from organization.mime.reading import attachment_names, body_of, text_of
from organization.mime.structure import Part, read_message
from organization.objects.mailbox import Mailbox
from organization.objects.recipient import Recipient
from organization.ports import SENT, Message
from organization.values.size import ByteQuantifiedSize
from shell.engine.commands.cmdlet import Example, Impact, parameter
from shell.values.objects import Int64, PSCustomObject

from .. import completers
from ..base import ExchangeCmdlet
from ..conversion import to_shell
from ..identities import IdParameter, id_type

_TYPE = "Emshell.LabMessage"


class _MailboxCommand(ExchangeCmdlet):
    """A command for the content of one mailbox."""

    module = "Emshell.Lab"

    def mailbox_of(self, identity: IdParameter | None) -> Mailbox | None:
        """Return the mailbox, or None after an error."""
        assert identity is not None
        try:
            return self.lookup(Mailbox, identity)
        except OrganizationError as error:
            self.report(error)
            return None

    def shown(self, mailbox: Mailbox, message: Message) -> PSCustomObject:
        """Return the message as an object for scripts."""
        mail = read_message(message.content)
        head = message.content[: mail.head].decode("utf-8", "replace").replace("\r\n", "\n").removesuffix("\n")
        fields: dict[str, str] = {}
        for name, value in fields_of(message.content[: mail.head]):
            fields.setdefault(name, value)
        members: dict[str, Any] = {
            "Id": Int64(message.id),
            "Mailbox": mailbox.alias,
            "Folder": message.folder,
            "Received": to_shell(message.received.astimezone().replace(tzinfo=None)),
            "From": shown(fields.get("from", "")) or message.sender,
            "SenderName": self._sender_name(fields, message),
            "To": shown(fields.get("to", "")) or "; ".join(message.recipients),
            "Subject": message.subject,
            "Size": ByteQuantifiedSize(message.size, self.organization.profile.style),
            "Sender": message.sender,
            "Recipients": list(message.recipients),
            "MessageId": message.message_id,
            "Headers": head,
            "Body": _body(mail),
            "Attachments": attachment_names(mail),
        }
        return PSCustomObject(members, [_TYPE, "System.Object"])

    def _sender_name(self, fields: dict[str, str], message: Message) -> str:
        """Return the sender's name as an Exchange client shows it: the display name of the address book if the sender
        is resolved.
        """
        name, address = next(mailboxes(fields.get("from") or message.sender), ("", ""))
        if fields.get("x-ms-exchange-organization-authas", "") == "Internal":
            found = self.organization.recipient(address)
            if isinstance(found, Recipient) and found.display_name:
                return found.display_name
        return name or address


def _body(mail: Part) -> str:
    """Return the text of a message; empty if all its parts are attachments."""
    text = body_of(mail)
    return text_of(text) if text is not None else ""


class GetLabMessage(_MailboxCommand, verb="Get", noun="LabMessage"):
    """Show the messages in a mailbox of the lab, the oldest first."""

    mailbox: IdParameter | None = parameter(
        id_type("Mailbox"), position=0, mandatory=True, pipeline=True, help="The mailbox."
    )
    id: int | None = parameter("long", default=None, name="Id", help="The number of one message.")
    subject: str = parameter("string", help="Only messages with this subject; wildcards are allowed.")
    folder: str = parameter(
        "string",
        completer=completers.mail_folders,
        help="Only messages in this folder: Inbox, Junk E-Mail or Sent Items. By default, received messages.",
    )
    newest: int | None = parameter("int", default=None, help="Only this number of the newest messages.")
    examples = (
        Example("Get-LabMessage anna", "Messages that anna has received."),
        Example("Get-LabMessage anna -Folder Junk*", "Messages in the Junk E-Mail folder."),
        Example("Get-LabMessage -Mailbox anna -Newest 1 | Format-List", "The newest message with header and body."),
    )

    def process(self) -> None:
        """Write them."""
        mailbox = self.mailbox_of(self.mailbox)
        if mailbox is None:
            return
        messages = self.mail_system.mail.messages(mailbox.guid)
        if self.newest is not None and self.newest > 0:  # searched from the newest, so that no other messages are read
            newest = list(islice(filter(self._fits, reversed(messages)), self.newest))
            messages = newest[::-1]
        elif self.newest is not None and self.newest < 0:
            messages = [each for each in messages if self._fits(each)][-self.newest :]
        for message in messages:
            if self._fits(message):
                self.write(self.shown(mailbox, message))

    def _fits(self, message: Message) -> bool:
        if self.is_bound("Id") and message.id != self.id:
            return False
        if self.folder and not matcher(self.folder)(message.folder):
            return False
        if not self.folder and message.folder == SENT and not self.is_bound("Id"):
            return False
        return not self.subject or matcher(self.subject)(message.subject)


class ShowLabMessage(_MailboxCommand, verb="Show", noun="LabMessage"):
    """Show a message as it arrived: header, empty line, body. The newest one unless -Id is given."""

    mailbox: IdParameter | None = parameter(
        id_type("Mailbox"), position=0, mandatory=True, by_property_name=True, help="The mailbox."
    )
    id: int | None = parameter(
        "long", default=None, name="Id", position=1, by_property_name=True, help="The number of the message."
    )
    examples = (Example("Get-LabMessage anna | Show-LabMessage", "All messages of anna, as they arrived."),)

    def process(self) -> None:
        """Write its lines."""
        mailbox = self.mailbox_of(self.mailbox)
        if mailbox is None:
            return
        messages = self.mail_system.mail.messages(mailbox.guid)
        if self.is_bound("Id"):
            messages = [each for each in messages if each.id == self.id]
        if not messages:
            self.refuse(f"There is no such message in the mailbox '{mailbox.alias}'.", "LabMessageNotFoundException")
            return
        for line in messages[-1].content.decode("utf-8", "replace").split("\r\n"):
            self.write(line)


class ClearLabMailbox(_MailboxCommand, verb="Clear", noun="LabMailbox"):
    """Delete all messages in a mailbox of the lab."""

    supports_should_process: ClassVar[bool] = True
    impact: ClassVar[Impact] = Impact.MEDIUM
    mailbox: IdParameter | None = parameter(
        id_type("Mailbox"), position=0, mandatory=True, pipeline=True, help="The mailbox."
    )
    examples = (Example("Clear-LabMailbox anna", "Empty it."),)

    def process(self) -> None:
        """Empty it."""
        mailbox = self.mailbox_of(self.mailbox)
        if mailbox is not None and self.should_process(mailbox.identity_text(), "Remove all messages"):
            self.mail_system.mail.clear(mailbox.guid)
