"""System.Net.Mail: MailMessage with its addresses and attachments, and its conversion to a MIME message."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.io.file_access import full_path
from shell.dotnet.net.addresses import MailAddress
from shell.lazy import lazy
from shell.machine import disk, path_text
from shell.machine.os_errors import net_error
from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.registry.checks import not_empty, not_null
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.errors import ArgumentException, FormatException
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.types.members import access
else:
    access = lazy("shell.types.members.access", globals())


_PRIORITIES: Final = {1: "5", 2: "1"}
_IMPORTANCE: Final = {1: "Low", 2: "High"}


# --- the message on the wire -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Part:
    """An attachment: file name, media type (guessed from the name where none is given) and content."""

    name: str
    data: bytes
    media_type: str = ""


@dataclass(slots=True)
class Draft:
    """The parts of a message. Addresses are texts, with or without display name; `priority` is MailPriority."""

    sender: str
    to: Sequence[str] = ()
    cc: Sequence[str] = ()
    reply_to: Sequence[str] = ()
    subject: str = ""
    body: str = ""
    is_html: bool = False
    priority: int = 0
    charset: str = "utf-8"
    attachments: Sequence[Part] = ()
    headers: Iterable[tuple[str, str]] = field(default=())


def compose(draft: Draft) -> EmailMessage:
    """Return the MIME message; a line break raises ArgumentException in the subject, FormatException in a header."""
    if _is_broken(draft.subject):
        raise ArgumentException("The specified string is not in the form required for a subject.")
    message = EmailMessage()
    message["From"] = draft.sender
    for name, group in (("To", draft.to), ("Cc", draft.cc), ("Reply-To", draft.reply_to)):
        if group:
            message[name] = ", ".join(group)
    message["Date"] = formatdate(localtime=True)
    message["Subject"] = draft.subject
    message["Message-ID"] = make_msgid()
    if draft.priority in _PRIORITIES:
        message["X-Priority"] = _PRIORITIES[draft.priority]
        message["Importance"] = _IMPORTANCE[draft.priority]
    for name, value in draft.headers:
        if _is_broken(name + value):
            raise FormatException("An invalid character was found in header value.")
        del message[name]
        message[name] = value
    _set_body(message, draft.body, "html" if draft.is_html else "plain", draft.charset)
    for each in draft.attachments:
        guessed = each.media_type or mimetypes.guess_type(each.name)[0] or "application/octet-stream"
        main, _, sub = guessed.partition("/")
        message.add_attachment(each.data, maintype=main, subtype=sub or "octet-stream", filename=each.name)
    return message


def _set_body(message: EmailMessage, text: str, subtype: str, charset: str) -> None:
    """Set the body of a message; characters outside the charset become `?`."""
    data = text.replace("\r\n", "\n").encode(charset, "replace")
    if charset.lower().startswith(("utf-16", "utf-32")):  # whose lines the library cannot tell apart
        message.set_content(data, "text", subtype, params={"charset": charset})
    else:
        message.set_content(data.decode(charset), subtype=subtype, charset=charset)


def _is_broken(text: str) -> bool:
    return "\r" in text or "\n" in text


# --- addresses and attachments ---------------------------------------------------------------------------------------


@clr_class(
    "System.Net.Mail.Attachment", properties="Name:string=rw ContentId:string=rw", interfaces="System.IDisposable"
)
class Attachment:
    """An attached file, which is read when it is attached."""

    def __init__(self, name: str, data: bytes, media_type: str = "") -> None:
        self.name = name
        self.data = data
        self.media_type = media_type or ""
        self.content_id = ""

    @clr_constructor("string fileName")
    @clr_constructor("string fileName, string mediaType")
    @staticmethod
    def of_file(name: str, media_type: str = "") -> Attachment:
        """Attach a file."""
        not_empty(name, "fileName")
        full = full_path(name)
        try:
            return Attachment(path_text.basename(full), disk.read_bytes(full), media_type)
        except OSError as problem:
            raise net_error(problem, full) from None

    @clr_constructor("System.IO.Stream contentStream, string name")
    @clr_constructor("System.IO.Stream contentStream, string name, string mediaType")
    @staticmethod
    def of_stream(stream: Any, name: str, media_type: str = "") -> Attachment:
        """Attach the rest of a stream."""
        not_null(stream, "contentStream")
        return Attachment(name, stream.take(), media_type)

    @clr_method("CreateAttachmentFromString", "string content, string name -> System.Net.Mail.Attachment", static=True)
    @staticmethod
    def of_text(content: str, name: str) -> Attachment:
        """Attach a text."""
        return Attachment(name, content.encode("utf-8"), "text/plain")

    @clr_method("Dispose", "-> void")
    def dispose(self) -> None:
        """Do nothing: no resource is held."""


class _Held:
    """Base of the collections: elements of one type."""

    def __init__(self) -> None:
        self.items: list[Any] = []

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the elements."""
        return iter(list(self.items))

    def clr_index(self, index: Value) -> Value:
        """Return the element at an index, null if out of range."""
        return self.items[index] if isinstance(index, int) and -len(self.items) <= index < len(self.items) else None

    def __len__(self) -> int:
        return len(self.items)


@clr_class(
    "System.Net.Mail.MailAddressCollection",
    interfaces="System.Collections.IEnumerable System.Collections.ICollection",
)
class MailAddressCollection(_Held):
    """A list of addresses; its text is the addresses, separated by commas."""

    @clr_constructor("")
    def __init__(self) -> None:
        super().__init__()

    def __str__(self) -> str:
        return ", ".join(str(each) for each in self.items)

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the addresses, separated by commas."""
        return str(self)

    @clr_method("Add", "mailaddress item -> void")
    def add(self, item: MailAddress) -> None:
        """Add an address."""
        self.items.append(item)

    @clr_method("Add", "string addresses -> void")
    def add_texts(self, addresses: str) -> None:
        """Add addresses separated by commas."""
        not_empty(addresses, "addresses")
        self.items += [MailAddress.parse(each) for each in split_addresses(addresses)]

    @clr_method("Clear", "-> void")
    def clear(self) -> None:
        """Remove all elements."""
        self.items.clear()

    @clr_method("Remove", "mailaddress item -> bool")
    def remove(self, item: MailAddress) -> bool:
        """Remove an address."""
        known = item in self.items
        if known:
            self.items.remove(item)
        return known

    @clr_property("Count", "int")
    def count(self) -> int:
        """Return the number of elements."""
        return len(self.items)


def split_addresses(text: str) -> list[str]:
    """Split a text at commas outside of quotes."""
    parts, quoted = [""], False
    for character in text:
        quoted ^= character == '"'
        if character == "," and not quoted:
            parts.append("")
        else:
            parts[-1] += character
    return [each.strip() for each in parts]


@clr_class(
    "System.Net.Mail.AttachmentCollection",
    interfaces="System.Collections.IEnumerable System.Collections.ICollection",
)
class AttachmentCollection(_Held):
    """The attachments of a message."""

    @clr_method("Add", "System.Net.Mail.Attachment item -> void")
    def add(self, item: Attachment) -> None:
        """Add an element."""
        not_null(item, "item")
        self.items.append(item)

    @clr_method("Clear", "-> void")
    def clear(self) -> None:
        """Remove all elements."""
        self.items.clear()

    @clr_method("Dispose", "-> void")
    def dispose(self) -> None:
        """Do nothing: no resource is held."""

    @clr_property("Count", "int")
    def count(self) -> int:
        """Return the number of elements."""
        return len(self.items)


# --- the message -----------------------------------------------------------------------------------------------------


@clr_class(
    "System.Net.Mail.MailMessage",
    properties=(
        "From:mailaddress=rw Sender:mailaddress=rw ReplyToList:object ReplyTo:mailaddress=rw To:object Bcc:object"
        " CC:object Priority:System.Net.Mail.MailPriority=rw"
        " DeliveryNotificationOptions:System.Net.Mail.DeliveryNotificationOptions=rw Subject:string=rw"
        " SubjectEncoding:System.Text.Encoding=rw Headers:System.Collections.Specialized.NameValueCollection"
        " HeadersEncoding:System.Text.Encoding=rw Body:string=rw BodyEncoding:System.Text.Encoding=rw"
        " IsBodyHtml:bool=rw Attachments:System.Net.Mail.AttachmentCollection"
    ),
    interfaces="System.IDisposable",
)
class MailMessage:
    """A message for SmtpClient."""

    cc: MailAddressCollection

    @clr_constructor("")
    def __init__(self) -> None:
        self.__dict__["from"] = None
        self.sender: MailAddress | None = None
        self.reply_to: MailAddress | None = None
        self.to, self.cc, self.bcc = MailAddressCollection(), MailAddressCollection(), MailAddressCollection()
        self.reply_to_list = MailAddressCollection()
        self.priority = convert(0, named("System.Net.Mail.MailPriority"))
        self.delivery_notification_options = convert(0, named("System.Net.Mail.DeliveryNotificationOptions"))
        self.subject = self.body = ""
        self.subject_encoding = self.headers_encoding = self.body_encoding = None
        self.is_body_html = False
        self.headers = access.new_object(named("System.Collections.Specialized.NameValueCollection"), [])
        self.attachments = AttachmentCollection()

    @clr_constructor("string from, string to")
    @clr_constructor("string from, string to, string subject, string body")
    @staticmethod
    def of_texts(sender: str, to: str, subject: str = "", body: str = "") -> MailMessage:
        """Create a message from texts; `to` may hold several addresses."""
        for name, value in (("from", sender), ("to", to)):
            not_empty(value, name)
        made = MailMessage()
        made.to.add_texts(to)
        made.author = MailAddress.parse(sender)
        made.subject, made.body = subject, body
        return made

    @clr_constructor("mailaddress from, mailaddress to")
    @staticmethod
    def of_addresses(sender: Any, to: Any) -> MailMessage:
        """Create a message from addresses."""
        made = MailMessage()
        made.author = sender
        made.to.add(to)
        return made

    @property
    def author(self) -> MailAddress | None:
        """Return the sender: the property From, a name that Python reserves."""
        found: MailAddress | None = self.__dict__["from"]
        return found

    @author.setter
    def author(self, value: MailAddress | None) -> None:
        self.__dict__["from"] = value

    @clr_method("Dispose", "-> void")
    def dispose(self) -> None:
        """Do nothing: no resource is held."""

    def draft(self) -> Draft:
        """Return the parts of the message."""
        replies = [*self.reply_to_list.items, *([self.reply_to] if self.reply_to is not None else [])]
        return Draft(
            sender=str(self.author),
            to=_texts(self.to),
            cc=_texts(self.cc),
            reply_to=[str(each) for each in replies],
            subject=self.subject or "",
            body=self.body or "",
            is_html=bool(self.is_body_html),
            priority=int(self.priority),
            charset=getattr(self.body_encoding, "web_name", None) or "utf-8",
            attachments=[Part(each.name, each.data, each.media_type) for each in self.attachments.items],
            headers=_headers(self),
        )


def _texts(addresses: MailAddressCollection) -> list[str]:
    return [str(each) for each in addresses.items]


def _headers(message: MailMessage) -> list[tuple[str, str]]:
    names = list(access.get_member(message.headers, "AllKeys", None) or ())
    found = [(str(name), str(access.call_method(message.headers, "Get", [name]))) for name in names]
    if message.sender is not None:
        found.append(("Sender", str(message.sender)))
    return found


__all__ = ["Attachment", "Draft", "MailAddressCollection", "MailMessage", "Part", "compose"]
