"""Messages that a mailbox sends: their header and body as the store driver hands them to transport."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from organization.versions import Version

from .timestamps import header_date

if TYPE_CHECKING:
    from email.headerregistry import Address

    from organization.ports import OutgoingMessage

    from .server_context import ServerContext

_FIELD = re.compile(r"[!-9;-~]+")
MAPI = "04"
"""How the sender was authenticated: by the store."""


def compose(
    server_context: ServerContext,
    message: OutgoingMessage,
    author: tuple[str, str],
    sender: tuple[str, str] | None,
    moment: float,
) -> tuple[bytes, bytes, str]:
    """What lies in Sent Items, what goes out (with what the server stamps), and the Message-ID.

    `author` is who the message is from, as name and address; `sender` is who sends it on behalf of that. Raises
    ValueError for a header that cannot be written.
    """
    from email import policy  # which imports socket, for the name of this machine
    from email.message import EmailMessage
    from mimetypes import guess_type

    for _, address in (author, *message.to, *message.cc):
        if not address.rpartition("@")[0].isascii():
            raise ValueError(f"The address '{address}' can't be written: its first part holds more than ASCII.")
    mail = EmailMessage(policy.SMTP)
    message_id = f"<{server_context.new_guid().replace('-', '').upper()}@{server_context.server_fqdn}>"
    mail["From"] = _written(author)
    if sender is not None:
        mail["Sender"] = _written(sender)
    for name, readers in (("To", message.to), ("CC", message.cc)):
        if readers:
            mail[name] = [_written(reader) for reader in readers]
    mail["Subject"] = message.subject
    mail["Thread-Topic"] = message.subject
    mail["Date"] = header_date(moment)
    mail["Message-ID"] = message_id
    mail["Accept-Language"] = "en-US"
    mail["Content-Language"] = "en-US"
    mail["X-MS-Has-Attach"] = "yes" if message.attachments else ""
    for name, value in message.headers:
        if _FIELD.fullmatch(name) is None:
            raise ValueError(f"'{name}' is no name of a header field.")
        del mail[name]
        mail[name] = value
    mail.set_content(message.body, subtype="html" if message.html else "plain")
    for name, content in message.attachments:
        kind, _, subtype = (guess_type(name)[0] or "application/octet-stream").partition("/")
        mail.add_attachment(content, maintype=kind, subtype=subtype, filename=name)
    kept = mail.as_bytes()
    return kept, _stamp(server_context, moment, len(kept)) + kept, message_id


def _written(person: tuple[str, str]) -> Address:
    from email.headerregistry import Address

    name, address = person
    return Address(name, addr_spec=address)


def _stamp(server_context: ServerContext, moment: float, size: int) -> bytes:
    date, server = header_date(moment), server_context.server_fqdn
    fields = [
        *_received(server_context, date),
        f"X-MS-Exchange-Organization-AuthSource: {server}",
        "X-MS-Exchange-Organization-AuthAs: Internal",
        f"X-MS-Exchange-Organization-AuthMechanism: {MAPI}",
        "X-MS-Exchange-Organization-SCL: -1",
        f"X-MS-Exchange-Organization-OriginalSize: {size}",
    ]
    if server_context.profile.version >= Version.V2013:
        fields.append(f"X-MS-Exchange-Organization-Network-Message-Id: {server_context.new_guid()}")
    return "".join([f"{field}\r\n" for field in fields]).encode("ascii")


def _received(server_context: ServerContext, date: str) -> list[str]:
    """The hop out of the store; since 2013 also the one from the mailbox transport service to the transport service."""
    server, address, version = (
        server_context.server_fqdn,
        server_address(server_context),
        server_context.profile.version,
    )
    number = "" if version is Version.V2007 else f" id {_padded(server_context.received_id)}"
    out = f"Received: from {server} ([{address}]) by {server}\r\n ([{address}]) with mapi{number}; {date}"
    if version < Version.V2013:
        return [out]
    inner = (
        f"Received: from {server} ({address}) by {server}\r\n"
        f" ({address}) with Microsoft SMTP Server id {server_context.received_id}; {date}"
    )
    return [inner, out]


def _padded(build: str) -> str:
    """`14.01.0218.012`, as the store writes the number of a build."""
    return ".".join(part.zfill(width) for part, width in zip(build.split("."), (2, 2, 4, 3), strict=True))


def server_address(server_context: ServerContext) -> str:
    """The server's own address in the lab."""
    return server_context.own_address()
