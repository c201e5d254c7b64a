"""What the server reads in the header of a message, and the fields that it stamps above it.

The message below the stamp stays as it came, octet by octet; only fields that the sender has no right to set are
taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from organization.versions import Version

from .partners import is_partner
from .permissions import (
    ACCEPT_AUTHENTICATION_FLAG,
    ACCEPT_FOREST_HEADERS,
    ACCEPT_ORGANIZATION_HEADERS,
    ACCEPT_ROUTING_HEADERS,
    BYPASS_ANTISPAM,
)
from .timestamps import header_date

if TYPE_CHECKING:
    from .facts import TlsFacts
    from .session import SmtpSession

_HEADER = re.compile(rb"(?:[!-9;-~]++[ \t]*+:[^\n]*+\n?+(?:[ \t][^\n]*+\n?+)*+)*+")
_VALUE = re.compile(rb"[^\n]*(?:\n[ \t][^\n]*)*")
"""Of a field, up to the line end that no folded line follows."""
_BLANKS = (b" ", b"\t")
"""What a folded line begins with."""
_LINE_ENDS = (b"\r\n", b"\n")
_ADDRESS = re.compile(r"(?<![^\s<>,;:()\"])[^\s<>,;:()\"]+@[^\s<>,;:()\"]+")
"""Looked for where a word begins alone, so that a long word without an @ is read once."""
_UNPRINTABLE = re.compile(r"[^\x20-\x7e]")
_LONGEST_MESSAGE_ID = 400
_AFTER_MESSAGE_ID, _AFTER_SUBJECT = len("message-id:"), len("subject:")
_LONGEST_NUMBER = 20
_EXTERNALLY_SECURED = "10"
"""AuthMechanism of what comes over an externally secured connector."""


def _fields(names: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"^(?:" + names + rb")[ \t]*:[^\n]*(?:\n|\Z)(?:[ \t][^\n]*(?:\n|\Z))*", re.I | re.M)


_FIREWALL = (
    (ACCEPT_ORGANIZATION_HEADERS, b"\nx-ms-exchange-organization-", _fields(rb"x-ms-exchange-organization-[!-9;-~]*")),
    (ACCEPT_FOREST_HEADERS, b"\nx-ms-exchange-forest-", _fields(rb"x-ms-exchange-forest-[!-9;-~]*")),
    (ACCEPT_ROUTING_HEADERS, b"\nreceived", _fields(rb"received")),
    (ACCEPT_ROUTING_HEADERS, b"\nresent-", _fields(rb"resent-[!-9;-~]*")),
)
"""Right, what betrays a field that only who has the right may send, and the fields themselves."""


@lru_cache(maxsize=64)
def _hop_pattern(*servers: str) -> re.Pattern[bytes]:
    names = b"|".join(re.escape(server.lower().encode()) for server in servers)
    return re.compile(rb"\nreceived:(?:[^\n]|\n[ \t])*?\bby[ \t\r\n]+(?:" + names + rb")[\s;(]")


class Header:
    """The header of a message: the fields at its head, up to the first line that is none."""

    __slots__ = ("_senders", "folded", "hops", "message_id", "raw", "size")

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.size = len(raw)
        """In octets."""
        folded = self.folded = b"\n" + raw.lower()
        """In lower case and behind a line end, so that a field is found by `\\nname:`."""
        self.hops = folded.count(b"\nreceived:")
        """How many servers the message has passed."""
        self._senders: list[str] | None = None
        at = folded.find(b"\nmessage-id:")
        self.message_id = _printable(_value_at(raw, at + _AFTER_MESSAGE_ID)) if at >= 0 else ""
        """The message's own id, or an empty text. Characters that no reply may hold are replaced."""

    def hops_through(self, *servers: str) -> int:
        """How many of the servers that the message has passed were one of these."""
        return len(_hop_pattern(*servers).findall(self.folded)) if self.hops else 0

    def has(self, name: bytes) -> bool:
        """Whether there is a field of this name, in lower case."""
        return b"\n%b:" % name in self.folded

    def value(self, name: bytes) -> str:
        """A field's value, unfolded into one line and not decoded; an empty text where there is none."""
        found = re.search(rb"\n" + re.escape(name) + rb"[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)", b"\n" + self.raw, re.I)
        return " ".join(found[1].decode("utf-8", "replace").split()) if found else ""

    @property
    def subject(self) -> str:
        """The subject as it is written, in one line."""
        at = self.folded.find(b"\nsubject:")
        if at < 0:
            return self.value(b"subject") if b"\nsubject" in self.folded else ""
        return " ".join(_value_at(self.raw, at + _AFTER_SUBJECT).decode("utf-8", "replace").split())

    @property
    def senders(self) -> list[str]:
        """The addresses in the From field."""
        if self._senders is None:
            self._senders = _ADDRESS.findall(self.value(b"from"))
        return self._senders


def _value_at(raw: bytes, start: int) -> bytes:
    """A field's value as it is written, folded perhaps, from `start` on. Where the field was found in `folded`, `start`
    is as many octets behind that as its name has: `folded` has one octet more in front.
    """
    end = raw.find(b"\n", start)
    if end < 0:
        return raw[start:]
    if raw.startswith(_BLANKS, end + 1):
        field = _VALUE.match(raw, start)
        return field[0] if field is not None else b""
    return raw[start:end]


def _printable(value: bytes) -> str:
    """A message id as replies and logs can hold it."""
    text = value.decode("latin-1").strip()
    if not (text.isascii() and text.isprintable()):
        text = _UNPRINTABLE.sub("?", text)
    return text[:_LONGEST_MESSAGE_ID] if len(text) > _LONGEST_MESSAGE_ID else text


def read_header(content: bytes) -> Header:
    """The header of `content`; empty where the message begins with its body."""
    match = _HEADER.match(content)
    return Header(content[: match.end()] if match else b"")


def stamped(
    session: SmtpSession, frame: Frame, header: Header, content: bytes, message_id: str, more: Sequence[str] = ()
) -> bytes:
    """`content` with the fields of this server above it, and `more` fields below those."""
    find = header.folded.find  # `in` would first ask whether the octets are a number, at twice the cost
    is_whole = header.message_id and find(b"\ndate:") >= 0 and find(b"\nfrom:") >= 0 and find(b"\nto:") >= 0
    # None of the fields that the firewall or the organization's own stamp are about: two looks, for every message.
    is_plain = find(b"\nx-ms-exchange-") < 0 and find(b"\nre") < 0
    size = header.size
    if is_whole and is_plain and not (more or frame.has_network_ids) and content.startswith(_LINE_ENDS, size):
        return b"".join((frame.head, b"%d\r\n" % len(content), content))  # as most are, in short
    own = header.raw if is_plain else _behind_firewall(session, header)
    stamp = b"%b%d\r\n" % (frame.organization, len(content))
    if frame.has_network_ids:
        stamp += b"X-MS-Exchange-Organization-Network-Message-Id: %b\r\n" % session.server_context.new_guid().encode(
            "ascii"
        )
    if not is_plain and ACCEPT_ORGANIZATION_HEADERS in session.rights:
        stamp = _without_known(stamp, header)
    missing = b"" if is_whole else _missing_fields(header, message_id, frame)
    if more:
        stamp += "".join([f"{field}\r\n" for field in more]).encode("utf-8")
    if size < len(content) and not content.startswith(_LINE_ENDS, size):
        # A body without the empty line before it would be read as a part of the header.
        return b"%b%b%b%b%b\r\n%b" % (frame.trace, missing, frame.return_path, stamp, own, content[size:])
    rest = content if own is header.raw else own + content[size:]
    return b"".join((frame.trace, missing, frame.return_path, stamp, rest))


def _missing_fields(header: Header, message_id: str, frame: Frame) -> bytes:
    """What a message has to have and this one has not."""
    fields = ""
    if not header.message_id:
        fields += f"Message-ID: {message_id}\r\n"
    if not header.has(b"date"):
        fields += f"Date: {header_date(frame.second)}\r\n"
    if not header.has(b"from"):
        fields += f"From: <{frame.sender}>\r\n"
    if not (header.has(b"to") or header.has(b"cc") or header.has(b"bcc")):
        fields += "To: Undisclosed recipients:;\r\n"
    return fields.encode("utf-8")


class Frame(NamedTuple):
    """What is the same in all messages that a session sends from one sender in one second."""

    key: tuple[int, str, str, str | None, TlsFacts | None, frozenset[str]]
    """What it depends on: the second, the sender, how the client has introduced itself, and what it may do."""
    second: int
    """Since 1970."""
    sender: str
    trace: bytes
    """The Received fields."""
    return_path: bytes
    organization: bytes
    """The organization fields that no message has a share in, and the name of the first that it has."""
    head: bytes
    """These three together."""
    has_network_ids: bool
    internal: bool
    """Whether the messages count as mail of authenticated, trusted origin."""


def frame_of(session: SmtpSession, sender: str) -> Frame:
    """The frame of the messages that a session sends now from `sender`."""
    frame, second = session.frame, int(session.server_context.time())
    key = (second, sender, session.hello, session.user, session.tls, session.rights)
    if frame is None or frame.key != key:
        frame = session.frame = _frame(session, sender, second, key)
    return frame


def _frame(
    session: SmtpSession,
    sender: str,
    second: int,
    key: tuple[int, str, str, str | None, TlsFacts | None, frozenset[str]],
) -> Frame:
    trace = "".join([f"{field}\r\n" for field in received_fields(session, header_date(second))])
    organization = "".join([f"{name}: {value}\r\n" for name, value in _organization_values(session)])
    organization += "X-MS-Exchange-Organization-OriginalSize: "
    parts = trace.encode(), f"Return-Path: <{sender}>\r\n".encode(), organization.encode()
    return Frame(
        key,
        second,
        sender,
        *parts,
        b"".join(parts),
        session.server_context.profile.version >= Version.V2013,
        is_internal(session),
    )


def _without_known(stamp: bytes, header: Header) -> bytes:
    """How the message came in, for the servers and agents behind this one, without what an earlier server has said. The
    first server's word counts: a field that came from a client which may set it stays as it is.
    """
    if b"\nx-ms-exchange-organization-" not in header.folded:
        return stamp
    lines = stamp.splitlines(keepends=True)
    return b"".join([line for line in lines if not header.has(line.partition(b":")[0].lower())])


def counted_size(header: Header, size: int) -> int:
    """The octets that limits of the organization and its recipients are about, of a client that may set organization
    fields: those that the message had when it came into the organization, if it has grown since. Base64 counts as it is
    written, so content may be 3/4 of a limit.
    """
    original = header.value(b"x-ms-exchange-organization-originalsize")
    return min(size, int(original)) if original.isdecimal() and len(original) < _LONGEST_NUMBER else size


def received_fields(session: SmtpSession, date: str) -> list[str]:
    """The trace of this hop (RFC 5321, 4.4), folded as Exchange folds it; of two hops, where the client has spoken to
    the front end, which passes everything on to the hub.
    """
    server_context, peer, settings = session.server_context, session.peer, session.settings
    hello = session.hello or f"[{peer.remote_address}]"
    protocol = ""
    if session.tls is not None:
        protocol = " " + server_context.tls_comment(session.tls)
    outer = (
        f"Received: from {hello} ({peer.remote_address}) by {settings.fqdn}\r\n"
        f" ({peer.local_address}) with Microsoft SMTP Server{protocol} id {server_context.received_id}"
    )
    if not settings.front_end:
        return [f"{outer}; {date}"]
    server, address = server_context.server_fqdn, peer.local_address
    inner = (
        f"Received: from {server} ({address}) by {server}\r\n"
        f" ({address}) with Microsoft SMTP Server id {server_context.received_id}; {date}"
    )
    return [inner, f"{outer} via Frontend\r\n Transport; {date}"]


def _organization_values(session: SmtpSession) -> Iterator[tuple[str, str]]:
    yield "X-MS-Exchange-Organization-AuthSource", session.server_context.server_fqdn
    yield "X-MS-Exchange-Organization-AuthAs", _authenticated_as(session)
    mechanism = _EXTERNALLY_SECURED if session.settings.externally_secured else session.auth_mechanism
    if mechanism:
        yield "X-MS-Exchange-Organization-AuthMechanism", mechanism
    if BYPASS_ANTISPAM in session.rights:
        yield "X-MS-Exchange-Organization-SCL", "-1"


def _authenticated_as(session: SmtpSession) -> str:
    if is_internal(session):
        return "Internal"
    return "Partner" if is_partner(session.settings, session.tls) else "Anonymous"


def is_internal(session: SmtpSession) -> bool:
    """Whether mail counts as that of authenticated, trusted origin: the sender is who it seems to be."""
    return session.user is not None or ACCEPT_AUTHENTICATION_FLAG in session.rights


def _behind_firewall(session: SmtpSession, header: Header) -> bytes:
    """The header without the fields that this session may not set; the same object where nothing is taken out."""
    kept = header.raw
    for right, sign, fields in _FIREWALL:
        if right not in session.rights and sign in header.folded:
            kept = fields.sub(b"", kept)
    return kept
