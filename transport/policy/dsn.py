"""Reports about messages that could not be delivered, or were (RFC 3461, 3462, 3464), as Exchange writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .delivery import Failure
from .headers import read_header
from .moments import header_date
from .transaction import Recipient, Submission

if TYPE_CHECKING:
    from .site import Site

_POSTMASTER_INTERNAL = "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e"


@dataclass(frozen=True, slots=True)
class Report:
    """What a report is about."""

    original: Submission
    failures: Sequence[Failure] = ()
    delivered: Sequence[Recipient] = ()
    to: str = ""
    """Who gets it; the original's sender where nobody else is named."""


def wanted_failures(failures: Sequence[Failure]) -> list[Failure]:
    """The failures that the sender is told of: not those where NOTIFY excludes it."""
    return [failure for failure in failures if "FAILURE" in (failure.recipient.notify or "FAILURE")]


def report(site: Site, report: Report, internal: bool) -> Submission:
    """The report as a message from the postmaster to the sender, or to whom it is for. `internal` when that one is in
    the organization.
    """
    original = report.original
    addressee = report.to or original.sender
    domain = site.recipients.default_domain or site.server_fqdn
    postmaster = f"{_POSTMASTER_INTERNAL}@{domain}" if internal else f"postmaster@{domain}"
    subject = _subject(original.content)
    boundary = site.new_guid()
    message_id = f"<{site.new_guid()}@{site.server_fqdn}>"
    kind = "Undeliverable" if report.failures else "Delivered"
    head = [
        f"From: Microsoft Exchange <{postmaster}>",
        f"To: <{addressee}>",
        f"Date: {header_date(site.time())}",
        "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=delivery-status;",
        f'\tboundary="{boundary}"',
        "Content-Language: en-US",
        f"Message-ID: {message_id}",
        f"In-Reply-To: {original.message_id}",
        f"References: {original.message_id}",
        f"Subject: {kind}: {subject}",
        "Return-Path: <>",
        "Auto-Submitted: auto-replied",
    ]
    parts = [
        "Content-Type: multipart/alternative; differences=Content-Type;\r\n"
        f'\tboundary="{boundary}-text"\r\n\r\n' + _human(site, report, f"{boundary}-text"),
        "Content-Type: message/delivery-status\r\n\r\n" + _status(site, report),
    ]
    returned, returned_type = _returned(original)
    body = "".join(f"--{boundary}\r\n{part}\r\n" for part in parts)
    content = (
        "\r\n".join(head) + "\r\n\r\n" + body + f"--{boundary}\r\nContent-Type: {returned_type}\r\n\r\n"
    ).encode()
    return Submission(
        sender="",
        recipients=(Recipient(addressee, notify="NEVER"),),
        content=content + returned + f"\r\n--{boundary}--\r\n".encode(),
        message_id=message_id,
        connector="",
        remote_address="",
        hello="",
        user=None,
        internal=True,
        subject=f"{kind}: {subject}",
    )


def _subject(content: bytes) -> str:
    """The subject as it is written, in one line."""
    return read_header(content).value(b"subject")


def _returned(original: Submission) -> tuple[bytes, str]:
    """The original, or its header alone where the sender asked for no more (RET=HDRS)."""
    if original.return_full:
        return original.content, "message/rfc822"
    return read_header(original.content).raw, "text/rfc822-headers"


def _human(site: Site, report: Report, boundary: str) -> str:
    from html import escape

    lines = _sentences(site, report)
    plain = "\r\n".join(lines)
    html = "".join(f"<p>{escape(line)}</p>\r\n" if line else "" for line in lines)
    return (
        f'--{boundary}\r\nContent-Type: text/plain; charset="us-ascii"\r\n\r\n{plain}\r\n'
        f'--{boundary}\r\nContent-Type: text/html; charset="us-ascii"\r\n\r\n<html><body>\r\n{html}</body></html>\r\n'
        f"--{boundary}--\r\n"
    )


def _sentences(site: Site, report: Report) -> list[str]:
    if not report.failures:
        return [
            "Your message has been delivered to the following recipients:",
            "",
            *(item.address for item in report.delivered),
        ]
    lines = ["Delivery has failed to these recipients or distribution lists:", ""]
    for failure in report.failures:
        lines += [failure.recipient.address, _EXPLANATIONS.get(failure.status, _GENERAL), ""]
    lines += ["Diagnostic information for administrators:", "", f"Generating server: {site.server_fqdn}", ""]
    for failure in report.failures:
        lines += [failure.recipient.address, f"#{failure.text} ##", ""]
    return [*lines, "Original message headers:", ""]


_GENERAL = "The message could not be delivered. The diagnostic information below says why."
_EXPLANATIONS = {
    "5.1.1": "The e-mail address that was entered could not be found. Check it and send the message again.",
    "5.1.10": "The e-mail address that was entered could not be found. Check it and send the message again.",
    "5.2.2": "The recipient's mailbox is full and takes no messages now.",
    "5.2.3": "The message is larger than this recipient accepts.",
    "5.7.1": "The sender is not permitted to send messages to this recipient.",
}


def _status(site: Site, report: Report) -> str:
    lines = [f"Reporting-MTA: dns;{site.server_fqdn}"]
    if report.original.envelope_id:
        lines.insert(0, f"Original-Envelope-Id: {report.original.envelope_id}")
    if report.original.hello:
        lines.append(f"Received-From-MTA: dns;{report.original.hello}")
    for failure in report.failures:
        lines += ["", *_recipient_fields(failure.recipient, "failed", failure.status)]
        lines.append(f"Diagnostic-Code: smtp;{failure.text}")
    for recipient in report.delivered:
        lines += ["", *_recipient_fields(recipient, "delivered", "2.0.0")]
    return "\r\n".join(lines) + "\r\n"


def _recipient_fields(recipient: Recipient, action: str, status: str) -> list[str]:
    original = [f"Original-Recipient: {recipient.original}"] if recipient.original else []
    return [*original, f"Final-Recipient: rfc822;{recipient.address}", f"Action: {action}", f"Status: {status}"]
