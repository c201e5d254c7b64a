"""Send-LabMessage: mail from a mailbox; the shell has no mail client."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, ClassVar

from organization.errors import ObjectNotFound, OrganizationError
from organization.objects.mailbox import Mailbox
from organization.objects.recipient import Recipient
from organization.ports import OutgoingMessage, SendRefused
from organization.values.address import SmtpAddress
from shell.engine.commands.cmdlet import Example, parameter
from shell.engine.providers.table import drive_table
from shell.machine import disk
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, FileNotFoundException

from ..base import ExchangeCmdlet
from ..identities import IdParameter, id_type

_PEOPLE = f"{id_type('Recipient')}[]"
Person = tuple[str, str]


class SendLabMessage(ExchangeCmdlet, verb="Send", noun="LabMessage"):
    """Send a message from a mailbox, as its owner does with a mail client.

    The store driver submits the message: tracked as SUBMIT and RECEIVE of source STOREDRIVER, as mail of an
    authenticated sender. The quota and the limits of the mailbox apply, and a copy is kept in Sent Items. Without -As
    the mailbox itself is the sender.
    """

    module = "Emshell.Lab"
    supports_should_process: ClassVar[bool] = True
    sender: IdParameter | None = parameter(
        id_type("Mailbox"),
        name="From",
        position=0,
        mandatory=True,
        by_property_name=True,
        help="The mailbox that sends.",
    )
    to: Any = parameter(
        _PEOPLE,
        position=1,
        pipeline=True,
        by_property_name=True,
        help="The recipients: names of recipients or SMTP addresses.",
    )
    cc: Any = parameter(_PEOPLE, by_property_name=True, help="The Cc recipients.")
    bcc: Any = parameter(_PEOPLE, by_property_name=True, help="The Bcc recipients.")
    subject: str = parameter("string", position=2, by_property_name=True, allow_empty_string=True, help="The subject.")
    body: str = parameter(
        "string", position=3, by_property_name=True, allow_empty_string=True, help="The text of the message."
    )
    html: bool = parameter("switch", aliases=("BodyAsHtml",), help="The text is HTML.")
    attachments: Any = parameter("string[]", by_property_name=True, help="The files to attach.")
    headers: Any = parameter("hashtable", help="More header fields, as @{'X-Test' = 'yes'}.")
    in_name_of: IdParameter | None = parameter(
        id_type("Recipient"),
        name="As",
        by_property_name=True,
        help="The mailbox or group in the From field. The sender needs Send As, or must be in its GrantSendOnBehalfTo.",
    )
    examples = (
        Example("Send-LabMessage -From anna -To ben -Subject 'Lunch?' -Body 'At one?'", "A message inside."),
        Example("Send-LabMessage anna Sales, kim@fabrikam.com 'Figures' -Cc david", "To a group and to the outside."),
        Example("Get-Mailbox | Send-LabMessage anna -Subject 'For you'", "One message for each."),
    )

    def process(self) -> None:
        """Send it."""
        assert self.sender is not None
        try:
            mailbox = self.lookup(Mailbox, self.sender)
            author = self.refer(Recipient, self.in_name_of).guid if self.in_name_of is not None else None
            to, cc, bcc = (tuple(self._people(given)) for given in (self.to, self.cc, self.bcc))
        except OrganizationError as error:
            self.report(error)
            return
        if not (to or cc or bcc):
            self.refuse("The message has no recipient: name one with -To, -Cc or -Bcc.", "LabMessageException")
            return
        attachments = self._attached()
        if attachments is None or not self.should_process(mailbox.identity_text(), "Send a message"):
            return
        headers = tuple((to_string(key), to_string(value)) for key, value in (self.headers or {}).items())
        message = OutgoingMessage(
            mailbox.guid,
            to,
            cc,
            bcc,
            self.subject or "",
            self.body or "",
            bool(self.html),
            attachments,
            headers,
            author,
        )
        try:
            self.mail_system.outbox.send(message)
        except SendRefused as refusal:
            kind = "ShutoffQuotaExceededException" if refusal.over_quota else "LabMessageException"
            self.refuse(str(refusal), kind, ErrorCategory.LimitsExceeded if refusal.over_quota else _INVALID)

    def _people(self, given: Any) -> Iterator[Person]:
        for each in given or ():
            yield self._person(each)

    def _person(self, identity: IdParameter) -> Person:
        """Return a recipient of the directory by name, otherwise the address as it is written."""
        try:
            found = self.lookup(Recipient, identity)
        except ObjectNotFound:
            address = SmtpAddress(identity.text.strip())
            if "@" not in address.text or not address.is_valid:
                raise
            return "", address.text
        if found.primary_smtp_address is None:
            raise self.organization.not_found(identity.text)
        written = identity.text.casefold()
        own = next((each.address for each in found.email_addresses if each.address.casefold() == written), None)
        return found.display_name or found.name, own or found.primary_smtp_address.text

    def _attached(self) -> tuple[tuple[str, bytes], ...] | None:
        """Return the attached files; None after an error."""
        found = []
        for path in self.attachments or ():
            try:
                real = drive_table(self.session).resolve(path).provider_path
                found.append((os.path.basename(real), disk.read_bytes(real)))
            except OSError:
                text = f"Could not find file '{path}'."
                self.write_error(
                    self.error(
                        text, "FileNotFound", ErrorCategory.ObjectNotFound, path, exception=FileNotFoundException
                    )
                )
                return None
        return tuple(found)


_INVALID = ErrorCategory.InvalidOperation
