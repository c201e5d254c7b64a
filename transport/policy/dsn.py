"""Reports about messages that were delivered, are late or come to nothing (RFC 3461, 3462, 3464), as Exchange writes
them. What they say to people is in `dsn_texts`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from organization.objects.organization_config import OrganizationConfig
from organization.objects.transport_config import TransportConfigContainer
from organization.objects.transport_server import TransportServer
from organization.versions import Version

from .dsn_texts import Human, Kind, html_text, plain_text
from .headers import read_header
from .parameters import from_xtext
from .timestamps import header_date
from .transaction import Recipient, Submission

if TYPE_CHECKING:
    from organization.store import Organization

    from .delivery import Failure
    from .server_context import ServerContext

_POSTMASTER_INTERNAL = "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e"
_ACTIONS = {
    Kind.FAILED: ("failed", ""),
    Kind.DELAYED: ("delayed", "4.4.7"),
    Kind.DELIVERED: ("delivered", "2.0.0"),
    Kind.EXPANDED: ("expanded", "2.0.0"),
}
_DELAYED = "400 4.4.7 Message delayed"


@dataclass(frozen=True, slots=True)
class Report:
    """What a report is about."""

    original: Submission
    kind: Kind = Kind.FAILED
    failures: Sequence[Failure] = ()
    """Of a report about a failure."""
    recipients: Sequence[Recipient] = ()
    """Of all other reports."""
    to: str = ""
    """Who gets it; the original's sender where nobody else is named."""
    arrived: float = 0.0
    """When the original came in, in seconds since 1970; 0 where nobody knows."""
    until: float = 0.0
    """How long a late message is tried."""

    @property
    def reader(self) -> str:
        """The address that it is sent to."""
        return self.to or self.original.sender

    @property
    def subject(self) -> str:
        """The original's subject behind what has become of it."""
        return f"{self.kind.value}: {self.original.subject or read_header(self.original.content).subject}"

    def copy_for(self, address: str) -> Report:
        """The same report for somebody else."""
        return replace(self, to=address)


def wanted_failures(failures: Sequence[Failure]) -> list[Failure]:
    """The failures that the sender is told of: not those where NOTIFY excludes it."""
    return [failure for failure in failures if "FAILURE" in (failure.recipient.notify or "FAILURE")]


class _Rules:
    """What the organization's settings say of reports to the inside, or to the outside."""

    def __init__(self, server_context: ServerContext, organization: Organization, internal: bool) -> None:
        domain, side = (
            server_context.recipients.default_domain or server_context.server_fqdn,
            "internal" if internal else "external",
        )
        self.html: bool = report_setting(organization, f"{side}_dsn_send_html")
        authority = report_setting(organization, f"{side}_dsn_reporting_authority")
        self.authority: str = authority.domain if authority is not None else server_context.server_fqdn
        self.most_octets: int = report_setting(organization, f"{side}_dsn_max_message_attach_size").to_bytes()
        if internal:
            own = organization.one(OrganizationConfig).microsoft_exchange_recipient_primary_smtp_address
            self.sender = f"Microsoft Exchange <{own.text if own else f'{_POSTMASTER_INTERNAL}@{domain}'}>"
        else:
            postmaster = report_setting(organization, "external_postmaster_address")
            self.sender = f"<{postmaster.text if postmaster else f'postmaster@{domain}'}>"


def report(server_context: ServerContext, organization: Organization, about: Report, internal: bool) -> Submission:
    """The report as a message from the postmaster. `internal` when its reader is in the organization."""
    rules = _Rules(server_context, organization, internal)
    boundary = server_context.new_guid()
    message_id = f"<{server_context.new_guid()}@{server_context.server_fqdn}>"
    returned, returned_type = _returned(about, rules.most_octets)
    parts = (
        _human(server_context, about, rules, f"{boundary}-text"),
        f"Content-Type: message/delivery-status\r\n\r\n{_status(server_context, about, rules.authority)}".encode(),
        f"Content-Type: {returned_type}\r\n\r\n".encode() + returned,
    )
    head = "\r\n".join(_head(server_context, about, rules.sender, message_id, boundary))
    body = b"".join([b"--%b\r\n%b\r\n" % (boundary.encode(), part) for part in parts])
    return Submission(
        sender="",
        recipients=(Recipient(about.reader, notify="NEVER"),),
        content=b"%b\r\n\r\n%b--%b--\r\n" % (head.encode(), body, boundary.encode()),
        message_id=message_id,
        connector="",
        remote_address="",
        hello="",
        user=None,
        internal=True,
        subject=about.subject,
    )


def _head(server_context: ServerContext, about: Report, sender: str, message_id: str, boundary: str) -> list[str]:
    original = about.original.message_id
    network = [f"X-MS-Exchange-Organization-Network-Message-Id: {server_context.new_guid()}"]
    return [
        f"From: {sender}",
        f"To: <{about.reader}>",
        f"Date: {header_date(server_context.time())}",
        "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=delivery-status;",
        f'\tboundary="{boundary}"',
        "X-MS-Exchange-Organization-SCL: -1",
        "Content-Language: en-US",
        f"Message-ID: {message_id}",
        f"In-Reply-To: {original}",
        f"References: {original}",
        f"Subject: {about.subject}",
        "Return-Path: <>",
        "Auto-Submitted: auto-replied",
        f"X-MS-Exchange-Organization-AuthSource: {server_context.server_fqdn}",
        "X-MS-Exchange-Organization-AuthAs: Internal",
        "X-MS-Exchange-Organization-AuthMechanism: 05",
        *(network if server_context.profile.version >= Version.V2013 else ()),
    ]


def _returned(about: Report, most_octets: int) -> tuple[bytes, str]:
    """The original, or its header alone: where the sender asked for no more (RET=HDRS), where it is too large to be
    returned, and wherever nothing has failed (RFC 3461, 4.3).
    """
    original = about.original
    if about.kind is Kind.FAILED and original.return_full and len(original.content) <= most_octets:
        return original.content, "message/rfc822"
    return read_header(original.content).raw, "text/rfc822-headers"


def _human(server_context: ServerContext, about: Report, rules: _Rules, boundary: str) -> bytes:
    human = Human(
        server_context.profile.version,
        about.kind,
        tuple((failure.recipient.address, failure.text) for failure in about.failures),
        tuple(recipient.address for recipient in about.recipients),
        rules.authority,
        about.original.subject,
        about.until,
        read_header(about.original.content).raw.decode("utf-8", "replace") if about.kind is Kind.FAILED else "",
    )
    plain = _text_part("plain", plain_text(human))
    if not rules.html:
        return plain
    head = f'Content-Type: multipart/alternative; differences=Content-Type;\r\n\tboundary="{boundary}"\r\n\r\n'
    limit = boundary.encode()
    html = _text_part("html", html_text(human))
    return b"%b--%b\r\n%b--%b\r\n%b--%b--\r\n" % (head.encode(), limit, plain, limit, html, limit)


def _text_part(kind: str, text: str) -> bytes:
    charset, encoding = ("us-ascii", "7bit") if text.isascii() else ("utf-8", "8bit")
    head = f'Content-Type: text/{kind}; charset="{charset}"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n'
    return f"{head}{text}\r\n".encode()


def _status(server_context: ServerContext, about: Report, authority: str) -> str:
    """The fields for machines: of the message, then of each recipient (RFC 3464, 2.2 and 2.3)."""
    original = about.original
    lines = [f"Original-Envelope-Id: {_plain(original.envelope_id)}"] if original.envelope_id else []
    lines.append(f"Reporting-MTA: dns;{authority}")
    if original.hello:
        lines.append(f"Received-From-MTA: dns;{original.hello}")
    if about.arrived:
        lines.append(f"Arrival-Date: {header_date(about.arrived)}")
    for failure in about.failures:
        lines += ["", *_recipient_fields(server_context, about, failure.recipient, failure.status, failure.text)]
    for recipient in about.recipients:
        text = _DELAYED if about.kind is Kind.DELAYED else ""
        lines += ["", *_recipient_fields(server_context, about, recipient, _ACTIONS[about.kind][1], text)]
    return "\r\n".join(lines) + "\r\n"


def _recipient_fields(
    server_context: ServerContext, about: Report, recipient: Recipient, status: str, diagnostic: str
) -> list[str]:
    found = server_context.recipients.find(recipient.address)
    name = getattr(found, "display_name", "")
    until = header_date(about.until) if about.until else ""
    fields = (
        ("Original-Recipient", _plain(recipient.original)),
        ("Final-Recipient", f"rfc822;{recipient.address}"),
        ("Action", _ACTIONS[about.kind][0]),
        ("Status", status),
        ("Diagnostic-Code", diagnostic and f"smtp;{diagnostic}"),
        ("Will-Retry-Until", until),
        ("X-Display-Name", name),
    )
    return [f"{field}: {value}" for field, value in fields if value]


def _plain(text: str) -> str:
    """ENVID and ORCPT as they were before the sender encoded them. What no header may hold stays as it is."""
    plain = from_xtext(text)
    return plain if plain.isascii() and plain.isprintable() else text


def report_setting(organization: Organization, name: str) -> Any:
    """The value of a setting of delivery reports by its attribute: what was set on the server, else the organization's.

    Each version takes the parameters of all, so it is the same wherever an administrator has set it.
    """
    own = getattr(organization.one(TransportServer), name)
    if own != TransportServer.by_attribute[name].default:
        return own
    return getattr(organization.one(TransportConfigContainer), name)
